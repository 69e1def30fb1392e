// The ways, other than a colon, in which a line by itself sets a speaker's name apart from the words.
// A form is believed when the whole file keeps to it: at least two names open two lines each, and
// names open as many paragraphs as the form needs to be unmistakable.
import { foldLabel, isNameLike, type Labelled, type Unread } from "./labels.ts";
import type { Times } from "./spoken-lines.ts";
import type { Piece } from "./spoken-pieces.ts";

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

/** `I. Words`, `B1. Words`. */
function asInitials(text: string): Labelled | undefined {
  const [whole = "", label = ""] = /^(\p{Lu}{1,3}\d?)\.\s+(?=\S)/u.exec(text.slice(0, 10)) ?? [];
  return label === "" || label === "M" ? undefined : { label, words: text.slice(whole.length) };
}

/** What a line says, and who says it; null when it is another than before and nobody says who. */
export interface Opened extends Times {
  readonly label: string | null;
  readonly words: string;
}

/** Who opens a line, once the whole file was seen. */
export interface Names {
  /** How many lines it reads a name from. */
  readonly count: number;
  readonly read: (piece: Piece) => Opened | undefined;
  /** What looks like a name and is read as words. */
  readonly unread: (piece: Piece) => Unread | undefined;
}

/** The form the file keeps to, of all the one that opens most lines. */
export function formIn(pieces: readonly Piece[], isKnown: (folded: string) => boolean): Names | undefined {
  return forms
    .flatMap((form) => namesOf(form, pieces, isKnown) ?? [])
    .reduce<Names | undefined>((best, each) => (each.count > (best?.count ?? 0) ? each : best), undefined);
}

function namesOf(
  { open, share }: Form,
  pieces: readonly Piece[],
  isKnown: (folded: string) => boolean,
): Names | undefined {
  const counts = new Map<string, number>();
  let first: Piece | undefined;
  const opened = pieces.map(({ line, text }) => (line.told ? undefined : open(text)));
  for (const [index, labelled] of opened.entries()) {
    if (!labelled) continue;
    first ??= pieces[index];
    const folded = foldLabel(labelled.label);
    counts.set(folded, (counts.get(folded) ?? 0) + 1);
  }
  const sure = new Set(
    [...counts].filter(([label, count]) => count >= 2 || isKnown(label)).map(([label]) => label),
  );
  const total = [...counts.values()].reduce((a, b) => a + b, 0);
  const count = [...counts].reduce((sum, [label, each]) => sum + (sure.has(label) ? each : 0), 0);
  const paragraphs = paragraphsFrom(pieces, first, total);
  if (sure.size < 2 || count < paragraphs * share) return undefined;
  const isEverywhere = total >= paragraphs * 0.9;
  const isSpeaker = (label: string): boolean => isEverywhere || sure.has(foldLabel(label));
  // What stands before the first name is a title, more often than not, and is said to stand there.
  const begins = pieces.find((_, index) => sure.has(foldLabel(opened[index]?.label ?? "")))?.index ?? 0;
  return {
    count,
    read: ({ text, line, startMs, endMs }) => {
      const labelled = line.told ? undefined : open(text);
      return labelled && isSpeaker(labelled.label) ? { ...labelled, startMs, endMs } : undefined;
    },
    unread: ({ text, index }) => {
      const label = index > begins ? open(text)?.label : undefined;
      return label === undefined || isSpeaker(label) ? undefined : { folded: foldLabel(label), count: 1 };
    },
  };
}

/** Paragraphs from a line on; lines, in a file that parts none, or fewer than it has names. */
function paragraphsFrom(pieces: readonly Piece[], first: Piece | undefined, names: number): number {
  const from = first?.index ?? 0;
  const spoken = pieces.filter(({ index, text }) => index >= from && text !== "");
  const paragraphs = spoken.filter(({ line }) => line.startsParagraph).length;
  return paragraphs >= names ? paragraphs : spoken.length;
}

const dash = /^(?:[–—]\s*|-\s+)(?=\S)/;

/** Dialogue that says where the voice changes and not whose it is: `– words`. */
export function dashesIn(pieces: readonly Piece[]): Names | undefined {
  const dashed = pieces.filter(({ text }) => dash.test(text));
  const paragraphs = paragraphsFrom(pieces, dashed[0], dashed.length);
  if (dashed.length < 2 || dashed.length < paragraphs * 0.7) return undefined;
  return {
    count: dashed.length,
    read: ({ text, startMs, endMs }) =>
      dash.test(text) ? { label: null, words: text.replace(dash, ""), startMs, endMs } : undefined,
    unread: () => undefined,
  };
}
