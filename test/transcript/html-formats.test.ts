// noScribe, oTranscribe, and documents in HTML and RTF: no word is lost, each is its speaker's.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { html } from "../../src/transcript/formats/html.ts";
import { noscribe } from "../../src/transcript/formats/noscribe.ts";
import { otranscribe } from "../../src/transcript/formats/otranscribe.ts";
import { rtf } from "../../src/transcript/formats/rtf.ts";
import type { Hints, Reading, TextFormat } from "../../src/transcript/reading.ts";
import { joinCues } from "../../src/transcript/turn.ts";
import { letters, spokenLine } from "./spoken-french.ts";

const known = new Set(["zoe", "jean-luc", "m. b."]);
const hints: Hints = { file: "f", isKnown: (label) => known.has(label), language: "fr" };

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

interface Turn {
  readonly label: string | null;
  readonly said: string;
}

/** Neighbours of one speaker are one turn. */
function merged(turns: readonly Turn[]): Turn[] {
  const list: Turn[] = [];
  for (const { label, said } of turns) {
    const last = list.at(-1);
    if (last?.label === label) list[list.length - 1] = { label, said: last.said + said };
    else list.push({ label, said });
  }
  return list;
}

function read(format: TextFormat, source: string): Turn[] {
  expect(format.recognises(source, { ...hints, isWritten: false })).toBe(true);
  const { cues } = format.read(source, hints);
  const turns = joinCues(cues, (label) => ({ participant: null, label }), format.joining);
  return turns.map(({ label, words }) => ({ label, said: letters(words) }));
}

const line = spokenLine(["<3", "R&D", "{a}", "\\b", "😀"]);

const speech = fc.array(
  fc.record({
    voice: fc.constantFrom("S00", "S01", "S02"),
    segments: fc.array(line, { minLength: 1, maxLength: 4 }),
    overlap: fc.option(line),
  }),
  { minLength: 1, maxLength: 8 },
);

const page = (body: string): string =>
  `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0//EN">\n<html ><head ></head><body><div class="WordSection1" ><p>titre</p><p>Transcribed with noScribe vers. 0.8</p>${body}</div></body>\n</html>`;

describe("noScribe", () => {
  it("gives each word to who said it, over others or not, its anchors closed or not", () => {
    fc.assert(
      fc.property(speech, fc.constantFrom("closed", "open", "empty"), (turns, anchors) => {
        let at = 0;
        const expected: Turn[] = [];
        const paragraphs = turns.map(({ voice, segments, overlap }) => {
          const other = voice === "S00" ? "S01" : "S00";
          const anchor = (speaker: string, text: string): string => {
            const name = `ts_${String(at)}_${String(at + 900)}_${speaker}`;
            at += 1000;
            if (anchors === "empty") return `<a name="${name}" ></a><span>${escaped(text)}</span>`;
            return `<a name="${name}" >${escaped(text)}${anchors === "closed" ? "</a>" : ""}`;
          };
          const [first = "", ...rest] = segments;
          const over = overlap === null ? [] : [anchor(`//${other}`, ` //${other}: ${overlap}`)];
          const back = rest.map((text, index) =>
            anchor(voice, `${index === 0 && overlap !== null ? "//" : ""} ${text}`),
          );
          const end = overlap !== null && rest.length === 0 ? "//" : "";
          expected.push({ label: voice, said: letters(first) });
          if (overlap !== null) expected.push({ label: other, said: letters(overlap) });
          expected.push(...rest.map((text) => ({ label: voice, said: letters(text) })));
          return `<p>${anchor(voice, `${voice}: ${first}`)}${over.join("")}${back.join("")}${end}</p>`;
        });
        expect(read(noscribe, page(paragraphs.join("")))).toEqual(merged(expected));
      }),
      { numRuns: 300 },
    );
  });

  const readPage = (body: string): Reading => noscribe.read(page(body), hints);

  it("believes the text that a person corrected before the anchors", () => {
    const { cues } = readPage(
      '<p><a name="ts_0_1_S00">Marie: un</a></p><p><a name="ts_1_2_S01">S01: deux</a></p><p><a name="ts_2_3_S00">Marie: trois</a></p><p><a name="ts_3_4_S01">S01: non</a></p><p><a name="ts_4_5_S00">quatre</a></p>',
    );
    expect(cues.map(({ label, words }) => `${label ?? ""} ${words}`)).toEqual([
      "Marie un",
      "S01 deux",
      "Marie trois",
      "S01 non",
      "Marie quatre",
    ]);
  });

  it("reads pauses in seconds, from its full stops and its languages", () => {
    const { cues } = readPage(
      '<p><a name="ts_0_1_S00">S00: a (.) b (...) c (10 seconds pause) d (12 secondes pause) e (2 minute[s] pause) f (11 Sekunden Pause)</a></p>',
    );
    expect(cues[0]?.words).toBe(
      "a (pause 1 s) b (pause 3 s) c (pause 10 s) d (pause 12 s) e (pause 120 s) f (pause 11 s)",
    );
  });

  it("without speakers, has turns that end with sentences", () => {
    const { cues } = readPage(
      '<p><a name="ts_0_1_">Un début</a><a name="ts_1_2_"> et sa fin.</a><a name="ts_2_3_"> Autre chose.</a></p>',
    );
    const turns = joinCues(cues, (label) => ({ participant: null, label }), noscribe.joining);
    expect(turns.map(({ words, startMs, endMs }) => [words, startMs, endMs])).toEqual([
      ["Un début et sa fin.", 0, 2],
      ["Autre chose.", 2, 3],
    ]);
  });

  it("keeps what stands before the first anchor, but for the title and who transcribed it", () => {
    const { cues, diagnostics } = readPage(
      '<p>Une remarque ajoutée.</p><p><a name="ts_0_1_S00">S00: oui</a></p>',
    );
    expect(cues.map(({ words }) => words)).toEqual(["Une remarque ajoutée.", "oui"]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["import.about-left", "import.before-speakers"]);
  });

  it("says that the file stops before its end, and lets no control character in", () => {
    const { cues, diagnostics } = noscribe.read(
      '<html><p><a name="ts_0_1_S0&#7;0">S00: o&#27;[31mui&#8238;',
      hints,
    );
    expect(cues).toEqual([{ label: "S00", startMs: 0, endMs: 1, words: "o[31mui" }]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["import.cut-short"]);
  });
});

