// Whose return a file is.
import { describe, expect, it } from "vitest";
import { asCopyId } from "../../src/kernel/ids.ts";
import { identify, refusalOf } from "../../src/correction/identity.ts";

const study = "a".repeat(32);
const stating = (copy?: string, of: string | undefined = study) => ({
  copy: copy === undefined ? undefined : asCopyId(copy),
  study: copy === undefined ? undefined : of,
});
const who = (file: string, copy?: string, given: { edition?: string; from?: string } = {}): string => {
  const { edition, participant } = identify(file, stating(copy), given, study);
  return `${edition ?? "?"} ${participant ?? "?"}`;
};

describe("who answered which edition", () => {
  it.each([
    ["is in the file", "reponse.md", "r02-P03", {}, "r02 P03"],
    ["is in the file before its name", "r01-P03.md", "r02-P03", {}, "r02 P03"],
    ["is in the file's name", "r02-P03.md", undefined, {}, "r02 P03"],
    ["is in a name with a date and a number", "returns/2026-05-12-r02-P03 (1).md", undefined, {}, "r02 P03"],
    [
      "is the person in the name, the edition in the options",
      "P03.md",
      undefined,
      { edition: "r02" },
      "r02 P03",
    ],
    ["is in the options", "reponse.md", undefined, { edition: "r02", from: "P03" }, "r02 P03"],
    ["is confirmed by the options", "P05.md", "r02-P03", { from: "P03" }, "r02 P03"],
    ["is not known", "reponse.md", undefined, {}, "? ?"],
    ["is half known", "P03.md", undefined, {}, "? P03"],
    ["is not read in the middle of a word", "xr02-P033x.md", undefined, {}, "? ?"],
  ])("%s", (_, file, copy, given, expected) => {
    expect(who(file, copy, given)).toBe(expected);
  });

  it.each([
    ["another person is announced", "r02-P03.md", "r02-P03", { from: "P05" }, "r02-P03", "P05"],
    ["another edition is announced", "r02-P03.md", undefined, { edition: "r01" }, "r02-P03", "r01"],
    ["it is someone's copy under another's name", "P05.md", "r02-P03", {}, "r02-P03", "P05"],
    ["its name is another copy's", "r02-P05.md", "r02-P03", {}, "r02-P03", "r02-P05"],
  ])("is in doubt when %s", (_, file, copy, given, stated, announced) => {
    const { doubt } = identify(file, stating(copy), given, study);
    if (doubt === undefined) throw new Error("no doubt");
    expect(refusalOf(file, doubt)).toMatchObject({
      code: "return.identity-differs",
      params: { file, stated, given: announced },
    });
  });

  it("is refused for a copy of another study", () => {
    expect(() => identify("r02-P03.md", stating("r02-P03", "b".repeat(32)), {}, study)).toThrow(
      "return.other-study",
    );
  });
});
