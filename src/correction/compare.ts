// `diff`: what was sent beside what came back, one edition beside another, what was agreed to
// beside what the document says now.
import { readFrozen } from "../copy/frozen.ts";
import { readDocuments } from "../retour/document.ts";
import { agreedText } from "../retour/section.ts";
import type { Study } from "../study/open.ts";
import { compareAsked, compareVersions, type ComparedSection } from "./comparison.ts";
import type { Correction } from "./correction.ts";
import { refuse } from "./messages.ts";
import { editionsSent, type SentEdition } from "./sent-editions.ts";
import { allCorrections, lastValidated } from "./store.ts";

/** Each section that someone asked something about, in the last edition of each group that was answered. */
export async function compareReturns(
  study: Study,
  wanted: { readonly section?: string | undefined; readonly from: readonly string[] },
): Promise<ComparedSection[]> {
  const editions = await editionsSent(study);
  if (editions.length === 0) throw refuse("comparison.nothing-sent", {});
  const corrections = await allCorrections(study.ledger.db);
  const people = new Set(corrections.map((each): string => each.participant));
  const compared = study.settings.groups.flatMap(({ id }) => {
    const ofGroup = editions.filter(({ group }) => group.id === id);
    const isAnswered = (edition: SentEdition): boolean =>
      corrections.some((each) => each.edition === edition.id);
    const edition = ofGroup.findLast(isAnswered) ?? ofGroup.at(-1);
    if (edition === undefined) return [];
    const asked = new Map<string, Correction[]>();
    for (const each of corrections) {
      if (each.edition !== edition.id) continue;
      if (wanted.from.length > 0 && !wanted.from.includes(each.participant)) continue;
      const list = asked.get(each.section);
      if (list) list.push(each);
      else asked.set(each.section, [each]);
    }
    return readFrozen(edition.content).sections.map(({ id: section, title, text }) =>
      compareAsked({ id: section, group: id, title }, text, asked.get(section) ?? []),
    );
  });
  const stranger = wanted.from.find((each) => !people.has(each));
  if (stranger !== undefined)
    throw refuse("comparison.no-return", { participant: stranger, known: [...people].join(", ") });
  return only(compared, wanted.section);
}

/** Two sent editions of one group. */
export async function compareEditions(
  study: Study,
  first: string,
  second: string,
  section: string | undefined,
): Promise<ComparedSection[]> {
  const editions = await editionsSent(study);
  const find = (id: string): SentEdition => {
    const found = editions.find((each) => each.id === id);
    if (found) return found;
    throw refuse("comparison.unknown-edition", {
      edition: id,
      known: editions.map((each) => each.id).join(", "),
    });
  };
  const [one, other] = [find(first), find(second)];
  if (one.group.id !== other.group.id) throw refuse("comparison.other-groups", { first, second });
  const [before, after] = [readFrozen(one.content).sections, readFrozen(other.content).sections];
  const gone = before.filter(({ id }) => !after.some((each) => each.id === id));
  const compared = [...after, ...gone.map((each) => ({ ...each, text: "" }))].map(({ id, title, text }) => {
    const earlier = before.find((each) => each.id === id)?.text ?? "";
    return compareVersions({ id, group: other.group.id, title }, other.id, earlier, text);
  });
  return only(compared, section);
}

/** The document as it stands beside the words that were last agreed to. */
export async function compareSinceValidated(
  study: Study,
  section: string | undefined,
): Promise<ComparedSection[]> {
  const compared: ComparedSection[] = [];
  for (const { group, sections } of await readDocuments(study)) {
    const validated = await lastValidated(study.ledger.db, group);
    for (const { id, title, text } of sections) {
      const agreed = validated.get(id);
      if (agreed === undefined) continue;
      compared.push(compareVersions({ id, group, title }, null, agreed, agreedText(text)));
    }
  }
  if (compared.length === 0) throw refuse("comparison.never-validated", {});
  return only(compared, section);
}

/** The section wanted, even when nothing differs in it; without one, those where something does. */
function only(compared: readonly ComparedSection[], wanted: string | undefined): ComparedSection[] {
  if (wanted === undefined) return compared.filter(({ variants }) => variants.length > 0);
  const found = compared.filter(({ id, group }) => id === wanted || `${group}/${id}` === wanted);
  if (found.length > 0) return found;
  throw refuse("comparison.unknown-section", {
    section: wanted,
    known: compared.map(({ id }) => id).join(", "),
  });
}
