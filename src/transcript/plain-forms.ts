// The ways, other than a colon, in which a plain text sets a speaker's name apart from the words.
// A form is believed when the whole file keeps to it: at least two names open two lines each, and
// names open as many paragraphs as the form needs to be unmistakable.
import { foldLabel, isNameLike, type Labelled } from "./labels.ts";
import type { PlainLine } from "./plain-lines.ts";

interface Form {
  readonly open: (text: string) => Labelled | undefined;
  /** Share of the paragraphs that names of this form must open. */
  readonly share: number;
}

/** How far into a line its name is looked for. */
const REACH = 160;

const forms: readonly Form[] = [
  { open: inDebate, share: 0.3 },
  { open: inCapitals, share: 0.5 },
  { open: inCapitalsAlone, share: 0.15 },
  { open: beforeDash, share: 0.5 },
  { open: beforeTab, share: 0.5 },
  { open: asInitials, share: 0.9 },
];

const title = /^(?:MM?\.|Mmes?|Mlle|Dr|Pr|Me)[ \u00A0\u202F]+/;

/** `M. le président. Words`, `Mme Anne Dupont (groupe). – Words`, as assemblies publish their debates. */
function inDebate(text: string): Labelled | undefined {
  const start = text.slice(0, REACH);
  const civil = title.exec(start)?.[0];
  if (civil === undefined) return undefined;
  const rest = start.slice(civil.length);
  const end = /^(?:\p{Lu}\.[ -]?)*[^.:!?…]{1,100}\.(?=\s)/u.exec(rest)?.[0];
  if (end === undefined) return undefined;
  const [name = ""] = end.slice(0, -1).split(/,|\s\(/);
  const isName = name.split(/\s+/).every((word) => /^(?:\p{Lu}|de\b|du\b|des\b|d['’])/u.test(word));
  if (!isName && !/^(?:le|la|l['’])/.test(name)) return undefined;
  const label = civil + end.slice(0, -1);
  return { label, words: text.slice(label.length + 1).replace(/^\s*(?:[-–—]\s+)?/, "") };
}

/** `MARIE words`, or `MARIE` alone above them. */
function inCapitals(text: string): Labelled | undefined {
  let label = "";
  for (const [word] of text.slice(0, REACH).matchAll(/\S+\s*/g)) {
    const isName = /^(?:\p{Lu}{2}|\p{Lu}['’.-]\p{Lu}?)[\p{Lu}\p{M}\d'’.-]*[:,]?\s*$/u.test(word);
    const isNumber = label !== "" && /^\d{1,2}\s*$/.test(word);
    if (!isName && !isNumber) break;
    label += word;
  }
  const words = text.slice(label.length);
  const name = label.trimEnd().replace(/\.$/, "");
  if (!/\p{Lu}{2}/u.test(name) || !isNameLike(name)) return undefined;
  // A line all in capitals is a name alone or a title; a sentence has small letters.
  return words === "" || /\p{Ll}/u.test(words)
    ? { label: name, words: words.replace(/^[-–—]\s+/, "") }
    : undefined;
}

/** `Marie – words`, `Marie. – Words`. */
function beforeDash(text: string): Labelled | undefined {
  const found = /^([^\s–—][^–—]{0,59}?)(?:\s+[-–—]|\.\s*[–—])\s+(?=\S)/u.exec(text.slice(0, REACH));
  const [whole = "", label = ""] = found ?? [];
  return isNameLike(label) ? { label, words: text.slice(whole.length) } : undefined;
}

/** `MARIE` alone on its line: no sentence stands so. */
function inCapitalsAlone(text: string): Labelled | undefined {
  const labelled = inCapitals(text);
  return labelled?.words === "" ? labelled : undefined;
}

function beforeTab(text: string): Labelled | undefined {
  const at = text.indexOf("\t");
  const label =
    at > 0 && at <= 60
      ? text
          .slice(0, at)
          .trim()
          .replace(/\s*[.:]$/, "")
      : "";
  return isNameLike(label) ? { label, words: text.slice(at).trim() } : undefined;
}

/** `I. Words`, `B1. Words`. */
function asInitials(text: string): Labelled | undefined {
  const [whole = "", label = ""] = /^(\p{Lu}{1,3}\d?)\.\s+(?=\S)/u.exec(text.slice(0, 10)) ?? [];
  return label === "" || label === "M" ? undefined : { label, words: text.slice(whole.length) };
}

/** What a line says, and who says it; null when it is another than before and nobody says who. */
export interface Opened extends Pick<PlainLine, "startMs" | "endMs"> {
  readonly label: string | null;
  readonly words: string;
}

/** Who opens a line, once the whole file was seen. */
export interface Openings {
  /** How many lines it reads a name from. */
  readonly count: number;
  readonly read: (line: PlainLine) => Opened | undefined;
  readonly isDoubtful: (line: PlainLine) => boolean;
}

/** The form the file keeps to, of all the one that opens most lines. */
export function openingsIn(
  lines: readonly PlainLine[],
  isKnown: (folded: string) => boolean,
): Openings | undefined {
  return forms
    .flatMap((form) => openingsOf(form, lines, isKnown) ?? [])
    .reduce<Openings | undefined>((best, each) => (each.count > (best?.count ?? 0) ? each : best), undefined);
}

function openingsOf(
  { open, share }: Form,
  lines: readonly PlainLine[],
  isKnown: (folded: string) => boolean,
): Openings | undefined {
  const counts = new Map<string, number>();
  let first: PlainLine | undefined;
  for (const line of lines) {
    const label = open(line.text)?.label;
    if (label === undefined) continue;
    first ??= line;
    counts.set(foldLabel(label), (counts.get(foldLabel(label)) ?? 0) + 1);
  }
  const sure = new Set(
    [...counts].filter(([label, count]) => count >= 2 || isKnown(label)).map(([label]) => label),
  );
  const total = [...counts.values()].reduce((a, b) => a + b, 0);
  const count = [...counts].reduce((sum, [label, each]) => sum + (sure.has(label) ? each : 0), 0);
  const paragraphs = paragraphsFrom(lines, first?.number ?? 0, total);
  if (sure.size < 2 || count < paragraphs * share) return undefined;
  const isEverywhere = total >= paragraphs * 0.9;
  const isSpeaker = (label: string): boolean => isEverywhere || sure.has(foldLabel(label));
  // What stands before the first name is a title, more often than not, and is said to stand there.
  const begins = lines.find(({ text }) => sure.has(foldLabel(open(text)?.label ?? "")))?.number ?? 0;
  return {
    count,
    read: ({ text, startMs, endMs }) => {
      const labelled = open(text);
      return labelled && isSpeaker(labelled.label) ? { ...labelled, startMs, endMs } : undefined;
    },
    isDoubtful: ({ text, number }) => {
      const label = number > begins ? open(text)?.label : undefined;
      return label !== undefined && !isSpeaker(label);
    },
  };
}

/** Paragraphs from a line on; lines, in a file that parts none, or fewer than it has names. */
function paragraphsFrom(lines: readonly PlainLine[], from: number, names: number): number {
  const spoken = lines.filter(({ number, text }) => number >= from && text !== "");
  const paragraphs = spoken.filter(({ startsParagraph }) => startsParagraph).length;
  return paragraphs >= names ? paragraphs : spoken.length;
}

const dash = /^(?:[–—]\s*|-\s+)(?=\S)/;

/** Dialogue that says where the voice changes and not whose it is: `– words`. */
export function dashesIn(lines: readonly PlainLine[]): Openings | undefined {
  const dashed = lines.filter(({ text }) => dash.test(text));
  const paragraphs = paragraphsFrom(lines, dashed[0]?.number ?? 0, dashed.length);
  if (dashed.length < 2 || dashed.length < paragraphs * 0.7) return undefined;
  return {
    count: dashed.length,
    read: ({ text, startMs, endMs }) =>
      dash.test(text) ? { label: null, words: text.replace(dash, ""), startMs, endMs } : undefined,
    isDoubtful: () => false,
  };
}
