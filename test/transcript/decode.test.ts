// A transcript's bytes as text: encodings told apart, hostile files refused.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asEncoding, decodeTranscript, refuseLongLines } from "../../src/transcript/encoding/decode.ts";
import { countWords } from "../../src/transcript/words.ts";

const sentence = "L’été, ça gêne : « œuvre » à 5 €…";
const codes = (bytes: Uint8Array, encoding?: string) => {
  const { text, diagnostics } = decode(bytes, encoding);
  return { text, codes: diagnostics.map(({ code }) => code) };
};
const decode = (bytes: Uint8Array, encoding?: string) =>
  decodeTranscript(bytes, "f.txt", encoding === undefined ? undefined : asEncoding(encoding));

const utf16 = (text: string, isBig: boolean): Buffer => {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return isBig ? bytes.swap16() : bytes;
};

const latin = String.fromCharCode(...Array.from({ length: 96 }, (_, index) => index + 0xa0));

/** The signs of bytes 80 to FF, as the encodings' own tables have them; a space where there is none. */
const tables: Readonly<Record<string, string>> = {
  "windows-1252": `€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ${latin}`,
  "iso-8859-1": " ".repeat(32) + latin,
  "iso-8859-15": (" ".repeat(32) + latin).replace(/[¤¦¨´¸¼½¾]/g, (sign) =>
    "€ŠšŽžŒœŸ".charAt("¤¦¨´¸¼½¾".indexOf(sign)),
  ),
  macintosh:
    "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
};

/** The bytes of a text, as an old program would have written them. */
function encode(text: string, encoding: string): Uint8Array {
  const table = tables[encoding] ?? "";
  return Uint8Array.from(text, (sign) => {
    const at = sign === " " ? -1 : table.indexOf(sign);
    if (at === -1 && sign > "\u007F") throw new Error(`${encoding} has no ${sign}`);
    return at === -1 ? sign.charCodeAt(0) : at + 0x80;
  });
}

const windows = encode(sentence, "windows-1252");

