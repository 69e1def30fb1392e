// What is heard and is not a word: pauses, laughter, words said at the same time, what could not
// be made out. One vocabulary, whatever the transcript's format, written in the words between
// parentheses, so that people see it and can correct it.

export type SpeechMark = "pause" | "laughter" | "inaudible" | "overlap" | "sound" | "withdrawn";

type Language = "fr" | "en";

/** How each mark is said. The first is what the program writes; people may write any of them. */
const names: Readonly<Record<SpeechMark, Readonly<Record<Language, string>>>> = {
  pause: {
    fr: "pause, pauses, silence, silences, long silence, un temps",
    en: "pause, pauses, silence, long pause, long silence, blank_audio, blank audio",
  },
  laughter: {
    fr: "rire, rires, rit, rient, il rit, elle rit, en riant, éclat de rire, éclats de rire, rire général, rires général, fou rire",
    en: "laughter, laughs, laugh, laughing, he laughs, she laughs, chuckles, giggles, lacht",
  },
  inaudible: {
    fr: "inaudible, inaud, inaud., mot inaudible, mots inaudibles, passage inaudible, incompréhensible, incomp., indistinct",
    en: "inaudible, unintelligible, indistinct, unclear, unv., xxx, xx",
  },
  overlap: {
    fr: "en même temps, chevauchement, chevauchements, voix simultanées",
    en: "overlapping, overlap, crosstalk, cross talk, talking over, simultaneous speech",
  },
  sound: {
    fr: "bruit, bruits, bruit de fond, brouhaha, toux, tousse, soupir, soupirs, soupire, applaudissements, musique, sonnerie, reniflement, raclement de gorge",
    en: "noise, noises, background noise, cough, coughs, coughing, sigh, sighs, applause, music, ringing, sniff, throat clearing",
  },
  withdrawn: { fr: "paroles retirées", en: "words withdrawn" },
};

const kinds = Object.keys(names).filter((name): name is SpeechMark => name in names);
const listOf = (kind: SpeechMark, language: Language): string[] => names[kind][language].split(", ");

/** `(rire)`, `(inaudible)`, `(bruit)`; a pause whose length is known is `(pause 3 s)`. */
export function writeMark(kind: SpeechMark, language: Language, seconds?: number): string {
  const [name = kind] = listOf(kind, language);
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

interface Known {
  readonly kind: SpeechMark;
  readonly language: Language;
}

let made: ReadonlyMap<string, Known> | undefined;

/** What a mark's name means, case aside; the same word may be of both languages. */
function known(name: string, language: Language): Known | undefined {
  made ??= new Map(
    (["fr", "en"] as const).flatMap((each) =>
      kinds.flatMap((kind) =>
        listOf(kind, each).map((said) => [`${each} ${said}`, { kind, language: each }]),
      ),
    ),
  );
  const plain = name.toLowerCase();
  return made.get(`${language} ${plain}`) ?? made.get(`${language === "fr" ? "en" : "fr"} ${plain}`);
}

// At most sixty signs between two brackets of a kind, none of them a bracket: `(rires)`, `[laughter]`,
// `<rire>`, `*rit*`, and double ones. A doubled bracket's second half is read with the first.
const bracketed =
  /\(\(([^()[\]\n]{1,60})\)\)|\(([^()[\]\n]{1,60})\)|\[([^()[\]\n]{1,60})\]|<([^<>()[\]\n]{1,60})>|\*([^*()[\]\n]{1,60})\*/g;

const length =
  /^(?:(?:une |long |longue )?(?:pause|silence)(?: de| d'environ)? ?)?(\d{1,3})(?:[.,]\d{1,2})? ?(?:s|sec|secs|secondes?|seconds?)\.?(?: (?:de )?(?:pause|silence))?$/i;

/**
 * The words with their marks in the one vocabulary: between parentheses, and in `language` when
 * they were in another tool's. What stands between brackets and is no known mark is left alone.
 */
export function settleMarks(words: string, language: Language): string {
  if (!/[([<*]/.test(words)) return words;
  return words.replace(bracketed, (whole, ...found) => {
    const inside = (found.slice(0, 5) as (string | undefined)[]).find((each) => each !== undefined) ?? "";
    return settleMark(inside.trim(), language) ?? whole;
  });
}

function settleMark(inside: string, language: Language): string | undefined {
  if (inside === "." || inside === "..") return writeMark("pause", language);
  const seconds = length.exec(inside)?.[1];
  if (seconds !== undefined) return writeMark("pause", language, Number(seconds));
  const mark = known(inside, language);
  if (!mark) return undefined;
  return mark.language === language ? `(${inside.toLowerCase()})` : writeMark(mark.kind, language);
}

export interface MarkSpan {
  readonly kind: SpeechMark | "uncertain";
  /** UTF-16 indices, the end exclusive. */
  readonly start: number;
  readonly end: number;
}

// `//` beside another sign than a colon or a slash: not the one of an address.
const written = /\(([^()[\]\n]{1,60})\)|(?<![:/])\/\/(?!\/)/g;

/** The marks that stand in a text in the one vocabulary, of either language, in order. */
export function marksOf(text: string): MarkSpan[] {
  if (!/\(|\/\//.test(text)) return [];
  const marks: MarkSpan[] = [];
  for (const { 0: whole, 1: inside, index: start } of text.matchAll(written)) {
    const kind = inside === undefined ? "overlap" : inside === "?" ? "uncertain" : kindOf(inside);
    if (kind !== undefined) marks.push({ kind, start, end: start + whole.length });
  }
  return marks;
}

const kindOf = (inside: string): SpeechMark | undefined =>
  length.test(inside) ? "pause" : known(inside, "fr")?.kind;

/** True where there were words that nobody has: a quote may not pass over them in silence. */
export const hidesWords = (kind: MarkSpan["kind"]): boolean => kind === "inaudible" || kind === "withdrawn";

/** True for a turn that holds nothing but the mark of words taken back. */
export function isWithdrawn(words: string): boolean {
  const [mark, ...others] = marksOf(words);
  return others.length === 0 && mark?.kind === "withdrawn" && mark.end - mark.start === words.trim().length;
}

/** The text without its marks; where words were, `[…]` says that some are missing. */
export function withoutMarks(text: string): string {
  const marks = marksOf(text);
  let plain = "";
  let from = 0;
  for (const { kind, start, end } of marks) {
    plain += text.slice(from, start);
    if (hidesWords(kind)) plain += "[…]";
    else if (/(?:^|[ \n])$/.test(plain) && /^(?:[ \n]|$)/.test(text.slice(end, end + 1))) {
      // One of the two spaces around it goes too.
      from = end + (text.charAt(end) === " " ? 1 : 0);
      continue;
    } else if (plain.endsWith(" ") && /^[.,]/.test(text.slice(end, end + 1))) plain = plain.slice(0, -1);
    from = end;
  }
  return marks.length === 0 ? text : (plain + text.slice(from)).replace(/ +$/gm, "");
}
