// A study that has gone through the whole loop twice, with the words of everyone everywhere.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect } from "vitest";
import { main } from "../../src/main.ts";
import { temporaryFolder, testWorld, type TestWorldOptions } from "../world.ts";

/** What Nadia said, turn by turn, but for what Marc said too. */
export const nadia = {
  fear: "Des fois la nuit, on a peur de rentrer dans le hall, à cause des étages.",
  link: "Et le lien tient quand même, avec les petits du rez-de-chaussée.",
  short: "Ben ouais, voilà.",
  later: "Le mois dernier j’ai failli tout arrêter, tellement j’étais fatiguée.",
  written: "Ce que je voulais dire surtout, c’est que personne ne nous écoute là-haut.",
} as const;

/** Said by Nadia and by Marc, word for word. */
export const both = "Je ne sais pas quoi dire ce soir.";

export const marc = "Moi je coupe la lumière et j’attends qu’ils s’en aillent.";
export const researcher = "Le groupe décrit une peur ordinaire, que personne ne nomme.";

const settings = `title: Questions de réseau
language: fr
vault: none
consent: elsewhere
groups:
  - id: g1
    title: Groupe de professionnels
participants:
  - { id: P01, group: g1, pseudonym: Nadia, description: éducatrice de prévention }
  - { id: P02, group: g1, pseudonym: Marc, description: gardien d’immeuble }
  - { id: P03, group: g1, pseudonym: Hélène, description: enseignante }
  - { id: P09, group: g1, pseudonym: Claire, description: sociologue, role: tiers }
sessions:
  - { id: s01, date: 2026-01-15, group: g1, present: [P01, P02, P03], capture: recording }
  - { id: s02, date: 2026-02-15, group: g1, present: [P01, P02, P03], capture: recording }
validation:
  rule: group-session
attribution: description
pact: |
  Rien ne sort sans accord.
`;

export const first = `Claire : Alors, on commence par quoi ?

Nadia : ${nadia.fear} ${both}

Marc : ${marc} ${both}

Hélène : À l’école on n’en parle pas. On fait comme si de rien n’était.

Nadia : ${nadia.link}

Marc : Tu crois vraiment ce que tu dis là ?

Nadia : ${nadia.short}
`;

const second = `Claire : Et depuis la dernière fois ?

Nadia : ${nadia.later}

Marc : Rien de neuf dans l’immeuble, on attend toujours la lumière.
`;

export interface Loop {
  readonly folder: string;
  readonly run: (
    argv: readonly string[],
    options?: Partial<TestWorldOptions> & { exit?: number },
  ) => Promise<{ out: string; err: string }>;
  readonly json: <T>(argv: readonly string[], exit?: number) => Promise<T>;
  readonly read: (file: string) => string;
  readonly write: (file: string, content: string | Uint8Array) => void;
  readonly edit: (file: string, from: string, to: string) => void;
}

/** `ids`: how many a study in the folder has been given before. */
export function loopIn(folder: string, ids = 0): Loop {
  const read = (file: string): string => readFileSync(join(folder, file), "utf8");
  const write: Loop["write"] = (file, content) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  };
  const run: Loop["run"] = async (argv, { exit = 0, ...options } = {}) => {
    const world = testWorld({ cwd: folder, ...options });
    const newId = (): string => String((ids += 1)).padStart(32, "0");
    const code = await main(argv, { ...world, newId });
    const printed = { out: world.out(), err: world.err() };
    if (code !== exit) expect({ argv, code, ...printed }).toEqual({ argv, code: exit });
    return printed;
  };
  return {
    folder,
    run,
    json: async <T>(argv: readonly string[], exit = 0) =>
      JSON.parse((await run([...argv, "--json"], { exit })).out) as T,
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
  };
}

let made: Promise<Loop> | undefined;

/** A copy of the study, made once. */
export async function wholeLoop(): Promise<Loop> {
  const folder = temporaryFolder();
  cpSync((await (made ??= playLoop())).folder, folder, { recursive: true });
  return loopIn(folder, 1000);
}

