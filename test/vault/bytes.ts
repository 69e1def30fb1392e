// Names looked for in every byte of a folder, as someone would who wants to find them.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { unzipSync } from "fflate";
import { foldPhrase } from "../../src/wording/phrases.ts";

/**
 * The files of a folder, and what they hold once unpacked, in which any of these words stands, case,
 * accents and marks aside. `but`: folders that are not looked at, relative to it.
 */
export function filesHolding(
  folder: string,
  words: readonly string[],
  but: readonly string[] = [],
): string[] {
  const folded = words.map((word) => foldPhrase(word).replaceAll(" ", ""));
  const holds = (text: string): boolean => {
    const all = foldPhrase(text).replaceAll(" ", "");
    return folded.some((word) => all.includes(word));
  };
  const found: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path);
    if (but.some((each) => name === each || name.startsWith(`${each}/`))) continue;
    if (holds(name)) found.push(`${name} (its name)`);
    if (!entry.isFile()) continue;
    const bytes = readFileSync(path);
    if (holds(bytes.toString("utf8")) || holds(bytes.toString("utf16le"))) found.push(name);
    if (bytes.subarray(0, 2).toString("latin1") !== "PK") continue;
    for (const [part, content] of Object.entries(unzipSync(bytes)))
      if (holds(part) || holds(Buffer.from(content).toString("utf8"))) found.push(`${name}!${part}`);
  }
  return found;
}
