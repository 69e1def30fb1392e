// A copy as a Word file: change tracking is on, each section is known by its bookmark, and whose
// copy it is by a property.
import { Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun, type ISectionOptions } from "docx";
import { bookmarkOf, LETTER_BOOKMARK, PRESENTATION_BOOKMARK } from "../bookmarks.ts";
import type { FrozenSection } from "../frozen.ts";
import { layOut, type LaidBlock } from "../layout.ts";
import { ownQuotes } from "../own-quotes.ts";
import type { CopyWriter, SentCopy } from "../sent-copy.ts";
import { writeNumbering } from "./docx/numbering.ts";
import { repack } from "./docx/repack.ts";
import { writable } from "./docx/runs.ts";
import { Story } from "./docx/story.ts";
import { MARGIN, ownLabel, PAGE, stylesFor } from "./docx/styles.ts";

export const docxCopy: CopyWriter = { format: "docx", write: writeDocx };

async function writeDocx(copy: SentCopy): Promise<Uint8Array> {
  const { language, study } = copy;
  const title = writable(study.title);
  const story = storyOf(copy);
  const document = new Document({
    title,
    customProperties: [
      { name: "retour-copy", value: copy.copy },
      { name: "retour-study", value: study.id },
    ],
    features: { trackRevisions: true },
    styles: stylesFor(language),
    footnotes: story.footnotes,
    sections: [{ ...pages(title), children: story.children }],
  });
  const packed = await Packer.pack(document, "uint8array");
  return repack(packed, writeNumbering(story.lists, ownLabel(language)));
}

function storyOf({ letter, content, ownTurns }: SentCopy): Story {
  const story = new Story();
  const { presentation, sections } = content;
  story.add({ bookmark: LETTER_BOOKMARK, blocks: layOut(letter), own: [], beginsPage: false });
  story.add({
    bookmark: PRESENTATION_BOOKMARK,
    blocks: layOut(presentation),
    own: ownQuotes(presentation, ownTurns),
    beginsPage: true,
  });
  for (const [index, section] of sections.entries())
    story.add({
      bookmark: bookmarkOf(section.id),
      blocks: laidSection(section),
      own: ownQuotes(section.text, ownTurns),
      beginsPage: index === 0 && presentation === "",
    });
  return story;
}

// The copies of an edition differ only in their letter and in whose words are marked.
const known = new WeakMap<FrozenSection, LaidBlock[]>();

function laidSection(section: FrozenSection): LaidBlock[] {
  const blocks = known.get(section) ?? layOut(section.text);
  known.set(section, blocks);
  return blocks;
}

/** A4, the study's title above the letter, the page's number under each page. */
function pages(title: string): Omit<ISectionOptions, "children"> {
  const footer = new Footer({
    children: [
      new Paragraph({
        style: "Footer",
        children: [new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] })],
      }),
    ],
  });
  return {
    properties: {
      page: {
        size: PAGE,
        margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN, header: 900 },
      },
      titlePage: true,
    },
    headers: { first: new Header({ children: [new Paragraph({ style: "Title", text: title })] }) },
    footers: { default: footer, first: footer },
  };
}
