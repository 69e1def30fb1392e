// Names in what comes in, replaced before it reaches the ledger: in turns' words, with the places of
// what stands in them, and in the titles that a file brings.
import type { SessionId } from "../kernel/ids.ts";
import type { Identity } from "../vault/contents.ts";
import type { Original } from "../vault/replace/cut-original.ts";
import { rangeMover } from "../vault/replace/edits.ts";
import type { NameReplacer, Passage } from "../vault/replace/name-replacer.ts";
import type { Coding } from "./coding.ts";
import type { Transcript } from "./read-transcript.ts";
import { formatClock } from "./times.ts";
import type { CuePlace, Turn } from "./turn.ts";

export interface NamelessTurns {
  readonly turns: readonly Turn[];
  readonly places: readonly CuePlace[];
  /** What the turns said in which something was replaced, by their index. */
  readonly originals: ReadonlyMap<number, Original>;
  /** Whose name each replacement stands for. */
  readonly identities: readonly Identity[];
}

/** The turns of a file without names, and its cues where they are now. See `NameReplacer.replace`. */
export async function replaceInTurns(
  names: NameReplacer,
  session: SessionId,
  { turns, places }: { readonly turns: readonly Turn[]; readonly places: readonly CuePlace[] },
): Promise<NamelessTurns> {
  const passages = turns.map(({ words, startMs, position }) => ({
    words,
    place: placeOf(startMs, position),
  }));
  const replaced = await names.replace(passages, session);
  const originals = new Map<number, Original>();
  for (const [index, { edits }] of replaced.entries())
    if (edits.length > 0) originals.set(index, { was: turns[index]?.words ?? "", edits });
  if (originals.size === 0) return { turns, places, originals, identities: [] };
  const movers = replaced.map(({ edits }) => rangeMover(edits));
  return {
    turns: turns.map((turn, index) => ({ ...turn, words: replaced[index]?.words ?? turn.words })),
    places: places.map((place) => movers[place.turn]?.(place) ?? place),
    originals,
    identities: replaced.flatMap(({ edits }) => edits.map(({ identity }) => identity)),
  };
}

/** The file's segments, without names in the titles of their themes. */
export async function replaceInTitles(
  names: NameReplacer,
  session: SessionId,
  { cues, codings }: Pick<Transcript, "cues" | "codings">,
): Promise<Transcript["codings"]> {
  if (codings === undefined) return undefined;
  const titles = new Map<string, Passage>();
  for (const { theme, from } of codings)
    if (!titles.has(theme))
      titles.set(theme, { words: theme, place: placeOf(cues[from]?.startMs ?? null, from + 1) });
  const replaced = await names.replace([...titles.values()], session);
  const nameless = new Map(
    [...titles.keys()].map((title, index) => [title, replaced[index]?.words ?? title]),
  );
  return codings.map((coding) => ({ ...coding, theme: nameless.get(coding.theme) ?? coding.theme }));
}

export interface NamelessSheet {
  readonly turns: readonly Turn[];
  readonly codings: readonly Coding[];
  /** What people had typed in the turns in which something was replaced, by number. */
  readonly originals: ReadonlyMap<number, string>;
  readonly identities: readonly Identity[];
}

/** What a person typed into a sheet, without names. `before`: the turns as the ledger has them. */
export async function replaceInSheet(
  names: NameReplacer,
  session: SessionId,
  { turns, codings }: Pick<NamelessSheet, "turns" | "codings">,
  before: readonly Turn[],
): Promise<NamelessSheet> {
  const known = new Map(before.map(({ number, words }) => [number, words]));
  const typed = turns.filter(({ number, words }) => known.get(number) !== words);
  const passages = typed.map(({ number, words }) => {
    return { words, place: `${session}.${String(number)}`, known: known.get(number) };
  });
  const replaced = await names.replace(passages, session);
  const changed = new Map(
    typed.flatMap(({ number, words }, index) => {
      const now = replaced[index];
      const isChanged = now !== undefined && now.edits.length > 0;
      return isChanged ? [[number, { ...now, original: words, move: rangeMover(now.edits) }] as const] : [];
    }),
  );
  return {
    turns: turns.map((turn) => ({ ...turn, words: changed.get(turn.number)?.words ?? turn.words })),
    codings: codings.map((coding) => {
      const { turn, start, end } = coding;
      const move = changed.get(turn)?.move;
      return move && start !== null && end !== null ? { ...coding, ...move({ start, end }) } : coding;
    }),
    originals: new Map([...changed].map(([number, { original }]) => [number, original])),
    identities: [...changed.values()].flatMap(({ edits }) => edits.map(({ identity }) => identity)),
  };
}

/** As a person finds it in the file: a time, else the number of the turn in it. */
function placeOf(startMs: number | null, number: number): string {
  return startMs === null ? String(number) : formatClock(startMs);
}
