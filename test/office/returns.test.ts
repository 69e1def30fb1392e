// A participant writes in a copy with a real LibreOffice and sends it back: `receive` finds exactly
// what was asked. What is expected is written from the steps.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foldTypography } from "../../src/wording/fold.ts";
import { builtStudy, type Loop } from "../correction/study.ts";
import { Office, type Step } from "./driver.ts";

const sections = `## La peur au travail {#peur}

### Ce qui a été dit

> Des fois la nuit, on a peur de rentrer dans le hall.
>
> — éducatrice de prévention (s01.2)

> Moi je coupe la lumière et j’attends.
>
> — gardien d’immeuble (s01.3)

### Analyse

Le groupe décrit une peur ordinaire. Elle dure toute la journée, parfois la nuit.

Chacun fait avec ce qu’il a, et **personne ne se plaint**. On s’habitue vite.

### Accords et désaccords

## L’institution {#institution}

Les professionnels se disent seuls.

## Se taire {#silence}

On n’en parle pas à l’école[^1]. Le silence protège les enfants.

[^1]: Une enseignante le disait déjà en janvier.

- se taire devant les élèves
- en parler entre collègues
- attendre que cela passe

| Lieu | Ce qui se dit |
|---|---|
| l’école | presque rien |
| le hall | tout bas |
| la rue | des mots en l’air |

## Le lien avec les jeunes {#lien}

Le lien tient, malgré tout. C’est ce qui fait rester.

Voir aussi [le site du réseau](https://reseau.example).
`;

interface Asked {
  readonly section: string;
  readonly kind: string;
  /** The words, without Markdown's marks. */
  readonly before: string;
  readonly after: string;
  readonly comment: string;
}

interface Scenario {
  readonly steps: readonly Step[];
  readonly asks?: readonly Asked[];
  readonly loss?: readonly { readonly place: string; readonly words: string }[];
}

const asks = (section: string, kind: string, before: string, after: string, comment = ""): Asked => ({
  section,
  kind,
  before,
  after,
  comment,
});

/** About words that are left as they are. */
const says = (section: string, kind: string, words: string, comment: string): Asked =>
  asks(section, kind, words, words, comment);

const voirAussi = "Voir aussi le site du réseau.";

const untracked: Step = { track: false };

