// Whose diverging positions stand in a section: their words are theirs, as a quote's are.
import type { Kysely } from "kysely";
import { findPositions, namedIn } from "../correction/positions.ts";
import { allCorrections } from "../correction/store.ts";
import type { ParticipantId } from "../kernel/ids.ts";
import type { Tables } from "../ledger/schema.ts";
import type { Settings } from "../study/settings.ts";
import type { ValidatedSection } from "../validation/validated.ts";

export type Placed = Pick<ValidatedSection, "group" | "id" | "content">;

/** The holders of the positions that stand in a section, with what is written beside each of theirs. */
export type HoldersIn = (section: Placed) => ReadonlyMap<ParticipantId, readonly string[]>;

/**
 * Reads once who asked for one. A position is of those whom it names, of several who are called the same those who
 * asked for one there; where it names nobody, of all who did.
 */
export async function positionHolders(db: Kysely<Tables>, settings: Settings): Promise<HoldersIn> {
  const held = (await allCorrections(db)).filter(
    ({ decision, followed }) => decision?.outcome === "recorded" || followed?.outcome === "recorded",
  );
  return ({ group, id, content }) => {
    const asked = held.filter((each) => each.group === group && each.section === id);
    const holders = asked.map(({ participant }) => participant);
    const labels = new Map<ParticipantId, string[]>();
    for (const { label } of findPositions(content)) {
      const named = namedIn(label, settings.participants);
      const asking = named.filter((each) => holders.includes(each));
      for (const holder of [asking, named, holders].find((some) => some.length > 0) ?? [])
        labels.set(holder, [...(labels.get(holder) ?? []), label]);
    }
    return labels;
  };
}
