// Word and OpenDocument transcripts: every word is in one turn, of the person whose it is.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openArchive } from "../../src/office/archive.ts";
import { docx } from "../../src/transcript/formats/docx.ts";
import { odt } from "../../src/transcript/formats/odt.ts";
import type { Hints, PackedFormat } from "../../src/transcript/reading.ts";
import { docxOf, escapeXml, odtOf } from "../office-room/packed-documents.ts";
import { letters, spokenLine } from "./spoken-french.ts";

const known = new Set(["zoe", "jean-luc d'arc", "m. b."]);
const hints: Hints = { file: "f", isKnown: (label) => known.has(label), language: "fr" };

/** The letters of each turn-to-be, after who says them. */
function read(format: PackedFormat, bytes: Uint8Array): { label: string | null; said: string }[] {
  const archive = openArchive(bytes, "f");
  expect(format.recognises(archive)).toBe(true);
  return format.readPacked(archive, hints).cues.map(({ label, words }) => ({ label, said: letters(words) }));
}

const line = spokenLine(["(rires)", "[pause]", "<rire>", "&"]);

const turns = fc.array(
  fc.record({
    voice: fc.constantFrom("Zoé", "SPEAKER_01", "Jean-Luc d’Arc", "M. B.", "V1"),
    paragraphs: fc.array(fc.array(line, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 8 },
);

interface Writer {
  readonly paragraph: (content: string) => string;
  readonly bold: (text: string) => string;
  readonly plain: (text: string) => string;
  readonly tab: string;
  readonly newLine: string;
  readonly row: (cells: readonly string[]) => string;
  readonly table: (rows: string) => string;
  readonly pack: (body: string) => Uint8Array;
}

const run = (text: string, properties = ""): string =>
  `<w:r>${properties}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

const word: Writer = {
  paragraph: (content) => `<w:p><w:pPr><w:jc w:val="both"/></w:pPr>${content}</w:p>`,
  bold: (text) => run(text, "<w:rPr><w:b/></w:rPr>"),
  // Cut into runs, of which one is an insertion, as Word does for no reason a person sees.
  plain: (text) => {
    const [start, end] = [text.slice(0, 3), text.slice(3)];
    return `${run(start)}<w:ins w:author="A">${run(end)}</w:ins><w:del w:author="A"><w:r><w:delText>zzz</w:delText></w:r></w:del>`;
  },
  tab: "<w:r><w:tab/></w:r>",
  newLine: "<w:r><w:br/></w:r>",
  row: (cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join("")}</w:tr>`,
  table: (rows) => `<w:tbl>${rows}</w:tbl>`,
  pack: (body) => docxOf(body),
};

const styles = `<office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>`;

const writer: Writer = {
  paragraph: (content) => `<text:p>${content}</text:p>`,
  bold: (text) => `<text:span text:style-name="T1">${escapeXml(text)}</text:span>`,
  plain: (text) => `<text:span>${escapeXml(text)}</text:span>`,
  tab: "<text:tab/>",
  newLine: "<text:line-break/>",
  row: (cells) =>
    `<table:table-row>${cells.map((cell) => `<table:table-cell>${cell}</table:table-cell>`).join("")}</table:table-row>`,
  table: (rows) => `<table:table>${rows}</table:table>`,
  pack: (body) => odtOf(body, styles),
};

interface Turn {
  readonly voice: string;
  readonly paragraphs: readonly (readonly string[])[];
}

/** A turn whose first paragraph starts with its speaker's name, set apart by `lead`. */
const inParagraphs =
  (lead: (voice: string, to: Writer) => string) =>
  ({ voice, paragraphs }: Turn, to: Writer): string =>
    paragraphs
      .map((lines, index) => {
        const said = lines.map((each) => to.plain(each)).join(to.newLine);
        return to.paragraph(index === 0 ? lead(voice, to) + said : said);
      })
      .join("");

const shapes: [string, (turn: Turn, to: Writer) => string][] = [
  ["a colon", inParagraphs((voice, to) => to.plain(`${voice} : `))],
  ["bold letters and a colon", inParagraphs((voice, to) => to.bold(`${voice} :`) + to.plain(" "))],
  ["bold letters", inParagraphs((voice, to) => to.bold(voice) + to.plain(" "))],
  ["a tab", inParagraphs((voice, to) => to.plain(voice) + to.tab)],
  ["a time and a tab", inParagraphs((voice, to) => to.bold(voice) + to.plain("   0:03") + to.newLine)],
  ["a line of its own", inParagraphs((voice, to) => to.bold(voice) + to.newLine)],
  [
    "a paragraph of its own",
    (turn, to) => to.paragraph(to.bold(turn.voice)) + inParagraphs(() => "")(turn, to),
  ],
  ["a time in brackets", inParagraphs((voice, to) => to.plain(`[00:01:02] ${voice} : `))],
  [
    "a column of a table",
    (turn, to) => to.table(to.row([to.paragraph(to.plain(turn.voice)), inParagraphs(() => "")(turn, to)])),
  ],
];

describe.each([
  ["Word", docx, word],
  ["OpenDocument", odt, writer],
] as [string, PackedFormat, Writer][])("every word of a file of %s is in a turn", (_, format, to) => {
  it.each(shapes)("when %s sets the name apart", (__, write) => {
    fc.assert(
      fc.property(turns, (list) => {
        const body = list.map((turn) => write(turn, to)).join("");
        expect(read(format, to.pack(body))).toEqual(
          list.map(({ voice, paragraphs }) => ({ label: voice, said: letters(paragraphs.flat().join("")) })),
        );
      }),
      { numRuns: 100 },
    );
  });

  it("when nobody is named, or in notes, each paragraph being apart", () => {
    fc.assert(
      fc.property(turns, fc.boolean(), (list, isWritten) => {
        const bodies = list.flatMap(({ paragraphs }) => paragraphs);
        const body = bodies.map((lines) =>
          to.paragraph(lines.map((each) => to.plain(each)).join(to.newLine)),
        );
        const archive = openArchive(to.pack(body.join("")), "f");
        const { cues } = format.readPacked(archive, { ...hints, isWritten });
        expect(cues.map(({ label, words }) => ({ label, said: letters(words) }))).toEqual(
          bodies.map((lines) => ({ label: null, said: letters(lines.join("")) })),
        );
      }),
      { numRuns: 100 },
    );
  });
});
