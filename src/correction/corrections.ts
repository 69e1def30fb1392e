// The list of corrections: what was asked, what became of it, who is asking for something else.
import type { Study } from "../study/open.ts";
import { neighbours, type Neighbours } from "./conflict.ts";
import { isPending, type Correction, type HistoryEvent, type Kind } from "./correction.ts";
import { movedTogether } from "./moved.ts";
import { allCorrections, eventsOf } from "./store.ts";

export interface ListedCorrection extends Correction, Neighbours<Correction> {
  /** The other half of a move, when these words were taken out here and put in there. */
  readonly movedWith: Correction | undefined;
}

export interface Wanted {
  /** Only those that await a decision. */
  readonly isPendingOnly?: boolean;
  /** `peur`, or `g2/peur`. */
  readonly section?: string | undefined;
  readonly from?: string | undefined;
  readonly edition?: string | undefined;
  readonly kind?: Kind | undefined;
}

/** The corrections wanted, in the order they were received; all when nothing is said. */
export async function listCorrections(study: Study, wanted: Wanted = {}): Promise<ListedCorrection[]> {
  const all = await allCorrections(study.ledger.db);
  const near = neighbours(all);
  const moved = movedTogether(all);
  return all
    .filter((each) => isWanted(each, wanted))
    .map((each) => ({
      ...each,
      ...(near.get(each) ?? { conflictsWith: [], agreesWith: [] }),
      movedWith: moved.get(each),
    }));
}

/** What was decided of a correction and taken back, and what reached the document, oldest first. */
export function historyOf(study: Study, { id }: Pick<Correction, "id">): Promise<HistoryEvent[]> {
  return eventsOf(study.ledger.db, id);
}

function isWanted(each: Correction, { isPendingOnly, section, from, edition, kind }: Wanted): boolean {
  return (
    (isPendingOnly !== true || isPending(each)) &&
    (section === undefined || each.section === section || `${each.group}/${each.section}` === section) &&
    (from === undefined || each.participant === from) &&
    (edition === undefined || each.edition === edition) &&
    (kind === undefined || each.kind === kind)
  );
}
