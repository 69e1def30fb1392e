// What a document holds beside its text, and its titles: in HTML, OpenDocument and Word.
import { describe, expect, it } from "vitest";
import { openArchive } from "../../src/office/archive.ts";
import type { Block } from "../../src/office/document.ts";
import { readDocx } from "../../src/office/docx.ts";
import { readHtml } from "../../src/office/html.ts";
import { readOdt } from "../../src/office/odt.ts";
import { docxOf, odtOf } from "./packed-documents.ts";

const said = (blocks: readonly Block[]) =>
  blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [[block.runs.map(({ text }) => text).join(""), block.isHeading === true]]
      : [],
  );

describe("in HTML", () => {
  it("heads and feet of pages, as LibreOffice writes them, are no paragraphs", () => {
    const { blocks, headers } = readHtml(
      '<div title="header"><p>Entretien de mars</p></div><p>oui</p><div title="footer"><p>8</p></div>',
      "f",
    );
    expect(said(blocks)).toEqual([["oui", false]]);
    expect(headers).toEqual(["Entretien de mars"]);
  });

  it("notes, as pandoc writes them, are notes", () => {
    const { blocks, notes } = readHtml(
      `<p>oui<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> enfin</p>
       <section id="footnotes" class="footnotes footnotes-end-of-document" role="doc-endnotes"><hr />
       <ol><li id="fn1"><p>Elle rit.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li>
       <li id="fn2"><p>Du chantier.</p><p>De Brest.</p></li></ol></section><p>non</p>`,
      "f",
    );
    expect(said(blocks)).toEqual([
      ["oui enfin", false],
      ["non", false],
    ]);
    expect(notes).toEqual(["Elle rit.", "Du chantier.\nDe Brest."]);
  });

  it("titles are told, and what stands in lines of its own is glued to nothing", () => {
    const { blocks } = readHtml(
      "<h2>Partie deux</h2><details><summary>un</summary>deux</details><button>trois</button><option>quatre<option>cinq",
      "f",
    );
    expect(said(blocks)).toEqual([
      ["Partie deux", true],
      ["un", false],
      ["deux", false],
      ["trois", false],
      ["quatre", false],
      ["cinq", false],
    ]);
  });
});

describe("in OpenDocument", () => {
  it("titles are told, and what is embedded is counted as unread", () => {
    const body =
      '<text:h text:outline-level="1">Partie deux</text:h><text:p>oui<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame></text:p>';
    const { blocks, unread } = readOdt(openArchive(odtOf(body, ""), "f"));
    expect(said(blocks)).toEqual([
      ["Partie deux", true],
      ["oui", false],
    ]);
    expect(unread).toBe(1);
  });
});

describe("in Word", () => {
  it("titles are told by their style, in whatever language", () => {
    const style = (id: string, rest: string): string =>
      `<w:style w:type="paragraph" w:styleId="${id}">${rest}</w:style>`;
    const styles = `<w:styles>${style("Titre2", '<w:name w:val="heading 2"/>')}${style("Mien", '<w:name w:val="Mien"/><w:basedOn w:val="Titre2"/>')}</w:styles>`;
    const paragraph = (name: string): string =>
      `<w:p><w:pPr><w:pStyle w:val="${name}"/></w:pPr><w:r><w:t>${name}</w:t></w:r></w:p>`;
    const body = ["Titre2", "Mien", "Normal"].map(paragraph).join("");
    expect(said(readDocx(openArchive(docxOf(body, { styles }), "f")).blocks)).toEqual([
      ["Titre2", true],
      ["Mien", true],
      ["Normal", false],
    ]);
  });
});
