// The same as public-text.ts for the common case, without reading Markdown: paragraphs and
// block quotes of plain words with turn references. Anything else is left to it; a test holds
// the two against each other.
import { goneWords } from "./gone-words.ts";

/** Where reading Markdown could find a tag, an entity, code, an image, a link, a note, an address. */
const markup = /[<`~{}\t\r]|&[#\w]+;|!\[|\[\^|\][([:]|https?:|www\.|@/i;
/** Rules, empty items, underlines of headings and rows of tables: lines that shape others. */
const shaping = /^(?=.*\S)[\s>\-+*#=_|:.)\d]*$/;
/** A paragraph whose letters are not simply its words: emphasis, escapes, lists, tables. */
const marked = /[*_\\|#]|^(?:[-+>]|\d{1,9}[.)])|^\s|\s$/m;
/** A turn, with whatever may be written inside it. */
const reference = /s[\s*_\\>]*\d[\d\s*_\\>]*\.[\s*_\\>]*\d/i;
/** Where a name may be: under a quote, beside a divergent position. */
const named = /^\W*[—–―]|position divergente|diverg(?:ing|ent) position/im;

/** Some lines; the end exclusive. */
interface Paragraph {
  readonly start: number;
  readonly end: number;
  /** The block quote it is in, as a number; undefined when it is in none. */
  readonly quote: number | undefined;
}

/** The text as it may leave; undefined when only the reading of Markdown can tell. */
export function plainPublicText(source: string, hasAttribution: boolean): string | undefined {
  const once = takeOut(source, hasAttribution);
  return once !== undefined && takeOut(once, hasAttribution) === once ? once : undefined;
}

function takeOut(source: string, hasAttribution: boolean): string | undefined {
  if (markup.test(source)) return undefined;
  const lines = source.split("\n");
  const paragraphs = paragraphsOf(lines);
  if (paragraphs === undefined) return undefined;
  // From the last, so that the lines before keep their places.
  for (const [index, paragraph] of [...paragraphs.entries()].reverse()) {
    const { start, end, quote } = paragraph;
    const own = lines.slice(start, end);
    const text = own.map((line) => (quote === undefined ? line : line.replace(/^> ?/, ""))).join("\n");
    if (!reference.test(text) && (hasAttribution || !named.test(text))) continue;
    if (marked.test(text) || (quote !== undefined && !own.every((line) => line.startsWith("> "))))
      return undefined;
    const before = quote === undefined ? undefined : paragraphs[index - 1];
    const isFirst = before?.quote !== quote;
    const isLastOfQuote = quote !== undefined && paragraphs[index + 1]?.quote !== quote;
    const gone = goneWords(text, { isHeading: false, isLastOfQuote, isFirst, hasAttribution });
    if (gone === undefined) continue;
    const left = keep(text, gone);
    if (left.trim() !== "")
      lines.splice(
        start,
        end - start,
        ...left.split("\n").map((line) => (quote === undefined ? line : `> ${line}`)),
      );
    else if (before && !isFirst) lines.splice(before.end, end - before.end);
    else return undefined;
  }
  return lines.join("\n");
}

function keep(text: string, gone: Uint8Array): string {
  let left = "";
  for (let at = 0; at < text.length; at += 1) if (gone[at] !== 1) left += text.charAt(at);
  return left.replace(/^[^\S\n]+/, "");
}

/** Undefined where a line gives its shape to another, or goes on with a quote without its mark. */
function paragraphsOf(lines: readonly string[]): Paragraph[] | undefined {
  const paragraphs: Paragraph[] = [];
  let open: { start: number; quote: number | undefined } | undefined;
  let quotes = 0;
  const close = (end: number): void => {
    if (open) paragraphs.push({ ...open, end });
    open = undefined;
  };
  for (const [index, line] of lines.entries()) {
    const isQuote = line.startsWith(">");
    const isGap = /^>?\s*$/.test(line);
    const wasQuote = index > 0 && lines[index - 1]?.startsWith(">") === true;
    if (isQuote && !wasQuote) quotes += 1;
    if (!isGap && (shaping.test(line) || /^ +>|^[> ]*\\>/.test(line))) return undefined;
    if (isGap) {
      close(index);
      continue;
    }
    const isHeading = /^(?:> ?)? {0,3}#{1,6}\s/.test(line);
    if (open && wasQuote && !isQuote) return undefined;
    if (open && (isHeading || isQuote !== wasQuote)) close(index);
    open ??= { start: index, quote: isQuote ? quotes : undefined };
    if (isHeading) close(index + 1);
  }
  close(lines.length);
  // A block quote of nothing goes, which is for the reading of Markdown to find.
  const filled = new Set(paragraphs.map(({ quote }) => quote).filter((quote) => quote !== undefined));
  return filled.size === quotes ? paragraphs : undefined;
}
