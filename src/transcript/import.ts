// Speech comes in: transcripts' files become sessions' turns and their readable sheets.
import { resolve } from "node:path";
import { RetourError, type Diagnostic } from "../kernel/diagnostic.ts";
import { kindOfPath } from "../kernel/files.ts";
import type { ParticipantId, SessionId, ThemeId } from "../kernel/ids.ts";
import type { Change } from "../ledger/ledger.ts";
import { nearest } from "../study/nearest.ts";
import type { Study } from "../study/open.ts";
import { removedOn } from "../study/retention.ts";
import type { Session } from "../study/settings.ts";
import { purgeRows } from "../study/store.ts";
import type { NameReplacer } from "../vault/replace/name-replacer.ts";
import { chooseSession, sessionInName, sessionNamedBy } from "./choose-session.ts";
import type { Encoding } from "./encoding/decode.ts";
import { filesIn, kindOfFile } from "./folder.ts";
import { isToldMore, readIncoming, type Imported, type Incoming, type Source } from "./incoming.ts";
import { foldLabel, isDiarised } from "./shapes/labels.ts";
import { diagnose, refuse } from "./messages.ts";
import { planImport, type Planned } from "./plan-import.ts";
import { transcriptOf } from "./store.ts";
import { syncSheets } from "./sync-sheets.ts";
import type { AskVoice } from "./who-speaks.ts";

export interface ImportRequest {
  /** Files and folders, as the person named them, from `cwd`. */
  readonly files: readonly string[];
  readonly cwd: string;
  /** Undefined: told from each file's name. */
  readonly session: string | undefined;
  readonly format: string | undefined;
  readonly encoding: Encoding | undefined;
  /** Undoes the lines, hyphens and running heads of a text taken out of a PDF. */
  readonly unwrap: boolean;
  /** Folded labels to participants. */
  readonly speakers: ReadonlyMap<string, ParticipantId>;
  readonly isReplacing: boolean;
  /** ISO UTC time of the command. */
  readonly at: string;
  /** The ids of the codebook's themes. */
  readonly themes: () => Iterable<string>;
  /** The themes that files name by their titles. */
  readonly themesCalled: (titles: readonly string[]) => ThemesCalled;
  /** What replaces names; without a vault, none is one. The first file is read while the vault is being opened. */
  readonly names: Promise<NameReplacer>;
  /** Undefined when nobody can be asked. */
  readonly askVoice: AskVoice | undefined;
  /** Called before each file of several: how many are done. */
  readonly onFile?: (progress: { done: number; of: number; session: SessionId }) => void;
  /** Called once what each file changed is kept. */
  readonly onImported?: (imported: Imported) => void;
}

export interface ThemesCalled {
  readonly ids: ReadonlyMap<string, ThemeId>;
  /** Those that the codebook did not have. */
  readonly added: readonly ThemeId[];
  /** Puts them into the codebook, with the change. */
  readonly write: (change: Change) => void;
}

export interface Imports {
  readonly imports: readonly Imported[];
  /** What a folder held of a session and could not be imported; the diagnostics say why. */
  readonly refused: readonly SessionId[];
  /** How many files of a folder are of no session that is imported or refused. */
  readonly leftAside: number;
  /** Of no file that was imported. */
  readonly diagnostics: readonly Diagnostic[];
  readonly isFolder: boolean;
}

/**
 * Imports each file into its session. Files alone: all or none. With a folder among them, each
 * on its own: one that is refused is said and stops no other, and a command that is interrupted
 * goes on where it stopped when it is typed again. Refuses a session that already has another
 * transcript unless `isReplacing`. A file already imported there changes nothing; it is read anew
 * when `isReplacing` or when more is said of it (who speaks, its format or encoding), and still
 * changes nothing when what it says is what it said: what people corrected since stays.
 */
export async function importTranscripts(study: Study, request: ImportRequest): Promise<Imports> {
  const { files, cwd, session, speakers } = request;
  const day = removedOn(study.settings, "transcripts", await purgeRows(study.ledger.db));
  if (day !== undefined) throw refuse("import.purged", { day });
  const isFolder = files.some((file) => kindOfPath(resolve(cwd, file)) === "folder");
  if (session !== undefined && (isFolder || files.length > 1)) throw refuse("import.one-session", {});
  const isSeveral = isFolder || files.length > 1;
  if (isSeveral && [...speakers.keys()].some(isDiarised)) throw refuse("import.voice-of-each", {});
  return isFolder
    ? importEach(study, { ...request, askVoice: askNamesOnce(request.askVoice) })
    : importAll(study, request);
}

