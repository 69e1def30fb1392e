// How edits were grouped into corrections: whether what a person did once is one correction.
import { without, wordsIn, type Measured, type Played } from "./play.ts";
import type { Edit } from "./edited.ts";

interface ByKind {
  readonly made: number;
  /** Of those that changed words: how many, and how many came as one correction. */
  readonly edits: number;
  readonly whole: number;
}

export interface Grouping {
  readonly kinds: ReadonlyMap<string, ByKind>;
  readonly edits: number;
  readonly whole: number;
  /** Moves that are said of the words they passed. */
  readonly turned: number;
  /** Corrections that hold several edits. */
  readonly joined: number;
  readonly corrections: number;
  /** The edits that came in most pieces, with the seeds they were found by. */
  readonly worst: readonly { readonly name: string; readonly kind: string; readonly pieces: number }[];
}

/** A move is two corrections: what was taken out, and what was put in. */
const wished = ({ kind }: Edit): number => (kind.startsWith("move-") ? 2 : 1);

/** Of the returns whose words come once, so that it is known whose they are. */
export function groupingOf(returns: readonly { readonly name: string; readonly played: Played }[]): Grouping {
  const kinds = new Map<string, { made: number; edits: number; whole: number }>();
  const worst: { name: string; kind: string; pieces: number }[] = [];
  let [turned, joined, corrections] = [0, 0, 0];
  for (const { name, played } of returns.filter((each) => each.played.isUnique)) {
    const changing = played.corrections.filter(({ before, after }) => before !== after).map(wordsOfChange);
    corrections += changing.length;
    const held = changing.map(() => 0);
    for (const edit of played.edited.edits) {
      const count = kinds.get(edit.kind) ?? { made: 0, edits: 0, whole: 0 };
      kinds.set(edit.kind, count);
      count.made += 1;
      if (edit.removed.size + edit.added.size === 0) continue;
      const own = changing.flatMap(({ gone, come }, index) =>
        gone.some((word) => edit.removed.has(word)) || come.some((word) => edit.added.has(word))
          ? [index]
          : [],
      );
      for (const index of own) held[index] = (held[index] ?? 0) + 1;
      if (own.length === 0 && wished(edit) === 2) turned += 1;
      // What was put in and then taken out by another edit is in none.
      if (own.length === 0) continue;
      count.edits += 1;
      if (own.length <= wished(edit)) count.whole += 1;
      else worst.push({ name, kind: edit.kind, pieces: own.length });
    }
    joined += held.filter((each) => each > 1).length;
  }
  const total = (what: "edits" | "whole"): number =>
    [...kinds.values()].reduce((sum, each) => sum + each[what], 0);
  return {
    ...{ kinds, turned, joined, corrections },
    edits: total("edits"),
    whole: total("whole"),
    worst: worst.sort((a, b) => b.pieces - a.pieces).slice(0, 5),
  };
}

function wordsOfChange({ before, after }: { before: string; after: string }): {
  gone: string[];
  come: string[];
} {
  const [old, now] = [wordsIn(before), wordsIn(after)];
  return { gone: without(old, now), come: without(now, old) };
}

/** The figures as lines to print. */
export function sayGrouping(
  format: string,
  all: readonly { readonly played: Played; readonly measured: Measured }[],
  { kinds, edits, whole, turned, joined, corrections, worst }: Grouping,
): string {
  const sum = (of: (measured: Measured) => number): string =>
    String(all.reduce((total, { measured }) => total + of(measured), 0));
  const made = String(all.reduce((total, { played }) => total + played.edited.edits.length, 0));
  const percent = (part: number, of: number): string => `${((100 * part) / Math.max(1, of)).toFixed(1)} %`;
  const byKind = [...kinds]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(
      ([kind, each]) =>
        `  ${kind}: ${String(each.made)} made, ${String(each.whole)} of ${String(each.edits)} whole`,
    );
  return [
    `${format}: ${String(all.length)} returns, ${made} edits, ${sum((each) => each.removed)} words taken out, ${sum((each) => each.added)} put in`,
    `  missed ${sum((each) => each.missed.length)}, of no edit ${sum((each) => each.invented.length)}, carried along by grouping ${sum((each) => each.carried)}, taken out and put back ${sum((each) => each.putBack)}`,
    `  one correction each: ${percent(whole, edits)} of ${String(edits)} edits; ${String(joined)} of ${String(corrections)} corrections hold several; ${String(turned)} moves said of what they passed`,
    ...(process.env["RETOUR_KINDS"] === undefined ? [] : byKind),
    ...worst.map(({ name, kind, pieces }) => `  in ${String(pieces)} pieces: ${kind} (${name})`),
  ].join("\n");
}
