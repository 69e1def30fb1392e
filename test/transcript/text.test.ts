// Plain text: the ways people have of writing who speaks and when, and what only looks like them.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { html } from "../../src/transcript/formats/html.ts";
import { text } from "../../src/transcript/formats/text.ts";
import type { Reading } from "../../src/transcript/reading.ts";
import { ownTime } from "../own-time.ts";
import { letters, spokenLine } from "./spoken-french.ts";

const hints = { file: "f", isKnown: () => false, language: "fr" as const, isWritten: false };

const escaped = (line: string): string => line.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A document's paragraphs, which nothing but their words tells apart. */
const asDocument = (source: string): string =>
  `<html><body>${source
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => `<p><pre>${escaped(line)}</pre></p>`)
    .join("\n")}</body></html>`;

/** The turns of a text, each as `label|seconds|words`; a document of the same lines says the same. */
function read(...lines: string[]): string[] {
  const source = lines.join("\n");
  const said = ({ cues }: Reading): string[] =>
    cues.map(
      ({ label, startMs, words }) =>
        `${label ?? "–"}|${startMs === null ? "" : String(startMs / 1000)}|${words}`,
    );
  const turns = said(text.read(source, hints));
  const inLines = (turn: string): string => turn.replaceAll("\n\n", "\n");
  if (!source.includes("**"))
    expect(said(html.read(asDocument(source), hints)).map(inLines)).toEqual(turns.map(inLines));
  return turns;
}
const codes = (...lines: string[]) =>
  text.read(lines.join("\n"), hints).diagnostics.map(({ code, place }) => `${code} ${String(place?.line)}`);
const recognised = (...lines: string[]): boolean => text.recognises(lines.join("\n"), hints);

