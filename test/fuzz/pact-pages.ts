// What leaves, made by the pure parts alone, many times a second: words without their names, the copies and the
// export made of them, and the last look at every byte. No ledger, no disk, no vault file: the scan is given its
// files here, as `send` and `export` give it theirs.
import { asCopyId, asEditionId, asGroupId, asParticipantId, asSectionId } from "../../src/kernel/ids.ts";
import { readFrozen } from "../../src/copy/frozen.ts";
import { writersOf as copyWritersOf } from "../../src/copy/writers.ts";
import { passGate } from "../../src/publication/gate.ts";
import { viewExport } from "../../src/publication/view.ts";
import { writersOf } from "../../src/publication/writers.ts";
import { agreedText, sectionFingerprint } from "../../src/retour/section.ts";
import { sentencesOf } from "../../src/retour/sentences.ts";
import { findTemplate, renderTemplate } from "../../src/retour/template.ts";
import type { Settings } from "../../src/study/settings.ts";
import { phraseDigest } from "../../src/study/withdrawn.ts";
import type { SectionFacts, Voice } from "../../src/validation/facts.ts";
import { select } from "../../src/validation/validated.ts";
import type { Identity, VaultContents } from "../../src/vault/contents.ts";
import { NameReplacer, type AskName } from "../../src/vault/replace/name-replacer.ts";
import { namesOf } from "../../src/vault/scan/names-of.ts";
import { scanFiles, type Files } from "../../src/vault/scan/scan.ts";
import { phrasesIn } from "../../src/vault/scan/sentences.ts";
import { leadOf, phrasesOf } from "../../src/wording/phrases.ts";
import { audiences } from "./pact-agreed.ts";
import { diceOf, type Dice } from "./mutate.ts";
import { drawNames, formOf, lettersThatName, smallWords, wholeName, type Named } from "./pact-names.ts";
import { markOf, marksIn, namesIn } from "./pact-oracle.ts";

/** What stands between words and the door; a test puts a broken one in the place of each. */
export interface Doors {
  readonly replace: (names: NameReplacer, texts: readonly string[]) => Promise<readonly string[]>;
  readonly scan: typeof scanFiles;
  readonly names: typeof namesOf;
  readonly pass: typeof passGate;
  readonly show: typeof viewExport;
}

export const ownDoors: Doors = {
  replace: async (names, texts) =>
    (
      await names.replace(
        texts.map((words) => ({ words, place: "s01.1" })),
        "s01",
      )
    ).map(({ words }) => words),
  scan: scanFiles,
  names: namesOf,
  pass: passGate,
  show: viewExport,
};

export interface PageTally {
  left: number;
  stopped: number;
}

const STUDY = "0123456789abcdef0123456789abcdef";

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("not an id");
  return value;
}
const [group, edition] = [known(asGroupId("g1")), known(asEditionId("r01"))];
const people = ["P01", "P02"].map((id) => known(asParticipantId(id)));

