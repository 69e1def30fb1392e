// Takes whole blocks out of a generated document: those about words that are not there any more.
// To the next rebuild, what is left of them in the person's document is the person's own.
import { splitBlocks } from "./outline.ts";
import { readReferences, turnReferences } from "./quote.ts";

export function withoutBlocks(text: string, isGone: (block: string) => boolean): string {
  let kept = "";
  let from = 0;
  for (const block of splitBlocks(text)) {
    if (!isGone(block.text)) continue;
    kept += text.slice(from, block.start);
    from = block.end;
  }
  return from === 0 ? text : kept + text.slice(from);
}

/** True for a block that names a turn of one of these sessions. */
export function namesTurnOf(block: string, sessions: ReadonlySet<string>): boolean {
  return [...block.matchAll(turnReferences)].some(([, named = ""]) =>
    readReferences(named).some(({ session }) => sessions.has(session)),
  );
}
