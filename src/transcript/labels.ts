// Who speaks, when a file says it in words: `Marie : …`, `[SPEAKER_00]: …`.
//
// `Name :` at the start of a line is a speaker when
// 1. it is known: a participant's id or pseudonym, or a label given with --speaker;
// 2. or it is what a diarisation writes: SPEAKER_00, Speaker 1, Locuteur 2, S01, V1;
// 3. or it is a capital letter followed by at most 60 characters in four words, none of
//    which is a pronoun or a word that opens a sentence, and
//    a. it starts at least two lines of the file, or
//    b. at least nine lines in ten of the file start with such a label.
// `Question` and `Réponse` are two speakers where both start two lines, else speech.
// So `il m’a dit : tu passes pas` and `Il m’a dit : …` are speech, and `14:30` is a time.

export interface Labelled {
  readonly label: string;
  readonly words: string;
}

const named = /^[\p{L}\p{N}_#][^:[\]\n]{0,59}?(?=[ \t\u00A0\u202F]{0,2}:)/u;
const bracketed = /^\[([^\]\n]{1,60})\][ \t\u00A0\u202F]{0,2}(:?)/u;
const diarised =
  /^(?:(?:SPEAKER|SPK|LOCUTEUR|INTERVENANT|VOIX|PERSONNE)[ _-]?[0-9]{1,3}|[SV][0-9]{1,3}|SPEAKER[ _][A-Z])$/i;
const word = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.\-‑]*$/u;

/** Words that speech has before a colon and that are in no speaker's name. */
const speech = new Set(
  `je tu il elle on nous vous ils elles ça cela c' j' m' t' me te se lui leur moi toi eux qui que quoi
   et mais ou donc or ni car alors bon ben bah enfin bref voilà oui non si quand parce puis après là
   attention résultat exemple conclusion moralité bilan total remarque note p.s. ps nb
   dit dis disait disent répond répondait demande demandait ajoute crie explique raconte
   i you he she it we they me him her them who what and but so or yes no well then because result
   says said asks`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words that start what stands before a colon in speech, notes or the head of a file, and no name. */
const openings = new Set(
  `ouais euh heu hein mmh mm ah oh eh hé ok merci bonjour bonsoir pardon tiens tenez écoute écoutez
   regarde regardez attends attendez imagine imaginez voici franchement honnêtement évidemment pourtant
   surtout parfois souvent toujours jamais maintenant aujourd'hui hier demain ici ensuite premièrement
   deuxièmement troisièmement pour par dans avec sans chez comme pourquoi comment combien où
   problème solution idée preuve réponses questions définition rappel synthèse résumé consigne légende
   date lieu durée heure début fin objet sujet titre thème thèmes présents présentes absents absentes
   participants participantes excusés séance entretien transcription enregistrement fichier audio source
   projet étude enquête annexe figure tableau page http https mailto tel tél
   place duration subject title session interview recording file`.split(/\s+/),
);

/** Who asks and who answers, when a transcript names nobody: one without the other is speech. */
const exchanges: readonly (readonly [string, string])[] = [
  ["question", "reponse"],
  ["question", "answer"],
];

/** Sounds that captions put in brackets. */
const sounds = new Set(
  `musique music rire rires laughter laughs laughing applaudissements applause silence pause bruit bruits
   noise inaudible toux cough soupir soupirs brouhaha incompréhensible blank_audio sonnerie téléphone`
    .split(/\s+/)
    .filter(Boolean),
);

/** True for a label that a machine gave: it names nobody. */
export function isDiarised(label: string): boolean {
  return diarised.test(label);
}

/** Case, accents, kinds of space and apostrophe aside. */
export function foldLabel(label: string): string {
  return label
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’ʼ]/g, "'")
    .replace(/[\s_]+/g, " ")
    .trim()
    .toLowerCase();
}

interface Candidate extends Labelled {
  /** `[Name]` without a colon: could as well be a sound. */
  readonly isBare: boolean;
}

function candidateOf(line: string): Candidate | undefined {
  const bracket = bracketed.exec(line);
  if (bracket) {
    const [whole, label = "", colon] = bracket;
    return { label: label.trim(), words: line.slice(whole.length), isBare: colon === "" };
  }
  const label = named.exec(line)?.[0];
  if (label === undefined) return undefined;
  const after = line.slice(label.length).replace(/^[^:]*:/, "");
  if (after.startsWith("//") || (/\d$/.test(label) && /^\d/.test(after))) return undefined;
  return { label: label.trim(), words: after, isBare: false };
}

