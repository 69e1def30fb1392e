// What has a day after which it must go: when that day is past it goes, from every byte of the study, and what
// the group read and agreed to stays.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listCorrections } from "../../src/correction/corrections.ts";
import { confirmKind, undo } from "../../src/correction/decide.ts";
import { openStudy } from "../../src/study/open.ts";
import { temporaryFolder, testWorld } from "../world.ts";
import { readVault, vaultFolder, type VaultFolder } from "../vault/vaults.ts";
import { filesThatSay } from "./byte-search.ts";
import { loopIn, type Loop } from "./loop.ts";

const said = {
  /** Coded, and quoted in the document. */
  fear: "Des fois la nuit on a peur de rentrer dans le hall.",
  /** Coded, and taken out of the document by the researcher. */
  dropped: "Et puis le lien tient quand même avec les petits.",
  /** Never coded. */
  aside: "Moi je coupe la lumière et j’attends qu’ils s’en aillent.",
  /** Corrected in the sheet since. */
  former: "Je crois que ça fait bien vingt ans que ça dure.",
  corrected: "Je crois que ça fait bien trente ans que ça dure.",
  later: "Le mois dernier j’ai failli tout arrêter pour de bon.",
} as const;
const unquoted = [said.dropped, said.aside, said.former, said.corrected];
/** A sentence of one return, integrated; and a remark that was declined. */
const added = "La nuit, le hall reste allumé depuis les travaux de mars.";
const remark = "Franchement je ne dirais jamais ça de cette façon-là.";

const settings = `title: Questions de réseau
language: fr
consent: elsewhere
groups: [{ id: g1, title: Groupe de professionnels }]
participants:
  - { id: P01, group: g1, pseudonym: Nadia, description: éducatrice de prévention }
  - { id: P02, group: g1, pseudonym: Marc, description: gardien d’immeuble }
sessions:
  - { id: s01, date: 2026-01-15, group: g1, present: [P01, P02], capture: recording }
  - { id: s02, date: 2026-02-15, group: g1, present: [P01, P02], capture: recording }
validation: { rule: group-session }
attribution: description
`;
const ended = (what: string): string => `retention: { ${what} }\n`;

const cue = (number: number, words: string): string =>
  `00:00:${String(number * 10)}.000 --> 00:00:${String(number * 10 + 8)}.000\n${words}\n\n`;
const vtt = (...cues: string[]): string =>
  `WEBVTT\n\n${cues.map((words, index) => cue(index + 1, words)).join("")}`;

interface Removed {
  readonly due: readonly { what: string; day: string; count: number }[];
  readonly sessions: readonly string[];
  readonly returns: readonly string[];
  readonly files: readonly { path: string }[];
  readonly left: readonly string[];
  readonly purged: boolean;
}

interface Purged extends Loop {
  readonly vault: VaultFolder;
}

/** A study with two sessions, a vault, a return, sections agreed to, and an export. */
async function play(): Promise<Purged> {
  const vault = vaultFolder();
  const plain = loopIn(temporaryFolder());
  const run: Loop["run"] = (argv, options) =>
    plain.run(argv, { ...options, env: { ...vault.env, ...options?.env } });
  const json: Loop["json"] = async <T>(argv: readonly string[], exit = 0) =>
    JSON.parse((await run([...argv, "--json"], { exit })).out) as T;
  const loop = { ...plain, run, json, vault };
  const { write, edit, read } = loop;
  write("retour.yaml", settings);
  write("codebook.yaml", "- { id: peur, title: La peur }\n- { id: lien, title: Le lien }\n");
  const s01 = vtt(
    `<v Nadia>${said.fear}`,
    `<v Marc>${said.aside}`,
    `<v Nadia>${said.dropped} Karim Belkacem l’a dit aussi.`,
    `<v Marc>${said.former}`,
  );
  write("paroles/s01.vtt", s01);
  await run(["vault", "create"]);
  await run(["vault", "add", "Karim Belkacem", "--as", "Samir"]);
  await run(["import", "paroles/s01.vtt", "--session", "s01", "--yes"]);
  await run(["code", "s01.1", "peur"]);
  await run(["code", "s01.3", "lien"]);
  await run(["code", "s01.4", "lien", "--text", "vingt ans"]);
  edit("sessions/s01/transcript.md", "vingt", "trente");
  await run(["build"]);
  // Everything under the second theme but its first quote's neighbours goes: a person decides what is shown.
  write("retours/g1.md", read("retours/g1.md").replace(/> Et puis le lien[^]*?\(s01\.3\)\n/, ""));
  edit("retours/g1.md", "### Analyse\n", "### Analyse\n\nCe que la chercheuse en comprend.\n");
  await run(["send", "--format", "md,docx"]);
  write(
    "recu/r01-P02.md",
    read("copies/r01/P02.md").replace(
      "Ce que la chercheuse en comprend.",
      `Ce que la chercheuse en comprend. ${added}{>>${remark}<<}`,
    ),
  );
  await run(["receive", "recu/r01-P02.md"]);
  const { corrections } = await json<{ corrections: { id: string; comment: string; after: string }[] }>([
    "corrections",
  ]);
  for (const { id, after } of corrections)
    await run(["decide", id, ...(after.includes("allumé") ? ["integrated"] : ["recorded"])]);
  await run(["integrate"]);
  writeFileSync(join(loop.folder, "paroles/s02.vtt"), vtt(`<v Nadia>${said.later}`));
  await run(["import", "paroles/s02.vtt", "--session", "s02", "--yes"]);
  await run(["code", "s02.1", "peur"]);
  await run(["build"]);
  await run(["send", "--format", "md"]);
  await run(["validate", "peur", "--group", "--session", "s02", "--audience", "public"]);
  await run(["search", "lumière"]);
  await run(["backup", "sauvegarde.retour"]);
  return loop;
}

