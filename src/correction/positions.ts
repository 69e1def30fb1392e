// The diverging positions that stand in a text, as `integrate` writes them or a person rewrote them.
import { splitBlocks } from "../retour/outline.ts";
import type { Range } from "../wording/cut-out.ts";
import { foldPhrase } from "../wording/phrases.ts";

export interface Position extends Range {
  /** The paragraph as it stands. */
  readonly text: string;
  /** What names its holder, folded; empty where nothing does. */
  readonly label: string;
  /** The position itself. */
  readonly words: string;
}

/**
 * How one begins, whatever marks a person put before it: what names its holder stands between brackets, or goes to the
 * colon; in bold and with neither, nothing names them. The heading over several is none.
 */
const beginning =
  /^[ \t>*_+-]*(?:Positions? divergentes?|Diverg(?:ing|ent) positions?)(?:[*_ \t\u00A0\u202F]*(\([^()\n]*\))[*_ \t\u00A0\u202F]*:?|([^:\n]{0,200}):|(?<!s)(?=[*_]+[^\p{L}\p{N}\n]*[\p{L}\p{N}]))/gimu;

/** The paragraphs of a text that say a diverging position, each to the next one or the end of its block. */
export function findPositions(text: string): Position[] {
  return splitBlocks(text).flatMap((block) => {
    const found = [...block.text.matchAll(beginning)];
    return found.map(({ 0: head, 1: bracketed, 2: written = "", index }, at): Position => {
      let until = found[at + 1]?.index ?? block.text.length;
      while (/[\s>]/.test(block.text[until - 1] ?? "")) until -= 1;
      const own = block.text.slice(index, until);
      const start = block.start + index;
      return {
        ...{ start, end: start + own.length, text: own },
        ...{ label: foldPhrase(bracketed ?? written), words: own.slice(head.length) },
      };
    });
  });
}