const scenarios: Record<string, Scenario> = {
  "opens the file and saves it again": { steps: [] },
  "replaces one word": {
    steps: [{ replace: "ordinaire", by: "banale" }],
    asks: [asks("peur", "minor", "ordinaire", "banale")],
  },
  "replaces one word without tracking": {
    steps: [untracked, { replace: "ordinaire", by: "banale" }],
    asks: [asks("peur", "minor", "ordinaire", "banale")],
  },
  "adds words in a sentence": {
    steps: [{ insertAfter: "toute la journée", text: " et le soir" }],
    asks: [asks("peur", "minor", "", "et le soir")],
  },
  "takes words out of a sentence": {
    steps: [{ delete: ", malgré tout" }],
    asks: [asks("lien", "minor", ", malgré tout", "")],
  },
  "adds a sentence": {
    steps: [{ insertAfter: "se disent seuls.", text: " Ils ont pourtant une équipe." }],
    asks: [asks("institution", "addition", "", "Ils ont pourtant une équipe.")],
  },
  "takes out a sentence": {
    steps: [{ delete: " On s’habitue vite." }],
    asks: [asks("peur", "major", "On s’habitue vite.", "")],
  },
  "rewrites a sentence": {
    steps: [
      {
        replace: "Les professionnels se disent seuls.",
        by: "Beaucoup d’éducateurs travaillent sans personne à qui parler.",
      },
    ],
    asks: [
      asks(
        "institution",
        "major",
        "Les professionnels se disent seuls",
        "Beaucoup d’éducateurs travaillent sans personne à qui parler",
      ),
    ],
  },
  "rewrites a sentence without tracking": {
    steps: [
      untracked,
      {
        replace: "Les professionnels se disent seuls.",
        by: "Beaucoup d’éducateurs travaillent sans personne à qui parler.",
      },
    ],
    asks: [
      asks(
        "institution",
        "major",
        "Les professionnels se disent seuls",
        "Beaucoup d’éducateurs travaillent sans personne à qui parler",
      ),
    ],
  },
  "replaces words within bold ones": {
    steps: [{ replace: "personne", by: "aucun de nous" }],
    asks: [asks("peur", "major", "personne", "aucun de nous")],
  },
  "changes words in two sections": {
    steps: [
      { replace: "ordinaire", by: "banale" },
      { replace: "rester", by: "tenir" },
    ],
    asks: [asks("peur", "minor", "ordinaire", "banale"), asks("lien", "minor", "rester", "tenir")],
  },
  "changes some words with tracking and some without": {
    steps: [{ replace: "ordinaire", by: "banale" }, untracked, { replace: "rester", by: "tenir" }],
    asks: [asks("peur", "minor", "ordinaire", "banale"), asks("lien", "minor", "rester", "tenir")],
  },
  "lets two people write in one file": {
    steps: [
      { author: "Une Personne" },
      { replace: "ordinaire", by: "banale" },
      { author: "Une Autre" },
      { replace: "rester", by: "tenir" },
    ],
    asks: [asks("peur", "minor", "ordinaire", "banale"), asks("lien", "minor", "rester", "tenir")],
  },
  "accepts a change of their own before sending": {
    steps: [{ replace: "ordinaire", by: "banale" }, { accept: "banale" }, { accept: "ordinaire" }],
    asks: [asks("peur", "minor", "ordinaire", "banale")],
  },
  "takes back a change of their own before sending": {
    steps: [{ delete: "ordinaire" }, { replace: "rester", by: "tenir" }, { reject: "ordinaire" }],
    asks: [asks("lien", "minor", "rester", "tenir")],
  },
  "adds a paragraph": {
    steps: [{ addParagraph: "Il y a aussi la fatigue.", after: "Chacun fait" }],
    asks: [asks("peur", "addition", "", "Il y a aussi la fatigue.")],
  },
  "adds a paragraph without tracking": {
    steps: [untracked, { addParagraph: "Il y a aussi la fatigue.", after: "Chacun fait" }],
    asks: [asks("peur", "addition", "", "Il y a aussi la fatigue.")],
  },
  "writes under a title that had nothing": {
    steps: [{ addParagraph: "Nous ne sommes pas tous du même avis.", after: "Accords et désaccords" }],
    asks: [asks("peur", "addition", "", "Nous ne sommes pas tous du même avis.")],
  },
  "deletes a paragraph": {
    steps: [{ deleteParagraph: "Voir aussi" }],
    asks: [asks("lien", "major", "Voir aussi le site du réseau.", "")],
  },
  "deletes a paragraph without tracking": {
    steps: [untracked, { deleteParagraph: "Chacun fait" }],
    asks: [
      asks("peur", "major", "Chacun fait avec ce qu’il a, et personne ne se plaint. On s’habitue vite.", ""),
    ],
  },
  "splits a paragraph": {
    steps: [{ splitBefore: "Elle dure" }],
    loss: [
      {
        place: "layout/peur",
        words: "Le groupe décrit une peur ordinaire. Elle dure toute la journée, parfois la nuit.",
      },
    ],
  },
  "joins two paragraphs": {
    steps: [{ insertAfter: "parfois la nuit.", text: " " }, { joinWithNext: "parfois la nuit" }],
    loss: [
      {
        place: "layout/peur",
        words:
          "Le groupe décrit une peur ordinaire. Elle dure toute la journée, parfois la nuit. Chacun fait avec ce qu’il a, et **personne ne se plaint**. On s’habitue vite.",
      },
    ],
  },
  "splits a paragraph without tracking": {
    steps: [untracked, { splitBefore: "Elle dure" }],
    loss: [
      {
        place: "layout/peur",
        words: "Le groupe décrit une peur ordinaire. Elle dure toute la journée, parfois la nuit.",
      },
    ],
  },
  "moves a paragraph": {
    steps: [{ moveParagraph: "Voir aussi", before: "Le lien tient" }],
    asks: [asks("lien", "addition", "", voirAussi), asks("lien", "major", voirAussi, "")],
  },
  "moves a paragraph without tracking": {
    steps: [untracked, { moveParagraph: "Voir aussi", before: "Le lien tient" }],
    asks: [asks("lien", "addition", "", voirAussi), asks("lien", "major", voirAussi, "")],
  },
  "moves a section": {
    steps: [{ moveSection: "La peur au travail", before: "Le lien avec" }],
    loss: [{ place: "moved/peur", words: "La peur au travail" }],
  },
  "moves a section without tracking": {
    steps: [untracked, { moveSection: "La peur au travail", before: "Le lien avec" }],
    loss: [{ place: "moved/peur", words: "La peur au travail" }],
  },
  "changes a word in a section and moves it": {
    steps: [
      { replace: "ordinaire", by: "banale" },
      { moveSection: "La peur au travail", before: "Le lien avec" },
    ],
    asks: [asks("peur", "minor", "ordinaire", "banale")],
    loss: [{ place: "moved/peur", words: "La peur au travail" }],
  },
  "makes words bold": { steps: [{ bold: "ordinaire" }] },
  "makes words bold without tracking": { steps: [untracked, { bold: "ordinaire" }] },
  "comments on words": {
    steps: [{ comment: "Pas pour tout le monde.", on: "peur ordinaire" }],
    asks: [says("peur", "nuance", "peur ordinaire", "Pas pour tout le monde.")],
  },
  "says what kind of remark it is": {
    steps: [{ comment: "désaccord : ce n’est pas ce que j’ai dit", on: "Le silence protège" }],
    asks: [says("silence", "disagreement", "Le silence protège", "ce n’est pas ce que j’ai dit")],
  },
  "says that words are to be kept": {
    steps: [{ comment: "à garder", on: "C’est ce qui fait rester." }],
    asks: [says("lien", "strength", "C’est ce qui fait rester.", "à garder")],
  },
  "comments on words of two paragraphs": {
    steps: [{ comment: "Il manque un lien.", on: "parfois la nuit", to: "Chacun fait" }],
    asks: [says("peur", "nuance", "parfois la nuit. Chacun fait", "Il manque un lien.")],
  },
  "comments on words that they change": {
    steps: [
      { replace: "ordinaire", by: "banale" },
      { comment: "nuance : de tous les jours", on: "banale" },
    ],
    asks: [asks("peur", "nuance", "ordinaire", "banale", "de tous les jours")],
  },
  "settles their own comment": {
    steps: [
      { comment: "Pas pour tout le monde.", on: "peur ordinaire" },
      { resolve: "Pas pour tout le monde." },
    ],
    asks: [says("peur", "nuance", "peur ordinaire", "Pas pour tout le monde.")],
  },
  "makes two comments": {
    steps: [
      { comment: "Un.", on: "toute la journée" },
      { comment: "Deux.", on: "malgré tout" },
    ],
    asks: [says("peur", "nuance", "toute la journée", "Un."), says("lien", "nuance", "malgré tout", "Deux.")],
  },
  "comments on a title": {
    steps: [{ comment: "Un autre mot ?", on: "Se taire" }],
    asks: [says("silence", "nuance", "Se taire", "Un autre mot ?")],
  },
  "takes out their own quote": {
    steps: [{ deleteParagraph: "Des fois la nuit" }],
    asks: [asks("peur", "withdrawal", "Des fois la nuit, on a peur de rentrer dans le hall.", "")],
  },
  "corrects their own quote": {
    steps: [{ replace: "Des fois", by: "Souvent" }],
    asks: [asks("peur", "nuance", "Des fois", "Souvent")],
  },
  "deletes an item": {
    steps: [{ deleteParagraph: "en parler entre collègues" }],
    asks: [asks("silence", "major", "en parler entre collègues", "")],
  },
  "adds an item": {
    steps: [{ addParagraph: "en rire parfois", after: "se taire devant les élèves" }],
    asks: [asks("silence", "addition", "", "en rire parfois")],
  },
  "changes an item": {
    steps: [{ replace: "collègues", by: "amis" }],
    asks: [asks("silence", "minor", "collègues", "amis")],
  },
  "deletes a row": {
    steps: [{ deleteRow: "tout bas" }],
    asks: [asks("silence", "major", "le hall tout bas", "")],
  },
  "adds a row": {
    steps: [{ insertRow: ["la cour", "en criant"], after: "tout bas" }],
    asks: [asks("silence", "addition", "", "la cour en criant")],
  },
  "changes a cell": {
    steps: [{ replace: "presque rien", by: "rien" }],
    asks: [asks("silence", "nuance", "presque", "")],
  },
  "changes a note": {
    steps: [{ replace: "janvier", by: "février" }],
    asks: [asks("silence", "minor", "janvier", "février")],
  },
  "renames a section": {
    steps: [{ replace: "L’institution", by: "Nos employeurs" }],
    asks: [asks("institution", "minor", "L’institution", "Nos employeurs")],
  },
  "renames a section without tracking": {
    steps: [untracked, { replace: "Se taire", by: "Le silence" }],
    asks: [asks("silence", "minor", "Se taire", "Le silence")],
  },
  "deletes a section": {
    steps: [{ deleteSection: "L’institution" }],
    asks: [
      asks("institution", "major", "L’institution {#institution} Les professionnels se disent seuls.", ""),
    ],
  },
  "changes words of a link": {
    steps: [{ replace: "le site", by: "la page" }],
    asks: [asks("lien", "minor", "le site", "la page")],
  },
  "writes in the letter": {
    steps: [{ replace: "Bonjour", by: "Bonsoir" }],
    loss: [{ place: "letter", words: "{~~Bonjour~>Bonsoir~~}" }],
  },
  "writes in the header of pages": {
    steps: [untracked, { writeInHeader: "Je ne suis pas d’accord avec tout." }],
    loss: [{ place: "header", words: "Je ne suis pas d’accord avec tout." }],
  },
  "replaces words from plain to bold ones": {
    steps: [{ replace: "et personne", by: "mais aucun" }],
    asks: [asks("peur", "major", "et personne", "mais aucun")],
  },
  "renames a section and rewrites all of it": {
    steps: [
      { replace: "L’institution", by: "Le métier" },
      {
        replace: "Les professionnels se disent seuls.",
        by: "Beaucoup d’éducateurs travaillent sans personne à qui parler.",
      },
    ],
    asks: [
      asks("institution", "minor", "L’institution", "Le métier"),
      asks(
        "institution",
        "major",
        "Les professionnels se disent seuls",
        "Beaucoup d’éducateurs travaillent sans personne à qui parler",
      ),
    ],
  },
};

