// A withdrawal killed at any moment: it was not asked, or the next command ends it; no half of the
// words stays, and what others wrote is as it was.
import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../world.ts";
import { filesThatSay } from "./byte-search.ts";
import { nadia, wholeLoop } from "./loop.ts";

const root = join(import.meta.dirname, "../..");
const bin = join(root, "bin/retour.js");
const hook = join(root, "test/fault/killer.mjs");
const args = ["withdraw", "P01", "--yes"];
const words = Object.values(nadia);

function retour(folder: string, argv: readonly string[], more: Record<string, string> = {}): number | null {
  const node = "RETOUR_KILL_AT" in more ? ["--import", hook, bin, ...argv] : [bin, ...argv];
  const env = { PATH: process.env["PATH"], HOME: folder, RETOUR_LANG: "fr", ...more };
  const result = spawnSync(process.execPath, node, { cwd: folder, env, encoding: "utf8" });
  if (result.status === 70) throw new Error(`${argv.join(" ")}: ${result.stderr}`);
  return result.status;
}

/** The letter has a day, which may turn between two tries. */
function visible(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !file.startsWith(".retour") && statSync(join(folder, file)).isFile())
    .sort();
  return Object.fromEntries(
    files.map((file) => [
      file,
      readFileSync(join(folder, file), "latin1").replace(/\d{4}-\d\d-\d\d/g, "day"),
    ]),
  );
}

function copyOf(folder: string): string {
  const copy = join(temporaryFolder(), "etude");
  cpSync(folder, copy, { recursive: true });
  return copy;
}

it(
  "killed at any of its effects, a withdrawal ends as if nothing had happened",
  { timeout: 600_000 },
  async () => {
    const { folder: start } = await wholeLoop();
    const counted = copyOf(start);
    const count = join(temporaryFolder(), "count");
    expect(retour(counted, args, { RETOUR_KILL_AT: "0", RETOUR_COUNT_FILE: count })).toBe(0);
    expect(filesThatSay(counted, words)).toEqual([]);
    const effects = Number(readFileSync(count, "utf8"));
    const expected = visible(counted);
    // The last ones are the files that go, and the ledger's own pages.
    const last = Array.from({ length: 8 }, (_, index) => effects - index * 9);
    const moments = [...last, 1, Math.round(effects / 4), Math.round(effects / 2)].filter((at) => at > 0);

    for (const at of new Set(moments)) {
      const folder = copyOf(start);
      const when = `killed at effect ${String(at)} of ${String(effects)}`;
      expect(retour(folder, args, { RETOUR_KILL_AT: String(at) }), when).toBeNull();
      expect(retour(folder, ["audit"]), when).toBe(0);
      expect(retour(folder, args), when).toBe(0);
      expect(visible(folder), when).toEqual(expected);
      expect(filesThatSay(folder, words), when).toEqual([]);
      expect(retour(folder, ["audit"]), when).toBe(0);
    }
  },
);