const due = (loop: Loop, what: string): void => loop.write("retour.yaml", settings + ended(what));
const purge = (loop: Loop, ...more: string[]): Promise<Removed> =>
  loop.json<Removed>(["purge", ...more, "--yes"]);

/** Every file but the ledger, whose bytes change when it is read. */
function filesOf({ folder }: Loop): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => !file.startsWith(".retour") && statSync(join(folder, file)).isFile())
    .sort();
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), "base64")]));
}

const isSound = async (loop: Loop): Promise<boolean> =>
  (await loop.run(["audit"])).out.includes("rien n’a été changé");

describe("transcripts past their day", () => {
  it("leave every byte of the study and the vault, but what the document, editions and agreements say", async () => {
    const loop = await play();
    for (const words of unquoted) expect(filesThatSay(loop.folder, [words])).toContain(".retour/ledger.db");
    expect((await readVault(loop.vault)).originals["s01"]).toBeDefined();
    due(loop, "transcripts: 2026-05-01");

    const removed = await purge(loop);

    expect(filesThatSay(loop.folder, unquoted)).toEqual([]);
    expect(removed.due).toEqual([{ what: "transcripts", day: "2026-05-01", count: 5 }]);
    expect(removed.files.map(({ path }) => path).sort()).toEqual([
      "paroles/s01.vtt",
      "paroles/s02.vtt",
      "sauvegarde.retour",
    ]);
    expect(existsSync(join(loop.folder, "sessions/s01/transcript.md"))).toBe(false);
    expect(filesThatSay(loop.folder, [said.fear])).toContain("retours/g1.md");
    expect((await readVault(loop.vault)).originals).toEqual({});
    expect(await isSound(loop)).toBe(true);
  });

  it("leave a study on which the work goes on, with no quote lost, and the agreements as they were", async () => {
    const loop = await play();
    due(loop, "transcripts: 2026-05-01");
    const before = loop.read("retours/g1.md");
    await purge(loop);

    const built = await loop.json<{ quotes: object }[] | { quotes: object }>(["build"]);
    expect(JSON.stringify(built)).toContain('"removed":0');
    const rebuilt = loop.read("retours/g1.md");
    expect(rebuilt.replaceAll("r03", "r02")).toBe(before);
    loop.edit("codebook.yaml", "title: La peur", "title: La peur au travail");
    await loop.run(["build"]);
    expect(loop.read("retours/g1.md")).toContain("## La peur au travail {#peur");
    loop.edit("codebook.yaml", "title: La peur au travail", "title: La peur");
    await loop.run(["build"]);
    expect(loop.read("retours/g1.md")).toBe(rebuilt);

    const { diagnostics } = await loop.json<{ diagnostics: { code: string }[] }>(["check"]);
    expect(diagnostics.map(({ code }) => code).filter((code) => code.startsWith("quote."))).toEqual([
      "quote.purged",
    ]);
    expect((await loop.run(["check"])).out).toContain("Rien à corriger.");
    const status = await loop.json<{ sections: { id: string; state: string }[]; retention: object[] }>([
      "status",
    ]);
    expect(status.sections.find(({ id }) => id === "peur")?.state).toBe("validated");
    expect(status.retention).toEqual([]);
    const exported = await loop.json<{ included: { id: string }[] }>(["export", "--only-validated"]);
    expect(exported.included.map(({ id }) => id)).toEqual(["peur"]);
    const { out: counted } = await loop.run(["stats"]);
    expect(counted).toContain("Transcriptions supprimées, leur jour étant passé : s01, s02");
    expect(counted).not.toMatch(/\b0\b/);
    expect(await loop.json(["stats"])).toMatchObject({
      ...{ sessions: [], groups: [], untranscribed: [], purged: ["s01", "s02"] },
    });
    for (const argv of [
      ["stats", "--session", "s01"],
      ["speakers", "s01"],
      ["search", "lumière"],
      ["doctor"],
      ["corrections"],
    ])
      await loop.run(argv);
    await loop.run(["themes", "rename", "lien", "--title", "Ce qui tient"]);
    await loop.run(["themes", "merge", "lien", "peur"]);
    expect(existsSync(join(loop.folder, "sessions/s01/transcript.md"))).toBe(false);
    expect((await loop.run(["code", "s01.1", "peur"], { exit: 2 })).err).toContain("n’a plus de mots");
    expect(filesThatSay(loop.folder, unquoted)).toEqual([]);
    expect(await isSound(loop)).toBe(true);
  });

  it("are still known to be someone's: a withdrawal finds their quotes", async () => {
    const loop = await play();
    due(loop, "transcripts: 2026-05-01");
    await purge(loop);
    await loop.run(["withdraw", "P01", "--yes"]);
    expect(loop.read("retours/g1.md")).not.toContain("peur de rentrer");
    expect(await isSound(loop)).toBe(true);
    expect((await purge(loop)).purged).toBe(false);
  });

  it("do not come back by being imported, until retour.yaml says another day", async () => {
    const loop = await play();
    due(loop, "transcripts: 2026-05-01");
    await purge(loop);
    const file = join(temporaryFolder(), "s01.vtt");
    writeFileSync(file, vtt(`<v Nadia>${said.fear}`, `<v Marc>${said.aside}`));
    const again = ["import", file, "--session", "s01", "--replace", "--yes"];
    expect((await loop.run(again, { exit: 2 })).err).toContain("2026-05-01");
    due(loop, "transcripts: 2027-05-01");
    await loop.run(again);
    expect(loop.read("sessions/s01/transcript.md")).toContain(said.aside);
    await loop.run(["build"]);
    expect(await isSound(loop)).toBe(true);
  });

  it("are named when another file of the study says them", async () => {
    const loop = await play();
    due(loop, "transcripts: 2026-05-01");
    loop.write("notes/carnet.md", `Il a dit : ${said.aside}`);
    const removed = await purge(loop);
    expect(removed.left).toContain("notes/carnet.md");
    expect(loop.read("notes/carnet.md")).toContain(said.aside);
  });
});

