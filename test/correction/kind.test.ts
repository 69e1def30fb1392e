// The kind a correction is proposed with, or is said to be.
import { describe, expect, it } from "vitest";
import type { Kind } from "../../src/correction/correction.ts";
import { kindOf, kindOfRemark } from "../../src/correction/kind.ts";

const nothing = { start: 0, end: 0, before: "", after: "" };
const replacing = (before: string, after: string) => ({ start: 0, end: before.length, before, after });

describe("a kind that the person names", () => {
  it.each<[string, Kind, string]>([
    ["nuance : pas toujours", "nuance", "pas toujours"],
    ["Nuance: pas toujours", "nuance", "pas toujours"],
    ["MINEUR : une faute", "minor", "une faute"],
    ["majeure\u00A0: ce n’est pas vrai", "major", "ce n’est pas vrai"],
    ["désaccord\u202F: il y en a qui gagnent", "disagreement", "il y en a qui gagnent"],
    ["de\u0301saccord : non", "disagreement", "non"],
    ["ajout : la porte reste ouverte", "addition", "la porte reste ouverte"],
    ["retrait : je ne veux plus", "withdrawal", "je ne veux plus"],
    ["à garder : c’est le cœur", "strength", "c’est le cœur"],
    ["disagreement: no", "disagreement", "no"],
    ["withdrawal: mine", "withdrawal", "mine"],
    ["keep: yes", "strength", "yes"],
    ["nuance :", "nuance", "nuance :"],
  ])("is taken as said: %s", (comment, kind, rest) => {
    expect(kindOf(nothing, comment, [])).toEqual({ kind, isProposed: false, comment: rest });
  });

  it("is only the word before the colon, when it is one of the kinds", () => {
    const said = "par exemple : la nuance compte";
    expect(kindOf(nothing, said, [])).toEqual({ kind: "nuance", isProposed: true, comment: said });
  });
});

describe("a kind that is proposed", () => {
  it.each<[string, Kind]>([
    ["je ne suis pas d’accord", "disagreement"],
    ["pas du tout d'accord avec ça", "disagreement"],
    ["I do not agree", "disagreement"],
    ["we disagree", "disagreement"],
    ["très juste", "strength"],
    ["à garder absolument", "strength"],
    ["c’est exactement ça", "strength"],
    ["this is exactly right", "strength"],
    ["c’est juste que la nuit c’est pire", "nuance"],
    ["et le dimanche ?", "nuance"],
    ["", "nuance"],
  ])("for a remark: %s", (comment, kind) => {
    expect(kindOfRemark(comment)).toBe(kind);
    expect(kindOf(replacing("peur", "peur"), comment, [])).toMatchObject({ kind, isProposed: true });
  });

  it.each<[string, string, string, Kind]>([
    ["a word for another", "peur", "crainte", "minor"],
    ["three words for two", "la peur", "une grande crainte", "minor"],
    ["four words", "une peur", "une très grande crainte", "major"],
    ["words taken out", "une peur ordinaire et longue", "", "major"],
    ["one word taken out", " ordinaire", "", "minor"],
    ["a sentence put in", "", " La porte reste ouverte.", "addition"],
    ["a short sentence put in", "", " Jamais.", "addition"],
    ["a sentence that ends with a quote", "", " Il a dit « non, pas moi. »", "addition"],
    ["an item put in", "", "\n- la cour", "addition"],
    ["a word put in", "", " très", "minor"],
    ["half a sentence that says less", "", ", mais pas toujours et pas partout", "nuance"],
    ["half a sentence put in", "", ", comme dans le hall et dans la cour", "major"],
    ["only marks", "*", "**", "typo"],
    ["an accent", "etait", "était", "typo"],
    ["an agreement", "les jeunes partent", "les jeune partent", "typo"],
    ["a doubled letter", "Pierette", "Pierrette", "typo"],
    ["letters in another order", "travial", "travail", "typo"],
    ["a capital and a comma", "le groupe dit", "Le groupe, dit", "typo"],
    ["a word that is another", "peut", "peur", "minor"],
    ["a short word", "ces", "ses", "minor"],
    ["another number", "12 ans", "13 ans", "minor"],
    ["a question made of a statement", ".", "?", "minor"],
    ["a negation", "", " pas", "major"],
    ["a negation that goes", "jamais ", "", "major"],
    ["a hedge", "toujours", "souvent", "nuance"],
    ["a hedge put in", "", " la nuit, parfois", "nuance"],
    ["half the people", "Les jeunes", "Certains jeunes", "nuance"],
  ])("for a change: %s", (_, before, after, kind) => {
    expect(kindOf(replacing(before, after), "", [])).toMatchObject({ kind, isProposed: true });
  });

  it("does not depend on the typography of a disagreement", () => {
    expect(kindOf(replacing("peur", "honte"), "pas d'accord", [])).toMatchObject({ kind: "minor" });
  });
});

describe("one’s own words", () => {
  const text =
    "Avant. « On a peur le soir » (s01.2). Après, beaucoup d’autres mots que les siens, encore et encore.";
  const own = [{ start: text.indexOf("On a"), end: text.indexOf(" »") }];
  const taking = (from: string, to: string, after = "") => {
    const start = text.indexOf(from);
    const end = text.indexOf(to) + to.length;
    return kindOf({ start, end, before: text.slice(start, end), after }, "", own).kind;
  };

  it("taken out are a withdrawal", () => {
    expect(taking("On a", "soir")).toBe("withdrawal");
    expect(taking("«", "(s01.2)")).toBe("withdrawal");
    expect(taking("On a", "soir", "[…]")).toBe("withdrawal");
    expect(taking("On a", "soir", "[propos retirés]")).toBe("withdrawal");
  });

  it("changed, cut, or gone with much else are not", () => {
    expect(taking("On a", "soir", "On a moins peur le soir que la nuit")).toBe("major");
    expect(taking("a peur", "soir")).toBe("major");
    expect(taking("Avant", "encore.")).toBe("major");
  });
});
