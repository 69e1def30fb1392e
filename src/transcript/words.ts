// The canonical form of a turn's words: what the ledger holds and what positions count in.
import { withoutMarks } from "../wording/speech-marks.ts";

// C0 and C1 controls but for tab and line feed, marks that reorder text, stray byte-order marks.
// eslint-disable-next-line no-control-regex -- control characters are what it removes
const unsafe = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

// A terminal's escape sequences (ECMA-48): CSI, and OSC when it is closed on its line.
const escapes =
  // eslint-disable-next-line no-control-regex -- control characters are what it removes
  /(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]|\u001B\][^\u0007\u001B\n]*(?:\u0007|\u001B\\)/g;

// Signs beyond those that NFC leaves as they are, and that most texts are made of (UAX #15, NFC_Quick_Check):
// to normalise a long text takes several times its memory.
// eslint-disable-next-line no-control-regex -- control characters are before them
const composable = /[^\u0000-\u02FF\u2010-\u2027\u202F-\u205E\u20AC]/;

/** The text with LF line ends, without control characters or terminal escapes, in NFC. */
export function withoutControls(text: string): string {
  const plain = text
    .replace(/\r\n?|[\u0085\u2028\u2029\f\v]/g, "\n")
    .replace(escapes, "")
    .replace(unsafe, "");
  return composable.test(plain) ? plain.normalize("NFC") : plain;
}

/**
 * One line of words: line breaks and runs of plain spaces become one space. No-break
 * spaces, which French typography needs, stay.
 */
export function oneLine(text: string): string {
  return (/[\t\n]| {2}/.test(text) ? text.replace(/[ \t\n]+/g, " ") : text).trim();
}

/** Words in paragraphs: lines trimmed, runs of spaces made one, at most one blank line between. */
export function inParagraphs(text: string): string {
  return text
    .split("\n")
    .map(oneLine)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "");
}

/** How many words a person would count: `aujourd’hui` and `peut-être` are one each, `(rire)` none. */
export function countWords(text: string): number {
  return withoutMarks(text).match(/[\p{L}\p{N}\p{M}]+(?:['’\-‑.][\p{L}\p{N}\p{M}]+)*/gu)?.length ?? 0;
}
