// What a return asks for: places, words, comments, and everything else in the loss.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFrozen } from "../../src/copy/frozen.ts";
import { compareReturn, remainder } from "../../src/correction/compare-return.ts";
import { openMarkdown } from "../../src/correction/formats/markdown.ts";
import { splice } from "../../src/correction/splice.ts";
import { sameWords } from "../../src/wording/fold.ts";
import { edits, editText, section } from "./edits.ts";
import { compare, compareEdit, fileOf, sentCopy } from "./sent.ts";

const sections = sentCopy().content.sections;
const textOf = (id: string): string => sections.find((each) => each.id === id)?.text ?? "";

describe("a copy that comes back as it went", () => {
  it("asks for nothing", () => {
    expect(compare((file) => file)).toEqual({ corrections: [], loss: [], found: 3 });
  });

  it.each([
    ["with a byte-order mark and CRLF", (file: string) => `\uFEFF${file.replaceAll("\n", "\r\n")}`],
    [
      "with straight quotes and ordinary spaces",
      (file: string) => file.replaceAll("’", "'").replaceAll("« ", '"').replaceAll(" »", '"'),
    ],
    ["with lines wrapped anew", (file: string) => file.replace("parfois la nuit", "parfois\nla nuit")],
    ["without the ids of its headings", (file: string) => file.replaceAll(/ \{#\w+\}/g, "")],
    [
      "with blank lines added at the ends",
      (file: string) => `${file.replaceAll("\n\n## ", "\n\n\n\n## ")}\n\n`,
    ],
  ])("asks for nothing %s", (_, edit) => {
    const copy = sentCopy();
    const bytes = Buffer.from(edit(fileOf(copy)), "utf8");
    const read = openMarkdown(
      bytes
        .toString("utf8")
        .replace(/^\uFEFF/, "")
        .replaceAll("\r\n", "\n"),
      "r01-P03.md",
    ).read(copy);
    expect(compareReturn(copy, read)).toMatchObject({ corrections: [], loss: [] });
  });
});

describe("a correction", () => {
  it("has the exact words, where they stand in what was sent", () => {
    const { corrections, loss } = compareEdit("une peur ordinaire", "une crainte ordinaire");
    expect(loss).toEqual([]);
    expect(corrections).toEqual([
      {
        section: "peur",
        start: 169,
        end: 173,
        before: "peur",
        after: "crainte",
        kind: "minor",
        isProposed: true,
        comment: "",
      },
    ]);
    expect(textOf("peur").slice(169, 173)).toBe("peur");
  });

  it("is one for a sentence that was rewritten", () => {
    const { corrections } = compareEdit(
      "Les professionnels se disent seuls.",
      "Beaucoup d’éducateurs de rue se sentent seuls depuis des années.",
    );
    expect(corrections.map(({ kind }) => kind)).toEqual(["major"]);
  });

  it("takes the comment that touches it", () => {
    for (const marked of [
      "une peur {~~ordinaire~>banale~~}{>>nuance : banale, oui<<}",
      "une peur {>>nuance : banale, oui<<}{--ordinaire--}{++banale++}",
      "une peur {==banale==}{>>nuance : banale, oui<<}",
      "une peur banale{>>nuance : banale, oui<<}",
    ]) {
      const { corrections } = compareEdit("une peur ordinaire", marked);
      expect(corrections).toMatchObject([
        { before: "ordinaire", after: "banale", kind: "nuance", isProposed: false, comment: "banale, oui" },
      ]);
    }
  });

  it("takes the comment that follows its mark, even when fewer words changed than were marked", () => {
    const whole = "Le groupe décrit une peur ordinaire.";
    const marked = `{~~${whole}~>Le réseau décrit une peur ordinaire.~~}`;
    for (const back of [`${marked}{>>mineur : le réseau<<}`, `${marked} {>>mineur : le réseau<<}`])
      expect(compareEdit(whole, back).corrections).toMatchObject([
        { before: "groupe", after: "réseau", kind: "minor", comment: "le réseau" },
      ]);
    // A word said twice: the comparison may find the other of the two.
    const twice = compareEdit("une peur", "une {++une ++}{>>deux fois<<}peur").corrections;
    expect(twice).toMatchObject([{ comment: "deux fois" }]);
    // Nothing changed in the mark: the remark is about its words.
    expect(compareEdit("peur", "{~~peur~>peur~~}{>>oui<<}").corrections).toMatchObject([
      { before: "peur", after: "peur", comment: "oui" },
    ]);
  });

  it("keeps all the comments that touch it", () => {
    const { corrections } = compareEdit("ordinaire", "{~~ordinaire~>banale~~}{>>un<<}{>>deux<<}");
    expect(corrections[0]?.comment).toBe("un\ndeux");
  });

  it("is a remark, without other words, when nothing was changed", () => {
    const { corrections } = compareEdit("une peur ordinaire", "une {==peur ordinaire==}{>>à garder<<}");
    expect(corrections).toMatchObject([
      { before: "peur ordinaire", after: "peur ordinaire", kind: "strength", comment: "à garder" },
    ]);
    const [point] = compareEdit("une peur ordinaire", "une peur{>>et la honte ?<<} ordinaire").corrections;
    expect(point).toMatchObject({ start: 173, end: 173, before: "", after: "", comment: "et la honte ?" });
  });

  it("is a remark even when the words are only pointed at, or the note is an HTML one", () => {
    expect(compareEdit("une peur ordinaire", "une {==peur==} ordinaire").corrections).toMatchObject([
      { before: "peur", comment: "" },
    ]);
    expect(
      compareEdit("une peur ordinaire", "une peur ordinaire <!-- vraiment ? -->").corrections,
    ).toMatchObject([{ comment: "vraiment ?" }]);
  });

  it("is the withdrawal of one's own quote, taken out or emptied", () => {
    const quote = "> Des fois la nuit, on a peur de rentrer dans le hall.\n>\n> — éducatrice (s01.12)\n\n";
    expect(compareEdit(quote, "").corrections).toMatchObject([{ kind: "withdrawal", after: "" }]);
    expect(compareEdit(quote, `{--${quote.trim()}--}\n\n`).corrections).toMatchObject([
      { kind: "withdrawal" },
    ]);
    const words = "Des fois la nuit, on a peur de rentrer dans le hall.";
    expect(compareEdit(words, "").corrections).toMatchObject([{ kind: "withdrawal" }]);
    const other = sentCopy({ ownTurns: new Set(["s01.14"]) });
    expect(compareEdit(quote, "", other).corrections).toMatchObject([{ kind: "major" }]);
    expect(compareEdit("« toute la journée » (s01.14)", "longtemps", other).corrections).toMatchObject([
      { kind: "major" },
    ]);
  });

  it("is on the last words of the last section too", () => {
    const { corrections } = compareEdit(
      "C’est ce qui fait rester.\n",
      "C’est ce qui fait rester.{>>oui<<}\n",
    );
    expect(corrections).toMatchObject([{ section: "lien", comment: "oui" }]);
  });
});

describe("sections", () => {
  const lien =
    "## Le lien avec les jeunes {#lien}\n\nLe lien tient, malgré tout. C’est ce qui fait rester.\n";

  it("taken out are one correction with all their words", () => {
    const { corrections } = compareEdit(lien, "");
    expect(corrections).toEqual([
      {
        section: "lien",
        start: 0,
        end: lien.length - 1,
        before: lien.trim(),
        after: "",
        kind: "major",
        isProposed: true,
        comment: "",
      },
    ]);
  });

  it("are known by their id, else their title, else their words", () => {
    expect(compareEdit("## Le lien avec les jeunes {#lien}", "## Ce lien {#lien}").corrections).toMatchObject(
      [{ section: "lien", before: "Le lien avec les jeunes", after: "Ce lien" }],
    );
    expect(
      compareEdit("## Le lien avec les jeunes {#lien}", "## Le lien avec les jeunes").corrections,
    ).toEqual([]);
    expect(compareEdit("## Le lien avec les jeunes {#lien}", "## Avec eux").corrections).toMatchObject([
      { section: "lien", before: "Le lien avec les jeunes", after: "Avec eux" },
    ]);
  });

  it("are none when nothing of the copy is left", () => {
    const copy = sentCopy();
    expect(compareReturn(copy, openMarkdown("Merci, c’est bien.", "r01-P03.md").read(copy))).toMatchObject({
      found: 0,
    });
  });

  it("under an unknown heading are part of the one before", () => {
    const { corrections, loss } = compareEdit(
      lien,
      `${lien}\n## Et moi\n\nJe pense autrement, et je le dis{>>ajout : voilà<<}.\n`,
    );
    expect(loss).toEqual([]);
    expect(corrections).toMatchObject([
      { section: "lien", before: "", kind: "addition", isProposed: false, comment: "voilà" },
    ]);
    expect(corrections[0]?.after).toMatch(/^\n\n## Et moi\n\nJe pense autrement/);
  });

  it("under a heading that cannot be one lose no word", () => {
    const { corrections } = compareEdit(lien, `${lien}\n## !!!\n\nEncore un mot à dire.\n`);
    expect(corrections).toMatchObject([{ section: "lien", after: "\n\n## !!!\n\nEncore un mot à dire." }]);
  });

  it("sent twice over are read once, the second as words put in", () => {
    const { corrections } = compareEdit(lien, `${lien}\n${lien}`);
    expect(corrections).toMatchObject([{ section: "lien", before: "", kind: "addition" }]);
  });

  it("in another order are said to be moved, and still compared", () => {
    const { corrections, loss } = compare((file) => {
      const body = file.replace(lien, "").trimEnd();
      const moved = lien.replace("malgré tout", "malgré ça");
      return body.replace(
        "## L’institution {#institution}",
        () => `${moved}\n## L’institution {#institution}`,
      );
    });
    expect(loss).toHaveLength(1);
    expect(loss[0]?.place).toMatch(/^moved\/(?:lien|institution)$/);
    expect(corrections).toMatchObject([{ section: "lien", before: "tout", after: "ça" }]);
  });
});

describe("the loss", () => {
  it.each([
    ["the letter", "Bonjour,", "Bonjour à vous,", { place: "letter", words: "{++à vous++}" }],
    ["the letter, words taken out", "Bonjour,\n\n", "", { place: "letter", words: "{--Bonjour,--}" }],
    [
      "the presentation",
      "*Retour r01.*",
      "*Retour r01, vu.*",
      { place: "presentation", words: "{++, vu++}" },
    ],
    [
      "the title",
      "# Questions de réseau",
      "# Des questions",
      { place: "presentation", words: "{~~Questions de réseau~>Des questions~~}" },
    ],
    [
      "a comment on the title",
      "*Retour r01.*",
      "*Retour r01.*{>>bravo<<}",
      { place: "presentation", words: "{>>bravo<<}" },
    ],
    ["a comment in the letter", "Bonjour,", "Bonjour,{>>merci<<}", { place: "letter", words: "{>>merci<<}" }],
    [
      "the front matter",
      "edition: r01\n",
      "edition: r01\nnote: pour Claire\n",
      { place: "front-matter", words: "note: pour Claire" },
    ],
    [
      "words before the first section",
      "## La peur",
      "## Avant tout\n\nUn mot.\n\n## La peur",
      { place: "presentation", words: "{++## Avant tout\n\nUn mot.++}" },
    ],
  ])("holds what was changed in %s", (_, from, to, expected) => {
    expect(compareEdit(from, to)).toMatchObject({ corrections: [], loss: [expected] });
  });

  it("holds paragraphs that were split or joined", () => {
    expect(compareEdit("ordinaire. Elle", "ordinaire.\n\nElle").loss).toMatchObject([
      { place: "layout/peur" },
    ]);
  });

  it("would hold any words the corrections leave out", () => {
    const text = textOf("lien");
    const lienId = sections[2]?.id;
    if (lienId === undefined) throw new Error("no third section");
    expect(remainder(lienId, text, text)).toEqual([]);
    expect(remainder(lienId, text, `${text}\n\nOublié.`)).toEqual([
      { place: "layout/lien", words: "Oublié." },
    ]);
  });
});

describe("marks that do not close", () => {
  it("are said with their line, and their words are not lost", () => {
    const copy = sentCopy();
    const file = fileOf(copy).replace("une peur ordinaire", "une peur {++très ordinaire");
    const read = openMarkdown(file, "r01-P03.md").read(copy);
    expect(read.diagnostics).toMatchObject([
      {
        code: "return.mark-unclosed",
        params: { mark: "{++" },
        place: { file: "r01-P03.md", line: 28, column: 27 },
      },
    ]);
    expect(compareReturn(copy, read).corrections).toMatchObject([{ after: " {++très" }]);
  });
});

describe("the law", () => {
  it("holds: all corrections of a return applied to what was sent give what came back", () => {
    fc.assert(
      fc.property(section, section, edits, edits, (one, other, list, more) => {
        const content = readFrozen(
          `${one}\n\n${other.replace("## La peur {#peur}", "## Le lien {#lien}")}\n`,
        );
        const copy = sentCopy({ content });
        const [a, b] = [
          editText(content.sections[0]?.text ?? "", list),
          editText(content.sections[1]?.text ?? "", more),
        ];
        const sent = fileOf(copy);
        const file = sent.slice(0, sent.indexOf("## La peur")) + `${a}\n\n${b}\n`;
        const { corrections, loss } = compareReturn(copy, openMarkdown(file, "r01-P03.md").read(copy));
        for (const [index, back] of [a, b].entries()) {
          const { id, text } = content.sections[index] ?? { id: "", text: "" };
          const here = corrections.flatMap(({ start, end, ...each }) =>
            each.section === id && start !== null && end !== null ? [{ ...each, start, end }] : [],
          );
          const applied = splice(text, here);
          if (!sameWords(applied, back)) expect({ applied, corrections }).toEqual({ applied: back });
          for (const each of here) expect(text.slice(each.start, each.end)).toBe(each.before);
        }
        for (const { place } of loss) expect(place).toMatch(/^layout\//);
      }),
      { numRuns: 700 },
    );
  });
});
