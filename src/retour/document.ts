// Reading a group's document from the disk, and refusing one that is not whole.
import { exists, readText } from "../kernel/files.ts";
import { DiagnosedError, type Diagnostic } from "../kernel/diagnostic.ts";
import { asGroupId, type GroupId, type SectionId } from "../kernel/ids.ts";
import { documentPath } from "../study/folder.ts";
import type { Study } from "../study/open.ts";
import { locator } from "./locator.ts";
import { diagnose, refuse } from "./messages.ts";
import { outline, splitBlocks, type Outline, type OutlinedSection } from "./outline.ts";
import { findBrokenNotes } from "./private-notes.ts";
import { agreedText, sectionFingerprint } from "./section.ts";
import { documentRow } from "./store.ts";

export interface GroupDocument {
  readonly group: GroupId;
  /** Relative to the study. */
  readonly file: string;
  readonly text: string;
  readonly presentation: string;
  readonly frontMatter: string;
  readonly sections: readonly OutlinedSection[];
}

/**
 * Reads a group's document. Refuses one that is missing, that belongs to another group, or
 * that stops in the middle of a block of its last known version; reports section ids used twice,
 * and private notes that are none.
 */
export async function readDocument(study: Study, group: GroupId): Promise<GroupDocument> {
  const file = documentPath(group);
  const known = await documentRow(study.ledger.db, group);
  if (!exists(study.path(file))) throw refuse(known ? "document.missing" : "document.not-built", { file });
  const text = readText(study.path(file));
  if (known && isHalfSaved(text, known.content)) throw refuse("document.half-saved", { file });
  return parseDocument(text, group, file);
}

/** The document in a text already read. */
export function parseDocument(text: string, group: GroupId, file: string): GroupDocument {
  const { outline: parts, diagnostics } = outline(text, file);
  const found = /^group:[ \t]*(\S+)/m.exec(parts.frontMatter)?.[1];
  if (found !== undefined && found !== group) throw refuse("document.other-study", { file, found, group });
  diagnostics.push(...brokenNotes(text, parts, file));
  if (diagnostics.length > 0) throw new DiagnosedError(diagnostics);
  return { group, file, text, ...parts };
}

/** What was meant as a private note would be in every copy, or would take the words after it out of it. */
function brokenNotes(
  text: string,
  { frontMatter, presentation, sections }: Outline,
  file: string,
): Diagnostic[] {
  const placeOf = locator(text, file);
  const parts = [
    { start: 0, text: frontMatter },
    { start: frontMatter.length, text: presentation },
    ...sections,
  ];
  return parts.flatMap((part) =>
    findBrokenNotes(part.text).map(({ kind, at }) => {
      const { line } = placeOf(part.start + at);
      const code = kind === "open" ? "document.comment-open" : "document.comment-altered";
      return diagnose(code, "error", {}, { file, ...(line === undefined ? {} : { line }) });
    }),
  );
}

/** An empty file, or one cut in the middle of a block: what a crash or a full disk leaves. */
function isHalfSaved(text: string, known: string): boolean {
  const found = text.trimEnd();
  if (known.trim() === "") return false;
  if (found === "") return true;
  if (found.length >= known.trimEnd().length || !known.startsWith(found)) return false;
  return !splitBlocks(known).some((block) => block.end === found.length);
}

/** The documents of all groups that have one. */
export async function readDocuments(study: Study): Promise<GroupDocument[]> {
  const documents: GroupDocument[] = [];
  for (const group of study.settings.groups) {
    const isBuilt = (await documentRow(study.ledger.db, group.id)) !== undefined;
    if (isBuilt || exists(study.path(documentPath(group.id))))
      documents.push(await readDocument(study, group.id));
  }
  return documents;
}

/** `sectionFingerprint` of many sections, each computed once in the life of its words. */
export function fingerprintsOf(study: Study, sections: readonly string[]): Promise<string[]> {
  return study.ledger.memo("retour-section-1", sections.map(agreedText), sectionFingerprint);
}

/** The group an id names, or the study's only one when none is given. */
export function chooseGroup(study: Study, given: string | undefined): GroupId {
  const { groups } = study.settings;
  const id =
    given === undefined && groups.length === 1
      ? groups[0]?.id
      : given === undefined
        ? undefined
        : asGroupId(given);
  if (id === undefined || !groups.some((group) => group.id === id))
    throw refuse("group.unknown", { group: given ?? "", known: groups.map((group) => group.id).join(", ") });
  return id;
}

/** Finds `peur`, or `g2/peur` where several groups have a section of that id. */
export function findSection(
  documents: readonly GroupDocument[],
  name: string,
): { document: GroupDocument; section: OutlinedSection } {
  const [group, id] = name.includes("/") ? name.split("/", 2) : [undefined, name];
  const found = documents
    .filter((document) => group === undefined || document.group === group)
    .flatMap((document) =>
      document.sections.filter((each) => each.id === id).map((section) => ({ document, section })),
    );
  const [first, second] = found;
  if (first === undefined) {
    const known = documents.flatMap((document) => document.sections.map((each): SectionId => each.id));
    throw refuse("section.unknown", { section: name, known: known.join(", ") });
  }
  if (second !== undefined)
    throw refuse("section.ambiguous", {
      section: name,
      groups: found.map(({ document }) => document.group).join(", "),
    });
  return first;
}
