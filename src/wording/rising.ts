// What keeps its order when things have moved.

/** Indices of a longest strictly rising subsequence; time n log n (Fredman, 1975). */
export function longestRising(values: readonly number[]): number[] {
  const tails: { readonly value: number; readonly index: number }[] = [];
  const before: (number | undefined)[] = [];
  for (const [index, value] of values.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tails[middle]?.value ?? Infinity) < value) low = middle + 1;
      else high = middle;
    }
    before.push(tails[low - 1]?.index);
    tails[low] = { value, index };
  }
  const rising: number[] = [];
  for (let index = tails.at(-1)?.index; index !== undefined; index = before[index]) rising.push(index);
  return rising.reverse();
}
