// Sonal's interviews (Alex Alber, Université de Tours), the `.sonal` file of SonalPi, Sonal 3 and
// Whispurge. What is known of it comes from SonalPi's own documentation and source (github.com/AlxAlbr/SonalPi:
// docs/FORMATS.md, domain/sonal.mjs, domain/conversions.mjs, TestInteropFromSonal): an HTML page whose
// scripts hold speakers (`loc-json`) and themes (`cat-json`), and whose `#contenuText` holds segments
// `<span class="lblseg" data-deb data-fin data-loc>` of fragments `<span class="cat_005 anon" data-pseudo>`.
// A speaker whose name ends in `?` asks the questions. The `.Rtr` of Sonal 2 is another format.
import { hearHtml, type HtmlAttributes } from "../../office/html-events.ts";
import { isJsonObject, readJson } from "../shapes/json.ts";
import { foldLabel } from "../shapes/labels.ts";
import { diagnose } from "../messages.ts";
import type { CueCoding, Hints, Reading, TextFormat } from "../reading.ts";
import { isNameLeft, unreplacedText, withPseudonyms, type Fragment } from "./sonal/sonal-names.ts";
import type { Cue } from "../turn.ts";
import { countNames } from "./sonal/names-left.ts";
import { oneLine, withoutControls } from "../words.ts";
import { readTime } from "../shapes/written-times.ts";

export const sonal: TextFormat = {
  name: "sonal",
  recognises: (text) => /^\s*</.test(text) && /\blblseg\b/.test(text) && /\bdata-(?:rksg|loc)\b/.test(text),
  read,
  joining: { separator: " ", unlabelled: "until-sentence-ends" },
  hasLongLines: true,
};

interface Segment {
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** Index among the speakers; undefined when it is that of the segment before. */
  readonly speaker: string | undefined;
  readonly name: string;
  readonly fragments: Fragment[];
}

interface Interview {
  readonly segments: Segment[];
  readonly scripts: Map<string, string>;
  readonly hasNotes: boolean;
  readonly comments: number;
  readonly hasStrayWords: boolean;
  readonly isCut: boolean;
}

function read(source: string, hints: Hints): Reading {
  const interview = hearInterview(source);
  const speakers = new Speakers(
    listOf(interview.scripts.get("loc-json"), hints.file).map((each) =>
      typeof each === "string" ? oneLine(each) : "",
    ),
  );
  const names = listOf(interview.scripts.get("anon-json"), hints.file)
    .filter(isJsonObject)
    .flatMap(({ entite, remplacement }) =>
      typeof entite === "string" && typeof remplacement === "string" && remplacement.trim() !== ""
        ? [entite]
        : [],
    );
  const titles = new Map(
    listOf(interview.scripts.get("cat-json"), hints.file)
      .filter(isJsonObject)
      .map(({ code, nom }) => [String(code), typeof nom === "string" ? oneLine(nom) : ""]),
  );
  const cues: Cue[] = [];
  const themes: (readonly string[])[] = [];
  const unreplaced: string[] = [];
  let replaced = 0;
  let left = 0;
  let speaker: string | null = null;
  for (const segment of interview.segments) {
    if (segment.speaker !== undefined) speaker = speakers.labelOf(segment);
    const settled = withPseudonyms(segment.fragments);
    replaced += settled.names.length;
    names.push(...settled.names);
    unreplaced.push(settled.fragments.map(unreplacedText).join(""));
    left += settled.fragments.filter(isNameLeft).length;
    const parts = cutByTheme(settled.fragments);
    for (const [index, part] of parts.entries()) {
      cues.push({
        label: speaker,
        startMs: index === 0 ? segment.startMs : null,
        endMs: index === parts.length - 1 ? segment.endMs : null,
        words: part.words,
      });
      themes.push(part.themes);
    }
  }
  const place = { file: hints.file };
  const { comments, hasNotes, hasStrayWords, isCut } = interview;
  left += countNames(unreplaced, names);
  return {
    cues,
    codings: codingsOf(themes, (code) => titles.get(code) || code),
    interviewers: [...speakers.interviewers],
    diagnostics: [
      ...(hasNotes ? [diagnose("import.about-left", "info", {}, place)] : []),
      ...(comments > 0 ? [diagnose("import.comments-left", "warning", { count: comments }, place)] : []),
      ...(replaced > 0 ? [diagnose("import.names-replaced", "info", { count: replaced }, place)] : []),
      ...(left > 0 ? [diagnose("import.names-left", "warning", { count: left }, place)] : []),
      ...(hasStrayWords ? [diagnose("import.stray-words", "warning", {}, place)] : []),
      ...(isCut ? [diagnose("import.cut-short", "warning", {}, place)] : []),
    ],
  };
}

