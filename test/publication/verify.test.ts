// An export months later: is it what was agreed to, to the byte?
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { RetourError } from "../../src/kernel/diagnostic.ts";
import { audit } from "../../src/ledger/audit.ts";
import { exportSections } from "../../src/publication/export.ts";
import { seal } from "../../src/publication/manifest.ts";
import { verify } from "../../src/publication/verify.ts";
import type { Settings } from "../../src/study/settings.ts";
import { gather, group, type Circle } from "../validation/circle.ts";
import { temporaryFolder } from "../world.ts";

async function exported(): Promise<{ circle: Circle; folder: string }> {
  const circle = await gather();
  circle.write("## La peur {#peur}\n\nOn a peur.\n\n## Le lien {#lien}\n\nOn se dit bonjour.\n");
  await circle.send();
  await circle.validate(["peur", "lien"], { by: ["P01", "P02", "P03"], audience: "public" });
  const request = { audience: "public", template: "synthese", formats: [], out: undefined } as const;
  const { folder } = await exportSections(circle.study, { ...request, isDryRun: false }, circle.world);
  return { circle, folder: circle.path(folder ?? "") };
}

const codes = async (folder: string, circle?: Circle): Promise<string[]> =>
  (await verify(folder, circle?.study)).map(({ code }) => code);

function rewrite(folder: string, change: (manifest: Record<string, unknown>) => object): void {
  const file = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  delete manifest["seal"];
  // Whoever writes it anew can seal it anew.
  writeFileSync(file, seal(JSON.stringify(change(manifest), null, 2)));
}

describe("the files of an export", () => {
  it("are as they were made, in the study and out of it", async () => {
    const { circle, folder } = await exported();
    expect(await codes(folder, circle)).toEqual([]);
    expect(await codes(folder)).toEqual([]);
  });

  it("are named when one is changed by a byte, missing or added", async () => {
    const { folder } = await exported();
    appendFileSync(join(folder, "synthese.md"), " ");
    rmSync(join(folder, "synthese.html"));
    mkdirSync(join(folder, "images"));
    writeFileSync(join(folder, "images/x.png"), "");
    expect(await verify(folder, undefined)).toMatchObject([
      { code: "verify.file-changed", params: { path: "synthese.md" } },
      { code: "verify.file-missing", params: { path: "synthese.html" } },
      { code: "verify.file-added", params: { path: "images/x.png" } },
    ]);
  });

  it("are not links, and links are not followed", async () => {
    const { folder } = await exported();
    rmSync(join(folder, "synthese.md"));
    symlinkSync("/etc/passwd", join(folder, "synthese.md"));
    symlinkSync("/", join(folder, "tout"));
    expect(await codes(folder)).toEqual(["verify.link", "verify.link", "verify.file-missing"]);
  });
});

describe("the folder of an export", () => {
  const twice = async (circle: Circle, audience: "group" | "public"): Promise<string> => {
    const request = { audience, template: "synthese", formats: [], out: undefined } as const;
    const { folder } = await exportSections(circle.study, { ...request, isDryRun: false }, circle.world);
    return circle.path(folder ?? "");
  };

  it("is named when it holds another export, sound as that one is, whole", async () => {
    const { circle, folder } = await exported();
    const other = await twice(circle, "group");
    expect(await codes(other, circle)).toEqual([]);
    cpSync(other, folder, { recursive: true });
    const [found, ...rest] = await verify(folder, circle.study);
    expect(found).toMatchObject({
      code: "verify.other-export",
      params: { made: "x001", export: "x002", audience: "group" },
    });
    expect(rest).toEqual([]);
    // Elsewhere it is only a copy.
    const copy = join(temporaryFolder(), "copie");
    cpSync(other, copy, { recursive: true });
    expect(await codes(copy, circle)).toEqual([]);
  });

  it("is named when an older export is back in the place of a newer one", async () => {
    const { circle, folder } = await exported();
    const kept = join(temporaryFolder(), "kept");
    renameSync(folder, kept);
    expect(await twice(circle, "public")).toBe(folder);
    expect(await codes(folder, circle)).toEqual([]);
    rmSync(folder, { recursive: true });
    renameSync(kept, folder);
    expect(await codes(folder, circle)).toEqual(["verify.other-export"]);
  });

  it("is a folder, not a link to one nor its manifest, and holds no other folder, not even an empty one", async () => {
    const { circle, folder } = await exported();
    const link = join(temporaryFolder(), "lien");
    symlinkSync(folder, link);
    expect(await codes(link)).toEqual(["verify.folder-link"]);
    await expect(verify(join(folder, "manifest.json"), circle.study)).rejects.toMatchObject({
      code: "verify.not-folder",
    });
    mkdirSync(join(folder, "Karim", "vide"), { recursive: true });
    expect(await verify(folder, circle.study)).toMatchObject([
      { code: "verify.file-added", params: { path: "Karim/vide/" } },
    ]);
  });
});

