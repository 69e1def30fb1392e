// The statistics in French.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { Texts } from "../catalogue.ts";
import type { StatsMessages, StatsTexts } from "../stats.ts";

const digits = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, "\u202F");
const some = (count: number, one: string, many: string): string =>
  `${digits(count)} ${count < 2 ? one : many}`;

export const statsMessages: Catalogue<StatsMessages> = {
  "stats.file-taken": ({ file }) => ({
    message: `${file} existe déjà`,
    hint: "Donnez un autre nom, ou supprimez d’abord ce fichier : rien n’est jamais écrasé.",
  }),
  "stats.nothing": () => ({
    message: "il n’y a encore aucune parole à dessiner",
    hint: "Importez d’abord une transcription : `retour import FICHIER --session s01`.",
  }),
};

const two = (number: number): string => String(number).padStart(2, "0");

export const statsTexts: Texts<StatsTexts> = {
  "stats.number": ({ count }) => digits(count),
  "stats.percent": ({ share }) =>
    share > 0 && share < 0.005 ? "<1 %" : `${String(Math.round(share * 100))} %`,
  "stats.span": ({ time }) => {
    const seconds = Math.round(time / 1000);
    if (seconds < 60) return `${String(seconds)} s`;
    if (seconds < 300) return `${String(Math.floor(seconds / 60))} min ${two(seconds % 60)}`;
    const minutes = Math.round(seconds / 60);
    return minutes < 60
      ? `${String(minutes)} min`
      : `${String(Math.floor(minutes / 60))} h ${two(minutes % 60)}`;
  },
  "stats.index": ({ value }) =>
    (value < 1 ? Math.min(0.99, Math.round(value * 100) / 100) : 1).toFixed(2).replace(".", ","),
  "stats.day": ({ date }) => date.split("-").reverse().join("/"),

  "stats.none": () =>
    "Aucune séance n’a encore de transcription. Pour en importer une : retour import FICHIER --session s01",
  "stats.drawn": ({ file }) => `Le dessin : ${file} (les personnes y sont nommées comme sous les citations)`,
  "stats.purged": ({ sessions }) => `Transcriptions supprimées, leur jour étant passé : ${sessions}`,
  "stats.untranscribed": ({ sessions }) => `Sans transcription : ${sessions}`,
  "stats.study": () => "Toute l’étude",
  "stats.totals": ({ sessions, turns, words, time }) =>
    `${some(sessions, "séance", "séances")}, ${some(turns, "tour", "tours")}, ${some(words, "mot", "mots")}${time === "" ? "" : `, ${time} de parole`}`,
  "stats.one-session": ({ session, date }) => `Séance ${session} du ${date}`,
  "stats.heading.share": () => "Part",
  "stats.heading.average": () => "Mots/tour",
  "stats.heading.time": () => "Temps",
  "stats.heading.longest": () => "Le plus long",
  "stats.nobody": () => "voix sans personne",
  "stats.gone": () => "plus dans retour.yaml",
  "stats.evenness": ({ value, people }) =>
    `Répartition entre les ${digits(people)} participants venus : ${value} (1 = chacun parle autant)`,
  "stats.evenness-row": () => "Répartition",
  "stats.unsaid": ({ share, session }) =>
    `${share} des mots n’ont pas encore de personne : la répartition ne les compte pas.\nPour dire qui parle : ${session === "" ? "" : `retour speakers ${session}, ou `}les intitulés de la feuille`,
  "stats.no-times": () => "Ces transcriptions n’ont pas d’heures : la parole y est comptée en mots.",
  "stats.untimed": ({ turns, sessions }) =>
    `Le temps laisse de côté ${some(turns, "tour", "tours")} sans début ou sans fin (${sessions})`,
  "stats.by-session": () => "Part des mots, d’une séance à l’autre",
  "stats.absent": () => "n’y était pas",
  "stats.themes": () => "Tours codés, par thème",
  "stats.theme": () => "Thème",
  "stats.all": () => "Ensemble",

  "stats.picture": ({ title }) => `${title} : qui parle, et combien`,
  "stats.picture.bar": ({ person, place, share, words }) =>
    `${person}, ${place} : ${share} des mots (${some(words, "mot", "mots")})`,
  "stats.picture.absent": ({ person, place }) => `${person}, ${place} : n’y était pas`,
  "stats.picture.most": ({ person, share }) => `Qui parle le plus : ${person}, ${share} des mots.`,
  "stats.picture.least": ({ person, share }) => `Qui parle le moins : ${person}, ${share}.`,
  "stats.picture.tiers": ({ share }) => `Part du tiers : ${share}.`,
  "stats.picture.evenness": () =>
    "Répartition de la parole entre les participants venus (1 = chacun parle autant)",
  "stats.picture.evenness-bar": ({ place, value }) => `${place}, répartition : ${value}`,
  "stats.picture.scale": () => "Part des mots de chaque séance, à la même échelle pour chacun",
};
