// The cases of names in French words, written by hand (fixtures/names): what must be replaced and what not.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Answer, Identity } from "../../../src/vault/contents.ts";
import { makeFinder } from "../../../src/vault/finder/make-finder.ts";
import { replaceNames } from "../../../src/vault/finder/replace-names.ts";

interface Case {
  readonly in?: string;
  readonly out?: string;
  /** Nothing is replaced. */
  readonly same?: string;
  readonly doubts?: readonly string[];
  readonly who?: readonly string[];
  readonly answers?: readonly Answer[];
}

interface Group {
  readonly about: string;
  readonly who: readonly string[];
  readonly cases: readonly Case[];
}

const folder = new URL("../../../fixtures/names/", import.meta.url);
const read = (name: string): unknown => parse(readFileSync(new URL(name, folder), "utf8"));

const vault = Object.entries(read("vault.yaml") as Record<string, Omit<Identity, "id">>);
const groups = readdirSync(folder)
  .filter((name) => name !== "vault.yaml")
  .map((name) => read(name) as Group);

function known(who: readonly string[]): Identity[] {
  const identities = vault.filter(([id]) => who.includes(id)).map(([id, rest]) => ({ ...rest, id }));
  expect(identities).toHaveLength(who.length);
  return identities;
}

it("has at least 330 cases, none twice", () => {
  const all = groups.flatMap(({ cases, who, about }) =>
    cases.map((each) =>
      JSON.stringify([each.who ?? who, each.in ?? each.same, each.answers, about === "" ? 1 : 0]),
    ),
  );
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(330);
});

describe.each(groups)("$about", ({ who, cases }) => {
  it.each(cases.map((each) => [each.in ?? each.same ?? "", each] as const))("%j", (text, each) => {
    const finder = makeFinder({ identities: known(each.who ?? who), answers: each.answers ?? [] });
    const { text: out, doubts } = replaceNames(text, finder);
    expect(out).toBe(each.out ?? text);
    expect(doubts.map(({ start, end }) => text.slice(start, end))).toEqual(each.doubts ?? []);
  });
});
