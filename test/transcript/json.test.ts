// JSON read to its end, whatever is wrong with it.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJson } from "../../src/transcript/shapes/json.ts";
import { ownTime } from "../own-time.ts";

const read = (text: string) => {
  const { value, isCut, diagnostics } = readJson(text, "f");
  return { value, isCut, codes: diagnostics.map(({ code }) => code) };
};

describe("JSON", () => {
  it("that is valid is read as JSON.parse reads it", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: true }), fc.constantFrom(0, 1, "\t"), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        fc.pre(!text.includes("__proto__"));
        expect(read(text)).toEqual({ value: JSON.parse(text) as unknown, isCut: false, codes: [] });
      }),
      { numRuns: 500 },
    );
  });

  it("has NaN and Infinity from Python, and numbers too large, as nothing", () => {
    expect(read("[NaN, -Infinity, Infinity, 1e999, -1.5e-3]").value).toEqual([
      null,
      null,
      null,
      null,
      -0.0015,
    ]);
  });

  it("of one value a line is a list", () => {
    expect(read('{"text":"ouais"}\n{"text":"bah"}\n')).toEqual({
      value: [{ text: "ouais" }, { text: "bah" }],
      isCut: false,
      codes: [],
    });
  });

  it("decodes escapes, without what could move a cursor", () => {
    expect(
      read(String.raw`["\u00e9t\u00E9 \ud83d\ude42 \"bon\" \\ \/\n", "a\u001b[2Jb\u0000", "\ud83d"]`).value,
    ).toEqual(['été 🙂 "bon" \\ /\n', "ab", "\uFFFD"]);
  });

  it("gives what was complete when it is cut short, and the start of the last words", () => {
    expect(read('{"segments":[{"start":1.5,"text":"on a"},{"start":12,"text":"peur de ren')).toEqual({
      value: {
        segments: [
          { start: 1.5, text: "on a" },
          { start: 12, text: "peur de ren" },
        ],
      },
      isCut: true,
      codes: ["import.cut-short"],
    });
    // 12 may have been 120.
    expect(read('{"segments":[{"start":1.5},{"start":12').value).toEqual({ segments: [{ start: 1.5 }, {}] });
    expect(read(String.raw`{"text":"caf\u00`).value).toEqual({ text: "caf" });
  });

  it("cut off anywhere keeps all the words before the cut", () => {
    const text = JSON.stringify(
      { list: [{ words: "on a peur" }, { words: "ça dépend\ndes soirs" }] },
      null,
      1,
    );
    for (let length = 1; length < text.length; length += 1) {
      const { value, isCut } = readJson(text.slice(0, length), "f");
      expect(isCut).toBe(true);
      const speech = text.slice(0, length).match(/(?:peur|soirs)(?=[" ])/g)?.length ?? 0;
      expect(JSON.stringify(value).match(/peur|soirs/g)?.length ?? 0).toBeGreaterThanOrEqual(speech);
    }
  });

  it("keeps quotes that nobody escaped, and says where", () => {
    const { value, diagnostics } = readJson('{\n"text": "il a dit "non" hier",\n"end": 2}', "f");
    expect(value).toEqual({ text: 'il a dit "non" hier', end: 2 });
    expect(diagnostics[0]).toEqual({
      code: "import.damaged",
      severity: "warning",
      params: {},
      place: { file: "f", line: 2, column: 19 },
    });
  });

  it("goes on after what is no JSON, and says that words are missing when they are", () => {
    expect(read('[{"text":"a",}, {"text":"b" "end":1}, {"text":"c"} {"text":"d"}]')).toMatchObject({
      isCut: false,
      codes: ["import.damaged", "import.damaged", "import.damaged", "import.damaged"],
    });
    expect(read('[{"a":1}, des mots perdus, {"b":2}]')).toEqual({
      value: [{ a: 1 }, { b: 2 }],
      isCut: false,
      codes: ["import.unreadable"],
    });
    expect(read('{"list":[{"a":"x"},{"a":"y"]}').value).toEqual({ list: [{ a: "x" }, { a: "y" }] });
  });

  it("says that a key given twice has lost its first words", () => {
    expect(read('{"text":"un","text":"deux"}').codes).toEqual(["import.unreadable"]);
    expect(read('{"text":"un","text":"un"}').codes).toEqual([]);
    const { diagnostics } = readJson('{"a":[\n{"text":"un:","start":1,"text":"deux"}]}', "f");
    expect(diagnostics.map(({ place }) => place)).toEqual([{ file: "f", line: 2, column: 25 }]);
  });

  it("cannot change what objects are", () => {
    const { value } = read('{"__proto__":{"polluted":1},"constructor":{"prototype":{}}}');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect({}).not.toHaveProperty("polluted");
  });

  it("says where an object is", () => {
    const { value, placeOf } = readJson('[\n  {"a": 1},\n  {"b": 2}]', "f");
    expect(Array.isArray(value) ? placeOf(value[1] as object) : undefined).toEqual({ line: 3, column: 3 });
  });

  it("says where an object is in what is whole as in what is damaged, or does not say", () => {
    const second = (text: string): unknown => {
      const { value, placeOf } = readJson(text, "f");
      return Array.isArray(value) ? placeOf(value[1] as object) : undefined;
    };
    const deep = '{"a":{"b":{"c":{"d":{"e":1}}}}}';
    expect(second(`[${deep},\n ${deep}]`)).toEqual({ line: 2, column: 2 });
    expect(second(`[${deep},\n ${deep}`)).toEqual({ line: 2, column: 2 });
    // Keys that are numbers do not keep their order.
    expect(second('[{"b":{},"1":{}},\n{}]')).toBeUndefined();
  });

  it("is the same to the last sign whether it is whole or its end is missing", () => {
    const text = fc.string({ unit: "grapheme" });
    const segment = fc.record({ text, start: fc.double(), words: fc.array(fc.record({ word: text })) });
    fc.assert(
      fc.property(fc.array(segment), (segments) => {
        const plain = JSON.stringify({ segments }).normalize("NFC");
        const escaped = plain.replace(/[^ -~]/g, (sign) => {
          return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
        });
        for (const whole of [plain, escaped])
          expect(read(whole).value).toEqual(read(whole.slice(0, -1)).value);
      }),
    );
  });

  it("names the first twenty of its damages, and counts the others", () => {
    const { diagnostics } = readJson(`[${"mots perdus, 1, ".repeat(50)}1]`, "f");
    expect(diagnostics).toHaveLength(21);
    expect(diagnostics.at(-1)).toMatchObject({
      code: "import.damaged-more",
      severity: "error",
      params: { count: 30 },
    });
  });

  it("nested without end is refused", () => {
    expect(() => read("[".repeat(1_000_000))).toThrow("import.too-deep");
    expect(() => read('{"a":'.repeat(1_000_000))).toThrow("import.too-deep");
  });

  it("never throws otherwise, whatever it holds", () => {
    const signs = '{ } [ ] " , : \\ - 1 . e [{ "text": null NaN mot \\u00'.split(" ");
    const bits = fc.constantFrom(" ", "\n", ...signs);
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 60 }), (parts) => {
        read(parts.join(""));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["quotes", '"'.repeat(300_000)],
    ["strings apart", '" '.repeat(300_000)],
    ["backslashes", `["${"\\".repeat(500_000)}`],
    ["commas", `[${",".repeat(500_000)}`],
    ["colons", `{${":".repeat(500_000)}`],
    ["empty objects", `[${"{},".repeat(1_000_000)}{}]`],
    ["digits", `[${"1".repeat(1_000_000)}]`],
    ["spaces", `["a"${" ".repeat(1_000_000)}x]`],
    ["closing brackets", "[" + "}".repeat(500_000)],
  ])("is read in time that goes with its size: %s", (_, text) => {
    const took = ownTime();
    read(text);
    expect(took()).toBeLessThan(5000);
  });
});
