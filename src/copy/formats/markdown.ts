// A copy as Markdown: the letter, then the document, to be edited in any text editor.
import type { CopyWriter, SentCopy } from "../sent-copy.ts";

/** Between the letter and the document. */
const RULE = "\n\n* * *\n\n";

export const markdownCopy = { format: "md", write: writeMarkdown } satisfies CopyWriter;

function writeMarkdown(copy: SentCopy): string {
  const { content } = copy;
  const parts = [preface(copy), ...content.sections.map(({ text }) => text)];
  return `${frontMatter(copy)}\n${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** Who the copy is for, by ids: what `receive` knows it by. */
function frontMatter({ copy, edition, group, study }: SentCopy): string {
  const lines = [`copy: ${copy}`, `edition: ${edition}`, `group: ${group.id}`, `study: ${study.id}`];
  return `---\n${lines.join("\n")}\n---\n`;
}

/** What stands before the first section: the letter, a rule, the presentation. */
export function preface({ letter, content }: Pick<SentCopy, "letter" | "content">): string {
  return `${letter}${RULE}${content.presentation}`.trim();
}
