// OpenDocument texts that come back: who changed what, who said what of which words, as
// LibreOffice writes it, and as nobody should.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openArchive } from "../../src/office/archive.ts";
import { NOTE, textOf, type Block, type OfficeDocument, type Paragraph } from "../../src/office/document.ts";
import { readOdt } from "../../src/office/odt.ts";
import { escapeXml, odtOf } from "./packed-documents.ts";
import { pack } from "./packing.ts";

const read = (body: string, before = ""): OfficeDocument => readOdt(openArchive(odtOf(body, before), "f"));

/** The regions of a text, by their ids. */
const regions = (all: Readonly<Record<string, string>>): string =>
  `<text:tracked-changes>${Object.entries(all)
    .map(([id, region]) => `<text:changed-region text:id="${id}">${region}</text:changed-region>`)
    .join("")}</text:tracked-changes>`;

const info = (author = "", remark = ""): string =>
  `<office:change-info><dc:creator>${author}</dc:creator><dc:date>2026-01-01T00:00:00</dc:date>${remark}</office:change-info>`;

const inserted = (author = "", remark = ""): string =>
  `<text:insertion>${info(author, remark)}</text:insertion>`;

const deleted = (words: string, author = "", remark = ""): string =>
  `<text:deletion>${info(author, remark)}${words}</text:deletion>`;

const start = (id: string): string => `<text:change-start text:change-id="${id}"/>`;
const end = (id: string): string => `<text:change-end text:change-id="${id}"/>`;
const gone = (id: string): string => `<text:change text:change-id="${id}"/>`;

/** The paragraphs with all changes accepted (or all refused), a row of a table as one. */
function linesOf(blocks: readonly Block[], out: "deletion" | "insertion"): string[] {
  const lines: string[] = [];
  let open: string | undefined;
  for (const block of blocks) {
    if (block.kind === "table") {
      for (const row of block.rows) {
        const paragraphs = row.flat().filter((each) => each.kind === "paragraph");
        if (!paragraphs.every((each) => isOut(each, out)))
          lines.push(row.map((cell) => linesOf(cell, out).join("/")).join("|"));
      }
      continue;
    }
    const words = block.runs.filter(({ change }) => change?.kind !== out).map(({ text }) => text);
    open = (open ?? "") + words.join("");
    if (block.endChange?.kind === out) continue;
    lines.push(open);
    open = undefined;
  }
  return open === undefined ? lines : [...lines, open];
}

const isOut = ({ runs, endChange }: Paragraph, out: string): boolean =>
  endChange?.kind === out && runs.every(({ change }) => change?.kind === out);

const accepted = ({ blocks }: OfficeDocument): string[] => linesOf(blocks, "deletion");
const refused = ({ blocks }: OfficeDocument): string[] => linesOf(blocks, "insertion");

/** The words that each comment marks; "" for a point. */
function marked(blocks: readonly Block[]): Map<string, string> {
  const edges = new Map<string, number[]>();
  let text = "";
  const walk = (all: readonly Block[]): void => {
    for (const block of all) {
      if (block.kind === "table") block.rows.flat().forEach(walk);
      else {
        for (const { comment, at } of block.commentMarks ?? [])
          edges.set(comment, [...(edges.get(comment) ?? []), text.length + at]);
        text += `${block.runs.map((run) => run.text).join("")}\n`;
      }
    }
  };
  walk(blocks);
  return new Map([...edges].map(([id, [from = 0, to = from]]) => [id, text.slice(from, to)]));
}

const note = (words: string): string =>
  `<text:note text:id="ftn1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${words}</text:note-body></text:note>`;

const comment = (words: string, attributes = "", author = "Nadia"): string =>
  `<office:annotation ${attributes}><dc:creator>${author}</dc:creator><dc:date>2026-01-01T00:00:00</dc:date><loext:sender-initials>NV</loext:sender-initials><text:p>${words}</text:p></office:annotation>`;

const named = (name: string): string => `office:name="${name}" loext:resolved="false"`;
const commentEnd = (name: string): string => `<office:annotation-end office:name="${name}"/>`;

