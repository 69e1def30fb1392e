// What would leave is looked through: wherever a name or a sentence hides, it is found, and never said.
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { phraseDigest } from "../../../src/study/withdrawn.ts";
import type { Answer, Identity } from "../../../src/vault/contents.ts";
import { foldText, wordsFrom } from "../../../src/vault/scan/folded.ts";
import { namesOf } from "../../../src/vault/scan/names-of.ts";
import { scanFiles } from "../../../src/vault/scan/scan.ts";
import { byFile, type Against } from "../../../src/vault/scan/leak.ts";
import { foldPhrase, leadOf, phrasesOf } from "../../../src/wording/phrases.ts";

const identity = (id: string, replacement: string, ...names: [string, ...string[]]): Identity => ({
  ...{ id, kind: "person", names, replacement },
});

const identities: readonly Identity[] = [
  identity("i001", "Karima", "Hélène Durandeau"),
  identity("i002", "Nadia", "Anne-Marie Le Goffic"),
  identity("i003", "Zoé", "Rose Maugis"),
  { id: "i004", kind: "place", names: ["Morvanches"], replacement: "la ville" },
];

const names = (answers: readonly Answer[] = []): Against => ({ names: namesOf({ identities, answers }) });

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const leaksIn = (content: string | Uint8Array, against = names(), file = "a.md") =>
  scanFiles(new Map([[file, content]]), against);

const found = (content: string | Uint8Array, file?: string): string[] =>
  [...new Set(leaksIn(content, names(), file).map(({ about }) => about))].sort();

function wide(text: string, isLittle: boolean): Uint8Array {
  const bytes = Buffer.from(text, "utf16le");
  return isLittle ? bytes : Buffer.from(bytes).swap16();
}

function chunk(kind: string, content: Uint8Array): Uint8Array {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(content.length);
  return Buffer.concat([head, Buffer.from(kind), content, Buffer.alloc(4)]);
}

const png = (...chunks: Uint8Array[]): Uint8Array =>
  Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks]);

const jpeg = (marker: number, words: string): Uint8Array => {
  const content = Buffer.from(words, "latin1");
  return Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, marker, 0, content.length + 2]),
    content,
    Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]),
  ]);
};

