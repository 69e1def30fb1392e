// Workbooks as sheets of rows of text, whatever program wrote them.
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { openArchive } from "../../src/office/archive.ts";
import { isWorkbook, readWorkbook } from "../../src/office/xlsx.ts";

const root = `<workbook xmlns:r="urn:r"><sheets><sheet name="Un" r:id="rId1"/></sheets></workbook>`;
const links = (list: Readonly<Record<string, string>>): string =>
  `<Relationships>${Object.entries(list)
    .map(([id, target]) => `<Relationship Id="${id}" Type="urn:t/worksheet" Target="${target}"/>`)
    .join("")}</Relationships>`;

/** A workbook of one sheet, with other parts if need be. */
function workbook(sheetData: string, parts: Readonly<Record<string, string>> = {}) {
  const all = {
    "xl/workbook.xml": root,
    "xl/_rels/workbook.xml.rels": links({ rId1: "worksheets/sheet1.xml" }),
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
    ...parts,
  };
  const zipped = zipSync(
    Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])),
  );
  return openArchive(zipped, "f.xlsx");
}

const cells = (sheetData: string, parts: Readonly<Record<string, string>> = {}) =>
  readWorkbook(workbook(sheetData, parts)).map(({ rows }) =>
    rows.map(({ number, cells: found }) => [number, ...found.map(({ column: at, text }) => [at, text])]),
  );