describe("who speaks", () => {
  it("is before a colon, a letter or initials being enough", () => {
    expect(read("Q: Et vous ?", "R: Moi, euh…", "Q : Oui ?", "R : Voilà : rien.")).toEqual([
      "Q||Et vous ?",
      "R||Moi, euh…",
      "Q||Oui ?",
      "R||Voilà : rien.",
    ]);
    expect(read("E1 : bonjour", "M.B. : bonjour", "", "E1 : alors ?", "M.B. : ben.")).toEqual([
      "E1||bonjour",
      "M.B.||bonjour",
      "E1||alors ?",
      "M.B.||ben.",
    ]);
  });

  it("may be marked as Markdown does", () => {
    expect(read("**Léa** : oui, **très**", "**Ali :** non", "**Léa** : bon", "*Ali* : ok")).toEqual([
      "Léa||oui, **très**",
      "Ali||non",
      "Léa||bon",
      "Ali||ok",
    ]);
  });

  it("is in capitals, before the words or above them", () => {
    expect(
      read(
        "MARIE Alors on y va.",
        "JEAN-LUC Oui, oui.",
        "MARIE Et donc la SNCF, bon.",
        "JEAN-LUC À tout à l’heure.",
      ),
    ).toEqual([
      "MARIE||Alors on y va.",
      "JEAN-LUC||Oui, oui.",
      "MARIE||Et donc la SNCF, bon.",
      "JEAN-LUC||À tout à l’heure.",
    ]);
    expect(
      read(
        "ENTRETIEN",
        "",
        "L’ENQUÊTRICE",
        "Vous disiez ?",
        "",
        "MME B.",
        "Que non.",
        "",
        "Vraiment.",
        "",
        "L’ENQUÊTRICE",
        "Ah.",
        "",
        "MME B.",
        "Oui.",
      ),
    ).toEqual([
      "–||ENTRETIEN",
      "L’ENQUÊTRICE||Vous disiez ?",
      "MME B||Que non.\n\nVraiment.",
      "L’ENQUÊTRICE||Ah.",
      "MME B||Oui.",
    ]);
  });

  it("is as assemblies print their debates", () => {
    expect(
      read(
        "Séance du 3 mars",
        "",
        "M. le président. La séance est ouverte.",
        "",
        "Mme Anne Dupont (groupe des Verts). – Merci, monsieur le président. M. Martin le sait.",
        "",
        "Je poursuis. M. Martin nous a quittés. Voilà.",
        "",
        "M. le président. La parole est à M. Martin.",
        "",
        "M. Jean-Paul Martin, rapporteur. – Je serai bref.",
        "",
        "Mme Anne Dupont (groupe des Verts). – Enfin !",
        "",
        "M. Jean-Paul Martin, rapporteur. – Oh !",
      ),
    ).toEqual([
      "–||Séance du 3 mars",
      "M. le président||La séance est ouverte.",
      "Mme Anne Dupont (groupe des Verts)||Merci, monsieur le président. M. Martin le sait.\n\nJe poursuis. M. Martin nous a quittés. Voilà.",
      "M. le président||La parole est à M. Martin.",
      "M. Jean-Paul Martin, rapporteur||Je serai bref.",
      "Mme Anne Dupont (groupe des Verts)||Enfin !",
      "M. Jean-Paul Martin, rapporteur||Oh !",
    ]);
  });

  it("is before a dash, a tab or a full stop that the whole file keeps to", () => {
    for (const mark of [" – ", " - ", ". – ", " — ", "\t", "\t\t"])
      expect(
        read(`Léa${mark}oui.`, `Ali${mark}non – enfin, si.`, `Léa${mark}bon.`, `Ali${mark}voilà.`),
      ).toEqual(["Léa||oui.", "Ali||non – enfin, si.", "Léa||bon.", "Ali||voilà."]);
    expect(read("I. Et alors ?", "B. Alors rien.", "I. Ah.", "B. M. Durand, oui.")).toEqual([
      "I||Et alors ?",
      "B||Alors rien.",
      "I||Ah.",
      "B||M. Durand, oui.",
    ]);
  });

  it("is not said by dashes, which only part the turns", () => {
    expect(read("- Et alors ?", "- Ben, rien – rien du tout.", "Enfin si.", "– Ah.")).toEqual([
      "–||Et alors ?",
      "–||Ben, rien – rien du tout.\nEnfin si.",
      "–||Ah.",
    ]);
    expect(recognised("– Et alors ?", "", "– Rien.", "", "– Ah.")).toBe(true);
  });

  it("stands behind the number of its line, or of its turn", () => {
    const said = ["Léa||oui", "Ali||non", "Léa||bon", "Ali||si"];
    expect(read("1 Léa : oui", "2 Ali : non", "3 Léa : bon", "4 Ali : si")).toEqual(said);
    expect(read("[7] non, rien", "12. Léa : oui", "13. Ali : non", "14. Léa : bon", "15. Ali : si")).toEqual([
      "–||[7] non, rien",
      ...said,
    ]);
    expect(codes("1 Léa : oui", "2 Ali : non", "3 Léa : bon", "4 Ali : si")).toEqual([
      "import.numbers-left undefined",
    ]);
    const wrapped = ["1 Léa : il y avait", "2 trois ans", "3 Ali : non", "4 Léa : si", "5 Ali : ah"];
    expect(read(...wrapped)).toEqual(["Léa||il y avait\ntrois ans", "Ali||non", "Léa||si", "Ali||ah"]);
  });

  it("is not behind numbers that count something else", () => {
    for (const lines of [
      ["1. Objectif : tenir", "2. Public : tous", "3. Lieu : ici", "4. Moyens : aucun"],
      ["1 Léa : oui", "2 Ali : non", "4 Léa : bon", "5 Ali : si"],
      ["1 on était là", "2 et puis", "3 voilà", "4 rien"],
    ])
      expect(read(...lines.flatMap((line) => [line, ""]))).toEqual(lines.map((line) => `–||${line}`));
    const list = ["Léa : il y a", "1 Ali", "2 Zoé", "3 moi", "4 toi", "Ali : oui", "Léa : bon", "Ali : ok"];
    expect(read(...list)[0]).toBe("Léa||il y a\n1 Ali\n2 Zoé\n3 moi\n4 toi");
  });

  it("does not hang on a list inside what is said", () => {
    expect(read("Léa : il y a", "- le bus", "- le tram", "Ali : oui", "Léa : bon", "Ali : ok")).toEqual([
      "Léa||il y a\n- le bus\n- le tram",
      "Ali||oui",
      "Léa||bon",
      "Ali||ok",
    ]);
  });
});

