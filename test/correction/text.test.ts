// Answers that come as plain text: which of three kinds a file is, told from what it holds.
import { describe, expect, it } from "vitest";
import { layOut } from "../../src/copy/layout.ts";
import { compareReturn, type ComparedReturn } from "../../src/correction/compare-return.ts";
import { textReturn } from "../../src/correction/formats/text.ts";
import { asReturnedText } from "../../src/correction/message/pasted.ts";
import { fileOf, sentCopy } from "./sent.ts";

async function compare(text: string, copy = sentCopy()): Promise<ComparedReturn> {
  return compareReturn(copy, (await textReturn.open(Buffer.from(text), "r01-P03.txt")).read(copy));
}

/** What a word processor writes when it saves a copy as plain text: its paragraphs, a line each. */
function asSeen(between = "\n", { bullet = "•\t", width = Infinity } = {}): string {
  const { letter, content } = sentCopy();
  return [letter, content.presentation, ...content.sections.map(({ text }) => text)]
    .flatMap(layOut)
    .map(({ kind, text }) => (kind === "item" ? bullet : "") + text)
    .flatMap((text) => fold(text, width).join("\n"))
    .join(between);
}

function fold(text: string, width: number): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && last.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}

const long = {
  ...sentCopy(),
  content: {
    presentation: "# Titre",
    sections: sentCopy().content.sections.map((section) => ({
      ...section,
      text: section.text.replace("Les professionnels", `Les professionnels${" et d’autres gens".repeat(8)}`),
    })),
  },
};

describe("a plain text", () => {
  it("is the Markdown copy under another name", async () => {
    const { corrections } = await compare(fileOf(sentCopy()).replace("ordinaire", "{~~ordinaire~>banale~~}"));
    expect(corrections).toMatchObject([{ section: "peur", before: "ordinaire", after: "banale" }]);
    const bare = fileOf(sentCopy()).replace(/^---[\s\S]*?---\n/, "");
    expect((await compare(bare)).corrections).toEqual([]);
  });

  it.each([
    ["a line for each paragraph", "\n", {}],
    ["blank lines between paragraphs", "\n\n", {}],
    ["line ends of Windows", "\r\n", {}],
    ["bullets of LibreOffice", "\n", { bullet: "• " }],
    ["dashes as bullets", "\n", { bullet: "- " }],
  ])("is a copy saved as text, with %s", async (_, between, options) => {
    const text = asSeen(between, options);
    const same = await compare(text);
    expect(same.corrections).toEqual([]);
    expect(same.found).toBe(3);
    const changed = await compare(text.replace("une peur ordinaire", "une peur de chaque soir"));
    expect(changed.corrections).toMatchObject([
      { section: "peur", before: "ordinaire", after: "de chaque soir" },
    ]);
  });

  it("is a copy saved as text from a Word file, with what that writes before the person's own words", async () => {
    const text = asSeen().replace("Des fois la nuit", "Vos paroles\u202F: Des fois la nuit");
    const { corrections, loss } = await compare(text);
    expect([corrections, loss]).toEqual([[], []]);
  });

  it("is a copy saved as text, its lines folded", () => {
    const text =
      "Les professionnels" +
      " et d’autres gens".repeat(8) +
      " se disent seuls. L’encadrement l’ignore peut-être.";
    const { blocks } = asReturnedText(
      ["L’institution", ...fold(text, 60), "", "La suite", "- au travail", "- à la", "maison"],
      long,
    );
    expect(blocks.map((block) => block.text)).toEqual([
      "L’institution",
      text,
      "La suite",
      "au travail",
      "à la maison",
    ]);
  });

  it("keeps the calls of notes", () => {
    const copy = sentCopy();
    const noted = { ...copy, letter: "Un[^a] mot.\n\n[^a]: La note." };
    const { blocks } = asReturnedText(["Un[1] mot.", "[1] La note."], noted);
    expect(blocks).toEqual([{ text: "Un\uFFFC mot." }, { text: "La note.", note: 0 }]);
  });

  it("is a message that answers in line", async () => {
    const { corrections, loss } = await compare("> Le lien tient, malgré tout.\n\nPas toujours.\n");
    expect(corrections).toMatchObject([
      {
        section: "lien",
        before: "Le lien tient, malgré tout.",
        after: "Le lien tient, malgré tout.",
        comment: "Pas toujours.",
        isProposed: true,
      },
    ]);
    expect(loss).toEqual([]);
  });

  it("is words to be placed, when they quote nothing", async () => {
    const { corrections, loss } = await compare("Pour moi c’est bon, mais pas la fin.");
    expect(corrections).toEqual([]);
    expect(loss).toEqual([{ place: "remark", words: "Pour moi c’est bon, mais pas la fin." }]);
  });

  it("names its copy by the letter it holds", async () => {
    const identity = async (text: string) =>
      (await textReturn.open(Buffer.from(text), "a.txt")).identity.copy;
    expect(await identity("Cet exemplaire est le vôtre (r01-P03) : gardez-le.")).toBe("r01-P03");
    expect(await identity("r01-P03 ou r01-P05")).toBeUndefined();
    expect(await identity("xr01-P03x")).toBeUndefined();
  });

  it("is read in old encodings", async () => {
    const opened = await textReturn.open(
      Buffer.from("> Le lien tient, malgr\xe9 tout.\n\nC\x92est vrai l\x92\xe9t\xe9.", "latin1"),
      "a.txt",
    );
    const { sections } = opened.read(sentCopy());
    expect(sections[2]?.comments).toMatchObject([{ words: "C’est vrai l’été." }]);
  });
});
