// The transcript area in French.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { Texts } from "../catalogue.ts";
import type { TranscriptTexts } from "../transcript.ts";
import type { TranscriptMessages } from "../../../transcript/messages.ts";
import type { ThemeMessages } from "../../../theme/messages.ts";

const meant = (nearest: string): string => (nearest === "" ? "" : ` ; vouliez-vous dire « ${nearest} » ?`);
const digits = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, "\u202F");
const some = (count: number, one: string, many: string): string =>
  `${digits(count)} ${count < 2 ? one : many}`;

export const transcriptMessages: Catalogue<TranscriptMessages> = {
  "import.purged": ({ day }) => ({
    message: `les transcriptions de cette étude devaient disparaître après le ${day}, et ont été supprimées : rien n’est importé`,
    hint: "Si la durée de conservation a changé, écrivez le nouveau jour dans retour.yaml (retention : transcripts).",
  }),
  "import.without-times": ({ session, day }) => ({
    message: `les enregistrements devaient disparaître après le ${day}, et ont été supprimés : les paroles de ${session} sont gardées sans leurs temps`,
    hint: "Si la durée de conservation a changé, écrivez le nouveau jour dans retour.yaml (retention : recordings), puis importez à nouveau avec --replace.",
  }),
  "import.empty": ({ file }) => ({
    message: `${file} ne contient aucune parole`,
    hint: "Vérifiez que c’est le bon fichier et que l’export s’est terminé.",
  }),
  "import.encoding": ({ file, encoding }) => ({
    message: `${file} n’est pas en ${encoding}`,
    hint: "Retirez --encoding pour que l’encodage soit reconnu, ou donnez-en un autre.",
  }),
  "import.unknown-encoding": ({ encoding, known }) => ({
    message: `l’encodage « ${encoding} » n’est pas connu`,
    hint: `Encodages possibles : ${known}`,
  }),
  "import.line-too-long": ({ file, line }) => ({
    message: `${file} a une ligne de plus d’un million de caractères (ligne ${String(line)}) : ce n’est pas une transcription`,
    hint: "Vérifiez que c’est le bon fichier.",
  }),
  "import.other-format": ({ file, format }) => ({
    message: `${file} n’est pas au format ${format}`,
    hint: "Retirez --format : le format est reconnu d’après le contenu.",
  }),
  "import.encoding-found": ({ encoding }) => ({
    message: `le fichier n’est pas en UTF-8 : il a été lu en ${encoding}`,
    hint: "Si des accents sont faux, reprenez avec --replace --encoding et le bon encodage (windows-1252, macintosh, cp850…).",
  }),
  "import.encoding-declared": ({ declared, encoding }) => ({
    message: `le fichier se dit en ${declared}, mais ses lettres sont en ${encoding} : il a été lu ainsi`,
    hint: "Si des accents sont faux, reprenez avec --replace --encoding et le bon encodage.",
  }),
  "import.encoding-mixed": ({ lines }) => ({
    message: `le fichier mêle deux encodages : il est en UTF-8, et des lettres de ces lignes en Windows-1252 (${lines}) ; elles ont été lues ainsi`,
    hint: "Vérifiez les accents de ces lignes dans la feuille : c’est souvent que deux textes ont été collés ensemble.",
  }),
  "import.twice-encoded": () => ({
    message:
      "des accents semblent abîmés à partir d’ici (« Ã© » au lieu de « é ») ; les mots sont gardés tels quels",
    hint: "Rouvrez l’original, enregistrez-le en UTF-8, puis importez-le avec --replace (sans --encoding).",
  }),
  "import.unwrapped-lines": ({ first, last }) => ({
    message: `lignes ${String(first)} à ${String(last)} : lignes coupées réunies en un paragraphe`,
  }),
  "import.unwrapped-hyphen": ({ before, after }) => ({
    message:
      before === ""
        ? "un mot coupé en fin de ligne a été recollé, sans son trait d’union (il commence par une majuscule : il n’est pas montré)"
        : `mot coupé en fin de ligne : « ${before} » et la suite font « ${after} »`,
  }),
  "import.unwrapped-page": ({ words }) => ({
    message: `titre courant ou numéro de page retiré : « ${words} »`,
    hint: "Si quelqu’un l’a dit, ajoutez-le à la feuille.",
  }),
  "import.unwrap-nothing": () => ({
    message: "--unwrap n’a rien changé : aucune ligne de ce texte ne semble coupée par une page",
    hint: "Si des lignes sont coupées, réunissez-les dans un éditeur de texte, un paragraphe par ligne, puis importez le fichier avec --replace.",
  }),
  "import.unwrap-needless": ({ format }) => ({
    message: `--unwrap ne change rien à un fichier au format ${format} : ses lignes ne sont pas coupées`,
  }),
  "import.looks-wrapped": () => ({
    message:
      "les lignes semblent coupées, comme dans un texte sorti d’un PDF ; elles sont gardées telles quelles",
    hint: "Reprenez avec --replace --unwrap pour réunir les lignes et retirer titres courants et numéros de page : chaque changement sera dit.",
  }),
  "import.cut-short": () => ({
    message: "le fichier s’arrête avant sa fin : il est sans doute incomplet",
    hint: "Reprenez l’export, puis importez-le avec --replace.",
  }),
  "import.controls-removed": () => ({
    message: "des caractères invisibles de commande ont été retirés ; aucune parole n’est touchée",
  }),
  "import.bad-time": () => ({
    message: "cette ligne de temps ne se lit pas ; les mots qui la suivent sont gardés, sans heure",
    hint: "Une ligne de temps s’écrit 00:01:02.500 --> 00:01:04.000",
  }),
  "import.time-backwards": () => ({
    message: "le temps revient en arrière ici ; les mots sont gardés, dans l’ordre du fichier",
    hint: "Vérifiez que le fichier ne réunit pas deux enregistrements.",
  }),
  "import.stray-words": () => ({
    message: "ces mots ne sont sous aucune ligne de temps ; ils sont gardés avec ce qui les précède",
  }),
  "import.damaged": () => ({
    message: "le fichier est abîmé ici : ce qui pouvait être lu l’a été, il peut manquer des mots",
    hint: "Comparez la feuille avec l’enregistrement, ou reprenez l’export puis importez-le avec --replace.",
  }),
  "import.unreadable": () => ({
    message: "cette partie du fichier n’a pas pu être lue : ses mots manquent",
    hint: "Reprenez l’export, puis importez-le avec --replace ; ou ajoutez les mots à la feuille.",
  }),
  "import.damaged-more": ({ count }) => ({
    message: `le fichier est abîmé à ${some(count, "autre endroit", "autres endroits")} : il peut manquer des mots`,
    hint: "Reprenez l’export depuis le logiciel, puis importez-le avec --replace.",
  }),
  "import.more-like-these": ({ count }) => ({
    message: `${some(count, "autre endroit du fichier est", "autres endroits du fichier sont")} dans l’un des cas ci-dessus`,
    hint: "Seuls les vingt premiers endroits de chaque cas sont nommés.",
  }),
  "import.annotations-left": ({ count }) => ({
    message: `${some(count, "annotation qui n’est pas", "annotations qui ne sont pas")} de la parole (traduction, glose, remarque…) ${count < 2 ? "n’est pas reprise" : "ne sont pas reprises"}`,
    hint: "Si des paroles manquent, mettez-les dans le logiciel au premier niveau, une ligne par personne, et reprenez l’export.",
  }),
  "import.outside-speech": () => ({
    message: "des mots à partir d’ici ne sont dits par personne : ils forment des tours sans voix",
    hint: "Si ce n’est pas de la parole, videz ces tours dans la feuille.",
  }),
  "import.undeclared-speaker": () => ({
    message: "la personne qui parle ici n’est pas dans la liste du fichier : sa voix porte son identifiant",
    hint: "Dites qui c’est avec `retour speakers`.",
  }),
  "import.unknown-xml": ({ file }) => ({
    message: `${file} est un fichier XML d’un genre qui n’est pas connu`,
    hint: "Sont lus : ELAN (.eaf), Transcriber (.trs) et TEI. Depuis le logiciel, exportez dans l’un d’eux, ou en texte.",
  }),
  "import.too-deep": ({ file }) => ({
    message: `${file} emboîte ses données sans fin : ce n’est pas une transcription`,
    hint: "Vérifiez que c’est le bon fichier.",
  }),
  "import.row-title": () => ({
    message:
      "des mots de cette ligne du tableau ne sont pas dans la colonne des paroles : ils forment un tour sans voix",
    hint: "Si c’est un titre, videz ce tour dans la feuille ; si quelqu’un parle, écrivez son identifiant dans l’intitulé du tour.",
  }),
  "import.passage-time": () => ({
    message:
      "le début ou la fin de ce passage ne se lit pas, ou la fin vient avant le début ; ses mots sont gardés",
    hint: "Si l’heure de ce passage compte, corrigez-la dans le fichier, puis importez-le avec --replace.",
  }),
  "import.two-texts": () => ({
    message:
      "le fichier donne ces paroles deux fois, et pas avec les mêmes mots : celles des passages sont gardées",
    hint: "Comparez la feuille avec l’enregistrement : il peut manquer des mots, ou la voix peut changer un peu plus tôt ou plus tard.",
  }),
  "import.unknown-json": ({ file }) => ({
    message: `${file} est du JSON, mais d’aucun outil de transcription connu`,
    hint: "Reprenez l’export en WebVTT ou en SRT, que tous ces outils écrivent, ou en texte.",
  }),
  "import.no-text-column": ({ file, known }) => ({
    message: `${file} est un tableau dont aucune colonne n’est celle des paroles`,
    hint: `Nommez-la dans la première ligne. Titres compris : ${known}`,
  }),
  "import.columns-left": ({ columns }) => ({
    message: `ces colonnes du tableau ne sont pas importées : ${columns}`,
    hint: "Si l’une d’elles est de la parole, nommez-la « texte », ou joignez-la à la colonne des paroles.",
  }),
  "import.sheets-left": ({ count }) => ({
    message: `${some(count, "autre feuille du classeur contient", "autres feuilles du classeur contiennent")} des mots ; seule la première qui a une colonne de paroles est importée`,
    hint: "Si la transcription continue ailleurs, réunissez-la sur une seule feuille.",
  }),
  "import.before-speakers": () => ({
    message: "ces mots viennent avant la première personne nommée : ils forment un tour sans voix",
    hint: "Si c’est un titre, videz ce tour dans la feuille ; si quelqu’un parle, écrivez son identifiant dans l’intitulé du tour.",
  }),
  "import.about-left": () => ({
    message:
      "ce que le fichier dit de l’enregistrement (titre, logiciel, fichier audio, notes) n’est pas une parole : ce n’est pas importé",
  }),
  "import.names-replaced": ({ count }) => ({
    message: `${some(count, "nom est remplacé par son pseudonyme", "noms sont remplacés par leurs pseudonymes")}, comme le fichier le demande`,
    hint: "Les vrais noms ne sont gardés nulle part. Vérifiez dans la feuille que les pseudonymes sont ceux de l’étude.",
  }),
  "import.names-left": ({ count }) => ({
    message: `${some(count, "mot ou groupe de mots que le fichier donne comme un nom à remplacer est resté", "mots ou groupes de mots que le fichier donne comme des noms à remplacer sont restés")} dans les paroles`,
    hint: "Avant toute copie, remplacez ces noms dans la feuille, ou finissez l’anonymisation dans Sonal puis importez le fichier avec --replace.",
  }),
  "import.interviewer": ({ participant }) => ({
    message: `le fichier dit qui pose les questions : c’est ${participant}, seul tiers de la séance`,
    hint: "Si c’est quelqu’un d’autre, dites-le avec `retour speakers`.",
  }),
  "import.label-unread": ({ count }) => ({
    message: `cette ligne commence peut-être par un nom, comme ${some(count - 1, "autre ligne", "autres lignes")} : elles sont lues comme des paroles`,
    hint: 'Si c’est quelqu’un qui parle, donnez --speaker "Nom=P03" ; un vrai nom resterait sinon dans les paroles.',
  }),
  "import.turn-empty": () => ({
    message: "un nom est seul ici, et rien n’est dit avant le suivant : ce tour vide n’est pas gardé",
    hint: "Si des paroles manquent, ajoutez-les au fichier, puis importez-le avec --replace.",
  }),
  "import.label-once": () => ({
    message:
      "cette ligne commence peut-être par un nom, mais il n’apparaît qu’ici : elle est lue comme des paroles",
    hint: 'Si c’est quelqu’un qui parle, donnez --speaker "Nom=P03" ; un vrai nom resterait sinon dans les paroles.',
  }),
  "import.changes-accepted": ({ count }) => ({
    message: some(
      count,
      "modification suivie est lue comme acceptée",
      "modifications suivies sont lues comme acceptées",
    ),
    hint: "Si certaines doivent être refusées, faites-le dans le fichier, puis importez-le avec --replace.",
  }),
  "import.comments-left": ({ count }) => ({
    message: `${some(count, "commentaire n’est pas importé", "commentaires ne sont pas importés")} : ce n’est pas de la parole`,
    hint: "Relisez le fichier : ce qui doit rester s’ajoute à la feuille.",
  }),
  "import.notes-left": ({ count }) => ({
    message: `${some(count, "note de bas de page n’est pas importée", "notes de bas de page ne sont pas importées")} : ce n’est pas de la parole`,
    hint: "Relisez le fichier : ce qui doit rester s’ajoute à la feuille.",
  }),
  "import.headers-left": ({ count }) => ({
    message: `${some(count, "en-tête ou pied de page n’est pas importé", "en-têtes ou pieds de page ne sont pas importés")} : ce n’est pas de la parole`,
    hint: "Relisez le fichier : ce qui doit rester s’ajoute à la feuille.",
  }),
  "import.numbers-left": ({ count }) => ({
    message: some(
      count,
      "ligne était numérotée : son numéro n’est pas repris",
      "lignes étaient numérotées : leurs numéros ne sont pas repris",
    ),
  }),
  "import.notices-left": ({ count }) => ({
    message: `${some(count, "ligne écrite par l’outil lui-même n’est pas importée", "lignes écrites par l’outil lui-même ne sont pas importées")} (« … a commencé la transcription »)`,
  }),
  "import.repeats-left": ({ count }) => ({
    message: `ces sous-titres défilent : ${some(count, "ligne y est répétée", "lignes y sont répétées")} d’un sous-titre au suivant, ce qui n’est lu qu’une fois`,
  }),
  "import.no-speakers": () => ({
    message: "ce fichier ne dit pas qui parle",
    hint: "Écrivez l’identifiant de chacun dans l’intitulé des tours de la feuille : ### 12 · P03",
  }),
  "import.which-session": ({ file, known }) => ({
    message: `de quelle séance ${file} est-il la transcription ?`,
    hint: `Donnez --session, ou nommez le fichier d’après la séance (s01.vtt). Séances de l’étude : ${known}`,
  }),
  "import.name-it": ({ file, known }) => ({
    message: `le nom de ${file} ne dit pas de quelle séance il est la transcription`,
    hint: `Renommez-le d’après la séance (s01.vtt, s01-groupe.docx, Séance 1.docx) ou d’après sa date, ou importez-le seul avec --session. Séances de l’étude : ${known}`,
  }),
  "import.no-session": () => ({
    message: "l’étude n’a pas encore de séance",
    hint: "Ajoutez-la d’abord : `retour session add s01 --date 2026-01-15`.",
  }),
  "import.unknown-session": ({ session, nearest, known }) => ({
    message: `il n’y a pas de séance « ${session} » dans retour.yaml${meant(nearest)}`,
    hint:
      known === ""
        ? "Ajoutez-la d’abord : `retour session add s01 --date 2026-01-15`."
        : `Séances de l’étude : ${known}. Pour en ajouter une : \`retour session add\`.`,
  }),
  "import.session-twice": ({ session }) => ({
    message: `deux de ces fichiers seraient la transcription de ${session}`,
    hint: "Gardez le bon, ou réunissez-les en un seul fichier.",
  }),
  "import.one-session": () => ({
    message: "--session ne va qu’avec un seul fichier",
    hint: "Retirez --session : chaque fichier est rangé d’après son nom (s01.vtt, s02.srt…).",
  }),
  "import.voice-of-each": () => ({
    message: "une voix nommée par une machine (SPEAKER_00, V1…) est quelqu’un d’autre dans chaque fichier",
    hint: "Importez d’abord, puis dites qui parle séance par séance : `retour speakers s01 SPEAKER_00=P01`.",
  }),
  "import.recording": ({ file }) => ({
    message: `${file} est un enregistrement ou une image, pas une transcription`,
    hint: "Transcrivez-le d’abord (noScribe, Whisper…), puis importez le texte obtenu.",
  }),
  "import.pdf": ({ file }) => ({
    message: `${file} est un PDF : ses mots ne peuvent pas être lus sans risque d’en perdre`,
    hint: "Importez le fichier Word ou texte dont il vient ; à défaut, copiez-en le texte dans un fichier .txt et importez-le avec --unwrap.",
  }),
  "import.pdf-beside": ({ session }) => ({
    message: `ce PDF est laissé de côté : un autre fichier du dossier est la transcription de ${session}`,
  }),
  "import.folder-inside": () => ({
    message: "ce sous-dossier n’est pas lu",
    hint: "S’il contient des transcriptions, importez-le à son tour.",
  }),
  "import.link": () => ({
    message: "ce n’est qu’un lien vers un autre endroit : il n’est pas suivi",
    hint: "Copiez le fichier lui-même dans le dossier, ou importez-le en le nommant.",
  }),
  "import.left-aside": ({ files, count }) => ({
    message: `${count < 2 ? "laissé de côté, ce n’est pas une transcription" : "laissés de côté, ce ne sont pas des transcriptions"} : ${files}`,
  }),
  "import.nothing-in-folder": () => ({
    message: "ce dossier ne contient aucune transcription",
    hint: "Mettez-y des fichiers nommés d’après les séances : s01.vtt, s02-groupe.docx…",
  }),
  "import.too-many-themes": ({ file, count, most }) => ({
    message: `${file} nomme ${digits(count)} thèmes ; la limite est de ${digits(most)}`,
    hint: "Vérifiez que c’est le bon fichier.",
  }),
  "import.themes-added": ({ themes, count }) => ({
    message: `${some(count, "thème du fichier est ajouté", "thèmes du fichier sont ajoutés")} à codebook.yaml : ${themes}`,
    hint: "Relisez leurs titres : aucun ne doit porter un vrai nom. `retour themes merge` les réunit aux vôtres.",
  }),
  "import.already": ({ session, turns }) => ({
    message: `${session} a déjà une transcription (${some(turns, "tour", "tours")}), faite d’un autre fichier`,
    hint: "Pour la remplacer en gardant les numéros et les codes : --replace.",
  }),
  "import.withdrawn": ({ session, count }) => ({
    message: `${session} : ${count > 1 ? `${String(count)} prises de parole retirées ne sont pas revenues` : "une prise de parole retirée n’est pas revenue"} avec ce fichier`,
    hint: "Ce fichier contient encore ces paroles : supprimez-le.",
  }),
  "import.unchanged": ({ session }) => ({
    message: `ce fichier est déjà la transcription de ${session} : rien n’a changé`,
    hint: "Pour dire qui parle : `retour speakers`.",
  }),
  "import.same-elsewhere": ({ session, other }) => ({
    message: `ce fichier, importé pour ${session}, est déjà la transcription de ${other}`,
    hint: "Vérifiez que c’est la bonne séance.",
  }),
  "import.speaker-form": () => ({
    message: "--speaker se donne comme une égalité : la voix du fichier, puis la personne",
    hint: 'Par exemple : --speaker "SPEAKER_00=P01"',
  }),
  "import.unknown-label": ({ known }) => ({
    message: "une des voix données n’est pas dans le fichier",
    hint: `Voix du fichier, les noms remplacés : ${known}`,
  }),
  "import.corrected-words-replaced": ({ turn, before, after }) => ({
    message: `les mots de ${turn} corrigés dans la feuille, « ${before} », sont remplacés par ceux du fichier : « ${after} »`,
    hint: "Si le fichier a tort, corrigez de nouveau la feuille.",
  }),
  "import.corrected-turn-gone": ({ turn, words }) => ({
    message: `${turn}, corrigé ou ajouté dans la feuille, n’est plus un tour du nouveau fichier : « ${words} »`,
    hint: "Si ces mots manquent, ajoutez-les à la feuille dans un nouveau tour : ### + · P02",
  }),
  "import.corrected-words-more": ({ count }) => ({
    message: `${some(count, "autre tour corrigé", "autres tours corrigés")} dans la feuille ${count < 2 ? "reprend" : "reprennent"} les mots du fichier`,
    hint: "Relisez la feuille ; `retour backup` avant --replace garde l’ancienne.",
  }),
  "import.added-turns-kept": ({ turns, count }) => ({
    message:
      count < 2
        ? `${turns}, ajouté à la main, n’est pas dans le nouveau fichier : il est resté, après le tour qu’il suivait`
        : `${turns}, ajoutés à la main, ne sont pas dans le nouveau fichier : ils sont restés, chacun après le tour qu’il suivait`,
    hint: "S’ils sont de trop, effacez leurs mots dans la feuille en gardant l’intitulé.",
  }),
  "import.speakers-kept": ({ turns, count }) => ({
    message: `${count < 2 ? "ce tour garde la personne que vous lui avez donnée" : "ces tours gardent la personne que vous leur avez donnée"} : ${turns}`,
    hint: "Le fichier y répète ce qu’il disait déjà ; s’il a raison, corrigez l’intitulé dans la feuille.",
  }),
  "import.speakers-changed": ({ turns, count }) => ({
    message: `${some(count, "tour change", "tours changent")} de personne : ${turns}`,
    hint: "C’est ce que dit maintenant le fichier, ou --speaker. S’il a tort, corrigez l’intitulé dans la feuille.",
  }),
  "import.speaker-joined": ({ turn, participant, into }) => ({
    message: `les mots de ${turn}, que la feuille donnait à ${participant}, sont maintenant dans ${into}, qui est de quelqu’un d’autre`,
    hint: "Si le fichier a tort, coupez de nouveau ce tour dans la feuille, avec un intitulé ### + pour la suite.",
  }),
  "coding.lost": ({ turn, theme, words, now }) => ({
    message: `le code « ${theme} » de ${turn} n’a plus ses mots : « ${words} »${now === "" ? "" : ` ; le tour dit maintenant : « ${now} »`}`,
    hint: "Recodez le passage s’il existe sous d’autres mots ; le registre garde la trace de l’ancien.",
  }),
  "coding.touched": ({ turn, theme, before, after }) => ({
    message: `le code « ${theme} » de ${turn} ne commence ou ne finit plus par le même mot : « ${before} » est devenu « ${after} »`,
    hint: "Vérifiez ses bords dans la feuille.",
  }),
  "coding.touched-more": ({ count }) => ({
    message: some(count, "autre code a un bord corrigé", "autres codes ont un bord corrigé"),
    hint: "Relisez les passages codés dans la feuille.",
  }),

  "speakers.which-session": ({ known }) => ({
    message: "il faut dire d’abord de quelle séance",
    hint: `Par exemple : \`retour speakers s01 V1=P01\`. Séances de l’étude : ${known}`,
  }),
  "speakers.none": ({ session }) => ({
    message: `${session} n’a pas encore de transcription`,
    hint: "Importez-la : `retour import FICHIER --session …`.",
  }),
  "speakers.unknown-participant": ({ participant, nearest, known }) => ({
    message: `« ${participant} » n’est l’identifiant de personne dans l’étude${meant(nearest)}`,
    hint: `Personnes connues : ${known}. Pour en ajouter une : \`retour participant add\`.`,
  }),
  "speakers.known-person": ({ session, pseudonym, pair }) => ({
    message: `« ${pseudonym} » est quelqu’un de l’étude : cette voix ne se fond pas dans une autre`,
    hint: `Pour dire que c’est la même personne : \`retour speakers ${session} "${pair}"\`. La voix reste, et cela se défait.`,
  }),
  "speakers.turns-moved": ({ session, from, to, count, turns, undo }) => ({
    message: `${some(count, "tour passe", "tours passent")} de ${from} à ${to} : ${turns}`,
    hint:
      undo === ""
        ? `Si ce n’est pas voulu, écrivez ${from} dans l’intitulé de ces tours de la feuille.`
        : `Si ce n’est pas voulu : \`retour speakers ${session} "${undo}"\`.`,
  }),
  "speakers.unknown-label": ({ session, known }) => ({
    message: `une des voix données n’est pas dans ${session}`,
    hint: `Voix de la séance : ${known}`,
  }),

  "sheet.no-session": () => ({
    message: "la feuille ne dit plus de quelle séance elle est",
    hint: "Remettez en tête les lignes ---, session: s01, --- ; ou supprimez la feuille pour qu’elle soit réécrite depuis le registre.",
  }),
  "sheet.wrong-session": ({ session }) => ({
    message: `cette feuille est celle d’une autre séance que ${session}`,
    hint: "Remettez la bonne feuille, ou supprimez celle-ci : elle sera réécrite depuis le registre.",
  }),
  "sheet.words-outside": () => ({
    message: "ces mots sont avant le premier tour de parole",
    hint: "Mettez-les sous l’intitulé d’un tour ; pour un tour nouveau : ### + · P02",
  }),
  "sheet.bad-heading": () => ({
    message: "cet intitulé de tour ne se lit pas",
    hint: "Il s’écrit ### 12 · P01 · 0:14:05. Si la ligne est de la parole, mettez une barre oblique inverse devant le # : \\#",
  }),
  "sheet.number-twice": ({ number, first }) => ({
    message: `le tour ${String(number)} est deux fois dans la feuille (déjà à la ligne ${String(first)})`,
    hint: "Pour ajouter un tour ou en couper un en deux, donnez au nouveau un + comme numéro : ### + · P02",
  }),
  "sheet.unknown-turn": ({ number }) => ({
    message: `la séance n’a pas de tour ${String(number)}`,
    hint: "Pour ajouter un tour, écrivez + à la place du numéro : ### + · P02",
  }),
  "sheet.turns-missing": ({ first, last, count }) => ({
    message:
      count === 1
        ? `le tour ${String(first)} n’est plus dans la feuille`
        : `${some(count, "tour", "tours")} ne sont plus dans la feuille, de ${String(first)} à ${String(last)}`,
    hint: "Remettez l’intitulé, par exemple avec Annuler. Pour retirer les mots d’un tour, gardez l’intitulé et effacez ce qui suit.",
  }),
  "sheet.mark-open": () => ({
    message: "une marque ouverte ici n’est pas fermée",
    hint: "Un passage codé s’écrit {==les mots==}{>>theme<<}",
  }),
  "sheet.mark-without-theme": () => ({
    message: "ce passage surligné ne dit pas son thème",
    hint: "Ajoutez juste après {>>theme<<}, ou retirez {== et ==}.",
  }),
  "sheet.mark-alone": () => ({
    message: "cette marque n’est attachée à aucun passage surligné",
    hint: "Un passage codé s’écrit {==les mots==}{>>theme<<}. Si ces signes sont de la parole, mettez une barre oblique inverse devant.",
  }),
  "sheet.bad-tags": () => ({
    message: "cette ligne commence par un # mais n’est pas faite que de thèmes",
    hint: "Les thèmes d’un tour s’écrivent seuls sur leur ligne : #peur #lien. Si c’est de la parole, mettez une barre oblique inverse devant le #.",
  }),
  "sheet.unknown-theme": ({ theme, nearest }) => ({
    message: `le thème « ${theme} » n’est pas dans codebook.yaml${meant(nearest)}`,
    hint: `Corrigez-le, ou ajoutez-le : \`retour themes add ${theme} --title "…"\`.`,
  }),
  "sheet.unknown-speaker": ({ known }) => ({
    message: "la personne nommée dans cet intitulé n’est pas de l’étude",
    hint: `Écrivez un identifiant : ${known}. Jamais de vrai nom.`,
  }),
  "sheet.codings-removed": ({ session, count }) => ({
    message: `${some(count, "code n’est", "codes ne sont")} plus dans la feuille de ${session} : ${count < 2 ? "il a été retiré" : "ils ont été retirés"}`,
    hint: "Si ce n’est pas voulu, votre éditeur a peut-être enregistré une ancienne version de la feuille : recodez, puis rouvrez-la.",
  }),
  "sheet.rewritten": ({ session }) => ({
    message: `la feuille de ${session} n’était plus là : elle a été réécrite depuis le registre`,
  }),
};

