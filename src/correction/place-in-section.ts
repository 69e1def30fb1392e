// A place in a section as it was sent, found in the section as it stands in the document now,
// where headings carry states, the researcher keeps private notes, and words have moved.
import { readHeading } from "../retour/outline.ts";
import { mapExactly, type MapRange } from "../wording/anchor.ts";
import { afterSpace, beforeSpace, leadingSpace, trailingSpace } from "./spaces.ts";

/** Words to put in the place of a range of a section. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly after: string;
}

/** Places changes of `sent` in `current`: undefined when their words are not there as they were. */
export function placer(sent: string, current: string): (change: Replacement) => Replacement | undefined {
  let find: MapRange | undefined;
  return ({ start, end, after }) => {
    find ??= mapExactly(sent, withoutAsides(current));
    const range = find(start, end);
    if (range === undefined) return undefined;
    const placed =
      start === end ? pointIn(current, range.start, after) : around(current, range, sent.slice(start, end));
    return { ...placed, after: withNotesOf(current.slice(placed.start, placed.end), after) };
  };
}

/** Words put in come with their own white space: they stand at the other side of what is there. */
function pointIn(current: string, at: number, after: string): { start: number; end: number } {
  const isAtEnd = leadingSpace(after) === "" && trailingSpace(after) !== "";
  const point =
    leadingSpace(after) !== "" ? beforeSpace(current, at) : isAtEnd ? afterSpace(current, at) : at;
  return { start: point, end: point };
}

/** Words taken out go with the white space that was taken out with them. */
function around(
  current: string,
  { start, end }: { start: number; end: number },
  before: string,
): { start: number; end: number } {
  return {
    start: leadingSpace(before) === "" ? start : beforeSpace(current, start),
    end: trailingSpace(before) === "" ? end : afterSpace(current, end),
  };
}

const note = /<!--[\s\S]*?(?:-->|$)/g;

/** The section with its notes and its state blanked, every position kept. */
function withoutAsides(current: string): string {
  const first = current.slice(0, current.search(/\r?\n|$/));
  const id = readHeading(first)?.id;
  const heading = first.replace(/\{([^{}]*)\}([ \t]*)$/, (all, inside: string, space: string) =>
    id !== undefined && inside.includes(`#${id}`) ? `{${`#${id}`.padEnd(inside.length)}}${space}` : all,
  );
  return (heading + current.slice(first.length)).replace(note, (words) => words.replace(/[^\n]/g, " "));
}

/** The researcher's notes among words that go stay where the words were. */
function withNotesOf(gone: string, after: string): string {
  return [after, ...(gone.match(note) ?? [])].filter((part) => part !== "").join(" ");
}
