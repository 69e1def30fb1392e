// WebVTT as the specification has it and as programs write it: no word twice, none lost.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { vtt } from "../../src/transcript/formats/vtt.ts";
import { joinCues } from "../../src/transcript/turn.ts";

function read(source: string) {
  const { cues, diagnostics } = vtt.read(source, { file: "f", isKnown: () => false, language: "fr" });
  return { cues, said: diagnostics.map(({ code, place }) => [code, place?.line]) };
}

const turnsOf = (source: string): (string | null)[][] =>
  joinCues(read(source).cues, (label) => ({ participant: null, label }), vtt.joining).map(
    ({ label, words }) => [label, words],
  );

const wordsOf = (source: string): string[] => read(source).cues.map(({ words }) => words);

const file = (...blocks: string[]): string => `WEBVTT\n\n${blocks.join("\n\n")}\n`;
const cue = (words: string, at = 1): string =>
  `00:${String(at).padStart(2, "0")}.000 --> 00:${String(at + 1).padStart(2, "0")}.000\n${words}`;

describe("WebVTT", () => {
  it.each([
    "WEBVTT",
    "WEBVTT\n\nNOTE rien",
    "WEBVTT - un titre\nKind: captions\nLanguage: fr\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000",
    "\n\nWEBVTT\n\nREGION\nid:bas\n\nSTYLE\n::cue(v) {}",
  ])("is told from its first line: %j", (source) => {
    expect(
      vtt.recognises(source, { file: "f", isKnown: () => false, language: "fr", isWritten: false }),
    ).toBe(true);
    expect(read(source)).toEqual({ cues: [], said: [] });
  });

  it.each(["WEBVTTX", "webvtt", " WEBVTT", "Le WEBVTT est un format"])("is not %j", (source) => {
    expect(
      vtt.recognises(source, { file: "f", isKnown: () => false, language: "fr", isWritten: false }),
    ).toBe(false);
  });

  it("has no header when it does not say that it is WebVTT, as a person may", () => {
    expect(wordsOf(`Bonjour à tous.\n\n${cue("oui")}`)).toEqual(["Bonjour à tous.", "oui"]);
    expect(wordsOf("Le format\nWEBVTT est un format.\nVoilà.")).toEqual([
      "Le format WEBVTT est un format. Voilà.",
    ]);
    expect(wordsOf(`${cue("oui")}\n\nWEBVTT\n\n${cue("non", 2)}`).join(" ")).toBe("oui WEBVTT non");
  });

  it("leaves notes, styles and regions aside, also after captions", () => {
    const source = file(
      "NOTE\tun\ndeux",
      cue("oui"),
      "NOTE",
      "STYLE \na{}",
      "REGION\nid:x",
      cue("non", 2),
      "NOTE fin\n-- > rien",
    );
    expect(read(source).said).toEqual([]);
    expect(wordsOf(source)).toEqual(["oui", "non"]);
  });

  it("takes any line above the times as an id", () => {
    const ids = [
      "NOTE",
      "STYLE",
      "3",
      "le début -- 12:30",
      "3f2a9c10-0b1e-4e6f-9d57-7c2c1a5b8e01/7-0",
      "<v Zoé>",
    ];
    const source = file(...ids.map((id) => `${id}\n${cue("oui")}`));
    expect(read(source).said).toEqual([]);
    expect(wordsOf(source)).toEqual(ids.map(() => "oui"));
  });

  it("knows a GUID from words, wherever blank lines are", () => {
    const guid = "3f2a9c10-0b1e-4e6f-9d57-7c2c1a5b8e01";
    const source = file(`${guid}\n\n${cue("oui")}\n${guid}/2-1\n${cue("non", 2)}`, guid);
    expect(read(source).said).toEqual([]);
    expect(wordsOf(source)).toEqual(["oui", "non"]);
  });

  it("leaves settings of any kind, and keeps words that stand in their place", () => {
    const times = "00:01.000 --> 00:02.000";
    const settings = [
      "align:start position:10%,line-left",
      "region:bas line:-1",
      "A:start L:50% n’importe quoi",
      "vertical=rl",
    ];
    expect(read(file(...settings.map((each) => `${times} ${each}\noui`))).said).toEqual([]);
    const words = read(file(`${times} oui, voilà\nnon`));
    expect(words.cues.map((each) => each.words)).toEqual(["oui, voilà non"]);
    expect(words.said).toEqual([["import.damaged", 3]]);
  });

  it("reads voices with classes, nested, never closed or empty", () => {
    expect(
      turnsOf(
        file(
          cue("<c.jaune><v.fort.premier Marie-Claude D.>un</v> deux</c>"),
          cue("<v Zoé><i>trois", 2),
          cue("<v\tZoé   T.>quatre</v><v>cinq", 3),
          cue("<00:00:04.500>six <v D&apos;Almeida &amp fils>sept", 4),
          cue("<v Ali\nBaba>huit</b></i></v>", 5),
        ),
      ),
    ).toEqual([
      ["Marie-Claude D.", "un"],
      [null, "deux"],
      ["Zoé", "trois"],
      ["Zoé T.", "quatre"],
      [null, "cinq six"],
      ["D'Almeida & fils", "sept"],
      ["Ali Baba", "huit"],
    ]);
  });

  it("reads captions that last no time, that overlap or that hold nothing", () => {
    const source = file(
      "00:01.000 --> 00:01.000\noui",
      "00:01.000 --> 00:09.000\n",
      "00:02.000 --> 00:03.000\nnon",
    );
    expect(read(source)).toMatchObject({
      cues: [
        { startMs: 1000, endMs: 1000, words: "oui" },
        { startMs: 2000, endMs: 3000, words: "non" },
      ],
      said: [],
    });
  });
});

