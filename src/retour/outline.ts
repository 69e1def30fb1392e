// The structure of a document: front matter, presentation, sections (level-2 headings at the
// margin), blocks, as positions in the person's own bytes. A line scanner that follows CommonMark for what decides structure
// (fences, HTML comments, block quotes, indentation); test/retour/outline.test.ts holds it
// against remark, which is too slow to start for every command (docs/decisions).
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { asSectionId, slug, type SectionId } from "../kernel/ids.ts";
import { diagnose } from "./messages.ts";

export interface OutlinedSection {
  readonly id: SectionId;
  readonly title: string;
  /** Range of the whole section, heading included, in the document. */
  readonly start: number;
  readonly end: number;
  /** The section as it stands in the document, heading included. */
  readonly text: string;
  /** Line of the heading, from 1. */
  readonly line: number;
}

export interface Outline {
  /** Range of the front matter with its fences; empty when there is none. */
  readonly frontMatter: string;
  /** What stands between the front matter and the first section. */
  readonly presentation: string;
  readonly sections: readonly OutlinedSection[];
}

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly number: number;
  /** Inside a fence or an HTML comment that began on an earlier line. */
  readonly isInside: boolean;
}

/**
 * Outlines a document. A level-2 heading without an id gets the slug of its title. A section
 * id used twice is an error; an id that is not one, too.
 */
export function outline(text: string, file: string): { outline: Outline; diagnostics: Diagnostic[] } {
  const frontMatter = /^---[ \t]*\r?\n(?:.*\r?\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text)?.[0] ?? "";
  const headings: { title: string; id: string; start: number; line: number }[] = [];
  for (const line of scan(text, frontMatter.length)) {
    if (line.isInside) continue;
    const heading = readHeading(line.text);
    if (heading) headings.push({ ...heading, start: line.start, line: line.number });
  }
  const diagnostics: Diagnostic[] = [];
  const seen = new Map<string, number>();
  const sections = headings.flatMap((heading, index): OutlinedSection[] => {
    const place = { file, line: heading.line };
    const id = asSectionId(heading.id);
    if (id === undefined) {
      diagnostics.push(diagnose("section.bad-id", "error", { section: heading.id }, place));
      return [];
    }
    const first = seen.get(id);
    if (first !== undefined)
      diagnostics.push(diagnose("section.twice", "error", { section: id, first }, place));
    seen.set(id, heading.line);
    const end = headings[index + 1]?.start ?? text.length;
    const { start, title, line } = heading;
    return [{ id, title, start, end, text: text.slice(start, end), line }];
  });
  const firstSection = headings[0]?.start ?? text.length;
  return {
    outline: { frontMatter, presentation: text.slice(frontMatter.length, firstSection), sections },
    diagnostics,
  };
}

/** `## La peur {#peur .validated}` gives its title and id; other lines undefined. */
export function readHeading(line: string): { title: string; id: string } | undefined {
  if (!/^##(?:[ \t]|$)/.test(line)) return undefined;
  const whole = withoutClosing(withoutSpaces(line.slice(2)));
  const opened = whole.endsWith("}") ? whole.lastIndexOf("{") : -1;
  const attributes = whole.slice(opened + 1, -1);
  if (opened === -1 || attributes.includes("}")) return { title: whole.trim(), id: slug(whole.trim()) };
  const title = whole.slice(0, opened).trim();
  const given = attributes.split(/\s+/).find((each) => each.startsWith("#"));
  return { title, id: given?.slice(1) ?? slug(title) };
}

/** `La peur ##` is `La peur`. */
function withoutClosing(title: string): string {
  let end = title.length;
  while (title[end - 1] === "#") end -= 1;
  return end < title.length && isSpace(title[end - 1]) ? withoutSpaces(title.slice(0, end)) : title;
}

/** Without those at its ends; not by a regular expression, which would try each space of a long row. */
function withoutSpaces(text: string): string {
  let [start, end] = [0, text.length];
  while (isSpace(text[start])) start += 1;
  while (end > start && isSpace(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

const isSpace = (sign: string | undefined): boolean => sign === " " || sign === "\t";

export interface PlacedBlock {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Stretches between blank lines; a fence or an HTML comment is never cut. */
export function splitBlocks(text: string): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  let open: { start: number; end: number } | undefined;
  const close = (): void => {
    if (open) blocks.push({ ...open, text: text.slice(open.start, open.end) });
    open = undefined;
  };
  for (const line of scan(text, 0)) {
    if (!line.isInside && line.text.trim() === "") close();
    else open = { start: open?.start ?? line.start, end: line.end };
    // A heading stands alone even when no blank line follows it.
    if (!line.isInside && /^ {0,3}#{1,6}(?:[ \t]|$)/.test(line.text)) close();
  }
  close();
  return blocks;
}

/** Lines with their state; `end` leaves the line break out. */
function* scan(text: string, from: number): Generator<Line> {
  let number = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < from; at = text.indexOf("\n", at + 1)) number += 1;
  let fence: string | undefined;
  let isComment = false;
  for (let start = from; start < text.length; number += 1) {
    const feed = text.indexOf("\n", start);
    const stop = feed === -1 ? text.length : feed;
    const end = text[stop - 1] === "\r" && stop > start ? stop - 1 : stop;
    const line = text.slice(start, end);
    yield { text: line, start, end, number, isInside: fence !== undefined || isComment };
    if (fence !== undefined) {
      if (closesFence(line, fence)) fence = undefined;
    } else {
      isComment = endsInComment(line, isComment);
      if (!isComment) fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
    }
    start = stop + 1;
  }
}

function closesFence(line: string, fence: string): boolean {
  const found = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
  return found?.[0] === fence[0] && (found?.length ?? 0) >= fence.length;
}

/** Only a comment that begins its line is a block; one inside a paragraph ends with it. */
function endsInComment(line: string, wasInside: boolean): boolean {
  if (wasInside) return !line.includes("-->");
  const opened = /^ {0,3}<!--/.exec(line);
  return opened !== null && !line.slice(opened[0].length).includes("-->");
}
