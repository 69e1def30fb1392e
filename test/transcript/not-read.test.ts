// Packed files that are no transcript: they are refused by what they are.
import { describe, expect, it } from "vitest";
import { readTranscript } from "../../src/transcript/read-transcript.ts";
import { pack } from "../office-room/packing.ts";

const setting = { file: "f", isKnown: () => false, isWritten: false, language: "fr" } as const;
const kind = "application/vnd.oasis.opendocument";

describe("a packed file that is no transcript", () => {
  it.each([
    ["office.ods", { mimetype: `${kind}.spreadsheet`, "content.xml": "<a/>" }],
    ["office.slides", { mimetype: `${kind}.presentation`, "content.xml": "<a/>" }],
    ["office.slides", { "[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<a/>" }],
    ["office.zip", { "s01.txt": "Zoé : oui", "s02.txt": "Zoé : non" }],
  ])("is refused: %s", (code, parts) => {
    for (const format of [undefined, "text"])
      expect(() => readTranscript(pack(parts), setting, { format, encoding: undefined })).toThrow(code);
  });
});
