// Which column of a table holds what, told by its headings, in French or English.
import { foldLabel } from "./labels.ts";

export type Kind = "start" | "end" | "speaker" | "text";

/** Headings as they fold, the surest first. */
const headings: Readonly<Record<Kind, readonly string[]>> = {
  start: split(
    `start, start time, start timecode, start timestamp, time start, begin, begin time, debut, heure de debut,
     temps de debut, heure debut, temps debut, timecode debut, tc debut, in, in point, timecode in, tc in, time in,
     entree, from, timecode, time code, tc, timestamp, timestamps, time, temps, heure, horodatage, minutage, position`,
  ),
  end: split(
    `end, end time, end timecode, end timestamp, time end, stop, stop time, fin, heure de fin, temps de fin,
     heure fin, temps fin, timecode fin, tc fin, out, out point, timecode out, tc out, time out, sortie, to`,
  ),
  speaker: split(
    `speaker, speaker name, speakers, locuteur, locutrice, locuteurs, locuteur/locutrice, nom du locuteur, intervenant,
     intervenante, intervenants, intervenant.e, interlocuteur, participant, participante, participant.e, voix, voice,
     qui, qui parle, who, personne, nom, prenom, name, speaker label, speaker id`,
  ),
  text: split(
    `text, texte, paroles, parole, transcript, transcription, transcript text, texte de la transcription, verbatim,
     enonce, enonces, propos, words, utterance, contenu, content, mots, dialogue, subtitle, subtitles, sous-titre,
     sous-titres, caption, sentence, phrase, discours, intervention, tour de parole`,
  ),
};

function split(list: string): string[] {
  return list.split(",").map((each) => each.trim());
}

/** Some of the headings of a column of words, for a message. */
export const textHeadings = "texte, paroles, transcription, verbatim, text, transcript";

export interface Columns {
  /** Index of the column of each kind. */
  readonly at: Readonly<Partial<Record<Kind, number>>>;
  /** Milliseconds that a bare figure counts, when a heading says so. */
  readonly unit: 1 | 1000 | undefined;
  /** How many kinds of column were found. */
  readonly count: number;
}

export const kinds = ["start", "end", "speaker", "text"] as const;

/** The columns that a row of headings names. */
export function columnsOf(row: readonly string[]): Columns {
  const folded = row.map(foldHeading);
  const at: Partial<Record<Kind, number>> = {};
  for (const kind of kinds) {
    const name = headings[kind].find((each) => folded.includes(each));
    if (name !== undefined) at[kind] = folded.indexOf(name);
  }
  const units = [at.start, at.end].map((index) => unitIn(row[index ?? -1] ?? ""));
  return { at, unit: units.find((unit) => unit !== undefined), count: Object.keys(at).length };
}

/** True for a heading of a column of words, whether or not it is the one that is read. */
export function isTextHeading(heading: string): boolean {
  return headings.text.includes(foldHeading(heading));
}

/** `Début (hh:mm:ss)`, `start_ms`, `Speaker:` without what is not the name. */
function foldHeading(heading: string): string {
  return foldLabel(heading.slice(0, 80).replace(/[([].*$/, ""))
    .replace(/ (?:ms|s|sec|seconds|secondes|milliseconds|millisecondes)$/, "")
    .replace(/[\s:.*]+$/, "");
}

function unitIn(heading: string): 1 | 1000 | undefined {
  const unit = /[\s_([](ms|millisec[a-z]*|s|sec[a-z]*)[)\]]?$/i.exec(heading.trim())?.[1]?.toLowerCase();
  return unit === undefined ? undefined : unit.startsWith("m") ? 1 : 1000;
}
