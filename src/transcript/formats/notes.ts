// Notes and written texts: paragraphs, without speakers.
import type { Reading, TextFormat } from "../reading.ts";
import { inParagraphs } from "../words.ts";

export const notes: TextFormat = {
  name: "notes",
  recognises: () => true,
  read,
  joining: { separator: "\n\n", unlabelled: "apart" },
};

/** Each paragraph is a turn, so that it can be named, coded and quoted. */
function read(source: string): Reading {
  const paragraphs = inParagraphs(source).split("\n\n").filter(Boolean);
  return {
    cues: paragraphs.map((words) => ({ label: null, startMs: null, endMs: null, words })),
    diagnostics: [],
  };
}
