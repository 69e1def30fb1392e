// `export` and `verify` as a person meets them.
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sentStudy } from "../validation/commands.ts";
import { testWorld } from "../world.ts";
import { main } from "../../src/main.ts";

const everyone = ["--by", "P01,P02,P03", "--audience", "public"];

describe("retour export", () => {
  it("writes what is validated, says what is held back and why, and exits 1 for it", async () => {
    const { run } = await sentStudy();
    await run("validate", "peur", ...everyone);
    await run("validate", "lien", ...everyone, "--audience", "group");
    const { exit, out, err } = await run("export");
    expect(exit).toBe(1);
    expect(out).toBe(`1 section pour le public, dans exports/2026-05-12-synthese
  ✓ peur

  exports/2026-05-12-synthese/synthese.md
  exports/2026-05-12-synthese/synthese.html
  exports/2026-05-12-synthese/manifest.json

2 sections sont retenues\u202F:
  ✗ lien — Le lien
    validée pour le groupe, pas pour le public
  ✗ silence — Ce que l’institution ne veut pas entendre
    n’ont rien dit (se taire n’est pas être d’accord)\u202F: P01, P02, P03

Pour vérifier cet export, aujourd’hui ou dans un an\u202F: retour verify exports/2026-05-12-synthese
`);
    expect(err).toContain("--only-validated");
  });

  it("exits 0 when nothing is held back, or when that is accepted", async () => {
    const { run } = await sentStudy();
    await run("validate", "peur", ...everyone);
    expect((await run("export", "--only-validated")).exit).toBe(0);
    await run("validate", "lien", "silence", ...everyone);
    const { exit, err } = await run("export", "--lang", "en");
    expect([exit, err]).toEqual([0, ""]);
  });

  it("exits 1 and makes no folder when nothing may leave, even if that is accepted", async () => {
    const { run, path } = await sentStudy();
    const { exit, out } = await run("export", "--only-validated");
    expect(exit).toBe(1);
    expect(out).toContain("Rien n’est validé pour le public");
    expect(existsSync(path("exports"))).toBe(false);
  });

  it("names the group beside each section when the study has several", async () => {
    const { run, path } = await sentStudy();
    await run("validate", "peur", ...everyone);
    const settings = readFileSync(path("retour.yaml"), "utf8");
    writeFileSync(
      path("retour.yaml"),
      settings.replace("groups:\n", "groups:\n  - { id: g2, title: Autre }\n"),
    );
    const { out } = await run("export");
    expect(out).toContain("✓ g1/peur\n");
    expect(out).toContain("✗ g1/lien — Le lien");
  });

  it("gives the contract's JSON", async () => {
    const { run, json } = await sentStudy();
    await run("validate", "peur", ...everyone);
    expect(await json("export", "--format", "html", "--out", "sortie")).toEqual({
      files: ["sortie/synthese.html", "sortie/manifest.json"],
      included: [{ id: "peur", group: "g1", fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string }],
      heldBack: [
        { id: "lien", group: "g1", reasons: [expect.objectContaining({ code: "reason.silent" })] },
        expect.objectContaining({ id: "silence" }),
      ],
      manifest: "sortie/manifest.json",
    });
    expect(await json("export", "--audience", "public", "--dry-run")).toMatchObject({ included: [{}] });
  });

  it("says in a dry run what it would do", async () => {
    const { run, path } = await sentStudy();
    await run("validate", "peur", "lien", ...everyone);
    const { out } = await run("export", "--dry-run");
    expect(out).toContain("2 sections pour le public iraient dans exports/2026-05-12-synthese");
    expect(existsSync(path("exports"))).toBe(false);
  });

  it.each([
    [["--format", "docx"], "export.later-format"],
    [["--format", "pdf"], "export.unknown-format"],
    [["--out", "copies/x"], "export.folder-forbidden"],
    [["--out", "reports/x"], "export.folder-forbidden"],
    [["--out", "."], "export.folder-taken"],
    [["--template", "absent"], "template.missing"],
  ])("refuses %j with exit 2 in both languages", async (argv, code) => {
    const { run, path } = await sentStudy();
    await run("validate", "peur", ...everyone);
    const before = readdirSync(path("."));
    for (const language of ["fr", "en"]) {
      const { exit, err } = await run("export", ...argv, "--lang", language);
      expect(exit).toBe(2);
      expect(err).toContain(code);
      expect(err.trimEnd().split("\n")).toHaveLength(2);
    }
    expect(readdirSync(path("."))).toEqual(before);
  });
});

