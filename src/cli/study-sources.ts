// What a study's words are, with the places a person finds them at: turns, documents, corrections.
import type { Correction } from "../correction/correction.ts";
import { allCorrections } from "../correction/store.ts";
import { formatTurn, type SessionId } from "../kernel/ids.ts";
import { readDocuments } from "../retour/document.ts";
import type { Study } from "../study/open.ts";
import { turnsOf } from "../transcript/store.ts";
import type { Source } from "../vault/likely/gather.ts";

/** The turns of these sessions. */
export async function turnSources(study: Study, sessions: readonly SessionId[]): Promise<Source[]> {
  const sources: Source[] = [];
  for (const session of sessions)
    for (const { number, words } of await turnsOf(study.ledger.db, session))
      sources.push({ place: formatTurn({ session, number }), text: words });
  return sources;
}

/** What these corrections ask for, and what was decided of them. */
export function correctionSources(corrections: readonly Correction[]): Source[] {
  return corrections.map(({ id, before, after, comment, decision }) => {
    const texts = [after === before ? "" : after, comment, decision?.text ?? "", decision?.reason ?? ""];
    return { place: id, text: texts.filter((text) => text.trim() !== "").join("\n\n") };
  });
}

/** All turns, then the documents, then the corrections. */
export async function studySources(study: Study): Promise<Source[]> {
  const turns = await turnSources(
    study,
    study.settings.sessions.map(({ id }) => id),
  );
  const documents = await readDocuments(study);
  return [
    ...turns,
    ...documents.map(({ file, text, frontMatter }) => ({
      place: file,
      text: text.slice(frontMatter.length),
    })),
    ...correctionSources(await allCorrections(study.ledger.db)),
  ];
}