describe("changes", () => {
  it("of words deleted after a space, or to the start of a paragraph, keep the space that follows", () => {
    const body = `${regions({ d: deleted("<text:p>peur </text:p>"), e: deleted("<text:p>Un </text:p>") })}<text:p>une${gone("d")} nuit, ${gone("none")}<text:s/>longue</text:p><text:p>${gone("e")}<text:s/>deux</text:p>`;
    expect(accepted(read(body))).toEqual(["une nuit,  longue", " deux"]);
    expect(refused(read(body))).toEqual(["unepeur  nuit,  longue", "Un  deux"]);
  });

  it("say what someone wrote of them, on their words; what LibreOffice says of a comment is no comment", () => {
    const body = `${regions({
      i: inserted("Zoé", "<text:p>parce que c’est vrai</text:p>"),
      a: inserted("Zoé", "<text:p>Commentaire ajouté</text:p>"),
      d: deleted("<text:p>peur</text:p>", "Karim", "<text:p>trop fort</text:p>"),
    })}<text:p>une ${gone("d")}${start("i")}crainte${end("i")} ${start("a")}${comment("ici", named("c1"))}${end("a")}sourde</text:p>`;
    const document = read(body);
    expect(accepted(document)).toEqual(["une crainte sourde"]);
    expect(document.comments.map(({ text }) => text).sort()).toEqual([
      "ici",
      "parce que c’est vrai",
      "trop fort",
    ]);
    const words = marked(document.blocks);
    const said = document.comments.map(({ id = "", text }) => [text, words.get(id)]);
    expect(said).toContainEqual(["parce que c’est vrai", "crainte"]);
    expect(said).toContainEqual(["trop fort", "peur"]);
  });

  it("made by one and deleted by another are deleted, by the other", () => {
    const { blocks, ...document } = read(
      `${regions({ d: `${deleted("<text:p>nette </text:p>", "Nadia")}${inserted("Karim")}` })}<text:p>Fin ${gone("d")}du texte.</text:p>`,
    );
    expect(accepted({ blocks, ...document })).toEqual(["Fin du texte."]);
    expect(blocks[0]).toMatchObject({
      runs: [{}, { change: { kind: "deletion", author: "Nadia" } }, {}],
    });
  });

  it("may delete titles, items of lists, tables and notes", () => {
    const region = `<text:h text:outline-level="2">Titre</text:h><text:list><text:list-item><text:p>item</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>case</text:p></table:table-cell></table:table-row></table:table><text:p>a${note("<text:p>dit</text:p>")}</text:p>`;
    const document = read(
      `${regions({ d: deleted(region) })}<text:p>avant ${gone("d")}après ${note("<text:p>gardée</text:p>")}</text:p>`,
    );
    expect(accepted(document)).toEqual([`avant après ${NOTE}`]);
    expect(refused(document)).toEqual(["avant Titre", "item", "case", `a${NOTE}après ${NOTE}`]);
    // The note that is kept has words that are kept; the other has none.
    expect(document.noteBodies?.map(({ blocks }) => linesOf(blocks, "deletion").join(""))).toEqual([
      "",
      "gardée",
    ]);
  });

  it("may insert several paragraphs, within which words are deleted", () => {
    const document = read(
      `${regions({ i: inserted(), d: deleted("<text:p>x</text:p><text:p>y</text:p>") })}<text:p>un${start("i")} neuf</text:p><text:p>deux${gone("d")}trois</text:p><text:p>quatre${end("i")} cinq</text:p>`,
    );
    expect(accepted(document)).toEqual(["un neuf", "deuxtrois", "quatre cinq"]);
    expect(refused(document)).toEqual(["unx", "y cinq"]);
  });

  it("may stand outside of paragraphs", () => {
    const document = read(
      `${regions({ i: inserted(), d: deleted("<text:p>parti</text:p>") })}<text:p>un</text:p>${gone("d")}${start("i")}<text:p>deux</text:p>${end("i")}<text:p>trois</text:p>`,
    );
    expect(accepted(document)).toEqual(["un", "deux", "trois"]);
    expect(refused(document)).toEqual(["un", "parti", "trois"]);
  });

  it("of looks alone are counted, once each, when the text names them", () => {
    const look = `<text:format-change>${info()}</text:format-change>`;
    const { formattingChanges, ...document } = read(
      `${regions({ a: look, b: look, never: look })}<text:p>${start("a")}un${end("a")}${start("a")}${end("a")}${start("b")}deux${end("b")}</text:p>`,
    );
    expect(formattingChanges).toBe(2);
    expect(accepted(document)).toEqual(["undeux"]);
  });

  it("of notes are told in the notes", () => {
    const document = read(
      `${regions({ d: deleted("<text:p>Une</text:p>"), i: inserted() })}<text:p>nuit.${note(`<text:p>${gone("d")}${start("i")}Cette${end("i")} note.</text:p>`)}</text:p>`,
    );
    const [body] = document.noteBodies ?? [];
    expect(linesOf(body?.blocks ?? [], "deletion")).toEqual(["Cette note."]);
    expect(linesOf(body?.blocks ?? [], "insertion")).toEqual(["Une note."]);
    expect(document.blocks[0]).toMatchObject({ runs: [{ text: "nuit." }, { text: NOTE, note: body?.id }] });
  });
});

