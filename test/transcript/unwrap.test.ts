// A text taken out of a PDF, sewn up: what is joined, what goes, and that nothing goes unsaid.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RetourError } from "../../src/kernel/diagnostic.ts";
import { decodeTranscript } from "../../src/transcript/encoding/decode.ts";
import { readTranscript } from "../../src/transcript/read-transcript.ts";
import { looksWrapped, unwrap } from "../../src/transcript/unwrap/unwrap.ts";
import { ownTime } from "../own-time.ts";

const sew = (text: string) =>
  unwrap(decodeTranscript(Buffer.from(text), "f"), { file: "f", isKnown: (label) => label === "la voisine" });
const sewn = (...lines: string[]): string => sew(lines.join("\n")).text;
const said = (text: string) =>
  sew(text).diagnostics.map(({ code, params, place }) =>
    [code.replace("import.unwrapped-", ""), place?.line, ...Object.values(params)].join(" "),
  );

describe("cut lines", () => {
  it("are joined where the next word found no room, or the sentence goes on", () => {
    expect(
      sewn(
        "Léa : on rentre, on regarde par terre, voilà.",
        "On regarde par terre et puis on attend, c’est",
        "comme ça,",
        "tous les soirs.",
        "Et le matin c’est pareil.",
        "Ali : oui.",
      ).split("\n"),
    ).toEqual([
      "Léa : on rentre, on regarde par terre, voilà. On regarde par terre et puis on attend, c’est comme ça, tous les soirs.",
      "Et le matin c’est pareil.",
      "Ali : oui.",
    ]);
  });

  it("are left before a name, a dash, a time, a blank line, or a name in capitals after a sentence", () => {
    const full = "mots mots mots mots mots mots mots mots mots";
    for (const next of [
      "Zoé : oui",
      "la voisine : oui",
      "– oui",
      "[00:01] oui",
      "00:00:01 oui",
      "Zoé\toui",
      "• oui",
    ])
      expect(sewn(full, next)).toBe(`${full}\n${next}`);
    expect(sewn(full, "", "oui")).toBe(`${full}\n\noui`);
    for (const next of ["ZOÉ oui", "M. le président. Oui", "Zoé – oui"]) {
      expect(sewn(`${full}.`, next)).toBe(`${full}.\n${next}`);
      expect(sewn(full, next)).toBe(`${full} ${next}`);
    }
  });

  it("are said with their numbers in the file", () => {
    expect(said("Léa : et alors on\nest partis en\nvoiture.\nAli : oui.")).toEqual(["lines 1 1 3"]);
    expect(sew("Léa : et alors on\nest partis\nAli : oui").lines).toEqual([1, 3]);
  });

  it("are none in a text whose paragraphs are lines", () => {
    const long = `${"mot ".repeat(60)}fin`;
    expect(sewn(long, "et oui", long)).toBe([long, "et oui", long].join("\n"));
  });
});

describe("cut words", () => {
  it.each([
    ["un entre-", "tien avec", "un entretien avec"],
    ["une éduca-", "trice, oui", "une éducatrice, oui"],
    ["l’infor-", "mation", "l’information"],
    ["c’est peut-", "être ça", "c’est peut-être ça"],
    ["un rendez-", "vous", "un rendez-vous"],
    ["c’est-à-", "dire que", "c’est-à-dire que"],
    ["quelques-", "uns", "quelques-uns"],
    ["dit-", "il", "dit-il"],
    ["a-t-", "on", "a-t-on"],
    ["dans celui-", "là", "dans celui-là"],
    ["ma grand-", "mère", "ma grand-mère"],
    ["c’est uti-", "le, ça", "c’est utile, ça"],
    ["avec Jean-", "Luc", "avec Jean-Luc"],
    ["le 06-", "12", "le 06-12"],
    ["des maté\u00AD", "riaux", "des matériaux"],
    ["un fré\u2010", "missement", "un frémissement"],
    ["dit – enfin -", "oui", "dit – enfin - oui"],
  ])("« %s | %s » make « %s »", (line, next, whole) => {
    expect(sewn(line, next)).toBe(whole);
  });

  it("follow the text’s own way where it has the word elsewhere", () => {
    expect(sewn("la sous-", "traitance", "", "la soustraitance")).toBe(
      "la sous-traitance\n\nla soustraitance".replace("sous-", "sous"),
    );
    expect(sewn("une méta-", "analyse", "", "des méta-analyse")).toBe("une méta-analyse\n\ndes méta-analyse");
    expect(sewn("le chat-", "huant", "", "le chat et le huant")).toBe("le chat-huant\n\nle chat et le huant");
  });

  it("are said, but for those with a capital, which may be names", () => {
    expect(said("un entre-\ntien avec Mme Ben-\nali")).toEqual([
      "hyphen 1 entre- entretien",
      "lines 1 1 3",
      "hyphen 2  ",
    ]);
  });
});

