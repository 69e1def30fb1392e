// A copy as one page to read: it works offline, loads nothing and runs nothing. The person's own
// quotes are marked, by a word and not by colour alone.
import { formatTurn } from "../../kernel/ids.ts";
import { escapeHtml, htmlPage, markdownToHtml } from "../../retour/html.ts";
import { findQuotes, type Quote } from "../../retour/quote.ts";
import { bodyOf } from "../../retour/section.ts";
import type { FrozenSection } from "../frozen.ts";
import type { CopyWriter, SentCopy } from "../sent-copy.ts";

export const htmlCopy: CopyWriter = { format: "html", write: writeHtml };

const words = {
  fr: { contents: "Sommaire", mine: "Vos paroles", letter: "Lettre", top: "Retour au sommaire" },
  en: { contents: "Contents", mine: "Your words", letter: "Letter", top: "Back to contents" },
};

// Private-use characters stand for marks while Markdown becomes HTML; none is kept from the text.
const BLOCK = "\uE000";
const INLINE = "\uE001";
const END = "\uE002";

const style = `
.letter { border: 1px solid #8886; border-radius: .4rem; padding: .2rem 1.2rem; margin-bottom: 2.5rem; }
nav { margin: 2rem 0; } nav ol { padding-left: 1.4rem; }
blockquote.mine { border-left-width: .5rem; background: #b5651d2e; }
.mark { font: 600 .8rem/1.4 system-ui, sans-serif; margin-bottom: 0; }
.top { font-size: .85rem; }
@media print { nav, .top { display: none; } }
`;

function writeHtml(copy: SentCopy): string {
  const { content, study, language } = copy;
  const text = words[language];
  const hasTitle = /^ {0,3}# /m.test(content.presentation);
  const body = [
    hasTitle ? "" : `<h1>${escapeHtml(study.title)}</h1>`,
    `<aside class="letter" aria-label="${text.letter}">\n${markdownToHtml(copy.letter)}\n</aside>`,
    markdownToHtml(content.presentation),
    contents(content.sections, text.contents),
    ...content.sections.map((section) => writeSection(section, copy)),
  ];
  return htmlPage({
    title: `${study.title} — ${copy.copy}`,
    language,
    body: body.filter((part) => part !== "").join("\n"),
    extraStyle: style,
  });
}

function contents(sections: readonly FrozenSection[], title: string): string {
  const entries = sections.map(({ id, title: name }) => `<li><a href="#${id}">${inline(name)}</a></li>`);
  return `<nav id="sommaire" aria-label="${title}">\n<h2>${title}</h2>\n<ol>\n${entries.join("\n")}\n</ol>\n</nav>`;
}

function writeSection(section: FrozenSection, { language, ownTurns }: SentCopy): string {
  const { id, title } = section;
  const { mine, top } = words[language];
  const { html, turns } = rendered(section);
  const isOwn = (quote: string): boolean => (turns[Number(quote)] ?? []).some((turn) => ownTurns.has(turn));
  const marked = html
    .replaceAll(new RegExp(`<blockquote>\\n<p>${BLOCK}(\\d+)${END}</p>`, "g"), (_, quote: string) =>
      isOwn(quote) ? `<blockquote class="mine">\n<p class="mark">${mine}</p>` : "<blockquote>",
    )
    .replaceAll(new RegExp(`${INLINE}(\\d+)${END}`, "g"), (_, quote: string) =>
      isOwn(quote) ? ` <span class="mark">(${mine.toLowerCase()})</span>` : "",
    )
    .replaceAll(new RegExp(`${BLOCK}\\d+${END}`, "g"), "");
  return `<section id="${id}">
<h2>${inline(title)}</h2>
${marked}
<p class="top"><a href="#sommaire">${top}</a></p>
</section>`;
}

interface Rendered {
  readonly html: string;
  /** The turns of each quote, by the number that marks it in `html`. */
  readonly turns: readonly (readonly string[])[];
}

// The copies of an edition differ only in which quotes are marked.
const known = new WeakMap<FrozenSection, Rendered>();

function rendered(section: FrozenSection): Rendered {
  const earlier = known.get(section);
  if (earlier) return earlier;
  const text = bodyOf(section.text).replaceAll(/[\uE000-\uE002]/g, "");
  const quotes = findQuotes(text);
  const result = {
    html: markdownToHtml(withMarks(text, quotes)),
    turns: quotes.map((quote) => quote.turns.map(formatTurn)),
  };
  known.set(section, result);
  return result;
}

/** Puts a numbered mark into each quote, where Markdown keeps it in its place. */
function withMarks(text: string, quotes: readonly Quote[]): string {
  let marked = "";
  let at = 0;
  for (const [number, { form, start, end }] of quotes.entries()) {
    const quote = text.slice(start, end);
    const indent = " ".repeat(quote.search(/[^ ]/));
    marked += text.slice(at, start);
    marked +=
      form === "block"
        ? `${indent}> ${BLOCK}${String(number)}${END}\n${indent}>\n${quote}`
        : `${quote}${INLINE}${String(number)}${END}`;
    at = end;
  }
  return marked + text.slice(at);
}

/** A title's own emphasis, without the paragraph around it. */
function inline(title: string): string {
  return markdownToHtml(title).replace(/^<p>([\s\S]*)<\/p>$/, "$1");
}
