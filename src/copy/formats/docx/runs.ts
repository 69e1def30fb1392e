// The words of a paragraph as Word runs: line breaks, tabs, looks, links and the calls of notes.
import { ExternalHyperlink, FootnoteReferenceRun, Tab, TextRun, type ParagraphChild } from "docx";
import type { LaidBlock, LaidRun } from "../../layout.ts";

/** Where something stands in the Markdown that was laid out; end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface OwnRun extends LaidRun {
  /** The person's own words, quoted in a sentence. */
  readonly isOwn: boolean;
}

/** What XML 1.0 (section 2.2) has no place for stands as U+FFFD. */
export function writable(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
}

/** The runs of each block, parted where the person's own words begin and end; all in order. */
export function partOwnWords(
  blocks: readonly LaidBlock[],
  own: readonly Range[],
): ReadonlyMap<LaidBlock, readonly OwnRun[]> {
  let passed = 0;
  const isOwn = (place: Range | undefined): boolean => {
    if (place === undefined) return false;
    while ((own[passed]?.end ?? Infinity) <= place.start) passed += 1;
    return (own[passed]?.start ?? Infinity) <= place.start;
  };
  return new Map(
    blocks.map((block) => {
      let at = 0;
      const runs = block.runs.flatMap((run) => {
        const letters = block.places.slice(at, (at += run.text.length)).map(isOwn);
        return partWhere(run, letters);
      });
      return [block, runs];
    }),
  );
}

function partWhere(run: LaidRun, isOwn: readonly boolean[]): OwnRun[] {
  const parted: OwnRun[] = [];
  let from = 0;
  for (let at = 1; at <= run.text.length; at += 1) {
    if (at < run.text.length && isOwn[at] === isOwn[from]) continue;
    parted.push({ ...run, text: run.text.slice(from, at), isOwn: isOwn[from] ?? false });
    from = at;
  }
  return parted;
}

/** `call`: the number of the note that a label calls; undefined where no note may be called. */
export function writeRuns(
  runs: readonly OwnRun[],
  call: (label: string) => number | undefined,
): ParagraphChild[] {
  return runs.flatMap((run): ParagraphChild[] => {
    if (run.note !== undefined) {
      const note = call(run.note);
      return note === undefined ? [] : [new FootnoteReferenceRun(note)];
    }
    const children = textRuns(run);
    const { link } = run;
    return link === undefined ? children : [new ExternalHyperlink({ children, link: writable(link) })];
  });
}

function textRuns(run: OwnRun): TextRun[] {
  const { isBold, isItalic, isStruck } = run;
  const style = styleOf(run);
  const look = {
    ...(isBold && { bold: true }),
    ...(isItalic && { italics: true }),
    ...(isStruck && { strike: true }),
    ...(style !== undefined && { style }),
  };
  const pieces = writable(run.text).match(/[\n\t\r]|[^\n\t\r]+/g) ?? [];
  return pieces.map((piece) => {
    if (piece === "\t") return new TextRun({ ...look, children: [new Tab()] });
    if (piece === "\n" || piece === "\r") return new TextRun({ ...look, break: 1 });
    return new TextRun({ ...look, text: piece });
  });
}

function styleOf({ isOwn, link, isCode }: OwnRun): string | undefined {
  if (isOwn) return "OwnWords";
  if (link !== undefined) return "Hyperlink";
  return isCode ? "HTMLCode" : undefined;
}
