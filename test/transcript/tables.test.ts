// Tables of speech: fields, quotes, columns and times, and no word lost.
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { readDelimited } from "../../src/transcript/shapes/delimited.ts";
import { csv } from "../../src/transcript/formats/csv.ts";
import { readTranscript } from "../../src/transcript/read-transcript.ts";
import { readTime } from "../../src/transcript/shapes/written-times.ts";
import { ownTime } from "../own-time.ts";

const hints = { file: "f", isKnown: () => false, language: "fr" } as const;
const setting = { ...hints, isWritten: false };
const read = (source: string) => {
  const { cues, diagnostics } = csv.read(source, hints);
  return { cues, diagnostics, codes: diagnostics.map(({ code }) => code) };
};
const said = (source: string) => read(source).cues.map(({ label, words }) => [label, words]);
const times = (source: string) => read(source).cues.map(({ startMs, endMs }) => [startMs, endMs]);
const rows = (text: string, delimiter = ",") =>
  readDelimited(text, delimiter).rows.map(({ fields }) => fields);

const delimiters = fc.constantFrom(",", ";", "\t", "|");
const quote = (field: string): string => `"${field.replaceAll('"', '""')}"`;

describe("fields between delimiters", () => {
  it("are those that Papa Parse reads, in a table that is well made", () => {
    const field = fc.string({
      unit: fc.constantFrom("a", "é", " ", '"', ",", ";", "\t", "\n", "|", ":", "'"),
      maxLength: 8,
    });
    const table = fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, delimiters, (list, delimiter) => {
        const text = list.map((row) => row.map(quote).join(delimiter)).join("\n");
        const { data } = Papa.parse<string[]>(text, { delimiter, newline: "\n" });
        expect(data).toEqual(list);
        expect(readDelimited(text, delimiter)).toMatchObject({
          rows: list.filter((row) => row.some((each) => each.trim() !== "")).map((fields) => ({ fields })),
          problems: [],
        });
      }),
      { numRuns: 1000 },
    );
  });

  it("keep quotes that nobody doubled, in pairs or not", () => {
    expect(rows('1,"il dit "non" là",x')).toEqual([["1", 'il dit "non" là', "x"]]);
    expect(rows('1\t"Oui", dit-il\n2\tmoi "non"', "\t")).toEqual([
      ["1", '"Oui", dit-il'],
      ["2", 'moi "non"'],
    ]);
    expect(rows('1,2," il dit \\"on se tait\\", puis \\"rien\\""')).toEqual([
      ["1", "2", ' il dit "on se tait", puis "rien"'],
    ]);
  });

  it("end with their line when their quote is never closed, and the line is said", () => {
    const { rows: found, problems } = readDelimited('a,b\n1,"deux\n3,"quatre"\n5,six\n7,"huit', ",");
    expect(found.map(({ line, fields }) => [line, ...fields])).toEqual([
      [1, "a", "b"],
      [2, "1", "deux"],
      [3, "3", "quatre"],
      [4, "5", "six"],
      [5, "7", "huit"],
    ]);
    expect(problems).toEqual([2, 5]);
  });

  it("may hold lines: rows keep the number of their first one", () => {
    expect(readDelimited('a,b\n"1\n\n2",c\n\nd,e\n', ",").rows.map(({ line }) => line)).toEqual([1, 2, 6]);
  });

  it.each([
    ["quotes never closed", 'a,"b\n'.repeat(100_000)],
    ["quotes inside", `1,"${'a"b '.repeat(200_000)}`],
    ["quotes alone", '"'.repeat(500_000)],
    ["quotes and commas", '",'.repeat(300_000)],
    ["lines and quotes", '"\n'.repeat(300_000)],
    ["backslashes", '"\\"'.repeat(200_000)],
    ["commas", ",".repeat(1_000_000)],
    ["spaces", `1,${" ".repeat(500_000)}"`],
    ["spaces after quotes", `"${'"   x'.repeat(200_000)}`],
  ])("are read in time that goes with their size: %s", (_, text) => {
    const took = ownTime();
    readDelimited(text, ",");
    read(`start,end,text\n1,2,oui\n${text}`);
    expect(took()).toBeLessThan(5000);
  });
});

