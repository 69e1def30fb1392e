// A study with a transcript to import, and commands run on it as a person runs them.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { audit } from "../../src/ledger/audit.ts";
import { main } from "../../src/main.ts";
import { openStudy, type Study } from "../../src/study/open.ts";
import { temporaryFolder, testWorld, type TestWorldOptions } from "../world.ts";
import { makeStudy } from "./given.ts";

export const captions = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Marie Curie>Bonsoir à tous. On commence quand vous voulez.</v>

00:00:04.000 --> 00:00:09.000
<v Nadia>Moi des fois la nuit j'ai peur de rentrer dans le hall.</v>

00:00:09.000 --> 00:00:12.000
<v Marie Curie>Dites-en plus, si vous voulez bien.</v>

00:00:12.000 --> 00:00:15.000
<v Pierre Dupont>On attend dehors que ça passe, voilà tout.</v>
`;

interface SceneOptions extends Partial<TestWorldOptions> {
  readonly sessions?: string[];
  readonly capture?: string;
}

/** A study whose folder holds `s01.vtt`, not yet imported. */
export function start(options: SceneOptions = {}) {
  const folder = temporaryFolder();
  makeStudy(folder, options.sessions, options.capture);
  const world = testWorld({ cwd: folder, ...options });
  writeFileSync(join(folder, "s01.vtt"), captions);
  const run = async (...argv: string[]): Promise<number> => {
    world.clear();
    return main(argv, world);
  };
  const json = async (...argv: string[]): Promise<Record<string, unknown>> => {
    await run(...argv, "--json");
    return JSON.parse(world.out()) as Record<string, unknown>;
  };
  const path = (relative: string): string => join(folder, relative);
  const sheet = (session = "s01"): string => readFileSync(path(`sessions/${session}/transcript.md`), "utf8");
  const edit = (change: (text: string) => string, session = "s01"): void => {
    writeFileSync(path(`sessions/${session}/transcript.md`), change(sheet(session)));
  };
  return { folder, world, run, json, path, sheet, edit };
}

export type Scene = ReturnType<typeof start>;

/** The same with s01 imported, its three voices known: Marc, Nadia, Sonia. */
export async function imported(options: SceneOptions = {}): Promise<Scene> {
  const scene = start(options);
  await scene.run("import", "s01.vtt", "--yes", "--speaker", "V1=P02", "--speaker", "V2=P03");
  return scene;
}

/** Asks a study's ledger, and closes it. */
export async function ledger<T>({ world }: Scene, ask: (study: Study) => Promise<T>): Promise<T> {
  const study = await openStudy(world, { forWriting: false });
  try {
    return await ask(study);
  } finally {
    await study.close();
  }
}

export const turnRows = (scene: Scene) =>
  ledger(scene, ({ ledger: { db } }) =>
    db.selectFrom("turn").selectAll().orderBy("session").orderBy("position").execute(),
  );

/** Each coding as `s01.2 peur: its words`, `*` for the whole turn. */
export const codings = (scene: Scene) =>
  ledger(scene, async ({ ledger: { db } }) => {
    const rows = await db.selectFrom("coding").selectAll().orderBy("turn").orderBy("id").execute();
    return rows.map(
      ({ session, turn, theme, start, words }) =>
        `${session}.${String(turn)} ${theme}: ${start === null ? "*" : words}`,
    );
  });

/** What the journal and the tables disagree on. */
export const findings = (scene: Scene) =>
  ledger(scene, async ({ ledger: { db } }) => (await audit(db)).findings);