describe("a manifest", () => {
  it("must be there, and be one", async () => {
    const { folder } = await exported();
    for (const text of [
      "{",
      "[]",
      "null",
      '{"format":"retour-export-2"}',
      '{"format":"retour-export-1","study":"","journal":"","files":[1],"sections":[]}',
    ]) {
      writeFileSync(join(folder, "manifest.json"), text);
      expect(await codes(folder)).toEqual(["verify.bad-manifest"]);
    }
    rmSync(join(folder, "manifest.json"));
    expect(await codes(folder)).toEqual(["verify.no-manifest"]);
    symlinkSync("/etc/passwd", join(folder, "manifest.json"));
    expect(await codes(folder)).toEqual(["verify.link", "verify.no-manifest"]);
  });

  it("never has a file read outside its folder", async () => {
    const { folder } = await exported();
    const paths = ["../x", "/etc/passwd", "a/../../x", "C:\\x", "..", "a//b", ""];
    rewrite(folder, (manifest) => ({ ...manifest, files: paths.map((path) => ({ path, sha256: "0" })) }));
    const found = await codes(folder);
    expect(found.filter((code) => code === "verify.path-refused")).toHaveLength(paths.length);
  });

  it("of no folder is refused", async () => {
    const absent = join(temporaryFolder(), "absent");
    await expect(verify(absent, undefined)).rejects.toThrow(RetourError);
  });

  it("that was rewritten is not the one the ledger knows", async () => {
    const { circle, folder } = await exported();
    rewrite(folder, (manifest) => ({ ...manifest, audience: "group" }));
    expect(await codes(folder)).toEqual([]);
    expect(await codes(folder, circle)).toEqual(["verify.not-recorded"]);
  });

  it("of another study proves nothing here", async () => {
    const { folder } = await exported();
    expect(await codes(folder, await gather())).toEqual(["verify.other-study"]);
  });
});

describe("what became of an export's sections since", () => {
  const since = async (change: (circle: Circle) => Promise<unknown>, groups?: Settings["groups"]) => {
    const { circle, folder } = await exported();
    await change(circle);
    const study = groups ? { ...circle.study, settings: { ...circle.study.settings, groups } } : circle.study;
    return (await verify(folder, study)).map(({ code, severity, params }) => [code, severity, params]);
  };
  const noLonger = (section: string) => ["verify.no-longer", "info", { section }];

  it("is said of one that was refused, narrowed, or taken back", async () => {
    expect(await since((circle) => circle.validate(["lien"], { against: ["P02"] }))).toEqual([
      noLonger("lien"),
    ]);
    expect(await since((circle) => circle.validate(["peur"], { by: ["P02"], audience: "group" }))).toEqual([
      noLonger("peur"),
    ]);
    const taken = { by: "P01", section: "peur", kind: "withdrawal", before: "On a peur" };
    expect(await since((circle) => circle.correct(taken))).toEqual([noLonger("peur")]);
  });

  it("names the group when there are several", async () => {
    const groups = ["g1", "g2"].map((id) => ({ id: group(id), title: id }));
    const refused = (circle: Circle) => circle.validate(["lien"], { against: ["P02"] });
    expect(await since(refused, groups)).toEqual([noLonger("g1/lien")]);
  });

  it("is not said when today's document cannot be read", async () => {
    const spoil = (circle: Circle): Promise<void> => {
      circle.write("## A {#a}\n\n## B {#a}\n");
      return Promise.resolve();
    };
    expect(await since(spoil)).toEqual([]);
  });
});

describe("the ledger behind an export", () => {
  it("is found out when the agreement was changed or taken away by hand", async () => {
    const { circle, folder } = await exported();
    const { db } = circle.study.ledger;
    await db.updateTable("voice").set({ stance: "against" }).where("validation", "=", "v0001").execute();
    expect(await codes(folder, circle)).toEqual(["verify.ledger-changed"]);
    await db.deleteFrom("voice").where("validation", "=", "v0002").execute();
    await db.deleteFrom("validation").where("id", "=", "v0002").execute();
    expect(await codes(folder, circle)).toEqual(["verify.ledger-changed", "verify.not-agreed"]);
  });

  it("is found out when what it says of the export was changed", async () => {
    const { circle, folder } = await exported();
    const { db } = circle.study.ledger;
    await db
      .updateTable("exported_section")
      .set({ fingerprint: "0" })
      .where("section", "=", "peur")
      .execute();
    expect(await codes(folder, circle)).toEqual(["verify.sections-differ", "verify.not-recorded"]);
  });

  it("is found out when the manifest hangs on another line of the journal", async () => {
    const { circle, folder } = await exported();
    const { db } = circle.study.ledger;
    rewrite(folder, (manifest) => ({ ...manifest, journal: "0".repeat(64) }));
    const { sha256 } = await import("../../src/kernel/fingerprint.ts");
    const manifest = sha256(readFileSync(join(folder, "manifest.json"), "utf8"));
    await circle.study.ledger.write(async (change) => {
      await change.db.updateTable("export").set({ manifest }).execute();
      change.record("export.made", "export", "x001");
    });
    expect(await codes(folder, circle)).toEqual(["verify.journal"]);
    expect(await db.selectFrom("export").select("manifest").execute()).toEqual([{ manifest }]);
  });
});

