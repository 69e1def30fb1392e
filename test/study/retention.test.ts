// Days after which things must go.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSettings } from "../../src/study/parse-settings.ts";
import { dueOn, soonOn, WARNED_DAYS } from "../../src/study/retention.ts";
import type { Settings } from "../../src/study/settings.ts";

function settings(retention: string): Settings {
  const { settings: read } = parseSettings(`title: T\nretention: ${retention}\n`, "f");
  if (read === undefined) throw new Error("not read");
  return read;
}

const days = settings("{recordings: 2026-03-29, transcripts: 2026-03-01, returns: 2027-01-01}");

describe("what must go", () => {
  it("is due from the day after, the longest overdue first", () => {
    expect(dueOn(days, "2026-03-29")).toEqual([{ what: "transcripts", day: "2026-03-01", left: -28 }]);
    expect(dueOn(days, "2026-03-30")).toEqual([
      { what: "transcripts", day: "2026-03-01", left: -29 },
      { what: "recordings", day: "2026-03-29", left: -1 },
    ]);
    expect(dueOn(settings("{}"), "2026-03-30")).toEqual([]);
  });

  it("is said a month before, the nearest first", () => {
    expect(soonOn(days, "2026-02-27")).toEqual([
      { what: "transcripts", day: "2026-03-01", left: 2 },
      { what: "recordings", day: "2026-03-29", left: 30 },
    ]);
    expect(soonOn(days, "2026-02-26").map(({ what }) => what)).toEqual(["transcripts"]);
  });

  it("is no longer said once it was removed for that day", () => {
    const removed = [{ what: "transcripts", day: "2026-03-01" }];
    expect(dueOn(days, "2026-03-29", removed)).toEqual([]);
    expect(dueOn(days, "2026-03-30", removed).map(({ what }) => what)).toEqual(["recordings"]);
    expect(dueOn(days, "2026-03-29", [{ what: "transcripts", day: "2025-03-01" }])).toHaveLength(1);
  });

  it("is either due, near, or far, and nearer by one each day", () => {
    const day = fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });
    const iso = (date: Date): string => date.toISOString().slice(0, 10);
    fc.assert(
      fc.property(day, day, (last, today) => {
        const one = settings(`{returns: ${iso(last)}}`);
        const found = [...dueOn(one, iso(today)), ...soonOn(one, iso(today))];
        const left = (Date.parse(iso(last)) - Date.parse(iso(today))) / 86_400_000;
        expect(found.map((each) => each.left)).toEqual(left <= WARNED_DAYS ? [left] : []);
      }),
      { numRuns: 300 },
    );
  });
});
