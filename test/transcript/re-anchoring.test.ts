// The demo study's own codings, and one for every stretch of every turn, through corrected
// transcripts: each word is followed by its identity, so that the test knows where it went.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Coding } from "../../src/transcript/coding.ts";
import { readTranscript } from "../../src/transcript/read-transcript.ts";
import { realign } from "../../src/transcript/realign.ts";
import { joinCues, type Turn } from "../../src/transcript/turn.ts";
import { given, theme } from "./given.ts";

const demo = join(import.meta.dirname, "../../fixtures/demo");

function transcriptOf(file: string): Turn[] {
  const setting = { file, isWritten: false, isKnown: () => false, language: "fr" as const };
  const bytes = readFileSync(join(demo, "transcripts", file));
  const transcript = readTranscript(bytes, setting, { format: undefined, encoding: undefined });
  return joinCues(transcript.cues, (label) => ({ label, participant: null }), transcript.format.joining);
}

/** The demo's codings of a session, one for each passage. */
function codedIn(turns: readonly Turn[], file: string): Coding[] {
  const passages = parse(readFileSync(join(demo, "codings", file), "utf8")) as {
    words: string;
    whole?: boolean;
  }[];
  return passages.map(({ words, whole }) => {
    const turn = given(turns.find((each) => each.words.includes(words)));
    const start = turn.words.indexOf(words);
    const range = whole ? { start: null, end: null } : { start, end: start + words.length };
    return { turn: turn.number, theme: theme("x"), ...range };
  });
}

interface Word {
  readonly text: string;
  /** Undefined for a word that the correction put in. */
  readonly id: number | undefined;
}

/** The same numbers again for the same seed (Park and Miller, 1988). */
function dice(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const inserted = "bon voilà en fait disons quand même autrement là-bas hier soir".split(" ");

/** One word in twenty replaced, dropped or added; turns split, joined and put in between. */
function correct(turns: readonly (readonly Word[])[], roll: () => number): Word[][] {
  const put = (): Word => ({ text: given(inserted[Math.floor(roll() * inserted.length)]), id: undefined });
  const after: Word[][] = [];
  for (const turn of turns) {
    const words = turn.flatMap((word) => {
      const chance = roll();
      if (chance < 0.025) return [put()];
      if (chance < 0.038) return [];
      return chance < 0.05 ? [word, put()] : [word];
    });
    const chance = roll();
    const cut = 1 + Math.floor(roll() * (words.length - 1));
    const last = after.at(-1);
    if (words.length === 0) continue;
    if (chance < 0.08 && words.length > 2) after.push(words.slice(0, cut), words.slice(cut));
    else if (chance < 0.14 && last) last.push(...words);
    else if (chance < 0.17) after.push(words, Array.from({ length: 1 + Math.floor(roll() * 8) }, put));
    else after.push(words);
  }
  return after;
}

/** The places, in the turn's words, of its words as a correction cuts them. */
const places = (words: string): { text: string; start: number }[] =>
  Array.from(words.matchAll(/\S+/g), ({ 0: text, index: start }) => ({ text, start }));

interface Tally {
  codings: number;
  /** On all their words that are still there, and on no other's. */
  exact: number;
  lost: number;
  /** Said to have an edge that was corrected. */
  touched: number;
  wrong: string[];
}

function follow(before: readonly Turn[], codings: readonly Coding[], roll: () => number, tally: Tally): void {
  let next = 0;
  const ids = before.map(({ words }) => places(words).map((place) => ({ ...place, id: (next += 1) })));
  const corrected = correct(ids, roll);
  const after = corrected.map((words, index): Turn => {
    const said = words.map(({ text }) => text).join(" ");
    return {
      number: index + 1,
      position: index + 1,
      participant: null,
      label: null,
      startMs: null,
      endMs: null,
      words: said,
    };
  });
  const alive = new Set(corrected.flat().flatMap(({ id }) => id ?? []));
  const now = realign({
    before,
    after,
    codings: codings.map((coding, index) => ({ ...coding, theme: theme(`t${String(index)}`) })),
    highest: before.length,
  });
  const byTheme = new Map<string, Coding[]>();
  for (const coding of now.codings) byTheme.set(coding.theme, [...(byTheme.get(coding.theme) ?? []), coding]);
  const lost = new Set<string>(now.lost.map((each) => each.theme));
  const turnAt = new Map(now.turns.map((turn, index) => [turn.number, index]));
  for (const [index, { turn, start, end }] of codings.entries()) {
    const name = `t${String(index)}`;
    const at = before.findIndex(({ number }) => number === turn);
    const own = given(ids[at]).filter(
      (word) => start === null || end === null || (word.start < end && word.start + word.text.length > start),
    );
    const wanted = own.filter(({ id }) => alive.has(id)).map(({ text }) => text);
    const found = (byTheme.get(name) ?? []).flatMap((coding) => {
      const index = given(turnAt.get(coding.turn));
      const words = places(given(now.turns[index]).words);
      return words.flatMap(({ start: from, text }, place) => {
        const isIn =
          coding.start === null ||
          coding.end === null ||
          (from < coding.end && from + text.length > coding.start);
        return isIn && given(corrected[index])[place]?.id !== undefined ? [text] : [];
      });
    });
    tally.codings += 1;
    if (found.join(" ") === wanted.join(" ") && wanted.length > 0) tally.exact += 1;
    else if (lost.has(name)) tally.lost += 1;
    else if (now.touched.some((each) => each.theme === name)) tally.touched += 1;
    else if (wanted.length > 0 || found.length > 0)
      tally.wrong.push(`${wanted.join(" ")} → ${found.join(" ")}`);
  }
}

describe("over the demo's transcripts, corrected as people correct", () => {
  const sessions = ["s01.vtt", "s02.srt", "s03.txt", "s04.vtt"].map((file) => {
    const before = transcriptOf(file);
    return { before, own: codedIn(before, `${file.slice(0, 3)}.yaml`) };
  });

  it("the demo's own codings are all there", () => {
    expect(sessions.map(({ own }) => own.length)).toEqual([44, 45, 44, 20]);
  });

  it("codings stay on their words, the others are listed, none is silently wrong", () => {
    const tally: Tally = { codings: 0, exact: 0, lost: 0, touched: 0, wrong: [] };
    for (let seed = 1; seed <= 10; seed += 1)
      for (const { before, own } of sessions) {
        const roll = dice(seed * 7919);
        const codings = before.flatMap(({ number: turn, words }): Coding[] => {
          const list = places(words);
          const [from, to] = [Math.floor(roll() * list.length), Math.floor(roll() * list.length)];
          const [first, last] = [given(list[Math.min(from, to)]), given(list[Math.max(from, to)])];
          const ranged = { turn, theme: theme("x"), start: first.start, end: last.start + last.text.length };
          return [{ turn, theme: theme("x"), start: null, end: null }, ranged];
        });
        follow(before, [...codings, ...own], roll, tally);
      }
    expect(tally.wrong).toEqual([]);
    expect(tally.exact / tally.codings).toBeGreaterThanOrEqual(0.99);
  });
});
