// The export in Markdown: the template's output as it is.
import type { Writer } from "./writers.ts";

export const markdownWriter: Writer = { ending: "md", write: (markdown) => markdown };
