// The steps that LibreOffice is told to take do what they say: read in what it then saves.
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { odtCopy } from "../../src/copy/formats/odt.ts";
import { readFrozen } from "../../src/copy/frozen.ts";
import { sentCopy } from "../correction/sent.ts";
import { Office, type Step } from "./driver.ts";

const document = `# Titre

## Première {#une}

Une phrase ordinaire. Une seconde phrase[^1].

Un autre paragraphe.

[^1]: Une note en bas.

- premier point
- deuxième point
- troisième point

| Qui | Quoi |
|---|---|
| Nadia | écoute |
| Karim | marche |

## Deuxième {#deux}

Rien à dire ici.

### Détail

Du détail.

## Troisième {#trois}

La fin.
`;

const sent = odtCopy.write(sentCopy({ letter: "Bonjour.", content: readFrozen(document) })) as Uint8Array;
let office: Office;

beforeAll(async () => {
  office = await Office.start();
});

afterAll(() => office.stop());

const partOf = (bytes: Uint8Array, name: string): string => {
  const part = unzipSync(bytes)[name];
  return part === undefined ? "" : strFromU8(part);
};

const bare = (xml: string): string =>
  xml.replaceAll("<text:s/>", " ").replace(/<office:annotation .*?<\/office:annotation>|<[^>]+>/gs, "");

interface Saved {
  readonly xml: string;
  readonly deleted: string[];
  readonly inserted: string[];
  /** Paragraphs, what was deleted aside; those of notes where they are called. */
  readonly lines: string[];
}

async function after(steps: readonly Step[]): Promise<Saved> {
  const xml = partOf(await office.edit(sent, "odt", steps, { saveAs: "odt" }), "content.xml");
  const body = xml.replace(/<text:tracked-changes>.*<\/text:tracked-changes>/s, "");
  const regions = [
    ...xml.matchAll(/<text:changed-region xml:id="([^"]+)" text:id="[^"]+"><text:insertion>/g),
  ];
  const isInsertion = new Set(regions.map(([, id]) => id));
  const changes = [
    ...body.matchAll(
      /<text:change-start text:change-id="([^"]+)"\/>(.*?)<text:change-end text:change-id="\1"\/>/gs,
    ),
  ];
  return {
    xml,
    deleted: [...xml.matchAll(/<text:deletion>.*?<\/office:change-info>(.*?)<\/text:deletion>/gs)].map(
      ([, words = ""]) => bare(words),
    ),
    inserted: changes.flatMap(([, id, words = ""]) => (isInsertion.has(id) ? [bare(words)] : [])),
    lines: body
      .split(/<text:[ph] /)
      .slice(1)
      .map((line) => bare(`<p ${line}`))
      .filter(Boolean),
  };
}

