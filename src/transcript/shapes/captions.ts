// From blocks of captions to cues: voices in tags, or who speaks said at the start of lines, by a
// name (`Marie : …`, `[Marie]`, `(Marie)`) or by a sign that the voice changes (`>> `, `- `).
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { marksOf } from "../../wording/speech-marks.ts";
import { spoken } from "./cue-text.ts";
import { foldLabel, isDiarised, isNameLike, labelReader, type Labelled, type LabelReader } from "./labels.ts";
import { diagnose } from "../messages.ts";
import { Problems } from "./problems.ts";
import type { Hints, Reading } from "../reading.ts";
import { unrolled } from "./rolling.ts";
import type { TimedBlock } from "./timed-blocks.ts";
import type { Cue } from "../turn.ts";
import { UnreadLabels } from "./unread-labels.ts";
import { oneLine } from "../words.ts";

/**
 * The cues of captions. Where names at the start of lines say who speaks, and fewer than
 * half of the captions carry one, a name holds until the next, as in printed subtitles;
 * where most carry one, a caption without a name is of someone unknown.
 */
export function readCaptions(blocks: readonly TimedBlock[], hints: Hints): Reading {
  const { file } = hints;
  const rolled = unrolled(blocks);
  const diagnostics: Diagnostic[] = rolled
    ? [diagnose("import.repeats-left", "info", { count: rolled.repeated }, { file })]
    : [];
  const parts = (rolled?.blocks ?? blocks).flatMap(partsOf);
  const signs = signsIn(parts.flatMap(({ lines }) => lines));
  const marked = parts.map((part) => ({ ...part, marked: part.lines.flatMap(signs.read) }));
  const unvoiced = marked.filter(({ voice }) => voice === null);
  const first = unvoiced.map(({ marked: [line] }) => line?.named ?? "");
  const said = unvoiced.flatMap((part) => part.marked);
  const called = signs.hasChevrons ? calledIn(said) : new Set<string>();
  const labels = labelReader(
    said.map((line) => line.named),
    (label) => called.has(label) || hints.isKnown(label),
    first,
  );
  const named = first.filter((line) => labels.read(line)).length;
  const isCarried = signs.hasChevrons || (named > 0 && named * 2 < unvoiced.length);
  const voicesWith = (reader: LabelReader): Heard[] => {
    const voices = new VoiceReader(reader, isCarried, signs.hasChevrons);
    return marked.flatMap(({ block, voice, text, marked: lines }) =>
      (voice === null ? voices.read(lines) : [voices.hear(voice, text)]).map((piece) => ({
        ...piece,
        block,
      })),
    );
  };
  const once = voicesWith(labels);
  const silent = silentIn(once, hints.isKnown);
  const heard = silent.size > 0 ? voicesWith(without(silent, labels)) : once;
  const unread = new UnreadLabels();
  for (const { block, marked: lines } of unvoiced) {
    const line = lines[0]?.named ?? "";
    const folded = foldLabel(labels.read(line)?.label ?? "");
    const label = silent.has(folded) ? { folded, count: 1 } : labels.unread(line);
    if (label) unread.add(label, { file, line: block.line + 1 });
  }
  const problems = new Problems();
  for (const [index, each] of heard.entries())
    if (isEmpty(each, heard[index + 1]))
      problems.say("import.turn-empty", "warning", () => ({ file, line: each.block.line + 1 }));
  const cues = heard.flatMap(({ voice: label, text, isSameVoice, block: { startMs, endMs } }): Cue[] => {
    const words = oneLine(text);
    return words === "" ? [] : [{ label, startMs, endMs, words, isSameVoice }];
  });
  return { cues, diagnostics: [...diagnostics, ...unread.diagnostics, ...problems.diagnostics] };
}

interface Heard extends Piece {
  readonly block: TimedBlock;
}

/** A name, and no words of that person before the next. */
const isEmpty = ({ voice, text, isNamed }: Heard, next: Heard | undefined): boolean =>
  isNamed && voice !== null && oneLine(text) === "" && (!next || next.isNamed || next.voice !== voice);

/** The labels, folded, that no words ever follow, but those of known people and of machines. */
function silentIn(heard: readonly Heard[], isKnown: (folded: string) => boolean): Set<string> {
  const speaking = new Set(
    heard.flatMap(({ voice, text }) => (voice === null || oneLine(text) === "" ? [] : [foldLabel(voice)])),
  );
  const empty = heard.filter((each, index) => isEmpty(each, heard[index + 1]));
  const labels = empty.flatMap(({ voice }) =>
    voice === null || isDiarised(voice) ? [] : [foldLabel(voice)],
  );
  return new Set(labels.filter((label) => !speaking.has(label) && !isKnown(label)));
}

/** The labels, but those that are words. */
function without(silent: ReadonlySet<string>, labels: LabelReader): LabelReader {
  const read = (line: string): Labelled | undefined => {
    const labelled = labels.read(line);
    return labelled && silent.has(foldLabel(labelled.label)) ? undefined : labelled;
  };
  return { ...labels, read };
}

