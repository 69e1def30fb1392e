// Sonal's interviews: words, speakers, the themes that words are under, the names that were replaced.
import { readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sonal } from "../../src/transcript/formats/sonal.ts";
import type { Hints, Reading } from "../../src/transcript/reading.ts";
import { joinCues } from "../../src/transcript/turn.ts";
import { start, turnRows, type Scene } from "./scene.ts";

const hints: Hints = { file: "f", isKnown: () => false, language: "fr" };

/** As SonalPi writes it. */
const page = (segments: string, speakers = '["","Question?","Réponse"]'): string =>
  `\n<!DOCTYPE html>\n<html lang="en"><head><title>Fichier Whispurge</title></head><body>\n<script id="loc-json" type="application/json">\n        {\n            ${speakers}\n        }\n</script>\n<script id="cat-json" type="application/json">\n        {\n            [{"code":"cat_001","nom":"Peur","rang":"0"},{"code":"cat_002","nom":"Quartier","rang":"1"}]\n        }\n</script>\n<div id="txtnotes"> </div><div id="contenuText"> ${segments} \n</div></body>`;

const segment = (speaker: string, inside: string, more = ""): string =>
  `<span class="lblseg sautlig" data-deb="1" data-fin="2" data-loc="${speaker}" data-rksg="1" ${more}>${inside}</span>`;

const fragment = (classes: string, text: string, more = ""): string =>
  `<span class="${classes}" data-rk="1" data-sg="1" ${more}>${text}</span>`;

const read = (segments: string, speakers?: string): Reading => sonal.read(page(segments, speakers), hints);

const words = ({ cues }: Reading): string[] => cues.map((cue) => cue.words);

const codes = ({ diagnostics }: Reading): string[] => diagnostics.map(({ code }) => code);

describe("the themes of an interview", () => {
  /** The words under each theme, coding by coding. */
  const coded = ({ cues, codings = [] }: Reading): unknown[] =>
    codings.map(({ theme, from, to }) => [
      theme,
      cues
        .slice(from, to + 1)
        .map((cue) => cue.words)
        .join(" "),
    ]);

  it("are on their words, whole words when letters of one are under a theme", () => {
    expect(
      coded(
        read(
          segment("1", fragment("", "Alors ")) +
            segment(
              "2",
              fragment("", "on a ") +
                fragment("cat_001", "peur de l'") +
                fragment("cat_001 cat_002", "entrée") +
                fragment("cat_002", " du bas") +
                fragment("", ". Voilà."),
            ),
        ),
      ),
    ).toEqual([
      ["Peur", "peur de l'entrée"],
      ["Quartier", "l'entrée du bas."],
    ]);
  });

  it("go on from one segment to the next, and stop where they stop", () => {
    expect(
      coded(
        read(
          segment("2", fragment("cat_001", "Un. ")) +
            segment("2", fragment("", " ")) +
            segment("1", fragment("cat_001", "Deux. ")) +
            segment("2", fragment("", "Trois. ")) +
            segment("2", fragment("cat_001 cat_009", "Quatre.")),
        ),
      ),
    ).toEqual([
      ["Peur", "Un. Deux."],
      ["Peur", "Quatre."],
      ["cat_009", "Quatre."],
    ]);
  });
});

describe("the names that Sonal replaces", () => {
  it("are replaced, from the first word of each to its last, and it is said how many", () => {
    const reading = read(
      segment(
        "2",
        fragment("", "Avec ") +
          fragment("anon debsel", "Jo", 'data-pseudo="Luc"') +
          fragment("", " ") +
          fragment("anon", "van") +
          fragment("anon finsel", " Damme", 'data-pseudo="Luc"') +
          fragment("", ", puis ") +
          fragment("anon debsel finsel", "Ana", 'data-pseudo="Léa &amp; co"') +
          fragment("anon-exception", " Ana"),
      ),
    );
    expect(words(reading)).toEqual(["Avec Luc, puis Léa & co Ana"]);
    expect(reading.diagnostics.find(({ code }) => code === "import.names-replaced")?.params).toEqual({
      count: 2,
    });
  });

  it("never take other words with them when their end is missing", () => {
    const reading = read(
      segment(
        "2",
        fragment("anon debsel", "Jo", 'data-pseudo="Luc"') +
          fragment("", " est venu, ") +
          fragment("anon finsel", "Max", 'data-pseudo="Tom"') +
          fragment("anon debsel", " Ana", 'data-pseudo=""'),
      ),
    );
    expect(words(reading)).toEqual(["Luc est venu, Tom Ana"]);
  });
});

