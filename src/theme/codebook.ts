// The codebook: the tree of themes that codebook.yaml holds.
import { join } from "node:path";
import { DiagnosedError } from "../kernel/diagnostic.ts";
import { readTextIfAny } from "../kernel/files.ts";
import type { ThemeId } from "../kernel/ids.ts";
import { CODEBOOK_FILE } from "../study/folder.ts";
import { parseCodebook } from "./parse-codebook.ts";

export interface Theme {
  readonly id: ThemeId;
  readonly title: string;
  readonly definition: string | undefined;
  readonly children: readonly Theme[];
}

export interface Codebook {
  readonly roots: readonly Theme[];
  /** Every theme of the tree, in the order of the file. */
  readonly byId: ReadonlyMap<string, Theme>;
}

/** The theme, then all that are under it, in the order of the file. */
export function* withDescendants(theme: Theme): Generator<Theme> {
  yield theme;
  for (const child of theme.children) yield* withDescendants(child);
}

/**
 * The study's codebook; an empty one when there is no codebook.yaml.
 * Throws `DiagnosedError` with every mistake of the file.
 */
export function readCodebook(root: string): Codebook {
  const text = readTextIfAny(join(root, CODEBOOK_FILE));
  if (text === undefined) return { roots: [], byId: new Map() };
  const { codebook, diagnostics } = parseCodebook(text);
  if (diagnostics.length > 0) throw new DiagnosedError(diagnostics);
  return codebook;
}
