// `decide`, `integrate` and `review`, as people run them.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { integrate } from "../../src/correction/integrate.ts";
import { Cancelled } from "../../src/kernel/diagnostic.ts";
import { openStudy } from "../../src/study/open.ts";
import { testWorld } from "../world.ts";
import { audit } from "../../src/ledger/audit.ts";
import { sentStudy, type Loop } from "./study.ts";

interface Decided {
  corrections: {
    id: string;
    decision: { outcome: string; reason: string | null; by: string; at: string } | null;
  }[];
}

const answers: Record<string, [string, string][]> = {
  P01: [
    ["une peur ordinaire", "une peur de chaque soir"],
    [
      "> Des fois la nuit, on a peur de rentrer dans le hall.\n>\n> — éducatrice de prévention (s01.2)\n\n",
      "",
    ],
  ],
  P02: [
    ["une peur ordinaire", "une peur terrible"],
    ["personne ne se plaint", "{==personne ne se plaint==}{>>désaccord : moi je me plains<<}"],
  ],
  P03: [["Chacun fait avec", "{==Chacun==}{>>nuance : pas tout le monde<<} fait avec"]],
};

/** r01 sent, and answered by three people: c001 and c002 of P01, c003 and c004 of P02, c005 of P03. */
async function answered(): Promise<Loop> {
  const loop = await sentStudy();
  const files = Object.entries(answers).map(([person, changes]) => {
    let text = loop.read(`copies/r01/${person}.md`);
    for (const [from, to] of changes) {
      if (!text.includes(from)) throw new Error(from);
      text = text.replace(from, () => to);
    }
    loop.write(`back/r01-${person}.md`, text);
    return `back/r01-${person}.md`;
  });
  await loop.run(["receive", ...files]);
  return loop;
}

const decisionOf = async (loop: Loop, id: string) =>
  ((await loop.json(["corrections"])) as Decided).corrections.find((each) => each.id === id)?.decision;