describe("heads, feet and page numbers", () => {
  const page = (head: string, words: string, foot: string): string => `${head}\n\n${words}\n\n${foot}\n\f`;

  it("go from every page, and the sentence they cut is one again", () => {
    const text = [
      page("Entretien 7", "Léa : on rentre et", "12"),
      page("Confidentiel", "puis voilà.", "13"),
      page("Entretien 7", "Ali : oui.", "14"),
      page("Confidentiel", "Léa : bon.", "15"),
    ].join("");
    expect(sew(text).text).toBe("Léa : on rentre et puis voilà.\nAli : oui.\nLéa : bon.");
    expect(said(text).filter((each) => each.startsWith("page"))).toEqual([
      "page 1 Entretien 7",
      "page 5 12",
      "page 7 Confidentiel",
      "page 11 13",
      "page 13 Entretien 7",
      "page 17 14",
      "page 19 Confidentiel",
      "page 23 15",
    ]);
  });

  it("go in whatever way pages are numbered", () => {
    for (const form of ["%", "- % -", "– % –", "%/45", "Page %", "p. %", "Page % sur 45"]) {
      const feet = ["3", "4", "5"].map((number) => form.replace("%", number));
      expect(
        sew(feet.map((foot, index) => page("", `Léa : oui${"i".repeat(index)}`, foot)).join("")).text.trim(),
      ).toBe("Léa : oui\nLéa : ouii\nLéa : ouiii");
    }
  });

  it("go without form feeds when numbers follow one another", () => {
    const text =
      "Léa : on rentre et\n1\nEntretien 7\npuis voilà.\n2\nEntretien 7\nAli : oui.\n3\nEntretien 7\nLéa : bon.";
    expect(sew(text).text).toBe("Léa : on rentre et puis voilà.\nAli : oui.\nLéa : bon.");
  });

  it("stay when they are there once, number nothing, or are what someone says", () => {
    const once = page("Entretien 7", "Léa : oui.", "") + page("Annexe", "Ali : non.", "");
    expect(sew(once).text).toContain("Entretien 7");
    expect(sew(once).text).toContain("Annexe");
    const spoken = page("Léa : oui.", "Ali : ah.", "14") + page("Léa : oui.", "Ali : bon.", "30");
    expect(sew(spoken).text).toBe("Léa : oui.\n\nAli : ah.\n\n14\nLéa : oui.\n\nAli : bon.\n\n30");
    expect(sew("il y en a\n12\nou peut-être\n13").diagnostics.map(({ code }) => code)).not.toContain(
      "import.unwrapped-page",
    );
  });
});

it("loses no letter but those it names", () => {
  const word = fc.oneof(
    fc.stringMatching(/^[a-zéà]{1,9}-?$/),
    fc.constantFrom(
      "Oui.",
      "Léa :",
      "–",
      "12",
      "SNCF",
      "–",
      "M. Petit.",
      "peut-",
      "[00:01]",
      "l’",
      "Non-",
      "…",
    ),
  );
  const line = fc.array(word, { maxLength: 9 }).map((words) => words.join(" "));
  const lines = fc.array(fc.oneof(line, fc.constantFrom("", "\f", "Entretien 7", "1", "2", "3", "Page 4")), {
    maxLength: 40,
  });
  const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");
  fc.assert(
    fc.property(lines, (list) => {
      const decoded = decodeTranscript(Buffer.from(list.join("\n")), "f");
      const { text, lines: numbers, diagnostics } = unwrap(decoded, { file: "f", isKnown: () => false });
      const removed = new Set(
        diagnostics.flatMap(({ code, place }) =>
          code === "import.unwrapped-page" ? (place?.line ?? 0) : [],
        ),
      );
      const kept = decoded.text.split("\n").filter((_, index) => !removed.has(index + 1));
      expect(letters(text)).toBe(letters(kept.join("")));
      expect(text.split("\n")).toHaveLength(Math.max(numbers.length, 1));
      for (const { params, place } of diagnostics) {
        const { words } = params;
        if (words !== undefined) expect(words).toBe(decoded.text.split("\n")[(place?.line ?? 0) - 1]?.trim());
      }
    }),
    { numRuns: 1000 },
  );
});

