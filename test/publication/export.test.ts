// What is exported, where, with what proof; and what is not.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { DiagnosedError, RetourError } from "../../src/kernel/diagnostic.ts";
import { sha256 } from "../../src/kernel/fingerprint.ts";
import { audit } from "../../src/ledger/audit.ts";
import {
  exportSections,
  type Exported,
  type ExportParts,
  type ExportRequest,
  type Steps,
} from "../../src/publication/export.ts";
import { verify } from "../../src/publication/verify.ts";
import { viewExport } from "../../src/publication/view.ts";
import { phraseDigest } from "../../src/study/withdrawn.ts";
import type { Identity } from "../../src/vault/contents.ts";
import { namesOf } from "../../src/vault/scan/names-of.ts";
import { leadOf, phrasesOf } from "../../src/wording/phrases.ts";
import { gather, group, known, person, settingsOf, type Circle } from "../validation/circle.ts";
import { temporaryFolder } from "../world.ts";
import { whole } from "../settings.ts";

const document = `---
group: g1
---

# Questions de réseau

Un mot de présentation que personne ne valide.

## La peur {#peur}

> On a peur de rentrer dans le hall.
>
> — gardien (s01.1)

On en parle peu (s01.2).

## Le lien {#lien}

On se dit bonjour[^1].

[^1]: Parfois.

## Le secret {#secret}

Nul ne l'a validé.
`;

const everyone = { by: ["P01", "P02", "P03"], audience: "public" } as const;

async function agreed(
  changes: Parameters<typeof gather>[0] = {},
  sections = ["peur", "lien"],
): Promise<Circle> {
  const circle = await gather(changes);
  circle.write(document);
  await circle.speak({ 1: "P02", 2: "P01" });
  await circle.send();
  if (sections.length > 0) await circle.validate(sections, everyone);
  return circle;
}

function leave(circle: Circle, changes: Partial<ExportRequest> = {}): Promise<Exported> {
  const request = {
    audience: "public" as const,
    template: "synthese",
    formats: [],
    out: undefined,
    isDryRun: false,
  };
  return exportSections(circle.study, { ...request, ...changes }, circle.world);
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof RetourError) return error.code;
    throw error;
  }
  return "";
}

const day = "2026-05-12";
const folder = `exports/${day}-synthese`;

