// OpenDocument texts that come back, as LibreOffice saves them, whatever the copy was.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { docxCopy } from "../../src/copy/formats/docx.ts";
import { odtCopy } from "../../src/copy/formats/odt.ts";
import { readFrozen } from "../../src/copy/frozen.ts";
import type { SentCopy } from "../../src/copy/sent-copy.ts";
import { compareReturn, type ComparedReturn } from "../../src/correction/compare-return.ts";
import { odtReturn } from "../../src/correction/formats/odt.ts";
import { returnedTextOf } from "../../src/correction/office-text.ts";
import type { ReturnedText } from "../../src/correction/returned-text.ts";
import { openArchive } from "../../src/office/archive.ts";
import { readOdt } from "../../src/office/odt.ts";
import { RetourError } from "../../src/kernel/diagnostic.ts";
import { odtOf } from "../office-room/packed-documents.ts";
import { pack, packRaw } from "../office-room/packing.ts";
import { sentCopy } from "./sent.ts";
import { commentsIn } from "./word-returns.ts";

const root = join(import.meta.dirname, "../../fixtures/returns/odt");

const sent = sentCopy({
  content: readFrozen("# Questions\n\n## La peur au travail {#peur}\n\n## L’institution {#institution}\n"),
});

/** What a file that LibreOffice 7.4 saved says (README.md there says how). */
function saved(name: string): ReturnedText {
  const bytes = readFileSync(join(root, `${name}.odt`));
  return returnedTextOf(readOdt(openArchive(bytes, name)), sent, name);
}

/** A line for each block: what it is, and its words. */
const shown = ({ blocks }: ReturnedText): string[] =>
  blocks.map(
    ({ kind = "?", level, section, note, text }) =>
      `${note === undefined ? "" : `note ${String(note)} `}${kind}${level === undefined ? "" : ` ${String(level)}`}${section === undefined ? "" : ` [${section}]`}: ${text.replaceAll("\t", " | ").replaceAll("\uFFFC", "*")}`,
  );

describe("a file that LibreOffice saved", () => {
  const title = "paragraph: Questions de réseau";
  const items = ["item: au travail", "item: à la maison", "item: dans la cuisine"];

  it("has words inserted, deleted and replaced, paragraphs deleted, split and joined, items and rows deleted and inserted, a note changed", () => {
    const read = saved("edits");
    expect(shown(read)).toEqual([
      title,
      "heading 2 [peur]: La peur au travail",
      "quote: Des fois la nuit, on a peur de rentrer dans le hall.",
      "paragraph: Le groupe décrit une peur ordinaire et sourde. Elle dure tout le jour, parfois la nuit.*",
      "paragraph: Un ",
      "paragraph: troisième paragraphe.",
      ...items,
      "row: Qui | Quoi",
      "row: Nadia | la nuit",
      "row: Zoé | le soir",
      "row:  | ",
      "heading 2 [institution]: L’institution",
      "paragraph: Les professionnels se disent seuls. L’encadrement l’ignore peut-être.Fin du texte.",
      "note 0 paragraph: Cette note de bas de page. Elle dit deux choses. Et trois.",
    ]);
    expect(read.diagnostics).toMatchObject([{ code: "return.formatting-only", params: { count: 1 } }]);
    expect(read.loss).toEqual([]);
  });

  it("has the same where nothing was tracked", () => {
    const read = saved("untracked");
    expect(shown(read)).toEqual([
      title,
      "heading 2 [peur]: La peur au travail",
      "quote: Des fois la nuit, on a peur de rentrer dans le hall.",
      "paragraph: Le groupe décrit une  et sourde. Elle dure tout le jour, parfois la nuit.*",
      "paragraph: Un ",
      "paragraph: troisième paragraphe.",
      ...items,
      "item: dans la rue",
      "row: Qui | Quoi",
      "row: Nadia | la nuit",
      "row: Zoé | le soir",
      "heading 2 [institution]: L’institution",
      "paragraph: Les professionnels se disent seuls. L’encadrement l’ignore peut-être.",
      "paragraph: Fin du texte.",
      "note 0 paragraph: Cette note de bas de page. Elle dit deux choses. Et trois.",
    ]);
    expect(read.diagnostics).toEqual([]);
  });

  it("may have some changes accepted already, and others not tracked", () => {
    expect(shown(saved("partly")).slice(3, 5)).toEqual([
      "paragraph: Le groupe décrit une peur banale et sourde. Elle dure tout le jour, parfois la nuit.*",
      "paragraph: Un troisième paragraphe.",
    ]);
  });

  it("has a section that was moved where it was put, known by its bookmark", () => {
    expect(shown(saved("moved")).filter((line) => /heading|profession|Fin/.test(line))).toEqual([
      "heading 2 [institution]: L’institution",
      "paragraph: Les professionnels se disent seuls. L’encadrement l’ignore peut-être.",
      "heading 2 [peur]: La peur au travail",
      "paragraph: Fin du texte.",
    ]);
  });

  it("has not what one person inserted and another deleted, and says how many changed it, never who", () => {
    const read = saved("nested");
    expect(shown(read)).toContain("paragraph: Fin claire et du texte.");
    expect(read.diagnostics).toMatchObject([{ code: "return.several-authors", params: { count: 2 } }]);
    expect(JSON.stringify(read)).not.toContain('Karim"');
  });

  it("has its comments: on words, over paragraphs, in a cell, in a note, at a point, settled, on words half deleted", () => {
    const read = saved("comments");
    expect(commentsIn(read)).toEqual(
      expect.arrayContaining([
        { on: "peur ordinaire", words: "pas sûr" },
        { on: "Il a deux phrases./Un troisième", words: "sur deux\nparagraphes" },
        { on: "Karim", words: "qui ?" },
        { on: "Une", words: "en note" },
        { on: "", words: "ici" },
        { on: "seuls", words: "ils ne le sont pas" },
        { on: " la nuit", words: "souvent" },
      ]),
    );
    expect(read.comments).toHaveLength(7);
    expect(read.remarks).toEqual([]);
    expect(read.diagnostics).toMatchObject([{ code: "return.comments-resolved", params: { count: 1 } }]);
    expect(JSON.stringify(read)).not.toContain("Vraie");
  });
});

