// A section's words beside what someone makes of them, as stretches to show.
import type { GroupId, SectionId } from "../kernel/ids.ts";
import { changes } from "../wording/compare.ts";
import { changesWords, type Correction } from "./correction.ts";

export interface Stretch {
  /** `comment`: said about the words before it. */
  readonly op: "same" | "removed" | "added" | "comment";
  readonly text: string;
}

/** What one person, or one version, makes of a section. */
export interface Variant {
  /** A participant or an edition; null for the document as it stands. */
  readonly by: string | null;
  readonly stretches: readonly Stretch[];
}

export interface ComparedSection {
  readonly id: SectionId;
  readonly group: GroupId;
  readonly title: string;
  readonly variants: readonly Variant[];
}

/** A section as one return makes it: every correction in its place, with what was said. */
export function variantOf(by: string, sent: string, corrections: readonly Correction[]): Variant {
  const stretches: Stretch[] = [];
  const push = (op: Stretch["op"], text: string): void => {
    if (text !== "") stretches.push({ op, text });
  };
  let at = 0;
  // What has no place stands at the end.
  const placed = corrections.map((each) => ({ each, start: each.start ?? sent.length }));
  for (const { each, start } of placed.sort((a, b) => a.start - b.start)) {
    push("same", sent.slice(at, start));
    if (changesWords(each)) {
      push("removed", each.before);
      push("added", each.start === null ? `\n\n${each.after}` : each.after);
    } else push("same", each.before);
    push("comment", each.comment);
    at = Math.max(at, each.end ?? sent.length);
  }
  push("same", sent.slice(at));
  return { by, stretches };
}

/** The words of one version beside those of an earlier one; undefined when nothing differs. */
export function variantBetween(by: string | null, before: string, after: string): Variant | undefined {
  const stretches = changes(before, after);
  return stretches.every(({ op }) => op === "same") ? undefined : { by, stretches };
}
