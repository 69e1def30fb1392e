// RTF as word processors save it, and as nobody should.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RetourError } from "../../src/kernel/diagnostic.ts";
import type { Block, OfficeDocument } from "../../src/office/document.ts";
import { readRtf } from "../../src/office/rtf.ts";
import { ownTime } from "../own-time.ts";

const read = (body: string): OfficeDocument => readRtf(`{\\rtf1${body}}`, "page.rtf");

const textOf = (block: Block): unknown =>
  block.kind === "paragraph"
    ? block.runs.map(({ text }) => text).join("")
    : block.rows.map((cells) => cells.map((cell) => cell.map(textOf)));

const blocksOf = (body: string): unknown[] => read(body).blocks.map(textOf);

describe("the letters of RTF", () => {
  it.each([
    ["Windows, the default", String.raw` \'e9\'80\'9c\'92`, "é€œ’"],
    ["Windows of Central Europe", String.raw`\ansi\ansicpg1250 \'e8\'f8`, "čř"],
    ["old Macintosh", String.raw`\mac \'8e\'cf\'d5`, "éœ’"],
    ["MS-DOS", String.raw`\pc \'82\'85`, "éà"],
    ["MS-DOS in Europe", String.raw`\pca \'82\'9d`, "éØ"],
    [
      "a font's own page",
      String.raw`{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset77 B;}{\f2\fcharset238 C;}}\f1\'8e\f2\'e8\f0\'e8\f1\plain\'e9`,
      "éčèé",
    ],
    ["two bytes for one", String.raw`\ansicpg932 \'93\'fa\'96\'7b`, "日本"],
    ["a page nobody knows", String.raw`\ansicpg4242 \'e9`, "é"],
  ])("are read in the page of %s", (_, body, said) => {
    expect(blocksOf(body)).toEqual([said]);
  });

  it.each([
    [String.raw` \u233\'e9t\u233 e`, "été"],
    [String.raw`\uc0 \u233 t\u233 `, "ét\u00E9"],
    [String.raw`\uc2 \u233\'c3\'a9 t`, "é t"],
    [String.raw` \u-3913?x`, "\uF0B7x"],
    [String.raw` \u-10179?\u-8694?`, "😊"],
    [String.raw`\uc0 \u55357 \uc1 \u56832\'3f.`, "😀."],
    [String.raw` \u55357?.`, "\uFFFD."],
    [String.raw` \u8212\emdash oui`, "—oui"],
    [String.raw` {\u233}e`, "ée"],
    [String.raw` \u999999999?a`, "a"],
  ])("beyond the page are read once: %s", (body, said) => {
    expect(blocksOf(body)).toEqual([said]);
  });

  it("have their typography", () => {
    expect(
      blocksOf(
        String.raw` l\rquote un \emdash\endash\ldblquote a\rdblquote\~; b\_c d\-e \{f\} \\ g\tab h\line i`,
      ),
    ).toEqual(["l’un —–“a”\u00A0; b\u2011c de {f} \\ g\th\ni"]);
  });
});

describe("the paragraphs of RTF", () => {
  it("end with a word, or as TextEdit ends them", () => {
    expect(blocksOf(" a\\par\nb\\\nc\\sect d\n\nd\\page e")).toEqual(["a", "b", "c", "dd", "e"]);
  });

  it("say what is in bold, within its group", () => {
    expect(read(String.raw` a{\b b}{\b c\b0 d}\b e\plain f`).blocks).toEqual([
      {
        kind: "paragraph",
        runs: [
          { text: "a", isBold: false },
          { text: "bc", isBold: true },
          { text: "d", isBold: false },
          { text: "e", isBold: true },
          { text: "f", isBold: false },
        ],
      },
    ]);
  });

  it("say who inserted and deleted what, the end of a paragraph too", () => {
    const body = String.raw`{\*\revtbl{Unknown;}{Lou;}{Max;}}a{\revised\revauth1 b}{\deleted\revauthdel2 c}{\revised\revauth1\par}d`;
    expect(read(body).blocks).toEqual([
      {
        kind: "paragraph",
        runs: [
          { text: "a", isBold: false },
          { text: "b", isBold: false, change: { kind: "insertion", author: "Lou" } },
          { text: "c", isBold: false, change: { kind: "deletion", author: "Max" } },
        ],
        endChange: { kind: "insertion", author: "Lou" },
      },
      { kind: "paragraph", runs: [{ text: "d", isBold: false }] },
    ]);
  });

  it("hold no header, style, picture, field's code or bullet, and what a link shows", () => {
    expect(
      blocksOf(
        String.raw`{\stylesheet{\s0 Normal;}}{\info{\author X}}{\header h\par}{\*\inconnu x}{\pict 00ff}{\listtext\'b7\tab}a{\field{\*\fldinst HYPERLINK "x"}{\fldrslt lien}}{\footer f}`,
      ),
    ).toEqual(["alien"]);
  });

  it("have apart what stands on every page and says more than its number", () => {
    const { headers, problems } = read(
      String.raw`{\headerl Projet X\par s\'e9ance 2\par}{\headerr Projet X\par s\'e9ance 2\par}{\footer Page {\field{\*\fldinst PAGE}{\fldrslt 3}} sur 12\par}a\par`,
    );
    expect({ headers, problems }).toEqual({ headers: ["Projet X\nséance 2"], problems: [] });
  });

  it("leave notes and comments apart, and put the words of a box before what it hangs on", () => {
    const { blocks, notes, comments } = read(
      String.raw` a{\footnote \chftn n\'e9\par m}{\*\atnid X}{\*\atnauthor Lou}{\*\annotation{\*\atndate 1} vu}{\shp{\*\shpinst{\sp{\sn n}{\sv v}}{\shptxt bo\'eete\par}}}b\par`,
    );
    expect(blocks.map(textOf)).toEqual(["boîte", "ab"]);
    expect(notes).toEqual(["né\nm"]);
    expect(comments).toEqual([{ author: "Lou", text: "vu" }]);
  });
});

