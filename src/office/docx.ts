// Word documents (ECMA-376, WordprocessingML), as Word, LibreOffice, Google Docs and Teams write them.
import type { Archive } from "./archive.ts";
import { saidInHeaders, textOf, type Block, type OfficeDocument } from "./document.ts";
import { readComments } from "./docx-comments.ts";
import { noteId, StoryReader } from "./docx-story.ts";
import { readStyles } from "./docx-styles.ts";
import { contentType, customProperties, mainPart, relationsOf } from "./package.ts";

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
  const { file } = archive;
  const main = mainPart(archive) ?? "";
  const relations = relationsOf(archive, main);
  const partsOf = (type: string): string[] =>
    relations.flatMap((relation) => (relation.type === type ? (archive.text(relation.part) ?? []) : []));
  const partOf = (type: string): string => partsOf(type)[0] ?? "";
  const styles = readStyles(partOf("styles"), file);
  const problems: number[] = [];
  const read = (source: string): StoryReader => {
    const story = new StoryReader(styles);
    // Its parts stand on one line: the line says nothing.
    if (story.read(source, file).length > 0) problems.push(0);
    return story;
  };
  const body = read(archive.text(main) ?? "");
  const comments = read(partOf("comments"));
  const [footnotes, endnotes] = [read(partOf("footnotes")), read(partOf("endnotes"))];
  const headers = ["header", "footer"].flatMap(partsOf).flatMap((source) => read(source).stories);
  const stories = [body, footnotes, endnotes];
  const noteBodies = [...bodiesOf("footnote", footnotes), ...bodiesOf("endnote", endnotes)];
  return {
    blocks: body.stories.flatMap(({ blocks }) => blocks),
    comments: readComments(comments.stories, partOf("commentsExtended"), file),
    notes: noteBodies.map(({ blocks }) => textOf(blocks)).filter(Boolean),
    noteBodies,
    properties: customProperties(archive),
    formattingChanges: stories.reduce((count, each) => count + each.formattingChanges, 0),
    images: stories.flatMap(({ images }) => images),
    headers: saidInHeaders(headers.map(({ blocks }) => textOf(blocks))),
    problems,
    unread: body.unread,
  };
}

function bodiesOf(kind: string, { stories }: StoryReader): { id: string; blocks: readonly Block[] }[] {
  return stories.map(({ id, blocks }) => ({ id: noteId(kind, id), blocks }));
}
