// Word documents (ECMA-376, WordprocessingML), as Word, LibreOffice, Google Docs and Teams write them.
import type { Archive } from "./archive.ts";
import { saidInHeaders, textOf, type OfficeDocument } from "./document.ts";
import { StoryReader } from "./docx-story.ts";
import { readBoldStyles } from "./docx-styles.ts";
import { contentType, mainPart, relationsOf } from "./package.ts";

/** True for a package whose main part is a Word document or template. */
export function isDocx(archive: Archive): boolean {
  const part = mainPart(archive);
  return part !== undefined && /wordprocessingml|ms-word/.test(contentType(archive, part));
}

/**
 * The document of an archive that `isDocx` knows: its body, its comments, its notes, its
 * headers and footers. Refuses damaged parts and hostile XML.
 */
export function readDocx(archive: Archive): OfficeDocument {
  const main = mainPart(archive) ?? "";
  const relations = relationsOf(archive, main);
  const partsOf = (type: string): string[] =>
    relations.flatMap((relation) => (relation.type === type ? (archive.text(relation.part) ?? []) : []));
  const partOf = (type: string): string => partsOf(type)[0] ?? "";
  const styles = readBoldStyles(partOf("styles"), archive.file);
  const problems: number[] = [];
  const read = (source: string): StoryReader => {
    const story = new StoryReader(styles);
    // Its parts stand on one line: the line says nothing.
    if (story.read(source, archive.file).length > 0) problems.push(0);
    return story;
  };
  const body = read(archive.text(main) ?? "");
  const comments = read(partOf("comments"));
  const notes = [read(partOf("footnotes")), read(partOf("endnotes"))];
  const headers = ["header", "footer"].flatMap(partsOf).flatMap((source) => read(source).stories);
  return {
    blocks: body.stories.flatMap(({ blocks }) => blocks),
    comments: comments.stories.map(({ author, blocks }) => ({ author, text: textOf(blocks) })),
    notes: notes.flatMap(({ stories }) => stories.map(({ blocks }) => textOf(blocks))).filter(Boolean),
    headers: saidInHeaders(headers.map(({ blocks }) => textOf(blocks))),
    problems,
    unread: body.unread,
  };
}
