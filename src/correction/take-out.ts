// What a decision brought into a section, taken out again when it was decided otherwise since.
import type { CorrectionId, EditionId } from "../kernel/ids.ts";
import type { DecidedCorrection } from "./correction.ts";
import { placer, type Replacement } from "./place-in-section.ts";
import { changesBetween, splice } from "./splice.ts";

interface Followed {
  readonly current: string;
  readonly sent: ReadonlyMap<EditionId, string>;
  /** All that the section follows and that brought words. */
  readonly standing: readonly DecidedCorrection[];
  /** Of those, the ones that were decided otherwise since. */
  readonly changed: readonly DecidedCorrection[];
}

/** What an edition's text becomes when these corrections are followed. */
type Make = (
  text: string,
  edition: EditionId,
  corrections: readonly DecidedCorrection[],
) => string | undefined;

/**
 * The section without them, by what differs between the edition with all that was brought in and
 * the edition without them. `left`: those that stay, since their words are no longer there as
 * they were brought in.
 */
export function takeOut(
  { current, sent, standing, changed }: Followed,
  make: Make,
): { readonly current: string; readonly left: readonly CorrectionId[] } {
  const touches: Replacement[] = [];
  const left: CorrectionId[] = [];
  for (const [edition, text] of sent) {
    const own = changed.filter((each) => each.edition === edition && standing.includes(each));
    if (own.length === 0) continue;
    const there = standing.filter((each) => each.edition === edition);
    const made = make(text, edition, there);
    const wanted = make(
      text,
      edition,
      there.filter((each) => !own.includes(each)),
    );
    const found = made === undefined || wanted === undefined ? [undefined] : place(made, wanted, current);
    const placed = found.flatMap((each) => each ?? []);
    if (placed.length === found.length && !placed.some((each) => touches.some((other) => meets(each, other))))
      touches.push(...placed);
    else left.push(...own.map(({ id }) => id));
  }
  return {
    current: splice(
      current,
      touches.sort((a, b) => a.start - b.start),
    ),
    left,
  };
}

function place(made: string, wanted: string, current: string): (Replacement | undefined)[] {
  const find = placer(made, current);
  const feed = current.includes("\r\n") ? "\r\n" : "\n";
  return changesBetween(made, wanted).map((change) => {
    const found = find(change);
    return found && { ...found, after: found.after.replace(/\r?\n/g, feed) };
  });
}

const meets = (a: Replacement, b: Replacement): boolean => a.start <= b.end && b.start <= a.end;