describe("when", () => {
  it("is beside a name and before a colon, even once", () => {
    expect(read("Léa : oui", "Ali : non", "Léa (0:04) : bon", "Ali : ok")[2]).toBe("Léa|4|bon");
  });

  it("is of a name heard once, if others stand so, and of none between times of the day", () => {
    expect(read("Marie (00:03):", "oui", "", "Ali (00:09):", "non", "", "Marie (01:02:03):", "bon")).toEqual([
      "Marie|3|oui",
      "Ali|9|non",
      "Marie|3723|bon",
    ]);
    expect(
      read(
        "Marie 0:03",
        "oui",
        "Ali 0:09",
        "Rendez-vous 14:30",
        "Marie 0:15",
        "bon",
        "Ali 0:20",
        "ok",
        "Marie 0:25",
        "si",
      ),
    ).toEqual(["Marie|3|oui", "Ali|9|Rendez-vous 14:30", "Marie|15|bon", "Ali|20|ok", "Marie|25|si"]);
  });

  it("is beside the name, before or after it", () => {
    const said = ["Marie|3|oui", "Ali|62|non", "Marie|65|bon", "Ali|3661|ok"];
    for (const form of [
      "[00:0T] N : W",
      "00:0T N: W",
      "(0T) N : W",
      "[00:0T] N\nW\n",
      "[00:0T.000 --> 00:0T.500] N: W",
      "N (00:0T) : W",
      "N [00:0T]: W",
      "N : [00:0T] W",
      "N 0T\nW",
      "N  0T\nW\n",
      "N\t0T\nW",
      "N\n0T\nW\n",
      "N (0T)\n\nW\n",
      "00:0T - N\nW\n",
      "0T\nN : W\n",
      "[00:0T]\nN : W",
      "[N] 00:0T\nW\n",
      "00:0T From N to Everyone: W",
    ]) {
      const source = said
        .map((turn) => turn.split("|"))
        .map(([name = "", seconds = "", words = ""]) => {
          const at = Number(seconds);
          const clock = new Date(at * 1000).toISOString().slice(at < 3600 ? 15 : 11, 19);
          const time = at < 3600 ? clock.padStart(4, "0") : clock.slice(1);
          return form
            .replaceAll(at < 3600 ? "00:0T" : "00:0T", at < 3600 ? `00:0${time}` : `0${time}`)
            .replaceAll("0T", at < 3600 ? `0${time}` : time)
            .replace("N", name)
            .replace("W", words);
        });
      expect(read(...source), form).toEqual(said);
    }
  });

  it("may be a range, above the name as Teams had it, or in minutes", () => {
    expect(
      read(
        "0:0:3.590 --> 0:0:5.120",
        "Marie Dupont",
        "oui",
        "0:0:9.0 --> 0:0:12.5",
        "Yann LE GOFF",
        "D’accord",
        "0:0:15.0 --> 0:0:16.5",
        "Marie Dupont",
        "D’accord",
        "0:0:17.0 --> 0:0:19.5",
        "Yann LE GOFF",
        "non",
      ),
    ).toEqual([
      "Marie Dupont|3.59|oui",
      "Yann LE GOFF|9|D’accord",
      "Marie Dupont|15|D’accord",
      "Yann LE GOFF|17|non",
    ]);
    expect(
      read("Marie  3 min 5 s", "oui", "+33 6 00 00 00 00  3 min 9 s", "non", "Marie  1 h 2 min 5 s", "bon"),
    ).toEqual(["Marie|185|oui", "+33 6 00 00 00 00|189|non", "Marie|3725|bon"]);
    expect(read("Zoé (0:03 - 0:05)", "oui", "Ali (0:06 - 0:09)", "non", "Zoé (0:10 - 0:12)", "si")).toEqual([
      "Zoé|3|oui",
      "Ali|6|non",
      "Zoé|10|si",
    ]);
  });

  it("starts another turn of the same person, and is no word", () => {
    expect(
      read(
        "[00:00:03] Léa : oui",
        "[00:00:09] et puis non",
        "[00:00:12] Ali : ah [00:00:14] bon",
        "[00:00:20] Léa : voilà",
        "Ali : ok",
      ),
    ).toEqual(["Léa|3|oui", "Léa|9|et puis non", "Ali|12|ah bon", "Léa|20|voilà", "Ali||ok"]);
    expect(read("[00:00:03] oui", "[00:00:09] non")).toEqual(["–|3|oui", "–|9|non"]);
    expect(recognised("[00:00:03] oui", "[00:00:09] non")).toBe(true);
  });

  it("is not a time of the day, or a word", () => {
    for (const line of [
      "il est 14:30 : on part",
      "14:30, on part",
      "On part à 14:30",
      "Rendez-vous 14:30 à la mairie",
      "Le bus (14:30) est passé",
      "c’était 2:1 pour eux",
    ])
      expect(read(`Léa : bon`, `Ali : ${line}`, line, "Léa : ok", "Ali : oui")).toEqual([
        "Léa||bon",
        `Ali||${line}\n${line}`,
        "Léa||ok",
        "Ali||oui",
      ]);
  });

  it("starts again with a second recording", () => {
    const said = ["Léa 0:03", "oui", "Ali 0:09", "non", "Léa 9:15", "bon"];
    expect(read(...said, ...said)).toHaveLength(6);
    expect(codes(...said, ...said)).toEqual(["import.time-backwards 7"]);
  });

  it("is said when it goes back", () => {
    expect(codes("[00:01:03] Léa : oui", "[00:00:09] Ali : non", "Léa : bon", "Ali : ok")).toEqual([
      "import.time-backwards 2",
    ]);
  });
});

