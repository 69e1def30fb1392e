// A short round of `npm run fuzz`, each time the same files.
import { join } from "node:path";
import { expect, it } from "vitest";
import { faultOf, samplesIn } from "./read-mutated.ts";

it("a thousand spoilt transcripts are read or refused with a reason", () => {
  const samples = samplesIn(join(import.meta.dirname, "../../fixtures/transcripts"));
  const faults = Array.from({ length: 1000 }, (_, seed) => faultOf(samples, seed)).flatMap(
    (fault) => fault ?? [],
  );
  expect(faults).toEqual([]);
});