describe("deciding", () => {
  it("is noted with who decided and when, and can be changed", async () => {
    const loop = await answered();
    const { corrections } = (await loop.json(["decide", "c002", "integrated"])) as Decided;
    expect(corrections).toMatchObject([
      { id: "c002", decision: { outcome: "integrated", reason: null, by: "P09" }, conflictsWith: ["c003"] },
    ]);
    await loop.run(["decide", "c002", "declined", "--reason", "le groupe préfère l’autre", "--by", "P02"]);
    expect(await decisionOf(loop, "c002")).toMatchObject({
      outcome: "declined",
      reason: "le groupe préfère l’autre",
      by: "P02",
    });
    await loop.look(async ({ ledger }) => {
      expect(await ledger.db.selectFrom("decision").select("outcome").orderBy("id").execute()).toEqual([
        { outcome: "integrated" },
        { outcome: "declined" },
      ]);
      expect((await audit(ledger.db)).findings).toEqual([]);
    });
    const { out } = await loop.run(["corrections"]);
    expect(out).toContain("non suivie, par P02\u202F: le groupe préfère l’autre");
    expect(out).not.toContain("demande autre chose");
  });

  it("says what comes next", async () => {
    const loop = await answered();
    expect((await loop.run(["decide", "c002", "integrated"])).out).toBe(
      "c002\u202F: intégrée (à porter\u202F: retour integrate)\n",
    );
    expect((await loop.run(["decide", "c002", "declined", "--reason", "non"])).out).toBe(
      "c002\u202F: non suivie\n",
    );
  });

  it("leaves a withdrawal one, once it was said to be", async () => {
    const loop = await answered();
    const said = ["receive", "--oral", "--from", "P01", "--section", "peur", "--kind", "withdrawal"];
    await loop.run([...said, "--text", "je retire ce que j’ai dit"]);
    const { corrections } = (await loop.json(["corrections"])) as { corrections: { id: string }[] };
    const id = corrections.at(-1)?.id ?? "";
    const retyped = ["decide", id, "declined", "--kind", "nuance", "--reason", "le groupe y tient"];
    expect((await loop.run(retyped, { exit: 2 })).err).toContain("decide.withdrawal-said");
    expect(await loop.json(["corrections"])).toMatchObject({
      corrections: [...corrections.slice(0, -1), { id, kind: "withdrawal", decision: null }],
    });
  });

  it("does not refuse anybody to take their own words out", async () => {
    const loop = await answered();
    const declined = ["decide", "c001", "declined", "--reason", "le groupe y tient"];
    const { err } = await loop.run(declined, { exit: 2 });
    expect(err).toContain("decide.withdrawal-stands");
    expect(err).toContain("retour decide c001 integrated");
    expect(await decisionOf(loop, "c001")).toBeNull();
    await loop.run(["decide", "c002", "declined", "--reason", "non", "--kind", "withdrawal"], { exit: 2 });
    await loop.run([...declined, "--kind", "major"]);
    expect(await loop.json(["corrections", "--kind", "major"])).toMatchObject({
      corrections: [{ id: "c001", decision: { outcome: "declined" } }],
    });
    await loop.look(async ({ ledger }) => expect((await audit(ledger.db)).findings).toEqual([]));
  });

  it("asks for the words or the reason at the prompt", async () => {
    const loop = await answered();
    await loop.run(["decide", "c002", "adapted"], { answers: ["", "de certains soirs"] });
    await loop.run(["decide", "c003", "declined"], { answers: ["trop fort"] });
    expect(await decisionOf(loop, "c002")).toMatchObject({ outcome: "adapted" });
    expect(await decisionOf(loop, "c003")).toMatchObject({ reason: "trop fort" });
  });

  it("is signed by the team when the study has no third person", async () => {
    const loop = await answered();
    loop.write("retour.yaml", loop.read("retour.yaml").replace(", role: tiers", ", role: guest"));
    await loop.run(["decide", "c002", "integrated"]);
    expect(await decisionOf(loop, "c002")).toMatchObject({ by: "équipe" });
    loop.write("retour.yaml", loop.read("retour.yaml").replace("language: fr", "language: en"));
    await loop.run(["decide", "c002", "integrated", "--by", "team"]);
    expect(await decisionOf(loop, "c002")).toMatchObject({ by: "team" });
  });

  it.each([
    [["c099", "integrated"], "correction.unknown"],
    [["c002", "adapted"], "decision.text-missing"],
    [["c002", "adapted", "--text", "  "], "decision.text-missing"],
    [["c002", "declined"], "decision.reason-missing"],
    [["c002", "integrated", "--by", "Claire"], "decision.unknown-person"],
    [["c002", "accepted"], "usage.bad-argument"],
  ])("refuses %s", async (argv, code) => {
    const loop = await answered();
    expect((await loop.run(["decide", ...argv], { exit: 2 })).err).toContain(code);
    expect(await decisionOf(loop, "c002")).toBeNull();
  });
});

