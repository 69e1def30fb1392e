// A copy as a Word file: all its words, whose it is, nothing of whoever made it, the same bytes.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { unzipSync } from "fflate";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { buildSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { bookmarkOf, LETTER_BOOKMARK, PRESENTATION_BOOKMARK } from "../../src/copy/bookmarks.ts";
import { docxCopy } from "../../src/copy/formats/docx.ts";
import { readFrozen } from "../../src/copy/frozen.ts";
import { CELL, layOut, NOTE, type LaidBlock } from "../../src/copy/layout.ts";
import type { SentCopy } from "../../src/copy/sent-copy.ts";
import { sentCopy } from "../correction/sent.ts";
import { temporaryFolder } from "../world.ts";

async function write(copy: SentCopy): Promise<Uint8Array> {
  const bytes = await docxCopy.write(copy);
  if (typeof bytes === "string") throw new Error("a Word file is no text");
  return bytes;
}

/** The parts of a file, each well-formed. */
async function partsOf(copy: SentCopy): Promise<Map<string, string>> {
  const parts = Object.entries(unzipSync(await write(copy)));
  return new Map(
    parts.map(([name, bytes]) => {
      const xml = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      parse(xml, {});
      return [name, xml];
    }),
  );
}

function parse(
  xml: string,
  on: {
    open?: (name: string, attribute: (name: string) => string) => void;
    close?: (name: string) => void;
    text?: (text: string) => void;
  },
): void {
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    on.open?.(name, (attribute) => String(attributes[attribute]));
  });
  parser.on("closetag", ({ name }) => on.close?.(name));
  parser.on("text", (text) => on.text?.(text));
  parser.write(xml).close();
}

interface Seen {
  text: string;
  style: string;
  bookmarks: string[];
}

/** The paragraphs of a part as a person sees them; those of a row are one. */
function paragraphsOf(xml: string): Seen[] {
  const seen: Seen[] = [];
  let [isText, isRow, cells] = [false, false, 0];
  const last = (): Seen => seen.at(-1) ?? { text: "", style: "", bookmarks: [] };
  parse(xml, {
    open: (name, attribute) => {
      if (name === "w:tr") [isRow, cells] = [true, 0];
      if (name === "w:tc" && (cells += 1) > 1) last().text += CELL;
      if (name === "w:p" && (!isRow || cells === 1)) seen.push({ text: "", style: "", bookmarks: [] });
      if (name === "w:pStyle") last().style = attribute("w:val");
      if (name === "w:bookmarkStart") last().bookmarks.push(attribute("w:name"));
      if (name === "w:br") last().text += "\n";
      if (name === "w:tab") last().text += "\t";
      if (name === "w:footnoteReference") last().text += NOTE;
      isText = name === "w:t";
    },
    close: (name) => {
      if (name === "w:tr") isRow = false;
      isText = false;
    },
    text: (text) => {
      if (isText) last().text += text;
    },
  });
  return seen;
}

const documentOf = async (copy: SentCopy): Promise<Seen[]> =>
  paragraphsOf((await partsOf(copy)).get("word/document.xml") ?? "");

const notesOf = async (copy: SentCopy): Promise<string[]> =>
  paragraphsOf((await partsOf(copy)).get("word/footnotes.xml") ?? "")
    .map(({ text }) => text.trimStart())
    .filter((text) => text !== "");

/** A copy that says this after its letter, in one section. */
const saying = (text: string): SentCopy =>
  sentCopy({ content: readFrozen(`## Une section {#section}\n\n${text}\n`) });

const every = `Une note[^1], deux fois[^1], et du \`code\`, ~~barré~~, **gras *et* italique**, [un lien](https://example.org/?a=1&b="2").

[^1]: La note.

    Sa suite.

[^perdue]: Que rien n’appelle.

> Citation.
>
> — quelqu’un (s01.3)

3. trois
   - dans trois
     1. plus loin

   suite de trois
4. quatre

| A | B |
| - | - |
| un | [^1] |

\`\`\`
du code
\tplus loin
\`\`\`

* * *

Une ligne\\
coupée.`;

