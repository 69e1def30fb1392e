// What of an agreed text may leave: its words, and nothing that only the group may see.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disagreementParagraph } from "../../src/correction/disagreement.ts";
import { parseMarkdown, plainText, walk } from "../../src/retour/markdown-tree.ts";
import { publicText } from "../../src/publication/public-text.ts";
import { referenceRanges } from "../../src/publication/references.ts";

function bodyOf(body: string, hasAttribution = true): string | undefined {
  return publicText(`## La peur {#peur}\n\n${body}`, { hasAttribution, notes: "2" })?.body;
}
const titleOf = (heading: string): string | undefined =>
  publicText(heading, { hasAttribution: true, notes: "1" })?.title;

describe("turn references", () => {
  it.each([
    ["On a peur (s01.12).", "On a peur."],
    ["« On a peur » (s01.12-15, s02.3) ; et puis rien.", "« On a peur » ; et puis rien."],
    ["Un mot (s01.12,\ns01.13) et donc.", "Un mot et donc."],
    ["Un mot (s01.\n12) et donc.", "Un mot et donc."],
    ["> Un mot (s01.12,\n> s01.13) et donc.", "> Un mot et donc."],
    ["Un *mot (s01.12)* et *(s01.13)*, **(s01.14)**.", "Un *mot* et,."],
    ["Et *(s01.12) voilà*.", "Et *voilà*."],
    ["*(s01.12) Voilà*.", "*Voilà*."],
    ["Coupée *(s01*.12) ainsi.", "Coupée ainsi."],
    ["Coupée (s01.<!-- x -->12) ainsi.", "Coupée ainsi."],
    ["Écrite s01\\.12, s01&#46;12 ou `s01.12`.", "Écrite, ou."],
    ["Invisible (s01\u200B.12).", "Invisible."],
    ["Voir s01.12-15, et (voir s01.12 et s02.3).", "Voir, et."],
    ["Dit par (Nadia, s01.12) et (s01.13, Karim).", "Dit par (Nadia) et (Karim)."],
    ["Entre crochets [s01.3].", "Entre crochets."],
    ["## Titre (s01.3)\n\nmots", "## Titre\n\nmots"],
    ["- (s01.12)\n- mots", "- mots"],
    ["> (s01.12)\n\nmots", "mots"],
    ["| a | b (s01.1) |\n| --- | --- |\n| (s01.2) | c |", "| a | b |\n| --- | --- |\n|  | c |"],
    ["```\nx (s01.12)\n```", "```\nx\n```"],
    ["(s01.12)", ""],
  ])("go from %j", (given, left) => {
    expect(bodyOf(given)).toBe(left);
  });

  it("are not what only looks like one", () => {
    for (const words of [
      "En s01, 12 personnes.",
      "La vidéo s. 3.5",
      "bonus01.12x",
      "page 12.5 (voir plus haut)",
    ])
      expect(bodyOf(words)).toBe(words);
  });

  it("leave emoji, accents and entities as they were", () => {
    expect(bodyOf("Été &eacute; &#x1F600; 😀 &amp; \\[…\\] (s01.12) fin")).toBe(
      "Été &eacute; &#x1F600; 😀 &amp; \\[…\\] fin",
    );
    // An entity for two characters is not followed: those words are written anew.
    expect(bodyOf("*a* &NotEqualTilde; (s01.12) `b`")).toBe("*a* ≂̸ `b`");
  });
});

describe("the name under a quote", () => {
  it.each([
    ["> On a peur.\n>\n> — éducatrice (s01.12)", "> On a peur.\n>\n> — éducatrice", "> On a peur."],
    ["> On a peur.\n> — éducatrice (s01.12)", "> On a peur.\n> — éducatrice", "> On a peur."],
    ["> On a peur.\n>\n> — *éducatrice*", "> On a peur.\n>\n> — *éducatrice*", "> On a peur."],
    ["> On a peur.\n>\n> — (s01.12)\n\nSuite.", "> On a peur.\n\nSuite.", "> On a peur.\n\nSuite."],
    ["> — (s01.12)\n> On a peur.", "> On a peur.", "> On a peur."],
    ["> – Tu viens ?\n> – Non.", "> – Tu viens ?\n> – Non.", "> – Tu viens ?\n> – Non."],
  ])("stays as agreed in %j, or goes when the study shows none", (given, shown, hidden) => {
    expect(bodyOf(given)).toBe(shown);
    expect(bodyOf(given, false)).toBe(hidden);
  });
});

