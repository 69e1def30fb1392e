// Corrections as a person reads them, one by one or as a list, and as --json gives them.
import { shown } from "../../kernel/shown.ts";
import type { ParticipantId } from "../../kernel/ids.ts";
import {
  bringsWords,
  isCarriedOutByHand,
  isPending,
  type Correction,
  type HistoryEvent,
  type Outcome as Decided,
} from "../../correction/correction.ts";
import type { ListedCorrection } from "../../correction/corrections.ts";
import type { Integrated } from "../../correction/integrate.ts";
import type { Settings } from "../../study/settings.ts";
import type { Context, Outcome } from "../run.ts";

// Words are made safe to print before they are painted: colours are escapes too.

/** As many letters of a passage as a list shows. */
const LONGEST_EXCERPT = 300;

/** `P03 · Nadia`, for the team: never on a page that leaves. */
export function nameOf(settings: Settings, id: ParticipantId | string): string {
  const person = settings.participants.find((each) => each.id === id);
  return shown(person === undefined ? id : `${id} · ${person.pseudonym}`);
}

/** `peur`, or `g1/peur` when the study has several groups. */
export function placeIn(
  { groups }: Settings,
  { group, section }: Pick<Correction, "group" | "section">,
): string {
  return groups.length > 1 ? `${group}/${section}` : section;
}

export function reportCorrections(
  corrections: readonly ListedCorrection[],
  settings: Settings,
  context: Context,
): Outcome {
  const pending = corrections.filter(isPending).length;
  const lines = corrections.map((each) => {
    const head = `${nameOf(settings, each.participant)}, ${each.edition}`;
    return [describe(each, settings, context, head), ...standing(each, context)].join("\n");
  });
  const { say } = context;
  const end =
    corrections.length === 0
      ? say("corrections.none", {})
      : say("corrections.count", { count: corrections.length, pending });
  return { json: correctionsJson(corrections), text: [...lines, end].join("\n") };
}

/** One correction with all that became of it, decisions that were changed or taken back included. */
export function reportHistory(
  correction: ListedCorrection,
  history: readonly HistoryEvent[],
  settings: Settings,
  context: Context,
): Outcome {
  const { say } = context;
  const received = say("history.received", { at: correction.received.slice(0, 10) });
  let outcome: Decided | undefined;
  const lines = history.map((event) => {
    const at = event.at.slice(0, 10);
    if (event.what === "decided") {
      const { by, text, reason } = event;
      outcome = event.outcome;
      const words = [text, reason].flatMap((each) => (each === null ? [] : [excerpt(each)])).join(" — ");
      return say("history.decided", { at, by, words, outcome: say(`outcome.${event.outcome}`, {}) });
    }
    const isByHand =
      event.what === "brought-in" &&
      correction.kind !== "strength" &&
      outcome !== undefined &&
      !bringsWords({ ...correction, decision: { outcome } });
    return say(isByHand ? "history.by-hand" : `history.${event.what}`, { at });
  });
  const { text } = reportCorrections([correction], settings, context);
  const one = text.slice(0, text.lastIndexOf("\n"));
  return {
    json: { ...correctionsJson([correction]), history },
    text: [one, ...[received, ...lines].map((line) => `        ${line}`)].join("\n"),
  };
}

/** The contract of `corrections` and `decide`. */
export function correctionsJson(corrections: readonly ListedCorrection[]): object {
  return {
    corrections: corrections.map(({ decision, conflictsWith, movedWith, ...each }) => ({
      id: each.id,
      edition: each.edition,
      participant: each.participant,
      section: each.section,
      kind: each.kind,
      before: each.before.trim(),
      after: each.after.trim(),
      comment: each.comment,
      decision: decision && {
        outcome: decision.outcome,
        reason: decision.reason,
        by: decision.by,
        at: decision.at,
      },
      conflictsWith: conflictsWith.map(({ id }) => id),
      movedWith: movedWith?.id ?? null,
    })),
  };
}

/** Its id, section and kind, then the words that change and what is said of them. */
export function describe(
  correction: Correction,
  settings: Settings,
  { say, paint }: Context,
  who = "",
): string {
  const { id, comment } = correction;
  const head = [paint.bold(id), placeIn(settings, correction), who, kindText(correction, say)].filter(
    (part) => part !== "",
  );
  const lines = [`  ${head.join("  ")}`];
  const words = changeText(correction, { paint });
  if (words !== "") lines.push(`      ${words}`);
  if (comment !== "") lines.push(`      ${paint.cyan(`{>>${excerpt(comment)}<<}`)}`);
  return lines.join("\n");
}