describe("a copy as a Word file", () => {
  it("gives the same bytes each time, in another process and at another hour too", async () => {
    const first = await write(saying(every));
    expect(Buffer.compare(await write(saying(every)), first)).toBe(0);
    const bundle = join(temporaryFolder(), "docx.mjs");
    buildSync({
      stdin: {
        contents: `import { docxCopy } from "./src/copy/formats/docx.ts";
          const copy = JSON.parse(process.env.COPY);
          const bytes = await docxCopy.write({ ...copy, ownTurns: new Set(copy.ownTurns) });
          process.stdout.write(Buffer.from(bytes).toString("base64"));`,
        resolveDir: process.cwd(),
      },
      outfile: bundle,
      ...{ bundle: true, platform: "node", format: "esm", logLevel: "error" },
      banner: {
        js: `import { createRequire as requireOf } from "node:module"; const require = requireOf(import.meta.url);`,
      },
    });
    const copy = { ...saying(every), ownTurns: [...saying(every).ownTurns] };
    const printed = execFileSync(process.execPath, [bundle], {
      env: { ...process.env, COPY: JSON.stringify(copy), TZ: "Pacific/Kiritimati" },
      encoding: "utf8",
    });
    expect(printed).toBe(Buffer.from(first).toString("base64"));
  });

  it("says whose it is by ids alone, follows changes, and says nothing of whoever made it", async () => {
    const parts = await partsOf(sentCopy());
    expect(parts.get("word/settings.xml")).toContain("<w:trackRevisions/>");
    expect(parts.get("docProps/custom.xml")).toMatch(
      /name="retour-copy"><vt:lpwstr>r01-P03<.*name="retour-study"><vt:lpwstr>f{32}</,
    );
    const core = parts.get("docProps/core.xml") ?? "";
    expect(core.match(/<(?!\/|\?|cp:core)[^ >]+/g)).toEqual(["<dc:title"]);
    expect(parts.get("docProps/app.xml")).toMatch(/<Properties [^>]*\/>$/);
    const all = [...parts.values()].join("\n");
    expect(all).not.toMatch(/creator|lastModifiedBy|Un-named|w:author|w:rsid|w15:person|20\d\d-\d\d-\d\dT/);
    expect(all).not.toContain("\uFFFE");
  });

  it("is in the language of the study, on A4, with the number of each page", async () => {
    for (const [language, code] of [
      ["fr", "fr-FR"],
      ["en", "en-GB"],
    ] as const) {
      const parts = await partsOf(sentCopy({ language }));
      expect(parts.get("word/styles.xml")).toContain(`<w:lang w:val="${code}"`);
      expect(parts.get("word/document.xml")).toContain('<w:pgSz w:w="11906" w:h="16838"');
      for (const footer of ["word/footer1.xml", "word/footer2.xml"])
        expect(parts.get(footer)).toMatch(/>PAGE<.*>NUMPAGES</);
    }
  });

  it("has a bookmark where the letter, the presentation and each section begin", async () => {
    const copy = sentCopy();
    const begun = (await documentOf(copy)).flatMap(({ bookmarks, text }) =>
      bookmarks.map((name) => [name, text]),
    );
    expect(begun).toEqual([
      [LETTER_BOOKMARK, "Bonjour,"],
      [PRESENTATION_BOOKMARK, "Questions de réseau"],
      ...copy.content.sections.map(({ id, title }) => [bookmarkOf(id), title]),
    ]);
    const ids = [
      ...((await partsOf(copy)).get("word/document.xml") ?? "").matchAll(
        /<w:bookmarkStart[^>]* w:id="(\d+)"/g,
      ),
    ];
    expect(new Set(ids.map(([, id]) => id)).size).toBe(begun.length);
  });

  it("leaves room to write under a title that has nothing under it", async () => {
    const paragraphs = await documentOf(sentCopy());
    const after = (title: string): string | undefined =>
      paragraphs[paragraphs.findIndex(({ text }) => text === title) + 1]?.text;
    expect(after("Accords et désaccords")).toBe("");
    expect(after("La peur au travail")).toBe("Ce qui a été dit");
    expect(after("Analyse")).toContain("une peur ordinaire");
  });

  it("announces the person's own words, in none of the words of the text", async () => {
    const text =
      "> À moi.\n>\n> — quelqu’un (s01.12)\n\n> À un autre.\n>\n> — quelqu’un (s01.13)\n\nOn dit « à *moi* » (s01.12), « pas à moi » (s01.13).";
    const parts = await partsOf(saying(text));
    const paragraphs = paragraphsOf(parts.get("word/document.xml") ?? "");
    expect(paragraphs.slice(-5).map(({ style, text: words }) => [style, words])).toEqual([
      ["OwnQuote", "À moi."],
      ["OwnQuoteMore", "— quelqu’un (s01.12)"],
      ["Quote", "À un autre."],
      ["Quote", "— quelqu’un (s01.13)"],
      ["Normal", "On dit « à moi » (s01.12), « pas à moi » (s01.13)."],
    ]);
    const own = /<w:rStyle w:val="OwnWords"\/>(?:(?!<w:t).)*<w:t [^>]*>([^<]*)/g;
    expect([...(parts.get("word/document.xml") ?? "").matchAll(own)].map(([, words]) => words).join("")).toBe(
      "« à moi » (s01.12)",
    );
    expect(parts.get("word/numbering.xml")).toContain('w:val="Vos paroles\u202F:"');
    expect(parts.get("word/styles.xml")).toContain('w:val="Citation de vos paroles"');
  });

  it("has Word's own styles, notes, lists, tables and links", async () => {
    const parts = await partsOf(saying(every));
    const document = parts.get("word/document.xml") ?? "";
    for (const style of [
      "Heading2",
      "Quote",
      "ListNumber",
      "ListBullet",
      "ListContinue",
      "HTMLPreformatted",
      "TableHeading",
    ])
      expect(document).toContain(`<w:pStyle w:val="${style}"/>`);
    expect(document).toContain("<w:tblHeader/>");
    expect(await notesOf(saying(every))).toEqual([
      "La note.",
      "Sa suite.",
      "La note.",
      "Sa suite.",
      "La note.",
      "Sa suite.",
    ]);
    expect(parts.get("word/_rels/document.xml.rels")).toContain(
      'Target="https://example.org/?a=1&amp;b=&quot;2&quot;"',
    );
    expect(parts.get("word/numbering.xml")).toContain('<w:startOverride w:val="3"/>');
    expect(document.match(/<w:numId w:val="\d+"\/>/g)?.length).toBe(4);
  });

  it("numbers each list anew", async () => {
    const document =
      (await partsOf(saying("1. un\n2. deux\n\nEntre.\n\n1. un\n2. deux"))).get("word/document.xml") ?? "";
    const lists = [...document.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id);
    expect(lists[0]).toBe(lists[1]);
    expect(lists[2]).toBe(lists[3]);
    expect(new Set(lists).size).toBe(2);
  });
});

