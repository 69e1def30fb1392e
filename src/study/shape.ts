// Whether YAML values have the shape that a JSON Schema gives them: the part of JSON Schema
// that our own schema uses, on nodes that know their line and column.
import { isMap, isPair, isScalar, isSeq } from "yaml";
import type { YAMLMap, YAMLSeq } from "yaml";
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { isDay } from "./day.ts";
import { diagnose } from "./messages.ts";
import { nearest } from "./nearest.ts";
import type { YamlText } from "./yaml.ts";

export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  /** Texts only. */
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly minLength?: number;
  readonly pattern?: string;
  /** `date` and nothing else. */
  readonly format?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly examples?: readonly string[];
}

/** What a value is checked with: the schema it belongs to, and the key it stands under. */
interface Position {
  readonly root: Schema;
  readonly placeOf: YamlText["placeOf"];
  readonly key: string;
  /** What to point at when there is no value. */
  readonly at: unknown;
}

/** Every way in which a YAML value differs from a schema, in the order of the text. */
export function checkShape(value: unknown, root: Schema, placeOf: YamlText["placeOf"]): Diagnostic[] {
  return check(value, root, { root, placeOf, key: "", at: value });
}

function check(value: unknown, schema: Schema, position: Position): Diagnostic[] {
  const rule = resolve(schema, position.root);
  if (rule.anyOf) return checkAny(value, rule.anyOf, position);
  const kinds = kindsOf(rule);
  const found = kindOf(value);
  if (!kinds.includes(found)) return [wrongType(kinds, found, value, position)];
  if (isMap(value)) return checkMap(value, rule, position);
  if (isSeq(value)) return checkList(value, rule, position);
  return isScalar(value) ? checkScalar(value.value, rule, { ...position, at: value }) : [];
}

function resolve(schema: Schema, root: Schema): Schema {
  const name = schema.$ref?.replace("#/$defs/", "");
  return name === undefined ? schema : (root.$defs?.[name] ?? {});
}

/** Our words for JSON Schema's types. */
const kinds: Readonly<Record<string, string>> = {
  string: "text",
  number: "number",
  integer: "number",
  boolean: "boolean",
  null: "nothing",
  object: "mapping",
  array: "list",
};

function kindsOf({ type = "string" }: Schema): string[] {
  return [type].flat().map((each) => kinds[each] ?? each);
}

/** `text`, `number`, `boolean`, `nothing`, `mapping` or `list`. */
export function kindOf(value: unknown): string {
  if (isMap(value)) return "mapping";
  if (isSeq(value)) return "list";
  const plain = isScalar(value) ? value.value : null;
  return plain === null ? "nothing" : (kinds[typeof plain] ?? "text");
}

function wrongType(
  expected: readonly string[],
  found: string,
  value: unknown,
  position: Position,
): Diagnostic {
  const { key, placeOf, at } = position;
  const params = { key, expected: [...new Set(expected)].join(" "), found };
  return diagnose("settings.wrong-type", "error", params, placeOf(found === "nothing" ? at : value));
}

/** The mistakes in the form that the person meant: the one of the value's kind that it is closest to. */
function checkAny(value: unknown, forms: readonly Schema[], position: Position): Diagnostic[] {
  const rules = forms.map((form) => resolve(form, position.root));
  const found = kindOf(value);
  const meant = rules.filter((rule) => kindsOf(rule).includes(found));
  if (meant.length === 0) return [wrongType(rules.flatMap(kindsOf), found, value, position)];
  const mistakes = meant.map((rule) => check(value, rule, position));
  if (mistakes.some((each) => each.length === 0)) return [];
  const allowed = meant.flatMap((rule) => rule.enum ?? rule.examples ?? []);
  return meant.length > 1 && isScalar(value)
    ? [wrongValue(String(value.value), allowed, { ...position, at: value })]
    : mistakes.reduce((a, b) => (b.length < a.length ? b : a));
}

function checkMap(map: YAMLMap, rule: Schema, position: Position): Diagnostic[] {
  const { root, placeOf } = position;
  const known = Object.keys(rule.properties ?? {});
  const missing = new Set(rule.required?.filter((key) => !map.has(key)));
  const found = map.items.flatMap((pair) => {
    const key = keyOf(pair);
    const schema = known.includes(key) ? rule.properties?.[key] : undefined; // Not `constructor`.
    if (schema) return check(pair.value, schema, { root, placeOf, key, at: pair });
    const meant = nearest(key, known);
    missing.delete(meant); // It is there, misspelt: said once.
    const params = { key, nearest: meant, known: known.join(", ") };
    return [diagnose("settings.unknown-key", "error", params, placeOf(pair))];
  });
  const gaps = [...missing].map((key) => diagnose("settings.missing-key", "error", { key }, placeOf(map)));
  return [...gaps, ...found];
}

function keyOf(pair: unknown): string {
  return isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : "";
}

function checkList(list: YAMLSeq, rule: Schema, position: Position): Diagnostic[] {
  if (list.items.length < (rule.minItems ?? 0))
    return [diagnose("settings.empty-list", "error", { key: position.key }, position.placeOf(list))];
  const seen = new Set<unknown>();
  return list.items.flatMap((item) => {
    const mistakes = rule.items ? check(item, rule.items, { ...position, at: list }) : [];
    if (!rule.uniqueItems || !isScalar(item)) return mistakes;
    if (seen.has(item.value)) {
      const params = { key: position.key, value: String(item.value) };
      mistakes.push(diagnose("settings.repeated", "error", params, position.placeOf(item)));
    }
    seen.add(item.value);
    return mistakes;
  });
}

function checkScalar(value: unknown, rule: Schema, position: Position): Diagnostic[] {
  const { key, placeOf, at } = position;
  const place = placeOf(at);
  if (typeof value === "number") {
    if (rule.type === "integer") {
      const { minimum = -Infinity } = rule;
      const isCount = Number.isInteger(value) && value >= minimum;
      return isCount ? [] : [diagnose("settings.not-count", "error", { key, value, minimum }, place)];
    }
    const isWithin = value > (rule.exclusiveMinimum ?? -Infinity) && value <= (rule.maximum ?? Infinity);
    return isWithin ? [] : [diagnose("settings.out-of-range", "error", { key, value }, place)];
  }
  if (typeof value !== "string") return [];
  if (rule.enum) return rule.enum.includes(value) ? [] : [wrongValue(value, rule.enum, position)];
  if (rule.format === "date" && !isDay(value))
    return [diagnose("settings.bad-date", "error", { value }, place)];
  if (value.length < (rule.minLength ?? 0)) return [diagnose("settings.empty-text", "error", { key }, place)];
  if (rule.pattern !== undefined && !new RegExp(rule.pattern, "u").test(value)) {
    const example = rule.examples?.join(", ") ?? "";
    return [diagnose("settings.bad-id", "error", { value, example }, place)];
  }
  return [];
}

function wrongValue(value: string, allowed: readonly string[], { key, placeOf, at }: Position): Diagnostic {
  const params = {
    key,
    value,
    allowed: allowed.map(asTyped).join(", "),
    nearest: asTyped(nearest(value, allowed)),
  };
  return diagnose("settings.wrong-value", "error", params, placeOf(at));
}

/** `quorum: 0.75` alone is not a value in YAML. */
function asTyped(value: string): string {
  return value.includes(": ") ? `{${value}}` : value;
}
