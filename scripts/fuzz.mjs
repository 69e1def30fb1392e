// `npm run fuzz [-- [KIND] COUNT [SEED]]`: by the ten thousand, in two processes that are watched, spoilt transcripts
// (`transcripts`) and stories of the pact (`pact`), both when no kind is named: a fault, a crash, a hang or too much
// memory fails. Each case is made again from its seed: `npm run fuzz -- pact 1 SEED`.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";
import { clearTimeout, setTimeout } from "node:timers";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const PROCESSES = 2;
// A whole story holds a study, its ledger and its vault; what it leaves behind is collected late.
const kinds = {
  transcripts: { title: "spoilt transcripts", hangMs: 20_000, heapMb: 200, mostMb: 300 },
  pact: { title: "stories of the pact", hangMs: 60_000, heapMb: 500, mostMb: 700 },
};
const words = process.argv.slice(2);
const named = words[0] in kinds ? [words.shift()] : Object.keys(kinds);
const count = Number(words[0] ?? 20_000);
const first = Number(words[1] ?? 1_000_000);

// Inside the project, so that its packages are found.
const folder = mkdtempSync(join(root, "node_modules", ".fuzz-"));
const program = join(folder, "child.mjs");
await build({
  entryPoints: [join(root, "test/fuzz/child.ts")],
  outfile: program,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  logLevel: "warning",
});

for (const name of named) {
  const kind = kinds[name];
  const start = performance.now();
  const each = Math.ceil(count / PROCESSES);
  const runs = Array.from({ length: PROCESSES }, (_, index) => {
    const from = first + index * each;
    return run(name, from, Math.max(0, Math.min(each, first + count - from)));
  });
  const results = await Promise.all(runs);
  const faults = results.flatMap((result) => result.faults);
  const memory = Math.max(...results.map((result) => result.memory));
  for (const fault of faults) console.error(fault);
  const counts = {};
  for (const result of results)
    for (const [what, number] of Object.entries(result.counts)) counts[what] = (counts[what] ?? 0) + number;
  const seen = Object.entries(counts).map(([what, number]) => `, ${number} ${what}`);
  const minutes = ((performance.now() - start) / 60_000).toFixed(1);
  console.log(
    `${count} ${kind.title}: ${faults.length} faults, ${memory} MB at most, ${minutes} minutes${seen.join("")}`,
  );
  if (faults.length > 0 || memory > kind.mostMb) process.exitCode = 1;
}
rmSync(folder, { recursive: true, force: true });

function run(name, from, howMany) {
  const { hangMs, heapMb } = kinds[name];
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${heapMb}`, program, name, root, from, howMany],
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    const faults = [];
    let [memory, at, counts] = [0, from, {}];
    let watch = setTimeout(hang, hangMs);
    function hang() {
      faults.push(`seed ${at}: no answer in ${hangMs / 1000} s`);
      child.kill("SIGKILL");
    }
    createInterface({ input: child.stdout }).on("line", (line) => {
      clearTimeout(watch);
      watch = setTimeout(hang, hangMs);
      const [, kind, value] = /^(\w+) (.*)$/.exec(line) ?? [];
      if (kind === "at") at = Number(value);
      else if (kind === "fault") faults.push(JSON.parse(value));
      else if (kind === "counts") counts = JSON.parse(value);
      else if (kind === "memory") memory = Number(value);
    });
    child.on("close", (code) => {
      clearTimeout(watch);
      if (code !== 0) faults.push(`seed ${at}: the process ended with ${code}`);
      resolve({ faults, memory, counts });
    });
  });
}
