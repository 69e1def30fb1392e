// The small laws that readers share: tags and entities, times, cues joined into turns.
import { describe, expect, it } from "vitest";
import { asSessionId } from "../../src/kernel/ids.ts";
import { spoken } from "../../src/transcript/shapes/cue-text.ts";
import { srt } from "../../src/transcript/formats/srt.ts";
import { vtt } from "../../src/transcript/formats/vtt.ts";
import { readTranscript } from "../../src/transcript/read-transcript.ts";
import { turnsByRef } from "../../src/transcript/store.ts";
import { summarise } from "../../src/transcript/summary.ts";
import { formatClock, parseClock, parseTiming } from "../../src/transcript/times.ts";
import { joinCues } from "../../src/transcript/turn.ts";
import { given } from "./given.ts";
import { imported, ledger } from "./scene.ts";

const said = (text: string) => spoken(text).map(({ voice, text: words }) => [voice, words]);

describe("a caption's text", () => {
  it("loses tags about looks, and keeps what a person wrote between brackets", () => {
    expect(said("<i>on</i> <00:00:01.000><c.jaune>y</c> <b>va</b> <rire> <inaudible/>")).toEqual([
      [null, "on y va <rire> <inaudible/>"],
    ]);
    expect(said("un<br>deux<p class='x'>trois")).toEqual([[null, "un\ndeux\ntrois"]]);
  });

  it("keeps a sign that opens no tag", () => {
    expect(said("5 < 6 et <3 et a<b")).toEqual([[null, "5 < 6 et <3 et a<b"]]);
  });

  it("has its entities read once, the unknown ones kept", () => {
    expect(said("&amp;lt; &eacute;t&#233; &#xE9; &inconnu; & &#55296; &#9999999; &lrm;")).toEqual([
      [null, "&lt; été é &inconnu; & &#55296; &#9999999; "],
    ]);
    expect(said("a&#27;[31mb&#10;c")).toEqual([[null, "ab\nc"]]);
  });

  it("is cut where the voice changes", () => {
    expect(said("<v Zoé>un</v> <v.loud Ali>deux <V Luc>trois</v>quatre<v>cinq")).toEqual([
      ["Zoé", "un"],
      ["Ali", "deux "],
      ["Luc", "trois"],
      [null, "quatre"],
      [null, "cinq"],
    ]);
  });
});

describe("times", () => {
  it.each([
    ["00:00:01.000 --> 00:00:02.500", 1000, 2500],
    ["00:01,5 --> 00:02,25", 1500, 2250],
    ["  1:02:03.004-->100:00:00.000", 3_723_004, 360_000_000],
    ["00:00:01 --> 01:02", 1000, 62_000],
    ["00: 00: 01, 000 -> 00 : 00 : 02 , 000", 1000, 2000],
    ["00:00:01:500 → 00:00:02:750", 1500, 2750],
    ["00:00:01.123456 --> 75:10.01", 1123, 4_510_010],
  ])("of %s are read", (line, startMs, endMs) => {
    expect(parseTiming(line)).toEqual({ startMs, endMs, rest: "" });
  });

  it("leave what follows them", () => {
    expect(parseTiming("00:01.000 --> 00:02.000 align:start line:0 ")?.rest).toBe("align:start line:0");
  });

  it.each([
    "1 --> 2",
    "",
    "-->",
    "00:00:60.000 --> 00:01:00.000",
    "1:60:00 --> 2:00:00",
    "00:00:01:12 --> 00:00:02:24",
  ])("of « %s » are not", (line) => {
    expect(parseTiming(line)).toBeUndefined();
  });

  it("are shown to the second", () => {
    expect([formatClock(845_900), formatClock(0), formatClock(36_000_000)]).toEqual([
      "0:14:05",
      "0:00:00",
      "10:00:00",
    ]);
    expect([parseClock("0:14:05"), parseClock("14:05"), parseClock("5")]).toEqual([845, 845, undefined]);
  });
});