describe("recordings past their day", () => {
  it("are referred to by no fingerprint and no time any more, and said to be destroyed elsewhere", async () => {
    const loop = await play();
    due(loop, "recordings: 2026-05-01");
    expect(loop.read("sessions/s01/transcript.md")).toMatch(/00:10/);
    const { out } = await loop.run(["purge", "--yes"]);
    expect(out).toContain("doit les détruire là où ils sont");
    const sheet = loop.read("sessions/s01/transcript.md");
    expect(sheet).toContain(said.aside);
    expect(sheet).not.toMatch(/\d\d:\d\d/);
    await loop.run(["build"]);
    const { out: stats } = await loop.run(["stats", "--json"]);
    expect(stats).not.toMatch(/"duration": ?\d/);
    expect((await loop.run(["check"])).out).not.toContain("quote.");
    expect(await isSound(loop)).toBe(true);
    expect((await purge(loop)).purged).toBe(false);
  });

  it("are to be removed again when somebody types a time into a sheet", async () => {
    const loop = await play();
    due(loop, "recordings: 2026-05-01");
    await purge(loop);
    const isDue = async (): Promise<boolean> =>
      (await loop.run(["status"])).out.includes("le 2026-05-01 est passé");
    expect(await isDue()).toBe(false);
    const [heading = ""] = /^### 1 .*$/m.exec(loop.read("sessions/s01/transcript.md")) ?? [];
    loop.edit("sessions/s01/transcript.md", heading, `${heading} · 0:00:10`);
    await loop.run(["build"]);
    expect(await isDue()).toBe(true);
    expect((await purge(loop)).purged).toBe(true);
    expect(loop.read("sessions/s01/transcript.md")).not.toMatch(/\d\d:\d\d/);
    expect(await isDue()).toBe(false);
  });

  it("are referred to by no transcript that is imported afterwards, until retour.yaml says another day", async () => {
    const loop = await play();
    due(loop, "recordings: 2026-05-01");
    await purge(loop);
    const again = ["import", "paroles/s01.vtt", "--session", "s01", "--replace", "--yes"];
    loop.edit("paroles/s01.vtt", said.aside, `Oui. ${said.aside}`);
    expect((await loop.run(again)).err).toContain("import.without-times");
    const sheet = loop.read("sessions/s01/transcript.md");
    expect(sheet).toContain(`Oui. ${said.aside}`);
    expect(sheet).not.toMatch(/\d\d:\d\d/);
    expect((await purge(loop)).purged).toBe(false);
    expect(await isSound(loop)).toBe(true);
    due(loop, "recordings: 2027-05-01");
    expect((await loop.run(again)).err).not.toContain("import.without-times");
    expect(loop.read("sessions/s01/transcript.md")).toMatch(/\d\d:\d\d/);
  });
});

