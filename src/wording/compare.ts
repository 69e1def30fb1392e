// What differs between two wordings, in French words.
import { differing, type Stretch } from "./align.ts";
import { expressions } from "./expressions.ts";
import { gapHunk, hunkOf, type Hunk } from "./hunk.ts";
import { sideReader, type Side } from "./side.ts";
import { tokenize } from "./tokens.ts";

export type { Hunk } from "./hunk.ts";

export interface Change {
  readonly op: "same" | "removed" | "added";
  readonly text: string;
}

/**
 * The differences, in order, each as a person would name it: neighbours separated by at most
 * `joinWithin` short words or marks are one, unless a paragraph ends there. Empty if and only if
 * the two texts have the same words (see fold.ts).
 */
export function hunks(before: string, after: string, { joinWithin = 1 } = {}): Hunk[] {
  if (before === after) return [];
  const read = sideReader();
  const [old, now] = [read(before), read(after)];
  const stretches = expressions(old, now, differing(old, now), joinWithin);
  const found = stretches.map((stretch) => hunkOf(old, now, stretch));
  const isFaithful =
    hasTokensOf(now, applyHunks(before, found)) && hasTokensOf(old, applyHunks(after, found.map(turned)));
  if (isFaithful) return found;
  return [...found, ...gapHunks(old, now, stretches)].sort((one, other) => one.start - other.start);
}

/**
 * Applies hunks made by `hunks(before, after)`: the result has the words of `after`, and the
 * typography of `before` where nothing changed.
 */
export function applyHunks(before: string, list: readonly Pick<Hunk, "start" | "end" | "after">[]): string {
  let text = "";
  let at = 0;
  for (const { start, end, after } of list) {
    text += before.slice(at, start) + after;
    at = end;
  }
  return text + before.slice(at);
}

/**
 * The comparison as pieces to show, none empty. Those that are the same or added make `after`,
 * to the letter; those that are the same or removed have the words of `before`.
 */
export function changes(before: string, after: string, options: { joinWithin?: number } = {}): Change[] {
  const list: Change[] = [];
  const push = (op: Change["op"], text: string): void => {
    if (text !== "") list.push({ op, text });
  };
  let at = 0;
  for (const hunk of hunks(before, after, options)) {
    push("same", after.slice(at, hunk.afterStart));
    push("removed", hunk.before);
    push("added", hunk.after);
    at = hunk.afterEnd;
  }
  push("same", after.slice(at));
  return list;
}

/** The new text that changes lead to. */
export function applyChanges(list: readonly Change[]): string {
  return list.map(({ op, text }) => (op === "removed" ? "" : text)).join("");
}

function turned({ start, end, before, after, afterStart, afterEnd }: Hunk): Hunk {
  return { start: afterStart, end: afterEnd, before: after, after: before, afterStart: start, afterEnd: end };
}

function hasTokensOf({ tokens }: Side, text: string): boolean {
  const found = tokenize(text);
  return found.length === tokens.length && found.every(({ key }, index) => key === tokens[index]?.key);
}

/**
 * The gaps that are empty on one side only. Left as they are, they could make two tokens one
 * beside a change: "x ,5" and "3, 5" would give "3,5".
 */
function gapHunks(old: Side, now: Side, stretches: readonly Stretch[]): Hunk[] {
  const list: Hunk[] = [];
  let [from, newFrom] = [0, 0];
  const end = { from: old.ids.length, to: 0, newFrom: now.ids.length, newTo: 0 };
  for (const stretch of [...stretches, end]) {
    for (let index = from + 1; index < stretch.from; index += 1) {
      const hunk = gapHunk(old, now, index, newFrom + index - from);
      if (hunk) list.push(hunk);
    }
    from = stretch.to;
    newFrom = stretch.newTo;
  }
  return list;
}
