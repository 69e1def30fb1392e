// What `diff` prints in terminals of several widths.
import { beforeAll, describe, expect, it } from "vitest";
import { displayWidth, wrapLines } from "../../src/cli/report/wrap.ts";
import { sentStudy, type Loop } from "./study.ts";

let loop: Loop;

beforeAll(async () => {
  loop = await sentStudy();
  const back = (person: string, ...edits: [string, string][]): string => {
    let text = loop.read(`copies/r01/${person}.md`);
    for (const [from, to] of edits) {
      expect(text).toContain(from);
      text = text.replace(from, () => to);
    }
    loop.write(`back/r01-${person}.md`, text);
    return `back/r01-${person}.md`;
  };
  await loop.run([
    "receive",
    back("P01", ["ordinaire", "diffuse"], ["la nuit.", "la nuit. Une peur 静かな 👩‍👩‍👧 é\u001B[31m."]),
    back("P02", ["ordinaire", "diffuse"]),
    back("P03", ["ordinaire", "de tous les jours{>>nuance : le mot compte<<}"]),
  ]);
  await loop.run(["decide", "c001", "declined", "--reason", "le groupe tient à ce mot"]);
});

const diff = async (columns: number): Promise<string> =>
  (await loop.run(["diff"], { columns })).out.replaceAll(/[\u00A0\u202F]/g, "~");

describe("the comparison in a terminal", () => {
  it("is stacked in 60 columns", async () => {
    expect((await diff(60)).trimEnd().split("\n")).toEqual([
      "●~P01~·~Nadia ▲~P02~·~Marc ■~P03~·~Hélène",
      "[-…-]~: à enlever. {+…+}~: à mettre.",
      "",
      "La peur au travail (g1/peur)",
      "",
      "  … 5 phrases sans changement …",
      "",
      "  Analyse",
      "",
      "  Le groupe décrit une peur ordinaire.",
      "    ●~P01 c001 mineure, à confirmer",
      "    ▲~P02 c003 mineure, à confirmer",
      "      Le groupe décrit une peur [-ordinaire-]{+diffuse+}.",
      "      → c001 non suivie, par P09~: le groupe tient à ce mot",
      "    ■~P03 c004 nuance",
      "      Le groupe décrit une peur [-ordinaire-]{+de tous les",
      "      jours+}.",
      "      ■~{>>le mot compte<<}",
      "    = ●~P01 et ▲~P02 demandent la même chose",
      "    ≠ ▲~P02 et ■~P03 demandent des choses différentes des",
      "    mêmes mots",
      "",
      "  Elle dure toute la journée, parfois la nuit.",
      "",
      "  (rien à cet endroit)",
      "    ●~P01 c002 ajout, à confirmer",
      "      {+Une peur 静かな 👩‍👩‍👧 é.+}",
      "",
      "  Chacun fait avec ce qu’il a, et personne ne se plaint.",
      "",
      "  Accords et désaccords",
      "",
      "  Questions pour la prochaine séance",
    ]);
  });

  it("is stacked in 100 columns", async () => {
    expect((await diff(100)).trimEnd().split("\n")).toEqual([
      "●~P01~·~Nadia ▲~P02~·~Marc ■~P03~·~Hélène",
      "[-…-]~: à enlever. {+…+}~: à mettre.",
      "",
      "La peur au travail (g1/peur)",
      "",
      "  … 5 phrases sans changement …",
      "",
      "  Analyse",
      "",
      "  Le groupe décrit une peur ordinaire.",
      "    ●~P01 c001 mineure, à confirmer",
      "    ▲~P02 c003 mineure, à confirmer",
      "      Le groupe décrit une peur [-ordinaire-]{+diffuse+}.",
      "      → c001 non suivie, par P09~: le groupe tient à ce mot",
      "    ■~P03 c004 nuance",
      "      Le groupe décrit une peur [-ordinaire-]{+de tous les jours+}.",
      "      ■~{>>le mot compte<<}",
      "    = ●~P01 et ▲~P02 demandent la même chose",
      "    ≠ ▲~P02 et ■~P03 demandent des choses différentes des mêmes mots",
      "",
      "  Elle dure toute la journée, parfois la nuit.",
      "",
      "  (rien à cet endroit)",
      "    ●~P01 c002 ajout, à confirmer",
      "      {+Une peur 静かな 👩‍👩‍👧 é.+}",
      "",
      "  Chacun fait avec ce qu’il a, et personne ne se plaint.",
      "",
      "  Accords et désaccords",
      "",
      "  Questions pour la prochaine séance",
    ]);
  });

  it("is side by side in 140 columns", async () => {
    expect((await diff(140)).trimEnd().split("\n")).toEqual([
      "●~P01~·~Nadia ▲~P02~·~Marc ■~P03~·~Hélène",
      "[-…-]~: à enlever. {+…+}~: à mettre.",
      "",
      "La peur au travail (g1/peur)",
      "",
      "  … 5 phrases sans changement …",
      "",
      "  Analyse",
      "",
      "  Le groupe décrit une peur ordinaire.                               │ ●~P01 c001 mineure, à confirmer",
      "                                                                     │ ▲~P02 c003 mineure, à confirmer",
      "                                                                     │   Le groupe décrit une peur [-ordinaire-]{+diffuse+}.",
      "                                                                     │   → c001 non suivie, par P09~: le groupe tient à ce mot",
      "                                                                     │ ■~P03 c004 nuance",
      "                                                                     │   Le groupe décrit une peur [-ordinaire-]{+de tous les jours+}.",
      "                                                                     │   ■~{>>le mot compte<<}",
      "                                                                     │ = ●~P01 et ▲~P02 demandent la même chose",
      "                                                                     │ ≠ ▲~P02 et ■~P03 demandent des choses différentes des mêmes mots",
      "",
      "  Elle dure toute la journée, parfois la nuit.",
      "",
      "  (rien à cet endroit)                                               │ ●~P01 c002 ajout, à confirmer",
      "                                                                     │   {+Une peur 静かな 👩‍👩‍👧 é.+}",
      "",
      "  Chacun fait avec ce qu’il a, et personne ne se plaint.",
      "",
      "  Accords et désaccords",
      "",
      "  Questions pour la prochaine séance",
    ]);
  });

  it.each([30, 60, 100, 120, 140, 200])("is never wider than %i columns", async (columns) => {
    const { out } = await loop.run(["diff"], { columns });
    for (const line of out.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
    // eslint-disable-next-line no-control-regex -- what a terminal would obey
    expect(out).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/);
  });
});