describe("an export", () => {
  it("holds the validated sections, from the words in the ledger, in each format, and its proof", async () => {
    const circle = await agreed();
    const { files, included, heldBack } = await leave(circle);
    expect(files).toEqual([`${folder}/synthese.md`, `${folder}/synthese.html`, `${folder}/manifest.json`]);
    expect(included.map(({ id }) => id)).toEqual(["peur", "lien"]);
    expect(heldBack).toMatchObject([{ id: "secret", reasons: [{ code: "reason.silent" }] }]);
    expect(readFileSync(circle.path(`${folder}/synthese.md`), "utf8")).toBe(
      `# Questions de réseau

Synthèse du 12 mai 2026. Le groupe a lu et validé les mots qui suivent.

## La peur

> On a peur de rentrer dans le hall.
>
> — gardien

On en parle peu.

## Le lien

On se dit bonjour[^2-1].

[^2-1]: Parfois.

`,
    );
    const html = readFileSync(circle.path(`${folder}/synthese.html`), "utf8");
    expect(html).toContain("<h2>La peur</h2>");
    const [, anchor = "none"] = /<a href="#([^"]+)" id/.exec(html) ?? [];
    expect(html).toContain(`id="${anchor}"`);
    expect(html).not.toMatch(/secret|présentation|s01|http:/i);
    expect((await audit(circle.study.ledger.db)).findings).toEqual([]);
    expect(await verify(circle.path(folder), circle.study)).toEqual([]);
  });

  it("proves itself without a name, a pseudonym or a title", async () => {
    const circle = await agreed();
    const before = await circle.study.ledger.db.selectFrom("journal").select("hash").orderBy("seq").execute();
    await leave(circle);
    const text = readFileSync(circle.path(`${folder}/manifest.json`), "utf8");
    const manifest = JSON.parse(text) as Record<string, unknown>;
    expect(manifest).toMatchObject({
      format: "retour-export-2",
      study: circle.study.ledger.studyId,
      audience: "public",
      template: { name: "synthese", sha256: sha256(readFileSync("templates/synthese/fr.md", "utf8")) },
      at: expect.stringMatching(/^2026-05-12T10:\d\d:\d\dZ$/) as string,
      files: [
        { path: "synthese.md", sha256: sha256(readFileSync(circle.path(`${folder}/synthese.md`))) },
        { path: "synthese.html", sha256: sha256(readFileSync(circle.path(`${folder}/synthese.html`))) },
      ],
      sections: [
        {
          group: "g1",
          id: "peur",
          rule: "unanimity",
          agreed: 3,
          against: 0,
          sessions: [],
          means: ["written"],
        },
        { group: "g1", id: "lien" },
      ],
      journal: before.at(-1)?.hash,
    });
    expect(text).not.toMatch(/Nadia|Karim|Odile|gardien|La peur|réseau/);
  });

  it("is for its owner alone, and is in the ledger", async () => {
    const circle = await agreed();
    await leave(circle, { formats: ["md"] });
    expect(readdirSync(circle.path(folder)).sort()).toEqual(["manifest.json", "synthese.md"]);
    expect(readdirSync(circle.path("exports"))).toEqual([`${day}-synthese`]);
    expect(statSync(circle.path(folder)).mode & 0o077).toBe(0);
    expect(statSync(circle.path(`${folder}/synthese.md`)).mode & 0o077).toBe(0);
    const { db } = circle.study.ledger;
    expect(await db.selectFrom("export").selectAll().execute()).toMatchObject([
      { id: "x001", audience: "public", template: "synthese", path: folder },
    ]);
    expect(await db.selectFrom("exported_section").select("section").execute()).toHaveLength(2);
  });

  it("never covers another: it takes the next name", async () => {
    const circle = await agreed();
    for (const name of ["", "-2", "-3"]) expect((await leave(circle)).folder).toBe(`${folder}${name}`);
  });

  it("is nothing at all when nothing is validated for the audience", async () => {
    const circle = await agreed({}, []);
    await circle.validate(["lien"], { ...everyone, audience: "group" });
    const { folder: none, files, heldBack } = await leave(circle);
    expect({ none, files }).toEqual({ none: undefined, files: [] });
    expect(heldBack.find(({ id }) => id === "lien")?.reasons).toEqual([
      { code: "reason.narrower", params: { audience: "group", wanted: "public" } },
    ]);
    expect(existsSync(circle.path("exports"))).toBe(false);
    expect((await leave(circle, { audience: "group" })).included).toHaveLength(1);
  });

  it("leaves out what is agreed to only by a rule changed since, until that is asked anew", async () => {
    const circle = await agreed({}, ["lien"]);
    await circle.validate(["peur"], { by: ["P01", "P02"], audience: "public" });
    const rule = { kind: "quorum", share: 0.6 } as const;
    const settings = settingsOf({ validation: { ...settingsOf().validation, rule } });
    const now = { ...circle, study: { ...circle.study, settings } };
    const { included, heldBack } = await leave(now);
    expect(included.map(({ id }) => id)).toEqual(["lien"]);
    expect(heldBack.find(({ id }) => id === "peur")?.reasons[0]).toEqual({
      ...{ code: "reason.rule-changed", params: { audience: "group" } },
    });
    expect(readFileSync(circle.path(`${folder}/synthese.md`), "utf8")).not.toContain("rentrer dans le hall");
  });

  it.each([
    ["fr", "public", "Les mots qui suivent ont été relus et validés par la personne qui les a dits."],
    ["en", "public", "The words below were read again and agreed to by the person who said them."],
    ["fr", "group", "validés par la personne qui les a dits, pour ne pas sortir de l’étude."],
  ] as const)(
    "speaks of a person, not of a group, in a study of one: %s, %s",
    async (language, audience, words) => {
      const circle = await agreed({ kind: "individual", language });
      await leave(circle, { audience });
      expect(readFileSync(circle.path(`${folder}/synthese.md`), "utf8")).toContain(words);
    },
  );

  it("tells in a dry run what it would do, and writes nothing", async () => {
    const circle = await agreed();
    const { files, included } = await leave(circle, { isDryRun: true });
    expect([files.length, included.length]).toEqual([3, 2]);
    expect(existsSync(circle.path("exports"))).toBe(false);
    expect(await circle.study.ledger.db.selectFrom("export").selectAll().execute()).toEqual([]);
  });

  it("holds nothing of a document that has changed, nor the words it has now", async () => {
    const circle = await agreed();
    circle.write(circle.read().replace("bonjour", "bonsoir"));
    const { included, heldBack } = await leave(circle);
    expect(included.map(({ id }) => id)).toEqual(["peur"]);
    expect(heldBack.map(({ id }) => id)).toEqual(["lien", "secret"]);
    expect(readFileSync(circle.path(`${folder}/synthese.md`), "utf8")).not.toMatch(/bonjour|bonsoir|lien/i);
  });

  it("shows no name under quotes when the study shows none", async () => {
    const circle = await agreed({ attribution: "none" });
    await leave(circle);
    expect(readFileSync(circle.path(`${folder}/synthese.md`), "utf8")).not.toContain("gardien");
  });

  it("tells groups apart, and names only those that have something in it", async () => {
    const settings = settingsOf();
    const groups = ["g1", "g2", "g3"].map((id) => ({ id: group(id), title: `Groupe ${id}` }));
    const participants = settings.participants.map((each) => ({
      ...each,
      groups: groups.map(({ id }) => id),
    }));
    const circle = await gather({ groups, participants });
    for (const id of ["g1", "g2", "g3"]) {
      circle.write(`## La peur {#peur}\n\nCe que dit ${id}.\n`, id);
      await circle.send(id);
    }
    await circle.validate(["g1/peur", "g2/peur"], everyone);
    await leave(circle);
    const text = readFileSync(circle.path(`${folder}/synthese.md`), "utf8");
    expect(text).toContain("Ce que dit g1.");
    expect(text).toContain("**Groupe g2**\n\n## La peur\n\nCe que dit g2.");
    expect(text).not.toContain("g3");
  });

  it.each([
    "update validation set content = 'Autre chose.' where section = 'lien'",
    "update voice set stance = 'abstain' where rowid = (select min(rowid) from voice)",
    "update voice set participant = 'P09' where rowid = (select min(rowid) from voice)",
    "delete from voice where rowid = (select min(rowid) from voice)",
    "insert into sitting (validation, number, day) select id, 9, '2026-05-01' from validation limit 1",
    "insert into consent (participant, purpose, answer, day, at) values ('P01', 'quotation', 'given', '2026-05-01', '')",
    "update edition set content = content || ' '",
    "insert into journal select seq + 1, at, kind, fact, subject, digest, hash, 'x' from journal order by seq desc limit 1",
  ])("refuses whole once the database was changed by hand: %s", async (statement) => {
    const circle = await agreed();
    const { numAffectedRows } = await sql.raw(statement).execute(circle.study.ledger.db);
    expect(numAffectedRows).not.toBe(0n);
    for (const isDryRun of [false, true]) {
      const refusal = await leave(circle, { isDryRun }).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(DiagnosedError);
      expect(String(refusal)).toMatch(/audit\.(?:row|chain)-.*export\.altered/);
    }
    expect(existsSync(circle.path("exports"))).toBe(false);
  });

  it("is made with the study's own template when it has one", async () => {
    const circle = await agreed();
    mkdirSync(circle.path("templates/fiche"), { recursive: true });
    writeFileSync(
      circle.path("templates/fiche/fr.md"),
      "{% for s in sections %}{{ s.title }}, {% endfor %}{{ date }}",
    );
    const { files } = await leave(circle, { template: "fiche", formats: ["md"] });
    expect(readFileSync(circle.path(known(files[0])), "utf8")).toBe("La peur, Le lien, 12 mai 2026");
  });
});

