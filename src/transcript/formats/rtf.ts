// RTF, as Word, LibreOffice, TextEdit and f4 save it: paragraphs or tables that say who speaks.
import { readRtf } from "../../office/rtf.ts";
import type { TextFormat } from "../reading.ts";
import { documentJoining, readSpokenDocument } from "../shapes/spoken-document.ts";

export const rtf: TextFormat = {
  name: "rtf",
  recognises: (text) => /^\s*\{\\rtf/.test(text),
  read: (text, hints) => readSpokenDocument(readRtf(text, hints.file), hints),
  joining: documentJoining,
  hasLongLines: true,
};
