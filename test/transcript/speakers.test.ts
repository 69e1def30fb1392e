// Who spoke, said afterwards.
import { describe, expect, it } from "vitest";
import { codings, findings, start, turnRows } from "./scene.ts";

const who = (rows: Awaited<ReturnType<typeof turnRows>>) => rows.map(({ participant }) => participant);

describe("speakers", () => {
  it("gives each voice to a participant, and writes the sheet again", async () => {
    const scene = start();
    await scene.run("import", "s01.vtt");
    await scene.run("code", "s01.1", "lien");
    expect(await scene.json("speakers", "s01", "V1=P02", "v2=p03")).toEqual({
      session: "s01",
      speakers: [
        { label: "V1", participant: "P02", turns: 2, words: 14 },
        { label: "Nadia", participant: "P01", turns: 1, words: 12 },
        { label: "V2", participant: "P03", turns: 1, words: 8 },
      ],
    });
    expect(who(await turnRows(scene))).toEqual(["P02", "P01", "P02", "P03"]);
    expect(scene.sheet()).toContain("### 4 · P03 Sonia");
    expect(await codings(scene)).toEqual(["s01.1 lien: *"]);
    expect(await findings(scene)).toEqual([]);
  });

  it("shows each unknown voice's longest turns when nobody can be asked", async () => {
    const scene = start();
    await scene.run("import", "s01.vtt");
    expect(await scene.run("speakers", "s01")).toBe(0);
    expect(scene.world.out()).toContain(
      "V1\n  s01.1 · 0:00:01  «\u00A0Bonsoir à tous. On commence quand vous voulez.\u00A0»\n  s01.3 · 0:00:09  «",
    );
    expect(scene.world.out()).toContain("retour speakers s01 V1=P01");
  });

  it("asks, and changes nothing for a voice left for later", async () => {
    const scene = start({ answers: ["", "P03"] });
    await scene.run("import", "s01.vtt", "--yes");
    expect(await scene.run("speakers", "s01")).toBe(0);
    expect(who(await turnRows(scene))).toEqual([null, "P01", null, "P03"]);
  });

  it("corrects one voice without undoing what the sheet says of single turns", async () => {
    const scene = start();
    await scene.run("import", "s01.vtt", "--speaker", "V2=P03");
    scene.edit((text) => text.replace("### 3 · V1", "### 3 · P03"));
    await scene.run("speakers", "s01", "V1=P02");
    expect(who(await turnRows(scene))).toEqual(["P02", "P01", "P03", "P03"]);
  });

  it("moves a person's turns to another, by the label or the id", async () => {
    const scene = start();
    await scene.run("import", "s01.vtt", "--speaker", "V1=P02", "--speaker", "V2=P03");
    await scene.run("speakers", "s01", "V2=P02");
    expect(who(await turnRows(scene))).toEqual(["P02", "P01", "P02", "P02"]);
    await scene.run("speakers", "s01", "P02=P03");
    expect(who(await turnRows(scene))).toEqual(["P03", "P01", "P03", "P03"]);
  });

  it.each([
    [["s01", "V9=P02"], "speakers.unknown-label"],
    [["s01", "V1=P20"], "speakers.unknown-participant"],
    [["s01", "V1"], "import.speaker-form"],
    [["s02", "V1=P02"], "speakers.none"],
    [["s20", "V1=P02"], "import.unknown-session"],
  ])("refuses %j", async (args, code) => {
    const scene = start();
    await scene.run("import", "s01.vtt");
    const before = await turnRows(scene);
    expect(await scene.run("speakers", ...args)).toBe(2);
    expect(scene.world.err()).toContain(code);
    expect(await turnRows(scene)).toEqual(before);
  });
});
