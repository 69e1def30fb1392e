// What a word-processor document that came back says: its text with every change accepted, its
// comments in their places, and what found none.
import { diagnose } from "./messages.ts";
import type { Diagnostic, Place } from "../kernel/diagnostic.ts";
import { textOf, type Block, type Comment, type OfficeDocument } from "../office/document.ts";
import { sectionOfBookmark } from "../copy/bookmarks.ts";
import type { SentCopy } from "../copy/sent-copy.ts";
import { sameWords } from "../wording/fold.ts";
import { AcceptedText } from "./accepted-text.ts";
import type { Loss, Remark } from "./return.ts";
import type { BlockComment, ReturnedText } from "./returned-text.ts";

/**
 * The text of a document, every change accepted. `sent`: the copy it answers. `file`: as the person
 * named it.
 */
export function returnedTextOf(document: OfficeDocument, sent: SentCopy, file: string): ReturnedText {
  const { sections } = sent.content;
  const text = new AcceptedText((bookmark) => sectionOfBookmark(bookmark, sections));
  text.add(document.blocks);
  const bodies = new Map(document.noteBodies?.map(({ id, blocks }) => [id, blocks]));
  // A note may call another, which is then read after it.
  for (const [number, id] of text.called.entries()) {
    text.add(bodies.get(id) ?? [], number);
    bodies.delete(id);
  }
  const { comments, remarks } = placed(threadsOf(document.comments), text);
  return {
    blocks: text.blocks,
    comments,
    remarks,
    loss: lossOf(document, text, sent),
    diagnostics: sayOf(document, { file }),
  };
}

interface Thread {
  /** As the marks name it, and as its answers are named. */
  readonly ids: readonly string[];
  readonly words: string;
}

/** Comments with their answers, a line for each; those that say nothing are left out. */
function threadsOf(comments: readonly Comment[]): Thread[] {
  const rootOf = rootFinder(comments);
  const threads = new Map<Comment | string, { ids: string[]; words: string[] }>();
  for (const comment of comments) {
    const key = comment.id === undefined ? comment : rootOf(comment.id);
    const thread = threads.get(key) ?? { ids: [], words: [] };
    threads.set(key, thread);
    if (comment.id !== undefined) thread.ids.push(comment.id);
    if (comment.text.trim() !== "") thread.words.push(comment.text.trim());
  }
  return [...threads.values()]
    .filter(({ words }) => words.length > 0)
    .map(({ ids, words }) => ({ ids, words: words.join("\n") }));
}

/** The comment a chain of answers goes back to; answers may answer each other in a circle. */
function rootFinder(comments: readonly Comment[]): (id: string) => string {
  const parents = new Map(comments.map(({ id, parent }) => [id, parent]));
  const roots = new Map<string, string>();
  return (id) => {
    const path = new Set<string>();
    let root = id;
    for (let at: string | undefined = id; at !== undefined && parents.has(at) && !path.has(at);) {
      root = roots.get(at) ?? at;
      path.add(at);
      at = roots.has(at) ? undefined : parents.get(at);
    }
    for (const each of path) roots.set(each, root);
    return root;
  };
}

function placed(
  threads: readonly Thread[],
  { places }: AcceptedText,
): { comments: BlockComment[]; remarks: Remark[] } {
  const comments: BlockComment[] = [];
  const remarks: Remark[] = [];
  for (const { ids, words } of threads) {
    const id = ids.find((each) => places.has(each));
    const place = id === undefined ? undefined : places.get(id);
    if (place) comments.push({ ...place, words });
    else remarks.push({ section: undefined, words });
  }
  return { comments, remarks };
}

/** What stands in no paragraph. The head of a copy says the study's title. */
function lossOf(document: OfficeDocument, { called, calledOff }: AcceptedText, { study }: SentCopy): Loss[] {
  const { noteBodies = [], headers = [], images = [] } = document;
  const known = new Set([...called, ...calledOff]);
  const written = headers
    .flatMap((words) => words.split("\n"))
    .filter((words) => !sameWords(words, study.title));
  return [
    ...[...new Set(written)].map((words) => ({ place: "header", words })),
    ...noteBodies
      .filter(({ id }) => !known.has(id))
      .map(({ blocks }) => ({ place: "note", words: textOf(blocks) })),
    ...images.map((words) => ({ place: "image", words })),
  ].filter(({ words }) => words.trim() !== "");
}

function sayOf(document: OfficeDocument, place: Place): Diagnostic[] {
  const { comments, formattingChanges = 0, images = [], problems, unread = 0 } = document;
  const resolved = comments.filter(
    ({ parent, isResolved }) => parent === undefined && isResolved === true,
  ).length;
  const authors = countAuthors(document);
  return [
    ...(unread > 0 ? [diagnose("return.unreadable", "error", { count: unread }, place)] : []),
    ...(problems.length > 0
      ? [diagnose("return.damaged", "warning", { count: problems.length }, place)]
      : []),
    ...(images.length > 0 ? [diagnose("return.images", "warning", { count: images.length }, place)] : []),
    ...(formattingChanges > 0
      ? [diagnose("return.formatting-only", "info", { count: formattingChanges }, place)]
      : []),
    ...(resolved > 0 ? [diagnose("return.comments-resolved", "info", { count: resolved }, place)] : []),
    ...(authors > 1 ? [diagnose("return.several-authors", "info", { count: authors }, place)] : []),
  ];
}

/** How many people changed the text, by the names the file gives them: those are never told. */
function countAuthors({ blocks, noteBodies = [] }: OfficeDocument): number {
  const authors = new Set<string>();
  const see = (list: readonly Block[]): void => {
    for (const block of list)
      if (block.kind === "table") for (const row of block.rows) row.forEach(see);
      else
        for (const { change } of [...block.runs, { change: block.endChange }])
          if (change) authors.add(change.author);
  };
  for (const each of [blocks, ...noteBodies.map((note) => note.blocks)]) see(each);
  return authors.size;
}