describe("integrating", () => {
  it("brings in what can be, shows the rest, and keeps every other byte", async () => {
    const loop = await answered();
    const before = loop.read("retours/g1.md");
    for (const id of ["c001", "c002", "c003", "c005"]) await loop.run(["decide", id, "integrated"]);
    await loop.run(["decide", "c004", "recorded"]);
    expect(await loop.json(["integrate"])).toEqual({
      applied: ["c001", "c004"],
      conflicts: [
        { ids: ["c002", "c003"], section: "peur", reason: "overlap" },
        { ids: ["c005"], section: "peur", reason: "to-write-by-hand" },
      ],
    });
    const expected = before
      .replace(
        "> Des fois la nuit, on a peur de rentrer dans le hall.\n>\n> — éducatrice de prévention (s01.2)\n\n",
        "",
      )
      .replace(
        "### Accords et désaccords\n",
        "### Accords et désaccords\n\n**Position divergente** (gardien d’immeuble)\u202F: moi je me plains\n",
      );
    expect(loop.read("retours/g1.md")).toBe(expected);
    await loop.look(async ({ ledger }) => {
      const { content } = await ledger.db.selectFrom("document").select("content").executeTakeFirstOrThrow();
      expect(content).toBe(expected);
      expect((await audit(ledger.db)).findings).toEqual([]);
    });
  });

  it("can be run again: nothing is brought in twice, and what was pending is when it can be", async () => {
    const loop = await answered();
    for (const id of ["c001", "c002", "c003", "c005"]) await loop.run(["decide", id, "integrated"]);
    await loop.run(["integrate"]);
    const once = loop.read("retours/g1.md");
    const { out } = await loop.run(["integrate"]);
    expect(loop.read("retours/g1.md")).toBe(once);
    expect(out).toContain("Pas portées (g1/peur)\u202F: c002, c003 — elles demandent");
    expect(out).toContain("Pas portées (g1/peur)\u202F: c005 — la remarque ne propose pas de mots");
    await loop.run(["decide", "c003", "declined", "--reason", "trop fort"]);
    loop.edit("retours/g1.md", "Chacun fait", "Beaucoup font");
    const last = await loop.run(["integrate"]);
    expect(last.out).toContain("Portées dans retours/g1.md\u202F: c002");
    expect(last.out).toContain("comptées comme écrites à la main");
    expect(loop.read("retours/g1.md")).toContain("une peur de chaque soir");
    expect(loop.read("retours/g1.md")).toContain("Beaucoup font");
    expect((await loop.run(["integrate"])).out).toContain("Aucune correction décidée n’attend");
    expect((await loop.run(["corrections"])).out).toContain("portée dans le document");
  });

  it("can be decided otherwise afterwards: what was brought in is taken out again", async () => {
    const loop = await answered();
    const before = loop.read("retours/g1.md");
    await loop.run(["decide", "c002", "integrated"]);
    await loop.run(["integrate"]);
    loop.edit("retours/g1.md", "Chacun fait", "Beaucoup font");
    const { out } = await loop.run(["decide", "c002", "declined", "--reason", "à la réflexion, non"]);
    expect(out).toContain("le document la suit encore");
    expect(await loop.json(["integrate"])).toEqual({ applied: ["c002"], conflicts: [] });
    expect(loop.read("retours/g1.md")).toBe(before.replace("Chacun fait", "Beaucoup font"));
    expect((await loop.run(["integrate"])).out).toContain("Aucune correction décidée n’attend");

    await loop.run(["decide", "c003", "integrated"]);
    await loop.run(["integrate"]);
    expect(loop.read("retours/g1.md")).toContain("une peur terrible");
    await loop.run(["decide", "c003", "adapted", "--text", "lourde"]);
    await loop.run(["integrate"]);
    expect(loop.read("retours/g1.md")).toContain("une peur lourde");
    await loop.run(["decide", "c003", "recorded"]);
    loop.edit("retours/g1.md", "lourde", "pesante");
    expect(await loop.json(["integrate"])).toMatchObject({
      applied: [],
      conflicts: [{ ids: ["c003"], reason: "words-changed" }],
    });
    await loop.look(async ({ ledger }) => expect((await audit(ledger.db)).findings).toEqual([]));
  });

  it("refuses what asks otherwise of words that were changed already, and takes the same as done", async () => {
    const loop = await answered();
    await loop.run(["decide", "c002", "integrated"]);
    await loop.run(["integrate"]);
    await loop.run(["decide", "c003", "integrated"]);
    const once = loop.read("retours/g1.md");
    expect(await loop.json(["integrate"])).toMatchObject({
      applied: [],
      conflicts: [{ ids: ["c002", "c003"], reason: "overlap" }],
    });
    expect(loop.read("retours/g1.md")).toBe(once);
  });

  it("is kept by the next build, and the next edition goes out with it", async () => {
    const loop = await answered();
    await loop.run(["decide", "c002", "integrated"]);
    await loop.run(["decide", "c001", "integrated"]);
    await loop.run(["integrate"]);
    await loop.run(["build", "--group", "g1"]);
    await loop.run(["send", "--group", "g1", "--format", "md"]);
    expect(loop.read("copies/r02/P01.md")).toContain("une peur de chaque soir");
    expect(loop.read("copies/r02/P01.md")).not.toContain("Des fois la nuit");
  });

  it("shows words that changed since, and a section that is gone", async () => {
    const loop = await answered();
    await loop.run(["decide", "c002", "integrated"]);
    loop.edit("retours/g1.md", "une peur ordinaire", "une peur banale");
    const { out } = await loop.run(["integrate"]);
    expect(out).toContain("ces mots ont changé dans le document depuis l’envoi");
    loop.edit("retours/g1.md", "## La peur au travail {#peur", "## La crainte {#crainte");
    expect((await loop.run(["integrate"])).out).toContain("cette section n’est plus dans le document");
  });

  it("does not write over a document that someone changed between reading and writing it", async () => {
    const loop = await answered();
    await loop.run(["decide", "c002", "integrated"]);
    const world = testWorld({ cwd: loop.folder });
    const study = await openStudy(world, { forWriting: true, isDryRun: false });
    const now = (): Date => {
      loop.edit("retours/g1.md", "Chacun fait", "Beaucoup font");
      return new Date("2026-05-12T10:00:00Z");
    };
    let isFirst = true;
    const made = await integrate(study, { now: () => (isFirst ? ((isFirst = false), now()) : world.now()) });
    expect(made.applied).toEqual(["c002"]);
    expect(study.ledger.notices.map(({ code }) => code)).toEqual(["heal.kept-beside"]);
    await study.close();
    expect(loop.read("retours/g1.md")).toContain("Beaucoup font");
    expect(loop.read("retours/g1.md")).toContain("une peur ordinaire");
    expect(loop.read("retours/g1.retour-1.md")).toContain("une peur de chaque soir");
  });

  it("changes nothing in a dry run", async () => {
    const loop = await answered();
    const before = loop.read("retours/g1.md");
    await loop.run(["decide", "c002", "integrated"]);
    expect((await loop.run(["integrate", "--dry-run"])).out).toContain("c002");
    expect(loop.read("retours/g1.md")).toBe(before);
    expect((await loop.run(["integrate"])).out).toContain("c002");
  });
});

