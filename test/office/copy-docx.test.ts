// The Word copy in a real LibreOffice: it is read as it was written, printed with all its words, and
// what a return is known by comes through a save as Word and as OpenDocument.
import { execFileSync } from "node:child_process";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookmarkOf, LETTER_BOOKMARK, PRESENTATION_BOOKMARK } from "../../src/copy/bookmarks.ts";
import { docxCopy } from "../../src/copy/formats/docx.ts";
import { readFrozen } from "../../src/copy/frozen.ts";
import { layOut } from "../../src/copy/layout.ts";
import { openArchive } from "../../src/office/archive.ts";
import { textOf, type Block, type OfficeDocument, type Paragraph } from "../../src/office/document.ts";
import { isDocx, readDocx } from "../../src/office/docx.ts";
import { readOdt } from "../../src/office/odt.ts";
import { tokenize } from "../../src/wording/tokens.ts";
import { sentCopy } from "../correction/sent.ts";
import { temporaryFolder } from "../world.ts";
import { Office } from "./driver.ts";
import { renderPages } from "./rendered.ts";

const document = `# Questions de réseau

*Retour r01.* Voir [le site](https://reseau.example/?a=1&b=2).

## La peur au travail {#peur}

### Ce qui a été dit

> Des fois la nuit, on a peur de rentrer dans le hall.
>
> Et le lendemain on y retourne.
>
> — éducatrice (s01.12)

> Moi je coupe la lumière.
>
> — gardien (s01.13)

### Analyse

Une **peur ordinaire**, *tenace*, ~~brève~~, \`dite\` (en note)[^1]. Une ligne,\\
puis une autre. « La nuit » (s01.12), שלום.

[^1]: Une note, en *deux*

    paragraphes.

3. trois
   - un point

     et sa suite
4. quatre

* * *

| Qui | Quoi |
|---|---|
| Nous | tout **bas** |
| Eux | |

\`\`\`
du code
   en retrait
\`\`\`

### Accords et désaccords

## Un très long titre pour une section dont le nom est long {#une-section-au-nom-vraiment-très-long-à-n-en-plus-finir}

Rien d’autre.
`;

const copy = sentCopy({ content: readFrozen(document), letter: "Bonjour,\n\n- une chose ;\n- une autre." });
const texts = [copy.letter, copy.content.presentation, ...copy.content.sections.map(({ text }) => text)];
const laid = texts.flatMap((text) => layOut(text));
let office: Office;
let sent: Buffer;

beforeAll(async () => {
  sent = Buffer.from(await docxCopy.write(copy));
  office = await Office.start();
});

afterAll(() => office.stop());

function read(bytes: Buffer, file: string): OfficeDocument {
  const archive = openArchive(bytes, file);
  return isDocx(archive) ? readDocx(archive) : readOdt(archive);
}

const paragraphsOf = (blocks: readonly Block[]): Paragraph[] =>
  blocks.flatMap((block) => (block.kind === "table" ? block.rows.flat().flatMap(paragraphsOf) : [block]));

// LibreOffice writes a page's beginning, in a Word file, as a break at the end of the page before it.
const wordsOf = ({ runs }: Paragraph): string =>
  runs
    .map(({ text }) => text)
    .join("")
    .trim();

