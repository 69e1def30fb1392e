// What would leave, looked through byte by byte for names, for withdrawn sentences, and for sentences
// nobody agreed to: the last door, which knows nothing of the others.
import { foldText, Room } from "./folded.ts";
import type { Against, Leak } from "./leak.ts";
import { nameSearch } from "./names.ts";
import { readingsOf, type Reading } from "./readings.ts";
import { sentenceSearch } from "./sentences.ts";

export type Files = ReadonlyMap<string, string | Uint8Array>;

/**
 * Every leak, once in each part of each file, at the first line where it is; none when the files may leave. Refuses
 * a package that cannot be read to its end.
 */
export function scanFiles(files: Files, against: Against): readonly Leak[] {
  const { names, phrases, withdrawn } = against;
  const isNothing = names === undefined && !phrases?.size && !withdrawn?.phrases.length;
  if (isNothing) return [];
  const findNames = names && nameSearch(names);
  const findSentences = sentenceSearch(phrases?.keys() ?? [], withdrawn);
  const room = new Room();
  const look = (reading: Reading): Omit<Leak, "file">[] => {
    const folded = foldText(reading.text, room);
    const found = [
      ...(findNames?.(folded, reading.isSlug) ?? []).map(({ replacement, at }) => {
        return { kind: "name" as const, about: replacement, at };
      }),
      ...findSentences(folded).map(({ phrase, at }) => {
        if (phrase === undefined) return { kind: "withdrawn" as const, about: "", at };
        return { kind: "unvalidated" as const, about: phrases?.get(phrase) ?? "", at };
      }),
    ];
    return placed(found, reading);
  };
  const leaks = new Map<string, Leak>();
  for (const [index, [path, content]] of [...files].entries()) {
    const inName = look({ inside: "#name", text: path, hasLines: false, isSlug: true });
    const file = inName.length > 0 ? `(${String(index + 1)})` : path;
    const found = [...inName];
    for (const reading of readingsOf(content, file)) found.push(...look(reading));
    for (const leak of found) {
      const key = [file, leak.inside, leak.kind, leak.about].join("\n");
      const known = leaks.get(key);
      if (known === undefined || (leak.line ?? 0) < (known.line ?? 0)) leaks.set(key, { file, ...leak });
    }
  }
  return [...leaks.values()];
}

/** What was found at some place of a reading, with its line. */
function placed(
  found: readonly (Pick<Leak, "kind" | "about"> & { readonly at: number })[],
  { text, inside, hasLines }: Reading,
): Omit<Leak, "file">[] {
  let [line, end] = [1, text.indexOf("\n")];
  return [...found]
    .sort((a, b) => a.at - b.at)
    .map(({ kind, about, at }) => {
      for (; end !== -1 && end < at; end = text.indexOf("\n", end + 1)) line += 1;
      return { inside, kind, line: hasLines ? line : undefined, about };
    });
}
