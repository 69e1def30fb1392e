// Words that someone takes back leave the vault too, which holds them with their names.
import { readFileSync, writeFileSync } from "node:fs";
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

it("words within a turn leave it with the original of the turn", async () => {
  const loop = await namedTurns();
  await loop.run(["withdraw", "P01", "--quote", "il avait très peur de monter", "--yes"]);
  expect(await originals(loop)).toEqual({ 2: OTHER });
  const { out } = await loop.run(["vault", "reveal", "s01.1"]);
  expect(out).toContain("Moussa devant le hall");
  expect(out).not.toContain("peur de monter");
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
