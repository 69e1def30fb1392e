// The export as one page that loads nothing.
import { htmlPage, markdownToHtml } from "../retour/html.ts";
import { plainHtml } from "./plain-html.ts";
import type { Writer } from "./writers.ts";

export const htmlWriter: Writer = {
  ending: "html",
  write: (markdown, { title, language }) =>
    htmlPage({ title, language, body: plainHtml(markdown, markdownToHtml) }),
};
