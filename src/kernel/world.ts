// Everything the program receives from outside, so that tests can give another world.

export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
  /** Width in characters; 80 when unknown. */
  readonly columns: number;
}

/** Questions to the person. Each rejects with `Cancelled` on Ctrl-C. */
export interface Prompter {
  input(question: { message: string; initial?: string }): Promise<string>;
  /** A secret: what is typed is not shown. */
  password(question: { message: string }): Promise<string>;
  /** `words`: what is typed for yes and no, of which the first letter is enough; else English ones. */
  confirm(question: {
    message: string;
    initial?: boolean;
    words?: { readonly yes: string; readonly no: string };
  }): Promise<boolean>;
  select<T extends string>(question: {
    message: string;
    choices: readonly { value: T; name: string; key?: string }[];
  }): Promise<T>;
}

export interface World {
  readonly stdout: Output;
  readonly stderr: Output;
  /** True when a person can be asked: standard input and error are terminals. */
  readonly canAsk: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly now: () => Date;
  /** A random id of 32 hexadecimal digits. */
  readonly newId: () => string;
  readonly prompter: Prompter;
  /** Opens a file in the person's editor and waits until it is closed. */
  readonly edit: (path: string) => Promise<void>;
}

/** An instant as an ISO UTC string, to the second. */
export function timestamp(world: Pick<World, "now">): string {
  return world
    .now()
    .toISOString()
    .replace(/\.\d{3}Z$/, "Z");
}