describe("what only looks like a name", () => {
  it.each([
    "Bon : on y va",
    "Question : pourquoi ?",
    "Lui : « tu passes pas »",
    "Résultat : rien",
    "Franchement : non",
    "Date : le 12 mars",
    "https://exemple.org/a",
    "Https://exemple.org/a",
    "Moi – enfin, nous – on reste",
    "OK on y va",
    "M. Durand est venu. Il a parlé.",
    "– le bus",
    "I. Introduction",
    "[rires]",
  ])("stays speech: %s", (line) => {
    const told = [
      "on était là",
      line,
      "et puis voilà",
      line,
      "c’est la nuit surtout",
      "on reste",
      "ça dure",
      "et non",
    ];
    expect(recognised(...told)).toBe(false);
    const dialogue = ["Léa : oui", line, "Ali : non", line, "Léa : bon", "Ali : ok", "Léa : ah", "Ali : si"];
    expect(read(...dialogue)).toEqual([
      `Léa||oui\n${line}`,
      `Ali||non\n${line}`,
      "Léa||bon",
      "Ali||ok",
      "Léa||ah",
      "Ali||si",
    ]);
  });

  it("is said where it is doubtful", () => {
    expect(codes("Léa : oui", "Zoé : non", "rien", "Léa : bon", "et puis", "voilà", "Léa : si")).toEqual([
      "import.label-once 2",
    ]);
    expect(
      codes(
        "MARIE Oui.",
        "",
        "ALI Non.",
        "",
        "MARIE Bon.",
        "",
        "ALI Ok.",
        "",
        "et puis",
        "",
        "SNCF non plus.",
      ),
    ).toEqual(["import.label-once 11"]);
  });

  it("is a speaker when the question has its answer", () => {
    expect(read("Question : quoi ?", "Réponse : rien.", "Question : et ?", "Réponse : voilà.")).toHaveLength(
      4,
    );
  });
});

