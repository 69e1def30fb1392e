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

const tag = /<(?=[A-Za-z/!?])/g;
const lineEnds = /[^\n]+/g;
const isLetter = /\p{L}/u;

/** Undefined when there is no tag. Line ends stay, so that a place in each part has its line. */
export function unmark(text: string): Unmarked | undefined {
  const [seen, hidden]: [string[], string[]] = [[], []];
  const isJoining: boolean[] = [];
  let at = 0;
  for (;;) {
    tag.lastIndex = at;
    const open = tag.exec(text)?.index;
    if (open === undefined) break;
    const isComment = text.startsWith("<!--", open);
    const close = text.indexOf(isComment ? "-->" : ">", open);
    if (close === -1) break;
    const end = close + (isComment ? 3 : 1);
    const words = text.slice(at, open);
    const inside = text.slice(open + 1, close);
    const lines = inside.includes("\n") ? inside.replace(lineEnds, "") : "";
    seen.push(words, lines);
    isJoining.push(lines === "" && isLetter.test(text.charAt(open - 1)) && isLetter.test(text.charAt(end)));
    // `p` and `/b` are no words of anyone, and look like a name spelled out.
    const isPlain = inside.length < 3;
    hidden.push(words.includes("\n") ? words.replace(lineEnds, "") : "", isPlain ? "" : inside);
    at = end;
  }
  if (at === 0) return undefined;
  seen.push(text.slice(at), "");
  const decoded = (pieces: readonly string[], between: string): string => {
    const parted = pieces.map((piece, index) => (index % 2 === 1 && piece === "" ? between : piece));
    return decodeEntities(parted.join(""));
  };
  return {
    seen: decoded(seen, " "),
    joined: isJoining.includes(true) || hasRuns(seen) ? decoded(seen, "") : undefined,
    hidden: decodeEntities(hidden.map((piece, index) => (index % 2 === 1 ? `${piece} ` : piece)).join("")),
  };
}

/** Several tags in a row may part two letters. */
function hasRuns(pieces: readonly string[]): boolean {
  let last = "";
  let isParted = false;
  for (const [index, piece] of pieces.entries()) {
    if (piece === "") isParted ||= index > 0;
    else {
      if (isParted && isLetter.test(last) && isLetter.test(piece.charAt(0))) return true;
      last = piece.slice(-1);
      isParted = false;
    }
  }
  return false;
}
