import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DiagnosedError } from "../../src/kernel/diagnostic.ts";
import { identityKinds, type VaultContents } from "../../src/vault/contents.ts";
import { addTable, decodeTable, formatTable } from "../../src/vault/csv.ts";
import { addIdentity, tidy } from "../../src/vault/edit.ts";
import { emptyContents } from "../../src/vault/parse-contents.ts";
import { VAULT_ID } from "./vaults.ts";

const empty = emptyContents(VAULT_ID);

function read(text: string, contents: VaultContents = empty): VaultContents {
  return addTable(contents, { text, file: "noms.csv", isPerson: (id) => id === "P01" });
}

function problems(text: string): string[] {
  try {
    read(text);
    return [];
  } catch (error) {
    if (!(error instanceof DiagnosedError)) return [error instanceof Error ? error.message : ""];
    return error.diagnostics.map(({ code, place }) => `${String(place?.line ?? 0)} ${code}`);
  }
}

const zoe = { id: "i001", kind: "person", names: ["Zoé Lénôtre"], replacement: "Lila" };

describe("a table of names", () => {
  it.each([
    ["commas", "name,replacement\nZoé Lénôtre,Lila\n"],
    ["semicolons and French titles", "Nom ; Remplacement\r\nZoé Lénôtre ; Lila\r\n"],
    ["tabs", "pseudonyme\tvrai nom\nLila\tZoé Lénôtre"],
    ["a byte-order mark and blank lines", "\uFEFFNOM;REMPLACEMENT;remarque\n\n;;\nZoé Lénôtre;Lila;rien\n\n"],
    ["old line ends", "nom;remplacement\rZoé Lénôtre;Lila\r"],
  ])("is read with %s", (_, text) => {
    expect(read(text).identities).toEqual([zoe]);
  });

  it.each([
    ["UTF-8", Buffer.from("nom;remplacement\nZoé Lénôtre;Lila")],
    ["Windows-1252", Buffer.from("nom;remplacement\nZoé Lénôtre;Lila", "latin1")],
    ["UTF-16", Buffer.from("\uFEFFnom;remplacement\nZoé Lénôtre;Lila", "utf16le")],
  ])("is read in %s", (_, bytes) => {
    expect(read(decodeTable(bytes)).identities).toEqual([zoe]);
  });

  it("takes kinds, participants and aliases as people write them", () => {
    const text =
      'nom;remplacement;type;participant;alias\nZoé;Lila;Personne;p01;"Zo; Z. L. "\nLille;une ville;Ville;;\n';
    expect(read(text).identities).toEqual([
      { id: "i001", kind: "person", names: ["Zoé", "Zo", "Z. L."], replacement: "Lila", participant: "P01" },
      { id: "i002", kind: "place", names: ["Lille"], replacement: "une ville" },
    ]);
  });

  it("is refused whole, each bad line said where it begins", () => {
    const text =
      'nom,remplacement,type,participant\n"Jo\nAna",,,\nLille,une ville,planète,\nMia,Zoé,,P77\n,X,,\nZoé,Sam,,\nBo,zoe,,\n';
    expect(problems(text)).toEqual([
      "2 vault.empty-replacement",
      "4 vault.unknown-kind",
      "5 vault.unknown-participant",
      "6 vault.empty-name",
      "7 vault.name-is-replacement",
      "8 vault.replacement-is-name",
    ]);
  });

  it("is refused without its columns, or with broken quotes", () => {
    for (const text of ["", "nom\nZoé", "Zoé,Lila\n"]) expect(problems(text)).toEqual(["vault.no-column"]);
    expect(problems('nom,remplacement\n"Zoé,Lila\nJo,Sam\n')).toEqual(["vault.broken-table"]);
  });

  it("holds a spreadsheet’s formula as text only", () => {
    const contents = addIdentity(empty, { names: ["=1+1", "@Zoé"], replacement: "-Lila" });
    const text = formatTable(contents, "fr");
    expect(text).toContain("'=1+1;'-Lila;personne;;'@Zoé");
    expect(read(text)).toEqual(contents);
  });

  it("keeps an alias with a semicolon whole, on a row of its own", () => {
    const names = ["Zoé Lénôtre", "Zo", "la grande ; du 3", "Z. L."] as const;
    const contents = addIdentity(empty, { names, replacement: "Lila" });
    const text = formatTable(contents, "fr");
    expect(text.split("\r\n").slice(1, 3)).toEqual([
      "Zoé Lénôtre;Lila;personne;;Zo",
      '"la grande ; du 3";Lila;personne;;Z. L.',
    ]);
    expect(read(text)).toEqual(contents);
  });

  it("is read back as it was written, in either language", () => {
    const language = fc.constantFrom("fr" as const, "en" as const);
    const start = fc.constantFrom("n", "; n", "n;", '"n', '"n"; ', "n,", "=n", "'=n", "'n", "-n", "+n", "@n");
    const word = fc
      .tuple(start, fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }))
      .map(([first, rest]) => `${first}${tidy(rest)}`);
    const row = fc.tuple(word, word, fc.array(word, { maxLength: 4 }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), language, (rows, written) => {
        const contents: VaultContents = {
          ...empty,
          identities: rows.map(([name, replacement, aliases], index) => ({
            id: `i00${String(index + 1)}`,
            kind: identityKinds[index % identityKinds.length] ?? "person",
            names: [
              `${name} ${String(index)}a`,
              ...aliases.map((alias, place) => `${alias} ${String(index)}b${String(place)}`),
            ],
            replacement: `${replacement} ${String(index)}c`,
          })),
        };
        expect(read(formatTable(contents, written))).toEqual(contents);
      }),
      { numRuns: 200 },
    );
  });

  it("of thousands of names is read in one go", () => {
    const lines = Array.from({ length: 5000 }, (_, index) => `Nom${String(index)}x;Autre${String(index)}y`);
    expect(read(`nom;remplacement\n${lines.join("\n")}`).identities.length).toBe(5000);
  });
});
