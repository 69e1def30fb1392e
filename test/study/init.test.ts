// A new study folder, and finding it again.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { readText } from "../../src/kernel/files.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { findStudy } from "../../src/study/find.ts";
import { initStudy } from "../../src/study/init.ts";
import { openStudy } from "../../src/study/open.ts";
import { readSettings } from "../../src/study/read-settings.ts";
import type { StartingPoint } from "../../src/study/starting-files.ts";
import { newCodebook, newSettings } from "../../src/study/starting-files.ts";
import { parseSettings } from "../../src/study/parse-settings.ts";
import { temporaryFolder, testWorld } from "../world.ts";

const start: StartingPoint = {
  title: "Questions de réseau : suite",
  language: "fr",
  kind: "collective",
  group: "L’équipe",
  rule: { kind: "quorum", share: 0.75 },
  silence: "ask-again",
  audience: "institution",
  vault: "none",
  consent: "elsewhere",
};

function place(): { folder: string; world: ReturnType<typeof testWorld> } {
  const folder = join(temporaryFolder(), "etude");
  return { folder, world: testWorld({ cwd: folder }) };
}

const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe("a new study", () => {
  it("holds settings that read as they were asked for, and say which schema they obey", async () => {
    const { folder, world } = place();
    const made = await initStudy(world, folder, start);
    expect(made.files).toEqual([".retour/retour.schema.json", ".gitignore", "retour.yaml", "codebook.yaml"]);
    expect(made.diagnostics).toEqual([]);
    const text = readText(join(folder, "retour.yaml"));
    expect(text.split("\n")[0]).toBe("# yaml-language-server: $schema=.retour/retour.schema.json");
    expect(readSettings(folder)).toMatchObject({
      title: "Questions de réseau : suite",
      groups: [{ id: "g1", title: "L’équipe" }],
      validation: { rule: { kind: "quorum", share: 0.75 }, silence: "ask-again", quotedMustAgree: true },
      audience: "institution",
      vault: "none",
      consent: "elsewhere",
      retention: {},
    });
    const schema: unknown = JSON.parse(readText(join(folder, ".retour/retour.schema.json")));
    expect(schema).toHaveProperty("properties.participants");
  });

  it("is open to its owner alone, and keeps out of a repository what must stay", async () => {
    const { folder, world } = place();
    await initStudy(world, folder, start);
    for (const path of [".", ".retour", "sessions", "retours", "returns"])
      expect(mode(join(folder, path)), path).toBe("700");
    for (const path of ["retour.yaml", "codebook.yaml", ".retour/ledger.db"])
      expect(mode(join(folder, path)), path).toBe("600");
    expect(readText(join(folder, ".gitignore")).split("\n")).toEqual([
      "/.retour/",
      "/returns/",
      "/copies/",
      "",
    ]);
  });

  it("has a ledger that knows which study it is", async () => {
    const { folder, world } = place();
    await initStudy(world, folder, start);
    const study = await openStudy(world, { forWriting: false });
    expect(study.ledger.studyId).toMatch(/^[0-9a-f]{32}$/);
    expect(study.path("retours/g1.md")).toBe(join(folder, "retours/g1.md"));
    await study.close();
  });

  it.each(["fr", "en"] as const)("reads without a mistake in %s, whatever its rule", (language) => {
    for (const rule of [{ kind: "unanimity" }, { kind: "group-session" }] as const) {
      const text = newSettings({ ...start, language, rule, title: "# [x]: y" });
      const { settings, diagnostics } = parseSettings(text, "f");
      expect(diagnostics).toEqual([]);
      expect(settings).toMatchObject({ title: "# [x]: y", language, validation: { rule } });
    }
    expect(newCodebook(language)).toMatch(/^(#.*\n)+$/);
  });

  it("reads without a mistake when its examples are uncommented", () => {
    for (const language of ["fr", "en"] as const) {
      const text = newSettings({ ...start, language }).replace(/^ {2}# /gm, "  ");
      const { diagnostics } = parseSettings(text, "f");
      expect(diagnostics.map(({ code, params }) => [code, params])).toEqual([
        ["settings.unknown-participant", { id: "P02", nearest: "P01" }],
        ["settings.minimum-too-large", { minimum: 3, count: 1, group: "g1" }],
      ]);
      const { settings } = parseSettings(
        text.replace("P01, P02", "P01").replace(/^# (retention:|[ ]{2}[a-z]+: 2030)/gm, "$1"),
        "f",
      );
      expect(settings?.retention).toEqual({
        recordings: "2030-06-30",
        transcripts: "2030-12-31",
        returns: "2030-12-31",
      });
      expect(settings?.validation).toMatchObject({
        minimum: 3,
        askAgainAfter: 21,
        sections: [{ rule: { kind: "delegates", people: ["P01"] }, quotedMustAgree: true }],
      });
    }
  });

  it("leaves what was in the folder, completes .gitignore, and says so", async () => {
    const { folder, world } = place();
    mkdirSync(folder);
    writeFileSync(join(folder, "notes.txt"), "mes notes");
    writeFileSync(join(folder, ".gitignore"), "*.bak\n/returns/");
    writeFileSync(join(folder, "codebook.yaml"), "- id: peur\n");
    const made = await initStudy(world, folder, start);
    expect(made.diagnostics.map(({ code }) => code)).toEqual(["init.not-empty"]);
    expect(made.files).not.toContain("codebook.yaml");
    expect(readText(join(folder, "notes.txt"))).toBe("mes notes");
    expect(readText(join(folder, "codebook.yaml"))).toBe("- id: peur\n");
    expect(readText(join(folder, ".gitignore"))).toBe("*.bak\n/returns/\n/.retour/\n/copies/\n");
  });

  it("is not made over another, nor inside another, nor where there is a file", async () => {
    const { folder, world } = place();
    await initStudy(world, folder, start);
    await expect(initStudy(world, folder, start)).rejects.toMatchObject({ code: "init.exists" });
    const inside = join(folder, "sessions", "autre");
    await expect(initStudy(world, inside, start)).rejects.toMatchObject({
      code: "init.inside-study",
      params: { folder: inside, study: folder },
    });
    const file = join(temporaryFolder(), "fichier");
    writeFileSync(file, "");
    await expect(initStudy(world, file, start)).rejects.toMatchObject({ code: "study.not-folder" });
  });

  it("is not made where the ledger of a study is left, with its facts", async () => {
    const { folder, world } = place();
    await initStudy(world, folder, start);
    const ledger = await openLedger({ ...world, root: folder, forWriting: true, isDryRun: false });
    await ledger.write(async (change) => {
      const row = { session: "s01", sha256: "0", format: "vtt", bytes: 1, imported: "2026-01-15T00:00:00Z" };
      await change.insert("transcript", [row]);
      change.record("transcript.imported", "transcript", "s01");
      change.writeFile("retour.yaml", "", readFileSync(join(folder, "retour.yaml")));
    });
    await ledger.close();
    rmSync(join(folder, "retour.yaml"));
    await expect(initStudy(world, folder, start)).rejects.toMatchObject({ code: "init.ledger-left" });
  });

  it("takes up an init that was killed before its files were written", async () => {
    const { folder, world } = place();
    await initStudy(world, folder, start);
    for (const name of ["retour.yaml", "codebook.yaml"]) rmSync(join(folder, name));
    const raw = new Database(join(folder, ".retour/ledger.db"));
    raw
      .prepare("insert into pending_file values ('retour.yaml', ?, null)")
      .run(Buffer.from("title: Ancien\n"));
    raw.close();
    const made = await initStudy(world, folder, start);
    expect(made.diagnostics.map(({ code }) => code)).toContain("heal.written");
    expect(readSettings(folder).title).toBe(start.title);
  });

  it("makes nothing at all in a dry run", async () => {
    const { folder, world } = place();
    const made = await initStudy(world, folder, start, { isDryRun: true });
    expect(made.files).toHaveLength(4);
    expect(() => statSync(folder)).toThrow();
  });

  it.runIf(process.platform === "linux")("says when the folder cannot be written", async () => {
    const world = testWorld({ cwd: "/" });
    await expect(initStudy(world, "/sys/etude", start)).rejects.toMatchObject({ code: "file.read-only" });
  });
});

describe("finding the study", () => {
  it("goes up from the working folder to the nearest retour.yaml", async () => {
    const { folder, world } = place();
    await initStudy(world, folder, start);
    const deep = join(folder, "sessions", "s01");
    mkdirSync(deep);
    expect(findStudy(deep)).toBe(folder);
    expect(findStudy(folder, ".")).toBe(folder);
    expect(findStudy("/", folder)).toBe(folder);
  });

  it("says where it started when there is none; a folder that is named is not left", async () => {
    const { folder, world } = place();
    await initStudy(world, folder, start);
    const elsewhere = temporaryFolder();
    const refusal = (work: () => unknown): unknown => {
      try {
        return work();
      } catch (error) {
        return error;
      }
    };
    expect(refusal(() => findStudy(elsewhere))).toMatchObject({
      code: "study.not-found",
      params: { folder: elsewhere },
    });
    const named = join(folder, "sessions");
    expect(refusal(() => findStudy(folder, "sessions"))).toMatchObject({ params: { folder: named } });
    expect(refusal(() => findStudy(join(folder, "retour.yaml")))).toBe(folder);
  });

  it("throws every mistake of retour.yaml when it is opened", async () => {
    const { folder, world } = place();
    await initStudy(world, folder, start);
    writeFileSync(join(folder, "retour.yaml"), "titre: T\nlanguage: de\n");
    await expect(openStudy(world, { forWriting: false })).rejects.toMatchObject({
      diagnostics: [{ code: "settings.unknown-key" }, { code: "settings.wrong-value" }],
    });
  });
});