/** An element of which something has to be known when it closes. */
type Role = "segment" | "fragment" | "script" | "notes" | "content" | "unseen" | "other";

function hearInterview(source: string): Interview {
  const segments: Segment[] = [];
  const scripts = new Map<string, string>();
  const open: Role[] = [];
  const counts = { segment: 0, fragment: 0, script: 0, notes: 0, content: 0, unseen: 0, other: 0 };
  let script: { id: string; text: string } | undefined;
  let notes = "";
  let comments = 0;
  let hasStrayWords = false;
  const write = (text: string): void => {
    const segment = segments.at(-1);
    if (segment && counts.segment > 0) {
      const fragment = segment.fragments.at(-1);
      if (fragment && counts.fragment > 0) fragment.text += text;
      else segment.fragments.push({ text, themes: [], pseudonym: "" });
    } else if (counts.content > 0 && text.trim() !== "") {
      hasStrayWords = true;
      segments.push(segmentOf({}, [{ text, themes: [], pseudonym: "" }]));
    }
  };
  const { isCut } = hearHtml(source, {
    open: (name, attributes) => {
      const role = roleOf(name, attributes, counts.segment > 0);
      open.push(role);
      counts[role] += 1;
      if (role === "segment") segments.push(segmentOf(attributes, []));
      else if (role === "fragment") segments.at(-1)?.fragments.push(fragmentOf(attributes));
      else if (role === "script") script = { id: attributes["id"] ?? "", text: "" };
      else if (name === "br") write(" ");
      if ((attributes["data-obs"] ?? "") !== "") comments += 1;
    },
    text: (text) => {
      if (script) script.text += text;
      else if (counts.notes > 0) notes += text;
      else if (counts.unseen === 0) write(withoutControls(text));
    },
    close: () => {
      const role = open.pop() ?? "other";
      counts[role] -= 1;
      if (role !== "script" || !script) return;
      scripts.set(script.id, script.text);
      script = undefined;
    },
  });
  const isWhole = /<\/(?:body|html)\s*>\s*$/i.test(source.slice(-200));
  return {
    segments,
    scripts,
    hasNotes: notes.trim() !== "",
    comments,
    hasStrayWords,
    isCut: isCut || !isWhole,
  };
}

function roleOf(name: string, { class: classes = "", id = "" }: HtmlAttributes, isInSegment: boolean): Role {
  if (name === "script") return "script";
  if (name === "style" || name === "title") return "unseen";
  if (id === "txtnotes") return "notes";
  if (id === "contenuText" || id === "segments") return "content";
  if (/(?:^|\s)lblseg(?:\s|$)/.test(classes)) return "segment";
  // Older files write the speaker's name above the words of a segment.
  if (isInSegment && /(?:^|\s)ligloc(?:\s|$)/.test(classes)) return "unseen";
  return isInSegment && name === "span" ? "fragment" : "other";
}

function segmentOf(attributes: HtmlAttributes, fragments: Fragment[]): Segment {
  const speaker = attributes["data-loc"];
  return {
    startMs: readTime(attributes["data-deb"] ?? "", 1000) ?? null,
    endMs: readTime(attributes["data-fin"] ?? "", 1000) ?? null,
    speaker: speaker === "" ? undefined : speaker,
    name: withoutControls(attributes["data-nomloc"] ?? ""),
    fragments,
  };
}