const named = fc.array(
  fc.record({
    voice: fc.constantFrom("Zoé", "Jean-Luc", "M. B."),
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    isTimed: fc.boolean(),
    colon: fc.constantFrom(" : ", ": ", "\u00A0: "),
  }),
  { minLength: 1, maxLength: 10 },
);

describe("oTranscribe", () => {
  const otr = (text: string): string => JSON.stringify({ text, media: "a.mp3", "media-time": 1.5 });
  const stamp = (seconds: number): string =>
    `<span class="timestamp" data-timestamp="${String(seconds)}">0:00:00</span>&nbsp;`;

  it("gives each word to who is named before it, with or without times", () => {
    fc.assert(
      fc.property(named, fc.constantFrom("p", "br", "b"), (turns, form) => {
        const text = turns
          .map(({ voice, lines, isTimed, colon }, index) => {
            const name = form === "b" ? `<b>${voice}</b>${colon}` : voice + colon;
            const said = `${isTimed ? stamp(index) : ""}${name}${lines.map(escaped).join("<br />")}`;
            return form === "br" ? `${said}<br /><br />` : `<p>${said}</p>`;
          })
          .join("");
        expect(read(otranscribe, otr(text))).toEqual(
          merged(turns.map(({ voice, lines }) => ({ label: voice, said: letters(lines.join("")) }))),
        );
      }),
      { numRuns: 300 },
    );
  });

  const times = (text: string): unknown[] =>
    otranscribe.read(otr(text), hints).cues.map(({ startMs, endMs, words }) => [words, startMs, endMs]);

  it("has times begin what follows them and end what was said before", () => {
    expect(times(`<p>${stamp(1.25)}un</p><p>deux</p><p>${stamp(60)}trois ${stamp(70)}</p>`)).toEqual([
      ["un", 1250, null],
      ["deux", null, 60_000],
      ["trois", 60_000, 70_000],
    ]);
  });

  it("reads the times of older files, and what is typed inside one", () => {
    expect(
      times(
        `<span class="timestamp" onclick="var x = this; setFromTimestamp('1:02', x);">1:02</span> un<br><span class="timestamp" data-timestamp="0:01:10">0:01:10 deux</span>`,
      ),
    ).toEqual([
      ["un", 62_000, 70_000],
      ["deux", 70_000, null],
    ]);
  });

  it("says what is wrong: times that go back, times that are none, a file without its text", () => {
    const codes = (source: string): string[] =>
      otranscribe.read(source, hints).diagnostics.map(({ code }) => code);
    expect(codes(otr(`<p>${stamp(9)}un</p><p>${stamp(3)}deux</p>`))).toEqual(["import.time-backwards"]);
    expect(codes(otr('<p><span class="timestamp" data-timestamp="x">là</span> un</p>'))).toEqual([
      "import.bad-time",
    ]);
    expect(codes('{"media":"","text":12}')).toEqual(["import.unreadable"]);
    expect(codes('{"text":"<p>oui')).toEqual(["import.cut-short"]);
  });

  it("glues no words of cells that stand side by side", () => {
    const { cues } = otranscribe.read(otr("<table><tr><td>un</td><td>deux</td></tr></table>"), hints);
    expect(cues.map(({ words }) => words)).toEqual(["un", "deux"]);
  });

  it("takes a name in bold that no colon follows, when it comes again", () => {
    const { cues } = otranscribe.read(
      otr("<p><b>Ines</b> bonjour</p><p><b>Tom</b> salut</p><p><b>Ines</b> ça va</p><p><b>Tom</b> oui</p>"),
      { ...hints, isKnown: () => false },
    );
    expect(cues.map(({ label, words }) => [label, words])).toEqual([
      ["Ines", "bonjour"],
      ["Tom", "salut"],
      ["Ines", "ça va"],
      ["Tom", "oui"],
    ]);
  });
});