describe("the name beside a divergent position", () => {
  const spoken = "je n’ai pas peur (s01.12), moi";

  it.each(["fr", "en"] as const)(
    "is the one that integrate wrote, and goes when the study shows none: %s",
    (language) => {
      for (const name of ["chef de service", "chef (adjoint) du *service*", "chef :) fou"]) {
        const text = `Mots.\n\n${disagreementParagraph(spoken, [name], language)}\n\nSuite.`;
        const bare = disagreementParagraph("je n’ai pas peur, moi", [undefined], language);
        expect(bodyOf(text, false)).toBe(`Mots.\n\n${bare}\n\nSuite.`);
        expect(bodyOf(text)).toContain("chef");
      }
    },
  );

  it("goes whatever a person made of the paragraph, and other brackets stay", () => {
    expect(bodyOf("**Divergent position** (chef): non", false)).toBe("**Divergent position**: non");
    expect(bodyOf("- Position divergente (chef). Non (vraiment).", false)).toBe(
      "- Position divergente. Non (vraiment).",
    );
    expect(bodyOf("> **Position divergente** (chef\n> de service) : non", false)).toBe(
      "> **Position divergente** : non",
    );
    const other = "Une position divergente (rare) : oui.";
    expect(bodyOf(other, false)).toBe(other);
  });
});

describe("the space that a private note leaves", () => {
  it.each([
    ["la télévision.  Le groupe", "la télévision. Le groupe"],
    ["> cité  ainsi\n\n- un  mot\n  - deux  mots", "> cité ainsi\n\n- un mot\n  - deux mots"],
    ["la télé <!-- à revoir --> du groupe", "la télé du groupe"],
  ])("is one: %j", (given, left) => {
    expect(bodyOf(given)).toBe(left);
  });

  it.each([
    "fin de ligne  \nsuite",
    "-   un\n\n    deux",
    "```\na  b\n```",
    "mots `a  b`",
    "mots\n\n    a  b",
    "1.  un",
  ])("is left where it means something: %j", (text) => {
    expect(bodyOf(text)).toBe(text);
  });
});

describe("what nobody sees on paper", () => {
  it.each([
    [
      "<!-- secret -->\n\nmots <b>gras</b> <!-- x -->ici\n\n<div>\ncaché\n</div>\n\nfin",
      "mots gras ici\n\nfin",
    ],
    ["> <!-- secret -->\n>\n> mots", "> mots"],
    ['mots ![alt caché](x.png "titre caché"), ![ref][i]\n\n[i]: y.png', "mots ,"],
    ["![seule](x.png)", ""],
    ['[un mot]: http://a.fr "caché"\n\nmots', "mots"],
    ["```secret mots\nx\n```", "```\nx\n```"],
    ["### Analyse {#a .b clé=valeur}\n\nmots", "### Analyse\n\nmots"],
    ["mots[^caché-dit].\n\n[^caché-dit]: la note\n[^autre]: cachée", "mots[^2-1].\n\n[^2-1]: la note"],
    [
      "mots[^1].\n\n[^1]: la note[^2]\n[^2]: dans la note\n[^3]: seule[^3]",
      "mots[^2-1].\n\n[^2-1]: la note[^2-2]\n[^2-2]: dans la note",
    ],
    ["mots[^1].\n\n[^1]: la note\n[^1]: la même, cachée", "mots[^2-1].\n\n[^2-1]: la note"],
    ["mots[^rien] fin", "mots fin"],
    ["\u001B[31mrouge\u202E", "[31mrouge"],
  ])("goes from %j", (given, left) => {
    expect(bodyOf(given)).toBe(left);
  });

  it("is found when taking something out brings it forth", () => {
    expect(bodyOf("mots <!-<!-- a -->- b --> fin")).not.toContain("<!--");
    expect(bodyOf("[a](s01.1)(http://b.fr) et [c] (s01.2)(javascript:x)")).not.toMatch(/\]\(j|s01/);
  });
});

describe("links", () => {
  it.each([
    ["[ici](https://b.fr)", "[ici](https://b.fr)"],
    ['[ici](https://b.fr/a_(c) "caché")', "[ici](<https://b.fr/a_(c)>)"],
    ["[*ici*](<https://b.fr/a b> 'caché')", "[*ici*](<https://b.fr/a%20b>)"],
    [
      '[ici][b] et [b][] et [b]\n\n[b]: mailto:a@b.fr "caché"',
      "[ici](mailto:a@b.fr) et [b](mailto:a@b.fr) et [b](mailto:a@b.fr)",
    ],
    ["[ici](notes.md) et [là](#peur) et [x](javascript:alert)", "ici et là et x"],
    ["[ici][b]\n\n[b]: notes.md", "ici"],
    [
      "[ici](https://b.fr/s01.12) et [là](https://b.fr/s01%2E12) et [x](https://b.fr/%ZZ)",
      "ici et là et [x](https://b.fr/%ZZ)",
    ],
    ["<tel:12> et <https://b.fr>", "tel:12 et <https://b.fr>"],
    ["https://b.fr/s01.12 et https://b.fr/s01%2E12 fin", " et fin"],
    ["[](https://b.fr)mots", "mots"],
    ["a [b@c.fr d (s01.1)", "a [b@c.fr d"],
  ])("lead only to the web or a mailbox, with nothing hidden: %j", (given, left) => {
    expect(bodyOf(given)).toBe(left);
  });
});

