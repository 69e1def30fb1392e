// The anonymisation log: what was put in place of names, how often, without the names.
import type { Identity } from "../contents.ts";

/** How often one replacement stands in a source. */
export interface Replaced {
  readonly replacement: string;
  readonly kind: string;
  readonly count: number;
}

/** What was put in place of these identities' names, each counted once, by replacement. */
export function tally(identities: Iterable<Identity>): Replaced[] {
  const counts = new Map<string, { replacement: string; kind: string; count: number }>();
  for (const { replacement, kind } of identities) {
    const key = JSON.stringify([replacement, kind]);
    const row = counts.get(key) ?? { replacement, kind, count: 0 };
    counts.set(key, row);
    row.count += 1;
  }
  return [...counts.values()].sort((a, b) => order(a.replacement, b.replacement) || order(a.kind, b.kind));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