describe("whatever is changed in an export", () => {
  /** Changes one byte of a file at a time, and gives what was found each time. */
  async function flipped(folder: string, file: string, step: number, circle?: Circle): Promise<string[][]> {
    const path = join(folder, file);
    const bytes = readFileSync(path);
    const found: string[][] = [];
    for (let at = 0; at < bytes.length; at += step) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(path, changed);
      found.push(
        (await verify(folder, circle?.study)).map(({ code, params }) => `${code} ${String(params["path"])}`),
      );
    }
    writeFileSync(path, bytes);
    return found;
  }

  it("a byte of any file is found, and the file named, in the study and out of it", async () => {
    const { circle, folder } = await exported();
    for (const file of ["synthese.md", "synthese.html"]) {
      for (const found of await flipped(folder, file, 7))
        expect(found).toEqual([`verify.file-changed ${file}`]);
      for (const found of await flipped(folder, file, 211, circle))
        expect(found).toContain(`verify.file-changed ${file}`);
    }
    expect(await codes(folder, circle)).toEqual([]);
  });

  it("any byte of the manifest is found, in the study and out of it", async () => {
    const { circle, folder } = await exported();
    for (const found of await flipped(folder, "manifest.json", 1))
      expect(found[0]).toMatch(/^verify\.(?:manifest-changed manifest\.json|bad-manifest)/);
    for (const found of await flipped(folder, "manifest.json", 37, circle)) expect(found).not.toEqual([]);
    expect(await codes(folder, circle)).toEqual([]);
  });

  it("any field of the manifest is found in the study, though it was sealed anew", async () => {
    const { circle, folder } = await exported();
    const file = join(folder, "manifest.json");
    const before = readFileSync(file, "utf8");
    for (const field of Object.keys(JSON.parse(before) as object).filter((each) => each !== "seal")) {
      rewrite(folder, (manifest) => ({
        ...manifest,
        [field]: field === "format" ? "retour-export-1" : null,
      }));
      expect([field, await codes(folder, circle)]).not.toEqual([field, []]);
      rewrite(folder, (manifest) =>
        Object.fromEntries(Object.entries(manifest).filter(([key]) => key !== field)),
      );
      expect([field, await codes(folder, circle)]).not.toEqual([field, []]);
      writeFileSync(file, before);
    }
    expect(await codes(folder, circle)).toEqual([]);
  });

  it("a file that takes another name is missing under its own", async () => {
    const { circle, folder } = await exported();
    renameSync(join(folder, "synthese.md"), join(folder, "autre.md"));
    for (const study of [undefined, circle])
      expect((await codes(folder, study)).sort()).toEqual(["verify.file-added", "verify.file-missing"]);
  });

  it("the end of the journal cut off with all it is about is found by what was exported", async () => {
    const { circle, folder } = await exported();
    const { db } = circle.study.ledger;
    for (const trigger of ["journal_is_never_changed", "journal_is_never_cut"])
      await sql`drop trigger ${sql.ref(trigger)}`.execute(db);
    const [first] = await db.selectFrom("journal").select("seq").where("fact", "=", "export").execute();
    await db.deleteFrom("exported_section").execute();
    await db.deleteFrom("export").execute();
    await db
      .deleteFrom("journal")
      .where("seq", ">=", first?.seq ?? 0)
      .execute();
    expect((await audit(db)).findings).toEqual([]);
    expect(await codes(folder, circle)).toEqual(["verify.not-recorded"]);
  });
});

it("what was computed before is trusted by no export and no agreement", async () => {
  const circle = await gather();
  circle.write("## La peur {#peur}\n\nOn a peur.\n");
  await circle.send();
  await circle.validate(["peur"], { by: ["P01", "P02", "P03"] });
  const { db } = circle.study.ledger;
  const { fingerprint } = await db.selectFrom("validation").selectAll().executeTakeFirstOrThrow();
  circle.write("## La peur {#peur}\n\nOn n’a jamais eu peur.\n");
  await circle.states();
  expect(await db.selectFrom("memo").selectAll().execute()).not.toEqual([]);
  // As if the new words were those that were agreed to.
  await db.updateTable("memo").set({ value: fingerprint }).execute();
  const request = { audience: "public", template: "synthese", formats: [], out: undefined } as const;
  const { folder, heldBack } = await exportSections(
    circle.study,
    { ...request, isDryRun: false },
    circle.world,
  );
  expect([folder, heldBack.map(({ id }) => id)]).toEqual([undefined, ["peur"]]);
  await db.updateTable("memo").set({ value: fingerprint }).execute();
  const { sections } = await circle.validate(["peur"], { isByGroup: true, session: "s04", against: ["P01"] });
  expect(sections.map(({ given }) => given === fingerprint)).toEqual([false]);
});