describe("the folder that is asked for", () => {
  it("is taken when it is new or empty, inside the study or elsewhere", async () => {
    const circle = await agreed();
    const elsewhere = temporaryFolder();
    expect((await leave(circle, { out: elsewhere })).files[0]).toBe(`${elsewhere}/synthese.md`);
    expect(readdirSync(elsewhere)).toHaveLength(3);
    expect((await leave(circle, { out: "diffusion/mai" })).folder).toBe("diffusion/mai");
    const paths = await circle.study.ledger.db.selectFrom("export").select("path").execute();
    expect(paths.map(({ path }) => path)).toEqual([elsewhere.split("/").at(-1), "diffusion/mai"]);
  });

  it("is refused when something is there, or where the study keeps what must not leave", async () => {
    const circle = await agreed();
    symlinkSync(circle.path("retours"), circle.path("lien"));
    writeFileSync(circle.path("note.txt"), "x");
    for (const out of ["retours", ".", "note.txt"])
      expect(await codeOf(leave(circle, { out }))).toMatch(/^export\.folder-(?:taken|forbidden)$/);
    for (const out of ["copies/x", ".retour/x", "lien/x", "sessions", "returns/a/b", "Copies/x"])
      expect(await codeOf(leave(circle, { out }))).toBe("export.folder-forbidden");
    expect(await circle.study.ledger.db.selectFrom("export").selectAll().execute()).toEqual([]);
  });

  it("is not there, nor anything else, when it cannot be written", async () => {
    const circle = await agreed();
    mkdirSync(circle.path("ferme"));
    writeFileSync(circle.path("ferme/fichier"), "");
    expect(await codeOf(leave(circle, { out: "ferme/fichier/export" }))).toMatch(/^file\./);
    expect(readdirSync(circle.path("ferme"))).toEqual(["fichier"]);
  });

  it.runIf(process.getuid?.() !== 0)("is refused in a read-only folder", async () => {
    const circle = await agreed();
    mkdirSync(circle.path("ferme"));
    chmodSync(circle.path("ferme"), 0o500);
    expect(await codeOf(leave(circle, { out: "ferme/export" }))).toBe("file.read-only");
  });
});

