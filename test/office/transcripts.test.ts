// Transcripts that a real LibreOffice saved again in another format say the same turns.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { readTranscript } from "../../src/transcript/read-transcript.ts";
import { joinCues } from "../../src/transcript/turn.ts";
import { temporaryFolder } from "../world.ts";

const fixtures = join(import.meta.dirname, "../../fixtures/transcripts");
let home = "";

beforeAll(() => {
  home = temporaryFolder();
});

/** The file that LibreOffice saves from another, in the format of an extension. */
function savedAs(extension: string, file: string, name: string): string {
  const from = join(home, `${name}.${file.slice(file.lastIndexOf(".") + 1)}`);
  if (from !== file) copyFileSync(file, from);
  const profile = `-env:UserInstallation=${pathToFileURL(join(home, "profile")).href}`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", extension, "--outdir", home, from], {
    stdio: "pipe",
    timeout: 120_000,
  });
  const saved = join(home, `${name}.${extension}`);
  expect(existsSync(saved)).toBe(true);
  return saved;
}

const setting = { file: "source", isWritten: false, isKnown: () => false, language: "fr" as const };

function turnsOf(file: string): { format: string; turns: object[] } {
  const { cues, format } = readTranscript(readFileSync(file), setting, {
    format: undefined,
    encoding: undefined,
  });
  const turns = joinCues(cues, (label) => ({ participant: null, label }), format.joining);
  return {
    format: format.name,
    turns: turns.map(({ label, startMs, endMs, words }) => ({ label, startMs, endMs, words })),
  };
}

/** LibreOffice leaves the words of a text box, which `word` has, out of the RTF it saves. */
const alsoSavedAs = (name: string): string[] => (name === "word" ? ["html"] : ["rtf", "html"]);

// LibreOffice does not know the end of a paragraph that Word deleted: `corrected` is not among these.
describe.each(["word", "teams", "word-transcribe", "table", "google-docs"])(
  "the Word transcript %s",
  (name) => {
    const source = join(fixtures, "docx", name, "source.docx");

    it("says the same as an OpenDocument text, and as a Word file again, and as RTF and HTML", () => {
      const { turns } = turnsOf(source);
      const odt = savedAs("odt", source, `${name}-1`);
      expect(turnsOf(odt)).toEqual({ format: "odt", turns });
      expect(turnsOf(savedAs("docx", odt, `${name}-2`))).toEqual({ format: "docx", turns });
      for (const extension of alsoSavedAs(name))
        expect(turnsOf(savedAs(extension, source, `${name}-3`))).toEqual({ format: extension, turns });
    });
  },
);

describe.each(["libreoffice-table", "libreoffice-changes"])("the OpenDocument transcript %s", (name) => {
  it("says the same as a Word file", () => {
    const source = join(fixtures, "odt", name, "source.odt");
    const { turns } = turnsOf(source);
    expect(turnsOf(savedAs("docx", source, name))).toEqual({ format: "docx", turns });
  });
});
