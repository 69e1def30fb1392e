// The child of scripts/fuzz.mjs: reads spoilt transcripts, says how far it is, and how much memory it took.
import { faultOf, samplesIn } from "./read-mutated.ts";

const [root = "", first = "0", count = "0"] = process.argv.slice(2);
const samples = samplesIn(root);
for (let seed = Number(first); seed < Number(first) + Number(count); seed += 1) {
  // Said before, so that a file that hangs or kills the process is known.
  process.stdout.write(`at ${String(seed)}\n`);
  const fault = faultOf(samples, seed);
  if (fault !== undefined) process.stdout.write(`fault ${JSON.stringify(fault)}\n`);
}
process.stdout.write(`memory ${String(Math.round(process.resourceUsage().maxRSS / 1024))}\n`);
