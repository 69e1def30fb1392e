// Who speaks, when a file says it in words: `Marie : …`, `[SPEAKER_00]: …`.
//
// `Name :` at the start of a line is a speaker when
// 1. it is known: a participant's id or pseudonym, or a label given with --speaker, whatever
//    stands after it between parentheses;
// 2. or it is what a diarisation writes: SPEAKER_00, Speaker 1, Locuteur 2, S01, V1;
// 3. or it is a capital letter followed by at most 60 characters in four words, none of
//    which is a pronoun or a word that opens a sentence, and
//    a. it starts at least two lines of the file, or
//    b. at least nine lines in ten of the file start with such a label;
//    where it is the only one, it opens a fifth of the file and is there from its start;
// 4. or, whatever its form, it stands where speakers stand: see label-evidence.ts.
// `Question` and `Réponse` are two speakers where both start two lines, else speech.
// So `il m’a dit : tu passes pas` and `Il m’a dit : …` are speech, and `14:30` is a time.
// What repeats as a name does and is read as words is told by `unread`, for a person to look.
import { evidenceIn, isEnough, type Start } from "./label-evidence.ts";
import { exchanges, isSound, isSpeech, numbersParts, opensSpeech } from "./label-words.ts";

export interface Labelled {
  readonly label: string;
  readonly words: string;
}

const named = /^[^\s:«“"‘'’(>…?!.,;/\\[\]|–—-][^:\n]{0,59}?(?=[ \t\u00A0\u202F]{0,2}:)/u;
const bracketed = /^\[([^\]\n]{1,60})\][ \t\u00A0\u202F]{0,2}(:?)/u;
const parenthesised = /^\(([^():\n]{1,60})\)[ \t\u00A0\u202F]{0,2}:/u;
const diarised =
  /^(?:(?:SPEAKER|SPK|LOCUTEUR|INTERVENANT|VOIX|PERSONNE)[ _-]?[0-9]{1,3}|[SV][0-9]{1,3}|SPEAKER[ _][A-Z])$/i;
const word = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.\-‑]*$/u;

/** How far into a line a colon is looked for. */
const REACH = 80;

/** Characters that are not seen, and part nothing: a soft hyphen, spaces of no width. */
const unseen = /[\u00AD\u200B\u2060\uFEFF]/g;

/** True for a label that a machine gave: it names nobody. */
export function isDiarised(label: string): boolean {
  return diarised.test(label);
}

/** Case, accents, kinds of space and apostrophe aside. */
export function foldLabel(label: string): string {
  return label
    .normalize("NFD")
    .replace(/[\p{M}\u00AD\u200B-\u200F\u2060\uFEFF]/gu, "")
    .replace(/[’ʼ]/g, "'")
    .replace(/[\s_]+/g, " ")
    .trim()
    .toLowerCase();
}

interface Candidate extends Labelled {
  /** `[Name]` without a colon: could as well be a sound. */
  readonly isBare: boolean;
}

function candidateOf(whole: string): Candidate | undefined {
  const head = whole.slice(0, REACH);
  if (!head.includes(":") && !head.includes("[")) return undefined;
  const line = whole.replace(/^[\u00AD\u200B\u2060\uFEFF]+/, "");
  const bracket = line.startsWith("[") ? bracketed.exec(line) : null;
  if (bracket) {
    const [found, label = "", colon] = bracket;
    return { label: seen(label), words: line.slice(found.length), isBare: colon === "" };
  }
  const parenthesis = line.startsWith("(") ? parenthesised.exec(line) : null;
  if (parenthesis)
    return { label: seen(parenthesis[1] ?? ""), words: line.slice(parenthesis[0].length), isBare: false };
  const label = named.exec(line)?.[0];
  if (label === undefined) return undefined;
  const after = line.slice(line.indexOf(":", label.length) + 1);
  if (after.startsWith("//") || (/\d$/.test(label) && /^\d/.test(after))) return undefined;
  return { label: seen(label), words: after, isBare: false };
}

const seen = (label: string): string => label.replace(unseen, "").trim();

