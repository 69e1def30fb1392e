// Names that no words follow: those of nobody are words, `Le logement :`, and none is lost unsaid.
import { foldLabel, isDiarised } from "./labels.ts";
import type { SpokenLine } from "./spoken-lines.ts";
import { inParagraphs } from "../words.ts";

export interface SpokenTurn {
  readonly label: string | null;
  startMs: number | null;
  endMs: number | null;
  text: string;
  readonly line: SpokenLine;
  /** A time beside its name is what sets the name apart. */
  readonly isTimed: boolean;
}

/** A name that no words follow before the next. */
export const isEmpty = ({ text, line, label }: SpokenTurn): boolean =>
  label !== null && !line.told && inParagraphs(text) === "";

/** The labels, folded, that no words ever follow, but those of known people and of machines. */
export function silentIn(turns: readonly SpokenTurn[], isKnown: (folded: string) => boolean): Set<string> {
  const empty = turns.filter(isEmpty);
  if (empty.length === 0) return new Set();
  const speaking = new Set(turns.flatMap((turn) => (isEmpty(turn) ? [] : [foldLabel(turn.label ?? "")])));
  const silent = empty.flatMap(({ label }) =>
    label === null || isDiarised(label) ? [] : [foldLabel(label)],
  );
  return new Set(silent.filter((label) => !speaking.has(label) && !isKnown(label)));
}

/** `**Nadia** 3 min` with no words after it, in a file most of whose names have no time: it is what she says. */
export function giveTimes(turns: readonly SpokenTurn[]): void {
  if (turns.filter(({ isTimed }) => isTimed).length * 2 > turns.length) return;
  for (const turn of turns.filter((each) => each.isTimed && isEmpty(each))) {
    const { text } = turn.line;
    const label = turn.label ?? "";
    const at = text.indexOf(label);
    const said = at === -1 ? "" : text.slice(at + label.length).replace(/^[\]\s:–—-]+/, "");
    if (said === "") continue;
    turn.text = said;
    turn.startMs = null;
    turn.endMs = null;
  }
}