describe("documents", () => {
  const expected = (turns: readonly { voice: string; lines: readonly string[] }[]): Turn[] =>
    merged(turns.map(({ voice, lines }) => ({ label: voice, said: letters(lines.join("")) })));

  it("in HTML give each word to who is named before it", () => {
    fc.assert(
      fc.property(named, fc.boolean(), (turns, isBold) => {
        const body = turns.map(({ voice, lines, colon }) => {
          const name = isBold ? `<b>${voice}${colon}</b>` : voice + colon;
          return `<p class=MsoNormal>${name}${lines.map(escaped).join("</p>\n<p>")}</p>`;
        });
        expect(read(html, `<html>\n<body lang=FR>${body.join("\n")}</body></html>`)).toEqual(expected(turns));
      }),
      { numRuns: 300 },
    );
  });

  it("in RTF give each word to who is named before it", () => {
    const written = (text: string): string =>
      text.replace(/[\\{}]/g, "\\$&").replace(/[^\n -~]/g, (sign) => `\\u${String(sign.charCodeAt(0))}?`);
    fc.assert(
      fc.property(named, fc.boolean(), (turns, isBold) => {
        const body = turns.map(({ voice, lines, colon }) => {
          const name = isBold ? `{\\b ${written(voice + colon)}}` : written(voice + colon);
          return `\\pard\\plain ${name}${lines.map(written).join("\\par\n")}\\par\n`;
        });
        expect(read(rtf, `{\\rtf1\\ansi\\uc1 ${body.join("")}}`)).toEqual(expected(turns));
      }),
      { numRuns: 300 },
    );
  });

  it("are told from what they hold: XML and captions are none of theirs", () => {
    const setting = { ...hints, isWritten: false };
    for (const source of [
      '<?xml version="1.0"?>\n<TEI xmlns="x">',
      "<Trans>",
      "<v Zoé>oui",
      "WEBVTT",
      "< p>",
    ])
      expect(html.recognises(source, setting)).toBe(false);
    for (const source of [
      "<!DOCTYPE html>",
      "\n <HTML>",
      "<p>oui",
      '<?xml version="1.0"?><!DOCTYPE html>',
      "<!-- x --><p>",
    ])
      expect(html.recognises(source, setting)).toBe(true);
  });
});

describe("no reader throws, whatever a file holds", () => {
  const noise = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '<a name="ts_1_2_S00">',
          "S00: ",
          "//",
          "(..)",
          "<p>",
          "</p>",
          '<span class="timestamp" data-timestamp="1">',
          "</span>",
          "{\\rtf1",
          "}",
          "\\par ",
          "\\cell ",
          "<table>",
          "&#27;",
          '{"text":"<p>',
        ),
        fc.string({ unit: "binary", maxLength: 5 }),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(""));

  it.each([noscribe, otranscribe, html, rtf])("of $name", (format) => {
    fc.assert(
      fc.property(noise, (source) => {
        for (const { words } of format.read(source, hints).cues) expect(words).not.toBe("");
      }),
      { numRuns: 300 },
    );
  });
});
