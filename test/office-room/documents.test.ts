// What a Word file or an OpenDocument text holds, and what hostile ones are refused for.
import { describe, expect, it } from "vitest";
import { RetourError } from "../../src/kernel/diagnostic.ts";
import { openArchive } from "../../src/office/archive.ts";
import type { Block, OfficeDocument } from "../../src/office/document.ts";
import { isDocx, readDocx } from "../../src/office/docx.ts";
import { isOdt, readOdt } from "../../src/office/odt.ts";
import { ownTime } from "../own-time.ts";
import { docxOf, odtOf } from "./packed-documents.ts";
import { pack } from "./packing.ts";

const readWord = (body: string, others?: Record<string, string>): OfficeDocument =>
  readDocx(openArchive(docxOf(body, others), "f"));
const readOpen = (body: string, before?: string): OfficeDocument =>
  readOdt(openArchive(odtOf(body, before), "f"));

/** The words, a sign before what is inserted or deleted; paragraphs by `/`, tables in brackets. */
function shownAs(blocks: readonly Block[]): string {
  const signs = { insertion: "+", deletion: "-" } as const;
  return blocks
    .map((block) =>
      block.kind === "table"
        ? `[${block.rows.map((row) => row.map((cell) => shownAs(cell)).join("|")).join(";")}]`
        : block.runs.map(({ text, change }) => (change ? `${signs[change.kind]}${text}` : text)).join("") +
          (block.endChange ? signs[block.endChange.kind] : ""),
    )
    .join("/");
}

function code(read: () => unknown): string {
  try {
    read();
    return "read";
  } catch (error) {
    if (error instanceof RetourError) return error.code;
    throw error;
  }
}

describe("a Word file", () => {
  it("says everything a person sees once: fields, links, controls, text boxes, symbols", () => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>SEQ x</w:instrText><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>`;
    const box = `<w:txbxContent><w:p><w:r><w:t>boîte</w:t></w:r></w:p></w:txbxContent>`;
    const body = `<w:p><w:r><w:t>a</w:t><w:tab/><w:noBreakHyphen/><w:softHyphen/><w:br/><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>${field}<w:hyperlink><w:r><w:t>b</w:t></w:r></w:hyperlink><w:smartTag><w:sdt><w:sdtPr><w:t>nom</w:t></w:sdtPr><w:sdtContent><w:r><w:t>c</w:t></w:r></w:sdtContent></w:sdt></w:smartTag><w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(shownAs(readWord(body).blocks)).toBe("a\t\u2011\n→1bc/boîte");
  });

  it("keeps who inserted and deleted what, rows and ends of paragraphs included", () => {
    const body = `<w:p><w:pPr><w:rPr><w:del w:author="A"/></w:rPr></w:pPr><w:ins w:author="A"><w:r><w:t>a</w:t></w:r><w:del w:author="B"><w:r><w:delText>b</w:delText></w:r></w:del></w:ins></w:p><w:tbl><w:tr><w:trPr><w:del w:author="A"/></w:trPr><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>d</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>`;
    const { blocks } = readWord(body);
    expect(shownAs(blocks)).toBe("+a-b-/[-c-;d/[]]");
    expect(blocks[0]).toMatchObject({ runs: [{}, { change: { author: "B" } }] });
  });

  it("is bold by its runs, their style or their paragraph's, styles in a circle included", () => {
    const styles = `<w:styles><w:style w:type="character" w:styleId="c"><w:basedOn w:val="d"/></w:style><w:style w:styleId="d"><w:basedOn w:val="c"/><w:rPr><w:b/></w:rPr></w:style><w:style w:styleId="e"><w:basedOn w:val="e"/></w:style></w:styles>`;
    const runOf = (properties: string): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>x</w:t></w:r>`;
    const body = `<w:p>${runOf("<w:b/>")}${runOf('<w:b w:val="0"/>')}${runOf('<w:rStyle w:val="c"/>')}${runOf('<w:rStyle w:val="e"/>')}${runOf("<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>")}</w:p>`;
    const [paragraph] = readWord(body, { styles }).blocks;
    expect(paragraph?.kind === "paragraph" && paragraph.runs.map(({ isBold }) => isBold)).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
  });

  it("has apart what stands on every page and says more than its number", () => {
    const header = `<w:hdr><w:p><w:r><w:t>Projet X</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>s02</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:hdr>`;
    const footer = `<w:ftr><w:p><w:r><w:t>Page </w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple><w:r><w:t> / 9</w:t></w:r></w:p></w:ftr>`;
    const { blocks, headers } = readWord("<w:p/>", { header, footer });
    expect(headers).toEqual(["Projet X\ns02"]);
    expect(shownAs(blocks)).toBe("");
    const pages = `<office:master-styles><style:master-page><style:header><text:p>Projet X</text:p></style:header><style:header-left><text:p>Projet X</text:p></style:header-left><style:footer><text:p><text:page-number>2</text:page-number></text:p></style:footer><style:footer-first><text:p>à ne pas diffuser</text:p></style:footer-first></style:master-page></office:master-styles>`;
    const archive = openArchive(
      pack({
        mimetype: "application/vnd.oasis.opendocument.text",
        "content.xml": `<office:document-content><office:body><office:text><text:p>oui</text:p></office:text></office:body></office:document-content>`,
        "styles.xml": `<office:document-styles>${pages}</office:document-styles>`,
      }),
      "f",
    );
    const open = readOdt(archive);
    expect(open.headers).toEqual(["Projet X", "à ne pas diffuser"]);
    expect(shownAs(open.blocks)).toBe("oui");
  });

  it("has its comments and notes apart, and says what it embeds and nobody reads", () => {
    const comments = `<w:comments><w:comment w:author="Claire"><w:p><w:r><w:t>à voir</w:t></w:r></w:p></w:comment></w:comments>`;
    const endnotes = `<w:endnotes><w:endnote w:type="separator"><w:p/></w:endnote><w:endnote><w:p><w:r><w:t>note</w:t></w:r></w:p></w:endnote></w:endnotes>`;
    expect(readWord(`<w:altChunk r:id="x"/>`, { comments, endnotes })).toMatchObject({
      comments: [{ author: "Claire", text: "à voir" }],
      notes: ["note"],
      unread: 1,
    });
  });

  it("may have other prefixes, another main part, and UTF-16", () => {
    const text = `\uFEFF<?xml version="1.0" encoding="UTF-16"?><ns0:document><ns0:body><ns0:p><ns0:r><ns0:t>été</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>`;
    const bytes = pack({
      "[Content_Types].xml": `<Types><Override PartName="/x/corps.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"/></Types>`,
      "_rels/.rels": `<Relationships><Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/x/../x/corps.xml"/></Relationships>`,
      "x/corps.xml": new Uint8Array(Buffer.from(text, "utf16le")),
    });
    expect(isDocx(openArchive(bytes, "f"))).toBe(true);
    expect(shownAs(readDocx(openArchive(bytes, "f")).blocks)).toBe("été");
  });

  it("is no workbook, and no ZIP of something else", () => {
    expect(isDocx(openArchive(pack({ "a.txt": "a" }), "f"))).toBe(false);
    expect(isOdt(openArchive(docxOf(""), "f"))).toBe(false);
    expect(isDocx(openArchive(odtOf(""), "f"))).toBe(false);
  });
});

