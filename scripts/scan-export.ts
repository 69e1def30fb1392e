// Looks an export through as `retour export` does, and nothing else: for the measurements. Its arguments are a
// JSON file of the vault's identities and of the folded sentences with where each is from, then the export's files.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Identity } from "../src/vault/contents.ts";
import { namesOf } from "../src/vault/scan/names-of.ts";
import { scanFiles } from "../src/vault/scan/scan.ts";

interface Asked {
  readonly identities: readonly Identity[];
  readonly phrases: readonly (readonly [string, string])[];
}

const [asking = "", ...paths] = process.argv.slice(2);
const asked = JSON.parse(readFileSync(asking, "utf8")) as Asked;
const files = new Map(paths.map((path) => [basename(path), readFileSync(path, "utf8")]));
const names = namesOf({ identities: asked.identities, answers: [] });
const leaks = scanFiles(files, { names, phrases: new Map(asked.phrases) });
if (leaks.length > 0) throw new Error(`${String(leaks.length)} leaks`);
