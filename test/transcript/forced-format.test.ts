// A format that a person names: read as that, every word kept, or refused.
import { expect, it } from "vitest";
import { readTranscript } from "../../src/transcript/read-transcript.ts";

const setting = { file: "f.txt", isWritten: false, isKnown: () => false, language: "fr" } as const;
const read = (source: string, format: string) =>
  readTranscript(Buffer.from(source), setting, { format, encoding: undefined });

const plain = "Zoé : Bonjour à tous.\n\nKarim : Oui, bonjour.\n\nZoé : On commence ?\n\nKarim : Allez.\n";

it.each(["noscribe", "html", "rtf", "elan", "tei", "transcriber", "whisper", "sonal", "otranscribe", "docx"])(
  "a plain text is not of the format %s",
  (format) => {
    expect(() => read(plain, format)).toThrow("import.other-format");
  },
);

it.each(["vtt", "srt", "text", "notes", "f4"])(
  "a plain text may be read as %s, and keeps every word",
  (format) => {
    const { cues, format: found } = read(plain, format);
    expect(found.name).toBe(format);
    const words = cues.map(({ label, words: said }) => `${label ?? ""}${said}`).join("");
    expect(words.replace(/[^\p{L}]/gu, "")).toBe(plain.replace(/[^\p{L}]/gu, ""));
  },
);
