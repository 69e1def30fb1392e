// Words taken out of a turn as it was said, where they are known by their place in it without its names.
import { merged, splice, type Range } from "../../wording/cut-out.ts";
import { rangeMover, type Edit } from "./edits.ts";

export interface Original {
  readonly was: string;
  /** What stands in the place of its names. */
  readonly edits: readonly Edit[];
}

/**
 * What is left of it, its other names where they are now. `places`: in the text without names; a name of
 * which a part goes, goes. `passages`: what went, with its names.
 */
export function cutOriginal(
  { was, edits }: Original,
  places: readonly Range[],
  mark: string,
): { readonly left: Original; readonly passages: readonly string[] } {
  const there = rangeMover(edits);
  const back = rangeMover(
    edits.map((edit) => ({
      ...there({ start: edit.start, end: edit.end }),
      words: was.slice(edit.start, edit.end),
    })),
  );
  const ranges = merged(places.map(back), was);
  const { text, startOf, endOf } = splice(was, ranges, mark);
  const stays = ({ start, end }: Range): boolean =>
    !ranges.some((range) => start < range.end && range.start < end);
  return {
    left: {
      was: text,
      edits: edits
        .filter(stays)
        .map((edit) => ({ ...edit, start: startOf(edit.start), end: endOf(edit.end) })),
    },
    passages: ranges.map(({ start, end }) => was.slice(start, end)),
  };
}
