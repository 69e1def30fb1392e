// Plain text that says who speaks, or when, by one of the ways people have of writing it.
import type { TextFormat } from "../reading.ts";
import type { SpokenLine } from "../shapes/spoken-lines.ts";
import { namedIn } from "../shapes/spoken-numbers.ts";
import { readSpoken } from "../shapes/spoken-turns.ts";

export const text: TextFormat = {
  name: "text",
  recognises: (source, { isWritten, isKnown }) => {
    if (isWritten) return false;
    const { pieces, names } = namedIn(linesOf(source), isKnown);
    const timed = pieces.filter(({ startMs, endMs }) => startMs !== null || endMs !== null);
    return timed.length >= 2 || names.count > 0;
  },
  read: (source, hints) => readSpoken(linesOf(source), hints),
  joining: { separator: "\n\n", unlabelled: "apart" },
};

/** `**Marie** : words`, `**Marie :** words`, as Markdown has them. */
const marked = /^(\*{1,2}|__)([^*_\n]{1,60}?)\s*(?:\1\s*:|:\s*\1)/;

/** A paragraph starts after a blank line. */
function linesOf(source: string): SpokenLine[] {
  const lines = source.split("\n").map((line) => line.trim().replace(marked, "$2 :"));
  return lines.flatMap((line, index) => {
    const startsParagraph = index === 0 || lines[index - 1] === "";
    return line === "" ? [] : [{ text: line, bold: 0, startsParagraph, number: index + 1 }];
  });
}
