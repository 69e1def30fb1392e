// Words that tell what stands before a colon in speech, notes or the head of a file from a name.

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
  `ouais m'enfin euh heu hein mmh mm ah oh eh hé ok merci bonjour bonsoir pardon tiens tenez écoute écoutez
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
export const exchanges: readonly (readonly [string, string])[] = [
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

const plain = (each: string): string => each.toLowerCase().replace(/’/g, "'");

/** True for a word that speech has before a colon: `alors`, `dit`, `j’ai`. */
export function isSpeech(each: string): boolean {
  const said = plain(each);
  // M’hamed and M’Barek are names.
  return (
    speech.has(said) || (speech.has(said.slice(0, said.indexOf("'") + 1)) && !/^M['’][\p{Lu}h]/u.test(each))
  );
}

/** True for a word that starts no name. */
export const opensSpeech = (each: string): boolean => openings.has(plain(each));

/** True for a sound that captions put in brackets. */
export const isSound = (each: string): boolean => sounds.has(each.toLowerCase());

/** What numbers parts of an interview, and not people: `Question 2`, `Thème 3`. */
export const numbersParts = (label: string): boolean => parts.test(label);

const parts =
  /^(?:questions?|réponse|answer|thèmes?|theme|topic|partie|part|section|chapitre|chapter|relance)\s+(?:n[°º]\s?)?[0-9]{1,3}$/i;
