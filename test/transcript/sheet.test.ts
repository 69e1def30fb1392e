// The readable sheet: what is written is read back exactly, and every slip has its line.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asParticipantId, asSessionId } from "../../src/kernel/ids.ts";
import { canonicalCodings, canonicalMarks, type Coding } from "../../src/transcript/coding.ts";
import { readMarks, writeMarks } from "../../src/transcript/marks.ts";
import { parseSheet, renderSheet } from "../../src/transcript/sheet.ts";
import type { Turn } from "../../src/transcript/turn.ts";
import { inParagraphs, withoutControls } from "../../src/transcript/words.ts";
import { given, person, theme } from "./given.ts";

const s01 = given(asSessionId("s01"));
const people = [person("P01", "Nadia"), person("P02", "Marc")];

/** Words full of what could be read as something else. */
const words = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom("on a peur", " ", "l’hôpital", "…", "\n", "\n\n", "« non »", "."),
      },
      {
        weight: 3,
        arbitrary: fc.constantFrom("{==", "==}", "{>>", "<<}", "#", "\\", "### 3 · P01", "#peur"),
      },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
    ),
    { maxLength: 12 },
  )
  .map((parts) => inParagraphs(withoutControls(parts.join(""))));

const marksIn = (text: string) =>
  fc
    .array(
      fc.record({
        theme: fc.constantFrom("peur", "lien", "argent-facile"),
        start: fc.nat(text.length),
        end: fc.nat(text.length),
      }),
      { maxLength: 5 },
    )
    .map((marks) => canonicalMarks(text, marks));

const coded = words.chain((text) => fc.record({ words: fc.constant(text), marks: marksIn(text) }));

describe("marks", () => {
  it("read back as they were written, whatever the words", () => {
    fc.assert(
      fc.property(coded, ({ words: text, marks }) => {
        const read = readMarks(writeMarks(text, marks));
        expect(read.problems).toEqual([]);
        expect(read.words).toBe(text);
        expect(read.marks.map(({ theme: id, start, end }) => ({ theme: id, start, end }))).toEqual(marks);
      }),
      { numRuns: 2000 },
    );
  });

  it("leave ordinary words as they are", () => {
    const text = "C’est #3 ? Oui <3, a = b, {x}, C:\\dossier.";
    expect(writeMarks(text, [])).toBe(text);
  });

  it("cut overlapping codings at each edge, so that each piece says all its themes", () => {
    const text = "on a peur de rentrer";
    const written = writeMarks(text, [
      { theme: "peur", start: 0, end: 9 },
      { theme: "lien", start: 5, end: 20 },
    ]);
    expect(written).toBe("{==on a ==}{>>peur<<}{==peur==}{>>lien, peur<<}{== de rentrer==}{>>lien<<}");
  });

  it("may be nested by hand", () => {
    const { words: text, marks } = readMarks("{==on a {==peur==}{>>peur<<} ici==}{>>lien<<}.");
    expect(text).toBe("on a peur ici.");
    expect(marks).toMatchObject([
      { theme: "lien", start: 0, end: 13 },
      { theme: "peur", start: 5, end: 9 },
    ]);
  });

  it("end on words when a person marked spaces too", () => {
    const { words: text, marks } = readMarks("Bon.  {== on y va ==}{>> #lien <<} .");
    expect(text).toBe("Bon. on y va .");
    expect(marks).toMatchObject([{ theme: "lien", start: 5, end: 12 }]);
  });
});

describe("codings", () => {
  it("of one theme that touch or overlap are one", () => {
    const peur = theme("peur");
    const codings: Coding[] = [
      { turn: 1, theme: peur, start: 3, end: 7 },
      { turn: 1, theme: peur, start: 0, end: 4 },
      { turn: 1, theme: peur, start: 8, end: 8 },
      { turn: 1, theme: peur, start: null, end: null },
      { turn: 1, theme: peur, start: null, end: null },
    ];
    expect(canonicalCodings("on a peur", codings)).toEqual([
      { turn: 1, theme: peur, start: null, end: null },
      { turn: 1, theme: peur, start: 0, end: 7 },
    ]);
  });
});

