// What was meant as a private note and is not one: its signs were changed by an editor, or it does not
// end. It would be read by everyone, or would take words of the document with it.

export interface BrokenNote {
  /** `open`: a note without its end; `altered`: not a note at all. */
  readonly kind: "open" | "altered";
  readonly at: number;
}

// Editors write `--` as one dash, put a no-break space before `!`, and escape what they take for a tag.
const short = "[-\\u00ad\\u2010\\u2011]";
const long = "[\\u2012-\\u2015\\u2212\\u2e3a\\u2e3b\\ufe58\\ufe63\\uff0d]";
const dash = `(?:${short}|${long})`;
const angle = "(?:[<‹＜]|&lt;)";
const gap = "[ \\t\\u00a0\\u202f\\\\]";

const signs = new RegExp(
  [
    "(?<note><!--)",
    `(?<altered>(?<!\\\\)${angle}!|${angle}${gap}{0,3}!${gap}{0,3}${dash})`,
    `(?<half>(?:${angle}(?:${short}*${long}|${short}{2})|!--)${dash}*)`,
    `(?<dashes>${dash}+)`,
    // A blank line, or one that begins a block.
    "(?<block>\\n(?=[ \\t>]*(?:\\r?\\n|[-+*|][ \\t]|#|\\d{1,9}[.)])))",
  ].join("|"),
  "g",
);
const end = /^[ \t\u00a0\u202f\\]?(?:[>›＞]|&gt;)/;
const arrowhead = /^(?:[>›＞]|&gt;)/;
const oneHyphen = new RegExp(`^${short}$`);

/**
 * The notes that are none, in a text of Markdown, in order. A comparison (`a < b`), a dash, an arrow that goes
 * one way (`<--`, `—>`) is no note: without its `!` or its `<`, one is known by its two ends, in one paragraph.
 */
export function findBrokenNotes(text: string): BrokenNote[] {
  const found: BrokenNote[] = [];
  let open: number | undefined;
  let half: number | undefined;
  for (const { 0: sign, index: at, groups = {} } of text.matchAll(signs)) {
    const after = text.slice(at + sign.length, at + sign.length + 6);
    if (groups["note"] !== undefined) {
      // A note within a note is the next one: what stands between them was not to be hidden.
      if (open !== undefined) found.push({ kind: "open", at: open });
      open = at;
      half = undefined;
    } else if (open !== undefined) {
      if (sign.endsWith("--") && after.startsWith(">")) open = undefined;
    } else if (groups["altered"] !== undefined) {
      found.push({ kind: "altered", at });
      half = undefined;
    } else if (groups["half"] !== undefined) {
      if (!arrowhead.test(after)) half = at;
    } else if (groups["block"] !== undefined) {
      half = undefined;
    } else if (half !== undefined && !oneHyphen.test(sign) && end.test(after)) {
      found.push({ kind: "altered", at: half });
      half = undefined;
    }
  }
  if (open !== undefined) found.push({ kind: "open", at: open });
  return found;
}