describe("a format", () => {
  it("that does not exist is refused, with those that do", async () => {
    const circle = await agreed();
    expect(await codeOf(leave(circle, { formats: ["docx"] }))).toBe("export.later-format");
    expect(await codeOf(leave(circle, { formats: ["pdf"] }))).toBe("export.unknown-format");
    expect(await codeOf(leave(circle, { template: "absent" }))).toBe("template.missing");
  });
});

describe("an export killed on its way", () => {
  const markOf = (circle: Circle): string => `.retour-export-${circle.study.ledger.studyId.slice(0, 12)}-`;

  it("before the ledger knew it leaves nothing: the next one clears it away", async () => {
    const circle = await agreed();
    const orphan = circle.path(`exports/${markOf(circle)}${day}-synthese`);
    mkdirSync(orphan, { recursive: true });
    writeFileSync(join(orphan, "synthese.md"), "à moitié");
    await leave(circle);
    expect(readdirSync(circle.path("exports"))).toEqual([`${day}-synthese`]);
  });

  it("after the ledger knew it appears with the next one, which says so", async () => {
    const circle = await agreed();
    await leave(circle);
    const { renameSync } = await import("node:fs");
    renameSync(circle.path(folder), circle.path(`exports/${markOf(circle)}${day}-synthese`));
    const { diagnostics, folder: next } = await leave(circle);
    expect(diagnostics).toMatchObject([{ code: "export.finished", params: { folder } }]);
    expect(next).toBe(`${folder}-2`);
    expect(readdirSync(circle.path("exports"))).toEqual([`${day}-synthese`, `${day}-synthese-2`]);
    expect(await verify(circle.path(folder), circle.study)).toEqual([]);
  });

  it("of another study is left alone", async () => {
    const circle = await agreed();
    const other = circle.path("exports/.retour-export-000000000000-x");
    mkdirSync(other, { recursive: true });
    await leave(circle);
    expect(existsSync(other)).toBe(true);
  });
});

