// Names that stand in a study all the same: found by check, asked about, replaced where they already are.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { vaultFolder, vaultWorld, type VaultFolder } from "../vault/vaults.ts";
import { temporaryFolder, type TestWorldOptions } from "../world.ts";

const settings = `title: Questions de réseau
consent: elsewhere
indistinct: 3
groups:
  - { id: g1, title: Éducateurs }
participants:
  - { id: P01, group: g1, pseudonym: Karima, description: éducatrice }
  - { id: P02, group: g1, pseudonym: Yanis, description: éducateur }
sessions:
  - { id: s01, date: 2026-01-15, group: g1, present: [P01, P02] }
`;

const speech = `Karima : la nuit j’ai vu Brandao devant le hall, avec Tchoupi, il avait peur.

Yanis : moi je passe mon chemin, et puis je reviens.
`;

interface Scene {
  readonly path: (file: string) => string;
  readonly run: (argv: string[], options?: Partial<TestWorldOptions>) => Promise<Ran>;
}

interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

function sceneAt(root: string, place: VaultFolder): Scene {
  const path = (file: string): string => join(root, file);
  const run: Scene["run"] = async (argv, options = {}) => {
    const world = vaultWorld(place, { cwd: root, ...options });
    const exit = await main(argv, world);
    return { exit, out: world.out(), err: world.err() };
  };
  return { path, run };
}

/** Made once: deriving keys takes time. */
const ready = { root: temporaryFolder(), place: vaultFolder() };

beforeAll(async () => {
  const { path, run } = sceneAt(ready.root, ready.place);
  writeFileSync(path("retour.yaml"), settings);
  writeFileSync(path("s01.txt"), speech);
  expect((await run(["vault", "create"])).exit).toBe(0);
  const imported = await run(["import", "s01.txt", "--session", "s01"]);
  expect(imported).toMatchObject({ exit: 0, err: expect.stringContaining("retour vault review") as string });
  await run(["themes", "add", "peur", "--title", "La peur"]);
  await run(["code", "s01.1", "peur", "--text", "avec Tchoupi, il avait peur"]);
  await run(["build"]);
});

/** A study with its vault, a session in which two names came in, coded, and its document. */
function scene(): Scene {
  const root = temporaryFolder();
  const place = vaultFolder();
  cpSync(ready.root, root, { recursive: true });
  cpSync(ready.place.folder, place.folder, { recursive: true });
  return sceneAt(root, place);
}

describe("check, of names", () => {
  it("says where a likely one stands, and of what kind, never the word", async () => {
    const { run } = scene();
    const { exit, err } = await run(["check"]);
    expect(exit).toBe(1);
    expect(err).toMatch(/sessions\/s01\/transcript\.md:\d+:\d+ {2}name\.likely/);
    expect(err).not.toMatch(/Brandao|Tchoupi/);
  });

  it("finds one that the vault has and that stands all the same", async () => {
    const { run } = scene();
    await run(["vault", "add", "Brandao", "--as", "Moussa"]);
    await run(["vault", "ignore", "Tchoupi"]);
    const { exit, out, err } = await run(["check"]);
    expect({ exit, out }).toMatchObject({ exit: 1 });
    expect(err).toMatch(/transcript\.md:\d+:\d+ {2}name\.listed/);
    expect(err).not.toMatch(/name\.likely|Brandao/);
  });

  it("reads what is written of the study itself: its settings and its codebook", async () => {
    const { run, path } = scene();
    await run(["vault", "add", "Brandao", "--as", "Moussa"]);
    writeFileSync(path("retour.yaml"), settings.replace("Questions de réseau", "Le hall de Brandao"));
    writeFileSync(
      path("codebook.yaml"),
      readFileSync(path("codebook.yaml"), "utf8").replace("La peur", "Peur de Brandao"),
    );
    const { exit, err } = await run(["check"]);
    expect(exit).toBe(1);
    expect(err).toMatch(/retour\.yaml:1:\d+ {2}name\.listed/);
    expect(err).toMatch(/codebook\.yaml:\d+:\d+ {2}name\.listed/);
    expect(err).not.toContain("Brandao");
  });

  it("still looks for likely ones where no vault is kept, as information", async () => {
    const { run, path } = sceneAt(temporaryFolder(), vaultFolder());
    writeFileSync(path("retour.yaml"), `vault: none\n${settings}`);
    writeFileSync(path("s01.txt"), speech);
    expect((await run(["import", "s01.txt", "--session", "s01"])).exit).toBe(0);
    const { exit, err } = await run(["check"]);
    expect(exit).toBe(0);
    expect(err).toContain("name.likely");
  });
});

describe("vault review", () => {
  it("lists them without a terminal, with their places", async () => {
    const { run } = scene();
    const { exit, out } = await run(["vault", "review", "--json"]);
    expect(exit).toBe(1);
    const { likely } = JSON.parse(out) as { likely: { form: string; places: string[] }[] };
    expect(likely.map(({ form }) => form)).toEqual(expect.arrayContaining(["Brandao", "Tchoupi"]));
    expect(likely[0]?.places).toContain("s01.1");
  });

  it("asks about each once, and no more once it is answered", async () => {
    const { run } = scene();
    const forms = JSON.parse((await run(["vault", "review", "--json"])).out) as { likely: unknown[] };
    expect(forms.likely).toHaveLength(2);
    const answers = ["replace", "Moussa", "keep"];
    expect(await run(["vault", "review"], { answers })).toMatchObject({ exit: 0 });
    expect((await run(["vault", "review"])).exit).toBe(0);
  });
});
