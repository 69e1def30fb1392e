// What a purge removes, as it is shown before and after: ids, places, numbers, no word of it.
import { shown } from "../../kernel/shown.ts";
import type { PurgePlan } from "../../removal/purge-plan.ts";
import { dueOn, type Retention } from "../../study/retention.ts";
import type { Settings } from "../../study/settings.ts";
import type { Context } from "../run.ts";

export function reportPurge(plan: PurgePlan, { say, paint }: Context): string {
  const isDue = (what: string): boolean => plan.items.some((each) => each.what === what);
  const under = (title: string, paths: readonly string[]): string[] =>
    paths.length === 0 ? [] : [title, ...paths.map((path) => `  ${path}`)];
  const backups = plan.files.filter(({ kind }) => kind === "backup").map(({ path }) => path);
  const deleted = plan.files.filter(({ kind }) => kind !== "backup").map(({ path }) => path);
  const lines = [
    paint.bold(say("purge.title", {})),
    ...plan.items.map(({ what, day, count }) => say(`purge.${what}`, { day, count })),
    ...under(say("removal.deleted", { count: deleted.length }), deleted),
    ...under(say("removal.backups", {}), backups),
    ...under(say("purge.left", {}), plan.left),
    ...(plan.unread.length > 0 ? [say("removal.unread", { files: plan.unread.join(", ") })] : []),
    ...(isDue("recordings") ? [say("purge.elsewhere-recordings", {})] : []),
    ...(isDue("transcripts") ? [say("purge.stays-transcripts", {})] : []),
    ...(isDue("returns") ? [say("purge.stays-returns", {})] : []),
    ...(plan.isTracked ? [say("removal.tracked", {})] : []),
    say("purge.backups-elsewhere", {}),
  ];
  return lines.map(shown).join("\n");
}

/** Nothing to remove today, and what is to be removed later. */
export function reportNothing(settings: Settings, today: string, { say }: Context): string {
  const later = laterThan(settings, today);
  return [
    say("purge.nothing", {}),
    ...later.map(({ what, day }) => say("purge.next", { what: say(`retained.${what}`, {}), day })),
  ].join("\n");
}

/** Everything with a day, but what is due. */
function laterThan(settings: Settings, today: string): Retention[] {
  const due = dueOn(settings, today);
  return dueOn(settings, "9999-12-31").filter(({ what }) => due.every((each) => each.what !== what));
}

export function purgeJson(plan: PurgePlan, isDone: boolean): object {
  return {
    due: plan.items.map(({ what, day, count }) => ({ what, day, count })),
    ...{ sessions: plan.sessions, returns: plan.returns },
    files: plan.files.map(({ path, kind }) => ({ path, kind, becomes: "deleted" })),
    ...{ left: plan.left, unread: plan.unread, tracked: plan.isTracked, purged: isDone },
  };
}
