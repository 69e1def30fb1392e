// CriticMarkup as people write it: whole, nested, over lines, unclosed, or only words that look like it.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sameWords } from "../../src/wording/fold.ts";
import { edits, editBothWays, section } from "./edits.ts";
import { acceptMarks } from "../../src/correction/critic-markup.ts";
import { ownTime } from "../own-time.ts";

const accepted = (source: string, sent = ""): string => acceptMarks(source, sent).text;

describe("accepting marks", () => {
  it.each([
    ["an addition", "on a {++très ++}peur", "on a très peur"],
    ["a deletion", "on a {--très --}peur", "on a peur"],
    ["a substitution", "on a {~~peur~>la trouille~~} ici", "on a la trouille ici"],
    ["a substitution by nothing", "on a {~~très~>~~} peur", "on a  peur"],
    ["a comment", "on a peur{>>pas moi<<} ici", "on a peur ici"],
    ["a highlighted comment", "on a {==peur==}{>>pas moi<<} ici", "on a peur ici"],
    ["a comment within an addition", "on {++a {>>oui<<}très ++}peur", "on a très peur"],
    ["an addition within a highlight", "{==on {++a++}==}{>>oui<<}", "on a"],
    ["marks that follow each other", "{--un--}{++deux++}{--trois--}", "deux"],
    ["a whole paragraph", "un\n\n{--deux\n\ntrois--}\n\nquatre", "un\n\n\n\nquatre"],
    ["lines of a block quote", "> un {++deux\n> trois++}\n> quatre", "> un deux\n> trois\n> quatre"],
    ["escaped braces", "la variable \\{++i++} est à part", "la variable \\{++i++} est à part"],
    ["a brace after an escaped backslash", "fin\\\\{++ suite++}", "fin\\\\ suite"],
    ["a note between HTML marks", "un <!-- à revoir -->deux", "un deux"],
  ])("reads %s", (_, source, text) => {
    expect(accepted(source)).toBe(text);
  });

  it("leaves one space where a word stood between two", () => {
    expect(accepted("un {--petit--} mot")).toBe("un mot");
    expect(accepted("un {>>lequel ?<<} mot")).toBe("un mot");
    expect(accepted("{--Un--} mot")).toBe("mot");
  });
});

describe("comments", () => {
  it("are placed on the words they bear on, in the accepted text", () => {
    const { text, comments } = acceptMarks("{++Oui, ++}on a {==peur==} {>>pas moi<<} ici");
    expect(comments.map(({ start, end, words }) => [text.slice(start, end), words])).toEqual([
      ["peur", "pas moi"],
    ]);
  });

  it("stand at a point when no word is highlighted", () => {
    expect(acceptMarks("on a peur{>>pas moi<<}").comments).toEqual([{ start: 9, end: 9, words: "pas moi" }]);
    expect(acceptMarks("on a peur<!-- pas moi -->").comments).toEqual([
      { start: 9, end: 9, words: "pas moi" },
    ]);
  });

  it("lose neither their lines nor the marks of the quote they are written in", () => {
    const { comments } = acceptMarks("> mot {>>une ligne\n> puis deux<<}\n> fin");
    expect(comments[0]?.words).toBe("une ligne\npuis deux");
  });

  it("within deleted words stay, where the words were", () => {
    expect(acceptMarks("a {--b {>>pourquoi<<} c--} d").comments).toEqual([
      { start: 2, end: 2, words: "pourquoi" },
    ]);
  });

  it("without words are nothing, among deleted words neither", () => {
    expect(acceptMarks("a {--b {==c==} d--}").comments).toEqual([]);
  });

  it("without words are nothing, but a highlight alone points at its words", () => {
    expect(acceptMarks("a{>> <<}").comments).toEqual([]);
    expect(acceptMarks("un {==mot==} ici {++x++}").comments).toEqual([{ start: 3, end: 6, words: "" }]);
  });
});