const turnsAndCodings = fc
  .array(
    fc.record({
      coded,
      participant: fc.constantFrom(null, asParticipantId("P01") ?? null, asParticipantId("P02") ?? null),
      label: fc.constantFrom(null, "SPEAKER_00", "V1"),
      seconds: fc.option(fc.nat(40_000)),
      tags: fc.uniqueArray(fc.constantFrom("peur", "lien"), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((drafts) => {
    const turns: Turn[] = [];
    const codings: Coding[] = [];
    for (const [index, draft] of drafts.entries()) {
      const number = index * 2 + 1;
      turns.push({
        number,
        position: index + 1,
        participant: draft.participant,
        label: draft.label,
        startMs: draft.seconds === null ? null : draft.seconds * 1000 + 20,
        endMs: null,
        words: draft.coded.words,
      });
      const own = [
        ...draft.tags.map((id) => ({ turn: number, theme: theme(id), start: null, end: null })),
        ...draft.coded.marks.map((mark) => ({ ...mark, turn: number, theme: theme(mark.theme) })),
      ];
      codings.push(...canonicalCodings(draft.coded.words, own));
    }
    return { turns, codings };
  });

describe("the sheet", () => {
  it("says what the ledger says, exactly", () => {
    fc.assert(
      fc.property(turnsAndCodings, ({ turns, codings }) => {
        const text = renderSheet({ session: s01, date: "2026-01-15", turns, codings, people });
        const sheet = parseSheet(text, "feuille.md");
        expect(sheet.diagnostics).toEqual([]);
        expect(sheet.session).toBe("s01");
        expect(sheet.turns.map(({ number, words: text }) => ({ number, words: text }))).toEqual(
          turns.map(({ number, words: text }) => ({ number, words: text })),
        );
        const read = sheet.turns.flatMap(({ number, codings: own }) =>
          own.map(({ theme: id, start, end }) => ({ turn: number, theme: id, start, end })),
        );
        expect(new Set(read.map((each) => JSON.stringify(each)))).toEqual(
          new Set(
            codings.map(({ turn, theme: id, start, end }) => JSON.stringify({ turn, theme: id, start, end })),
          ),
        );
        expect(sheet.turns.map(({ seconds }) => seconds)).toEqual(
          turns.map(({ startMs }) => (startMs === null ? null : Math.floor(startMs / 1000))),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("shows number, person and time, the words, then the themes of the whole turn", () => {
    const turn: Turn = {
      number: 12,
      position: 1,
      participant: given(asParticipantId("P01")),
      label: "V1",
      startMs: 845_900,
      endMs: 850_000,
      words: "Des fois la nuit, on a peur de rentrer.",
    };
    const codings = [
      { turn: 12, theme: theme("lien"), start: null, end: null },
      { turn: 12, theme: theme("peur-nuit"), start: 18, end: 27 },
    ];
    expect(renderSheet({ session: s01, date: "2026-01-15", turns: [turn], codings, people })).toBe(
      `---
session: s01
date: 2026-01-15
---

### 12 · P01 Nadia · 0:14:05

Des fois la nuit, {==on a peur==}{>>peur-nuit<<} de rentrer.

#lien
`,
    );
  });

  it("reads tags wherever they stand alone on a line, and several lines of them", () => {
    const sheet = parseSheet(
      "---\nsession: s01\n---\n\n### 1 · P01\n\n#peur, #lien\nBonjour.\n\n#argent\n",
      "f",
    );
    expect(sheet.diagnostics).toEqual([]);
    expect(sheet.turns[0]?.words).toBe("Bonjour.");
    expect(sheet.turns[0]?.codings.map((coding) => [coding.theme, coding.line])).toEqual([
      ["peur", 7],
      ["lien", 7],
      ["argent", 10],
    ]);
  });

  it("reads the line ends and spaces of any editor", () => {
    const sheet = parseSheet(
      "---\r\nsession: s01\r\n---\r\n### 1 · 0:00:02  \r\nOui. \r\n\r\n\r\nNon.\r\n",
      "f",
    );
    expect(sheet.turns).toMatchObject([{ number: 1, seconds: 2, speaker: null, words: "Oui.\n\nNon." }]);
    expect(sheet.diagnostics).toEqual([]);
  });

  it.each([
    ["sheet.no-session", 1, "### 1 · P01\n\nOui.\n"],
    ["sheet.no-session", 1, ""],
    ["sheet.words-outside", 5, "---\nsession: s01\n---\n\nOui.\n\n### 1\n"],
    ["sheet.bad-heading", 6, "---\nsession: s01\n---\n### 1\n\n## Titre\n"],
    ["sheet.bad-heading", 4, "---\nsession: s01\n---\n### 12 P01\nOui\n"],
    ["sheet.bad-heading", 4, "---\nsession: s01\n---\n### 12 · P01 · P02\nOui\n"],
    ["sheet.bad-tags", 6, "---\nsession: s01\n---\n### 1\nOui.\n#peur et #lien\n"],
    ["sheet.mark-open", 6, "---\nsession: s01\n---\n### 1\nOui.\nOn a {==peur.\n"],
    ["sheet.mark-without-theme", 5, "---\nsession: s01\n---\n### 1\nOn a {==peur==}.\n"],
    ["sheet.mark-without-theme", 5, "---\nsession: s01\n---\n### 1\nOn a {==peur==}{>> <<}.\n"],
    ["sheet.mark-without-theme", 5, "---\nsession: s01\n---\n### 1\nOn a {==peur==}{>>peur.\n"],
    ["sheet.mark-alone", 5, "---\nsession: s01\n---\n### 1\nOn a {>>peur<<} peur.\n"],
    ["sheet.mark-alone", 5, "---\nsession: s01\n---\n### 1\nOn a peur==}{>>peur<<}.\n"],
  ])("reports %s at line %i", (code, line, text) => {
    const { diagnostics } = parseSheet(text, "feuille.md");
    expect(diagnostics).toContainEqual({
      code,
      severity: "error",
      place: { file: "feuille.md", line },
      params: {},
    });
  });

  it("never throws, whatever a file holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (front, body) => {
        parseSheet(front, "f");
        parseSheet(`---\nsession: s01\n---\n### 1\n${body}`, "f");
      }),
      { numRuns: 500 },
    );
  });
});
