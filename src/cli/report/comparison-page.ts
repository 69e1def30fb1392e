// A comparison as one page for a group to look at together: headings, quotes and lists as such,
// what was taken out and put in marked in the words themselves.
import { shown } from "../../kernel/shown.ts";
import type { ComparedSection, Stretch, Variant } from "../../correction/comparison.ts";
import { escapeHtml, htmlPage } from "../../retour/html.ts";
import { unescapeMarkdown } from "../../retour/quote.ts";
import { attributionOf, type Settings } from "../../study/settings.ts";
import type { Context } from "../run.ts";

/** The section's own heading is not repeated under its title. */
export function withoutHeading(stretches: readonly Stretch[]): Stretch[] {
  const first = stretches.findIndex(({ op }) => op !== "comment");
  return stretches.map(({ op, text }, index) => ({
    op,
    text: index === first && op === "same" ? text.replace(/^## [^\n]*\{#[^\n{}]*\}\n+/, "") : text,
  }));
}

/** On a page that is shown to the group, people are named as the study allows. */
export function nameOnPage({ by }: Variant, settings: Settings, say: Context["say"]): string {
  if (by === null) return say("diff.now", {});
  const person = settings.participants.find(({ id }) => id === by);
  const name = person === undefined ? undefined : attributionOf(settings, person.id);
  return name === undefined ? by : `${by} · ${name}`;
}

const style = `
article { border-left: .25rem solid #8886; padding-left: 1rem; margin: 1.4rem 0; }
article h3, article h4, article h5 { font-size: 1rem; margin-bottom: .3rem; }
del { text-decoration: line-through; } ins, del { padding: 0 .15rem; border-radius: .2rem; }
.remark { font-style: italic; background: #1565c022; padding: 0 .25rem; border-radius: .2rem; }
`;

export function comparisonPage(
  sections: readonly ComparedSection[],
  settings: Settings,
  { say }: Pick<Context, "say">,
): string {
  const title = `${settings.title} — ${say("diff.title", {})}`;
  const nothing = `<p>${escapeHtml(say("diff.none", {}))}</p>`;
  const groups = new Set(sections.map(({ group }) => group));
  const body = sections.map(({ id, group, title: own, variants }) => {
    const name = settings.groups.find((each) => each.id === group)?.title ?? group;
    const [place, heading] = groups.size > 1 ? [`${group}-${id}`, `${own} — ${name}`] : [id, own];
    const texts = variants.map((variant) => {
      const who = escapeHtml(nameOnPage(variant, settings, say));
      return `<article>\n<h3>${who}</h3>\n${blocksOf(withoutHeading(variant.stretches), who)}\n</article>`;
    });
    const content = texts.length === 0 ? nothing : texts.join("\n");
    return `<section id="${escapeHtml(place)}">\n<h2>${escapeHtml(heading)}</h2>\n${content}\n</section>`;
  });
  const page = [`<h1>${escapeHtml(title)}</h1>`, ...(body.length === 0 ? [nothing] : body)];
  return htmlPage({ title, language: settings.language, body: shown(page.join("\n")), extraStyle: style });
}

type Element = "h4" | "h5" | "blockquote" | "ul" | "ol" | "p";

interface Line {
  readonly element: Element;
  readonly html: string;
}

/** The stretches as elements, each line in the one that its own marker asks for. */
function blocksOf(stretches: readonly Stretch[], who: string): string {
  const blocks: { element: Element; lines: string[] }[] = [];
  let isOpen = false;
  for (const pieces of linesOf(stretches)) {
    const { element, html } = readLine(pieces, who);
    const last = blocks.at(-1);
    const isBlank = html.trim() === "";
    const isHeading = element === "h4" || element === "h5";
    if (last !== undefined && isOpen && !isHeading && last.element === element) last.lines.push(html);
    else if (!isBlank && isOpen && element === "p" && (last?.element === "ul" || last?.element === "ol"))
      // An item's further lines.
      last.lines.push(`${last.lines.pop() ?? ""} ${html.trim()}`);
    else if (!isBlank) blocks.push({ element, lines: [html] });
    isOpen = (!isBlank || element === "blockquote") && !isHeading;
  }
  return blocks.map(({ element, lines }) => asElement(element, lines)).join("\n");
}

function asElement(element: Element, lines: readonly string[]): string {
  const paragraphs = lines
    .join("\n")
    .split(/\n[ \t]*\n/)
    .map((each) => `<p>${each.trim()}</p>`);
  switch (element) {
    case "ul":
    case "ol":
      return `<${element}>\n${lines.map((line) => `<li>${line}</li>`).join("\n")}\n</${element}>`;
    case "blockquote":
      return `<blockquote>\n${paragraphs.join("\n")}\n</blockquote>`;
    case "p":
      return paragraphs.join("\n");
    case "h4":
    case "h5":
      return `<${element}>${lines.join(" ")}</${element}>`;
  }
}

const marker = /^ {0,3}(?:(#{1,6})[ \t]+|((?:> ?)+)|([-*+])[ \t]+|\d{1,9}[.)][ \t]+)/;

/** Lines of stretches. Words put in with their own marker do not follow those taken out on one line. */
function linesOf(stretches: readonly Stretch[]): Stretch[][] {
  const lines: Stretch[][] = [];
  let line: Stretch[] = [];
  const close = (): void => {
    lines.push(line);
    line = [];
  };
  stretches.forEach(({ op, text }, index) => {
    if (op === "comment") {
      line.push({ op, text: text.replace(/\s+/g, " ") });
      if (index === 0) close();
      return;
    }
    const isApart = line.length > 0 && line.every((each) => each.op === "removed");
    if (op === "added" && isApart && (marker.test(text) || text.includes("\n"))) close();
    text.split("\n").forEach((words, number) => {
      if (number > 0) close();
      if (words !== "") line.push({ op, text: words });
    });
  });
  close();
  return lines;
}

function readLine(pieces: readonly Stretch[], who: string): Line {
  const words = pieces.filter(({ op }) => op !== "comment").map(({ text }) => text);
  const [sign = "", heading, quote, bullet] = marker.exec(words.join("")) ?? [];
  let left = sign.length;
  const html = pieces.map(({ op, text }) => {
    if (op === "comment") return ` <span class="remark">[${escapeHtml(text)}]</span>`;
    const rest = text.slice(left);
    left = Math.max(0, left - text.length);
    return markup(
      op,
      plain(heading === undefined ? rest : rest.replace(/[ \t]*\{#[^{}]*\}[ \t]*$/, "")),
      who,
    );
  });
  const other = sign === "" ? "p" : "ol";
  const list = bullet === undefined ? other : "ul";
  const block = quote === undefined ? list : "blockquote";
  const level = heading !== undefined && heading.length > 3 ? "h5" : "h4";
  return { element: heading === undefined ? block : level, html: html.join("") };
}

/** Words without their marks of emphasis; marks that stand alone are what changed. */
function plain(text: string): string {
  const words = unescapeMarkdown(text.replace(/(?<!\\)\*{1,3}(?=\S)|(?<=[^\s\\])\*{1,3}/g, ""));
  return words.trim() === "" && text.trim() !== "" ? text : words;
}

function markup(op: Exclude<Stretch["op"], "comment">, text: string, who: string): string {
  const words = escapeHtml(text);
  if (op === "same" || words === "") return words;
  const element = op === "removed" ? "del" : "ins";
  return `<${element} title="${who}">${words}</${element}>`;
}
