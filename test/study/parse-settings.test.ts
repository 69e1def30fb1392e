// retour.yaml read into settings, and every mistake in it said with its place.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSettings } from "../../src/study/parse-settings.ts";
import { whole as agreement } from "../settings.ts";

const whole = `# yaml-language-server: $schema=.retour/retour.schema.json
title: Questions de réseau
language: fr
groups:
  - id: g1
    title: Groupe de professionnels
  - id: g2
    title: Groupe de parents
participants:
  - id: P01
    group: g1
    pseudonym: Nadia
    description: éducatrice de prévention
    organisation: association de prévention
  - id: P02
    group: [g1, g2]
    pseudonym: Mehdi
    description: père de famille
  - id: T01
    role: tiers
    pseudonym: Claire
    description: tiers aidant
sessions:
  - id: s01
    date: 2026-01-15
    group: g1
    present: [P01, P02, T01]
    capture: notes
    guests: une juge des enfants
validation:
  rule: unanimity        # unanimity | quorum: 0.75 | group-session
  silence: ask-again
  quoted-must-agree: false
audience: institution
attribution: pseudonym # name shown under a quote
pact: |
  Rien ne sort.
`;

/** `line:column code` of each diagnostic. */
function said(text: string): string[] {
  return parseSettings(text, "retour.yaml").diagnostics.map(
    ({ code, place }) => `${String(place?.line)}:${String(place?.column)} ${code}`,
  );
}

/** The diagnostics of a text, with the values they name. */
function params(text: string): object[] {
  return parseSettings(text, "retour.yaml").diagnostics.map((each) => ({ code: each.code, ...each.params }));
}

describe("settings without mistakes", () => {
  it("are read whole", () => {
    const { settings, diagnostics } = parseSettings(whole, "retour.yaml");
    expect(diagnostics).toEqual([]);
    expect(settings).toEqual({
      title: "Questions de réseau",
      language: "fr",
      kind: "collective",
      groups: [
        { id: "g1", title: "Groupe de professionnels" },
        { id: "g2", title: "Groupe de parents" },
      ],
      participants: [
        {
          id: "P01",
          groups: ["g1"],
          role: "participant",
          pseudonym: "Nadia",
          description: "éducatrice de prévention",
          organisation: "association de prévention",
        },
        {
          id: "P02",
          groups: ["g1", "g2"],
          role: "participant",
          pseudonym: "Mehdi",
          description: "père de famille",
          organisation: undefined,
        },
        {
          id: "T01",
          groups: [],
          role: "tiers",
          pseudonym: "Claire",
          description: "tiers aidant",
          organisation: undefined,
        },
      ],
      sessions: [
        {
          id: "s01",
          date: "2026-01-15",
          group: "g1",
          present: ["P01", "P02", "T01"],
          capture: "notes",
          guests: "une juge des enfants",
        },
      ],
      validation: { rule: { kind: "unanimity" }, silence: "ask-again", quotedMustAgree: false, ...agreement },
      audience: "institution",
      attribution: "pseudonym",
      pact: "Rien ne sort.\n",
      vault: "kept",
      consent: "kept",
      retention: {},
      indistinct: 3,
    });
  });

  it("need only a title: silence is never agreement, and nothing goes further than the group", () => {
    expect(parseSettings("title: T", "retour.yaml").settings).toEqual({
      title: "T",
      language: "fr",
      kind: "collective",
      groups: [],
      participants: [],
      sessions: [],
      validation: {
        rule: { kind: "unanimity" },
        silence: "not-agreement",
        quotedMustAgree: true,
        ...agreement,
      },
      audience: "group",
      attribution: "description",
      pact: "",
      vault: "kept",
      consent: "kept",
      retention: {},
      indistinct: 3,
    });
    expect(parseSettings("title: T\nvalidation: {}", "f").settings?.validation).toEqual({
      rule: { kind: "unanimity" },
      silence: "not-agreement",
      quotedMustAgree: true,
      ...agreement,
    });
  });

  it("may leave a list empty and have Windows line ends", () => {
    const { settings } = parseSettings("title: T\r\ngroups:\r\nparticipants: []\r\nsessions:\r\n", "f");
    expect(settings?.groups).toEqual([]);
  });

  it.each([
    ["unanimity", { kind: "unanimity" }],
    ["group-session", { kind: "group-session" }],
    ["{quorum: 0.75}", { kind: "quorum", share: 0.75 }],
    ['"quorum: 0.75"', { kind: "quorum", share: 0.75 }],
    ['"quorum: 0,6"', { kind: "quorum", share: 0.6 }],
    ["\n    quorum: 1", { kind: "quorum", share: 1 }],
  ])("read the rule %s", (written, rule) => {
    const { settings, diagnostics } = parseSettings(`title: T\nvalidation:\n  rule: ${written}\n`, "f");
    expect(diagnostics).toEqual([]);
    expect(settings?.validation.rule).toEqual(rule);
  });
});

