// A copy that comes back as plain text: saved as such, or pasted into a message and changed there.
import { CELL, layOut, NOTE, type LaidBlock } from "../../copy/layout.ts";
import type { SentCopy } from "../../copy/sent-copy.ts";
import type { ReturnedBlock, ReturnedText } from "../returned-text.ts";
import { isBlank } from "./lines.ts";
import { wordsOfLines, type SentWords } from "./sent-words.ts";

/** From this share of its words on, a text is the copy itself and not words about it. */
const MOST = 0.5;

/** True when these lines hold most of what the sections say. */
export function isCopyItself(lines: readonly string[], sent: SentWords): boolean {
  const known = sent
    .read(wordsOfLines(lines), undefined)
    .map((line) => (line.section === undefined ? 0 : line.known))
    .reduce((sum, count) => sum + count, 0);
  return sent.count > 0 && known >= sent.count * MOST;
}

/** The paragraphs of a copy, as they are read. */
export function linesSent(sent: SentCopy): ReadonlySet<string> {
  return new Set(laidOut(sent).map(({ text }) => plain(text)));
}

function laidOut({ letter, content }: SentCopy): LaidBlock[] {
  return [letter, content.presentation, ...content.sections.map(({ text }) => text)].flatMap(layOut);
}

/** The paragraphs of a copy saved as plain text: a line each, or folded and parted by blank lines. */
export function asReturnedText(lines: readonly string[], sent: SentCopy): ReturnedText {
  const laid = laidOut(sent);
  const known = linesSent(sent);
  const unmarked = lines.map((line) => line.replace(ownLabel, ""));
  const isOneEach = !isFolded(unmarked, laid);
  const paragraphs = isOneEach ? unmarked.filter((line) => !isBlank(line)) : unfolded(unmarked, known);
  const hasNotes = laid.some(({ text }) => text.includes(NOTE));
  const blocks = paragraphs.map((text) => blockOf(text, known));
  return {
    blocks: hasNotes ? withNotes(blocks) : blocks,
    comments: [],
    remarks: [],
    loss: [],
    diagnostics: [],
  };
}

/** What a copy writes before a person's own words. */
const ownLabel = /^\s*(?:Vos paroles|Your words)[ \u00A0\u202F]*:[ \u00A0\u202F]*/;

/** As long as programs fold lines. */
const WIDEST_FOLD = 100;

/** No line is longer than a fold, though paragraphs that were sent are. */
function isFolded(lines: readonly string[], laid: readonly LaidBlock[]): boolean {
  const longest = (texts: readonly string[]): number =>
    texts.reduce((most, { length }) => Math.max(most, length), 0);
  return longest(lines) <= WIDEST_FOLD && longest(laid.map(({ text }) => text)) > WIDEST_FOLD;
}

function unfolded(lines: readonly string[], known: ReadonlySet<string>): string[] {
  const paragraphs: string[][] = [];
  let isOpen = false;
  for (const line of lines) {
    const isAlone = known.has(plain(withoutBullet(line)));
    const isStart = !isOpen || isAlone || bullet.test(line);
    if (!isBlank(line)) {
      if (isStart) paragraphs.push([]);
      paragraphs.at(-1)?.push(line.trim());
    }
    isOpen = !isBlank(line) && !isAlone;
  }
  return paragraphs.map((parts) => parts.join(" "));
}

const bullet = /^[ \t]*(?:[•·▪◦‣o*–-]|\d{1,3}[.)])[ \t]+(?=\S)/;

const withoutBullet = (line: string): string => line.replace(bullet, "");

/** A bullet is how a list is written, unless the paragraph was sent with it. */
function blockOf(line: string, known: ReadonlySet<string>): ReturnedBlock {
  const text = line.trim();
  if (known.has(plain(text)) || !bullet.test(text)) return { text };
  return { text: withoutBullet(text), kind: "item" };
}

const plain = (text: string): string => text.replaceAll(CELL, " ").replace(/\s+/g, " ").trim();

/** `[1]` where a note is called, and before its text at the end. */
function withNotes(blocks: readonly ReturnedBlock[]): ReturnedBlock[] {
  const first = blocks.findIndex(({ text }) => /^\[1\]\s/.test(text));
  const body = first === -1 ? blocks : blocks.slice(0, first);
  const notes = first === -1 ? [] : blocks.slice(first);
  return [
    ...body.map((block) => ({ ...block, text: block.text.replace(/\[\d{1,3}\]/g, NOTE) })),
    ...notes.map((block, index) => ({
      ...block,
      text: block.text.replace(/^\[\d{1,3}\]\s+/, ""),
      note: index,
    })),
  ];
}
