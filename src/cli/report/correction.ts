// Corrections as a person reads them, one by one or as a list, and as --json gives them.
import { shown } from "../../kernel/shown.ts";
import type { ParticipantId } from "../../kernel/ids.ts";
import { isPending, type Correction } from "../../correction/correction.ts";
import type { ListedCorrection } from "../../correction/corrections.ts";
import type { Integrated } from "../../correction/integrate.ts";
import type { ReviewItem } from "../../correction/review.ts";
import type { ReceivedReturn } from "../../correction/receive.ts";
import type { Loss } from "../../correction/return.ts";
import type { Settings } from "../../study/settings.ts";
import type { Context, Outcome } from "../run.ts";
import { around, wrapStretches, type Piece } from "./wrap.ts";

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

export function reportReceived(
  returns: readonly ReceivedReturn[],
  settings: Settings,
  context: Context,
): Outcome {
  const { say } = context;
  const texts = returns.map(({ copy, participant, corrections, loss }) => {
    const person = nameOf(settings, participant);
    const title = say("receive.return", { copy, person, count: corrections.length });
    return [
      title,
      ...corrections.map((each) => describe(each, settings, context)),
      ...lossLines(loss, context),
    ];
  });
  const hasCorrections = returns.some(({ corrections }) => corrections.length > 0);
  return {
    json: {
      returns: returns.map(({ copy, participant, corrections, loss }) => ({
        copy,
        participant,
        corrections: corrections.map(({ id, section, kind, before, after, comment }) => ({
          ...{ id, section, kind, before: before.trim(), after: after.trim(), comment },
        })),
        loss,
      })),
    },
    text: [...texts.flat(), ...(hasCorrections ? [say("receive.next", {})] : [])].join("\n"),
    diagnostics: returns.flatMap(({ diagnostics }) => diagnostics),
  };
}

function lossLines(loss: readonly Loss[], { say }: Context): string[] {
  if (loss.length === 0) return [];
  const lines = loss.map(({ place, words }) => `    ${placeOf(place, say)}  ${excerpt(words)}`);
  return [`  ${say("loss.title", {})}`, ...lines];
}

function placeOf(place: string, say: Context["say"]): string {
  const [what = "", section = ""] = place.split("/", 2);
  switch (what) {
    case "letter":
    case "presentation":
    case "front-matter":
      return say(`loss.place.${what}`, {});
    case "moved":
    case "layout":
      return say(`loss.place.${what}`, { section });
    default:
      return place;
  }
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

/** The contract of `corrections` and `decide`. */
export function correctionsJson(corrections: readonly ListedCorrection[]): object {
  return {
    corrections: corrections.map(({ decision, conflictsWith, ...each }) => ({
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
    })),
  };
}

/** Its id, section and kind, then the words that change and what is said of them. */
function describe(correction: Correction, settings: Settings, { say, paint }: Context, who = ""): string {
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

function kindText({ kind, isProposed }: Correction, say: Context["say"]): string {
  const text = say(`kind.${kind}`, {});
  return isProposed ? say("correction.kind-proposed", { kind: text }) : text;
}

/** `[-avant-]{+après+}`, by marks and by colour; `{==mots==}` when they are left as they are. */
function changeText(change: Pick<Correction, "before" | "after">, { paint }: Pick<Context, "paint">): string {
  const [before, after] = [excerpt(change.before), excerpt(change.after)];
  if (change.before === change.after) return before === "" ? "" : paint.underline(`{==${before}==}`);
  const removed = before === "" ? "" : paint.red(`[-${before}-]`);
  const added = after === "" ? "" : paint.green(`{+${after}+}`);
  return removed + added;
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
    if (isIntegrated) lines.push(say("correction.brought-in", {}));
  }
  return lines.map((line) => `      ${line}`);
}

/** Who asks for something else of the same words, who for the same. */
function othersHere({ conflictsWith, agreesWith }: ListedCorrection, { say, paint }: Context): string[] {
  const ids = (list: readonly Correction[]): string => list.map(({ id }) => id).join(", ");
  const lines: string[] = [];
  if (conflictsWith.length > 0)
    lines.push(paint.yellow(say("correction.conflicts", { ids: ids(conflictsWith) })));
  if (agreesWith.length > 0) lines.push(say("correction.agrees", { ids: ids(agreesWith) }));
  return lines;
}

/** One correction to decide on: where, who, what, in its place, and who asks for something else. */
export function reviewScreen(
  { correction, title, lead, tail }: ReviewItem,
  position: { readonly number: number; readonly count: number },
  settings: Settings,
  context: Context,
): string {
  const { say, paint, world } = context;
  const { id, participant, edition, comment, conflictsWith, agreesWith } = correction;
  const head = [
    paint.bold(say("review.position", position)),
    paint.bold(id),
    shown(`${title} (${placeIn(settings, correction)}, ${edition})`),
    nameOf(settings, participant),
    kindText(correction, say),
  ];
  const pieces = [
    { text: plainWords(lead), style: paint.dim },
    ...changePieces(correction, paint),
    { text: plainWords(tail), style: paint.dim },
  ];
  const words = wrapStretches(pieces, world.stderr.columns, "    ");
  const others = [...conflictsWith, ...agreesWith].map(
    (other) => `      ${other.id}  ${nameOf(settings, other.participant)}  ${changeText(other, context)}`,
  );
  const lines = ["", head.join("  "), ""];
  if (words !== "") lines.push(words);
  if (comment !== "") lines.push(`    ${paint.cyan(`{>>${excerpt(comment)}<<}`)}`);
  lines.push(...othersHere(correction, context).map((line) => `      ${line}`), ...others, "");
  return lines.join("\n");
}

/** The words of a change with the white space that was around them, to stand in their sentence. */
function changePieces(
  { before, after }: Pick<Correction, "before" | "after">,
  paint: Context["paint"],
): Piece[] {
  const cut = (text: string, open: string, close: string): string =>
    text.trim() === "" ? "" : around(text, open, close).replace(text.trim(), () => excerpt(text));
  if (before === after) return [{ text: cut(before, "{==", "==}"), style: paint.underline }];
  return [
    { text: cut(before, "[-", "-]"), style: paint.red },
    { text: cut(after, "{+", "+}"), style: paint.green },
  ];
}

/** Lines without the marks of a quote or of a heading. */
function plainWords(text: string): string {
  return shown(text).replace(/^ {0,3}(?:(?:> ?)+|#{1,6}[ \t]+)/gm, "");
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
    ...(written.length > 0
      ? [say("integrate.applied", { ids: written.join(", "), documents: documents.join(", ") })]
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

function excerpt(words: string): string {
  const line = onOneLine(words.replace(/^ {0,3}>+ ?/gm, "")).trim();
  if (line.length <= LONGEST_EXCERPT) return line;
  const half = LONGEST_EXCERPT / 2;
  return `${line.slice(0, half).trimEnd()} … ${line.slice(-half).trimStart()}`;
}
