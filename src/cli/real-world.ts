// The world as a terminal gives it.
import { randomBytes } from "node:crypto";
import { spawn } from "node:child_process";
import { Cancelled } from "../kernel/diagnostic.ts";
import type { Output, Prompter, World } from "../kernel/world.ts";

export function realWorld(): World {
  return {
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    canAsk: process.stdin.isTTY && process.stderr.isTTY,
    env: process.env,
    cwd: process.cwd(),
    now: () => new Date(),
    newId: () => randomBytes(16).toString("hex"),
    prompter,
    edit: openEditor,
  };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0); // `retour … | head` closed its end.
    throw error;
  });
  return {
    write: (text) => stream.write(text),
    isTTY: stream.isTTY,
    get columns() {
      return stream.isTTY ? stream.columns : 80;
    },
  };
}

const toStderr = { output: process.stderr };

const prompter: Prompter = {
  input: async ({ message, initial }) => {
    const { input } = await import("@inquirer/prompts");
    return unlessLeft(input({ message, ...(initial === undefined ? {} : { default: initial }) }, toStderr));
  },
  confirm: async ({ message, initial }) => {
    const { confirm } = await import("@inquirer/prompts");
    return unlessLeft(confirm({ message, default: initial ?? false }, toStderr));
  },
  select: async ({ message, choices }) => {
    const { select } = await import("@inquirer/prompts");
    return unlessLeft(select({ message, choices: [...choices], pageSize: 12 }, toStderr));
  },
};

async function unlessLeft<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && error.name === "ExitPromptError") throw new Cancelled();
    throw error;
  }
}

async function openEditor(path: string): Promise<void> {
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
