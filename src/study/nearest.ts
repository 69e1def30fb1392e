// The known word that a mistyped one was probably meant to be.

/** The nearest of `known` by edit distance, when near enough to be worth saying; else "". */
export function nearest(word: string, known: readonly string[]): string {
  let best = "";
  let least = Math.max(2, Math.ceil(word.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least && distance < candidate.length) [best, least] = [candidate, distance];
  }
  return best;
}

/**
 * How many letters to insert, drop, change or swap with their neighbour to go from one
 * word to the other (optimal string alignment). Words over 60 characters are infinitely far.
 */
export function editDistance(from: string, to: string): number {
  const [source, target] = [Array.from(from), Array.from(to)];
  if (source.length > 60 || target.length > 60) return Infinity;
  let before: number[] = [];
  let above = target.map((_, column) => column + 1);
  above.unshift(0);
  for (const [row, letter] of source.entries()) {
    const current = [row + 1];
    for (const [column, other] of target.entries()) {
      const swap = row > 0 && column > 0 && letter === target[column - 1] && other === source[row - 1];
      current.push(
        Math.min(
          at(above, column + 1) + 1,
          at(current, column) + 1,
          at(above, column) + (letter === other ? 0 : 1),
          swap ? at(before, column - 1) + 1 : Infinity,
        ),
      );
    }
    [before, above] = [above, current];
  }
  return at(above, target.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Infinity;
