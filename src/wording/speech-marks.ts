// What is heard and is not a word: pauses, laughter, what could not be made out. One vocabulary,
// whatever the transcript's format, written in the words so that people see it and can correct it.

export type SpeechMark = "pause" | "laughter" | "inaudible" | "sound";

const names: Readonly<Record<SpeechMark, Readonly<Record<"fr" | "en", string>>>> = {
  pause: { fr: "pause", en: "pause" },
  laughter: { fr: "rire", en: "laughter" },
  inaudible: { fr: "inaudible", en: "inaudible" },
  sound: { fr: "bruit", en: "noise" },
};

/** `(rire)`, `(inaudible)`, `(bruit)`; a pause whose length is known is `(pause 3 s)`. */
export function writeMark(kind: SpeechMark, language: "fr" | "en", seconds?: number): string {
  const name = names[kind][language];
  return seconds === undefined || seconds < 1 ? `(${name})` : `(${name} ${String(Math.round(seconds))} s)`;
}

/** Words said while someone else speaks: `//on peut pas//`. */
export function writeOverlap(words: string): string {
  return words.trim() === "" ? words : words.replace(/^(\s*)([^]*?)(\s*)$/, "$1//$2//$3");
}

/** Words that the transcriber was not sure of: `bâtiment (?)`. */
export function writeUncertain(words: string): string {
  return words.trim() === "" ? words : words.replace(/^([^]*?)(\s*)$/, "$1 (?)$2");
}
