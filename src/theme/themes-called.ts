// Themes that a file names by their titles: the codebook's own, or added to it.
import { asThemeId, slug, type ThemeId } from "../kernel/ids.ts";
import type { Change } from "../ledger/ledger.ts";
import type { Study } from "../study/open.ts";
import { foldLabel } from "../transcript/shapes/labels.ts";
import { readCodebookFile, writerOf } from "./change-codebook.ts";
import type { Theme } from "./codebook.ts";
import { addTheme } from "./edit-codebook.ts";

export interface ThemesCalled {
  /** By title, as it was given. */
  readonly ids: ReadonlyMap<string, ThemeId>;
  /** Those that the codebook did not have, in order. */
  readonly added: readonly ThemeId[];
  /** Adds them to codebook.yaml, at the root, with the change. */
  readonly write: (change: Change) => void;
}

/**
 * The theme of each title: the one whose id or title it is, case and accents aside, or a new one
 * that takes its id from the title. A title without a letter or a figure names no theme. Refuses,
 * before anything is written, a codebook whose layout cannot be changed safely.
 */
export function themesCalled(study: Study, titles: readonly string[]): ThemesCalled {
  const file = readCodebookFile(study);
  const known = new Map<string, ThemeId>();
  for (const { id, title } of file.codebook.byId.values()) known.set(foldLabel(title), id);
  for (const { id } of file.codebook.byId.values()) known.set(foldLabel(id), id);
  const taken = new Set<string>(file.codebook.byId.keys());
  const ids = new Map<string, ThemeId>();
  const added: Theme[] = [];
  let text = file.text;
  for (const given of new Set(titles)) {
    const title = given.trim().replace(/\s+/g, " ");
    const folded = foldLabel(title);
    if (!/[\p{L}\p{N}]/u.test(title)) continue;
    const id = known.get(folded) ?? freeId(title, taken);
    ids.set(given, id);
    if (taken.has(id)) continue;
    taken.add(id);
    known.set(folded, id);
    text = addTheme(text, { id, title }, undefined);
    added.push({ id, title, definition: undefined, children: [] });
  }
  const [first] = added;
  const write = first ? writerOf(file, text, [...file.codebook.roots, ...added], first.id) : () => undefined;
  return { ids, added: added.map(({ id }) => id), write };
}

/** `peur-de-rentrer`, or `peur-de-rentrer-2` when it is taken; `theme` for letters that ids lack. */
function freeId(title: string, taken: ReadonlySet<string>): ThemeId {
  const name = slug(title) || "theme";
  for (let number = 1; ; number += 1) {
    const id = asThemeId(number === 1 ? name : `${name}-${String(number)}`);
    if (id !== undefined && !taken.has(id)) return id;
  }
}
