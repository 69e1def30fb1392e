// A text of the study as the twin of a file has it: laid out the same, and not one of its words.
import type { SectionId } from "../kernel/ids.ts";
import { BLUR, BLURRED_ID } from "../vault/scan/twin.ts";
import { turnReferences } from "./quote.ts";

/**
 * What layout is read from stays: turns in parentheses, numbers of lists and of notes, where a link begins.
 * `ids`: what each section is called instead; others are blurred away.
 */
export function blur(text: string, ids: ReadonlyMap<string, SectionId> = new Map()): string {
  const pieces: string[] = [];
  let at = 0;
  for (const turns of text.matchAll(turnReferences)) {
    pieces.push(blurLetters(text.slice(at, turns.index), ids), turns[0]);
    at = turns.index + turns[0].length;
  }
  return pieces.join("") + blurLetters(text.slice(at), ids);
}

/** Each part that stays in a group of its own but the first, which is a section's id. */
const parts =
  /\{#([^}\s]*)\}|((?<=^ {0,3})\d{1,3}(?=[.)]\s)|\[\^\d{1,3}\]|(?<=[(<])(?:https?:\/\/|mailto:))|[\p{L}\p{N}\p{M}]/gmu;

function blurLetters(text: string, ids: ReadonlyMap<string, SectionId>): string {
  return text.replace(parts, (_, id: string | undefined, layout: string | undefined) =>
    id === undefined ? (layout ?? BLUR) : `{#${ids.get(id) ?? BLURRED_ID}}`,
  );
}
