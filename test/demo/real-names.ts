// The real names of the demo, all invented, as its script and its tables give them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readScript } from "../../src/cli/demo/script.ts";

/**
 * Any of them as a word, whole or in part, with or without its accents. First names that are words
 * too (`Pierre`, `Rose`) are looked for as they are written.
 */
export function realNames(fixtures: string): RegExp {
  const actions = readScript(fixtures, "fr").flatMap((step) => step.actions);
  const people = actions.flatMap((action) => {
    if (action.kind !== "run") return [];
    const at = action.argv.indexOf("--name");
    return at === -1 ? [] : [action.argv[at + 1] ?? ""];
  });
  const [, ...places] = readFileSync(join(fixtures, "places.csv"), "utf8").trim().split("\n");
  const names = [...people, "Krimo", "Vidalenc", ...places.map((line) => line.split(",")[0] ?? "")];
  const parts = names.flatMap((name) => [name, ...name.split(" "), ...name.split(/[ -]/)]);
  const words = [...new Set(parts)].filter((part) => part.length >= 4 && !ordinary.has(part));
  const forms = words.flatMap((word) => [...new Set([word, bare(word)])].flatMap(inCases));
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${[...forms, "Pierre", "Rose"].join("|")})(?![\\p{L}\\p{N}])`,
    "u",
  );
}

/** Parts of names that say nobody. */
const ordinary = new Set(["Pierre", "Rose", "Anne", "Marie"]);

const bare = (word: string): string => word.normalize("NFD").replace(/\p{M}/gu, "");

const inCases = (word: string): string[] => [word, word.toLowerCase(), word.toUpperCase()];
