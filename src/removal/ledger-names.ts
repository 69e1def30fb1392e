// What the ledger's texts become once the names that stand in them are replaced: documents, editions,
// agreements, corrections. Everything that points into a text is moved with it.
import { readFrozen } from "../copy/frozen.ts";
import type { Row } from "../ledger/schema.ts";
import { documentPath } from "../study/folder.ts";
import type { Study } from "../study/open.ts";
import type { Identity } from "../vault/contents.ts";
import { applyEdits, rangeMover } from "../vault/replace/edits.ts";
import type { NameEdit, NameReplacer, Passage } from "../vault/replace/name-replacer.ts";
import { correctionRows, editionRows, namedTexts, type KeptText } from "./store.ts";

export interface LedgerNames {
  /** The texts that change, and what they become. */
  readonly texts: readonly (KeptText & { readonly now: string })[];
  /** The corrections that change, as they are to be. */
  readonly corrections: readonly Row<"correction">[];
  /** Whose names stood in what people sent back, once each time, by return. */
  readonly returned: ReadonlyMap<string, readonly Identity[]>;
}

/** Asks about what is in doubt, as `NameReplacer.replace` does, and refuses as it does. */
export async function nameLedger(study: Study, names: NameReplacer): Promise<LedgerNames> {
  const { db } = study.ledger;
  const texts = await namedTexts(db);
  const rows = await correctionRows(db);
  const passages = texts.map(({ text: words, ...each }): Passage => ({ words, place: placeOf(study, each) }));
  for (const { id: place, before, after, comment } of rows)
    for (const words of [before, after, comment]) if (words !== "") passages.push({ words, place });
  await names.replace(passages, study.settings.title);

  const sections = nameEditions(await editionRows(db), names);
  const corrections = rows.map((row) => nameCorrection(row, sections.get(sectionOf(row)), names));
  const changed = texts.map((each) => ({ ...each, now: nameless(names, each.text) }));
  const returned = new Map<string, Identity[]>();
  const count = (id: string, text: string): void => {
    const found = nameEdits(names, text).map(({ identity }) => identity);
    if (found.length > 0) returned.set(id, [...(returned.get(id) ?? []), ...found]);
  };
  for (const { return: id, before, after, comment } of rows)
    for (const text of after === before ? [comment] : [after, comment]) count(id, text);
  for (const { table, subject, text } of texts) if (table === "loss") count(subject, text);
  return {
    texts: changed.filter(({ text, now }) => text !== now),
    corrections: corrections.filter((now, index) => !isSameRow(now, rows[index])),
    returned,
  };
}

/** Of a name in a text, what stands there instead. The id in a heading's braces names the section: it stays. */
export function nameEdits(names: NameReplacer, text: string): readonly NameEdit[] {
  const edits = names.edits(text);
  if (edits.length === 0) return edits;
  const ids = [...text.matchAll(/\{#[^{}\n]*\}/g)].map(({ 0: whole, index }) => {
    return { start: index, end: index + whole.length };
  });
  return edits.filter((edit) => !ids.some(({ start, end }) => start < edit.end && edit.start < end));
}

export const nameless = (names: NameReplacer, text: string): string =>
  applyEdits(text, nameEdits(names, text));

/** Where a person finds it: a document, an edition, a correction, an agreement. */
function placeOf({ settings }: Study, { table, subject }: Omit<KeptText, "text">): string {
  const group = table === "document" ? settings.groups.find(({ id }) => id === subject) : undefined;
  return group ? documentPath(group.id) : subject;
}

interface NamedSection {
  /** As it was sent. */
  readonly was: string;
  readonly now: string;
  readonly move: ReturnType<typeof rangeMover>;
  /** False when the edition as it will be reads otherwise: nothing can then be placed in it. */
  readonly isPlaced: boolean;
}

const sectionOf = ({ edition, section }: Row<"correction">): string => `${edition} ${section}`;

/** The sections of every edition in which a name was sent. */
function nameEditions(editions: readonly Row<"edition">[], names: NameReplacer): Map<string, NamedSection> {
  const found = new Map<string, NamedSection>();
  for (const { id, content } of editions) {
    const replaced = content === null ? null : nameless(names, content);
    if (content === null || replaced === null || replaced === content) continue;
    const after = new Map(readFrozen(replaced).sections.map((each) => [String(each.id), each.text]));
    for (const { id: section, text: was } of readFrozen(content).sections) {
      const edits = nameEdits(names, was);
      const now = applyEdits(was, edits);
      const isPlaced = after.get(section) === now;
      found.set(`${id} ${section}`, { was, now, move: rangeMover(edits), isPlaced });
    }
  }
  return found;
}

/** It stays where it was, on the words that stand there now. */
function nameCorrection(
  row: Row<"correction">,
  section: NamedSection | undefined,
  names: NameReplacer,
): Row<"correction"> {
  const comment = nameless(names, row.comment);
  const { start, end } = row;
  const isThere =
    section !== undefined && start !== null && end !== null && section.was.slice(start, end) === row.before;
  if (!isThere) {
    const before = nameless(names, row.before);
    return { ...row, before, after: row.after === row.before ? before : nameless(names, row.after), comment };
  }
  const place = section.move({ start, end });
  const before = section.now.slice(place.start, place.end);
  const after = row.after === row.before ? before : namelessIn(names, row.after, section.was, { start, end });
  return { ...row, ...(section.isPlaced ? place : { start: null, end: null }), before, after, comment };
}

/** How much of a section is read on each side of words put into it: enough to tell a name from a word. */
const AROUND = 200;

/** Words read where they are to stand: alone, `Rose` may be anything. */
function namelessIn(
  names: NameReplacer,
  words: string,
  section: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  const before = section.slice(Math.max(0, start - AROUND), start);
  const edits = nameEdits(names, before + words + section.slice(end, end + AROUND))
    .map((edit) => ({ ...edit, start: edit.start - before.length, end: edit.end - before.length }))
    .filter((edit) => edit.end > 0 && edit.start < words.length);
  const isInside = edits.every((edit) => edit.start >= 0 && edit.end <= words.length);
  // What its place does not say, it may say alone.
  return nameless(names, isInside ? applyEdits(words, edits) : words);
}

const isSameRow = (a: Row<"correction">, b: Row<"correction"> | undefined): boolean =>
  (["start", "end", "before", "after", "comment"] as const).every((name) => a[name] === b?.[name]);
