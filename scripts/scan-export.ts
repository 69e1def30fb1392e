// Looks an export through as `retour export` does, and nothing else: for the measurements. Its argument is a
// JSON file of the vault's identities, the files, and the folded sentences with where each is from.
import { readFileSync } from "node:fs";
import type { Identity } from "../src/vault/contents.ts";
import { namesOf } from "../src/vault/scan/names-of.ts";
import { scanFiles } from "../src/vault/scan/scan.ts";

interface Export {
  readonly identities: readonly Identity[];
  readonly files: readonly (readonly [string, string])[];
  readonly phrases: readonly (readonly [string, string])[];
}

const asked = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Export;
const names = namesOf({ identities: asked.identities, answers: [] });
const leaks = scanFiles(new Map(asked.files), { names, phrases: new Map(asked.phrases) });
if (leaks.length > 0) throw new Error(`${String(leaks.length)} leaks`);