describe("a transcript's encoding", () => {
  it("is UTF-8, with or without a mark", () => {
    expect(codes(Buffer.from(sentence))).toEqual({ text: sentence, codes: [] });
    expect(codes(Buffer.from(`\uFEFF${sentence}`))).toEqual({ text: sentence, codes: [] });
  });

  it("is UTF-16 when its mark or its zeros say so, either way round, even cut in half", () => {
    for (const isBig of [false, true]) {
      const marked = utf16(sentence, isBig);
      for (const bytes of [marked, marked.subarray(2)])
        expect(decode(bytes)).toMatchObject({
          text: sentence,
          diagnostics: [
            { code: "import.encoding-found", params: { encoding: isBig ? "utf-16be" : "utf-16le" } },
          ],
        });
      expect(codes(marked.subarray(0, -1)).text).toBe(sentence.slice(0, -1));
    }
  });

  it.each([
    ["windows-1252", "Marie : l’été, ça gêne… « déjà »"],
    ["windows-1252", "je l’ai dit"],
    ["windows-1252", "il est passé…» où ?"],
    ["windows-1252", "L’ÉCOLE, OÙ… À NOËL"],
    ["windows-1252", "cœur – sœur – ½ heure"],
    ["iso-8859-1", "l'été, ça gêne : « déjà » à ½ heure"],
    ["iso-8859-1", "é"],
    ["iso-8859-15", "mon cœur, ma sœur, l'œuvre"],
    ["iso-8859-15", "c'était 5 €"],
    ["macintosh", "Marie : l’été, ça gêne… « déjà »"],
    ["macintosh", "é"],
    ["macintosh", "c’est où ? À Noël, l’œil – à côté…"],
    ["macintosh", "«\u00A0L’ÉCOLE\u00A0», ÇA VA"],
  ])("is %s when its bytes make French of it: %s", (encoding, text) => {
    expect(decode(encode(text, encoding))).toMatchObject({
      text,
      diagnostics: [{ code: "import.encoding-found", severity: "info", params: { encoding } }],
    });
  });

  it("is found whatever French is written in it", () => {
    const words = fc.array(
      fc.constantFrom(
        ..."été ça gêne où déjà naïve Noël À Éric ÉCOLE Ça fête drôle août sûr là-haut « » hélas mot rien".split(
          " ",
        ),
      ),
      { maxLength: 40 },
    );
    const telling = fc.constantFrom(
      ["utf-8", "l’œuvre à 5 €"],
      ["utf-16le", "l’œuvre à 5 €"],
      ["utf-16be", "l’œuvre à 5 €"],
      ["windows-1252", "l’œuvre à 5 €"],
      ["iso-8859-1", "l'été à Nîmes"],
      ["iso-8859-15", "l'œuvre du cœur à 5 €"],
      ["macintosh", "l’œuvre à 5 €"],
    );
    fc.assert(
      fc.property(words, telling, words, (before, [encoding = "", middle = ""], after) => {
        const text = [...before, middle, ...after].join(" ");
        const bytes =
          encoding === "utf-8"
            ? Buffer.from(text)
            : encoding.startsWith("utf-16")
              ? utf16(text, encoding === "utf-16be").subarray(2)
              : encode(text, encoding);
        const { text: read, diagnostics } = decode(bytes);
        expect(read).toBe(text);
        expect(diagnostics.map(({ params }) => params)).toEqual(encoding === "utf-8" ? [] : [{ encoding }]);
      }),
      { numRuns: 500 },
    );
  });

  it("is what the file declares, when its bytes may be that", () => {
    const xml = (name: string) => `<?xml version="1.0" encoding="${name}"?>\n<a>½ é</a>`;
    const page = (name: string) => `<!DOCTYPE html>\n<html><head><meta charset=${name}></head>½ é`;
    const old = (name: string) =>
      `<html><head><META http-equiv="Content-Type" content="text/html; charset=${name}">½ é`;
    for (const form of [xml, page, old]) {
      const text = form("ISO-8859-15").replace("½", "œ");
      expect(decode(encode(text, "iso-8859-15"))).toMatchObject({
        text,
        diagnostics: [{ code: "import.encoding-found", params: { encoding: "iso-8859-15" } }],
      });
      expect(codes(encode(form("latin1"), "iso-8859-1")).codes).toEqual(["import.encoding-found"]);
      expect(codes(Buffer.from(form("utf-8"))).codes).toEqual([]);
      expect(codes(Buffer.from(form("ISO-8859-1").replace("½ é", "e"))).codes).toEqual([]);
    }
  });

  it("is not what the file declares, when its bytes say otherwise, and that is said", () => {
    const declaring = (name: string) => `<?xml version="1.0" encoding="${name}"?><a>L’été</a>`;
    expect(decode(Buffer.from(declaring("ISO-8859-1")))).toMatchObject({
      text: declaring("ISO-8859-1"),
      diagnostics: [
        { code: "import.encoding-declared", params: { declared: "iso-8859-1", encoding: "utf-8" } },
      ],
    });
    for (const name of ["UTF-8", "klingon", "iso-8859-15", "utf-16"])
      expect(decode(encode(declaring(name), "windows-1252"))).toMatchObject({
        text: declaring(name),
        diagnostics: [
          { code: "import.encoding-declared", params: { declared: name.toLowerCase() } },
          { code: "import.encoding-found", params: { encoding: "windows-1252" } },
        ],
      });
    expect(codes(Buffer.from("il a dit : <meta charset=latin1> é")).codes).toEqual([]);
  });

  it("may be two, when two texts were pasted together: each letter is read, and the lines are named", () => {
    const lines = ["déjà", "l’été", "rien", "l’œuvre", "ça", "fin"];
    const bytes = Buffer.concat(
      lines.map((line, index) =>
        Buffer.concat([
          [1, 3, 4].includes(index) ? encode(line, "windows-1252") : Buffer.from(line),
          Buffer.from("\r\n"),
        ]),
      ),
    );
    expect(decode(bytes)).toMatchObject({
      text: `${lines.join("\n")}\n`,
      diagnostics: [
        {
          code: "import.encoding-mixed",
          severity: "warning",
          params: { lines: "2, 4–5" },
          place: { line: 2 },
        },
      ],
    });
  });

  it("may have been mistaken before, which is said and not mended", () => {
    for (const twice of ["mot\ndÃ©jÃ\u00A0", "mot\nlâ€™Å“uvre", "mot\nÂ« oui Â»"])
      expect(decode(Buffer.from(twice))).toMatchObject({
        text: twice,
        diagnostics: [{ code: "import.twice-encoded", severity: "warning", place: { line: 2 } }],
      });
    for (const right of ["São Paulo", "ÂGE", "Ångström", "MÂCON"])
      expect(codes(Buffer.from(right)).codes).toEqual([]);
    expect(codes(Buffer.from("déjà"), "windows-1252").codes).toEqual(["import.twice-encoded"]);
  });

  it("is what the person says", () => {
    expect(codes(windows, "windows-1252")).toEqual({ text: sentence, codes: [] });
    expect(codes(Buffer.from([0xa4, 0xbd]), "iso-8859-15").text).toBe("€œ");
    expect(codes(Buffer.from([0x8e, 0xcf]), "Macintosh").text).toBe("éœ");
    expect(codes(Buffer.from("é", "utf16le"), "utf-16le").text).toBe("é");
    expect(codes(Buffer.from("é", "utf16le").swap16(), "utf-16be").text).toBe("é");
    expect(() => codes(windows, "utf-8")).toThrow("import.encoding");
    expect(() => asEncoding("klingon")).toThrow("import.unknown-encoding");
  });

  it("may be that of MS-DOS, as old programs for Windows write it", () => {
    const said = "Zoé : l'été, ça gêne... « déjà », où ? À côté de chez Noël, même.";
    const dos: Readonly<Record<string, number>> = {
      ...{ é: 0x82, ç: 0x87, ê: 0x88, "«": 0xae, "»": 0xaf, à: 0x85, ù: 0x97, À: 0xb7, ô: 0x93, ë: 0x89 },
    };
    const bytes = Uint8Array.from(said, (sign) => dos[sign] ?? sign.charCodeAt(0));
    expect(decode(bytes)).toMatchObject({
      text: said,
      diagnostics: [{ code: "import.encoding-found", severity: "info", params: { encoding: "cp850" } }],
    });
    expect(codes(bytes, "cp850")).toEqual({ text: said, codes: [] });
    expect(codes(Uint8Array.of(0x82, 0x9b, 0xe1), "cp437").text).toBe("é¢ß");
    const long = Uint8Array.from({ length: 20_000 }, (_, at) => bytes[at % bytes.length] ?? 0);
    expect(codes(long).text).toBe(said.repeat(400).slice(0, 20_000));
  });

  it("is a warning when none puts its signs where French has them", () => {
    const severities = (bytes: Uint8Array) => decode(bytes).diagnostics.map(({ severity }) => severity);
    // « Здравствуйте, как дела » in Windows-1251.
    const russian = [
      199, 228, 240, 224, 226, 241, 242, 226, 243, 233, 242, 229, 32, 234, 224, 234, 32, 228, 229,
    ];
    expect(severities(Uint8Array.from(russian))).toEqual(["warning"]);
    for (const name of ["windows-1252", "macintosh"])
      expect(severities(encode(name === "macintosh" ? "L’été, ça gêne" : sentence, name))).toEqual(["info"]);
    expect(severities(encode("il fait 20 ° !", "windows-1252"))).toEqual(["info"]);
  });

  it("is still UTF-8 when the file was cut inside its last letter", () => {
    expect(codes(Buffer.from("déjà à").subarray(0, -1))).toEqual({
      text: "déjà ",
      codes: ["import.cut-short"],
    });
  });
});

