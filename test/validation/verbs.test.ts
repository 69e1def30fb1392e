// `validate` and `status` as a person meets them.
import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { testWorld } from "../world.ts";
import { sentStudy } from "./commands.ts";

describe("retour status", () => {
  it("shows each section with its state, its counts and its reasons, and who has not answered", async () => {
    const { run } = await sentStudy();
    await run("validate", "peur", "--by", "P01,P02,P03", "--audience", "public");
    await run("validate", "lien", "--by", "P01", "--against", "P02");
    const { exit, out, err } = await run("status");
    expect(exit).toBe(0);
    expect(err).toBe("");
    expect(out).toBe(`Édition r01

état       section                               jusqu’où  oui  non  abst.  silence  attente
✓ validée  peur — La peur au travail             public    3    ·    ·      ·        ·
✗ refusée  lien — Le lien                                  1    1    ·      1        ·
    opposition de P02
    n’ont rien dit (se taire n’est pas être d’accord)\u202F: P03
→ envoyée  silence — Ce que l’institution ne v…            ·    ·    ·      3        ·
    n’ont rien dit (se taire n’est pas être d’accord)\u202F: P01, P02, P03

      P01  P02  P03
peur  ✓    ✓    ✓
lien  ✓    ✗    ·
✓ d’accord, ✗ contre, · n’a rien dit

Ont répondu\u202F: P01 Nadia, P02 Karim, P03 Odile
`);
  });

  it("takes two lines for a section in a narrow terminal, and wraps the reasons", async () => {
    const { run } = await sentStudy({ columns: 48 });
    const { out } = await run("status");
    expect(out.split("\n").slice(2, 6)).toEqual([
      "→ envoyée  peur",
      "    0 oui, 0 non, 3 en silence, 0 en attente",
      "    n’ont rien dit (se taire n’est pas être",
      "    d’accord)\u202F: P01, P02, P03",
    ]);
    expect(out.trimEnd().split("\n").slice(-2)).toEqual([
      "Ont répondu\u202F: P01 Nadia",
      "N’ont pas répondu\u202F: P02 Karim, P03 Odile",
    ]);
    expect(out.split("\n").every((line) => line.length <= 48)).toBe(true);
  });

  it("keeps within 80 columns, with abstentions, whatever is in it; or takes two lines", async () => {
    const { run, read, write } = await sentStudy({ columns: 80 });
    await run("validate", "lien", "--by", "P01,P02,P03", "--audience", "institution");
    await run("validate", "peur", "--by", "P01", "--abstain", "P02,P03");
    const { out } = await run("status");
    expect(out).toMatch(/section +jusqu’où +oui +non +abst\. +silence +attente/);
    expect(out).toMatch(/peur +1 +· +2 +· +·/);
    expect(out.split("\n").every((line) => line.length <= 80)).toBe(true);
    write(`${read()}\n## Une section au nom bien trop long {#une-section-au-nom-bien-trop-long}\n\nmots\n`);
    const long = (await run("status")).out;
    expect(long).toContain("1 oui, 0 non, 2 abst., 0 en silence");
    expect(long.split("\n").every((line) => line.length <= 80)).toBe(true);
    expect((await run("status", "--lang", "en")).out).toContain("1 yes, 0 no, 2 abst., 0 silent");
  });

  it("names sections without their titles in a terminal of 80 columns, in colour when asked", async () => {
    const { run } = await sentStudy({ columns: 80, env: { RETOUR_LANG: "en", FORCE_COLOR: "1" } });
    const { out } = await run("status");
    expect(out).toContain("\u001B[36m→ sent\u001B[39m");
    expect(out).not.toContain("La peur au travail");
    expect(out).toContain("have said nothing (silence is not agreement): P01, P02, P03");
  });

  it("gives the contract's JSON", async () => {
    const { run, json } = await sentStudy();
    await run("validate", "peur", "--by", "P01,P02,P03", "--audience", "institution");
    const status = await json("status");
    expect(status).toEqual({
      edition: "r01",
      sections: [
        {
          ...{ id: "peur", group: "g1", title: "La peur au travail", state: "validated" },
          ...{ audience: "institution", fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
          ...{
            agreed: ["P01", "P02", "P03"],
            against: [],
            abstained: [],
            silent: [],
            pending: 0,
            reasons: [],
          },
          ...{ rule: "unanimity", words: { holds: true }, consulted: [], note: false, askAgain: [] },
          ...{ means: ["written"], sessions: [], sittings: [] },
        },
        expect.objectContaining({ id: "lien", state: "sent", audience: null, silent: ["P01", "P02", "P03"] }),
        expect.objectContaining({
          reasons: [
            {
              code: "reason.silent",
              message: "n’ont rien dit (se taire n’est pas être d’accord)\u202F: P01, P02, P03",
              people: "P01, P02, P03",
            },
          ],
        }),
      ],
      participants: [
        { id: "P01", copies: 1, answered: true },
        { id: "P02", copies: 1, answered: true },
        { id: "P03", copies: 1, answered: true },
      ],
      ...{ consents: [], pact: null, retention: [], withdrawals: [], named: [] },
    });
  });

  it("shows who said what as a grid, whoever was only consulted apart", async () => {
    const { run } = await sentStudy();
    await run("validate", "lien", "--by", "P01,P03", "--consulted", "P02");
    await run("validate", "silence", "--against", "P02", "--abstain", "P03");
    const { out } = await run("status");
    expect(out).toContain(`
         P01  P02  P03
lien     ✓    c    ✓
silence  ·    ✗    –
✓ d’accord, ✗ contre, – s’abstient, c consulté, ne décide pas, · n’a rien dit
`);
    expect(out).toContain("\n    consultés, ne décident pas\u202F: P02\n");
  });

  it("lists who said what where a grid has no room", async () => {
    const { run } = await sentStudy({ columns: 18 });
    await run("validate", "lien", "--by", "P01,P02");
    const { out } = await run("status");
    expect(out).toContain("lien\n    ✓ P01, P02\n    · P03\n✓ d’accord, · n’a\nrien dit\n");
  });

  it("says by which rule a section goes, what stands beside it, and whom to ask again from when", async () => {
    const { run, path } = await sentStudy();
    const { appendFileSync } = await import("node:fs");
    const own = "{ id: lien, rule: { delegates: [P01, P02] }, minimum: 2, quoted-must-agree: false }";
    appendFileSync(
      path("retour.yaml"),
      `  silence: ask-again\n  ask-again-after: 10\n  sections: [${own}]\n`,
    );
    await run("validate", "lien", "--by", "P01", "--sittings", "2026-05-02,2026-05-09");
    await run("validate", "lien", "--group", "--session", "s04", "--note", "Autre chose se vit aussi.");
    const { out } = await run("status");
    expect(out).toContain(`
    règle de cette partie\u202F: décision laissée à P01, P02, au moins 2 personnes d’accord, même sans
    l’accord de qui est cité
    lue à voix haute\u202F: 2026-05-02, 2026-05-09
    une note accompagne l’opposition
    à qui redemander à partir du 2026-05-22\u202F: P02
`);
    const english = (await run("status", "--lang", "en")).out;
    expect(english).toContain("to be asked again from 2026-05-22: P02");
    expect(english).toContain("a note stands beside the opposition");
  });

  it("tells sections of several groups apart, and says when there is nothing yet", async () => {
    const { run, write, path, json } = await sentStudy();
    const { readFileSync, writeFileSync, rmSync } = await import("node:fs");
    const settings = readFileSync(path("retour.yaml"), "utf8");
    writeFileSync(
      path("retour.yaml"),
      settings.replace("groups:\n", "groups:\n  - { id: g2, title: Autre groupe }\n"),
    );
    write("## La peur {#peur}\n\nmots\n", "g2");
    const { out } = await run("status");
    expect(out).toContain("Éditions\u202F: g1 r01\n");
    expect((await run("status", "--lang", "en")).out).toContain("Editions: g1 r01\n");
    expect(out).toContain("g2/peur");
    expect((await run("validate", "g1/lien", "--by", "P01")).out).toContain("g1/lien\u202F: envoyée");
    expect((await run("validate", "peur", "--by", "P01")).err).toContain("section.ambiguous");
    expect(await json("validate", "g1/peur", "--by", "P01")).toMatchObject({ sections: [{ group: "g1" }] });
    rmSync(path("retours"), { recursive: true });
    writeFileSync(path("retour.yaml"), settings);
    expect((await run("status")).out).toContain("Pas encore de document");
  });
});

describe("retour validate", () => {
  it("says what became of each section and writes it in the document", async () => {
    const { run, read } = await sentStudy();
    const { exit, out } = await run(
      "validate",
      "peur",
      "lien",
      "--group",
      "--session",
      "s04",
      "--abstain",
      "P03",
      "--audience",
      "public",
    );
    expect(exit).toBe(0);
    expect(out).toBe(`→ peur\u202F: envoyée
    D’accord\u202F: P01 Nadia, P02 Karim (présents en s04)\u202F; s’abstient\u202F: P03 Odile\u202F; jusqu’où\u202F: public
    abstention de P03
→ lien\u202F: envoyée
    D’accord\u202F: P01 Nadia, P02 Karim (présents en s04)\u202F; s’abstient\u202F: P03 Odile\u202F; jusqu’où\u202F: public
    abstention de P03

Présents selon retour.yaml\u202F; corrigez \`present\` si quelqu’un manquait.
`);
    const done = await run(
      "validate",
      "peur",
      "--by",
      "P03",
      "--means",
      "read-aloud",
      "--audience",
      "public",
    );
    expect(done.out).toBe(
      "✓ peur\u202F: validée (public)\n    D’accord\u202F: P03 Odile\u202F; jusqu’où\u202F: public\n",
    );
    expect(read()).toContain("## La peur au travail {#peur .validated}");
  });

  it("names those against and abstaining, and nobody when nothing was new", async () => {
    const { run } = await sentStudy();
    const said = ["lien", "--against", "P01", "--abstain", "P02,P03", "--audience", "group"];
    expect((await run("validate", ...said)).out).toContain(
      "    Contre\u202F: P01 Nadia\u202F; s’abstiennent\u202F: P02 Karim, P03 Odile\u202F; jusqu’où\u202F: groupe\n",
    );
    expect((await run("validate", ...said)).out).not.toContain("Contre");
    const decided = ["validate", "peur", "--group", "--session", "s04", "--audience", "public"];
    const english = await run(...decided, "--lang", "en");
    expect(english.out).toContain(
      "In agreement: P01 Nadia, P02 Karim, P03 Odile (present in s04); audience: public",
    );
    expect(english.out).toContain("Present according to retour.yaml; correct `present`");
    expect((await run(...decided)).out).not.toContain("Présents");
  });

  it("gives the contract's JSON, and says when nothing was new", async () => {
    const { json, run } = await sentStudy();
    const given = await json("validate", "lien", "--by", "P01,P02,P03", "--audience", "group");
    expect(given).toEqual({
      sections: [
        {
          ...{ id: "lien", group: "g1", state: "validated", audience: "group" },
          fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        },
      ],
    });
    const again = await run("validate", "lien", "--by", "P01,P02,P03", "--audience", "group");
    expect(again.err).toContain("validate.already");
  });

  it("takes a bare agreement for one to the words, and an audience alone for nothing more", async () => {
    const { run } = await sentStudy();
    const everyone = ["lien", "--by", "P01,P02,P03"];
    expect((await run("validate", ...everyone)).out).toBe(
      "✓ lien\u202F: validée (groupe)\n    D’accord\u202F: P01 Nadia, P02 Karim, P03 Odile\u202F; sur les mots seuls\n",
    );
    expect((await run("status")).out).toContain(
      "d’accord sur les mots, n’ont pas dit s’ils peuvent aller vers le public\u202F: P01, P02, P03",
    );
    const further = await run("validate", ...everyone, "--audience", "public", "--only-audience");
    expect(further.out).toContain("jusqu’où\u202F: public, sans rien dire des mots");
    const heard = await run("validate", "lien", "--consulted", "P03", "--lang", "en");
    expect(heard.out).toBe("✓ lien: validated (public)\n    Consulted: P03 Odile\n");
  });

  it.each([
    [false, "groupe"],
    [true, "public"],
  ] as const)(
    "proposes the study's audience at a terminal, and takes %s for an answer",
    async (answer, audience) => {
      const { root } = await sentStudy();
      const world = testWorld({ cwd: root, answers: [answer] });
      const asked: string[] = [];
      const confirm = (question: { message: string; initial?: boolean }): Promise<boolean> => {
        asked.push(`${question.message} ${String(question.initial)}`);
        return world.prompter.confirm(question);
      };
      const prompted = { ...world, prompter: { ...world.prompter, confirm } };
      expect(await main(["validate", "lien", "--by", "P01,P02,P03"], prompted)).toBe(0);
      expect(world.out()).toContain(`validée (${audience})`);
      expect(asked).toEqual([
        "Ces personnes ont-elles aussi dit que ces mots peuvent aller vers le public\u202F? false",
      ]);
    },
  );

  it("changes nothing in a dry run", async () => {
    const { run, read, json } = await sentStudy();
    const before = read();
    const { out, err } = await run("validate", "lien", "--by", "P01,P02,P03", "--dry-run");
    expect(out).toContain("validée");
    expect(err).toContain("Essai à blanc");
    expect(read()).toBe(before);
    expect(await json("status")).toMatchObject({ sections: [{}, { state: "sent" }, {}] });
  });

  it.each([
    [["lien"], "validate.who-missing"],
    [["lien", "--group"], "validate.session-missing"],
    [["lien", "--by", "P01", "--group"], "validate.both-ways"],
    [["lien", "--group", "--session", "s99"], "validate.unknown-session"],
    [["lien", "--by", "P99"], "validate.unknown-person"],
    [["lien", "--by", "P01", "--against", "P01"], "validate.two-answers"],
    [["absente", "--by", "P01"], "section.unknown"],
    [["lien", "--by", "P01", "--only-audience"], "validate.audience-missing"],
    [["lien", "--against", "P01", "--audience", "group", "--only-audience"], "validate.group-is-words"],
    [["lien", "--by", "P01", "--means", "written", "--sittings", "2026-01-02"], "validate.sittings-means"],
    [["lien", "--by", "P01", "--sittings", "hier"], "validate.bad-day"],
    [["lien", "--by", "P01", "--sittings", "2999-01-01"], "validate.day-to-come"],
    [["lien", "--by", "P01", "--sittings", "2026-01-02,2026-01-01"], "validate.days-order"],
    [["lien", "--by", "P01", "--note", "mots"], "validate.note-needs-group"],
    [["lien", "--group", "--session", "s04", "--note", " "], "validate.note-empty"],
  ])("refuses %j with a code, in two lines, in both languages", async (argv, code) => {
    const { run } = await sentStudy();
    for (const language of ["fr", "en"]) {
      const { exit, err } = await run("validate", ...argv, "--lang", language);
      expect(exit).toBe(2);
      expect(err.trimEnd().split("\n")).toHaveLength(2);
      expect(err).toContain(code);
    }
  });
});
