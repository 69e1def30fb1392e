// Words that someone takes back leave the vault too, which holds them with their names.
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readVault, writeVault, PASSPHRASE } from "../vault/vaults.ts";
import { filesThatSay } from "./byte-search.ts";
import { NAME, namedLoop, type NamedLoop } from "./named-loop.ts";

const OTHER = "Kerouédan";
const SAID = `j’ai vu ${NAME} devant le hall`;

/** Karima and Yanis each say a name: both turns have their original words in the vault. */
async function namedTurns(): Promise<NamedLoop> {
  const loop = await namedLoop();
  const { run, write, read } = loop;
  await run(["vault", "add", NAME, "--as", "Moussa"]);
  await run(["vault", "add", OTHER, "--as", "Inès"]);
  await run(["vault", "apply", "--yes"], { exit: 1 });
  write("paroles/s01.txt", read("paroles/s01.txt").replace("je passe mon chemin", `je passe voir ${OTHER}`));
  await run(["import", "paroles/s01.txt", "--session", "s01", "--replace"]);
  const about = { form: NAME, says: "name" } as const;
  await writeVault(loop.place, {
    answers: [
      { ...about, context: "j ai vu·devant le hall" },
      { form: "Rose", says: "word" },
      { form: OTHER, says: "name", context: "je passe voir·et puis je" },
      { form: "hall", says: "word", context: "·" },
    ],
  });
  return loop;
}

/** By turn, what the vault holds of it: which name is in it. */
async function originals({ place }: NamedLoop): Promise<Record<string, string>> {
  const { s01 = {} } = (await readVault(place)).originals;
  const name = (words: string): string => (words.includes(OTHER) ? OTHER : words.includes(SAID) ? NAME : "");
  return Object.fromEntries(Object.entries(s01).map(([turn, words]) => [turn, name(words)]));
}

const vaultOf = async ({ place }: NamedLoop): Promise<string> => JSON.stringify(await readVault(place));

it("a turn that is withdrawn leaves the vault, and what another said stays in it", async () => {
  const loop = await namedTurns();
  expect(await originals(loop)).toEqual({ 1: NAME, 2: OTHER });
  expect((await loop.run(["vault", "reveal", "s01.1"])).out).toContain(SAID);

  await loop.run(["withdraw", "P01", "--turn", "s01.1", "--yes"]);

  expect(await originals(loop)).toEqual({ 2: OTHER });
  const contents = await readVault(loop.place);
  expect(contents.withdrawn).toEqual(["s01.1"]);
  expect(contents.identities.map(({ names }) => names[0])).toEqual([NAME, OTHER]);
  // An answer about one place says the words around it.
  expect(contents.answers.map(({ form }) => form)).toEqual(["Rose", OTHER, "hall"]);
  for (const words of ["devant le hall", "très peur de monter"])
    expect(await vaultOf(loop)).not.toContain(words);

  const { out } = await loop.run(["vault", "reveal", "s01.1"]);
  expect(out).toContain("(paroles retirées)");
  expect(out).not.toContain("devant le hall");
  expect((await loop.run(["vault", "reveal", "s01.2"])).out).toContain(OTHER);
  expect((await loop.run(["audit"])).out).toContain("rien n’a été changé");
});

it("words within a turn leave its original, of which every other word stays", async () => {
  const loop = await namedTurns();
  const { err } = await loop.run(["withdraw", "P01", "--quote", "il avait très peur de monter", "--yes"]);
  expect(err).not.toContain("removal.original-gone");
  const { originals: kept, answers } = await readVault(loop.place);
  expect(kept["s01"]?.["1"]).toBe(`La nuit ${SAID}, (paroles retirées).`);
  expect(kept["s01"]?.["2"]).toContain(OTHER);
  expect(await vaultOf(loop)).not.toContain("peur de monter");
  // What was answered about a place that stays still says it.
  expect(answers.map(({ form }) => form)).toEqual([NAME, "Rose", OTHER, "hall"]);
  const { out } = await loop.run(["vault", "reveal", "s01.1"]);
  expect(out).toContain(SAID);
  expect(out).not.toContain("peur de monter");
});

it("words with a name in them leave the original, the answer about that place, and what people wrote", async () => {
  const loop = await namedTurns();
  loop.write("notes/terrain.md", `Elle me dit : « ${SAID} », puis rien.\n`);
  await loop.run(["withdraw", "P01", "--quote", "j’ai vu Moussa devant le hall", "--yes"]);
  const { originals: kept, answers } = await readVault(loop.place);
  // No name is left in it: the study's own words are all of them.
  expect(kept).toEqual({ s01: { 2: expect.stringContaining(OTHER) as string } });
  expect(answers.map(({ form }) => form)).toEqual(["Rose", OTHER, "hall"]);
  expect(loop.read("sessions/s01/transcript.md")).toContain("La nuit (paroles retirées), il avait très peur");
  expect(loop.read("notes/terrain.md")).toBe("Elle me dit : « (paroles retirées) », puis rien.\n");
  expect(await vaultOf(loop)).not.toContain("devant le hall");
  expect(filesThatSay(loop.folder, [SAID])).toEqual([]);
});

