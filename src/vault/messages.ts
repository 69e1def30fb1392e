// What the vault room refuses or finds. Never a real name in the values.
import { messages } from "../kernel/diagnostic.ts";

type Nothing = Record<string, never>;

export interface VaultMessages {
  /** The study keeps its names in a vault, and none was made yet. */
  "vault.none": Nothing;
  /** A vault is there, that the study does not know yet. */
  "vault.unknown": Nothing;
  /** Not the study's: another vault. */
  "vault.other-study": Nothing;
  "vault.missing": Nothing;
  "vault.exists": Nothing;
  /** The study has its vault already. */
  "vault.already": Nothing;
  /** The study's settings say that it keeps none. */
  "vault.not-kept": Nothing;
  /** They say so, of a study whose names are in one. */
  "vault.set-aside": Nothing;
  "vault.in-study": Nothing;
  "vault.in-git": Nothing;
  "vault.folder-open": Nothing;
  "vault.readable": Nothing;
  "vault.not-age": Nothing;
  "vault.no-passphrase": Nothing;
  "vault.too-costly": Nothing;
  "vault.wrong-passphrase": Nothing;
  "vault.damaged": Nothing;
  "vault.foreign": Nothing;
  "vault.newer": { found: number; known: number };
  "vault.changed": Nothing;
  "vault.busy": Nothing;
  "vault.no-space": Nothing;
  "vault.read-only": Nothing;
  /** `variable`: the environment variable that may name its file. */
  "vault.passphrase-missing": { variable: string };
  "vault.passphrase-open": Nothing;
  "vault.passphrase-empty": Nothing;
  "vault.passphrase-short": { least: number };
  /** Words that may be names, and nobody to ask. `source`: `s01`, `r02-P03`; `places`: times, turns, sections. */
  "vault.doubtful": { count: number; source: string; places: string };
  /** It could not be opened where it would have helped but is not required. */
  "vault.closed": Nothing;
  /** A package in a package, too many times over for what is in it to be read. */
  "scan.too-deep": { file: string };
  /** What stands there may have no end, or nobody at the other: only files are read. */
  "vault.not-a-file": { what: "vault" | "passphrase" | "table" };
  "vault.empty-name": Nothing;
  "vault.empty-replacement": Nothing;
  "vault.replacement-taken": Nothing;
  "vault.replacement-is-name": Nothing;
  "vault.name-is-replacement": Nothing;
  "vault.unknown-replacement": Nothing;
  /** What retour.yaml calls a person, and what the vault puts in the place of their name. */
  "vault.pseudonym-differs": { id: string; pseudonym: string; replacement: string };
  "vault.is-listed": Nothing;
  "vault.unknown-kind": Nothing;
  "vault.unknown-participant": Nothing;
  "vault.no-column": Nothing;
  "vault.broken-table": Nothing;
  "vault.no-turn": { turn: string };
  "vault.export-taken": Nothing;
  "vault.exported": Nothing;
  "vault.former-passphrase": Nothing;
  "vault.former-replacement": { sessions: string };
}

export const { refuse, diagnose } = messages<VaultMessages>();