describe("the tables of RTF", () => {
  it("are rows of cells, one in the other", () => {
    expect(
      blocksOf(
        String.raw` x\par\trowd\intbl A\cell B\par C\cell\row\pard\intbl D\cell\pard\intbl\itap2 d1\nestcell d2\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl e\cell\row\pard y`,
      ),
    ).toEqual([
      "x",
      [
        [["A"], ["B", "C"]],
        [["D"], [[[["d1"], ["d2"]]], "e"]],
      ],
      "y",
    ]);
  });

  it("keep their words when the file stops in one", () => {
    expect(readRtf(String.raw`{\rtf1\intbl A\cell B\par C`, "f").blocks.map(textOf)).toEqual([
      [[["A"], ["B", "C"]]],
    ]);
  });
});

describe("RTF that is damaged or hostile", () => {
  it.each([
    ["stops in a group", String.raw`{\rtf1 a{\b b`, ["ab"]],
    ["closes too much", String.raw`{\rtf1 a}} b`, ["a b"]],
    ["announces data that is not there", String.raw`{\rtf1{\pict\bin999999999 00}a}`, ["a"]],
    ["announces data among words", String.raw`{\rtf1 a\bin5 bcdef}`, ["abcdef"]],
  ])("and %s keeps its words, and says so", (_, source, said) => {
    const { blocks, problems } = readRtf(source, "f");
    expect(blocks.map(textOf)).toEqual(said);
    expect(problems.length).toBeGreaterThan(0);
  });

  it("is refused when its groups have no end of depth", () => {
    let code = "";
    try {
      readRtf(`{\\rtf1${"{".repeat(100_000)}`, "f");
    } catch (error) {
      if (error instanceof RetourError) code = error.code;
    }
    expect(code).toBe("office.too-deep");
  });

  it.each([
    ["Unicode signs", "\\u233?".repeat(200_000)],
    ["bytes", "\\'e9".repeat(300_000)],
    ["a picture", `{\\pict ${"0123456789abcdef\n".repeat(300_000)}}`],
    ["formats", "\\b\\b0 a".repeat(150_000)],
    ["nested cells", "\\itap20 a\\nestcell\\itap1 ".repeat(50_000)],
    ["backslashes", "\\".repeat(500_000)],
    ["closing braces", "}".repeat(300_000)],
  ])("takes time in proportion: %s", (_, body) => {
    const took = ownTime();
    read(body);
    expect(took()).toBeLessThan(5000);
  });

  it("never throws, and loses no letter of its text", () => {
    const code = fc.constantFrom(
      ..."\\par |\\b |{|}|\\cell |\\row |\\intbl |\\trowd |\\pard |\\'7b|\\u233?|\\uc1 |\\plain |\\revised |\\itap2 |\\nestcell |\\constructor |\\~|\\\n".split(
        "|",
      ),
    );
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(
      fc.property(fc.array(fc.oneof(code, word), { maxLength: 40 }), (parts) => {
        const { blocks } = readRtf(`{\\rtf1 ${parts.join("")}`, "f");
        const said = JSON.stringify(blocks.map(textOf)).replace(/\\n|[^a-z]/g, "");
        expect(said).toBe(parts.filter((part) => /^[a-z]/.test(part)).join(""));
      }),
      { numRuns: 500 },
    );
  });
});
