// What keeps its order is as much as can.
import fc from "fast-check";
import { expect, test } from "vitest";
import { longestRising } from "../../src/wording/rising.ts";

/** The length of the longest rising subsequence that ends at each place, the slow and sure way. */
function longest(values: readonly number[]): number {
  const lengths: number[] = [];
  for (const [index, value] of values.entries())
    lengths.push(
      1 + Math.max(0, ...lengths.filter((_, before) => before < index && (values[before] ?? value) < value)),
    );
  return Math.max(0, ...lengths);
}

test("what is found rises, and nothing longer does", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(12), { maxLength: 14 }), (values) => {
      const found = longestRising(values);
      expect(found).toHaveLength(longest(values));
      for (const [place, index] of found.entries()) {
        expect(index).toBeGreaterThan(found[place - 1] ?? -1);
        expect(values[index]).toBeGreaterThan(values[found[place - 1] ?? -1] ?? -1);
      }
    }),
    { numRuns: 1000 },
  );
});
