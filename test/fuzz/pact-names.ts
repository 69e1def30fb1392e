// Invented people with names that are hard to find, the forms in which speech and keyboards write them,
// and what is left of each form when only its letters are.
import type { IdentityKind } from "../../src/vault/contents.ts";
import type { Dice } from "./mutate.ts";
import { lettersOf } from "./pact-oracle.ts";

export interface Named {
  readonly kind: IdentityKind;
  /** The whole name; of a person, the first name and the surname apart. */
  readonly given: string;
  readonly surname: string;
  readonly replacement: string;
  readonly participant: string | undefined;
}

// Compound, accented, with particles, and words of the language.
const givens = [
  ...["Anne-Marie", "Hélène", "Jean-Noël", "François", "Maëlle", "Amélie", "Gwenaël", "Célestine"],
  ...["Fatoumata", "Rose", "Pierre", "Noël", "Violette", "Évariste", "Übaldine"],
];
const surnames = [
  ...["Durandeau", "El Amrani", "Le Goff", "N’Diaye", "d’Ornano", "de Kergorlay", "Lefèvre", "Müller"],
  ...["Petit", "Boulanger", "Blanc", "Marchand", "Saint-Exupéry", "Ségur-Bréchon", "Łukaszewicz"],
];
/** They are words too: only what stands around them tells, and only the whole name is looked for everywhere. */
const ordinary = new Set(["Rose", "Pierre", "Noël", "Violette", "Petit", "Boulanger", "Blanc", "Marchand"]);
/** What a person answers once for all of them: written small, it is the word. */
export const smallWords: readonly string[] = [...ordinary].map((word) => word.toLowerCase());

const places = ["Trifouillac-sur-Yvette", "Plouguézec", "Châteauvert-les-Ormes", "Bois-Grenu"];
const organisations = ["Association Tournesoleil", "Foyer Kerhuon", "Centre social Vauquelinette"];

/** Four people of the study, one who is spoken of, a place and an organisation; two may share a first name. */
export function drawNames(dice: Dice): Named[] {
  const draw = (from: readonly string[], count: number): string[] => {
    const left = [...from];
    return Array.from({ length: count }, () => left.splice(dice(left.length), 1)[0] ?? "");
  };
  const [own, family] = [draw(givens, 5), draw(surnames, 5)];
  if (dice(3) === 0) own[4] = own[0] ?? "";
  const people = ["Nadia", "Karim", "Odile", "Basile", "Thelma"].map((replacement, index): Named => {
    const participant = index < 4 ? `P0${String(index + 1)}` : undefined;
    return {
      kind: "person",
      given: own[index] ?? "",
      surname: family[index] ?? "",
      replacement,
      participant,
    };
  });
  const alone = (kind: IdentityKind, given: string, replacement: string): Named => {
    return { kind, given, surname: "", replacement, participant: undefined };
  };
  return [
    ...people,
    alone("place", draw(places, 1)[0] ?? "", "une commune"),
    alone("organisation", draw(organisations, 1)[0] ?? "", "une structure"),
  ];
}

export const wholeName = ({ given, surname }: Named): string => `${given} ${surname}`.trim();

/** As a spreadsheet gives them to `vault import`. */
export function tableOf(names: readonly Named[]): string {
  const rows = names.map((each) =>
    [wholeName(each), each.replacement, each.kind, each.participant ?? ""].join(";"),
  );
  return `nom;remplacement;type;participant\n${rows.join("\n")}\n`;
}

const withoutAccents = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "");
const spelled = (text: string, mark: string): string => Array.from(text.replace(/[^\p{L}]/gu, "")).join(mark);
const gaps = [" ", " ", " ", "  ", "\u00A0", "\n", "\u202F"];

/** One form of a name, as it stands in the middle of a sentence, with its title or elision when it has one. */
export function formOf(name: Named, dice: Dice): string {
  const { kind, given, surname } = name;
  const gap = gaps[dice(gaps.length)] ?? " ";
  const whole = wholeName(name).replaceAll(" ", gap);
  if (kind !== "person") return [whole, whole, withoutAccents(whole), whole.toUpperCase()][dice(4)] ?? whole;
  const own = ordinary.has(given) ? whole : given;
  const family = ordinary.has(surname) ? `Mme${gap}${surname}` : surname;
  const forms = [
    whole,
    `${given}${gap}${surname}`,
    own,
    family,
    `${["Mme", "M.", "Madame", "monsieur", "docteur"][dice(5)] ?? "M."}${gap}${surname}`,
    whole.toUpperCase(),
    withoutAccents(whole),
    whole.toLowerCase(),
    `${surname.toUpperCase()}${gap}${given}`,
    ordinary.has(surname) ? whole : spelled(surname.toUpperCase(), "-"),
    ordinary.has(surname) ? whole : spelled(surname.toUpperCase(), ". "),
    // An accent that is a letter of its own.
    whole.normalize("NFD"),
  ];
  return forms[dice(forms.length)] ?? whole;
}

/** Letters that say who it is wherever they stand in a row: whole names, and the parts that are no other words. */
export function lettersThatName(names: readonly Named[]): string[] {
  return names.flatMap((name) => {
    const { kind, given, surname } = name;
    const whole = [lettersOf(wholeName(name)), lettersOf(`${surname} ${given}`)];
    if (kind !== "person") return whole;
    const titled = ["mme", "madame", "monsieur", "docteur"].map((title) => title + lettersOf(surname));
    return [
      ...whole,
      ...(ordinary.has(surname) ? titled : [lettersOf(surname)]),
      ...(ordinary.has(given) ? [] : [lettersOf(given)]),
    ];
  });
}
