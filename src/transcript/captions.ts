// From blocks of captions to cues: voices in tags, or names at the start of lines.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { spoken } from "./cue-text.ts";
import { labelReader, type LabelReader } from "./labels.ts";
import { diagnose } from "./messages.ts";
import type { Hints, Reading } from "./reading.ts";
import type { TimedBlock } from "./timed-blocks.ts";
import type { Cue } from "./turn.ts";
import { oneLine } from "./words.ts";

interface Part {
  readonly block: TimedBlock;
  readonly voice: string | null;
  readonly lines: readonly string[];
}

/**
 * The cues of captions. Where names at the start of lines say who speaks, and fewer than
 * half of the captions carry one, a name holds until the next, as in printed subtitles;
 * where most carry one, a caption without a name is of someone unknown.
 */
export function readCaptions(blocks: readonly TimedBlock[], hints: Hints): Reading {
  const parts = blocks.flatMap((block) =>
    spoken(block.lines.join("\n")).map(({ voice, text }): Part => ({
      block,
      voice,
      lines: text.split("\n").map(oneLine).filter(Boolean),
    })),
  );
  const unvoiced = parts.filter((part) => part.voice === null);
  const firstLines = unvoiced.map((part) => part.lines[0] ?? "");
  const labels = labelReader(
    unvoiced.flatMap(({ lines }) => lines),
    hints.isKnown,
    firstLines,
  );
  const named = firstLines.filter((line) => labels.read(line)).length;
  const isCarried = named > 0 && named * 2 < unvoiced.length;
  const diagnostics: Diagnostic[] = [];
  const cues: Cue[] = [];
  let carried: string | null = null;
  for (const part of parts) {
    const { line, startMs, endMs } = part.block;
    if (part.voice === null && labels.isDoubtful(part.lines[0] ?? ""))
      diagnostics.push(diagnose("import.label-once", "warning", {}, { file: hints.file, line: line + 1 }));
    const pieces: readonly Pick<Part, "voice" | "lines">[] =
      part.voice === null ? byLabel(part.lines, labels, isCarried ? carried : null) : [part];
    for (const { voice, lines } of pieces) {
      carried = voice;
      const words = oneLine(lines.join(" "));
      if (words !== "") cues.push({ label: voice, startMs, endMs, words });
    }
  }
  return { cues, diagnostics };
}

interface Piece {
  readonly voice: string | null;
  readonly lines: string[];
}

/** The lines of one caption, cut where a line starts with a speaker's name. */
function byLabel(lines: readonly string[], labels: LabelReader, carried: string | null): Piece[] {
  const pieces: Piece[] = [];
  for (const line of lines) {
    const labelled = labels.read(line);
    if (labelled) pieces.push({ voice: labelled.label, lines: [labelled.words] });
    else if (pieces.length === 0) pieces.push({ voice: carried, lines: [line] });
    else pieces.at(-1)?.lines.push(line);
  }
  return pieces;
}