describe("words on lines", () => {
  const plain = (text: string): string => text;
  const lines = (text: string, width: number): string[] =>
    wrapLines([{ text, style: plain }], width).map((line) => line.text);

  it("are measured as a terminal shows them", () => {
    expect(displayWidth("été")).toBe(3);
    expect(displayWidth("e\u0301te\u0301")).toBe(3);
    expect(displayWidth("静か")).toBe(4);
    expect(displayWidth("👩‍👩‍👧")).toBe(2);
    expect(displayWidth("🇫🇷 ▲")).toBe(4);
    expect(displayWidth("\u200B")).toBe(0);
  });

  it("are never cut at a space that does not break, and between letters only when they must be", () => {
    expect(lines("Et «\u00A0la peur\u00A0» ?", 10)).toEqual(["Et «\u00A0la", "peur\u00A0» ?"]);
    expect(lines("abcdefghij", 4)).toEqual(["abcd", "efgh", "ij"]);
    expect(lines("静かな夜", 5)).toEqual(["静か", "な夜"]);
  });

  it("keep marks with the words they follow", () => {
    const pieces = ["une ", "[-peur-]", "{+nuit+}", "."].map((text) => ({ text, style: plain }));
    expect(wrapLines(pieces, 21).map(({ text }) => text)).toEqual(["une [-peur-]{+nuit+}."]);
    expect(wrapLines(pieces, 20).map(({ text }) => text)).toEqual(["une", "[-peur-]{+nuit+}."]);
  });
});
