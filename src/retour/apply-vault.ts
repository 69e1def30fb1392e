// `vault apply`: names listed after words came in are replaced in the words that are there already.
import type { SessionId } from "../kernel/ids.ts";
import type { Study } from "../study/open.ts";
import { replaceInSheet, type NamelessSheet } from "../transcript/replace-names.ts";
import { codingsOf, rewriteKept, sheets, turnsOf } from "../transcript/store.ts";
import { syncSheets, type SyncOptions } from "../transcript/sync-sheets.ts";
import { writeSession } from "../transcript/write-session.ts";
import { sheetOnDisk, writeSheet } from "../transcript/write-sheet.ts";
import type { NameReplacer } from "../vault/replace/name-replacer.ts";
import { tally } from "../vault/replace/tally.ts";
import { logReplaced } from "../vault/store.ts";
import { readDocuments, type GroupDocument } from "./document.ts";
import { documentRow, editionsOf, keepDocument } from "./store.ts";

export interface Applying extends SyncOptions {
  readonly names: NameReplacer;
  /** Whether a person's document is to be changed too, with how many paragraphs hold a name. */
  readonly changeDocument: (file: string, lines: readonly number[]) => Promise<boolean>;
}

export interface Applied {
  /** Sessions in whose turns something was replaced, and how often. */
  readonly sessions: readonly { readonly session: SessionId; readonly count: number }[];
  /** Documents where names stand, by line from 1: changed, or left to the person. */
  readonly documents: readonly {
    readonly file: string;
    readonly lines: readonly number[];
    readonly isChanged: boolean;
  }[];
  /** Editions sent with a name in them: they are kept as they left. */
  readonly editions: readonly string[];
}

/**
 * Replaces the vault's names in the turns of the ledger, in what it kept of former words and lost
 * codings, and in the sheets; in documents when `changeDocument` says so. Codings follow their words;
 * the words as they were go into the vault, and leave the ledger's file. Sheets that people changed
 * are read first. Refuses as `NameReplacer.replace` does.
 */
export async function applyVault(study: Study, applying: Applying): Promise<Applied> {
  const { names, at } = applying;
  await syncSheets(study, applying);
  const sessions: (NamelessSheet & { readonly id: SessionId })[] = [];
  for (const { session } of await sheets(study.ledger.db)) {
    const id = study.settings.sessions.find((each) => each.id === session)?.id;
    if (id !== undefined) sessions.push({ id, ...(await namelessSession(study, id, names)) });
  }
  const documents: { document: GroupDocument; lines: number[]; isChanged: boolean }[] = [];
  for (const document of await readDocuments(study)) {
    const lines = linesWithNames(document, names);
    const isChanged = lines.length > 0 && (await applying.changeDocument(document.file, lines));
    if (lines.length > 0) documents.push({ document, lines, isChanged });
  }
  await names.save();
  await study.ledger.write(async (change) => {
    for (const { id, turns, codings, identities } of sessions) {
      await rewriteKept(change, id, (words) => names.clean(words));
      if (identities.length === 0) continue;
      await writeSession(change, id, { turns, codings, former: [], lost: [] }, "names.replaced", at);
      await logReplaced(change, id, tally(identities));
      await writeSheet(change, study, id, { turns, codings }, sheetOnDisk(study, id));
    }
    for (const { document, isChanged } of documents) {
      if (!isChanged) continue;
      const { group, file, text } = document;
      change.writeFile(file, names.clean(text), text);
      const row = await documentRow(change.db, group);
      const { generated = "", content = "" } = row ?? {};
      if (row)
        await keepDocument(change.db, {
          ...row,
          generated: names.clean(generated),
          content: names.clean(content),
        });
    }
    change.forget();
  });
  return {
    sessions: sessions.flatMap(({ id, identities }) =>
      identities.length > 0 ? [{ session: id, count: identities.length }] : [],
    ),
    documents: documents.map(({ document: { file }, lines, isChanged }) => ({ file, lines, isChanged })),
    editions: await editionsWithNames(study, names),
  };
}

async function namelessSession(
  study: Study,
  session: SessionId,
  names: NameReplacer,
): Promise<NamelessSheet> {
  const { db } = study.ledger;
  const before = { turns: await turnsOf(db, session), codings: await codingsOf(db, session) };
  // No turn is known: each is looked at as if it came in now.
  const nameless = await replaceInSheet(names, session, before, []);
  if (nameless.originals.size > 0) {
    const kept = Object.entries(names.originalsOf(session));
    const earlier = kept.map(([number, words]) => [Number(number), words] as const);
    // What was said in the recording has its names already, the new ones too.
    names.keepOriginals(session, new Map([...nameless.originals, ...earlier]));
  }
  return nameless;
}

function linesWithNames({ text }: GroupDocument, names: NameReplacer): number[] {
  if (names.clean(text) === text) return [];
  return text.split("\n").flatMap((line, index) => (names.clean(line) === line ? [] : [index + 1]));
}

async function editionsWithNames({ settings, ledger }: Study, names: NameReplacer): Promise<string[]> {
  const found: string[] = [];
  for (const { id: group } of settings.groups)
    for (const { id, content } of await editionsOf(ledger.db, group))
      if (content !== null && names.clean(content) !== content) found.push(id);
  return found;
}