describe("a name is found", () => {
  const hidden: [string, string | Uint8Array][] = [
    ["as it is", "Hier Hélène est venue."],
    ["by its initials", "D’accord, c’est H.D. qui l’a dit."],
    ["by its initials, parted", "D’accord, c’est **H. D\\.** qui l’a dit."],
    ["in capitals", "HÉLÈNE DURANDEAU"],
    ["in small letters", "hélène durandeau"],
    ["without accents", "Helene est venue"],
    ["with its accents apart", "He\u0301le\u0300ne est venue"],
    ["after an elision", "C’est l’amie d’Hélène."],
    ["in the plural", "chez les Durandeaux"],
    ["over a line end", "chez Hélène\nDurandeau"],
    ["cut at a line end", "chez Duran-\ndeau hier"],
    ["cut by a hyphen", "chez Duran-deau hier"],
    ["with a soft hyphen inside", "chez Duran\u00ADdeau"],
    ["with a letter of no width inside", "chez Duran\u200Bdeau, Du\uFEFFrandeau"],
    ["spelled out", "D u r a n d e a u"],
    ["spelled with dots", "D.U.R.A.N.D.E.A.U."],
    ["in other letters of the same shape", "𝐃𝐮𝐫𝐚𝐧𝐝𝐞𝐚𝐮"],
    ["run together", "l’entretienHélèneDurandeau2"],
    ["in an identifier", "entretien_durandeau_v2"],
    ["in an address", "https://exemple.fr/h%C3%A9l%C3%A8ne-durandeau?x=1"],
    ["in a link for mail", '<a href="mailto:h.durandeau@exemple.fr">écrire</a>'],
    ["in an attribute", '<img alt="Portrait d’H&eacute;l&#232;ne" src="x">'],
    ["in a comment", "<p>Rien</p><!-- Durandeau -->"],
    ["in a comment that does not end", "<p>Rien</p><!-- Durandeau "],
    ["in hidden text", '<span style="display:none">Durandeau</span>'],
    ["in a script", '<script>let a = {"n":"Durand\\u0065au"}; if (a < b) c</script>'],
    ["between tags", "<b>Duran</b>deau"],
    ["between several tags", "<w:t>Duran</w:t></w:r><w:r><w:t>deau</w:t>"],
    ["parted by a tag", "<td>Hélène</td><td>Durandeau</td>"],
    ["between marks of emphasis", "Du**ran**deau"],
    ["escaped twice", "H&amp;eacute;l&amp;egrave;ne"],
    ["in numbers", "&#68;&#117;&#114;&#97;&#110;&#100;&#101;&#97;&#117;"],
    ["in quoted-printable", "H=C3=A9l=C3=A8ne"],
    ["in data", `<img src="data:text/plain;base64,${Buffer.from("chez Durandeau").toString("base64")}">`],
    ["in UTF-16 with its mark", Buffer.concat([Buffer.from([0xff, 0xfe]), wide("chez Durandeau", true)])],
    ["in UTF-16 without it", wide("chez Durandeau", true)],
    ["in UTF-16 the other way round", Buffer.concat([Buffer.from([0]), wide("chez Durandeau", false)])],
    ["in Latin-1", Buffer.concat([Buffer.from([0xe9, 0]), Buffer.from("chez Hélène", "latin1")])],
    ["in a picture's text", png(chunk("IHDR", Buffer.alloc(13)), chunk("tEXt", encode("Author\0Durandeau")))],
    [
      "in a picture's compressed text",
      png(chunk("zTXt", Buffer.concat([encode("Author\0\0"), deflateSync("chez Durandeau")]))),
    ],
    ["after a picture's end", png(chunk("IEND", new Uint8Array()), encode("chez Durandeau"))],
    ["in a photograph's comment", jpeg(0xfe, "chez Durandeau")],
    ["in a photograph's Exif", jpeg(0xe1, "Exif\0\0 Artist Durandeau")],
    ["in a package", zipSync({ "word/document.xml": encode("<w:t>Duran</w:t><w:t>deau</w:t>") })],
    [
      "in a package in a package",
      zipSync({ "a/b.docx": zipSync({ "meta.xml": encode("<dc:creator>Durandeau</dc:creator>") }) }),
    ],
    ["as a part's name", zipSync({ "media/durandeau.png": new Uint8Array([1]) })],
    ["in a package's comment", zipSync({ "a.xml": [encode("x"), { comment: "chez Durandeau" }] })],
  ];
  it.each(hidden)("%s", (_, content) => {
    expect(found(content)).toEqual(["Karima"]);
  });

  it("in the file's own name, which is not said", () => {
    const leaks = leaksIn("rien", names(), "entretien-durandeau.md");
    expect(leaks).toEqual([{ file: "(1)", inside: "#name", kind: "name", line: undefined, about: "Karima" }]);
  });

  it("with its line, whatever stands before", () => {
    expect(
      leaksIn("<p>un\n</p>\n<!-- deux\n-->\nchez Durandeau, Durandeau\n").map(({ line }) => line),
    ).toEqual([5]);
    expect(leaksIn("a\n<!--\nDurandeau -->").map(({ line, inside }) => [line, inside])).toEqual([
      [3, "#markup"],
    ]);
  });

  it("never in what is told of it", () => {
    for (const [, content] of hidden)
      expect(JSON.stringify(leaksIn(content))).not.toMatch(/durandeau|h[eé]l[eè]ne/i);
  });
});

