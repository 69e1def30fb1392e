// What a verb receives and what it gives back.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { messages } from "../kernel/diagnostic.ts";
import type { World } from "../kernel/world.ts";
import type { Study } from "../study/open.ts";
import type { FrontMessages } from "./messages/front.ts";
import type { Say } from "./messages/catalogue.ts";
import type { Paint } from "./paint.ts";
import type { Progress } from "./progress.ts";

/** The values of a verb's options, by their long name in camel case. */
export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export interface Context {
  readonly world: World;
  /** The texts of the person's language. */
  readonly say: Say;
  readonly paint: Paint;
  readonly language: "fr" | "en";
  readonly isDryRun: boolean;
  /** False with --yes, with --json, and without a terminal. */
  readonly canAsk: boolean;
  /** The folder that --study names. */
  readonly studyFolder: string | undefined;
  /** The vault's file that --vault names. */
  readonly vaultFile: string | undefined;
  /** Opens the study; it is closed when the verb is done. */
  readonly open: (options: { forWriting: boolean }) => Promise<Study>;
  /** A diagnostic as --json shows it: its code, place, and message in the person's language. */
  readonly explain: (diagnostic: Diagnostic) => object;
  /** Runs another command in this world, as if it had been typed; gives its exit code. */
  readonly play: (argv: readonly string[], world: World) => Promise<number>;
  /** A line on stderr, unless --quiet. */
  readonly note: (line: string) => void;
  /** On stderr, unless --quiet or --json; a note or the end of the verb wipes it. */
  readonly progress: Progress;
}

export interface Outcome {
  /** The fields that --json prints. */
  readonly json: object;
  /** What a person reads on stdout; without a line feed at the end. */
  readonly text: string;
  /** Shown on stderr before the text (and part of the JSON when the verb says so). */
  readonly diagnostics?: readonly Diagnostic[];
  readonly exit?: 0 | 1;
}

export type Run = (context: Context, args: readonly string[], options: Options) => Promise<Outcome>;

export const { refuse } = messages<FrontMessages>();

/** The value of an option that is given once. */
export function one(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}

/** The values of an option that is given several times, or as `a,b,c`. */
export function many(options: Options, name: string): string[] {
  const value = options[name];
  const given = typeof value === "string" ? [value] : Array.isArray(value) ? value : [];
  return listed(given);
}

/** The words of a list written `a,b,c`, or in several arguments. */
export function listed(given: readonly string[]): string[] {
  return given
    .flatMap((each) => each.split(","))
    .map((each) => each.trim())
    .filter(Boolean);
}

export function isSet(options: Options, name: string): boolean {
  return options[name] === true;
}

/** The value of an option, or the refusal that names it when nobody can be asked. */
export function required(options: Options, name: string): string {
  const value = one(options, name);
  if (value === undefined) throw refuse("usage.option-missing", { option: `--${name}` });
  return value;
}
