// Someone takes their words back: nothing of them stays in any file of the study, nothing else goes.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../world.ts";
import { filesThatSay } from "./byte-search.ts";
import { both, first, marc, nadia, researcher, wholeLoop, type Loop } from "./loop.ts";

const everything = Object.values(nadia);
const MARK = "(paroles retirées)";

interface Removed {
  readonly withdrawal: string | null;
  readonly letter: string | null;
  readonly sessions: readonly { session: string; turns: number }[];
  readonly sections: readonly { id: string; state: string }[];
  readonly returns: readonly { copy: string; isTheirs: boolean }[];
  readonly exports: readonly { id: string; sections: string[]; isHere: boolean }[];
  readonly files: readonly { path: string; kind: string; becomes: string }[];
}

const withdraw = (loop: Loop, ...more: string[]): Promise<Removed> =>
  loop.json<Removed>(["withdraw", "P01", ...more, "--yes"]);

/** Every file but the ledger, whose bytes change when it is read. */
function filesOf({ folder }: Loop): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => !file.startsWith(".retour") && statSync(join(folder, file)).isFile())
    .sort();
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), "base64")]));
}

describe("withdrawing everything", () => {
  it("leaves no byte of the words in any file of the study, and keeps what others said and wrote", async () => {
    const loop = await wholeLoop();
    for (const words of everything) expect(filesThatSay(loop.folder, [words]).length).toBeGreaterThan(5);

    const removed = await withdraw(loop);

    expect(filesThatSay(loop.folder, everything)).toEqual([]);
    expect(removed.sessions).toEqual([
      { session: "s01", turns: 3 },
      { session: "s02", turns: 1 },
    ]);
    const sheet = loop.read("sessions/s01/transcript.md");
    expect(sheet).toContain(`### 2\n\n${MARK}\n\n### 3 · P02 Marc\n\n${marc} ${both}\n`);
    const document = loop.read("retours/g1.md");
    expect(document).toContain(`${researcher} ${MARK}. Marc répond tout autrement.`);
    expect(document).toContain(`> ${marc} ${both}`);
    expect(filesThatSay(loop.folder, [marc])).toEqual([
      ".retour/ledger.db",
      "recu/r01-P02.md",
      "retours/g1.md",
      "sessions/s01/transcript.md",
    ]);
    expect((await loop.run(["audit"])).out).toContain("rien n’a été changé à la main");
  });

  it("shows all that it touches first, and what is shown is what is done", async () => {
    const loop = await wholeLoop();
    const before = filesOf(loop);
    const shown = await loop.json<Removed>(["withdraw", "P01", "--dry-run"]);
    const { out } = await loop.run(["retirer", "P01", "--dry-run"]);
    expect(filesOf(loop)).toEqual(before);
    expect(filesThatSay(loop.folder, everything).length).toBeGreaterThan(20);

    const removed = await withdraw(loop);
    const gone = Object.keys(before).filter((file) => !existsSync(join(loop.folder, file)));
    expect(gone).toEqual(
      removed.files
        .filter(({ becomes }) => becomes === "deleted")
        .map(({ path }) => path)
        .sort(),
    );
    expect({ ...shown, withdrawal: "w001", letter: removed.letter }).toEqual(removed);
    for (const file of removed.files) expect(out).toContain(file.path);
    for (const words of everything) expect(out).not.toContain(words);
    expect(JSON.stringify(shown)).not.toContain("peur de rentrer");
    expect(removed.exports).toMatchObject([{ id: "x001", sections: ["peur", "lien"], isHere: true }]);
    expect(removed.returns.map(({ copy, isTheirs }) => [copy, isTheirs])).toContainEqual(["r01-P02", false]);
    expect(removed.files).toContainEqual({ path: "sauvegarde.retour", kind: "backup", becomes: "deleted" });
  });

  it("keeps every other byte of what people wrote", async () => {
    const loop = await wholeLoop();
    await withdraw(loop);
    expect(loop.read("notes/journal.md")).toBe(`Mardi.\r\n\r\nElle a dit : « ${MARK}. » et j’ai noté.\r\n`);
    expect(readFileSync(join(loop.folder, "notes/vieux.txt"), "latin1")).toBe(`Réunion. ${MARK}. Fin.`);
    expect(readFileSync(join(loop.folder, "notes/utf16.txt"), "utf16le")).toBe(`\uFEFFEncore : ${MARK}.`);
  });

  it("leaves them neither in the name of a file nor beside the ledger", async () => {
    const loop = await wholeLoop();
    const named = "notes/et le lien tient quand même avec les petits du rez-de-chaussée.txt";
    loop.write(named, "Rien d’autre.");
    loop.write(".retour/ledger.db.bak", `Nadia : ${nadia.fear}`);
    // Words being typed in an editor.
    loop.write(".retour/mots-c001.md", `Je dirais plutôt ceci. ${nadia.fear}\n`);
    const { files } = await withdraw(loop);
    expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining([named, ".retour/ledger.db.bak"]));
    expect(existsSync(join(loop.folder, named))).toBe(false);
    expect(loop.read(".retour/mots-c001.md")).toContain("Je dirais plutôt ceci.");
    expect(filesThatSay(loop.folder, [nadia.fear])).toEqual([]);
  });

  it("takes them out of what was said of corrections too", async () => {
    const loop = await wholeLoop();
    const { corrections } = await loop.json<{ corrections: { id: string }[] }>(["corrections"]);
    const [first] = corrections;
    const reason = `Elle l’avait dit : ${nadia.fear}`;
    await loop.run(["decide", first?.id ?? "", "declined", "--reason", reason]);
    await withdraw(loop);
    expect(filesThatSay(loop.folder, everything)).toEqual([]);
  });

  it("done twice is done once", async () => {
    const loop = await wholeLoop();
    await withdraw(loop);
    const after = filesOf(loop);
    const again = await withdraw(loop);
    expect(again).toMatchObject({ withdrawal: null, letter: null, sessions: [], files: [] });
    expect(filesOf(loop)).toEqual(after);
  });

  it("writes a letter that says what had left, and not a word of what was said", async () => {
    const loop = await wholeLoop();
    const { letter } = await withdraw(loop);
    const text = loop.read(letter ?? "");
    expect(text).toContain("4 prises de parole, séances s01, s02");
    expect(text).toContain("- le 2026-05-12, pour le public : peur, lien (`exports/2026-05-12-synthese`)");
    expect(text).toContain("`r01-P02` (envoyé le 2026-05-12)");
    expect(text).toContain("- La peur au travail\n- Se taire\n- Le lien\n");
  });

  it("leaves a study on which the work goes on: built, checked, coded, searched, sent", async () => {
    const loop = await wholeLoop();
    await withdraw(loop);
    await loop.run(["build"]);
    expect(loop.read("retours/g1.md")).not.toContain("peur de rentrer");
    expect((await loop.run(["check"])).out).not.toMatch(/quote\.|s01\.2/);
    expect((await loop.run(["search", "peur de rentrer"])).out).not.toContain("s01.2");
    await loop.run(["code", "s01.6", "peur"]);
    await loop.run(["stats"]);
    await loop.run(["corrections"]);
    await loop.run(["integrate"], { exit: 0 }).catch(() => loop.run(["integrate"], { exit: 1 }));
    await loop.run(["send", "--format", "md,docx"]);
    expect(existsSync(join(loop.folder, "copies/r03/P02.md"))).toBe(true);
    expect(existsSync(join(loop.folder, "copies/r03/P01.md"))).toBe(false);
    expect(filesThatSay(loop.folder, everything)).toEqual([]);
    expect((await loop.run(["audit"])).out).toContain("rien n’a été changé");
  });
});

