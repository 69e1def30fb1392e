// A world for tests: captured streams, a clock that advances by itself, ids from a counter.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { Cancelled } from "../src/kernel/diagnostic.ts";
import type { World } from "../src/kernel/world.ts";

export interface TestWorld extends World {
  /** What was printed so far. */
  readonly out: () => string;
  readonly err: () => string;
  /** Forgets what was printed. */
  readonly clear: () => void;
  /** Moves the clock to an ISO instant. */
  readonly setClock: (instant: string) => void;
}

export interface TestWorldOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Answers to the questions, in order; asking more than there are is a Ctrl-C. */
  readonly answers?: readonly (string | boolean)[];
  readonly columns?: number;
  readonly canAsk?: boolean;
  readonly edit?: (path: string) => void;
}

export function testWorld(options: TestWorldOptions): TestWorld {
  let out = "";
  let err = "";
  let clock = Date.parse("2026-05-12T10:00:00Z");
  let ids = 0;
  const answers = [...(options.answers ?? [])];
  const answer = (): string | boolean => {
    const next = answers.shift();
    if (next === undefined) throw new Cancelled();
    return next;
  };
  const columns = options.columns ?? 100;
  return {
    stdout: { write: (text) => void (out += text), isTTY: false, columns },
    stderr: { write: (text) => void (err += text), isTTY: false, columns },
    canAsk: options.canAsk ?? options.answers !== undefined,
    env: options.env ?? { RETOUR_LANG: "fr" },
    cwd: options.cwd,
    now: () => new Date((clock += 1000)),
    newId: () => String((ids += 1)).padStart(32, "0"),
    prompter: {
      input: async ({ initial }) => {
        const given = answer();
        return given === "" && initial !== undefined ? initial : String(given);
      },
      password: async () => String(answer()),
      confirm: async () => answer() === true,
      select: async ({ choices }) => {
        const given = answer();
        const chosen = choices.find(({ value }) => value === given);
        if (!chosen)
          throw new Error(
            `no choice "${String(given)}" among ${choices.map((each) => each.value).join(", ")}`,
          );
        return chosen.value;
      },
    },
    edit: async (path) => options.edit?.(path),
    out: () => out,
    err: () => err,
    clear: () => {
      out = "";
      err = "";
    },
    setClock: (instant) => {
      clock = Date.parse(instant);
    },
  };
}

const folders: string[] = [];

/** A new empty folder, removed when the test file is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "retour-test-"));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
