// A real disk that is full once the facts are kept: what is left to do is said, and done by the next command.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openLedger } from "../../src/ledger/ledger.ts";
import { temporaryFolder } from "../world.ts";

const MEGA = 1024 * 1024;
const disk = temporaryFolder();
/** Only the system's own user may make a disk. */
const isMade = ((): boolean => {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=8m", "tmpfs", disk], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();
afterAll(() => {
  if (isMade) execFileSync("umount", [disk]);
});

const open = () =>
  openLedger({
    ...{ root: disk, now: () => new Date("2026-05-12T10:00:00Z"), newId: () => "0".repeat(32) },
    ...{ forWriting: true, isDryRun: false },
  });

/** Leaves so many bytes on the disk. */
function fill(left: number): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, "fill"), Buffer.alloc(Math.max(0, bavail * bsize - left)));
}

describe.skipIf(!isMade)("a disk that fills up after the facts are kept", () => {
  it("is said so, and the next command writes what was left", async () => {
    const ledger = await open();
    fill(3.5 * MEGA);
    const content = Buffer.alloc(2 * MEGA, "x");
    const writing = ledger.write(async (change) => {
      change.writeFile("document.md", content, undefined);
      change.record("study.made", "study", "x");
    });
    await expect(writing).rejects.toMatchObject({ code: "ledger.unsettled" });
    await ledger.close();
    expect(existsSync(join(disk, "document.md"))).toBe(false);
    rmSync(join(disk, "fill"));
    await (await open()).close();
    expect(readFileSync(join(disk, "document.md")).equals(content)).toBe(true);
  });
});
