// No speaker is swallowed by another, and no word is taken for a name, whatever the label: what is
// read otherwise than as its form says is said.
import { describe, expect, it } from "vitest";
import { html } from "../../src/transcript/formats/html.ts";
import { otranscribe } from "../../src/transcript/formats/otranscribe.ts";
import { srt } from "../../src/transcript/formats/srt.ts";
import { text } from "../../src/transcript/formats/text.ts";
import { vtt } from "../../src/transcript/formats/vtt.ts";
import type { Hints, TextFormat } from "../../src/transcript/reading.ts";

const clock = (second: number): string => `00:00:${String(second).padStart(2, "0")}`;
const paragraphs = (lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join("");
const captions = (lines: readonly string[], mark: string): string =>
  lines.map((line, index) => `${clock(index)}${mark}000 --> ${clock(index)}${mark}900\n${line}\n`).join("\n");

const forms: readonly [string, TextFormat, (lines: readonly string[]) => string][] = [
  ["a text", text, (lines) => lines.join("\n")],
  ["a text with blank lines", text, (lines) => lines.join("\n\n")],
  ["a document", html, (lines) => `<html><body>${paragraphs(lines)}</body></html>`],
  ["SubRip", srt, (lines) => captions(lines, ",")],
  ["WebVTT", vtt, (lines) => `WEBVTT\n\n${captions(lines, ".")}`],
  ["oTranscribe", otranscribe, (lines) => JSON.stringify({ text: paragraphs(lines), media: "m" })],
];

function read(format: TextFormat, source: string, known: readonly string[] = []) {
  const hints: Hints = { file: "f", isKnown: (label) => known.includes(label), language: "fr" };
  const { cues, diagnostics } = format.read(source, hints);
  return {
    turns: cues.map(({ label, words }) => `${label ?? "–"}|${words.replaceAll("\n\n", "\n")}`),
    codes: diagnostics.map(({ code, place }) => `${code.slice(7)} ${String(place?.line)}`),
  };
}

const inText = (...lines: string[]) => read(text, lines.join("\n"));
const inDocument = (...lines: string[]) => read(html, `<html><body>${paragraphs(lines)}</body></html>`);

describe.each(forms)("in %s", (_, format, write) => {
  it.each([
    "Nadia (P01)",
    "Nadia [P01]",
    "(Nadia)",
    "Nadia Ben Ali",
    "Ben",
    "Me Dupont",
    "Si Mohamed",
    "Tu Anh",
    "M'hamed",
    "M’Barek",
    "Moi",
    "Elle",
    "nadia",
    "Nadia, 34 ans",
    "Enquêté·e",
    "Participant·e 3",
    "Enquêté n°2",
    "Nadia ?",
    "A/B",
    "Nadia + Karim",
    "Marie et Jean",
    "La dame de la maison du coin",
    "Mme X…",
    "+33 6 12 34 56 78",
    "😀",
    "نادية",
  ])("%s is heard where she answers", (label) => {
    const lines = ["Enquêteur : un", `${label} : deux`, "Enquêteur : trois", `${label} : quatre`];
    const name = label.replace(/^\((.*)\)$/, "$1");
    expect(read(format, write(lines)).turns).toEqual([
      "Enquêteur|un",
      `${name}|deux`,
      "Enquêteur|trois",
      `${name}|quatre`,
    ]);
  });

  it("characters that are not seen are not of a name", () => {
    const lines = ["Zoé : un", "Na\u00ADdia : deux", "Zoé : trois", "\u200BNadia : quatre"];
    expect(read(format, write(lines)).turns[3]).toBe("Nadia|quatre");
    expect(read(format, write(lines)).turns[1]).toBe("Nadia|deux");
  });

  it("known people are heard whatever the case, and what stands between parentheses", () => {
    const lines = [
      "Zoé : un",
      "nadia (la voisine) : deux",
      "Zoé : trois",
      "dame (P01) : quatre",
      "nadia, 34 ans : oui",
    ];
    expect(read(format, write(lines), ["nadia", "p01"]).turns).toEqual([
      "Zoé|un",
      "nadia (la voisine)|deux",
      "Zoé|trois",
      "dame (P01)|quatre",
      "nadia, 34 ans|oui",
    ]);
  });

  it("words that begin alike twice, far from the start, make nobody speak", () => {
    for (const stray of ["Objectif : tenir.", "[Chien] ouah"]) {
      const lines = Array.from({ length: 40 }, (_each, index) =>
        index === 20 || index === 25 ? stray : `et voilà la phrase ${String(index)}.`,
      );
      const { turns, codes } = read(format, write(lines));
      expect(turns.filter((turn) => !turn.startsWith("–|"))).toEqual([]);
      expect(turns.join("\n").split(stray)).toHaveLength(3);
      expect(codes).toEqual([expect.stringMatching(/^label-unread/)]);
    }
  });

  it("two labels unlike names are heard among paragraphs without one", () => {
    const lines = ["Enquêté·e : a", "b", "c", "Zoé (P02) : d", "e", "Enquêté·e : f", "g", "Zoé (P02) : h"];
    const labels = read(format, write(lines)).turns.map((turn) => turn.split("|")[0]);
    expect(
      labels.filter((label) => label !== "–").filter((label, index, all) => label !== all[index - 1]),
    ).toEqual(["Enquêté·e", "Zoé (P02)", "Enquêté·e", "Zoé (P02)"]);
  });

  it("what is said again between two people is no third", () => {
    const lines = [
      "Enq : a",
      "Zoé : b",
      "le problème : c’est ça",
      "Enq : c",
      "Zoé : d",
      "le problème : voilà",
      "Enq : e",
    ];
    const { turns, codes } = read(format, write(lines));
    expect(turns.filter((turn) => !/^(?:Enq|Zoé|–)\|/.test(turn))).toEqual([]);
    expect(codes).toEqual([expect.stringMatching(/^label-unread/)]);
  });

  it("what comes back before a colon and is read as words is said, once", () => {
    const lines = [
      "Léa : a",
      "le chef dit : tais-toi",
      "Ali : b",
      "Léa : c",
      "le chef dit : pars",
      "Ali : d",
    ];
    const { turns, codes } = read(format, write(lines));
    expect(turns.join("\n")).toContain("le chef dit : tais-toi");
    expect(codes).toEqual([expect.stringMatching(/^label-unread/)]);
  });

  it("numbered questions are of nobody who is named", () => {
    const lines = ["Nadia : bon", "Question 1 : et ?", "Nadia : oui", "Question 2 : et là ?", "Nadia : non"];
    const { turns, codes } = read(format, write(lines));
    expect(turns).toEqual([
      "Nadia|bon",
      "–|Question 1 : et ?",
      "Nadia|oui",
      "–|Question 2 : et là ?",
      "Nadia|non",
    ]);
    expect(codes).toEqual([expect.stringMatching(/^label-unread/)]);
  });

  it("what nothing follows before the next name keeps its words", () => {
    const { turns, codes } = read(
      format,
      write(["Marie : a", "Jean : b", "Le logement :", "Jean : c", "Marie : d"]),
    );
    expect(turns.join("\n")).toContain("Le logement :");
    expect(codes).toEqual([expect.stringMatching(/^label-once/)]);
  });

  it("a person who is named and says nothing is said, and no words of another", () => {
    const { turns, codes } = read(format, write(["Marie : a", "Jean : b", "Marie :", "Jean : c"]));
    expect(turns.join("\n")).not.toContain("Marie :");
    expect(codes).toEqual([expect.stringMatching(/^turn-empty/)]);
  });
});

describe("a text", () => {
  it("says the first twenty starts of line that are read as words, and counts the others", () => {
    const starts = Array.from(
      { length: 24 },
      (_, index) => `le chef dit ${String.fromCharCode(97 + index)}x : non`,
    );
    const { codes } = inText("Léa : a", "Ali : b", ...starts, "Léa : a", "Ali : b", ...starts);
    expect(codes.filter((code) => code.startsWith("label-unread"))).toHaveLength(20);
    expect(codes.at(-1)).toBe("more-like-these undefined");
  });

  it("keeps a title in capitals that nothing follows", () => {
    const part = ["NADIA", "Oui.", "", "KARIM", "Non.", "", "PARTIE DEUX", ""];
    expect(inText(...part, ...part).turns).toEqual([
      "NADIA|Oui.",
      "KARIM|Non.\nPARTIE DEUX",
      "NADIA|Oui.",
      "KARIM|Non.\nPARTIE DEUX",
    ]);
    expect(inText(...part, ...part).codes).toEqual(["label-once 7"]);
  });

  it("has a name on a line of its own above the words", () => {
    expect(inText("Marie :", "a", "Jean :", "b", "Marie :", "c", "Jean :", "d").turns).toEqual([
      "Marie|a",
      "Jean|b",
      "Marie|c",
      "Jean|d",
    ]);
  });

  it("hears a speaker before another sign than the colon of the others", () => {
    const told = [
      "Enq : a",
      "Nadia : b",
      "Enq : z",
      "Nadia : y",
      "Enq – c",
      "Nadia - d",
      "Enq > e",
      "Nadia\tf",
      "On part – enfin",
    ];
    const turns = [
      "Enq|a",
      "Nadia|b",
      "Enq|z",
      "Nadia|y",
      "Enq|c",
      "Nadia|d",
      "Enq|e",
      "Nadia|f\nOn part – enfin",
    ];
    expect(inText(...told).turns).toEqual(turns);
    expect(inDocument(...told.map((line) => `<pre>${line.replaceAll(">", "&gt;")}</pre>`)).turns).toEqual(
      turns,
    );
  });

  it("has no colon that nobody wrote", () => {
    for (const reader of [inText, inDocument])
      expect(reader("Nadia : oui\tnon", "Karim : b", "Nadia : c", "Karim : d").turns[0]).toBe(
        "Nadia|oui non",
      );
  });
});

describe("a document", () => {
  it("has words in bold letters among names before colons", () => {
    const told = ["Enq : a", "Nadia : b", "<b>Le plus dur</b> c’est le froid"];
    for (const lines of [told, told.map((line) => line.replace(/^(\w+ :)/, "<b>$1</b>"))])
      expect(inDocument(...lines, ...lines).turns.slice(0, 3)).toEqual([
        "Enq|a",
        "Nadia|b\nLe plus dur c’est le froid",
        "Enq|a",
      ]);
  });

  it("has an answer that is a time, where names have none", () => {
    for (const answer of ["3 min", "14:30"])
      expect(
        inDocument("<b>Enq</b> Quand ?", `<b>Nadia</b> ${answer}`, "<b>Enq</b> Ah", "<b>Nadia</b> oui").turns,
      ).toEqual(["Enq|Quand ?", `Nadia|${answer}`, "Enq|Ah", "Nadia|oui"]);
    expect(
      inDocument(
        "<b>Enq</b> 0:03",
        "oui",
        "<b>Nadia</b> 0:09",
        "non",
        "<b>Enq</b> 0:12",
        "<b>Nadia</b> 0:15",
        "ah",
      ),
    ).toEqual({ turns: ["Enq|oui", "Nadia|non", "Nadia|ah"], codes: ["turn-empty undefined"] });
  });
});
