// JSON of speech recognition: every word kept, each of the voice that said it.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { whisper } from "../../src/transcript/formats/whisper.ts";
import { joinCues } from "../../src/transcript/turn.ts";
import { ownTime } from "../own-time.ts";

const hints = { file: "f", isKnown: () => false, language: "fr" } as const;
const read = (value: unknown) => {
  const { cues, diagnostics } = whisper.read(
    typeof value === "string" ? value : JSON.stringify(value),
    hints,
  );
  return { cues, codes: diagnostics.map(({ code }) => code), diagnostics };
};
const words = (value: unknown): string[] => read(value).cues.map((cue) => cue.words);

it("a turn ends where whisper.cpp heard another voice (tinydiarize), and nowhere else for that", () => {
  const passage = (text: string, isTurn: boolean) => ({
    timestamps: { from: "00:00:00,000", to: "00:00:01,000" },
    offsets: { from: 0, to: 1000 },
    text,
    speaker_turn_next: isTurn,
  });
  const transcription = [
    passage(" on a peur,", false),
    passage(" quoi", true),
    passage(" ", false),
    passage(" et les jeunes,", false),
    passage(" ils disent quoi", false),
  ];
  const { cues } = read({ result: { language: "fr" }, transcription });
  const turns = joinCues(cues, (label) => ({ participant: null, label }), whisper.joining);
  expect(turns.map((turn) => turn.words)).toEqual(["on a peur, quoi", "et les jeunes, ils disent quoi"]);
});