describe("what is no name is left alone", () => {
  it.each([
    "On se retrouve devant la porte, gauche ou droite.",
    "Des mots sans personne : morve, anches, duran, deau.",
    "Anne-Lise et Marie-Odile sont là.",
    "<p>a</p><b>b</b><i>c</i>",
  ])("%s", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("but for what nobody has said to be one", () => {
    expect(leaksIn("une robe rose")).toHaveLength(1);
  });

  it("nor what was answered to be a word", () => {
    const answers: Answer[] = [
      { form: "rose", says: "word" },
      { form: "Rose", says: "word" },
    ];
    expect(leaksIn("Elle a une robe rose. Rose est la couleur.", names(answers))).toEqual([]);
    expect(leaksIn("C’est Rose Maugis.", names(answers))).toHaveLength(1);
  });

  it("and random bytes are nobody's", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(found(bytes)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a sentence that may not leave is found", () => {
  const sentence = "On a peur de rentrer le soir dans le hall.";
  const [phrase = ""] = phrasesOf(sentence);
  const phrases = new Map([[phrase, "s01.12"]]);
  const study = "0123abcd";
  const withdrawn = {
    study,
    phrases: [
      {
        ...{ lead: leadOf(phrase), words: phrase.split(" ").length },
        digest: phraseDigest(study, phrase),
      },
    ],
  };

  it.each([
    ["as it is", sentence],
    ["inside another", `Elle dit qu’${sentence.toLowerCase()} Voilà.`],
    ["over lines and marks", "on a **peur**\nde rentrer le\u00A0soir « dans le hall »"],
    ["without accents, in capitals", sentence.toUpperCase()],
    ["between tags", "<p>On a <em>peur</em> de ren<b>trer</b> le soir dans le hall</p>"],
    ["in a comment", `<!-- ${sentence} -->`],
    ["in a package", zipSync({ "content.xml": encode(`<text:p>${sentence}</text:p>`) })],
  ])("%s", (_, content) => {
    expect(leaksIn(content, { phrases }).map(({ kind, about }) => [kind, about])).toContainEqual([
      "unvalidated",
      "s01.12",
    ]);
    expect(leaksIn(content, { withdrawn }).map(({ kind, about }) => [kind, about])).toContainEqual([
      "withdrawn",
      "",
    ]);
  });

  it("not when a word differs, or when it is cut short", () => {
    for (const text of ["On a peur de rentrer le soir dans les halls.", "On a peur de rentrer le soir"])
      expect([...leaksIn(text, { phrases }), ...leaksIn(text, { withdrawn })]).toEqual([]);
  });

  it("and its words are not in what is told of it", () => {
    expect(JSON.stringify(leaksIn(sentence, { phrases, withdrawn }))).not.toMatch(/peur|hall/);
  });
});

describe("the words of a text", () => {
  it("are folded exactly as sentences are", () => {
    const letters = fc.constantFrom(
      ..."aàéÇœŒ ’-_.,«»ßﬁ½½Ⅳ١9Zİ\n\u00AD\u200B\u0301𝐃😀가".split(""),
      "𝐃",
      "ﬃ",
      "\uD800",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(letters).map((each) => each.join("")),
          fc.string({ unit: "binary" }),
        ),
        (text) => {
          const folded = foldText(text);
          const words = Array.from({ length: folded.count }, (_, word) => wordsFrom(folded, word, word + 1));
          expect(words.join(" ")).toBe(foldPhrase(text));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

it("a name that stands in several parts of a file is told once, with its places", () => {
  const parts = ["word/document.xml", "word/footnotes.xml", "docProps/core.xml"];
  const file = zipSync(
    Object.fromEntries(parts.map((part) => [part, encode("<w:t>Hélène Durandeau</w:t>")])),
  );
  const [told, ...others] = byFile(leaksIn(file, names(), "P01.docx"));
  expect(others).toEqual([]);
  expect(told).toMatchObject({ file: "P01.docx", kind: "name", about: "Karima" });
  for (const part of parts) expect(told?.inside).toContain(part);
  const many = Object.fromEntries(
    Array.from({ length: 30 }, (_, at) => [`word/n${String(at)}.xml`, encode("Hélène")]),
  );
  expect(byFile(leaksIn(zipSync(many)))[0]?.inside).toMatch(/^(?:[^,]+, ){10}…$/);
});

it("a package in a package in a package is refused rather than passed by", () => {
  const deep = [1, 2, 3, 4].reduce((inner) => zipSync({ "a.zip": inner }), zipSync({ "a.txt": encode("x") }));
  expect(() => leaksIn(deep)).toThrow("scan.too-deep");
});
