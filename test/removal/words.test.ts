// Where withdrawn words stand in texts, and in files of every kind.
import { deflateRawSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holds } from "../../src/removal/held.ts";
import { readPersonText } from "../../src/removal/person-text.ts";
import { findWords } from "../../src/removal/words.ts";
import { splice } from "../../src/wording/cut-out.ts";

const said = "Des fois la nuit, on a peur de rentrer dans le hall. Ben ouais.";
const sentence = "Des fois la nuit, on a peur de rentrer dans le hall.";

const words = findWords({
  turns: new Map([
    ["s01.2", said],
    ["s01.7", "Ben ouais, voilà."],
  ]),
  passages: new Map([["s01.4", ["personne ne dit rien"]]]),
  texts: [said, "Je ne sais pas quoi dire."],
  others: ["Moi non plus. Je ne sais pas quoi dire."],
});
const cut = (text: string): string => splice(text, words.cutsIn(text), "[x]").text;

describe("withdrawn words in a text", () => {
  it.each([
    ["a sentence", `Avant. ${sentence} Après.`, "Avant. [x]. Après."],
    [
      "in other typography",
      "avant DES FOIS LA NUIT : on a peur — de rentrer ‹dans le hall› après",
      "avant [x]› après",
    ],
    [
      "in a longer sentence",
      "Elle dit que la nuit, on a peur de rentrer dans le hall, et se tait.",
      "Elle dit que [x], et se tait.",
    ],
    ["over lines and emphasis", "des fois la nuit, on a *peur*\nde rentrer dans le hall", "[x]"],
    ["a block quote of the turn", "> Autre chose.\n>\n> — éducatrice (s01.2)\n\nSuite.", "[x]\n\nSuite."],
    ["words in guillemets with the turn", "On lit « ben oui » (s01.2-3), donc.", "On lit [x], donc."],
    [
      "a passage in a quote",
      "> Ici, personne ne dit rien du tout.\n>\n> — prof (s01.4)",
      "> Ici, [x] du tout.\n>\n> — prof (s01.4)",
    ],
    ["two sentences in a row as one", `${sentence} Ben ouais, ${sentence}`, "[x]."],
    ["not a turn of another number", "« ben oui » (s01.22)", "« ben oui » (s01.22)"],
    ["not fewer words in a row", "la nuit, on a peur de rentrer tard", "la nuit, on a peur de rentrer tard"],
    ["not what another turn says too", "Je ne sais pas quoi dire.", "Je ne sais pas quoi dire."],
    [
      "not the id of a section",
      "## La peur {#des-fois-la-nuit-on-a-peur-de-rentrer-dans-le-hall}",
      undefined,
    ],
  ])("finds %s", (_, text, expected) => {
    expect(cut(text)).toBe(expected ?? text);
  });

  it("keeps the digests of no sentence that someone else said", () => {
    expect(words.phrases).toContain("des fois la nuit on a peur de rentrer dans le hall");
    expect(words.phrases.some((phrase) => phrase.includes("je ne sais pas"))).toBe(false);
  });

  it("leaves every sign outside what it cuts, whatever stands around", () => {
    const outside = fc.string({ unit: fc.constantFrom("a", " ", "é", "\n", "*", "«", "?", "\r\n") });
    fc.assert(
      fc.property(outside, outside, (before, after) => {
        const found = cut(`${before}\n\n${sentence} |${after}`);
        expect(found.startsWith(`${before}\n\n[x].`)).toBe(true);
        expect(found.endsWith(`|${after}`)).toBe(true);
      }),
    );
  });
});

describe("withdrawn words in a file", () => {
  const isIn = (text: string): boolean => words.sentencesIn(text).length > 0 || words.isNamedIn(text);
  const base64 = (text: string): string => Buffer.from(text).toString("base64");
  const escaped = sentence.replace("nuit", "\\u006euit");
  it.each<[string, Buffer]>([
    ["UTF-8", Buffer.from(sentence)],
    ["UTF-16", Buffer.from(`\uFEFF${sentence}`, "utf16le")],
    ["UTF-16, the other way round", Buffer.from(`\uFEFF${sentence}`, "utf16le").swap16()],
    ["JSON escapes", Buffer.from(escaped)],
    [
      "entities and tags",
      Buffer.from("des fois la&nbsp;nuit, on a <b>p</b>eur de rentrer<br>dans le h&#97;ll"),
    ],
    ["quoted-printable", Buffer.from("des fois la n=75it, on a pe=\r\nur de rentrer dans le hall")],
    ["base64 over lines", Buffer.from(base64(`Bonjour. ${sentence}`).replace(/(.{40})/g, "$1\r\n"))],
    ["a data address", Buffer.from(`<a href="data:text/html;base64,${base64(sentence)}">`)],
    ["gzip", gzipSync(sentence)],
    ["gzip in base64", Buffer.from(gzipSync(sentence).toString("base64"))],
    ["RTF", Buffer.from("{\\rtf1 des fois la nuit, on a peur de rentr\\'65r dans le hall}")],
    ["an address", Buffer.from("mailto:?body=des%20fois%20la%20nuit%2C%20on%20a%20peur%20de%20rentrer")],
    ["a short turn with its number", Buffer.from("<p>Ben ouais, voilà.</p><p>— éducatrice (s01.7)</p>")],
  ])("are found in %s", (_, bytes) => {
    expect(holds(bytes, isIn)).toBe(true);
    expect(holds(bytes, () => false)).toBe(false);
  });

  it("are not found where they are not, nor in what is damaged", () => {
    expect(holds(Buffer.from("Ben ouais, voilà. Rien de plus (s01.8)."), isIn)).toBe(false);
    expect(holds(gzipSync("autre chose").subarray(0, 12), isIn)).toBe(false);
    expect(holds(Buffer.from([0x50, 0x4b, 3, 4, ...deflateRawSync(sentence)]), isIn)).toBe(false);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(holds(bytes, isIn)).toBe(false);
      }),
    );
  });

  it("a person's text goes back to the very same bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { text, encode } = readPersonText(Buffer.from(bytes));
        expect(encode(text)).toEqual(Buffer.from(bytes));
      }),
    );
  });
});
