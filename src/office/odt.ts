// OpenDocument texts (OASIS ODF 1.3, part 3), as LibreOffice writes them.
import type { Archive } from "./archive.ts";
import type { OfficeDocument } from "./document.ts";
import { refuse } from "./messages.ts";
import { OdtReader } from "./odt-story.ts";
import { readOdtStyles } from "./odt-styles.ts";
import { readXml } from "./xml.ts";

const kind = /^application\/vnd\.oasis\.opendocument\.text(?:-template)?$/;

/** True for an OpenDocument text or template. */
export function isOdt(archive: Archive): boolean {
  return archive.names.includes("content.xml") && kind.test(archive.text("mimetype")?.trim() ?? "");
}

/**
 * The document of an archive that `isOdt` knows. Refuses one behind a password, damaged parts and
 * hostile XML.
 */
export function readOdt(archive: Archive): OfficeDocument {
  const { file } = archive;
  if (/<(?:\w+:)?encryption-data\b/.test(archive.text("META-INF/manifest.xml") ?? ""))
    throw refuse("office.protected", { file });
  const content = archive.text("content.xml") ?? "";
  const pages = archive.text("styles.xml") ?? "";
  const styles = readOdtStyles([pages, content], file);
  const { headers = [] } = new OdtReader(styles).read(pages, file);
  const properties = readProperties(archive.text("meta.xml") ?? "", file);
  return { ...new OdtReader(styles).read(content, file), headers, properties };
}

/** The properties that a program or a person gave the file (section 4.3.3), by name. */
function readProperties(source: string, file: string): Map<string, string> {
  const properties = new Map<string, string>();
  let name: string | undefined;
  readXml(source, file, {
    open: (element, attributes) => {
      if (element === "meta:user-defined") name = attributes["meta:name"];
    },
    text: (text) => {
      if (name !== undefined) properties.set(name, (properties.get(name) ?? "") + text);
    },
    close: () => {
      name = undefined;
    },
  });
  return properties;
}
