// When words at the start of a line name a speaker, and when they are speech.
import { describe, expect, it } from "vitest";
import { foldLabel, isDiarised, labelReader } from "../../src/transcript/shapes/labels.ts";

const read = (line: string, others: string[] = [], known: string[] = []) =>
  labelReader([line, ...others], (label) => known.includes(label)).read(line)?.label;

const speech = ["on y va, là, tout de suite", "et puis voilà", "non mais bon", "c’est la nuit surtout"];

describe("a name and a colon", () => {
  it("are a speaker when the name starts two lines", () => {
    expect(read("Zoé : oui", ["Zoé : non", ...speech])).toBe("Zoé");
    expect(read("Zoé : oui", ["ZOE: non", ...speech])).toBe("Zoé");
  });

  it("are speech when they are there once, unless the person is known", () => {
    expect(read("Zoé : oui", speech)).toBeUndefined();
    expect(read("Zoé : oui", speech, ["zoe"])).toBe("Zoé");
    expect(labelReader(["Zoé : oui", ...speech], () => false).unread("Zoé : oui")?.count).toBe(1);
    expect(labelReader(["oui", ...speech], () => false).unread("oui")).toBeUndefined();
  });

  it("are a speaker in a file that is all dialogue, even once", () => {
    expect(read("Zoé : oui", ["Ali : non", "Luc : bof"])).toBe("Zoé");
  });

  it.each([
    "Marie-Ève",
    "O’Brien",
    "J. P.",
    "M. Benali",
    "Jean de La Tour",
    "D’Almeida Jean-Luc",
    "Éducatrice 2",
    "SPEAKER_00",
    "Locuteur 3",
    "M. Page",
    "E1",
    "Q",
    "I",
    "La présidente",
  ])("read « %s » as a name", (name) => {
    for (const colon of [":", " :", "\u00A0:", "\u202F:"])
      expect(read(`${name}${colon} oui`, [`${name}${colon} non`, ...speech])).toBe(name);
  });

  it.each([
    "Il m’a dit : tu passes pas",
    "Et là : rien",
    "J’ai dit : non",
    "On m’a répondu : attendez",
    "Attention : ça glisse",
    "il m’a dit : tu passes pas",
    "14:30 c’est l’heure",
    "À 14:30 j’étais là",
    "Https://exemple.org",
    "Le jour où tout le monde est parti : le lundi",
    "Bon, alors : on y va",
    "Marie dit : on y va",
    "Question : on y va ?",
    "Question 2 : on y va ?",
    "Date de la séance : le 12",
    "Franchement : non",
    "Écoutez : non",
    "[rires]",
    "[Musique]",
    "[Téléphone] oui",
  ])("leave « %s » as speech, however often", (line) => {
    expect(read(line, [line, line, ...speech])).toBeUndefined();
  });

  it("are who asks and who answers, when both do, twice each", () => {
    const lines = ["Question : et ?", "Réponse : rien", "Question : bon", "Réponse : oui", ...speech];
    const reader = labelReader(lines, () => false);
    expect(lines.slice(0, 3).map((line) => reader.read(line)?.label)).toEqual([
      "Question",
      "Réponse",
      "Question",
    ]);
    expect(read("Question : et ?", ["Question : bon", "Réponse : oui", ...speech])).toBeUndefined();
  });

  it("read brackets as a name, with or without a colon", () => {
    expect(read("[SPEAKER_01]: oui", speech)).toBe("SPEAKER_01");
    expect(read("[SPEAKER_01] oui", speech)).toBe("SPEAKER_01");
    expect(read("[Zoé] oui", ["[Zoé] non", ...speech])).toBe("Zoé");
    expect(read("[Zoé] oui", speech)).toBeUndefined();
  });

  it("read a known person whatever the form of the name", () => {
    expect(read("la dame du sept : oui", speech, ["la dame du sept"])).toBe("la dame du sept");
  });
});

describe("labels", () => {
  it("that a machine gave name nobody", () => {
    for (const label of ["SPEAKER_00", "speaker 1", "S01", "V12", "Locuteur 2", "Intervenant 3", "SPEAKER_A"])
      expect(isDiarised(label)).toBe(true);
    for (const label of ["Samuel", "Victor", "S. Diallo", "V", "Personne"])
      expect(isDiarised(label)).toBe(false);
  });

  it("are the same whatever the case, accents, spaces and apostrophes", () => {
    expect(foldLabel("D’ALMEIDA\u00A0 Zoé")).toBe(foldLabel("d'almeida zoe"));
  });
});
