// What came back as paragraphs, laid back onto the Markdown that was sent: words that nobody
// changed keep their marks to the letter, words that someone wrote become plain Markdown text.
import { preface } from "../copy/formats/markdown.ts";
import type { FrozenSection } from "../copy/frozen.ts";
import { layOut } from "../copy/layout.ts";
import type { SentCopy } from "../copy/sent-copy.ts";
import { foldTypography } from "../wording/fold.ts";
import type { TextComment } from "./critic-markup.ts";
import { layWithNotes } from "./lay-notes.ts";
import { laySection, titleOf } from "./lay-section.ts";
import type { LaidText } from "./lay-text.ts";
import { pairSections } from "./match-sections.ts";
import type { ReadReturn, ReturnedSection } from "./return.ts";
import type { BlockComment, BlockPlace, ReturnedBlock, ReturnedText } from "./returned-text.ts";

/** Blocks that follow each other, in the file and as one section or as what stands before all of them. */
interface Chunk {
  readonly section: FrozenSection | undefined;
  readonly blocks: readonly ReturnedBlock[];
  /** Index in the file of the first of them. */
  readonly first: number;
}

/** The sections of a return, each with the Markdown it was sent with where its words are the same. */
export function layBack(sent: SentCopy, returned: ReturnedText): ReadReturn {
  const { blocks, comments, remarks, loss, diagnostics } = returned;
  const body = blocks.filter(({ note }) => note === undefined);
  const notes = notesOf(blocks);
  const calls = callsBefore(body);
  const laid = chunksOf(sent, body).map((chunk) => {
    const own = notes.slice(calls[chunk.first], calls[chunk.first + chunk.blocks.length]);
    if (chunk.section !== undefined) return { ...chunk, ...laySection(chunk.section, chunk.blocks, own) };
    const source = preface(sent);
    return { ...chunk, ...layWithNotes(source, layOut(source), chunk.blocks, own) };
  });
  const owners = ownersOf(laid, blocks, calls);
  const commentsOn = commentsBy(laid, comments, owners);
  const [before] = laid;
  return {
    preface: before?.text ?? "",
    prefaceComments: commentsOn(0),
    sections: laid
      .slice(1)
      .flatMap(({ section, text }, index): ReturnedSection[] =>
        section === undefined
          ? []
          : [{ id: section.id, title: titleOf(text), text, comments: commentsOn(index + 1) }],
      ),
    remarks,
    loss: [
      ...loss,
      ...laid.flatMap(({ section, unsaid = [] }) =>
        unsaid.map((words) => ({ place: section === undefined ? "letter" : `layout/${section.id}`, words })),
      ),
    ],
    diagnostics,
  };
}

/** The blocks of each note, by its number. */
function notesOf(blocks: readonly ReturnedBlock[]): ReturnedBlock[][] {
  const count = blocks.reduce((most, { note = -1 }) => Math.max(most, note + 1), 0);
  const notes = Array.from({ length: count }, (): ReturnedBlock[] => []);
  for (const block of blocks) if (block.note !== undefined) notes[block.note]?.push(block);
  return notes;
}

/** For each block, and after the last, how many notes are called before it. */
function callsBefore(body: readonly ReturnedBlock[]): number[] {
  let count = 0;
  return [0, ...body.map(({ text }) => (count += text.split("\uFFFC").length - 1))];
}

/** The first chunk is what stands before the sections. */
function chunksOf(sent: SentCopy, body: readonly ReturnedBlock[]): Chunk[] {
  const { sections } = sent.content;
  const starts = startsOf(body, sections);
  const pieces = starts.map((first, index): Chunk & { found: ReturnedSection } => {
    const blocks = body.slice(first, starts[index + 1] ?? body.length);
    const [heading] = blocks;
    const found = {
      id: heading?.section,
      title: heading?.text ?? "",
      text: blocks.map(({ text }) => text).join("\n\n"),
      comments: [],
    };
    return { section: undefined, blocks, first, found };
  });
  const pairs = pairSections(
    sections,
    pieces.map(({ found }) => found),
  );
  const chunks: Chunk[] = [{ section: undefined, blocks: body.slice(0, starts[0] ?? body.length), first: 0 }];
  for (const { found, blocks, first } of pieces) {
    const section = pairs.get(found);
    const last = chunks.at(-1);
    if (section !== undefined || last === undefined) chunks.push({ section, blocks, first });
    else chunks[chunks.length - 1] = { ...last, blocks: [...last.blocks, ...blocks] };
  }
  return chunks;
}

/** Where sections may begin: at their bookmark, at a title of their level, at words that are a title's. */
function startsOf(body: readonly ReturnedBlock[], sections: readonly FrozenSection[]): number[] {
  const ids = new Set<string>(sections.map(({ id }) => id));
  const marked = new Set(body.map(({ section }) => section).filter((id) => id !== undefined && ids.has(id)));
  const titles = new Set(
    sections.filter(({ id }) => !marked.has(id)).map(({ title }) => foldTypography(visible(title))),
  );
  const longest = 2 * Math.max(0, ...[...titles].map((title) => title.length));
  const isOneOf = (text: string): boolean => text.length <= longest && titles.has(foldTypography(text));
  const seen = new Set<string>();
  return body.flatMap(({ section, kind, level, text }, index) => {
    const isMarked = section !== undefined && ids.has(section) && !seen.has(section);
    if (isMarked) seen.add(section);
    const isTitle = kind === "heading" ? level === 2 : kind !== "row" && isOneOf(text);
    return isMarked || isTitle ? [index] : [];
  });
}

const visible = (title: string): string => layOut(title)[0]?.text ?? title;

/** For each block of the file, the chunk that holds it, or the call of its note, and the place there. */
function ownersOf(
  chunks: readonly Chunk[],
  blocks: readonly ReturnedBlock[],
  calls: readonly number[],
): (place: BlockPlace) => { chunk: number; place: BlockPlace } {
  const chunkOf = (index: number): number =>
    Math.max(
      0,
      chunks.findLastIndex(({ first }) => first <= index),
    );
  // Notes come last: an index in the file is one in the body for all other blocks.
  return ({ block, at }) => {
    const note = blocks[block]?.note;
    const index =
      note === undefined
        ? block
        : Math.max(
            0,
            calls.findLastIndex((count) => count <= note),
          );
    const chunk = chunkOf(index);
    return {
      chunk,
      place: { block: Math.max(0, index - (chunks[chunk]?.first ?? 0)), at: note === undefined ? at : 0 },
    };
  };
}

function commentsBy(
  laid: readonly (Chunk & LaidText)[],
  comments: readonly BlockComment[],
  ownerOf: (place: BlockPlace) => { chunk: number; place: BlockPlace },
): (chunk: number) => TextComment[] {
  const found = comments.map(({ start, end, words, kind }) => {
    const [from, to] = [ownerOf(start), ownerOf(end)];
    const isPoint = start.block === end.block && start.at === end.at;
    const text = laid[from.chunk];
    const first = text?.at(from.place) ?? 0;
    const last =
      from.chunk === to.chunk
        ? (text?.at(to.place, isPoint ? "start" : "end") ?? 0)
        : (text?.text.length ?? 0);
    const comment: TextComment = {
      start: first,
      end: Math.max(first, last),
      words,
      ...(kind !== undefined && { kind }),
    };
    return { chunk: from.chunk, comment };
  });
  return (chunk) => found.filter((each) => each.chunk === chunk).map(({ comment }) => comment);
}
