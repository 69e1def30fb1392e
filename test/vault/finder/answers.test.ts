// Doubtful names once answered, and the forms a leak is looked for under.
import { describe, expect, it } from "vitest";
import type { Answer, Identity } from "../../../src/vault/contents.ts";
import { coarseForms } from "../../../src/vault/finder/coarse-forms.ts";
import { contextOf, farContextOf } from "../../../src/vault/finder/context.ts";
import { makeFinder } from "../../../src/vault/finder/make-finder.ts";
import { replaceNames } from "../../../src/vault/finder/replace-names.ts";

const rose: Identity = { id: "i001", kind: "person", names: ["Rose Martin"], replacement: "Inès" };
const other: Identity = { id: "i002", kind: "person", names: ["Rose Durand", "RD"], replacement: "Nadia" };

function answered(text: string, at: number, answer: Omit<Answer, "form" | "context">): Answer {
  const doubt = makeFinder({ identities: [rose], answers: [] }).find(text)[at];
  if (doubt === undefined) throw new Error("nothing doubtful there");
  return { ...answer, form: doubt.form, context: contextOf(text, doubt) };
}

describe("an answer about one place", () => {
  const text = "La petite rose est là. Une autre rose pousse au jardin.";

  it("settles that one, and is known again in whatever lines and capitals", () => {
    const answers = [answered(text, 0, { says: "name" }), answered(text, 1, { says: "word" })];
    const finder = makeFinder({ identities: [rose], answers });
    expect(replaceNames(text, finder)).toMatchObject({
      text: "La petite Inès est là. Une autre rose pousse au jardin.",
      doubts: [],
    });
    expect(replaceNames(text.replaceAll(" ", "\n").toUpperCase().toLowerCase(), finder).doubts).toEqual([]);
    expect(replaceNames("Cette rose est là", finder).doubts).toHaveLength(1);
  });

  it("goes before one about the form", () => {
    const answers: Answer[] = [answered(text, 0, { says: "name" }), { form: "rose", says: "word" }];
    const finder = makeFinder({ identities: [rose], answers });
    expect(replaceNames(text, finder).text).toBe("La petite Inès est là. Une autre rose pousse au jardin.");
  });

  it("says whose a name is that two bear", () => {
    const said = "hier Rose est venue avec les enfants voir la maison du quai";
    const ask = makeFinder({ identities: [rose, other], answers: [] });
    const [doubt] = ask.find(said);
    expect(doubt).toMatchObject({ isCertain: false, identities: [rose, other], form: "Rose" });
    const context = farContextOf(said, { start: 5, end: 9 });
    if (context === undefined) throw new Error("too few words around");
    const answers: Answer[] = [{ form: "Rose", says: "name", identity: "i002", context }];
    const finder = makeFinder({ identities: [rose, other], answers });
    expect(replaceNames(said, finder).text).toBe(
      "hier Nadia est venue avec les enfants voir la maison du quai",
    );
    expect(replaceNames("demain Rose part", finder).doubts).toHaveLength(1);
    const near: Answer = { form: "Rose", says: "name", identity: "i002", context: "hier·est venue avec" };
    expect(
      replaceNames(said, makeFinder({ identities: [rose, other], answers: [near] })).doubts,
    ).toHaveLength(1);
  });

  it("leaves a name that two bear where nobody is asked, and no other at a place that looks the same", () => {
    const answers: Answer[] = [{ form: "Rose", says: "word", context: "avec·" }];
    const finder = makeFinder({ identities: [rose, other], answers });
    expect(finder.find("avec Rose")).toEqual([]);
    expect(finder.find("avec Rose", new Map())).toMatchObject([{ isCertain: false, canBeWord: false }]);
  });

  it("is the same whatever the apostrophe", () => {
    const chant: Identity = { id: "i003", kind: "person", names: ["L'Orme"], replacement: "Inès" };
    const finder = makeFinder({ identities: [chant], answers: [{ form: "l’orme", says: "word" }] });
    expect(finder.find("sous l'orme, sous l’orme")).toEqual([]);
    expect(makeFinder({ identities: [chant], answers: [] }).find("sous l'orme")).toHaveLength(1);
  });

  it("is kept under three folded words each side", () => {
    expect(contextOf("Un, deux, trois, QUATRE rose à l’été", { start: 24, end: 28 })).toBe(
      "deux trois quatre·a l ete",
    );
    expect(contextOf("rose", { start: 0, end: 4 })).toBe("·");
  });

  it("about someone no longer in the vault settles nothing", () => {
    const answers: Answer[] = [{ form: "rose", says: "name", identity: "i009" }];
    const finder = makeFinder({ identities: [rose, other], answers });
    expect(finder.find("une rose")).toMatchObject([{ isCertain: false }]);
  });
});

it("counts who was replaced", () => {
  const finder = makeFinder({ identities: [rose, other], answers: [] });
  expect(replaceNames("Rose Martin, Rose Durand, RD, M. Martin, R.D.", finder).replaced).toEqual([
    { identity: rose, count: 2 },
    { identity: other, count: 3 },
  ]);
});

describe("the letters a leak is looked for under", () => {
  const forms = (identity: Omit<Identity, "id" | "replacement">): Record<string, string> =>
    Object.fromEntries(
      coarseForms({ ...identity, id: "i001", replacement: "X" }).map(({ letters, as }) => [letters, as]),
    );

  it("are those of the full name both ways, and of its parts", () => {
    expect(forms({ kind: "person", names: ["Sophie Durand"] })).toEqual({
      sophiedurand: "anywhere",
      durandsophie: "anywhere",
      durand: "word",
      sdurand: "word",
      sophie: "word",
    });
  });

  it("are no alarm by themselves where they are ordinary words", () => {
    expect(forms({ kind: "person", names: ["Rose Petit", "Ro"] })).toEqual({
      petit: "ordinary",
      petitrose: "ordinary",
      rose: "ordinary",
      rosepetit: "ordinary",
      rpetit: "word",
    });
    expect(forms({ kind: "site", names: ["La Castellane"] })).toEqual({ castellane: "word" });
  });
});
