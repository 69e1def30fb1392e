// The reasons of a state, with the words that changed when it is lapsed.
import { hunks } from "../wording/compare.ts";
import type { Reason } from "./reason.ts";
import type { SectionState } from "./state.ts";

/** How many changes are told one by one, and how much of each. */
const TOLD = 3;
const LONGEST = 120;

export function explain({ reasons, lapsedFrom }: SectionState): readonly Reason[] {
  if (lapsedFrom === undefined) return reasons;
  const found = hunks(lapsedFrom.was, lapsedFrom.now).map(({ before, after }) => ({
    was: shorten(before),
    now: shorten(after),
  }));
  const { isWithdrawn, isRenamed } = lapsedFrom;
  const unsaid = isWithdrawn || isRenamed ? [] : [{ was: "", now: "" }];
  const told = found.length > 0 ? found.slice(0, TOLD) : unsaid;
  const untold = Math.max(0, found.length - told.length);
  return [
    ...(isWithdrawn ? [{ code: "reason.withdrawn-words" as const, params: {} }] : []),
    ...(isRenamed ? [{ code: "reason.name-replaced" as const, params: {} }] : []),
    ...told.map((params): Reason => ({ code: "reason.lapsed", params })),
    ...(untold > 0 ? [{ code: "reason.lapsed-more" as const, params: { count: untold } }] : []),
    ...reasons,
  ];
}

function shorten(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST / 2)} […] ${line.slice(-LONGEST / 2)}`;
}