describe("every word of a table is in a turn", () => {
  const word = fc.oneof(
    fc.stringMatching(/^[a-zéàœ’'-]{1,9}$/),
    fc.constantFrom(
      "oui,",
      "non ;",
      '"hein"',
      "|",
      "« bah »",
      "=1+1",
      "12,5",
      "à 14:30",
      "\n",
      "00:01:02",
      "-",
      "@ici",
    ),
  );
  const turns = fc.array(
    fc.record({
      voice: fc.constantFrom("Zoé", "SPEAKER_01", "Jean-Luc d’Arc", "M. B.", "Le tiers, aidant"),
      words: fc.array(word, { minLength: 1, maxLength: 8 }).map((list) => `et ${list.join(" ")}`),
    }),
    { minLength: 1, maxLength: 10 },
  );
  const shapes = fc.constantFrom(
    ["Début", "Fin", "Locuteur", "Texte"],
    ["start", "end", "speaker", "text"],
    ["Text", "Speaker Name", "Start Time", "End Time"],
    ["N°", "Intervenant·e", "Intervenant", "Verbatim", "Début (hh:mm:ss)"],
  );
  const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");

  it("with the voice that said it, however the columns stand", () => {
    fc.assert(
      fc.property(
        turns,
        shapes,
        delimiters,
        fc.boolean(),
        fc.boolean(),
        (list, headings, delimiter, isQuoted, hasBom) => {
          const field = (text: string): string => (isQuoted || /["\n,;\t|]/.test(text) ? quote(text) : text);
          const lines = list.map(({ voice, words }, index) =>
            headings.map((heading) => {
              if (/text|verbatim/i.test(heading)) return field(words);
              if (/^(?:speaker|locuteur|intervenant)(?: name)?$/i.test(heading)) return field(voice);
              return /start|début/i.test(heading) ? field(`00:00:${String(index * 2 + 10)}`) : "";
            }),
          );
          const text = [headings.map(field), ...lines].map((row) => row.join(delimiter)).join("\n");
          expect(csv.recognises(text, setting)).toBe(true);
          expect(
            read(`${hasBom ? `sep=${delimiter}\n` : ""}${text}`).cues.map((cue) => [
              cue.label,
              cue.startMs,
              letters(cue.words),
            ]),
          ).toEqual(list.map(({ voice, words }, index) => [voice, (index * 2 + 10) * 1000, letters(words)]));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("of a workbook too, its texts shared or in place, its columns anywhere", () => {
    fc.assert(
      fc.property(turns, shapes, fc.nat(700), fc.boolean(), (list, headings, shift, isShared) => {
        const lines = list.map(({ voice, words }, index) =>
          headings.map((heading) => {
            if (/text|verbatim/i.test(heading)) return words;
            if (/^(?:speaker|locuteur|intervenant)(?: name)?$/i.test(heading)) return voice;
            return /start|début/i.test(heading) ? String(index * 2 + 10) : "";
          }),
        );
        const bytes = workbook([headings, ...lines], shift % 250, isShared);
        const { format, cues } = readTranscript(bytes, setting, { format: undefined, encoding: undefined });
        expect(format.name).toBe("xlsx");
        expect(cues.map((cue) => [cue.label, cue.startMs, letters(cue.words)])).toEqual(
          list.map(({ voice, words }, index) => [voice, (index * 2 + 10) * 1000, letters(words)]),
        );
      }),
      { numRuns: 200 },
    );
  });

  it("though nobody quoted the sign that parts fields", () => {
    const { cues, codes } = read("start;speaker;text\n1;Zoé;oui ; enfin ; non\n2;Ali;bah");
    expect(cues.map(({ words }) => words)).toEqual(["oui ; enfin ; non", "bah"]);
    expect(codes).toEqual(["import.damaged"]);
    expect(read("text;speaker\noui ; enfin;Zoé\nbah;Ali").codes).toEqual(["import.unreadable"]);
  });

  it("though a line of them was cut from its row", () => {
    const { cues, diagnostics } = read("start;speaker;text\n1;Zoé;oui\net puis voilà\n2;Ali;bah");
    expect(cues.map(({ label, words }) => [label, words])).toEqual([
      ["Zoé", "oui et puis voilà"],
      ["Ali", "bah"],
    ]);
    expect(diagnostics).toMatchObject([{ code: "import.stray-words", place: { line: 3 } }]);
  });

  it("those above the headings too", () => {
    const source = "Séance du 12 mars;;\n;;\nTemps;Qui;Paroles\n0:05;Zoé;oui\n0:07;Ali;non";
    expect(said(source)).toEqual([
      [null, "Séance du 12 mars"],
      ["Zoé", "oui"],
      ["Ali", "non"],
    ]);
    expect(read(source).codes).toEqual(["import.before-speakers"]);
  });

  it("those that stand where a name or a time should be, which nobody says", () => {
    expect(said("speaker,text\nNadia,Bonjour\nOn sort de la pièce,\nKarim,Salut\nNadia,\n")).toEqual([
      ["Nadia", "Bonjour"],
      [null, "On sort de la pièce"],
      ["Karim", "Salut"],
    ]);
    expect(said("temps;qui;texte\n0:05;Zoé;oui\nvers 10h;Ali;non\n0:07;On sort")).toEqual([
      ["Zoé", "oui"],
      [null, "vers 10h"],
      ["Ali", "non"],
      [null, "On sort"],
    ]);
    const { diagnostics } = read("qui;texte\nZoé;oui\nOn sort;");
    expect(diagnostics).toMatchObject([
      { code: "import.row-title", severity: "warning", place: { line: 3 } },
    ]);
  });

  it("though a field past the headings is empty, unless each row ends so", () => {
    const { cues, codes } = read("a;locuteur;texte;remarque\n1;Zoé;oui ; non;\n2;Ali;si;x\n3;Zoé;ah;");
    expect(cues.map(({ words }) => words)).toEqual(["oui ; non", "si", "ah"]);
    expect(codes).toEqual(["import.damaged", "import.columns-left"]);
    expect(said("locuteur;texte;remarque\nZoé;oui;à voir;\nAli;si;;")).toEqual([
      ["Zoé", "oui"],
      ["Ali", "si"],
    ]);
  });

  it("of a column of words among others that are not known, which are named", () => {
    const text = "Remarque;Verbatim\nvu;Alors euh oui\n;On a peur, des fois";
    expect(csv.recognises(text, setting)).toBe(true);
    expect(said(text)).toEqual([
      [null, "Alors euh oui"],
      [null, "On a peur, des fois"],
    ]);
    expect(read(text).diagnostics).toMatchObject([
      { code: "import.columns-left", params: { columns: "Remarque" } },
    ]);
  });

  it("columns of other words are named", () => {
    const { diagnostics } = read(
      "texte,qui,commentaire,id,transcription\noui,Zoé,à voir ensemble,x1,oui oui oui alors",
    );
    expect(diagnostics).toMatchObject([
      { code: "import.columns-left", severity: "warning", params: { columns: "commentaire, transcription" } },
    ]);
  });
});

describe("who speaks in a table", () => {
  it("is nobody where the cell is empty", () => {
    expect(said("qui;texte\nZoé;oui\n;ah\nAli :;non")).toEqual([
      ["Zoé", "oui"],
      [null, "ah"],
      ["Ali", "non"],
    ]);
  });

  it("is the one before when most cells are empty: cells were merged", () => {
    expect(said("qui;texte\nZoé;oui\n;ah\n;bon\nAli;non\n;si")).toEqual([
      ["Zoé", "oui"],
      ["Zoé", "ah"],
      ["Zoé", "bon"],
      ["Ali", "non"],
      ["Ali", "si"],
    ]);
  });

  it("is read in the words when there is no column for it", () => {
    expect(said("start,end,text\n0,1,Zoé : oui\n1,2,Ali : non\n2,3,Zoé : si")).toEqual([
      ["Zoé", "oui"],
      ["Ali", "non"],
      ["Zoé", "si"],
    ]);
  });
});

describe("times in a table", () => {
  it.each([
    ["12.3", 12_300],
    ["12,3", 12_300],
    ["1:02", 62_000],
    ["00:01:02", 62_000],
    ["00:01:02,500", 62_500],
    ["00:01:02.5", 62_500],
    ["00:01:02:12", 62_480],
    ["00:01:02;29", 62_999],
    ["100:00:00", 360_000_000],
    ["[00:01:02]", 62_000],
    ["850 ms", 850],
    ["12 s", 12_000],
    ["1h02m03s", 3_723_000],
    ["2'30\"", 150_000],
    ["1e-05", 0],
    ["", null],
    ["NaN", null],
    ["midi", undefined],
    ["-3", undefined],
    ["99999999999", undefined],
    ["1:2:3:4:5", undefined],
  ])("%s", (written, ms) => {
    expect(readTime(written, 1000)).toBe(ms);
  });

  it("of Whisper's own tables are in milliseconds, told by what they would last", () => {
    expect(times("start\tend\ttext\n0\t3480\toui\n3480\t6020\tnon")).toEqual([
      [0, 3480],
      [3480, 6020],
    ]);
    expect(times("start,end,text\n0,3,oui\n3,6,non")).toEqual([
      [0, 3000],
      [3000, 6000],
    ]);
    expect(times("start (ms),text\n5,oui\n9,non")).toEqual([
      [5, null],
      [9, null],
    ]);
    expect(times("start,text\n0,oui\n2400,non\n5600,si")).toEqual([
      [0, null],
      [2400, null],
      [5600, null],
    ]);
  });

  it("may be both in one column", () => {
    expect(times("timecode;texte\n00:00:01 --> 00:00:02,5;oui\n[0:03 - 0:04];non\n0:05;si")).toEqual([
      [1000, 2500],
      [3000, 4000],
      [5000, null],
    ]);
  });

  it("that are none, or end before they start, are said with their line", () => {
    const { cues, diagnostics } = read("début;fin;texte\nbientôt;2;oui\n9;5;non\n3;4;si");
    expect(cues.map(({ startMs, endMs, words }) => [words, startMs, endMs])).toEqual([
      ["bientôt", null, null],
      ["oui", null, 2000],
      ["non", 9000, null],
      ["si", 3000, 4000],
    ]);
    expect(diagnostics.map(({ code, place }) => [code, place?.line])).toEqual([
      ["import.row-title", 2],
      ["import.passage-time", 2],
      ["import.passage-time", 3],
      ["import.time-backwards", 4],
    ]);
  });
});

describe("a table is told from a text", () => {
  it.each([
    "Zoé : oui ; enfin, non\nAli : texte, début, fin",
    "Début, fin, et texte du retour\nOn reprend.",
    "Texte, nom\nUne phrase sans rien\nUne autre\nEt une autre",
    "Paroles\n\noui",
    "Le texte ; les paroles ; la fin",
    "00:01 Zoé : oui\n00:05 Ali : non",
    "1\n00:00:01,000 --> 00:00:02,000\noui\n\n2\n00:00:02,000 --> 00:00:03,000\nnon",
    "",
    "\n\n",
  ])("%j is none", (text) => {
    expect(csv.recognises(text, setting)).toBe(false);
  });

  it("without headings, by clocks at the start of every row", () => {
    const text =
      "00:00:01\t00:00:02\tZoé\toui, enfin\n00:00:02\t00:00:04\tAli\tnon\n00:00:05\t00:00:06\tZoé\tsi\n0:09\t0:10\tAli\tah";
    expect(csv.recognises(text, setting)).toBe(true);
    expect(said(text).slice(0, 2)).toEqual([
      ["Zoé", "oui, enfin"],
      ["Ali", "non"],
    ]);
  });

  it("without a column of words, is refused", () => {
    expect(csv.recognises("début;fin;locuteur\n1;2;Zoé", setting)).toBe(true);
    expect(() => read("début;fin;locuteur\n1;2;Zoé")).toThrow("import.no-text-column");
  });

  it("never throws otherwise, whatever it holds", () => {
    const bits = fc.constantFrom(
      "start",
      "text",
      "speaker",
      ",",
      ";",
      "\t",
      "\n",
      '"',
      '""',
      "00:01",
      "12",
      "oui",
      "sep=;\n",
      "\\",
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        if (csv.recognises(text, setting) && text.includes("text"))
          try {
            for (const { words } of read(text).cues) expect(words.trim()).not.toBe("");
          } catch (error) {
            expect(error).toMatchObject({ code: "import.no-text-column" });
          }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a workbook", () => {
  const readBook = (bytes: Uint8Array) =>
    readTranscript(bytes, setting, { format: undefined, encoding: undefined });

  it("has one speaker where cells are merged, however few they are", () => {
    const table = [
      ["Qui", "Texte"],
      ["Zoé", "un"],
      ["", "deux"],
      ["Ali", "trois"],
      ["Zoé", "quatre"],
      ["", "cinq"],
    ];
    expect(readBook(workbook(table, 0, false, "A2:A3")).cues.map(({ label }) => label)).toEqual([
      "Zoé",
      "Zoé",
      "Ali",
      "Zoé",
      null,
    ]);
  });

  it("has remarks in the margin, which are said and left", () => {
    const remark =
      '<comments><commentList><comment ref="A2"><text><t>vu</t></text></comment></commentList></comments>';
    const table = [
      ["Qui", "Texte"],
      ["Zoé", "un"],
    ];
    const { cues, diagnostics } = readBook(
      workbook(table, 0, true, undefined, {
        "xl/comments1.xml": remark,
        "xl/threadedComments/threadedComment1.xml":
          '<ThreadedComments><threadedComment ref="A2"><text>vu</text></threadedComment></ThreadedComments>',
      }),
    );
    expect(cues.map(({ words }) => words)).toEqual(["un"]);
    expect(diagnostics).toMatchObject([{ code: "import.comments-left", params: { count: 1 } }]);
  });

  it("keeps what stands where a name should be", () => {
    const table = [
      ["Qui", "Texte"],
      ["Zoé", "un"],
      ["On sort", ""],
      ["Ali", "deux"],
    ];
    expect(readBook(workbook(table, 0, true)).cues.map(({ label, words }) => [label, words])).toEqual([
      ["Zoé", "un"],
      [null, "On sort"],
      ["Ali", "deux"],
    ]);
  });

  it("may name its column of words alone", () => {
    expect(readBook(workbook([["Verbatim"], ["on a peur"], ["des fois"]], 3, true)).cues).toHaveLength(2);
  });

  it("without a column of words is refused", () => {
    expect(() =>
      readBook(
        workbook(
          [
            ["Nom", "Date"],
            ["Zoé", "mardi"],
          ],
          0,
          true,
        ),
      ),
    ).toThrow("import.no-text-column");
    expect(() => readBook(workbook([], 0, true))).toThrow("import.no-text-column");
  });
});

/** A workbook of one sheet, its table starting `shift` columns from the left. */
function workbook(
  table: readonly (readonly string[])[],
  shift: number,
  isShared: boolean,
  merged?: string,
  others: Readonly<Record<string, string>> = {},
): Uint8Array {
  const escape = (text: string): string =>
    text.replace(/[&<>]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
  const strings = table.flat();
  const rows = table.map((row, at) => {
    const cells = row.map((text, column) => {
      const name = `${nameOf(column + shift)}${String(at + 1)}`;
      if (text === "") return "";
      if (/^\d+$/.test(text)) return `<c r="${name}"><v>${text}</v></c>`;
      if (isShared) return `<c r="${name}" t="s"><v>${String(strings.indexOf(text))}</v></c>`;
      return `<c r="${name}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`;
    });
    return `<row r="${String(at + 1)}">${cells.join("")}</row>`;
  });
  const merge = merged === undefined ? "" : `<mergeCells><mergeCell ref="${merged}"/></mergeCells>`;
  const parts = {
    "xl/workbook.xml": '<workbook xmlns:r="urn:r"><sheets><sheet name="a" r:id="x"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="x" Type="t/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${rows.join("")}</sheetData>${merge}</worksheet>`,
    "xl/sharedStrings.xml": `<sst>${strings.map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join("")}</sst>`,
    ...others,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

function nameOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : nameOf(Math.floor(column / 26) - 1) + last;
}
