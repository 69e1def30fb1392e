// What a run of a Word document may hold beside text, as text (ECMA-376, part 1, section 17.3.3).

/** By the name of the element. */
export const signs: ReadonlyMap<string, string> = new Map([
  ["tab", "\t"],
  ["ptab", "\t"],
  ["br", "\n"],
  ["cr", "\n"],
  ["noBreakHyphen", "\u2011"],
]);

/** Signs of the fonts Wingdings and Symbol that Word writes by itself for `:)`, `-->` and their like. */
const symbols: Readonly<Record<string, string>> = {
  "4A": "☺",
  "4B": "😐",
  "4C": "☹",
  DF: "←",
  E0: "→",
  E7: "⇐",
  E8: "⇒",
  F3: "⇔",
  A7: "▪",
  B7: "•",
  FC: "✓",
};

/** The sign of a code in hexadecimal; U+FFFD for one that only its font knows. */
export function symbolOf(code: string): string {
  const found = symbols[code.replace(/^F0/i, "").toUpperCase()];
  const value = Number.parseInt(code, 16);
  return found ?? (value > 0x20 && value < 0xd800 ? String.fromCharCode(value) : "\uFFFD");
}
