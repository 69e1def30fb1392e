// A comparison to read: in the terminal, as Markdown (CriticMarkup), or as one page for a group
// to look at together. What was taken out and put in shows by marks, not by colour alone.
import { shown } from "../../kernel/shown.ts";
import type { ComparedSection, Stretch } from "../../correction/comparison.ts";
import type { Settings } from "../../study/settings.ts";
import type { Context, Outcome } from "../run.ts";
import { comparisonPage, nameOnPage, withoutHeading } from "./comparison-page.ts";
import { nameOf, placeIn } from "./correction.ts";
import { around, wrapStretches } from "./wrap.ts";

export const comparisonFormats = ["terminal", "md", "html"] as const;

type Format = (typeof comparisonFormats)[number];

export function reportComparison(
  sections: readonly ComparedSection[],
  format: Format,
  settings: Settings,
  context: Context,
): Outcome {
  const json = {
    sections: sections.map(({ id, variants }) => ({
      id,
      changes: variants.flatMap(({ by, stretches }) => stretches.map(({ op, text }) => ({ op, text, by }))),
    })),
  };
  const render = { terminal: asTerminal, md: asMarkdown, html: comparisonPage }[format];
  return { json, text: render(sections, settings, context).trimEnd() };
}

function asTerminal(sections: readonly ComparedSection[], settings: Settings, context: Context): string {
  const { say, paint, world } = context;
  if (sections.every(({ variants }) => variants.length === 0)) return say("diff.none", {});
  const marks = {
    same: ["", "", (text: string) => text],
    removed: ["[-", "-]", paint.red],
    added: ["{+", "+}", paint.green],
    comment: [" {>>", "<<}", paint.cyan],
  } as const;
  return sections
    .map(({ id, group, title, variants }) => {
      const texts = variants.map(({ by, stretches }) => {
        const pieces = fold(stretches).map(({ op, text }, index) => {
          const [open, close, style] = marks[op];
          const end = op === "comment" && index === 0 ? "\n" : "";
          return { text: around(shown(text), open, close) + end, style };
        });
        const name = by === null ? say("diff.now", {}) : nameOf(settings, by);
        return `  ${paint.bold(shown(name))}\n${wrapStretches(pieces, world.stdout.columns, "    ")}`;
      });
      const heading = paint.bold(
        paint.underline(shown(`${title} (${placeIn(settings, { group, section: id })})`)),
      );
      return [heading, ...(texts.length === 0 ? [`  ${say("diff.none", {})}`] : texts)].join("\n\n");
    })
    .join("\n\n\n");
}

/** As many unchanged letters as are shown beside a change. */
const CONTEXT = 90;

/** Long unchanged stretches, cut to what is beside a change. */
function fold(stretches: readonly Stretch[]): Stretch[] {
  return stretches.map(({ op, text }, index) => {
    if (op !== "same") return { op, text };
    const [isFirst, isLast] = [index === 0, index === stretches.length - 1];
    const room = isFirst || isLast ? CONTEXT : 2 * CONTEXT;
    if (text.length <= room + 20) return { op, text };
    const head = isFirst ? "" : text.slice(0, CONTEXT).replace(/\S+$/, "");
    const tail = isLast ? "" : text.slice(-CONTEXT).replace(/^\S+/, "");
    return { op, text: `${head.trimEnd()} … ${tail.trimStart()}` };
  });
}

function asMarkdown(sections: readonly ComparedSection[], settings: Settings, { say }: Context): string {
  return sections
    .map(({ id, title, variants }) => {
      const texts = variants.map(
        (variant) => `**${nameOnPage(variant, settings, say)}**\n\n${criticMarkup(variant.stretches)}`,
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