describe("the names that are still in the words", () => {
  const left = (reading: Reading): unknown =>
    reading.diagnostics.find(({ code }) => code === "import.names-left")?.params;
  const listed = (list: object[], segments: string): Reading =>
    sonal.read(
      page(segments).replace(
        '<div id="txtnotes"',
        `<script id="anon-json" type="application/json">\n {\n ${JSON.stringify(list)}\n }\n</script>$&`,
      ),
      hints,
    );

  it("are counted when the file lists what replaces them, and never printed", () => {
    const list = [
      { entite: "Jo Martin", remplacement: "Luc" },
      { entite: "Évry", remplacement: "la ville" },
      { entite: "Rose", remplacement: "" },
    ];
    const reading = listed(
      list,
      segment(
        "2",
        fragment("", "Jo Martin, d'É") + fragment("cat_001", "vry, Jo puis Martin et Rose. Un jo martin. "),
      ) +
        segment(
          "1",
          fragment("anon-exception", "Évry") + fragment("anon debsel finsel", "Évry", 'data-pseudo="Évry"'),
        ),
    );
    expect(left(reading)).toEqual({ count: 2 });
    expect(JSON.stringify(reading.diagnostics)).not.toMatch(/Martin|vry/);
  });

  it("are those replaced elsewhere, and those marked as names that nothing replaces", () => {
    const name = fragment("anon debsel finsel", "Ana", 'data-pseudo="Léa"');
    expect(left(read(segment("2", `${name} et Ana`)))).toEqual({ count: 1 });
    expect(left(read(segment("2", fragment("anon debsel finsel", "Ana", 'data-pseudo=""'))))).toEqual({
      count: 1,
    });
    expect(left(read(segment("2", `${name} et Anaïs`)))).toBeUndefined();
  });
});

describe("whoever asks the questions", () => {
  it("has a name that ends in a question mark, which is no part of it", () => {
    const asked = (speakers: string): unknown => {
      const { cues, interviewers } = read(segment("1", "Et vous ?") + segment("2", "Oui."), speakers);
      return [cues.map(({ label }) => label), interviewers];
    };
    expect(asked('["","Anne\u00a0?","Luc"]')).toEqual([["Anne", "Luc"], ["Anne"]]);
    expect(asked('["","Luc ?","Luc"]')).toEqual([["Luc ?", "Luc"], ["Luc ?"]]);
    expect(asked('["","?","Luc"]')).toEqual([["?", "Luc"], ["?"]]);
    expect(asked('["","Anne","Luc"]')).toEqual([["Anne", "Luc"], []]);
  });

  const source = readFileSync("fixtures/transcripts/sonal/coded/source.sonal", "utf8");
  const scene = (tiers: string[], present = ["P01", ...tiers]) => {
    const started = start();
    const settings = readFileSync(started.path("retour.yaml"), "utf8");
    const people = tiers.map(
      (id) => `  - { id: ${id}, role: tiers, pseudonym: Anne ${id}, description: sociologue }\n`,
    );
    writeFileSync(
      started.path("retour.yaml"),
      settings
        .replace("sessions:", `${people.join("")}sessions:`)
        .replace("[P01, P02, P03]", `[${present.join(", ")}]`),
    );
    writeFileSync(started.path("s01.sonal"), source);
    return started;
  };
  const voices = async (started: Scene): Promise<unknown> => [
    ...new Set((await turnRows(started)).map(({ participant }) => participant)),
  ];

  it("is the session's only third person, and it is said", async () => {
    const alone = scene(["T01"]);
    await alone.run("import", "s01.sonal", "--yes");
    expect(alone.world.err()).toContain("T01");
    expect(await voices(alone)).toEqual(["T01", null]);
    const unlisted = scene(["T01"], []);
    await unlisted.run("import", "s01.sonal", "--yes");
    expect(await voices(unlisted)).toEqual(["T01", null]);
  });

  it("is nobody known where there are two third persons, or none present", async () => {
    for (const started of [scene(["T01", "T02"]), scene(["T01"], ["P01"]), scene([])]) {
      await started.run("import", "s01.sonal", "--yes");
      expect(await voices(started)).toEqual([null]);
      expect(started.sheet()).not.toContain("Question");
    }
  });

  it("is whom the person says", async () => {
    const told = scene(["T01"]);
    await told.run("import", "s01.sonal", "--yes", "--speaker", "Question=P01");
    expect(await voices(told)).toEqual(["P01", null]);
    const other = scene(["T01"]);
    await other.run("import", "s01.sonal", "--yes", "--speaker", "Réponse=T01");
    expect(await voices(other)).toEqual([null, "T01"]);
  });
});

