// What would leave, looked through byte by byte for names, for withdrawn sentences, and for sentences
// nobody agreed to: the last door, which knows nothing of the others.
import { foldText, Room } from "./folded.ts";
import type { FoundForm } from "./form-index.ts";
import type { Against, Leak } from "./leak.ts";
import { nameSearch } from "./names.ts";
import { readingsOf, type Reading } from "./readings.ts";
import { sentenceSearch } from "./sentences.ts";
import { alignTwin } from "./twin.ts";

export type Files = ReadonlyMap<string, string | Uint8Array>;

/**
 * Every leak, once in each part of each file, at the first line where it is; none when the files may leave. Refuses
 * a package that cannot be read to its end. `twins`: by path, each file as it would be were every word of the study
 * blurred; a name that is in the same place of the twin too is a word of ours.
 */
export function scanFiles(files: Files, against: Against, twins: Files = new Map()): readonly Leak[] {
  const { names, phrases, withdrawn } = against;
  const isNothing = names === undefined && !phrases?.size && !withdrawn?.phrases.length;
  if (isNothing) return [];
  const findNames = names && nameSearch(names);
  const findSentences = sentenceSearch(phrases?.keys() ?? [], withdrawn);
  const room = new Room();
  /** Those that the twin has not there. */
  const ofStudy = (
    found: readonly FoundForm[],
    reading: Reading,
    twin: readonly Reading[],
  ): readonly FoundForm[] => {
    if (found.length === 0 || twin.length === 0) return found;
    const ours = new Set<string>();
    for (const other of twin) {
      const place = other.inside === reading.inside ? alignTwin(reading.text, other.text) : undefined;
      if (place === undefined) continue;
      for (const { replacement, at } of findNames?.(foldText(other.text, room), other.isSlug) ?? [])
        ours.add(`${String(place(at))} ${replacement}`);
    }
    return found.filter(({ replacement, at }) => !ours.has(`${String(at)} ${replacement}`));
  };
  const look = (reading: Reading, twin: readonly Reading[] = []): Omit<Leak, "file">[] => {
    const folded = foldText(reading.text, room);
    const inText = findNames?.(folded, reading.isSlug) ?? [];
    const sentences = findSentences(folded);
    const found = [
      ...ofStudy(inText, reading, twin).map(({ replacement, at }) => {
        return { kind: "name" as const, about: replacement, at };
      }),
      ...sentences.map(({ phrase, at }) => {
        if (phrase === undefined) return { kind: "withdrawn" as const, about: "", at };
        return { kind: "unvalidated" as const, about: phrases?.get(phrase) ?? "", at };
      }),
    ];
    return placed(found, reading);
  };
  const leaks = new Map<string, Leak>();
  for (const [index, [path, content]] of [...files].entries()) {
    // A file and its twin have the same path: it is made of the program's words and of ids alone.
    const inName = twins.has(path)
      ? []
      : look({ inside: "#name", text: path, hasLines: false, isSlug: true });
    const file = inName.length > 0 ? `(${String(index + 1)})` : path;
    const found = [...inName];
    const other = twins.get(path);
    const twin = other === undefined ? [] : [...readingsOf(other, file)];
    for (const reading of readingsOf(content, file)) found.push(...look(reading, twin));
    for (const leak of found) {
      const key = [file, leak.inside, leak.kind, leak.about].join("\n");
      const known = leaks.get(key);
      if (known === undefined || (leak.line ?? 0) < (known.line ?? 0)) leaks.set(key, { file, ...leak });
    }
  }
  return [...leaks.values()];
}

/** The same; the twins are made when a name is found, which is seldom. */
export async function scanStudyFiles(
  files: Files,
  twins: () => Promise<Files> | Files,
  against: Against,
): Promise<readonly Leak[]> {
  const leaks = scanFiles(files, against);
  return leaks.some(({ kind }) => kind === "name") ? scanFiles(files, against, await twins()) : leaks;
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
