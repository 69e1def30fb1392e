// The proof that goes with an export: what each file is, and by which agreement each section
// left. No name, no pseudonym, no title.
import { sha256 } from "../kernel/fingerprint.ts";
import type { Audience, Settings, ValidationRule } from "../study/settings.ts";
import type { ValidatedSection } from "../validation/validated.ts";

export const MANIFEST_FILE = "manifest.json";
/** The first format had no seal; what was written in it still proves what it proved. */
const [FORMAT, UNSEALED] = ["retour-export-2", "retour-export-1"];

export interface Manifest {
  readonly format: string;
  /** The study's id. */
  readonly study: string;
  readonly audience: Audience;
  readonly template: { readonly name: string; readonly sha256: string };
  /** ISO UTC. */
  readonly at: string;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
  readonly sections: readonly ManifestSection[];
  /** What the files were looked through for before they were written. */
  readonly scan: Scan;
  /** kept: whoever is quoted had consented to it here; elsewhere: on paper. */
  readonly consents: Settings["consent"];
  /** The version of the pact that people last agreed to, when there is one. */
  readonly pact?: number | undefined;
  /** The hash of the journal's last line before the export. */
  readonly journal: string;
}

export interface Scan {
  /** How many people and places of the vault; null when it was not there to be looked at. */
  readonly names: number | null;
  /** How many sentences that nobody agreed to, and how many withdrawn ones. */
  readonly sentences: number;
  readonly withdrawn: number;
}

export interface ManifestSection {
  readonly group: string;
  readonly id: string;
  readonly fingerprint: string;
  /** As retour.yaml writes it: `unanimity`, `quorum: 0.75`, `group-session`. */
  readonly rule: string;
  /** How many said yes, and no. */
  readonly agreed: number;
  readonly against: number;
  readonly sessions: readonly string[];
  readonly means: readonly string[];
  /** The fingerprint of the note that stands beside it, when someone opposes it. */
  readonly note?: string;
}

/** The manifest as it is written. */
export function writeManifest(
  export_: Omit<Manifest, "format" | "files" | "sections">,
  files: ReadonlyMap<string, string>,
  sections: readonly ValidatedSection[],
): string {
  const { study, audience, template, at, scan, consents, pact, journal } = export_;
  const manifest: Manifest = {
    format: FORMAT,
    ...{ study, audience, template, at },
    files: [...files].map(([path, content]) => ({ path, sha256: sha256(content) })),
    sections: sections.map(({ group, id, fingerprint, rule, agreed, against, sessions, means, note }) => ({
      ...{ group, id, fingerprint, rule: ruleText(rule), agreed, against, sessions, means },
      ...(note === undefined ? {} : { note: sha256(note) }),
    })),
    ...{ scan, consents, ...(pact === undefined ? {} : { pact }), journal },
  };
  return seal(JSON.stringify(manifest, null, 2));
}

/** Its last line is the SHA-256 of all that stands before: a byte changed anywhere shows, even where the ledger is not. */
export function seal(json: string): string {
  const open = json.trimEnd().replace(/\s*\}$/, ",");
  return `${open}\n  "seal": "${sha256(open)}"\n}\n`;
}

/** False when a manifest that has a seal, or should, is not the text that was sealed. */
function isSealed(text: string, format: unknown): boolean {
  const [whole = "", sum = ""] = /\n {2}"seal": "([0-9a-f]{64})"\n\}\n$/.exec(text) ?? [];
  if (whole === "") return format === UNSEALED && !text.includes('"seal"');
  return sha256(text.slice(0, text.length - whole.length)) === sum;
}

function ruleText(rule: ValidationRule): string {
  return rule.kind === "quorum" ? `quorum: ${String(rule.share)}` : rule.kind;
}

/** What `verify` needs of a manifest that may have been written by anyone. */
export type ReadManifest = Pick<Manifest, "study" | "journal" | "files"> & {
  readonly sections: readonly Pick<ManifestSection, "group" | "id" | "fingerprint">[];
  /** False when it is not the text that was sealed. */
  readonly isSealed: boolean;
};

/** Undefined when the text is not a manifest of ours. */
export function readManifest(text: string): ReadManifest | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!isManifest(value)) return undefined;
    return { ...value, isSealed: isSealed(text, Reflect.get(value, "format")) };
  } catch {
    return undefined;
  }
}

function isManifest(value: unknown): value is Omit<ReadManifest, "isSealed"> {
  return (
    holdsTexts(value, ["format", "study", "journal"]) &&
    (value["format"] === FORMAT || value["format"] === UNSEALED) &&
    isListOf(value["files"], ["path", "sha256"]) &&
    isListOf(value["sections"], ["group", "id", "fingerprint"])
  );
}

function isListOf(value: unknown, keys: readonly string[]): boolean {
  return Array.isArray(value) && value.every((each) => holdsTexts(each, keys));
}

function holdsTexts(value: unknown, keys: readonly string[]): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    keys.every((key) => typeof Reflect.get(value, key) === "string")
  );
}
