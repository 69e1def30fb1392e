// A Word file packed so that the same copy gives the same bytes, with nothing of whoever made it:
// the library puts a clock, invented authors and random ids into what it packs.
import { unzipSync, zipSync } from "fflate";
import { withNumbers } from "./numbering.ts";

/** ZIP keeps local times: this is the first it knows, wherever it is read. */
const FIRST_TIME = new Date(1980, 0, 1);

const clockAndAuthors =
  /<(dc:creator|cp:lastModifiedBy|cp:revision|dcterms:created|dcterms:modified)\b[^>]*>[^<]*<\/\1>/g;

/** `numbering`: the part that numbers lists, in the place of the library's. */
export function repack(packed: Uint8Array, numbering: string): Uint8Array {
  const parts = unzipSync(packed);
  const edit = (name: string, change: (xml: string) => string): void => {
    const part = parts[name];
    if (part) parts[name] = encoder.encode(change(decoder.decode(part)));
  };
  edit("docProps/core.xml", (xml) => xml.replace(clockAndAuthors, ""));
  edit("word/numbering.xml", () => numbering);
  edit("word/document.xml", (xml) => withNumbers(numberBookmarks(xml)));
  edit("word/styles.xml", withNumbers);
  edit("word/styles.xml", (xml) => xml.replace('w:styleId="Normal"', 'w:default="1" w:styleId="Normal"'));
  for (const story of ["document", "footnotes"]) {
    const ids = new Map<string, string>();
    edit(`word/_rels/${story}.xml.rels`, (xml) => numberLinks(xml, ids));
    edit(`word/${story}.xml`, (xml) =>
      xml.replace(/ r:id="([^"]+)"/g, (_, id: string) => ` r:id="${ids.get(id) ?? id}"`),
    );
  }
  // Programs that look at the first part alone know a Word file by it; folders are no parts.
  const first = "[Content_Types].xml";
  const others = Object.keys(parts)
    .filter((name) => name !== first && !name.endsWith("/"))
    .sort();
  const names = [first, ...others];
  return zipSync(Object.fromEntries(names.map((name) => [name, parts[name] ?? new Uint8Array()])), {
    mtime: FIRST_TIME,
  });
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The library gives them all the same number; none begins before another has ended. */
function numberBookmarks(xml: string): string {
  let number = 0;
  return xml.replace(/<w:bookmark(Start|End)([^>]*) w:id="\d+"/g, (_, edge: string, name: string) => {
    if (edge === "Start") number += 1;
    return `<w:bookmark${edge}${name} w:id="${String(number)}"`;
  });
}

/** Links have random ids: `rLink1`, in the order of the part. */
function numberLinks(xml: string, ids: Map<string, string>): string {
  return xml.replace(/<Relationship [^>]*TargetMode="External"[^>]*>/g, (relationship) =>
    relationship.replace(/ Id="([^"]+)"/, (_, id: string) => {
      const numbered = `rLink${String(ids.size + 1)}`;
      ids.set(id, numbered);
      return ` Id="${numbered}"`;
    }),
  );
}
