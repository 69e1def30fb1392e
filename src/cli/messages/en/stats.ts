// The statistics in English.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { Texts } from "../catalogue.ts";
import type { StatsMessages, StatsTexts } from "../stats.ts";

const digits = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
const some = (count: number, one: string, many: string): string =>
  `${digits(count)} ${count === 1 ? one : many}`;

export const statsMessages: Catalogue<StatsMessages> = {
  "stats.file-taken": ({ file }) => ({
    message: `${file} is there already`,
    hint: "Give another name, or delete that file first: nothing is ever overwritten.",
  }),
  "stats.nothing": () => ({
    message: "there is no speech to draw yet",
    hint: "First import a transcript: `retour import FILE --session s01`.",
  }),
};

const two = (number: number): string => String(number).padStart(2, "0");

export const statsTexts: Texts<StatsTexts> = {
  "stats.number": ({ count }) => digits(count),
  "stats.percent": ({ share }) =>
    share > 0 && share < 0.005 ? "<1%" : `${String(Math.round(share * 100))}%`,
  "stats.span": ({ time }) => {
    const seconds = Math.round(time / 1000);
    if (seconds < 60) return `${String(seconds)} s`;
    if (seconds < 300) return `${String(Math.floor(seconds / 60))} min ${two(seconds % 60)}`;
    const minutes = Math.round(seconds / 60);
    return minutes < 60
      ? `${String(minutes)} min`
      : `${String(Math.floor(minutes / 60))} h ${two(minutes % 60)}`;
  },
  "stats.index": ({ value }) => (value < 1 ? Math.min(0.99, Math.round(value * 100) / 100) : 1).toFixed(2),
  "stats.day": ({ date }) => date,

  "stats.none": () => "No session has a transcript yet. To import one: retour import FILE --session s01",
  "stats.drawn": ({ file }) => `The picture: ${file} (people are named in it as under quotes)`,
  "stats.purged": ({ sessions }) => `Transcripts removed, their day being past: ${sessions}`,
  "stats.untranscribed": ({ sessions }) => `Without a transcript: ${sessions}`,
  "stats.study": () => "The whole study",
  "stats.totals": ({ sessions, turns, words, time }) =>
    `${some(sessions, "session", "sessions")}, ${some(turns, "turn", "turns")}, ${some(words, "word", "words")}${time === "" ? "" : `, ${time} of speech`}`,
  "stats.one-session": ({ session, date }) => `Session ${session} of ${date}`,
  "stats.heading.share": () => "Share",
  "stats.heading.average": () => "Words/turn",
  "stats.heading.time": () => "Time",
  "stats.heading.longest": () => "Longest",
  "stats.nobody": () => "voices of nobody yet",
  "stats.gone": () => "no longer in retour.yaml",
  "stats.evenness": ({ value, people }) =>
    `Evenness among the ${digits(people)} participants who came: ${value} (1 = each says as much)`,
  "stats.evenness-row": () => "Evenness",
  "stats.unsaid": ({ share, session }) =>
    `${share} of the words are nobody's yet: the evenness leaves them out.\nTo say who speaks: ${session === "" ? "" : `retour speakers ${session}, or `}the headings of the sheet`,
  "stats.no-times": () => "These transcripts have no times: speech is counted in words.",
  "stats.untimed": ({ turns, sessions }) =>
    `Time leaves out ${some(turns, "turn", "turns")} without a start or an end (${sessions})`,
  "stats.by-session": () => "Share of the words, from session to session",
  "stats.absent": () => "was not there",
  "stats.themes": () => "Coded turns, by theme",
  "stats.theme": () => "Theme",
  "stats.all": () => "All",

  "stats.picture": ({ title }) => `${title}: who speaks, and how much`,
  "stats.picture.bar": ({ person, place, share, words }) =>
    `${person}, ${place}: ${share} of the words (${some(words, "word", "words")})`,
  "stats.picture.absent": ({ person, place }) => `${person}, ${place}: was not there`,
  "stats.picture.most": ({ person, share }) => `Speaks most: ${person}, ${share} of the words.`,
  "stats.picture.least": ({ person, share }) => `Speaks least: ${person}, ${share}.`,
  "stats.picture.tiers": ({ share }) => `Share of the third person: ${share}.`,
  "stats.picture.evenness": () => "Evenness among the participants who came (1 = each says as much)",
  "stats.picture.evenness-bar": ({ place, value }) => `${place}, evenness: ${value}`,
  "stats.picture.scale": () => "Share of each session's words, at the same scale for everyone",
};
