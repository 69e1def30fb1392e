// Another pseudonym for a person, written into retour.yaml with the rest of a transaction.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { asParticipantId, type ParticipantId } from "../../src/kernel/ids.ts";
import { openStudy } from "../../src/study/open.ts";
import { renameParticipant } from "../../src/study/rename.ts";
import { temporaryFolder, testWorld } from "../world.ts";

const settings =
  "\uFEFFtitle: T # le titre\r\ngroups: [{id: g1, title: A}]\r\nparticipants:\r\n  - {id: P01, group: g1, pseudonym: Nadia, description: D} # à revoir\r\n";

async function renamed(id: string, pseudonym: string, text = settings): Promise<string> {
  const folder = temporaryFolder();
  const file = join(folder, "retour.yaml");
  writeFileSync(file, text);
  const study = await openStudy(testWorld({ cwd: folder }), { forWriting: true });
  const person = asParticipantId(id) ?? (id as ParticipantId);
  try {
    await study.ledger.write((change) => {
      renameParticipant(study, change, person, pseudonym);
      return Promise.resolve();
    });
    return readFileSync(file, "utf8");
  } finally {
    await study.close();
  }
}

describe("another pseudonym", () => {
  it("takes the place of the first, in a file that otherwise stays byte for byte", async () => {
    expect(await renamed("P01", "Ana")).toBe(settings.replace("Nadia", "Ana"));
    expect(await renamed("P01", "Nadia")).toBe(settings);
  });

  it("is refused for somebody unknown, when it is empty, and where it cannot be written safely", async () => {
    await expect(renamed("P09", "Ana")).rejects.toMatchObject({
      code: "add.unknown-participant",
      params: { id: "P09", known: "P01" },
    });
    await expect(renamed("P01", "")).rejects.toMatchObject({ code: "add.empty" });
    const merged = settings.replace("pseudonym: Nadia", "? pseudonym : Nadia");
    expect(await renamed("P01", "Ana", merged)).toBe(merged.replace("Nadia", "Ana"));
  });
});
