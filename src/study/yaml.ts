// YAML that people write, read with the place of each value; its mistakes as diagnostics.
import { isNode, isPair, LineCounter, parseDocument, visit } from "yaml";
import type { Document, Node, YAMLError } from "yaml";
import type { Diagnostic, Place } from "../kernel/diagnostic.ts";
import { diagnose } from "./messages.ts";

export interface YamlText {
  /** What the file holds; undefined when it is empty, or when `isBroken`. */
  readonly root: Node | undefined;
  /** True when the text is not YAML that can be trusted: `diagnostics` says why. */
  readonly isBroken: boolean;
  readonly diagnostics: Diagnostic[];
  /** Where a node, a pair (its key), or an offset in the text is. */
  readonly placeOf: (at: unknown) => Place;
}

/**
 * Reads one YAML 1.2 document without anchors, aliases or tags: nobody writes those in
 * a settings file on purpose, and aliases make a small text a huge one. Never throws.
 */
export function readYaml(text: string, file: string): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    resolveKnownTags: false,
    schema: "core",
    logLevel: "error",
  });
  const placeOf = (at: unknown): Place => {
    const { line, col } = lines.linePos(Math.min(offsetOf(at), text.length));
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const mistakes = [...document.errors, ...document.warnings].map((error) =>
    diagnoseError(error, { document, text, placeOf }),
  );
  const diagnostics = onePerLine([...mistakes, ...signsFirst(document, placeOf)]);
  const isBroken = diagnostics.some(({ code }) => code !== "yaml.key-twice");
  return { root: isBroken ? undefined : (document.contents ?? undefined), isBroken, diagnostics, placeOf };
}

function offsetOf(at: unknown): number {
  if (typeof at === "number") return at;
  if (isPair(at)) return offsetOf(at.key);
  return isNode(at) ? (at.range?.[0] ?? 0) : 0;
}

interface Reading {
  readonly document: Document.Parsed;
  readonly text: string;
  readonly placeOf: YamlText["placeOf"];
}

/** The words of the library's messages are those of yaml 2.9.1, which is pinned. */
function diagnoseError({ code, message, pos: [offset] }: YAMLError, reading: Reading): Diagnostic {
  const name: string = code; // The library may have more.
  const { document, text, placeOf } = reading;
  const place = placeOf(offset);
  switch (name) {
    case "TAB_AS_INDENT":
      return diagnose("yaml.tab", "error", {}, place);
    case "DUPLICATE_KEY":
      return diagnose("yaml.key-twice", "error", { key: wordAt(text, offset) }, place);
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
      return diagnoseKey(offset, reading);
    case "MISSING_CHAR":
    case "BAD_INDENT": {
      const opening = message.includes("quote") ? openQuote(document, text) : undefined;
      if (opening !== undefined)
        return diagnose("yaml.unclosed", "error", { sign: text.charAt(opening) }, placeOf(opening));
      const sign = /end with a (.)/.exec(message)?.[1];
      if (sign !== undefined) return diagnose("yaml.unclosed", "error", { sign }, place);
      return diagnose("yaml.indent", "error", {}, place);
    }
    case "BAD_SCALAR_START":
    case "TAG_RESOLVE_FAILED":
      return diagnose("yaml.sign-first", "error", { sign: text.charAt(offset) }, place);
    case "BAD_DQ_ESCAPE":
      return diagnose("yaml.escape", "error", {}, place);
    case "MULTIPLE_DOCS":
      return diagnose("yaml.several-documents", "error", {}, place);
    case "RESOURCE_EXHAUSTION":
      return diagnose("yaml.too-deep", "error", {}, placeOf(0));
    default:
      if (/["'] ?$/.test(text.slice(0, offset))) return diagnose("yaml.after-quote", "error", {}, place);
      return diagnose("yaml.syntax", "error", { reason: message }, place);
  }
}

/**
 * A key where none can be. On one line: a colon inside a value. Over several lines: the
 * lower line is further right than it should be, or the upper one has no colon.
 */
function diagnoseKey(offset: number, { document, text, placeOf }: Reading): Diagnostic {
  let end = offset;
  visit(document, {
    Pair: (_, { key }) => {
      if (isNode(key) && key.range?.[0] === offset) end = key.range[1];
    },
  });
  if (!text.slice(offset, end).includes("\n"))
    return diagnose("yaml.colon-inside", "error", {}, placeOf(offset));
  const isValue = /[:-] *$/.test(text.slice(0, offset));
  return isValue
    ? diagnose("yaml.indent", "error", {}, placeOf(end))
    : diagnose("yaml.no-colon", "error", {}, placeOf(offset));
}

/** Where the quote that never closes was opened: it is in the last quoted text. */
function openQuote(document: Document.Parsed, text: string): number | undefined {
  let opening: number | undefined;
  visit(document, {
    Scalar: (_, { range }) => {
      if (range && /["']/.test(text.charAt(range[0]))) opening = range[0];
    },
  });
  return opening;
}

/** Anchors and aliases: values that a person began with `&` or `*`. */
function signsFirst(document: Document.Parsed, placeOf: YamlText["placeOf"]): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(document, {
    Alias: (_, alias) => {
      found.push(diagnose("yaml.sign-first", "error", { sign: "*" }, placeOf(alias)));
    },
    Value: (_, node) => {
      if (node.anchor !== undefined)
        found.push(diagnose("yaml.sign-first", "error", { sign: "&" }, placeOf(node)));
    },
  });
  return found;
}

/** One slip can upset the reading of all that follows on its line; the first is the one to mend. */
function onePerLine(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const lines = new Map<number, Diagnostic>();
  const before = (a: Diagnostic, b: Diagnostic) => (a.place?.column ?? 0) <= (b.place?.column ?? 0);
  for (const each of diagnostics) {
    const line = each.place?.line ?? 0;
    const other = lines.get(line);
    if (!other || !before(other, each)) lines.set(line, each);
  }
  return [...lines].sort(([a], [b]) => a - b).map(([, each]) => each);
}

function wordAt(text: string, offset: number): string {
  return /^[^:\s]*/.exec(text.slice(offset, offset + 60))?.[0] ?? "";
}
