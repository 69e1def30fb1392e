// Telephone numbers, dates and addresses that a person had replaced: found whole, never by their pieces.
import { describe, expect, it } from "vitest";
import type { Identity } from "../../../src/vault/contents.ts";
import { makeFinder } from "../../../src/vault/finder/make-finder.ts";
import { replaceNames } from "../../../src/vault/finder/replace-names.ts";
import { namesOf } from "../../../src/vault/scan/names-of.ts";
import { scanFiles } from "../../../src/vault/scan/scan.ts";

const identities: Identity[] = [
  { id: "i001", kind: "person", names: ["06 12 34 56 78"], replacement: "[téléphone]" },
  { id: "i002", kind: "person", names: ["né le 3 mars 1987"], replacement: "[date de naissance]" },
  { id: "i003", kind: "person", names: ["lea.roux12@exemple.fr"], replacement: "[courriel]" },
  { id: "i004", kind: "person", names: ["+33 (0)6 98 76"], replacement: "[autre]" },
  { id: "i005", kind: "place", names: ["12 rue des Lilas"], replacement: "[adresse]" },
  { id: "i006", kind: "person", names: ["anne.roux@exemple.fr"], replacement: "[adresse d’Anne]" },
];

describe("a detail that is replaced", () => {
  const finder = makeFinder({ identities, answers: [] });

  it.each([
    ["au 06 12 34 56 78, le soir", "au [téléphone], le soir"],
    ["au 06.12.34.56.78", "au [téléphone]"],
    ["au 0612345678", "au [téléphone]"],
    ["au 06/12/34/56/78", "au [téléphone]"],
    ["au +33 (0)6 98 76", "au +[autre]"],
    ["elle habite 12, rue des Lilas", "elle habite [adresse]"],
    ["il écrit, anne.roux@exemple.fr", "il écrit, [adresse d’Anne]"],
    ["écris à lea.roux12@exemple.fr", "écris à [courriel]"],
    ["né le 3 mars 1987 à Lyon", "[date de naissance] à Lyon"],
  ])("%s", (text, replaced) => {
    expect(replaceNames(text, finder)).toMatchObject({ text: replaced, doubts: [] });
  });

  it.each(["à 12 ans, en mars", "le 06, le 78, en 1987", "né le 3 avril", "34 56"])(
    "leaves and does not ask about: %s",
    (text) => {
      expect(replaceNames(text, finder)).toMatchObject({ text, doubts: [] });
    },
  );

  it("does not stop what leaves for a figure, and does for the number", () => {
    const names = namesOf({ identities, answers: [] });
    const scan = (text: string): readonly unknown[] =>
      scanFiles(new Map([["page.html", Buffer.from(text)]]), { names, phrases: new Map() });
    expect(scan("<style>p { margin: 12px 34px; top: 06px }</style><p>en mars 1987</p>")).toEqual([]);
    expect(scan("<p>au 06 12 34 56 78</p>")).toHaveLength(1);
    expect(scan("<p>au 0612345678</p>")).toHaveLength(1);
  });
});