it("a turn corrected in its sheet is cut in its original where its words are the same, and only there", async () => {
  const loop = await namedTurns();
  const sheet = "sessions/s01/transcript.md";
  loop.write(sheet, loop.read(sheet).replace("La nuit", "Une nuit").replace("très peur de", "peur de"));
  await loop.run(["withdraw", "P01", "--quote", "devant le hall", "--yes"]);
  const original = async (): Promise<string | undefined> =>
    (await readVault(loop.place)).originals["s01"]?.["1"];
  expect(await original()).toBe(`La nuit j’ai vu ${NAME} (paroles retirées), il avait très peur de monter.`);
  // Said otherwise first: what is withdrawn cannot be told apart in it.
  const { err } = await loop.run(["withdraw", "P01", "--quote", "il avait peur de monter", "--yes"]);
  expect(err).toContain("removal.original-gone");
  expect(err).toContain("s01.1");
  expect(await original()).toBeUndefined();
  expect(await vaultOf(loop)).not.toContain("peur de monter");
});

it("words that a person had taken out of the sheet leave the original too", async () => {
  const loop = await namedTurns();
  const sheet = "sessions/s01/transcript.md";
  const said = "il avait très peur de monter";
  loop.write("paroles/s02.txt", "Karima : Je redis : il avait très peur de monter.\n");
  loop.write(
    "retour.yaml",
    loop
      .read("retour.yaml")
      .replace(
        "capture: recording }\n",
        "capture: recording }\n  - { id: s02, date: 2026-02-15, group: g1, present: [P01], capture: recording }\n",
      ),
  );
  await loop.run(["import", "paroles/s02.txt", "--session", "s02"]);
  loop.write(sheet, loop.read(sheet).replace(`, ${said}`, ""));
  await loop.run(["withdraw", "P01", "--quote", said, "--yes"]);
  const { originals: kept } = await readVault(loop.place);
  expect(kept["s01"]?.["1"]).toBe(`La nuit ${SAID}, (paroles retirées).`);
});

it("killed once the vault had forgotten, a withdrawal typed again leaves the original as it is", async () => {
  const loop = await namedTurns();
  const argv = ["withdraw", "P01", "--quote", "il avait très peur de monter", "--yes"];
  const before = loop.folder + ".avant";
  cpSync(loop.folder, before, { recursive: true });
  await loop.run(argv);
  const kept = (await readVault(loop.place)).originals;
  rmSync(loop.folder, { recursive: true });
  renameSync(before, loop.folder);
  const { err } = await loop.run(argv);
  expect(err).not.toContain("removal.original-gone");
  expect((await readVault(loop.place)).originals).toEqual(kept);
  expect(loop.read("sessions/s01/transcript.md")).not.toContain("peur de monter");
});

it("words are looked for as they were said, with their names, in files that people wrote", async () => {
  const loop = await namedTurns();
  const { write, read, run, folder } = loop;
  const said = `La nuit j’ai vu ${NAME} devant le hall, il avait très peur de monter.`;
  write("notes/terrain.md", `Elle me dit : « ${said} » Puis rien.\n`);
  await run(["withdraw", "P01", "--yes"]);
  expect(read("notes/terrain.md")).toBe("Elle me dit : « (paroles retirées). » Puis rien.\n");
  expect(filesThatSay(folder, [said])).toEqual([]);
});

it("what is tried first leaves the vault as it is, and a vault that cannot be opened leaves everything", async () => {
  const loop = await namedTurns();
  const before = await vaultOf(loop);
  await loop.run(["withdraw", "P01", "--dry-run"]);
  expect(await vaultOf(loop)).toBe(before);
  const sheet = loop.read("sessions/s01/transcript.md");
  writeFileSync(loop.place.passphraseFile, `${PASSPHRASE} autre\n`);
  const { err } = await loop.run(["withdraw", "P01", "--yes"], { exit: 2 });
  expect(err).toContain("vault.wrong-passphrase");
  expect(readFileSync(join(loop.folder, "sessions/s01/transcript.md"), "utf8")).toBe(sheet);
  writeFileSync(loop.place.passphraseFile, `${PASSPHRASE}\n`);
  expect(await vaultOf(loop)).toBe(before);
});
