// A copy as a page to read and to answer: what is in it, and that nothing of it can reach a network.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { Linter } from "eslint";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlCopy } from "../../src/copy/formats/html.ts";
import { pageSections } from "../../src/copy/formats/page/page-sections.ts";
import { pageWords } from "../../src/copy/formats/page/words.ts";
import { readFrozen } from "../../src/copy/frozen.ts";
import type { SentCopy } from "../../src/copy/sent-copy.ts";
import { content, sentCopy } from "../correction/sent.ts";

function written(copy: SentCopy): string {
  const made = htmlCopy.write(copy);
  if (typeof made !== "string") throw new Error("a page is a text");
  return made;
}

const page = written(sentCopy());

/** The page without its script, style and data: what is seen. */
const seen = (html: string): string => html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, "");

/** A copy whose last section ends with this Markdown. */
const withText = (markdown: string, overrides: Partial<SentCopy> = {}): SentCopy =>
  sentCopy({ content: readFrozen(`${content}\n${markdown}\n`), ...overrides });

const scriptOf = (html: string): string => /<script>([^]*?)<\/script>/.exec(html)?.[1] ?? "";

const dataOf = (html: string): unknown =>
  JSON.parse(/<script type="application\/json" id="Data">(.*?)<\/script>/s.exec(html)?.[1] ?? "");

describe("the page's policy", () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";

  it("allows nothing but its one script and its one style, by their hashes", () => {
    expect(policy.split("; ").map((each) => each.split(" ")[0])).toEqual([
      "default-src",
      "script-src",
      "style-src",
      "form-action",
      "base-uri",
    ]);
    expect(policy).toContain("default-src 'none'");
    for (const [tag, directive] of [
      ["script", "script-src"],
      ["style", "style-src"],
    ]) {
      const [, text = ""] = new RegExp(`<${tag ?? ""}>([\\s\\S]*?)</${tag ?? ""}>`).exec(page) ?? [];
      const hash = createHash("sha256").update(text).digest("base64");
      expect(policy).toContain(`${directive ?? ""} 'sha256-${hash}';`);
    }
  });

  it("has nothing to allow: no address, no handler, no style in an element", () => {
    expect(seen(page)).not.toMatch(/\ssrc=|\sstyle=|\son[a-z]+=|url\(|https?:|@import|<form|<iframe|<link/i);
    expect(page.match(/<script\b/g)).toHaveLength(2);
  });

  it("runs the very files that are shipped, all of them", () => {
    const files = readdirSync("templates/page");
    expect(files.length).toBeGreaterThan(2);
    for (const name of files) expect(page).toContain(readFileSync(`templates/page/${name}`, "utf8"));
  });

  it("has a script that any browser of the last five years reads, and no name that is not there", () => {
    const names = ["window", "document", "Blob", "URL", "FileReader", "setTimeout", "clearTimeout"];
    const globals = Object.fromEntries(names.map((name) => [name, "readonly" as const]));
    const found = new Linter().verify(scriptOf(page), {
      languageOptions: { ecmaVersion: 2019, sourceType: "script", globals },
      rules: { "no-undef": "error", "no-unused-vars": "error" },
    });
    expect(found.map(({ message, line }) => [line, message])).toEqual([]);
  });
});

