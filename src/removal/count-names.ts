// How many texts of a study hold names that were just listed.
import type { Kysely } from "kysely";
import type { Tables } from "../ledger/schema.ts";
import type { VaultContents } from "../vault/contents.ts";
import { makeFinder } from "../vault/finder/make-finder.ts";
import { allTurns, correctionRows, namedTexts } from "./store.ts";

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
