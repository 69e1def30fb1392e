// What `search` shows: each place with the words around it, those found standing out.
import { formatTurn } from "../../kernel/ids.ts";
import { shown } from "../../kernel/shown.ts";
import type { FoundBlock, FoundTurn, Search } from "../../retour/search.ts";
import type { Participant } from "../../study/settings.ts";
import { formatSpeaker } from "../../transcript/sheet.ts";
import { formatClock } from "../../transcript/times.ts";
import type { Context, Outcome } from "../run.ts";
import { around, wrapStretches, type Piece } from "./wrap.ts";

/** Characters shown on each side of the words found. */
const AROUND = 90;

/** How many turns and paragraphs are shown in a terminal. */
const MOST = 50;

/** How many stretches of one turn or paragraph are shown. */
const SHOWN = 3;

export function reportSearch(context: Context, found: Search, people: readonly Participant[]): Outcome {
  const { say, paint, world } = context;
  const { turns, blocks, isNarrow, diagnostics } = found;
  const sessions = new Set(turns.map(({ turn }) => turn.session)).size;
  const room = world.stdout.isTTY ? MOST : Infinity;
  const said = turns.slice(0, room).map((turn) => {
    const speaker = formatSpeaker(turn, people);
    const time = turn.startMs === null ? undefined : formatClock(turn.startMs);
    const head = [formatTurn(turn.turn), speaker, time].flatMap((part) => part ?? []).map(shown);
    return `${paint.bold(head.join(" · "))}\n${inContext(context, turn)}`;
  });
  const written = blocks.slice(0, room - said.length).map((block) => {
    const head = `${say("search.document", { group: block.group })} · ${shown(block.title)}`;
    return `${paint.bold(head)}\n${inContext(context, block)}`;
  });
  const left = turns.length + blocks.length - said.length - written.length;
  const others = left === 0 ? [] : [say("search.others", { count: left })];
  const count = say("search.count", { turns: turns.length, sessions, blocks: blocks.length });
  const isAny = turns.length + blocks.length > 0;
  const none = say(isNarrow ? "search.none-here" : "search.none", {});
  return {
    json: { turns: turns.map(turnJson), sections: blocks, diagnostics: diagnostics.map(context.explain) },
    text: isAny ? [...said, ...written, ...others, count].join("\n\n") : none,
    diagnostics,
  };
}

const turnJson = ({ turn, startMs, ...found }: FoundTurn): object => ({
  turn: formatTurn(turn),
  session: turn.session,
  start: startMs,
  ...found,
});

/** The stretches of a text around the words found, wrapped; what is far from any is left out. */
function inContext(
  { say, paint, world }: Context,
  { words, places }: Pick<FoundTurn | FoundBlock, "words" | "places">,
): string {
  const stretches = stretchesOf(words, places);
  const isPlain = paint.bold("x") === "x";
  const mark = (text: string): string => (isPlain ? around(text, "**", "**") : text);
  const pieces: Piece[] = [];
  const push = (text: string, style: Piece["style"] = (each) => each): void => {
    if (text !== "") pieces.push({ text: shown(text).replace(/\s*\n\s*/g, " "), style });
  };
  let last = 0;
  for (const { start, end, inside } of stretches.slice(0, SHOWN)) {
    push(start > last ? (last === 0 ? "… " : " […] ") : "");
    last = start;
    for (const place of inside) {
      push(words.slice(last, place.start));
      push(mark(words.slice(place.start, place.end)), (each) => paint.yellow(paint.bold(each)));
      last = place.end;
    }
    push(words.slice(last, end));
    last = end;
  }
  push(last < words.length ? " …" : "");
  const text = wrapStretches(pieces, world.stdout.columns, "  ");
  const more = stretches.slice(SHOWN).flatMap(({ inside }) => inside).length;
  return more === 0 ? text : `${text}\n  ${paint.dim(say("search.more", { count: more }))}`;
}

interface Stretch {
  readonly start: number;
  end: number;
  readonly inside: { readonly start: number; readonly end: number }[];
}

/** Places with what is around them, cut between words; those that touch are one. */
function stretchesOf(words: string, places: FoundTurn["places"]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const place of places) {
    const from = place.start - AROUND;
    const start = from <= 0 ? 0 : words.indexOf(" ", from) + 1 || place.start;
    const to = place.end + AROUND;
    const end = to >= words.length ? words.length : Math.max(place.end, words.lastIndexOf(" ", to));
    const last = stretches.at(-1);
    if (last && Math.min(start, place.start) <= last.end) {
      last.end = Math.max(end, last.end);
      last.inside.push(place);
    } else stretches.push({ start: Math.min(start, place.start), end, inside: [place] });
  }
  return stretches;
}
