// `review`: what waits for a decision, in the order one reads the document, each in its place.
import { readFrozen, type FrozenEdition } from "../copy/frozen.ts";
import type { Study } from "../study/open.ts";
import { listCorrections, type ListedCorrection } from "./corrections.ts";
import { editionsSent } from "./sent-editions.ts";

export interface ReviewItem {
  readonly correction: ListedCorrection;
  /** The section's title, as it was sent. */
  readonly title: string;
  /** What stands before and after the words concerned, as it was sent; empty without a place. */
  readonly lead: string;
  readonly tail: string;
}

/** As many letters of the text as are shown on each side. */
const CONTEXT = 240;

/** Corrections without a decision, by edition, section and place. */
export async function pendingForReview(study: Study): Promise<ReviewItem[]> {
  const frozen = new Map(
    (await editionsSent(study)).map(({ id, content }): [string, FrozenEdition] => [id, readFrozen(content)]),
  );
  const items = (await listCorrections(study, { isPending: true })).map((correction) => {
    const sections = frozen.get(correction.edition)?.sections ?? [];
    const index = sections.findIndex(({ id }) => id === correction.section);
    return { correction, index, ...inPlace(correction, sections[index]) };
  });
  return items
    .sort(
      (a, b) =>
        compare(a.correction.edition, b.correction.edition) ||
        a.index - b.index ||
        (a.correction.start ?? Infinity) - (b.correction.start ?? Infinity) ||
        compare(a.correction.id, b.correction.id),
    )
    .map(({ correction, title, lead, tail }) => ({ correction, title, lead, tail }));
}

function inPlace(
  { section, start, end }: ListedCorrection,
  sent: { readonly title: string; readonly text: string } | undefined,
): Omit<ReviewItem, "correction"> {
  if (sent === undefined || start === null || end === null)
    return { title: sent?.title ?? section, lead: "", tail: "" };
  const { title, text } = sent;
  return {
    title,
    lead: text.slice(Math.max(0, start - CONTEXT), start).replace(/^[\s\S]*\n(?=#)/, ""),
    tail: text.slice(end, end + CONTEXT).replace(/\n#[\s\S]*$/, ""),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
