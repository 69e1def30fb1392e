// What is wrong in a person's file, and what the program refuses, as data: a code, a place, values.
// The words come later, from the catalogues of the front door (src/cli/messages).

/** Values that a message may name. Never a real name: see docs/architecture.md. */
export type Params = Readonly<Record<string, string | number>>;

export interface Place {
  /** Path as the person would type it, relative to the study when it is inside it. */
  readonly file: string;
  /** From 1. */
  readonly line?: number;
  /** From 1, in UTF-16 units. */
  readonly column?: number;
}

export interface Diagnostic {
  readonly code: string;
  readonly severity: "error" | "warning" | "info";
  readonly place?: Place;
  readonly params: Params;
}

/** A refusal the design foresees; shown as two lines, without a stack; exit code 2. */
export class RetourError extends Error {
  readonly code: string;
  readonly params: Params;
  /** The file and line concerned, when there is one. */
  readonly place: Place | undefined;

  constructor(code: string, params: Params, options: { cause?: unknown; place?: Place | undefined } = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "RetourError";
    this.code = code;
    this.params = params;
    this.place = options.place;
  }
}

/** A refusal that carries all the problems found in the person's files; exit code 1. */
export class DiagnosedError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((each) => each.code).join(", "));
    this.name = "DiagnosedError";
    this.diagnostics = diagnostics;
  }
}

/** The person pressed Ctrl-C or left a question; exit code 130. */
export class Cancelled extends Error {
  constructor() {
    super("cancelled");
    this.name = "Cancelled";
  }
}

/**
 * A room's own messages: an interface whose keys are codes and whose values are the
 * values the message names. `const { refuse, diagnose } = messages<StudyMessages>()`
 * gives the room typed makers; the catalogues must have an entry for each key.
 */
export function messages<M extends { [Code in keyof M]: Params }>(): {
  refuse: <C extends keyof M & string>(
    code: C,
    params: M[C],
    options?: { cause?: unknown; place?: Place | undefined },
  ) => RetourError;
  diagnose: <C extends keyof M & string>(
    code: C,
    severity: Diagnostic["severity"],
    params: M[C],
    place?: Place,
  ) => Diagnostic;
} {
  return {
    refuse: (code, params, options) => new RetourError(code, params, options),
    diagnose: (code, severity, params, place) =>
      place === undefined ? { code, severity, params } : { code, severity, params, place },
  };
}

/** One language's texts for a set of messages. */
export type Catalogue<M> = {
  readonly [Code in keyof M]: (params: M[Code]) => { message: string; hint?: string };
};
