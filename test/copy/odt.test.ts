// What a participant who writes in LibreOffice receives.
import { strFromU8, unzipSync } from "fflate";
import * as fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { odtCopy } from "../../src/copy/formats/odt.ts";
import { CELL, layOut, NOTE, type LaidBlock } from "../../src/copy/layout.ts";
import type { SentCopy } from "../../src/copy/sent-copy.ts";
import { openArchive } from "../../src/office/archive.ts";
import { readOdt } from "../../src/office/odt.ts";
import { sentCopy } from "../correction/sent.ts";

const bytesOf = (copy: SentCopy): Uint8Array => odtCopy.write(copy) as Uint8Array;

function partsOf(copy: SentCopy): Record<string, string> {
  const parts = Object.entries(unzipSync(bytesOf(copy)));
  return Object.fromEntries(parts.map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const contentOf = (copy: SentCopy): string => partsOf(copy)["content.xml"] ?? "";

/** A copy whose only section says this. */
const saying = (section: string, overrides: Partial<SentCopy> = {}): SentCopy =>
  sentCopy({
    letter: "",
    content: {
      presentation: "",
      sections: [{ id: "peur" as never, title: "La peur", text: `## La peur {#peur}\n\n${section}` }],
    },
    ...overrides,
  });

interface Seen {
  /** `h2`, `p`, `row` or `note`. */
  readonly kind: string;
  readonly style: string;
  text: string;
}

/** What stands in the XML as a program reads it: white space collapsed (ODF 1.3, part 3, 6.1.2). */
function seenIn(xml: string): Seen[] {
  const seen: Seen[] = [];
  const notes: Seen[] = [];
  const open: Seen[] = [];
  const row: string[] = [];
  let [inNote, inCitation, inCell] = [false, false, false];
  const parser = new SaxesParser();
  const last = (): string => open.at(-1)?.text ?? "";
  const write = (text: string): void => {
    const paragraph = open.at(-1);
    if (paragraph && !inCitation) paragraph.text += text;
  };
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const { "text:style-name": style = "", "text:outline-level": level = "" } = attributes;
    if (name === "text:h" || name === "text:p") open.push({ kind: level && `h${level}`, style, text: "" });
    else if (name === "text:s") write(" ".repeat(Number(attributes["text:c"])).replaceAll(" ", "\0"));
    else if (name === "text:tab") write("\t");
    else if (name === "text:line-break") write("\n");
    else if (name === "text:note-citation") inCitation = true;
    else if (name === "text:note") {
      write(NOTE);
      inNote = true;
    } else if (name === "table:table-cell") inCell = true;
    else if (name === "table:table-row") row.length = 0;
  });
  parser.on("text", (text) => {
    for (const unit of text) {
      const isSpace = /[ \t\r\n]/.test(unit);
      if (!isSpace) write(unit);
      else if (last() !== "" && !last().endsWith(" ")) write(" ");
    }
  });
  parser.on("closetag", ({ name }) => {
    if (name === "text:note-citation") inCitation = false;
    else if (name === "text:note") inNote = false;
    else if (name === "table:table-cell") inCell = false;
    else if (name === "table:table-row") seen.push({ kind: "row", style: "", text: row.join(CELL) });
    else if (name === "text:h" || name === "text:p") {
      const closed = open.pop();
      if (!closed) return;
      const text = closed.text.replace(/ $/, "").replaceAll("\0", " ");
      if (inCell && !inNote) row.push(text);
      else (inNote ? notes : seen).push({ ...closed, text, kind: inNote ? "note" : closed.kind || "p" });
    }
  });
  parser.write(xml).close();
  return [...seen, ...notes].filter(({ text }) => text !== "");
}

/** What should be seen: the notes last, one for each call; those that nothing calls where they stand. */
function expectedOf(blocks: readonly LaidBlock[]): { kind: string; text: string }[] {
  const called = blocks
    .filter(({ note }) => note === undefined)
    .flatMap(({ runs }) => runs.flatMap(({ note }) => note ?? []));
  const text = ({ note, runs }: LaidBlock): string =>
    runs
      .filter((run) => note === undefined || run.note === undefined)
      .map((run) => run.text)
      .join("")
      .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
      .replaceAll("\r", "\n");
  const kind = (block: LaidBlock): string => {
    if (block.kind === "heading") return `h${String(block.level)}`;
    return block.kind === "row" && block.note === undefined ? "row" : "p";
  };
  return [
    ...blocks
      .filter(({ note }) => note === undefined || !called.includes(note))
      .map((block) => ({ kind: kind(block), text: text(block) })),
    ...called
      .flatMap((label) => blocks.filter(({ note }) => note === label))
      .map((block) => ({ kind: "note", text: text(block) })),
  ];
}

