// Changes the codebook: adds, renames, moves and merges themes; what is coded follows.
import { isDeepStrictEqual } from "node:util";
import { DiagnosedError, type Diagnostic } from "../kernel/diagnostic.ts";
import { decodeUtf8, exists, readBytes } from "../kernel/files.ts";
import { asThemeId, type ThemeId } from "../kernel/ids.ts";
import type { World } from "../kernel/world.ts";
import type { Change } from "../ledger/ledger.ts";
import { CODEBOOK_FILE } from "../study/folder.ts";
import { nearest } from "../study/nearest.ts";
import type { Study } from "../study/open.ts";
import { canonicalCodings } from "../transcript/coding.ts";
import { codingsOf, replaceCodings, turnsOf } from "../transcript/store.ts";
import { sheetOnDisk, writeSheet } from "../transcript/write-sheet.ts";
import type { Codebook, Theme } from "./codebook.ts";
import { addTheme, mergeTheme, moveTheme, renameTheme, type NewTheme } from "./edit-codebook.ts";
import { refuse } from "./messages.ts";
import { parseCodebook } from "./parse-codebook.ts";
import { readSheets } from "./read-sheets.ts";
import { sessionsCoded } from "./store.ts";

export interface CodebookFile {
  readonly bytes: Buffer | undefined;
  readonly text: string;
  readonly codebook: Codebook;
}

/** Adds a theme under `parent`, or at the root. */
export async function addToCodebook(
  study: Study,
  { id, title, definition, parent }: NewTheme & { readonly parent: string | undefined },
): Promise<Theme> {
  const file = readCodebookFile(study);
  const added = asThemeId(id);
  if (added === undefined) throw refuse("theme.bad-id", { id, example: "peur-nuit" });
  if (file.codebook.byId.has(id)) throw refuse("theme.id-taken", { id });
  const under = parent === undefined ? undefined : themeCalled(file.codebook, parent).id;
  const theme: Theme = {
    id: added,
    title: titleFrom(title),
    definition: definition === undefined ? undefined : oneLine(definition),
    children: [],
  };
  const text = addTheme(file.text, theme, under);
  await save(study, file, text, insertInto(file.codebook.roots, theme, under), id);
  return theme;
}

export async function renameInCodebook(study: Study, id: string, title: string): Promise<Theme> {
  const file = readCodebookFile(study);
  const theme = { ...themeCalled(file.codebook, id), title: titleFrom(title) };
  const roots = replaceIn(file.codebook.roots, theme.id, () => [theme]);
  await save(study, file, renameTheme(file.text, theme.id, theme.title), roots, id);
  return theme;
}

/** Moves a theme and its children under `parent`, or to the root. */
export async function moveInCodebook(study: Study, id: string, parent: string | undefined): Promise<Theme> {
  const file = readCodebookFile(study);
  const theme = themeCalled(file.codebook, id);
  const under = parent === undefined ? undefined : themeCalled(file.codebook, parent);
  if (under && isInside(theme, under.id)) throw refuse("theme.into-itself", { from: id, into: under.id });
  const without = replaceIn(file.codebook.roots, theme.id, () => []);
  const roots = insertInto(without, theme, under?.id);
  await save(study, file, moveTheme(file.text, theme.id, under?.id), roots, id);
  return theme;
}

