// Questions at a terminal, in the person's language.
import { join } from "node:path";
import { expect, it } from "vitest";
import { main } from "../src/main.ts";
import { vaultFolder, vaultWorld } from "./vault/vaults.ts";
import { temporaryFolder } from "./world.ts";

it.each([
  ["fr", { yes: "oui", no: "non" }],
  ["en", { yes: "yes", no: "no" }],
])("takes yes and no as they are said in %s", async (lang, words) => {
  const root = temporaryFolder();
  const place = vaultFolder();
  const first = vaultWorld(place, { cwd: root });
  expect(await main(["init", "--title", "Étude", "--yes"], first)).toBe(0);
  expect(await main(["vault", "create"], first)).toBe(0);
  const asked: unknown[] = [];
  const world = vaultWorld(place, { cwd: root, canAsk: true });
  world.prompter.confirm = async (question) => {
    asked.push(question.words);
    return false;
  };
  await main(["vault", "create", "--vault", join(place.folder, "other.age"), "--lang", lang], world);
  expect(asked).toEqual([words]);
});