describe("marks that do not close", () => {
  it.each(["{++ ajout", "{-- retrait", "{~~ avant ~~}", "{~~ avant ~> après", "{>> remarque", "{== mots"])(
    "stay as plain words and are said: %s",
    (source) => {
      const { text, unclosed, comments } = acceptMarks(`mot ${source}`);
      expect(text).toBe(`mot ${source}`);
      expect(unclosed).toEqual([{ offset: 4, mark: source.slice(0, 3) }]);
      expect(comments).toEqual([]);
    },
  );

  it("do not swallow the next mark of their kind", () => {
    const { text, unclosed } = acceptMarks("a {-- b\n\nc {--d--} e");
    expect(text).toBe("a {-- b\n\nc e");
    expect(unclosed).toHaveLength(1);
  });

  it("never hide what follows an open HTML comment", () => {
    expect(accepted("a <!-- b\n\n## Titre\n")).toBe("a &lt;!-- b\n\n## Titre\n");
  });

  it("inside deleted words are said where they are", () => {
    expect(acceptMarks("{--a {++ b--}").unclosed).toEqual([{ offset: 5, mark: "{++" }]);
  });

  it("do not close in the words around them", () => {
    const { text, unclosed } = acceptMarks("{++a {>>b++} c<<}");
    expect(text).toBe("a {>>b c<<}");
    expect(unclosed).toEqual([{ offset: 5, mark: "{>>" }]);
  });
});

describe("words that look like marks in what was sent", () => {
  it("are words", () => {
    const sent = "Écrivez `{++ajout++}` ou {>>remarque<<}.";
    expect(acceptMarks(sent, sent)).toEqual({ text: sent, comments: [], unclosed: [] });
  });

  it("are told from the same marks made by the person, by what is around them", () => {
    const sent = "Écrivez `{++oui++}` pour ajouter.\n\nOn a peur.";
    const back = "Écrivez `{++oui++}` pour ajouter.\n\n{++oui++} On a peur.";
    expect(accepted(back, sent)).toBe("Écrivez `{++oui++}` pour ajouter.\n\noui On a peur.");
    const moved = "{++oui++} Écrivez `{++oui++}` pour ajouter.\n\nOn a peur.";
    expect(accepted(moved, sent)).toBe("oui Écrivez `{++oui++}` pour ajouter.\n\nOn a peur.");
  });

  it("may be gone", () => {
    expect(accepted("Écrivez. {++oui++}", "Écrivez `{++ajout++}`.")).toBe("Écrivez. oui");
  });

  it("are not said to be unclosed", () => {
    expect(acceptMarks("le signe {++ seul {++x++}", "le signe {++ seul").unclosed).toEqual([]);
  });
});

describe("edits made with marks", () => {
  it("say the same as edits made in the text", () => {
    fc.assert(
      fc.property(section, edits, (text, list) => {
        const { plain, marked } = editBothWays(text, list);
        const { text: read, unclosed } = acceptMarks(marked, text);
        expect(unclosed).toEqual([]);
        if (!sameWords(read, plain)) expect(read).toBe(plain);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a file of nothing but open marks", () => {
  it.each(["{++", "{--{++", "{~~ ~>", "{==x==}", "<!--", "{>>{>>", "++}"])("is read at once: %s", (mark) => {
    const source = mark.repeat(100_000);
    const took = ownTime();
    acceptMarks(source, `${mark} ${mark}ajouté++}`);
    expect(took()).toBeLessThan(5_000);
  });
});

describe("any text", () => {
  const piece = fc.constantFrom(
    "{++",
    "++}",
    "{--",
    "--}",
    "{~~",
    "~>",
    "~~}",
    "{>>",
    "<<}",
    "{==",
    "==}",
    "\\",
    "\n",
    "> ",
    "mot ",
    "<!--",
    "-->",
    "é",
  );

  it("is read, and what is sent unchanged comes back unchanged", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const source = pieces.join("");
        acceptMarks(source);
        if (!source.includes("<!--")) expect(acceptMarks(source, source).text).toBe(source);
      }),
      { numRuns: 2000 },
    );
  });
});
