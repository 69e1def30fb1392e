// What the ledger's texts become without the words: documents, editions, agreements, corrections of
// anybody. Everything that points into a text is moved with it.
import type { Row } from "../ledger/schema.ts";
import { readFrozen } from "../copy/frozen.ts";
import type { ParticipantId } from "../kernel/ids.ts";
import type { Study } from "../study/open.ts";
import { phrasesOf } from "../wording/phrases.ts";
import { merged, splice, type Range, type Spliced } from "../wording/cut-out.ts";
import { correctionRows, editionRows, keptTexts, returnRows, type KeptText } from "./store.ts";
import type { Words } from "./words.ts";

export interface LedgerCuts {
  /** The texts that change, and what they become. */
  readonly texts: readonly (KeptText & { readonly now: string })[];
  /** The corrections that change, as they are to be: some only move with the text they are in. */
  readonly corrections: readonly Row<"correction">[];
  /** Those of them that lose words. */
  readonly losing: readonly string[];
}

/**
 * `person`: whose corrections lose all their words; undefined when only some turns are withdrawn.
 * `mark` stands where words were.
 */
export async function cutLedger(
  study: Study,
  words: Words,
  mark: string,
  person: ParticipantId | undefined,
): Promise<LedgerCuts> {
  const { db } = study.ledger;
  const sections = cutEditions(await editionRows(db), words, mark);
  const rows = await correctionRows(db);
  const own = new Set(rows.filter(({ participant }) => participant === person).map(({ id }) => id));
  const ownReturns = new Set(
    (await returnRows(db)).filter(({ participant }) => participant === person).map(({ id }) => id),
  );
  const about = new Set<string>();
  const corrections = rows.map((row) => {
    if (own.has(row.id)) return { ...row, start: null, end: null, before: "", after: "", comment: "" };
    const section = sections.get(placeOf(row));
    if (section !== undefined && touches(row, section.cuts)) about.add(row.id);
    return cutCorrection(row, section, { words, mark, isAbout: about.has(row.id) });
  });
  const texts = (await keptTexts(db)).map((each) => {
    const { table, subject, text, column } = each;
    const isTheirs =
      (table === "decision" && column === "text" && own.has(subject)) ||
      (table === "loss" && ownReturns.has(subject));
    const cuts = table === "decision" && about.has(subject) ? traces(text, words) : words.cutsIn(text);
    return { ...each, now: isTheirs ? "" : splice(text, cuts, mark).text };
  });
  const isOther = (names: readonly (keyof Row<"correction">)[]) => (now: Row<"correction">, index: number) =>
    names.some((name) => now[name] !== rows[index]?.[name]);
  const said = ["before", "after", "comment"] as const;
  return {
    texts: texts.filter(({ text, now }) => text !== now),
    corrections: corrections.filter(isOther(["start", "end", ...said])),
    losing: corrections.filter(isOther(said)).map(({ id }) => id),
  };
}

/** What a person wrote in their corrections, but for what they had been sent: sentence by sentence, folded. */
export async function sentencesOfTheirs(study: Study, person: ParticipantId): Promise<string[]> {
  const { db } = study.ledger;
  const editions = await editionRows(db);
  const sent = new Map(editions.map(({ id, content }) => [id, new Set(phrasesOf(content ?? ""))]));
  return (await correctionRows(db))
    .filter(({ participant }) => participant === person)
    .flatMap(({ edition, after, comment }) =>
      [...phrasesOf(after), ...phrasesOf(comment)].filter(
        (phrase) => sent.get(edition)?.has(phrase) !== true,
      ),
    );
}

interface CutSection extends Spliced {
  /** Before the words are taken out. */
  readonly was: string;
  readonly cuts: readonly Range[];
  /** False when the edition as it will be reads otherwise: nothing can then be placed in it. */
  readonly isPlaced: boolean;
}

const placeOf = ({ edition, section }: Row<"correction">): string => `${edition} ${section}`;

/** The sections of every edition that was sent, as people were sent them. */
function cutEditions(
  editions: readonly Row<"edition">[],
  words: Words,
  mark: string,
): Map<string, CutSection> {
  const found = new Map<string, CutSection>();
  for (const { id, content } of editions) {
    const cuts = words.cutsIn(content ?? "");
    if (content === null || cuts.length === 0) continue;
    const now = new Map(
      readFrozen(splice(content, cuts, mark).text).sections.map((each) => [String(each.id), each.text]),
    );
    for (const section of readFrozen(content).sections) {
      const own = words.cutsIn(section.text);
      const spliced = splice(section.text, own, mark);
      const isPlaced = now.get(section.id) === spliced.text;
      found.set(`${id} ${section.id}`, { ...spliced, was: section.text, cuts: own, isPlaced });
    }
  }
  return found;
}

const touches = ({ start, end }: Row<"correction">, cuts: readonly Range[]): boolean =>
  start !== null &&
  end !== null &&
  cuts.some((cut) => start < cut.end && cut.start < Math.max(end, start + 1));

function traces(text: string, words: Words): Range[] {
  return merged([...words.cutsIn(text), ...words.tracesIn(text)], text);
}

/** A correction of words that are gone keeps what its author made of others: where it is moves with them. */
function cutCorrection(
  row: Row<"correction">,
  section: CutSection | undefined,
  { words, mark, isAbout }: { words: Words; mark: string; isAbout: boolean },
): Row<"correction"> {
  const cut = (text: string): string =>
    splice(text, isAbout ? traces(text, words) : words.cutsIn(text), mark).text;
  const [after, comment] = [cut(row.after), cut(row.comment)];
  const { start, end } = row;
  if (
    section === undefined ||
    start === null ||
    end === null ||
    section.was.slice(start, end) !== row.before
  ) {
    const before = cut(row.before);
    return { ...row, before, after: row.after === row.before ? before : after, comment };
  }
  const place = { start: section.startOf(start), end: Math.max(section.startOf(start), section.endOf(end)) };
  const before = section.text.slice(place.start, place.end);
  // Other words for words that are gone say them again.
  const isAllGone = row.after.trim() !== "" && before === mark;
  const kept = row.after === row.before ? before : isAllGone ? mark : after;
  return {
    ...row,
    ...(section.isPlaced ? place : { start: null, end: null }),
    ...{ before, after: kept, comment },
  };
}