async function importAll(study: Study, request: ImportRequest): Promise<Imports> {
  const seen = new Set<SessionId>();
  const sources = request.files.map((file) => {
    const session = chooseSession(file, request.session, study.settings.sessions, request.files.length < 2);
    if (seen.has(session.id)) throw refuse("import.session-twice", { session: session.id });
    seen.add(session.id);
    return { file, session };
  });
  const diagnostics = await readSheetsFirst(study, sources, request);
  const read: (Incoming | Imported)[] = [];
  for (const source of sources) {
    sayProgress(read.length, sources, source, request);
    read.push(await readIncoming(study, source, request));
  }
  const incoming = read.filter((each) => "voices" in each);
  const unknown = unknownLabels(incoming, request.speakers);
  if (incoming.length > 0 && unknown) throw refuse("import.unknown-label", unknown);
  const imports = await importTogether(study, read, request);
  return { imports, refused: [], leftAside: 0, diagnostics, isFolder: false };
}

async function importEach(study: Study, request: ImportRequest): Promise<Imports> {
  if (study.settings.sessions.length === 0)
    throw refuse("import.no-session", { file: request.files.join(", ") });
  const { sources, ...found } = sourcesIn(study, request);
  const diagnostics = [...(await readSheetsFirst(study, sources, request)), ...found.diagnostics];
  const refused = [...found.refused];
  const imports: Imported[] = [];
  const known: Pick<Incoming, "voices">[] = [];
  for (const [done, source] of sources.entries()) {
    sayProgress(done, sources, source, request);
    const read = await orSay(source, undefined, () => readIncoming(study, source, request));
    if ("code" in read) {
      diagnostics.push(read);
      refused.push(source.session.id);
      continue;
    }
    if ("voices" in read) known.push({ voices: read.voices });
    const imported = await orSay(source, ["vault.doubtful"], () => importTogether(study, [read], request));
    if ("code" in imported) {
      diagnostics.push(imported);
      refused.push(source.session.id);
    } else imports.push(...imported);
  }
  const unknown = unknownLabels(known, request.speakers);
  if (unknown) diagnostics.push(diagnose("import.unknown-label", "error", unknown));
  return { imports, refused, leftAside: found.leftAside, diagnostics, isFolder: true };
}

/** What the work gives, or why it is refused. `codes`: the refusals that stop no other file; undefined: all. */
async function orSay<T>(
  { file }: Source,
  codes: readonly string[] | undefined,
  work: () => Promise<T>,
): Promise<T | Diagnostic> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RetourError) || codes?.includes(error.code) === false) throw error;
    return asDiagnostic(error, file);
  }
}

/** What would have been refused alone, said among others. */
function asDiagnostic({ code, params, place }: RetourError, file: string): Diagnostic {
  return { code, severity: "error", params, place: { file, ...place } };
}

/** The files of folders and those named, in the order of the study's sessions. */
function sourcesIn(
  { settings }: Study,
  { files, cwd }: ImportRequest,
): { sources: Source[]; refused: SessionId[]; leftAside: number; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  let leftAside = 0;
  const named = new Map<string, string>();
  for (const file of files) {
    const content =
      kindOfPath(resolve(cwd, file)) === "folder"
        ? filesIn(file, cwd)
        : { files: [file], leftAside: 0, diagnostics: [] };
    leftAside += content.leftAside;
    diagnostics.push(...content.diagnostics);
    for (const each of content.files) named.set(resolve(cwd, each), each);
  }
  const bySession = new Map(settings.sessions.map((session) => [session, [] as string[]]));
  for (const file of named.values()) {
    const session = sessionNamedBy(file, settings.sessions);
    if (session) bySession.get(session)?.push(file);
    else {
      leftAside += 1;
      diagnostics.push(sayNoSession(file, settings.sessions));
    }
  }
  const sources: Source[] = [];
  const refused: SessionId[] = [];
  for (const [session, own] of bySession) {
    // The PDF that a transcript was also saved as.
    const isPdf = own.map((file) => own.length > 1 && kindOfFile(file, cwd) === "pdf");
    const pdfs = isPdf.includes(false) ? own.filter((_, index) => isPdf[index]) : [];
    const [file, ...others] = own.filter((each) => !pdfs.includes(each));
    leftAside += pdfs.length;
    for (const each of pdfs)
      diagnostics.push(diagnose("import.pdf-beside", "info", { session: session.id }, { file: each }));
    if (file === undefined) continue;
    if (others.length === 0) sources.push({ file, session });
    else {
      refused.push(session.id);
      for (const each of [file, ...others])
        diagnostics.push(diagnose("import.session-twice", "error", { session: session.id }, { file: each }));
    }
  }
  return { sources, refused, leftAside, diagnostics };
}