/** `sure`: known or a machine's; `maybe`: has the form of a name; `no`: speech, or a sound. */
type Verdict = "sure" | "maybe" | "no";

function mayBeName({ label, isBare }: Candidate): boolean {
  return isNameLike(label) && !(isBare && label.split(/\s+/).some((each) => sounds.has(each.toLowerCase())));
}

/** True for a capital letter and at most four words, none of which is one that only speech has. */
export function isNameLike(label: string): boolean {
  const words = label.split(/\s+/);
  return (
    label.length <= 60 &&
    words.length <= 4 &&
    /^\p{Lu}/u.test(label) &&
    words.every((each) => word.test(each)) &&
    // Alone, a letter is an initial: I and B are who f4 has speak.
    (label.length === 1 || !words.some((each) => isSpeech(each))) &&
    !openings.has(plain(words[0] ?? "")) &&
    !/^(?:question|réponse|answer)\s+\d/i.test(label)
  );
}

function isSpeech(each: string): boolean {
  const said = plain(each);
  return speech.has(said) || speech.has(said.slice(0, said.indexOf("'") + 1));
}

const plain = (each: string): string => each.toLowerCase().replace(/’/g, "'");

/** Reads the speaker at the start of a line, once the rule has seen the whole file. */
export interface LabelReader {
  read(line: string): Labelled | undefined;
  /** A line that looks like a speaker's but whose label starts no other line. */
  isDoubtful(line: string): boolean;
}

/**
 * `lines`: every line of speech; `starts`: those where a speaker should be named, for rule 3b;
 * `isKnown`: true for folded labels of known people.
 */
export function labelReader(
  lines: readonly string[],
  isKnown: (label: string) => boolean,
  starts = lines,
): LabelReader {
  const judge = judgeOf(isKnown);
  const seen = new Map<string, number>();
  for (const line of lines) {
    const candidate = candidateOf(line);
    if (!candidate || judge(candidate).verdict === "no") continue;
    const { folded } = judge(candidate);
    seen.set(folded, (seen.get(folded) ?? 0) + 1);
  }
  const named = starts.filter((line) => {
    const candidate = candidateOf(line);
    return candidate !== undefined && !candidate.isBare && judge(candidate).verdict !== "no";
  }).length;
  const isDialogue = named >= 2 && named >= starts.length * 0.9;
  const isRepeated = (folded: string): boolean => (seen.get(folded) ?? 0) >= 2;
  const isAlone = (folded: string): boolean =>
    exchanges.some((pair) => pair.includes(folded)) &&
    !exchanges.some((pair) => pair.includes(folded) && pair.every(isRepeated));
  const isSpeaker = (candidate: Candidate): boolean => {
    const { verdict, folded } = judge(candidate);
    if (verdict !== "maybe" || isAlone(folded)) return verdict === "sure";
    return isRepeated(folded) || (isDialogue && !candidate.isBare);
  };
  return {
    read: (line) => {
      const candidate = candidateOf(line);
      return candidate && isSpeaker(candidate) ? candidate : undefined;
    },
    isDoubtful: (line) => {
      const candidate = candidateOf(line);
      if (!candidate || candidate.isBare) return false;
      return judge(candidate).verdict === "maybe" && !isSpeaker(candidate);
    },
  };
}

/** Judges each label once: a file repeats a few of them thousands of times. */
function judgeOf(
  isKnown: (label: string) => boolean,
): (candidate: Candidate) => { verdict: Verdict; folded: string } {
  const judged = new Map<string, { verdict: Verdict; folded: string }>();
  return (candidate) => {
    const key = `${candidate.isBare ? "[" : ""}${candidate.label}`;
    const known = judged.get(key);
    if (known) return known;
    const folded = foldLabel(candidate.label);
    const isSure = isDiarised(candidate.label) || isKnown(folded);
    const judgement = { folded, verdict: isSure ? "sure" : mayBeName(candidate) ? "maybe" : "no" } as const;
    judged.set(key, judgement);
    return judgement;
  };
}