describe("with tracking on, as in a copy that was sent", () => {
  it("nothing is changed when nothing is done", async () => {
    const { xml, deleted, inserted } = await after([]);
    expect(xml).toContain('<text:tracked-changes text:track-changes="true"/>');
    expect([deleted, inserted]).toEqual([[], []]);
  });

  it.each<[string, Step, string[], string[]]>([
    ["inserts after words", { insertAfter: "ordinaire", text: " et brève" }, [], [" et brève"]],
    ["inserts before words", { insertBefore: "ordinaire", text: "très " }, [], ["très "]],
    ["replaces words", { replace: "ordinaire", by: "rare" }, ["ordinaire"], ["rare"]],
    ["deletes words", { delete: " ordinaire" }, [" ordinaire"], []],
    ["edits in a note", { replace: "en bas", by: "de bas de page" }, ["en bas"], ["de bas de page"]],
    ["deletes a paragraph", { deleteParagraph: "Un autre" }, ["Un autre paragraphe."], []],
    ["adds a paragraph", { addParagraph: "Encore.", after: "Un autre" }, [], ["Encore."]],
    ["deletes an item", { deleteParagraph: "deuxième point" }, ["deuxième point"], []],
    ["adds an item", { addParagraph: "point et demi", after: "premier point" }, [], ["point et demi"]],
    ["renames a heading", { replace: "Deuxième", by: "Seconde" }, ["Deuxième"], ["Seconde"]],
    ["splits a paragraph", { splitBefore: "Une seconde" }, [], [""]],
    ["joins two paragraphs", { joinWithNext: "Une seconde" }, [""], []],
    [
      "moves a paragraph",
      { moveParagraph: "premier point", before: "troisième point" },
      ["premier point"],
      ["premier point"],
    ],
    [
      "moves a section",
      { moveSection: "Deuxième", before: "Première" },
      ["DeuxièmeRien à dire ici.DétailDu détail."],
      ["DeuxièmeRien à dire ici.DétailDu détail."],
    ],
    ["deletes a section", { deleteSection: "Deuxième" }, ["DeuxièmeRien à dire ici.DétailDu détail."], []],
    ["deletes a row", { deleteRow: "Karim" }, ["Karim", "marche"], []],
    // LibreOffice puts a letter without width in a row, to track it.
    ["inserts a row", { insertRow: ["Paul", "attend"], after: "Nadia" }, [], ["Paul\u200D", "attend"]],
  ])("%s", async (_, step, deleted, inserted) => {
    const saved = await after([step]);
    expect([saved.deleted, saved.inserted]).toEqual([deleted, inserted]);
  });

  it("adds a note", async () => {
    const { xml } = await after([{ addNote: "Vu ailleurs.", after: "Rien" }]);
    expect(xml).toMatch(
      /Rien<text:change-start[^>]*><text:note [^>]*>.*Vu ailleurs\.(?:<[^>]*>)*<\/text:note>/s,
    );
  });

  it("comments on words, and on words of two paragraphs, and settles a comment", async () => {
    const { xml } = await after([
      { comment: "nuance : pas toujours", on: "ordinaire" },
      { comment: "à garder", on: "seconde phrase", to: "Un autre" },
      { resolve: "à garder" },
    ]);
    const shown = xml.replace(/<\/?(?:dc|text:change)[^>]*>|\d{4}-\d\d-\d\dT[\d:.]+|Unknown Author/g, "");
    expect(shown).toMatch(
      /phrase <office:annotation office:name="([^"]+)" loext:resolved="false"><text:p[^>]*>nuance : pas toujours<\/text:p><\/office:annotation>ordinaire<office:annotation-end office:name="\1"\/>/,
    );
    expect(shown).toMatch(
      /Une <office:annotation office:name="([^"]+)" loext:resolved="true"><text:p[^>]*>à garder<\/text:p><\/office:annotation>seconde phrase.*<text:p [^>]*>Un autre<office:annotation-end office:name="\1"\/>/s,
    );
  });

  it("makes words bold, and nothing else", async () => {
    const { xml, deleted, inserted } = await after([{ bold: "ordinaire" }]);
    expect(xml).toContain("<text:format-change>");
    expect([deleted, inserted]).toEqual([[], []]);
  });

  it("signs changes with a name, until another is given", async () => {
    const { xml } = await after([
      { author: "Une Personne" },
      { delete: "Rien" },
      { author: "" },
      { delete: "La fin" },
    ]);
    expect([...xml.matchAll(/<dc:creator>([^<]*)</g)].map(([, name]) => name)).toEqual([
      "Une Personne",
      "Unknown Author",
    ]);
  });

  it("accepts and rejects single changes", async () => {
    const { deleted, inserted, lines } = await after([
      { replace: "ordinaire", by: "rare" },
      { delete: "Rien à " },
      { accept: "rare" },
      { reject: "Rien à " },
    ]);
    expect([deleted, inserted]).toEqual([["ordinaire"], []]);
    expect(lines).toContain("Rien à dire ici.");
    expect(lines).toContain("Une phrase rare. Une seconde phrase1");
  });

  it("writes in the header of pages", async () => {
    const saved = await office.edit(sent, "odt", [{ writeInHeader: "À revoir" }], { saveAs: "odt" });
    expect(partOf(saved, "styles.xml")).toMatch(/<style:header>.*À revoir.*<\/style:header>/s);
  });
});

describe("with tracking off", () => {
  it("changes leave no trace but the text", async () => {
    const { xml, lines } = await after([
      { track: false },
      { replace: "ordinaire", by: "rare" },
      { joinWithNext: "Rien à dire" },
      { splitBefore: "Une seconde" },
      { moveParagraph: "premier point", before: "troisième point" },
      { deleteRow: "Karim" },
      { insertRow: ["Paul", "attend"], after: "Nadia" },
      { addParagraph: "Encore.", after: "Un autre" },
      { deleteSection: "Troisième" },
    ]);
    expect(xml).not.toMatch(/text:change|text:changed-region/);
    expect(lines).toEqual([
      "Bonjour.",
      "Titre",
      "Première",
      "Une phrase rare. ",
      "Une seconde phrase1",
      "Une note en bas..",
      "Un autre paragraphe.",
      "Encore.",
      "deuxième point",
      "premier point",
      "troisième point",
      "Qui",
      "Quoi",
      "Nadia",
      "écoute",
      "Paul",
      "attend",
      "Deuxième",
      "Rien à dire ici.Détail",
      "Du détail.",
    ]);
  });
});

describe("other formats, and steps that cannot be taken", () => {
  it("saves a Word file with the same changes, and opens it again", async () => {
    const word = await office.edit(sent, "odt", [{ replace: "ordinaire", by: "rare" }], { saveAs: "docx" });
    expect(partOf(word, "word/document.xml")).toMatch(
      /<w:delText[^>]*>ordinaire<.*<w:ins .*<w:t[^>]*>rare</s,
    );
    const again = await office.edit(word, "docx", [{ delete: "Rien à " }], { saveAs: "odt" });
    expect(partOf(again, "content.xml").match(/<text:deletion>/g)).toHaveLength(2);
  });

  it("makes a PDF", async () => {
    expect(strFromU8((await office.edit(sent, "odt", [], { saveAs: "pdf" })).subarray(0, 5))).toBe("%PDF-");
  });

  it("says which step it could not take, and goes on with the next document", async () => {
    await expect(after([{ delete: "Rien" }, { delete: "des mots qui n’y sont pas" }])).rejects.toThrow(
      /step 2, .*no such words/,
    );
    expect((await after([{ delete: "Rien" }])).deleted).toEqual(["Rien"]);
  });
});
