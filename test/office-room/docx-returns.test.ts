// What a Word file says beside its words: marks, ranks, lists, notes, properties, moves.
import { describe, expect, it } from "vitest";
import { openArchive } from "../../src/office/archive.ts";
import type { OfficeDocument, Paragraph } from "../../src/office/document.ts";
import { readDocx } from "../../src/office/docx.ts";
import { docxOf } from "./packed-documents.ts";
import { pack } from "./packing.ts";

const read = (body: string, others?: Record<string, string>): OfficeDocument =>
  readDocx(openArchive(docxOf(body, others), "f"));

function only(body: string, others?: Record<string, string>): Paragraph {
  const [block] = read(body, others).blocks;
  if (block?.kind !== "paragraph") throw new Error("no paragraph");
  return block;
}

const run = (content: string): string => `<w:r>${content}</w:r>`;
const text = (words: string): string => run(`<w:t>${words}</w:t>`);

describe("a paragraph of a Word file", () => {
  it("has the bookmarks that begin in it, and those that begin before it", () => {
    const mark = (name: string): string =>
      `<w:bookmarkStart w:id="1" w:name="${name}"/><w:bookmarkEnd w:id="1"/>`;
    const body = `${mark("a")}<w:p>${mark("b")}${text("x")}${mark("c")}</w:p><w:p/>`;
    expect(only(body).bookmarks).toEqual(["a", "b", "c"]);
    expect(read(body).blocks[1]).toEqual({ kind: "paragraph", runs: [] });
  });

  it("has where comments begin and end, counted in its letters, deleted ones too", () => {
    const body = `<w:p>${text("ab")}<w:commentRangeStart w:id="0"/><w:del>${run("<w:delText>cd</w:delText>")}</w:del><w:commentRangeEnd w:id="0"/>${run('<w:commentReference w:id="0"/>')}${run('<w:t>e</w:t><w:commentReference w:id="1"/><w:t>f</w:t>')}</w:p>`;
    expect(only(body).commentMarks).toEqual([
      { comment: "0", edge: "start", at: 2 },
      { comment: "0", edge: "end", at: 4 },
      { comment: "1", edge: "start", at: 5 },
      { comment: "1", edge: "end", at: 5 },
    ]);
  });

  it("has the calls of its notes in their place, and what they call", () => {
    const footnotes = `<w:footnotes><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="1"><w:p><w:ins w:author="A">${text("n")}</w:ins></w:p></w:footnote></w:footnotes>`;
    const body = `<w:p>${run('<w:t>a</w:t><w:footnoteReference w:id="1"/><w:t>b</w:t>')}<w:del w:author="A">${run('<w:endnoteReference w:id="1"/>')}</w:del></w:p>`;
    const { blocks, noteBodies = [], notes } = read(body, { footnotes });
    const [called] = noteBodies;
    expect(blocks).toMatchObject([
      {
        runs: [
          { text: "a" },
          { text: "\uFFFC", note: called?.id },
          { text: "b" },
          { text: "\uFFFC", change: { kind: "deletion" } },
        ],
      },
    ]);
    expect(noteBodies).toHaveLength(1);
    expect(called?.blocks).toMatchObject([{ runs: [{ text: "n", change: { kind: "insertion" } }] }]);
    expect(notes).toEqual(["n"]);
  });

  it("has the depth of its list, its own or its style's, and the name of its style", () => {
    const styles = `<w:styles><w:style w:styleId="L2"><w:name w:val="List Bullet 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr></w:style><w:style w:styleId="M"><w:name w:val="Ma liste"/><w:basedOn w:val="L2"/></w:style></w:styles>`;
    const depth = (properties: string): unknown =>
      only(`<w:p><w:pPr>${properties}</w:pPr></w:p>`, { styles }).listDepth;
    expect(depth(`<w:pStyle w:val="M"/>`)).toBe(1);
    expect(depth(`<w:pStyle w:val="M"/><w:numPr><w:numId w:val="0"/></w:numPr>`)).toBeUndefined();
    expect(depth(`<w:numPr><w:ilvl w:val="2"/><w:numId w:val="9"/></w:numPr>`)).toBe(2);
    expect(depth(`<w:numPr><w:ilvl w:val="999999999999"/><w:numId w:val="9"/></w:numPr>`)).toBe(0);
    expect(only(`<w:p><w:pPr><w:pStyle w:val="M"/></w:pPr></w:p>`, { styles }).style).toBe("Ma liste");
  });

  it("is a title of the rank its outline says, or the name of its style, through those it is based on", () => {
    const styles = `<w:styles><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="2"><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style><w:style w:styleId="3"><w:name w:val="x"/><w:basedOn w:val="1"/></w:style><w:style w:styleId="4"><w:basedOn w:val="4"/></w:style></w:styles>`;
    const level = (properties: string): unknown =>
      only(`<w:p><w:pPr>${properties}</w:pPr></w:p>`, { styles }).level;
    expect(level(`<w:pStyle w:val="1"/>`)).toBe(1);
    expect(level(`<w:pStyle w:val="2"/>`)).toBe(4);
    expect(level(`<w:pStyle w:val="3"/>`)).toBe(1);
    expect(level(`<w:pStyle w:val="4"/>`)).toBeUndefined();
    expect(level(`<w:outlineLvl w:val="0"/>`)).toBe(1);
    expect(level(`<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>`)).toBeUndefined();
  });

  it("says which of its words and ends were moved", () => {
    const body = `<w:p><w:pPr><w:rPr><w:moveFrom w:author="A"/></w:rPr></w:pPr><w:moveFrom w:author="A">${text("a")}</w:moveFrom><w:moveTo w:author="A">${text("b")}</w:moveTo><w:ins w:author="A">${text("c")}</w:ins></w:p>`;
    const { runs, endChange } = only(body);
    expect(runs.map(({ change }) => [change?.kind, change?.isMove])).toEqual([
      ["deletion", true],
      ["insertion", true],
      ["insertion", undefined],
    ]);
    expect(endChange).toEqual({ kind: "deletion", author: "A", isMove: true });
  });

  it("has the words of runs one inside the other in their order", () => {
    const body = `<w:p>${run(`<w:t>a</w:t><w:ruby><w:rubyBase>${text("b")}</w:rubyBase></w:ruby><w:t>c</w:t>`)}</w:p>`;
    expect(only(body).runs.map((each) => each.text)).toEqual(["a", "b", "c"]);
  });
});

