// The age format (https://age-encryption.org/v1) under a passphrase, its key derived by Node's own
// scrypt: on its own thread, and twice as fast as in JavaScript. Loaded with the vault that needs it.
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from "node:crypto";
import { armor, Decrypter, Encrypter, Stanza } from "age-encryption";
import { refuse } from "./messages.ts";

/** The binary logarithm of scrypt's cost for what we write; why: docs/decisions/0015-the-vault.md. */
const WORK_FACTOR = 16;

/** Above, opening takes more than 4 GB of memory: the file wants to harm. */
const HIGHEST_WORK_FACTOR = 22;

/** From here on, opening takes seconds: a person would think that nothing happens. */
const SLOW_WORK_FACTOR = 19;

/** Told, before the key is derived, about how many seconds that will take. */
export type OnSlow = (seconds: number) => void;

/** A fresh salt and the key derived with it, for one file. */
export interface WrapKey {
  readonly salt: Buffer;
  readonly key: Buffer;
}

/** Derives a key for one file that will be written; takes about a quarter of a second. */
export async function freshKey(passphrase: string): Promise<WrapKey> {
  const salt = randomBytes(16);
  return { salt, key: await derive(passphrase, salt, WORK_FACTOR) };
}

/** The bytes of an age file. A key is for one file: it encrypts with a fixed nonce. */
export async function encrypt(plain: Uint8Array, { salt, key }: WrapKey): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient({
    wrapFileKey: (fileKey) => {
      const cipher = createCipheriv(...wrapping, key, noNonce, tag);
      const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
      return [new Stanza(["scrypt", unpadded(salt), String(WORK_FACTOR)], body)];
    },
  });
  return encrypter.encrypt(plain);
}

/**
 * What an age file holds. Refuses a file that is none (`vault.not-age`), that opens with keys
 * and not with a passphrase (`vault.no-passphrase`), that asks for more than a machine has
 * (`vault.too-costly`), another passphrase (`vault.wrong-passphrase`) and damaged bytes
 * (`vault.damaged`). A damaged stanza cannot be told from another passphrase.
 */
export async function decrypt(bytes: Uint8Array, passphrase: string, onSlow?: OnSlow): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  let refusal: Error | undefined;
  decrypter.addIdentity({
    unwrapFileKey: async (stanzas: readonly Stanza[]) => {
      try {
        return await unwrap(stanzas, passphrase, onSlow);
      } catch (error) {
        refusal = error instanceof Error ? error : undefined;
        throw error;
      }
    },
  });
  const binary = withoutArmor(bytes);
  try {
    return await decrypter.decrypt(binary);
  } catch (error) {
    throw refusal ?? refuse("vault.damaged", {}, { cause: error });
  }
}

async function unwrap(stanzas: readonly Stanza[], passphrase: string, onSlow?: OnSlow): Promise<Uint8Array> {
  const [stanza, other] = stanzas;
  const [kind, salt = "", factor = ""] = stanza?.args ?? [];
  if (stanza === undefined || other !== undefined || kind !== "scrypt")
    throw refuse("vault.no-passphrase", {});
  const bytes = Buffer.from(salt, "base64");
  if (bytes.length !== 16 || !/^[1-9][0-9]?$/.test(factor) || stanza.body.length !== 32)
    throw refuse("vault.damaged", {});
  if (Number(factor) > HIGHEST_WORK_FACTOR) throw refuse("vault.too-costly", {});
  // A quarter of a second for what we write, twice as much for each step.
  if (Number(factor) >= SLOW_WORK_FACTOR) onSlow?.(2 ** (Number(factor) - WORK_FACTOR - 2));
  const key = await derive(passphrase, bytes, Number(factor));
  try {
    const decipher = createDecipheriv(...wrapping, key, noNonce, tag);
    decipher.setAuthTag(stanza.body.subarray(16));
    return Buffer.concat([decipher.update(stanza.body.subarray(0, 16)), decipher.final()]);
  } catch (error) {
    throw refuse("vault.wrong-passphrase", {}, { cause: error });
  }
}

const wrapping = ["chacha20-poly1305"] as const;
const noNonce = Buffer.alloc(12);
const tag = { authTagLength: 16 };

function derive(passphrase: string, salt: Buffer, logN: number): Promise<Buffer> {
  const labelled = Buffer.concat([Buffer.from("age-encryption.org/v1/scrypt"), salt]);
  const cost = { N: 2 ** logN, r: 8, p: 1 };
  // What the algorithm needs is 128 * N * r bytes, and a little more.
  const maxmem = 128 * cost.N * cost.r + 64 * 1024 * 1024;
  return new Promise((resolve, reject) => {
    scrypt(passphrase, labelled, 32, { ...cost, maxmem }, (error, key) => {
      if (error) reject(refuse("vault.too-costly", {}, { cause: error }));
      else resolve(key);
    });
  });
}

const unpadded = (bytes: Buffer): string => bytes.toString("base64").replace(/=+$/, "");

const ARMOR = "-----BEGIN AGE ENCRYPTED FILE-----";
const FIRST_LINE = "age-encryption.org/";

/** `age --armor` writes text. */
function withoutArmor(bytes: Uint8Array): Uint8Array {
  const start = Buffer.from(bytes.subarray(0, 128)).toString("latin1").trimStart();
  if (start.startsWith(FIRST_LINE)) return bytes;
  if (!start.startsWith(ARMOR)) throw refuse("vault.not-age", {});
  try {
    return armor.decode(Buffer.from(bytes).toString("latin1"));
  } catch (error) {
    throw refuse("vault.damaged", {}, { cause: error });
  }
}
