// `vault apply`: names listed after words came in leave the study, as far as a program can reach.
import { join } from "node:path";
import { exists } from "../kernel/files.ts";
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { readTextIfAny } from "../kernel/files.ts";
import type { GroupId, SectionId, SessionId } from "../kernel/ids.ts";
import { timestamp, type World } from "../kernel/world.ts";
import type { Change } from "../ledger/ledger.ts";
import { readDocuments, type GroupDocument } from "../retour/document.ts";
import { locator } from "../retour/locator.ts";
import { diagnose } from "../retour/messages.ts";
import { CODEBOOK_FILE, SETTINGS_FILE } from "../study/folder.ts";
import type { Study } from "../study/open.ts";
import { NAMES_REPLACED } from "../study/store.ts";
import { replaceInSheet, type NamelessSheet } from "../transcript/replace-names.ts";
import { codingsOf, sheets, turnsOf } from "../transcript/store.ts";
import { syncSheets, type SyncOptions } from "../transcript/sync-sheets.ts";
import { writeSession } from "../transcript/write-session.ts";
import { sheetOnDisk, writeSheet } from "../transcript/write-sheet.ts";
import { echoStates } from "../validation/echo.ts";
import { gatherFacts } from "../validation/gather.ts";
import { stateOf } from "../validation/state.ts";
import type { NameReplacer } from "../vault/replace/name-replacer.ts";
import { tally } from "../vault/replace/tally.ts";
import { namesOf } from "../vault/scan/names-of.ts";
import { logReplaced } from "../vault/store.ts";
import type { Vault } from "../vault/vault.ts";
import { findNamedFiles, type NamedFiles } from "./files-with-names.ts";
import { nameEdits, nameLedger, nameless, type LedgerNames } from "./ledger-names.ts";
import { namedExports, touchedExports, wordingsOf, type TouchedExport } from "./recall.ts";
import {
  copyRows,
  factOf,
  forgetMemo,
  forgetReport,
  insertRecalls,
  setCorrection,
  setText,
  sourcesOf,
} from "./store.ts";

export interface Applying extends SyncOptions {
  readonly names: NameReplacer;
  readonly vault: Vault;
}

/** What is told of it: ids, places and numbers, never a name. */
export interface NamesPlan {
  /** Exports that left with a name in them: now, or as an earlier run found out. */
  readonly exports: readonly (TouchedExport & { readonly isNew: boolean })[];
  /** Copies that were sent with a name in them. */
  readonly copies: readonly string[];
  /** Sessions in whose turns something is replaced, and how often. */
  readonly sessions: readonly { readonly session: SessionId; readonly count: number }[];
  /** How many other texts of the ledger change, and which corrections. */
  readonly texts: number;
  readonly corrections: readonly string[];
  /** Sections that were validated, and whose agreed words held a name: they are to be agreed to again. */
  readonly lapsed: readonly { readonly group: GroupId; readonly id: SectionId }[];
  /** Documents where names stand, by line from 1. */
  readonly documents: readonly { readonly file: string; readonly lines: readonly number[] }[];
  readonly files: NamedFiles;
  /** Where names stand in what a person writes of the study itself. */
  readonly settings: readonly Diagnostic[];
  /** The study is in a history of versions, which holds every name it ever had. */
  readonly isTracked: boolean;
}

interface NamelessSession extends NamelessSheet {
  readonly id: SessionId;
}

export interface PreparedNames {
  readonly plan: NamesPlan;
  readonly sessions: readonly NamelessSession[];
  readonly ledger: LedgerNames;
  readonly documents: readonly { readonly document: GroupDocument; readonly now: string }[];
}

/** What a person agreed to. */
export interface Agreed {
  /** The documents that may be changed. */
  readonly documents: ReadonlySet<string>;
  /** Whether the files that the program wrote may go. */
  readonly files: boolean;
}

/**
 * Finds every place where a name of the vault stands; sheets that people changed are read first. What
 * is in doubt is asked, and refused as `NameReplacer.replace` does. The words of turns as they were go
 * into the vault before anything else is changed: of a vault that holds too much, nothing is lost.
 */
