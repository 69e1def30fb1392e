// A section as passages to read together: each sentence, or those that someone rewrites as one,
// with what everybody asks of it.
import { sameWords } from "../wording/fold.ts";
import { standings, type Standings } from "./standings.ts";
import type { Stretch } from "./comparison.ts";
import type { Correction } from "./correction.ts";
import { editOf, type Edit } from "./edit.ts";
import { sentencesOf, type Sentence } from "./sentences.ts";
import { seenStretches, seenUnits, seenWords } from "./seen.ts";

/** What one return, or one version, changes in a section. */
export interface Voice {
  readonly by: string | null;
  /** The id of the return; undefined of a version. */
  readonly from?: string | undefined;
  readonly edits: readonly Edit[];
  /** What has a place in the section. */
  readonly asked: readonly Correction[];
}

/** One way a passage would read. */
export interface Wording {
  /** All who ask for these very words; an edition, or null for the document as it stands. */
  readonly by: readonly (string | null)[];
  /** The returns that do; none of an edition. */
  readonly returns: readonly string[];
  /** Exactly as it is written, Markdown's marks included: `same` and `removed` make the passage. */
  readonly written: readonly Stretch[];
  /** The same to read. */
  readonly stretches: readonly Stretch[];
}

/** A correction that touches a passage. */
export interface Asked {
  readonly correction: Correction;
  /** False where it goes on from a passage before. */
  readonly isFirst: boolean;
}

export interface Passage extends Standings {
  /** `between`: where nothing stood and words are added. */
  readonly kind: Sentence["kind"] | "between";
  /** Of a heading, 1 to 6; else 0. */
  readonly level: number;
  /** Range in the sent text; passages follow each other without a gap. */
  readonly start: number;
  readonly end: number;
  /** The words sent, to read. */
  readonly text: string;
  /** None when nobody changes it. */
  readonly wordings: readonly Wording[];
  readonly asked: readonly Asked[];
}

export function isTouched({ wordings, asked }: Passage): boolean {
  return wordings.length > 0 || asked.length > 0;
}

/** Cuts a section into passages; together they hold the whole of it, and every edit. */
export function passagesOf(sent: string, voices: readonly Voice[]): Passage[] {
  const plan = new Plan(sent, voices);
  const seen = seenUnits(sent);
  for (const { by, from, edits, asked } of voices) {
    const parts = new Map<Row, Edit[]>();
    for (const [row, part] of edits.flatMap((edit) => plan.partsOf(edit))) {
      const list = parts.get(row);
      if (list) list.push(part);
      else parts.set(row, [part]);
    }
    for (const [row, list] of parts) row.parts.push({ by, from, edits: list });
    for (const correction of asked)
      for (const [index, row] of plan.touchedBy(correction).entries())
        row.asked.push({ correction, isFirst: index === 0 });
  }
  return plan.rows.map(({ kind, level, start, end, parts, asked }) => {
    const wordings = wordingsOf({ sent, seen, start, end }, parts);
    const together = wordings.map(({ by }) => by.filter((person) => person !== null));
    return {
      ...{ kind, level, start, end },
      text: seenWords(sent, seen, start, end).trim(),
      ...{ wordings, asked },
      ...standings(
        asked.map(({ correction }) => correction),
        together,
      ),
    };
  });
}

interface Row extends Pick<Passage, "kind" | "level" | "start"> {
  end: number;
  readonly parts: Pick<Voice, "by" | "from" | "edits">[];
  readonly asked: Asked[];
}

/** Where an edit belongs: to a sentence, or after it when it adds sentences of its own. */
interface Home {
  readonly index: number;
  readonly isAfter: boolean;
}

/** Where passages begin and end, for all who answered. */
class Plan {
  readonly rows: Row[] = [];
  readonly #sent: string;
  readonly #sentences: readonly Sentence[];
  /** The row of each sentence, and the one after it where words are added. */
  readonly #rowOf: Row[] = [];
  readonly #rowAfter = new Map<number, Row>();

  constructor(sent: string, voices: readonly Voice[]) {
    this.#sent = sent;
    const found = sentencesOf(sent);
    this.#sentences =
      found.length > 0 ? found : [{ kind: "paragraph", level: 0, start: 0, end: sent.length }];
    const joined = new Set<number>();
    const gaps = new Set<number>();
    for (const { edits } of voices)
      for (const edit of edits) {
        const { index, isAfter } = this.#homeOf(edit);
        if (isAfter) gaps.add(index);
        else for (let last = this.#lastOf(edit, index); last > index; last -= 1) joined.add(last);
      }
    this.#lay(joined, gaps);
  }

  #lay(joined: ReadonlySet<number>, gaps: ReadonlySet<number>): void {
    let row: Row | undefined;
    for (const [index, { kind, level, start, end }] of this.#sentences.entries()) {
      const next = this.#sentences[index + 1];
      const stop = next?.start ?? this.#sent.length;
      const isGap = gaps.has(index) && !joined.has(index + 1);
      if (row !== undefined && joined.has(index)) row.end = isGap ? end : stop;
      else {
        row = { kind, level, start: index === 0 ? 0 : start, end: isGap ? end : stop, parts: [], asked: [] };
        this.rows.push(row);
      }
      this.#rowOf.push(row);
      if (!isGap) continue;
      const after: Row = { kind: "between", level: 0, start: end, end: stop, parts: [], asked: [] };
      this.#rowAfter.set(index, after);
      this.rows.push(after);
    }
  }

