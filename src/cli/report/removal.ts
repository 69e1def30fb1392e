// What a withdrawal touches, as it is shown before and after: ids, places, numbers, no word of it.
import { shown } from "../../kernel/shown.ts";
import type { Plan } from "../../removal/plan.ts";
import type { LeftExport, Recalled, Removal } from "../../removal/recall.ts";
import type { Settings } from "../../study/settings.ts";
import { audiences } from "../../study/settings.ts";
import type { Context, Outcome } from "../run.ts";
import type { Say } from "../messages/catalogue.ts";
import { nameOf } from "./validation.ts";

export function reportRemoval(plan: Plan, settings: Settings, { say, paint }: Context): string {
  const several = settings.groups.length > 1;
  const isAll = plan.scope === "all";
  const gone = plan.files.filter(({ rewritten }) => rewritten === undefined);
  const backups = gone.filter(({ kind }) => kind === "backup");
  const others = gone.filter(
    ({ kind, path }) => kind !== "backup" && !plan.returns.some((each) => each.path === path),
  );
  const rewritten = plan.files.filter((file) => file.rewritten !== undefined);
  const under = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [title, ...lines];
  const paths = (files: readonly { readonly path: string }[]): string[] =>
    files.map(({ path }) => `  ${path}`);
  const lines = [
    paint.bold(say("removal.title", { person: personOf(plan.participant, settings), scope: plan.scope })),
    ...(plan.sessions.length === 0 ? [say("removal.no-turns", {})] : []),
    ...plan.sessions.map((each) => say("removal.turns", each)),
    ...under(
      say("removal.quotes", {}),
      plan.quotes.map((each) =>
        say("removal.quote", {
          ...{ section: nameOf(each, several), file: each.file, line: each.line },
          state: say(`state.${each.state}`, {}),
        }),
      ),
    ),
    ...(plan.sections.length > 0
      ? [say("removal.sections", { sections: plan.sections.map((each) => nameOf(each, several)).join(", ") })]
      : []),
    ...(plan.reread.length > 0
      ? [say("removal.reread", { sections: plan.reread.map((each) => nameOf(each, several)).join(", ") })]
      : []),
    ...(plan.corrections.length > 0
      ? [
          say("removal.corrections", {
            count: plan.corrections.length,
            corrections: plan.corrections.join(", "),
          }),
        ]
      : []),
    ...(plan.copies.length > 0
      ? [
          say("removal.copies", {
            copies: plan.copies.map(({ id, formats }) => `${id} (${formats.join(", ")})`).join(", "),
          }),
        ]
      : []),
    ...under(
      say("removal.exports", {}),
      plan.exports.map((each) =>
        say("removal.export", {
          ...each,
          audience: sayAudience(each.audience, say),
          sections: each.sections.join(", "),
        }),
      ),
    ),
    ...under(say("removal.deleted", { count: gone.length }), [
      ...plan.returns.map(({ participant, corrections, ...each }) =>
        say("removal.return", {
          ...each,
          person: personOf(participant, settings),
          // Of their own nothing stays but that they asked.
          corrections: isAll && each.isTheirs ? "" : corrections.join(", "),
        }),
      ),
      ...paths(others),
      ...backups.map(({ path }) => say("removal.backup", { path })),
    ]),
    ...under(say("removal.rewritten", {}), paths(rewritten)),
    ...(plan.unread.length > 0 ? [say("removal.unread", { files: plan.unread.join(", ") })] : []),
    ...(plan.isTracked ? [say("removal.tracked", {})] : []),
    say("removal.elsewhere", {}),
  ];
  return lines.map(shown).join("\n");
}

/** `files`: each with what becomes of it. */
export function removalJson(plan: Plan): object {
  const { participant, scope, sessions, quotes, sections, reread, ...more } = plan;
  const { corrections, returns, copies, exports } = more;
  return {
    ...{ participant, scope, sessions, quotes, sections, reread, corrections, returns, copies, exports },
    files: plan.files.map(({ path, kind, rewritten }) => ({
      ...{ path, kind },
      becomes: rewritten === undefined ? "deleted" : "rewritten",
    })),
    unread: plan.unread,
    tracked: plan.isTracked,
  };
}

/** What `status` says of withdrawals and of names that left: who took back what, what is to be recalled, and what was. */
export function removalLines(
  removals: readonly Removal[],
  named: readonly LeftExport[],
  settings: Settings,
  { say }: Context,
): string[] {
  const recallLines = (left: readonly LeftExport[]): string[] =>
    left.map(({ id, day, path, recalled, ...each }) =>
      say("removal.status-recall", { id, day, path, recalled, audience: sayAudience(each.audience, say) }),
    );
  const [waiting] = [...removals.flatMap(({ recall }) => recall), ...named].filter(isWaiting);
  const lines = [
    ...removals.flatMap(({ id, participant, scope, at, recall }) => [
      say("removal.status", {
        ...{ id, scope, day: at.slice(0, 10) },
        person: personOf(participant, settings),
      }),
      ...recallLines(recall),
    ]),
    ...(named.length > 0 ? [say("removal.status-names", {}), ...recallLines(named)] : []),
    ...(waiting ? [say("removal.status-once", waiting)] : []),
  ];
  return lines.length === 0 ? [] : ["", ...lines.map(shown)];
}

export const isWaiting = ({ recalled }: LeftExport): boolean => recalled === null;

/** What was recorded of recalls. */
export function reportRecalls({ recorded, unchanged, diagnostics }: Recalled, { say }: Context): Outcome {
  const lines = [
    ...recorded.map(({ audience, recalled, ...each }) =>
      say("recall.recorded", { ...each, recalled: recalled ?? "", audience: sayAudience(audience, say) }),
    ),
    ...unchanged.map(({ id, recalled }) => say("recall.known", { id, recalled: recalled ?? "" })),
  ];
  return { json: { recalled: recorded, unchanged }, text: lines.map(shown).join("\n"), diagnostics };
}

function sayAudience(audience: string, say: Say): string {
  const found = audiences.find((each) => each === audience);
  return found === undefined ? audience : say(`audience.${found}`, {});
}

function personOf(id: string, { participants }: Settings): string {
  const pseudonym = participants.find((each) => each.id === id)?.pseudonym ?? "";
  return `${id} ${pseudonym}`.trim();
}
