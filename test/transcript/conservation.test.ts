// No word is lost: every letter of speech in a file is in exactly one turn.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { notes } from "../../src/transcript/formats/notes.ts";
import { srt } from "../../src/transcript/formats/srt.ts";
import { text } from "../../src/transcript/formats/text.ts";
import { vtt } from "../../src/transcript/formats/vtt.ts";
import type { TextFormat } from "../../src/transcript/reading.ts";
import { ownTime } from "../own-time.ts";

const line = fc
  .array(
    fc.oneof(
      fc.stringMatching(/^[a-zéàçœ’'-]{1,9}$/),
      fc.constantFrom("oui", "Non", "42", "…", "il m’a dit :", "(rires)", "[pause]", "»", "à 14:30"),
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map((words) => `et ${words.join(" ")}`);
const names = ["Zoé", "SPEAKER_01", "Jean-Luc d’Arc", "M. B.", "V1"] as const;
const cues = fc.array(
  fc.record({
    voice: fc.constantFrom(...names),
    isNamed: fc.boolean(),
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    hasId: fc.boolean(),
    gap: fc.nat(2),
  }),
  { minLength: 1, maxLength: 12 },
);

const letters = (said: string): string => said.replace(/[^\p{L}\p{N}]/gu, "");

const clock = (seconds: number, mark: string): string =>
  `00:${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}${mark}000`;

const known = new Set(["zoe", "jean-luc d'arc", "m. b."]);

/** The letters of each turn-to-be, after who says them. */
function read(format: TextFormat, source: string): { label: string | null; said: string }[] {
  const reading = format.read(source, { file: "f", isKnown: (label) => known.has(label), language: "fr" });
  return reading.cues.map(({ label, words }) => ({ label, said: letters(words) }));
}

describe("every word of the file is in a turn", () => {
  it("of WebVTT, with voices closed or not", () => {
    fc.assert(
      fc.property(cues, fc.boolean(), (list, isClosed) => {
        const blocks = list.map(({ voice, isNamed, lines, hasId }, index) => {
          const times = `${clock(index * 3, ".")} --> ${clock(index * 3 + 2, ".")} align:start`;
          const [open, close] = isNamed ? [`<v ${voice}>`, isClosed ? "</v>" : ""] : ["", ""];
          return `${hasId ? `id ${String(index)}\n` : ""}${times}\n${open}${lines.join("\n")}${close}`;
        });
        expect(read(vtt, `WEBVTT\n\n${blocks.join("\n\n")}\n`)).toEqual(
          list.map(({ voice, isNamed, lines }) => ({
            label: isNamed ? voice : null,
            said: letters(lines.join("")),
          })),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("of SubRip, a name at each caption", () => {
    fc.assert(
      fc.property(cues, fc.constantFrom("%: ", "[%]: ", "[%] ", "% : "), (list, form) => {
        const blocks = list.map(({ voice, lines, hasId }, index) => {
          const times = `${clock(index * 3, ",")} --> ${clock(index * 3 + 2, ",")}`;
          return `${hasId ? `${String(index)}\n` : ""}${times}\n${form.replace("%", voice)}${lines.join("\n")}`;
        });
        expect(read(srt, blocks.join("\n\n"))).toEqual(
          list.map(({ voice, lines }) => ({ label: voice, said: letters(lines.join("")) })),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("of text, names that hold until the next, with or without blank lines", () => {
    fc.assert(
      fc.property(cues, fc.constantFrom(" : ", ": ", ":", "\u00A0: ", "\u202F:"), (list, colon) => {
        const source = list
          .map(({ voice, lines, gap }) => voice + colon + lines.join("\n") + "\n".repeat(gap + 1))
          .join("");
        expect(read(text, source)).toEqual(
          list.map(({ voice, lines }) => ({ label: voice, said: letters(lines.join("")) })),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("of notes, in paragraphs", () => {
    fc.assert(
      fc.property(cues, (list) => {
        const source = list.map(({ lines, gap }) => lines.join("\n") + "\n".repeat(gap + 2)).join("");
        expect(read(notes, source)).toEqual(
          list.map(({ lines }) => ({ label: null, said: letters(lines.join("")) })),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe("no reader throws, whatever a file holds", () => {
  const noise = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          "WEBVTT",
          "\n",
          "\n\n",
          "-->",
          "00:00:01.000 --> 00:00:02.000\n",
          "<v ",
          "<",
          ">",
          "&#",
        ),
        fc.constantFrom(
          "NOTE",
          "STYLE",
          "1",
          "Zoé : ",
          "[",
          "]",
          ":",
          "\t",
          "&amp;",
          "</v>",
          "{\\an8}",
          "&#27;",
        ),
        fc.string({ unit: "binary", maxLength: 5 }),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(""));

  it.each([vtt, srt, text, notes])("of $name", (format) => {
    fc.assert(
      fc.property(noise, (source) => {
        for (const { words } of format.read(source, { file: "f", isKnown: () => false, language: "fr" }).cues)
          expect(words).not.toBe("");
      }),
      { numRuns: 500 },
    );
  });
});

describe("reading takes time in proportion", () => {
  it.each([
    ["opening brackets", "<a ".repeat(60_000)],
    ["opening tags never closed", "<v ".repeat(60_000)],
    ["ampersands", "&#1".repeat(60_000)],
    ["spaces", " ".repeat(200_000)],
    ["colons", "Zoé :".repeat(40_000)],
    ["square brackets", "[".repeat(200_000)],
    ["escape sequences", "\u001B[0".repeat(60_000)],
    ["blank lines", "\n".repeat(200_000)],
    ["arrows", "-->".repeat(60_000)],
  ])("on a line of %s", (_, line) => {
    const took = ownTime();
    for (const format of [vtt, srt, text, notes])
      format.read(`WEBVTT\n\n00:01.000 --> 00:02.000\n${line}\n`, {
        file: "f",
        isKnown: () => false,
        language: "fr",
      });
    expect(took()).toBeLessThan(1500);
  });
});
