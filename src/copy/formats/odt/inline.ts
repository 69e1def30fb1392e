// The words of a paragraph as OpenDocument text: spaces, line breaks, looks, links and the calls
// of notes (ODF 1.3, part 3, sections 6.1 and 6.2).
import { CELL, NOTE, type LaidBlock, type LaidRun } from "../../layout.ts";

/** XML 1.0 (section 2.2) has no place for these; each stands as U+FFFD. */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

export function escapeXml(text: string): string {
  return text
    .replace(unwritable, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

export interface InlineRun extends LaidRun {
  /** Words of the person's own, quoted in a sentence. */
  readonly isOwn?: boolean;
}

/**
 * The runs of each cell of a row, or of a paragraph as one, cut where the person's own words begin
 * and end. `isOwn` has a 1 for each place in the Markdown that is in a quote of theirs.
 */
export function cellsOf({ kind, runs, places }: LaidBlock, isOwn: Uint8Array): InlineRun[][] {
  const cells: InlineRun[][] = [[]];
  let at = 0;
  for (const run of runs) {
    let [text, own] = ["", false];
    const cut = (): void => {
      if (text !== "") cells.at(-1)?.push({ ...run, text, isOwn: own });
      text = "";
    };
    for (const unit of run.text.split("")) {
      const place = places[at] ?? { start: 0, end: 0 };
      at += 1;
      const isParting = kind === "row" && unit === CELL && place.start === place.end;
      if (isParting || (isOwn[place.start] === 1) !== own) cut();
      own = isOwn[place.start] === 1;
      if (isParting) cells.push([]);
      else text += unit;
    }
    cut();
  }
  return cells;
}

/** `call` writes the call of a note. */
export function writeRuns(runs: readonly InlineRun[], call: (label: string) => string): string {
  const text = runs.map((run) => run.text).join("");
  let at = 0;
  return runs
    .map((run) => {
      const [start, end] = [at, (at += run.text.length)];
      return run.note !== undefined && run.text === NOTE
        ? call(run.note)
        : look(run, letters(text, start, end));
    })
    .join("");
}

/**
 * White space is collapsed when it is read, and dropped at the ends of a paragraph: only a space
 * between two letters is written as one.
 */
function letters(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/ +|[\t\n\r]|[^ \t\n\r]+/g, (piece, index: number) => {
    if (piece === "\t") return "<text:tab/>";
    if (piece === "\n" || piece === "\r") return "<text:line-break/>";
    if (!piece.startsWith(" ")) return escapeXml(piece);
    const from = start + index;
    const isPlain = piece.length === 1 && isLetter(text[from - 1]) && isLetter(text[from + 1]);
    return isPlain ? " " : `<text:s text:c="${String(piece.length)}"/>`;
  });
}

const isLetter = (unit: string | undefined): boolean => unit !== undefined && !/[ \t\n\r\uFFFC]/.test(unit);

function look(run: InlineRun, words: string): string {
  const styles = [
    run.isOwn === true && "Own_20_words_20_inside",
    run.isBold && "Strong_20_Emphasis",
    run.isItalic && "Emphasis",
    run.isStruck && "Struck",
    run.isCode && "Source_20_Text",
  ].filter((style) => style !== false);
  const styled = styles.reduceRight(
    (inner, style) => `<text:span text:style-name="${style}">${inner}</text:span>`,
    words,
  );
  if (run.link === undefined) return styled;
  return `<text:a xlink:type="simple" xlink:href="${escapeXml(run.link)}" text:style-name="Internet_20_link" text:visited-style-name="Internet_20_link">${styled}</text:a>`;
}
