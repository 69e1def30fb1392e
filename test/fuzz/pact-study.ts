// A real study in a folder, on a real ledger and with a real vault, used as a person uses it: each step is a
// command line given to `main`. What it prints is kept, and who answers its questions is played.
import crypto, { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { World } from "../../src/kernel/world.ts";
import { main } from "../../src/main.ts";

/**
 * From now on a vault's key costs this process one SHA-256 instead of scrypt's quarter of a second: the one
 * thing of the vault that stories do not exercise (test/vault does).
 */
export function makeKeysCheap(): void {
  type Done = (error: null, key: Buffer) => void;
  const scrypt = (secret: string, salt: Buffer, _length: number, _cost: unknown, done: Done): void => {
    setImmediate(done, null, createHash("sha256").update(secret).update(salt).digest());
  };
  Object.assign(crypto, { scrypt });
  syncBuiltinESMExports();
}

export interface Printed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export class Desk {
  /** Where the study, the vault and what comes from elsewhere are; in memory where the machine has such a place. */
  readonly #folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "retour-pact-"));
  readonly root = join(this.#folder, "etude");
  #ids = 0;
  #clock = Date.parse("2026-05-12T10:00:00Z");

  constructor() {
    mkdirSync(this.root);
    const secret = join(this.#folder, "phrase");
    writeFileSync(secret, "cheval exact pile agrafe lundi\n", { mode: 0o600 });
  }

  /** `answer`: what a person answers to a question, the choices given; nobody is there without it. */
  async run(argv: readonly string[], answer?: Answer): Promise<Printed> {
    let [out, err] = ["", ""];
    const code = await main(argv, {
      ...this.world(),
      stdout: { write: (text) => void (out += text), isTTY: false, columns: 100 },
      stderr: { write: (text) => void (err += text), isTTY: false, columns: 100 },
      ...(answer === undefined ? {} : { canAsk: true, prompter: prompterOf(answer) }),
    });
    return { code, out, err };
  }

  world(): World {
    const silent = { write: () => undefined, isTTY: false, columns: 100 };
    return {
      ...{ stdout: silent, stderr: silent, canAsk: false, cwd: this.root, prompter: prompterOf(nobody) },
      env: {
        RETOUR_LANG: "fr",
        RETOUR_VAULT: join(this.#folder, "coffre.age"),
        RETOUR_PASSPHRASE_FILE: join(this.#folder, "phrase"),
      },
      now: () => new Date((this.#clock += 1000)),
      newId: () => String((this.#ids += 1)).padStart(32, "0"),
      edit: async () => undefined,
    };
  }

  /** Beside the study: what other people's machines and recorders make. */
  outside(name: string, content: string | Uint8Array): string {
    const path = join(this.#folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  has(file: string): boolean {
    return existsSync(join(this.root, file));
  }

  read(file: string): string {
    return readFileSync(join(this.root, file), "utf8");
  }

  bytes(file: string): Uint8Array {
    return readFileSync(join(this.root, file));
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.root, file)), { recursive: true });
    writeFileSync(join(this.root, file), text);
  }

  /** Of the study, with forward slashes. */
  files(): string[] {
    return readdirSync(this.root, { recursive: true, encoding: "utf8" })
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => statSync(join(this.root, file)).isFile());
  }

  leave(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** One of the choices. */
export type Answer = (message: string, choices: readonly string[]) => string;

const nobody: Answer = () => {
  throw new Error("nobody is there to answer");
};

function prompterOf(answer: Answer): World["prompter"] {
  return {
    input: async ({ message, initial = "" }) => answer(message, [initial]),
    password: async ({ message }) => answer(message, []),
    confirm: async () => true,
    select: async ({ message, choices }) => {
      const value = answer(
        message,
        choices.map((each) => each.value),
      );
      const chosen = choices.find((each) => each.value === value);
      if (chosen === undefined) throw new Error("no such choice");
      return chosen.value;
    },
  };
}
