// A transcript's bytes as text: encodings told apart, hostile files refused.
import { describe, expect, it } from "vitest";
import { asEncoding, decodeTranscript, refuseLongLines } from "../../src/transcript/decode.ts";
import { countWords } from "../../src/transcript/words.ts";

const sentence = "L’été, ça gêne : « œuvre » à 5 €…";
const codes = (bytes: Uint8Array, encoding?: string) => {
  const { text, diagnostics } = decodeTranscript(
    bytes,
    "f.txt",
    encoding === undefined ? undefined : asEncoding(encoding),
  );
  return { text, codes: diagnostics.map(({ code }) => code) };
};

const utf16 = (text: string, isBig: boolean): Buffer => {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return isBig ? bytes.swap16() : bytes;
};

/** Windows-1252 for the sentence. */
const windows = Buffer.from("4c92e974e92c20e7612067ea6e65203a20ab209c7576726520bb20e020352080" + "85", "hex");

describe("a transcript's encoding", () => {
  it("is UTF-8, with or without a mark", () => {
    expect(codes(Buffer.from(sentence))).toEqual({ text: sentence, codes: [] });
    expect(codes(Buffer.from(`\uFEFF${sentence}`))).toEqual({ text: sentence, codes: [] });
  });

  it("is UTF-16 when its mark says so, either way round, even cut in half", () => {
    expect(codes(utf16(sentence, false)).text).toBe(sentence);
    expect(codes(utf16(sentence, true)).text).toBe(sentence);
    expect(codes(utf16(sentence, false).subarray(0, -1)).text).toBe(sentence.slice(0, -1));
  });

  it("is Windows-1252 otherwise, and that is said", () => {
    expect(codes(windows)).toEqual({ text: sentence, codes: ["import.read-as-windows"] });
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
    expect(codes(Buffer.from("e\u0301te\u0301\r\na\rb\u2028c")).text).toBe("été\na\nb\nc");
  });
});

describe("counting words", () => {
  it("counts them as a person would", () => {
    expect(countWords("Aujourd’hui, peut-être qu'on ira… à 14.30 !")).toBe(6);
    expect(countWords("…")).toBe(0);
  });
});
