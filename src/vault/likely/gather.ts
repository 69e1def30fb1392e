// Likely names of many texts, each once, with some of the places where it stands: what a person is asked about.
import { foldPhrase } from "../../wording/phrases.ts";
import { findLikely } from "./find-likely.ts";
import type { Known, Likely, LikelyKind, LikelyReason } from "./likely.ts";

export interface Source {
  /** Where a person finds it: `s01.12`, `retours/g1.md`. */
  readonly place: string;
  readonly text: string;
}

export interface LikelyName {
  /** As it is written most often. */
  readonly form: string;
  readonly kind: LikelyKind;
  readonly reason: LikelyReason;
  readonly count: number;
  /** The first few, in order. */
  readonly contexts: readonly LikelyContext[];
}

export interface LikelyContext {
  readonly place: string;
  /** As it is written there, and the words around it. */
  readonly form: string;
  readonly before: string;
  readonly after: string;
}

/** Contexts shown of one form, and how many characters of each side. */
const SHOWN = 3;
const AROUND = 60;

/** The likely names of all texts, the most frequent first: one that is written in two cases is one. */
export function gatherLikely(sources: Iterable<Source>, known: Known): LikelyName[] {
  const byForm = new Map<string, { likely: Likely[]; contexts: LikelyContext[] }>();
  for (const { place, text } of sources)
    for (const likely of findLikely(text, known)) {
      const key = foldPhrase(likely.form);
      const entry = byForm.get(key) ?? { likely: [], contexts: [] };
      byForm.set(key, entry);
      entry.likely.push(likely);
      if (entry.contexts.length < SHOWN) entry.contexts.push(contextIn(text, likely, place));
    }
  return [...byForm.values()]
    .flatMap(({ likely, contexts }) => {
      const [first] = likely;
      return first ? [{ ...first, form: usual(likely), count: likely.length, contexts }] : [];
    })
    .map(({ form, kind, reason, count, contexts }) => ({ form, kind, reason, count, contexts }))
    .toSorted((a, b) => b.count - a.count);
}

function contextIn(text: string, { form, start, end }: Likely, place: string): LikelyContext {
  const plain = (words: string): string => words.replace(/\s+/g, " ");
  const before = plain(text.slice(Math.max(0, start - AROUND), start));
  return { place, form, before, after: plain(text.slice(end, end + AROUND)) };
}

function usual(likely: readonly Likely[]): string {
  const counts = new Map<string, number>();
  for (const { form } of likely) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}
