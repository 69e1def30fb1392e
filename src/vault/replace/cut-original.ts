// Words taken out of a turn as it was said, where they are known by their place in it without its names.
import { merged, splice, type Range } from "../../wording/cut-out.ts";
import { rangeMover, type Edit } from "./edits.ts";

export interface Original {
  readonly was: string;
  /** What stands in the place of its names. */
  readonly edits: readonly Edit[];
}

/** `places`: in the text without names; a name of which a part goes, goes. `passages`: what went, with its names. */
export function cutOriginal(
  { was, edits }: Original,
  places: readonly Range[],
  mark: string,
): { readonly now: string; readonly passages: readonly string[] } {
  const there = rangeMover(edits);
  const back = rangeMover(
    edits.map((edit) => ({
      ...there({ start: edit.start, end: edit.end }),
      words: was.slice(edit.start, edit.end),
    })),
  );
  const ranges = merged(places.map(back), was);
  return {
    now: splice(was, ranges, mark).text,
    passages: ranges.map(({ start, end }) => was.slice(start, end)),
  };
}