describe("captions out of place", () => {
  const read = (format: typeof vtt, text: string) => {
    const { cues, diagnostics } = format.read(text, { file: "f", isKnown: () => false, language: "fr" });
    return {
      cues: cues.map(({ label, startMs, words }) => [label, startMs, words]),
      said: diagnostics.map(({ code, place }) => [code, place?.line]),
    };
  };

  it("words before any time are kept, and said", () => {
    expect(read(srt, "un mot\n\n1\n00:00:01,000 --> 00:00:02,000\ndeux\n")).toEqual({
      cues: [
        [null, null, "un mot"],
        [null, 1000, "deux"],
      ],
      said: [["import.stray-words", 1]],
    });
  });

  it("words above a caption without a blank line stay with what comes before", () => {
    expect(
      read(
        srt,
        "00:00:01,000 --> 00:00:02,000\nun\n\nencore un\nmot\n7\n00:00:03,000 --> 00:00:04,000\ndeux\n",
      ),
    ).toEqual({
      cues: [
        [null, 1000, "un encore un mot"],
        [null, 3000, "deux"],
      ],
      said: [["import.stray-words", 4]],
    });
  });

  it("ids are not words, whether a blank line is missing or one too many", () => {
    expect(
      read(
        srt,
        "1\n00:00:01,000 --> 00:00:02,000\nun\n2\n00:00:03,000 --> 00:00:04,000\ndeux\n\n3\n\n00:00:05,000 --> 00:00:06,000\ntrois\n\n4",
      ).cues,
    ).toEqual([
      [null, 1000, "un"],
      [null, 3000, "deux"],
      [null, 5000, "trois"],
    ]);
  });

  it("a number that a person says is a word", () => {
    expect(
      read(srt, "1\n00:00:01,000 --> 00:00:02,000\nCombien ?\n42\n\n2\n00:00:03,000 --> 00:00:04,000\nAh.\n")
        .cues,
    ).toEqual([
      [null, 1000, "Combien ? 42"],
      [null, 3000, "Ah."],
    ]);
  });

  it("times that cannot be read, or end before they start, are said", () => {
    expect(
      read(
        vtt,
        "WEBVTT\n\n00:0:x1.000 --> 00:02.000\nun\n\n--> 00:03.000\ndeux\n\n00:05.000 --> 00:04.000\ntrois --> quatre\n",
      ),
    ).toEqual({
      cues: [
        [null, null, "un"],
        [null, null, "deux"],
        [null, 5000, "trois --> quatre"],
      ],
      said: [
        ["import.bad-time", 3],
        ["import.bad-time", 6],
        ["import.time-backwards", 9],
      ],
    });
  });

  it("a header can run into the first caption", () => {
    expect(read(vtt, "WEBVTT\n00:01.000 --> 00:02.000\nun\n").cues).toEqual([[null, 1000, "un"]]);
    expect(read(vtt, "WEBVTT").cues).toEqual([]);
  });

  it("a speaker there once is said to be in doubt", () => {
    const text = "1\n00:00:01,000 --> 00:00:02,000\nZoé : oui\n\n2\n00:00:02,000 --> 00:00:03,000\nah bon\n";
    expect(read(srt, text).said).toEqual([["import.label-once", 3]]);
  });
});

describe("a format", () => {
  const bytes = Buffer.from("Nadia : oui\n\nMarc : non\n\nNadia : si\n");
  const setting = { file: "f", isWritten: false, isKnown: () => false, language: "fr" as const };
  const name = (format: string | undefined, isWritten = false) =>
    readTranscript(bytes, { ...setting, isWritten }, { format, encoding: undefined }).format.name;

  it("is told from the content and the session, unless the person says", () => {
    expect([name(undefined), name(undefined, true), name("notes"), name("text", true)]).toEqual([
      "text",
      "notes",
      "notes",
      "text",
    ]);
  });
});

describe("turns", () => {
  it("start when their first words do, and end when their last ones do", () => {
    const joined = (...times: [startMs: number | null, endMs: number | null][]) =>
      joinCues(
        times.map(([startMs, endMs]) => ({ label: "V1", words: "oui", startMs, endMs })),
        (label) => ({ label, participant: null }),
        { separator: " ", unlabelled: "apart" },
      )[0];
    expect(joined([1000, 2000], [2000, 3000])).toMatchObject({ startMs: 1000, endMs: 3000 });
    expect(joined([null, 2000], [2000, 3000])).toMatchObject({ startMs: null, endMs: 3000 });
    expect(joined([1000, 2000], [null, null])).toMatchObject({ startMs: 1000, endMs: null });
    const turn = joined([2000, 3000], [null, 3000], [3000, null]);
    expect(turn).toMatchObject({ startMs: 2000, endMs: null, words: "oui oui oui" });
    expect(summarise([{ ...given(turn), endMs: null }])).toMatchObject({ duration: 0, words: 3 });
  });

  it("are found by their references, those that do not exist left out", async () => {
    const scene = await imported();
    const s01 = given(asSessionId("s01"));
    const found = await ledger(scene, ({ ledger: { db } }) =>
      turnsByRef(db, [
        { session: s01, number: 2 },
        { session: s01, number: 4 },
        { session: s01, number: 40 },
        { session: given(asSessionId("s07")), number: 1 },
      ]),
    );
    expect([...found]).toEqual([
      ["s01.2", { participant: "P01", words: "Moi des fois la nuit j'ai peur de rentrer dans le hall." }],
      ["s01.4", { participant: "P03", words: "On attend dehors que ça passe, voilà tout." }],
    ]);
  });
});
