// Whose return goes with words that someone else takes back, and what is said of it.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { filesThatSay } from "./byte-search.ts";
import { nadia, wholeLoop, type Loop } from "./loop.ts";

interface Removed {
  readonly letter: string;
  readonly corrections: readonly string[];
  readonly returns: readonly { path: string; participant: string; corrections: readonly string[] }[];
  readonly files: readonly { path: string; becomes: string }[];
}

const returned = ({ folder }: Loop): string[] => readdirSync(join(folder, "returns"));

/** Hélène answers by email, about words that nobody withdraws; each time the file that is kept. */
async function answer(loop: Loop, more: string): Promise<string> {
  const before = returned(loop);
  loop.write(
    "mail.eml",
    [
      ...["From: b@example.org", "To: a@example.org", "Subject: r02-P03", "MIME-Version: 1.0"],
      ...["Content-Type: text/plain; charset=utf-8", "", "Bonjour,", ""],
      ...["> Le groupe décrit une peur ordinaire, que personne ne nomme.", ""],
      ...[`Personne, c’est beaucoup dire.${more}`, "", "Hélène", ""],
    ].join("\r\n"),
  );
  await loop.run(["receive", "mail.eml", "--edition", "r02", "--from", "P03"]);
  return `returns/${returned(loop).find((file) => !before.includes(file)) ?? ""}`;
}

it("a return that says none of the words stays, with its follow-up, and its corrections lose nothing", async () => {
  const loop = await wholeLoop();
  const kept = await answer(loop, "");
  const { corrections } = await loop.json<{ corrections: { id: string; before: string }[] }>(["corrections"]);
  const asked = corrections.find(({ before }) => before.includes("peur ordinaire"))?.id;
  expect(asked).toBeDefined();
  loop.write("copies/r02/P03-suites.md", "Ce que vous avez demandé.\n");
  const removed = await loop.json<Removed>(["withdraw", "P01", "--turn", "s01.2", "--yes"]);
  expect(existsSync(join(loop.folder, kept))).toBe(true);
  expect(removed.files.map(({ path }) => path)).not.toContain(kept);
  expect(removed.corrections).not.toContain(asked);
  expect(filesThatSay(loop.folder, [nadia.fear])).toEqual([]);
  // It moved with the text that it is about.
  const now = await loop.json<{ corrections: { id: string; before: string }[] }>(["corrections"]);
  expect(now.corrections.find(({ id }) => id === asked)?.before).toContain("peur ordinaire");
  expect((await loop.run(["audit"])).out).toContain("rien n’a été changé à la main");
});

it("a return that says a few of the words goes: whose it is and what stays of it is said", async () => {
  const loop = await wholeLoop();
  const kept = await answer(loop, " On a peur de rentrer, voilà.");
  const { out } = await loop.run(["withdraw", "P01", "--turn", "s01.2", "--dry-run"]);
  const line = out.split("\n").find((each) => each.includes(kept));
  expect(line).toMatch(
    /\u202F: la réponse de P03 Hélène \(r02-P03\), dont les corrections restent dans le registre\u202F: c\d+/,
  );
});

it("words too short to be known anywhere else take the returns that show them, and no other", async () => {
  const loop = await wholeLoop();
  const kept = await answer(loop, "");
  const removed = await loop.json<Removed>(["withdraw", "P01", "--quote", "à cause des étages", "--yes"]);
  expect(removed.returns.map(({ participant }) => participant)).toContain("P02");
  expect(removed.returns.map(({ path }) => path)).not.toContain(kept);
  expect(filesThatSay(join(loop.folder, "returns"), ["à cause des étages"])).toEqual([]);
});

it("the screen and the letter count the same files", async () => {
  const loop = await wholeLoop();
  const { out } = await loop.run(["withdraw", "P01", "--yes"]);
  const { files, letter } = {
    files: /^(\d+) fichiers supprimés/m.exec(out)?.[1],
    letter: /reports\/\S+/.exec(out)?.[0],
  };
  expect(files).toBeDefined();
  expect(loop.read(letter ?? "")).toContain(`${files ?? ""} fichiers qui les contenaient ont été supprimés`);
  const listed = out
    .split("\n")
    .filter((line) =>
      /^ {2}(?:copies|returns|exports|recu|paroles|notes|reports|\.retour|\S+\.(?:html|retour|yaml))/.test(
        line,
      ),
    );
  expect(listed.length).toBeGreaterThanOrEqual(Number(files));
});
