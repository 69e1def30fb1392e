// Word documents: paragraphs or tables that say who speaks.
import { isDocx, readDocx } from "../../office/docx.ts";
import type { PackedFormat } from "../reading.ts";
import { documentJoining, readSpokenDocument } from "../shapes/spoken-document.ts";

export const docx: PackedFormat = {
  name: "docx",
  recognises: isDocx,
  readPacked: (archive, hints) => readSpokenDocument(readDocx(archive), hints),
  joining: documentJoining,
};
