// A study that comes back from a backup older than a withdrawal: nothing leaves it before that is done again.
import { join } from "node:path";
import { expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { giveVault, readVault, vaultWorld } from "../vault/vaults.ts";
import { temporaryFolder } from "../world.ts";
import { wholeLoop } from "./loop.ts";

it("is refused whatever would leave it, until the withdrawal is done again", async () => {
  const loop = await wholeLoop();
  loop.edit("retour.yaml", "vault: none", "vault: kept");
  const place = await giveVault(loop.folder);
  const outside = temporaryFolder();
  const backup = join(outside, "avant.retour");
  const restored = join(outside, "etude");
  const retour = async (cwd: string, ...argv: string[]): Promise<{ exit: number; said: string }> => {
    const world = vaultWorld(place, { cwd });
    const exit = await main(argv, world);
    return { exit, said: world.out() + world.err() };
  };
  expect((await retour(loop.folder, "backup", backup)).exit).toBe(0);
  expect((await retour(loop.folder, "withdraw", "P01", "--turn", "s01.2", "--yes")).exit).toBe(0);
  expect((await readVault(place)).withdrawn).toEqual(["s01.2"]);
  expect((await retour(loop.folder, "export")).said).not.toContain("removal.forgotten");

  const { exit, said } = await retour(outside, "restore", backup, restored);
  expect([exit, said]).toEqual([0, expect.stringContaining("refaites-le avant d’en rien sortir")]);
  for (const verb of ["export", "send", "report"]) {
    const refused = await retour(restored, verb);
    expect([refused.exit, refused.said]).toEqual([2, expect.stringContaining("removal.forgotten")]);
    expect(refused.said).toContain("s01.2");
  }
  expect((await retour(restored, "withdraw", "P01", "--turn", "s01.2", "--yes")).exit).toBe(0);
  expect((await retour(restored, "export")).said).not.toContain("removal.forgotten");
});
