// Words with their codings in place, as a person sees and edits them: CriticMarkup's highlight
// and comment, `{==on a peur==}{>>peur<<}`. A backslash makes the next sign an ordinary one.
import { canonicalMarks, type Mark } from "./coding.ts";
import { inParagraphs } from "./words.ts";

const signs = ["{==", "==}", "{>>", "<<}"];
const escapable = "\\#{=<";

/**
 * Writes words and marks. Where marks overlap, the words are cut at each edge, and each
 * piece names all its themes. Escapes only what would otherwise read as something else.
 */
export function writeMarks(words: string, marks: readonly Mark[]): string {
  if (marks.length === 0) return escape(words, 0, words.length, false);
  const edges = [...new Set([0, ...marks.flatMap(({ start, end }) => [start, end]), words.length])];
  edges.sort((a, b) => a - b);
  let written = "";
  for (const [index, start] of edges.entries()) {
    const end = edges[index + 1];
    if (end === undefined) break;
    const themes = marks.filter((mark) => mark.start <= start && end <= mark.end).map((mark) => mark.theme);
    const isBeforeSign = themes.length > 0 || end < words.length;
    const text = escape(words, start, end, isBeforeSign);
    written += themes.length === 0 ? text : `{==${text}==}{>>${[...new Set(themes)].sort().join(", ")}<<}`;
  }
  return written;
}

function escape(words: string, start: number, end: number, isBeforeSign: boolean): string {
  const text = words.slice(start, end);
  if (!/[\\#{=<]/.test(text)) return text;
  let written = "";
  for (let at = start; at < end; at += 1) {
    const sign = words.charAt(at);
    const next = at + 1 < end ? words.charAt(at + 1) : isBeforeSign ? "{" : "";
    const isSign =
      (sign === "\\" && next !== "" && escapable.includes(next)) ||
      (sign === "#" && (at === 0 || words.charAt(at - 1) === "\n")) ||
      (at + 3 <= end && signs.includes(words.slice(at, at + 3))) ||
      // With the sign that follows, the last two could begin another: `{` before `==}`.
      (isBeforeSign && at + 2 >= end && "{=<".includes(sign));
    written += isSign ? `\\${sign}` : sign;
  }
  return written;
}

export interface MarkProblem {
  readonly code: "sheet.mark-open" | "sheet.mark-without-theme" | "sheet.mark-alone";
  /** Index in the text that was read. */
  readonly at: number;
}

export interface ReadMark extends Mark {
  /** Index in the text that was read. */
  readonly at: number;
}

/** Reads words with marks, nested ones included. Marks are canonical, and so are the words. */
export function readMarks(source: string): { words: string; marks: ReadMark[]; problems: MarkProblem[] } {
  if (!/[\\{=]/.test(source)) return { words: inParagraphs(source), marks: [], problems: [] };
  const marks: ReadMark[] = [];
  const problems: MarkProblem[] = [];
  const open: { at: number; start: number }[] = [];
  let text = "";
  for (let at = 0; at < source.length;) {
    const sign = source.slice(at, at + 3);
    if (source[at] === "\\" && escapable.includes(source[at + 1] ?? " ")) {
      text += source.charAt(at + 1);
      at += 2;
    } else if (sign === "{==") {
      open.push({ at, start: text.length });
      at += 3;
    } else if (sign === "==}") {
      const mark = open.pop();
      const themes = themesAt(source, at + 3);
      if (!mark) problems.push({ code: "sheet.mark-alone", at });
      else if (!themes) problems.push({ code: "sheet.mark-without-theme", at: mark.at });
      else
        for (const theme of themes.names)
          marks.push({ theme, start: mark.start, end: text.length, at: mark.at });
      at = themes?.end ?? at + 3;
    } else if (sign === "{>>") {
      problems.push({ code: "sheet.mark-alone", at });
      at += 3;
    } else {
      text += source.charAt(at);
      at += 1;
    }
  }
  for (const { at } of open) problems.push({ code: "sheet.mark-open", at });
  return { ...settle(text, canonicalMarks(text, marks)), problems };
}

/** The themes in the comment that follows a highlight. */
function themesAt(source: string, from: number): { names: string[]; end: number } | undefined {
  if (!source.startsWith("{>>", from)) return undefined;
  const end = source.indexOf("<<}", from);
  if (end === -1) return undefined;
  const names = source
    .slice(from + 3, end)
    .split(/[\s,;]+/)
    .map((name) => name.replace(/^#/, ""))
    .filter(Boolean);
  return names.length === 0 ? undefined : { names, end: end + 3 };
}

/** Makes the words canonical and moves the marks along: their edges are on words, not spaces. */
function settle(text: string, marks: readonly ReadMark[]): { words: string; marks: ReadMark[] } {
  const words = inParagraphs(text);
  if (words === text) return { words, marks: [...marks] };
  const settled = marks.map(({ start, end, ...mark }) => ({
    ...mark,
    start: inParagraphs(text.slice(0, start + 1)).length - 1,
    end: inParagraphs(text.slice(0, end)).length,
  }));
  return { words, marks: canonicalMarks(words, settled) };
}
