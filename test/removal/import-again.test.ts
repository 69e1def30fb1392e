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

/** The file is the person's again, with one thing corrected in it: a withdrawal takes it out of the study. */
async function importAgain({ run, write }: NamedLoop, text: string, from: string, to: string): Promise<void> {
  write("paroles/s01.txt", text.replace(from, to));
  await run(["import", "paroles/s01.txt", "--session", "s01", "--replace"]);
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
