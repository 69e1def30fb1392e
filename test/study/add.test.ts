// Groups, people and sessions added to retour.yaml.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readBytes, readText } from "../../src/kernel/files.ts";
import { addGroup, addParticipant, addSession } from "../../src/study/add.ts";
import { openStudy, type Study } from "../../src/study/open.ts";
import { readSettings } from "../../src/study/read-settings.ts";
import { temporaryFolder, testWorld } from "../world.ts";

const oneGroup = "title: T\ngroups:\n  - id: g1\n    title: Un\n";
const twoGroups = `${oneGroup}  - id: g2\n    title: Deux\n`;
const people = `participants:
  - { id: P01, group: g1, pseudonym: N, description: D }
  - { id: P02, group: g2, pseudonym: M, description: D }
  - { id: T01, role: tiers, pseudonym: C, description: D }
`;
const nadia = { groups: [], role: "participant", pseudonym: "Nadia", description: "éducatrice" } as const;

/** Works on a study with these settings, and gives what was done and the settings' text after it. */
async function on<T>(
  settings: string,
  work: (study: Study) => Promise<T>,
): Promise<{ done: T; text: string }> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "retour.yaml"), settings);
  const study = await openStudy(testWorld({ cwd: folder }), { forWriting: true });
  try {
    const done = await work(study);
    readSettings(folder);
    return { done, text: readText(join(folder, "retour.yaml")) };
  } finally {
    await study.close();
  }
}

const refused = async (settings: string, work: (study: Study) => Promise<unknown>): Promise<unknown> => {
  try {
    return await on(settings, work);
  } catch (error) {
    return error;
  }
};

describe("adding a group", () => {
  it("takes the next id, or the one given", async () => {
    expect((await on(oneGroup, (study) => addGroup(study, { title: "Parents" }))).text).toBe(
      `${oneGroup}  - id: g2\n    title: Parents\n`,
    );
    const { done } = await on("title: T\n", (study) =>
      addGroup(study, { id: "parents", title: " Les\n parents " }),
    );
    expect(done.added).toEqual({ id: "parents", title: "Les parents" });
  });

  it("refuses an id that is taken or has another form, and a title that says nothing", async () => {
    expect(await refused(oneGroup, (study) => addGroup(study, { id: "g1", title: "x" }))).toMatchObject({
      code: "add.id-taken",
      params: { id: "g1" },
    });
    expect(await refused(oneGroup, (study) => addGroup(study, { id: "G 1", title: "x" }))).toMatchObject({
      code: "add.bad-id",
    });
    expect(await refused(oneGroup, (study) => addGroup(study, { title: " \n" }))).toMatchObject({
      code: "add.empty",
      params: { option: "--title" },
    });
  });
});

describe("adding a person", () => {
  it("puts them in the only group, under the next id", async () => {
    const { done, text } = await on(oneGroup, (study) => addParticipant(study, nadia));
    expect(done.added.id).toBe("P01");
    expect(text).toBe(
      `${oneGroup}participants:\n  - id: P01\n    group: g1\n    pseudonym: Nadia\n    description: éducatrice\n`,
    );
  });

  it("puts them in several groups, with their organisation", async () => {
    const given = { ...nadia, groups: ["g2", "g1", "g2"], organisation: "association" };
    const { done } = await on(twoGroups, (study) => addParticipant(study, given));
    expect(done.added).toMatchObject({ groups: ["g2", "g1"], organisation: "association" });
  });

  it("numbers a tiers apart, who need not be of a group", async () => {
    const { done, text } = await on(twoGroups, (study) => addParticipant(study, { ...nadia, role: "tiers" }));
    expect(done.added).toMatchObject({ id: "T01", groups: [], role: "tiers" });
    expect(text).toContain("  - id: T01\n    role: tiers\n");
  });

  it("asks for no description where none is shown", async () => {
    const given = { groups: [], role: "participant", pseudonym: "N" } as const;
    const { text } = await on(`attribution: pseudonym\n${oneGroup}`, (study) => addParticipant(study, given));
    expect(text).not.toContain("description");
    expect(await refused(oneGroup, (study) => addParticipant(study, given))).toMatchObject({
      code: "add.no-description",
      params: { id: "P01" },
    });
  });

  it("refuses a group that is not there, none at all, or an unsaid one among several", async () => {
    expect(
      await refused(oneGroup, (study) => addParticipant(study, { ...nadia, groups: ["g3"] })),
    ).toMatchObject({
      code: "add.unknown-group",
      params: { id: "g3", known: "g1" },
    });
    expect(await refused("title: T\n", (study) => addParticipant(study, nadia))).toMatchObject({
      code: "add.no-group",
    });
    expect(await refused(twoGroups, (study) => addParticipant(study, nadia))).toMatchObject({
      code: "add.choose-group",
      params: { known: "g1, g2" },
    });
  });
});

describe("adding a session", () => {
  const january = { date: "2026-01-15", capture: "recording" } as const;

  it("counts as present the participants of the group", async () => {
    const { done, text } = await on(twoGroups + people, (study) =>
      addSession(study, { ...january, group: "g1" }),
    );
    expect(done.added.present).toEqual(["P01"]);
    expect(text).toContain(
      "sessions:\n  - id: s01\n    date: 2026-01-15\n    group: g1\n    present: [P01]\n    capture: recording\n",
    );
  });

  it("notes who was there, and warns of who is not of the group", async () => {
    const given = { ...january, group: "g1", present: ["P02", "T01", "P02"], guests: "une juge" };
    const { done } = await on(twoGroups + people, (study) => addSession(study, given));
    expect(done.added).toMatchObject({ present: ["P02", "T01"], guests: "une juge" });
    expect(done.diagnostics.map(({ code }) => code)).toEqual(["settings.not-of-group"]);
  });

  it("refuses a day that does not exist and people who are not there", async () => {
    const bad = { ...january, date: "2026-02-30" };
    expect(await refused(oneGroup, (study) => addSession(study, bad))).toMatchObject({
      code: "add.bad-date",
    });
    const unknown = { ...january, present: ["P09"], group: "g1" };
    expect(await refused(twoGroups + people, (study) => addSession(study, unknown))).toMatchObject({
      code: "add.unknown-participant",
      params: { id: "P09", known: "P01, P02, T01" },
    });
  });
});

describe("the person's file", () => {
  it("keeps its byte-order mark and its line ends", async () => {
    const { text } = await on("title: T\r\ngroups:\r\n  - id: g1\r\n    title: Un\r\n", async (study) => {
      writeFileSync(
        study.path("retour.yaml"),
        "\uFEFFtitle: T\r\ngroups:\r\n  - id: g1\r\n    title: Un\r\n",
      );
      await addGroup(study, { title: "Deux" });
      expect([...readBytes(study.path("retour.yaml")).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    });
    expect(text).toBe(
      "title: T\r\ngroups:\r\n  - id: g1\r\n    title: Un\r\n  - id: g2\r\n    title: Deux\r\n",
    );
  });

  it("is not touched when it is written in a way that cannot be added to", async () => {
    const text = "{title: T, attribution: pseudonym}\n";
    expect(await refused(text, (study) => addGroup(study, { title: "Un" }))).toMatchObject({
      code: "settings.edit-by-hand",
      params: { list: "groups" },
    });
  });

  it("is not touched when mistakes came into it meanwhile", async () => {
    const outcome = await refused(oneGroup, async (study) => {
      writeFileSync(study.path("retour.yaml"), "titre: T\n");
      await addGroup(study, { title: "Deux" });
    });
    expect(outcome).toMatchObject({ diagnostics: [{ code: "settings.unknown-key" }] });
  });
});
