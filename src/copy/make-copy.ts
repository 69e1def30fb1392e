// The copies of a frozen edition, for each person: as they are made, and as they were sent.
import { exists, readBytes } from "../kernel/files.ts";
import { sha256 } from "../kernel/fingerprint.ts";
import { copyId, formatTurn, type EditionId, type ParticipantId } from "../kernel/ids.ts";
import { findQuotes } from "../retour/quote.ts";
import { copyPath } from "../study/folder.ts";
import type { Study } from "../study/open.ts";
import type { Group } from "../study/settings.ts";
import { turnsByRef } from "../transcript/store.ts";
import { letterOf, markdownCopy } from "./formats/markdown.ts";
import { readFrozen } from "./frozen.ts";
import { writeLetter } from "./letter.ts";
import type { SentCopy } from "./sent-copy.ts";
import { answerByOf, copiesOf } from "./store.ts";

export type MakeCopy = (participant: ParticipantId, format: string) => SentCopy;

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
  return (participant, format) => {
    const id = copyId(edition, participant);
    const own = turns.map(formatTurn).filter((turn) => speakers.get(turn)?.participant === participant);
    return {
      copy: id,
      edition,
      participant,
      group,
      study: { id: ledger.studyId, title: settings.title },
      language: settings.language,
      letter: writeLetter(study, { id, edition, group, format, answerBy }),
      content,
      ownTurns: new Set(own),
    };
  };
}

/**
 * The copy one person was sent, as a kind of file: how to answer is said in its letter, and differs
 * from one kind to another. That of Markdown is the one in the file that was sent, when that file
 * is still there as it was: the template may have changed since.
 */
export async function copyAsSent(
  study: Study,
  group: Group,
  edition: EditionId,
  frozenContent: string,
  participant: ParticipantId,
  format: string,
): Promise<SentCopy> {
  const answerBy = await answerByOf(study.ledger.db, edition);
  const make = await copyMaker(study, group, edition, frozenContent, answerBy);
  if (format === "docx" || format === "odt") return make(participant, format);
  const copy = make(participant, markdownCopy.format);
  const file = study.path(copyPath(edition, participant, markdownCopy.format));
  const row = (await copiesOf(study.ledger.db, edition)).find(
    (each) => each.participant === participant && each.format === markdownCopy.format,
  );
  if (row === undefined || !exists(file)) return copy;
  const bytes = readBytes(file);
  return sha256(bytes) === row.sha256 ? { ...copy, letter: letterOf(bytes.toString("utf8")) } : copy;
}