describe("the speakers of an interview", () => {
  it("are those of the list, then the one the segment names; none goes on with the one before", () => {
    const { cues } = read(
      segment("1", "Un ? ") +
        segment("", "Deux ?") +
        segment("7", "Trois.", 'data-nomloc="Autre"') +
        segment("0", "Quatre.") +
        segment("8", "Cinq."),
    );
    expect(cues.map(({ label }) => label)).toEqual(["Question", "Question", "Autre", null, null]);
  });

  it("are named above their words in older files, and that is no speech", () => {
    expect(
      words(read(segment("2", `<h4 class="ligloc">Réponse<label>×</label></h4>${fragment("", "Oui.")}`))),
    ).toEqual(["Oui."]);
  });
});

describe("what is beside the words", () => {
  it("is said: notes, comments, words outside of any segment, a file that stops", () => {
    const commented = segment("1", fragment("obs", "Oui.", 'data-obs="à revoir" data-auth="X"'));
    expect(codes(read(commented))).toEqual(["import.comments-left"]);
    const stray = read(`${segment("1", "Oui.")} et non`);
    expect([words(stray), codes(stray)]).toEqual([["Oui.", "et non"], ["import.stray-words"]]);
    const whole = page(segment("1", "Oui."));
    expect(codes(sonal.read(whole.replace('txtnotes"> ', 'txtnotes">Chez elle.'), hints))).toEqual([
      "import.about-left",
    ]);
    expect(codes(sonal.read(whole.slice(0, -30), hints))).toEqual(["import.cut-short"]);
  });

  it("may be missing or damaged: the words are there all the same", () => {
    for (const speakers of ["", "[", '{"a":1}', "[1,2]", '["", "Question?"'])
      expect(words(read(segment("1", "Oui."), speakers))).toEqual(["Oui."]);
  });
});

it("gives every letter of every segment to its speaker, however it is cut into fragments", () => {
  const letters = (said: string): string => said.replace(/[^\p{L}\p{N}]/gu, "");
  const piece = fc.record({
    text: fc.oneof(
      fc.stringMatching(/^[a-zéà' .?,-]{1,12}$/),
      fc.constantFrom(" ", "<3", "R&D ", "\u00A0?", "\n"),
    ),
    classes: fc.constantFrom("", "cat_001", "cat_002", "cat_001 cat_002", "anon-exception"),
  });
  const segments = fc.array(
    fc.record({
      speaker: fc.constantFrom("1", "2"),
      pieces: fc.array(piece, { minLength: 1, maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(segments, (list) => {
      const source = page(
        list
          .map(({ speaker, pieces }) =>
            segment(
              speaker,
              pieces
                .map(({ text, classes }) =>
                  fragment(classes, text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")),
                )
                .join(""),
            ),
          )
          .join(""),
      );
      const { cues, codings = [] } = sonal.read(source, hints);
      const turns = joinCues(cues, (label) => ({ participant: null, label }), sonal.joining);
      const names = ["", "Question", "Réponse"];
      const bySpeaker = (wanted: string): string =>
        list
          .filter(({ speaker }) => names[Number(speaker)] === wanted)
          .flatMap(({ pieces }) => pieces.map(({ text }) => letters(text)))
          .join("");
      for (const name of names.slice(1)) {
        const said = turns.filter(({ label }) => label === name).map((turn) => letters(turn.words));
        expect(said.join("")).toBe(bySpeaker(name));
      }
      expect(turns.map((turn) => letters(turn.words)).join("")).toBe(
        list.flatMap(({ pieces }) => pieces.map(({ text }) => letters(text))).join(""),
      );
      for (const { from, to } of codings) expect(from <= to && to < cues.length).toBe(true);
    }),
    { numRuns: 300 },
  );
});
