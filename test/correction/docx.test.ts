// Word files that come back: every change accepted, comments in their places, nothing lost.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RetourError } from "../../src/kernel/diagnostic.ts";
import { openArchive } from "../../src/office/archive.ts";
import { readDocx } from "../../src/office/docx.ts";
import { docxCopy } from "../../src/copy/formats/docx.ts";
import { odtCopy } from "../../src/copy/formats/odt.ts";
import { readFrozen } from "../../src/copy/frozen.ts";
import { compareReturn } from "../../src/correction/compare-return.ts";
import { docxReturn } from "../../src/correction/formats/docx.ts";
import { returnedTextOf } from "../../src/correction/office-text.ts";
import { docxOf, odtOf } from "../office-room/packed-documents.ts";
import { pack } from "../office-room/packing.ts";
import { sentCopy } from "./sent.ts";
import { sentStudy } from "./study.ts";
import {
  commentsIn,
  compareWord,
  deleted,
  editedCopy,
  editWord,
  inserted,
  mark,
  packFolder,
  paragraph,
  returned,
  run,
  texts,
} from "./word-returns.ts";

const root = join(import.meta.dirname, "../../fixtures/returns/docx");

describe.each(readdirSync(root))("a file as %s writes it", (producer) => {
  const folder = join(root, producer);
  const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Record<string, unknown>;
  const bytes = packFolder(folder);

  it("says what was written by hand", async () => {
    const read = returnedTextOf(readDocx(openArchive(bytes, "f")), sentCopy(), "f");
    const { identity } = await docxReturn.open(bytes, "f");
    expect({
      identity,
      blocks: read.blocks,
      comments: commentsIn(read),
      remarks: read.remarks,
      loss: read.loss,
      diagnostics: read.diagnostics.map(({ code, params }) => [code, params["count"]]),
    }).toEqual(expected);
  });

  it("never names who wrote in it", () => {
    const read = returnedTextOf(readDocx(openArchive(bytes, "f")), sentCopy(), "f");
    expect(JSON.stringify([read.blocks, read.comments, read.diagnostics])).not.toMatch(
      /Karine|Marchand|Unknown/,
    );
  });
});

const cell = (content: string): string => `<w:tc><w:tcPr/>${content}</w:tc>`;
const row = (change: string, ...cells: string[]): string =>
  `<w:tr><w:trPr>${change}</w:trPr>${cells.map(cell).join("")}</w:tr>`;
const said = (id: string, words: string, paraId = ""): string =>
  `<w:comment w:id="${id}" w:author="A"><w:p${paraId === "" ? "" : ` w14:paraId="${paraId}"`}>${run(words)}</w:p></w:comment>`;
const comments = (...list: string[]): { comments: string } => ({
  comments: `<w:comments>${list.join("")}</w:comments>`,
});
const start = (id: string): string => `<w:commentRangeStart w:id="${id}"/>`;
const end = (id: string): string => `<w:commentRangeEnd w:id="${id}"/>`;
const reference = (id: string): string => `<w:r><w:commentReference w:id="${id}"/></w:r>`;