describe("withdrawing less", () => {
  it("takes out one session, and leaves the other whole", async () => {
    const loop = await wholeLoop();
    const { sessions } = await withdraw(loop, "--session", "s02");
    expect(sessions).toEqual([{ session: "s02", turns: 1 }]);
    expect(filesThatSay(loop.folder, [nadia.later])).toEqual([]);
    expect(filesThatSay(loop.folder, [nadia.fear])).toContain("retours/g1.md");
    expect(loop.read("sessions/s02/transcript.md")).toContain(`### 2 · P01 Nadia\n\n${MARK}`);
  });

  it("takes out one turn, wherever it was copied", async () => {
    const loop = await wholeLoop();
    await withdraw(loop, "--turn", "s01.5");
    expect(filesThatSay(loop.folder, [nadia.link])).toEqual([]);
    expect(filesThatSay(loop.folder, [nadia.fear])).toContain("sessions/s01/transcript.md");
    expect((await loop.run(["audit"])).out).toContain("rien n’a été changé");
  });

  it("takes out a turn too short to be anyone's wherever it is quoted by its number", async () => {
    const loop = await wholeLoop();
    await withdraw(loop, "--turn", "s01.7");
    expect(filesThatSay(loop.folder, [nadia.short])).toEqual([]);
    expect(loop.read("retours/g1.md")).toContain(`Elle conclut : ${MARK}`);
  });

  it("takes out words within a turn, and keeps the words around them", async () => {
    const loop = await wholeLoop();
    await withdraw(loop, "--quote", "on a peur de rentrer dans le hall");
    expect(filesThatSay(loop.folder, ["on a peur de rentrer dans le hall"])).toEqual([]);
    const kept = `Des fois la nuit, ${MARK}, à cause des étages. ${both}`;
    expect(loop.read("sessions/s01/transcript.md")).toContain(`### 2 · P01 Nadia\n\n${kept}\n\n#peur`);
    // There someone had changed them: a quote that says them otherwise goes whole.
    expect(loop.read("retours/g1.md")).toContain(`### Ce qui a été dit\n\n${MARK}\n\n> ${marc}`);
    expect((await loop.run(["check"])).out).not.toContain("s01.2");
  });

  it("of a sentence that two people said, takes the turn of the one who withdraws and no other", async () => {
    const loop = await wholeLoop();
    await withdraw(loop, "--quote", both);
    const sheet = loop.read("sessions/s01/transcript.md");
    expect(sheet).toContain(`### 2 · P01 Nadia\n\n${nadia.fear} ${MARK}.`);
    expect(sheet).toContain(`### 3 · P02 Marc\n\n${marc} ${both}`);
    const document = loop.read("retours/g1.md");
    expect(document).toContain(`à cause des étages. ${MARK}.\n>\n> — éducatrice de prévention (s01.2)`);
    expect(document).toContain(`> ${marc} ${both}`);
  });
});

