import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RetourError } from "../../src/kernel/diagnostic.ts";
import { asGroupId, asParticipantId, asSessionId, asThemeId } from "../../src/kernel/ids.ts";
import { htmlPage, markdownToHtml } from "../../src/retour/html.ts";
import { findQuotes } from "../../src/retour/quote.ts";
import { outline } from "../../src/retour/outline.ts";
import { findTemplate, renderTemplate } from "../../src/retour/template.ts";
import { viewDocument } from "../../src/retour/view.ts";
import type { Settings } from "../../src/study/settings.ts";
import type { Codebook, Theme } from "../../src/theme/codebook.ts";
import type { Passage } from "../../src/theme/passages.ts";
import { temporaryFolder } from "../world.ts";
import { unguarded, whole } from "../settings.ts";

function known<T>(id: T | undefined): T {
  if (id === undefined) throw new Error("not an id");
  return id;
}
const g1 = known(asGroupId("g1"));
const s01 = known(asSessionId("s01"));
const P01 = known(asParticipantId("P01"));
const theme = (id: string, ...children: Theme[]): Theme => ({
  id: known(asThemeId(id)),
  title: `Thème ${id}`,
  definition: undefined,
  children,
});
const roots = [theme("peur", theme("peur-nuit"), theme("represailles")), theme("lien"), theme("vide")];
const codebook: Codebook = { roots, byId: new Map() };
const settings: Settings = {
  title: "Étude",
  language: "fr",
  kind: "collective",
  groups: [{ id: g1, title: "Groupe" }],
  participants: [
    {
      id: P01,
      groups: [g1],
      role: "participant",
      pseudonym: "Nadia",
      description: "éducatrice",
      organisation: undefined,
    },
  ],
  sessions: [
    { id: s01, date: "2026-01-15", group: g1, present: [P01], capture: "recording", guests: undefined },
  ],
  validation: { rule: { kind: "unanimity" }, silence: "not-agreement", quotedMustAgree: true, ...whole },
  audience: "group",
  attribution: "description",
  pact: "",
  ...unguarded,
};
const passage = (number: number, id: string, words: string, start: number | null = null): Passage => ({
  turn: { session: s01, number },
  participant: P01,
  theme: known(asThemeId(id)),
  words,
  start,
  end: start === null ? null : start + words.length,
});

describe("the view of a document", () => {
  const group = { id: g1, title: "Groupe" };

  it("gathers passages under their theme, and once where they are most precise", () => {
    const view = viewDocument(settings, group, "r01", codebook, [
      passage(1, "peur", "on a peur"),
      passage(1, "peur-nuit", "on a peur"),
      passage(2, "peur", "une autre"),
      passage(3, "represailles", "les pneus", 4),
      passage(4, "lien", "bonsoir"),
    ]);
    expect(
      view.sections.map(({ id, quotes, themes }) => [
        id,
        quotes.map(({ turn }) => turn),
        themes.map((each) => [each.id, each.quotes.map(({ turn }) => turn)]),
      ]),
    ).toEqual([
      [
        "peur",
        ["s01.2"],
        [
          ["peur-nuit", ["s01.1"]],
          ["represailles", ["s01.3"]],
        ],
      ],
      ["lien", ["s01.4"], []],
    ]);
  });

  it.each([
    ["description", "> — éducatrice (s01.1)"],
    ["pseudonym", "> — Nadia (s01.1)"],
    ["none", "> — (s01.1)"],
  ] as const)("shows under a quote the %s", (attribution, line) => {
    const view = viewDocument({ ...settings, attribution }, group, "r01", codebook, [
      passage(1, "lien", "deux\n\nparagraphes"),
    ]);
    expect(view.sections[0]?.quotes[0]?.block).toBe(`> deux\n>\n> paragraphes\n>\n${line}`);
  });

  it("shows pauses and laughter, or hides them, as the template asks", () => {
    const view = viewDocument(settings, group, "r01", codebook, [
      passage(1, "lien", "on rit (rires) quand même (inaudible) voilà"),
    ]);
    const template = (name: string) => ({
      file: "t",
      text: `{% for s in sections %}{% for q in s.quotes %}{{ q.${name} | raw }}{% endfor %}{% endfor %}`,
    });
    expect(renderTemplate(template("text"), view)).toBe("on rit (rires) quand même (inaudible) voilà");
    expect(renderTemplate(template("text_without_marks"), view)).toBe("on rit quand même […] voilà");
    expect(renderTemplate(template("block_without_marks"), view)).toBe(
      "> on rit quand même \\[…\\] voilà\n>\n> — éducatrice (s01.1)",
    );
  });

  it.each(["fr", "en"])(
    "through the shipped %s template gives a document whose quotes read back",
    (language) => {
      const hostile = "# pas un titre {#x} <b>&lt;</b> [a](http://b.c) {{ non }} | a\n\n- liste";
      const view = viewDocument({ ...settings, title: "L’étude <i>" }, group, "r01", codebook, [
        passage(1, "peur-nuit", hostile),
        passage(2, "lien", "bonsoir"),
      ]);
      const text = renderTemplate(findTemplate("/nowhere", "retour", language), view);
      const { outline: found, diagnostics } = outline(text, "");
      expect(diagnostics).toEqual([]);
      expect(found.sections.map(({ id }) => id)).toEqual(["peur", "lien"]);
      expect(found.frontMatter).toContain("group: g1\nedition: r01\nsessions: [s01]\n");
      expect(findQuotes(text).map(({ words }) => words)).toEqual([hostile, "bonsoir"]);
      expect(markdownToHtml(found.sections[0]?.text ?? "")).not.toMatch(/<(b|i|a|ul|h1)>/);
      expect(text).not.toMatch(/\n{3}/);
    },
  );
});