export interface Merged {
  /** Codings that changed their theme. */
  readonly codings: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Gives a theme's codings and children to another, and takes it out of the codebook. */
export async function mergeInCodebook(
  study: Study,
  from: string,
  into: string,
  world: Pick<World, "now">,
): Promise<Merged> {
  const { diagnostics } = await readSheets(study, world);
  const file = readCodebookFile(study);
  const gone = themeCalled(file.codebook, from);
  const target = themeCalled(file.codebook, into);
  if (isInside(gone, target.id)) throw refuse("theme.into-itself", { from, into });
  const without = replaceIn(file.codebook.roots, gone.id, () => []);
  const roots = replaceIn(without, target.id, (theme) => [
    { ...theme, children: [...theme.children, ...gone.children] },
  ]);
  let codings = 0;
  await save(study, file, mergeTheme(file.text, gone.id, target.id), roots, from, async (change) => {
    codings = await recode(change, study, gone.id, target.id);
  });
  return { codings, diagnostics };
}

async function recode(change: Change, study: Study, from: ThemeId, into: ThemeId): Promise<number> {
  let count = 0;
  for (const session of await sessionsCoded(change.db, from)) {
    const turns = await turnsOf(change.db, session);
    const before = await codingsOf(change.db, session);
    const after = turns.flatMap(({ number, words }) => {
      const own = before.filter(({ turn }) => turn === number);
      return canonicalCodings(
        words,
        own.map((each) => (each.theme === from ? { ...each, theme: into } : each)),
      );
    });
    count += before.filter(({ theme }) => theme === from).length;
    await replaceCodings(change, session, turns, after);
    change.record("theme.merged", "coding", session);
    await writeSheet(change, study, session, { turns, codings: after }, sheetOnDisk(study, session));
  }
  return count;
}

/** codebook.yaml as it is; throws `DiagnosedError` with every mistake of the file. */
export function readCodebookFile(study: Study): CodebookFile {
  const path = study.path(CODEBOOK_FILE);
  const bytes = exists(path) ? readBytes(path) : undefined;
  const text = bytes ? decodeUtf8(bytes, CODEBOOK_FILE) : "";
  const { codebook, diagnostics } = parseCodebook(text);
  if (diagnostics.length > 0) throw new DiagnosedError(diagnostics);
  return { bytes, text, codebook };
}

/** The theme with this id, or the refusal that names the nearest. */
export function themeCalled(codebook: Codebook, id: string): Theme {
  const found = codebook.byId.get(id);
  if (found) return found;
  const known = [...codebook.byId.keys()];
  throw refuse("theme.unknown", { theme: id, nearest: nearest(id, known), known: known.join(", ") });
}

async function save(
  study: Study,
  file: CodebookFile,
  text: string,
  roots: readonly Theme[],
  id: string,
  more?: (change: Change) => Promise<void>,
): Promise<void> {
  const write = writerOf(file, text, roots, id);
  await study.ledger.write(async (change) => {
    await more?.(change);
    write(change);
  });
}

/**
 * Writes the new text with a change, once it is sure that it says what was meant, and no more.
 * `id`: the theme concerned, for the refusal.
 */
export function writerOf(
  file: CodebookFile,
  text: string,
  roots: readonly Theme[],
  id: string,
): (change: Change) => void {
  const { codebook, diagnostics } = parseCodebook(text);
  if (diagnostics.length > 0 || !isDeepStrictEqual(codebook.roots, roots))
    throw refuse("codebook.edit-by-hand", { id });
  const mark = file.bytes?.[0] === 0xef ? "\uFEFF" : "";
  return (change) => {
    change.writeFile(CODEBOOK_FILE, mark + text, file.bytes);
  };
}

function titleFrom(given: string): string {
  const title = oneLine(given);
  if (title === "") throw refuse("theme.empty-title", {});
  return title;
}

const oneLine = (text: string): string => text.trim().replace(/\s*[\r\n]\s*/g, " ");

function isInside(theme: Theme, id: ThemeId): boolean {
  return theme.id === id || theme.children.some((child) => isInside(child, id));
}

function insertInto(roots: readonly Theme[], theme: Theme, parent: ThemeId | undefined): Theme[] {
  if (parent === undefined) return [...roots, theme];
  return replaceIn(roots, parent, (found) => [{ ...found, children: [...found.children, theme] }]);
}

function replaceIn(roots: readonly Theme[], id: ThemeId, by: (theme: Theme) => Theme[]): Theme[] {
  return roots.flatMap((theme) =>
    theme.id === id ? by(theme) : [{ ...theme, children: replaceIn(theme.children, id, by) }],
  );
}