export const themeMessages: Catalogue<ThemeMessages> = {
  "codebook.not-themes": () => ({
    message: "codebook.yaml doit contenir une liste de thèmes",
    hint: "Par exemple : themes:, puis une ligne « - id: peur » et une ligne « title: La peur ».",
  }),
  "codebook.id-twice": ({ id, line }) => ({
    message: `le thème « ${id} » est déjà à la ligne ${String(line)}`,
    hint: "Donnez un autre identifiant à l’un des deux, ou retirez-le.",
  }),
  "codebook.edit-by-hand": ({ id }) => ({
    message: `la mise en page de codebook.yaml ne permet pas d’y changer « ${id} » sans risque ; rien n’a été touché`,
    hint: "Faites ce changement à la main dans le fichier.",
  }),
  "theme.unknown": ({ theme, nearest, known }) => ({
    message: `il n’y a pas de thème « ${theme} » dans codebook.yaml${meant(nearest)}`,
    hint:
      known === ""
        ? `Ajoutez-le d’abord : \`retour themes add ${theme} --title "…"\`.`
        : `Thèmes : ${known}. Pour en ajouter un : \`retour themes add\`.`,
  }),
  "theme.bad-id": ({ id, example }) => ({
    message: `« ${id} » ne peut pas identifier un thème`,
    hint: `Des minuscules, des chiffres et des tirets, par exemple ${example}`,
  }),
  "theme.id-taken": ({ id }) => ({
    message: `le thème « ${id} » existe déjà`,
    hint: "Choisissez un autre identifiant ; `retour themes` montre ceux qui existent.",
  }),
  "theme.empty-title": () => ({ message: "le titre est vide", hint: 'Donnez-en un : --title "La peur"' }),
  "theme.into-itself": ({ from, into }) => ({
    message:
      from === into
        ? `« ${from} » ne peut pas aller dans lui-même`
        : `« ${into} » est à l’intérieur de « ${from} »`,
    hint: `Déplacez d’abord « ${into} » ailleurs avec \`retour themes move\`.`,
  }),
  "code.bad-turns": () => ({
    message: "ces tours ne se lisent pas",
    hint: "Écrivez s01.12 pour un tour, s01.12-15 pour plusieurs, s01 pour ouvrir la feuille.",
  }),
  "code.no-transcript": ({ session }) => ({
    message: `${session} n’a pas encore de transcription`,
    hint: "Importez-la : `retour import FICHIER --session …`.",
  }),
  "code.unknown-turns": ({ session, turns, last }) => ({
    message: `${turns} n’existe pas`,
    hint: `Le dernier numéro de ${session} est ${String(last)} ; la feuille les montre tous.`,
  }),
  "code.empty-turn": ({ turn }) => ({
    message: `${turn} n’a plus de mots`,
    hint: "Choisissez un autre tour.",
  }),
  "code.no-theme": () => ({
    message: "il faut dire au moins un thème",
    hint: "Par exemple : `retour code s01.12 peur`. `retour themes` montre les thèmes.",
  }),
  "code.no-turn": ({ session }) => ({
    message: "il faut dire quels tours coder",
    hint: `Par exemple : \`retour code ${session}.12 peur\`. \`retour code ${session}\` seul ouvre la feuille.`,
  }),
  "code.no-terminal": ({ session, sheet }) => ({
    message: "la feuille ne peut être ouverte que dans un terminal",
    hint: `Ouvrez ${sheet} dans votre éditeur, ou nommez les tours : \`retour code ${session}.12 peur\`.`,
  }),
  "code.empty-text": () => ({
    message: "--text ne contient aucun mot",
    hint: 'Donnez les mots à coder : --text "on a peur de rentrer"',
  }),
  "code.text-not-found": ({ turns }) => ({
    message: `ces mots ne sont pas dans ${turns}`,
    hint: "Copiez-les depuis la feuille, ou vérifiez le numéro du tour.",
  }),
  "code.text-several": ({ turns }) => ({
    message: `ces mots sont à plusieurs endroits (${turns})`,
    hint: "Donnez quelques mots de plus, ou un seul tour.",
  }),
};

