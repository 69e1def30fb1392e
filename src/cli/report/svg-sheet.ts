// A sheet of SVG that is written from top to bottom: words on lines, rules, safe text.
import { shown } from "../../kernel/shown.ts";

/** In the units of the drawing, as are all lengths below. */
export const WIDTH = 580;
export const MARGIN = 24;
export const INNER = WIDTH - 2 * MARGIN;
export const INK = "#1b1b1b";
/** 7 to 1 on white. */
export const GREY = "#595959";

/** Elements from the top to `y`. */
export interface Sheet {
  readonly elements: string[];
  y: number;
}

interface Style {
  readonly size?: number;
  readonly isBold?: boolean;
  readonly colour?: string;
  readonly anchor?: "start" | "end";
}

/** What is drawn, with what it says. */
export function titled(words: string, drawn: string): string {
  return `<g><title>${escape(words)}</title>${drawn}</g>`;
}

/** Words on one line, their foot at `y`. */
export function line(
  x: number,
  y: number,
  words: string,
  { size, isBold, colour = INK, anchor }: Style = {},
): string {
  const attributes = [
    `x="${unit(x)}" y="${unit(y)}"`,
    ...(size === undefined ? [] : [`font-size="${size}"`]),
    ...(isBold ? ['font-weight="600"'] : []),
    ...(colour === INK ? [] : [`fill="${colour}"`]),
    ...(anchor === "end" ? ['text-anchor="end"'] : []),
  ];
  return `<text ${attributes.join(" ")}>${escape(words)}</text>`;
}

/** Words on as many lines as they need, six at most. */
export function paragraph(sheet: Sheet, words: string, style: Style = {}): void {
  const { size = 16, isBold } = style;
  const letters = Math.floor(INNER / (size * (isBold ? 0.62 : 0.56)));
  for (const text of wrap(words, letters).slice(0, 6)) {
    sheet.y += size * 1.35;
    sheet.elements.push(line(MARGIN, sheet.y, text, style));
  }
}

export function rule(sheet: Sheet): void {
  sheet.elements.push(
    `<line x1="${MARGIN}" y1="${unit(sheet.y)}" x2="${WIDTH - MARGIN}" y2="${unit(sheet.y)}" stroke="${GREY}"/>`,
  );
}

export const unit = (length: number): string => String(Math.round(length * 10) / 10);

/** Lines of at most `most` letters, cut between words where there are some. */
export function wrap(words: string, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of short(words, 600).split(" ")) {
    if (line !== "" && line.length + 1 + word.length > most) {
      lines.push(line);
      line = "";
    }
    line += (line === "" ? "" : " ") + word;
    while (line.length > most) {
      lines.push(line.slice(0, most));
      line = line.slice(most);
    }
  }
  return [...lines, line];
}

/** On one line, of at most `most` letters. */
export function short(words: string, most: number): string {
  const letters = Array.from(
    clean(words)
      .replace(/[^\S\u00A0\u202F]+/g, " ")
      .trim(),
  );
  return letters.length <= most ? letters.join("") : `${letters.slice(0, most - 1).join("")}…`;
}

/** Without what XML cannot hold. */
const clean = (text: string): string => shown(text).replace(/[\uFFFE\uFFFF]/g, "");

export function escape(text: string): string {
  return clean(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
