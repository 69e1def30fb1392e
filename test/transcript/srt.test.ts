// SubRip as programs and people write it: who speaks by names or signs, times in any form.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { srt } from "../../src/transcript/formats/srt.ts";
import { readTranscript } from "../../src/transcript/read-transcript.ts";
import { joinCues, type Turn } from "../../src/transcript/turn.ts";
import { ownTime } from "../own-time.ts";

const hints = { file: "f", isKnown: () => false, language: "fr" as const };

function read(source: string) {
  const { cues, diagnostics } = srt.read(source, hints);
  return { cues, said: diagnostics.map(({ code, place }) => [code, place?.line]) };
}

const turns = (source: string): Turn[] =>
  joinCues(read(source).cues, (label) => ({ participant: null, label }), srt.joining);

const turnsOf = (...captions: string[]): (string | null)[][] =>
  turns(file(captions)).map(({ label, words }) => [label, words]);

const file = (captions: readonly string[]): string =>
  captions.map((words, index) => `${String(index + 1)}\n${times(index)}\n${words}\n`).join("\n");

const times = (index: number): string =>
  [index, index + 1].map((second) => `00:00:${String(second % 60).padStart(2, "0")},000`).join(" --> ");

describe("who speaks in SubRip", () => {
  it.each([
    ["names before a colon", "Zoé : oui", "Ali: non", "Zoé : si"],
    ["names between brackets", "[Zoé] oui", "[Ali]: non", "[Zoé] si", "[Ali] ah"],
    ["names between parentheses", "(Zoé) oui", "(Ali)\nnon", "(Zoé) si", "(Ali) ah"],
    ["names after a chevron", ">> Zoé : oui", ">> Ali : non", ">>Zoé: si"],
    ["names after a dash", "- Zoé : oui\n- Ali : non", "- Zoé : si"],
  ])("is said by %s", (_, ...captions) => {
    expect(turnsOf(...captions).slice(0, 3)).toEqual([
      ["Zoé", "oui"],
      ["Ali", "non"],
      ["Zoé", "si"],
    ]);
  });

  it("holds until the next name where few captions have one, also of a name that stands alone", () => {
    expect(
      turnsOf(
        "Zoé : oui",
        "et puis",
        "Ali : non.",
        "Jamais.",
        "De la vie.",
        "Zoé :",
        "si",
        "Ali : ah",
        "bon",
      ),
    ).toEqual([
      ["Zoé", "oui et puis"],
      ["Ali", "non. Jamais. De la vie."],
      ["Zoé", "si"],
      ["Ali", "ah bon"],
    ]);
  });

  it("is not said by what is heard, or written between two", () => {
    const captions = [
      "(Rires)",
      "[Musique]",
      "(Applaudissements) oui.",
      "[Musique]",
      "(Rires) non.",
      "[Fin]",
      "[Fin]",
    ];
    expect(turnsOf(...captions).map(([label]) => label)).toEqual(turnsOf(...captions).map(() => null));
    expect(turnsOf("(Zoé) oui", "[Ali] non")).toEqual([[null, "(Zoé) oui [Ali] non"]]);
    expect(turnsOf("[Fin]", "[Fin]")).toEqual([[null, "[Fin] [Fin]"]]);
  });

  it("changes at a chevron, and only there", () => {
    expect(turnsOf("Bien.", ">> Oui. Et", "alors ? Rien.", "Rien. >> Non.", "&gt;&gt; >>> Si.")).toEqual([
      [null, "Bien."],
      [null, "Oui. Et alors ? Rien. Rien."],
      [null, "Non."],
      [null, "Si."],
    ]);
  });

  it("changes at a sign that stands alone", () => {
    expect(turnsOf("Oui. >>", "Non.", ">>", "Si.", ">>\nBon.", "Ah")).toEqual([
      [null, "Oui."],
      [null, "Non."],
      [null, "Si."],
      [null, "Bon. Ah"],
    ]);
  });

  it("is named after a chevron were it once, when it has the form of a name", () => {
    expect(turnsOf(">> Zoé : oui.", ">> Résultat : non.")).toEqual([
      ["Zoé", "oui."],
      [null, "Résultat : non."],
    ]);
  });

  it("changes at the dashes of a dialogue, and not at one dash alone", () => {
    expect(turnsOf("- On y va", "-Où ça\nchez toi ?\n– Non", "ailleurs")).toEqual([
      [null, "On y va"],
      [null, "Où ça chez toi ?"],
      [null, "Non ailleurs"],
    ]);
    expect(turnsOf("on a dit", "- enfin moi -", "-t-il dit")).toEqual([
      [null, "on a dit - enfin moi - -t-il dit"],
    ]);
  });
});

