// WebVTT (W3C, 2019), as Teams, Zoom, Webex, noScribe, Whisper and YouTube write it.
import { readCaptions } from "../shapes/captions.ts";
import { spoken } from "../shapes/cue-text.ts";
import type { Hints, Reading, TextFormat } from "../reading.ts";
import { readBlocks, type TimedBlock } from "../shapes/timed-blocks.ts";
import { readSpeech, type Piece } from "./noscribe.ts";

const signature = /^\n*WEBVTT(?:[ \t\n]|$)/;

export const vtt: TextFormat = {
  name: "vtt",
  recognises: (text) => signature.test(text),
  read,
  joining: { separator: " ", unlabelled: "until-sentence-ends" },
};

const note = /^(?:NOTE(?:[ \t]|$)|(?:STYLE|REGION)[ \t]*$|X-TIMESTAMP-MAP=)/;

function read(text: string, hints: Hints): Reading {
  const lines = text.split("\n");
  const { blocks, diagnostics } = readBlocks(lines, {
    file: hints.file,
    // A person may say that a file is WebVTT: without its first line, nothing is a header.
    from: signature.test(text) ? endOfHeader(lines) : 0,
    isNote: (first) => note.test(first),
    hasFreeIds: true,
  });
  const reading = isNoScribe(lines)
    ? { cues: readSpeech(paragraphsOf(blocks), hints), diagnostics: [] }
    : readCaptions(blocks, hints);
  return { cues: reading.cues, diagnostics: [...diagnostics, ...reading.diagnostics] };
}

/** The header is everything up to a blank line, or up to the first caption's times. */
function endOfHeader(lines: readonly string[]): number {
  const start = lines.findIndex((line) => line.startsWith("WEBVTT"));
  const end = lines.findIndex((line, index) => index > start && (line === "" || line.includes("-->")));
  return end === -1 ? lines.length : end;
}

/** True when a note before the first caption says so: `Transcribed with noScribe vers. 0.7`. */
function isNoScribe(lines: readonly string[]): boolean {
  const first = lines.findIndex((line) => line.includes("-->"));
  const before = lines.slice(0, first);
  const start = before.findIndex((line) => note.test(line));
  return start !== -1 && before.slice(start).some((line) => /\bnoScribe\b/.test(line));
}

/** noScribe's captions as its paragraphs: a voice after `//` speaks over that of the paragraph. */
function paragraphsOf(blocks: readonly TimedBlock[]): { pieces: Piece[] }[] {
  const paragraphs: { speaker: string; pieces: Piece[] }[] = [];
  for (const { startMs, endMs, lines } of blocks)
    for (const { voice, text } of spoken(lines.join("\n"))) {
      const last = paragraphs.at(-1);
      const isOver = voice?.startsWith("//") === true;
      const speaker = (voice ?? "").replace(/^\/\//, "").trim();
      const piece = { startMs, endMs, speaker, text: `${text.replace(/\n/g, " ")} ` };
      if (last && (isOver || last.speaker === speaker)) last.pieces.push(piece);
      else paragraphs.push({ speaker, pieces: [piece] });
    }
  return paragraphs;
}
