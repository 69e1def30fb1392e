// SubRip, as speech recognition and subtitle editors write it, and as people leave it.
import { readCaptions } from "../shapes/captions.ts";
import type { Hints, Reading, TextFormat } from "../reading.ts";
import { readBlocks } from "../shapes/timed-blocks.ts";
import { parseTiming } from "../times.ts";

/** How many lines with words are looked at for a line of times. */
const START = 10;

export const srt: TextFormat = {
  name: "srt",
  recognises: (text) =>
    text
      .slice(0, 10_000)
      .split("\n")
      .filter((line) => line.trim() !== "")
      .slice(0, START)
      .some((line) => parseTiming(line) !== undefined),
  read,
  joining: { separator: " ", unlabelled: "until-sentence-ends" },
};

/** How some players write places and looks into the text: `{\an8}`, `{y:i}`. */
const placement = /\{(?:\\|[YyCcFfSsPp]:)[^{}\n]{0,40}\}/g;

function read(text: string, hints: Hints): Reading {
  const { blocks, diagnostics } = readBlocks(text.replace(placement, "").split("\n"), {
    file: hints.file,
    from: 0,
    isNote: () => false,
    hasFreeIds: false,
  });
  const reading = readCaptions(blocks, hints);
  return { cues: reading.cues, diagnostics: [...diagnostics, ...reading.diagnostics] };
}
