// The one equivalence of wordings: differences that vanish here are not differences.

const spaces = /[\s\u00A0\u202F\u2000-\u200A\u205F\u3000]+/gu;

/**
 * A text with its typography folded: apostrophes, guillemets, hyphens, ellipses and spaces in
 * one form each, no space inside guillemets nor before double punctuation, ends trimmed.
 * Case and every other character are kept.
 */
export function foldTypography(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u200B\u2060\uFEFF\u00AD]/g, "")
    .replace(/[’‘ʼ′`´]/g, "'")
    .replace(/[«»“”„‟]/g, '"')
    .replace(/[‐‑]/g, "-")
    .replaceAll("…", "...")
    .replace(spaces, " ")
    .replace(/ (?=[:;!?%])/g, "")
    .replace(/" ([^"]*?) ?"/g, '"$1"')
    .replace(/"([^"]*?) "/g, '"$1"')
    .trim();
}

/** True when two texts have the same words and marks, typography aside. */
export function sameWords(a: string, b: string): boolean {
  return a === b || foldTypography(a) === foldTypography(b);
}
