// The one equivalence of wordings: differences that vanish here are not differences.
import { tokenize } from "./tokens.ts";

/**
 * A text reduced to its words and marks: typography in one plain form, white space in one
 * conventional form (`« mot »` and `"mot"`, `peur ?` and `peur?` fold to the same), ends trimmed.
 * Two texts fold to the same if and only if their tokens have the same keys, so white space
 * counts only where it parts two words. For comparing and searching, not for display.
 */
export function foldTypography(text: string): string {
  let folded = "";
  let last = "";
  for (const { key } of tokenize(text)) {
    folded += last === "" || isGlued(last, key) ? key : ` ${key}`;
    last = key;
  }
  return folded;
}

/** True when two texts have the same words and marks, typography aside. */
export function sameWords(a: string, b: string): boolean {
  return a === b || foldTypography(a) === foldTypography(b);
}

// Two tokens are glued only where reading them again finds the same two.
function isGlued(left: string, right: string): boolean {
  if (/^[a-z]/i.test(right) && /[a-z]$/i.test(left)) return false;
  if (/^(?:[,;:!?%)\]"]|\.+)$/.test(right)) return !(left.endsWith(".") && right.startsWith("."));
  if (/^[(["]$/.test(left)) return !/^\p{M}/u.test(right);
  return left.length > 1 && left.endsWith("'") && /^[\p{L}\p{N}]/u.test(right);
}
