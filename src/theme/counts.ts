// The tree of themes with how much each one is used.
import type { ThemeId } from "../kernel/ids.ts";
import type { Study } from "../study/open.ts";
import { readCodebook, type Theme } from "./codebook.ts";
import { themeUses } from "./store.ts";

export interface CountedTheme {
  readonly id: ThemeId;
  readonly title: string;
  readonly definition: string | null;
  readonly codings: number;
  readonly turns: number;
  readonly sessions: number;
  readonly children: readonly CountedTheme[];
}

/** Every theme of the codebook, its own codings counted, without those of its children. */
export async function countThemes(study: Study): Promise<CountedTheme[]> {
  const uses = await themeUses(study.ledger.db);
  const count = ({ id, title, definition, children }: Theme): CountedTheme => ({
    id,
    title,
    definition: definition ?? null,
    ...(uses.get(id) ?? { codings: 0, turns: 0, sessions: 0 }),
    children: children.map(count),
  });
  return readCodebook(study.root).roots.map(count);
}
