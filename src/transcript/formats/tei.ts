// TEI: transcriptions of speech (chapter 8 of the Guidelines, ISO 24624:2016), and debates written as
// in a play, `sp` and `speaker`. With or without its namespace, with any prefix.
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { rootName, type XmlElement } from "../../office/xml.ts";
import { diagnose } from "../messages.ts";
import { markOverlaps } from "../shapes/overlaps.ts";
import type { Hints, Reading, TextFormat } from "../reading.ts";
import { readPeople, type People } from "./tei/tei-people.ts";
import { readTimeline, type Timeline } from "./tei/tei-timeline.ts";
import { anchorsIn, hasSpeech, kindOf, localName, pointers, TeiWords } from "./tei/tei-words.ts";
import type { Cue } from "../turn.ts";
import { labelOf, readXmlFile } from "../shapes/xml.ts";

export const tei: TextFormat = {
  name: "tei",
  recognises: (text) => /^(?:.*:)?tei(?:\.2|corpus)?$/i.test(rootName(text) ?? ""),
  read,
  joining: { separator: " ", unlabelled: "apart" },
  hasLongLines: true,
};

function read(text: string, hints: Hints): Reading {
  const { root, diagnostics } = readXmlFile(text, hints.file);
  if (!root) return { cues: [], diagnostics };
  const reader = new TeiReader(root, hints);
  reader.read(root, {});
  return {
    cues: markOverlaps(reader.cues),
    diagnostics: [...diagnostics, ...reader.diagnostics, ...reader.sayLeft()],
  };
}

/** What an element says of all the speech inside it. */
interface Scope {
  readonly who?: string | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

class TeiReader {
  readonly cues: Cue[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #hints: Hints;
  readonly #people: People;
  readonly #timeline: Timeline;
  readonly #words: TeiWords;
  readonly #isSpoken: boolean;
  readonly #undeclared = new Set<string>();
  #isOutsideSaid = false;

  constructor(root: XmlElement, hints: Hints) {
    this.#hints = hints;
    this.#people = readPeople(root, hints.isKnown);
    this.#timeline = readTimeline(root);
    this.#words = new TeiWords(hints.language);
    this.#isSpoken = hasSpeech(root);
  }

  sayLeft(): Diagnostic[] {
    const [line] = this.#words.left;
    if (line === undefined) return [];
    const place = { file: this.#hints.file, line };
    return [diagnose("import.annotations-left", "info", { count: this.#words.left.length }, place)];
  }

  /** The parts of a text, down to those that are said or written by someone. */
  read(element: XmlElement, scope: Scope): void {
    for (const child of element.children) {
      if (typeof child === "string") {
        if (/\S/.test(child)) this.#outside({ ...element, children: [child] });
        continue;
      }
      const kind = kindOf(child);
      if (kind === "header") continue;
      // Only an annotationBlock says who speaks in all of it.
      if (kind === "part") this.read(child, localName(child) === "annotationBlock" ? scopeOf(child) : {});
      else if (kind === "u") this.#speak(child, { ...scope, ...scopeOf(child) });
      else if (kind === "sp") this.#act(child, scopeOf(child));
      else if (kind === "aside") this.#words.leave(child);
      else if (kind === "sound") this.#sound(child);
      else this.#outside(child);
    }
  }

  #speak(element: XmlElement, { who, start, end }: Scope): void {
    const anchors = anchorsIn(element);
    const startMs = this.#timeline(start ?? anchors[0]);
    const endMs = this.#timeline(end ?? (anchors.length > 1 ? anchors.at(-1) : undefined));
    this.#add(this.#label(who, element.line), this.#words.of(element), startMs, endMs);
  }

  /** A speech of a debate, or of a play: the name stands in its first lines. */
  #act(element: XmlElement, { who, start, end }: Scope): void {
    const { speaker, words } = this.#words.ofSpeech(element);
    const label = labelOf([speaker]) ?? this.#label(who, element.line);
    this.#add(label, words, this.#timeline(start), this.#timeline(end));
  }

  /** Between what people say: a sound nobody makes goes with the words before it. */
  #sound(element: XmlElement): void {
    const { who } = scopeOf(element);
    const before = this.cues.at(-1);
    const label = who === undefined ? (before?.label ?? null) : this.#label(who, element.line);
    // The words still end when they did.
    const endMs = before?.label === label ? before.endMs : null;
    this.#add(label, this.#words.of({ ...element, children: [element] }), null, endMs);
  }

  #outside(element: XmlElement): void {
    const words = this.#words.of(element);
    if (words === "") return;
    if (this.#isSpoken && !this.#isOutsideSaid) {
      this.#isOutsideSaid = true;
      const place = { file: this.#hints.file, line: element.line };
      this.diagnostics.push(diagnose("import.outside-speech", "info", {}, place));
    }
    this.#add(null, words, null, null);
  }

  #add(label: string | null, words: string, startMs: number | null, endMs: number | null): void {
    if (words === "") return;
    const isForward = startMs === null || endMs === null || endMs >= startMs;
    this.cues.push({ label, startMs, endMs: isForward ? endMs : null, words });
  }

  #label(who: string | undefined, line: number): string | null {
    const ids = pointers(who);
    for (const id of ids) {
      if (this.#people.isEmpty || this.#people.labels.has(id) || this.#undeclared.has(id)) continue;
      this.#undeclared.add(id);
      const place = { file: this.#hints.file, line };
      this.diagnostics.push(diagnose("import.undeclared-speaker", "info", {}, place));
    }
    return labelOf(ids.map((id) => this.#people.labels.get(id) ?? id));
  }
}

/** `start` and `end`, or `synch` for the start; only what is there. */
function scopeOf({ attributes }: XmlElement): Scope {
  const { who, start, end, synch } = attributes;
  const from = start ?? synch;
  return {
    ...(who?.trim() && { who }),
    ...(from?.trim() && { start: from }),
    ...(end?.trim() && { end }),
  };
}
