// What following one correction puts in the place of what, in the section as it was sent.
import { formatTurn } from "../kernel/ids.ts";
import { splitBlocks, type PlacedBlock } from "../retour/outline.ts";
import { isBlockQuote, readBlockQuote } from "../retour/quote.ts";
import type { Correction } from "./correction.ts";
import type { Replacement } from "./place-in-section.ts";

/** Undefined for words without a place. */
export function replacementFor(correction: Correction, sent: string): Replacement | undefined {
  const { start, end, after, decision } = correction;
  if (start === null || end === null) return undefined;
  if (decision?.outcome === "adapted")
    return { start, end, after: fit(decision.text ?? "", { ...correction, start, end }, sent) };
  const quote = withdrawnQuote(correction, sent);
  if (quote === undefined) return { start, end, after };
  return {
    start: Math.min(start, withSpaceBefore(sent, quote.start)),
    end: Math.max(end, quote.end),
    after: after.trim() === "" ? "" : after,
  };
}

/** Chosen words take the white space of those they stand for. */
function fit(
  words: string,
  { before, after, start, end }: { before: string; after: string; start: number; end: number },
  sent: string,
): string {
  const model = after === "" ? before : after;
  if (model !== "")
    return (/^\s*/.exec(model)?.[0] ?? "") + words + (/\s*$/.exec(model.trimStart())?.[0] ?? "");
  const isAfterWord = /\S/.test(sent[start - 1] ?? " ");
  const isBeforeWord = /\S/.test(sent[end] ?? " ");
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
  if (turns === "" || correction.after.trim() !== "") return undefined;
  const found = splitBlocks(current).find(({ text }) => isBlockQuote(text) && turnsOf(text) === turns);
  return found && { start: withSpaceBefore(current, found.start), end: found.end, after: "" };
}

function turnsOf(block: string): string {
  return readBlockQuote(block).turns.map(formatTurn).join(" ");
}

function withSpaceBefore(text: string, at: number): number {
  let start = at;
  while (start > 0 && /\s/.test(text[start - 1] ?? "")) start -= 1;
  return start;
}
