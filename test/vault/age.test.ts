import { describe, expect, it } from "vitest";
import { Decrypter, Encrypter } from "age-encryption";
import { decrypt, encrypt, freshKey } from "../../src/vault/age.ts";

const PASSPHRASE = "une phrase de passe assez longue";
const plain = Buffer.from("é".repeat(70_000)); // More than two chunks of 64 KiB.
const sealed = encrypt(plain, await freshKey(PASSPHRASE));

async function codeOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return "opened";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe("the age format under a passphrase", () => {
  it("opens what it made", async () => {
    expect(Buffer.from(await decrypt(await sealed, PASSPHRASE)).equals(plain)).toBe(true);
  });

  it("agrees with the library's own derivation, both ways", async () => {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(PASSPHRASE);
    expect(Buffer.from(await decrypter.decrypt(await sealed)).equals(plain)).toBe(true);
    const encrypter = new Encrypter();
    encrypter.setPassphrase(PASSPHRASE);
    encrypter.setScryptWorkFactor(10);
    expect(Buffer.from(await decrypt(await encrypter.encrypt("bonjour"), PASSPHRASE)).toString()).toBe(
      "bonjour",
    );
  });

  it("opens what `age --armor` makes of it, and refuses half of it", async () => {
    const { armor } = await import("age-encryption");
    const text = armor.encode(await sealed);
    expect(Buffer.from(await decrypt(Buffer.from(text), PASSPHRASE)).equals(plain)).toBe(true);
    expect(await codeOf(decrypt(Buffer.from(text.slice(0, 5000)), PASSPHRASE))).toBe("vault.damaged");
  });

  it("says that another passphrase does not open it", async () => {
    expect(await codeOf(decrypt(await sealed, `${PASSPHRASE} `))).toBe("vault.wrong-passphrase");
  });

  it("never uses a salt twice", async () => {
    const [one, other] = await Promise.all([freshKey(PASSPHRASE), freshKey(PASSPHRASE)]);
    expect(one.salt.equals(other.salt)).toBe(false);
  });

  it("refuses what is no age file", async () => {
    for (const text of ["", "bonjour", "PK\u0003\u0004", "age-encryption", " age"])
      expect(await codeOf(decrypt(Buffer.from(text), PASSPHRASE))).toBe("vault.not-age");
  });

  it("refuses a file that opens with a key", async () => {
    const encrypter = new Encrypter();
    encrypter.addRecipient("age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p");
    expect(await codeOf(decrypt(await encrypter.encrypt("x"), PASSPHRASE))).toBe("vault.no-passphrase");
  });

  it("refuses at once a work factor that no machine bears", async () => {
    const text = Buffer.from(await sealed).toString("latin1");
    for (const factor of ["23", "64", "99"])
      expect(
        await codeOf(decrypt(Buffer.from(text.replace(" 16\n", ` ${factor}\n`), "latin1"), PASSPHRASE)),
      ).toBe("vault.too-costly");
    for (const factor of ["0", "016", "-4", "1e9", "100"])
      expect(
        await codeOf(decrypt(Buffer.from(text.replace(" 16\n", ` ${factor}\n`), "latin1"), PASSPHRASE)),
      ).toBe("vault.damaged");
  });
});
