// `npm run fuzz [-- COUNT [SEED]]`: spoilt transcripts by the ten thousand, in two processes that are
// watched: a crash, a hang or more than 300 MB fails. Each file is made again from its seed:
// `npm run fuzz -- 1 SEED`.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { clearTimeout, setTimeout } from "node:timers";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const count = Number(process.argv[2] ?? 20_000);
const first = Number(process.argv[3] ?? 1_000_000);
const [PROCESSES, HANG_MS, MOST_MB] = [2, 20_000, 300];

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

const each = Math.ceil(count / PROCESSES);
const runs = Array.from({ length: PROCESSES }, (_, index) => {
  const from = first + index * each;
  return run(from, Math.min(each, first + count - from));
});
const results = await Promise.all(runs);
rmSync(folder, { recursive: true, force: true });

const faults = results.flatMap((result) => result.faults);
const memory = Math.max(...results.map((result) => result.memory));
for (const fault of faults) console.error(fault);
console.log(`${count} spoilt transcripts: ${faults.length} faults, ${memory} MB at most`);
process.exitCode = faults.length === 0 && memory <= MOST_MB ? 0 : 1;

function run(from, howMany) {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ["--max-old-space-size=200", program, join(root, "fixtures/transcripts"), from, howMany],
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    const faults = [];
    let [memory, at] = [0, from];
    let watch = setTimeout(hang, HANG_MS);
    function hang() {
      faults.push(`seed ${at}: no answer in ${HANG_MS / 1000} s`);
      child.kill("SIGKILL");
    }
    createInterface({ input: child.stdout }).on("line", (line) => {
      clearTimeout(watch);
      watch = setTimeout(hang, HANG_MS);
      const [, kind, value] = /^(\w+) (.*)$/.exec(line) ?? [];
      if (kind === "at") at = Number(value);
      else if (kind === "fault") faults.push(JSON.parse(value));
      else if (kind === "memory") memory = Number(value);
    });
    child.on("close", (code) => {
      clearTimeout(watch);
      if (code !== 0) faults.push(`seed ${at}: the process ended with ${code}`);
      resolve({ faults, memory });
    });
  });
}
