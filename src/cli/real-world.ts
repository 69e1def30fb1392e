// The world as a terminal gives it.
import { fstatSync, statSync } from "node:fs";

import { Cancelled } from "../kernel/diagnostic.ts";
import type { Output, Prompter, World } from "../kernel/world.ts";

export function realWorld(): World {
  return {
    stdout: outputOf(1),
    stderr: outputOf(2),
    get canAsk() {
      return isTerminal(0) && isTerminal(2);
    },
    env: process.env,
    cwd: process.cwd(),
    now: () => new Date(),
    newId: () => process.getBuiltinModule("node:crypto").randomBytes(16).toString("hex"),
    prompter,
    edit: openEditor,
  };
}

/** Node makes a stream when it is first asked for, which takes time: only when writing. */
function outputOf(descriptor: 1 | 2): Output {
  let opened: NodeJS.WriteStream | undefined;
  const stream = (): NodeJS.WriteStream => (opened ??= openStream(descriptor));
  return {
    write: (text) => stream().write(text),
    isTTY: isTerminal(descriptor),
    get columns() {
      return isTerminal(descriptor) ? stream().columns : 80;
    },
  };
}

function openStream(descriptor: 1 | 2): NodeJS.WriteStream {
  const stream = descriptor === 1 ? process.stdout : process.stderr;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0); // `retour … | head` closed its end.
    throw error;
  });
  return stream;
}

const nowhere = statSync("/dev/null", { throwIfNoEntry: false })?.rdev;

/** Node's terminals are loaded only for a device that may be one: a file or a pipe is none. */
function isTerminal(descriptor: 0 | 1 | 2): boolean {
  try {
    const device = fstatSync(descriptor);
    if (!device.isCharacterDevice() || device.rdev === nowhere) return false;
    return process.getBuiltinModule("node:tty").isatty(descriptor);
  } catch {
    return false; // A closed descriptor.
  }
}

/** Under a list or a secret, its keys alone: the library's words for them are English. */
const theme = {
  style: {
    keysHelpTip: (keys: readonly [key: string, action: string][]) => keys.map(([key]) => key).join(" "),
  },
};

const prompter: Prompter = {
  input: async ({ message, initial }) => {
    const { input } = await import("@inquirer/prompts");
    return unlessLeft(
      input({ message, ...(initial === undefined ? {} : { default: initial }) }, { output: process.stderr }),
    );
  },
  password: async ({ message }) => {
    const { password } = await import("@inquirer/prompts");
    return unlessLeft(password({ message, mask: "•", theme }, { output: process.stderr }));
  },
  confirm: async ({ message, initial, words }) => {
    const { confirm } = await import("@inquirer/prompts");
    const error = ({ yes, no }: { yes: string; no: string }): string => `${yes} / ${no}`;
    const keywords = words === undefined ? {} : { theme: { keywords: { ...words, error } } };
    const question = { message, default: initial ?? false, ...keywords };
    return unlessLeft(confirm(question, { output: process.stderr }));
  },
  select: async ({ message, choices }) => {
    const { select } = await import("@inquirer/prompts");
    if (choices.every(({ key }) => key === undefined)) {
      const question = { message, choices: [...choices], pageSize: 12, theme };
      return unlessLeft(select(question, { output: process.stderr }));
    }
    return selectByKey(message, choices, select);
  },
};

type Choices<T> = readonly { value: T; name: string; key?: string }[];
type Select = <T>(
  question: { message: string; choices: readonly { value: T; name: string }[]; pageSize: number },
  context: { output: NodeJS.WritableStream; signal: AbortSignal; clearPromptOnDone: true },
) => Promise<T>;

/** A list in which the key beside a choice takes it at once; arrows and Enter do too. */
async function selectByKey<T extends string>(
  message: string,
  choices: Choices<T>,
  select: Select,
): Promise<T> {
  const pressed = new AbortController();
  let found: { readonly value: T } | undefined;
  const onKey = (typed: string | undefined, { ctrl, meta }: { ctrl?: boolean; meta?: boolean }): void => {
    if (ctrl === true || meta === true) return;
    found ??= choices.find(({ key }) => key !== undefined && key === typed?.toLowerCase());
    if (found) pressed.abort();
  };
  const listed = choices.map(({ value, name, key }) => ({ value, name: `${key ?? " "}  ${name}` }));
  const question = { message, choices: listed, pageSize: 12, theme };
  const context = { output: process.stderr, signal: pressed.signal, clearPromptOnDone: true as const };
  const answer = select(question, context);
  // The library throws away what was typed before the question, until the next turn of the loop.
  setImmediate(() => process.stdin.on("keypress", onKey));
  try {
    const value = await unlessLeft(
      answer.catch((error: unknown) => {
        if (found) return found.value;
        throw error;
      }),
    );
    process.stderr.write(`✔ ${message} ${choices.find((each) => each.value === value)?.name ?? ""}\n`);
    return value;
  } finally {
    process.stdin.removeListener("keypress", onKey);
  }
}

async function unlessLeft<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && error.name === "ExitPromptError") throw new Cancelled();
    throw error;
  }
}

async function openEditor(path: string): Promise<void> {
  const { spawn } = await import("node:child_process");
  const command =
    process.env["VISUAL"] || process.env["EDITOR"] || (process.platform === "win32" ? "notepad" : "nano");
  const [program = command, ...args] = command.split(" ");
  await new Promise<void>((resolve, reject) => {
    const editor = spawn(program, [...args, path], { stdio: "inherit" });
    editor.on("error", reject);
    editor.on("exit", () => {
      resolve();
    });
  });
}
