// What has a day after which it must go, and how long until then. Pure: the day is given.
import { retained, type Retained, type Settings } from "./settings.ts";

export interface Retention {
  readonly what: Retained;
  /** The last day on which it may be kept, `2027-06-30`. */
  readonly day: string;
  /** Days left; below 0: it must go now. */
  readonly left: number;
}

/** A removal that was done: of what, and because of which day. */
export interface PastRemoval {
  readonly what: string;
  readonly day: string;
}

/** From how many days before on people are warned. */
export const WARNED_DAYS = 30;

/** What must go, on the day given (`2027-07-01`); the longest overdue first. */
export function dueOn(settings: Settings, today: string, removed: readonly PastRemoval[] = []): Retention[] {
  return retentions(settings, today, removed).filter(({ left }) => left < 0);
}

/** What must go within `WARNED_DAYS`; the nearest first. */
export function soonOn(settings: Settings, today: string, removed: readonly PastRemoval[] = []): Retention[] {
  return retentions(settings, today, removed).filter(({ left }) => left >= 0 && left <= WARNED_DAYS);
}

/** The day because of which it was removed, while retour.yaml still says that day: it must not come back. */
export function removedOn(
  { retention }: Settings,
  what: Retained,
  removed: readonly PastRemoval[],
): string | undefined {
  const day = retention[what];
  return removed.some((each) => each.what === what && each.day === day) ? day : undefined;
}

/** Everything that has a day, what a removal for that very day has taken away aside. */
function retentions(settings: Settings, today: string, removed: readonly PastRemoval[]): Retention[] {
  return retained
    .flatMap((what) => {
      const day = settings.retention[what];
      if (day === undefined || removedOn(settings, what, removed) !== undefined) return [];
      return [{ what, day, left: daysBetween(today, day) }];
    })
    .sort((a, b) => a.left - b.left);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
