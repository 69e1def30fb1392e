// A copy as one page to read and to answer: it works offline, and nothing of it can reach a
// network. What runs in it stands in templates/page, to be read by
// anyone.
import { join } from "node:path";
import { readText } from "../../kernel/files.ts";
import { sha256 } from "../../kernel/fingerprint.ts";
import { packageRoot } from "../../kernel/package-root.ts";
import { escapeHtml } from "../../retour/html.ts";
import { layOut, type LaidBlock } from "../layout.ts";
import type { CopyWriter, SentCopy } from "../sent-copy.ts";
import { writeBlocks } from "./page/blocks.ts";
import { contentFingerprint, notesOf, pageSections, type PageSection } from "./page/page-sections.ts";
import { lastSheet, sectionSheet, withdrawBox } from "./page/sheet.ts";
import { pageWords, type PageWords } from "./page/words.ts";

export const htmlCopy: CopyWriter = { format: "html", write: writeHtml };

// The page's own ids begin with a capital letter: a section's never does.
const TOP = "Sommaire";

function writeHtml(copy: SentCopy): string {
  const words = pageWords[copy.language];
  const sections = pageSections(copy);
  const [script, style] = [`\n${joined()}`, `\n${shipped("page.css")}`];
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "form-action 'none'",
    "base-uri 'none'",
  ];
  return `<!doctype html>
<html lang="${copy.language}" translate="no">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join("; ")}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(`${copy.study.title} — ${copy.copy}`)}</title>
<style>${style}</style>
</head>
<body>
<main>
${opening(copy, words)}
<p class="no-script" id="NoScript">${words.page.noScript}</p>
${contents(sections, words)}
${sections.map((section) => writeSection(section, words)).join("\n")}
<section id="Answer" hidden></section>
${lastSheet(words, copy.copy)}
</main>
<script type="application/json" id="Data">${dataOf(copy, sections, words)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** What runs in the page, file after file: the first are needed by those that follow. */
const SCRIPTS = "answer keep elements differences opinions correct end page".split(" ");

function joined(): string {
  const files = SCRIPTS.map((name) => shipped(`${name}.js`));
  return `"use strict";\n(() => {\n${files.join("\n")}})();\n`;
}

/** A file of templates/page, the same on every machine. */
function shipped(name: string): string {
  return readText(join(packageRoot(), "templates", "page", name)).replaceAll("\r\n", "\n");
}

/** As a Content-Security-Policy names an inline script or style (CSP level 3, 2.3.1). */
function hashOf(text: string): string {
  return `sha256-${Buffer.from(sha256(text), "hex").toString("base64")}`;
}

/** The title first, whoever wrote it, then the letter, then what else the document begins with. */
function opening({ content, study, letter }: SentCopy, words: PageWords): string {
  const presentation = layOut(content.presentation);
  const [first, ...others] = presentation;
  const hasTitle = first?.kind === "heading" && first.level === 1;
  const plain = (blocks: readonly LaidBlock[], prefix: string, lower: number): string =>
    writeBlocks(blocks, {
      ...{ words: words.page, prefix, notes: notesOf(blocks), isNumbered: false, lower },
    });
  const parts = [
    hasTitle ? plain([first], "Title", 0) : `<h1>${escapeHtml(study.title)}</h1>`,
    `<aside class="letter" aria-label="${words.page.letter}">\n${plain(layOut(letter), "Letter", 1)}\n</aside>`,
    plain(hasTitle ? others : presentation, "Presentation", 1),
  ];
  return parts.filter((part) => part !== "").join("\n");
}

function contents(sections: readonly PageSection[], { page }: PageWords): string {
  const entries = sections.map(
    ({ id, blocks }) => `<li><a href="#${id}">${escapeHtml(blocks[0]?.shown ?? id)}</a></li>`,
  );
  return `<nav id="${TOP}" aria-label="${page.contents}">
<h2>${page.contents}</h2>
<ol>
${entries.join("\n")}
</ol>
</nav>`;
}

function writeSection({ id, blocks, notes, own }: PageSection, words: PageWords): string {
  const { page } = words;
  const isIn = (form: "block" | "inline", index: number): boolean =>
    own.some((quote) => quote.form === form && quote.extent.some(({ block }) => block === index));
  const begins = (index: number): boolean =>
    own.some((quote) => quote.form === "block" && quote.extent[0]?.block === index);
  const ends = (index: number): boolean => own.some(({ extent }) => extent.at(-1)?.block === index);
  const text = writeBlocks(blocks, {
    ...{ words: page, prefix: id, notes, isNumbered: true, lower: 0 },
    isOwn: (index) => isIn("block", index),
    before: (index) => (begins(index) ? `<p class="mark">${page.mine}</p>` : ""),
    after: (index) => (ends(index) ? withdrawBox(words) : ""),
    marked: (index) =>
      own
        .filter(({ form }) => form === "inline")
        .flatMap(({ extent }) => extent.filter(({ block }) => block === index)),
  });
  return `<section id="${id}">
${text}
<div class="answer"></div>
${sectionSheet(words)}
<p class="top"><a href="#${TOP}">${page.top}</a></p>
</section>`;
}

/** What the script knows: the words sent, by number, and its own words in the study's language. */
function dataOf(copy: SentCopy, sections: readonly PageSection[], words: PageWords): string {
  const data = {
    ...{ study: copy.study.id, copy: copy.copy, edition: copy.edition },
    content: contentFingerprint(copy.content),
    file: `${words.page.file}-${copy.copy}.json`,
    sections: sections.map(({ id, blocks, own }) => ({
      id,
      title: blocks[0]?.shown ?? id,
      blocks: blocks.map(({ kind, shown }) => ({ kind, text: shown })),
      own: own.map(({ form, turns, said, extent, words: quoted }) => ({
        ...{ form, turns, words: quoted },
        block: said[0]?.block ?? 0,
        last: extent.at(-1)?.block ?? 0,
      })),
    })),
    words: words.script,
  };
  // So that no word can end the element it stands in.
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
