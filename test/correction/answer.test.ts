// The answer that the page saves: what each gesture becomes, and what a hostile file does not do.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentFingerprint, pageSections } from "../../src/copy/formats/page/page-sections.ts";
import { readFrozen } from "../../src/copy/frozen.ts";
import { layOut } from "../../src/copy/layout.ts";
import type { SentCopy } from "../../src/copy/sent-copy.ts";
import { compareReturn } from "../../src/correction/compare-return.ts";
import { answerReturn, openAnswer } from "../../src/correction/formats/answer.ts";
import { readerOf } from "../../src/correction/readers.ts";
import type { ReadReturn } from "../../src/correction/return.ts";
import { RetourError } from "../../src/kernel/diagnostic.ts";
import { foldTypography } from "../../src/wording/fold.ts";
import { content, sentCopy } from "./sent.ts";
import { sentStudy } from "./study.ts";

const FILE = "reponse-r01-P03.json";

/** A whole answer with what some sections say. */
function answerOf(sections: unknown, more: object = {}, copy = sentCopy()): string {
  const head = { retour: "answer", version: 1, study: copy.study.id, copy: copy.copy, edition: copy.edition };
  return JSON.stringify({
    ...head,
    content: contentFingerprint(copy.content),
    sections,
    remark: "",
    ...more,
  });
}

const read = (text: string, copy = sentCopy()): ReadReturn => openAnswer(text, FILE).read(copy);

interface Asked {
  readonly section: string | undefined;
  readonly kind: string;
  readonly before: string;
  readonly after: string;
  readonly comment: string;
  readonly isProposed: boolean;
}

function asked(sections: unknown, more: object = {}, copy = sentCopy()): Asked[] {
  return compareReturn(copy, read(answerOf(sections, more, copy), copy)).corrections.map(
    ({ section, kind, before, after, comment, isProposed }) => ({
      ...{ section, kind, before, after, comment, isProposed },
    }),
  );
}

const refusal = (text: string): string => {
  try {
    openAnswer(text, FILE);
    return "none";
  } catch (error) {
    if (error instanceof RetourError) return error.code;
    throw error;
  }
};

