// What the other rooms ask of the settings.
import { describe, expect, it } from "vitest";
import { asGroupId, asParticipantId } from "../../src/kernel/ids.ts";
import { copyPath, documentPath, sheetPath } from "../../src/study/folder.ts";
import { editDistance, nearest } from "../../src/study/nearest.ts";
import { parseSettings } from "../../src/study/parse-settings.ts";
import { attributionOf, audiences, covers, participantsOf, type Settings } from "../../src/study/settings.ts";
import { firstGroup } from "../../src/study/starting-files.ts";
import { isDay } from "../../src/study/day.ts";

function settings(attribution: string): Settings {
  const read = parseSettings(
    `title: T
attribution: ${attribution}
groups: [{id: g1, title: Un}, {id: g2, title: Deux}]
participants:
  - {id: P02, group: [g2, g1], pseudonym: Mehdi, description: père}
  - {id: P01, group: g1, pseudonym: Nadia, description: éducatrice}
  - {id: T01, group: g1, role: tiers, pseudonym: Claire, description: tiers aidant}
  - {id: P03, group: g1, role: guest, pseudonym: Invitée}
`,
    "f",
  ).settings;
  if (!read) throw new Error("these settings have no mistake");
  return read;
}

const [g1, g2, nadia, guest, nobody] = [
  asGroupId("g1"),
  asGroupId("g2"),
  asParticipantId("P01"),
  asParticipantId("P03"),
  asParticipantId("P09"),
];
if (!g1 || !g2 || !nadia || !guest || !nobody) throw new Error("these are ids");

describe("who is asked and counted", () => {
  it("is the group's participants, in their order, and not the tiers nor the guests", () => {
    expect(participantsOf(settings("none"), g1).map(({ id }) => id)).toEqual(["P02", "P01"]);
    expect(participantsOf(settings("none"), g2).map(({ id }) => id)).toEqual(["P02"]);
  });
});

describe("the name under a quote", () => {
  it("is what the study says, and none when there is none to show", () => {
    expect(attributionOf(settings("pseudonym"), nadia)).toBe("Nadia");
    expect(attributionOf(settings("description"), nadia)).toBe("éducatrice");
    expect(attributionOf(settings("none"), nadia)).toBeUndefined();
    expect(attributionOf(settings("pseudonym"), nobody)).toBeUndefined();
    expect(attributionOf(settings("description"), guest)).toBeUndefined();
  });
});

describe("an agreement", () => {
  it("covers its own audience and narrower ones", () => {
    const covered = audiences.map((given) => audiences.map((wanted) => covers(given, wanted)));
    expect(covered).toEqual([
      [true, false, false],
      [true, true, false],
      [true, true, true],
    ]);
  });
});

describe("the study's files", () => {
  it("are where formats.md says", () => {
    expect(documentPath(g1)).toBe("retours/g1.md");
    const [session] = settings("none").sessions;
    expect(session).toBeUndefined();
    expect([sheetPath, copyPath].map((path) => path.length)).toEqual([1, 3]);
  });
});

describe("the nearest word", () => {
  it.each([
    ["titel", "title"],
    ["sesions", "sessions"],
    ["Participants", "participants"],
    ["zzz", ""],
    ["x", ""],
    ["", ""],
    ["a".repeat(80), ""],
  ])("to %j is %j", (word, expected) => {
    expect(nearest(word, ["title", "sessions", "participants"])).toBe(expected);
  });

  it("is counted in letters put, dropped, changed or swapped", () => {
    expect(editDistance("", "abc")).toBe(3);
    expect(editDistance("abc", "")).toBe(3);
    expect(editDistance("peur", "peur")).toBe(0);
    expect(editDistance("puer", "peur")).toBe(1);
    expect(editDistance("père", "pere")).toBe(1);
    expect(editDistance("kitten", "sitting")).toBe(3);
  });
});

describe("a day", () => {
  it("exists, and is written year-month-day", () => {
    for (const day of ["2026-01-15", "2024-02-29"]) expect(isDay(day)).toBe(true);
    for (const day of ["2026-02-29", "2026-1-5", "15-01-2026", "2026-01-15T00:00", "", "2026-13-01"])
      expect(isDay(day)).toBe(false);
  });
});

describe("a first group without a name", () => {
  it("is called by what it is, in the study's language", () => {
    expect(firstGroup("fr", "collective")).toBe("Groupe");
    expect(firstGroup("fr", "individual")).toBe("Récit");
    expect(firstGroup("en", "individual")).toBe("Life story");
  });
});
