// The sentences of Markdown as a leak is looked for (wording/phrases.ts): each as it would be read
// wherever else it stood, with its turn references and without.
import { phrasesOf } from "../wording/phrases.ts";
import { withoutReferences } from "./quote.ts";

/** What begins or ends words that belong to nothing around them: notes, headings, items, the name under a quote. */
const parting =
  /<!--|-->|\n(?:[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]+|[ \t>]*[—–][ \t]|[ \t>]+(?=\n)|(?=[ \t>]*#{1,6}[ \t]))/g;
const heading = /^[ \t>]*#{1,6}[ \t].*$/gm;

/** What one line of speech may hold of these, or of a turn's reference; most hold none. */
const marked = /[\n\r\u2028\u2029<(]|-->|^[ \t>]*(?:[-+*—–#>]|\d{1,9}[.)])/;

export function sentencesOf(markdown: string): string[] {
  if (!marked.test(markdown)) return phrasesOf(markdown);
  const parted = `\n${markdown}`.replace(heading, "$&\n\n").replace(parting, "\n\n");
  const bare = withoutReferences(parted);
  return bare === parted ? phrasesOf(parted) : [...phrasesOf(parted), ...phrasesOf(bare)];
}