describe("reviewing", () => {
  it("shows each correction in its place and writes each decision at once", async () => {
    const loop = await answered();
    const { out, err: screens } = await loop.run(["review"], {
      columns: 60,
      answers: ["integrated", "adapted", "skip", "recorded", "kind", "strength", "integrated"],
    });
    const wide = screens.split("\n").filter((line) => line.length > 60 && line.startsWith("    "));
    expect(wide).toEqual([]);
    expect(screens).not.toMatch(/^ +>|> >|— [^\n]*\(s01\.\d\) [^\n]/m);
    const err = screens.replace(/\n {4}/g, " ");
    expect(err).toMatch(
      /1\/5 {2}c001 {2}P01 · Nadia {2}retrait de ses paroles[^\n]*\n {2}La peur au travail \(g1\/peur, r01\), 1\/5 dans cette section/,
    );
    expect(err).toMatch(/Le groupe décrit une peur \[-ordinaire-\]\{\+de chaque soir\+\}\. Elle dure/);
    expect(err).toContain("demande autre chose que c003");
    expect(err).toContain("c003 P02 · Marc [-ordinaire-]{+terrible+}");
    expect(err).toContain("et {==personne ne se plaint==}.");
    expect(err).toContain("dit [-Des fois la nuit");
    expect(err).toContain("{>>moi je me plains<<}");
    expect(out).toContain("4 décisions notées, 1 en attente.");
    expect(await decisionOf(loop, "c001")).toMatchObject({ outcome: "integrated" });
    expect(await decisionOf(loop, "c002")).toMatchObject({ outcome: "adapted" });
    expect(await decisionOf(loop, "c003")).toBeNull();
  });

  it("can be left and taken up again", async () => {
    const loop = await answered();
    const left = await loop.run(["review"], { answers: ["integrated", "declined"], exit: 130 });
    expect(left.err).toContain("1 décision notée, 4 en attente.");
    expect(await decisionOf(loop, "c001")).toMatchObject({ outcome: "integrated" });
    const again = await loop.run(["review"], { answers: ["declined", "le groupe y tient", "stop"] });
    expect(again.err).toContain("1/4  c002");
    expect(again.out).toContain("1 décision notée, 3 en attente.");
  });

  it("confirms a proposed kind with the decision, and does not offer to refuse a withdrawal", async () => {
    const loop = await answered();
    expect((await loop.run(["corrections"])).out).toMatch(/c002 .*, à confirmer/);
    await loop.run(["review"], { answers: ["integrated", "integrated", "stop"] });
    const { out } = await loop.run(["corrections"]);
    expect(out).not.toMatch(/c00[12] .*, à confirmer/);
    expect(out).toMatch(/c003 .*, à confirmer/);
    const again = await answered();
    await again.run(["review"], { answers: ["declined"], exit: 70 });
    expect(await decisionOf(again, "c001")).toBeNull();
  });

  it("does not count what is to be kept as it is among what waits", async () => {
    const loop = await sentStudy();
    const words = ["--from", "P02", "--section", "lien", "--text", "à garder : c’est ça"];
    await loop.run(["receive", "--oral", ...words]);
    expect((await loop.run(["corrections"])).out).toContain("1 correction, aucune en attente");
    expect((await loop.run(["corrections"])).out).not.toContain("      en attente");
    expect((await loop.run(["corrections", "--pending"])).out).toContain("Aucune correction");
  });

  it("says what has no place, and when nothing waits", async () => {
    const loop = await sentStudy();
    expect((await loop.run(["review"], { answers: [] })).out).toContain("Aucune correction n’attend");
    await loop.run(["receive", "--oral", "--from", "P02", "--section", "lien", "--text", "pas d’accord"]);
    const { err, out } = await loop.run(["review"], { answers: ["recorded"] });
    expect(err).toContain("Le lien avec les jeunes (g1/lien, r01), 1/1 dans cette section");
    expect(out).toContain("plus rien en attente");
  });

  it("undoes the last ones, and the history keeps what was undone", async () => {
    const loop = await answered();
    const { err, out } = await loop.run(["review"], {
      answers: ["undo", "integrated", "kind", "major", "declined", "trop", "undo", "undo", "undo", "stop"],
    });
    expect(err).toContain("Rien à défaire dans cette revue");
    expect(err).toContain("Défait\u202F: c002. À décider de nouveau.");
    expect(err.match(/^1\/5 {2}c001/gm)).toHaveLength(3);
    expect(out).toContain("Aucune décision, 5 en attente.");
    expect(await decisionOf(loop, "c001")).toBeNull();
    expect((await loop.run(["corrections"])).out).toMatch(/c002 .* mineure, à confirmer/);
    const { out: history } = await loop.run(["corrections", "c002"]);
    expect(history).toMatch(
      /reçue\n *2026-05-12 {2}non suivie, par P09\u202F: trop\n *2026-05-12 {2}décision défaite/,
    );
    await loop.run(["decide", "c002", "integrated"]);
    await loop.run(["integrate"]);
    expect((await loop.run(["corrections", "c002"])).out).toContain("2026-05-12  portée dans le document");
    expect(await loop.json(["corrections", "c002"])).toMatchObject({
      corrections: [{ id: "c002" }],
      history: [{ what: "decided" }, { what: "undone" }, { what: "decided" }, { what: "brought-in" }],
    });
    await loop.look(async ({ ledger }) => expect((await audit(ledger.db)).findings).toEqual([]));
  });

  it("has words adapted in the editor, in a private file that does not stay", async () => {
    const loop = await answered();
    const seen: string[] = [];
    const write = (words: string) => (path: string) => {
      const text = readFileSync(path, "utf8");
      seen.push(path, text, (statSync(path).mode & 0o777).toString(8));
      writeFileSync(
        path,
        text.replace(/(-->\n\n)[\s\S]*$/, (_, head: string) => head + words),
      );
    };
    const answers = ["integrated", "adapted", "stop"];
    const cancelled = await loop.run(["review"], { answers, edit: write("\n") });
    expect(cancelled.err).toContain("rien n’a été décidé");
    expect(cancelled.err.match(/^2\/5 {2}c002/gm)).toHaveLength(2);
    expect(seen[1]).toMatch(/^<!-- Les mots retenus pour c002[\s\S]*-->\n\nde chaque soir\n$/);
    expect(seen[2]).toBe("600");
    expect(seen[0]).toContain(`${loop.folder}/.retour/`);
    loop.write(".retour/mots-c009.md", "reste d’une commande tuée");
    await loop.run(["review"], {
      answers: ["adapted", "stop"],
      edit: write("de certains soirs\r\n\r\n- oui\n"),
    });
    expect(await decisionOf(loop, "c002")).toMatchObject({ outcome: "adapted" });
    expect(readdirSync(join(loop.folder, ".retour")).filter((name) => name.startsWith("mots-"))).toEqual([]);
    await loop.look(async ({ ledger }) =>
      expect(
        await ledger.db.selectFrom("decision").select("text").where("correction", "=", "c002").execute(),
      ).toEqual([{ text: "de certains soirs\n\n- oui" }]),
    );
  });

  it("takes up again the words that an interrupted command left in the editor's file", async () => {
    const loop = await answered();
    const seen: string[] = [];
    const edit = (path: string): void => {
      seen.push(readFileSync(path, "utf8"));
      writeFileSync(path, "Des mots pesés longtemps.\n");
    };
    loop.write(".retour/mots-c002.md~", "ce que garde un éditeur");
    const killed = (path: string): void => {
      edit(path);
      throw new Cancelled();
    };
    await loop.run(["review"], { answers: ["integrated", "adapted"], edit: killed, exit: 130 });
    expect(await decisionOf(loop, "c002")).toBeNull();
    await loop.run(["review"], { answers: ["adapted", "stop"], edit });
    expect(seen[1]).toBe("Des mots pesés longtemps.\n");
    expect(await decisionOf(loop, "c002")).toMatchObject({ outcome: "adapted" });
    expect(readdirSync(join(loop.folder, ".retour")).filter((name) => name.includes("mots-"))).toEqual([]);
  });

  it("asks for the words at the prompt when no editor opens", async () => {
    const loop = await answered();
    const edit = (): void => {
      throw new Error("ENOENT");
    };
    const { err } = await loop.run(["review"], {
      answers: ["integrated", "adapted", "d’autres", "stop"],
      edit,
    });
    expect(err).toContain("L’éditeur ne s’est pas ouvert");
    expect(await decisionOf(loop, "c002")).toMatchObject({ outcome: "adapted" });
  });

  it("decides at once for all who ask the same thing, if the person says so, and undoes it at once", async () => {
    const loop = await sentStudy();
    for (const person of ["P01", "P02", "P03"]) {
      const text = loop.read(`copies/r01/${person}.md`);
      loop.write(`back/r01-${person}.md`, text.replace("une peur ordinaire", "une peur de chaque soir"));
    }
    await loop.run(["receive", "back/r01-P01.md", "back/r01-P02.md", "back/r01-P03.md"]);
    const { err, out } = await loop.run(["review"], { answers: ["integrated", "yes"] });
    expect(err).toContain("demande la même chose que c002, c003");
    expect(out).toContain("3 décisions notées, plus rien en attente");
    const again = await loop.run(["review"], { answers: [] });
    expect(again.out).toContain("Aucune correction n’attend");
    await loop.run(["integrate"]);
    expect(loop.read("retours/g1.md").match(/une peur de chaque soir/g)).toHaveLength(1);
  });

  it("asks for the other half of a move, and integrates neither half alone", async () => {
    const loop = await sentStudy();
    const before = loop.read("retours/g1.md");
    const moved = " Elle dure toute la journée, parfois la nuit.";
    const text = loop.read("copies/r01/P01.md");
    if (!text.includes(moved)) throw new Error("not there");
    const back = text.replace(moved, "").replace("personne ne se plaint.", `personne ne se plaint.${moved}`);
    loop.write("back/r01-P01.md", back);
    await loop.run(["receive", "back/r01-P01.md"]);
    expect((await loop.run(["corrections"])).out).toContain("déplacé\u202F: c001 et c002 vont ensemble");
    expect(await loop.json(["corrections"])).toMatchObject({
      corrections: [
        { id: "c001", movedWith: "c002" },
        { id: "c002", movedWith: "c001" },
      ],
    });
    await loop.run(["decide", "c001", "integrated"]);
    const alone = {
      applied: [],
      conflicts: [{ ids: ["c001", "c002"], section: "peur", reason: "moved-alone" }],
    };
    expect(await loop.json(["integrate"])).toEqual(alone);
    await loop.run(["decide", "c002", "declined", "--reason", "non"]);
    expect(await loop.json(["integrate"])).toEqual(alone);
    expect(loop.read("retours/g1.md")).toBe(before);
    await loop.run(["decide", "c002", "integrated"]);
    expect(await loop.json(["integrate"])).toMatchObject({ applied: ["c001", "c002"] });
    expect(loop.read("retours/g1.md")).toBe(
      before.replace(moved, "").replace("personne ne se plaint.", `personne ne se plaint.${moved}`),
    );
    await loop.run(["decide", "c001", "declined", "--reason", "non"]);
    expect(await loop.json(["integrate"])).toEqual(alone);

    const other = await sentStudy();
    other.write("back/r01-P01.md", back);
    await other.run(["receive", "back/r01-P01.md"]);
    const { out } = await other.run(["review"], { answers: ["integrated", "yes"] });
    expect(out).toContain("2 décisions notées, plus rien en attente");
  });

  it("is refused where nobody can answer", async () => {
    const loop = await answered();
    const { err } = await loop.run(["review"], { exit: 2 });
    expect(err).toContain("review.no-terminal");
    expect(err).toContain("retour decide");
  });
});