describe("what each gesture becomes", () => {
  it("nothing, when nothing was answered: the text is the one that was sent", () => {
    const back = read(answerOf([]));
    expect(back.sections.map(({ text }) => text.trim())).toEqual(
      sentCopy().content.sections.map(({ text }) => text),
    );
    expect([back.loss, back.diagnostics]).toEqual([[], []]);
    expect(asked([])).toEqual([]);
  });

  it.each([
    ["agree", "strength", "D’accord avec cette section."],
    ["nuance", "nuance", "À nuancer."],
    ["disagree", "disagreement", "Pas d’accord."],
    ["keep", "strength", "À garder."],
  ])("%s alone is said of the section, as what it is", (opinion, kind, words) => {
    const { remarks } = read(answerOf([{ id: "institution", answers: [opinion] }]));
    expect(remarks).toEqual([{ section: "institution", words, kind }]);
    expect(asked([{ id: "institution", answers: [opinion] }])).toMatchObject([
      { section: "institution", kind, comment: words, isProposed: false },
    ]);
  });

  it("words about the section are its remark, about a passage they stand on it", () => {
    const passages = [
      { kind: "nuance", block: null, passage: null, words: "C’est plutôt le soir." },
      {
        kind: "disagree",
        block: 1,
        passage: "Les professionnels se disent seuls. L’encadrement l’ignore peut-être.",
        words: "Pas moi.",
      },
    ];
    const found = asked([{ id: "institution", answers: ["nuance", "disagree"], passages }]);
    expect(found).toHaveLength(2);
    expect(found).toContainEqual(
      expect.objectContaining({ kind: "nuance", comment: "C’est plutôt le soir.", isProposed: false }),
    );
    const words = "Les professionnels se disent seuls. L’encadrement l’ignore peut-être.";
    expect(found).toContainEqual({
      ...{ section: "institution", kind: "disagreement", comment: "Pas moi.", isProposed: false },
      ...{ before: words, after: words },
    });
  });

  it("a correction is the words that changed", () => {
    const before = "Les professionnels se disent seuls. L’encadrement l’ignore peut-être.";
    const after = before.replace("seuls", "isolés");
    expect(asked([{ id: "institution", edits: [{ block: 1, before, after }] }])).toMatchObject([
      { section: "institution", before: "seuls", after: "isolés", comment: "" },
    ]);
  });

  it("a title can be corrected, a paragraph taken out, added, parted", () => {
    const edits = [
      { block: 0, before: "La peur au travail", after: "La peur,\nau travail" },
      { block: 6, before: "au travail", after: "" },
      { block: 7, before: "à la maison", after: "à la maison\n\nEt dans la rue." },
    ];
    const added = [{ after: 5, text: "Un mot.\n\nUn autre." }];
    const [peur] = read(answerOf([{ id: "peur", edits, added }])).sections;
    expect(layOut(peur?.text ?? "").map(({ text }) => text)).toEqual([
      "La peur, au travail",
      "Ce qui a été dit",
      "Des fois la nuit, on a peur de rentrer dans le hall.",
      "— éducatrice (s01.12)",
      "Analyse",
      "Le groupe décrit une peur ordinaire. Elle dure « toute la journée » (s01.14), parfois la nuit.",
      "Un mot.",
      "Un autre.",
      "à la maison",
      "Et dans la rue.",
      "Accords et désaccords",
    ]);
  });

  it("one's own words are withdrawn, in a quote and in a sentence", () => {
    const copy = sentCopy({ ownTurns: new Set(["s01.12", "s01.14"]) });
    const withdrawn = [
      { block: 2, turns: ["s01.12"], words: "Des fois la nuit, on a peur de rentrer dans le hall." },
      { block: 5, turns: ["s01.14"], words: "toute la journée" },
    ];
    expect(asked([{ id: "peur", withdrawn }], {}, copy)).toMatchObject([
      {
        kind: "withdrawal",
        before: expect.stringMatching(/^Des fois la nuit, on a peur de rentrer dans le hall\./) as string,
        isProposed: false,
      },
      { kind: "withdrawal", before: "toute la journée", isProposed: false },
    ]);
  });

  it("someone else's words are not withdrawn: it is said, and that is all", () => {
    const withdrawn = [{ block: 5, turns: ["s01.12"], words: "toute la journée" }];
    const found = asked([{ id: "peur", withdrawn }]);
    expect(found.map(({ kind }) => kind)).not.toContain("withdrawal");
    expect(found.map(({ comment }) => comment).join()).toContain("toute la journée");
  });

  it("a free remark is one of the section, or of the whole", () => {
    const { remarks, loss } = read(answerOf([{ id: "lien", remark: " Bien vu. " }], { remark: "Merci." }));
    expect(remarks).toEqual([{ section: "lien", words: "Bien vu." }]);
    expect(loss).toEqual([{ place: "whole", words: "Merci." }]);
  });

  it("says its words in the study's language", () => {
    const copy = sentCopy({ language: "en" });
    expect(read(answerOf([{ id: "lien", answers: ["agree"] }], {}, copy), copy).remarks?.[0]?.words).toBe(
      "Agrees with this section.",
    );
  });
});