describe("rows of tables", () => {
  const styles = `<office:automatic-styles><style:style style:name="R" style:family="table-row"><style:table-row-properties loext:text-changes-only="false"/></style:style></office:automatic-styles>`;
  const row = (cells: readonly string[], style = ""): string =>
    `<table:table-row ${style && `table:style-name="${style}"`}>${cells.map((cell) => `<table:table-cell><text:p>${cell}</text:p></table:table-cell>`).join("")}</table:table-row>`;
  const changes = regions({
    d: deleted("<text:p>Karim</text:p>"),
    e: deleted("<text:p>le jour</text:p>"),
    i: inserted(),
  });

  it("are deleted and inserted when their style says so", () => {
    const document = read(
      `${changes}<table:table>${row(["Zoé", "le soir"])}${row([gone("d"), ""], "R")}${row([`${start("i")}Léa${end("i")}`, ""], "R")}${row([`${start("i")}\u200D${end("i")}`, ""], "R")}</table:table>`,
      styles,
    );
    expect(accepted(document)).toEqual(["Zoé|le soir", "Léa|", "|"]);
    expect(refused(document)).toEqual(["Zoé|le soir", "Karim|"]);
  });

  it("stay, empty, when it does not, or when words are left", () => {
    const document = read(
      `${changes}<table:table>${row([gone("d"), ""])}${row([gone("e"), "gardé"], "R")}</table:table>`,
      styles,
    );
    expect(accepted(document)).toEqual(["|", "|gardé"]);
  });
});

describe("comments", () => {
  it("are on words, over paragraphs, in cells and notes, or at a point", () => {
    const document = read(
      `<text:p>une ${comment("a", named("A"))}peur${commentEnd("A")} sourde ${comment("b", named("B"))}fin</text:p><text:p>début${commentEnd("B")} ${comment("c")}suite ${comment("d", named("D"))}de</text:p><table:table><table:table-row><table:table-cell><text:p>${comment("e", named("E"))}case${commentEnd("E")}</text:p></table:table-cell></table:table-row></table:table><text:p>x${note(`<text:p>la ${comment("f", named("F"))}note${commentEnd("F")}</text:p>`)}</text:p>`,
    );
    const words = marked([
      ...document.blocks,
      ...(document.noteBodies ?? []).flatMap(({ blocks }) => blocks),
    ]);
    expect(document.comments.map(({ id = "", text }) => [text, words.get(id)])).toEqual([
      ["a", "peur"],
      ["b", "fin\ndébut"],
      ["c", ""],
      ["d", ""],
      ["e", "case"],
      ["f", "note"],
    ]);
    // Initials and names stay out of the text.
    expect(accepted(document).join(" ")).not.toMatch(/NV|Nadia/);
  });

  it("answer each other and are settled", () => {
    const { comments } = read(
      `<text:p>${comment("vrai ?", 'office:name="A" loext:resolved="true"')}peur${commentEnd("A")}${comment("oui", 'office:name="B" loext:parent-name="A"', "Zoé")}</text:p>`,
    );
    expect(comments).toEqual([
      { id: "A", author: "Nadia", text: "vrai ?", isResolved: true },
      { id: "B", author: "Zoé", text: "oui", parent: "A" },
    ]);
  });

  it("on words that are deleted stay; one deleted by itself is taken back", () => {
    const document = read(
      `${regions({
        d: deleted(`<text:p>une ${comment("pourquoi ?")}peur</text:p>`),
        c: deleted(`<text:p>${comment("non")}</text:p>`, "Zoé", "<text:p>Comment deleted</text:p>"),
      })}<text:p>dire ${gone("d")} sourde${gone("c")}</text:p>`,
    );
    expect(document.comments.map(({ text }) => text)).toEqual(["pourquoi ?"]);
    expect(document.blocks[0]).toMatchObject({ commentMarks: [{ edge: "start", at: 9 }] });
  });

  it("of the same name, or that end before they start, lose no word", () => {
    const document = read(
      `<text:p>${commentEnd("A")}un ${comment("a", named("A"))}deux ${comment("b", named("A"))}trois${commentEnd("A")}${commentEnd("Z")}</text:p>`,
    );
    expect(document.comments.map(({ text }) => text)).toEqual(["a", "b"]);
    expect(accepted(document)).toEqual(["un deux trois"]);
  });
});

