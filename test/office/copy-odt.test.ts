// The OpenDocument copy in a real LibreOffice: all its words, and what a return is known by, come
// through a save as OpenDocument and as Word.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookmarkOf, LETTER_BOOKMARK, PRESENTATION_BOOKMARK } from "../../src/copy/bookmarks.ts";
import { odtCopy } from "../../src/copy/formats/odt.ts";
import { readFrozen } from "../../src/copy/frozen.ts";
import { layOut } from "../../src/copy/layout.ts";
import { openArchive } from "../../src/office/archive.ts";
import { textOf, type Block, type OfficeDocument, type Paragraph } from "../../src/office/document.ts";
import { isDocx, readDocx } from "../../src/office/docx.ts";
import { readOdt } from "../../src/office/odt.ts";
import { sentCopy } from "../correction/sent.ts";
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

### Analyse

Une **peur ordinaire**, *tenace*, ~~brève~~, \`dite\`[^1]. Une ligne,\\
puis une autre.  Espaces\u00A0insécables\u202F; 😀 שלום.

[^1]: Une note, en *deux*

    paragraphes.

3. trois
   - un point

     et sa suite
4. quatre

> - un point cité

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

## Un très long titre pour une section dont le nom est long {#une-section-au-nom-vraiment-tres-long}

« La nuit, on a peur » (s01.12), disent-ils[^1].

[^1]: Une autre note.
`;

const copy = sentCopy({ content: readFrozen(document), letter: "Bonjour,\n\n- une chose ;\n- une autre." });
const sent = odtCopy.write(copy) as Uint8Array;
const texts = [copy.letter, copy.content.presentation, ...copy.content.sections.map(({ text }) => text)];
let office: Office;

beforeAll(async () => {
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

describe.each(["odt", "docx"] as const)("a copy that LibreOffice saves as %s", (saveAs) => {
  let saved: OfficeDocument;
  let bytes: Buffer;

  beforeAll(async () => {
    bytes = await office.edit(sent, "odt", [], { saveAs });
    saved = read(bytes, `r01-P03.${saveAs}`);
  });

  it("has every one of its words, in order", () => {
    const laid = texts.flatMap((text) => layOut(text).filter(({ note }) => note === undefined));
    expect(paragraphsOf(saved.blocks).map(wordsOf).filter(Boolean)).toEqual(
      laid.flatMap(({ kind, text }) => (kind === "row" ? text.split("\t") : [text])).filter(Boolean),
    );
    const notes = texts.flatMap((text) => layOut(text).filter(({ note }) => note !== undefined));
    expect((saved.noteBodies ?? []).map(({ blocks }) => textOf(blocks)).join("\n")).toBe(
      notes.map(({ text }) => text).join("\n"),
    );
  });

  it("has its headings as headings of their rank, and its items as items", () => {
    const laid = texts.flatMap((text) => layOut(text)).filter(({ kind }) => kind === "heading");
    const headings = paragraphsOf(saved.blocks).filter(({ isHeading }) => isHeading);
    expect(headings.map((each) => [each.level, wordsOf(each)])).toEqual(
      laid.map(({ level, text }) => [level, text]),
    );
    const items = paragraphsOf(saved.blocks).filter(({ listDepth }) => listDepth !== undefined);
    expect(items.map(wordsOf)).toEqual(
      expect.arrayContaining(["une chose ;", "trois", "un point", "quatre", "un point cité"]),
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
    const again = read(
      await office.edit(bytes, saveAs, [{ insertAfter: "tenace", text: " et tue" }], { saveAs }),
      `x.${saveAs}`,
    );
    const changed = paragraphsOf(again.blocks).flatMap(({ runs }) => runs.filter(({ change }) => change));
    expect(changed.map(({ text, change }) => [text, change?.kind])).toEqual([[" et tue", "insertion"]]);
  });
});

it("is printed with its letter on a page of its own", async () => {
  const pdf = await office.edit(sent, "odt", [], { saveAs: "pdf" });
  const alone = odtCopy.write({ ...copy, content: { presentation: "", sections: [] } }) as Uint8Array;
  const letter = await office.edit(alone, "odt", [], { saveAs: "pdf" });
  expect([pagesOf(letter), pagesOf(pdf) > 1]).toEqual([1, true]);
  expect(renderPages(pdf, "copy-odt").length).toBe(pagesOf(pdf));
});

const pagesOf = (pdf: Buffer): number => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