describe("a page with notes and a table", () => {
  const copy = sentCopy({
    content: readFrozen(
      `${content}\nOn tient[^a], on tient[^b].\n\n| Quand | Quoi |\n| - | - |\n| le soir | fermer |\n\n[^a]: Le mot **du** groupe.\n\n[^b]: Un autre mot.\n`,
    ),
  });
  const lien = pageSections(copy)[2];
  const number = (words: string): number =>
    lien?.blocks.findIndex(({ shown }) => shown.includes(words)) ?? -1;
  const edit = (words: string, from: string, to: string): object => {
    const before = lien?.blocks[number(words)]?.shown ?? "";
    return { block: number(words), before, after: before.replace(from, () => to) };
  };
  const back = (edits: object[]): ReadReturn => read(answerOf([{ id: "lien", edits }], {}, copy), copy);

  it("is as it was sent when nothing is said of it", () => {
    expect(back([]).sections[2]?.text.trim()).toBe(copy.content.sections[2]?.text);
  });

  it("shows the calls as words, and reads them as calls", () => {
    expect(lien?.blocks[number("On tient")]?.shown).toBe("On tient[note 1], on tient[note 2].");
    const text = back([edit("On tient", "on tient[note 2]", "on attend[note 2]")]).sections[2]?.text;
    expect(text).toContain("On tient[^a], on attend[^b].");
    expect(text).toContain("[^a]: Le mot **du** groupe.");
  });

  it("corrects a note, a cell", () => {
    const text = back([edit("Un autre mot", "mot", "terme"), edit("le soir", "fermer", "ouvrir")]).sections[2]
      ?.text;
    expect(text).toContain("[^b]: Un autre terme.");
    expect(text).toMatch(/\| le soir \|.*ouvrir \|/);
  });

  it("takes a note out with its call, and loses no word that was typed in it", () => {
    const { sections, remarks } = back([
      edit("On tient", "[note 1]", ""),
      edit("Le mot", "Le mot", "L’expression"),
    ]);
    expect(sections[2]?.text).toContain("On tient, on tient[^b].");
    expect(sections[2]?.text).not.toContain("[^a]");
    expect(remarks?.[0]?.words).toContain("L’expression");
  });

  it("takes a call that was typed elsewhere as words", () => {
    const added = [{ after: 1, text: "Comme dans [note 1]. \uFFFC" }];
    const text = read(answerOf([{ id: "lien", added }], {}, copy), copy).sections[2]?.text ?? "";
    expect(layOut(text).map((block) => block.text.trim())).toContain("Comme dans [note 1].");
  });
});

