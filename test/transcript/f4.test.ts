// f4transkript and MAXQDA: each paragraph with the time it ends or starts at.
import fc from "fast-check";
import { expect, it } from "vitest";
import { f4 } from "../../src/transcript/formats/f4.ts";

const hints = { file: "f", isKnown: () => false, language: "fr" as const, isWritten: false };
const stamp = (tenths: number): string =>
  `#${new Date(tenths * 100).toISOString().slice(11, 19)}-${String(tenths % 10)}#`;

it("says every word of who said it, and when, whichever end has the time", () => {
  const said = fc
    .array(fc.constantFrom("oui", "Non,", "à 14:30", "//voilà//", "il dit :", "(4)", "#1", "l’été"), {
      maxLength: 8,
    })
    .map((words) => ["et", ...words].join(" "));
  const turns = fc.array(
    fc.tuple(fc.constantFrom("I", "B", "Mme L."), said, fc.integer({ min: 1, max: 900 })),
    {
      minLength: 1,
      maxLength: 15,
    },
  );
  fc.assert(
    fc.property(
      turns,
      fc.constantFrom("start", "end", "both"),
      fc.constantFrom("\n", "\n\n"),
      (list, side, gap) => {
        let now = 0;
        const timed = list.map(([label, words, length]) => {
          const start = now;
          now += length;
          return { label, words, start, end: now };
        });
        const source = timed
          .map(({ label, words, start, end }) =>
            [
              side === "end" ? "" : `${stamp(start)} `,
              `${label}: ${words}`,
              side === "start" ? "" : ` ${stamp(end)}`,
            ].join(""),
          )
          .join(gap);
        expect(f4.recognises(source, hints)).toBe(true);
        const known = { ...hints, isKnown: (label: string) => ["i", "b", "mme l."].includes(label) };
        const { cues, diagnostics } = f4.read(source, known);
        expect(diagnostics).toEqual([]);
        expect(cues).toEqual(
          timed.map(({ label, words, start, end }, index) => ({
            label,
            words,
            startMs: side === "end" && index === 0 ? null : start * 100,
            endMs: side === "start" ? null : end * 100,
          })),
        );
      },
    ),
    { numRuns: 300 },
  );
});

it("is not seen where a hash and a time are words", () => {
  for (const source of ["c’est le #1 à 14:30", "B: le ticket #00:01", "rendez-vous#00:00:01-2#plus"])
    expect(f4.recognises(source, hints)).toBe(false);
});

it("keeps times that go back, and says so", () => {
  const { cues, diagnostics } = f4.read(
    "I: oui #00:00:09-0#\nB: non #00:00:04-0#\nI: bon #00:00:12-0#\nB: ok",
    hints,
  );
  expect(cues.map(({ words }) => words)).toEqual(["oui", "non", "bon", "ok"]);
  expect(diagnostics.map(({ code }) => code)).toEqual(["import.passage-time"]);
});
