// Words that came from outside, made safe to print.

// C0 and C1 controls but for tab and line feed, and the marks that reorder text.
// eslint-disable-next-line no-control-regex -- control characters are what it removes
const unsafe = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** The text without control characters, terminal escapes or direction overrides. */
export function shown(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(unsafe, "");
}