/**
 * `sure`: known or a machine's; `maybe`: has the form of a name; `odd`: has not, and might be one
 * where all else says so; `word`: a word of speech, as `Ben` and `Moi` are; `part`: `Question 2`;
 * `speech`: a sentence, it seems; `no`: one for sure, `Il m’a dit`, or a sound.
 */
type Verdict = "sure" | "maybe" | "odd" | "word" | "part" | "speech" | "no";

function verdictOf({ label, isBare }: Candidate): Verdict {
  const words = label.split(/\s+/);
  if (words.some(isSound)) return "no";
  if (isBare) return isNameLike(label) ? "maybe" : "no";
  if (numbersParts(label)) return "part";
  if (isNameLike(label)) return "maybe";
  const [first = ""] = words;
  if (words.length === 1) return isSpeech(first) || opensSpeech(first) ? "word" : "odd";
  if (words.filter(saysSo).length >= 2) return "no";
  return isSentence(words) ? "speech" : "odd";
}

const saysSo = (each: string): boolean => isSpeech(each.replace(/[,;.?!…]+$/, ""));

/** It holds a word of speech, or ends a sentence before its end. */
const isSentence = (words: readonly string[]): boolean =>
  words.length > 8 ||
  opensSpeech(words[0]?.replace(/,$/, "") ?? "") ||
  words.some((each, index) => saysSo(each) && !isBetween(words, index)) ||
  words.slice(0, -1).some((each) => /\p{L}{4}[.?!…]$/u.test(each));

/** `Marie et Jean`. */
const isBetween = (words: readonly string[], index: number): boolean =>
  /^(?:et|ou|and|or)$/.test(words[index] ?? "") &&
  [words[index - 1], words[index + 1]].every((each) => /^\p{Lu}/u.test(each ?? ""));

/** Words of speech that are in names as well: `Nadia Ben Ali`, `Me Dupont`, `Si Mohamed`, `Tu Anh`. */
const inNames = /^(?:Ben|Me|Si|Tu|Bon)$/;

/** True for a capital letter and at most four words, none of which is one that only speech has. */
export function isNameLike(label: string): boolean {
  const words = label.split(/\s+/);
  const isOfName = (each: string): boolean =>
    !isSpeech(each) ||
    (words.length > 1 && inNames.test(each) && words.every((other) => /^\p{Lu}/u.test(other)));
  return (
    label.length <= 60 &&
    words.length <= 4 &&
    /^\p{Lu}/u.test(label) &&
    words.every((each) => word.test(each)) &&
    // Alone, a letter is an initial: I and B are who f4 has speak.
    (label.length === 1 || words.every(isOfName)) &&
    !opensSpeech(words[0] ?? "") &&
    !/^(?:question|réponse|answer)\s+\d/i.test(label)
  );
}

/** A line that looks like a speaker's and is read as words. */
export interface Unread {
  readonly folded: string;
  /** How many lines of the file start so. */
  readonly count: number;
}

/** Reads the speaker at the start of a line, once the rule has seen the whole file. */
export interface LabelReader {
  read(line: string): Labelled | undefined;
  /** The line starts a part of the interview, `Question 2 : …`, and is of nobody who is named. */
  isPart(line: string): boolean;
  unread(line: string): Unread | undefined;
}

/**
 * `lines`: every line of speech; `starts`: those where a speaker should be named, for rules 3b and
 * 4; `isKnown`: true for folded labels of known people.
 */
