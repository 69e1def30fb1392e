// How many texts of a study hold names of the vault, when some were listed late.
import type { Kysely } from "kysely";
import type { Tables } from "../ledger/schema.ts";
import type { VaultContents } from "../vault/contents.ts";
import { makeFinder } from "../vault/finder/make-finder.ts";
import type { NameReplacer } from "../vault/replace/name-replacer.ts";
import { nameEdits } from "./ledger-names.ts";
import { allTurns, correctionRows, namedTexts, type TextTable } from "./store.ts";

/** `identities`: the ids of those whose names are looked for. A word that may be one counts. */
export async function countNamed(
  db: Kysely<Tables>,
  contents: VaultContents,
  identities: ReadonlySet<string>,
): Promise<number> {
  const { find } = makeFinder(contents);
  const texts = [
    ...(await allTurns(db)).map(({ words }) => words),
    ...(await correctionRows(db)).flatMap(({ after, comment }) => [after, comment]),
    ...(await namedTexts(db)).map(({ text }) => text),
  ];
  const isNamed = (text: string): boolean =>
    find(text).some((found) => found.identities.some(({ id }) => identities.has(id)));
  return texts.filter(isNamed).length;
}

/** As a person knows them. */
const kinds = {
  document: "document",
  edition: "edition",
  copy: "letter",
  decision: "decision",
  undone_decision: "decision",
  loss: "loss",
  validation: "validation",
  minority_note: "note",
  pact: "pact",
  former_turn: "former",
  lost_coding: "former",
} as const satisfies Record<TextTable, string>;

export type NamedKind = (typeof kinds)[TextTable] | "correction";

/**
 * How many rows of the ledger hold a name that is certain, by kind, those without any left out: what
 * `vault apply` would change, apart from turns and codings, which the sheets show.
 */
export async function countNamedRows(
  db: Kysely<Tables>,
  names: NameReplacer,
): Promise<ReadonlyMap<NamedKind, number>> {
  const isNamed = (text: string): boolean => nameEdits(names, text).length > 0;
  const rows = new Map<NamedKind, Set<string>>();
  const put = (kind: NamedKind, row: string): void => {
    rows.set(kind, (rows.get(kind) ?? new Set()).add(row));
  };
  for (const { table, rowid, text } of await namedTexts(db))
    if (isNamed(text)) put(kinds[table], `${table} ${String(rowid)}`);
  for (const { id, before, after, comment } of await correctionRows(db))
    if ([before, after, comment].some(isNamed)) put("correction", id);
  return new Map([...rows].map(([kind, found]) => [kind, found.size]));
}