it("names a quorum and those who oppose in the manifest", async () => {
  const rule = { kind: "quorum", share: 0.6 } as const;
  const circle = await agreed(
    { validation: { rule, silence: "not-agreement", quotedMustAgree: false, ...whole } },
    [],
  );
  await circle.validate(["lien"], { by: ["P01", "P02"], against: ["P03"], audience: "public" });
  expect((await leave(circle)).folder).toBeUndefined();
  await circle.validate(["lien"], { isByGroup: true, session: "s04", note: "L’un de nous n’y croit pas." });
  await leave(circle);
  const { sections } = JSON.parse(readFileSync(circle.path(`${folder}/manifest.json`), "utf8")) as {
    sections: unknown[];
  };
  expect(sections).toMatchObject([
    { rule: "quorum: 0.6", agreed: 2, against: 1, note: sha256("L’un de nous n’y croit pas.") },
  ]);
  expect(person("P03")).toBe("P03");
});

describe("an opposition", () => {
  const rule = { kind: "quorum", share: 0.6 } as const;
  const opposed = (language: "fr" | "en" = "fr") =>
    agreed(
      { language, validation: { rule, silence: "not-agreement", quotedMustAgree: false, ...whole } },
      [],
    );
  const answers = { by: ["P01", "P02"], against: ["P03"], audience: "public" } as const;

  it("that nothing says beside the words keeps them back", async () => {
    const circle = await opposed();
    await circle.validate(["lien"], { ...answers, by: [...answers.by], against: [...answers.against] });
    const { folder: out, heldBack } = await leave(circle);
    expect(out).toBeUndefined();
    expect(heldBack.find(({ id }) => id === "lien")?.reasons).toEqual([
      { code: "reason.opposition-hidden", params: { count: 1 } },
    ]);
  });

  it.each([
    ["fr", "Position minoritaire"],
    ["en", "Minority position"],
  ] as const)(
    "stands under them as a paragraph of its own when the group lets it (%s)",
    async (language, title) => {
      const circle = await opposed(language);
      await circle.validate(["lien"], { ...answers, by: [...answers.by], against: [...answers.against] });
      const note = "L’un de nous n’y croit pas (s01.2).\n\n## Rien <b>d’autre</b>";
      await circle.validate(["lien"], { isByGroup: true, session: "s04", note });
      await leave(circle);
      const text = readFileSync(circle.path(`${folder}/synthese.md`), "utf8");
      expect(text).toContain(`\n\n> **${title}**\n>\n> L’un de nous n’y croit pas.\n>\n> ## Rien d’autre\n`);
    },
  );
});

