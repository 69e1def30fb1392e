// The files of the study that hold the words, and what becomes of each: people's own texts lose the
// words and keep every other byte; what the program or others made goes.
import { basename, join } from "node:path";
import { readBytes } from "../kernel/files.ts";
import { sha256 } from "../kernel/fingerprint.ts";
import { isArchive } from "../ledger/archive.ts";
import { LEDGER_FILE } from "../ledger/ledger.ts";
import { CODEBOOK_FILE, documentPath, SETTINGS_FILE, sheetPath } from "../study/folder.ts";
import { listFiles } from "../study/list-files.ts";
import type { Study } from "../study/open.ts";
import { holds } from "./held.ts";
import { isPersonsText, readPersonText } from "./person-text.ts";
import { splice } from "../wording/cut-out.ts";
import type { Words } from "./words.ts";

export type FileKind =
  "copy" | "return" | "export" | "report" | "transcript" | "backup" | "document" | "other";

export interface HeldFile {
  /** Relative to the study, with forward slashes. */
  readonly path: string;
  readonly kind: FileKind;
  /** SHA-256 of what it holds. */
  readonly sum: string;
  /** What it held and is to hold instead; undefined when it goes. */
  readonly rewritten: { readonly before: Buffer; readonly now: Buffer } | undefined;
}

/** What is known of files before they are opened. */
export interface KnownFiles {
  /** Those that hold the words whatever is found in them: copies of a text that quoted them. */
  readonly surely: (path: string, sum: () => string) => boolean;
  /** Those about a text which said the words: they hold them when they show a few in a row. */
  readonly isAbout?: (path: string, sum: string) => boolean;
  /** SHA-256 of the transcripts that the words came in. */
  readonly sources: ReadonlySet<string>;
}

export interface FoundFiles {
  readonly files: readonly HeldFile[];
  /** Too large to be looked into. */
  readonly unread: readonly string[];
  /** Those the study stands on that say the words in a way they cannot be taken out of. */
  readonly left: readonly string[];
}

/** No text that people write is larger. Sound and pictures, which hold no text, are. */
const LARGEST = 128 * 1024 * 1024;

/** Written by this program for others, or by others for this study: of no use without the words. */
const made: readonly (readonly [RegExp, FileKind])[] = [
  [/^copies\//, "copy"],
  [/^returns\//, "return"],
  [/^exports\//, "export"],
  [/^reports\//, "report"],
];

/** Looks into every file of the study but its ledger and the sheets that are written anew. */
export function findFiles(study: Study, words: Words, mark: string, known: KnownFiles): FoundFiles {
  const saysThem = (text: string): boolean => words.sentencesIn(text).length > 0;
  const isIn = (text: string): boolean => saysThem(text) || words.isNamedIn(text);
  const files: HeldFile[] = [];
  const unread: string[] = [];
  const left: string[] = [];
  for (const { path, kind, stats } of listFiles(study.root, (each) => isLeftAside(study, each))) {
    if (kind !== "file") continue;
    const whole = join(study.root, path);
    const backup = /^\.retour\/ledger-.*\.db$/.test(path) || (stats.size > 72 && isArchive(whole));
    if (!backup && stats.size > LARGEST) {
      unread.push(path);
      continue;
    }
    const bytes = readBytes(whole, Number.MAX_SAFE_INTEGER);
    const sum = sha256(bytes);
    const gone = (found: FileKind): number => files.push({ path, kind: found, sum, rewritten: undefined });
    if (backup) gone("backup");
    else if (known.sources.has(sum)) gone("transcript");
    else if (basename(path) === "manifest.json" && path.startsWith("exports/")) continue;
    // A name cannot be rewritten: the file goes with it.
    else if (saysThem(path) && !isNeeded(study, path))
      gone(made.find(([where]) => where.test(path))?.[1] ?? "other");
    else {
      const place = made.find(([where]) => where.test(path))?.[1];
      if (place !== undefined) {
        const isAbout = known.isAbout?.(path, sum) === true;
        const isShown = (text: string): boolean => isIn(text) || (isAbout && words.isShownIn(text));
        if (known.surely(path, () => sum) || holds(bytes, isShown)) gone(place);
        continue;
      }
      const isText = isPersonsText(path);
      const now = isText ? withoutWords(bytes, words, mark) : bytes;
      const rewritten = now.equals(bytes) ? undefined : { before: bytes, now };
      // What is said in a way that cannot be taken out of it goes with the file, unless the study stands on it.
      if (holds(now, isText ? saysThem : isIn)) {
        if (!isNeeded(study, path)) {
          gone("other");
          continue;
        }
        left.push(path);
      }
      if (rewritten)
        files.push({ path, kind: isDocument(study, path) ? "document" : "other", sum, rewritten });
    }
  }
  return { files, unread, left };
}

function withoutWords(bytes: Buffer, words: Words, mark: string): Buffer {
  const { text, encode } = readPersonText(bytes);
  const cuts = words.cutsIn(text);
  return cuts.length === 0 ? bytes : encode(splice(text, cuts, mark).text);
}

export const isDocument = ({ settings }: Study, path: string): boolean =>
  settings.groups.some(({ id }) => documentPath(id) === path);

/** What the study cannot be without. */
export const isNeeded = (study: Study, path: string): boolean =>
  path === SETTINGS_FILE || path === CODEBOOK_FILE || isDocument(study, path);

/** The ledger is emptied by itself, and its sheets are written anew; other tools' folders are not ours. */
export function isLeftAside({ settings }: Study, path: string): boolean {
  return (
    ["node_modules", ".git"].includes(basename(path)) ||
    path === ".retour/lock.db" ||
    ["", "-wal", "-shm", "-journal"].some((end) => path === LEDGER_FILE + end) ||
    settings.sessions.some(({ id }) => sheetPath(id) === path)
  );
}
