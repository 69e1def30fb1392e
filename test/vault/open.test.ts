import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { encrypt, freshKey } from "../../src/vault/age.ts";
import type { VaultContents } from "../../src/vault/contents.ts";
import { createVaultFile, openVaultFile } from "../../src/vault/open.ts";
import { formatContents, parseContents } from "../../src/vault/parse-contents.ts";
import { PASSPHRASE, readVault, VAULT_ID, vaultFolder, writeVault } from "./vaults.ts";

const sophie = {
  id: "i001",
  kind: "person",
  names: ["Sophie Durand", "Fifi"],
  replacement: "Karima",
} as const satisfies VaultContents["identities"][number];

const contents: VaultContents = {
  version: 1,
  id: VAULT_ID,
  identities: [sophie],
  answers: [{ form: "rose", says: "word", context: "une rose rouge" }],
  originals: { s01: { "12": "C’est Sophie qui l’a dit.\nOui.", "13": "" } },
};

async function codeOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return "opened";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe("the contents as text", () => {
  it("are read back as they were, one identity and one turn to a line", () => {
    const text = formatContents(contents);
    expect(parseContents(text)).toEqual(contents);
    expect(text.split("\n").filter((line) => line.includes("Sophie")).length).toBe(2);
    const remembering = { ...contents, withdrawn: ["s01.12", "s02.3"] };
    expect(parseContents(formatContents(remembering))).toEqual(remembering);
    const empty = { ...contents, identities: [], answers: [], originals: {} };
    expect(parseContents(formatContents(empty))).toEqual(empty);
  });

  it("are refused when they are not a vault’s, whatever is in them", () => {
    const whole = JSON.parse(formatContents(contents)) as Record<string, unknown>;
    const spoilt = [
      { retour: "backup" },
      { id: "../etc" },
      { version: 0 },
      { version: "1" },
      { identities: {} },
      { identities: [{ ...sophie, names: [] }] },
      { identities: [{ ...sophie, names: [3] }] },
      { identities: [{ ...sophie, kind: "animal" }] },
      { identities: [{ ...sophie, participant: "../P01" }] },
      { answers: [{ form: "rose", says: "perhaps" }] },
      { answers: [null] },
      { originals: [] },
      { originals: { s01: { "12": 4 } } },
      { withdrawn: {} },
      { withdrawn: ["s01.12", 3] },
      { withdrawn: ["Sophie"] },
      { withdrawn: ["s01.1-3"] },
    ];
    for (const each of spoilt)
      expect(() => parseContents(JSON.stringify({ ...whole, ...each })), JSON.stringify(each)).toThrow(
        "vault.foreign",
      );
    for (const text of ["", "null", "[]", "{", "Sophie Durand"])
      expect(() => parseContents(text)).toThrow("vault.foreign");
    expect(() => parseContents(JSON.stringify({ ...whole, version: 2 }))).toThrow("vault.newer");
  });
});

