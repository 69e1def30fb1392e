// Themes that a file names by their titles: found in the codebook, or added to it.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openStudy } from "../../src/study/open.ts";
import { readCodebook } from "../../src/theme/codebook.ts";
import { themesCalled } from "../../src/theme/themes-called.ts";
import { findings, start, type Scene } from "../transcript/scene.ts";

async function call(scene: Scene, ...titles: string[]): Promise<{ ids: object; added: readonly string[] }> {
  const study = await openStudy(scene.world, { forWriting: true });
  try {
    const { ids, added, write } = themesCalled(study, titles);
    await study.ledger.write(async (change) => {
      write(change);
    });
    return { ids: Object.fromEntries(ids), added };
  } finally {
    await study.close();
  }
}

describe("themes called by their titles", () => {
  it("are those of the codebook, by title or id, case and accents aside", async () => {
    const scene = start();
    const before = readFileSync(scene.path("codebook.yaml"), "utf8");
    expect(await call(scene, "la  Peur", "LIEN", "La nuit", "peur-nuit")).toEqual({
      ids: { "la  Peur": "peur", LIEN: "lien", "La nuit": "peur-nuit", "peur-nuit": "peur-nuit" },
      added: [],
    });
    expect(readFileSync(scene.path("codebook.yaml"), "utf8")).toBe(before);
  });

  it("or are added at the end, what a person wrote staying as it is", async () => {
    const scene = start();
    const before = readFileSync(scene.path("codebook.yaml"), "utf8");
    expect(
      await call(scene, "Rapport à la loi : « dehors »", "La peur", "Lien !", "lien ?", "—", "法"),
    ).toEqual({
      ids: {
        "Rapport à la loi : « dehors »": "rapport-a-la-loi-dehors",
        "La peur": "peur",
        "Lien !": "lien-2",
        "lien ?": "lien-3",
        法: "theme",
      },
      added: ["rapport-a-la-loi-dehors", "lien-2", "lien-3", "theme"],
    });
    expect(readFileSync(scene.path("codebook.yaml"), "utf8").startsWith(before)).toBe(true);
    expect(readCodebook(scene.folder).byId.get("rapport-a-la-loi-dehors")?.title).toBe(
      "Rapport à la loi : « dehors »",
    );
    expect(await findings(scene)).toEqual([]);
  });

  it("make the codebook when there is none, and refuse one that is broken", async () => {
    const scene = start();
    rmSync(scene.path("codebook.yaml"));
    await call(scene, "La peur", "Le lien");
    expect([...readCodebook(scene.folder).byId.keys()]).toEqual(["la-peur", "le-lien"]);
    writeFileSync(scene.path("codebook.yaml"), "themes: [oups");
    await expect(call(scene, "La peur")).rejects.toThrow();
  });
});
