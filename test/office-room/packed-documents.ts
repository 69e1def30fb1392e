// Word and OpenDocument files made for tests from the XML of their bodies.
import { pack } from "./packing.ts";

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const type = "application/vnd.openxmlformats-officedocument.wordprocessingml";

export const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A Word document. `others`: parts beside the body (`comments`, `styles`…), by kind. */
export function docxOf(body: string, others: Readonly<Record<string, string>> = {}): Uint8Array {
  const kinds = Object.keys(others);
  return pack({
    "[Content_Types].xml": `<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships>${kinds
      .map((kind) => `<Relationship Id="${kind}" Type="${relations}/${kind}" Target="${kind}.xml"/>`)
      .join("")}</Relationships>`,
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(kinds.map((kind) => [`word/${kind}.xml`, others[kind] ?? ""])),
  });
}

/** An OpenDocument text. `before`: what stands before its body, such as its automatic styles. */
export function odtOf(body: string, before = ""): Uint8Array {
  return pack({
    mimetype: "application/vnd.oasis.opendocument.text",
    "content.xml": `<?xml version="1.0" encoding="UTF-8"?><office:document-content>${before}<office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  });
}
