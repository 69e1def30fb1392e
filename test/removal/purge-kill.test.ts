// A purge killed at each of its effects: the next command ends it or finds everything as it was, and what the
// group agreed to stays.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../world.ts";
import { filesThatSay } from "./byte-search.ts";

const bin = join(import.meta.dirname, "../../bin/retour.js");
const hook = join(import.meta.dirname, "../fault/killer.mjs");
const QUOTED = "Des fois la nuit on a peur de rentrer dans le hall.";
const ASIDE = "Moi je coupe la lumière et j’attends qu’ils s’en aillent.";
const PURGE = ["purge", "--yes"];
/** One effect in so many: each was tried once. */
const STEP = 3;

const settings = `title: T
language: fr
vault: none
consent: elsewhere
groups: [{ id: g1, title: G }]
participants: [{ id: P01, group: g1, pseudonym: Nadia, description: D }, { id: P02, group: g1, pseudonym: Marc, description: E }]
sessions: [{ id: s01, date: 2026-01-15, group: g1, present: [P01, P02], capture: recording }]
validation: { rule: group-session }
retention: { recordings: 2025-01-01, transcripts: 2025-01-02 }
`;

function retour(folder: string, args: readonly string[], more: Record<string, string> = {}) {
  const preload = "RETOUR_KILL_AT" in more ? ["--import", hook] : [];
  return spawnSync(process.execPath, [...preload, bin, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], HOME: folder, RETOUR_LANG: "fr", ...more },
  });
}

function copyOf(folder: string): string {
  const copy = join(temporaryFolder(), "etude");
  cpSync(folder, copy, { recursive: true });
  return copy;
}

let ready = "";

beforeAll(() => {
  ready = join(temporaryFolder(), "etude");
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(ready, file)), { recursive: true });
    writeFileSync(join(ready, file), text);
  };
  write("retour.yaml", settings);
  write("codebook.yaml", "- { id: peur, title: La peur }\n");
  write("s01.txt", `Nadia : ${QUOTED}\n\nMarc : ${ASIDE}\n`);
  for (const args of [
    ["import", "s01.txt", "--session", "s01"],
    ["code", "s01.1", "peur"],
    ["build"],
    ["send", "--format", "md"],
    ["validate", "peur", "--group", "--session", "s01"],
  ]) {
    const { status, stderr } = retour(ready, args);
    if (status !== 0) throw new Error(`${args.join(" ")}: ${stderr}`);
  }
});

describe("a purge that is killed", () => {
  it("is ended by being typed again, whatever it was doing", () => {
    const counted = copyOf(ready);
    const count = join(dirname(counted), "count");
    const whole = retour(counted, PURGE, { RETOUR_KILL_AT: "0", RETOUR_COUNT_FILE: count });
    expect(whole.stderr).toBe("");
    expect(filesThatSay(counted, [ASIDE])).toEqual([]);
    const effects = Number(readFileSync(count, "utf8"));
    expect(effects).toBeGreaterThan(10);
    const document = readFileSync(join(ready, "retours/g1.md"), "utf8");
    for (let at = 1; at <= effects; at += STEP) {
      const where = `effect ${String(at)} of ${String(effects)}`;
      const folder = copyOf(ready);
      expect(retour(folder, PURGE, { RETOUR_KILL_AT: String(at) }).signal, where).toBe("SIGKILL");
      expect(retour(folder, PURGE).status, where).toBe(0);
      expect(filesThatSay(folder, [ASIDE]), where).toEqual([]);
      expect(existsSync(join(folder, "sessions/s01/transcript.md")), where).toBe(false);
      expect(readFileSync(join(folder, "retours/g1.md"), "utf8"), where).toBe(document);
      expect(retour(folder, ["audit"]).status, where).toBe(0);
    }
  }, 600_000);
});
