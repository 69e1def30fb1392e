// What stands between the study and its people: consents that miss, the pact, days that have come.
import { timestamp, type World } from "../kernel/world.ts";
import { missingConsents, readConsents, type MissingConsents } from "./consent.ts";
import type { Study } from "./open.ts";
import { readPact, type Pact } from "./pact.ts";
import { dueOn, soonOn, type Retention } from "./retention.ts";
import { isAnyTurnTimed, purgeRows } from "./store.ts";

export interface Standing {
  /** Empty where consents are kept elsewhere. */
  readonly consents: readonly MissingConsents[];
  readonly pact: Pact | undefined;
  readonly due: readonly Retention[];
  readonly soon: readonly Retention[];
}

export async function standingOf({ settings, ledger }: Study, world: Pick<World, "now">): Promise<Standing> {
  const today = timestamp(world).slice(0, 10);
  const isTimed = await isAnyTurnTimed(ledger.db);
  // Times that somebody typed into a sheet since refer to the recordings again.
  const removed = (await purgeRows(ledger.db)).filter(({ what }) => what !== "recordings" || !isTimed);
  return {
    consents: settings.consent === "kept" ? missingConsents(settings, await readConsents(ledger.db)) : [],
    pact: await readPact(ledger.db, settings),
    due: dueOn(settings, today, removed),
    soon: soonOn(settings, today, removed),
  };
}
