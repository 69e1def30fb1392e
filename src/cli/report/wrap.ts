// Styled text cut into lines of a terminal's width.

export interface Piece {
  readonly text: string;
  readonly style: (text: string) => string;
}

/** The marks beside the words, their white space outside. */
export function around(text: string, open: string, close: string): string {
  const words = text.trim();
  const start = text.indexOf(words);
  return words === "" ? text : text.slice(0, start) + open + words + close + text.slice(start + words.length);
}

/** Lines of at most `columns`, each after `indent`; line breaks of the text are kept, one by one. */
export function wrapStretches(pieces: readonly Piece[], columns: number, indent: string): string {
  const width = Math.max(20, columns - indent.length);
  const lines: string[] = [];
  let line = "";
  let length = 0;
  const close = (): void => {
    if (length > 0) lines.push((indent + line).trimEnd());
    line = "";
    length = 0;
  };
  for (const { text, style } of pieces)
    for (const [word] of text.matchAll(/\n+|[^\S\n]+|\S+/g)) {
      if (word.startsWith("\n")) {
        close();
        continue;
      }
      const isSpace = word.trim() === "";
      if (length + word.length > width && !isSpace) close();
      if (isSpace && length === 0) continue;
      line += isSpace ? " " : style(word);
      length += isSpace ? 1 : word.length;
    }
  close();
  return lines.join("\n");
}
