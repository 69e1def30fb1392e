// A plain text that comes back: the Markdown copy under another name, a copy saved as text, or what
// someone wrote about it. Which of them is told from what it holds.
import { decodeTranscript } from "../../transcript/encoding/decode.ts";
import { copyNamedIn, readAnswer } from "../message/answer-return.ts";
import { linesOf } from "../message/lines.ts";
import { nobody } from "../message/set-aside.ts";
import type { ReturnReader } from "../return.ts";
import { openMarkdown } from "./markdown.ts";

export const textReturn: ReturnReader = {
  format: "txt",
  open: (bytes, file) => {
    const { text, diagnostics } = decodeTranscript(bytes, file);
    if (isMarkdownCopy(text)) return openMarkdown(text, file, diagnostics);
    const lines = linesOf(text);
    return {
      identity: { copy: copyNamedIn(lines), study: undefined },
      read: (sent) => ({ ...readAnswer(lines, nobody, sent), diagnostics }),
    };
  },
};

/** It begins with the lines that name the copy, or its headings bear their ids; quoted, it is a message. */
function isMarkdownCopy(text: string): boolean {
  return /^\s*---[ \t]*\n(?:[a-z]+:.*\n)*?copy:/.test(text) || /^##[ \t].*\{#[^{}\n]+\}[ \t]*$/m.test(text);
}
