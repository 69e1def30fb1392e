// Rows of a document's table: what is no one's, and what is a time, a number or an answer.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTranscript } from "../../src/transcript/read-transcript.ts";

const wanted = { format: undefined, encoding: undefined };

function read(source: string) {
  const setting = { file: "f", isKnown: () => false, isWritten: false, language: "fr" } as const;
  const { format, cues, diagnostics } = readTranscript(new TextEncoder().encode(source), setting, wanted);
  return {
    format: format.name,
    said: cues.map(({ label, words }) => [label, words]),
    times: cues.map(({ startMs }) => startMs),
    codes: diagnostics.map(({ code }) => code),
  };
}

const table = (...rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;
const page = (...parts: readonly string[]): string => `<html><body>${parts.join("")}</body></html>`;
const paragraphs = (...lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join("");

describe("a table without headings", () => {
  it("has an answer that is a number or a time said by who gives it", () => {
    const rows = [
      ["Enq", "Quel âge ?"],
      ["Nadia", "34"],
      ["Enq", "Le rendez-vous ?"],
      ["Nadia", "14:30"],
    ];
    expect(read(page(table(...rows))).said).toEqual(rows);
    const numbered = rows.map((row, index) => [String(index + 1), ...row]);
    expect(read(page(table(...numbered))).said).toEqual(rows);
    const timed = rows.map((row, index) => [`00:0${String(index)}`, ...row]);
    const found = read(page(table(...timed)));
    expect(found.said).toEqual(rows);
    expect(found.times).toEqual([0, 1000, 2000, 3000]);
  });

  it("keeps a cell that is no time, among times, as words of nobody", () => {
    const times = ["00:01", "00:02", "00:03", "00:04", "vers 10h", "00:06"];
    const rows = times.map((time, index) => [time, index % 2 === 0 ? "Enq" : "Nadia", `mot ${time}`]);
    expect(read(page(table(...rows))).said).toContainEqual([null, "vers 10h"]);
  });

  it("keeps a title between its rows as words of nobody", () => {
    const rows = [
      ["Enq", "un"],
      ["Nadia", "deux"],
      ["On sort de la pièce"],
      ["Enq", "trois"],
      ["Nadia", "si"],
    ];
    expect(read(page(table(...rows))).said).toEqual([
      ["Enq", "un"],
      ["Nadia", "deux"],
      [null, "On sort de la pièce"],
      ["Enq", "trois"],
      ["Nadia", "si"],
    ]);
  });

  it("that says who people are, before they speak, is said by nobody", () => {
    const dialogue = paragraphs("P01 : oui", "P02 : non", "P01 : a", "P02 : b");
    const key = table(["P01", "Nadia Benali"], ["P02", "Karim Haddad"]);
    const { said, codes } = read(page(key, dialogue));
    expect(said[0]).toEqual([null, "P01 – Nadia Benali P02 – Karim Haddad".replace(" P02", "\nP02")]);
    expect(said.slice(1)).toEqual([
      ["P01", "oui"],
      ["P02", "non"],
      ["P01", "a"],
      ["P02", "b"],
    ]);
    expect(codes).toContain("import.before-speakers");
  });

  it("of participants keeps their age", () => {
    const people = table(["Nadia", "34", "Aide-soignante"], ["Karim", "41", "Chauffeur"]);
    const { said } = read(page(people, paragraphs("Nadia : oui", "Karim : non", "Nadia : a", "Karim : b")));
    expect(said[0]).toEqual([null, "Nadia – 34 – Aide-soignante\nKarim – 41 – Chauffeur"]);
  });

  it("of speech is no key, though each speaks once in it", () => {
    const first = table(["Enq", "Ça va ?"], ["Nadia", "Bof."]);
    const { said } = read(page(first, paragraphs("Enq : ah", "Nadia : oui", "Enq : bon", "Nadia : si")));
    expect(said.slice(0, 2)).toEqual([
      ["Enq", "Ça va ?"],
      ["Nadia", "Bof."],
    ]);
  });
});

describe("a table with headings", () => {
  it("keeps the words of its titles, and the next unnamed row to who spoke before them", () => {
    const { said, codes } = read(
      page(
        table(
          ["Locuteur", "Texte"],
          ["Nadia", "oui"],
          ["Deuxième partie de la séance"],
          ["On sort de la pièce", ""],
          ["", "enfin"],
          ["Karim", "non"],
        ),
      ),
    );
    expect(said).toEqual([
      ["Nadia", "oui"],
      [null, "Deuxième partie de la séance"],
      [null, "On sort de la pièce"],
      ["Nadia", "enfin"],
      ["Karim", "non"],
    ]);
    expect(codes).toEqual(["import.row-title"]);
  });

  it("keeps what is no time among times, and cells past its headings", () => {
    const { said } = read(
      page(
        table(
          ["Temps", "Locuteur", "Texte"],
          ["00:01", "Nadia", "oui"],
          ["vers 10h", "Karim", "non", "mais bon"],
        ),
      ),
    );
    expect(said).toEqual([
      ["Nadia", "oui"],
      [null, "vers 10h"],
      ["Karim", "non\n\nmais bon"],
    ]);
  });

  it("has a speaker without words say nothing, and go on in the next row", () => {
    const rows = [
      ["Locuteur", "Texte"],
      ["Nadia", "oui"],
      ["Karim", "non"],
      ["Nadia", ""],
      ["", "si"],
    ];
    expect(read(page(table(...rows))).said).toEqual([
      ["Nadia", "oui"],
      ["Karim", "non"],
      ["Nadia", "si"],
    ]);
  });
});

describe("a page", () => {
  it("has titles that nobody says, and whoever spoke goes on after them", () => {
    const { said } = read(
      page(
        paragraphs("Nadia : oui", "Karim : non"),
        "<h2>Deuxième partie</h2>",
        paragraphs("enfin", "Nadia : a", "Karim : b"),
      ),
    );
    expect(said.slice(1, 4)).toEqual([
      ["Karim", "non"],
      [null, "Deuxième partie"],
      ["Karim", "enfin"],
    ]);
  });

  it("may have who speaks as titles", () => {
    const { said } = read(
      page(
        ...["Nadia", "Karim", "Nadia", "Karim"].map(
          (name) => `<h3><b>${name}</b></h3><p>euh oui</p><p>enfin</p><p>bon</p>`,
        ),
      ),
    );
    expect(said.map(([label]) => label)).toEqual(["Nadia", "Karim", "Nadia", "Karim"]);
  });

  it("says that heads of pages and notes are left", () => {
    const { said, codes } = read(
      page(
        '<div title="header"><p>Entretien 4</p></div>',
        paragraphs("Nadia : oui", "Karim : non", "Nadia : a", "Karim : b"),
        '<div class="footnotes"><hr><ol><li id="fn:1"><p>Elle rit.</p></li></ol></div><div title="footer"><p>8</p></div>',
      ),
    );
    expect(said.at(-1)).toEqual(["Karim", "b"]);
    expect(codes).toEqual(["import.notes-left", "import.headers-left"]);
  });

  it.each([
    "<article>",
    "<section>",
    "<center>",
    '<a name="x"></a>',
    "<span>",
    "<b></b>",
    "<i>",
    "<br>",
    "<main>",
  ])("is told by its elements, when it begins with %s", (start) => {
    const { format, said } = read(
      `${start}${paragraphs("Nadia : oui", "Karim : non", "Nadia : a", "Karim : b")}`,
    );
    expect(format).toBe("html");
    expect(said[0]).toEqual(["Nadia", "oui"]);
  });

  it("is no text that has a word in bold", () => {
    expect(read("<b>Nadia</b> : oui\n<b>Karim</b> : non\n<i>Nadia</i> : a\n").format).not.toBe("html");
    expect(read("<rire> oui\n").format).toBe("notes");
  });
});

describe("every letter of a table", () => {
  const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");
  const cell = fc.constantFrom(
    "",
    "Nadia",
    "Karim",
    "34",
    "14:30",
    "vers 10h",
    "oui, enfin",
    "On sort",
    "0:05",
    "bah",
  );
  const tables = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });

  it("is said, or names who speaks, whatever stands where", () => {
    fc.assert(
      fc.property(tables, fc.boolean(), (rows, hasHeadings) => {
        const above = hasHeadings ? [["Temps", "Locuteur", "Texte"]] : [];
        const { said, codes } = read(page(table(...above, ...rows), paragraphs("Zoé : fin", "Zoé : fin")));
        const found = said.map(([label, words]) => letters(`${label ?? ""} ${words ?? ""}`)).join(" ");
        // A column of times that holds few of them is said to be left.
        if (codes.includes("import.columns-left")) return;
        for (const word of ["oui, enfin", "On sort", "bah", "vers 10h"]) {
          const count = rows.flat().filter((each) => each === word).length;
          expect(found.split(letters(word)).length - 1).toBeGreaterThanOrEqual(Math.min(count, 1));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
