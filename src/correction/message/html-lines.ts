// The lines of a message that is HTML alone: its quotes are block quotes.
import { hearHtml } from "../../office/html-events.ts";
import { isBlank, readMarks, type Line } from "./lines.ts";

/** Elements that stand on lines of their own. */
const apart = new Set(
  `address article blockquote body center div dl dt dd footer form h1 h2 h3 h4 h5 h6 header hr li ol p pre section
   table td th tr ul`.split(/\s+/),
);

/** Elements with white space before and after, as a paragraph has. */
const spaced = new Set("blockquote h1 h2 h3 h4 h5 h6 hr ol p pre table ul".split(" "));

const unseen = new Set("head script style title template noframes".split(" "));

/** The text of an HTML message, a line for each paragraph and line break. */
export function linesOfHtml(source: string): Line[] {
  const lines: Line[] = [];
  let text: string[] = [];
  let depth = 0;
  let hidden = 0;
  let asWritten = 0;
  const close = (): void => {
    const line = text
      .join("")
      .replace(/[^\S\u00A0\u202F]+/g, " ")
      .trim();
    // Made from a plain text, a page may hold its marks as they were.
    const marked = readMarks(line);
    if (line !== "") lines.push({ text: marked.text, depth: depth + marked.depth });
    text = [];
  };
  const blank = (): void => {
    if (lines.at(-1)?.text !== "") lines.push({ text: "", depth });
  };
  const edge = (name: string): void => {
    if (apart.has(name)) close();
    if (spaced.has(name)) blank();
  };
  hearHtml(source, {
    open: (name) => {
      if (unseen.has(name)) hidden += 1;
      edge(name);
      if (name === "br") {
        if (text.length === 0) blank();
        close();
      }
      if (name === "blockquote") depth += 1;
      if (name === "pre") asWritten += 1;
    },
    text: (words) => {
      if (hidden > 0) return;
      const [first = "", ...others] = asWritten > 0 ? words.split("\n") : [words];
      text.push(first);
      for (const line of others) {
        if (isBlank(text.join(""))) blank();
        close();
        text.push(line);
      }
    },
    close: (name) => {
      if (unseen.has(name)) hidden -= 1;
      edge(name);
      if (name === "blockquote") depth -= 1;
      if (name === "pre") asWritten -= 1;
    },
  });
  close();
  return lines;
}
