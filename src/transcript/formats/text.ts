// Plain text whose paragraphs start with who speaks: `Marie : …`.
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { labelReader } from "../labels.ts";
import { diagnose } from "../messages.ts";
import type { Hints, Reading, TextFormat } from "../reading.ts";
import type { Cue } from "../turn.ts";
import { inParagraphs } from "../words.ts";

export const text: TextFormat = {
  name: "text",
  recognises: (source, setting) => {
    if (setting.isWritten) return false;
    const lines = linesOf(source);
    const labels = labelReader(lines.filter(Boolean), setting.isKnown);
    return lines.some((line) => labels.read(line) !== undefined);
  },
  read,
  joining: { separator: "\n\n", unlabelled: "together" },
};

const linesOf = (source: string): string[] => source.split("\n").map((line) => line.trim());

/** A paragraph that starts with nobody's name goes on with the one before. */
function read(source: string, hints: Hints): Reading {
  const lines = linesOf(source);
  const labels = labelReader(lines.filter(Boolean), hints.isKnown);
  const diagnostics: Diagnostic[] = [];
  const turns: { label: string | null; lines: string[]; line: number }[] = [];
  for (const [index, line] of lines.entries()) {
    const labelled = labels.read(line);
    if (labelled) turns.push({ label: labelled.label, lines: [labelled.words], line: index + 1 });
    else if (turns.length > 0) turns.at(-1)?.lines.push(line);
    else if (line !== "") turns.push({ label: null, lines: [line], line: index + 1 });
    if (labels.isDoubtful(line))
      diagnostics.push(diagnose("import.label-once", "warning", {}, { file: hints.file, line: index + 1 }));
  }
  const [first] = turns;
  if (first?.label === null && turns.length > 1)
    diagnostics.push(
      diagnose("import.before-speakers", "warning", {}, { file: hints.file, line: first.line }),
    );
  const cues = turns
    .map(({ label, lines: own }): Cue => {
      return { label, startMs: null, endMs: null, words: inParagraphs(own.join("\n")) };
    })
    .filter(({ words }) => words !== "");
  return { cues, diagnostics };
}
