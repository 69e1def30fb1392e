// What following one correction puts in the place of what, in the section as it was sent.
import { formatTurn } from "../kernel/ids.ts";
import { splitBlocks, type PlacedBlock } from "../retour/outline.ts";
import { isBlockQuote, readBlockQuote } from "../retour/quote.ts";
import { wordsAsked, type Correction } from "./correction.ts";
import type { Replacement } from "./place-in-section.ts";
import { beforeSpace, leadingSpace, trailingSpace } from "./spaces.ts";

/** Undefined for words without a place. */
export function replacementFor(correction: Correction, sent: string): Replacement | undefined {
  const { start, end, before, kind, decision } = correction;
  if (start === null || end === null) return undefined;
  const chosen = decision?.outcome === "adapted" ? decision.text : null;
  if (chosen !== null) return { start, end, after: fit(chosen, correction, sent, { start, end }) };
  const after = wordsAsked(correction);
  if (kind !== "withdrawal") return { start, end, after };
  const quote = withdrawnQuote(correction, sent);
  const isHighlighted = after !== correction.after && leadingSpace(before) === "";
  const from = isHighlighted ? beforeSpace(sent, start) : start;
  if (quote === undefined) return { start: from, end, after };
  return {
    start: Math.min(from, beforeSpace(sent, quote.start)),
    end: Math.max(end, quote.end),
    after: after.trim() === "" ? "" : after,
  };
}

/** Chosen words take the white space of those they stand for. */
function fit(
  words: string,
  { before, after }: Correction,
  sent: string,
  { start, end }: { start: number; end: number },
): string {
  const model = after === "" ? before : after;
  if (model !== "") return leadingSpace(model) + words + trailingSpace(model.trimStart());
  const isAfterWord = /\S/.test(sent.charAt(start - 1));
  const isBeforeWord = /\S/.test(sent.charAt(end));
  return `${isAfterWord ? " " : ""}${words}${!isAfterWord && isBeforeWord ? " " : ""}`;
}

/** The block quote whose words are withdrawn, wholly: its attribution does not stay alone. */
function withdrawnQuote({ kind, start, end }: Correction, sent: string): PlacedBlock | undefined {
  if (kind !== "withdrawal" || start === null || end === null) return undefined;
  return splitBlocks(sent).find(
    (block) => isBlockQuote(block.text) && block.start < end && start < block.end,
  );
}

/** A withdrawn quote in the section as it stands, known by its turns when its words were cut or mended. */
export function findQuoteAgain(
  correction: Correction,
  sent: string,
  current: string,
): Replacement | undefined {
  const quote = withdrawnQuote(correction, sent);
  const turns = quote === undefined ? "" : turnsOf(quote.text);
  if (turns === "" || wordsAsked(correction).trim() !== "") return undefined;
  const found = splitBlocks(current).find(({ text }) => isBlockQuote(text) && turnsOf(text) === turns);
  return found && { start: beforeSpace(current, found.start), end: found.end, after: "" };
}

function turnsOf(block: string): string {
  return readBlockQuote(block).turns.map(formatTurn).join(" ");
}