async function playLoop(): Promise<Loop> {
  const loop = loopIn(temporaryFolder());
  const { run, write, edit, read } = loop;
  write("retour.yaml", settings);
  write(
    "codebook.yaml",
    `- { id: peur, title: La peur au travail }\n- { id: silence, title: Se taire, definition: "${nadia.link}" }\n- { id: lien, title: Le lien }\n`,
  );
  write("paroles/s01.txt", first);
  write("paroles/s02.txt", second);
  await run(["import", "paroles/s01.txt", "--session", "s01"]);
  await run(["code", "s01.2", "peur"]);
  await run(["code", "s01.3", "peur"]);
  await run(["code", "s01.4", "silence"]);
  await run(["code", "s01.5", "lien"]);
  await run(["build"]);
  edit(
    "retours/g1.md",
    "### Analyse\n",
    `### Analyse\n\n${researcher} ${nadia.fear} Marc répond autrement.\n\nElle conclut : « ${nadia.short} » (s01.7)\n\n<!-- note : ${nadia.link} -->\n`,
  );
  await run(["send", "--format", "md,docx,odt,html"]);
  // A typo in the quote itself, her sentence in a remark, and another remark.
  const copy = read("copies/r01/P02.md");
  write(
    "recu/r01-P02.md",
    copy
      .replace("on a peur de rentrer dans le hall", "on a très peur de rentrer dans le hall")
      .replace("Marc répond autrement.", `Marc répond tout autrement.{>>Elle a dit : ${nadia.link}<<}`),
  );
  await run(["receive", "recu/r01-P02.md"]);
  const study = /^study: (\w+)$/m.exec(copy)?.[1] ?? "";
  const answer = {
    ...{ retour: "answer", version: 1, study, copy: "r01-P03", edition: "r01" },
    sections: [{ id: "peur", answers: ["disagree"], remark: `Je ne dirais pas : ${nadia.fear}` }],
  };
  const json = JSON.stringify(answer).replace(
    /[\u0080-\uFFFF]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  write("recu/reponse-r01-P03.json", json);
  await run(["receive", "recu/reponse-r01-P03.json"]);
  write("recu/mail.eml", emailOf(read("copies/r01/P03.md").replace("Marc répond", "Marc dit")));
  await run(["receive", "recu/mail.eml", "--edition", "r01", "--from", "P03"], {}).catch(() => undefined);
  cpSync(join(loop.folder, "copies/r01/P01.docx"), join(loop.folder, "recu/r01-P01.docx"));
  await run(["receive", "recu/r01-P01.docx"]);
  await run(
    ["receive", "--oral", "--edition", "r01", "--from", "P01", "--section", "peur"].concat([
      "--kind",
      "addition",
      "--text",
      nadia.written,
    ]),
  );
  const { corrections } = await loop.json<{ corrections: { id: string; kind: string }[] }>(["corrections"]);
  for (const { id } of corrections) await run(["decide", id, "integrated"]);
  await run(["integrate"]).catch(() => run(["integrate"], { exit: 1 }));
  await run(["report", "suites-données"]);
  await run(["import", "paroles/s02.txt", "--session", "s02"]);
  await run(["code", "s02.2", "lien"]);
  await run(["build"]);
  await run(["send", "--format", "md,html"]);
  await run(["validate", "peur", "lien", "--group", "--session", "s02", "--audience", "public"]);
  await run(["export", "--only-validated"]);
  write("comparaison.html", (await run(["diff", "--between", "r01", "r02", "--format", "html"])).out);
  write("notes/journal.md", `Mardi.\r\n\r\nElle a dit : « ${nadia.fear} » et j’ai noté.\r\n`);
  write("notes/vieux.txt", Buffer.from(`Réunion. ${nadia.later} Fin.`, "latin1"));
  write("notes/paquet.gz", gzipSync(`Sauvegarde de ${nadia.fear}`));
  write("notes/utf16.txt", Buffer.from(`\uFEFFEncore : ${nadia.link}`, "utf16le"));
  await run(["backup", "sauvegarde.retour"]);
  return loop;
}

function emailOf(text: string): string {
  const body = Buffer.from(text)
    .toString("base64")
    .replace(/(.{76})/g, "$1\r\n");
  return [
    ...["From: a@example.org", "To: b@example.org", "Subject: r01-P03", "MIME-Version: 1.0"],
    ...['Content-Type: text/plain; charset="utf-8"', "Content-Transfer-Encoding: base64", "", body, ""],
  ].join("\r\n");
}