function fragmentOf(attributes: HtmlAttributes): Fragment {
  const classes = new Set((attributes["class"] ?? "").split(/\s+/));
  const themes = [...classes].filter((each) => /^cat_\w+$/.test(each));
  if (classes.has("anon-exception")) return { text: "", themes, pseudonym: "", isKept: true };
  if (!classes.has("anon")) return { text: "", themes, pseudonym: "" };
  const [isStart, isEnd] = [classes.has("debsel"), classes.has("finsel")];
  const name = isStart === isEnd ? (isStart ? "whole" : "inside") : isStart ? "start" : "end";
  return { text: "", themes, pseudonym: oneLine(withoutControls(attributes["data-pseudo"] ?? "")), name };
}

/** What a script holds: a list, which SonalPi writes between braces of their own. */
function listOf(script: string | undefined, file: string): unknown[] {
  const { value } = readJson(
    (script ?? "")
      .trim()
      .replace(/^\{\s*(?=\[)/, "")
      .replace(/\]\s*\}$/, "]"),
    file,
  );
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** What the speakers are called, and which of them ask the questions. */
class Speakers {
  readonly interviewers = new Set<string>();
  readonly #names: readonly string[];
  readonly #others: ReadonlySet<string>;

  constructor(names: readonly string[]) {
    this.#names = names;
    this.#others = new Set(names.filter((name) => !name.endsWith("?")).map(foldLabel));
  }

  labelOf({ speaker, name }: Segment): string | null {
    const written = this.#names[Number(speaker)] ?? oneLine(name);
    if (!written.endsWith("?")) return written === "" ? null : written;
    const label = written.slice(0, -1).trimEnd();
    // Someone else may be called so, or nobody.
    const isClear = label !== "" && !this.#others.has(foldLabel(label));
    this.interviewers.add(isClear ? label : written);
    return isClear ? label : written;
  }
}

/** Words in order, cut where their themes change; a word is under the themes of any of its letters. */
function cutByTheme(fragments: readonly Fragment[]): { words: string; themes: readonly string[] }[] {
  const words: { text: string; themes: Set<string> }[] = [];
  let isInWord = false;
  for (const { text, themes } of fragments) {
    for (const piece of text.split(/([ \t\n]+)/)) {
      if (piece === "") continue;
      const isSpace = /^[ \t\n]/.test(piece);
      const last = words.at(-1);
      if (!isSpace && isInWord && last) {
        last.text += piece;
        for (const theme of themes) last.themes.add(theme);
      } else if (!isSpace) words.push({ text: piece, themes: new Set(themes) });
      isInWord = !isSpace;
    }
  }
  const parts: { texts: string[]; themes: string[]; key: string }[] = [];
  for (const { text, themes } of words) {
    const sorted = [...themes].sort();
    const key = sorted.join(" ");
    const last = parts.at(-1);
    if (last?.key === key) last.texts.push(text);
    else parts.push({ texts: [text], themes: sorted, key });
  }
  return parts
    .map(({ texts, themes }) => ({ words: oneLine(texts.join(" ")).normalize("NFC"), themes }))
    .filter(({ words: said }) => said !== "");
}

/** One coding for each run of cues under a theme. */
function codingsOf(themes: readonly (readonly string[])[], titleOf: (code: string) => string): CueCoding[] {
  const codings: { theme: string; from: number; to: number }[] = [];
  const running = new Map<string, { theme: string; from: number; to: number }>();
  for (const [index, codes] of themes.entries())
    for (const code of codes) {
      const last = running.get(code);
      if (last?.to === index - 1) last.to = index;
      else {
        const coding = { theme: titleOf(code), from: index, to: index };
        running.set(code, coding);
        codings.push(coding);
      }
    }
  return codings;
}
