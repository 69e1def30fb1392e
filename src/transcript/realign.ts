// A corrected transcript takes the place of the old one: which new turn is which old one, who
// speaks, and where the coded words are now. Told from the words, both texts aligned as wholes.
import { trailOf } from "../wording/trail.ts";
import type { Coding } from "./coding.ts";
import { handKeeper, inheritVoices, mainlyOf, type NamedBy } from "./inherit-voices.ts";
import { moveCodings, type Moved } from "./move-codings.ts";
import { turnsInPlace } from "./same-place.ts";
import { joinTurns, partsOf, shareWords, weightOf, type SharedWords } from "./shared-words.ts";
import type { Turn } from "./turn.ts";

export interface Realigning {
  readonly before: readonly Turn[];
  /** Numbered in order, as a first import numbers them. */
  readonly after: readonly Turn[];
  readonly codings: readonly Coding[];
  /** The highest number any turn of the session ever had. */
  readonly highest: number;
  /** Numbers of turns that a person added: they stay when the new transcript does not hold them. */
  readonly added?: ReadonlySet<number>;
  /** Who a label names by itself, as the study's people are called. */
  readonly namedBy?: NamedBy;
}

export interface Realigned extends Moved {
  readonly turns: readonly Turn[];
  /** Numbers of the turns that stay though the new transcript does not hold them. */
  readonly stayed: readonly number[];
  /** Numbers of the turns that keep the person whom somebody gave them, whoever the file says. */
  readonly keepers: readonly number[];
}

/**
 * A turn keeps its number when it holds most of an old turn's words or is mostly made of
 * them; of the parts of a split turn the largest keeps it, the first when they are equal.
 * A turn whose words changed keeps it by its place. Other turns get numbers never used. A speaker
 * the new file does not say is the old turn's, and so is one that a person corrected.
 */
export function realign({ before, after, codings, highest, added, namedBy }: Realigning): Realigned {
  const [old, fresh] = [joinTurns(before), joinTurns(after)];
  const trail = trailOf(old.text, fresh.text);
  const shared = shareWords(old, fresh, trail);
  const kept = keptTurns(shared);
  const staying = added ? notHeld(before, added, shared, new Set(kept.values())) : [];
  if (staying.length > 0) {
    const stays = new Set(staying.map(({ number }) => number));
    const rest = {
      before: before.filter(({ number }) => !stays.has(number)),
      codings: codings.filter(({ turn }) => !stays.has(turn)),
    };
    const now = realign({ ...rest, after, highest, ...(namedBy && { namedBy }) });
    return {
      turns: putBack(staying, before, now.turns),
      codings: [...now.codings, ...codings.filter(({ turn }) => stays.has(turn))],
      lost: now.lost,
      touched: now.touched,
      stayed: [...stays],
      keepers: now.keepers,
    };
  }
  const voiced = inheritVoices(before, after, shared);
  const placed = turnsInPlace({ before, after: voiced, shared, kept });
  const keeperOf = handKeeper(before, namedBy ?? (() => undefined));
  const keepers: number[] = [];
  let next = highest;
  const turns = voiced.map((turn, index) => {
    const same = before[kept.get(index) ?? placed.get(index) ?? -1];
    const number = same?.number ?? (next += 1);
    const old = before[mainlyOf(shared, index) ?? -1] ?? same;
    const keeper = old && keeperOf(old, turn.participant);
    if (keeper !== undefined) keepers.push(number);
    return { ...turn, participant: keeper ?? turn.participant, number, position: index + 1 };
  });
  const moved = moveCodings(codings, { before, after: turns, old, fresh, shared, trail, placed });
  return { turns, ...moved, stayed: [], keepers };
}

/** The added turns most of whose words the new transcript does not hold anywhere. */
function notHeld(
  before: readonly Turn[],
  added: ReadonlySet<number>,
  { ofOld, oldSizes }: SharedWords,
  kept: ReadonlySet<number>,
): Turn[] {
  return before.filter(({ number, words }, index) => {
    if (!added.has(number) || kept.has(index) || words === "") return false;
    return weightOf(partsOf(ofOld, index)) * 2 <= (oldSizes[index] ?? 0);
  });
}

/** Each staying turn goes after the turn it followed, or the nearest one before that is there. */
function putBack(staying: readonly Turn[], before: readonly Turn[], now: readonly Turn[]): Turn[] {
  const turns = [...now];
  const places = new Map(before.map(({ number }, index) => [number, index]));
  const labels = newLabels(before, now);
  for (const turn of staying) {
    let at = -1;
    for (let index = (places.get(turn.number) ?? 0) - 1; index >= 0 && at === -1; index -= 1)
      at = turns.findIndex(({ number }) => number === before[index]?.number);
    turns.splice(at + 1, 0, { ...turn, label: labels.get(turn.label ?? "") ?? null });
  }
  return turns.map((turn, index) => ({ ...turn, position: index + 1 }));
}

/** The new transcript's word for each old label: V1 may be somebody else there. */
function newLabels(before: readonly Turn[], now: readonly Turn[]): Map<string, string> {
  const labels = new Map<string, string>();
  const byNumber = new Map(now.map((turn) => [turn.number, turn]));
  for (const { number, label } of before) {
    const fresh = byNumber.get(number)?.label;
    if (label !== null && fresh != null && !labels.has(label)) labels.set(label, fresh);
  }
  return labels;
}

/** For each new turn that is an old one, the old one's index. */
function keptTurns({ ofOld, oldSizes, newSizes }: SharedWords): Map<number, number> {
  const pairs = ofOld.flatMap((parts, from) =>
    [...parts]
      .filter(([to, { weight }]) => weight * 2 > (oldSizes[from] ?? 0) || weight * 2 > (newSizes[to] ?? 0))
      .map(([to, { weight }]) => ({ from, to, weight })),
  );
  pairs.sort((a, b) => b.weight - a.weight || a.to - b.to || a.from - b.from);
  const kept = new Map<number, number>();
  const taken = new Set<number>();
  for (const { from, to } of pairs) {
    if (kept.has(to) || taken.has(from)) continue;
    kept.set(to, from);
    taken.add(from);
  }
  return kept;
}