describe("templates", () => {
  it("of the study come before those that ship", () => {
    const study = temporaryFolder();
    mkdirSync(join(study, "templates/retour"), { recursive: true });
    writeFileSync(join(study, "templates/retour/fr.md"), "le mien");
    expect(findTemplate(study, "retour", "fr").text).toBe("le mien");
    expect(findTemplate(study, "retour", "en").text).toContain("### Analysis");
  });

  it.each([["../../etc"], ["absent"]])("named %s are refused", (kind) => {
    expect(() => findTemplate(temporaryFolder(), kind, "fr")).toThrow(RetourError);
  });

  it.each([
    ["un\n{% for x in y %}", 2, "template.error"],
    ["a\n\n{{ inconnu }}", 3, "template.error"],
    ["{{ titre | filtre_inconnu }}", 1, "template.error"],
    ["{% include 'autre' %}", 1, "template.error"],
  ])("with a mistake say where: %j", (text, line, code) => {
    try {
      renderTemplate({ file: "templates/retour/fr.md", text }, { titre: "t" });
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code, place: { file: "templates/retour/fr.md", line } });
    }
  });

  it("never run code nor reach into objects", () => {
    expect(
      renderTemplate({ file: "t", text: "{{ titre | escape }} {{ objet }}" }, { titre: "a<b", objet: {} }),
    ).not.toContain("object");
    expect(() => renderTemplate({ file: "t", text: "{{ titre.constructor }}" }, { titre: "t" })).toThrow(
      RetourError,
    );
  });
});

describe("pages", () => {
  it("load nothing and run nothing", () => {
    const html = markdownToHtml(
      "![image](http://x.y/z.png) <script>alert(1)</script> <img src=x onerror=alert(1)> [lien](javascript:alert(1)) [bon](https://a.b) www.parole.fr",
    );
    expect(html).not.toMatch(/<img|<script|javascript|onerror|href="http:\/\/www/);
    expect(html).toContain('<a href="https://a.b">bon</a>');
    const page = htmlPage({ title: "<b>", language: "fr", body: html });
    expect(page).toContain("default-src 'none'");
    expect(page).toContain("<title>&lt;b&gt;</title>");
  });

  it("keep tables, footnotes and quotes", () => {
    const html = markdownToHtml("| a | b |\n|---|---|\n| 1 | 2 |\n\n> cité[^1]\n\n[^1]: note");
    expect(html).toMatch(/<table>[^]*<blockquote>[^]*note/);
  });
});
