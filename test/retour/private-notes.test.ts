// What looks like a private note and is none is found; French text full of dashes and arrows is left alone.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findBrokenNotes } from "../../src/retour/private-notes.ts";
import { withoutComments } from "../../src/retour/section.ts";

const altered = [
  "<!— note —>",
  "<!–- note -–>",
  "<!– –>",
  "<! -- note -->",
  "< !-- note -->",
  "<\u00a0!-- note -->",
  "<\u202f!— note —>",
  "<!- note ->",
  "<!-note->",
  "<!‐‐ note ‐‐>",
  "<!−− note −−>",
  "‹!-- note --›",
  "<! note >",
  "<-- note -->",
  "<— note —>",
  "<– note –>",
  "<-- note\nqui continue -->",
  "<-- note -- >",
  "!-- note -->",
  "&lt;!-- note --&gt;",
  "<\\!-- note --\\>",
];

const open = [
  "<!-- note",
  "<!-- note —>",
  "<!-- note --",
  "<!-- note - ->",
  "<!-- note →",
  "<!-- note -- >",
  "<!-- note --\\>",
  "<!-- note\n\nLes mots du groupe.\n\n<!-- autre note -->",
];

const harmless = [
  "<!-- note -->",
  "<!---->",
  "<!---note--->",
  "<!-- une note -- avec des tirets — et une flèche -> ou —> -->",
  "<!-- note\n\nen deux paragraphes, avec <!— ceci -->",
  "— Tu y vas ? — Non — personne n’y va — plus personne.",
  "Ah !— dit-il — et puis… — Viens ! – Non – non.",
  "il part <- il revient -> il reste",
  "A --> B, puis B <-- C, puis A <--> C, A <—> C",
  "A —> B <— C",
  "A ---> B ; A <---- B ; <==> ; => ; <= ; ← → ↔",
  "5 < 8, 8 > 5, x<y, x < -5, x <-5, x > --5, p < 0,05",
  "- A <-- B\n- B --> C",
  "A <-- B\n\nB --> C",
  "| A <-- B |\n| B --> C |",
  "«\u00a0Ah\u202f!\u00a0» dit-elle < étonnée >",
  "> — Oui.\n> — Non —\n> enfin si.",
  "---\n\n- un\n-- deux\n\n* * *\n\n***",
  "<https://exemple.fr/a--b> et <span>— mots —</span>",
  "10 --> 12 <!-- vu --> 14 --> 16",
];

const kinds = (text: string): string[] => findBrokenNotes(text).map(({ kind }) => kind);

describe("what looks like a private note", () => {
  it.each(altered)("is found when its signs were changed: %s", (note) => {
    for (const text of [note, `Mots d’avant ${note} et d’après — oui.`, `> ${note}`, `<!-- vraie -->${note}`])
      expect(kinds(text), text).toEqual(["altered"]);
  });

  it.each(open)("is found when it does not end: %s", (note) => {
    for (const text of [note, `Mots d’avant ${note}`, `<!-- vraie --> ${note}`])
      expect(kinds(text), text).toEqual(["open"]);
  });

  it.each(harmless)("is not seen in %s", (text) => {
    expect(findBrokenNotes(text)).toEqual([]);
    expect(findBrokenNotes(`Avant — ${text} — après -> fin.`)).toEqual([]);
  });

  it("is found wherever it stands among words, and only there", () => {
    const words = fc.constantFrom(
      "Les mots",
      " — ",
      "\n\n",
      "a < b",
      " -> ",
      "!",
      " – ",
      "<!-- vraie -->",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(words), fc.constantFrom(...altered), fc.array(words), (before, note, after) => {
        const [start, rest] = [`${before.join(" ")}\n`, ` ${after.join(" ")}`];
        expect(findBrokenNotes(start + rest)).toEqual([]);
        const [first, ...more] = findBrokenNotes(start + note + rest);
        expect(first).toEqual({ kind: "altered", at: start.length });
        expect(more).toEqual([]);
      }),
    );
  });

  it("is found whenever something of a note is left once notes are taken out", () => {
    const sign = fc.constantFrom("<", "!", "-", "--", "—", ">", " ", "mot", "<!--", "-->", "\n\n");
    fc.assert(
      fc.property(fc.array(sign), (signs) => {
        const text = signs.join("");
        if (findBrokenNotes(text).length > 0) return;
        expect(withoutComments(text)).not.toMatch(/<!/);
        // Nothing is cut to the end of the text.
        expect(withoutComments(`${text}FIN`)).toMatch(/FIN$/);
      }),
    );
  });

  it("is looked for in a time that grows with the text", () => {
    for (const piece of ["<", "-", "—", "<-", "<--", "<!-", "<!--", "\n", "\n ", "< ", "!--", "&lt;"]) {
      const text = piece.repeat(200_000);
      expect(findBrokenNotes(text).every(({ at }) => at < text.length)).toBe(true);
    }
  });
});