describe("asking first", () => {
  it("takes nothing out without a yes", async () => {
    const loop = await wholeLoop();
    const before = filesOf(loop);
    expect((await loop.run(["withdraw", "P01"], { exit: 2 })).err).toContain("--yes");
    const { out } = await loop.run(["withdraw", "P01"], { answers: [false] });
    expect(out).toContain("à rappeler");
    expect(out.trim().endsWith("Rien n’a été retiré.")).toBe(true);
    expect(filesOf(loop)).toEqual(before);
    expect((await loop.run(["withdraw", "P01", "--turn", "s01.5"], { answers: [true] })).out).toContain(
      "reports/retrait-w001-P01.md",
    );
  });

  it("refuses who is not there, what is not there, and what is someone else's, without saying the words", async () => {
    const loop = await wholeLoop();
    const refused = async (...argv: string[]): Promise<string> =>
      (await loop.run(["withdraw", ...argv, "--yes"], { exit: 2 })).err;
    expect(await refused("P12")).toContain("P01, P02, P03, P09");
    expect(await refused("P01", "--session", "s09")).toContain("s01, s02");
    expect(await refused("P01", "--turn", "s01.99")).toContain("s01.99");
    expect(await refused("P01", "--turn", "s01.3")).toContain("s01.3 n’est pas de P01");
    const words = await refused("P01", "--quote", "je coupe la lumière");
    expect(words).toContain("ne se trouvent pas");
    expect(words).not.toContain("lumière");
  });
});

describe("after a withdrawal", () => {
  it("the person is of the group no more, their sections lapse, and what left is to be recalled", async () => {
    const loop = await wholeLoop();
    await withdraw(loop);
    const status = await loop.json<{
      sections: { id: string; state: string; silent: string[]; reasons: { code: string }[] }[];
      participants: { id: string }[];
      withdrawals: { id: string; participant: string; recall: { id: string; path: string }[] }[];
    }>(["status"]);
    const fear = status.sections.find(({ id }) => id === "peur");
    expect(fear?.state).toBe("lapsed");
    expect(fear?.reasons.map(({ code }) => code)).toContain("reason.withdrawn-words");
    expect(fear?.silent).toEqual(["P02", "P03"]);
    expect(status.participants.map(({ id }) => id)).toEqual(["P02", "P03"]);
    expect(status.withdrawals).toMatchObject([
      { id: "w001", participant: "P01", recall: [{ id: "x001", path: "exports/2026-05-12-synthese" }] },
    ]);
    const { corrections } = await loop.json<{ corrections: { participant: string }[] }>(["corrections"]);
    expect(corrections.some(({ participant }) => participant === "P01")).toBe(false);
    expect((await loop.run(["status"])).out).toContain("⊘ w001 P01 Nadia a retiré toutes ses paroles");
  });

  it("an old export is to be recalled, and nobody is said to have tampered with it", async () => {
    const loop = await wholeLoop();
    await withdraw(loop, "--turn", "s01.2");
    const { out, err } = await loop.run(["verify", "exports/2026-05-12-synthese"], { exit: 1 });
    expect(out + err).toContain("des paroles qui y étaient ont été retirées depuis");
    const { findings } = await loop.json<{ findings: { code: string }[] }>(
      ["verify", "exports/2026-05-12-synthese"],
      1,
    );
    expect(findings.map(({ code }) => code)).toEqual(["verify.withdrawn"]);
  });

  it("the words written again are not agreed to again", async () => {
    const loop = await wholeLoop();
    const before = loop.read("retours/g1.md");
    await withdraw(loop, "--turn", "s01.2");
    loop.write("retours/g1.md", before);
    const { sections } = await loop.json<{ sections: { id: string; state: string }[] }>(["status"]);
    expect(sections.find(({ id }) => id === "peur")?.state).toBe("lapsed");
  });

  it.each([
    ["everything", []],
    ["a session", ["--session", "s01"]],
    ["turns", ["--turn", "s01.2", "--turn", "s01.5", "--turn", "s01.7"]],
  ])("of %s, the same transcript brings nothing back", async (_, scope) => {
    const loop = await wholeLoop();
    await withdraw(loop, ...scope);
    const sheet = loop.read("sessions/s01/transcript.md");
    const file = join(temporaryFolder(), "s01.txt");
    writeFileSync(file, first);
    const { err } = await loop.run(["import", file, "--session", "s01", "--replace"]);
    expect(err).toContain("retirées ne sont pas revenues");
    expect(loop.read("sessions/s01/transcript.md")).toBe(sheet);
    expect(filesThatSay(loop.folder, [nadia.fear, nadia.link, nadia.short])).toEqual([]);
    expect(sheet).toContain(`${marc} ${both}`);
    expect((await loop.run(["audit"])).out).toContain("rien n’a été changé");
  });
});
