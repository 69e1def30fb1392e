// How the demo is shown: a heading and a sentence or two for each step, its commands, and what
// they print, indented.
import { shown } from "../../kernel/shown.ts";
import type { Output } from "../../kernel/world.ts";
import type { Context } from "../run.ts";
import type { Step } from "./script.ts";

export interface Stage {
  announce(step: Step, number: number): void;
  /** What a person does by hand. */
  tell(words: string): void;
  command(line: string): void;
  commandEnded(): void;
  /** Where the commands print. */
  readonly output: Output;
  /** What the last command printed and nobody has seen. */
  lastWords(): string;
  /** The last words of the demo, as they are to be printed. */
  ending(text: string): string;
}

const MARGIN = "  ";
const LONGEST_LINE = 100;

/** `detail`: everything, the headings alone, or nothing (for --json). */
export function makeStage(context: Context, detail: "all" | "headings" | "none"): Stage {
  const { world, paint, language } = context;
  const isFull = detail === "all";
  const width = Math.min(world.stdout.columns, LONGEST_LINE) - MARGIN.length;
  const print = (text: string): void => world.stdout.write(text);
  const day = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  let last = "";
  return {
    announce: (step, number) => {
      if (detail === "none") return;
      const heading = paint.bold(`${String(number)}. ${step.title}`);
      print(`${isFull ? "\n" : ""}${heading}  ${paint.dim(day.format(new Date(step.day)))}\n`);
      if (isFull) print(`${indented(wrapped(step.say, width))}\n`);
    },
    tell: (words) => {
      if (isFull) print(`\n${indented(wrapped(`✎ ${words}`, width))}\n`);
    },
    command: (line) => {
      last = "";
      if (isFull) print(`\n${MARGIN}${paint.cyan(`$ ${shown(line)}`)}\n`);
    },
    commandEnded: () => {
      if (isFull && last !== "") print(`${indented(last.trimEnd())}\n`);
    },
    output: { write: (text) => void (last += text), isTTY: world.stdout.isTTY, columns: width },
    lastWords: () => (isFull ? "" : last),
    ending: (text) => (isFull ? `\n${text}` : ""),
  };
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, MARGIN);
}

/** Lines cut between words, at ordinary spaces only. */
function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}
