// Short ways to say what a test starts from.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { asGroupId, asParticipantId, asThemeId, type ThemeId } from "../../src/kernel/ids.ts";
import type { Participant } from "../../src/study/settings.ts";

/** A value that the test knows is there. */
export function given<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("the test expected a value");
  return value;
}

export const theme = (id: string): ThemeId => given(asThemeId(id));

export function person(id: string, pseudonym: string): Participant {
  return {
    id: given(asParticipantId(id)),
    groups: [given(asGroupId("g1"))],
    role: id.startsWith("T") ? "tiers" : "participant",
    pseudonym,
    description: `description de ${pseudonym}`,
    organisation: undefined,
  };
}

/** Writes a study's settings and codebook into a folder. */
export function makeStudy(
  folder: string,
  sessions = ["s01", "s02"],
  capture = "recording",
  vault = "none",
): void {
  const listed = sessions.map(
    (id) =>
      `  - { id: ${id}, date: 2026-01-${id.slice(1)}, group: g1, present: [P01, P02, P03], capture: ${capture} }`,
  );
  writeFileSync(
    join(folder, "retour.yaml"),
    `title: Essai
vault: ${vault}
consent: elsewhere
groups:
  - { id: g1, title: Groupe }
participants:
  - { id: P01, group: g1, pseudonym: Nadia, description: éducatrice }
  - { id: P02, group: g1, pseudonym: Marc, description: gardien }
  - { id: P03, group: g1, pseudonym: Sonia, description: mère }
sessions:
${listed.join("\n")}
`,
  );
  writeFileSync(
    join(folder, "codebook.yaml"),
    `# les thèmes
themes:
  - id: peur
    title: La peur
    children:
      - id: peur-nuit # la nuit surtout
        title: La nuit
  - id: lien
    title: Le lien
    definition: ce qui tient
`,
  );
}
