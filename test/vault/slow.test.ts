// A vault that another program made costly to open: it is said before the key is derived.
import type * as crypto from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { main } from "../../src/main.ts";
import { temporaryFolder } from "../world.ts";
import { giveVault, vaultWorld } from "./vaults.ts";

/** What was on the terminal each time a key was about to be derived. */
const seen: { shown: string; cost: number | undefined }[] = [];
let shown = (): string => "";

// Deriving it would take gigabytes and many seconds: any key will do, the vault is not to open.
vi.doMock("node:crypto", async (importOriginal) => {
  const real = await importOriginal<typeof crypto>();
  const scrypt = (...[, , length, { N: cost }, callback]: Parameters<typeof crypto.scrypt>): void => {
    seen.push({ shown: shown(), cost });
    setImmediate(callback, null, Buffer.alloc(length));
  };
  return { ...real, scrypt };
});

const header = (factor: number): string =>
  `age-encryption.org/v1\n-> scrypt ${"A".repeat(22)} ${String(factor)}\n${"A".repeat(43)}\n--- ${"A".repeat(43)}\n`;

describe("a vault that another program made", () => {
  it.each([
    [18, ""],
    [19, "environ 2 secondes"],
    [22, "environ 16 secondes"],
  ])("with factor %d: %s", async (factor, said) => {
    const root = temporaryFolder();
    writeFileSync(join(root, "retour.yaml"), "title: Étude\ngroups: [{ id: g1, title: Groupe }]\n");
    const place = await giveVault(root);
    writeFileSync(place.file, Buffer.concat([Buffer.from(header(factor)), Buffer.alloc(64)]));
    const world = vaultWorld(place, { cwd: root });
    shown = world.err;
    seen.length = 0;
    expect(await main(["vault", "list"], world)).toBe(2);
    expect(world.err()).toContain("(vault.wrong-passphrase)");
    expect(seen.map(({ cost }) => cost)).toEqual([2 ** factor]);
    if (said === "") expect(seen[0]?.shown).toBe("");
    else expect(seen[0]?.shown).toContain(said);
  });
});