describe("SubRip", () => {
  it("has its looks left aside, and what people write kept", () => {
    expect(
      turnsOf('{\\an8}{Y:i}<font color="#fff"><b>oui</b></font>\n{en riant} <soupir> {', "<i>non"),
    ).toEqual([[null, "oui {en riant} <soupir> { non"]]);
  });

  it("is read without blank lines, with ids in any order", () => {
    const source = ["9", times(0), "oui", "4", times(1), "12 ou", "13", "4", times(2), "non"].join("\n");
    expect(read(source).said).toEqual([]);
    expect(read(source).cues.map(({ words }) => words)).toEqual(["oui", "12 ou 13", "non"]);
  });

  it("has a number that a person says kept where captions have no ids", () => {
    const source = [times(0), "combien ?", "42", times(1), "ah"].join("\n");
    expect(read(source).cues.map(({ words }) => words)).toEqual(["combien ? 42", "ah"]);
  });

  it("has words on the line of its times kept, and coordinates left", () => {
    const source = `${times(0)} X1:100 X2:200 Y1:1 Y2:2\noui\n\n${times(1)} non`;
    expect(read(source).cues.map(({ words }) => words)).toEqual(["oui", "non"]);
    expect(read(source).said).toEqual([["import.damaged", 4]]);
  });

  it.each([
    ["UTF-16 with a mark", Buffer.from(`\uFEFF${file(["é oui", "à non"])}`, "utf16le")],
    ["UTF-16 without one", Buffer.from(file(["é oui", "à non"]), "utf16le")],
    ["Windows-1252, CRLF", Buffer.from(file(["é oui", "à non"]).replaceAll("\n", "\r\n"), "latin1")],
    ["old Macintosh line ends", Buffer.from(file(["é oui", "à non"]).replaceAll("\n", "\r"))],
  ])("is read in %s", (_, bytes) => {
    const setting = { ...hints, isWritten: false };
    const { format, cues } = readTranscript(bytes, setting, { format: undefined, encoding: undefined });
    expect([format.name, ...cues.map(({ words }) => words)]).toEqual(["srt", "é oui", "à non"]);
  });
});

const words = fc
  .array(fc.constantFrom("oui", "non", "euh", "d’accord", "42", "rendez-vous", "…"), {
    minLength: 1,
    maxLength: 5,
  })
  .map((list) => `et ${list.join(" ")}`);

describe("every word of SubRip is in one turn, in order", () => {
  const signs = fc.constantFrom(">> ", ">>", "- ", "– ", "");

  it("whatever sign says that the voice changes", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.tuple(signs, words), { minLength: 1, maxLength: 3 }), { minLength: 1 }),
        (list) => {
          const source = file(list.map((lines) => lines.map(([sign, said]) => sign + said).join("\n")));
          const said = turns(source).map((turn) => turn.words.replace(/(?:^|(?<= ))[–-] ?(?=et )/g, ""));
          expect(said.join(" ")).toBe(list.flatMap((lines) => lines.map(([, each]) => each)).join(" "));
        },
      ),
    );
  });

  it("with a turn for each chevron", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), words), { minLength: 1 }), (list) => {
        const source = file([
          ">> et bien.",
          ...list.map(([isOther, said]) => (isOther ? `>> ${said}` : said)),
        ]);
        expect(turns(source)).toHaveLength(1 + list.filter(([isOther]) => isOther).length);
      }),
    );
  });
});

describe("reading takes time in proportion", () => {
  it.each([
    ["chevrons", ">> ".repeat(60_000)],
    ["dashes", "- \n".repeat(60_000)],
    ["parentheses", "(".repeat(200_000)],
    ["numbers", "12:".repeat(60_000)],
    ["spaces and times", ` ${" ".repeat(100_000)}00:00:01,000 -->`],
    ["braces", "{\\".repeat(100_000)],
    ["times", "00:00:01,000 --> 00:00:02,000\n".repeat(20_000)],
  ])("on a caption of %s", (_, caption) => {
    const took = ownTime();
    srt.read(`1\n00:00:01,000 --> 00:00:02,000\n${caption}\n`, hints);
    expect(took()).toBeLessThan(3000);
  });
});