describe("the cells of a sheet", () => {
  it("are shared texts, in runs or not, without how they are pronounced", () => {
    const strings = `<sst><si><t>oui</t></si><si><r><t xml:space="preserve">on </t></r><r><rPr><b/></rPr><t>y va</t></r></si>
      <si><t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh></si><si><t>un_x000D_
deux_x0041_</t></si></sst>`;
    const row = `<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c>
      <c r="D3" t="s"><v>3</v></c><c r="E3" t="s"><v>99</v></c></row>`;
    expect(cells(row, { "xl/sharedStrings.xml": strings })).toEqual([
      [[3, [0, "oui"], [1, "on y va"], [2, "東京"], [3, "un\r\ndeuxA"]]],
    ]);
  });

  it("are texts in place, figures, formulas' last values, truths and errors", () => {
    const row = `<row r="1"><c r="A1" t="inlineStr"><is><t>a</t><r><t> b</t></r></is></c><c r="B1"><v>12.5</v></c>
      <c r="C1" t="str"><f>A1&amp;"x"</f><v>ax</v></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#N/A</v></c>
      <c r="F1"><f>A1</f></c><c r="G1" s="4"/></row>`;
    expect(cells(row)).toEqual([
      [[1, [0, "a b"], [1, "12.5"], [2, "ax"], [3, "TRUE"], [4, "#N/A"], [5, "=A1"]]],
    ]);
  });

  it("stand where their reference says, or after the one before", () => {
    const rows = `<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="9"><c r="B9"><v>4</v></c></row><row><c><v>5</v></c></row>`;
    expect(cells(rows)).toEqual([
      [
        [1, [0, "1"], [3, "2"], [4, "3"]],
        [9, [1, "4"]],
        [10, [0, "5"]],
      ],
    ]);
  });

  it("far to the right count as one more, without room for those between", () => {
    const rows = `<row r="1048576"><c r="A1048576"><v>1</v></c><c r="XFC1048576"><v>2</v></c><c r="XFD1048576"><v>3</v></c></row>`;
    expect(cells(rows)).toEqual([[[1048576, [0, "1"], [256, "2 3"]]]]);
  });

  it("that are times are written as they show", () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-40C]h:mm:ss.000;@"/><numFmt numFmtId="165" formatCode="0.0&quot; s&quot;"/>
      <numFmt numFmtId="166" formatCode="yyyy\\-mm\\-dd hh:mm:ss"/><numFmt numFmtId="167" formatCode="hh&quot;h&quot;mm"/></numFmts>
      <cellStyleXfs><xf numFmtId="21"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="21"/><xf numFmtId="20"/><xf numFmtId="46"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="45"/></cellXfs></styleSheet>`;
    const time = (style: number, days: number): string => `<c s="${style}"><v>${days}</v></c>`;
    const row = `<row r="1">${time(0, 0.5)}${time(1, 62 / 86_400)}${time(2, 0.5208333333)}${time(3, 25 / 24)}${time(4, 62.5 / 86_400)}${time(5, 12.5)}${time(6, 45_000.5)}${time(7, 0.25)}${time(8, 62 / 86_400)}${time(1, -1)}</row>`;
    const [first] = cells(row, { "xl/styles.xml": styles });
    expect(first?.[0]?.slice(1).map((cell) => (Array.isArray(cell) ? cell[1] : cell))).toEqual([
      "0.5",
      "0:01:02",
      "12:30",
      "25:00:00",
      "0:01:02.500",
      "12.5",
      "45000.5",
      "6:00",
      "0:01:02",
      "-1",
    ]);
  });
});

describe("the sheets of a workbook", () => {
  const one = (text: string): string =>
    `<worksheet><sheetData><row><c t="str"><v>${text}</v></c></row></sheetData></worksheet>`;
  const texts = (parts: Readonly<Record<string, string>>) =>
    readWorkbook(workbook("", parts)).map(({ rows }) => rows[0]?.cells[0]?.text);

  it("come in the order of their tabs, wherever their parts are", () => {
    expect(
      texts({
        "xl/workbook.xml": `<x:workbook xmlns:x="urn:x" xmlns:r="urn:r"><x:sheets><x:sheet r:id="b"/><x:sheet r:id="a" state="hidden"/><x:sheet r:id="none"/></x:sheets></x:workbook>`,
        "xl/_rels/workbook.xml.rels": links({ a: "/xl/worksheets/sheet1.xml", b: "./worksheets/autre.xml" }),
        "xl/worksheets/sheet1.xml": one("a"),
        "xl/worksheets/autre.xml": one("b").replaceAll(/<(\/?)/g, "<$1x:"),
      }),
    ).toEqual(["b", "a"]);
  });

  it("are found by name when the workbook does not say", () => {
    expect(
      texts({ "xl/_rels/workbook.xml.rels": "<Relationships/>", "xl/worksheets/sheet1.xml": one("seule") }),
    ).toEqual(["seule"]);
  });

  it("say which cells are merged one above the other", () => {
    const archive = workbook("", {
      "xl/worksheets/sheet1.xml": `<worksheet><sheetData/><mergeCells><mergeCell ref="B2:C5"/><mergeCell ref="A1:D1"/><mergeCell ref="A0"/></mergeCells></worksheet>`,
    });
    expect(readWorkbook(archive)[0]?.merged).toEqual([{ column: 1, from: 2, to: 5 }]);
  });

  it("are read as far as they can be when their XML is damaged", () => {
    const archive = workbook("", {
      "xl/worksheets/sheet1.xml": `<worksheet><sheetData><row r="1"><c t="str"><v>un</v></c><c t="str"><v>deux &amp; & trois</v></z></c></row><row r="2"><c t="str"><v>quatre`,
    });
    const [sheet] = readWorkbook(archive);
    expect(sheet?.isDamaged).toBe(true);
    expect(sheet?.rows.flatMap((row) => row.cells.map(({ text }) => text)).join(" ")).toMatch(
      /un deux & .*trois quatre/,
    );
  });

  it("with too many cells are refused, empty ones between them counted", () => {
    const rows = Array.from(
      { length: 9000 },
      (_, at) => `<row><c r="${at % 2 === 0 ? "A" : "IV"}1"><v>1</v></c></row>`,
    );
    expect(readWorkbook(workbook(rows.join("")))).toHaveLength(1);
    const scattered = Array.from({ length: 200 }, (_, at) => `<c r="${column(at)}1"><v>1</v></c>`).join("");
    expect(() =>
      readWorkbook(workbook(`<row>${scattered}</row>${"<row><c><v>1</v></c></row>".repeat(10_001)}`)),
    ).toThrow("office.sheet-too-large");
  });

  it("that are more than a transcript has are refused: cells, shared texts, merged cells, bytes", () => {
    const parts = {
      "xl/sharedStrings.xml": `<sst>${"<si><t>a</t></si>".repeat(150_001)}</sst>`,
      "xl/worksheets/sheet1.xml": `<worksheet><mergeCells>${'<mergeCell ref="A1:A2"/>'.repeat(150_001)}</mergeCells></worksheet>`,
    };
    for (const [name, part] of Object.entries(parts))
      expect(() => readWorkbook(workbook("", { [name]: part }))).toThrow("office.sheet-too-large");
    expect(() => readWorkbook(workbook("<row><c><v>1</v></c></row>".repeat(150_001)))).toThrow(
      "office.sheet-too-large",
    );
    expect(() => readWorkbook(workbook(" ".repeat(33 * 1024 * 1024)))).toThrow("office.sheet-too-large");
  });

  it("keep no row without a text, but its number", () => {
    const [sheet] = readWorkbook(workbook(`${"<row><c/></row>".repeat(3)}<row><c><v>1</v></c></row>`));
    expect(sheet?.rows).toEqual([{ number: 4, cells: [{ column: 0, text: "1" }] }]);
  });

  it("declaring entities of their own are refused", () => {
    expect(() =>
      cells("", { "xl/worksheets/sheet1.xml": `<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>` }),
    ).toThrow("office.entities");
    expect(() => cells("", { "xl/sharedStrings.xml": `<!DOCTYPE a [<!ENTITY b "c">]><sst/>` })).toThrow(
      "office.entities",
    );
  });
});

function column(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : String.fromCharCode(64 + Math.floor(index / 26)) + last;
}

it("a workbook is told from other archives", () => {
  expect(isWorkbook(workbook(""))).toBe(true);
  expect(isWorkbook(openArchive(zipSync({ "word/document.xml": strToU8("<a/>") }), "f"))).toBe(false);
});
