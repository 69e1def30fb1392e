// OpenDocument texts: paragraphs or tables that say who speaks.
import { isOdt, readOdt } from "../../office/odt.ts";
import type { PackedFormat } from "../reading.ts";
import { documentJoining, readSpokenDocument } from "../shapes/spoken-document.ts";

export const odt: PackedFormat = {
  name: "odt",
  recognises: isOdt,
  readPacked: (archive, hints) => readSpokenDocument(readOdt(archive), hints),
  joining: documentJoining,
};