export function kindText({ kind, isProposed }: Correction, say: Context["say"]): string {
  const text = say(`kind.${kind}`, {});
  return isProposed ? say("correction.kind-proposed", { kind: text }) : text;
}

/** `[-avant-]{+après+}`, by marks and by colour; `{==mots==}` when they are left as they are. */
export function changeText(
  change: Pick<Correction, "before" | "after">,
  { paint }: { readonly paint: Pick<Context["paint"], "red" | "green" | "underline"> },
): string {
  const [before, after] = [excerpt(change.before), excerpt(change.after)];
  if (change.before === change.after) return before === "" ? "" : paint.underline(`{==${before}==}`);
  const removed = before === "" ? "" : paint.red(`[-${before}-]`);
  const added = after === "" ? "" : paint.green(`{+${after}+}`);
  return removed + added;
}

/** How the document follows it: by the words of the person, or by what someone wrote there. */
export function followedText(correction: Correction, say: Context["say"]): string {
  return say(isCarriedOutByHand(correction) ? "correction.by-hand" : "correction.brought-in", {});
}

/** What became of it, and who asks for something else. */
function standing(correction: ListedCorrection, context: Context): string[] {
  const { say, paint } = context;
  const { decision, isIntegrated } = correction;
  const lines = [...othersHere(correction, context)];
  if (isPending(correction)) lines.push(paint.dim(say("correction.pending", {})));
  if (decision !== null) {
    const outcome = say(`outcome.${decision.outcome}`, {});
    const { by, reason } = decision;
    lines.push(say("correction.decided", { outcome, by, reason: excerpt(reason ?? "") }));
    if (isIntegrated) lines.push(followedText(correction, say));
  }
  return lines.map((line) => `      ${line}`);
}

/** Who asks for something else of the same words, who for the same, and what was moved with it. */
export function othersHere(
  { id, conflictsWith, agreesWith, movedWith }: ListedCorrection,
  { say, paint }: Context,
): string[] {
  const ids = (list: readonly Correction[]): string => list.map(({ id }) => id).join(", ");
  const lines: string[] = [];
  if (conflictsWith.length > 0)
    lines.push(paint.yellow(say("correction.conflicts", { ids: ids(conflictsWith) })));
  if (agreesWith.length > 0) lines.push(say("correction.agrees", { ids: ids(agreesWith) }));
  if (movedWith !== undefined) {
    const [first = id, second = id] = [id, movedWith.id].sort();
    lines.push(say("correction.moved", { first, second }));
  }
  return lines;
}

function onOneLine(words: string): string {
  return shown(words).replace(/\s+/g, " ");
}

export function reportIntegrated(
  { applied, byHand, conflicts, documents }: Integrated,
  settings: Settings,
  { say, paint }: Context,
): Outcome {
  const written = applied.filter((id) => !byHand.includes(id));
  const lines = [
    ...(written.length > 0 && documents.length > 0
      ? [say("integrate.applied", { ids: written.join(", "), documents: documents.join(", ") })]
      : []),
    ...(written.length > 0 && documents.length === 0
      ? [say("integrate.already", { ids: written.join(", ") })]
      : []),
    ...(byHand.length > 0 ? [say("integrate.by-hand", { ids: byHand.join(", ") })] : []),
    ...conflicts.map(({ ids, reason, ...place }) =>
      paint.yellow(
        say("integrate.conflict", {
          ids: ids.join(", "),
          section: placeIn(settings, place),
          reason: say(`conflict.${reason}`, {}),
        }),
      ),
    ),
  ];
  return {
    json: { applied, conflicts: conflicts.map(({ ids, section, reason }) => ({ ids, section, reason })) },
    text: lines.length === 0 ? say("integrate.nothing", {}) : lines.join("\n"),
  };
}

export function excerpt(words: string): string {
  const line = onOneLine(words.replace(/^ {0,3}>+ ?/gm, "")).trim();
  if (line.length <= LONGEST_EXCERPT) return line;
  const half = LONGEST_EXCERPT / 2;
  return `${line.slice(0, half).trimEnd()} … ${line.slice(-half).trimStart()}`;
}