export const transcriptTexts: Texts<TranscriptTexts> = {
  "import.done": ({ session, turns, words, format, duration }) =>
    `${session} : ${some(turns, "tour", "tours")}, ${some(words, "mot", "mots")}${duration === "" ? "" : `, ${duration}`} (${format})`,
  "import.replaced": ({ session, turns, words, format, duration }) =>
    `${session} remplacée : ${some(turns, "tour", "tours")}, ${some(words, "mot", "mots")}${duration === "" ? "" : `, ${duration}`} (${format})`,
  "import.same": ({ session }) => `${session} : rien n’a changé`,
  "import.replaced-names": ({ names, turns }) =>
    `${some(names, "nom remplacé", "noms remplacés")} dans ${some(turns, "tour", "tours")}`,
  "import.sheet": ({ file }) => `La feuille à corriger et à coder : ${file}`,
  "imports.counted": ({ imported, replaced, unchanged, refused, aside }) =>
    [
      imported > 0 ? some(imported, "séance importée", "séances importées") : "",
      replaced > 0 ? some(replaced, "séance remplacée", "séances remplacées") : "",
      unchanged > 0 ? some(unchanged, "séance inchangée", "séances inchangées") : "",
      refused > 0 ? some(refused, "séance non importée", "séances non importées") : "",
      imported + replaced + unchanged + refused === 0 ? "Rien n’a été importé" : "",
      aside > 0 ? some(aside, "fichier laissé de côté", "fichiers laissés de côté") : "",
    ]
      .filter(Boolean)
      .join(", "),
  "imports.sheets": () => "Les feuilles à corriger et à coder : sessions/",
  "imports.unsaid": () => "Pour dire qui parle, séance par séance : retour speakers",
  "imports.again": () =>
    "Ce qui n’a pas été importé est dit plus haut. Corrigez, puis relancez la même commande : ce qui est déjà là n’est pas refait.",
  "imports.session": () => "Séance",
  "imports.format": () => "Format",
  "imports.duration": () => "Durée",
  "imports.unknown": () => "Voix à dire",
  "imports.unsaid-voices": () => "non dites",
  "imports.problems": () => "À vérifier",
  "imports.outcome": () => "Résultat",
  "imports.imported": () => "importée",
  "imports.replaced": () => "remplacée",
  "imports.unchanged": () => "inchangée",
  "imports.refused": () => "non importée",
  "imports.progress": ({ session }) => `Import de ${session}`,
  "import.names": ({ session }) =>
    `${session} : ces noms du fichier sont remplacés et ne sont gardés nulle part. Notez qui est qui :`,
  "import.name": ({ name, label }) => `  ${label}  ${name}`,
  "voice.which": ({ label, session, date }) => `Qui est « ${label} » dans ${session} (${date}) ?`,
  "voice.says": ({ at, words }) => `  ${at === "" ? "" : `${at}  `}« ${words} »`,
  "voice.later": () => "je ne sais pas encore",
  "voices.heading": ({ session }) => `Voix de ${session}`,
  "voices.unsaid": ({ session, pairs }) => `Pour dire qui parle : retour speakers ${session} ${pairs}`,
  "voices.none-left": () => "Aucune voix ne reste à dire.",
  "heading.voice": () => "Voix",
  "heading.speaker": () => "Personne",
  "heading.turns": () => "Tours",
  "heading.words": () => "Mots",
  "voice.nobody": () => "?",
  "voice.unlabelled": () => "(sans voix)",
  "code.done": ({ session, count }) => `${session} : ${some(count, "code changé", "codes changés")}`,
  "code.removed": ({ session, count }) => `${session} : ${some(count, "code retiré", "codes retirés")}`,
  "code.nothing": ({ session }) => `${session} : rien n’a changé`,
  "themes.none": () =>
    'Le codebook est vide. Pour ajouter un thème : retour themes add peur --title "La peur"',
  "themes.count": ({ turns, sessions }) =>
    turns === 0 ? "–" : `${some(turns, "tour", "tours")}, ${some(sessions, "séance", "séances")}`,
  "themes.added": ({ id, title }) => `Thème ajouté : ${id} (${title})`,
  "themes.renamed": ({ id, title }) => `${id} s’appelle maintenant « ${title} »`,
  "themes.moved": ({ id, parent }) => `${id} est maintenant sous ${parent}`,
  "themes.moved-to-root": ({ id }) => `${id} est maintenant à la racine`,
  "themes.merged": ({ from, into, count }) =>
    `${from} est fondu dans ${into} : ${some(count, "code déplacé", "codes déplacés")}`,
};
