// XML of a kind that no reader knows: refused, rather than read as words with its tags.
import { rootName } from "../../office/xml.ts";
import { refuse } from "../messages.ts";
import type { Hints, Reading, TextFormat } from "../reading.ts";

export const otherXml: TextFormat = {
  name: "xml",
  recognises: (text) => /^\uFEFF?\s*<(?:\?xml\b|!DOCTYPE\b)/i.test(text.slice(0, 1000)),
  read,
  joining: { separator: " ", unlabelled: "apart" },
  hasLongLines: true,
};

/** One that is cut before its first element has no words. */
function read(text: string, { file }: Hints): Reading {
  if (rootName(text) !== undefined) throw refuse("import.unknown-xml", { file });
  return { cues: [], diagnostics: [] };
}
