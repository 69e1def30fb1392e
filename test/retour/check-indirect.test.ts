// What tells who speaks without a name: found per section, as information, and without flooding.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { temporaryFolder, testWorld } from "../world.ts";

const settings = (more: string): string => `title: Étude
vault: none
consent: elsewhere
${more}
groups:
  - { id: g1, title: Groupe }
participants:
  - { id: P01, group: g1, pseudonym: Karima, description: éducatrice, organisation: le service de nuit }
  - { id: P02, group: g1, pseudonym: Yanis, description: gardien }
  - { id: P03, group: g1, pseudonym: Sonia, description: éducatrice }
  - { id: P04, group: g1, pseudonym: Marc, description: éducatrice }
sessions:
  - { id: s01, date: 2026-01-15, group: g1, present: [P01, P02] }
`;

const speech = `Karima : quand j’étais enceinte j’y allais quand même.

Yanis : moi je passe mon chemin, et puis je reviens, je suis la seule personne du hall.

Sonia : la nuit on a peur.
`;

interface Found {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
}

/** What check finds when the section’s analysis says these words. */
async function found(
  analysis: string,
  more = "attribution: pseudonym",
): Promise<{ exit: number; diagnostics: Found[] }> {
  const root = temporaryFolder();
  const run = async (...argv: string[]): Promise<{ exit: number; out: string }> => {
    const world = testWorld({ cwd: root });
    return { exit: await main(argv, world), out: world.out() };
  };
  writeFileSync(join(root, "retour.yaml"), settings(more));
  writeFileSync(join(root, "s01.txt"), speech);
  await run("import", "s01.txt", "--session", "s01");
  await run("themes", "add", "peur", "--title", "La peur");
  await run("code", "s01.1-3", "peur");
  await run("build");
  const document = join(root, "retours/g1.md");
  writeFileSync(
    document,
    readFileSync(document, "utf8").replace("### Analyse\n", () => `### Analyse\n\n${analysis}\n`),
  );
  const { exit, out } = await run("check", "--json");
  const { diagnostics } = JSON.parse(out) as { diagnostics: Found[] };
  return { exit, diagnostics: diagnostics.filter(({ code }) => code.startsWith("identity.")) };
}

const codes = ({ diagnostics }: { diagnostics: Found[] }): string[] => diagnostics.map(({ code }) => code);

describe("check, of what tells who speaks", () => {
  it("says that a function and a day together fit one person, as information alone", async () => {
    const result = await found("Le 15 janvier, une éducatrice a pleuré.");
    expect(result.exit).toBe(0);
    expect(codes(result)).toContain("identity.indirect");
    expect(result.diagnostics.every(({ severity }) => severity === "info")).toBe(true);
  });

  it.each([
    ["a function alone, that three people have", "Une éducatrice a pleuré."],
    ["a day alone", "Le 15 janvier, quelqu’un a pleuré."],
    ["clues that stand in two paragraphs", "Le 15 janvier, on a pleuré.\n\nUne éducatrice est venue."],
    ["clues that fit nobody", "Le 16 mars, une éducatrice du service."],
  ])("says nothing of %s", async (_, analysis) => {
    expect(codes(await found(analysis))).not.toContain("identity.indirect");
  });

  it("counts the quotes that tell a trait few people of the study have said, once a section, without its words", async () => {
    const { diagnostics } = await found("Rien.");
    const traits = diagnostics.filter(({ code }) => code === "identity.trait");
    expect(traits).toHaveLength(1);
    expect(traits[0]?.message).toContain("2 citations");
    expect(JSON.stringify(diagnostics)).not.toContain("enceinte");
  });

  it("says that words in the first person with a day may be recognised", async () => {
    const quote = "> quand j’étais enceinte […] le 3 mars\n>\n> — Karima (s01.1)";
    expect(codes(await found(quote))).toContain("identity.recognisable");
  });

  it("says nothing of a group smaller than the number: there everyone knows who speaks", async () => {
    expect(codes(await found("Le 15 janvier, une éducatrice a pleuré.", "indistinct: 5"))).toEqual([]);
  });

  it("says once that descriptions fit one person alone, where quotes are shown under them", async () => {
    const under = codes(await found("Rien.", "attribution: description"));
    expect(under.filter((code) => code === "identity.described")).toHaveLength(1);
    expect(codes(await found("Rien."))).not.toContain("identity.described");
  });
});
