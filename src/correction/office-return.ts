// A return that is a word-processor document, known by what the file holds: its name may say
// another kind.
import { asCopyId } from "../kernel/ids.ts";
import { isArchive, openArchive } from "../office/archive.ts";
import type { OfficeDocument } from "../office/document.ts";
import { isDocx, readDocx } from "../office/docx.ts";
import { isOdt, readOdt } from "../office/odt.ts";
import { refuseOldFormat, refuseUnread } from "../office/old-format.ts";
import { layBack } from "./lay-back.ts";
import { refuse } from "./messages.ts";
import { returnedTextOf } from "./office-text.ts";
import type { OpenedReturn } from "./return.ts";

/**
 * Opens a Word file or an OpenDocument text. Refuses one that is damaged, hostile, behind a
 * password or of an old Word, and what is no such document.
 */
export function openOffice(bytes: Uint8Array, file: string): OpenedReturn {
  const document = readOffice(bytes, file);
  const stated = (name: string): string | undefined => document.properties?.get(name)?.trim();
  const copy = stated("retour-copy");
  return {
    identity: { copy: copy === undefined ? undefined : asCopyId(copy), study: stated("retour-study") },
    read: (sent) => layBack(sent, returnedTextOf(document, sent, file)),
  };
}

function readOffice(bytes: Uint8Array, file: string): OfficeDocument {
  refuseOldFormat(bytes, file);
  if (!isArchive(bytes)) throw refuse("return.no-document", { file });
  const archive = openArchive(bytes, file);
  if (isDocx(archive)) return readDocx(archive);
  return isOdt(archive) ? readOdt(archive) : refuseUnread(archive);
}
