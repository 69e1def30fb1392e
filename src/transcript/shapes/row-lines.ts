// The lines that a row of a document's table makes.
import type { SpokenLine, Times, Told } from "./spoken-lines.ts";

export const noTimes: Times = { startMs: null, endMs: null };

/** Words that a name of the row says. */
export function toldLine(text: string, times: Times, told: Told): SpokenLine {
  return { text, bold: 0, startsParagraph: true, times, told };
}

/** Words that nobody says. */
export function apartLine(text: string, times = noTimes): SpokenLine {
  return { text, bold: 0, startsParagraph: true, times, apart: "row" };
}

/** Lines, of which the first has the times of its row. */
export function withTimes([first, ...others]: readonly SpokenLine[], times: Times): SpokenLine[] {
  return first ? [{ ...first, times }, ...others] : [];
}

/** The words of lines, its paragraphs apart. */
export function joined(lines: readonly SpokenLine[]): string {
  return lines.map(({ text, startsParagraph }) => (startsParagraph ? `\n\n${text}` : `\n${text}`)).join("");
}

/** A cell on one line. */
export const written = (cell: readonly SpokenLine[] = []): string => cell.map(({ text }) => text).join(" ");