  #homeOf(edit: Edit): Home {
    const { start } = wordsOf(this.#sent, edit);
    const index = lastStarting(this.#sentences, start);
    if (this.#stands(edit, index)) return { index, isAfter: true };
    const isBefore = index > 0 && start === this.#sentences[index]?.start && this.#stands(edit, index - 1);
    return { index: isBefore ? index - 1 : index, isAfter: isBefore };
  }

  /** The last sentence that is rewritten with the first one. */
  #lastOf(edit: Edit, first: number): number {
    if (edit.after.trim() === "") return first;
    const { start, end } = wordsOf(this.#sent, edit);
    if (end > start) return lastStarting(this.#sentences, end - 1);
    // Words that begin the next sentence, put in where this one ends.
    const stop = this.#sentences[first]?.end ?? 0;
    const isNext = start === stop && isEnded(this.#sent, stop) && /^\s/.test(edit.after);
    return Math.min(isNext ? first + 1 : first, this.#sentences.length - 1);
  }

  /** True when words are added after a sentence, and are whole sentences: they are part of none. */
  #stands({ start, end, after }: Edit, index: number): boolean {
    const stop = this.#sentences[index]?.end ?? 0;
    const next = this.#sentences[index + 1]?.start ?? this.#sent.length;
    if (start < stop || end > next || after.trim() === "") return false;
    const [lead, tail] = [this.#sent.slice(stop, start) + after, after + this.#sent.slice(end, next)];
    const begins = isEnded(this.#sent, stop) ? /^\s/.test(lead) : /^[ \t]*\n/.test(lead);
    return (
      begins &&
      (isEnded(after) || /\n\s*$/.test(tail.slice(after.trimEnd().length)) || end === this.#sent.length)
    );
  }

  /** What each row holds of an edit; one that only takes out is cut where rows end. */
  partsOf(edit: Edit): [Row, Edit][] {
    const { start, end, after } = edit;
    const words = wordsOf(this.#sent, edit);
    if (words.start === words.end && after.trim() === "") return [];
    const { index, isAfter } = this.#homeOf(edit);
    const home = (isAfter ? this.#rowAfter.get(index) : undefined) ?? this.#rowOf[index];
    const parts: [Row, Edit][] = [];
    for (let at = lastStarting(this.rows, start); at < this.rows.length; at += 1) {
      const row = this.rows[at];
      if (row === undefined || (row.start >= end && row.start > start)) break;
      if (row === home) continue;
      const part = { start: Math.max(start, row.start), end: Math.min(end, row.end), after: "" };
      if (this.#sent.slice(part.start, part.end).trim() !== "") parts.push([row, part]);
    }
    if (home === undefined) return parts;
    const within = (place: number): number => Math.min(Math.max(place, home.start), home.end);
    const own: [Row, Edit] = [home, { start: within(start), end: within(end), after }];
    return [own, ...parts];
  }

  touchedBy(correction: Correction): Row[] {
    const edit = editOf(correction);
    if (edit !== undefined) return this.partsOf(edit).map(([row]) => row);
    const row = this.#rowOf[lastStarting(this.#sentences, correction.start ?? 0)];
    return row === undefined ? [] : [row];
  }
}

/** The range of an edit without the white space at its ends. */
function wordsOf(sent: string, { start, end }: Edit): { start: number; end: number } {
  const words = sent.slice(start, end);
  if (words.trim() === "") return { start, end: start };
  return { start: end - words.trimStart().length, end: start + words.trimEnd().length };
}

/** True when a sentence ends where these words do. */
function isEnded(text: string, end = text.length): boolean {
  return /[.!?…](?:\s?[»”]|["'’)\]*_])*\s*$/.test(text.slice(Math.max(0, end - 40), end));
}

/** The last thing that starts at a place or before; the first when none does. */
function lastStarting(list: readonly { readonly start: number }[], at: number): number {
  let [low, high] = [0, list.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((list[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, 0);
}

interface Range {
  readonly sent: string;
  readonly seen: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** The ways a passage would read, each once, with all who ask for it. */
function wordingsOf({ sent, seen, start, end }: Range, parts: Row["parts"]): Wording[] {
  const found: Found[] = [];
  for (const { by, from, edits } of parts) {
    const written = stretchesOf(sent, start, end, edits);
    const same = found.find((each) => asksTheSame(each, { edits, written }));
    const wording = same ?? { by: new Set(), returns: [], edits, written };
    if (same === undefined) found.push(wording);
    wording.by.add(by);
    if (from !== undefined) wording.returns.push(from);
  }
  return found.map(({ by, returns, written }) => ({
    ...{ by: [...by], returns },
    written,
    stretches: seenStretches(written, seen, start),
  }));
}

interface Found {
  readonly by: Set<string | null>;
  readonly returns: string[];
  readonly edits: readonly Edit[];
  readonly written: readonly Stretch[];
}

type Made = Pick<Found, "edits" | "written">;

/** True when both make the same of a passage: the same words in the place of the same, or the same letters in all. */
function asksTheSame(one: Made, other: Made): boolean {
  const isAlike =
    one.edits.length === other.edits.length &&
    one.edits.every(({ start, end, after }, index) => {
      const edit = other.edits[index];
      return start === edit?.start && end === edit.end && sameWords(after, edit.after);
    });
  return isAlike || madeOf(one) === madeOf(other);
}

function madeOf({ written }: Made): string {
  return written.map(({ op, text }) => (op === "removed" ? "" : text)).join("");
}

function stretchesOf(sent: string, from: number, to: number, edits: readonly Edit[]): Stretch[] {
  const stretches: Stretch[] = [];
  const push = (op: Stretch["op"], text: string): void => {
    if (text !== "") stretches.push({ op, text });
  };
  let at = from;
  for (const { start, end, after } of edits) {
    push("same", sent.slice(at, start));
    push("removed", sent.slice(start, end));
    push("added", after);
    at = end;
  }
  push("same", sent.slice(at, to));
  return stretches;
}
