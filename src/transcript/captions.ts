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
  readonly text: string;
  /** Its lines, when no voice says who is speaking: one of their words may. */
  readonly lines: readonly string[];
}

/**
 * The cues of captions. Where names at the start of lines say who speaks, and fewer than
 * half of the captions carry one, a name holds until the next, as in printed subtitles;
 * where most carry one, a caption without a name is of someone unknown.
 */
export function readCaptions(blocks: readonly TimedBlock[], hints: Hints): Reading {
  const parts = blocks.flatMap(partsOf);
  const unvoiced = parts.filter(({ voice }) => voice === null);
  const firstLines = unvoiced.map(({ lines }) => lines[0] ?? "");
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
  for (const { block, voice, text, lines } of parts) {
    const { line, startMs, endMs } = block;
    if (voice === null && labels.isDoubtful(lines[0] ?? ""))
      diagnostics.push(diagnose("import.label-once", "warning", {}, { file: hints.file, line: line + 1 }));
    const pieces: Piece[] =
      voice === null ? byLabel(lines, labels, isCarried ? carried : null) : [{ voice, text }];
    for (const piece of pieces) {
      carried = piece.voice;
      const words = oneLine(piece.text);
      if (words !== "") cues.push({ label: piece.voice, startMs, endMs, words });
    }
  }
  return { cues, diagnostics };
}

function partsOf(block: TimedBlock): Part[] {
  return spoken(block.lines.join("\n")).map(({ voice, text }) => {
    const lines = voice === null ? text.split("\n").map(oneLine).filter(Boolean) : [];
    return { block, voice, text, lines };
  });
}

interface Piece {
  readonly voice: string | null;
  text: string;
}

/** The lines of one caption, cut where a line starts with a speaker's name. */
function byLabel(lines: readonly string[], labels: LabelReader, carried: string | null): Piece[] {
  const pieces: Piece[] = [];
  for (const line of lines) {
    const labelled = labels.read(line);
    const last = pieces.at(-1);
    if (labelled) pieces.push({ voice: labelled.label, text: labelled.words });
    else if (last) last.text += `\n${line}`;
    else pieces.push({ voice: carried, text: line });
  }
  return pieces;
}
