// Mutated transcripts through the whole reading: each is read or refused with a reason, soon.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { RetourError } from "../../src/kernel/diagnostic.ts";
import { readTranscript } from "../../src/transcript/read-transcript.ts";
import { joinCues } from "../../src/transcript/turn.ts";
import { diceOf, mutate, type Sample } from "./mutate.ts";

/** Every transcript of `fixtures/transcripts`. */
export function samplesIn(root: string): Sample[] {
  return readdirSync(root).flatMap((format) =>
    readdirSync(join(root, format)).flatMap((name) => {
      const folder = join(root, format, name);
      const source = readdirSync(folder).find((file) => file.startsWith("source."));
      if (source === undefined) return [];
      const bytes = new Uint8Array(readFileSync(join(folder, source)));
      return [{ name: `${format}/${name}`, bytes, isWritten: format === "notes" }];
    }),
  );
}

/** Longer than any of these small files may take, in milliseconds. */
const SOON = 2000;

// Controls, terminal escapes and marks that reorder text; tab and line feed are no harm.
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const unsafe = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;

/** What is wrong with how the file that this seed makes is read; undefined when nothing is. */
export function faultOf(samples: readonly Sample[], seed: number): string | undefined {
  const { name, bytes, isWritten } = mutate(samples, diceOf(seed));
  const start = performance.now();
  const fault = faultIn(bytes, isWritten);
  const took = performance.now() - start;
  const found = fault ?? (took > SOON ? `took ${took.toFixed(0)} ms` : undefined);
  return found === undefined ? undefined : `seed ${String(seed)}, ${name}: ${found}`;
}

function faultIn(bytes: Uint8Array, isWritten: boolean): string | undefined {
  const setting = { file: "f", isWritten, isKnown: () => false, language: "fr" as const };
  try {
    const { cues, diagnostics, format } = readTranscript(bytes, setting, {
      format: undefined,
      encoding: undefined,
    });
    for (const { words, startMs, endMs, label } of cues) {
      if (words.trim() === "") return "a cue without words";
      if (unsafe.test(words) || unsafe.test(label ?? "")) return "control characters came through";
      if (words !== words.normalize("NFC")) return "words are not in NFC";
      for (const time of [startMs, endMs])
        if (time !== null && !(Number.isSafeInteger(time) && time >= 0)) return `a time is ${String(time)}`;
    }
    for (const { place } of diagnostics)
      if (place?.line !== undefined && !(Number.isInteger(place.line) && place.line > 0))
        return "a line is none";
    joinCues(cues, (label) => ({ participant: null, label }), format.joining);
    return undefined;
  } catch (error) {
    if (error instanceof RetourError) return undefined;
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
