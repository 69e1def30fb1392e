// Word files that came back, made for tests: from XML, from unpacked parts, from a copy that was edited.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { docxCopy } from "../../src/copy/formats/docx.ts";
import { compareReturn, type ComparedReturn } from "../../src/correction/compare-return.ts";
import { docxReturn } from "../../src/correction/formats/docx.ts";
import { returnedTextOf } from "../../src/correction/office-text.ts";
import type { ReturnedText } from "../../src/correction/returned-text.ts";
import { openArchive } from "../../src/office/archive.ts";
import { readDocx } from "../../src/office/docx.ts";
import { docxOf, escapeXml } from "../office-room/packed-documents.ts";
import { pack } from "../office-room/packing.ts";
import { sentCopy } from "./sent.ts";

/** What a Word file of this body says. `others`: parts beside it, by kind. */
export function returned(body: string, others?: Readonly<Record<string, string>>): ReturnedText {
  return returnedTextOf(readDocx(openArchive(docxOf(body, others), "f.docx")), sentCopy(), "f.docx");
}

/** Its paragraphs, without what they look like. */
export const texts = (read: ReturnedText): string[] => read.blocks.map(({ text }) => text);

/** What each comment is on, and its words; places in several paragraphs are shown with a `/`. */
export function commentsIn({ blocks, comments }: ReturnedText): { on: string; words: string }[] {
  return comments.map(({ start, end, words }) => {
    const within = blocks.slice(start.block, end.block + 1).map(({ text }) => text);
    const last = within.length - 1;
    within[last] = (within[last] ?? "").slice(0, end.at);
    within[0] = (within[0] ?? "").slice(start.at);
    return { on: within.join("/"), words };
  });
}

export const run = (text: string, properties = ""): string =>
  `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
export const inserted = (content: string, author = "A"): string =>
  `<w:ins w:id="1" w:author="${author}">${content}</w:ins>`;
export const deleted = (text: string, author = "A"): string =>
  `<w:del w:id="1" w:author="${author}"><w:r><w:delText xml:space="preserve">${escapeXml(text)}</w:delText></w:r></w:del>`;
export const paragraph = (content: string, properties = ""): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
/** What its own end is part of: `ins`, `del`. */
export const mark = (change: string): string => `<w:rPr><w:${change} w:id="1" w:author="A"/></w:rPr>`;

const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The Word file whose parts stand in a folder, each named as the relation that leads to it. */
export function packFolder(folder: string): Buffer {
  const parts = readdirSync(folder)
    .filter((name) => name.endsWith(".xml"))
    .map((name) => ({ kind: name.slice(0, -4), text: readFileSync(join(folder, name), "utf8") }));
  const beside = parts.filter(({ kind }) => kind !== "document" && kind !== "custom");
  const relation = (kind: string, target: string): string =>
    `<Relationship Id="${kind}" Type="${relations}/${kind}" Target="${target}"/>`;
  return Buffer.from(
    pack({
      "[Content_Types].xml": `<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
      "_rels/.rels": `<Relationships>${relation("officeDocument", "word/document.xml")}${relation("custom-properties", "word/custom.xml")}</Relationships>`,
      "word/_rels/document.xml.rels": `<Relationships>${beside.map(({ kind }) => relation(kind, `${kind}.xml`)).join("")}</Relationships>`,
      ...Object.fromEntries(parts.map(({ kind, text }) => [`word/${kind}.xml`, text])),
    }),
  );
}

/** A Word file, its body edited. */
export function editWord(bytes: Uint8Array, edit: (body: string) => string): Buffer {
  const parts: Record<string, Uint8Array | string> = unzipSync(bytes);
  const body = parts["word/document.xml"];
  if (typeof body !== "object") throw new Error("no document");
  return Buffer.from(pack({ ...parts, "word/document.xml": edit(strFromU8(body)) }));
}

/** The Word copy that was sent, its body edited. */
export async function editedCopy(edit: (body: string) => string, copy = sentCopy()): Promise<Buffer> {
  return editWord(Buffer.from(await docxCopy.write(copy)), edit);
}

/** What is asked for by the Word copy once edited. */
export async function compareWord(edit: (body: string) => string): Promise<ComparedReturn> {
  const copy = sentCopy();
  const opened = await docxReturn.open(await editedCopy(edit, copy), "r01-P03.docx");
  return compareReturn(copy, opened.read(copy));
}