export async function prepareNames(study: Study, applying: Applying): Promise<PreparedNames> {
  const { names, vault } = applying;
  const { db } = study.ledger;
  await syncSheets(study, applying);
  const sessions: NamelessSession[] = [];
  for (const { session } of await sheets(db)) {
    const id = study.settings.sessions.find((each) => each.id === session)?.id;
    if (id !== undefined) sessions.push({ id, ...(await namelessSession(study, id, names)) });
  }
  const ledger = await nameLedger(study, names);
  const read = await readDocuments(study);
  await names.replace(
    read.map(({ text, file }) => ({ words: text, place: file })),
    study.settings.title,
  );
  const documents = read
    .map((document) => ({ document, now: nameless(names, document.text) }))
    .filter(({ document, now }) => now !== document.text);
  await names.save();

  const subjects = (table: string): string[] =>
    ledger.texts.filter((each) => each.table === table).map(({ subject }) => subject);
  const said = await wordingsOf(study, new Set([...subjects("validation"), ...subjects("minority_note")]));
  const exports = (await touchedExports(study, said)).map((each) => ({ ...each, isNew: true }));
  const editions = new Set(subjects("edition"));
  const files = findNamedFiles(study, {
    names,
    scan: namesOf(vault.contents),
    sources: await sourcesOf(
      db,
      study.settings.sessions.map(({ id }) => id),
    ),
    surely: (path) => {
      const [folder = "", edition = ""] = path.split("/");
      if (folder === "copies") return editions.has(edition);
      return exports.some((each) => path.startsWith(`${each.path}/`));
    },
    isInLedger: ledger.texts.length + ledger.corrections.length > 0 || sessions.some(isNamed),
  });
  const isInFiles = ({ path }: { path: string }): boolean =>
    files.made.some((each) => each.path.startsWith(`${path}/`));
  const add = (found: readonly TouchedExport[], isNew: boolean): void => {
    for (const each of found) if (!exports.some(({ id }) => id === each.id)) exports.push({ ...each, isNew });
  };
  add(await touchedExports(study, [], isInFiles), true);
  add(await namedExports(study), false);
  const copies = (await copyRows(db)).filter(({ edition }) => editions.has(edition));
  const lapsed = (await gatherFacts(study, read)).sections.map(stateOf).filter(
    ({ state, group, id, fingerprint }) =>
      state === "validated" &&
      said.some((each) => {
        return each.grp === group && each.section === id && each.fingerprint === fingerprint;
      }),
  );
  const plan: NamesPlan = {
    exports,
    copies: [...new Set(copies.map(({ id }) => id))],
    sessions: sessions.filter(isNamed).map(({ id, identities }) => {
      return { session: id, count: identities.length };
    }),
    texts: ledger.texts.length,
    corrections: ledger.corrections.map(({ id }) => id),
    lapsed: lapsed.map(({ group, id }) => ({ group, id })),
    documents: documents.map(({ document: { file, text } }) => ({ file, lines: linesNamed(names, text) })),
    files,
    settings: namedSettings(study, names),
    isTracked: exists(join(study.root, ".git")),
  };
  return { plan, sessions, ledger, documents };
}

/**
 * Carries out what was prepared, in one transaction with its files: killed at any moment, it is as if
 * nothing had been asked, or the next command ends it. Agreements keep the fingerprint that was agreed
 * to, and their words without the name: nobody agreed to those.
 */
export async function applyNames(
  study: Study,
  { plan, sessions, ledger, documents }: PreparedNames,
  agreed: Agreed,
  world: Pick<World, "now">,
): Promise<void> {
  const at = timestamp(world);
  const files = agreed.files ? plan.files.made : [];
  const changed = documents.filter(({ document }) => agreed.documents.has(document.file));
  await study.ledger.write(async (change) => {
    for (const session of sessions.filter(isNamed)) await writeNameless(change, study, session, at);
    for (const each of ledger.texts) await setText(change.db, each, each.now);
    for (const row of ledger.corrections) await setCorrection(change.db, row);
    for (const [id, identities] of ledger.returned) await logReplaced(change, id, tally(identities));
    await forgetMemo(change.db);
    for (const { document, now } of changed) change.writeFile(document.file, now, document.text);
    for (const { path, sum } of files) {
      change.removeFile(path, sum);
      await forgetReport(change.db, path);
    }
    for (const { fact, subject } of changedFacts(ledger)) change.record(NAMES_REPLACED, fact, subject);
    const found = plan.exports.filter(({ isNamed: isKnown }) => !isKnown);
    const row = { what: "asked", day: at.slice(0, 10), at };
    await insertRecalls(
      change,
      found.map(({ id }) => ({ export: id, ...row })),
    );
    change.forget();
  });
  // A document that keeps its names is not read into the ledger for an echo.
  if (changed.length === documents.length) await echoStates(study, world);
}

const isNamed = ({ identities }: NamelessSession): boolean => identities.length > 0;

async function namelessSession(
  study: Study,
  session: SessionId,
  names: NameReplacer,
): Promise<NamelessSheet> {
  const { db } = study.ledger;
  const before = { turns: await turnsOf(db, session), codings: await codingsOf(db, session) };
  // No turn is known: each is looked at as if it came in now.
  const found = await replaceInSheet(names, session, before, []);
  if (found.originals.size > 0) {
    const kept = Object.entries(names.originalsOf(session));
    const earlier = kept.map(([number, words]) => [Number(number), words] as const);
    // What was said in the recording has its names already, the new ones too.
    names.keepOriginals(session, new Map([...found.originals, ...earlier]));
  }
  return found;
}

async function writeNameless(
  change: Change,
  study: Study,
  { id, turns, codings, identities }: NamelessSession,
  at: string,
): Promise<void> {
  await writeSession(change, id, { turns, codings, former: [], lost: [] }, NAMES_REPLACED, at);
  await logReplaced(change, id, tally(identities));
  await writeSheet(change, study, id, { turns, codings }, sheetOnDisk(study, id));
}

function linesNamed(names: NameReplacer, text: string): number[] {
  const placeOf = locator(text, "");
  return [...new Set(nameEdits(names, text).map(({ start }) => placeOf(start).line ?? 1))];
}

function namedSettings(study: Study, names: NameReplacer): Diagnostic[] {
  return [SETTINGS_FILE, CODEBOOK_FILE].flatMap((file) => {
    const text = readTextIfAny(study.path(file)) ?? "";
    const placeOf = locator(text, file);
    return names.edits(text).map(({ start }) => diagnose("name.listed", "error", {}, placeOf(start)));
  });
}

/** Each subject of the journal whose rows are other than they were, sessions' turns aside. */
function changedFacts({ texts, corrections }: LedgerNames) {
  const changed = [
    ...texts.flatMap(({ table, subject }) => {
      const fact = factOf(table);
      return fact === undefined ? [] : [{ fact, subject }];
    }),
    ...corrections.map((row) => ({ fact: "correction" as const, subject: row.return })),
  ];
  return [...new Map(changed.map((each) => [`${each.fact} ${each.subject}`, each])).values()];
}
