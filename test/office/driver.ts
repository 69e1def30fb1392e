// A real LibreOffice, told step by step what a person does in a document.
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import { temporaryFolder } from "../world.ts";

/** One thing a person does; each finds its place by the words that stand there, the first that do. */
export type Step =
  | { readonly track: boolean }
  | { readonly author: string }
  | { readonly insertAfter: string; readonly text: string }
  | { readonly insertBefore: string; readonly text: string }
  | { readonly replace: string; readonly by: string }
  | { readonly delete: string }
  /** The words of any style that come after are not changed. */
  | { readonly bold: string }
  /** A paragraph, or an item, after the one that holds these words. */
  | { readonly addParagraph: string; readonly after: string }
  | { readonly deleteParagraph: string }
  | { readonly splitBefore: string }
  | { readonly joinWithNext: string }
  /** Cut, and pasted before the paragraph that holds these words. */
  | { readonly moveParagraph: string; readonly before: string }
  | { readonly moveSection: string; readonly before: string }
  | { readonly deleteSection: string }
  | { readonly comment: string; readonly on: string; readonly to?: string }
  /** The comment that says this. Answers to comments are not here: UNO has no way to make one. */
  | { readonly resolve: string }
  | { readonly deleteRow: string }
  | { readonly insertRow: readonly string[]; readonly after: string }
  | { readonly addNote: string; readonly after: string }
  /** In the place of what the header of the first page says, or of all pages. */
  | { readonly writeInHeader: string }
  | { readonly accept: string }
  | { readonly reject: string };

type Format = "odt" | "docx";

/** Far more than anything takes on a machine that does other things. */
const LONGEST = 170_000;

export class Office {
  readonly #folder: string;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: Interface;
  #jobs = 0;
  #complaints = "";

  private constructor() {
    this.#folder = temporaryFolder();
    this.#process = spawn("/usr/bin/python3", [
      "-B",
      join(import.meta.dirname, "driver/serve.py"),
      this.#folder,
    ]);
    this.#lines = createInterface(this.#process.stdout);
    this.#process.stderr.on("data", (data: Buffer) => (this.#complaints += data.toString()));
  }

  /** An office with a profile of its own; to be stopped. */
  static async start(): Promise<Office> {
    const office = new Office();
    await office.#answer();
    return office;
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, "exit");
    this.#process.stdin.end();
    await ended;
  }

  /** Opens a file, takes the steps and saves it. Fails with the step that could not be taken. */
  async edit(
    bytes: Uint8Array,
    format: Format,
    steps: readonly Step[],
    { saveAs }: { readonly saveAs: Format | "pdf" },
  ): Promise<Buffer> {
    const name = join(this.#folder, String((this.#jobs += 1)));
    const [from, to] = [`${name}.${format}`, `${name}-saved.${saveAs}`];
    writeFileSync(from, bytes);
    const answer = this.#answer();
    this.#process.stdin.write(`${JSON.stringify({ from, to, as: saveAs, steps })}\n`);
    const { problem } = JSON.parse(await answer) as { problem?: string };
    if (problem !== undefined) throw new Error(problem);
    return readFileSync(to);
  }

  #answer(): Promise<string> {
    return new Promise((resolve, reject) => {
      const fail = (): void => {
        reject(new Error(`LibreOffice does not answer. ${this.#complaints}`));
      };
      const guard = setTimeout(fail, LONGEST);
      this.#lines.once("line", (line) => {
        clearTimeout(guard);
        this.#process.off("exit", fail);
        resolve(line);
      });
      this.#process.once("exit", fail);
    });
  }
}