describe("the vault’s file", () => {
  it("keeps what is saved, and nothing of it in clear", async () => {
    const place = vaultFolder();
    await writeVault(place, contents);
    expect(await readVault(place)).toEqual(contents);
    const bytes = readFileSync(place.file).toString("latin1");
    expect(bytes).not.toContain("Sophie");
    expect(bytes).not.toContain(VAULT_ID);
  });

  it("is never made over another file", async () => {
    const place = vaultFolder();
    await writeVault(place, contents);
    const kept = { path: place.file, passphrase: PASSPHRASE, isDryRun: false };
    expect(await codeOf(createVaultFile(kept, VAULT_ID))).toBe("vault.exists");
    expect(await readVault(place)).toEqual(contents);
  });

  it("is left alone by a dry run, which sees what it would have saved", async () => {
    const place = vaultFolder();
    await writeVault(place);
    const before = readFileSync(place.file);
    const vault = await openVaultFile({ path: place.file, passphrase: PASSPHRASE, isDryRun: true });
    vault.prepareSave();
    await vault.save(contents);
    expect(vault.contents).toEqual(contents);
    await vault.edit((fresh) => ({ ...fresh, answers: [] }));
    expect(vault.contents.answers).toEqual([]);
    await vault.changePassphrase("une autre phrase de passe");
    expect(readFileSync(place.file).equals(before)).toBe(true);
  });

  it("says that it is damaged when it is cut anywhere, and is not touched", async () => {
    const place = vaultFolder();
    await writeVault(place, contents);
    const whole = readFileSync(place.file);
    for (let length = 0; length < whole.length; length += 50) {
      writeFileSync(place.file, whole.subarray(0, length));
      const code = await codeOf(readVault(place));
      expect(
        length === 0 ? code === "vault.not-age" : code === "vault.damaged",
        `${String(length)}: ${code}`,
      ).toBe(true);
      expect(readFileSync(place.file).length).toBe(length);
    }
  });

  it("never opens with a bit turned", async () => {
    const place = vaultFolder();
    await writeVault(place, contents);
    const whole = readFileSync(place.file);
    for (let at = 0; at < whole.length; at += 41) {
      const spoilt = Buffer.from(whole);
      spoilt[at] = (spoilt[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(place.file, spoilt);
      expect(await codeOf(readVault(place)), String(at)).toMatch(
        /^vault\.(damaged|wrong-passphrase|not-age|no-passphrase|too-costly)$/,
      );
    }
  });

  it("is not a vault when the passphrase opens something else", async () => {
    const place = vaultFolder();
    writeFileSync(place.file, await encrypt(Buffer.from("Sophie Durand"), await freshKey(PASSPHRASE)), {
      mode: 0o600,
    });
    expect(await codeOf(readVault(place))).toBe("vault.foreign");
  });
});

describe("two at once", () => {
  it("refuses to save over what another has saved, and loses nothing", async () => {
    const place = vaultFolder();
    await writeVault(place);
    const kept = { path: place.file, passphrase: PASSPHRASE, isDryRun: false };
    const [one, other] = await Promise.all([openVaultFile(kept), openVaultFile(kept)]);
    await one.save(contents);
    expect(await codeOf(other.save({ ...contents, identities: [] }))).toBe("vault.changed");
    expect(await readVault(place)).toEqual(contents);
  });

  it("adds to what another has saved", async () => {
    const place = vaultFolder();
    await writeVault(place);
    const kept = { path: place.file, passphrase: PASSPHRASE, isDryRun: false };
    const [one, other] = await Promise.all([openVaultFile(kept), openVaultFile(kept)]);
    other.prepareSave();
    await one.edit((fresh) => ({ ...fresh, identities: [...fresh.identities, sophie] }));
    const added = { ...sophie, id: "i002", names: ["Malik"], replacement: "Yanis" } as const;
    await other.edit((fresh) => ({ ...fresh, identities: [...fresh.identities, added] }));
    expect((await readVault(place)).identities).toEqual([sophie, added]);
    expect(other.contents.identities).toEqual([sophie, added]);
  });

  it("writes nothing when an edit changes nothing", async () => {
    const place = vaultFolder();
    await writeVault(place, contents);
    const before = readFileSync(place.file);
    const vault = await openVaultFile({ path: place.file, passphrase: PASSPHRASE, isDryRun: false });
    await vault.edit((fresh) => fresh);
    expect(readFileSync(place.file).equals(before)).toBe(true);
  });
});

describe("another passphrase", () => {
  it("opens it, and the former one does not", async () => {
    const place = vaultFolder();
    await writeVault(place, contents);
    const vault = await openVaultFile({ path: place.file, passphrase: PASSPHRASE, isDryRun: false });
    vault.prepareSave();
    await vault.changePassphrase("une autre phrase de passe");
    expect(await codeOf(readVault(place))).toBe("vault.wrong-passphrase");
    const reopened = await openVaultFile({
      path: place.file,
      passphrase: "une autre phrase de passe",
      isDryRun: false,
    });
    expect(reopened.contents).toEqual(contents);
    await vault.edit((fresh) => ({ ...fresh, answers: [] }));
    expect(vault.contents.answers).toEqual([]);
  });
});