describe("--unwrap", () => {
  const read = (source: string, wish: { format?: string; unwrap?: boolean }) =>
    readTranscript(
      Buffer.from(source),
      { file: "f", isKnown: () => false, language: "fr", isWritten: false },
      { format: undefined, encoding: undefined, ...wish },
    );
  const cut = `Léa : on rentre le soir\net on regarde\npar terre, tous,\n${"et puis on attend le\nbus qui ne vient pas\n".repeat(6)}Ali : oui.\nLéa : bon.\nAli : ah.`;

  it("is proposed to a text that looks taken out of a PDF, which is left as it is", () => {
    const { cues, diagnostics } = read(cut, {});
    expect(cues[0]?.words).toContain("le soir\net on regarde\n");
    expect(diagnostics.map(({ code, severity, place }) => [code, severity, place?.line])).toEqual([
      ["import.looks-wrapped", "info", 1],
    ]);
    expect(read(cut, { unwrap: true }).diagnostics.map(({ code }) => code)).toEqual([
      "import.unwrapped-lines",
    ]);
    expect(looksWrapped("Léa : oui\nAli : non\n".repeat(20))).toBeUndefined();
    expect(looksWrapped(`${"mot ".repeat(80)}\n`.repeat(20))).toBeUndefined();
  });

  it("says lines of the file, not of the text sewn up", () => {
    const { diagnostics } = read(`Titre\n${cut}\nZoé : ah.\n${"mots ".repeat(3)}\n${"mots ".repeat(3)}`, {
      unwrap: true,
    });
    expect(diagnostics.map(({ code, place }) => [code, place?.line])).toContainEqual([
      "import.before-speakers",
      1,
    ]);
    expect(diagnostics.map(({ code, place }) => [code, place?.line])).toContainEqual([
      "import.label-once",
      20,
    ]);
  });

  it("does nothing, and says so, where lines are not cut", () => {
    const { diagnostics } = read("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Léa>et\nalors", { unwrap: true });
    expect(diagnostics.map(({ code, params }) => [code, params])).toEqual([
      ["import.unwrap-needless", { format: "vtt" }],
    ]);
  });

  /** As pdftotext writes a page 88 signs wide: the two lines of a cut word are one. */
  function asPdfToText(turns: readonly string[]): string {
    const lines = turns.flatMap((turn) => {
      const found: string[] = [];
      let line = "";
      let width = 88;
      for (const word of turn.split(" ")) {
        const isTooLong = line.length + 1 + word.length > width;
        // A long word would have been cut: the line goes on with the next.
        if (isTooLong && word.length > 8 && line.length + 3 < width) width += 88;
        else if (isTooLong) {
          found.push(line);
          [line, width] = ["", 88];
        }
        line += line === "" ? word : ` ${word}`;
      }
      return [...found, line];
    });
    return lines.join("\n");
  }

  it("sews up what pdftotext wrote, whose lines are of two where a word was cut", () => {
    const said = [
      "alors on rentre le soir, on regarde par terre et puis voilà, on attend que ça passe, évidemment,",
      "parce que les responsables de l’établissement ne sont jamais là quand on a besoin d’eux, quoi.",
      "On en a parlé à la commission, plusieurs fois, et la commission a répondu que les aménagements",
      "seraient faits au printemps. Au printemps, rien. On a réécrit une lettre recommandée, tout ça.",
    ].join(" ");
    const turns = Array.from({ length: 12 }, (_, index) =>
      index % 2 === 0 ? "Léa : et vous, comment ça se passe ?" : `Ali : ${String(index)}, ${said} ${said}`,
    );
    const source = asPdfToText(turns);
    const lengths = source.split("\n").map(({ length }) => length);
    expect(lengths.filter((length) => length > 140).length).toBeGreaterThan(lengths.length / 20);
    const { cues, diagnostics } = read(source, { unwrap: true });
    expect(cues.map(({ label, words }) => `${label ?? ""} : ${words}`)).toEqual(turns);
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(["import.unwrapped-lines"]));
    expect(read(source, {}).diagnostics.map(({ code }) => code)).toContain("import.looks-wrapped");
  });

  it("says that nothing was joined, where each paragraph is a line", () => {
    const turns = Array.from(
      { length: 12 },
      (_, index) => `${index % 2 ? "Ali" : "Léa"} : ${"oui, et puis ".repeat(index * 3)}voilà.`,
    );
    const { cues, diagnostics } = read(turns.join("\n"), { unwrap: true });
    expect(cues).toHaveLength(12);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ["import.unwrap-nothing", "info"],
    ]);
  });

  it("takes time in proportion, whatever the text", () => {
    for (const line of [
      "12\n",
      "a-\n",
      "\f",
      "\f12\n",
      "a\n",
      "Page 1\nTitre\n",
      "–\n",
      "a -\n",
      "1\n2\n3\n",
    ]) {
      const took = ownTime();
      try {
        read(line.repeat(30_000), { unwrap: true });
      } catch (error) {
        expect(error).toBeInstanceOf(RetourError);
      }
      expect(took()).toBeLessThan(5000);
    }
  });
});