describe("no word is lost", () => {
  it("when the words an edit was made from were not sent", () => {
    const edits = [{ block: 1, before: "Autre chose.", after: "Ce que je voulais dire." }];
    const { remarks } = read(answerOf([{ id: "institution", edits }]));
    expect(remarks).toEqual([
      {
        section: "institution",
        words: "«\u202fAutre chose.\u202f» → «\u202fCe que je voulais dire.\u202f»",
      },
    ]);
  });

  it("when they stand at another number, or two edits are of one paragraph", () => {
    const before = "Les professionnels se disent seuls. L’encadrement l’ignore peut-être.";
    const edits = [
      { block: 7, before, after: `${before} Oui.` },
      { block: 1, before, after: `${before} Non.` },
    ];
    const back = read(answerOf([{ id: "institution", edits }]));
    expect(back.sections[1]?.text).toContain("peut-être. Oui.");
    expect(back.remarks?.[0]?.words).toContain("Non.");
  });

  it("when the passage was taken out, or the section was not sent", () => {
    const passage = "Le lien tient, malgré tout. C’est ce qui fait rester.";
    const stray = {
      id: "honte",
      passages: [{ kind: "nuance", block: 1, passage: "a", words: "mot1" }],
      edits: [{ block: 1, before: "b", after: "mot2" }],
      added: [{ after: 1, text: "mot3" }],
      withdrawn: [{ block: 1, turns: [], words: "mot4" }],
      remark: "mot5",
    };
    const { remarks = [] } = read(
      answerOf([
        {
          id: "lien",
          passages: [{ kind: "nuance", block: 1, passage, words: "mot0" }],
          edits: [{ block: 1, before: passage, after: "" }],
        },
        stray,
      ]),
    );
    const all = remarks.map(({ words }) => words).join("\n");
    for (let index = 0; index <= 5; index += 1) expect(all).toContain(`mot${String(index)}`);
  });

  it("when the text answered is not quite the one sent: it is said", () => {
    const back = read(answerOf([{ id: "lien", remark: "mot" }], { content: "0".repeat(64) }));
    expect(back.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ["return.answer-other-text", "warning"],
    ]);
    expect(back.remarks?.[0]?.words).toBe("mot");
  });

  it("whatever is typed in the paragraphs of the page comes back in these very words", () => {
    const words = fc.array(
      fc.constantFrom(
        ...[
          "le",
          "La",
          "nuit,",
          "l’hiver",
          "*",
          "**gras**",
          "#",
          "-",
          "1.",
          "[^a]",
          "[note 1]",
          "{#id}",
          "{++",
          "<b>",
          "&amp;",
          "`x`",
          "|",
          "_",
          "\\",
          ">",
          "~~~",
          "https://a.example",
          "\u202f!",
          "été",
          "😀",
        ],
      ),
      { minLength: 1, maxLength: 8 },
    );
    const typed = words.map((list) => list.join(" "));
    const section = pageSections(sentCopy())[0];
    const blocks = section?.blocks ?? [];
    fc.assert(
      fc.property(
        fc.dictionary(fc.integer({ min: 0, max: blocks.length - 1 }).map(String), typed),
        fc.array(fc.record({ after: fc.integer({ min: 0, max: blocks.length - 1 }), text: typed }), {
          maxLength: 2,
        }),
        (after, added) => {
          const edits = Object.entries(after).map(([block, text]) => ({
            block: Number(block),
            before: blocks[Number(block)]?.shown,
            after: text,
          }));
          const back = read(answerOf([{ id: "peur", edits, added }]));
          const expected = blocks.flatMap(({ shown }, index) => [
            after[String(index)] ?? shown,
            ...added.filter((each) => each.after === index).map(({ text }) => text),
          ]);
          const seen = layOut(back.sections[0]?.text ?? "").map(({ text }) => text);
          const lost = back.loss.flatMap(({ words }) => words.split("\n").map(foldTypography));
          const folded = seen.map(foldTypography);
          // What cannot be written where it was typed is in the loss, in the same words.
          if (lost.length === 0) expect(folded).toEqual(expected.map(foldTypography));
          else expect([...folded, ...lost]).toEqual(expect.arrayContaining(expected.map(foldTypography)));
          expect(back.sections.slice(1).map(({ text }) => text.trim())).toEqual(
            sentCopy()
              .content.sections.slice(1)
              .map(({ text }) => text),
          );
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("a file that is no answer", () => {
  it.each([
    ["cut short", answerOf([{ id: "lien", remark: "mot" }]).slice(0, -20), "return.answer-broken"],
    ["empty", "", "return.answer-broken"],
    ["not JSON", "Bonjour,", "return.answer-broken"],
    ["another JSON", '{"name":"retour","version":1}', "return.not-answer"],
    ["a list", "[]", "return.not-answer"],
    ["null", "null", "return.not-answer"],
    ["a number", "12", "return.not-answer"],
    ["brackets without end", "[".repeat(200_000), "return.answer-broken"],
    ["brackets in brackets", "[".repeat(200_000) + "]".repeat(200_000), "return.not-answer"],
    ["one of a later program", answerOf([], { version: 2 }), "return.answer-newer"],
    ["one that hides behind a prototype", '{"__proto__":{"retour":"answer"}}', "return.not-answer"],
  ])("%s: refused with the remedy", (_, text, code) => {
    expect(refusal(text)).toBe(code);
  });

  it("is refused when it is not text", () => {
    expect(() => answerReturn.open(Buffer.from([0x7b, 0, 0x7d]), FILE)).toThrow("file.binary");
  });
});

describe("receiving", () => {
  it("refuses the page itself, and says which file to ask for", async () => {
    for (const file of ["r01-P03.html", "r01-P03.HTM"])
      await expect(readerOf(file)).rejects.toThrow("return.page-not-answer");
  });

  it("records nothing of a file that is cut short, nor of one under another's name", async () => {
    const loop = await sentStudy();
    const page = loop.read("copies/r01/P01.html");
    loop.write("r01-P01.html", page.replace("peur", "crainte"));
    expect((await loop.run(["receive", "r01-P01.html"], { exit: 2 })).err).toContain(
      "Enregistrer ma réponse",
    );
    const shown = /"study":"(\w+)"/.exec(page)?.[1] ?? "";
    const text = answerOf([{ id: "peur", remark: "mot" }], { copy: "r01-P01", study: shown });
    loop.write("reponse-r01-P01.json", text.slice(0, -9));
    expect((await loop.run(["receive", "reponse-r01-P01.json"], { exit: 2 })).err).toContain(
      "return.answer-broken",
    );
    loop.write("reponse-r01-P02.json", text);
    expect((await loop.run(["receive", "reponse-r01-P02.json"], { exit: 2 })).err).toContain(
      "return.identity-differs",
    );
    expect(await loop.json(["corrections"])).toEqual({ corrections: [] });
    loop.write("reponse-r01-P01.json", text);
    expect((await loop.run(["receive", "reponse-r01-P01.json"])).out).toContain("1 correction");
  });
});

describe("a hostile answer", () => {
  it("says who it is from, and a forged identity is none", () => {
    expect(openAnswer(answerOf([]), FILE).identity).toEqual({ copy: "r01-P03", study: "f".repeat(32) });
    const forged = answerOf([], { copy: "../../r01-P03", study: 12 });
    expect(openAnswer(forged, FILE).identity).toEqual({ copy: undefined, study: undefined });
  });

  it("has its scripts, marks and paths kept as words", () => {
    const remark = '<script>alert(1)</script> {++mot++} ../../etc \u202E [a](javascript:b) "';
    const added = [{ after: 1, text: remark }];
    const back = read(answerOf([{ id: "lien", added, remark }]));
    expect(back.remarks?.[0]?.words).toBe(remark);
    const shown = layOut(back.sections[2]?.text ?? "").map(({ text }) => text);
    expect(shown.map(foldTypography)).toContain(foldTypography(remark));
  });

  it("takes time in proportion: one of nothing but white space, or of additions without end", () => {
    const spaces = " ".repeat(300_000);
    const before = "Le lien avec les jeunes";
    const edits = [{ block: 0, before, after: `Le lien${spaces}avec\n \n eux` }];
    expect(read(answerOf([{ id: "lien", edits }])).sections[2]?.title).toBe("Le lien avec eux");
    const added = Array.from({ length: 100_000 }, () => ({ after: 1, text: "mot" }));
    expect(read(answerOf([{ id: "lien", added }])).sections[2]?.text.split("mot")).toHaveLength(100_001);
  });

  it("changes no prototype", () => {
    const text = answerOf([]).replace(
      '"sections":[]',
      '"sections":[{"id":"__proto__","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"remark":"mot"}]',
    );
    const back = read(text);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(back.remarks).toEqual([{ section: undefined, words: "mot" }]);
    expect(back.diagnostics).toMatchObject([{ code: "return.answer-unread", params: { count: 2 } }]);
  });

  it.each([
    ["sections of a wrong kind", { sections: "x", remark: 3 }],
    [
      "values of wrong kinds",
      { sections: [null, 1, [], { id: 3, answers: "agree", passages: {}, edits: [1], remark: {} }] },
    ],
    [
      "numbers that are none",
      { sections: [{ id: "lien", edits: [{ block: "NaN", before: "", after: 1 }] }] },
    ],
    [
      "numbers out of range",
      { sections: [{ id: "lien", added: [{ after: 1e300, text: "" }], withdrawn: [{ block: -1 }] }] },
    ],
    ["unknown keys", { sections: [], colour: "red" }],
  ])("%s are left aside, and it is said", (_, more) => {
    const back = read(answerOf([], more));
    expect(back.sections.map(({ text }) => text.trim())).toEqual(
      sentCopy().content.sections.map(({ text }) => text),
    );
    expect(back.diagnostics.map(({ code }) => code)).toEqual(["return.answer-unread"]);
  });

  it("keeps words whose kind or place is not known", () => {
    const passages = [{ kind: "love", block: "x", passage: 3, words: "mot" }];
    const { remarks } = read(answerOf([{ id: "lien", answers: ["love"], passages }]));
    expect(remarks).toEqual([{ section: "lien", words: "mot", kind: "nuance" }]);
  });

  it("never throws but a refusal, whatever JSON it is", () => {
    const copy: SentCopy = sentCopy();
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<unknown>(null, true, -1, 0, 1, 2.5, 1e308, "", "lien", "agree", "mot", "__proto__"),
        fc.array(tie("any"), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom(
            "id",
            "answers",
            "passages",
            "edits",
            "added",
            "withdrawn",
            "remark",
            "block",
            "words",
            "before",
            "after",
            "text",
            "kind",
          ),
          tie("any"),
          { maxKeys: 6 },
        ),
      ),
    })).any;
    fc.assert(
      fc.property(value, value, (sections, more) => {
        read(answerOf(sections, { remark: more }), copy);
      }),
      { numRuns: 200 },
    );
  });

  it("takes very long words in their stride", () => {
    const long = "mot ".repeat(50_000);
    const back = read(answerOf([{ id: "lien", added: [{ after: 1, text: long }], remark: long }]));
    expect(back.remarks?.[0]?.words).toBe(long.trim());
    expect(back.sections[2]?.text.length).toBeGreaterThan(long.length);
  });
});