describe("a turn ends where the voice changes, inside a segment too", () => {
  const word = fc.oneof(
    fc.stringMatching(/^[a-zéàœ’-]{1,6}$/).filter((each) => /[a-zéàœ]/.test(each)),
    fc.constantFrom("on", "on", "Oui,", "bah…", "«\u00A0non\u00A0»", "?", "(rires)", "23h30", "—", "a"),
  );
  const runs = fc.array(
    fc.record({
      voice: fc.constantFrom("SPEAKER_00", "SPEAKER_01", "Zoé"),
      said: fc.array(fc.record({ word, isPlaced: fc.boolean() }), { minLength: 1, maxLength: 5 }),
      isNewSegment: fc.boolean(),
    }),
    { minLength: 1, maxLength: 10 },
  );

  it("as WhisperX writes it, numbers having neither times nor voice", () => {
    fc.assert(
      fc.property(runs, (list) => {
        const segments: { text: string; speaker: string; words: object[] }[] = [];
        const expected: { label: string; said: string }[] = [];
        list.forEach(({ voice, said, isNewSegment }, index) => {
          if (isNewSegment || index === 0) segments.push({ text: "", speaker: voice, words: [] });
          const segment = segments.at(-1);
          for (const [at, { word: text, isPlaced }] of said.entries()) {
            // The first word of a run says who speaks: else nobody could know.
            segment?.words.push(
              at === 0 || isPlaced ? { word: text, speaker: voice, start: index } : { word: text },
            );
            if (segment) segment.text += ` ${text}`;
          }
          const last = expected.at(-1);
          const text = said.map((each) => each.word).join("");
          if (last?.label === voice) last.said += text;
          else expected.push({ label: voice, said: text });
        });
        const found: { label: string | null; said: string }[] = [];
        for (const { label, words: text } of read({ segments }).cues) {
          const last = found.at(-1);
          const said = text.replace(/[ \u00A0]/g, "");
          if (last?.label === label) last.said += said;
          else found.push({ label, said });
        }
        // What opens a word goes with the one it opens, whatever the list says.
        const letters = (each: { label: string | null; said: string }) => ({
          ...each,
          said: each.said.replace(/[^\p{L}\p{N}]/gu, ""),
        });
        const spoken = (each: { said: string }): boolean => each.said !== "";
        const joined = (
          all: { label: string | null; said: string }[],
        ): { label: string | null; said: string }[] =>
          all
            .map(letters)
            .filter(spoken)
            .reduce<{ label: string | null; said: string }[]>((done, each) => {
              const last = done.at(-1);
              if (last?.label === each.label) last.said += each.said;
              else done.push({ ...each });
              return done;
            }, []);
        expect(joined(found)).toEqual(joined(expected));
        expect(found.map(({ said }) => said).join("")).toBe(
          expected
            .map(({ said }) => said)
            .join("")
            .replace(/\u00A0/g, ""),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("losing nothing of the text, whatever its list of words says", () => {
    const listed = fc.array(fc.record({ word, speaker: fc.constantFrom("A", "B", undefined) }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), listed, (said, list) => {
        const text = said.join(" ");
        const { cues } = read({ segments: [{ text, words: list }] });
        expect(
          cues
            .map((cue) => cue.words)
            .join("")
            .replace(/ /g, ""),
        ).toBe(text.replace(/ /g, ""));
      }),
      { numRuns: 1000 },
    );
  });

  it("and says so when the list has other words than the text", () => {
    const { cues, codes } = read({
      segments: [
        {
          text: "On y va. Non, pas maintenant.",
          words: [
            { word: "On", speaker: "A" },
            { word: "ira.", speaker: "A" },
            { word: "Non,", speaker: "B" },
            { word: "maintenant.", speaker: "B" },
          ],
        },
      ],
    });
    expect(cues.map(({ label, words: said }) => [label, said])).toEqual([
      ["A", "On y va."],
      ["B", "Non, pas maintenant."],
    ]);
    expect(codes).toEqual(["import.two-texts"]);
  });
});

describe("words are never lost in silence", () => {
  it("a segment that is none, or whose text is none, is named", () => {
    const { cues, diagnostics } = read(
      '{"segments":[\n{"text":"un"},\n{"text":4,"start":1},\n"deux", null,\n{"text":"trois"}]}',
    );
    expect(cues.map((cue) => cue.words)).toEqual(["un", "trois"]);
    expect(diagnostics.map(({ code, severity, place }) => [code, severity, place?.line])).toEqual([
      ["import.unreadable", "error", 3],
      ["import.unreadable", "error", 3],
      ["import.unreadable", "error", 3],
    ]);
  });

  it("the text as a whole goes on where segments are cut off", () => {
    const text = " On a peur. De rentrer, le soir. Voilà.";
    const source = JSON.stringify({
      text,
      segments: [{ text: " On a peur." }, { text: " De rentrer, le soir." }, { text: " Voilà." }],
    });
    const cut = source.slice(0, source.lastIndexOf(", le soir"));
    expect(words(cut).join(" ")).toBe("On a peur. De rentrer, le soir. Voilà.");
    expect(read(cut).codes).toEqual(["import.cut-short"]);
  });

  it("a word is whole where the file is cut off inside it, inside an escape too", () => {
    const source = String.raw`{"text":" On a r\u00e9alis\u00e9","segments":[{"text":" On a r\u00e9alis\u00e9"}]}`;
    const at = source.lastIndexOf(String.raw`r\u00e9`);
    for (let length = at + 1; length < source.length - 4; length += 1)
      expect(words(source.slice(0, length)).join(" ")).toBe("On a réalisé");
    expect(words('{"text":" On a.","segments":[')).toEqual(["On a."]);
  });

  it("an empty text with a list of words is those words", () => {
    const segments = [
      { start: 0, end: 3, text: "", words: [{ word: "Bonjour" }] },
      { start: 3, end: 4, text: "oui" },
    ];
    expect(words({ segments })).toEqual(["Bonjour", "oui"]);
    expect(read({ segments: [{ text: " ", words: [{ word: "Bon" }, { word: "jour" }] }] }).codes).toEqual([]);
  });

  it("a list with a word that the text has not is told, one voice or several", () => {
    const listed = (list: string[]) => [{ text: "Bonjour.", words: list.map((word) => ({ word })) }];
    expect(read({ segments: listed(["bonjour", "toi"]) }).codes).toEqual(["import.two-texts"]);
    expect(read({ segments: listed([" Bonjour", "."]) }).codes).toEqual([]);
    expect(read({ segments: listed([]) }).codes).toEqual([]);
  });

  it("words that damage put in another place are told as an error", () => {
    const severities = (source: string) =>
      read(source)
        .diagnostics.filter(({ severity }) => severity === "error")
        .map(({ code }) => code);
    for (const lost of [
      '{"segments":{"text":"Bonjour."},{"text":"Salut."}]}',
      '{"segments":[{"text":"Bonjour.","words":[{"word":"Bonjour."}},{"text":"Salut."}]}',
    ])
      expect(severities(lost)).toEqual(["import.unreadable"]);
    expect(severities('{"segments":[{"text":"Bonjour."} {"text":"Salut."}]}')).toEqual([]);
    expect(
      severities('{"text":"Bonjour. Salut.","segments":[{"text":"Bonjour."} {"text":"Salut."}]}'),
    ).toEqual([]);
  });

  it("a text as a whole that says something else is told", () => {
    expect(read({ text: "Oui. Non.", segments: [{ text: "Oui." }] }).codes).toEqual(["import.two-texts"]);
    expect(read({ text: "Oui ! non", segments: [{ text: " Oui," }, { text: " non." }] }).codes).toEqual([]);
  });

  it("what is repeated stays", () => {
    expect(words([{ text: " Merci." }, { text: " Merci." }, { text: " Merci." }])).toEqual([
      "Merci.",
      "Merci.",
      "Merci.",
    ]);
  });

  it("words without a text make it", () => {
    const list = [
      { text: "On" },
      { text: " ", type: "spacing" },
      { text: "y" },
      { text: " ", type: "spacing" },
      { text: "va" },
    ];
    expect(words({ words: list })).toEqual(["On y va"]);
    expect(words({ segments: [{ words: [{ word: "On" }, { word: "y" }] }] })).toEqual(["On y"]);
  });
});

describe("times", () => {
  const spans = (value: unknown) => read(value).cues.map(({ startMs, endMs }) => [startMs, endMs]);

  it("in seconds, in milliseconds, as clocks", () => {
    expect(spans([{ text: "a", start: 1.0004, end: 2.5 }])).toEqual([[1000, 2500]]);
    expect(spans([{ text: "a", start: 0, end: 4 }])).toEqual([[0, 4000]]);
    expect(spans({ utterances: [{ text: "a", start: 240, end: 1560 }] })).toEqual([[240, 1560]]);
    expect(spans([{ text: "a", start: "00:00:01,500", end: "2.25" }])).toEqual([[1500, 2250]]);
    expect(spans([{ text: "a", timestamp: [61, null] }])).toEqual([[61_000, null]]);
  });

  it("that are no times are left out, and said when something is written", () => {
    const bad = read(
      '[{"text":"a","start":NaN,"end":null},{"text":"b","start":-1,"end":1e300},{"text":"c","start":"midi"},{"text":"d","start":9,"end":3}]',
    );
    expect(bad.cues.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [null, null],
      [null, null],
      [null, null],
      [9000, null],
    ]);
    expect(bad.codes).toEqual(["import.passage-time", "import.passage-time", "import.passage-time"]);
  });

  it("that go back are said, with the segment's place", () => {
    const { diagnostics } = read('[{"text":"a","start":9,"end":10},\n {"text":"b","start":3,"end":4}]');
    expect(diagnostics).toMatchObject([
      { code: "import.time-backwards", place: { file: "f", line: 2, column: 2 } },
    ]);
  });
});

describe("who speaks", () => {
  it("is nobody where the file does not say, never the one before", () => {
    const labels = read({
      segments: [
        { text: "a", speaker: "S1" },
        { text: "b" },
        { text: "c", speaker: null },
        { text: "d", speaker: "?" },
      ],
    });
    expect(labels.cues.map(({ label }) => label)).toEqual(["S1", null, null, null]);
  });

  it("by any of the names that programs use, as a number too", () => {
    expect(read({ results: { utterances: [{ transcript: "a", speaker: 0 }] } }).cues).toMatchObject([
      { label: "0", words: "a" },
    ]);
    expect(
      read({
        results: {
          channels: [
            {
              alternatives: [
                {
                  transcript: "Oui. Non.",
                  words: [
                    { word: "oui", punctuated_word: "Oui.", speaker: 0, start: 0.1, end: 0.4 },
                    { word: "non", punctuated_word: "Non.", speaker: 1, start: 0.6, end: 0.9 },
                  ],
                },
              ],
            },
          ],
        },
      }).cues,
    ).toEqual([
      { label: "0", startMs: null, endMs: 400, words: "Oui." },
      { label: "1", startMs: 600, endMs: null, words: "Non." },
    ]);
  });
});

describe("a file that is no transcript", () => {
  it.each([
    "{}",
    '{"a":1}',
    "[]",
    "[1,2]",
    '[{"a":1}]',
    '{"text":null}',
    '{"results":[]}',
    '{"result":{"result":{}}}',
  ])("%s is refused", (source) => {
    expect(() => read(source)).toThrow("import.unknown-json");
  });

  it("is not taken from plain text", () => {
    const setting = { ...hints, isWritten: false };
    for (const text of [
      "[SPEAKER_00]: oui",
      "[00:01] Zoé : oui",
      "{\\an8}Oui",
      "(rires)",
      '"Oui", dit-il',
      "[rires] oui",
    ])
      expect(whisper.recognises(text, setting)).toBe(false);
    for (const text of ['{"text": ""}', '{\n\t"systeminfo": ""', '[\n {"id": 1}', "{}"])
      expect(whisper.recognises(text, setting)).toBe(true);
  });

  it.each([
    ["empty objects", `{"segments":[${"{},".repeat(300_000)}{}]}`],
    ["empty lists", `{"segments":[${"[],".repeat(300_000)}{}]}`],
    [
      "words that are not in the text",
      JSON.stringify({
        text: "a ".repeat(50_000),
        words: Array.from({ length: 50_000 }, (_, at) => ({ word: "bonjour", speaker: String(at % 2) })),
      }),
    ],
    [
      "changes of voice",
      JSON.stringify({
        text: "a ".repeat(100_000),
        words: Array.from({ length: 100_000 }, (_, at) => ({ word: "a", speaker: String(at % 2) })),
      }),
    ],
    [
      "dashes",
      JSON.stringify({
        text: "- ".repeat(200_000),
        words: [
          { word: "a", speaker: "A" },
          { word: "b", speaker: "B" },
        ],
      }),
    ],
  ])("is read in time that goes with its size: %s", (_, source) => {
    const took = ownTime();
    read(source);
    expect(took()).toBeLessThan(5000);
  });
});
