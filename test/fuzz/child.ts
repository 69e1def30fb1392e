// The child of scripts/fuzz.mjs: makes each case again from its seed, says how far it is, and how much memory it
// took. `transcripts`: spoilt files are read; `pact`: stories are played, and what they let out is read.
import { join } from "node:path";

type FaultOf = (seed: number) => Promise<string | undefined>;

/** What was seen, by what it is called; empty when nothing is counted. */
let counts: object = {};
const kinds: Readonly<Record<string, (root: string) => Promise<FaultOf>>> = {
  transcripts: async (root) => {
    const { faultOf, samplesIn } = await import("./read-mutated.ts");
    const samples = samplesIn(join(root, "fixtures/transcripts"));
    return async (seed) => faultOf(samples, seed);
  },
  pact: async () => {
    const [{ faultOf, noTally }, { makeKeysCheap }] = await Promise.all([
      import("./pact.ts"),
      import("./pact-study.ts"),
    ]);
    makeKeysCheap();
    const tally = noTally();
    counts = tally;
    return (seed) => faultOf(seed, tally);
  },
};

const [kind = "", root = "", first = "0", count = "0"] = process.argv.slice(2);
const faultOf = await kinds[kind]?.(root);
for (let seed = Number(first); seed < Number(first) + Number(count); seed += 1) {
  // Said before, so that a case that hangs or kills the process is known.
  process.stdout.write(`at ${String(seed)}\n`);
  const fault = await faultOf?.(seed);
  if (fault !== undefined) process.stdout.write(`fault ${JSON.stringify(fault)}\n`);
}
process.stdout.write(`counts ${JSON.stringify(counts)}\n`);
process.stdout.write(`memory ${String(Math.round(process.resourceUsage().maxRSS / 1024))}\n`);
