// A comparison to read: in the terminal, as Markdown (CriticMarkup), or as one page for a group
// to look at together; and as --json gives it.
import { shown } from "../../kernel/shown.ts";
import type { ComparedSection, Stretch } from "../../correction/comparison.ts";
import type { Settings } from "../../study/settings.ts";
import type { Context, Outcome } from "../run.ts";
import { isTouched, type Passage } from "../../correction/passages.ts";
import { comparisonPage } from "./comparison/page.ts";
import { nameOnPage } from "./comparison/people.ts";
import { comparisonText } from "./comparison/terminal.ts";
import { around } from "./wrap.ts";

export const comparisonFormats = ["terminal", "md", "html"] as const;

type Format = (typeof comparisonFormats)[number];

export function reportComparison(
  sections: readonly ComparedSection[],
  format: Format,
  settings: Settings,
  context: Context,
): Outcome {
  const json = {
    sections: sections.map(({ id, variants, passages, remarks }) => ({
      id,
      changes: variants.flatMap(({ by, stretches }) => stretches.map(({ op, text }) => ({ op, text, by }))),
      sentences: passages.filter(isTouched).map(sentenceJson),
      remarks: remarks.map(({ id: correction }) => correction),
    })),
  };
  const render = { terminal: comparisonText, md: asMarkdown, html: comparisonPage }[format];
  return { json, text: render(sections, settings, context).trimEnd() };
}

/** A sentence that someone changes or speaks of; corrections are told by their ids. */
function sentenceJson({ kind, text, wordings, asked, agreements, contradictions, kept }: Passage): object {
  return {
    ...{ kind, sent: text },
    wordings: wordings.map(({ by, stretches }) => ({ by, changes: stretches })),
    corrections: [...new Set(asked.map(({ correction }) => correction.id))],
    ...{ agreements, contradictions, kept },
  };
}

function asMarkdown(sections: readonly ComparedSection[], settings: Settings, { say }: Context): string {
  return sections
    .map(({ id, title, variants }) => {
      const texts = variants.map(
        (variant) => `**${nameOnPage(variant.by, settings, say)}**\n\n${criticMarkup(variant.stretches)}`,
      );
      const body = texts.length === 0 ? say("diff.none", {}) : texts.join("\n\n");
      return shown(`## ${title} {#${id}}\n\n${body}`);
    })
    .join("\n\n");
}

function criticMarkup(stretches: readonly Stretch[]): string {
  const marks = {
    same: ["", ""],
    removed: ["{--", "--}"],
    added: ["{++", "++}"],
    comment: ["{>>", "<<}"],
  } as const;
  const pieces = withoutHeading(stretches).map(({ op, text }, index) => {
    const [open, close] = marks[op];
    return around(text, open, close) + (op === "comment" && index === 0 ? "\n\n" : "");
  });
  return pieces.join("").trim();
}

/** The section's own heading is not repeated under its title. */
function withoutHeading(stretches: readonly Stretch[]): Stretch[] {
  const first = stretches.findIndex(({ op }) => op !== "comment");
  return stretches.map(({ op, text }, index) => ({
    op,
    text: index === first && op === "same" ? text.replace(/^## [^\n]*\{#[^\n{}]*\}\n+/, "") : text,
  }));
}
