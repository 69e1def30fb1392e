// An edition of so many pages, and Word files that come back with so many tracked changes, for the bench.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { randomFrom, speechOf } from "./ten-hours.mjs";

const WORDS_A_PAGE = 400;

/** A group's document: sections of three pages, with quotes, paragraphs and lists. */
export function documentOf(pages) {
  const random = randomFrom(11);
  const sentence = () => {
    const words = speechOf(random, 12 + random(10));
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  };
  const paragraph = (count) => Array.from({ length: count }, sentence).join(" ");
  const sections = Array.from({ length: Math.ceil(pages / 3) }, (_, index) => {
    const blocks = [];
    for (let words = 0; words < 3 * WORDS_A_PAGE;) {
      const text = paragraph(2 + random(3));
      words += text.split(" ").length;
      // Two lists in a row would be one.
      const kind = blocks.at(-1)?.startsWith("- ") ? 5 : random(6);
      if (kind === 0) blocks.push(`> ${text}\n>\n> — éducatrice (s01.${String(1 + random(40))})`);
      else if (kind === 1)
        blocks.push(
          text
            .split(". ")
            .map((each) => `- ${each}`)
            .join("\n"),
        );
      else blocks.push(text);
    }
    return `## Partie ${String(index + 1)} {#partie-${String(index + 1)}}\n\n### Analyse\n\n${blocks.join("\n\n")}\n`;
  });
  return `---\ngroup: g1\nedition: r01\nsessions: [s01]\n---\n\n# Mesure\n\n${sections.join("\n")}`;
}

/** The same Word file with `count` words replaced, change tracking on, spread over all of it. */
export function withChanges(bytes, count, seed) {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts["word/document.xml"]);
  const random = randomFrom(seed);
  const runs = [
    ...xml.matchAll(/<w:r>((?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?)<w:t[^>]*>([^<]{60,})<\/w:t><\/w:r>/g),
  ];
  const every = runs.length / count;
  let edited = "";
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    const run = runs[Math.floor(index * every)];
    if (run === undefined || run.index < at) continue;
    const [whole, look, text] = run;
    const words = text.split(" ");
    const chosen = 1 + random(words.length - 2);
    const piece = (name, list) =>
      list.length === 0
        ? ""
        : `<w:r>${look}<w:${name} xml:space="preserve">${list.join(" ")}</w:${name}></w:r>`;
    const mark = (kind, inside) =>
      `<w:${kind} w:id="${String(9000 + index)}" w:author="P" w:date="2026-03-03T10:00:00Z">${inside}</w:${kind}>`;
    edited +=
      xml.slice(at, run.index) +
      piece("t", [...words.slice(0, chosen), ""]) +
      mark("del", piece("delText", [words[chosen]])) +
      mark("ins", piece("t", [`corrigé${String(index)}`])) +
      piece("t", ["", ...words.slice(chosen + 1)]);
    at = run.index + whole.length;
  }
  parts["word/document.xml"] = strToU8(edited + xml.slice(at));
  return zipSync(parts);
}
