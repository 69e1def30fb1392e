// A copy as an OpenDocument text (OASIS ODF 1.3): what LibreOffice writes in, with change tracking
// on, a bookmark where each section begins, and whose copy it is.
import { strToU8, zipSync, type Zippable } from "fflate";
import { bookmarkOf, LETTER_BOOKMARK, PRESENTATION_BOOKMARK } from "../bookmarks.ts";
import { layOut } from "../layout.ts";
import { ownQuotes } from "../own-quotes.ts";
import type { CopyWriter, SentCopy } from "../sent-copy.ts";
import { escapeXml } from "./odt/inline.ts";
import { namespaces } from "./odt/namespaces.ts";
import { writeStyles } from "./odt/styles.ts";
import { beginningPage, writePart, type Part, type Story } from "./odt/story.ts";

export const odtCopy: CopyWriter = { format: "odt", write: writeOdt };

const kind = "application/vnd.oasis.opendocument.text";

function writeOdt(copy: SentCopy): Uint8Array {
  const parts = {
    "content.xml": writeContent(copy),
    "styles.xml": writeStyles(copy.language, copy.study.title),
    "meta.xml": writeMeta(copy),
  };
  // The kind stands first and is not packed: it is read without unpacking (part 2, section 3.3).
  const entries: [string, string][] = [
    ["mimetype", kind],
    ...Object.entries(parts),
    ["META-INF/manifest.xml", writeManifest(Object.keys(parts))],
  ];
  const packed: Zippable = Object.fromEntries(
    entries.map(([name, part]) => [name, [strToU8(part), { level: name === "mimetype" ? 0 : 6 }]]),
  );
  // A ZIP's dates are in local time: this one is the same everywhere.
  return zipSync(packed, { mtime: new Date(1980, 0, 1) });
}

function writeContent(copy: SentCopy): string {
  const story: Story = { notes: 0, tables: 0, pageBeginnings: new Set() };
  const text = partsOf(copy)
    .map((part) => writePart(part, story))
    .join("\n");
  const styles = [...story.pageBeginnings].map(
    (style) =>
      `<style:style style:name="${beginningPage(style)}" style:family="paragraph" style:parent-style-name="${style}"><style:paragraph-properties fo:break-before="page"/></style:style>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content ${namespaces} office:version="1.3">
<office:automatic-styles>${styles.join("")}${tableStyles}</office:automatic-styles>
<office:body><office:text><text:tracked-changes text:track-changes="true"/>
${text}
</office:text></office:body>
</office:document-content>
`;
}

const tableStyles = [
  `<style:style style:name="Table" style:family="table"><style:table-properties style:width="16cm" table:align="margins" fo:margin-top="0.1cm" fo:margin-bottom="0.4cm" table:border-model="collapsing"/></style:style>`,
  `<style:style style:name="Column" style:family="table-column"/>`,
  `<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>`,
  `<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.15cm" fo:border="0.02cm solid #9aa5b1"/></style:style>`,
].join("");

/** The letter on a page of its own, the presentation, the sections. */
function partsOf({ letter, content, ownTurns }: SentCopy): Part[] {
  const own = (text: string): Part["own"] => ownQuotes(text, ownTurns);
  const parts = [
    { bookmark: LETTER_BOOKMARK, text: letter, own: [] },
    { bookmark: PRESENTATION_BOOKMARK, text: content.presentation, own: own(content.presentation) },
    ...content.sections.map(({ id, text }) => ({ bookmark: bookmarkOf(id), text, own: own(text) })),
  ]
    .map((part) => ({ ...part, blocks: layOut(part.text) }))
    .filter(({ blocks }) => blocks.length > 0);
  return parts.map((part, index) => ({ ...part, beginsPage: index === 1 }));
}

function writeMeta({ copy, language, study }: SentCopy): string {
  const property = (name: string, value: string): string =>
    `<meta:user-defined meta:name="${name}" meta:value-type="string">${escapeXml(value)}</meta:user-defined>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta ${namespaces} office:version="1.3">
<office:meta><dc:title>${escapeXml(study.title)}</dc:title><dc:language>${language}</dc:language>${property("retour-copy", copy)}${property("retour-study", study.id)}</office:meta>
</office:document-meta>
`;
}

function writeManifest(parts: readonly string[]): string {
  const entry = (path: string, type: string, more = ""): string =>
    `<manifest:file-entry manifest:full-path="${path}"${more} manifest:media-type="${type}"/>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
${[entry("/", kind, ` manifest:version="1.3"`), ...parts.map((path) => entry(path, "text/xml"))].join("\n")}
</manifest:manifest>
`;
}