describe("what is not speech", () => {
  it("is refused when it is not a text", () => {
    expect(() => codes(Buffer.from("PK\u0003\u0004\u0000\u0000\u0008\u00ff", "latin1"))).toThrow(
      "file.binary",
    );
    expect(() => codes(Buffer.from("ab\u0000cd\u0000ef\u0000", "utf8"))).toThrow("file.binary");
    expect(() => codes(Buffer.from("a\u0001b\u0002c\u0003\u00ff", "latin1"))).toThrow("file.binary");
  });

  it("is refused when a line has over a million characters", () => {
    expect(() => {
      refuseLongLines(`court\n${"a".repeat(1_100_000)}`, "f.txt");
    }).toThrow("import.line-too-long");
    refuseLongLines("a".repeat(1_000_000), "f.txt");
  });

  it("goes out: controls, terminal escapes, marks that reorder text; and that is said", () => {
    const hostile = `${"Bonjour à tous et à toutes, ".repeat(20)}\u001B[31mrouge\u001B[0m \u001B]0;titre\u0007fin\u202E.`;
    const { text, codes: said } = codes(Buffer.from(hostile));
    expect(text.slice(-12)).toBe(", rouge fin.");
    expect(said).toEqual(["import.controls-removed"]);
  });

  it("keeps words after an escape that never ends", () => {
    expect(codes(Buffer.from(`${"mot ".repeat(100)}\u001B]0;la suite\nencore`)).text).toMatch(
      /0;la suite\nencore$/,
    );
  });

  it("has its line ends and letters in one form", () => {
    expect(decode(Buffer.from("a\r\nb\f\fc\n\fd"))).toMatchObject({
      text: "a\nb\n\nc\n\nd",
      pageStarts: [2, 3, 5],
    });
    expect(codes(Buffer.from("e\u0301te\u0301\r\na\rb\u2028c")).text).toBe("été\na\nb\nc");
  });
});

describe("counting words", () => {
  it("counts them as a person would", () => {
    expect(countWords("Aujourd’hui, peut-être qu'on ira… à 14.30 !")).toBe(6);
    expect(countWords("…")).toBe(0);
  });
});
