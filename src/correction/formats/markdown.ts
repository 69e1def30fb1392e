// A copy that comes back as Markdown: edited in place, marked with CriticMarkup, or both.
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { asCopyId } from "../../kernel/ids.ts";
import { markdownCopy } from "../../copy/formats/markdown.ts";
import type { SentCopy } from "../../copy/sent-copy.ts";
import { outline } from "../../retour/outline.ts";
import { decodeTranscript } from "../../transcript/encoding/decode.ts";
import { acceptMarks, type TextComment } from "../critic-markup.ts";
import { diagnose } from "../messages.ts";
import type { Loss, OpenedReturn, ReadReturn, ReturnReader } from "../return.ts";

export const markdownReturn: ReturnReader = {
  format: "md",
  open: (bytes, file) => {
    const { text, diagnostics } = decodeTranscript(bytes, file);
    return openMarkdown(text, file, diagnostics);
  },
};

/** How many lines of a copy name it: see copy/formats/markdown.ts. */
const FRONT_MATTER_LINES = 6;

/** As many marks that do not close as are told. */
const MOST_UNCLOSED = 50;

const frontMatterShape = /^\s*---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/** Opens a return already decoded: LF line ends, no byte-order mark. */
export function openMarkdown(text: string, file: string, earlier: readonly Diagnostic[] = []): OpenedReturn {
  const frontMatter = frontMatterShape.exec(text)?.[0] ?? "";
  const stated = (key: string): string | undefined =>
    new RegExp(`^${key}:[ \\t]*(\\S+)`, "m").exec(frontMatter)?.[1];
  const copy = stated("copy");
  return {
    identity: { copy: copy === undefined ? undefined : asCopyId(copy), study: stated("study") },
    read: (sent) => {
      const read = readBody(text.slice(frontMatter.length), frontMatter, file, sent);
      return { ...read, diagnostics: [...earlier, ...read.diagnostics] };
    },
  };
}

function readBody(body: string, frontMatter: string, file: string, sent: SentCopy): ReadReturn {
  const asSent = markdownCopy.write(sent);
  const { text, comments, unclosed } = acceptMarks(body, asSent);
  const headings = outline(text, file).outline.sections;
  const within = (start: number, end: number): TextComment[] =>
    comments
      .filter((comment) => start <= comment.start && (comment.start < end || end === text.length))
      .map((comment) => ({
        ...comment,
        start: comment.start - start,
        end: Math.min(comment.end, end) - start,
      }));
  const prefaceEnd = headings[0]?.start ?? text.length;
  return {
    preface: text.slice(0, prefaceEnd),
    prefaceComments: within(0, prefaceEnd),
    sections: headings.map(({ id, title, start }, index) => {
      // Up to the next section: a heading without a usable id is part of the one before it.
      const end = headings[index + 1]?.start ?? text.length;
      return { id, title, text: text.slice(start, end), comments: within(start, end) };
    }),
    loss: frontMatterLoss(frontMatter, asSent),
    diagnostics: unclosed.slice(0, MOST_UNCLOSED).map(({ offset, mark }) => {
      const before = frontMatter + body.slice(0, offset);
      const column = before.length - before.lastIndexOf("\n");
      const place = { file, line: before.split("\n").length, column };
      return diagnose("return.mark-unclosed", "warning", { mark }, place);
    }),
  };
}

/** Lines someone wrote among those that name the copy. */
function frontMatterLoss(frontMatter: string, asSent: string): Loss[] {
  const known = new Set(asSent.split("\n", FRONT_MATTER_LINES));
  return frontMatter
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !known.has(line) && !/^(?:---|\.\.\.)$/.test(line))
    .map((words) => ({ place: "front-matter", words }));
}