describe("returns past their day", () => {
  it("lose their words once the document follows what was decided", async () => {
    const loop = await play();
    due(loop, "returns: 2026-05-01");
    const before = loop.read("retours/g1.md");
    const removed = await purge(loop);
    expect(removed.returns).toHaveLength(1);
    expect(filesThatSay(loop.folder, [remark])).toEqual(["recu/r01-P02.md"]);
    expect(readdirSync(join(loop.folder, "returns")).filter((file) => file.endsWith(".md"))).toEqual([]);
    expect(loop.read("retours/g1.md")).toBe(before);
    expect(before).toContain(added);
    await loop.run(["integrate"]);
    await loop.run(["corrections"]);
    await loop.run(["report", "suites-données"]);
    expect(loop.read("retours/g1.md")).toBe(before);
    expect(await isSound(loop)).toBe(true);
  });

  it("wait while someone has still to decide, or to bring in what was decided", async () => {
    const loop = await play();
    due(loop, "returns: 2026-05-01, transcripts: 2026-05-01");
    const copy = loop.read("copies/r02/P01.md");
    loop.write("recu/r02-P01.md", copy.replace("en comprend.", "en comprend vraiment."));
    await loop.run(["receive", "recu/r02-P01.md"]);
    const before = filesOf(loop);
    const { corrections } = await loop.json<{ corrections: { id: string }[] }>(["corrections", "--pending"]);
    const [id = ""] = corrections.map((each) => each.id);
    expect((await loop.run(["purge", "--yes"], { exit: 2 })).err).toContain(id);
    await loop.run(["decide", id, "integrated"]);
    expect((await loop.run(["purge", "--yes"], { exit: 2 })).err).toContain("retour integrate");
    expect(filesOf(loop)).toEqual(before);
    expect((await purge(loop, "transcripts")).due).toMatchObject([{ what: "transcripts" }]);
    await loop.run(["integrate"]);
    expect((await purge(loop, "returns")).purged).toBe(true);
    expect(loop.read("retours/g1.md")).toContain("en comprend vraiment.");
  });

  it("leave what was decided of them as it is: nothing could be taken out or brought in any more", async () => {
    const loop = await play();
    due(loop, "returns: 2026-05-01");
    await purge(loop);
    const before = await loop.run(["corrections"]);
    for (const verdict of [
      ["declined", "--reason", "non"],
      ["adapted", "--text", "Autre chose."],
      ["recorded", "--kind", "typo"],
    ]) {
      const { err } = await loop.run(["decide", "c001", ...verdict], { exit: 2 });
      expect(err).toContain("decide.purged");
      expect(err).toContain("2026-05-01");
    }
    // A new day is about what comes in from now on.
    due(loop, "returns: 2027-05-01");
    await loop.run(["decide", "c001", "declined", "--reason", "non"], { exit: 2 });
    const world = testWorld({ cwd: loop.folder });
    const study = await openStudy(world, { forWriting: true });
    try {
      const earlier = (await listCorrections(study)).map((each) => ({ ...each, decision: null }));
      const refused = { code: "decide.purged" };
      await expect(undo(study, earlier, world)).rejects.toMatchObject(refused);
      for (const { id } of earlier)
        await expect(confirmKind(study, id, "typo")).rejects.toMatchObject(refused);
    } finally {
      await study.close();
    }
    await loop.run(["integrate"]);
    expect(await loop.run(["corrections"])).toEqual(before);
    expect(loop.read("retours/g1.md")).toContain(added);
    expect(await isSound(loop)).toBe(true);
  });

  it("do not come back by being received, in files or aloud, until retour.yaml says another day", async () => {
    const loop = await play();
    due(loop, "returns: 2026-05-01");
    await purge(loop);
    const oral = ["receive", "--oral", "--edition", "r02", "--from", "P02", "--section", "peur"];
    for (const argv of [
      ["receive", "recu/r01-P02.md"],
      ["receive", "recu"],
      [...oral, "--kind", "addition", "--text", remark],
    ]) {
      const { err } = await loop.run(argv, { exit: 2 });
      expect(err).toContain("return.purged");
      expect(err).toContain("2026-05-01");
    }
    expect(filesThatSay(loop.folder, [remark])).toEqual(["recu/r01-P02.md"]);
    due(loop, "returns: 2027-05-01");
    await loop.run([...oral, "--kind", "addition", "--text", remark]);
    expect(filesThatSay(loop.folder, [remark])).toContain(".retour/ledger.db");
    expect(await isSound(loop)).toBe(true);
  });

  it("leave later returns to be brought in beside what was, once they may be kept longer", async () => {
    const loop = await play();
    due(loop, "returns: 2026-05-01");
    await purge(loop);
    due(loop, "returns: 2027-05-01");
    const copy = loop.read("copies/r02/P01.md");
    loop.write("recu/r02-P01.md", copy.replace("en comprend.", "en comprend vraiment."));
    await loop.run(["receive", "recu/r02-P01.md"]);
    const { corrections } = await loop.json<{ corrections: { id: string }[] }>(["corrections", "--pending"]);
    for (const { id } of corrections) await loop.run(["decide", id, "integrated"]);
    await loop.run(["integrate"]);
    expect(loop.read("retours/g1.md")).toContain(`en comprend vraiment. ${added}`);
  });
});

