// The diverging positions of someone who withdraws everything: each goes whole, in whichever words it
// stands by now. Whose one is, is told by what names its holder, and by who asked for one in the section.
import { findPositions, namedIn, type Position } from "../correction/positions.ts";
import type { ParticipantId } from "../kernel/ids.ts";
import { readDocuments } from "../retour/document.ts";
import { outline } from "../retour/outline.ts";
import type { Study } from "../study/open.ts";
import type { Participant } from "../study/settings.ts";
import { placeTokens } from "../wording/placed-tokens.ts";
import { foldPhrase, phrasesOf } from "../wording/phrases.ts";
import { correctionRows, documentRows, editionRows, recordedCorrections, validationRows } from "./store.ts";

export interface TheirPositions {
  /** Each paragraph that is theirs, folded, as it stands in some text of the study. */
  readonly paragraphs: ReadonlySet<string>;
  /** Their sentences, folded, but for what stands elsewhere too. */
  readonly sentences: readonly string[];
}

export const noPositions: TheirPositions = { paragraphs: new Set(), sentences: [] };

interface Section {
  readonly group: string;
  readonly id: string;
  readonly text: string;
}

interface Held {
  readonly participant: string;
  readonly group: string;
  readonly section: string;
  readonly words: string;
}

/** Looks for a person's positions in every document, edition and agreement of the study. */
export async function findTheirPositions(study: Study, person: ParticipantId): Promise<TheirPositions> {
  const { db } = study.ledger;
  const recorded = await recordedCorrections(db);
  const held = (await correctionRows(db)).flatMap(
    ({ id, participant, grp: group, section, ...row }): Held[] =>
      recorded.has(id) ? [{ participant, group, section, words: `${row.after}\n\n${row.comment}` }] : [],
  );
  const isTheirs = holderIs(person, held, study.settings.participants);
  const theirs: Position[] = [];
  const rest: string[] = [];
  for (const section of await everySection(study)) {
    let from = 0;
    for (const position of findPositions(section.text)) {
      if (!isTheirs(position, section)) continue;
      theirs.push(position);
      rest.push(section.text.slice(from, position.start));
      from = position.end;
    }
    rest.push(section.text.slice(from));
  }
  if (theirs.length === 0) return noPositions;
  const elsewhere = new Set(rest.flatMap((text) => [...runsOf(text, PROOF)]));
  const isAlone = (sentence: string): boolean =>
    ![...runsOf(sentence, PROOF)].some((run) => elsewhere.has(run));
  const sentences = new Set(theirs.flatMap(({ words }) => phrasesOf(words)).filter(isAlone));
  return { paragraphs: new Set(theirs.map(({ text }) => foldPhrase(text))), sentences: [...sentences] };
}

/** So many words in a row that stand elsewhere are not theirs alone: a position may say what it is against. */
const PROOF = 5;
/** So many in a row say whose position it is, of two who are called the same. */
const SHARED = 3;

/**
 * Those that a person may hold: who is named as they are and asked for one there, or else in the group, or
 * who is merely named so; where nobody's name is read, whoever asked for one. Of several, it is another's only when
 * it says what that one asked and nothing of theirs: better a position too many gone than theirs left.
 */
function holderIs(
  person: ParticipantId,
  held: readonly Held[],
  people: readonly Participant[],
): (position: Position, section: Section) => boolean {
  const wordsOf = (whose: (each: Held) => boolean): Set<string> =>
    new Set(held.filter(whose).flatMap(({ words }) => [...runsOf(words, SHARED)]));
  return ({ label, words }, { group, id }) => {
    const inGroup = held.filter((each) => each.group === group);
    const asked = [inGroup.filter(({ section }) => section === id), inGroup].map(
      (some) => new Set(some.map(({ participant }) => participant)),
    );
    const known = people.filter((each) => each.groups.some((own) => own === group));
    const named = namedIn(label, known);
    const candidates =
      [
        ...asked.map((some) => named.filter((each) => some.has(each))),
        named,
        ...asked.map((some) => [...some]),
      ].find((some) => some.length > 0) ?? [];
    if (!candidates.includes(person)) return false;
    const others = wordsOf((each) => each.participant !== person && candidates.includes(each.participant));
    const own = wordsOf((each) => each.participant === person);
    const said = [...runsOf(words, SHARED)];
    const isSaid = (by: Set<string>, not: Set<string>): boolean =>
      said.some((run) => by.has(run) && !not.has(run));
    return !isSaid(others, own) || isSaid(own, others);
  };
}

/** All runs of so many words, folded; none of what has fewer. */
function* runsOf(text: string, length: number): Generator<string> {
  const keys = placeTokens(text).map(({ key }) => key);
  for (let at = 0; at + length <= keys.length; at += 1) yield keys.slice(at, at + length).join(" ");
}

async function everySection(study: Study): Promise<Section[]> {
  const { db } = study.ledger;
  const sectionsOf = (group: string, text: string | null): Section[] =>
    outline(text ?? "", "").outline.sections.map(({ id, text: own }) => ({ group, id, text: own }));
  return [
    ...(await readDocuments(study)).flatMap(({ group, text }) => sectionsOf(group, text)),
    ...(await documentRows(db)).flatMap(({ grp, content }) => sectionsOf(grp, content)),
    ...(await editionRows(db)).flatMap(({ grp, content }) => sectionsOf(grp, content)),
    ...(await validationRows(db)).map(({ grp: group, section: id, content }) => ({
      group,
      id,
      text: content,
    })),
  ];
}
