// Markdown as HTML without reading it, for blocks of plain words: headings, paragraphs, block
// quotes. What lies between them is read as Markdown; a test holds the two against each other.
// Reading every block takes half a second for a long document.
import { splitBlocks } from "../retour/outline.ts";

/** What reaches from one block to another: tags, notes, definitions of links, fences. */
const farReaching = /<|\[\^|\]:|```|~~~/;
/** What may be markup inside a line, or shape it: anything but words, marks and brackets. */
const markup = /[*_`~|\t\r]|&[#\w]+;|!\[|\][([]|https?:|www\.|@|\\(?![!-/:-@[-`{-~])/i;
const marker = /^(?:\s|>|#|[-+=]|\d{1,9}[.)])|\s$/;

/** The HTML of a text; `read` makes that of the stretches that are not plain. */
export function plainHtml(markdown: string, read: (stretch: string) => string): string {
  if (farReaching.test(markdown)) return read(markdown);
  const parts: string[] = [];
  let unread: number | undefined;
  const readUntil = (end: number): void => {
    const html = unread === undefined ? "" : read(markdown.slice(unread, end));
    if (html !== "") parts.push(html);
    unread = undefined;
  };
  for (const { text, start } of splitBlocks(markdown)) {
    const html = blockHtml(text);
    if (html === undefined) unread ??= start;
    else {
      readUntil(start);
      parts.push(html);
    }
  }
  readUntil(markdown.length);
  return parts.join("\n");
}

function blockHtml(block: string): string | undefined {
  const heading = /^(#{1,6}) (\S(?:.*\S)?)$/.exec(block);
  if (heading) {
    const [, level = "", words = ""] = heading;
    const html = words.endsWith("#") ? undefined : wordsHtml(words);
    return html === undefined ? undefined : `<h${String(level.length)}>${html}</h${String(level.length)}>`;
  }
  if (!block.startsWith("> ")) return paragraphHtml(block);
  const lines = block.split("\n");
  if (!lines.every((line) => line === ">" || line.startsWith("> "))) return undefined;
  const paragraphs = lines
    .map((line) => line.slice(2))
    .join("\n")
    .split(/\n\n+/)
    .map(paragraphHtml);
  if (paragraphs.includes(undefined)) return undefined;
  return `<blockquote>\n${paragraphs.join("\n")}\n</blockquote>`;
}

function paragraphHtml(text: string): string | undefined {
  const lines = text.split("\n").map((line) => (marker.test(line) ? undefined : wordsHtml(line)));
  return lines.includes(undefined) ? undefined : `<p>${lines.join("\n")}</p>`;
}

/** Undefined when there may be more in it than words. */
function wordsHtml(line: string): string | undefined {
  if (line === "" || markup.test(line)) return undefined;
  return line.replace(/\\(.)/g, "$1").replaceAll("&", "&#x26;").replaceAll("<", "&#x3C;");
}