describe("a copy that comes back", () => {
  let body = "";
  let parts: Record<string, Uint8Array> = {};
  const copy: SentCopy = sentCopy();

  beforeAll(async () => {
    parts = unzipSync((await odtCopy.write(copy)) as Uint8Array);
    body = strFromU8(parts["content.xml"] ?? new Uint8Array());
  });

  /** What is asked for once words of the file's text are other words, or marked. */
  async function asked(from: string, to: string, regions = ""): Promise<ComparedReturn> {
    if (!body.includes(from)) throw new Error(`the copy does not say: ${from}`);
    const edited = body
      .replace(
        '<text:tracked-changes text:track-changes="true"/>',
        () => `<text:tracked-changes>${regions}</text:tracked-changes>`,
      )
      .replace(from, () => to);
    const file = Buffer.from(pack({ ...parts, "content.xml": edited }));
    const opened = await odtReturn.open(file, "r01-P03.odt");
    expect(opened.identity).toEqual({ copy: copy.copy, study: copy.study.id });
    return compareReturn(copy, opened.read(copy));
  }

  const region = (id: string, kind: string, words = ""): string =>
    `<text:changed-region text:id="${id}"><text:${kind}><office:change-info><dc:creator>Claire Vraie</dc:creator></office:change-info>${words}</text:${kind}></text:changed-region>`;
  const start = '<text:change-start text:change-id="i"/>';
  const end = '<text:change-end text:change-id="i"/>';
  const gone = '<text:change text:change-id="d"/>';
  const changes = ({ corrections }: ComparedReturn): object[] =>
    corrections.map(({ section, before, after, comment }) => [section, before, after, comment]);

  it("untouched asks for nothing and loses nothing", async () => {
    const compared = await asked("une peur ordinaire", "une peur ordinaire");
    expect(compared).toMatchObject({ corrections: [], loss: [], found: 3 });
  });

  it.each([
    ["inserted", "peur ordinaire", `peur ordinaire${start} et sourde${end}`, region("i", "insertion")],
    ["inserted, untracked", "peur ordinaire", "peur ordinaire et sourde", ""],
  ])("with words %s asks for them", async (_, from, to, regions) => {
    expect(changes(await asked(from, to, regions))).toEqual([["peur", "", " et sourde", ""]]);
  });

  it.each([
    ["deleted", `malgré${gone}.`, region("d", "deletion", "<text:p> tout</text:p>")],
    ["deleted, untracked", "malgré.", ""],
  ])("with words %s asks for it", async (_, to, regions) => {
    expect(changes(await asked("malgré tout.", to, regions))).toEqual([["lien", " tout", "", ""]]);
  });

  it("with words replaced and commented asks for one correction, with what was said", async () => {
    const to = `tient, <office:annotation office:name="c"><dc:creator>Claire Vraie</dc:creator><text:p>c’est plus juste</text:p></office:annotation>${gone}${start}quand même${end}<office:annotation-end office:name="c"/>.`;
    const regions = region("d", "deletion", "<text:p>malgré tout</text:p>") + region("i", "insertion");
    const compared = await asked("tient, malgré tout.", to, regions);
    expect(changes(compared)).toEqual([["lien", "malgré tout", "quand même", "c’est plus juste"]]);
    expect(JSON.stringify(compared)).not.toContain("Claire");
  });

  it("with a paragraph deleted asks for it", async () => {
    const words = "Les professionnels se disent seuls. L’encadrement l’ignore peut-être.";
    const to = `<text:p text:style-name="Text_20_body">${gone}</text:p>`;
    const compared = await asked(
      `<text:p text:style-name="Text_20_body">${words}</text:p>`,
      to,
      region("d", "deletion", `<text:p>${words}</text:p>`),
    );
    expect(compared.corrections).toMatchObject([{ section: "institution", after: "" }]);
    expect(compared.corrections[0]?.before.trim()).toBe(words);
  });

  it("with a remark on a change asks for the change with the remark", async () => {
    const regions = region("i", "insertion").replace(
      "</office:change-info>",
      "<text:p>oui</text:p></office:change-info>",
    );
    expect(changes(await asked("peur ordinaire", `peur ordinaire${start} et sourde${end}`, regions))).toEqual(
      [["peur", "", " et sourde", "oui"]],
    );
  });

  it("with a change of looks alone asks for nothing", async () => {
    expect(
      changes(
        await asked(
          "peur ordinaire",
          `peur ${start}<text:span>ordinaire</text:span>${end}`,
          region("i", "format-change"),
        ),
      ),
    ).toEqual([]);
  });

  it("with links, fields and content controls asks for their words as they are seen", async () => {
    const link =
      'peur <text:a xlink:href="https://example.org/">ordi<text:page-count>nai</text:page-count></text:a><loext:content-control loext:showing-place-holder="false">re et sourde</loext:content-control>';
    expect(changes(await asked("peur ordinaire", link))).toEqual([["peur", "", " et sourde", ""]]);
  });

  it("that is no such document, or a hostile one, is refused", () => {
    const refused = (bytes: Uint8Array): string => {
      try {
        void odtReturn.open(Buffer.from(bytes), "f.odt");
      } catch (error) {
        if (error instanceof RetourError) return error.code;
        throw error;
      }
      return "";
    };
    expect(refused(Buffer.from("oui"))).toBe("return.no-document");
    expect(refused(odtOf("<!DOCTYPE x [<!ENTITY a 'b'>]>"))).toBe("office.entities");
    expect(refused(pack({ "../x": "a" }))).toBe("office.zip-path");
    const bomb = { name: "content.xml", packed: new Uint8Array(9), size: 2 ** 28, checksum: 0 };
    expect(refused(packRaw([bomb]))).toBe("office.zip-too-large");
    expect(refused(odtOf("<text:section>".repeat(1000)))).toBe("office.too-deep");
  });

  it("saved as a Word file under its old name, or without its properties, is read all the same", async () => {
    const word = (await docxCopy.write(copy)) as Uint8Array;
    const opened = await odtReturn.open(Buffer.from(word), "r01-P03.odt");
    expect(opened.identity.copy).toBe(copy.copy);
    expect(compareReturn(copy, opened.read(copy))).toMatchObject({ corrections: [], loss: [] });
    const bare = await odtReturn.open(Buffer.from(odtOf("<text:p>a</text:p>")), "f");
    expect(bare.identity).toEqual({ copy: undefined, study: undefined });
  });
});