describe("an OpenDocument text", () => {
  it("puts what was deleted back where it was, once", () => {
    const regions = `<text:tracked-changes><text:changed-region text:id="d"><text:deletion><office:change-info><dc:creator>Claire</dc:creator></office:change-info><text:p>x</text:p><text:p>y</text:p></text:deletion></text:changed-region><text:changed-region text:id="i"><text:insertion/></text:changed-region></text:tracked-changes>`;
    const body = `${regions}<text:p>a<text:change text:change-id="d"/>b<text:change text:change-id="d"/></text:p><text:p>c<text:change-start text:change-id="i"/>d</text:p><text:p>e<text:change-end text:change-id="i"/>f</text:p>`;
    const { blocks } = readOpen(body);
    expect(shownAs(blocks)).toBe("a-x-/-yb/c+d+/+ef");
    expect(blocks[0]).toMatchObject({ endChange: { author: "Claire" } });
  });

  it("never multiplies what a hostile one repeats", () => {
    const cell = `<table:table-cell table:number-columns-repeated="4000000000"><text:p>a<text:s text:c="4000000000"/><text:s text:c="-5"/>b</text:p></table:table-cell>`;
    const body = `<table:table><table:table-row table:number-rows-repeated="4000000000">${cell}</table:table-row></table:table>`;
    expect(shownAs(readOpen(body).blocks).length).toBeLessThan(200);
  });

  it("behind a password is refused as such", () => {
    const bytes = pack({
      mimetype: "application/vnd.oasis.opendocument.text",
      "META-INF/manifest.xml": `<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`,
      "content.xml": "???",
    });
    expect(code(() => readOdt(openArchive(bytes, "f")))).toBe("office.protected");
  });
});

describe.each([
  [
    "Word",
    (body: string): OfficeDocument => readWord(body),
    ["<w:p><w:r><w:t>", "</w:t></w:r></w:p>"],
    "w:sdt",
  ],
  [
    "OpenDocument",
    (body: string): OfficeDocument => readOpen(body),
    ["<text:p>", "</text:p>"],
    "text:section",
  ],
] as const)("a hostile file of %s", (_, read, [before, after], around) => {
  it("that is nested without end is refused", () => {
    expect(code(() => read(`<${around}>`.repeat(100_000)))).toBe("office.too-deep");
  });

  it("with an attribute of ten megabytes is read", () => {
    const body = `<${around} x="${"a".repeat(10_000_000)}">${before}été${after}</${around}>`;
    expect(shownAs(read(body).blocks)).toBe("été");
  });

  it("with the names of what every object has is read", () => {
    const names = ["constructor", "toString", "__proto__", "hasOwnProperty"];
    const body = names.map((name) => `<${name}>${before}é${after}</${name}>`).join("");
    expect(shownAs(read(body).blocks)).toBe("é/é/é/é");
  });

  it("of a hundred thousand paragraphs takes its time, in proportion", () => {
    const took = ownTime();
    expect(read(`${before}oui${after}`.repeat(100_000)).blocks).toHaveLength(100_000);
    expect(took()).toBeLessThan(20_000);
  });
});

describe("entities declared in a part", () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>`;

  it("have the file refused, whatever the part", () => {
    expect(code(() => readWord("", { styles: bomb }))).toBe("office.entities");
    expect(code(() => readWord("", { comments: bomb }))).toBe("office.entities");
    const odt = pack({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": bomb });
    expect(code(() => readOdt(openArchive(odt, "f")))).toBe("office.entities");
  });
});
