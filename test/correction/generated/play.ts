// One return from beginning to end: a document, its copy by the real writer, edits, the real
// reader, the comparison; and what it found beside what was done.
import { compareReturn, type FoundCorrection } from "../../../src/correction/compare-return.ts";
import { docxReturn } from "../../../src/correction/formats/docx.ts";
import { markdownReturn } from "../../../src/correction/formats/markdown.ts";
import { odtReturn } from "../../../src/correction/formats/odt.ts";
import type { Loss, OpenedReturn, ReadReturn } from "../../../src/correction/return.ts";
import { splice } from "../../../src/correction/splice.ts";
import { docxCopy } from "../../../src/copy/formats/docx.ts";
import { odtCopy } from "../../../src/copy/formats/odt.ts";
import { readFrozen } from "../../../src/copy/frozen.ts";
import { layOut } from "../../../src/copy/layout.ts";
import type { SentCopy } from "../../../src/copy/sent-copy.ts";
import { fileOf, sentCopy } from "../sent.ts";
import { Dice } from "./dice.ts";
import { makeDocument } from "./document.ts";
import { acceptedSection, editKinds, textOf, wordsOf, type AcceptedBlock, type Edited } from "./edited.ts";
import { editDocument } from "./editor.ts";
import { editMarkdown, markdownOf } from "./markdown.ts";
import { editOpenDocument } from "./opendocument.ts";
import { ordinarySpeech, uniqueSpeech } from "./speech.ts";
import { editWord } from "./word.ts";

export const formats = ["docx", "odt", "md"] as const;
export type Format = (typeof formats)[number];

export interface Played {
  readonly edited: Edited;
  readonly isTouching: boolean;
  readonly isUnique: boolean;
  readonly sent: SentCopy;
  readonly read: ReadReturn;
  readonly corrections: readonly FoundCorrection[];
  readonly loss: readonly Loss[];
  /** What came back, for who looks into it. */
  readonly returned: string;
}

/** Half of the returns have edits that touch; one in four is of ordinary words. */
export async function play(format: Format, seed: number): Promise<Played> {
  const dice = new Dice(seed * 7919 + formats.indexOf(format));
  const isUnique = seed % 4 !== 3;
  const isTouching = seed % 2 === 1;
  const speech = isUnique ? uniqueSpeech(dice) : ordinarySpeech(dice);
  const made = makeDocument(dice, speech);
  const tracking = dice.pick([1, 1, 0, 0.5]);
  const edited = editDocument(made, dice, speech, {
    kinds: editKinds.filter((kind) => format !== "md" || kind !== "format"),
    count: dice.number(1, 12),
    isTouching,
    isTracked: () => dice.chance(tracking),
  });
  const sent = sentCopy({ content: readFrozen(`# Questions\n\nUn mot.\n\n${markdownOf(made)}\n`) });
  const { opened, returned } = await answer(format, sent, edited, dice);
  const read = opened.read(sent);
  const { corrections, loss } = compareReturn(sent, read);
  return { edited, isTouching, isUnique, sent, read, corrections, loss, returned };
}

async function answer(
  format: Format,
  sent: SentCopy,
  edited: Edited,
  dice: Dice,
): Promise<{ opened: OpenedReturn; returned: string }> {
  if (format === "md") {
    const copy = fileOf(sent);
    const [first] = sent.content.sections;
    const returned = editMarkdown(edited, copy.slice(0, copy.indexOf(first?.text ?? "")), dice);
    return { opened: await markdownReturn.open(Buffer.from(returned), "f.md"), returned };
  }
  const copy = await (format === "docx" ? docxCopy : odtCopy).write(sent);
  if (typeof copy === "string") throw new Error("no bytes");
  const bytes = format === "docx" ? editWord(copy, edited, dice) : editOpenDocument(copy, edited, dice);
  const reader = format === "docx" ? docxReturn : odtReturn;
  return { opened: await reader.open(Buffer.from(bytes), `f.${format}`), returned: "" };
}

export interface Measured {
  readonly removed: number;
  readonly added: number;
  readonly missed: string[];
  /** Words of corrections that nobody changed. */
  readonly invented: string[];
  /** Words that nobody changed, between others of one sentence that someone did. */
  readonly carried: number;
  /** Words that stay among edits that touch, said to be taken out beside and put back. */
  readonly putBack: number;
  /** Of those carried, what stands in no sentence of which several words were changed. */
  readonly stray: string[];
  /** What the corrections do not give, or the loss should not hold. */
  readonly unfaithful: string[];
  readonly uncommented: string[];
}