describe("quoted people", () => {
  const kept = { consent: "kept", attribution: "description" } as const;
  const consenting = async (
    circle: Circle,
    participant: string,
    purpose: string,
    answer = "given",
    attribution: string | null = null,
  ): Promise<void> => {
    await circle.study.ledger.write(async (change) => {
      const row = {
        participant,
        purpose,
        answer,
        attribution,
        day: "2026-01-15",
        at: "2026-01-15T00:00:00Z",
      };
      await change.insert("consent", [row]);
      change.record("consent.recorded", "consent", participant);
    });
  };
  const reasons = async (circle: Circle, audience: "group" | "public" = "public") =>
    (await leave(circle, { audience })).heldBack
      .filter(({ id }) => id === "peur")
      .flatMap((each) =>
        each.reasons.map(({ code, params }) => [code, ...Object.values<string | number>(params)].join(" ")),
      );

  it("must have agreed to be quoted, and in public to be published", async () => {
    const circle = await agreed(kept);
    expect(await reasons(circle)).toEqual(["reason.consent P02 public"]);
    for (const who of ["P01", "P02"]) await consenting(circle, who, "quotation");
    expect(await reasons(circle, "group")).toEqual([]);
    expect(await reasons(circle)).toEqual(["reason.consent P02 public"]);
    for (const who of ["P01", "P02"]) await consenting(circle, who, "publication");
    expect(await reasons(circle)).toEqual([]);
    await consenting(circle, "P02", "quotation", "withdrawn");
    expect(await reasons(circle)).toEqual(["reason.consent P02 public"]);
  });

  it("who said no here are heard, though the others' consents are kept elsewhere", async () => {
    const circle = await agreed({ consent: "elsewhere", attribution: "description" });
    expect(await reasons(circle)).toEqual([]);
    await consenting(circle, "P02", "publication", "refused");
    expect(await reasons(circle, "group")).toEqual([]);
    expect(await reasons(circle)).toEqual(["reason.consent P02 public"]);
    await consenting(circle, "P02", "publication");
    expect(await reasons(circle)).toEqual([]);
  });

  it("are asked for their agreement when the settings no longer name them", async () => {
    const circle = await gather();
    circle.write(document);
    await circle.speak({ 1: "P02", 2: "P01" });
    await circle.send();
    const settings = settingsOf();
    const participants = settings.participants.filter(({ id }) => id !== "P02");
    const without = { ...circle, study: { ...circle.study, settings: { ...settings, participants } } };
    await circle.validate(["peur"], { by: ["P01", "P03"], audience: "public" });
    expect(await reasons(without)).toEqual(["reason.quoted P02"]);
  });

  it("are shown under the name they agreed to", async () => {
    const circle = await agreed(kept);
    for (const who of ["P01", "P02"])
      for (const purpose of ["quotation", "publication"]) await consenting(circle, who, purpose);
    await consenting(circle, "P02", "quotation", "given", "none");
    expect(await reasons(circle)).toEqual(["reason.attribution P02"]);
    await consenting(circle, "P02", "quotation", "given", "pseudonym");
    expect(await reasons(circle)).toEqual(["reason.attribution P02"]);
    await consenting(circle, "P02", "quotation", "given", "description");
    expect(await reasons(circle)).toEqual([]);
  });

  it.each([
    ["(chef de service)", "P03"],
    ["(quelqu’un)", "P03"],
    ["", "P03"],
    ["(chef)", "P02"],
    ["(gardien)", "P01"],
  ])("are those too whose diverging position stands there, named %s", async (name, holder) => {
    const settings = settingsOf();
    const described: Record<string, string> = { P01: "gardien", P02: "chef", P03: "chef de service" };
    const participants = settings.participants.map((each) => ({
      ...each,
      description: described[each.id] ?? each.description,
    }));
    const circle = await gather({ participants, consent: "kept", attribution: "description" });
    circle.write(
      `## La peur {#peur}\n\nLe jour ça va.\n\n### Positions divergentes\n\n**Position divergente**${name === "" ? "" : ` ${name}`}\u202F: non, jamais ici.\n`,
    );
    await circle.send();
    const correction = await circle.correct({ by: "P03", section: "peur", kind: "disagreement" });
    await circle.decide(correction, "recorded");
    await circle.integrate(correction);
    await circle.validate(["peur"], everyone);
    expect(await reasons(circle)).toEqual([`reason.consent ${holder} public`]);
    await consenting(circle, holder, "quotation");
    expect(await reasons(circle, "group")).toEqual([]);
    expect(await reasons(circle)).toEqual([`reason.consent ${holder} public`]);
    await consenting(circle, holder, "publication");
    expect(await reasons(circle)).toEqual([]);
    await consenting(circle, holder, "quotation", "given", "pseudonym");
    const isNamed = name !== "" && name !== "(quelqu’un)";
    expect(await reasons(circle)).toEqual(isNamed ? [`reason.attribution ${holder}`] : []);
  });

  it("must be known", async () => {
    const circle = await gather(kept);
    circle.write(document);
    await circle.speak({ 1: null, 2: "P01" });
    await circle.send();
    for (const purpose of ["quotation", "publication"]) await consenting(circle, "P01", purpose);
    const validation = { ...circle.study.settings.validation, quotedMustAgree: false };
    const study = { ...circle.study, settings: { ...circle.study.settings, validation } };
    await circle.validate(["peur"], { by: ["P01", "P02", "P03"], audience: "public" });
    expect(await reasons({ ...circle, study })).toEqual(["reason.unknown-speaker s01.1"]);
  });
});

