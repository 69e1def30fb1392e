// JSON of speech recognition: Whisper and its family (whisper.cpp, faster-whisper, WhisperX,
// insanely-fast-whisper, Hugging Face), and services that write nearly the same.
import type { Diagnostic, Place } from "../../kernel/diagnostic.ts";
import { isJsonObject, readJson, type Json, type JsonObject } from "../shapes/json.ts";
import { diagnose, refuse } from "../messages.ts";
import { Problems } from "../shapes/problems.ts";
import type { Hints, Reading, TextFormat } from "../reading.ts";
import { cutByVoice, joinWords, type SpokenWord } from "../shapes/spoken-words.ts";
import type { Cue } from "../turn.ts";
import { oneLine } from "../words.ts";
import { readTime, rounded, TimeKeeper, unitOf, type ReadTime } from "../shapes/written-times.ts";

export const whisper: TextFormat = {
  name: "whisper",
  recognises: (text) => /^\s*(?:\{\s*["}]|\[\s*[{[\]])/.test(text),
  read,
  joining: { separator: " ", unlabelled: "until-sentence-ends" },
  hasLongLines: true,
};

function read(text: string, hints: Hints): Reading {
  const json = readJson(text, hints.file);
  const found = findPassages(json.value);
  if (!found) throw refuse("import.unknown-json", { file: hints.file });
  const reader = new PassageReader(json, hints.file, found.passages);
  const heard = withTurns(found.passages, (passage, index) => reader.read(passage, index));
  const cues = compareTexts(heard, found.whole, json.isCut);
  const diagnostics = [...json.diagnostics, ...reader.diagnostics];
  if (!cues) diagnostics.push(diagnose("import.two-texts", "warning", {}, { file: hints.file }));
  if (json.isDamaged && hasOtherWords(json.value, cues ?? heard))
    diagnostics.push(diagnose("import.unreadable", "error", {}, { file: hints.file }));
  return { cues: cues ?? heard, diagnostics };
}

/** Where programs put words. */
const spoken = new Set(["text", "transcript", "word", "punctuated_word"]);

/** True when some words of a damaged file, wherever its damage left them, are in no cue. */
function hasOtherWords(value: unknown, cues: readonly Cue[]): boolean {
  const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const said = new Set(cues.flatMap(({ words }) => wordsOf(words)));
  const isOther = (key: string, each: unknown): boolean =>
    typeof each === "string"
      ? spoken.has(key) && wordsOf(each).some((word) => !said.has(word))
      : typeof each === "object" &&
        each !== null &&
        Object.entries(each).some(([name, inside]) => isOther(name, inside));
  return isOther("", value);
}

/**
 * The cues of each passage. Where whisper.cpp heard the voice change (tinydiarize), the passage before says
 * so; where it heard nothing, it may have missed it.
 */
function withTurns(passages: readonly unknown[], read: (passage: unknown, index: number) => Cue[]): Cue[] {
  let isTurn = false;
  return passages.flatMap((passage, index) => {
    const cues = read(passage, index);
    const [first, ...others] = cues;
    const isAnother = isTurn;
    isTurn = (isTurn && !first) || (isJsonObject(passage) && passage["speaker_turn_next"] === true);
    return first && isAnother ? [{ ...first, isSameVoice: false }, ...others] : cues;
  });
}

interface Found {
  readonly passages: readonly unknown[];
  /** All the words once more, when the file has them. */
  readonly whole: string;
}

/** Where programs put their passages, those that say who speaks first. */
const lists = ["segments", "transcription", "speakers", "utterances", "chunks"] as const;

function findPassages(value: unknown): Found | undefined {
  if (Array.isArray(value)) {
    const passages = value as unknown[];
    return passages.some((each) => isJsonObject(each) && hasWords(each))
      ? { passages, whole: "" }
      : undefined;
  }
  if (!isJsonObject(value)) return undefined;
  const whole = typeof value["text"] === "string" ? value["text"] : "";
  for (const name of lists) {
    const list: unknown = value[name];
    if (!Array.isArray(list)) continue;
    const passages = list as unknown[];
    if (passages.length > 0 || (name === "segments" && whole === "")) return { passages, whole };
  }
  // Deepgram, without utterances: a passage for each channel.
  const channels: unknown = value["channels"];
  if (Array.isArray(channels))
    return { passages: channels.flatMap((each: unknown) => firstAlternative(each) ?? []), whole: "" };
  if (hasWords(value)) return { passages: [value], whole: "" };
  const inside = [value["results"], value["result"], value["output"]].map(findPassages);
  return inside.find((each) => each !== undefined);
}

function firstAlternative(channel: unknown): JsonObject | undefined {
  const alternatives: unknown = isJsonObject(channel) ? channel["alternatives"] : undefined;
  const first: unknown = Array.isArray(alternatives) ? alternatives[0] : undefined;
  return isJsonObject(first) ? first : undefined;
}

const hasWords = (value: JsonObject): boolean => textOf(value) !== undefined || Array.isArray(value["words"]);

function textOf({ text, transcript }: JsonObject): string | undefined {
  return [text, transcript].find((each) => typeof each === "string");
}

class PassageReader {
  readonly #problems = new Problems();
  readonly #times = new TimeKeeper();
  readonly #json: Json;
  readonly #file: string;
  readonly #unit: number;
  readonly #last: number;
  /** The last passage that is one: where those that are none are said to be. */
  #latest: JsonObject | undefined;

  constructor(json: Json, file: string, passages: readonly unknown[]) {
    this.#json = json;
    this.#file = file;
    this.#last = passages.length - 1;
    this.#unit = unitOf(passages.flatMap(spansOf));
  }

  get diagnostics(): Diagnostic[] {
    return [...this.#problems.diagnostics, ...this.#times.diagnostics];
  }

  read(passage: unknown, index: number): Cue[] {
    if (isJsonObject(passage)) {
      this.#latest = passage;
      const words = Array.isArray(passage["words"])
        ? passage["words"].flatMap((each) => this.#word(each))
        : [];
      const written = textOf(passage);
      // Some programs leave the text empty where they list the words.
      const text = words.length > 0 && !written?.trim() ? joinWords(words) : written;
      if (text !== undefined) return this.#cues(passage, text, words);
      // Of the last one, the words may be what was cut off.
      if (this.#json.isCut && index === this.#last) return [];
    }
    this.#problems.say("import.unreadable", "error", () => this.#place());
    return [];
  }

  #cues(passage: JsonObject, text: string, words: readonly SpokenWord[]): Cue[] {
    const { start, end } = this.#timesOf(passage);
    const span = this.#times.settle(start, end, () => this.#place());
    const { pieces, isSame } = cutByVoice({ text, label: labelOf(passage), ...span }, words);
    if (!isSame) this.#problems.say("import.two-texts", "warning", () => this.#place());
    return pieces
      .map((piece) => ({ ...piece, words: oneLine(piece.words) }))
      .filter(({ words: said }) => said !== "");
  }

  #word(value: unknown): SpokenWord[] {
    if (typeof value === "string") return [{ text: value, label: null, startMs: null, endMs: null }];
    if (!isJsonObject(value)) return [];
    const { punctuated_word: punctuated, word, text } = value;
    const written = [punctuated, word, text].find((each) => typeof each === "string");
    if (written === undefined) return [];
    const { start, end } = this.#timesOf(value);
    return [{ text: written, label: labelOf(value), startMs: start ?? null, endMs: end ?? null }];
  }

  #timesOf(value: JsonObject): { start: ReadTime; end: ReadTime } {
    const { offsets, timestamps } = value;
    // whisper.cpp has both: figures in milliseconds, and clocks.
    if (isJsonObject(offsets)) return { start: timeOf(offsets["from"], 1), end: timeOf(offsets["to"], 1) };
    if (isJsonObject(timestamps))
      return { start: timeOf(timestamps["from"], 1000), end: timeOf(timestamps["to"], 1000) };
    const [start, end] = startAndEnd(value);
    return { start: timeOf(start, this.#unit), end: timeOf(end, this.#unit) };
  }

  #place(): Place {
    return { file: this.#file, ...(this.#latest && this.#json.placeOf(this.#latest)) };
  }
}

function startAndEnd(value: JsonObject): [unknown, unknown] {
  const { timestamp } = value;
  if (Array.isArray(timestamp)) return [timestamp[0], timestamp[1]];
  return [value["start"] ?? value["start_time"], value["end"] ?? value["end_time"]];
}

function spansOf(passage: unknown): { start: number; end: number }[] {
  if (!isJsonObject(passage)) return [];
  const [start, end] = startAndEnd(passage);
  if (typeof start === "number" && typeof end === "number") return [{ start, end }];
  return Array.isArray(passage["words"]) && start === undefined ? passage["words"].flatMap(spansOf) : [];
}

function timeOf(value: unknown, unit: number): ReadTime {
  if (typeof value === "string") return readTime(value, unit);
  return typeof value === "number" ? rounded(value * unit) : null;
}

/** Who speaks; null when the file does not say, or says that it does not know. */
function labelOf(value: JsonObject): string | null {
  const given = value["speaker"] ?? value["speaker_label"] ?? value["speaker_id"];
  const label = typeof given === "string" ? oneLine(given) : typeof given === "number" ? String(given) : "";
  return label === "" || label === "?" ? null : label;
}

const notLetters = /[^\p{L}\p{N}]+/gu;

/**
 * The cues, and after them what the text as a whole goes on with when the file is cut short; undefined
 * when the two do not say the same.
 */
function compareTexts(cues: readonly Cue[], whole: string, isCut: boolean): readonly Cue[] | undefined {
  const all = whole.replace(notLetters, "");
  if (all === "") return cues;
  const said = cues.map(({ words }) => words.replace(notLetters, "")).join("");
  if (said === all) return cues;
  if (!isCut || !all.startsWith(said)) return undefined;
  let seen = 0;
  let at = 0;
  for (const sign of whole) {
    if (seen >= said.length) break;
    at += sign.length;
    seen += sign.replace(notLetters, "").length;
  }
  return goOn(cues, whole.slice(at));
}

/** The file may stop inside a word, or before the sign that ends it: the last cue gets the rest of that. */
function goOn(cues: readonly Cue[], rest: string): readonly Cue[] {
  const untimed = { label: null, startMs: null, endMs: null };
  const last = cues.at(-1);
  const [, signs = ""] = /[\p{L}\p{N}]([^\p{L}\p{N}]*)$/u.exec(last?.words.slice(-40) ?? "") ?? [];
  const isNext = last !== undefined && rest.startsWith(signs);
  const after = isNext ? rest.slice(signs.length) : rest;
  const head = isNext ? (/^[^ \t\n]+/.exec(after)?.[0] ?? "") : "";
  const words = oneLine(after.slice(head.length));
  return [
    ...cues.slice(0, -1),
    ...(last ? [{ ...last, words: last.words + head }] : []),
    ...(words === "" ? [] : [{ ...untimed, words }]),
  ];
}
