// Each writing verb killed at many points: the next command works, no word is lost, nothing
// is done by half.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../world.ts";

const root = join(import.meta.dirname, "../..");
const bin = join(root, "bin/retour.js");
const hook = join(import.meta.dirname, "killer.mjs");
const HAND = "Ce que la chercheuse a écrit, et que rien ne doit effacer.";

const speech = (session: number): string =>
  Array.from(
    { length: 12 },
    (_, turn) =>
      `Personne${String((turn % 3) + 1)} : on a peur la nuit, séance ${String(session)}, tour ${String(turn + 1)}, voilà.`,
  ).join("\n\n");

function environment(folder: string, more: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { PATH: process.env["PATH"], HOME: folder, RETOUR_LANG: "fr", ...more };
}

function retour(
  folder: string,
  args: readonly string[],
  more: Record<string, string> = {},
  preload = false,
): number | null {
  const node = preload ? ["--import", hook, bin, ...args] : [bin, ...args];
  const result = spawnSync(process.execPath, node, {
    cwd: folder,
    env: environment(folder, more),
    encoding: "utf8",
  });
  if (result.status === 70) throw new Error(`${args.join(" ")}: ${result.stderr}`);
  return result.status;
}

/** Runs a command that must succeed. */
function done(folder: string, ...args: string[]): void {
  const result = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    env: environment(folder),
    encoding: "utf8",
  });
  if (result.status !== 0)
    throw new Error(`retour ${args.join(" ")}: ${String(result.status)}\n${result.stdout}\n${result.stderr}`);
}

/** What a person can see of a study: every file but the ledger, exports and times set aside. */
function visible(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter(
      (file) => !/^(?:\.retour|exports|home)(?:\/|$)/.test(file) && statSync(join(folder, file)).isFile(),
    )
    .sort();
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), "utf8")]));
}

function copyOf(folder: string): string {
  const copy = join(temporaryFolder(), "etude");
  cpSync(folder, copy, { recursive: true });
  return copy;
}

interface Step {
  readonly verb: string;
  readonly args: (folder: string) => string[];
  /** What a person does before the command. */
  readonly before?: (folder: string) => void;
  /** Exit codes of the command typed again after it was killed. */
  readonly again?: readonly number[];
}

const document = (folder: string): string => join(folder, "retours/g1.md");
const returned = (folder: string): string => join(folder, "recu-r01-P01.md");

const steps: readonly Step[] = [
  {
    verb: "participant add",
    args: () => ["participant", "add", "P04", "--pseudonym", "Personne4", "--description", "métier 4"],
    again: [0, 2],
  },
  {
    verb: "session add",
    args: () => ["session", "add", "s02", "--date", "2026-02-12", "--present", "P01,P02,P03"],
    again: [0, 2],
  },
  { verb: "import", args: (folder) => ["import", join(folder, "s02.txt"), "--session", "s02"] },
  { verb: "code", args: () => ["code", "s02.3-5", "peur"] },
  { verb: "themes merge", args: () => ["themes", "merge", "crainte", "peur"], again: [0, 2] },
  {
    verb: "build",
    before: (folder) => {
      const sheet = join(folder, "sessions/s01/transcript.md");
      writeFileSync(sheet, readFileSync(sheet, "utf8").replace("tour 9, voilà", "tour neuf, voilà corrigé"));
    },
    args: () => ["build"],
  },
  { verb: "send", args: () => ["send", "--format", "md,docx,odt,html"] },
  {
    verb: "receive",
    before: (folder) => {
      const copy = readFileSync(join(folder, "copies/r01/P01.md"), "utf8");
      writeFileSync(returned(folder), copy.replace("rien ne doit", "rien, jamais, ne doit"));
    },
    args: (folder) => ["receive", returned(folder)],
  },
  {
    verb: "receive FOLDER",
    before: (folder) => {
      mkdirSync(join(folder, "recu"));
      const sent = /^study: (\w+)$/m.exec(readFileSync(join(folder, "copies/r01/P02.md"), "utf8"))?.[1];
      const section = { id: "peur", answers: ["disagree"], remark: "Moi, je n’ai pas peur." };
      const head = { retour: "answer", version: 1, study: sent, copy: "r01-P02", edition: "r01" };
      const answer = JSON.stringify({ ...head, sections: [section] });
      writeFileSync(join(folder, "recu/reponse-r01-P02.json"), answer);
      cpSync(join(folder, "copies/r01/P03.docx"), join(folder, "recu/r01-P03.docx"));
    },
    args: (folder) => ["receive", join(folder, "recu")],
  },
  { verb: "decide", args: () => ["decide", "c001", "integrated"] },
  { verb: "integrate", args: () => ["integrate"] },
  { verb: "report", args: () => ["report", "suites-données"] },
  {
    verb: "validate",
    args: () => ["validate", "peur", "--group", "--session", "s02", "--audience", "public"],
  },
  { verb: "export", args: () => ["export", "--only-validated"] },
  {
    verb: "import --replace",
    args: (folder) => ["import", join(folder, "s01-corrige.txt"), "--session", "s01", "--replace"],
  },
  {
    verb: "import FOLDER",
    before: (folder) => {
      mkdirSync(join(folder, "paroles"));
      for (const session of [3, 4, 5]) {
        const name = `s0${String(session)}`;
        done(folder, "session", "add", name, "--date", `2026-0${String(session)}-12`);
        writeFileSync(join(folder, "paroles", `${name}.txt`), speech(session));
      }
    },
    args: (folder) => ["import", join(folder, "paroles")],
  },
];