describe("asking first", () => {
  it("refuses what is not due, what has no day and what is nothing, and says when the day is", async () => {
    const loop = await play();
    due(loop, "transcripts: 2026-05-12");
    const refused = async (...what: string[]): Promise<string> =>
      (await loop.run(["purge", ...what, "--yes"], { exit: 2 })).err;
    expect(await refused("transcripts")).toContain("2026-05-12");
    expect(await refused("returns")).toContain("returns: 2027-06-30");
    expect(await refused("paroles")).toContain("recordings, transcripts, returns");
    const { out } = await loop.run(["purger"]);
    expect(out).toContain("après le 2026-05-12");
  });

  it("changes nothing in a dry run or without a yes; done twice is done once", async () => {
    const loop = await play();
    due(loop, "transcripts: 2026-05-01, recordings: 2026-04-01, returns: 2026-05-02");
    const before = filesOf(loop);
    const shown = await loop.json<Removed>(["purge", "--dry-run"]);
    expect((await loop.run(["purge"], { exit: 2 })).err).toContain("--yes");
    expect((await loop.run(["purge"], { answers: [false] })).out).toContain("Rien n’a été supprimé");
    expect(filesOf(loop)).toEqual(before);
    const done = await loop.run(["purge"], { answers: [true] });
    expect(done.out).toContain("C’est supprimé (recordings, transcripts, returns)");
    expect(done.out).not.toContain("lumière");
    expect(shown.due.map(({ what, count }) => [what, count])).toEqual([
      ["recordings", 2],
      ["transcripts", 5],
      ["returns", 1],
    ]);
    const after = filesOf(loop);
    expect(await purge(loop)).toMatchObject({ purged: false, files: [], sessions: [] });
    expect(filesOf(loop)).toEqual(after);
    expect(filesThatSay(loop.folder, [...unquoted, remark])).toEqual(["recu/r01-P02.md"]);
    expect(await isSound(loop)).toBe(true);
  });

  it("refuses while the vault cannot be opened: it keeps the words as they were said", async () => {
    const loop = await play();
    due(loop, "transcripts: 2026-05-01");
    const before = filesOf(loop);
    const { err } = await loop.run(["purge", "--yes"], { exit: 2, env: { RETOUR_PASSPHRASE_FILE: "" } });
    expect(err).toContain("RETOUR_PASSPHRASE_FILE");
    expect(filesOf(loop)).toEqual(before);
    expect(filesThatSay(loop.folder, [said.aside])).toContain(".retour/ledger.db");
  });
});
