// A study in which a real name went through the whole loop before anybody listed it.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { main } from "../../src/main.ts";
import { vaultFolder, vaultWorld, type VaultFolder } from "../vault/vaults.ts";
import { temporaryFolder, type TestWorldOptions } from "../world.ts";

export const NAME = "Brandao";

const settings = `title: Questions de réseau
language: fr
consent: elsewhere
groups:
  - id: g1
    title: Groupe de professionnels
participants:
  - { id: P01, group: g1, pseudonym: Karima, description: éducatrice de prévention }
  - { id: P02, group: g1, pseudonym: Yanis, description: gardien d’immeuble }
sessions:
  - { id: s01, date: 2026-01-15, group: g1, present: [P01, P02], capture: recording }
validation:
  rule: group-session
attribution: description
pact: |
  Rien ne sort sans accord.
`;

const speech = `Karima : La nuit j’ai vu ${NAME} devant le hall, il avait très peur de monter.

Yanis : Moi je passe mon chemin, et puis je reviens plus tard.
`;

export interface NamedLoop {
  readonly folder: string;
  readonly place: VaultFolder;
  readonly run: (
    argv: readonly string[],
    options?: Partial<TestWorldOptions> & { exit?: number },
  ) => Promise<{ out: string; err: string }>;
  readonly read: (file: string) => string;
  readonly write: (file: string, content: string | Uint8Array) => void;
}

function loopIn(folder: string, place: VaultFolder): NamedLoop {
  let ids = 0;
  return {
    folder,
    place,
    run: async (argv, { exit = 0, ...options } = {}) => {
      const world = vaultWorld(place, { cwd: folder, ...options });
      const newId = (): string => String((ids += 1)).padStart(32, "0");
      const code = await main(argv, { ...world, newId });
      const printed = { out: world.out(), err: world.err() };
      if (code !== exit) expect({ argv, code, ...printed }).toEqual({ argv, code: exit });
      return printed;
    },
    read: (file) => readFileSync(join(folder, file), "utf8"),
    write: (file, content) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content);
    },
  };
}

let made: Promise<NamedLoop> | undefined;

/** A copy of the study and of its vault, which nobody has told the name. */
export async function namedLoop(): Promise<NamedLoop> {
  const { folder, place } = await (made ??= play());
  const copy = loopIn(temporaryFolder(), vaultFolder());
  cpSync(folder, copy.folder, { recursive: true });
  cpSync(place.folder, copy.place.folder, { recursive: true });
  return copy;
}

async function play(): Promise<NamedLoop> {
  const loop = loopIn(temporaryFolder(), vaultFolder());
  const { run, read, write } = loop;
  write("retour.yaml", settings);
  write("codebook.yaml", "- { id: peur, title: La peur au travail }\n");
  write("paroles/s01.txt", speech);
  await run(["vault", "create"]);
  await run(["import", "paroles/s01.txt", "--session", "s01"]);
  await run(["code", "s01.1", "peur", "--text", `j’ai vu ${NAME} devant le hall`]);
  await run(["code", "s01.2", "peur"]);
  await run(["build"]);
  write(
    "retours/g1.md",
    read("retours/g1.md").replace(
      "### Analyse\n",
      `### Analyse\n\nChacun connaît ${NAME} et son histoire dans le quartier.\n`,
    ),
  );
  await run(["send", "--format", "md,docx,odt,html"]);
  const copy = read("copies/r01/P02.md");
  write(
    "recu/r01-P02.md",
    copy
      .replace("son histoire dans le quartier", "toute son histoire dans ce quartier")
      .replace("Chacun connaît", `Chacun ici connaît{>>${NAME} habite au troisième<<}`),
  );
  await run(["receive", "recu/r01-P02.md"]);
  const oral = ["receive", "--oral", "--edition", "r01", "--from", "P01", "--section", "peur"];
  await run([...oral, "--kind", "addition", "--text", `Il faut dire que ${NAME} a déménagé depuis.`]);
  const { corrections } = JSON.parse((await run(["corrections", "--json"])).out) as {
    corrections: { id: string }[];
  };
  for (const [index, { id }] of corrections.entries())
    await run(
      index === 0
        ? ["decide", id, "declined", "--reason", `${NAME} ne le veut pas`]
        : ["decide", id, "integrated"],
    );
  await run(["integrate"]).catch(() => run(["integrate"], { exit: 1 }));
  await run(["report", "suites-données"]);
  await run(["build"]);
  await run(["validate", "peur", "--group", "--session", "s01", "--audience", "public"]);
  await run(["export", "--only-validated"]);
  await run(["backup", "sauvegarde.retour"]);
  write("notes/journal.txt", Buffer.from(`\uFEFFVu ${NAME} mardi.`, "utf16le"));
  return loop;
}
