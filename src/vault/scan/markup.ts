// What a reader sees of XML or HTML, and what it hides: attributes, comments, instructions. Nothing
// is parsed strictly: every letter is in one or the other, whatever the markup is worth.
import { decodeEntities } from "../../office/xml-entities.ts";

export interface Unmarked {
  /** With a space where each tag was. */
  readonly seen: string;
  /** With nothing there; undefined when no tag stands between two letters. */
  readonly joined: string | undefined;
  readonly hidden: string;
}

/** Undefined when there is no tag. Line ends stay, so that a place in each part has its line. */
export function unmark(text: string): Unmarked | undefined {
  const tags = tagsOf(text);
  if (tags.length === 0) return undefined;
  const [seen, hidden]: [string[], string[]] = [[], []];
  let at = 0;
  let last = -1;
  /** Whether tags alone, and no line's end, stand between two letters. */
  let [isParted, isJoining] = [false, false];
  let line = text.indexOf("\n");
  const linesIn = (from: number, to: number): string => {
    if (line === -1 || line >= to) return "";
    const lines: string[] = [];
    for (; line !== -1 && line < to; line = text.indexOf("\n", line + 1)) if (line >= from) lines.push("\n");
    return lines.join("");
  };
  for (let tag = 0; tag < tags.length; tag += 2) {
    const [open = 0, end = 0] = [tags[tag], tags[tag + 1]];
    const between = linesIn(at, open);
    if (open > at) {
      isJoining ||= isParted && isLetterAt(text, last) && isLetterAt(text, at);
      seen.push(text.slice(at, open));
      last = open - 1;
    }
    const inside = linesIn(open, end);
    seen.push(inside === "" ? " " : inside);
    isParted = inside === "";
    if (inside !== "") last = -1;
    if (between !== "") hidden.push(between);
    const close = end - (text.startsWith("<!--", open) ? 3 : 1);
    // `p` and `/b` are no words of anyone, and look like a name spelled out.
    if (close - open > 3) hidden.push(text.slice(open + 1, close), " ");
    at = end;
  }
  seen.push(text.slice(at));
  isJoining ||= isParted && isLetterAt(text, last) && isLetterAt(text, at);
  return {
    seen: decodeEntities(seen.join("")),
    joined: isJoining ? decodeEntities(withoutTags(text, tags)) : undefined,
    hidden: decodeEntities(hidden.join("")),
  };
}

/** Where each tag begins and ends, the end exclusive, one after the other. */
function tagsOf(text: string): number[] {
  const tags: number[] = [];
  let open = text.indexOf("<");
  while (open !== -1) {
    let end = open + 1;
    if (beginsTag(text.charCodeAt(end))) {
      const isComment = text.startsWith("<!--", open);
      const close = text.indexOf(isComment ? "-->" : ">", open);
      if (close === -1) break;
      end = close + (isComment ? 3 : 1);
      tags.push(open, end);
    }
    open = text.indexOf("<", end);
  }
  return tags;
}

/** A letter of HTML, `/`, `!` or `?`. */
const beginsTag = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  code === 0x2f ||
  code === 0x21 ||
  code === 0x3f;

function withoutTags(text: string, tags: readonly number[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (let tag = 0; tag < tags.length; tag += 2) {
    const [open = 0, end = 0] = [tags[tag], tags[tag + 1]];
    pieces.push(text.slice(at, open), text.slice(open, end).replace(/[^\n]+/g, ""));
    at = end;
  }
  return pieces.join("") + text.slice(at);
}

function isLetterAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  return /\p{L}/u.test(text.charAt(at));
}