describe("a paragraph", () => {
  const styles = `<office:automatic-styles><style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/><style:style style:name="P2" style:family="paragraph" style:parent-style-name="Corps_20_cité"/></office:automatic-styles><office:styles><style:style style:name="Corps_20_cité" style:display-name="Corps cité" style:family="paragraph"/><style:style style:name="Quotations" style:family="paragraph"/></office:styles>`;

  it("has its bookmarks, its style as a person sees it, its rank as a title", () => {
    const { blocks } = read(
      `<text:h text:outline-level="2"><text:bookmark-start text:name="retour_peur"/>La peur<text:bookmark-end text:name="retour_peur"/></text:h><text:p text:style-name="P1">dit</text:p><text:p text:style-name="P2"><text:bookmark text:name="ici"/><text:reference-mark-start text:name="là"/>cité</text:p>`,
      styles,
    );
    expect(blocks).toMatchObject([
      { isHeading: true, level: 2, bookmarks: ["retour_peur"] },
      { style: "Quotations" },
      { style: "Corps cité", bookmarks: ["ici", "là"] },
    ]);
  });

  it("is an item when it begins one, at its depth", () => {
    const { blocks } = read(
      `<text:list><text:list-item><text:p>un</text:p><text:p>suite</text:p><text:list><text:list-item><text:p>dedans</text:p></text:list-item></text:list></text:list-item><text:list-header><text:p>sans puce</text:p></text:list-header></text:list><text:p>après</text:p>`,
    );
    expect(blocks.map((block) => block.kind === "paragraph" && block.listDepth)).toEqual([
      0,
      undefined,
      1,
      undefined,
      undefined,
    ]);
  });

  it("that was joined to another keeps what was in each", () => {
    const { blocks } = read(
      `${regions({ d: deleted("<text:p/><text:h/>") })}<text:p>un <text:bookmark text:name="a"/>${comment("x", named("X"))}mot${commentEnd("X")}${gone("d")}<text:bookmark text:name="b"/>deux ${comment("y", named("Y"))}mots${commentEnd("Y")}</text:p>`,
    );
    expect(blocks).toMatchObject([{ bookmarks: ["a"], endChange: {} }, { bookmarks: ["b"] }]);
    expect([...marked(blocks)]).toEqual([
      ["X", "mot"],
      ["Y", "mots"],
    ]);
  });
});

it("a file's own properties are read, and what is said of its images", () => {
  const { properties, images } = readOdt(
    openArchive(
      pack({
        mimetype: "application/vnd.oasis.opendocument.text",
        "content.xml": `<office:document-content><office:body><office:text><text:p>oui<draw:frame><draw:image/><draw:image/><svg:title>Un hall</svg:title><svg:desc>la nuit</svg:desc></draw:frame></text:p></office:text></office:body></office:document-content>`,
        "meta.xml": `<office:document-meta><office:meta><dc:creator>Nadia</dc:creator><meta:user-defined meta:name="retour-copy">r01-P03</meta:user-defined><meta:user-defined meta:name="__proto__">x</meta:user-defined></office:meta></office:document-meta>`,
      }),
      "f",
    ),
  );
  expect(Object.fromEntries(properties ?? [])).toMatchObject({ "retour-copy": "r01-P03" });
  expect(images).toEqual(["Un hall la nuit"]);
});

/** A stretch of text; "\n" ends a paragraph, "\v" a line within one. */
interface Stretch {
  readonly text: string;
  readonly kind: "kept" | "inserted" | "deleted";
  /** An insertion goes on over what is deleted after it. */
  readonly goesOn: boolean;
  readonly cuts: readonly number[];
}

const stretches = fc.array(
  fc.record({
    text: fc.string({ unit: fc.constantFrom("a", "é", " ", " ", "\n", "\v", "\t", "<", "&"), maxLength: 8 }),
    kind: fc.constantFrom("kept", "inserted", "deleted"),
    goesOn: fc.boolean(),
    cuts: fc.array(fc.nat(8), { maxLength: 2 }),
  }),
  { maxLength: 12 },
);

/** Words as LibreOffice writes them: the spaces that XML would make one are elements. */
class Writer {
  xml = "";
  #isAfterSpace = true;

  put(text: string, between: string, cuts: readonly number[] = []): void {
    for (const [index, letter] of Array.from(text).entries()) {
      const written = this.#written(letter, between);
      this.xml += cuts.includes(index) && letter !== "\n" ? `<text:span>${written}</text:span>` : written;
      this.#isAfterSpace = letter === " " || letter === "\n";
    }
  }

