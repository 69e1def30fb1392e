// Transcriber (.trs, trans-13.dtd and trans-14.dtd), as Transcriber, TranscriberAG and others write it.
// Its DTD is never fetched: files are read as they are.
import { rootName, type XmlElement } from "../../office/xml.ts";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { writeOverlap } from "../../wording/speech-marks.ts";
import { diagnose } from "../messages.ts";
import type { CueCoding, Hints, Reading, TextFormat } from "../reading.ts";
import type { Cue } from "../turn.ts";
import {
  decimal,
  isUnheard,
  labelOf,
  milliseconds,
  plainWords,
  readXmlFile,
  writeHeard,
} from "../shapes/xml.ts";

export const transcriber: TextFormat = {
  name: "transcriber",
  recognises: (text) => rootName(text) === "Trans",
  read,
  joining: { separator: " ", unlabelled: "together" },
  hasLongLines: true,
};

function read(text: string, hints: Hints): Reading {
  const { root, diagnostics } = readXmlFile(text, hints.file);
  const reader = new TransReader(hints);
  if (root) reader.read(root);
  return {
    cues: reader.cues,
    codings: reader.codings,
    diagnostics: [...diagnostics, ...reader.diagnostics, ...reader.sayLeft()],
  };
}

/** What is said from one `Sync` to the next: by one person, or by several at once. */
interface Stretch {
  readonly startMs: number | null;
  readonly said: { readonly label: string | null; readonly isOverlap: boolean; text: string }[];
}

class TransReader {
  readonly cues: Cue[] = [];
  readonly codings: CueCoding[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #hints: Hints;
  readonly #names = new Map<string, string>();
  readonly #topics = new Map<string, string>();
  readonly #undeclared = new Set<string>();
  readonly #left: number[] = [];
  #latest = 0;
  #isOutsideSaid = false;

  constructor(hints: Hints) {
    this.#hints = hints;
  }

  /** Turns wherever they stand: in an Episode's Sections, or without them in a damaged file. */
  read(element: XmlElement): void {
    for (const child of element.children) {
      if (typeof child === "string") {
        this.#outside(child, element.line);
        continue;
      }
      const { id = "", name = "", desc = "", topic = "" } = child.attributes;
      if (child.name === "Speaker") this.#names.set(id, plainWords(name) || id);
      else if (child.name === "Topic") this.#topics.set(id, plainWords(desc));
      else if (child.name === "Turn") this.#readTurn(child);
      else {
        const from = this.cues.length;
        this.read(child);
        if (child.name === "Section") this.#code(topic, from);
      }
    }
  }

  sayLeft(): Diagnostic[] {
    const [line] = this.#left;
    if (line === undefined) return [];
    const place = { file: this.#hints.file, line };
    return [diagnose("import.annotations-left", "info", { count: this.#left.length }, place)];
  }

  /** Words in no turn are nobody's. */
  #outside(text: string, line: number): void {
    const words = plainWords(text);
    if (words === "") return;
    if (!this.#isOutsideSaid)
      this.diagnostics.push(diagnose("import.outside-speech", "info", {}, { file: this.#hints.file, line }));
    this.#isOutsideSaid = true;
    this.cues.push({ label: null, startMs: null, endMs: null, words });
  }

  #code(topics: string, from: number): void {
    const to = this.cues.length - 1;
    if (to < from) return;
    for (const id of topics.split(/\s+/)) {
      const theme = this.#topics.get(id) ?? "";
      if (theme !== "") this.codings.push({ theme, from, to });
    }
  }

  #readTurn(turn: XmlElement): void {
    const { speaker = "", startTime, endTime } = turn.attributes;
    const startMs = milliseconds(decimal(startTime));
    const place = { file: this.#hints.file, line: turn.line };
    if (startMs !== null && startMs < this.#latest)
      this.diagnostics.push(diagnose("import.time-backwards", "warning", {}, place));
    this.#latest = startMs ?? this.#latest;
    const speakers = speaker.split(/\s+/).filter(Boolean);
    for (const id of speakers) {
      if (this.#names.size === 0 || this.#names.has(id) || this.#undeclared.has(id)) continue;
      this.#undeclared.add(id);
      this.diagnostics.push(diagnose("import.undeclared-speaker", "info", {}, place));
    }
    const names = speakers.map((id) => this.#names.get(id) ?? id);
    const stretches = this.#stretchesOf(turn, startMs, names);
    const end = milliseconds(decimal(endTime));
    for (const [index, { said, startMs: start }] of stretches.entries())
      for (const { label, isOverlap, text } of said) {
        const plain = plainWords(text);
        if (plain === "") continue;
        const words = isOverlap ? writeOverlap(plain) : plain;
        const endMs = stretches[index + 1]?.startMs ?? end;
        this.cues.push({ label, startMs: start, endMs, words });
      }
  }

  #stretchesOf(turn: XmlElement, startMs: number | null, names: readonly string[]): Stretch[] {
    // Without a `Who`, all of them say it.
    const everyone = { label: labelOf(names), isOverlap: false };
    const stretches: Stretch[] = [{ startMs, said: [{ ...everyone, text: "" }] }];
    const write = (text: string): void => {
      const last = stretches.at(-1)?.said.at(-1);
      if (last) last.text += text;
    };
    const readInside = ({ children }: XmlElement): void => {
      for (const child of children) {
        if (typeof child === "string") {
          write(child);
          continue;
        }
        const { time, nb } = child.attributes;
        if (child.name === "Sync")
          stretches.push({ startMs: milliseconds(decimal(time)), said: [{ ...everyone, text: "" }] });
        else if (child.name === "Who")
          stretches.at(-1)?.said.push({
            label: names[Number(nb) - 1] ?? everyone.label,
            isOverlap: names.length > 1,
            text: "",
          });
        else if (child.name === "Event") write(this.#event(child));
        else if (child.name === "Comment") write(this.#comment(child));
        else if (child.name !== "Background" && child.children.length === 0)
          write(` ${writeHeard(child.name, this.#hints.language)} `);
        readInside(child);
      }
    };
    readInside(turn);
    return stretches;
  }

  /** A noise is a mark where it is, or begins; what says how a word is said is left. */
  #event({ attributes, line }: XmlElement): string {
    const { desc = "", type = "noise", extent = "instantaneous" } = attributes;
    if (type === "noise") return extent === "end" ? " " : ` ${writeHeard(desc, this.#hints.language)} `;
    if (isUnheard(desc) && (type === "pronounce" || type === "lexical")) {
      if (extent === "instantaneous") return ` ${writeHeard(desc, this.#hints.language)} `;
      return extent === "previous" || extent === "end" ? " (?) " : " ";
    }
    if (extent !== "end") this.#left.push(line);
    return " ";
  }

  /** A remark is not speech, unless it is one of the known marks. */
  #comment({ attributes, line }: XmlElement): string {
    const heard = writeHeard(attributes["desc"] ?? "", this.#hints.language);
    if (heard.startsWith("(")) return ` ${heard} `;
    this.#left.push(line);
    return " ";
  }
}