/** What a person sees of laid blocks: an uncalled note where it stands, a note called where it is called. */
function seenIn(blocks: readonly LaidBlock[]): string[] {
  const called = new Set(
    blocks.filter(({ note }) => note === undefined).flatMap(({ runs }) => runs.map(({ note }) => note)),
  );
  return blocks.filter(({ note }) => note === undefined || !called.has(note)).map(({ text }) => text);
}

const words = fc.stringMatching(/^[a-zéà0-9 «»’.,;:!?()*_[\]`<>&~#|^\\\u00A0\u202F{}"'-]{0,40}$/);
const blockOf: fc.Arbitrary<string> = fc.oneof(
  words,
  words.map((text) => `> ${text}\n>\n> — quelqu’un (s01.12)`),
  fc.array(words, { minLength: 1, maxLength: 4 }).map((items) => items.map((item) => `- ${item}`).join("\n")),
  fc
    .array(words, { minLength: 1, maxLength: 4 })
    .map((items) => items.map((item, at) => `${String(at + 3)}. ${item}\n   - ${item}`).join("\n")),
  fc
    .array(words, { minLength: 1, maxLength: 3 })
    .map((rows) => ["| A | B |\n| - | - |", ...rows.map((row) => `| ${row} | x |`)].join("\n")),
  words.map((text) => `\`\`\`\n${text}\n\`\`\``),
  words.map((text) => `### ${text}`),
  words.map((text) => `${text}  \nsuite **${text}** [lien](https://example.org/${encodeURIComponent(text)})`),
);

describe("what a Word copy says", () => {
  it("is every letter of the text, in order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(blockOf, { maxLength: 8 }), async (blocks) => {
        const copy = saying(blocks.join("\n\n"));
        const { letter, content } = copy;
        const sent = [letter, content.presentation, ...content.sections.map(({ text }) => text)].flatMap(
          (text) => seenIn(layOut(text)),
        );
        const written = (await documentOf(copy)).map(({ text }) => text);
        expect(written.filter((text) => text !== "")).toEqual(sent.filter((text) => text !== ""));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ["what XML writes with", `<w:p> & " ' ]]> &amp; <!-- --> <?xml?>`],
    ["the library's own words", "CURRENT {bullets-0} {own-0} SECTION TOTAL_PAGES"],
    ["a very long word", "a".repeat(40_000)],
    ["a paragraph of 100 KB", "Des mots, encore des mots. ".repeat(4000).trim()],
    ["writing from right to left", "مرحبا بالعالم, שלום"],
    ["emoji", "👩🏽‍🏫 🇫🇷 é̂ 😀"],
    ["spaces of all kinds", "a\u00A0b\u202Fc\u2009d\u00ADe\u2011f"],
  ])("holds %s", async (_, text) => {
    const laid = layOut(`## Une section {#section}\n\n${text}`).at(-1)?.text ?? "";
    expect(laid.length).toBeGreaterThan(10);
    expect((await documentOf(saying(text))).at(-1)?.text).toBe(laid);
  });

  it("holds a replacement for what no XML can hold, letter for letter", async () => {
    const hostile = "a\u0001b\u000Bc\uFFFEd\uFFFFe\uD800f\uDC00g\u001F";
    const copy = { ...saying(hostile), study: { id: "f".repeat(32), title: hostile } };
    expect((await documentOf(copy)).at(-1)?.text).toBe("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\uFFFDg\uFFFD");
  });

  it("is any text at all, well-formed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 200 }), async (text) => {
        expect((await partsOf({ ...saying(text), letter: text })).size).toBeGreaterThan(10);
      }),
      { numRuns: 40 },
    );
  });

  it("may be nothing but titles, without a letter or a presentation", async () => {
    const copy = { ...sentCopy({ content: readFrozen("## Une section {#section}\n") }), letter: "" };
    expect((await documentOf(copy)).map(({ text }) => text)).toEqual(["Une section", ""]);
  });
});