  #written(letter: string, between: string): string {
    if (letter === " ") return this.#isAfterSpace ? "<text:s/>" : " ";
    if (letter === "\n") return between;
    if (letter === "\v") return "<text:line-break/>";
    return letter === "\t" ? "<text:tab/>" : escapeXml(letter);
  }
}

function written(all: readonly Stretch[]): string {
  const found: Record<string, string> = {};
  const body = new Writer();
  let open: string | undefined;
  for (const [index, { text, kind, goesOn, cuts }] of all.entries()) {
    const id = `ct${String(index)}`;
    if (kind === "deleted") {
      const region = new Writer();
      region.put(text, "</text:p><text:p>", cuts);
      found[id] = deleted(`<text:p>${region.xml}</text:p>`);
      body.xml += gone(id);
      continue;
    }
    if (open !== undefined && kind === "kept") {
      body.xml += end(open);
      open = undefined;
    }
    if (kind === "inserted" && open === undefined) {
      found[id] = inserted();
      open = id;
      body.xml += start(id);
    }
    body.put(text, "</text:p><text:p>", cuts);
    if (open !== undefined && !goesOn) {
      body.xml += end(open);
      open = undefined;
    }
  }
  return `${regions(found)}<text:p>${body.xml}${open === undefined ? "" : end(open)}</text:p>`;
}

it("whatever is kept, inserted and deleted, and wherever: accepted and refused, the text is what it should be", () => {
  fc.assert(
    fc.property(stretches, (all) => {
      const document = read(written(all));
      const without = (kind: Stretch["kind"]): string[] =>
        all
          .filter((each) => each.kind !== kind)
          .map(({ text }) => text)
          .join("")
          .split("\n")
          .map((line) => line.replaceAll("\v", "\n"));
      expect(accepted(document)).toEqual(without("deleted"));
      expect(refused(document)).toEqual(without("inserted"));
    }),
    { numRuns: 500 },
  );
});

describe("a hostile file", () => {
  it("whose regions are named twice, never, or are not there, loses no word of the text", () => {
    const document = read(
      `${regions({ d: deleted("<text:p>x</text:p>"), i: inserted(), never: deleted("<text:p>y</text:p>") })}<text:p>a${gone("d")}b${gone("d")}c${start("i")}d${start("d")}e${start("none")}f${end("none")}</text:p><text:p>g</text:p>`,
    );
    expect(accepted(document)).toEqual(["abcdef", "g"]);
    expect(refused(document)).toEqual(["axbc"]);
  });

  it("of a hundred thousand regions in one paragraph, commented and noted, is read", () => {
    const count = 100_000;
    const all = regions(
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `c${String(index)}`,
          index % 2 ? inserted("A", "<text:p>r</text:p>") : deleted("<text:p>x</text:p>", "A"),
        ]),
      ),
    );
    const body = Array.from({ length: count }, (_, index) => {
      const id = `c${String(index)}`;
      return index % 2 ? `${start(id)}y${end(id)}` : `${gone(id)}z`;
    }).join("");
    const document = read(`${all}<text:p>${body}</text:p>`);
    expect(accepted(document)).toEqual(["zy".repeat(count / 2)]);
    expect(document.comments).toHaveLength(count / 2);
  });

  it("whose one deletion holds a hundred thousand paragraphs is read", () => {
    const document = read(
      `${regions({ d: deleted("<text:p>x</text:p>".repeat(100_000)) })}<text:p>a${gone("d")}b</text:p>`,
    );
    expect(accepted(document)).toEqual(["ab"]);
    expect(refused(document)).toHaveLength(100_000);
  });

  it("whose marks stand where they may not keeps the words", () => {
    const document = read(
      `${comment("seul")}${commentEnd("x")}<text:bookmark text:name="b"/>${note("<text:p>note seule</text:p>")}<text:p>a<text:note>${"<text:note-body><text:p>n</text:p></text:note-body>".repeat(3)}</text:note>b</text:p>`,
    );
    expect(accepted(document)).toEqual([`a${NOTE}b`]);
    expect(document.comments.map(({ text }) => text)).toEqual(["seul"]);
    const bodies = document.noteBodies ?? [];
    expect(bodies.map(({ blocks }) => textOf(blocks))).toEqual(["note seule", "n", "n", "n"]);
    expect(new Set(bodies.map(({ id }) => id)).size).toBe(4);
  });

  it("of lists one in the other without end is refused", () => {
    expect(() => read("<text:list><text:list-item>".repeat(100_000))).toThrow();
  });
});
