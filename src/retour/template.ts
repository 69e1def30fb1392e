// Markdown templates in the Liquid language: the study's own, else those that ship.
import { Liquid, LiquidError } from "liquidjs";
import { join } from "node:path";
import { exists, readText } from "../kernel/files.ts";
import { packageRoot } from "../kernel/package-root.ts";
import { refuse } from "./messages.ts";
import { escapeMarkdown } from "./quote.ts";

export interface Template {
  /** As shown in errors: relative to the study when it is the study's own. */
  readonly file: string;
  readonly text: string;
}

/** `templates/<kind>/<language>.md` of the study if it has one, else of the package. */
export function findTemplate(studyRoot: string, kind: string, language: string): Template {
  const name = `templates/${kind}/${language}.md`;
  for (const folder of [studyRoot, packageRoot()]) {
    const path = join(folder, name);
    if (/^[a-z0-9-]+$/.test(kind) && exists(path)) return { file: name, text: readText(path) };
  }
  throw refuse("template.missing", { name });
}

/** True of a template that is, word for word, the one that ships. */
export function isShipped({ text }: Template, kind: string, language: string): boolean {
  const file = join(packageRoot(), `templates/${kind}/${language}.md`);
  return /^[a-z0-9-]+$/.test(kind) && exists(file) && readText(file) === text;
}

/**
 * Fills a template. Every value is escaped as Markdown text, unless the template says
 * `| raw`, which is for the values the view model documents as Markdown (docs/templates).
 */
export function renderTemplate(template: Template, view: object): string {
  const engine = new Liquid({
    outputEscape: (value: unknown) => escapeMarkdown(plain(value)),
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    renderLimit: 20_000,
    memoryLimit: 500_000_000,
  });
  try {
    const text: unknown = engine.parseAndRenderSync(template.text, view);
    return String(text).replace(/\n{3,}/g, "\n\n");
  } catch (error) {
    if (!(error instanceof LiquidError)) throw error;
    const [line, column] = error.token.getPosition();
    const place = { file: template.file, line: line ?? 1, column: column ?? 1 };
    const reason = error.message.split("\n")[0]?.replace(/, file:.*$|, line:.*$/, "") ?? "";
    throw refuse("template.error", { reason }, { cause: error, place });
  }
}

function plain(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