describe("a section", () => {
  it.each([
    "```\nouverte",
    "~~~~\nouverte\n~~~",
    "- liste\n  ```\n  ouverte",
    "> ```\n> ouverte",
    "mots\n<!-- ouvert",
    "mots\n\n<script>\nouvert",
    "mots <!-- ouvert",
    "[^1] mots\n\n[^1]: note\n\n    ```\n    ouverte",
    "| a |\n| - |\n| b",
    "[lien",
    "*a **b `c",
  ])("never reaches into what follows it: %j", (body) => {
    const text = bodyOf(body) ?? "";
    const last = parseMarkdown(`${text}\n\n## Suite`).children.at(-1);
    expect(last?.type).toBe("heading");
    expect(last && plainText(last)).toBe("Suite");
  });

  it("has a title of plain words", () => {
    expect(titleOf("## La *peur* (s01.1) & [le lien](x.md) {#peur .validated}")).toBe("La peur & le lien");
    expect(titleOf("## 1. La peur {#peur}")).toBe("1. La peur");
    expect(titleOf("## (s01.1) {#peur}")).toBe("");
    expect(titleOf("sans titre")).toBe("sans titre");
  });

  it("that cannot be cleaned is not made public", () => {
    // Each round takes the innermost comment out, which makes one of what was around it.
    let nested = "<!-- 0 -->";
    for (let depth = 1; depth < 15; depth += 1) nested = `<!-${nested}- ${String(depth)} -->`;
    expect(bodyOf(`mots *soulignés* ${nested}`)).toBeUndefined();
    expect(titleOf(`## Titre ${nested}`)).toBeUndefined();
    expect(bodyOf("mots <!-<!-- 0 -->- 1 --> fin")).toBe("mots fin");
  });
});

const word = fc.constantFrom("peur", "hall", "l’école", "nuit", "s01", "12", "été", "— Nadia", "[mot]", "😀");
const mark = fc.constantFrom(
  ..."* ** _ ` ``` ~~~ > - # ### ( ) [ ] ]( [^1] [^1]: ! < > <b> </b> <!-- --> <div> | \\ &amp; &#46; {#x} : . , \u200B".split(
    " ",
  ),
  "\n",
  "\n\n",
  "\n> ",
  "\n- ",
  " ",
  "  \n",
  "\n    ",
  "\n```\n",
  "\n[a]: http://b.fr 't'\n",
);
const reference = fc.constantFrom(
  "(s01.12)",
  "s01.12",
  "(s01.12, s02.3)",
  "s01\\.12",
  "(voir s01.12-15)",
  "(s01.\n12)",
);
const soup = fc
  .array(fc.oneof({ weight: 3, arbitrary: word }, { weight: 4, arbitrary: mark }, reference), {
    maxLength: 24,
  })
  .map((pieces) => pieces.join(""));

describe("whatever a person writes", () => {
  it("comes out without references, private marks, images, hidden words or open ends", () => {
    fc.assert(
      fc.property(soup, fc.boolean(), (text, hasAttribution) => {
        const body = bodyOf(text, hasAttribution);
        if (body === undefined) return;
        const tree = parseMarkdown(body);
        for (const node of walk(tree)) {
          expect(["html", "image", "imageReference", "definition"]).not.toContain(node.type);
          if (["paragraph", "heading", "tableCell", "code"].includes(node.type))
            expect(referenceRanges(plainText(node))).toEqual([]);
          if (node.type === "link") expect(node.title ?? node.url).toMatch(/^(?:https?|mailto):/);
        }
        const last = parseMarkdown(`${body}\n\n## Suite`).children.at(-1);
        expect(last && plainText(last)).toBe("Suite");
        expect(bodyOf(body, hasAttribution)).toBe(body);
      }),
      { numRuns: 1_500 },
    );
  });

  it("keeps every word that is only words", () => {
    const words = fc.array(fc.constantFrom("peur", "hall", "l’école", "nuit", "été", "😀"), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1 }), (paragraphs) => {
        const plain = paragraphs.map((each) => each.join(" ")).join("\n\n");
        const referenced = paragraphs.map((each) => `${each.join(" (s01.12) ")} (s02.3-5)`).join("\n\n");
        expect(bodyOf(referenced)).toBe(plain);
      }),
      { numRuns: 500 },
    );
  });
});
