// The reference pages that are made from the program itself: every verb with its options, and
// every code with its message. `npm run docs` writes them; test/docs.test.ts holds them.
import { verbs, type VerbSpec } from "../src/cli/commands.ts";
import { english } from "../src/cli/messages/en/language.ts";
import { french } from "../src/cli/messages/fr/language.ts";
import type { Help } from "../src/cli/messages/catalogue.ts";
import { help as englishHelp } from "../src/cli/messages/en/help.ts";
import { help as frenchHelp } from "../src/cli/messages/fr/help.ts";
import { loadCatalogue } from "./sample.ts";

/** Every page, by path. */
export function referencePages(): Record<string, string> {
  return {
    "docs/commandes.md": commandPage(frenchHelp, "Les commandes", "fr"),
    "docs/commands.md": commandPage(englishHelp, "Commands", "en"),
    "docs/codes.md": codePage(),
  };
}

function commandPage(help: Help, title: string, code: "fr" | "en"): string {
  const note =
    code === "fr"
      ? "Page faite par `npm run docs` à partir du programme."
      : "Made by `npm run docs` from the program.";
  const global = Object.entries(help.global).map(([name, text]) => `- \`--${name}\` ${text}`);
  return (
    [
      `# ${title}`,
      note,
      ...(verbs as readonly VerbSpec[]).map((verb) => verbEntry(verb, help)),
      `## ${code === "fr" ? "Pour toutes les commandes" : "For every command"}`,
      global.join("\n"),
      "",
    ]
      .join("\n\n")
      .trimEnd() + "\n"
  );
}

function verbEntry(verb: VerbSpec, help: Help): string {
  const texts = Object.entries(help.verbs).find(([name]) => name === verb.name)?.[1];
  if (texts === undefined) throw new Error(`no help for ${verb.name}`);
  const usage = [`retour ${verb.name}`, verb.arguments].filter((part) => part !== undefined).join(" ");
  const alias = verb.alias === undefined ? "" : ` (\`${verb.alias}\`)`;
  const options = Object.entries(texts.options).map(([name, text]) => {
    const spec = verb.options?.find(({ flags }) => flags.startsWith(`--${name}`));
    return `- \`${spec?.flags ?? name}\` ${text}`;
  });
  const examples = ["```sh", ...texts.examples, "```"].join("\n");
  return [`## \`${usage}\`${alias}`, `${texts.summary}.`, options.join("\n"), examples]
    .filter((part) => part !== "")
    .join("\n\n");
}

function codePage(): string {
  const rows = loadCatalogue(french).map(({ code, message, hint }) => {
    const other = loadCatalogue(english).find((each) => each.code === code);
    const cell = (text: string | undefined): string =>
      (text ?? "").replaceAll("|", "\\|").replaceAll("\n", " ");
    return `| \`${code}\` | ${cell(message)} ${cell(hint)} | ${cell(other?.message)} ${cell(other?.hint)} |`;
  });
  return (
    [
      "# Codes",
      "Every message the program can give, by its stable code. Made by `npm run docs`.",
      ["| Code | Français | English |", "|---|---|---|", ...rows.sort()].join("\n"),
      "",
    ]
      .join("\n\n")
      .trimEnd() + "\n"
  );
}
