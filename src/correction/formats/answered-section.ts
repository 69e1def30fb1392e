// One section as it was sent, written with the corrections that were typed in the page.
import { noteCall, type PageBlock, type PageSection } from "../../copy/formats/page/page-sections.ts";
import { NOTE, type LaidBlock } from "../../copy/layout.ts";
import type { ReturnedBlock } from "../returned-text.ts";

export interface WrittenSection {
  /** Without those of notes; the first begins the section. */
  readonly blocks: readonly ReturnedBlock[];
  /** For each call of a note, in order, the paragraphs of that note. */
  readonly notes: readonly (readonly Omit<ReturnedBlock, "note">[])[];
  /**
   * Of a paragraph that was sent, the first and the last of `blocks` that it became; of one in a
   * note, where the note is called. One that was taken out has none.
   */
  readonly became: ReadonlyMap<number, { readonly first: number; readonly last: number }>;
}

/** Writes a section with the words that some paragraphs have now, and with those added after some. */
export function writeSection(
  section: PageSection,
  edits: ReadonlyMap<number, string>,
  added: ReadonlyMap<number, readonly string[]>,
): WrittenSection {
  const blocks: ReturnedBlock[] = [];
  const called: string[] = [];
  const became = new Map<number, { first: number; last: number }>();
  const callers = new Map<string, { first: number; last: number }>();
  for (const [index, block] of section.blocks.entries()) {
    const written = block.note === undefined ? writeBlock(section, block, edits.get(index)) : nothing;
    if (written.blocks.length > 0) {
      const place = { first: blocks.length, last: blocks.length + written.blocks.length - 1 };
      became.set(index, place);
      for (const label of written.called) callers.set(label, place);
    }
    const [first = { kind: "heading" as const, level: 2, text: "" }, ...others] = written.blocks;
    if (index === 0) blocks.push({ ...first, section: section.id }, ...others);
    else blocks.push(...written.blocks);
    called.push(...written.called);
    for (const text of added.get(index) ?? [])
      blocks.push(...paragraphsOf(text).map((each) => ({ kind: "paragraph" as const, text: plain(each) })));
  }
  for (const [index, { note }] of section.blocks.entries()) {
    const place = note === undefined ? undefined : callers.get(note);
    if (place !== undefined) became.set(index, place);
  }
  const notes = called.map((label) =>
    section.blocks.flatMap((block, index) =>
      block.note === label ? writeBlock(section, block, edits.get(index)).blocks : [],
    ),
  );
  return { blocks, notes, became };
}

/** A paragraph as it looked in the copy. */
export function asReturned({ kind, level, quote }: LaidBlock, text: string): ReturnedBlock {
  switch (kind) {
    case "heading":
      return { kind, level, text };
    case "item":
    case "row":
      return { kind, text };
    case "paragraph":
      return { kind: quote > 0 ? "quote" : "paragraph", text };
    case "code":
    case "rule":
      return { text };
  }
}

interface WrittenBlock {
  readonly blocks: readonly ReturnedBlock[];
  /** The labels of the notes it calls, in order. */
  readonly called: readonly string[];
}

const nothing: WrittenBlock = { blocks: [], called: [] };

function writeBlock({ notes }: PageSection, block: PageBlock, edit: string | undefined): WrittenBlock {
  const sent = block.runs.flatMap(({ note }) => note ?? []);
  if (edit === undefined) return { blocks: [asReturned(block, block.text)], called: sent };
  const left = [...sent];
  const called: string[] = [];
  // A call that the paragraph did not have is words like others.
  const withCalls = (text: string): string =>
    plain(text).replace(/\[note (\d{1,6})\]/g, (words, number: string) => {
      const label = notes[Number(number) - 1];
      const at = label === undefined ? -1 : left.indexOf(label);
      if (label === undefined || at === -1 || words !== noteCall(Number(number))) return words;
      left.splice(at, 1);
      called.push(label);
      return NOTE;
    });
  const [first, ...others] = piecesOf(block, edit).map(withCalls);
  if (first === undefined) return nothing;
  const further = others.map((text) => ({
    kind: block.quote > 0 ? ("quote" as const) : ("paragraph" as const),
    text,
  }));
  return { blocks: [asReturned(block, first), ...further], called };
}

/** What was typed in the place of a paragraph: several, where empty lines part it. */
function piecesOf({ kind }: LaidBlock, edit: string): string[] {
  switch (kind) {
    case "heading":
    case "row":
      return [onOneLine(edit)].filter((line) => line.trim() !== "");
    case "code":
      return edit.trim() === "" ? [] : [edit];
    case "paragraph":
    case "item":
    case "rule":
      return paragraphsOf(edit);
  }
}

/** White space inside a line stays: in a row it parts the cells. */
function onOneLine(text: string): string {
  const [first = "", ...others] = text.split("\n");
  if (others.length === 0) return first;
  const last = others.pop() ?? "";
  return [first.trimEnd(), ...others.map((line) => line.trim()), last.trimStart()].filter(Boolean).join(" ");
}

function paragraphsOf(text: string): string[] {
  return text
    .split("\n\n")
    .map((piece) => piece.replace(/^\n+|\n+$/g, ""))
    .filter((piece) => piece.trim() !== "");
}

/** Words that someone typed call no note. */
function plain(text: string): string {
  return text.replaceAll(NOTE, "");
}
