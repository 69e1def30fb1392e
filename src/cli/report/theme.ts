// What the verbs around codings and themes print.
import { shown } from "../../kernel/shown.ts";
import type { Coded } from "../../theme/code.ts";
import type { CountedTheme } from "../../theme/counts.ts";
import type { Context, Outcome } from "../run.ts";

export function reportCode(
  { say }: Context,
  { session, codings, diagnostics }: Coded,
  isRemoving: boolean,
): Outcome {
  const key = codings === 0 ? "code.nothing" : isRemoving ? "code.removed" : "code.done";
  return { json: { session, codings }, text: say(key, { session, count: codings }), diagnostics };
}

/** The tree, each theme with a bar as long as its share of the most used one. */
export function reportThemes(context: Context, themes: readonly CountedTheme[]): Outcome {
  const { say, paint, world } = context;
  const rows = treeRows(themes, "");
  const most = Math.max(1, ...rows.map(({ theme }) => theme.codings));
  const names = rows.map(({ branch, theme }) => `${branch}${shown(theme.id)}`);
  const width = Math.max(0, ...names.map((name) => name.length));
  const room = Math.max(8, Math.min(30, world.stdout.columns - width - 40));
  const lines = rows.map(({ theme }, index) => {
    const name = names[index] ?? "";
    const bar = "█".repeat(Math.ceil((theme.codings / most) * room)).padEnd(room);
    const count = String(theme.codings).padStart(4);
    const detail = say("themes.count", { turns: theme.turns, sessions: theme.sessions });
    return `${name.padEnd(width)}  ${count}  ${paint.cyan(bar)}  ${paint.dim(detail)}`.trimEnd();
  });
  return {
    json: { themes: themes.map(themeJson) },
    text: lines.length === 0 ? say("themes.none", {}) : lines.join("\n"),
  };
}

interface Row {
  readonly branch: string;
  readonly theme: CountedTheme;
}

function treeRows(themes: readonly CountedTheme[], margin: string, isRoot = true): Row[] {
  return themes.flatMap((theme, index) => {
    const isLast = index === themes.length - 1;
    const branch = isRoot ? "" : `${margin}${isLast ? "└─ " : "├─ "}`;
    const below = isRoot ? "" : `${margin}${isLast ? "   " : "│  "}`;
    return [{ branch, theme }, ...treeRows(theme.children, below, false)];
  });
}

function themeJson({ id, title, definition, codings, children }: CountedTheme): object {
  return { id, title, definition, codings, children: children.map(themeJson) };
}