/** An error: the person asked for words that stay outside. */
function sayNoSession(file: string, sessions: readonly Session[]): Diagnostic {
  const known = sessions.map(({ id }) => id);
  const list = known.join(", ");
  const session = sessionInName(file);
  // A name whose number and date are of two sessions names none.
  if (session === undefined || known.some((id) => id === session))
    return diagnose("import.name-it", "error", { file, known: list }, { file });
  const params = { session, nearest: nearest(session, known), known: list };
  return diagnose("import.unknown-session", "error", params, { file });
}

/** Before a sheet is made anew, what people wrote in it is read. */
async function readSheetsFirst(
  study: Study,
  sources: readonly Source[],
  request: ImportRequest,
): Promise<readonly Diagnostic[]> {
  let isOverSheet = request.isReplacing;
  if (!isOverSheet && isToldMore(request))
    for (const { session } of sources)
      isOverSheet ||= (await transcriptOf(study.ledger.db, session.id)) !== undefined;
  if (!isOverSheet) return [];
  return (await syncSheets(study, { ...request, names: await request.names })).diagnostics;
}

/** Plans what each file changes, then writes it all in one transaction. */
async function importTogether(
  study: Study,
  read: readonly (Incoming | Imported)[],
  request: ImportRequest,
): Promise<Imported[]> {
  const coded = read.flatMap((each) => ("voices" in each && each.transcript.codings ? [each] : []));
  const titles = coded.flatMap(({ transcript }) => (transcript.codings ?? []).map(({ theme }) => theme));
  const themes = titles.length > 0 ? request.themesCalled(titles) : undefined;
  const planned: Planned[] = [];
  for (const each of read)
    planned.push(
      "voices" in each
        ? await planImport(study, each, themes?.ids ?? new Map(), request)
        : { imported: each },
    );
  const isWriting = planned.some(({ write }) => write);
  // What was answered is kept even when nothing else is: it is not asked twice.
  await (await request.names).save();
  if (isWriting)
    await study.ledger.write(async (change) => {
      themes?.write(change);
      for (const { write } of planned) await write?.(change);
    });
  const added = isWriting ? (themes?.added ?? []) : [];
  return planned.map(({ imported }) => {
    const isFirst = added.length > 0 && imported.file === coded[0]?.file;
    const done = isFirst
      ? { ...imported, diagnostics: [...imported.diagnostics, sayAdded(added, imported.file)] }
      : imported;
    request.onImported?.(done);
    return done;
  });
}

function sayAdded(added: readonly ThemeId[], file: string): Diagnostic {
  const params = { themes: added.join(", "), count: added.length };
  return diagnose("import.themes-added", "info", params, { file });
}

/** What is known, when a voice that was given is in no file. */
function unknownLabels(
  read: readonly Pick<Incoming, "voices">[],
  speakers: ReadonlyMap<string, ParticipantId>,
): { known: string } | undefined {
  const voices = read.flatMap((each) => [...each.voices.values()]);
  const labels = new Set(voices.flatMap(({ raw, label }) => [foldLabel(raw), foldLabel(label)]));
  if ([...speakers.keys()].every((label) => labels.has(label))) return undefined;
  return { known: [...new Set(voices.map(({ label }) => label))].join(", ") };
}

function sayProgress(
  done: number,
  { length: of }: readonly Source[],
  { session }: Source,
  { onFile }: ImportRequest,
): void {
  if (of > 1) onFile?.({ done, of, session: session.id });
}

/**
 * In a folder, who a name is is asked once: the answer holds wherever that person was present.
 * What a machine called someone is another voice in each file: that is left for `speakers`.
 */
function askNamesOnce(ask: AskVoice | undefined): AskVoice | undefined {
  if (!ask) return undefined;
  const answers = new Map<string, ParticipantId | undefined>();
  return async (question) => {
    if (isDiarised(question.label)) return undefined;
    const name = foldLabel(question.label);
    const earlier = answers.get(name);
    if (answers.has(name) && (earlier === undefined || question.session.present.includes(earlier)))
      return earlier;
    const answer = await ask(question);
    answers.set(name, answer);
    return answer;
  };
}