describe("what the page says", () => {
  it("is the same bytes each time, in the study's language", () => {
    expect(written(sentCopy())).toBe(page);
    expect(page).toContain('<html lang="fr" translate="no">');
    expect(written(sentCopy({ language: "en" }))).toContain("Your words");
  });

  it("begins with the title, then the letter, the contents, the sections", () => {
    const order = [
      "<h1>Questions de réseau</h1>",
      "Bonjour,",
      "Retour r01.",
      "Sommaire",
      '<section id="peur">',
    ];
    const places = order.map((words) => seen(page).indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const id of ["peur", "institution", "lien"]) {
      expect(page).toContain(`<a href="#${id}">`);
      expect(page).toContain(`<section id="${id}">`);
    }
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(seen(page)).not.toContain("{#");
  });

  it("has the study's title when the document has none", () => {
    const untitled = readFrozen(content.replace("# Questions de réseau\n", ""));
    expect(written(sentCopy({ content: untitled }))).toContain("<h1>Questions de réseau</h1>");
  });

  it("numbers each paragraph of a section, its title being 0", () => {
    expect(page).toContain('<h2 data-block="0">La peur au travail</h2>');
    expect(page).toContain('<p data-block="2">Des fois la nuit, on a peur de rentrer dans le hall.</p>');
  });

  it("keeps how words look, lists in lists, tables, notes, line breaks", () => {
    const html = seen(
      written(
        withText(
          "Des **mots** *dits* ~~tus~~ `tels` [là](https://exemple.example/)[^n]\\\nensuite\n\n3. un\n   - dedans\n\n   suite\n4. deux\n\n| a | b |\n| - | - |\n| c | d |\n\n    du code <x>\n\n***\n\n[^n]: La note.",
        ),
      ),
    );
    for (const part of [
      "<strong>mots</strong> <em>dits</em> <s>tus</s> <code>tels</code>",
      '<a href="https://exemple.example/" rel="noreferrer">là</a>',
      '<sup><a class="call" href="#lien-Note-1" aria-label="Note 1">1</a></sup><br>ensuite',
      "<th>a</th><th>b</th>",
      "<td>c</td><td>d</td>",
      "<code>du code &lt;x&gt;</code>",
      "<hr>",
      '<span class="call" id="lien-Note-1">Note 1</span> La note.',
    ])
      expect(html).toContain(part);
    expect(html.replace(/\s+|<p[^>]*>|<\/p>/g, "")).toContain(
      '<ol><livalue="3">un<ul><li>dedans</li></ul>suite</li><livalue="4">deux</li></ol>',
    );
  });

  it("closes what it opens, whatever stands in what", () => {
    const line = fc.constantFrom(
      ...[
        "- a",
        "  - b",
        "1. c",
        "> d",
        "> - e",
        "  > f",
        "| g | h |\n| - | - |\n| i | j |",
        "",
        "k",
        "### l",
      ],
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const open: string[] = [];
        for (const [, close, tag = ""] of seen(written(withText(lines.join("\n")))).matchAll(
          /<(\/?)([a-z][a-z0-9]*)/g,
        )) {
          if (["meta", "hr", "br"].includes(tag)) continue;
          if (close === "") open.push(tag);
          else expect(open.pop()).toBe(tag);
        }
        expect(open).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("lets no markup of the document through", () => {
    const hostile = withText(
      '<script>alert(1)</script>\n\n<img src="http://x.example/y.png">\n\n![a](http://x.example/z.png)\n\n[b](javascript:alert(1))\n\nmots `</script>` `<b>` &lt;i&gt; "\' </textarea>',
      { study: { id: "f".repeat(32), title: "</title><script>" } },
    );
    const html = written(hostile);
    expect(seen(html)).not.toMatch(/<img|<b>|<i>|x\.example|javascript:|<\/textarea>/);
    expect(html.match(/<script\b/g)).toHaveLength(2);
    expect(html.match(/<\/script>/g)).toHaveLength(2);
    expect(JSON.stringify(dataOf(html))).toContain("mots </script>");
  });
});

describe("one's own quotes", () => {
  it("are marked by words, and no others", () => {
    expect(page).toContain('<blockquote class="mine">\n<p class="mark">Vos paroles</p>\n<p data-block="2">');
    expect(page.match(/class="mine"/g)).toHaveLength(1);
    expect(seen(page)).not.toContain("<mark>");
  });

  it("are marked inside a sentence", () => {
    const html = written(sentCopy({ ownTurns: new Set(["s01.14"]) }));
    expect(html).toContain(
      '<mark>« toute la journée » (s01.14)</mark> <span class="mark">(vos paroles)</span>, parfois',
    );
    expect(html).not.toContain('class="mine"');
  });

  it("are not there for someone who is not quoted, and nothing can be withdrawn", () => {
    const html = written(sentCopy({ ownTurns: new Set() }));
    expect(seen(html)).not.toMatch(/class="m(?:ine|ark)"|je retire/);
    expect(html).not.toContain('"turns"');
  });

  it("are their words alone, without attribution, guillemets and turns", () => {
    const [peur] = pageSections(sentCopy({ ownTurns: new Set(["s01.12", "s01.14"]) }));
    expect(peur?.own.map(({ form, words, turns }) => [form, words, turns])).toEqual([
      ["block", "Des fois la nuit, on a peur de rentrer dans le hall.", ["s01.12"]],
      ["inline", "toute la journée", ["s01.14"]],
    ]);
    for (const { said, words } of peur?.own ?? [])
      expect(
        said.map(({ block, start, end }) => peur?.blocks[block]?.text.slice(start, end)).join("\n"),
      ).toBe(words);
  });
});

describe("the paper form", () => {
  it("has boxes under each section, and one beside each quote of one's own", () => {
    expect(page.match(/<li>je suis d’accord<\/li>/g)).toHaveLength(3);
    expect(page.match(/je retire ces paroles/g)).toHaveLength(1);
    expect(page).toContain("(r01-P03)");
  });
});

describe("the page's own words", () => {
  it("are said in both languages", () => {
    expect(Object.keys(pageWords.en.page)).toEqual(Object.keys(pageWords.fr.page));
    expect(Object.keys(pageWords.en.script)).toEqual(Object.keys(pageWords.fr.script));
    for (const [key, text] of Object.entries(pageWords.fr.script)) {
      const names = (words: string): string[] => [...words.matchAll(/\{\w+\}/g)].map(String).sort();
      expect([key, names(pageWords.en.script[key] ?? "")]).toEqual([key, names(text)]);
    }
  });

  it("are all used by the script, which asks for no other", () => {
    const script = scriptOf(page);
    const known = Object.keys(pageWords.fr.script);
    const asked = [...script.matchAll(/\bwords\.(\w+)/g)].map(([, name]) => name ?? "");
    expect(asked.filter((name) => !known.includes(name))).toEqual([]);
    const composed = /^(?:agree|nuance|disagree|keep)(?:Title|Words|More)?$/;
    expect(known.filter((name) => !asked.includes(name) && !composed.test(name))).toEqual([]);
  });
});
