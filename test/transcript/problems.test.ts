// A file with many problems: the first of each kind are named, the others counted.
import { expect, it } from "vitest";
import type { Diagnostic } from "../../src/kernel/diagnostic.ts";
import { csv } from "../../src/transcript/formats/csv.ts";
import { whisper } from "../../src/transcript/formats/whisper.ts";

const hints = { file: "f", isKnown: () => false, language: "fr" } as const;

/** How many diagnostics of each code and severity, and those that count others. */
function tally(diagnostics: readonly Diagnostic[]): unknown {
  const codes = diagnostics.map(({ code, severity }) => `${severity} ${code}`);
  return Object.fromEntries(
    [...new Set(codes)].map((code) => [code, codes.filter((c) => c === code).length]),
  );
}

const counted = (diagnostics: readonly Diagnostic[]): unknown[] =>
  diagnostics.filter(({ code }) => code.includes("more")).map(({ params, severity }) => [severity, params]);

it("of a table, by kind: times that go back, words without a row", () => {
  const rows = Array.from({ length: 30 }, (_, index) => [
    `${String(100 - index)};${String(101 - index)};Zoé;oui ${String(index)}`,
    "et puis voilà",
  ]).flat();
  const { diagnostics } = csv.read(["début;fin;locuteur;texte", ...rows].join("\n"), hints);
  expect(tally(diagnostics)).toEqual({
    "warning import.stray-words": 20,
    "warning import.time-backwards": 20,
    "warning import.more-like-these": 2,
  });
  expect(counted(diagnostics)).toEqual([
    ["warning", { count: 10 }],
    ["warning", { count: 9 }],
  ]);
});

it("of quotes that do not close", () => {
  const rows = Array.from({ length: 25 }, (_, index) => `${String(index)};Zoé;"alors voilà`);
  const { cues, diagnostics } = csv.read(["début;locuteur;texte", ...rows].join("\n"), hints);
  expect(cues).toHaveLength(25);
  expect(counted(diagnostics)).toEqual([["warning", { count: 5 }]]);
});

it("of passages that could not be read, of which all make the file unreadable", () => {
  const segments = [...Array.from({ length: 23 }, () => ({ id: 1 })), { text: "Oui." }];
  const { diagnostics } = whisper.read(JSON.stringify({ segments }), hints);
  expect(tally(diagnostics)).toEqual({ "error import.unreadable": 20, "error import.damaged-more": 1 });
  expect(counted(diagnostics)).toEqual([["error", { count: 3 }]]);
});
