// Returns made by chance, of known edits, written into real copies and read again: every word that
// changed is in a correction, and no correction has a word that nobody changed. RETOUR_RETURNS=700
// makes as many of each format; RETOUR_SEED=1234 has half of them begin there (docs/decisions/0020).
import { beforeAll, describe, expect, it } from "vitest";
import { formats, measure, play, type Measured, type Played } from "./play.ts";
import { groupingOf, sayGrouping } from "./grouping.ts";

/** Of each format; half of them are others with another seed. */
const count = Number(process.env["RETOUR_RETURNS"] ?? "112");
const begin = Number(process.env["RETOUR_SEED"] ?? 20_261_122);
const seeds = Array.from({ length: count }, (_, index) => (index < count / 2 ? index + 1 : begin + index));

describe.each(formats)("returns as %s", (format) => {
  const all: { readonly seed: number; readonly played: Played; readonly measured: Measured }[] = [];

  beforeAll(async () => {
    for (const seed of seeds) {
      const played = await play(format, seed);
      all.push({ seed, played, measured: measure(played) });
    }
  }, 600_000);

  const found = (what: (measured: Measured, played: Played) => readonly string[]): string[] =>
    all.flatMap(({ seed, played, measured }) =>
      what(measured, played).map((each) => `${format} ${String(seed)}: ${each}`),
    );

  it("have every word that was put in or taken out in a correction, at its place", () => {
    expect(all.reduce((sum, { measured }) => sum + measured.removed + measured.added, 0)).toBeGreaterThan(
      count * 10,
    );
    expect(found(({ missed }) => missed)).toEqual([]);
  });

  it("have no word in a correction that nobody changed", () => {
    expect(found(({ invented }) => invented)).toEqual([]);
  });

  // Seen: some 4 words of 600 far edits' returns, where a change in a paragraph's last sentence is near another.
  it("carry hardly a word along but inside a sentence that was rewritten", () => {
    const stray = found(({ stray: words }, { isTouching }) => (isTouching ? [] : words));
    const changed = all.reduce((sum, { measured }) => sum + measured.removed + measured.added, 0);
    expect(stray.length / changed).toBeLessThan(0.01);
  });

  it("give the text that came back, block by block, once every correction is applied", () => {
    expect(found(({ unfaithful }) => unfaithful)).toEqual([]);
  });

  it("have every comment once, on its words", () => {
    expect(found(({ uncommented }) => uncommented)).toEqual([]);
  });

  // Seen over 900 returns: 97.1 % of edits (docx), 96.9 % (odt), 97.4 % (md); sentences rewritten are most of the rest.
  it("have most edits as one correction each", () => {
    const grouping = groupingOf(
      all.map(({ seed, played }) => ({ name: `${format} ${String(seed)}`, played })),
    );
    process.stdout.write(`${sayGrouping(format, all, grouping)}\n`);
    expect(grouping.whole / grouping.edits).toBeGreaterThan(0.93);
  });
});
