// A small study for whole-command tests: two groups, a session each, a document written by hand.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { main } from "../../src/main.ts";
import { openStudy, type Study } from "../../src/study/open.ts";
import { temporaryFolder, testWorld, type TestWorldOptions } from "../world.ts";

const settings = `title: Questions de réseau
language: fr
vault: none
consent: elsewhere
groups:
  - id: g1
    title: Groupe de professionnels
  - id: g2
    title: Groupe de parents
participants:
  - { id: P01, group: g1, pseudonym: Nadia, description: éducatrice de prévention }
  - { id: P02, group: g1, pseudonym: Marc, description: gardien d’immeuble }
  - { id: P03, group: [g1, g2], pseudonym: Hélène, description: enseignante }
  - { id: P04, group: g2, pseudonym: Sonia, description: mère de deux enfants }
  - { id: P09, group: g1, pseudonym: Claire, description: sociologue, role: tiers }
sessions:
  - { id: s01, date: 2026-01-15, group: g1, present: [P01, P02, P03], capture: recording }
validation:
  rule: unanimity
attribution: description
pact: |
  Rien ne sort sans accord.
`;

const transcript = `Claire : Alors, on commence par quoi ?

Nadia : Des fois la nuit, on a peur de rentrer dans le hall.

Marc : Moi je coupe la lumière et j’attends.

Hélène : À l’école on n’en parle pas. On fait comme si.

Nadia : Et le lien tient quand même, avec les petits.
`;

const codebook = `- { id: peur, title: La peur au travail }
- { id: silence, title: Se taire }
- { id: lien, title: Le lien avec les jeunes }
`;

export interface Loop {
  readonly folder: string;
  /** Runs a command in the study and gives what it printed; fails when the exit code differs. */
  readonly run: (
    argv: readonly string[],
    options?: Partial<TestWorldOptions> & { exit?: number; day?: string },
  ) => Promise<{ out: string; err: string }>;
  /** The JSON a command prints. */
  readonly json: (argv: readonly string[], exit?: number) => Promise<unknown>;
  readonly read: (file: string) => string;
  readonly write: (file: string, text: string) => void;
  /** Replaces words of a file; refuses words that are not there. */
  readonly edit: (file: string, from: string, to: string) => void;
  /** Looks into the ledger. */
  readonly look: <T>(work: (study: Study) => Promise<T>) => Promise<T>;
}

function loopIn(folder: string): Loop {
  const path = (file: string): string => join(folder, file);
  const read = (file: string): string => readFileSync(path(file), "utf8");
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(path(file)), { recursive: true });
    writeFileSync(path(file), text);
  };
  let ids = 0;
  const run: Loop["run"] = async (argv, { exit = 0, day, ...options } = {}) => {
    const world = testWorld({ cwd: folder, ...options });
    if (day !== undefined) world.setClock(`${day}T09:00:00Z`);
    const newId = (): string => String((ids += 1)).padStart(32, "0");
    const code = await main(argv, { ...world, newId });
    const printed = { out: world.out(), err: world.err() };
    if (code !== exit) expect({ argv, code, ...printed }).toEqual({ argv, code: exit });
    return printed;
  };
  return {
    folder,
    run,
    json: async (argv, exit = 0) => {
      const parsed: unknown = JSON.parse((await run([...argv, "--json"], { exit })).out);
      return parsed;
    },
    read,
    write,
    edit: (file, from, to) => {
      const text = read(file);
      if (!text.includes(from)) throw new Error(`${file} does not say: ${from}`);
      write(
        file,
        text.replace(from, () => to),
      );
    },
    look: async (work) => {
      const study = await openStudy(testWorld({ cwd: folder }), { forWriting: false });
      try {
        return await work(study);
      } finally {
        await study.close();
      }
    },
  };
}

/** The analysis that the researcher wrote in the document of g1. */
const analysis = `Le groupe décrit une peur ordinaire. Elle dure toute la journée, parfois la nuit.

<!-- à reprendre avec Nadia -->

Chacun fait avec ce qu’il a, et personne ne se plaint.`;

// Made once, then copied: a study is a folder.
let built: Promise<Loop> | undefined;
let sent: Promise<Loop> | undefined;

async function copyOf(loop: Promise<Loop>): Promise<Loop> {
  const folder = temporaryFolder();
  cpSync((await loop).folder, folder, { recursive: true });
  return loopIn(folder);
}

/** A study with its document of g1 built and written, nothing sent yet. */
export async function builtStudy(): Promise<Loop> {
  return copyOf((built ??= makeStudy()));
}

async function makeStudy(): Promise<Loop> {
  const loop = loopIn(temporaryFolder());
  loop.write("retour.yaml", settings);
  loop.write("codebook.yaml", codebook);
  loop.write("s01.txt", transcript);
  await loop.run(["import", "s01.txt", "--session", "s01"]);
  await loop.run(["code", "s01.2", "peur"]);
  await loop.run(["code", "s01.3", "peur"]);
  await loop.run(["code", "s01.4", "silence"]);
  await loop.run(["code", "s01.5", "lien"]);
  await loop.run(["build", "--group", "g1"]);
  loop.edit("retours/g1.md", "### Analyse\n", `### Analyse\n\n${analysis}\n`);
  return loop;
}

/** The same, with r01 sent to everyone of g1. */
export async function sentStudy(): Promise<Loop> {
  return copyOf((sent ??= sendStudy()));
}

async function sendStudy(): Promise<Loop> {
  const loop = await builtStudy();
  await loop.run(["send", "--group", "g1"]);
  return loop;
}
