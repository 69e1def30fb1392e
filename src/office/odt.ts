// OpenDocument texts (OASIS ODF 1.3, part 3), as LibreOffice writes them.
import type { Archive } from "./archive.ts";
import type { OfficeDocument } from "./document.ts";
import { refuse } from "./messages.ts";
import { OdtReader } from "./odt-story.ts";
import { readBoldOdtStyles } from "./odt-styles.ts";

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
  const styles = readBoldOdtStyles([pages, content], file);
  const { headers = [] } = new OdtReader(styles).read(pages, file);
  return { ...new OdtReader(styles).read(content, file), headers };
}