describe.each(["docx", "odt"] as const)("a Word copy that LibreOffice saves as %s", (saveAs) => {
  let saved: OfficeDocument;
  let bytes: Buffer;

  beforeAll(async () => {
    bytes = await office.edit(sent, "docx", [], { saveAs });
    saved = read(bytes, `r01-P03.${saveAs}`);
  });

  it("has every one of its words, in order, and no other", () => {
    const body = laid.filter(({ note }) => note === undefined);
    expect(paragraphsOf(saved.blocks).map(wordsOf).filter(Boolean)).toEqual(
      body.flatMap(({ kind, text }) => (kind === "row" ? text.split("\t") : [text])).filter(Boolean),
    );
    const notes = laid.filter(({ note }) => note !== undefined);
    expect((saved.noteBodies ?? []).map(({ blocks }) => textOf(blocks)).join("\n")).toBe(
      notes.map(({ text }) => text).join("\n"),
    );
  });

  it("has its headings as headings of their rank", () => {
    const headings = paragraphsOf(saved.blocks).filter(({ isHeading }) => isHeading);
    expect(headings.map((each) => [each.level, wordsOf(each)])).toEqual(
      laid.filter(({ kind }) => kind === "heading").map(({ level, text }) => [level, text]),
    );
  });

  it("has its bookmarks where they were", () => {
    const marked = paragraphsOf(saved.blocks).flatMap((each) =>
      (each.bookmarks ?? []).map((name) => [name, wordsOf(each)]),
    );
    expect(marked).toEqual([
      [LETTER_BOOKMARK, "Bonjour,"],
      [PRESENTATION_BOOKMARK, "Questions de réseau"],
      ...copy.content.sections.map(({ id, title }) => [bookmarkOf(id), title]),
    ]);
  });

  it("says whose it is", () => {
    expect(saved.properties?.get("retour-copy")).toBe("r01-P03");
    expect(saved.properties?.get("retour-study")).toBe("f".repeat(32));
  });

  it("has change tracking on: what is typed next is tracked", async () => {
    const steps = [{ insertAfter: "tenace", text: " et tue" }];
    const again = read(await office.edit(bytes, saveAs, steps, { saveAs }), `x.${saveAs}`);
    const changed = paragraphsOf(again.blocks).flatMap(({ runs }) => runs.filter(({ change }) => change));
    expect(changed.map(({ text, change }) => [text, change?.kind])).toEqual([[" et tue", "insertion"]]);
  });
});

describe("a Word copy that is printed", () => {
  let pages: string[] = [];
  let pictures: string[] = [];

  beforeAll(async () => {
    const folder = temporaryFolder();
    const pdf = join(folder, "r01-P03.pdf");
    const bytes = await office.edit(sent, "docx", [], { saveAs: "pdf" });
    writeFileSync(pdf, bytes);
    pictures = renderPages(bytes, "copy-docx");
    const text = execFileSync("pdftotext", ["-layout", "-enc", "UTF-8", pdf, "-"], { encoding: "utf8" });
    pages = text.split("\f").filter((page) => page.trim() !== "");
  });

  it("has a picture of each page, to be looked at", () => {
    expect(pictures.length).toBe(pages.length);
    for (const picture of pictures) expect(statSync(picture).size).toBeGreaterThan(2000);
  });

  it("has the title above the letter, which is alone on its page, and the number of each page", () => {
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[0]).toMatch(/^\s*Questions de réseau\s+Bonjour,/);
    expect(pages[0]).not.toContain("Retour r01");
    for (const [index, page] of pages.entries())
      expect(page.trim()).toMatch(new RegExp(`${String(index + 1)} ?/ ?${String(pages.length)}$`));
  });

  it("shows every word, lists with their numbers, and whose words are the person's own", () => {
    const printed = pages.join("\n");
    const keys = new Set(tokenize(printed).map(({ key }) => key));
    const words = laid.flatMap(({ text }) => tokenize(text).filter(({ isWord }) => isWord));
    // Letters that are written from right to left come out of a PDF in another order.
    const missing = words.filter(({ key }) => !keys.has(key) && !/\p{Script=Hebrew}/u.test(key));
    expect(missing.map(({ key }) => key)).toEqual([]);
    expect(printed).toMatch(/3\. +trois\n[^]*4\. +quatre/);
    expect(printed.match(/Vos paroles\s?: Des fois la nuit/g)).toHaveLength(1);
    expect(printed).not.toMatch(/Vos paroles\s?: (?!Des fois)/);
  });
});
