// The files of the study in which names stand, the ledger, the sheets and the documents aside: what
// the program wrote is to go, what people wrote or sent is theirs to change.
import { basename, dirname, join } from "node:path";
import { RetourError } from "../kernel/diagnostic.ts";
import { readBytes } from "../kernel/files.ts";
import { sha256 } from "../kernel/fingerprint.ts";
import { isArchive } from "../ledger/archive.ts";
import { CODEBOOK_FILE, SETTINGS_FILE } from "../study/folder.ts";
import { listFiles } from "../study/list-files.ts";
import type { Study } from "../study/open.ts";
import type { NameReplacer } from "../vault/replace/name-replacer.ts";
import type { Names } from "../vault/scan/leak.ts";
import { scanFiles } from "../vault/scan/scan.ts";
import { isDocument, isLeftAside } from "./files.ts";
import { holds } from "./held.ts";

export interface NamedFiles {
  /** Written by the program for others, with their SHA-256: made again without the name, when they are asked for. */
  readonly made: readonly { readonly path: string; readonly sum: string; readonly shown: string }[];
  /** For the person to change or put away. `path`, as `shown` above: its folder when it would say a name. */
  readonly left: readonly {
    readonly path: string;
    readonly kind: "return" | "transcript" | "backup" | "other";
  }[];
  /** Too large, or packed so that they cannot be read to their end. */
  readonly unread: readonly string[];
}

interface Search {
  readonly scan: Names;
  readonly names: NameReplacer;
  /** Those that hold a name whatever is found in them: they are of texts in which it stood. */
  readonly surely: (path: string) => boolean;
  /** SHA-256 of the transcripts that words came in. */
  readonly sources: ReadonlySet<string>;
  /** True when names leave the ledger now: every copy of it holds them. */
  readonly isInLedger: boolean;
}

/** Sound and pictures, which hold no text, are larger than this. */
const LARGEST = 128 * 1024 * 1024;

/** What is not the program's to delete, but a record of what left. */
const isMade = (path: string): boolean => /^(?:copies|reports|exports)\//.test(path);
const isRecord = (path: string): boolean => path.startsWith("exports/") && basename(path) === "manifest.json";

export function findNamedFiles(study: Study, search: Search): NamedFiles {
  const { surely, sources, isInLedger } = search;
  const made: { path: string; sum: string; shown: string }[] = [];
  const left: NamedFiles["left"][number][] = [];
  const unread: string[] = [];
  const isOurs = (path: string): boolean => path === SETTINGS_FILE || path === CODEBOOK_FILE;
  for (const { path, kind, stats } of listFiles(study.root, (each) => isLeftAside(study, each))) {
    if (kind !== "file" || isDocument(study, path) || isOurs(path) || isRecord(path)) continue;
    const whole = join(study.root, path);
    const isCopy = /^\.retour\/ledger-.*\.db$/.test(path);
    const isBackup = stats.size > 72 && isArchive(whole);
    if (stats.size > LARGEST && !(isInLedger && (isCopy || isBackup))) {
      unread.push(path);
      continue;
    }
    const bytes = readBytes(whole, Number.MAX_SAFE_INTEGER);
    const { isNamed, isUnread, shown } = look(path, bytes, search);
    if (isUnread) unread.push(shown);
    const isHeld = isNamed || surely(path) || (isInLedger && (isCopy || isBackup));
    if (!isHeld) continue;
    const sum = sha256(bytes);
    if (isMade(path) || isCopy) made.push({ path, sum, shown });
    else if (isBackup) left.push({ path: shown, kind: "backup" });
    else if (sources.has(sum)) left.push({ path: shown, kind: "transcript" });
    else left.push({ path: shown, kind: path.startsWith("returns/") ? "return" : "other" });
  }
  return { made, left, unread };
}

/** Packages and their parts, markup and pictures as the last door looks at them; messages as they are unpacked too. */
function look(
  path: string,
  bytes: Buffer,
  { scan, names }: Search,
): { isNamed: boolean; isUnread: boolean; shown: string } {
  try {
    const leaks = scanFiles(new Map([[path, bytes]]), { names: scan });
    const isNamed =
      leaks.length > 0 ||
      (/\.(?:eml|mbox|msg|gz)$/i.test(path) && holds(bytes, (text) => names.edits(text).length > 0));
    return { isNamed, isUnread: false, shown: called(scan, path) };
  } catch (error) {
    if (!(error instanceof RetourError)) throw error;
    return { isNamed: false, isUnread: true, shown: called(scan, path) };
  }
}

/** Its path; when that says a name, the folder that does not. */
function called(scan: Names, path: string): string {
  if (!isSaid(scan, path)) return path;
  const folder = dirname(path);
  return folder === "." ? "…" : `${called(scan, folder)}/…`;
}

const isSaid = (scan: Names, path: string): boolean =>
  scanFiles(new Map([[path, ""]]), { names: scan }).length > 0;
