// Places in a text as a person finds them: file, line and column.
import type { Place } from "../kernel/diagnostic.ts";

/** Positions as lines, found without counting from the top each time. */
export function locator(text: string, file: string): (index: number) => Place {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (index) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return { file, line: low + 1, column: index - (starts[low] ?? 0) + 1 };
  };
}
