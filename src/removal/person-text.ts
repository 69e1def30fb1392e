// Texts of people, from bytes and back to the very same bytes.
import { extname } from "node:path";

const endings = new Set([".md", ".markdown", ".txt", ".yaml", ".yml"]);

/** Files in which a person writes: what is in them but the words stays. */
export const isPersonsText = (path: string): boolean => endings.has(extname(path).toLowerCase());

export interface PersonText {
  readonly text: string;
  readonly encode: (text: string) => Buffer;
}

/** A byte-order mark is a sign of the text like another. */
export function readPersonText(bytes: Buffer): PersonText {
  const encoding = (["utf8", "utf16le"] as const).find((each) => isWholeIn(bytes, each)) ?? "latin1";
  return { text: bytes.toString(encoding), encode: (text) => Buffer.from(text, encoding) };
}

function isWholeIn(bytes: Buffer, encoding: "utf8" | "utf16le"): boolean {
  if (encoding === "utf16le" && !(bytes[0] === 0xff && bytes[1] === 0xfe)) return false;
  return Buffer.from(bytes.toString(encoding), encoding).equals(bytes);
}