describe("styles based on each other twenty thousand deep", () => {
  it("are read, each paragraph in another", () => {
    const styles = Array.from(
      { length: 20_000 },
      (_, at) => `<w:style w:styleId="${String(at)}"><w:basedOn w:val="${String(at + 1)}"/></w:style>`,
    );
    const last = `<w:style w:styleId="20000"><w:name w:val="heading 3"/></w:style>`;
    const body = styles.map((_, at) => `<w:p><w:pPr><w:pStyle w:val="${String(at)}"/></w:pPr></w:p>`);
    const { blocks } = read(body.join(""), { styles: `<w:styles>${styles.join("")}${last}</w:styles>` });
    expect(blocks.every((block) => block.kind === "paragraph" && block.level === 3)).toBe(true);
  });
});

describe("a Word file", () => {
  it("has its comments' answers and what was resolved, in whatever case their ids are", () => {
    const comment = (id: string, ...paragraphs: string[]): string =>
      `<w:comment w:id="${id}" w:author="A">${paragraphs.map((each) => `<w:p w14:paraId="${each}">${text("x")}</w:p>`).join("")}</w:comment>`;
    const comments = `<w:comments>${comment("0", "0a", "0B")}${comment("1", "0c")}${comment("2", "0d")}</w:comments>`;
    const commentsExtended = `<w15:commentsEx><w15:commentEx w15:paraId="0b" w15:done="true"/><w15:commentEx w15:paraId="0C" w15:paraIdParent="0B" w15:done="0"/><w15:commentEx w15:paraId="0D" w15:paraIdParent="FF"/></w15:commentsEx>`;
    expect(read("", { comments, commentsExtended }).comments).toEqual([
      { author: "A", text: "x\nx", id: "0", isResolved: true },
      { author: "A", text: "x", id: "1", parent: "0" },
      { author: "A", text: "x", id: "2" },
    ]);
  });

  it("counts images that are not deleted, with what is said of them", () => {
    const picture = (words: string): string =>
      run(`<w:drawing><wp:docPr descr="${words}"/><a:blip/></w:drawing>`);
    const old = run("<w:pict><v:shape><v:imagedata/></v:shape></w:pict>");
    const both = run(
      `<mc:AlternateContent><mc:Choice>${picture("x")}</mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent>`,
    );
    const body = `<w:p>${picture("le hall")}<w:del>${picture("non")}</w:del>${old}${both}</w:p>`;
    expect(read(body).images).toEqual(["le hall", "", "x"]);
  });

  it("has its own properties, the first of each name", () => {
    const kind = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    const bytes = pack({
      "_rels/.rels": `<Relationships><Relationship Type="${kind}/officeDocument" Target="d.xml"/><Relationship Type="${kind}/customProperties" Target="p.xml"/></Relationships>`,
      "d.xml": "<w:document><w:body/></w:document>",
      "p.xml": `<Properties><property name="retour-copy"><vt:lpwstr>r01-P0</vt:lpwstr></property><property name="retour-copy"><vt:lpwstr>r09-P09</vt:lpwstr></property><property name="n"><vt:i4>3</vt:i4></property><property><vt:i4>4</vt:i4></property></Properties>`,
    });
    expect([...(readDocx(openArchive(bytes, "f")).properties ?? [])]).toEqual([
      ["retour-copy", "r01-P0"],
      ["n", "3"],
    ]);
  });

  it("takes the first of several readings, one inside the other too", () => {
    const choice = (first: string, second: string): string =>
      `<mc:AlternateContent><mc:Choice>${first}</mc:Choice><mc:Fallback>${second}</mc:Fallback></mc:AlternateContent>`;
    const inner = choice(text("b"), text("c"));
    const body = `<w:p><mc:AlternateContent><mc:Choice>${text("a")}</mc:Choice><mc:Choice>${inner}</mc:Choice><mc:Fallback>${text("d")}</mc:Fallback></mc:AlternateContent>${inner}</w:p>`;
    expect(only(body).runs.map((each) => each.text)).toEqual(["a", "b"]);
  });
});
