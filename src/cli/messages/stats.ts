// Messages and texts of the statistics: who speaks how much.
import { messages } from "../../kernel/diagnostic.ts";

type Nothing = Record<string, never>;

export interface StatsMessages {
  "stats.file-taken": { file: string };
  "stats.nothing": Nothing;
}

export interface StatsTexts {
  /** A whole number. */
  "stats.number": { count: number };
  /** `share`: from 0 to 1. */
  "stats.percent": { share: number };
  /** Milliseconds, as `1 h 05`, `9 min`, `3 min 20`, `45 s`. */
  "stats.span": { time: number };
  /** From 0 to 1, with two decimals; 1 only for exactly 1. */
  "stats.index": { value: number };
  /** `date`: an ISO day. */
  "stats.day": { date: string };

  "stats.none": Nothing;
  "stats.drawn": { file: string };
  "stats.untranscribed": { sessions: string };
  /** Their words went because of their day. */
  "stats.purged": { sessions: string };
  "stats.study": Nothing;
  /** `time`: as written by `stats.span`; empty when no time is known. */
  "stats.totals": { sessions: number; turns: number; words: number; time: string };
  "stats.one-session": { session: string; date: string };
  "stats.heading.share": Nothing;
  "stats.heading.average": Nothing;
  "stats.heading.time": Nothing;
  "stats.heading.longest": Nothing;
  "stats.nobody": Nothing;
  "stats.gone": Nothing;
  "stats.evenness": { value: string; people: number };
  "stats.evenness-row": Nothing;
  /** `session`: one that has a voice to say; empty when words alone have nobody. */
  "stats.unsaid": { share: string; session: string };
  "stats.no-times": Nothing;
  /** `sessions`: where the turns without times are. */
  "stats.untimed": { turns: number; sessions: string };
  "stats.by-session": Nothing;
  "stats.absent": Nothing;
  "stats.themes": Nothing;
  "stats.theme": Nothing;
  "stats.all": Nothing;

  "stats.picture": { title: string };
  /** The words of the picture for one person in one place. */
  "stats.picture.bar": { person: string; place: string; share: string; words: number };
  "stats.picture.absent": { person: string; place: string };
  "stats.picture.most": { person: string; share: string };
  "stats.picture.least": { person: string; share: string };
  "stats.picture.tiers": { share: string };
  "stats.picture.evenness": Nothing;
  "stats.picture.evenness-bar": { place: string; value: string };
  "stats.picture.scale": Nothing;
}

export const { refuse } = messages<StatsMessages>();