describe("text that is not YAML as people mean it", () => {
  it.each<[string, string[]]>([
    ["", ["1:1 settings.empty"]],
    ["# seulement un commentaire\n", ["1:1 settings.empty"]],
    ["---\n", ["1:1 settings.empty"]],
    ["- a\n- b\n", ["1:1 settings.not-mapping"]],
    ["bonjour\n", ["1:1 settings.not-mapping"]],
    ["\ttitle: T\n", ["1:1 yaml.tab"]],
    ["groups:\n\t- id: g1\n", ["2:1 yaml.tab"]],
    ["title: Peur : au travail\n", ["1:8 yaml.colon-inside"]],
    ["validation:\n  rule: quorum: 0.75\n", ["2:9 settings.rule-quorum"]],
    ["validation:\r\n  rule: quorum: 0,75 # trois sur quatre\r\n", ["2:9 settings.rule-quorum"]],
    ["title: quorum: 0.75\n", ["1:8 yaml.colon-inside"]],
    ["title T\nlanguage: fr\n", ["1:1 yaml.no-colon"]],
    ["title:T\nlanguage: fr\n", ["1:1 yaml.no-colon"]],
    ["title: T\n   language: fr\n", ["2:12 yaml.indent"]],
    ["groups:\n  - id: g1\n   title: T\n", ["3:1 yaml.indent"]],
    ["groups:\n  - id: g1\n     title: T\n", ["3:11 yaml.indent"]],
    ['title: "T\nlanguage: fr\n', ["1:8 yaml.unclosed"]],
    ["title: 'T\n", ["1:8 yaml.unclosed"]],
    ["groups: [g1\nlanguage: fr\n", ["2:1 yaml.unclosed"]],
    ["groups: {a: b\nlanguage: fr\n", ["2:1 yaml.unclosed"]],
    ["title: 'l'eau'\n", ["1:11 yaml.after-quote"]],
    ['title: "a" b\n', ["1:12 yaml.after-quote"]],
    ['title: "a\\q"\n', ["1:10 yaml.escape"]],
    ["title: @co\n", ["1:8 yaml.sign-first"]],
    ["title: `co`\n", ["1:8 yaml.sign-first"]],
    ["title: !co x\n", ["1:8 yaml.sign-first"]],
    ["title: *co\n", ["1:8 yaml.sign-first"]],
    ["title: &co x\n", ["1:12 yaml.sign-first"]],
    ["a: &a [x]\nb: [*a, *a]\n", ["1:7 yaml.sign-first", "2:5 yaml.sign-first"]],
    ["title: T\n---\ntitle: U\n", ["2:1 yaml.several-documents"]],
    ["? [a]\n: b\n", ["1:3 yaml.syntax"]],
    ["%FOO\n---\ntitle: T\n", ["1:1 yaml.syntax"]],
    ["[".repeat(20_000), ["1:1 yaml.too-deep"]],
  ])("%j gives %j", (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it("says each of several mistakes, in the order of the text", () => {
    expect(said("title: @a\nlanguage: `b`\nlanguage: fr\n")).toEqual([
      "1:8 yaml.sign-first",
      "2:11 yaml.sign-first",
      "3:1 yaml.key-twice",
    ]);
  });

  it("goes on to the meaning when only a key is written twice", () => {
    expect(said("title: T\ntitle: U\ntitre: V\n")).toEqual([
      "2:1 yaml.key-twice",
      "3:1 settings.unknown-key",
    ]);
    expect(params("title: T\ntitle: U\n")).toEqual([{ code: "yaml.key-twice", key: "title" }]);
  });

  it("reads YAML 1.2 even where the file asks for 1.1", () => {
    expect(parseSettings("%YAML 1.1\n---\ntitle: no\n", "f").settings?.title).toBe("no");
  });
});

describe("values that do not have their shape", () => {
  it("names the nearest known key, and those that can stand there", () => {
    expect(
      params("title: T\nparticipants:\n  - id: P01\n    group: g1\n    pseudonyme: N\n    age: 3\n")[0],
    ).toEqual({
      code: "settings.unknown-key",
      key: "pseudonyme",
      nearest: "pseudonym",
      known: "id, group, role, pseudonym, description, organisation",
    });
    expect(params("title: T\nconstructor: x\n2: y\n")).toMatchObject([
      { key: "constructor", nearest: "" },
      { key: "2", nearest: "" },
    ]);
  });

  it("says what is missing, but not what is only misspelt", () => {
    expect(said("language: fr\n")).toEqual(["1:1 settings.missing-key"]);
    expect(said("titre: T\n")).toEqual(["1:1 settings.unknown-key"]);
    expect(said("title: T\nsessions:\n  - id: s01\n")).toEqual([
      "3:5 settings.missing-key",
      "3:5 settings.missing-key",
    ]);
  });

  it.each<[string, object]>([
    ["title: 12", { code: "settings.wrong-type", key: "title", expected: "text", found: "number" }],
    ["title: true", { code: "settings.wrong-type", key: "title", expected: "text", found: "boolean" }],
    ["title:", { code: "settings.wrong-type", key: "title", expected: "text", found: "nothing" }],
    ["title: [a]", { code: "settings.wrong-type", key: "title", expected: "text", found: "list" }],
    ["title: {a: b}", { code: "settings.wrong-type", key: "title", expected: "text", found: "mapping" }],
    ["title: .nan", { code: "settings.wrong-type", key: "title", expected: "text", found: "number" }],
    ['title: ""', { code: "settings.empty-text", key: "title" }],
    ["groups: g1", { code: "settings.wrong-type", key: "groups", expected: "list nothing", found: "text" }],
    ["groups: [g1]", { code: "settings.wrong-type", key: "groups", expected: "mapping", found: "text" }],
    [
      "language: de",
      { code: "settings.wrong-value", key: "language", value: "de", allowed: "fr, en", nearest: "" },
    ],
    ["kind: colective", { code: "settings.wrong-value", nearest: "collective" }],
    ["audience: 3", { code: "settings.wrong-type", key: "audience", expected: "text", found: "number" }],
    [
      "validation: {quoted-must-agree: oui}",
      { code: "settings.wrong-type", expected: "boolean", found: "text" },
    ],
    ["validation: {rule: {quorum: 75}}", { code: "settings.out-of-range", key: "quorum", value: 75 }],
    ["validation: {rule: {quorum: 0}}", { code: "settings.out-of-range", key: "quorum", value: 0 }],
    ["validation: {rule: {quorum: a}}", { code: "settings.wrong-type", expected: "number", found: "text" }],
    ["validation: {rule: {}}", { code: "settings.missing-key", key: "quorum" }],
    ["validation: {rule: {delegate: [P01]}}", { code: "settings.unknown-key", nearest: "delegates" }],
    ["validation: {rule: {delegates: []}}", { code: "settings.empty-list", key: "delegates" }],
    ["validation: {rule: {delegates: P01}}", { code: "settings.wrong-type", expected: "list" }],
    ["validation: {rule: {delegates: [P01, P01]}}", { code: "settings.repeated", value: "P01" }],
    ["validation: {minimum: 0}", { code: "settings.not-count", key: "minimum", value: 0, minimum: 1 }],
    ["validation: {minimum: 1.5}", { code: "settings.not-count", key: "minimum", value: 1.5 }],
    ["validation: {minimum: deux}", { code: "settings.wrong-type", expected: "number", found: "text" }],
    ["validation: {ask-again-after: 0}", { code: "settings.not-count", key: "ask-again-after" }],
    ["validation: {sections: {peur: 1}}", { code: "settings.wrong-type", expected: "list nothing" }],
    ["validation: {sections: [{rule: unanimity}]}", { code: "settings.missing-key", key: "id" }],
    [
      "validation: {sections: [{id: La peur}]}",
      { code: "settings.bad-id", value: "La peur", example: "peur" },
    ],
    ["validation: {sections: [{id: peur, minimum: 0}]}", { code: "settings.not-count", key: "minimum" }],
    ["vault: keep", { code: "settings.wrong-value", allowed: "kept, none", nearest: "kept" }],
    ["consent: no", { code: "settings.wrong-value", allowed: "kept, elsewhere" }],
    ["retention: 2027-06-30", { code: "settings.wrong-type", expected: "mapping nothing" }],
    ["retention: {recording: 2027-06-30}", { code: "settings.unknown-key", nearest: "recordings" }],
    ["retention: {returns: 30/06/2027}", { code: "settings.bad-date", value: "30/06/2027" }],
    ["indistinct: 1", { code: "settings.not-count", key: "indistinct", minimum: 2 }],
    ["validation: {rule: 3}", { code: "settings.wrong-type", expected: "text mapping", found: "number" }],
    [
      "validation: {rule: majority}",
      {
        code: "settings.wrong-value",
        value: "majority",
        allowed: "unanimity, group-session, {quorum: 0.75}",
      },
    ],
    ['validation: {rule: "quorum: 0"}', { code: "settings.wrong-value", nearest: "{quorum: 0.75}" }],
    ["sessions: [{id: s1, date: 2026-02-30, group: g1}]", { code: "settings.bad-date", value: "2026-02-30" }],
    ["sessions: [{id: s1, date: 15/01/2026, group: g1}]", { code: "settings.bad-date", value: "15/01/2026" }],
    ["groups: [{id: g1}]", { code: "settings.missing-key", key: "title" }],
    ["groups: [{title: G}]", { code: "settings.missing-key", key: "id" }],
    ["participants: [{pseudonym: N}]", { code: "settings.missing-key", key: "id" }],
    ["participants: [{id: P1}]", { code: "settings.missing-key", key: "pseudonym" }],
    ["sessions: [{id: s1, group: g1}]", { code: "settings.missing-key", key: "date" }],
    ["sessions: [{date: 2026-01-15, group: g1}]", { code: "settings.missing-key", key: "id" }],
    ["sessions: [{id: s1, date: 2026-01-15}]", { code: "settings.missing-key", key: "group" }],
    [
      "sessions: [{id: s1, date: 2026-01-15, group: g1, present: P01}]",
      { expected: "list nothing", found: "text" },
    ],
    ["groups: [{id: G1, title: G}]", { code: "settings.bad-id", value: "G1", example: "g1" }],
    ["participants: [{id: P1, pseudonym: N, group: 1}]", { expected: "text list", found: "number" }],
    [
      "participants: [{id: P1, pseudonym: N, group: Un}]",
      { code: "settings.bad-id", value: "Un", example: "g1" },
    ],
    ["participants: [{id: P1, pseudonym: N, group: [g1, g1]}]", { code: "settings.repeated", value: "g1" }],
  ])("%s", (line, expected) => {
    const title = line.startsWith("title") ? "" : "title: T\n";
    expect(params(title + line)[0]).toMatchObject(expected);
  });
});

describe("values that cannot be meant", () => {
  const head = "title: T\ngroups: [{id: g1, title: A}, {id: g2, title: B}]\n";
  const nadia = "{id: P01, group: g1, pseudonym: N, description: D}";

  it("finds ids used twice, and says where first", () => {
    const text = `${head}participants:\n  - ${nadia}\n  - ${nadia}\n`;
    expect(said(text)).toEqual(["5:10 settings.id-twice"]);
    expect(params(text)).toEqual([{ code: "settings.id-twice", id: "P01", line: 4 }]);
  });

  it("finds two people of one pseudonym, whatever its case and accents, and says where first", () => {
    const person = (id: string, pseudonym: string): string =>
      `  - {id: ${id}, group: g1, pseudonym: ${pseudonym}, description: D}\n`;
    const text = `${head}participants:\n${person("P01", "Hélène")}${person("P02", "Rose")}${person("P03", "HELENE")}`;
    expect(said(text)).toEqual(["6:37 settings.pseudonym-twice"]);
    expect(params(text)).toEqual([{ code: "settings.pseudonym-twice", id: "P03", other: "P01", line: 4 }]);
    expect(said(text.replace("HELENE", "Hélène B."))).toEqual([]);
  });

  it("finds people and sessions of a group nobody declared", () => {
    const text = `${head}participants:\n  - {id: P01, group: [g1, g9], pseudonym: N, description: D}\nsessions:\n  - {id: s01, date: 2026-01-15, group: g8}\n`;
    expect(said(text)).toEqual(["4:27 settings.unknown-group", "6:40 settings.unknown-group"]);
    expect(params(text)[0]).toEqual({ code: "settings.unknown-group", id: "g9", known: "g1, g2" });
  });

  it("finds people present whom nobody declared, and names the nearest", () => {
    const text = `${head}participants: [${nadia}]\nsessions: [{id: s01, date: 2026-01-15, group: g1, present: [P01, P10]}]\n`;
    expect(params(text)).toEqual([{ code: "settings.unknown-participant", id: "P10", nearest: "P01" }]);
  });

  it("finds participants without a group, and people who will be quoted without a description", () => {
    const text = `${head}participants:\n  - {id: P01, pseudonym: N, description: D}\n  - {id: P02, group: g1, pseudonym: O}\n`;
    expect(said(text)).toEqual(["4:5 settings.no-group", "5:5 settings.no-description"]);
    expect(said(text.replace("title", "attribution: pseudonym\ntitle"))).toEqual(["5:5 settings.no-group"]);
  });

  it("does not ask a group or a description of a guest", () => {
    expect(said(`${head}participants: [{id: P01, role: guest, pseudonym: N}]\n`)).toEqual([]);
  });

  it("warns of a participant of another group at a session, but not of the tiers or a guest", () => {
    const people = `${nadia}, {id: P02, group: g2, pseudonym: O, description: D}, {id: T01, role: tiers, pseudonym: C, description: D}`;
    const text = `${head}participants: [${people}]\nsessions: [{id: s01, date: 2026-01-15, group: g1, present: [P01, P02, T01]}]\n`;
    const { settings, diagnostics } = parseSettings(text, "f");
    expect(settings?.sessions).toHaveLength(1);
    expect(diagnostics).toMatchObject([
      {
        code: "settings.not-of-group",
        severity: "warning",
        params: { id: "P02", session: "s01", group: "g1" },
      },
    ]);
  });

  it("warns of a session where only the tiers is noted", () => {
    const text = `${head}participants: [{id: T01, role: tiers, pseudonym: C, description: D}]\nsessions: [{id: s01, date: 2026-01-15, group: g1, present: [T01]}]\n`;
    expect(parseSettings(text, "f").diagnostics).toMatchObject([
      { code: "settings.no-participant-present", severity: "warning" },
    ]);
  });

  it("finds delegates nobody declared, who are not of the group, or who are not asked", () => {
    const people = `participants: [${nadia}, {id: T01, role: tiers, pseudonym: C, description: D}]\n`;
    const rules = (rule: string): string =>
      `${head}${people}validation:\n  rule: ${rule}\n  sections:\n    - {id: g2/peur, rule: {delegates: [P01]}}\n`;
    expect(parseSettings(rules("{delegates: [P09, T01, P01]}"), "f").diagnostics).toMatchObject([
      { code: "settings.unknown-participant", place: { line: 5, column: 22 }, params: { nearest: "P01" } },
      { code: "settings.delegate-not-asked", severity: "error", params: { id: "T01", role: "tiers" } },
      {
        code: "settings.delegate-not-of-group",
        severity: "warning",
        place: { line: 7, column: 40 },
        params: { id: "P01", section: "g2/peur", group: "g2" },
      },
    ]);
    expect(said(rules("unanimity").replace("g2/peur", "g1/peur"))).toEqual([]);
    expect(said(rules("unanimity").replace("g2/peur", "g9/peur"))).toEqual(["7:12 settings.unknown-group"]);
  });

  it("finds a section with two rules, under whichever name", () => {
    const one = `title: T\ngroups: [{id: g1, title: A}]\nvalidation:\n  sections:\n`;
    const twice = "    - {id: peur, minimum: 2}\n    - {id: g1/peur}\n";
    expect(said(one + twice)).toEqual(["6:12 settings.section-twice"]);
    expect(params(one + twice)).toMatchObject([{ section: "g1/peur", line: 5 }]);
    expect(said(one.replace("A}", "A}, {id: g2, title: B}") + twice)).toEqual([]);
  });

  it("warns of a minimum that a group cannot reach, once it has people", () => {
    const rules =
      "validation:\n  minimum: 2\n  sections:\n    - {id: g1/peur, minimum: 3}\n    - {id: mort, minimum: 9}\n";
    const { settings, diagnostics } = parseSettings(`${head}participants: [${nadia}]\n${rules}`, "f");
    expect(settings?.validation.minimum).toBe(2);
    expect(diagnostics).toMatchObject([
      {
        code: "settings.minimum-too-large",
        severity: "warning",
        params: { minimum: 2, count: 1, group: "g1" },
      },
      { code: "settings.minimum-too-large", params: { minimum: 3, count: 1, group: "g1" } },
    ]);
    expect(said(head + rules)).toEqual([]);
  });

  it("warns of a minimum above the number of those to whom the decision is left", () => {
    const rules = (study: string, sections = ""): string =>
      `${head}participants: [${nadia}]\nvalidation:\n${study}${sections === "" ? "" : `  sections:\n${sections}`}`;
    expect(params(rules("  rule: {delegates: [P01]}\n  minimum: 2\n"))).toEqual([
      { code: "settings.minimum-above-delegates", minimum: 2, count: 1 },
    ]);
    const own = "    - {id: peur, rule: {delegates: [P01]}}\n    - {id: mort, minimum: 2}\n";
    expect(said(rules("  minimum: 1\n", own))).toEqual([]);
    expect(said(rules("  minimum: 2\n", own))).toEqual([
      "5:12 settings.minimum-too-large",
      "7:24 settings.minimum-above-delegates",
    ]);
    const everyone = "    - {id: g1/peur, rule: unanimity}\n";
    expect(said(rules("  rule: {delegates: [P01]}\n  minimum: 2\n", everyone))).toEqual([
      "6:12 settings.minimum-above-delegates",
      "8:27 settings.minimum-too-large",
    ]);
  });

  it("warns of a minimum that no group of a section reaches", () => {
    const two = `participants: [${nadia}, ${nadia.replace("P01", "P02").replace(": N", ": O").replace("group: g1", "group: g2")}]\n`;
    const rules = "validation:\n  sections:\n    - {id: mort, minimum: 2}\n";
    expect(params(head + two + rules)).toEqual([
      { code: "settings.minimum-too-large", minimum: 2, count: 1, group: "g1" },
      { code: "settings.minimum-too-large", minimum: 2, count: 1, group: "g2" },
    ]);
  });

  it("warns of a time after which nobody will be asked again", () => {
    const rules = "validation:\n  ask-again-after: 10\n";
    expect(parseSettings(head + rules, "f").diagnostics).toMatchObject([
      { code: "settings.never-asked-again", severity: "warning", place: { line: 4 } },
    ]);
    expect(said(`${head}${rules}  silence: ask-again\n`)).toEqual([]);
  });

  it("takes days that are past: what they say is due", () => {
    const { settings, diagnostics } = parseSettings("title: T\nretention: {returns: 2001-01-01}\n", "f");
    expect(diagnostics).toEqual([]);
    expect(settings?.retention).toEqual({ returns: "2001-01-01" });
  });

  it("does not say that something is missing from a list that could not be read whole", () => {
    const text = `title: T\ngroups: [{id: G1, title: A}]\nparticipants: [{id: p01, group: g1, pseudonym: N}, {id: P02, group: g1, pseudonym: N}]\nsessions: [{id: s01, date: 2026-01-15, group: g1, present: [p01, P03]}]\n`;
    expect(said(text)).toEqual(["2:15 settings.bad-id", "3:21 settings.bad-id", "4:61 settings.bad-id"]);
  });
});

describe("whatever the text", () => {
  const piece = fc.constantFrom(
    ..."title: |groups:|participants:|sessions:|  - id: g1|  - id: P01|\n|\r\n|\t|: |- |[|]|{|}|\"|'|#|&a|*a|!t|%|@|,|é|x|0.5|validation:|rule:|quorum|>|?".split(
      "|",
    ),
    "|",
  );

  it("never throws, and points inside the text", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        const lines = text.split("\n").length;
        const { settings, diagnostics } = parseSettings(text, "f");
        for (const { place } of diagnostics) {
          expect(place?.line).toBeGreaterThanOrEqual(1);
          expect(place?.line).toBeLessThanOrEqual(lines);
        }
        expect(settings === undefined).toBe(diagnostics.some(({ severity }) => severity === "error"));
      }),
      { numRuns: 3000 },
    );
  });
});
