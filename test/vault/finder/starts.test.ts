// Nothing that a name is found by is passed over where texts are looked through quickly.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Identity } from "../../../src/vault/contents.ts";
import { atomsOf, kindAt, kindOf } from "../../../src/vault/finder/atoms.ts";
import { sceneOf } from "../../../src/vault/finder/certainty.ts";
import { formsOf } from "../../../src/vault/finder/name-forms.ts";
import { startsOf } from "../../../src/vault/finder/name-starts.ts";
import { namesAt, treeOf } from "../../../src/vault/finder/name-tree.ts";

const names = [
  ...[
    "Sophie Durand",
    "Œdipe Élo",
    "Anne-Marie de La Tour",
    "El Hadj Ben Ali",
    "Jean Le Goff",
    "D. U.",
    "SD",
  ],
  ...["Yé Ño", "Rose", "Zoé d’Aï", "Ali Ali", "Mo Lo", "K2", "R2D2 Åse", "la grande Sophie", "06 12 34"],
];
const identities = names.map((name, at): Identity => {
  return { id: `i${String(at)}`, kind: at % 5 === 4 ? "place" : "person", names: [name], replacement: "V" };
});
const tree = treeOf(identities.flatMap(formsOf));

const piece = fc.oneof(
  fc.constantFrom(...names.flatMap((name) => name.split(" "))),
  fc.constantFrom(...Array.from("aàâæbdDéEiïlLmnñoOœrsStuUyZ½²9ŉªµß")),
  fc.constantFrom(
    ...[" ", " ", " ", "-", "- ", "-\n", ".", ". ", "’", "**", "_", "\\", "@", "/", "\n", ", ", "–", "·"],
  ),
  fc.constantFrom("\u00AD", "\u200B", "\u0301", "\u0327", "\uFE0F", "\u2060"),
);
const texts = fc.array(piece, { maxLength: 24 }).chain((pieces) => {
  const text = pieces.join("");
  return fc.constantFrom(text, text.toUpperCase(), text.toLowerCase(), text.normalize("NFD"));
});

describe("where a name may begin", () => {
  it("is wherever one is found", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const scene = sceneOf(text, atomsOf(text));
        const ground = { ...scene, isMiddleName: () => true };
        const starts = startsOf(text, tree) ?? scene.atoms.map(({ start }) => start);
        const found = scene.atoms.filter((_, from) => namesAt(tree, ground, from).length > 0);
        expect(starts).toEqual(expect.arrayContaining(found.map(({ start }) => start)));
        const all = scene.atoms.map(({ start }) => start);
        expect(all).toEqual(expect.arrayContaining([...starts]));
        expect([...starts]).toEqual([...new Set(starts)].sort((a, b) => a - b));
      }),
      { numRuns: 5_000 },
    );
  });

  it("is nowhere in words that no name begins with, and anywhere in other letters", () => {
    expect(startsOf("Il y a des gens qui en parlent, peut-être. L’été, c’est-à-dire…", tree)).toEqual([]);
    expect(startsOf("Софи Durand", tree)).toBeUndefined();
  });
});

it("tells the kinds of characters as Unicode does", () => {
  for (let code = 0; code < 0x3000; code += 1)
    expect([code, kindAt(code)]).toEqual([code, kindOf(String.fromCharCode(code))]);
});

describe("the most usual names", () => {
  const word = fc.constantFrom(
    "Sophie",
    "Durand",
    "Œdipe",
    "Élo",
    "El",
    "Me",
    "Le",
    "Mo",
    "Marie",
    "Ali",
    "Éali",
    "McAdam",
  );

  it("have the forms that all names have", () => {
    fc.assert(
      fc.property(word, word, (given, surname) => {
        const name = `${given} ${surname}`;
        const identity: Identity = { id: "i001", kind: "person", names: [name], replacement: "V" };
        // With its name listed twice it goes the longer way.
        const twice: Identity = { ...identity, names: [name, name] };
        expect(formsOf(identity)).toEqual(formsOf(twice).map((form) => ({ ...form, identity })));
      }),
      { numRuns: 400 },
    );
  });
});
