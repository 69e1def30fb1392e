// A text with what stands instead of the names in it.
import type { Identity } from "../contents.ts";
import type { FoundName, NameFinder } from "../find-names.ts";

export interface Replaced {
  readonly text: string;
  /** Who was replaced, how often. */
  readonly replaced: readonly { readonly identity: Identity; readonly count: number }[];
  /** What a person has to settle: left as it was, with its places in the text that was given. */
  readonly doubts: readonly FoundName[];
}

/** Replaces the names that are certain, and lists those that are not. */
export function replaceNames(text: string, finder: NameFinder): Replaced {
  const found = finder.find(text);
  const counts = new Map<Identity, number>();
  const doubts: FoundName[] = [];
  let changed = "";
  let at = 0;
  for (const name of found) {
    if (!name.isCertain) {
      doubts.push(name);
      continue;
    }
    const [identity] = name.identities;
    counts.set(identity, (counts.get(identity) ?? 0) + 1);
    changed += text.slice(at, name.start) + name.replacement;
    at = name.end;
  }
  return {
    text: changed + text.slice(at),
    replaced: [...counts].map(([identity, count]) => ({ identity, count })),
    doubts,
  };
}
