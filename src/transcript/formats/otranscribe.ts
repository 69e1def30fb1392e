// oTranscribe's `.otr` (github.com/oTranscribe/oTranscribe): JSON whose `text` is the editor's HTML. A time
// is `<span class="timestamp" data-timestamp="12.3">0:00:12</span>`, in seconds or as a clock in older
// files; it says when what follows it begins. Who speaks is in the words, as people type it.
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { hearHtml, type HtmlAttributes } from "../../office/html-events.ts";
import { isJsonObject, readJson } from "../shapes/json.ts";
import { foldLabel, isDiarised, labelReader, type Labelled, type LabelReader } from "../shapes/labels.ts";
import { diagnose } from "../messages.ts";
import type { Hints, Reading, TextFormat } from "../reading.ts";
import type { Cue } from "../turn.ts";
import { UnreadLabels } from "../shapes/unread-labels.ts";
import { inParagraphs, withoutControls } from "../words.ts";
import { readTime } from "../shapes/written-times.ts";

export const otranscribe: TextFormat = {
  name: "otranscribe",
  recognises: (text) =>
    /^\s*\{/.test(text) &&
    (/^\s*\{\s*"text"\s*:\s*"\s*</.test(text) ||
      text.includes("data-timestamp") ||
      (/"media(?:-time|-source)?"\s*:/.test(text) && /"text"\s*:\s*"/.test(text))),
  read,
  joining: { separator: "\n\n", unlabelled: "apart" },
  hasLongLines: true,
};

function read(source: string, hints: Hints): Reading {
  const { value, diagnostics } = readJson(source, hints.file);
  const html = isJsonObject(value) ? value["text"] : undefined;
  const place = { file: hints.file };
  if (typeof html !== "string")
    return { cues: [], diagnostics: [...diagnostics, diagnose("import.unreadable", "error", {}, place)] };
  const passages = hearPassages(html);
  const said = new Attribution(passages, hints);
  return { cues: said.cues, diagnostics: [...diagnostics, ...said.diagnostics] };
}

/** Words that stand on a line of their own, or begin at a time. */
interface Passage {
  text: string;
  /** How much of it, from its start, is in bold; all of it so far when it is undefined. */
  bold: number | undefined;
  /** The times it holds, each where it stands in `text`. */
  readonly times: { readonly at: number; readonly ms: number | null }[];
}

const apart = /^(?:p|div|br|li|h[1-6]|t[dhr]|d[dt]|pre|blockquote|summary|button|option|section|article)$/;
const sentenceEnd = /[.?!…][»"”’')\]\s]*$/u;

function hearPassages(html: string): Passage[] {
  const passages: Passage[] = [];
  const bolds: boolean[] = [];
  let bold = 0;
  let stamp: { written: string; data: string; inside: number } | undefined;
  // The last words, apart: to look for them in a text that grows would take longer and longer.
  let tail = "";
  const start = (): Passage => {
    tail = "";
    const passage = { text: "", bold: undefined, times: [] };
    passages.push(passage);
    return passage;
  };
  let passage = start();
  const write = (text: string): void => {
    if (bold === 0 && text.trim() !== "") passage.bold ??= passage.text.length;
    passage.text += text;
    tail = (tail + text).slice(-20);
  };
  const breakLine = (): void => {
    if (tail !== "" || passage.times.length > 0) passage = start();
  };
  hearHtml(html, {
    open: (name, attributes) => {
      if (apart.test(name)) breakLine();
      const isBold = name === "b" || name === "strong";
      bolds.push(isBold);
      bold += isBold ? 1 : 0;
      if (stamp) stamp.inside += 1;
      else if (isStamp(name, attributes)) stamp = { written: "", data: dataOf(attributes), inside: 0 };
    },
    text: (text) => {
      const plain = withoutControls(text).replace(/[ \t\n]+/g, " ");
      if (stamp) stamp.written += plain;
      else write(plain);
    },
    close: (name) => {
      bold -= bolds.pop() === true ? 1 : 0;
      if (stamp && stamp.inside > 0) stamp.inside -= 1;
      else if (stamp) {
        const { clock, rest } = clockOf(stamp.written);
        const ms = readTime(stamp.data, 1000) ?? readTime(clock, 1000) ?? null;
        stamp = undefined;
        if (sentenceEnd.test(tail)) breakLine();
        passage.times.push({ at: passage.text.length, ms });
        write(rest);
      }
      if (apart.test(name)) breakLine();
    },
  });
  return passages;
}

const isStamp = (name: string, { class: classes = "", ...rest }: HtmlAttributes): boolean =>
  name === "span" && (/(?:^|\s)timestamp(?:\s|$)/.test(classes) || "data-timestamp" in rest);

/** Files of before 2014 have the time in what a click does: `setFromTimestamp('00:12', x)`. */
const dataOf = ({ "data-timestamp": data, onclick = "" }: HtmlAttributes): string =>
  data ?? /'([\d:.]+)'/.exec(onclick)?.[1] ?? "";

/** What is typed inside a time goes on after it. */
function clockOf(written: string): { clock: string; rest: string } {
  const [whole = "", clock = ""] = /^\s*((?:\d{1,3}:)?\d{1,3}:\d{2}(?:\.\d+)?)/.exec(written) ?? [];
  return { clock, rest: written.slice(whole.length) };
}

/** Gives each passage who says it and when. */
class Attribution {
  readonly cues: Cue[] = [];
  readonly diagnostics: Diagnostic[] = [];
  #latestMs = 0;
  /** A time inside the last words: they go on at least until then. */
  #untilMs: number | null = null;
  #label: string | null = null;

  constructor(passages: readonly Passage[], { file, isKnown }: Hints) {
    const place = { file };
    const labels = labelReader(passages.map(lineOf).filter(Boolean), isKnown);
    const unread = new UnreadLabels();
    const { silent, isAnyEmpty } = silentIn(passages, labels, isKnown);
    if (isAnyEmpty) this.diagnostics.push(diagnose("import.turn-empty", "warning", {}, place));
    for (const passage of passages) {
      const line = lineOf(passage);
      const found = labels.read(line);
      const folded = foldLabel(found?.label ?? "");
      const labelled = silent.has(folded) ? undefined : found;
      const isAsWritten = line === passage.text.trim();
      const doubtful = found || !isAsWritten ? undefined : labels.unread(line);
      if (found && !labelled) unread.add({ folded, count: 1 }, place);
      if (doubtful) unread.add(doubtful, place);
      if (labelled) this.#label = labelled.label;
      else if (labels.isPart(line)) this.#label = null;
      this.#add(passage, labelled);
    }
    this.#end(this.#untilMs);
    this.diagnostics.push(...unread.diagnostics);
    const isNamed = this.cues.some(({ label }) => label !== null);
    if (isNamed && this.cues[0]?.label === null)
      this.diagnostics.push(diagnose("import.before-speakers", "warning", {}, place));
    if (passages.some(({ times }) => times.some(({ ms }) => ms === null)))
      this.diagnostics.push(diagnose("import.bad-time", "warning", {}, place));
    const times = passages.flatMap((passage) => passage.times.flatMap(({ ms }) => ms ?? []));
    if (times.some((ms, index) => ms < (times[index - 1] ?? 0)))
      this.diagnostics.push(diagnose("import.time-backwards", "warning", {}, place));
  }

  #add({ text, times }: Passage, labelled: Labelled | undefined): void {
    const words = inParagraphs(labelled?.words ?? text).normalize("NFC");
    const end = text.trimEnd().length;
    // A time before the words, or between them and who says them.
    const head = end - (labelled?.words ?? text).trim().length;
    const startMs = times.findLast(({ at, ms }) => at <= head && ms !== null)?.ms ?? null;
    this.#end(startMs ?? (words === "" ? null : this.#untilMs));
    if (words !== "") this.cues.push({ label: this.#label, startMs, endMs: null, words });
    this.#end(times.find(({ at, ms }) => at > head && at >= end && ms !== null)?.ms ?? null);
    if (words !== "") this.#untilMs = times.findLast(({ at, ms }) => at > head && ms !== null)?.ms ?? null;
  }

  /** What was said before a time ended by then. */
  #end(endMs: number | null): void {
    if (endMs === null) return;
    const last = this.cues.at(-1);
    if (last?.endMs === null && endMs >= this.#latestMs) this.cues[this.cues.length - 1] = { ...last, endMs };
    this.#latestMs = Math.max(this.#latestMs, endMs);
  }
}

/** The labels, folded, that no words ever follow: they are words. `isAnyEmpty`: someone else is named and says nothing. */
function silentIn(
  passages: readonly Passage[],
  labels: LabelReader,
  isKnown: (folded: string) => boolean,
): { silent: Set<string>; isAnyEmpty: boolean } {
  const [speaking, empty] = [new Set<string>(), new Set<string>()];
  let awaited: string | undefined;
  for (const line of passages.map(lineOf).filter(Boolean)) {
    const labelled = labels.read(line);
    if (labelled && awaited !== undefined) empty.add(awaited);
    const speaker = labelled ? foldLabel(labelled.label) : awaited;
    awaited = labelled?.words.trim() === "" ? speaker : undefined;
    if (speaker !== undefined && awaited === undefined) speaking.add(speaker);
  }
  if (awaited !== undefined) empty.add(awaited);
  const silent = [...empty].filter((each) => !speaking.has(each) && !isDiarised(each) && !isKnown(each));
  return { silent: new Set(silent), isAnyEmpty: silent.length < empty.size };
}

/** As people write it, and with a colon after a name that is only in bold. */
function lineOf({ text, bold = 0 }: Passage): string {
  const name = text.slice(0, bold).trim();
  const rest = text.slice(bold);
  const isBoldName = name !== "" && name.length <= 60 && !/[:.?!,…]$/.test(name) && !/^\s*:/.test(rest);
  return (isBoldName ? `${name} :${rest}` : text).trim();
}
