// Plain text that says who speaks, or when, by one of the ways people have of writing it.
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { foldLabel, labelReader } from "../labels.ts";
import { diagnose } from "../messages.ts";
import { dashesIn, openingsIn, type Opened, type Openings } from "../plain-forms.ts";
import { plainLines, type PlainLine } from "../plain-lines.ts";
import type { Hints, Reading, TextFormat } from "../reading.ts";
import { timeAtStart } from "../spoken-times.ts";
import type { Cue } from "../turn.ts";
import { inParagraphs } from "../words.ts";
import { TimeKeeper } from "../written-times.ts";

export const text: TextFormat = {
  name: "text",
  recognises: (source, setting) => {
    if (setting.isWritten) return false;
    const lines = plainLines(source, setting.isKnown);
    return openings(lines, setting).count > 0 || lines.filter(isTimed).length >= 2;
  },
  read,
  joining: { separator: "\n\n", unlabelled: "apart" },
};

const isTimed = ({ startMs, endMs }: PlainLine): boolean => startMs !== null || endMs !== null;

/** The way the file has of naming people: a colon or a time, unless another opens more lines. */
function openings(lines: readonly PlainLine[], { isKnown }: Hints): Openings {
  const colons = withColons(lines, isKnown);
  const spoken = lines.filter(({ text: words }) => words !== "").length;
  if (colons.count * 2 > spoken) return colons;
  const others = openingsIn(lines, isKnown);
  if (others && others.count > colons.count) return others;
  return colons.count > 0 ? colons : (dashesIn(lines) ?? colons);
}

function withColons(lines: readonly PlainLine[], isKnown: Hints["isKnown"]): Openings {
  const lineOf = ({ named, text: words }: PlainLine): string =>
    named ? `${named.label} : ${named.words}` : words;
  const spoken = lines.map(lineOf).filter(Boolean);
  const first = labelReader(spoken, isKnown);
  // Where a time sets known names apart, what stands so once is a name too.
  const isTime = lines.some((line) => line.named && first.read(lineOf(line)));
  const names = new Set(lines.flatMap(({ named }) => (isTime && named ? foldLabel(named.label) : [])));
  const labels = names.size > 0 ? labelReader(spoken, (label) => isKnown(label) || names.has(label)) : first;
  return {
    count: lines.filter((line) => labels.read(lineOf(line))).length,
    read: (line) => {
      const labelled = labels.read(lineOf(line));
      const { startMs, endMs } = line.named ?? line;
      return labelled && { ...labelled, startMs, endMs };
    },
    isDoubtful: (line) => labels.isDoubtful(lineOf(line)),
  };
}

/** What Otter says of itself, under what people say. */
const notice = /^Transcribed by https:\/\/otter\.ai\/?$/;

/** How many doubtful lines are named one by one. */
const NAMED = 20;

/**
 * A paragraph that starts with nobody's name goes on with the one before, as another turn when it
 * has a time of its own. Where nobody is named, each paragraph is a turn.
 */
function read(source: string, hints: Hints): Reading {
  const { file } = hints;
  const all = plainLines(source, hints.isKnown);
  const lines = all.filter(({ text: words }) => !notice.test(words));
  const names = openings(lines, hints);
  const turns = new Turns(names.count > 0);
  const doubtful: Diagnostic[] = [];
  for (const line of lines) {
    const opened = names.read(line);
    if (opened) turns.open(opened, line);
    else turns.goOn(line);
    if (!opened && names.isDoubtful(line) && doubtful.length < NAMED)
      doubtful.push(diagnose("import.label-once", "warning", {}, { file, line: line.number }));
  }
  const [first] = turns.all;
  const isBefore = first?.label === null && turns.all.some(({ label }) => label !== null);
  const times = new TimeKeeper();
  let until: number | null = null;
  const cues = turns.all.flatMap(({ label, startMs, endMs, lines: own, line }): Cue[] => {
    const words = inParagraphs(own.join("\n"));
    if (words === "") return [];
    // Where a file only says when a paragraph ends, the next starts there.
    const span = times.settle(startMs ?? (endMs === null ? null : until), endMs, () => ({ file, line }));
    until = span.endMs;
    return [{ label, ...span, words }];
  });
  return {
    cues,
    diagnostics: [
      ...(isBefore ? [diagnose("import.before-speakers", "warning", {}, { file, line: first.line })] : []),
      ...(lines.length < all.length
        ? [diagnose("import.notices-left", "info", { count: all.length - lines.length }, { file })]
        : []),
      ...doubtful,
      ...times.diagnostics,
    ],
  };
}

interface PlainTurn {
  readonly label: string | null;
  startMs: number | null;
  endMs: number | null;
  readonly lines: string[];
  readonly line: number;
}

/** The turns of a text as its lines come. */
class Turns {
  readonly all: PlainTurn[] = [];
  readonly #hasSpeakers: boolean;
  /** The time of a line that has no words is of what follows. */
  #waiting: PlainLine | undefined;

  constructor(hasSpeakers: boolean) {
    this.#hasSpeakers = hasSpeakers;
  }

  open({ label, words, startMs, endMs }: Opened, { number }: PlainLine): void {
    const said = words.trimStart();
    const found = startMs === null ? timeAtStart(said) : undefined;
    const inside = found?.isBare === false ? found : undefined;
    const times = { startMs: inside?.time.startMs ?? startMs, endMs: inside?.time.endMs ?? endMs };
    this.#add(label, said.slice(inside?.length ?? 0), { number, ...times });
  }

  goOn(line: PlainLine): void {
    const last = this.all.at(-1);
    const { text: words, startMs, endMs, startsParagraph } = line;
    const isNew = startMs !== null || this.#waiting !== undefined || (!this.#hasSpeakers && startsParagraph);
    if (words === "" && startMs !== null) this.#waiting = line;
    else if (words !== "" && (!last || (isNew && last.lines.some(Boolean)))) {
      // Words that no time and no name part from those before it are of the same person.
      this.#add(last?.label ?? null, words, line);
    } else if (last) {
      last.lines.push(words);
      if (words === "") return;
      last.startMs ??= startMs ?? this.#waiting?.startMs ?? null;
      last.endMs = endMs ?? last.endMs;
      this.#waiting = undefined;
    }
  }

  #add(
    label: string | null,
    words: string,
    { number, startMs, endMs }: Pick<PlainLine, "number" | "startMs" | "endMs">,
  ): void {
    const waited = this.#waiting;
    this.#waiting = undefined;
    this.all.push({
      label,
      startMs: startMs ?? waited?.startMs ?? null,
      endMs: endMs ?? waited?.endMs ?? null,
      lines: [words],
      line: number,
    });
  }
}