export function labelReader(
  lines: readonly string[],
  isKnown: (label: string) => boolean,
  starts = lines,
): LabelReader {
  const judge = judgeOf(isKnown);
  const counts = new Map<string, number>();
  const places = new Map<string, number>();
  const all = lines.map(judge);
  for (const [index, judged] of all.entries()) {
    if (!judged || judged.verdict === "no") continue;
    counts.set(judged.folded, (counts.get(judged.folded) ?? 0) + 1);
    if (!places.has(judged.folded)) places.set(judged.folded, index);
  }
  const countOf = (folded: string): number => counts.get(folded) ?? 0;
  const isRepeated = (folded: string): boolean => countOf(folded) >= 2;
  const isAlone = (folded: string): boolean =>
    exchanges.some((pair) => pair.includes(folded)) &&
    !exchanges.some((pair) => pair.includes(folded) && pair.every(isRepeated));
  const opened = starts === lines ? all : starts.map(judge);
  const named = opened.filter(
    (each) => each && !each.isBare && (each.verdict === "sure" || each.verdict === "maybe"),
  ).length;
  const isDialogue = named >= 2 && named >= starts.length * 0.9;
  const isFormed = ({ verdict, folded, isBare }: Judged): boolean =>
    verdict === "sure" ||
    (verdict === "maybe" && !isAlone(folded) && (isRepeated(folded) || (isDialogue && !isBare)));
  const proven = evidenceIn(
    opened.map((each): Start | undefined => {
      if (!each || each.isBare || /^(?:no|part|speech)$/.test(each.verdict)) return undefined;
      const kind = isFormed(each) ? "name" : each.verdict === "odd" ? "odd" : "word";
      return { folded: each.folded, kind, isQuote: each.isQuote, isLower: each.isLower };
    }),
  );
  const speaking = [...counts.keys()].filter((folded) => formed(folded) || proven.has(folded));
  function formed(folded: string): boolean {
    const first = all[places.get(folded) ?? 0];
    return first !== undefined && isFormed(first);
  }
  const [only] = speaking.length === 1 ? speaking : [];
  const first = places.get(only ?? "") ?? 0;
  const isStray =
    only !== undefined &&
    all[first]?.verdict !== "sure" &&
    !isEnough(countOf(only), first, starts.length, lines.length);
  const isSpeaker = (judged: Judged): boolean => {
    const isSure = judged.verdict === "sure";
    return isSure || (!isStray && (isFormed(judged) || (!judged.isBare && proven.has(judged.folded))));
  };
  const hasSpeakers = speaking.length > 0;
  return {
    read: (line) => {
      const judged = judge(line);
      return judged && isSpeaker(judged) ? candidateOf(line) : undefined;
    },
    isPart: (line) => {
      const judged = judge(line);
      return hasSpeakers && judged?.verdict === "part" && isRepeated(judged.folded);
    },
    unread: (line) => {
      const judged = judge(line);
      if (!judged || judged.verdict === "no" || isSpeaker(judged)) return undefined;
      const { folded, verdict, isBare } = judged;
      const count = countOf(folded);
      const isSaid = count < 2 ? verdict === "maybe" && !isBare : hasSpeakers;
      return isSaid ? { folded, count } : undefined;
    },
  };
}

interface Judged {
  readonly folded: string;
  readonly verdict: Verdict;
  readonly isBare: boolean;
  readonly isLower: boolean;
  /** What follows is between guillemets. */
  readonly isQuote: boolean;
}

/** Judges each label once: a file repeats a few of them thousands of times. */
function judgeOf(isKnown: (label: string) => boolean): (line: string) => Judged | undefined {
  const judged = new Map<string, Judged>();
  return (line) => {
    const candidate = candidateOf(line);
    if (!candidate) return undefined;
    const { label, isBare, words } = candidate;
    const isQuote = /^\s{0,3}[«“"]/.test(words);
    const key = (isBare ? "[" : isQuote ? "«" : ":") + label;
    let known = judged.get(key);
    if (!known) {
      const isSure = isDiarised(label) || isKnownIn(label, isKnown);
      const verdict = isSure ? "sure" : verdictOf(candidate);
      const folded = foldLabel(label);
      known = {
        folded: verdict === "part" ? folded.replace(/\d+/, "#") : folded,
        verdict,
        isBare,
        isLower: /^\p{Ll}/u.test(label),
        isQuote,
      };
      judged.set(key, known);
    }
    return known;
  };
}

/** Known by the whole label, by what stands before parentheses or in them, or before an age. */
function isKnownIn(label: string, isKnown: (label: string) => boolean): boolean {
  if (isKnown(foldLabel(label))) return true;
  const [, name, inside] =
    /^([^()[\]]{1,60})[([]([^()[\]]{1,60})[)\]]$/.exec(label) ??
    /^([^,]{1,60}),(\s*\d{1,3} (?:ans|years))$/.exec(label) ??
    [];
  return [name, inside].some((each) => each !== undefined && isKnown(foldLabel(each)));
}