describe("every word is in a turn, whatever the form", () => {
  const said = spokenLine(["dit :", "(rires)", "SNCF", "–", "M. Durand."]);
  const turns = fc
    .array(fc.record({ voice: fc.nat(2), lines: fc.array(said, { minLength: 1, maxLength: 2 }) }), {
      maxLength: 12,
    })
    // Each voice is heard twice at least, so that no name is doubtful.
    .map((list) => [...[0, 1, 2, 0, 1, 2].map((voice) => ({ voice, lines: ["oui, et"] })), ...list]);
  const clock = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 19);

  it.each([
    ["colon", ["Zoé", "Jean-Luc d’Arc", "M. B."], "N : W"],
    ["bracket", ["Zoé", "Jean-Luc d’Arc", "S01"], "[N] W"],
    ["capitals", ["ZOÉ", "JEAN-LUC D’ARC", "MME B."], "N W"],
    ["capitals above", ["ZOÉ", "JEAN-LUC D’ARC", "MME B."], "N\nW"],
    ["debate", ["M. le président", "Mme Anne d’Arc", "M. J. Petit, rapporteur"], "N. – W"],
    ["dash", ["Zoé", "Jean-Luc d’Arc", "Speaker 1"], "N – W"],
    ["tab", ["Zoé", "Jean-Luc d’Arc", "E1"], "N\tW"],
    ["time before", ["Zoé", "Jean-Luc d’Arc", "Speaker 1"], "[T] N : W"],
    ["time after", ["Zoé", "Jean-Luc d’Arc", "Speaker 1"], "N  T\nW"],
    ["time below", ["Zoé", "Jean-Luc d’Arc", "Speaker 1"], "N\nT\nW"],
    ["time above", ["Zoé", "Jean-Luc d’Arc", "Speaker 1"], "T\nN\nW"],
    ["number", ["Zoé", "Jean-Luc d’Arc", "Speaker 1"], "# N : W"],
    ["number and full stop", ["ZOÉ", "JEAN-LUC D’ARC", "MME B."], "#. N – W"],
  ])("%s", (_, names, form) => {
    fc.assert(
      fc.property(turns, fc.constantFrom("\n", "\n\n"), (list, gap) => {
        const source = list
          .map(({ voice, lines }, index) =>
            form
              .replace("T", clock(index * 7))
              .replace("#", String(index + 9))
              .replace("N", names[voice] ?? "")
              .replace("W", lines.join("\n")),
          )
          .join(gap);
        for (const { cues } of [text.read(source, hints), html.read(asDocument(source), hints)]) {
          expect(
            cues.map(({ label, words }) => ({ label: letters(label ?? ""), said: letters(words) })),
          ).toEqual(
            list.map(({ voice, lines }) => ({
              label: letters(names[voice] ?? ""),
              said: letters(lines.join("")),
            })),
          );
          if (form.includes("T"))
            expect(cues.map(({ startMs }) => startMs)).toEqual(list.map((_each, index) => index * 7000));
        }
      }),
      { numRuns: 200 },
    );
  });
});

it("takes time in proportion, whatever a line is made of", () => {
  for (const line of [
    `a 1:2${" ".repeat(200_000)}b`,
    "A".repeat(200_000),
    "A ".repeat(100_000),
    "M. A".repeat(50_000),
    "– ".repeat(100_000),
    "[00:00:01] ".repeat(20_000),
    "\t".repeat(200_000) + "a",
    "00:00:01\n".repeat(20_000),
    "Zoé 0:01\n".repeat(20_000),
    "Zoé\n0:01\n".repeat(20_000),
    `${" ".repeat(100_000)}a - `.repeat(2),
    Array.from({ length: 20_000 }, (_, index) => `${String(index)} Zoé : oui`).join("\n"),
  ]) {
    const took = ownTime();
    text.read(`${line}\n${line}`, hints);
    html.read(asDocument(`${line}\n${line}`), hints);
    expect(took()).toBeLessThan(4000);
  }
});
