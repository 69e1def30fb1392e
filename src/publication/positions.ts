// Whose diverging positions stand in a section: their words are theirs, as a quote's are.
import type { Kysely } from "kysely";
import { findPositions } from "../correction/positions.ts";
import { allCorrections } from "../correction/store.ts";
import type { ParticipantId } from "../kernel/ids.ts";
import type { Tables } from "../ledger/schema.ts";
import type { Settings } from "../study/settings.ts";
import type { ValidatedSection } from "../validation/validated.ts";
import { foldPhrase } from "../wording/phrases.ts";

export type Placed = Pick<ValidatedSection, "group" | "id" | "content">;

/** The holders of the positions that stand in a section, with what is written beside each of theirs. */
export type HoldersIn = (section: Placed) => ReadonlyMap<ParticipantId, readonly string[]>;

/** Reads once who holds what. A position whose name a person changed may be that of anyone who holds one there. */
export async function positionHolders(db: Kysely<Tables>, settings: Settings): Promise<HoldersIn> {
  const held = (await allCorrections(db)).filter(
    ({ decision, followed }) => decision?.outcome === "recorded" || followed?.outcome === "recorded",
  );
  const everybody = settings.participants.flatMap(({ id }) => namesOf(settings, id));
  return ({ group, id, content }) => {
    const labels = findPositions(content).map(({ label }) => label);
    const holders = new Set(
      held.filter((each) => each.group === group && each.section === id).map((each) => each.participant),
    );
    const isOf = (label: string, holder: ParticipantId): boolean =>
      names(label, namesOf(settings, holder)) || !names(label, everybody);
    return new Map(
      [...holders].flatMap((holder): [ParticipantId, string[]][] => {
        const own = labels.filter((label) => isOf(label, holder));
        return own.length > 0 ? [[holder, own]] : [];
      }),
    );
  };
}

/** True when one of these names stands in a folded text. */
export function names(folded: string, known: readonly string[]): boolean {
  return known.some((name) => ` ${folded} `.includes(` ${name} `));
}

/** What a person may be called in the study, folded. */
export function namesOf({ participants }: Settings, person: ParticipantId): string[] {
  const found = participants.find(({ id }) => id === person);
  return [found?.pseudonym, found?.description].map((name) => foldPhrase(name ?? "")).filter(Boolean);
}
