// A section's words beside what someone makes of them, as stretches to show.
import type { GroupId, SectionId } from "../kernel/ids.ts";
import { changes } from "../wording/compare.ts";
import type { Correction } from "./correction.ts";

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

/**
 * A section as one return makes it: every correction in its place, with what was said. Remarks
 * on the section as a whole come first, words for its end last.
 */
export function variantOf(by: string, sent: string, corrections: readonly Correction[]): Variant {
  const stretches: Stretch[] = [];
  const push = (op: Stretch["op"], text: string): void => {
    if (text !== "") stretches.push({ op, text });
  };
  const whole = corrections.filter(({ start }) => start === null);
  for (const { comment } of whole) push("comment", comment);
  let at = 0;
  const placed = corrections.flatMap(({ start, end, ...each }) =>
    start === null || end === null ? [] : [{ ...each, start, end }],
  );
  for (const { start, end, before, after, comment } of placed.sort((a, b) => a.start - b.start)) {
    push("same", sent.slice(at, start));
    if (before !== after) {
      push("removed", before);
      push("added", after);
    } else push("same", before);
    push("comment", comment);
    at = Math.max(at, end);
  }
  push("same", sent.slice(at));
  for (const { after } of whole) if (after !== "") push("added", `\n\n${after}`);
  return { by, stretches };
}

/** The words of one version beside those of an earlier one; undefined when nothing differs. */
export function variantBetween(by: string | null, before: string, after: string): Variant | undefined {
  const stretches = changes(before, after);
  return stretches.every(({ op }) => op === "same") ? undefined : { by, stretches };
}