const plain = (seen: readonly { kind: string; text: string }[]): object[] =>
  seen
    .map(({ kind, text }) => ({ kind, text: kind === "row" ? text.replace(/\t+$/, "") : text }))
    .filter(({ text }) => text !== "");

const words = fc.oneof(
  fc.constantFrom(
    "la peur",
    "« mot » ;",
    "a  b",
    " ",
    "  \n",
    "\n",
    "*gras*",
    "**a *b* c**",
    "~~non~~",
    "`x  y`",
  ),
  fc.constantFrom(
    "[^1]",
    "[^2]",
    "[lien](https://x.example/?a=1&b=2)",
    "&lt;",
    "&#9;",
    "&#1;",
    "😀",
    "שלום",
    "\uD800",
  ),
  fc.constantFrom(
    "« toute la journée » (s01.14)",
    "|",
    "\\|",
    "<b>",
    "]]>",
    "&amp;amp;",
    "\u00A0",
    "\u202F",
    "\uFFFE",
  ),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const line = fc.array(words, { maxLength: 6 }).map((pieces) => pieces.join(" "));
const block = fc.oneof(
  line,
  fc
    .tuple(fc.constantFrom("> ", "- ", "1. ", "7) ", "### ", "    ", "- > ", "> - ", "- - "), line)
    .map((pair) => pair.join("")),
  fc.tuple(line, line).map(([a, b]) => `> ${a}\n>\n> — ${b} (s01.12)`),
  fc.tuple(line, line).map(([a, b]) => `| ${a} | b |\n|---|---|\n| ${b} |`),
  fc.tuple(line, line).map(([a, b]) => `- ${a}\n\n  ${b}\n  1. x\n\n     ${a}\n- y`),
  fc.tuple(line, line).map(([a, b]) => `[^1]: ${a}\n\n    ${b}\n\n    - ${a}`),
  fc.constantFrom("* * *", "```\n a\n\n  b\n```", "[^2]: note", "- ", "###"),
);
const markdown = fc.array(block, { maxLength: 8 }).map((blocks) => blocks.join("\n\n"));

describe("a copy as an OpenDocument text", () => {
  it("is the same to the byte whenever it is written", () => {
    expect(bytesOf(sentCopy())).toEqual(bytesOf(sentCopy()));
  });

  it("says first, unpacked, what kind of file it is", () => {
    const head = strFromU8(bytesOf(sentCopy()).subarray(0, 77));
    expect(head.slice(30)).toBe("mimetypeapplication/vnd.oasis.opendocument.text");
    expect(bytesOf(sentCopy()).subarray(8, 10)).toEqual(new Uint8Array([0, 0]));
  });

  it("lists its parts", () => {
    const { "META-INF/manifest.xml": manifest = "", ...parts } = partsOf(sentCopy());
    const listed = [...manifest.matchAll(/full-path="([^"]+)"/g)].map(([, path]) => path);
    expect(listed).toEqual(["/", ...Object.keys(parts).filter((name) => name !== "mimetype")]);
  });

  it("shows every letter that a reader sees, in order, and no other, whatever the words", () => {
    fc.assert(
      fc.property(markdown, fc.boolean(), (section, isMine) => {
        const copy = saying(section, { ownTurns: new Set(isMine ? ["s01.12", "s01.14"] : []) });
        const text = copy.content.sections[0]?.text ?? "";
        expect(plain(seenIn(contentOf(copy)))).toEqual(plain(expectedOf(layOut(text))));
      }),
      { numRuns: 300 },
    );
  });

  it("keeps to what OpenDocument lets stand in what, and to styles it has", () => {
    fc.assert(
      fc.property(markdown, (section) => {
        const parts = partsOf(saying(section, { ownTurns: new Set(["s01.12", "s01.14"]) }));
        expect(misplacedIn(parts["content.xml"] ?? "")).toEqual([]);
        const styles = `${parts["styles.xml"] ?? ""}${parts["content.xml"] ?? ""}`;
        const known = new Set([...styles.matchAll(/ style:name="([^"]+)"/g)].map(([, name]) => name));
        const used = [...styles.matchAll(/(?:text|table|parent|next)-?(?:visited-)?style-name="([^"]+)"/g)];
        expect(used.map(([, name]) => name).filter((name) => !known.has(name))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("is read by the program's own reader of OpenDocument texts", () => {
    const { blocks, problems } = readOdt(openArchive(Buffer.from(bytesOf(sentCopy())), "r01-P03.odt"));
    expect(problems).toEqual([]);
    const read = blocks.flatMap((each) =>
      each.kind === "paragraph" ? [each.runs.map((run) => run.text).join("")] : [],
    );
    const copy = sentCopy();
    const texts = [
      copy.letter,
      copy.content.presentation,
      ...copy.content.sections.map((section) => section.text),
    ];
    expect(read.filter(Boolean)).toEqual(
      texts.flatMap((text) => layOut(text).map((laid) => laid.text)).filter(Boolean),
    );
  });

  it("switches change tracking on, before any words", () => {
    expect(contentOf(sentCopy())).toMatch(
      /<office:text><text:tracked-changes text:track-changes="true"\/>\s*<text:p/,
    );
  });

  it("has a bookmark in the first paragraph of the letter, of the presentation and of each section", () => {
    const begun = [
      ...contentOf(sentCopy()).matchAll(/>([^<>]*)<text:bookmark text:name="([^"]+)"\/><\/text:[ph]>/g),
    ];
    expect(begun.map(([, text, name]) => [name, text])).toEqual([
      ["retour__letter", "Bonjour,"],
      ["retour__presentation", "Questions de réseau"],
      ["retour_peur", "La peur au travail"],
      ["retour_institution", "L’institution"],
      ["retour_lien", "Le lien avec les jeunes"],
    ]);
  });

  it("says whose copy it is and of which study, and nothing of who made it, when or with what", () => {
    const { "meta.xml": meta = "" } = partsOf(sentCopy());
    const said = [...meta.matchAll(/<((?:meta|dc):[^ >]+)(?: meta:name="([^"]+)"[^>]*)?>([^<]*)</g)];
    expect(said.map(([, name, property, value]) => [property ?? name, value])).toEqual([
      ["dc:title", "Questions de réseau"],
      ["dc:language", "fr"],
      ["retour-copy", "r01-P03"],
      ["retour-study", "f".repeat(32)],
    ]);
  });

  it("is a page of A4 with its number and how many there are, in the language of the study", () => {
    const { "styles.xml": french = "" } = partsOf(sentCopy());
    expect(french).toContain('fo:page-width="21cm" fo:page-height="29.7cm"');
    expect(french).toMatch(/<text:page-number [^>]*>1<\/text:page-number>\/<text:page-count>/);
    expect(french).toContain('fo:language="fr" fo:country="FR"');
    const { "styles.xml": english = "" } = partsOf(sentCopy({ language: "en" }));
    expect(english).toContain('fo:language="en" fo:country="GB"');
    expect(english).toContain('style:display-name="Quote of your words"');
  });

  it("marks the person's own quotes by a style that is named so, and no one else's", () => {
    const styled = (ownTurns: string[]): string[] =>
      seenIn(contentOf(sentCopy({ ownTurns: new Set(ownTurns) })))
        .filter(({ style }) => style === "Own_20_words")
        .map(({ text }) => text);
    expect(styled(["s01.12"])).toEqual(["Des fois la nuit, on a peur de rentrer dans le hall."]);
    expect(styled(["s01.14"])).toEqual([]);
    expect(contentOf(sentCopy({ ownTurns: new Set(["s01.14"]) }))).toContain(
      '<text:span text:style-name="Own_20_words_20_inside">« toute la journée » (s01.14)</text:span>, parfois',
    );
    expect(contentOf(sentCopy({ ownTurns: new Set() }))).not.toContain("Own_20_words");
  });

  it("leaves an empty paragraph to write in under a title that has no words", () => {
    expect(contentOf(saying("### Accords\n\n### Questions\n"))).toMatch(
      /La peur<text:bookmark [^>]*><\/text:h><text:h [^>]*>Accords<\/text:h><text:p [^>]*\/><text:h [^>]*>Questions<\/text:h><text:p [^>]*\/>/,
    );
  });

  it("begins the document on a page of its own, after the letter", () => {
    const xml = contentOf(sentCopy());
    expect(xml.match(/fo:break-before="page"/g)).toHaveLength(1);
    expect(seenIn(xml).find(({ text }) => text === "Questions de réseau")?.style).toBe(
      "Heading_20_1_20_on_20_a_20_new_20_page",
    );
  });

  it("gives each call of a note a number of its own, from one section to the next", () => {
    const again = {
      presentation: "Un[^1].\n\n[^1]: note.",
      sections: saying("Deux[^1], encore[^1].\n\n[^1]: autre.").content.sections,
    };
    const xml = contentOf(saying("", { content: again }));
    const ids = [...xml.matchAll(/<text:note text:id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(["note1", "note2", "note3"]);
    expect(xml.match(/>autre\.</g)).toHaveLength(2);
  });

  it("has the study's title above the first page, and no other words at the head or foot of pages", () => {
    const { "styles.xml": styles = "" } = partsOf(sentCopy());
    const pages = /<style:master-page [^]*<\/style:master-page>/.exec(styles)?.[0] ?? "";
    expect(seenIn(pages).map(({ style, text }) => [style, text])).toEqual([
      ["Title", "Questions de réseau"],
      ["Footer", "1/1"],
      ["Footer", "1/1"],
    ]);
  });

  it("keeps the numbers of a list that begins elsewhere, and goes on with it after a table", () => {
    const xml = contentOf(saying("3. trois\n\n   | a |\n   |---|\n\n   suite\n4. quatre"));
    expect(xml).toMatch(/<text:list-item text:start-value="3">.*trois/);
    expect(xml).toMatch(
      /<\/table:table><text:list [^>]*><text:list-header><text:p [^>]*>suite<.*<text:list-item[^>]*><text:p [^>]*>quatre/,
    );
  });

  it("takes paragraphs of a hundred thousand letters", () => {
    const long = "peur & <joie> 😀  ".repeat(6000);
    expect(plain(seenIn(contentOf(saying(long)))).at(-1)).toEqual({
      kind: "p",
      text: layOut(`## x\n\n${long}`)[1]?.text,
    });
  });
});

const lines = new Set([
  "#text",
  "text:s",
  "text:tab",
  "text:line-break",
  "text:span",
  "text:a",
  "text:note",
  "text:bookmark",
]);
const blocks = new Set(["text:h", "text:p", "text:list", "table:table"]);

/** What may stand in what, of the elements that a copy is made of (ODF 1.3, part 3). */
const schema: Readonly<Record<string, ReadonlySet<string>>> = {
  "office:document-content": new Set(["office:automatic-styles", "office:body"]),
  "office:automatic-styles": new Set(["style:style"]),
  "style:style": new Set([
    "style:paragraph-properties",
    "style:table-properties",
    "style:table-row-properties",
    "style:table-cell-properties",
  ]),
  "office:body": new Set(["office:text"]),
  "office:text": new Set(["text:tracked-changes", ...blocks]),
  "text:h": lines,
  "text:p": lines,
  "text:span": lines,
  "text:a": lines,
  "text:note": new Set(["text:note-citation", "text:note-body"]),
  "text:note-citation": new Set(["#text"]),
  "text:note-body": new Set(["text:h", "text:p", "text:list"]),
  "text:list": new Set(["text:list-item", "text:list-header"]),
  "text:list-item": new Set(["text:h", "text:p", "text:list"]),
  "text:list-header": new Set(["text:h", "text:p", "text:list"]),
  "table:table": new Set(["table:table-column", "table:table-header-rows", "table:table-row"]),
  "table:table-header-rows": new Set(["table:table-row"]),
  "table:table-row": new Set(["table:table-cell"]),
  "table:table-cell": new Set(["text:p"]),
};

/** What stands where nothing of its kind may, and what should hold something and is empty. */
function misplacedIn(xml: string): string[] {
  const misplaced: string[] = [];
  const open: { name: string; count: number }[] = [];
  const put = (name: string): void => {
    const around = open.at(-1);
    if (!around) return;
    around.count += 1;
    if (schema[around.name]?.has(name) !== true) misplaced.push(`${name} in ${around.name}`);
  };
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => {
    put(name);
    if (name === "text:note" && open.some((each) => each.name === "text:note"))
      misplaced.push("a note in a note");
    open.push({ name, count: 0 });
  });
  parser.on("text", (text) => {
    if (text.trim() !== "") put("#text");
  });
  parser.on("closetag", () => {
    const closed = open.pop();
    const mayBeEmpty =
      /^(?:text:(?:h|p|span|a|s|tab|line-break|bookmark|tracked-changes)|style:.*|table:table-column)$/;
    if (closed?.count === 0 && !mayBeEmpty.test(closed.name)) misplaced.push(`nothing in ${closed.name}`);
  });
  parser.write(xml).close();
  return misplaced;
}
