// One correction to decide on: where it stands, who asks, what, in its place, and who else asks.
import { shown } from "../../kernel/shown.ts";
import type { Correction } from "../../correction/correction.ts";
import type { ReviewItem } from "../../correction/review.ts";
import type { Settings } from "../../study/settings.ts";
import type { Context } from "../run.ts";
import { changeText, excerpt, kindText, nameOf, othersHere, placeIn } from "./correction.ts";
import { around, wrapStretches, type Piece } from "./wrap.ts";

/** Where a correction is among those to decide on, and among those of its section; from 1. */
export interface Position {
  readonly number: number;
  readonly count: number;
  readonly inSection: number;
  readonly ofSection: number;
}

const plain = (text: string): string => text;

export function reviewScreen(
  { correction, title, lead, tail }: ReviewItem,
  position: Position,
  settings: Settings,
  context: Context,
): string {
  const { say, paint, world } = context;
  const { id, participant, edition, comment, conflictsWith, agreesWith } = correction;
  const wrapped = (pieces: readonly Piece[], indent: string): string =>
    wrapStretches(pieces, world.stderr.columns, indent);
  const line = (text: string, indent: string, style = plain): string => wrapped([{ text, style }], indent);
  const head = [
    paint.bold(say("review.position", position)),
    paint.bold(id),
    nameOf(settings, participant),
    kindText(correction, say),
  ];
  const section = `${shown(title)} (${placeIn(settings, correction)}, ${edition})`;
  const words = wrapped(
    [
      { text: plainWords(lead), style: paint.dim },
      ...changePieces(correction, paint),
      { text: plainWords(tail), style: paint.dim },
    ],
    "    ",
  );
  const others = [...conflictsWith, ...agreesWith].map((other) =>
    line(otherAsked(other, settings, context), "        "),
  );
  return [
    "",
    head.join("  "),
    line(say("review.section", { section, ...position }), "  "),
    "",
    ...(words === "" ? [] : [words]),
    ...(comment === "" ? [] : [line(`{>>${excerpt(comment)}<<}`, "    ", paint.cyan)]),
    ...othersHere(correction, context).map((text) => `      ${text}`),
    ...others,
    "",
  ].join("\n");
}

/** What another person asks of the same words, and what became of it. */
function otherAsked(other: Correction, settings: Settings, { say }: Context): string {
  const words = [
    changeText(other, { paint: { red: plain, green: plain, underline: plain } }),
    ...(other.comment === "" ? [] : [`{>>${excerpt(other.comment)}<<}`]),
  ];
  const outcome = other.decision === null ? [] : [`(${say(`outcome.${other.decision.outcome}`, {})})`];
  return [other.id, nameOf(settings, other.participant), words.join(" "), ...outcome].join("  ");
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
