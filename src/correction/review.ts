// `review`: what waits for a decision, in the order one reads the document, each in its place.
import { readFrozen } from "../copy/frozen.ts";
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
  const sections = (await editionsSent(study)).flatMap(({ id, content }) =>
    readFrozen(content).sections.map((section) => ({ ...section, edition: id })),
  );
  // A wish to keep the words may have been read where there was none: it is looked at too.
  const pending = (await listCorrections(study)).filter(({ decision }) => decision === null);
  // In each section by place; what has none comes last. The sort is stable.
  const byPlace = pending.sort((a, b) => (a.start ?? Infinity) - (b.start ?? Infinity));
  const items = sections.flatMap(({ edition, id, title, text }) =>
    byPlace
      .filter((each) => each.edition === edition && each.section === id)
      .map((correction) => ({ correction, title, ...contextOf(correction, text) })),
  );
  return withMoves(items);
}

/** The two halves of a move follow each other. */
function withMoves(items: readonly ReviewItem[]): ReviewItem[] {
  const byId = new Map(items.map((item) => [item.correction.id, item]));
  const ordered = new Set<ReviewItem>();
  for (const item of items) {
    ordered.add(item);
    const { movedWith } = item.correction;
    const other = movedWith && byId.get(movedWith.id);
    if (other) ordered.add(other);
  }
  return [...ordered];
}

function contextOf({ start, end }: ListedCorrection, text: string): Pick<ReviewItem, "lead" | "tail"> {
  if (start === null || end === null) return { lead: "", tail: "" };
  const [from, to] = [start - CONTEXT, end + CONTEXT];
  const lead = text.slice(Math.max(0, from), start);
  const tail = text.slice(end, to);
  // Neither end is in the middle of a word.
  return {
    lead: (from <= 0 ? lead : lead.replace(/^\S*\s/, "… ")).replace(/^[\s\S]*\n(?=#)/, ""),
    tail: (to >= text.length ? tail : tail.replace(/\s\S*$/, " …")).replace(/\n#[\s\S]*$/, ""),
  };
}
