// The copies of a frozen edition, for each person: as they are made, and as they were sent.
import { copyId, formatTurn, type EditionId, type ParticipantId } from "../kernel/ids.ts";
import { findQuotes } from "../retour/quote.ts";
import type { Study } from "../study/open.ts";
import type { Group } from "../study/settings.ts";
import { turnsByRef } from "../transcript/store.ts";
import { markdownCopy } from "./formats/markdown.ts";
import { readFrozen } from "./frozen.ts";
import { twinLetter, writeLetter } from "./letter.ts";
import type { SentCopy } from "./sent-copy.ts";
import { answerByOf, copiesOf } from "./store.ts";
import { twinCopy } from "./twin-copy.ts";

/** `letter`: the one that was sent, for a copy that is not made anew. */
export type MakeCopy = (participant: ParticipantId, format: string, letter?: string) => SentCopy;

/**
 * Reads a frozen edition once, for the copies of all its people. `answerBy`: the day that their
 * letters ask to answer by; null for none.
 */
export async function copyMaker(
  study: Study,
  group: Group,
  edition: EditionId,
  frozenContent: string,
  answerBy: string | null,
): Promise<MakeCopy> {
  const { settings, ledger } = study;
  const content = readFrozen(frozenContent);
  const turns = content.sections.flatMap(({ text }) => findQuotes(text).flatMap((quote) => quote.turns));
  const speakers = await turnsByRef(ledger.db, turns);
  return (participant, format, letter) => {
    const id = copyId(edition, participant);
    const own = turns.map(formatTurn).filter((turn) => speakers.get(turn)?.participant === participant);
    return {
      copy: id,
      edition,
      participant,
      group,
      study: { id: ledger.studyId, title: settings.title },
      language: settings.language,
      letter: letter ?? writeLetter(study, { id, edition, group, format, answerBy }),
      content,
      ownTurns: new Set(own),
    };
  };
}

/** Kinds of copies whose letters say the same. */
const alike: Readonly<Record<string, readonly string[]>> = {
  docx: ["docx", "odt"],
  odt: ["odt", "docx"],
  json: ["html"],
};

/** The twin of a copy made anew (see `twinCopy`). */
export function twinOf(
  study: Study,
  group: Group,
  copy: SentCopy,
  { format, answerBy }: { readonly format: string; readonly answerBy: string | null },
): SentCopy {
  const { copy: id, edition } = copy;
  return twinCopy(copy, twinLetter(study, { id, edition, group, format, answerBy }));
}

/**
 * The copy one person was sent, as a kind of file: how to answer is said in its letter, and differs
 * from one kind to another. The letter is the one that was sent: its template may have changed since.
 */
export async function copyAsSent(
  study: Study,
  group: Group,
  edition: EditionId,
  frozenContent: string,
  participant: ParticipantId,
  format: string,
): Promise<SentCopy> {
  const { db } = study.ledger;
  const make = await copyMaker(study, group, edition, frozenContent, await answerByOf(db, edition));
  const own = (await copiesOf(db, edition)).filter((row) => row.participant === participant);
  const kinds = alike[format] ?? [markdownCopy.format];
  const sent = kinds.flatMap((kind) => own.filter((row) => row.format === kind));
  const [kind = markdownCopy.format] = kinds;
  return make(participant, kind, sent.find(({ letter }) => letter !== null)?.letter ?? undefined);
}
