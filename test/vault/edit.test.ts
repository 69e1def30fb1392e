import { describe, expect, it } from "vitest";
import type { Identity, VaultContents } from "../../src/vault/contents.ts";
import { addIdentity, ignoreWords, renameReplacement, tidy } from "../../src/vault/edit.ts";
import { emptyContents } from "../../src/vault/parse-contents.ts";
import { PROPOSED_BITS, proposePassphrase, words } from "../../src/vault/passphrase.ts";
import { VAULT_ID } from "./vaults.ts";

const empty = emptyContents(VAULT_ID);
const sophie = addIdentity(empty, { names: ["Sophie Durand", "Fifi"], replacement: "Karima" });
const two = addIdentity(sophie, { names: ["Lille"], replacement: "une ville", kind: "place" });

const namesIn = ({ identities }: VaultContents): (readonly string[])[] =>
  identities.map(({ names }) => names);

describe("adding an identity", () => {
  it("gives it an id that no other has", () => {
    expect(two.identities.map(({ id }) => id)).toEqual(["i001", "i002"]);
    const without = { ...two, identities: two.identities.slice(1) };
    expect(addIdentity(without, { names: ["Zoé"], replacement: "Lila" }).identities[1]?.id).toBe("i003");
  });

  it("adds names to the one of that replacement, each once", () => {
    const more = addIdentity(two, { names: ["Fifi", " S.  Durand ", "S. Durand"], replacement: "KARIMA" });
    expect(namesIn(more)).toEqual([["Sophie Durand", "Fifi", "S. Durand"], ["Lille"]]);
  });

  it("lets two people bear one name", () => {
    const other = addIdentity(two, { names: ["Sophie Benali"], replacement: "Rita" });
    expect(namesIn(other)).toEqual([["Sophie Durand", "Fifi"], ["Lille"], ["Sophie Benali"]]);
  });

  it("keeps a name on one line", () => {
    expect(tidy(" Anne\n-\u0000 Marie\u200B  Du\u00A0Pont ")).toBe("Anne - Marie Du Pont");
  });

  it.each([
    ["Malik Benali", "Sophie", "vault.replacement-is-name"],
    ["Malik Benali", "Mme DURAND", "vault.replacement-is-name"],
    ["Malik Benali", "fifi", "vault.replacement-is-name"],
    ["Malik Benali", "malik", "vault.replacement-is-name"],
    ["Malik Benali", "Sophie Durand", "vault.replacement-is-name"],
    ["Malik Benali", "une rue de Lille", "vault.replacement-is-name"],
    ["Élise Müller", "Elise", "vault.replacement-is-name"],
    ["Karima Benali", "Samira", "vault.name-is-replacement"],
    ["karima", "Samira", "vault.name-is-replacement"],
    ["Malik", "Karima", "joined"],
    ["Jean de La Tour", "la voisine", "added"],
    ["Marc Ville", "Paul", "vault.name-is-replacement"],
    ["…", "Samira", "vault.empty-name"],
    ["", "Samira", "vault.empty-name"],
    ["Malik", " ", "vault.empty-replacement"],
    ["Malik", "—", "vault.empty-replacement"],
  ])("%s as %s: %s", (name, replacement, expected) => {
    const add = (): VaultContents => addIdentity(two, { names: [name], replacement });
    if (expected === "joined") expect(add().identities.length).toBe(2);
    else if (expected === "added") expect(add().identities.length).toBe(3);
    else expect(add).toThrow(expected);
  });

  it("never makes one of two: another kind, another participant", () => {
    const known: Identity = { id: "i001", kind: "person", names: ["Zoé"], replacement: "Lila" };
    const contents: VaultContents = { ...empty, identities: [known] };
    expect(() => addIdentity(contents, { names: ["X"], replacement: "lila", kind: "site" })).toThrow(
      "vault.replacement-taken",
    );
    const named = addIdentity(contents, { names: ["X"], replacement: "Lila", participant: "P01" as never });
    expect(named.identities).toEqual([{ ...known, names: ["Zoé", "X"], participant: "P01" }]);
    expect(() =>
      addIdentity(named, { names: ["Y"], replacement: "Lila", participant: "P02" as never }),
    ).toThrow("vault.replacement-taken");
  });
});

describe("renaming", () => {
  it("changes what replaces, and nothing else", () => {
    const renamed = renameReplacement(two, "karima", "  Samia ");
    expect(renamed.identities.map(({ replacement }) => replacement)).toEqual(["Samia", "une ville"]);
    expect(namesIn(renamed)).toEqual(namesIn(two));
  });

  it.each([
    ["Samia", "Rita", "vault.unknown-replacement"],
    ["Karima", "Une ville", "vault.replacement-taken"],
    ["une ville", "Sophie", "vault.replacement-is-name"],
    ["Karima", "Fifi", "vault.replacement-is-name"],
    ["une ville", "…", "vault.empty-replacement"],
  ])("refuses %s → %s: %s", (former, given, code) => {
    expect(() => renameReplacement(two, former, given)).toThrow(code);
  });
});

describe("ignoring words", () => {
  it("says each once, and of no name as the vault has it", () => {
    const once = ignoreWords(two, ["rose", " rose ", ""]);
    expect(once.answers).toEqual([{ form: "rose", says: "word" }]);
    expect(ignoreWords(once, ["rose"])).toBe(once);
    for (const word of ["Sophie", "Durand", "Sophie Durand", "Lille"])
      expect(() => ignoreWords(two, [word])).toThrow("vault.is-listed");
    expect(ignoreWords(two, ["sophie"]).answers.length).toBe(1);
  });

  it("is undone by adding the name", () => {
    const ignored = ignoreWords(two, ["rose", "Molière"]);
    expect(addIdentity(ignored, { names: ["Rose"], replacement: "Lila" }).answers).toEqual([
      { form: "Molière", says: "word" },
    ]);
  });
});

describe("a proposed passphrase", () => {
  it("has six words, each drawn from enough plain ones", () => {
    expect(new Set(words).size).toBe(words.length);
    expect(words.filter((word) => !/^[a-z]{3,11}$/.test(word))).toEqual([]);
    expect(PROPOSED_BITS).toBeGreaterThanOrEqual(54);
    expect(2 ** (PROPOSED_BITS / 6)).toBeLessThanOrEqual(words.length);
    const drawn = Array.from({ length: 50 }, proposePassphrase);
    expect(new Set(drawn).size).toBe(50);
    for (const each of drawn) {
      expect(each.split(" ").filter((word) => words.includes(word)).length).toBe(6);
      expect(each.length).toBeGreaterThanOrEqual(14);
    }
  });
});