let office: Office;
let loop: Loop;

beforeAll(async () => {
  office = await Office.start();
  loop = await builtStudy();
  const built = loop.read("retours/g1.md");
  loop.write("retours/g1.md", built.slice(0, built.indexOf("\n## ") + 1) + sections);
  await loop.run(["send", "--group", "g1", "--to", "P01", "--format", "docx,odt"]);
  mkdirSync(join(loop.folder, "back"));
});

afterAll(() => office.stop());

interface ReceivedJson {
  returns: {
    copy: string;
    corrections: (Asked & { id: string })[];
    loss: { place: string; words: string }[];
  }[];
}

/** Words as they are read: without Markdown's marks, on one line, their typography aside. */
const bare = (text: string): string =>
  foldTypography(
    text
      .replace(/^\s*(?:[-*>]|#+)(?=\s|$)/gm, " ")
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replaceAll("|", " ")
      .replaceAll("**", ""),
  );

/** What a return asks for and what found no place, in words. */
const asRead = (asked: readonly Asked[], loss: Scenario["loss"] = []): object => ({
  asks: asked.map(({ section, kind, before, after, comment }) =>
    asks(section, kind, bare(before), bare(after), bare(comment)),
  ),
  loss: loss.map(({ place, words }) => ({ place, words: bare(words) })),
});

type Format = "odt" | "docx";

const ways: [Format, Format][] = [
  ["odt", "odt"],
  ["docx", "docx"],
  ["odt", "docx"],
  ["docx", "odt"],
];

describe.each(ways)("the %s copy, saved as %s by someone who", (format, saveAs) => {
  const isFound = async ({ steps, asks: asked = [], loss }: Scenario): Promise<void> => {
    const copy = readFileSync(join(loop.folder, `copies/r01/P01.${format}`));
    const file = `back/r01-P01.${saveAs}`;
    writeFileSync(join(loop.folder, file), await office.edit(copy, format, steps, { saveAs }));
    const { returns } = (await loop.json(["receive", file, "--dry-run"])) as ReceivedJson;
    const read = returns.map(({ copy: id, ...found }) => ({ id, ...asRead(found.corrections, found.loss) }));
    expect(read).toEqual([{ id: "r01-P01", ...asRead(asked, loss) }]);
  };

  it.each(Object.entries(scenarios))("%s", (_, scenario) => isFound(scenario));
});