const line = fc
  .array(fc.constantFrom("oui", "non", "euh", "on y va", "42", "l’hiver,"), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(" "));

describe("captions that roll", () => {
  /** As YouTube writes a line: with those around it, then alone for a hundredth of a second. */
  const rolling = (lines: readonly string[], isTagged: boolean): string =>
    file(
      ...lines.flatMap((said, index) => {
        const words = isTagged ? said.replace(/ (\S+)/g, "<00:00:01.000><c> $1</c>") : said;
        const at = index % 50;
        return [cue(`${lines[index - 1] ?? " "}\n${words}`, at), cue(`${said}\n `, at + 1)];
      }),
    );

  it("say each line once", () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 3, maxLength: 12 }), fc.boolean(), (said, isTagged) => {
        // One line is said twice; where most are, they are somebody's who repeats himself.
        const once = said.map((words, index) => `${String(index)} ${words}`);
        const lines = [...once, once.at(-1) ?? ""];
        const { cues, said: diagnostics } = read(rolling(lines, isTagged));
        expect(cues.map(({ words }) => words)).toEqual(lines);
        expect(diagnostics.map(([code]) => code)).toContain("import.repeats-left");
      }),
    );
  });

  it("are not those of someone who says the same thing again", () => {
    const again = Array.from({ length: 12 }, () => cue("oui"));
    expect(wordsOf(file(...again))).toEqual(again.map(() => "oui"));
    const chant = Array.from({ length: 12 }, () => cue("non\nnon"));
    expect(wordsOf(file(...chant))).toEqual(chant.map(() => "non non"));
    const few = [cue("oui\nnon"), cue("non\nsi"), cue("si\nbon")];
    expect(wordsOf(file(...few))).toEqual(["oui non", "non si", "si bon"]);
  });
});

describe("noScribe's WebVTT", () => {
  const head =
    "WEBVTT entretien\n\nNOTE\nTranscribed with noScribe vers. 0.7\nAudio file: /a/b.wav\n\n\nNOTE media: /a/b.wav\n\n";

  it("has its dots and overlaps read as marks, which others' have not", () => {
    const body = `1\n${cue("<v S00>oui (...)")}\n\n2\n${cue("<v //S01> //S01: non//", 2)}\n`;
    expect(turnsOf(head + body)).toEqual([
      ["S00", "oui (pause 3 s)"],
      ["S01", "//non//"],
    ]);
    expect(turnsOf(`WEBVTT noScribe\n\n${body}`)).toEqual([
      ["S00", "oui (...)"],
      ["//S01", "//S01: non//"],
    ]);
  });

  it("keeps every word, said by whom it was", () => {
    const said = fc.array(fc.record({ voice: fc.constantFrom("", "S00", "S01", "S02"), words: line }), {
      minLength: 1,
      maxLength: 10,
    });
    fc.assert(
      fc.property(said, (list) => {
        const blocks = list.map(
          ({ voice, words }, index) => `${String(index + 1)}\n${cue(`<v ${voice}>${words}`, index)}`,
        );
        const letters = (text: string): string => text.replace(/\s/g, "");
        const wanted = list.map(({ voice, words }) => [voice === "" ? null : voice, letters(words)] as const);
        const found = read(head + blocks.join("\n\n")).cues.map(
          ({ label, words }) => [label, letters(words)] as const,
        );
        const joined = (turns: readonly (readonly [string | null, string])[]): string =>
          turns
            .map(([label, words], index) =>
              turns[index - 1]?.[0] === label ? words : `|${String(label)}:${words}`,
            )
            .join("");
        expect(joined(found)).toBe(joined(wanted));
      }),
    );
  });
});