let study = "";

beforeAll(() => {
  const home = temporaryFolder();
  study = join(home, "etude");
  const unguarded = ["--names", "none", "--consent", "elsewhere", "--yes"];
  done(home, "init", study, "--title", "Étude", "--group", "Groupe", "--rule", "group-session", ...unguarded);
  for (const number of [1, 2, 3])
    done(
      study,
      "participant",
      "add",
      "--pseudonym",
      `Personne${String(number)}`,
      "--description",
      `métier ${String(number)}`,
    );
  done(study, "themes", "add", "peur", "--title", "La peur");
  done(study, "themes", "add", "crainte", "--title", "La crainte");
  done(study, "session", "add", "s01", "--date", "2026-01-15");
  writeFileSync(join(study, "s01.txt"), speech(1));
  writeFileSync(join(study, "s02.txt"), speech(2));
  writeFileSync(join(study, "s01-corrige.txt"), speech(1).replace("tour 4", "tour quatre"));
  done(study, "import", "s01.txt", "--session", "s01");
  done(study, "code", "s01.1-4", "peur");
  done(study, "code", "s01.6", "crainte");
  done(study, "build");
  writeFileSync(
    document(study),
    readFileSync(document(study), "utf8").replace("### Analyse\n", `### Analyse\n\n${HAND}\n`),
  );
}, 120_000);

describe("killed at any moment", () => {
  it.each(steps.map((step) => [step.verb, step] as const))(
    "%s leaves a study in which the next command works and no word is lost",
    async (_, { args, before, again = [0] }) => {
      before?.(study);
      const start = copyOf(study);
      const counted = copyOf(study);
      const count = join(temporaryFolder(), "count");
      expect(retour(counted, args(counted), { RETOUR_KILL_AT: "0", RETOUR_COUNT_FILE: count }, true)).toBe(0);
      const effects = Number(readFileSync(count, "utf8"));
      expect(effects).toBeGreaterThan(3);
      const expected = visible(counted);

      for (const at of spread(effects, 9)) {
        const folder = copyOf(start);
        expect(retour(folder, args(folder), { RETOUR_KILL_AT: String(at) }, true)).toBeNull();
        expectWhole(folder, args(folder), again, expected, `effect ${String(at)} of ${String(effects)}`);
      }
      for (const share of [0.55, 0.8]) {
        const folder = copyOf(start);
        await killAfter(folder, args(folder), share);
        expectWhole(folder, args(folder), again, expected, `${String(share)} of its time`);
      }
      study = counted;
    },
    240_000,
  );
});

/** The journal holds; the command typed again ends as if nothing had happened. */
function expectWhole(
  folder: string,
  args: readonly string[],
  again: readonly number[],
  expected: Record<string, string>,
  when: string,
): void {
  expect(readFileSync(document(folder), "utf8").replace(/rien, jamais, ne/, "rien ne"), when).toContain(HAND);
  expect(retour(folder, ["audit"]), `audit, killed at ${when}`).toBe(0);
  expect(again, `exit code of the second try, killed at ${when}`).toContain(retour(folder, args));
  // Paths of the copies differ; their words may not.
  expect(visible(folder), `files, killed at ${when}`).toEqual(expected);
  expect(retour(folder, ["audit"])).toBe(0);
  for (const name of existsSync(join(folder, "exports")) ? readdirSync(join(folder, "exports")) : [])
    expect(retour(folder, ["verify", join("exports", name)]), `${name}, killed at ${when}`).toBe(0);
}

/** First and last effects, and some in between. */
function spread(effects: number, most: number): number[] {
  const all = Array.from(
    { length: most },
    (_, index) => 1 + Math.round((index * (effects - 1)) / (most - 1)),
  );
  return [...new Set(all)];
}

/** Kills a command from outside after a share of what it usually takes. */
async function killAfter(folder: string, args: readonly string[], share: number): Promise<void> {
  const rehearsal = copyOf(folder);
  const begun = process.hrtime.bigint();
  spawnSync(process.execPath, [bin, ...args], { cwd: rehearsal, env: environment(rehearsal) });
  const usual = Number(process.hrtime.bigint() - begun) / 1e6;
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: folder,
    env: environment(folder),
    stdio: "ignore",
  });
  const timer = setTimeout(() => child.kill("SIGKILL"), usual * share);
  await new Promise((resolve) => child.once("exit", resolve));
  clearTimeout(timer);
}
