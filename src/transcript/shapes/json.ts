// JSON as transcription programs write it. What is whole is read by the engine's own reader; what is
// not, by one that reads the rest whatever is wrong with it, and says what is wrong.
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { DEEPEST, PLACED, readDamagedJson, settleEscaped } from "./damaged-json.ts";
import { diagnose } from "../messages.ts";

interface JsonPlace {
  readonly line: number;
  readonly column: number;
}

export interface Json {
  /** Several values one after the other (JSON Lines) are given as one list. */
  readonly value: unknown;
  /** The text stops inside a value: what was complete is there, and the start of a last string. */
  readonly isCut: boolean;
  /** Something in it is no JSON, besides its end. */
  readonly isDamaged: boolean;
  /** What is wrong in it: cut short, damaged, or with words that could not be read. */
  readonly diagnostics: readonly Diagnostic[];
  /** Where an object not deep in the value opens, in the text. Both from 1. */
  readonly placeOf: (object: object) => JsonPlace | undefined;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return isObject(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Reads JSON (RFC 8259) with what is found in its place: `NaN`, `Infinity`, line breaks and quotes
 * inside strings, missing commas, no end. Strings are in NFC, without control characters. A key that
 * is twice in an object, with two values, is said: its first words are lost. Refuses more than 200
 * values one inside the other. `file` is for the diagnostics.
 */
export function readJson(text: string, file: string): Json {
  return readWhole(text) ?? readDamaged(text, file);
}

/** Undefined when the text is not one whole value, or has to be read with more care. */
function readWhole(text: string): Json | undefined {
  const outline = outlineOf(text);
  const parsed = outline && parse(text);
  if (!parsed) return undefined;
  const settler = new Settler(text.includes("\\"));
  const value = settler.settle(parsed.value);
  // The engine keeps the last of two values that have one key: there are then fewer keys than colons.
  if (settler.keys !== outline.keys) return undefined;
  const placeAt = placesIn(text);
  let starts: ReadonlyMap<object, number> | undefined;
  return {
    value,
    isCut: false,
    isDamaged: false,
    diagnostics: [],
    placeOf: (object) => {
      starts ??= startsOf(value, outline.starts);
      const start = starts.get(object);
      return start === undefined ? undefined : placeAt(start);
    },
  };
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function readDamaged(text: string, file: string): Json {
  const { value, isCut, problems, more, starts } = readDamagedJson(text, file);
  const placeAt = placesIn(text);
  const diagnostics = problems.map(({ at, isLost }) => {
    const place = { file, ...placeAt(at) };
    return isLost
      ? diagnose("import.unreadable", "error", {}, place)
      : diagnose("import.damaged", "warning", {}, place);
  });
  const { count } = more;
  if (count > 0)
    diagnostics.push(diagnose("import.damaged-more", more.isLost ? "error" : "warning", { count }, { file }));
  if (isCut) diagnostics.push(diagnose("import.cut-short", "warning", {}, { file }));
  return {
    value,
    isCut,
    isDamaged: problems.length > 0,
    diagnostics,
    placeOf: (object) => {
      const start = starts.get(object);
      return start === undefined ? undefined : placeAt(start);
    },
  };
}

/** How many keys a text has, if it is JSON, and where its objects open that are not deep. */
interface Outline {
  readonly keys: number;
  readonly starts: readonly number[];
}

/** Undefined for a text nested too deep, or one in which a string has no end. */
function outlineOf(text: string): Outline | undefined {
  const starts: number[] = [];
  let keys = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      at = endOfString(text, at + 1);
      if (at === -1) return undefined;
    } else if (code === 0x3a) keys += 1;
    else if (code === 0x7d || code === 0x5d) depth -= 1;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > DEEPEST) return undefined;
      if (code === 0x7b && depth <= PLACED) starts.push(at);
    }
  }
  return { keys, starts };
}

function endOfString(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at;
    if (code === 0x5c) at += 1;
  }
  return -1;
}

/** Makes values what they are to be, where they are, and counts the keys. */
class Settler {
  keys = 0;
  readonly #hasEscapes: boolean;

  constructor(hasEscapes: boolean) {
    this.#hasEscapes = hasEscapes;
  }

  settle(value: unknown): unknown {
    if (typeof value === "string") return this.#hasEscapes ? settleEscaped(value) : value;
    if (typeof value === "number") return Number.isFinite(value) ? value : null;
    if (Array.isArray(value)) {
      const list = value as unknown[];
      for (const [index, each] of list.entries()) {
        const settled = this.settle(each);
        if (settled !== each) list[index] = settled;
      }
    } else if (isObject(value)) {
      for (const key of Object.keys(value)) {
        this.keys += 1;
        const settled = this.settle(value[key]);
        if (settled !== value[key]) value[key] = settled;
      }
    }
    return value;
  }
}

/** The objects that are not deep, with where each opens: both are in the order of the text. */
function startsOf(whole: unknown, starts: readonly number[]): ReadonlyMap<object, number> {
  const found = new Map<object, number>();
  // Keys that are numbers come first, wherever they stand in the text.
  const isInOrder = (value: unknown, depth: number): boolean => {
    if (depth > PLACED || typeof value !== "object" || value === null) return true;
    const start = starts[found.size];
    if (isObject(value) && start !== undefined) found.set(value, start);
    return Object.entries(value).every(
      ([key, each]) => !(isObject(value) && /^\d+$/.test(key)) && isInOrder(each, depth + 1),
    );
  };
  return isInOrder(whole, 1) ? found : new Map();
}

/** Finds lines and columns, from 1: fast where each index is after the one before. */
function placesIn(text: string): (at: number) => JsonPlace {
  let line = 1;
  let start = 0;
  return (at) => {
    if (at < start) [line, start] = [1, 0];
    for (let end = text.indexOf("\n", start); end !== -1 && end < at; end = text.indexOf("\n", start)) {
      line += 1;
      start = end + 1;
    }
    return { line, column: at - start + 1 };
  };
}
