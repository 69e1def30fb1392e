// How the parts of a package find each other (ECMA-376, part 2: Open Packaging Conventions).
import type { Archive } from "./archive.ts";
import { localName } from "./xml-names.ts";
import { readXml } from "./xml.ts";

export interface Relation {
  /** The last word of its type: `officeDocument`, `comments`, `styles`. */
  readonly type: string;
  readonly id: string;
  /** The name of the part, as the archive has it. */
  readonly part: string;
}

/** What a part relates to inside the package; the package itself when the part is "". */
export function relationsOf(archive: Archive, part: string): Relation[] {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const source = archive.text(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const relations: Relation[] = [];
  if (source === undefined) return relations;
  readXml(source, archive.file, {
    open: (name, { Type = "", Id = "", Target = "", TargetMode }) => {
      if (localName(name) !== "Relationship" || TargetMode === "External") return;
      relations.push({ type: Type.slice(Type.lastIndexOf("/") + 1), id: Id, part: resolve(folder, Target) });
    },
    text: () => undefined,
    close: () => undefined,
  });
  return relations;
}

/** The kind of a part: `application/vnd…+xml`; "" when the package does not say. */
export function contentType(archive: Archive, part: string): string {
  const source = archive.text("[Content_Types].xml");
  let [byName, byExtension] = ["", ""];
  if (source === undefined) return "";
  const extension = part.slice(part.lastIndexOf(".") + 1).toLowerCase();
  readXml(source, archive.file, {
    open: (name, { PartName = "", Extension = "", ContentType = "" }) => {
      const local = localName(name);
      if (local === "Override" && PartName.toLowerCase() === `/${part}`.toLowerCase()) byName = ContentType;
      if (local === "Default" && Extension.toLowerCase() === extension) byExtension = ContentType;
    },
    text: () => undefined,
    close: () => undefined,
  });
  return byName || byExtension;
}

/** The part that the package is about; undefined when there is none. */
export function mainPart(archive: Archive): string | undefined {
  return relationsOf(archive, "").find(({ type }) => type === "officeDocument")?.part;
}

/** What was said of the document under names of one's own (ECMA-376, part 1, section 22.3), as text. */
export function customProperties(archive: Archive): Map<string, string> {
  const properties = new Map<string, string>();
  const part = relationsOf(archive, "").find(({ type }) => /^custom-?properties$/i.test(type))?.part;
  const source = part === undefined ? undefined : archive.text(part);
  let property: string | undefined;
  if (source === undefined) return properties;
  readXml(source, archive.file, {
    open: (element, { name }) => {
      if (localName(element) !== "property") return;
      // The first of a name counts.
      property = name === undefined || properties.has(name) ? undefined : name;
      if (property !== undefined) properties.set(property, "");
    },
    text: (text) => {
      if (property !== undefined) properties.set(property, `${properties.get(property) ?? ""}${text}`);
    },
    close: (name) => {
      if (localName(name) === "property") property = undefined;
    },
  });
  return properties;
}

/** Never outside of the package: `..` stops at its root. */
function resolve(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of `${target.startsWith("/") ? "" : folder}${target}`.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}
