// White space at the edges of words and around a place.

export function leadingSpace(text: string): string {
  return text.slice(0, text.length - text.trimStart().length);
}

export function trailingSpace(text: string): string {
  return text.slice(text.trimEnd().length);
}

/** Where the white space before a place begins. */
export function beforeSpace(text: string, at: number): number {
  return text.slice(0, at).trimEnd().length;
}

/** Where the white space after a place ends. */
export function afterSpace(text: string, at: number): number {
  return text.length - text.slice(at).trimStart().length;
}
