// Words written one after the other, as a set to look them up in.
import { foldPhrase } from "../../wording/phrases.ts";

/** Single words, by their folded form. Read once, when it is first asked for. */
export function listed(words: string): () => ReadonlySet<string> {
  let made: ReadonlySet<string> | undefined;
  return () => (made ??= new Set(words.trim().split(/\s+/).map(foldPhrase)));
}
