// Every transcript fixture, read as its expected turns say, written by hand; and its prefixes.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RetourError } from "../../src/kernel/diagnostic.ts";
import { readTranscript } from "../../src/transcript/read-transcript.ts";
import { joinCues } from "../../src/transcript/turn.ts";

const root = join(import.meta.dirname, "../../fixtures/transcripts");

const cases = readdirSync(root).flatMap((format) =>
  readdirSync(join(root, format)).map((name) => {
    const folder = join(root, format, name);
    const source = readdirSync(folder).find((file) => file.startsWith("source.")) ?? "";
    const { unwrap = false, ...expected } = JSON.parse(
      readFileSync(join(folder, "expected.json"), "utf8"),
    ) as { unwrap?: boolean };
    return {
      name: `${format}/${name}`,
      bytes: readFileSync(join(folder, source)),
      expected,
      how: { isWritten: format === "notes", unwrap },
    };
  }),
);

function read(bytes: Uint8Array, { isWritten, unwrap }: { isWritten: boolean; unwrap: boolean }) {
  const setting = { file: "source", isWritten, isKnown: () => false, language: "fr" as const };
  const { format, cues, diagnostics } = readTranscript(bytes, setting, {
    format: undefined,
    encoding: undefined,
    unwrap,
  });
  const turns = joinCues(cues, (label) => ({ participant: null, label }), format.joining);
  return {
    format: format.name,
    diagnostics: diagnostics.map(({ code }) => code),
    turns: turns.map(({ label, startMs, endMs, words }) => ({ label, startMs, endMs, words })),
  };
}

describe.each(cases)("the transcript $name", ({ bytes, expected, how }) => {
  it("gives the turns written by hand", () => {
    expect(read(bytes, how)).toEqual(expected);
  });

  it("cut off anywhere either reads or is refused with a reason", () => {
    for (let length = 0; length < bytes.length; length += 1) {
      try {
        read(bytes.subarray(0, length), how);
      } catch (error) {
        expect(error).toBeInstanceOf(RetourError);
      }
    }
  });
});