interface Part {
  readonly block: TimedBlock;
  readonly voice: string | null;
  readonly text: string;
  /** Its lines, when no voice says who is speaking: one of their words may. */
  readonly lines: readonly string[];
}

function partsOf(block: TimedBlock): Part[] {
  return spoken(block.lines.join("\n")).map(({ voice, text }) => {
    const lines = voice === null ? text.split("\n").map(oneLine).filter(Boolean) : [];
    return { block, voice, text, lines };
  });
}

/** A line without the sign that someone else than before is speaking. */
interface Line {
  readonly text: string;
  /** The same, a name between parentheses put between brackets. */
  readonly named: string;
  readonly isOther: boolean;
}

interface Signs {
  /** `>>` says each time that the voice changes: until the next it does not. */
  readonly hasChevrons: boolean;
  readonly read: (line: string) => Line[];
}

const chevrons = /(?:^|(?<=\s))>{2,3}\s*/;
const dash = /^(?:[–—]\s*|-\s+|-(?=[\p{Lu}«"…]))(?=\S)/u;

/** The signs a file keeps to. One dash alone in it may be a person's. */
function signsIn(lines: readonly string[]): Signs {
  const hasChevrons = lines.some((line) => line.startsWith(">>"));
  const hasDashes = lines.filter((line) => dash.test(line)).length >= 2;
  const read = (line: string): Line[] => {
    const pieces = hasChevrons ? line.split(chevrons) : [line];
    return pieces.flatMap((piece, index) => {
      const isOther = index > 0 || (hasDashes && dash.test(piece));
      const text = (hasDashes ? piece.replace(dash, "") : piece).trim();
      return text === "" && !isOther ? [] : [{ text, named: asBracketed(text), isOther }];
    });
  };
  return { hasChevrons, read };
}

/** Who is named after a chevron, folded: a name there is a speaker's, were it there only once. */
function calledIn(lines: readonly Line[]): Set<string> {
  const labels = lines.map(({ named, isOther }) =>
    isOther ? /^([^:\n]{1,60}?)\s{0,2}:/.exec(named)?.[1] : undefined,
  );
  return new Set(
    labels.flatMap((label) => (label !== undefined && isNameLike(label) ? [foldLabel(label)] : [])),
  );
}

/** `(Marie) oui` as `[Marie] oui`, but not `(Rires)`. */
function asBracketed(line: string): string {
  if (!line.startsWith("(") || marksOf(line)[0]?.start === 0) return line;
  return line.replace(/^\((\p{Lu}[^()[\]]{0,59})\)(?=[ :]|$)/u, "[$1]");
}

interface Piece {
  readonly voice: string | null;
  text: string;
  readonly isSameVoice: boolean | undefined;
  /** Its line says who speaks. */
  readonly isNamed: boolean;
}

/** Cuts captions where a line starts with a speaker's name, or with a sign. */
class VoiceReader {
  readonly #labels: LabelReader;
  readonly #isCarried: boolean;
  readonly #hasChevrons: boolean;
  #voice: string | null = null;
  /** A name, or a sign, stands alone on its line: it is that of the words to come. */
  #isAwaited = false;

  constructor(labels: LabelReader, isCarried: boolean, hasChevrons: boolean) {
    this.#labels = labels;
    this.#isCarried = isCarried;
    this.#hasChevrons = hasChevrons;
  }

  /** What a voice in a tag says. */
  hear(voice: string, text: string): Piece {
    this.#voice = voice;
    return { voice, text, isSameVoice: undefined, isNamed: false };
  }

  read(lines: readonly Line[]): Piece[] {
    const pieces: Piece[] = [];
    for (const [index, { text, named, isOther }] of lines.entries()) {
      const labelled = this.#labelOf(named, index === lines.length - 1);
      const last = pieces.at(-1);
      if (labelled || isOther || this.#labels.isPart(named)) pieces.push(this.#change(labelled, text));
      else if (last) {
        last.text += `\n${text}`;
        this.#isAwaited = false;
      } else pieces.push(this.#goOn(text));
    }
    return pieces;
  }

  /** Between brackets and with nothing to say, `[Générique]` is no name. */
  #labelOf(line: string, isLast: boolean): Labelled | undefined {
    const labelled = this.#labels.read(line);
    return labelled && isLast && line.endsWith("]") && labelled.words === "" ? undefined : labelled;
  }

  #change(labelled: Labelled | undefined, text: string): Piece {
    this.#voice = labelled?.label ?? null;
    this.#isAwaited = (labelled?.words ?? text).trim() === "";
    const isNamed = labelled !== undefined;
    return {
      voice: this.#voice,
      text: labelled?.words ?? text,
      isSameVoice: isNamed ? undefined : false,
      isNamed,
    };
  }

  #goOn(text: string): Piece {
    const voice = this.#isCarried || this.#isAwaited ? this.#voice : null;
    const isSameVoice = this.#isAwaited ? false : this.#hasChevrons || undefined;
    this.#voice = voice;
    this.#isAwaited = false;
    return { voice, text, isSameVoice, isNamed: false };
  }
}