/** Plays one story and says what leaked, each a line; none when nothing did. */
export async function leaksOfPages(seed: number, tally: PageTally, doors = ownDoors): Promise<string[]> {
  const dice = diceOf(seed);
  const names = drawNames(dice);
  const needles = lettersThatName(names);
  const contents = contentsOf(names);
  const pick = <T>(from: readonly T[]): T => known(from[dice(from.length)]);
  let marks = 0;
  const sentence = (isNamed: boolean): { text: string; mark: string } => {
    const mark = markOf((marks += 1));
    const words = pick(isNamed ? named : plain);
    return { text: words.replace("NOM", () => formOf(pick(names), dice)).replace("MARQUE", mark), mark };
  };

  // What was said, and what is left of it.
  const said = Array.from({ length: 6 }, () => sentence(true));
  const replacer = new NameReplacer(memoryVault(contents), askedOf);
  const kept = await doors.replace(
    replacer,
    said.map(({ text }) => text),
  );
  const leaks = namesIn("words", kept.join("\n\n"), needles).map((needle) => `kept words name ${needle}`);
  if (leaks.length > 0) return leaks;

  // The document of a group, into which someone may have typed what may not be there.
  const foreign = sentence(false);
  const gone = sentence(false);
  const spare = sentence(false);
  const slips = [...typedNames(pick(names), dice), foreign.text, gone.text];
  const slip = dice(2) === 0 ? pick(slips) : "";
  const asWritten = (index: number): string => {
    const words = known(kept[index]).replace(/\s+/g, " ");
    return index % 2 === 0 ? `> ${words}\n>\n> — éducatrice (s01.${String(index + 1)})` : words;
  };
  const body = [0, 1, 2].map(asWritten).join("\n\n");
  const document = `# Étude\n\nCe que nous en comprenons.\n\n## La peur {#peur}\n\n${body}\n\n${slip}\n\n## Le lien {#lien}\n\n${[3, 4, 5].map(asWritten).join("\n\n")}\n`;
  const withdrawn = {
    study: STUDY,
    phrases: phrasesOf(gone.text).map((phrase) => {
      return { lead: leadOf(phrase), words: phrase.split(" ").length, digest: phraseDigest(STUDY, phrase) };
    }),
  };
  const search = doors.names(contents);
  const isOut = (files: Files, phrases: ReadonlyMap<string, string>): boolean => {
    const isClean = doors.scan(files, { names: search, phrases, withdrawn }).length === 0;
    tally[isClean ? "left" : "stopped"] += 1;
    return isClean;
  };
  const read = (files: Files, isAllowed: (mark: string) => boolean): void => {
    for (const [name, content] of files) {
      for (const needle of namesIn(name, content, needles)) leaks.push(`${name.slice(-12)} names ${needle}`);
      for (const mark of marksIn(name, content)) if (!isAllowed(mark)) leaks.push(`${name} says ${mark}`);
    }
  };

  // A copy for someone.
  const format = pick(["docx", "odt", "html", "md"]);
  const [writer] = await copyWritersOf([format]);
  const copy = await known(writer).write({
    ...{ copy: known(asCopyId("r01-P01")), edition, participant: known(people[0]) },
    ...{ group: { id: group, title: "Groupe" }, study: { id: STUDY, title: "Étude" }, language: "fr" },
    letter: "Bonjour, voici ce que nous avons compris.",
    content: readFrozen(document),
    ownTurns: new Set(["s01.1"]),
  });
  const path =
    dice(12) === 0 ? `copies/r01/${slugOf(pick(names), dice)}.${format}` : `copies/r01/P01.${format}`;
  const copies = new Map([[path, copy]]);
  const others = new Map(phrasesOf(foreign.text).map((phrase) => [phrase, "g2/peur"]));
  if (isOut(copies, others)) read(copies, (mark) => mark !== foreign.mark && mark !== gone.mark);

  // An export of what everybody agreed to.
  const audience = pick(audiences);
  const sections = document.split(/^(?=## )/m).slice(1);
  const agreements = sections.map((text) => {
    const voices = people.map((participant, order): Voice => {
      const stance = dice(6) === 0 ? "against" : "agree";
      return {
        ...{ participant, stance, about: "both", audience: pick(audiences), means: "written", session: null },
        ...{ sittings: [], validation: "v0001", isByGroup: false, at: "2026-05-10T10:00:00Z", order },
      };
    });
    return {
      text,
      voices,
      isFar: voices.every((each) => each.stance === "agree" && isAsFar(each.audience, audience)),
    };
  });
  const facts = agreements.map(({ text, voices }) => factsOf(text, voices));
  const { passed } = doors.pass(select(facts, audience).sections, audience);
  const { view, leaving } = doors.show(settings, passed, audience, new Date(0));
  if (leaving.length === 0) return leaks;
  const markdown = renderTemplate(findTemplate("/nowhere", "synthese", "fr"), view);
  const exported = new Map<string, string | Uint8Array>([["exports/2026-synthese", ""]]);
  for (const { ending, write } of writersOf([]))
    exported.set(`synthese.${ending}`, write(markdown, view.study));
  const phrases = new Map(
    [document, foreign.text, spare.text].flatMap((text) =>
      sentencesOf(text).map((each) => [each, "g1"] as const),
    ),
  );
  for (const agreed of phrasesIn(
    leaving.map(({ content }) => content),
    phrases.keys(),
  ))
    phrases.delete(agreed);
  const may = new Set(agreements.flatMap(({ text, isFar }) => (isFar ? [...marksIn("", text)] : [])));
  if (isOut(exported, phrases)) read(exported, (mark) => may.has(mark) && mark !== gone.mark);
  return leaks;
}

const isAsFar = (given: string, wanted: string): boolean =>
  audiences.findIndex((each) => each === given) >= audiences.findIndex((each) => each === wanted);

const named = [
  "Le soir on attend avec NOM devant le portail MARQUE.",
  "Moi je pense que NOM nous écoute encore un peu MARQUE.",
  "Depuis cet hiver le bureau chez NOM reste toujours fermé MARQUE.",
  "On en a parlé longtemps à NOM pendant la réunion MARQUE.",
];
const plain = [
  "On a souvent peur de rentrer aussi tard chez soi MARQUE.",
  "Personne ne vient jamais nous demander ce que nous faisons MARQUE.",
];

function contentsOf(names: readonly Named[]): VaultContents {
  const identities = names.map((each, index): Identity => {
    const participant = asParticipantId(each.participant ?? "");
    return {
      ...{
        id: `i00${String(index + 1)}`,
        kind: each.kind,
        names: [wholeName(each)],
        replacement: each.replacement,
      },
      ...(participant === undefined ? {} : { participant }),
    };
  });
  const answers = smallWords.map((form) => ({ form, says: "word" as const }));
  return { version: 1, id: STUDY, identities, answers, originals: {} };
}

function memoryVault(contents: VaultContents) {
  const nothing = async (): Promise<void> => undefined;
  return {
    ...{ path: "/nowhere", contents, save: nothing, prepareSave: () => undefined, changePassphrase: nothing },
    edit: async (change: (fresh: VaultContents) => VaultContents) => change(contents),
  };
}

/** Every form in doubt is the name of the first who bears it: nothing but names was put into these words. */
const askedOf: AskName = async ({ form, identities: [first, ...others], places }) => [
  {
    ...{ form, says: "name", identity: known(first).id },
    ...(others.length > 0 && { context: known(places[0]).context }),
  },
];

/** How a name gets into a document all the same: in plain words, and where no reader sees it. */
function typedNames(name: Named, dice: Dice): string[] {
  const whole = wholeName(name);
  const form = formOf(name, dice);
  const [first, second] = [whole.slice(0, 3), whole.slice(3)];
  const numbered = Array.from(whole)
    .map((sign) => `&#${String(sign.codePointAt(0))};`)
    .join("");
  const address = encodeURIComponent(whole.replaceAll(" ", "-"));
  return [
    `Nous avons ensuite revu ${form} devant la porte.`,
    `Nous avons ensuite revu **${first}**${second} devant la porte.`,
    `Nous avons ensuite revu ${numbered} devant la porte.`,
    `Voir [la page](https://exemple.org/${address}) pour la suite.`,
    `Voir [la page](https://exemple.org/a "${whole}") pour la suite.`,
    `| qui | quoi |\n| --- | --- |\n| ${form.replaceAll("\n", " ")} | rien |`,
    `Une suite[^a] à voir.\n\n[^a]: Vu avec ${form.replaceAll("\n", " ")} hier.`,
    `### Chez ${form.replaceAll("\n", " ")}`,
    `    code de ${form.replaceAll("\n", " ")}`,
    `![${whole}](image.png)`,
  ];
}

const slugOf = (name: Named, dice: Dice): string => {
  const whole = wholeName(name);
  return dice(2) === 0
    ? whole
    : whole.normalize("NFD").replace(/\p{M}/gu, "").replaceAll(" ", "-").toLowerCase();
};

function factsOf(text: string, voices: readonly Voice[]): SectionFacts {
  const content = agreedText(text);
  const id = known(asSectionId(/\{#([a-z]+)/.exec(content)?.[1] ?? ""));
  return {
    ...{ group, id, title: "", former: [], sent: undefined, corrections: [], note: undefined },
    present: {
      ...{ fingerprint: sectionFingerprint(content), content, voices },
      ...{ consulted: [], quoted: [], unknownTurns: [] },
    },
    electorate: {
      ...{ participants: people, rule: { kind: "unanimity" }, quotedMustAgree: false, minimum: 1 },
      ...{ askAgainAfter: null, silence: "not-agreement" },
    },
  };
}

const settings: Settings = {
  ...{ title: "Étude", language: "fr", kind: "collective", groups: [{ id: group, title: "Groupe" }] },
  ...{ participants: [], sessions: [], audience: "public", attribution: "description", pact: "" },
  ...{ vault: "kept", consent: "elsewhere", retention: {}, indistinct: 3 },
  validation: {
    ...{ rule: { kind: "unanimity" }, quotedMustAgree: false, minimum: 1 },
    ...{ silence: "not-agreement", askAgainAfter: null, sections: [] },
  },
};
