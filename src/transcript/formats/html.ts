// Pages that word processors save, and those written by hand: paragraphs or tables that say who speaks.
import { readHtml } from "../../office/html.ts";
import type { TextFormat } from "../reading.ts";
import { documentJoining, readSpokenDocument } from "../spoken-document.ts";

/** What a page begins with, after what an XML declaration or a comment may say first. */
const start =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:[^-]|-(?!->)){0,2000}-->\s*)?<(?:!doctype\s+html|html|head|body|meta|title|style|div|p|table|h[1-6]|b|strong|span|font|ul|ol)(?:[\s/>]|$)/i;

export const html: TextFormat = {
  name: "html",
  recognises: (text) => start.test(text),
  read: (text, hints) => readSpokenDocument(readHtml(text, hints.file), hints),
  joining: documentJoining,
  hasLongLines: true,
};