describe("the scan of what would leave", () => {
  const vault = {
    identities: [
      { id: "i001", kind: "person", names: ["Hélène Durandeau"], replacement: "Karima" },
    ] satisfies Identity[],
    answers: [],
  };
  const names = { count: 1, search: namesOf(vault) };
  const leaksOf = async (
    circle: Circle,
    request: Partial<ExportRequest> = {},
    parts: Partial<ExportParts> = {},
  ): Promise<unknown[]> => {
    const before = readdirSync(circle.root, { recursive: true }).sort();
    const asked = {
      audience: "public",
      template: "synthese",
      formats: [],
      out: undefined,
      isDryRun: false,
    } as const;
    const refused = await exportSections(circle.study, { ...asked, ...request }, circle.world, {
      names,
      ...parts,
    }).catch((error: unknown) => error);
    expect(readdirSync(circle.root, { recursive: true }).sort()).toEqual(before);
    expect(await circle.study.ledger.db.selectFrom("export").selectAll().execute()).toEqual([]);
    if (!(refused instanceof DiagnosedError)) throw new Error("nothing was found");
    expect(JSON.stringify(refused.diagnostics)).not.toMatch(/durandeau|hélène|valid[ée] par personne/i);
    return refused.diagnostics.map(({ code, place, params }) => [
      code,
      place?.file,
      place?.line,
      ...Object.values(params),
    ]);
  };
  const template = (circle: Circle, text: string): void => {
    mkdirSync(circle.path("templates/synthese"), { recursive: true });
    writeFileSync(circle.path("templates/synthese/fr.md"), text);
  };

  it("lets an export leave, and its manifest says what was looked for", async () => {
    const circle = await agreed();
    const asked = {
      audience: "public",
      template: "synthese",
      formats: [],
      out: undefined,
      isDryRun: false,
    } as const;
    await exportSections(circle.study, asked, circle.world, { names });
    const manifest: unknown = JSON.parse(readFileSync(circle.path(`${folder}/manifest.json`), "utf8"));
    expect(manifest).toMatchObject({ scan: { names: 1, withdrawn: 0 }, consents: "elsewhere" });
    expect(known(Object(manifest) as { scan?: { sentences: number } }).scan?.sentences).toBeGreaterThan(1);
  });

  it("stops at no word of the program’s own, and at the same word written by the study", async () => {
    const circle = await agreed();
    const identities = ["Georgia Audience", "Luc Section"].map((name, index): Identity => {
      return { id: `i00${String(index)}`, kind: "person", names: [name], replacement: `N${String(index)}` };
    });
    const own = { count: 2, search: namesOf({ identities, answers: [] }) };
    const titled = (title: string): Circle => {
      const { study } = circle;
      return { ...circle, study: { ...study, settings: { ...study.settings, title } } };
    };
    expect(await leaksOf(titled("Chez Georgia"), {}, { names: own })).toEqual([
      ["export.leak-name", "synthese.md", expect.anything(), "", "N0"],
      ["export.leak-name", "synthese.html", expect.anything(), "", "N0"],
    ]);
    template(circle, readFileSync("templates/synthese/fr.md", "utf8") + "\nGeorgia\n");
    expect(await leaksOf(circle, {}, { names: own })).not.toEqual([]);
    template(circle, readFileSync("templates/synthese/fr.md", "utf8"));
    const asked = { audience: "public", template: "synthese", formats: [], out: undefined } as const;
    await exportSections(circle.study, { ...asked, isDryRun: false }, circle.world, { names: own });
    expect(readFileSync(circle.path(`${folder}/synthese.html`), "utf8")).toContain("Georgia");
    expect(readFileSync(circle.path(`${folder}/manifest.json`), "utf8")).toContain("audience");
  });

  it("finds a name, in the words, in a template, in the folder's name", async () => {
    const circle = await agreed();
    template(circle, "# {{ study.title }}\n\n<!-- chez DURAN-\nDEAU -->\n");
    expect(await leaksOf(circle)).toEqual([["export.leak-name", "synthese.md", 3, "#markup", "Karima"]]);
    template(circle, "# {{ study.title }}\n");
    expect(await leaksOf(circle, { out: "chez-durandeau" })).toEqual([
      ["export.leak-name", "(1)", undefined, "#name", "Karima"],
    ]);
  });

  it("finds a sentence that nobody agreed to, though a template holds it", async () => {
    const circle = await agreed();
    circle.write(`${document}\n## Ailleurs {#ailleurs}\n\nCeci ne fut validé par personne ici.\n`);
    template(
      circle,
      "# {{ study.title }}\n\nUn mot de présentation, que **personne** ne valide !\n\nCECI NE FUT VALIDÉ PAR PERSONNE ICI",
    );
    expect(await leaksOf(circle, { formats: ["md"] })).toEqual([
      ["export.leak-unvalidated", "synthese.md", 3, "", "g1"],
      ["export.leak-unvalidated", "synthese.md", 5, "", "g1/ailleurs"],
    ]);
  });

  it("finds in a title what somebody said or wrote, and not the title that heads the document", async () => {
    const title = "Ceci ne fut validé par personne";
    const circle = await gather({ title });
    circle.write(`# ${title}\n\n${document}`);
    await circle.send();
    await circle.validate(["peur", "lien"], everyone);
    const asked = { audience: "public", template: "synthese", formats: ["md"], out: undefined } as const;
    const dry = { ...asked, isDryRun: true };
    await exportSections(circle.study, dry, circle.world, { names });
    circle.write(`# ${title}\n\n${document}\n## Ailleurs {#ailleurs}\n\n${title}.\n`);
    expect(await leaksOf(circle, { formats: ["md"] })).toMatchObject([
      ["export.leak-unvalidated", "synthese.md", expect.anything(), "", "g1/ailleurs"],
    ]);
  });

  it("finds a withdrawn sentence, agreed to or not", async () => {
    const circle = await agreed();
    const [phrase = ""] = phrasesOf("On a peur de rentrer dans le hall.");
    await circle.study.ledger.write(async (change) => {
      const digest = phraseDigest(circle.study.ledger.studyId, phrase);
      await change.insert("withdrawal", [
        { id: "w001", participant: "P02", scope: "s01.1", at: "2026-05-01T00:00:00Z" },
      ]);
      await change.insert("withdrawn_phrase", [
        { withdrawal: "w001", lead: leadOf(phrase), words: phrase.split(" ").length, digest },
      ]);
      change.record("words.withdrawn", "withdrawal", "w001");
      change.record("words.withdrawn", "withdrawn_phrase", "w001");
    });
    expect(await leaksOf(circle, { formats: ["md"] })).toEqual([
      ["export.leak-withdrawn", "synthese.md", expect.any(Number), ""],
    ]);
  });

  const working = "Et ceci fut écrit après coup par quelqu’un.";
  const brokenView: Steps["view"] = (settings, passed, audience, now) => {
    const right = viewExport(settings, passed, audience, now);
    const groups = right.view.groups.map((each) => ({
      ...each,
      sections: each.sections.map((section) => ({ ...section, body: working })),
    }));
    return { ...right, view: { ...right.view, groups } };
  };

  it("finds what a view that takes the words of the document lets out", async () => {
    const circle = await agreed();
    circle.write(document.replace("On se dit bonjour[^1].", working));
    await circle.validate(["peur"], { by: ["P01", "P02", "P03"], audience: "public" });
    expect(await leaksOf(circle, { formats: ["md"] }, { steps: { view: brokenView } })).toEqual([
      ["export.leak-unvalidated", "synthese.md", expect.any(Number), "", "g1/lien"],
    ]);
  });
});
