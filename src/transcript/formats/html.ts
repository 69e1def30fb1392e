// Pages that word processors save, and those written by hand: paragraphs or tables that say who speaks.
import { readHtml } from "../../office/html.ts";
import type { TextFormat } from "../reading.ts";
import { documentJoining, readSpokenDocument } from "../shapes/spoken-document.ts";

/** What may stand before the first element: what an XML declaration or a comment says. */
const head = /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:[^-]|-(?!->)){0,2000}-->\s*)?<(?=[!a-z])/i;

const page =
  /^(?:!doctype\s+html|html|head|body|meta|title|style|link|script|base|div|p|table|h[1-6]|ul|ol|dl|article|section|center|main|header|footer|nav|aside|blockquote|pre|address|figure|details|form|fieldset|hr)(?:[\s/>]|$)/i;

const inLine =
  /^(?:a|abbr|b|big|br|cite|code|del|em|font|i|ins|mark|q|s|small|span|strike|strong|sub|sup|u)(?:[\s/>]|$)/i;

/** An element that stands on lines of its own, or ends one. */
const block = /<(?:p|div|br|table|li|h[1-6]|tr|section|article|blockquote|pre)(?:[\s/>])/i;

/** How far into a text its elements are looked for. */
const START = 20_000;

/** A text may start with a word in bold: what parts its lines tells. */
function recognises(text: string): boolean {
  const [before] = head.exec(text) ?? [];
  if (before === undefined) return false;
  const start = text.slice(before.length, before.length + START);
  if (page.test(start)) return true;
  return inLine.test(start) && (block.test(`<${start}`) || !/\n\s*\S/.test(start.trimEnd()));
}

export const html: TextFormat = {
  name: "html",
  recognises,
  read: (text, hints) => readSpokenDocument(readHtml(text, hints.file), hints),
  joining: documentJoining,
  hasLongLines: true,
};
