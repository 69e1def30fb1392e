// What the documents say is what the program says.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { referencePages } from "../scripts/reference.ts";
import { loadCatalogue, loadTexts } from "../scripts/sample.ts";
import { verbs } from "../src/cli/commands.ts";
import { english } from "../src/cli/messages/en/language.ts";
import { french } from "../src/cli/messages/fr/language.ts";

const root = join(import.meta.dirname, "..");
const pages = ["README.md", "README.fr.md", "CHANGELOG.md"].concat(
  readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
);

describe("the documents", () => {
  it.each(Object.entries(referencePages()))(
    "hold %s as the program gives it (npm run docs)",
    (path, text) => {
      expect(readFileSync(join(root, path), "utf8")).toBe(text);
    },
  );

  it.each(pages)("%s has no link to a file that is not there", (page) => {
    const text = readFileSync(join(root, page), "utf8").replace(/```[^]*?```/g, "");
    const targets = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
      ([, target = ""]) => target,
    );
    expect(targets.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
  });

  it.each(pages)("%s names no verb that does not exist", (page) => {
    const known = new Set<string>(
      verbs.flatMap((verb) => [verb.name.split(" ")[0] ?? "", "alias" in verb ? verb.alias : ""]),
    );
    const text = readFileSync(join(root, page), "utf8");
    const used = [...text.matchAll(/(?:^|[`$(] ?)retour ([a-zé]+)(?=[ `\n)])/gm)].map(
      ([, verb = ""]) => verb,
    );
    expect(used.filter((verb) => !known.has(verb))).toEqual([]);
  });
});

describe("the pact", () => {
  const text = readFileSync(join(root, "docs/pact.md"), "utf8");
  const typed = [...text.matchAll(/`(?:[A-Z_]+=\S+ |unshare -rn )?retour ([^`]+)`/g)].map(
    ([, words = ""]) => words,
  );

  it.each(typed)("gives a command that exists: retour %s", (command) => {
    const bare = command.replace(/"[^"]*"/g, "x");
    const words = bare.split(" ").filter((word) => !word.startsWith("--"));
    const verb = verbs
      .filter(({ name }) => name.split(" ").every((word, index) => word === words[index]))
      .sort((a, b) => b.name.length - a.name.length)[0];
    expect(verb, command).toBeDefined();
    const known = new Set(["--yes", "--dry-run", "--lang", "--json", "--study"]);
    if (verb && "vault" in verb) known.add("--vault");
    for (const { flags } of verb && "options" in verb ? verb.options : [])
      known.add(flags.split(" ")[0] ?? "");
    const options = bare.split(" ").filter((word) => word.startsWith("--"));
    expect(options.filter((option) => !known.has(option))).toEqual([]);
  });

  it("makes the same claims in both languages, with the same commands", () => {
    const [french, english] = text.split("\n# The pact, and what holds it\n").map((half) =>
      half
        .split("\n")
        .filter((line) => /^\|.*`retour /.test(line))
        .map((line) => (line.split("|")[2] ?? "").match(/`[^`]+`/g)),
    );
    expect(french?.length).toBeGreaterThan(15);
    expect(english).toEqual(french);
  });
});

describe("the French of the messages", () => {
  const said = [
    ...loadCatalogue(french).flatMap(({ code, message, hint }) => [
      [code, message],
      [code, hint ?? ""],
    ]),
    ...loadTexts(french).map(({ key, text }) => [key, text]),
  ];

  it("has no-break spaces before double punctuation and inside guillemets, and curly apostrophes", () => {
    const prose = (text: string): string => text.replace(/`[^`]*`/g, "").replace(/retour [a-z]+ .*$/gm, "");
    const wrong = said.filter(([, text = ""]) => / [;:!?»]|« |[a-zà-ÿ]'[a-zà-ÿ]/i.test(prose(text)));
    expect(wrong).toEqual([]);
  });

  it("says something for every code and text, in both languages", () => {
    for (const language of [french, english]) {
      for (const { code, message } of loadCatalogue(language)) expect(message, code).toMatch(/\S/);
      for (const { key, text } of loadTexts(language)) expect(text, key).toBeDefined();
    }
  });
});
