// Fingerprints, refusals as data, and words made safe to print.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Cancelled, DiagnosedError, messages, RetourError } from "../../src/kernel/diagnostic.ts";
import { fingerprint, sha256 } from "../../src/kernel/fingerprint.ts";
import { shown } from "../../src/kernel/shown.ts";
import { timestamp } from "../../src/kernel/world.ts";

describe("a fingerprint", () => {
  it("is SHA-256 over parts with their lengths in bytes", () => {
    const expected = createHash("sha256").update("2:v15:l’a").digest("hex");
    expect(fingerprint("v1", ["l’a"])).toBe(expected);
    expect(sha256("l’a")).toBe(createHash("sha256").update("l’a").digest("hex"));
    expect(sha256(Buffer.from("l’a"))).toBe(sha256("l’a"));
  });

  it("differs when the parts do, wherever they are cut, and with the version", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (a, b) => {
        expect(fingerprint("v1", a) === fingerprint("v1", b)).toBe(JSON.stringify(a) === JSON.stringify(b));
        expect(fingerprint("v1", a)).not.toBe(fingerprint("v2", a));
      }),
    );
    expect(fingerprint("v1", ["ab", "c"])).not.toBe(fingerprint("v1", ["a", "bc"]));
    expect(fingerprint("v1", ["1:a"])).not.toBe(fingerprint("v1", ["", "a"]));
  });
});

describe("words from outside", () => {
  it("are printed without anything that moves the cursor, colours or reorders", () => {
    expect(shown("\u001B[2J\u001B]0;titre\u0007bon\u202Ejour\u009B31m\uFEFF")).toBe("[2J]0;titrebonjour31m");
    expect(shown("un\r\ndeux\rtrois\tquatre\n")).toBe("un\ndeuxtrois\tquatre\n");
  });

  it("keep every letter and sign that people write", () => {
    const french = "« L’été, on n’y va pas », dit-elle ; œuvre, Noël\u202F! 👩‍👧";
    expect(shown(french)).toBe(french);
  });

  it("never hold a control character, whatever they were", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(shown(text)).not.toMatch(/[^\P{Cc}\t\n]/u);
        expect(shown(shown(text))).toBe(shown(text));
      }),
    );
  });
});

describe("refusals and findings", () => {
  interface Codes {
    "essai.un": { file: string };
  }
  const { refuse, diagnose } = messages<Codes>();
  const place = { file: "a.md", line: 2, column: 3 };

  it("are a code with values, a place and a cause, and hold no words", () => {
    const cause = new Error("x");
    const error = refuse("essai.un", { file: "a.md" }, { place, cause });
    expect(error).toBeInstanceOf(RetourError);
    expect(error).toMatchObject({
      name: "RetourError",
      code: "essai.un",
      params: { file: "a.md" },
      place,
      cause,
    });
    expect(refuse("essai.un", { file: "a.md" }).place).toBeUndefined();
    expect(diagnose("essai.un", "warning", { file: "a.md" }, place)).toEqual({
      code: "essai.un",
      severity: "warning",
      params: { file: "a.md" },
      place,
    });
    expect(diagnose("essai.un", "error", { file: "a.md" })).not.toHaveProperty("place");
  });

  it("are thrown together", () => {
    const finding = diagnose("essai.un", "error", { file: "a.md" });
    const error = new DiagnosedError([finding, finding]);
    expect(error).toMatchObject({ name: "DiagnosedError", message: "essai.un, essai.un" });
    expect(error.diagnostics).toHaveLength(2);
    expect(new Cancelled()).toMatchObject({ name: "Cancelled", message: "cancelled" });
  });
});

describe("a time", () => {
  it("is an ISO UTC string to the second", () => {
    expect(timestamp({ now: () => new Date("2026-05-12T10:00:00.999Z") })).toBe("2026-05-12T10:00:00Z");
  });
});