export function measure(played: Played): Measured {
  const { edited, corrections, loss } = played;
  const sections = edited.made.ids.map((id, section) => {
    const own = corrections.filter((each) => each.section === id && each.start !== null);
    return { ...measureWords(played, section, own), unfaithful: unfaithfulIn(played, section, own) };
  });
  const strange = loss.filter(({ place }) => !/^(?:layout|moved)\//.test(place));
  return {
    removed: sum(sections.map((each) => each.removed)),
    added: sum(sections.map((each) => each.added)),
    missed: sections.flatMap((each) => each.missed),
    invented: sections.flatMap((each) => each.invented),
    carried: sum(sections.map((each) => each.carried)),
    putBack: sum(sections.map((each) => each.putBack)),
    stray: sections.flatMap((each) => each.stray),
    unfaithful: [
      ...sections.flatMap((each) => each.unfaithful),
      ...strange.map(({ place, words }) => `${place}: ${words}`),
      ...loss
        .filter(
          ({ place }) => place.startsWith("moved/") && edited.order.every((each, index) => each === index),
        )
        .map(({ place }) => place),
    ],
    uncommented: commentsMissed(played),
  };
}

const sum = (list: readonly number[]): number => list.reduce((total, each) => total + each, 0);

/** Words of a text of Markdown: neither addresses, nor ids, nor the labels of notes. */
export function wordsIn(markdown: string): string[] {
  return wordsOf(markdown.replace(/\]\([^)\s]*\)?|\{#[^}]*\}?|\[\^[^\]]*\]:?|https?:\S*/g, " "));
}

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The words of a list that another has not, as often as they come. */
export function without(words: readonly string[], others: readonly string[]): string[] {
  const left = countOf(others);
  return words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

type Counted = Pick<Measured, "removed" | "added" | "missed" | "invented" | "carried" | "putBack" | "stray">;

function measureWords(
  { edited, isTouching, isUnique, sent }: Played,
  section: number,
  own: readonly FoundCorrection[],
): Counted {
  const edits = edited.edits;
  const before = wordsIn(sent.content.sections[section]?.text ?? "");
  const after = acceptedSection(edited, section).flatMap(({ text }) => wordsOf(text));
  const changing = own.filter((each) => each.before !== each.after);
  const takenOut = changing.flatMap((each) => wordsIn(each.before));
  const putIn = changing.flatMap((each) => wordsIn(each.after));
  if (!isUnique) return measureOrdinary(edited, section, changing);
  const [gone, come] = [without(before, after), without(after, before)];
  const missed = [
    ...gone.filter((word) => !takenOut.includes(word)).map((word) => `-${word}`),
    ...come.filter((word) => !putIn.includes(word)).map((word) => `+${word}`),
  ];
  const moves = edits.filter(({ kind }) => kind.startsWith("move-"));
  // A move is said of the words that moved, or of those they passed: both say the same.
  const moved = (word: string): boolean =>
    moves.some(({ removed, passed }) => removed.has(word) || passed.has(word));
  const stays = new Set(before.filter((word) => after.includes(word)));
  for (const { kind, removed, passed } of moves) {
    const here = [...removed].filter((word) => stays.has(word));
    const said = (words: Iterable<string>): boolean =>
      [...words].every((word) => !stays.has(word) || (takenOut.includes(word) && putIn.includes(word)));
    // Of several moves that cross, more than two tellings are true: the text applied is held against each.
    const isAlone = moves.filter((each) => [...each.removed].some((word) => stays.has(word))).length === 1;
    if (isAlone && here.length > 0 && !said(removed) && !said(passed))
      missed.push(`${kind}: ${here.join(" ")}`);
  }
  const invented: string[] = [];
  const stray: string[] = [];
  let [carried, putBack] = [0, 0];
  for (const { before: old, after: now } of changing) {
    const [olds, news] = [wordsIn(old), wordsIn(now)];
    for (const word of new Set([...olds, ...news])) {
      if (gone.includes(word) || come.includes(word) || moved(word)) continue;
      const isInOne = olds.includes(word) && news.includes(word);
      // Among edits that touch, a word that stays may be taken out by one correction and put back by the next.
      const isPutBack = isTouching && takenOut.includes(word) && putIn.includes(word);
      if (!isInOne && isPutBack) putBack += news.includes(word) ? 1 : 0;
      else if (!isInOne) invented.push(word);
      else {
        carried += 1;
        if (!isInRewritten(edited, section, word)) stray.push(word);
      }
    }
  }
  return { removed: gone.length, added: come.length, missed, invented, carried, putBack, stray };
}

/** Whether a word stands in a block of which a sentence was rewritten: that is several changes by one edit. */
function isInRewritten({ blocks, edits }: Edited, section: number, word: string): boolean {
  return blocks.some(
    ({ section: own, letters }) =>
      own === section &&
      wordsOf(textOf(letters)).includes(word) &&
      letters.some(({ edit }) => edit !== undefined && edits[edit]?.kind === "rewrite-sentence"),
  );
}

/** Words that come back cannot be told apart: what is claimed is counted. */
function measureOrdinary(edited: Edited, section: number, changing: readonly FoundCorrection[]): Counted {
  const blocks = edited.blocks.filter((block) => block.section === section);
  const done = { removed: 0, added: 0 };
  for (const { letters, isCalledOff } of blocks) {
    done.removed += wordsTouched(
      letters.map(({ ch, fate }) => ({
        ch,
        is: fate === "del" || isCalledOff === true,
        skip: fate === "ins",
      })),
    );
    done.added += wordsTouched(
      letters.map(({ ch, fate }) => ({ ch, is: fate === "ins", skip: fate === "del" })),
    );
  }
  let [claimed, carried] = [0, 0];
  for (const { before, after } of changing) {
    const [olds, news] = [wordsIn(before), wordsIn(after)];
    const common = commonLength(olds, news);
    carried += common;
    claimed += olds.length + news.length - 2 * common;
  }
  // A move may be said of what it passed.
  const passed = sum(edited.edits.map((edit) => edit.passedWords));
  const most = done.removed + done.added + 2 * passed;
  const invented = claimed > most ? [`${String(claimed)} words claimed, ${String(most)} changed`] : [];
  return { ...done, missed: [], invented, carried, putBack: 0, stray: [] };
}

/** The words of a text in which a letter is marked, or beside a mark with no letter between. */
function wordsTouched(letters: readonly { ch: string; is: boolean; skip: boolean }[]): number {
  const kept = letters.filter(({ skip }) => !skip);
  const text = kept.map(({ ch }) => ch).join("");
  return [...text.matchAll(/\p{L}{3,}/gu)].filter(({ 0: word, index }) =>
    kept.slice(Math.max(0, index - 1), index + word.length + 1).some(({ is }) => is),
  ).length;
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    for (const [index, other] of b.entries())
      next.push(word === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The text sent with the corrections applied, beside the text as it came back. */
function unfaithfulIn(
  { edited, sent, loss }: Played,
  section: number,
  own: readonly FoundCorrection[],
): string[] {
  const source = sent.content.sections[section];
  if (source === undefined) return ["no section"];
  const changes = own.flatMap(({ start, end, before, after }) =>
    start === null || end === null || before === after ? [] : [{ start, end, after }],
  );
  const applied = splice(
    source.text,
    [...changes].sort((a, b) => a.start - b.start || a.end - b.end),
  );
  const [got, wanted] = [shown(seenIn(applied)), shown(acceptedSection(edited, section))];
  if (got === wanted) return [];
  const flat = (text: string): string => text.replace(/^\w+: /gm, "").replace(/\s+/g, " ");
  const isSaid = loss.some(({ place }) => place === `layout/${source.id}`);
  if (isSaid && flat(got) === flat(wanted)) return [];
  return [`${source.id}${isSaid ? " (said)" : ""}\n--- got\n${got}\n--- wanted\n${wanted}`];
}

function seenIn(markdown: string): AcceptedBlock[] {
  const laid = layOut(markdown);
  const kindOf = ({ kind, level, quote, text }: (typeof laid)[number]): AcceptedBlock["kind"] => {
    if (kind === "heading") return level === 2 ? "title" : "part";
    if (kind === "row" || kind === "item") return kind;
    return quote === 0 ? "paragraph" : text.startsWith("—") ? "source" : "quote";
  };
  const body = laid.filter(({ note }) => note === undefined);
  const calls = body.flatMap(({ runs }) => runs.flatMap(({ note }) => note ?? []));
  return [
    ...body.map((block) => ({ kind: kindOf(block), text: block.text })),
    ...calls.map((call): AcceptedBlock => {
      const note = laid.filter((block) => block.note === call);
      return { kind: "note", text: note.map(({ text }) => text).join("\n") };
    }),
  ];
}

function shown(blocks: readonly AcceptedBlock[]): string {
  return blocks
    .map(({ kind, text }) => `${kind}: ${text.replace(/[  ]+/g, " ").trim()}`)
    .filter((line) => !/^(?:paragraph|quote|item): $/.test(line))
    .join("\n");
}

function commentsMissed({ edited, corrections, isTouching, isUnique, returned }: Played): string[] {
  return edited.comments.flatMap(({ words, section, on }) => {
    const found = corrections.filter(({ comment }) => comment.includes(words));
    const [one, other] = found;
    if (one === undefined || other !== undefined) return [`${words}: ${String(found.length)} corrections`];
    if (one.section !== edited.made.ids[section]) return [`${words}: in ${one.section}`];
    // On the page of a text editor, a comment over paragraphs stands at a point.
    if (isTouching || !isUnique || returned !== "") return [];
    const own = wordsIn(one.before);
    return own.join(" ") === on.join(" ") ? [] : [`${words}: on ${own.join(" ")}, not on ${on.join(" ")}`];
  });
}
