// A section with its footnotes, laid back: which note is which, what changed in them, and those
// that someone added.
import { layOut, NOTE, type LaidBlock } from "../copy/layout.ts";
import { foldTypography, sameWords } from "../wording/fold.ts";
import { layText, type LaidText } from "./lay-text.ts";
import { commonShare } from "./match-sections.ts";
import { plainLine } from "./plain-markdown.ts";
import type { ReturnedBlock } from "./returned-text.ts";

/** As many letters before a call as tell it from others. */
const LETTERS_BEFORE = 20;

/** Lays blocks and notes, in the order of their calls, onto a source and its layout. */
export function layWithNotes(
  source: string,
  laid: readonly LaidBlock[],
  body: readonly ReturnedBlock[],
  notes: readonly (readonly ReturnedBlock[])[],
): LaidText {
  const labels = labelsOf(laid, body, notes);
  const written = writeNotes(source, laid, notes, labels);
  const layout = written === source ? laid : layOut(written);
  const added = labels.flatMap((label, index) => {
    if (laid.some(({ note }) => note === label)) return [];
    const paragraphs = (notes[index] ?? []).map((block) => plainLine(block.text).replaceAll("\n", " "));
    return [`\n\n[^${label}]: ${paragraphs.join("\n\n    ")}`];
  });
  const own = layout.filter(({ note }) => note === undefined);
  const call = (index: number): string => `[^${labels[index] ?? "?"}]`;
  const text = laidAndSeen(written, own, body, { call, added: added.join("") });
  return added.length === 0 ? text : { ...text, text: text.text.trimEnd() + added.join("") };
}

/** With the marks of the source where they hold the words that came back; without them elsewhere. */
function laidAndSeen(
  source: string,
  laid: readonly LaidBlock[],
  body: readonly ReturnedBlock[],
  { call, added }: { call: (index: number) => string; added: string },
): LaidText {
  for (const way of ["words", "plain"] as const) {
    const text = layText(source, laid, body, { call, way });
    if (text.isCertain === true || unsaidIn(text.text + added, body).length === 0) return text;
  }
  const text = layText(source, laid, body, { call, way: "blocks" });
  return { ...text, unsaid: unsaidIn(text.text + added, body) };
}

/** The words of the blocks that are not seen in a text, or not in their order. */
function unsaidIn(text: string, body: readonly ReturnedBlock[]): string[] {
  const shown = (blocks: readonly { readonly text: string }[]): string[] =>
    blocks.map((block) => block.text).filter((words) => words.trim() !== "");
  const seen = shown(layOut(text).filter(({ note }) => note === undefined));
  const wanted = shown(body);
  const isSame = (words: string, index: number): boolean => sameWords(words, seen[index] ?? "");
  if (seen.length === wanted.length && wanted.every(isSame)) return [];
  const known = new Set(seen.map(foldTypography));
  const missing = wanted.filter((words) => !known.has(foldTypography(words)));
  return missing.length > 0 ? missing : wanted;
}

/**
 * The label of each note that came back, or a new one: that of the one that has the same words, or
 * most of them, or that was called after the same words.
 */
function labelsOf(
  laid: readonly LaidBlock[],
  body: readonly ReturnedBlock[],
  notes: readonly (readonly ReturnedBlock[])[],
): string[] {
  // A note called twice is two in a word processor.
  const called = laid
    .flatMap(({ runs }) => runs.flatMap(({ note }) => note ?? []))
    .filter((label) => laid.some(({ note }) => note === label));
  const [places, newPlaces] = [beforeCalls(laid), beforeCalls(body)];
  const known = new Map(called.map((label) => [label, wordsOf(laid.filter(({ note }) => note === label))]));
  const free = new Map(known);
  const take = (label: string | undefined): string | undefined => {
    if (label !== undefined) free.delete(label);
    return label;
  };
  const exact = notes.map((note) =>
    take([...free, ...known].find(([, text]) => text === wordsOf(note))?.[0]),
  );
  const alike = notes.map(
    (note, index) =>
      exact[index] ?? take([...free].find(([, text]) => commonShare(text, wordsOf(note)) > 0.5)?.[0]),
  );
  const labels = alike.map(
    (label, index) =>
      label ?? take(called.find((each, at) => free.has(each) && places[at] === newPlaces[index])),
  );
  let last = 0;
  const isTaken = (label: string): boolean => known.has(label) || labels.includes(label);
  return labels.map((label) => {
    if (label !== undefined) return label;
    do last += 1;
    while (isTaken(`n${String(last)}`));
    return `n${String(last)}`;
  });
}

/** For each call, the last letters before it in its block. */
function beforeCalls(blocks: readonly { readonly text: string; readonly note?: unknown }[]): string[] {
  return blocks
    .filter(({ note }) => note === undefined)
    .flatMap(({ text }) => text.split(NOTE).slice(0, -1))
    .map((words) => foldTypography(words.slice(-LETTERS_BEFORE)));
}

function wordsOf(blocks: readonly { readonly text: string }[]): string {
  return foldTypography(blocks.map(({ text }) => text).join(" "));
}

/** The source with the notes as they came back; those whose call is gone are gone. */
function writeNotes(
  source: string,
  laid: readonly LaidBlock[],
  notes: readonly (readonly ReturnedBlock[])[],
  labels: readonly string[],
): string {
  let written = source;
  const sent = [...new Set(laid.flatMap(({ note }) => note ?? []))].reverse();
  // From the last, so that those before keep their places.
  for (const label of sent) {
    const own = laid.filter(({ note }) => note === label);
    const start = source.lastIndexOf("\n", (own[0]?.start ?? 0) - 1) + 1;
    const end = own.at(-1)?.end ?? start;
    // Called twice, it may have been changed at one of its calls.
    const isChanged = (index: number): boolean => wordsOf(notes[index] ?? []) !== wordsOf(own);
    const found = labels.flatMap((each, index) => (each === label ? [index] : []));
    const index = found.find(isChanged) ?? found[0] ?? -1;
    const definition = source.slice(start, end);
    const moved = own.map((block) => shifted(block, start));
    const now = index === -1 ? "" : layText(definition, moved, notes[index] ?? []).text;
    if (now !== definition) written = written.slice(0, start) + now + written.slice(end);
  }
  return written;
}

function shifted(block: LaidBlock, by: number): LaidBlock {
  const places = block.places.map(({ start, end }) => ({ start: start - by, end: end - by }));
  return { ...block, places, start: block.start - by, end: block.end - by };
}
