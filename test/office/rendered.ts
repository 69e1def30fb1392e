// The pages of a copy as pictures, kept in rendered/ for a person to look at.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "rendered");

/** Writes `NAME.pdf` and a picture of each of its pages; gives the pictures' paths, in order. */
export function renderPages(pdf: Buffer, name: string): string[] {
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) if (old.startsWith(`${name}-`)) rmSync(join(folder, old));
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, pdf);
  execFileSync("pdftoppm", ["-r", "80", "-png", file, join(folder, name)]);
  return readdirSync(folder)
    .filter((each) => each.startsWith(`${name}-`))
    .sort()
    .map((each) => join(folder, each));
}