it("retour export refuses a link that leads nowhere before anything is recorded, and the next one is made", async () => {
  const { run, path } = await sentStudy();
  await run("validate", "peur", "lien", ...everyone);
  mkdirSync(path("exports"));
  symlinkSync("absent", path("exports/lien"));
  symlinkSync("absent", path("exports/2026-05-12-synthese"));
  const { exit, err } = await run("export", "--out", "exports/lien");
  expect([exit, err]).toEqual([2, expect.stringContaining("export.folder-taken")]);
  expect((await run("export")).out).toContain("exports/2026-05-12-synthese-2");
  expect(readdirSync(path("exports")).sort()).toEqual([
    "2026-05-12-synthese",
    "2026-05-12-synthese-2",
    "lien",
  ]);
});

describe("retour verify", () => {
  it("says that an export is as it was, from the study, from beside it and from anywhere", async () => {
    const { run, path, root } = await sentStudy();
    await run("validate", "peur", ...everyone);
    await run("export", "--only-validated");
    const here = await run("verify", "exports/2026-05-12-synthese");
    expect([here.exit, here.err]).toEqual([0, ""]);
    expect(here.out).toContain("chaque section a été validée dans ces mots");
    for (const argv of [[], ["--study", root]]) {
      const world = testWorld({ cwd: "/" });
      expect(await main(["verify", path("exports/2026-05-12-synthese"), ...argv], world)).toBe(0);
      expect(world.out()).toContain("chaque section");
    }
  });

  it("says what is no longer validated, which makes the export none the worse", async () => {
    const { run, json, write, read } = await sentStudy();
    await run("validate", "peur", "lien", ...everyone);
    await run("export", "--only-validated");
    write(read().replace("bonjour", "bonsoir"));
    const { exit, out, err } = await run("verify", "exports/2026-05-12-synthese");
    expect(exit).toBe(0);
    expect(out).toContain("tel qu’il a été exporté");
    expect(err).toContain("depuis, la section «\u00A0lien\u00A0» n’est plus validée dans ces mots");
    expect(err).not.toContain("peur");
    expect(await json("verify", "exports/2026-05-12-synthese")).toMatchObject({
      ok: true,
      findings: [{ code: "verify.no-longer", severity: "info" }],
    });
  });

  it("checks the files alone outside any study", async () => {
    const { run, path } = await sentStudy();
    const { temporaryFolder } = await import("../world.ts");
    const { cpSync } = await import("node:fs");
    await run("validate", "peur", ...everyone);
    await run("export", "--only-validated");
    const away = temporaryFolder();
    cpSync(path("exports/2026-05-12-synthese"), away, { recursive: true });
    const world = testWorld({ cwd: away });
    expect(await main(["verify", "."], world)).toBe(0);
    expect(world.out()).toContain("Hors de l’étude");
  });

  it("exits 1 with each finding, as text and as JSON", async () => {
    const { run, json, path } = await sentStudy();
    const { writeFileSync } = await import("node:fs");
    await run("validate", "peur", ...everyone);
    await run("export", "--only-validated");
    const file = path("exports/2026-05-12-synthese/synthese.md");
    writeFileSync(file, readFileSync(file, "utf8").replace("peur", "joie"));
    const { exit, out, err } = await run("verify", "exports/2026-05-12-synthese");
    expect([exit, out]).toEqual([1, "Une chose ne va pas.\n"]);
    expect(err).toContain("verify.file-changed");
    expect(await json("verify", "exports/2026-05-12-synthese")).toMatchObject({
      ok: false,
      findings: [{ code: "verify.file-changed", severity: "error" }],
    });
    expect((await run("verify", "absent")).exit).toBe(2);
  });
});
