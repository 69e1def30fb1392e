// What the publication room refuses or finds.
import { messages } from "../kernel/diagnostic.ts";

export interface PublicationMessages {
  "export.later-format": { format: string };
  "export.unknown-format": { format: string; known: string };
  "export.folder-taken": { folder: string };
  "export.folder-forbidden": { folder: string };
  "export.finished": { folder: string };
  "export.altered": Record<string, never>;
  /** `where`: the part of the file; "" for its text. `name`: what stands instead of the name. */
  "export.leak-name": { where: string; name: string };
  "export.leak-withdrawn": { where: string };
  /** `from`: what the sentence is of, `s01.12`, `g1/peur`, `c003`. */
  "export.leak-unvalidated": { where: string; from: string };
  "verify.manifest-changed": { path: string };
  "verify.no-manifest": { folder: string };
  "verify.bad-manifest": { folder: string };
  "verify.path-refused": { path: string };
  "verify.link": { path: string };
  "verify.not-folder": { file: string };
  /** The folder itself is a link. */
  "verify.folder-link": { folder: string };
  /** `made`: the export whose folder this is; `export`, `day`, `audience`: the one that was found in it. */
  "verify.other-export": { made: string; export: string; day: string; audience: string };
  "verify.file-missing": { path: string };
  "verify.file-changed": { path: string };
  "verify.file-added": { path: string };
  "verify.other-study": Record<string, never>;
  "verify.not-recorded": Record<string, never>;
  "verify.sections-differ": Record<string, never>;
  "verify.not-agreed": { section: string };
  "verify.ledger-changed": { section: string };
  "verify.no-longer": { section: string };
  /** Words of it were withdrawn since: it is to be recalled. */
  "verify.withdrawn": { section: string };
  /** A real name left in it, and was replaced in the ledger since: it is to be recalled. */
  "verify.named": { section: string };
  "verify.journal": Record<string, never>;
}

export const { refuse, diagnose } = messages<PublicationMessages>();
