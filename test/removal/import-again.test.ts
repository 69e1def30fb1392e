// A session that is imported again, of which words were withdrawn: what stays of its originals in the vault.
import { expect, it } from "vitest";
import { readVault } from "../vault/vaults.ts";
import { NAME, namedLoop, type NamedLoop } from "./named-loop.ts";

const SAID = `j’ai vu ${NAME} devant le hall`;

/** A name in the first turn, which the vault holds as it was said, and in a short third one. */
async function named(): Promise<NamedLoop> {
  const loop = await namedLoop();
  await loop.run(["vault", "add", NAME, "--as", "Moussa"]);
  await loop.run(["vault", "apply", "--yes"], { exit: 1 });
  loop.write("paroles/s01.txt", `${loop.read("paroles/s01.txt")}\nKarima : Oui, ${NAME}.\n`);
  await loop.run(["import", "paroles/s01.txt", "--session", "s01", "--replace"]);
  return loop;
}

/** The file is the person's again: a withdrawal takes it out of the study. */
const write = (loop: NamedLoop, text: string): void => {
  loop.write("paroles/s01.txt", text);
};

async function importAgain(loop: NamedLoop, text: string, from: string, to: string): Promise<void> {
  write(loop, text.replace(from, to));
  await loop.run(["import", "paroles/s01.txt", "--session", "s01", "--replace"]);
}

const originals = async ({ place }: NamedLoop): Promise<Record<string, string>> =>
  (await readVault(place)).originals["s01"] ?? {};

it("a turn that lost some words keeps its original without them, when it is imported again", async () => {
  const loop = await named();
  const text = loop.read("paroles/s01.txt");
  await loop.run(["withdraw", "P01", "--quote", "il avait très peur de monter", "--yes"]);
  await importAgain(loop, text, "La nuit", "Cette nuit");
  expect(loop.read("sessions/s01/transcript.md")).toContain("Cette nuit {==j’ai vu Moussa devant le hall==}");
  expect(await originals(loop)).toEqual({
    1: `Cette nuit ${SAID}, (paroles retirées).`,
    3: `Oui, ${NAME}.`,
  });
  const { out } = await loop.run(["vault", "reveal", "s01.1"]);
  expect(out).toContain(SAID);
  expect(out).not.toContain("peur de monter");
});

it("a name that was said in withdrawn words does not come back with them, nor does the original it was in", async () => {
  const loop = await named();
  const text = loop.read("paroles/s01.txt");
  await loop.run(["withdraw", "P01", "--quote", "j’ai vu Moussa devant le hall", "--yes"]);
  await importAgain(loop, text, "La nuit", "Cette nuit");
  expect(loop.read("sessions/s01/transcript.md")).toContain("Cette nuit (paroles retirées), il avait");
  expect(await originals(loop)).toEqual({ 3: `Oui, ${NAME}.` });
});

it("a turn that is withdrawn whole, too short to be known by its words, stays out of the vault", async () => {
  const loop = await named();
  const text = loop.read("paroles/s01.txt");
  await loop.run(["withdraw", "P01", "--turn", "s01.3", "--yes"]);
  await importAgain(loop, text, "La nuit", "Cette nuit");
  expect(loop.read("sessions/s01/transcript.md")).not.toContain("Oui");
  expect(await originals(loop)).toEqual({ 1: `Cette nuit ${SAID}, il avait très peur de monter.` });
});

it("words too few to be known by themselves stay out too, with the name beside them and the codings where they were", async () => {
  const loop = await named();
  const text = loop.read("paroles/s01.txt");
  await loop.run(["code", "s01.1", "peur", "--text", "il avait très peur"]);
  await loop.run(["withdraw", "P01", "--quote", "devant le hall", "--yes"]);
  write(
    loop,
    text.replace("La nuit", "Presque toute la nuit").replace("Moi je passe", "Moi, devant le hall, je passe"),
  );
  const { err } = await loop.run(["import", "paroles/s01.txt", "--session", "s01", "--replace"]);
  expect(err).toContain("import.withdrawn");
  const sheet = loop.read("sessions/s01/transcript.md");
  expect(sheet).toContain(
    "Presque toute la nuit j’ai vu Moussa (paroles retirées), {==il avait très peur==}{>>peur<<} de monter.",
  );
  // What someone else said is theirs.
  expect(sheet).toContain("Moi, devant le hall, je passe");
  expect(await originals(loop)).toEqual({
    1: `Presque toute la nuit j’ai vu ${NAME} (paroles retirées), il avait très peur de monter.`,
    3: `Oui, ${NAME}.`,
  });
  expect((await loop.run(["audit"])).out).toContain("rien n’a été changé");
});

it("a name withdrawn alone is not in the vault again, and the file may have lost the words itself", async () => {
  const loop = await named();
  const text = loop.read("paroles/s01.txt");
  await loop.run(["withdraw", "P01", "--quote", "vu Moussa devant", "--yes"]);
  await importAgain(loop, text, "La nuit", "Cette nuit");
  const sheet = (): string => loop.read("sessions/s01/transcript.md");
  expect(sheet()).toContain("Cette nuit j’ai (paroles retirées) le hall, il avait");
  expect(await originals(loop)).toEqual({ 3: `Oui, ${NAME}.` });
  await importAgain(loop, text, `vu ${NAME} devant `, "");
  expect(sheet()).toContain("La nuit j’ai le hall, il avait");
});
