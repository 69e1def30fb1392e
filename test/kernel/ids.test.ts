// Ids: their forms, their series, and ranges of turns.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  asCopyId,
  asCorrectionId,
  asEditionId,
  asGroupId,
  asParticipantId,
  asSectionId,
  asSessionId,
  asThemeId,
  copyId,
  formatTurn,
  nextId,
  numbered,
  parseTurns,
  partsOfCopy,
  slug,
} from "../../src/kernel/ids.ts";

describe("an id", () => {
  it.each([
    [asGroupId, ["g1", "parents", "multi-acteurs"], ["", "G1", "1g", "é", "g 1", "g".repeat(32), "../g1"]],
    [asParticipantId, ["P01", "T1", "ABC1234"], ["", "p01", "P", "P01-x", "PPPP1", "P12345", "P01\n"]],
    [asSessionId, ["s01", "s1", "s1234"], ["", "S01", "s", "s01.1", "s12345", "s01/.."]],
    [
      asThemeId,
      ["peur", "peur-nuit", "é", "2e_fois", "a".repeat(80)],
      ["", "-peur", "peur-", "Peur", "a b", "a/b"],
    ],
    [asSectionId, ["peur"], ["peur nuit"]],
    [asEditionId, ["r01", "r0123"], ["r1", "r", "R01"]],
    [asCorrectionId, ["c001", "c123456"], ["c1", "c01", "C001"]],
    [asCopyId, ["r02-P03"], ["r02", "r02-", "P03", "r02-P03.md"]],
  ])("%o has one form", (as, good, bad) => {
    for (const text of good) expect(as(text)).toBe(text);
    for (const text of bad) expect(as(text), text).toBeUndefined();
  });

  it("of a copy is made of an edition and a participant, and gives them back", () => {
    const [edition, participant] = [asEditionId("r02"), asParticipantId("P03")];
    if (!edition || !participant) throw new Error("these are ids");
    const copy = copyId(edition, participant);
    expect(copy).toBe("r02-P03");
    expect(partsOfCopy(copy)).toEqual({ edition, participant });
  });

  it("comes next in its series, gaps aside", () => {
    expect(numbered("c", 17, 3)).toBe("c017");
    expect(nextId("s", [], 2)).toBe("s01");
    expect(nextId("s", ["s01", "s03"], 2)).toBe("s04");
    expect(nextId("s", ["s99"], 2)).toBe("s100");
    expect(nextId("P", ["P01", "T07", "PA9", "P1.5"], 2)).toBe("P02");
  });
});

describe("turns", () => {
  const numbers = (text: string): unknown => parseTurns(text)?.map(formatTurn);

  it("are read one by one, or as a range", () => {
    expect(numbers("s01.12")).toEqual(["s01.12"]);
    expect(numbers(" s01.12-14 ")).toEqual(["s01.12", "s01.13", "s01.14"]);
    expect(numbers("s01.12–13")).toEqual(["s01.12", "s01.13"]);
  });

  it("are not read backwards, without end, or from anything else", () => {
    for (const text of ["s01.5-4", "s01.1-99999", "s01", "s01.", "s01.1,2", "P01.1", "s01.1-"])
      expect(parseTurns(text), text).toBeUndefined();
    expect(parseTurns("s01.1-10000")).toHaveLength(10_000);
  });

  it("are what their range says, whatever it is", () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(50), (first, length) => {
        const turns = parseTurns(`s01.${String(first)}-${String(first + length)}`);
        expect(turns?.map((turn) => turn.number)).toEqual(
          Array.from({ length: length + 1 }, (_, index) => first + index),
        );
      }),
    );
  });
});

describe("a slug", () => {
  it.each([
    ["La peur, la nuit", "la-peur-la-nuit"],
    ["  Le cœur à l’ouvrage ! ", "le-coeur-a-l-ouvrage"],
    ["Ex æquo", "ex-aequo"],
    ["¿¡", ""],
  ])("of %j is %j", (title, expected) => {
    expect(slug(title)).toBe(expected);
  });

  it("is always a section's id, or nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (title) => {
        const made = slug(title);
        expect(made.length).toBeLessThanOrEqual(60);
        if (made !== "") expect(asSectionId(made)).toBe(made);
        expect(slug(made)).toBe(made);
      }),
    );
  });
});
