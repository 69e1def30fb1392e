// Styled text cut into lines of a terminal's width, measured as a terminal shows it.

export interface Piece {
  readonly text: string;
  readonly style: (text: string) => string;
}

/** A line with its styles, and the columns it takes. */
export interface Line {
  readonly text: string;
  readonly width: number;
}

/** The marks beside the words, their white space outside. */
export function around(text: string, open: string, close: string): string {
  const words = text.trim();
  const start = text.indexOf(words);
  return words === "" ? text : text.slice(0, start) + open + words + close + text.slice(start + words.length);
}

/** Lines of at most `columns`, each after `indent`; line breaks of the text are kept, one by one. */
export function wrapStretches(pieces: readonly Piece[], columns: number, indent: string): string {
  return wrapLines(pieces, Math.max(20, columns - indent.length))
    .map(({ text }) => indent + text)
    .join("\n");
}

/** Lines of at most `width` columns. A line is cut at spaces, never at those that do not break; a word of more than a line, between letters. */
export function wrapLines(pieces: readonly Piece[], width: number): Line[] {
  const lines: Line[] = [];
  let [line, length, word, space] = [[] as Piece[], 0, [] as Piece[], 0];
  const close = (): void => {
    if (length > 0) lines.push({ text: line.map(({ text, style }) => style(text)).join(""), width: length });
    [line, length, space] = [[], 0, 0];
  };
  // Neighbours of one style are styled as one.
  const put = ({ text, style }: Piece, columns: number): void => {
    const last = line.at(-1);
    if (last?.style === style) line.splice(-1, 1, { text: last.text + text, style });
    else line.push({ text, style });
    length += columns;
  };
  const flush = (): void => {
    const columns = word.reduce((sum, { text }) => sum + displayWidth(text), 0);
    if (length > 0 && length + space + columns > width) close();
    if (length > 0 && space > 0 && columns > 0)
      put({ text: " ", style: styleOfSpace(line.at(-1), word[0]) }, 1);
    if (columns > 0) space = 0;
    for (const piece of word)
      if (columns <= width) put(piece, displayWidth(piece.text));
      else
        for (const letter of lettersOf(piece.text)) {
          const own = displayWidth(letter);
          if (length + own > width) close();
          put({ ...piece, text: letter }, own);
        }
    word = [];
  };
  for (const { text, style } of pieces)
    for (const [part] of text.matchAll(/\n+|[^\S\n\u00A0\u202F]+|(?:\S|[\u00A0\u202F])+/g)) {
      if (/[^\s]|[\u00A0\u202F]/.test(part)) {
        word.push({ text: part, style });
        continue;
      }
      flush();
      if (part.startsWith("\n")) close();
      else space = 1;
    }
  flush();
  close();
  return lines;
}

const plain = (text: string): string => text;

/** A space between two words of one style has it too. */
function styleOfSpace(before: Piece | undefined, after: Piece | undefined): Piece["style"] {
  return before !== undefined && before.style === after?.style ? before.style : plain;
}

let graphemes: Intl.Segmenter | undefined;

// Node makes a segmenter slowly, and Latin letters need none.
const isPlain = (text: string): boolean =>
  /^[\x20-\u02FF\u2010-\u2027\u202F\u2190-\u22FF\u2500-\u25FF★✎✓✗✚]*$/.test(text);

/** What a reader takes for one letter: with its accents, a whole emoji. */
function lettersOf(text: string): string[] {
  if (isPlain(text)) return Array.from(text);
  graphemes ??= new Intl.Segmenter();
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

// East Asian wide and full-width letters (Unicode's EastAsianWidth.txt), and pictures.
const wide =
  /^(?:[\u1100-\u115F\u2E80-\u303E\u3041-\u4DBF\u4E00-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{17000}-\u{18DFF}\u{1B000}-\u{1B2FF}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}|\p{Regional_Indicator}|\p{Extended_Pictographic}\uFE0F)/u;

/** Columns a text takes in a terminal: none for a mark that combines with nothing, two for a wide letter. */
export function displayWidth(text: string): number {
  if (isPlain(text)) return text.length;
  return lettersOf(text).reduce((sum, letter) => sum + widthOf(letter), 0);
}

function widthOf(letter: string): number {
  if (/^[\p{M}\p{Cf}\p{Cc}]+$/u.test(letter)) return 0;
  return wide.test(letter) ? 2 : 1;
}
