// Where quoted words stand in a section: what a person answers is shown at the words it answers.
import { layOut } from "../../copy/layout.ts";
import { tokenize } from "../../wording/tokens.ts";
import type { LineWords } from "./sent-words.ts";

/** A range of a section's Markdown, in UTF-16 units, the end exclusive. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

/** The words of a section's text under its title, to look for others among them. */
export class SectionWords {
  readonly #places: readonly Passage[];
  /** All words, each after a space. */
  readonly #row: string;
  /** For each word, where it begins in the row. */
  readonly #starts = new Map<number, number>();

  /** `text`: the section's Markdown, its heading line first. */
  constructor(text: string) {
    const words = layOut(text).flatMap((block, index) =>
      index === 0 && block.kind === "heading" ? [] : wordsOf(block.text, block.places),
    );
    let at = 0;
    for (const [index, { word }] of words.entries()) {
      this.#starts.set(at, index);
      at += word.length + 1;
    }
    this.#row = words.map(({ word }) => ` ${word}`).join("") + " ";
    this.#places = words;
  }

  /** Where these lines stand, all of them in a row; undefined when nowhere, or in several places. */
  find(lines: readonly LineWords[]): Passage | undefined {
    const words = lines.flat();
    if (words.length === 0) return undefined;
    const wanted = ` ${words.join(" ")} `;
    const at = this.#row.indexOf(wanted);
    if (at === -1 || this.#row.includes(wanted, at + 1)) return undefined;
    const first = this.#starts.get(at) ?? 0;
    const [from, to] = [this.#places[first], this.#places[first + words.length - 1]];
    return from && to && { start: from.start, end: to.end };
  }

  /** True when these lines are all of the words, and no other. */
  isAll(lines: readonly LineWords[]): boolean {
    return (
      `${lines
        .flat()
        .map((word) => ` ${word}`)
        .join("")} ` === this.#row
    );
  }
}

interface PlacedWord extends Passage {
  readonly word: string;
}

function wordsOf(text: string, places: readonly Passage[]): PlacedWord[] {
  return tokenize(text)
    .filter(({ isWord }) => isWord)
    .map(({ key, start, end }) => ({
      word: key.toLowerCase(),
      start: places[start]?.start ?? 0,
      end: places[endOfSentence(text, end) - 1]?.end ?? 0,
    }));
}

/** What ends a sentence goes with its last word. */
function endOfSentence(text: string, at: number): number {
  let end = at;
  while (/^(?:[.!?…»”"]|[ \u00A0\u202F]»)/.test(text.slice(end, end + 2))) end += 1;
  return end;
}
