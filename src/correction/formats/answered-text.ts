// What a person answered in the page, as the text that was sent with each gesture in its place.
// Nothing that they wrote goes: what has no place is a remark.
import type { SectionId } from "../../kernel/ids.ts";
import type { PageSection } from "../../copy/formats/page/page-sections.ts";
import type { LaidBlock } from "../../copy/layout.ts";
import type { Kind } from "../correction.ts";
import type { Remark } from "../return.ts";
import type { BlockComment, BlockPlace, ReturnedBlock, ReturnedText } from "../returned-text.ts";
import type { AnsweredSection, Edit, Opinion, SaidPassage, Withdrawal } from "./answer-file.ts";
import { asReturned, writeSection } from "./answered-section.ts";

/** What a gesture without words says. To agree is a wish to keep; it validates nothing. */
const gestures = {
  fr: {
    agree: "D’accord avec cette section.",
    nuance: "À nuancer.",
    disagree: "Pas d’accord.",
    keep: "À garder.",
    withdraw: "Retirer mes paroles.",
    about: (passage: string, words: string) => `«\u202f${passage}\u202f»\u202f: ${words}`,
    instead: (before: string, after: string) => `«\u202f${before}\u202f» → «\u202f${after}\u202f»`,
  },
  en: {
    agree: "Agrees with this section.",
    nuance: "To be nuanced.",
    disagree: "Disagrees.",
    keep: "To be kept.",
    withdraw: "Withdraw my words.",
    about: (passage: string, words: string) => `“${passage}”: ${words}`,
    instead: (before: string, after: string) => `“${before}” → “${after}”`,
  },
};

const kindOf: Readonly<Record<Opinion, Kind>> = {
  agree: "strength",
  nuance: "nuance",
  disagree: "disagreement",
  keep: "strength",
};

type Became = ReadonlyMap<number, { readonly first: number; readonly last: number }>;

export class AnsweredText {
  readonly #blocks: ReturnedBlock[];
  readonly #notes: ReturnedBlock[] = [];
  readonly #comments: BlockComment[] = [];
  readonly #remarks: Remark[] = [];
  readonly #words: (typeof gestures)["fr"];
  #calls = 0;

  /** `before`: the paragraphs before the first section. */
  constructor(language: keyof typeof gestures, before: readonly LaidBlock[]) {
    this.#words = gestures[language];
    this.#blocks = before.map((block) => asReturned(block, block.text));
  }

