// noScribe's HTML (github.com/kaixxx/noScribe): paragraphs by speaker, in which each segment is
// an anchor that says its times and who was heard. Version 0.3 wrote `<a href="ts_START_END">`, those
// since write `<a name="ts_START_END_S00">`, in milliseconds. noScribeEdit and Word keep the
// anchors, but may close them before their words. What the text says of who speaks counts before what
// the anchor says: people correct the text.
import { hearHtml, type HtmlAttributes } from "../../office/html-events.ts";
import { writeMark, writeOverlap } from "../../wording/speech-marks.ts";
import { foldLabel, isDiarised, labelReader, type LabelReader } from "../shapes/labels.ts";
import { diagnose } from "../messages.ts";
import type { Hints, Reading, TextFormat } from "../reading.ts";
import { parseClock } from "../times.ts";
import type { Cue } from "../turn.ts";
import { inParagraphs, oneLine, withoutControls } from "../words.ts";

export const noscribe: TextFormat = {
  name: "noscribe",
  recognises: (text) =>
    /^\s*</.test(text) && /<a\s[^<>]{0,200}\b(?:name|href)\s*=\s*["']?ts_\d+_\d+/i.test(text),
  read,
  joining: { separator: " ", unlabelled: "until-sentence-ends" },
  hasLongLines: true,
};

/** What an anchor holds. Text outside of any has no times. */
export interface Piece {
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** As the anchor has it; empty when it does not say. */
  readonly speaker: string;
  text: string;
}

export interface Paragraph {
  readonly pieces: Piece[];
  /** False before the first anchor of the file. */
  readonly isSpeech: boolean;
}

function read(source: string, hints: Hints): Reading {
  const { paragraphs, isCut } = hearParagraphs(source);
  const place = { file: hints.file };
  const start = paragraphs.findIndex(({ isSpeech }) => isSpeech);
  const before = paragraphs.slice(0, Math.max(start, 0));
  // The title, the program, and the audio file, which version 0.3 names in a paragraph of its own.
  const program = before.findLastIndex(({ pieces }) => /noscribe/i.test(textOf(pieces)));
  const isAudio = /\.[a-z0-9]{2,4}\s*$/i.test(textOf(before[program + 1]?.pieces ?? []));
  const header = program === -1 ? 0 : program + (isAudio ? 2 : 1);
  const spoken = paragraphs.slice(header);
  const cues = readSpeech(spoken, hints);
  return {
    cues,
    diagnostics: [
      ...(header > 0 ? [diagnose("import.about-left", "info", {}, place)] : []),
      ...(before.length > header ? [diagnose("import.before-speakers", "warning", {}, place)] : []),
      ...(isCut || !/<\/(?:body|html)\s*>\s*$/i.test(source.slice(-200))
        ? [diagnose("import.cut-short", "warning", {}, place)]
        : []),
    ],
  };
}

const apart = /^(?:p|div|li|h[1-6]|td|th|tr|blockquote|body)$/;
const unseen = /^(?:head|script|style|title)$/;
const anchor = /^ts_(\d{1,10})_(\d{1,10})(?:_(.*))?$/s;

function hearParagraphs(source: string): { paragraphs: Paragraph[]; isCut: boolean } {
  const paragraphs: Paragraph[] = [];
  let pieces: Piece[] = [];
  let isSpeech = false;
  let hidden = 0;
  const end = (): void => {
    if (pieces.some(({ text }) => text.trim() !== "")) paragraphs.push({ pieces, isSpeech });
    pieces = [];
  };
  const write = (text: string): void => {
    const piece = pieces.at(-1);
    if (piece) piece.text += text;
    else pieces.push({ startMs: null, endMs: null, speaker: "", text });
  };
  const { isCut } = hearHtml(source, {
    open: (name, attributes) => {
      if (unseen.test(name)) hidden += 1;
      if (apart.test(name)) end();
      if (name === "br") write("\n");
      const piece = name === "a" ? pieceOf(attributes) : undefined;
      if (!piece) return;
      pieces.push(piece);
      isSpeech = true;
    },
    text: (text) => {
      if (hidden === 0) write(withoutControls(text).replace(/[ \t\n]+/g, " "));
    },
    close: (name) => {
      if (unseen.test(name)) hidden -= 1;
      if (apart.test(name)) end();
    },
  });
  end();
  return { paragraphs, isCut };
}

function pieceOf({ name = "", href = "" }: HtmlAttributes): Piece | undefined {
  const found = anchor.exec(name) ?? anchor.exec(href);
  if (!found) return undefined;
  const [, start, end, speaker = ""] = found;
  return {
    startMs: Number(start),
    endMs: Number(end),
    speaker: oneLine(withoutControls(speaker.replace(/^\/\//, ""))),
    text: "",
  };
}

const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join("");

/** `[00:00:10]`, that noScribe puts after who speaks, and once a minute. */
const stamp = /\[(\d{2}:\d{2}:\d{2})\] ?/g;

/** Without the times written in the text; they count where no anchor says better. */
function withoutStamps(piece: Piece): Piece {
  const seconds = parseClock(/\[(\d{2}:\d{2}:\d{2})\]/.exec(piece.text)?.[1] ?? "");
  const text = piece.text.replace(stamp, "");
  return { ...piece, text, startMs: piece.startMs ?? (seconds === undefined ? null : seconds * 1000) };
}

interface Said {
  readonly label: string | null;
  readonly isOverlap: boolean;
  readonly startMs: number | null;
  endMs: number | null;
  readonly texts: string[];
}

/** What is said, by whom: also of noScribe's WebVTT, whose captions are its anchors. */
export function readSpeech(paragraphs: readonly Pick<Paragraph, "pieces">[], hints: Hints): Cue[] {
  return new SpeechReader(paragraphs, hints).read();
}

class SpeechReader {
  readonly #paragraphs: readonly (readonly Piece[])[];
  readonly #language: Hints["language"];
  readonly #labels: LabelReader;
  readonly #isName: (label: string) => boolean;
  /** What the text calls someone whom the anchors call otherwise. */
  readonly #renamed = new Map<string, string>();
  readonly #said: Said[] = [];
  #speaker: string | null = null;

  constructor(paragraphs: readonly Pick<Paragraph, "pieces">[], { isKnown, language }: Hints) {
    this.#language = language;
    this.#paragraphs = paragraphs.map(({ pieces }) => pieces.map(withoutStamps));
    const names = new Set(this.#paragraphs.flat().map(({ speaker }) => foldLabel(speaker)));
    names.delete("");
    const lines = this.#paragraphs.map((pieces) => textOf(pieces).trim());
    const isNamed = (label: string): boolean => names.has(label) || isKnown(label);
    this.#labels = labelReader(lines, isNamed);
    for (const line of lines) {
      const label = this.#labels.read(line)?.label;
      if (label !== undefined) names.add(foldLabel(label));
    }
    this.#isName = (label) => isDiarised(label) || isNamed(foldLabel(label));
  }

  read(): Cue[] {
    for (const pieces of this.#paragraphs) this.#readParagraph(pieces);
    const cues: Cue[] = [];
    let silence = "";
    for (const { label, isOverlap, startMs, endMs, texts } of this.#said) {
      const words = inParagraphs(this.#withPauses(texts.join(""))).normalize("NFC");
      if (words === "") continue;
      // The silence before the first word is nobody's.
      if (label === null && !/[\p{L}\p{N}]/u.test(words.replace(/\([^()]*\)/g, ""))) silence += `${words} `;
      else {
        cues.push({ label, startMs, endMs, words: silence + (isOverlap ? writeOverlap(words) : words) });
        silence = "";
      }
    }
    return cues;
  }

  #readParagraph(pieces: readonly Piece[]): void {
    const text = textOf(pieces);
    const line = text.trimStart();
    const labelled = this.#labels.read(line);
    const heard = pieces.find((piece) => piece.text.trim() !== "")?.speaker ?? "";
    if (labelled && heard !== "") this.#renamed.set(heard, labelled.label);
    const isTimed = pieces.some(({ startMs }) => startMs !== null);
    if (labelled) this.#speaker = labelled.label;
    else if (heard !== "") this.#speaker = this.#renamed.get(heard) ?? heard;
    else if (isTimed) this.#speaker = null;
    let over: string | null = null;
    let isNew = true;
    let skipped = labelled ? text.length - labelled.words.length : 0;
    for (const piece of pieces) {
      const own = piece.text.slice(skipped);
      skipped = Math.max(0, skipped - piece.text.length);
      for (const [index, part] of own.split(/(?<!:)\/\//).entries()) {
        let words = part;
        if (index > 0) {
          const overlapping = this.#overlapOf(part);
          if (overlapping) ({ label: over, words } = overlapping);
          else if (over === null) words = `//${part}`;
          else over = null;
          isNew ||= overlapping !== undefined || words === part;
        }
        this.#say(words, piece, over, isNew);
        isNew &&= words.trim() === "";
      }
    }
  }

  /** `S01: oui`, after the two strokes that open an overlap. */
  #overlapOf(part: string): { label: string; words: string } | undefined {
    const [whole = "", label = ""] = /^ ?([^:\n]{1,60}?) ?:/.exec(part) ?? [];
    return this.#isName(label) ? { label, words: part.slice(whole.length) } : undefined;
  }

  #say(text: string, { startMs, endMs }: Piece, over: string | null, isNew: boolean): void {
    const isBlank = text.trim() === "";
    if (isBlank && isNew) return;
    const label = over ?? this.#speaker;
    const last = this.#said.at(-1);
    const isSame = last?.label === label && last.isOverlap === (over !== null) && label !== null;
    if (last && isSame) {
      // A paragraph that goes on with the same speaker.
      last.texts.push(isNew ? `\n\n${text}` : text);
      if (!isBlank) last.endMs = endMs;
    } else if (!isBlank) this.#said.push({ label, isOverlap: over !== null, startMs, endMs, texts: [text] });
  }

  /** A full stop for each second, or a number of seconds or minutes, in the program's language. */
  #withPauses(text: string): string {
    return text
      .replace(/\((\.{1,9})\)/g, (_, dots: string) => writeMark("pause", this.#language, dots.length))
      .replace(
        /\((\d{1,4}) (min|s)[\p{L}[\]]{0,12} (?:de )?(?:pause|pausa)\)/giu,
        (_, count: string, unit: string) =>
          writeMark("pause", this.#language, Number(count) * (unit.toLowerCase() === "min" ? 60 : 1)),
      );
  }
}
