// How much each voice speaks, and how evenly speech is spread.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asParticipantId } from "../../src/kernel/ids.ts";
import { countSpeech, evenness, shareOf, sumSpeech } from "../../src/transcript/speech-shares.ts";
import type { Turn } from "../../src/transcript/turn.ts";
import { given } from "./given.ts";

const [P01, P02] = [given(asParticipantId("P01")), given(asParticipantId("P02"))];

const turns = (...said: (Partial<Turn> & { words: string })[]): Turn[] =>
  said.map((each, index) => ({
    ...{ number: index + 1, position: index + 1, participant: null, label: null, startMs: null, endMs: null },
    ...each,
  }));

describe("what each voice said", () => {
  it("is its turns, its words without marks, its time and its longest turn", () => {
    const voices = countSpeech(
      turns(
        { participant: P01, words: "Moi des fois (rire) j’ai peur.", startMs: 1000, endMs: 4000 },
        { participant: P02, words: "Peut-être.", startMs: 4000, endMs: 4500 },
        { participant: P01, words: "Un deux trois quatre cinq six.", startMs: 4200, endMs: 9000 },
        { participant: P01, words: "Six cinq quatre trois deux un.", startMs: 9000, endMs: 9500 },
      ),
    );
    expect(voices).toEqual([
      {
        ...{ participant: P01, label: null, turns: 3, words: 17, time: 8300, untimed: 0 },
        longest: { number: 3, words: 6, time: 4800 },
      },
      {
        ...{ participant: P02, label: null, turns: 1, words: 1, time: 500, untimed: 0 },
        longest: { number: 2, words: 1, time: 500 },
      },
    ]);
  });

  it("does not take a start alone, nor a time that runs backwards, for a length", () => {
    const timeOf = (...said: Parameters<typeof turns>) => {
      const [voice] = countSpeech(turns(...said));
      return [given(voice).time, given(voice).untimed];
    };
    expect(timeOf({ words: "un", startMs: 0 }, { words: "deux", endMs: 900 })).toEqual([null, 2]);
    expect(timeOf({ words: "un", startMs: 900, endMs: 0 })).toEqual([null, 1]);
    expect(timeOf({ words: "un", startMs: 0, endMs: 700 }, { words: "deux", startMs: 700 })).toEqual([
      700, 1,
    ]);
  });

  it("keeps apart voices that are nobody yet, and words without a speaker; a person is one voice", () => {
    const voices = countSpeech(
      turns(
        { label: "V1", words: "un" },
        { label: "V2", words: "un deux" },
        { words: "un deux trois" },
        { participant: P01, label: "SPEAKER_00", words: "a" },
        { participant: P01, label: "SPEAKER_03", words: "b" },
      ),
    );
    expect(voices.map(({ participant, label, words }) => [participant, label, words])).toEqual([
      [null, "V1", 1],
      [null, "V2", 2],
      [null, null, 3],
      [P01, null, 2],
    ]);
  });

  it("leaves out a turn that a person emptied; a laugh alone is a turn of no word", () => {
    const voices = countSpeech(
      turns({ participant: P01, words: "" }, { participant: P02, words: "(rire)", startMs: 0, endMs: 500 }),
    );
    expect(voices).toEqual([
      { participant: P02, label: null, turns: 1, words: 0, time: 500, untimed: 0, longest: null },
    ]);
    expect(countSpeech([])).toEqual([]);
  });

  it("adds up to what the session holds, and shares of it to 1", () => {
    const said = fc.record({
      participant: fc.constantFrom(null, P01, P02),
      label: fc.constantFrom(null, "V1", "SPEAKER_02"),
      words: fc.array(fc.constantFrom("euh", "voilà", "la nuit", "(rire)", ""), { maxLength: 6 }),
      startMs: fc.option(fc.nat(1000)),
      endMs: fc.option(fc.nat(1000)),
    });
    fc.assert(
      fc.property(fc.array(said), (all) => {
        const given = turns(...all.map((each) => ({ ...each, words: each.words.join(" ").trim() })));
        const voices = countSpeech(given);
        const total = sumSpeech(voices);
        const counts: Readonly<Record<string, number>> = { euh: 1, voilà: 1, "la nuit": 2 };
        const words = all.flatMap((each) => each.words).reduce((sum, word) => sum + (counts[word] ?? 0), 0);
        expect(total.words).toBe(words);
        expect(total.turns).toBe(given.filter((turn) => turn.words !== "").length);
        const shares = voices.map((voice) => shareOf(voice.words, total.words));
        const sum = shares.reduce((a, b) => a + b, 0);
        expect(sum).toBeCloseTo(words === 0 ? 0 : 1, 10);
      }),
    );
  });
});

describe("evenness", () => {
  it.each([
    [[3, 1], 0.8113],
    [[2, 1, 1], 0.9464],
    [[9, 1, 0], 0.2959],
    [[5, 5, 0], 0.6309],
    [[7, 0], 0],
    [[4, 4, 4, 4, 4], 1],
  ])("of %j is %d", (words, expected) => {
    expect(evenness(words)).toBeCloseTo(expected, 4);
  });

  it("says nothing of one person, of nobody, or of silence", () => {
    expect([evenness([]), evenness([12]), evenness([0, 0, 0])]).toEqual([null, null, null]);
  });

  const people = fc
    .array(fc.nat(5000), { minLength: 2, maxLength: 40 })
    .filter((all) => all.some((n) => n > 0));

  it("is from 0 to 1, and 1 only when each says as much", () => {
    fc.assert(
      fc.property(people, (words) => {
        const value = given(evenness(words));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(value === 1).toBe(new Set(words).size === 1);
      }),
    );
  });

  it("is lower with one more person who says nothing, and does not depend on the order", () => {
    fc.assert(
      fc.property(people, (words) => {
        const value = given(evenness(words));
        if (value > 0) expect(evenness([...words, 0])).toBeLessThan(value);
        else expect(evenness([...words, 0])).toBe(0);
        expect(evenness(words.toReversed())).toBeCloseTo(value, 10);
      }),
    );
  });
});
