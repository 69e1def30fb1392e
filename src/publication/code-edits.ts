// Code blocks as they may leave: no words after the fence, no turn named, and a fence that
// closes, so that nothing after it is taken in.
import type { Edit } from "./edits.ts";
import { endOf, startOf, type Node } from "../retour/markdown-tree.ts";
import { referenceRanges } from "./references.ts";

const fence = /^(`{3,}|~{3,})([^\n]*)/;

/** `isLast`: nothing of the text comes after it, and it stands in nothing that would end it. */
export function codeEdits(code: Node, source: string, isLast: boolean): Edit[] {
  const [start, end] = [startOf(code), endOf(code)];
  const text = source.slice(start, end);
  const [opening = "", mark = "", info = ""] = fence.exec(text) ?? [];
  const edits: Edit[] = referenceRanges(text)
    .filter((range) => range.start >= opening.length)
    .map((range) => ({ start: start + range.start, end: start + range.end, text: "" }));
  if (info.trim() !== "") edits.push({ start: start + mark.length, end: start + opening.length, text: "" });
  if (mark !== "" && isLast && !isClosed(text, mark)) edits.push({ start: end, end, text: `\n${mark}` });
  return edits;
}

function isClosed(text: string, mark: string): boolean {
  const last =
    text
      .trimEnd()
      .split("\n")
      .slice(1)
      .at(-1)
      ?.replace(/^[ \t>]*/, "")
      .trimEnd() ?? "";
  return last.startsWith(mark) && last.replaceAll(mark.slice(0, 1), "") === "";
}
