// What a withdrawal leaves to be done by hand, and a second one that finds what the first could not take.
import { existsSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { testWorld } from "../world.ts";
import { filesThatSay } from "./byte-search.ts";
import { both, marc, nadia, researcher, wholeLoop, type Loop } from "./loop.ts";

const everything = Object.values(nadia);

function scopes({ folder }: Loop): unknown[] {
  const db = new Database(join(folder, ".retour/ledger.db"), { readonly: true });
  const found = db.prepare("select scope from withdrawal order by id").pluck().all();
  db.close();
  return found;
}

it("remembers turns as they are, in order, however they were named", async () => {
  const loop = await wholeLoop();
  const turns = ["s01.7", "s01.5", "s01.5-5"].flatMap((turn) => ["--turn", turn]);
  const removed = await loop.json(["withdraw", "P01", ...turns, "--yes"]);
  expect(scopes(loop)).toEqual(["s01.5, s01.7"]);
  expect(removed).toMatchObject({ scope: "s01.5, s01.7", sessions: [{ session: "s01", turns: 2 }] });
  expect((await loop.run(["audit"])).out).toContain("rien n’a été changé");
});

it("takes the words out of a document that was saved meanwhile, when it is asked again", async () => {
  const loop = await wholeLoop();
  const note = "Une note que j’ajoute pendant ce temps.";
  const whole = loop.read("retours/g1.md").replace("### Analyse\n", `### Analyse\n\n${note}\n`);
  const world = testWorld({ cwd: loop.folder, canAsk: true });
  const prompter = {
    ...world.prompter,
    confirm: () => {
      loop.write("retours/g1.md", whole);
      return Promise.resolve(true);
    },
  };
  expect(await main(["withdraw", "P01"], { ...world, prompter })).toBe(0);
  expect(world.err()).toContain("heal.kept-beside");
  expect(loop.read("retours/g1.md")).toBe(whole.replaceAll(".validated}", ".lapsed}"));
  expect(existsSync(join(loop.folder, "retours/g1.retour-1.md"))).toBe(true);

  const { out } = await loop.run(["withdraw", "P01", "--yes"]);
  expect(out).toContain("retours/g1.md");
  expect(filesThatSay(loop.folder, everything)).toEqual([]);
  const document = loop.read("retours/g1.md");
  // Her words that someone had changed go too: the quote names her turn.
  expect(document).not.toContain("rentrer dans le hall");
  expect(document).toContain(`${note}\n\n${researcher} (paroles retirées).`);
  expect(document).toContain(`> ${marc} ${both}`);
  expect((await loop.run(["withdraw", "P01", "--yes"])).out).toContain("Il n’y a rien à retirer");
  expect((await loop.run(["audit"])).out).toContain("rien n’a été changé");
});

it("leaves to others what they have said too since it was withdrawn", async () => {
  const loop = await wholeLoop();
  await loop.run(["withdraw", "P01", "--turn", "s01.5", "--yes"]);
  loop.write("paroles/s02.txt", `Marc : ${nadia.link}\n`);
  await loop.run(["import", "paroles/s02.txt", "--session", "s02", "--replace"]);
  loop.write("notes/marc.md", `Marc l’a dit : ${nadia.link}\n`);
  await loop.run(["withdraw", "P01", "--turn", "s01.7", "--yes"]);
  expect(loop.read("notes/marc.md")).toContain(nadia.link);
  expect(loop.read("sessions/s02/transcript.md")).toContain(nadia.link);
});

it("names the file of the study that says the words in a way it cannot take out", async () => {
  const loop = await wholeLoop();
  const coded = nadia.link.replace("même", "m\\u00eame").replace("rez", "\\u0072ez");
  loop.edit("codebook.yaml", nadia.link, coded.replace("lien", "l\\u0069en"));
  loop.edit(
    "retours/g1.md",
    "### Analyse\n",
    "### Analyse\n\nOn a peur de <b>ren</b>trer dans le h<i>all</i>.\n",
  );
  const before = loop.read("codebook.yaml");
  for (const more of [["--dry-run"], ["--yes"], ["--yes"]]) {
    const { err } = await loop.run(["withdraw", "P01", ...more]);
    expect(err).toMatch(/codebook\.yaml {2}removal\.said-otherwise/);
    for (const words of everything) expect(err).not.toContain(words);
  }
  expect(loop.read("codebook.yaml")).toBe(before);
});