  whole(): Pick<ReturnedText, "blocks" | "comments" | "remarks"> {
    return {
      blocks: [...this.#blocks, ...this.#notes],
      comments: this.#comments,
      remarks: this.#remarks,
    };
  }

  remark(section: SectionId | undefined, words: string, kind?: Kind): void {
    if (words.trim() === "") return;
    this.#remarks.push({ section, words: words.trim(), ...(kind !== undefined && { kind }) });
  }

  /** The next section, with all that is said of it: in a file of ours, once. */
  section(section: PageSection, answers: readonly AnsweredSection[]): void {
    const { edits, unplaced } = this.#placed(section, answers);
    const { blocks, notes, became } = writeSection(section, edits, additions(section, answers));
    const before = this.#blocks.length;
    this.#blocks.push(...blocks);
    for (const note of notes) {
      this.#notes.push(...note.map((block) => ({ ...block, note: this.#calls })));
      this.#calls += 1;
    }
    const now: Became = new Map(
      [...became].map(([index, { first, last }]) => [index, { first: before + first, last: before + last }]),
    );
    for (const { before: was, after } of [...unplaced, ...lostWithNotes(section, edits, now)])
      this.remark(section.id, this.#words.instead(was, after));
    for (const answer of answers) this.#say(section, answer, now);
  }

  /** What is said of a section that was not sent. */
  stray({ passages, edits, added, withdrawn, remark }: AnsweredSection): void {
    for (const { passage, words } of passages) this.remark(undefined, this.#about(passage, words));
    for (const { before, after } of edits) this.remark(undefined, this.#words.instead(before, after));
    for (const { text } of added) this.remark(undefined, text);
    for (const { words } of withdrawn) this.remark(undefined, this.#about(words, this.#words.withdraw));
    this.remark(undefined, remark);
  }

  #say(section: PageSection, answer: AnsweredSection, became: Became): void {
    for (const opinion of answer.opinions)
      if (!answer.passages.some(({ kind }) => kind === opinion))
        this.remark(section.id, this.#words[opinion], kindOf[opinion]);
    for (const passage of answer.passages) this.#sayOf(section, passage, became);
    for (const withdrawal of answer.withdrawn) this.#withdraw(section, withdrawal, became);
    this.remark(section.id, answer.remark);
  }

  /** The words of each paragraph now; an edit of other words than those sent has no place. */
  #placed(
    section: PageSection,
    answers: readonly AnsweredSection[],
  ): { edits: Map<number, string>; unplaced: Edit[] } {
    const edits = new Map<number, string>();
    const unplaced = answers
      .flatMap((each) => each.edits)
      .filter(({ block, before, after }) => {
        const found = blockOf(section, block, before);
        if (found === undefined || edits.has(found)) return true;
        edits.set(found, after);
        return false;
      });
    return { edits, unplaced };
  }

  #sayOf(section: PageSection, { kind, block, passage, words }: SaidPassage, became: Became): void {
    const text = words.trim() === "" ? this.#words[kind] : words;
    const found = passage === "" ? undefined : blockOf(section, block ?? -1, passage);
    const place = found === undefined ? undefined : became.get(found);
    if (place === undefined) this.remark(section.id, this.#about(passage, text), kindOf[kind]);
    else this.#comment({ block: place.first, at: 0 }, this.#endOf(place.last), text, kindOf[kind]);
  }

  /** Only one's own words are withdrawn; of others it is a remark like any. */
  #withdraw(section: PageSection, { block, words }: Withdrawal, became: Became): void {
    const same = section.own.filter((quote) => quote.words === words);
    const quote = same.find(({ said }) => said[0]?.block === block) ?? same[0];
    const stretches = (quote?.said ?? []).flatMap((stretch) => {
      const place = became.get(stretch.block);
      const sent = section.blocks[stretch.block]?.text ?? "";
      return place === undefined
        ? []
        : this.#find(sent.slice(stretch.start, stretch.end), stretch.start, place);
    });
    const [first, last] = [stretches[0], stretches.at(-1)];
    const text = this.#words.withdraw;
    if (first !== undefined && last !== undefined) this.#comment(first.start, last.end, text, "withdrawal");
    else this.remark(section.id, this.#about(words, text), quote === undefined ? undefined : "withdrawal");
  }

  /** Where words are in what their paragraph became: as they were, elsewhere in it, or all of it. */
  #find(
    words: string,
    start: number,
    { first, last }: { first: number; last: number },
  ): { start: BlockPlace; end: BlockPlace } {
    for (let block = first; block <= last; block += 1) {
      const text = this.#blocks[block]?.text ?? "";
      const at = text.startsWith(words, start) ? start : text.indexOf(words);
      if (at !== -1) return { start: { block, at }, end: { block, at: at + words.length } };
    }
    return { start: { block: first, at: 0 }, end: this.#endOf(last) };
  }

  #comment(start: BlockPlace, end: BlockPlace, words: string, kind: Kind): void {
    this.#comments.push({ start, end, words: words.trim(), kind });
  }

  #endOf(block: number): BlockPlace {
    return { block, at: this.#blocks[block]?.text.length ?? 0 };
  }

  #about(passage: string, words: string): string {
    return passage === "" || words.trim() === "" ? words : this.#words.about(passage, words);
  }
}

/** The paragraph with these words: at its number, else wherever they were sent. */
function blockOf({ blocks }: PageSection, number: number, words: string): number | undefined {
  if (blocks[number]?.shown === words) return number;
  const found = blocks.findIndex(({ shown, text }) => text !== "" && shown === words);
  return found === -1 ? undefined : found;
}

/** Paragraphs put in, by the number of the one they follow: the last, when that was not sent. */
function additions(section: PageSection, answers: readonly AnsweredSection[]): Map<number, string[]> {
  const added = new Map<number, string[]>();
  for (const { after, text } of answers.flatMap((each) => each.added)) {
    const place = section.blocks[after] === undefined ? section.blocks.length - 1 : after;
    const here = added.get(place);
    if (here) here.push(text);
    else added.set(place, [text]);
  }
  return added;
}

/** Edits of a note whose call was taken out. */
function lostWithNotes(section: PageSection, edits: ReadonlyMap<number, string>, became: Became): Edit[] {
  return [...edits].flatMap(([block, after]) => {
    const sent = section.blocks[block];
    const isLost = sent?.note !== undefined && !became.has(block);
    return isLost ? [{ block, before: sent.shown, after }] : [];
  });
}
