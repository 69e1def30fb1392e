// A section's words in the one form that is agreed to, kept and compared: without private
// comments, without the state echoed in its heading.
import { fingerprint } from "../kernel/fingerprint.ts";
import { formatTurn } from "../kernel/ids.ts";
import { foldTypography } from "../wording/fold.ts";
import { readHeading, splitBlocks } from "./outline.ts";
import { findQuotes } from "./quote.ts";

/** HTML comments, `<!-- … -->`, are the researcher's private notes: they never leave. */
export function withoutComments(text: string): string {
  return text.replace(/<!--[\s\S]*?(?:-->|$)/g, "");
}

/** A section as it is sent, agreed to and kept: its heading with the bare id, no private notes. */
export function agreedText(sectionText: string): string {
  const [first = "", ...rest] = withoutComments(sectionText).trim().split(/\r?\n/);
  const heading = readHeading(first);
  const line = heading ? `## ${heading.title} {#${heading.id}}` : first;
  return [line, ...rest]
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** The words under a section's heading. */
export function bodyOf(sectionText: string): string {
  return sectionText.slice(sectionText.split("\n", 1)[0]?.length ?? 0).trim();
}

const known = new Map<string, string>();

/**
 * Fingerprint of a section's canonical content: its id, title, blocks and quotes. White space
 * and typography do not count (see wording/fold.ts); every word, mark and turn does. The same
 * words are read once in the life of the process.
 */
export function sectionFingerprint(sectionText: string): string {
  const text = agreedText(sectionText);
  const found = known.get(text) ?? fingerprintOf(text);
  known.set(text, found);
  return found;
}

function fingerprintOf(text: string): string {
  const heading = readHeading(text.split("\n", 1)[0] ?? "");
  const blocks = splitBlocks(bodyOf(text)).map((block) => canonicalBlock(block.text));
  const quotes = findQuotes(text).map(({ turns, words }) => [
    turns.map(formatTurn).join(" "),
    foldTypography(words),
  ]);
  return fingerprint("retour-section-1", [
    heading?.id ?? "",
    foldTypography(heading?.title ?? ""),
    String(blocks.length),
    ...blocks,
    String(quotes.length),
    ...quotes.flat(),
  ]);
}

/** Lines of a paragraph may be wrapped anew; lines that begin a list item, a row, a quote may not. */
function canonicalBlock(text: string): string {
  const pieces: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const folded = foldTypography(line);
    if (pieces.length > 0 && !/^\s*(?:[-+*>|]|\d+[.)]|`{3}|~{3})/.test(line))
      pieces.push(`${pieces.pop() ?? ""} ${folded}`);
    else pieces.push(folded);
  }
  return pieces.join("\n");
}
