// WebVTT (W3C, 2019), as Teams, Zoom, noScribe and Whisper write it.
import { readCaptions } from "../captions.ts";
import type { Hints, Reading, TextFormat } from "../reading.ts";
import { readBlocks } from "../timed-blocks.ts";

export const vtt: TextFormat = {
  name: "vtt",
  recognises: (text) => /^WEBVTT(?:[ \t\n]|$)/.test(text),
  read,
  joining: { separator: " ", unlabelled: "until-sentence-ends" },
};

function read(text: string, hints: Hints): Reading {
  const lines = text.split("\n");
  const { blocks, diagnostics } = readBlocks(lines, {
    file: hints.file,
    from: endOfHeader(lines),
    isNote: (first) => /^(?:NOTE(?:[ \t]|$)|(?:STYLE|REGION)[ \t]*$|X-TIMESTAMP-MAP=)/.test(first),
    hasFreeIds: true,
  });
  const reading = readCaptions(blocks, hints);
  return { cues: reading.cues, diagnostics: [...diagnostics, ...reading.diagnostics] };
}

/** The header is everything up to a blank line, or up to the first caption's times. */
function endOfHeader(lines: readonly string[]): number {
  const end = lines.findIndex((line, index) => line === "" || (index > 0 && line.includes("-->")));
  return end === -1 ? lines.length : end;
}
