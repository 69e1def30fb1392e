// Our reading of JSON Schema on small schemas: where a schema says nothing, all is well.
import { describe, expect, it } from "vitest";
import { checkShape, type Schema } from "../../src/study/shape.ts";
import { readYaml } from "../../src/study/yaml.ts";

function said(schema: Schema, text: string): [string, object][] {
  const { root, placeOf } = readYaml(text, "f");
  return checkShape(root, schema, placeOf).map(({ code, params }) => [code, params]);
}

describe("a schema", () => {
  it("without more than a type accepts any value of that type", () => {
    expect(said({ type: "object" }, "{}")).toEqual([]);
    expect(said({ type: "array" }, "[1, a, {b: c}, 1]")).toEqual([]);
    expect(said({ type: "number" }, "-12.5")).toEqual([]);
    expect(said({ type: "integer" }, "-12")).toEqual([]);
    expect(said({ type: "string" }, '""')).toEqual([]);
    expect(said({ type: "null" }, "~")).toEqual([]);
    expect(said({}, "un texte")).toEqual([]);
    expect(said({ $ref: "#/$defs/absent" }, "un texte")).toEqual([]);
  });

  it("without properties knows no key", () => {
    expect(said({ type: "object" }, "a: b")).toEqual([
      ["settings.unknown-key", { key: "a", nearest: "", known: "" }],
    ]);
  });

  it("whose pattern has no example gives none", () => {
    expect(said({ type: "string", pattern: "^a$" }, "b")).toEqual([
      ["settings.bad-id", { value: "b", example: "" }],
    ]);
  });

  it("with forms of one kind but no examples says only the values it lists", () => {
    const schema = { anyOf: [{ enum: ["a"] }, { type: "string", pattern: "^b" }] };
    expect(said(schema, "c")).toEqual([
      ["settings.wrong-value", { key: "", value: "c", allowed: "a", nearest: "" }],
    ]);
  });

  it("says which item of a list is which, and which is there twice", () => {
    const schema = { type: "array", items: { enum: ["a", "b"] }, uniqueItems: true };
    expect(said(schema, "[a, c, a, [a], {}, {}]").map(([code]) => code)).toEqual([
      "settings.wrong-value",
      "settings.repeated",
      "settings.wrong-type",
      "settings.wrong-type",
      "settings.wrong-type",
    ]);
  });

  it("knows a type of JSON Schema that people have no word for by its own name", () => {
    expect(said({ type: "duration" }, "1")).toEqual([
      ["settings.wrong-type", { key: "", expected: "duration", found: "number" }],
    ]);
  });
});
