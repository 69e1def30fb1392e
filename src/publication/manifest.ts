// The proof that goes with an export: what each file is, and by which agreement each section
// left. No name, no pseudonym, no title.
import { sha256 } from "../kernel/fingerprint.ts";
import type { Audience, ValidationRule } from "../study/settings.ts";
import type { ValidatedSection } from "../validation/validated.ts";

export const MANIFEST_FILE = "manifest.json";
const FORMAT = "retour-export-1";

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
  /** The hash of the journal's last line before the export. */
  readonly journal: string;
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
}

/** The manifest as it is written. */
export function writeManifest(
  export_: Omit<Manifest, "format" | "files" | "sections">,
  files: ReadonlyMap<string, string>,
  sections: readonly ValidatedSection[],
): string {
  const { study, audience, template, at, journal } = export_;
  const manifest: Manifest = {
    format: FORMAT,
    ...{ study, audience, template, at },
    files: [...files].map(([path, content]) => ({ path, sha256: sha256(content) })),
    sections: sections.map(({ group, id, fingerprint, rule, agreed, against, sessions, means }) => ({
      ...{ group, id, fingerprint, rule: ruleText(rule), agreed, against, sessions, means },
    })),
    journal,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function ruleText(rule: ValidationRule): string {
  return rule.kind === "quorum" ? `quorum: ${String(rule.share)}` : rule.kind;
}

/** What `verify` needs of a manifest that may have been written by anyone. */
export type ReadManifest = Pick<Manifest, "study" | "journal" | "files"> & {
  readonly sections: readonly Pick<ManifestSection, "group" | "id" | "fingerprint">[];
};

/** Undefined when the text is not a manifest of ours. */
export function readManifest(text: string): ReadManifest | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isManifest(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isManifest(value: unknown): value is ReadManifest {
  return (
    holdsTexts(value, ["format", "study", "journal"]) &&
    value["format"] === FORMAT &&
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