describe("the text of a Word file", () => {
  it("has what was inserted, and not what was deleted", () => {
    expect(
      texts(returned(paragraph(run("on a ") + deleted("peur") + inserted(run("froid")) + run(".")))),
    ).toEqual(["on a froid."]);
  });

  it("has what was moved once, where it was put", () => {
    const from = paragraph(`<w:moveFrom w:id="1" w:author="A">${run("un")}</w:moveFrom>`, mark("moveFrom"));
    const to = paragraph(`<w:moveTo w:id="2" w:author="A">${run("un")}</w:moveTo>`, mark("moveTo"));
    const body = `<w:moveFromRangeStart w:id="3" w:name="m"/>${from}<w:moveFromRangeEnd w:id="3"/>${paragraph(run("deux"))}<w:moveToRangeStart w:id="4" w:name="m"/>${to}<w:moveToRangeEnd w:id="4"/>`;
    expect(texts(returned(body))).toEqual(["deux", "un"]);
  });

  it("joins replaced runs, however they are cut", () => {
    const body = paragraph(
      run("o") +
        deleted("n a ") +
        inserted(run("u") + run("i,")) +
        `<w:proofErr w:type="spellStart"/>` +
        run(" n") +
        run("on", "<w:b/>"),
    );
    expect(texts(returned(body))).toEqual(["oui, non"]);
  });

  it("splits a paragraph where a new end was put in", () => {
    expect(texts(returned(paragraph(run("un."), mark("ins")) + paragraph(run("deux."))))).toEqual([
      "un.",
      "deux.",
    ]);
  });

  it("joins paragraphs whose end was deleted, and the look is the last one's", () => {
    const body =
      paragraph(run("Un "), `<w:pStyle w:val="Heading2"/>${mark("del")}`) +
      paragraph(run("deux "), mark("del")) +
      paragraph(run("trois"));
    const styles = `<w:styles><w:style w:styleId="Heading2"><w:name w:val="heading 2"/></w:style></w:styles>`;
    expect(returned(body, { styles }).blocks).toEqual([{ text: "Un deux trois", kind: "paragraph" }]);
  });

  it("keeps the look of a title that was joined with words that were all deleted", () => {
    const body =
      paragraph(run("Titre"), `<w:outlineLvl w:val="1"/>${mark("del")}`) + paragraph(deleted("phrase"));
    expect(returned(body).blocks).toEqual([{ text: "Titre", kind: "heading", level: 2 }]);
  });

  it("has no deleted paragraph, and has those inserted", () => {
    const body =
      paragraph(run("un")) +
      paragraph(deleted("deux"), mark("del")) +
      paragraph(inserted(run("deux bis")), mark("ins")) +
      paragraph(run("trois"));
    expect(texts(returned(body))).toEqual(["un", "deux bis", "trois"]);
  });

  it("has no deleted last paragraph, which ends with nothing to join", () => {
    expect(texts(returned(paragraph(run("un")) + paragraph(deleted("deux"), mark("del"))))).toEqual(["un"]);
  });

  it("has list items as they are, deleted and inserted ones too", () => {
    const list = `<w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr>`;
    const body =
      paragraph(run("un"), list) +
      paragraph(deleted("deux"), list + mark("del")) +
      paragraph(inserted(run("trois")), list + mark("ins")) +
      paragraph(run("non"), `<w:numPr><w:numId w:val="0"/></w:numPr>`);
    expect(returned(body).blocks).toEqual([
      { text: "un", kind: "item" },
      { text: "trois", kind: "item" },
      { text: "non", kind: "paragraph" },
    ]);
  });

  it("has the rows of tables, without those deleted, with those inserted", () => {
    const body = `<w:tbl>${row("", paragraph(run("a")), paragraph(run("b")))}${row('<w:del w:id="1" w:author="A"/>', paragraph(deleted("c")), paragraph(""), "", "")}${row('<w:ins w:id="1" w:author="A"/>', paragraph(inserted(run("d"))), paragraph(inserted(run("e"))))}</w:tbl>`;
    expect(returned(body).blocks).toEqual([
      { text: "a\tb", kind: "row" },
      { text: "d\te", kind: "row" },
    ]);
  });

  it("keeps a row whose words alone were deleted: its cells are empty", () => {
    expect(
      texts(returned(`<w:tbl>${row("", paragraph(deleted("a")), paragraph(deleted("b")))}</w:tbl>`)),
    ).toEqual(["\t"]);
  });

  it("has no sign that LibreOffice puts into an empty row to track it", () => {
    const dummy = paragraph(inserted(run("\u200D")));
    const body = `<w:tbl>${row("", paragraph(run("nous\u200D")), paragraph(run("👩🏽\u200D🔬 \u200D")))}${row("", dummy, dummy)}</w:tbl>`;
    expect(texts(returned(body))).toEqual(["nous\t👩🏽\u200D🔬 ", "\t"]);
  });

  it("has no cell that was deleted, and has one that was inserted", () => {
    const changed = (change: string, content: string): string =>
      `<w:tc><w:tcPr><w:${change} w:id="1" w:author="A"/></w:tcPr>${content}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell(paragraph(run("a")))}${changed("cellDel", paragraph(run("b")))}${changed("cellIns", paragraph(run("c")))}</w:tr></w:tbl>`;
    expect(texts(returned(body))).toEqual(["a\tc"]);
  });

  it("has one line for a row, whatever stands in its cells", () => {
    const inner = `<w:tbl>${row("", paragraph(run("c")), paragraph(run("d")))}</w:tbl>`;
    const body = `<w:tbl>${row("", paragraph(run("a")) + paragraph("") + paragraph(`${run("b")}<w:r><w:br/><w:tab/></w:r>`), inner + paragraph(run("e")))}</w:tbl>`;
    expect(texts(returned(body))).toEqual(["a b  \tc d e"]);
  });

  it("says how many changes are of looks alone, and takes none for a correction", () => {
    const change = (name: string): string => `<w:${name} w:id="1" w:author="A"/>`;
    const body =
      paragraph(
        run("a", `<w:b/>${change("rPrChange")}`) + run("b", change("rPrChange")),
        change("pPrChange"),
      ) +
      paragraph(run("c"), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>${change("ins")}</w:numPr>`) +
      paragraph(inserted(run("d", change("rPrChange")))) +
      `<w:tbl><w:tblPr>${change("tblPrChange")}</w:tblPr>${row(change("trPrChange"), paragraph(run("e")))}</w:tbl>` +
      `<w:sectPr>${change("sectPrChange")}</w:sectPr>`;
    const read = returned(body);
    expect(texts(read)).toEqual(["ab", "c", "d", "e"]);
    expect(read.diagnostics).toMatchObject([
      { code: "return.formatting-only", severity: "info", params: { count: 4 } },
    ]);
  });

  it("says how many people changed it, never who", () => {
    const read = returned(
      paragraph(inserted(run("a"), "Zoé Roux") + deleted("b", "Ali") + inserted(run("c"), "Ali")),
    );
    expect(read.diagnostics).toMatchObject([{ code: "return.several-authors", params: { count: 2 } }]);
  });

  it("has nothing that one person inserted and another deleted", () => {
    const both = `<w:ins w:author="A">${run("a")}<w:del w:author="B"><w:r><w:delText>b</w:delText></w:r></w:del></w:ins>`;
    const end = `<w:rPr><w:ins w:author="A"/><w:del w:author="B"/></w:rPr>`;
    expect(texts(returned(paragraph(both, end) + paragraph(run("c"))))).toEqual(["ac"]);
  });

  it("has what was changed inside footnotes, in the order of their calls", () => {
    const note = (id: string, content: string): string =>
      `<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r>${content}</w:p></w:footnote>`;
    const footnotes = `<w:footnotes>${note("1", run(" un ") + deleted("mot") + inserted(run("geste")))}${note("2", run("deux"))}${note("3", run("trois"))}${note("4", run("perdue"))}</w:footnotes>`;
    const endnotes = `<w:endnotes><w:endnote w:id="1"><w:p>${run("fin")}</w:p></w:endnote></w:endnotes>`;
    const call = (id: string, kind = "foot"): string => `<w:r><w:${kind}noteReference w:id="${id}"/></w:r>`;
    const body =
      paragraph(
        run("a") + call("2") + run("b") + call("1", "end") + `<w:del w:author="A">${call("3")}</w:del>`,
      ) + paragraph(inserted(call("1")));
    const read = returned(body, { footnotes, endnotes });
    expect(read.blocks.map(({ text, note: number }) => [text, number])).toEqual([
      ["a\uFFFCb\uFFFC", undefined],
      ["\uFFFC", undefined],
      ["deux", 0],
      ["fin", 1],
      ["un geste", 2],
    ]);
    expect(read.loss).toEqual([{ place: "note", words: "perdue" }]);
  });

  it("has the words of links, fields, content controls, smart tags and text boxes, once", () => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:del w:author="A"><w:r><w:delInstrText>y</w:delInstrText></w:r></w:del><w:r><w:fldChar w:fldCharType="separate"/></w:r>${deleted("3")}${inserted(run("4"))}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const box = `<w:txbxContent>${paragraph(run("boîte"))}</w:txbxContent>`;
    const ruby = `<w:r><w:ruby><w:rt>${run("ka")}</w:rt><w:rubyBase>${run("漢")}</w:rubyBase></w:ruby></w:r>`;
    const body = paragraph(
      `<w:hyperlink r:id="r">${run("a")}${inserted(run("b"))}</w:hyperlink><w:fldSimple w:instr="DATE">${run("c")}</w:fldSimple>${field}<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${run("d")}</w:sdtContent></w:sdt><w:smartTag>${run("e")}</w:smartTag>${ruby}<w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>`,
    );
    expect(texts(returned(body))).toEqual(["abc4de漢", "boîte"]);
  });

  it("joins two paragraphs around the text box that one of them holds", () => {
    const box = `<w:r><w:txbxContent>${paragraph(run("boîte"))}</w:txbxContent></w:r>`;
    expect(texts(returned(paragraph(run("un ") + box, mark("del")) + paragraph(run("deux"))))).toEqual([
      "boîte",
      "un deux",
    ]);
  });

  it("has no line break where a page ends, and has those in a paragraph", () => {
    const page = `<w:r><w:br w:type="page"/></w:r>`;
    expect(
      texts(returned(paragraph(page) + paragraph(`${page}${run("a")}<w:r><w:br/></w:r>${run("b")}${page}`))),
    ).toEqual(["a\nb"]);
  });

  it("says which section each bookmark begins, an emptied title's on what follows it", () => {
    const bookmark = (name: string): string => `<w:bookmarkStart w:id="1" w:name="${name}"/>`;
    const body =
      paragraph(bookmark("retour_peur") + bookmark("_GoBack") + run("Un")) +
      bookmark("retour_institution") +
      paragraph(run("Deux")) +
      paragraph(bookmark("retour_lien") + deleted("Trois")) +
      paragraph(run("trois")) +
      paragraph(bookmark("retour_inconnu") + run("rien"));
    expect(returned(body).blocks.map(({ section }) => section)).toEqual([
      "peur",
      "institution",
      "lien",
      undefined,
    ]);
  });

  it("knows titles by their outline, in a style of any language or based on another", () => {
    const styles = `<w:styles><w:style w:styleId="a"><w:name w:val="Überschrift"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style><w:style w:styleId="b"><w:name w:val="Mon titre"/><w:basedOn w:val="a"/></w:style><w:style w:styleId="c"><w:name w:val="Titre 2"/></w:style></w:styles>`;
    const body =
      paragraph(run("a"), `<w:pStyle w:val="b"/>`) +
      paragraph(run("b"), `<w:pStyle w:val="c"/>`) +
      paragraph(run("c"), `<w:pStyle w:val="b"/><w:outlineLvl w:val="9"/>`);
    expect(returned(body, { styles }).blocks).toEqual([
      { text: "a", kind: "heading", level: 3 },
      { text: "b", kind: "heading", level: 2 },
      { text: "c", kind: "paragraph" },
    ]);
  });

  it("is said to be damaged, or to hold what cannot be read", () => {
    const read = returned(`${paragraph(run("a & b").replace("&amp;", "&"))}<w:altChunk r:id="x"/></w:oops>`);
    expect(texts(read)).toEqual(["a & b"]);
    expect(read.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ["return.unreadable", "error"],
      ["return.damaged", "warning"],
    ]);
  });
});

describe("a comment", () => {
  it("stands on its words, changes in them accepted", () => {
    const body = paragraph(
      run("on ") +
        start("0") +
        run("a ") +
        deleted("très ") +
        inserted(run("un peu ")) +
        run("peur") +
        end("0") +
        reference("0") +
        run("."),
    );
    expect(commentsIn(returned(body, comments(said("0", "oui"))))).toEqual([
      { on: "a un peu peur", words: "oui" },
    ]);
  });

  it("may span paragraphs and cells, and begin or end between them", () => {
    const body =
      start("0") +
      paragraph(run("un")) +
      `<w:tbl>${row("", paragraph(run("a")), paragraph(run("b") + start("1") + run("c")))}</w:tbl>` +
      end("0") +
      paragraph(run("deux") + end("1") + run(" trois"));
    expect(commentsIn(returned(body, comments(said("0", "x"), said("1", "y"))))).toEqual([
      { on: "un/a\tbc", words: "x" },
      { on: "c/deux", words: "y" },
    ]);
  });

  it("is at a point where it has no words, or where its words were deleted", () => {
    const body = paragraph(
      run("un") + reference("0") + run(" deux ") + start("1") + deleted("trois") + end("1") + run("quatre"),
    );
    const read = returned(body, comments(said("0", "ici"), said("1", "non")));
    expect(read.comments).toEqual([
      { start: { block: 0, at: 2 }, end: { block: 0, at: 2 }, words: "ici" },
      { start: { block: 0, at: 8 }, end: { block: 0, at: 8 }, words: "non" },
    ]);
  });

  it("in a paragraph left without words is on the end of those before", () => {
    const body =
      paragraph(start("0") + end("0")) +
      paragraph(run("un")) +
      paragraph(start("1") + deleted("deux") + end("1"), mark("del")) +
      paragraph("");
    expect(returned(body, comments(said("0", "a"), said("1", "b"))).comments).toEqual([
      { start: { block: 0, at: 0 }, end: { block: 0, at: 0 }, words: "a" },
      { start: { block: 0, at: 2 }, end: { block: 0, at: 2 }, words: "b" },
    ]);
  });

  it("that begins in a paragraph left without words begins with the words that follow", () => {
    const body =
      paragraph(run("un")) +
      paragraph(start("0")) +
      paragraph(run("deux") + end("0")) +
      paragraph(start("1") + end("1"));
    expect(commentsIn(returned(body, comments(said("0", "a"), said("1", "b"))))).toEqual([
      { on: "deux", words: "a" },
      { on: "", words: "b" },
    ]);
  });

  it("has its answers under it, whoever gave them and in whatever order, and says if it was resolved", () => {
    const list = comments(
      said("2", "non", "0000000c"),
      said("0", "oui", "0000000A"),
      said("1", "si", "0000000B"),
      said("3", "seul", "0000000D"),
    );
    const commentsExtended = `<w15:commentsEx><w15:commentEx w15:paraId="0000000A" w15:done="1"/><w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A" w15:done="1"/><w15:commentEx w15:paraId="0000000C" w15:paraIdParent="0000000B" w15:done="0"/><w15:commentEx w15:paraId="0000000D" w15:paraIdParent="0000000D"/></w15:commentsEx>`;
    const body = paragraph(
      start("0") +
        start("1") +
        run("mot") +
        end("0") +
        end("1") +
        reference("0") +
        reference("1") +
        run(" ") +
        start("3") +
        run("autre") +
        end("3"),
    );
    const read = returned(body, { ...list, commentsExtended });
    expect(commentsIn(read)).toEqual([
      { on: "mot", words: "non\noui\nsi" },
      { on: "autre", words: "seul" },
    ]);
    expect(read.diagnostics).toMatchObject([{ code: "return.comments-resolved", params: { count: 1 } }]);
  });

  it("without a mark is a remark about no section that can be told; one that says nothing is none", () => {
    expect(
      returned(paragraph(run("a") + reference("1")), comments(said("0", "perdu"), said("1", " "))),
    ).toMatchObject({
      comments: [],
      remarks: [{ section: undefined, words: "perdu" }],
    });
  });

  it("that never closes, closes before it opens, or is there twice keeps its words and a place", () => {
    const body = paragraph(start("0") + run("un ") + end("1") + run("deux ") + start("1") + run("trois"));
    expect(commentsIn(returned(body, comments(said("0", "a"), said("1", "b"), said("1", "c"))))).toEqual([
      { on: "", words: "a" },
      { on: "deux ", words: "b\nc" },
    ]);
  });
});

const around = (before: string, changed: string, after: string): string =>
  `${before}</w:t></w:r>${changed}<w:r><w:t xml:space="preserve">${after}`;

describe("a Word copy that comes back", () => {
  it("asks for nothing where the text sent has signs that no file can hold", async () => {
    const text = "## Peur {#peur}\n\nSaut\u000Bde ligne, image \uFFFC collée.\n";
    const copy = sentCopy({ content: readFrozen(text) });
    for (const writer of [docxCopy, odtCopy]) {
      const opened = await docxReturn.open(Buffer.from(await writer.write(copy)), "f");
      expect(compareReturn(copy, opened.read(copy))).toMatchObject({ corrections: [], loss: [] });
    }
  });

  it("as it was sent asks for nothing", async () => {
    expect(await compareWord((body) => body)).toEqual({ corrections: [], loss: [], found: 3 });
  });

  const edit =
    (from: string, to: string) =>
    (body: string): string => {
      if (!body.includes(from)) throw new Error(`the copy does not say: ${from}`);
      return body.replace(from, () => to);
    };
  it.each([
    ["tracked", around("une peur ", deleted("ordinaire") + inserted(run("de chaque soir")), ".")],
    ["never tracked", "une peur de chaque soir."],
    [
      "partly accepted",
      around("une peur de ", deleted("tous les soirs") + inserted(run("chaque soir")), "."),
    ],
  ])("with a change that was %s asks for it", async (_, to) => {
    const { corrections, loss } = await compareWord(edit("une peur ordinaire.", to));
    expect(loss).toEqual([]);
    expect(corrections).toMatchObject([{ section: "peur", before: "ordinaire", after: "de chaque soir" }]);
  });

  it("is known by its property, whatever its name and extension say", async () => {
    const bytes = await editedCopy((body) => body);
    for (const name of ["r01-P03.docx", "réponse.odt", "x.docm"])
      expect((await docxReturn.open(bytes, name)).identity).toEqual({
        copy: "r01-P03",
        study: "f".repeat(32),
      });
  });

  it("has its title in its head: only what else stands there is lost, and said", async () => {
    const header = `<w:hdr>${paragraph(run("Questions de réseau"))}${paragraph(run("vu par la direction"))}</w:hdr>`;
    expect(returned(paragraph(run("a")), { header }).loss).toEqual([
      { place: "header", words: "vu par la direction" },
    ]);
  });
});

describe("receiving a Word file", () => {
  it("records what it asks for, and nowhere who its author is said to be", async () => {
    const loop = await sentStudy();
    await loop.run(["send", "--group", "g1", "--format", "docx"]);
    const sent = readFileSync(join(loop.folder, "copies/r01/P01.docx"));
    const bytes = editWord(sent, (body) =>
      body.replace("une peur ordinaire", () =>
        around(
          "une peur ",
          deleted("ordinaire", "Zoé Roux") + inserted(run("de chaque soir"), "Zoé Roux"),
          "",
        ),
      ),
    );
    writeFileSync(join(loop.folder, "réponse.docx"), bytes);
    const { returns } = (await loop.json(["receive", "réponse.docx"])) as {
      returns: { copy: string; corrections: object[]; loss: object[] }[];
    };
    expect(returns).toMatchObject([
      {
        copy: "r01-P01",
        corrections: [{ section: "peur", before: "ordinaire", after: "de chaque soir" }],
        loss: [],
      },
    ]);
    const [kept = ""] = readdirSync(join(loop.folder, "returns"));
    expect(readFileSync(join(loop.folder, "returns", kept)).equals(bytes)).toBe(true);
    for (const file of readdirSync(join(loop.folder, ".retour")))
      expect(readFileSync(join(loop.folder, ".retour", file)).includes("Roux")).toBe(false);
  });
});

describe("what is no Word file", () => {
  const code = async (bytes: Uint8Array): Promise<string> => {
    try {
      await docxReturn.open(Buffer.from(bytes), "f.docx");
      return "read";
    } catch (error) {
      if (error instanceof RetourError) return error.code;
      throw error;
    }
  };
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document><w:body>&a;</w:body></w:document>`;

  it("is read as what it is, or refused with the remedy", async () => {
    expect(await code(odtOf("<text:p>oui</text:p>"))).toBe("read");
    expect(await code(Buffer.from("<html><body>oui</body></html>"))).toBe("return.no-document");
    expect(await code(Buffer.from("{\\rtf1 oui}"))).toBe("return.no-document");
    expect(await code(Buffer.from("d0cf11e0a1b11ae1", "hex"))).toBe("office.old-format");
    expect(await code(pack({ "a.txt": "a" }))).toBe("office.zip");
    expect(await code(Buffer.alloc(0))).toBe("return.no-document");
  });

  it("is refused when it is hostile", async () => {
    expect(await code(docxOf("", { comments: bomb }))).toBe("office.entities");
    expect(await code(docxOf("", { commentsExtended: bomb }))).toBe("office.entities");
    expect(await code(pack({ "../x": "a", "word/document.xml": "" }))).toBe("office.zip-path");
    expect(await code(docxOf("<w:tbl><w:tr><w:tc>".repeat(10_000)))).toBe("office.too-deep");
  });
});

describe("a hostile Word file is read whole", () => {
  it("with twenty thousand comments, on ranges one inside the other", () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => String(index));
    const body = paragraph(ids.map(start).join("") + run("mot") + ids.map(end).join(""));
    const read = returned(body, comments(...ids.map((id) => said(id, "x"))));
    expect(read.comments).toHaveLength(20_000);
    expect(read.comments.at(-1)).toMatchObject({ start: { at: 0 }, end: { at: 3 } });
  });

  it("with answers that answer each other twenty thousand deep", () => {
    const id = (index: number): string => index.toString(16).padStart(8, "0");
    const list = Array.from({ length: 20_000 }, (_, index) => said(String(index), "x", id(index)));
    const links = list.map(
      (_, index) => `<w15:commentEx w15:paraId="${id(index)}" w15:paraIdParent="${id(index + 1)}"/>`,
    );
    const read = returned(paragraph(run("a")), {
      ...comments(...list),
      commentsExtended: `<x>${links.join("")}</x>`,
    });
    expect(read.remarks).toHaveLength(1);
  });

  it("with bookmarks, joined paragraphs, line breaks and marks by the ten thousand", () => {
    const times = 30_000;
    const bookmarks = `<w:bookmarkStart w:id="1" w:name="retour_peur"/>`.repeat(times);
    const joined = paragraph(run("a"), mark("del")).repeat(times);
    const breaks = paragraph(`${run("b")}<w:r>${"<w:br/>".repeat(times)}</w:r>${run("c")}`);
    const one = paragraph(`<w:r>${`<w:t>d</w:t><w:commentReference w:id="0"/>`.repeat(times)}</w:r>`);
    const ends = end("0").repeat(times);
    const cells = `<w:tbl>${row("", paragraph(run("e")).repeat(times))}</w:tbl>`;
    const read = returned(
      bookmarks + joined + paragraph("") + breaks + one + ends + cells,
      comments(said("0", "x")),
    );
    expect(texts(read)).toEqual([
      "a".repeat(times),
      `b${"\n".repeat(times)}c`,
      "d".repeat(times),
      "e ".repeat(times).trim(),
    ]);
    expect(read.blocks[0]).toMatchObject({ section: "peur" });
    expect(read.comments).toHaveLength(1);
  });

  it("with one note called by the ten thousand, its words once", () => {
    const footnotes = `<w:footnotes><w:footnote w:id="1">${paragraph(run("note"))}</w:footnote></w:footnotes>`;
    const body = paragraph(`<w:r>${'<w:footnoteReference w:id="1"/>'.repeat(30_000)}</w:r>`);
    expect(returned(body, { footnotes }).blocks.slice(1)).toEqual([
      { text: "note", kind: "paragraph", note: 0 },
    ]);
  });
});

type Fate = "kept" | "inserted" | "deleted";

const pieces = fc.array(
  fc.record({
    text: fc.string({
      unit: fc.constantFrom("a", "é", " ", "’", "&", "<", "😀"),
      minLength: 1,
      maxLength: 6,
    }),
    fate: fc.constantFrom<Fate>("kept", "inserted", "deleted"),
    cuts: fc.array(fc.nat(5), { maxLength: 2 }),
    isMoved: fc.boolean(),
  }),
  { maxLength: 5 },
);
const paragraphs = fc.array(
  fc.record({ pieces, end: fc.constantFrom<Fate>("kept", "inserted", "deleted") }),
  { maxLength: 6 },
);

const elements: Record<Fate, readonly [string, string]> = {
  kept: ["", ""],
  inserted: ["ins", "moveTo"],
  deleted: ["del", "moveFrom"],
};

describe("for any text, kept, inserted and deleted, in any runs", () => {
  it("what is read is what would be accepted", () => {
    fc.assert(
      fc.property(paragraphs, (written) => {
        const body = written.map(({ pieces: list, end: fate }) => {
          const content = list.map(({ text, fate: of, cuts, isMoved }) => {
            const letters = Array.from(text);
            const at = [
              0,
              ...cuts.filter((cut) => cut < letters.length).sort((a, b) => a - b),
              letters.length,
            ];
            const runs = at
              .slice(1)
              .map((to, index) => run(letters.slice(at[index], to).join("")))
              .join("");
            const name = elements[of][isMoved ? 1 : 0];
            return name === "" ? runs : `<w:${name} w:author="A">${runs}</w:${name}>`;
          });
          return paragraph(content.join(""), fate === "kept" ? "" : mark(elements[fate][0]));
        });
        let accepted = "";
        for (const { pieces: list, end: fate } of written) {
          accepted += list.map(({ text, fate: of }) => (of === "deleted" ? "" : text)).join("");
          if (fate !== "deleted") accepted += "\n";
        }
        expect(texts(returned(body.join("")))).toEqual(
          accepted.split("\n").filter((text) => text.trim() !== ""),
        );
      }),
      { numRuns: 300 },
    );
  });
});
