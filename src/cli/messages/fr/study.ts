// The study area in French.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { Texts } from "../catalogue.ts";
import type { StudyTexts } from "../study.ts";
import type { StudyMessages } from "../../../study/messages.ts";

export const studyMessages: Catalogue<StudyMessages> = {
  "study.not-found": ({ folder }) => ({
    message: `aucune étude ici : pas de retour.yaml dans ${folder} ni au-dessus`,
    hint: "Allez dans le dossier de l’étude, nommez-le avec --study, ou créez une étude avec `retour init`.",
  }),
  "study.not-folder": ({ path }) => ({
    message: `${path} est un fichier, pas un dossier`,
    hint: "Donnez le nom d’un dossier.",
  }),

  "yaml.tab": () => ({
    message: "une tabulation sert de retrait",
    hint: "Remplacez-la par des espaces : deux par niveau.",
  }),
  "yaml.indent": () => ({
    message: "cette ligne n’est pas alignée avec ses voisines",
    hint: "Les clés d’un même niveau commencent à la même colonne ; les éléments d’une liste commencent par un tiret.",
  }),
  "yaml.unclosed": ({ sign }) => ({
    message: `il manque un ${sign} fermant`,
    hint: "Fermez ce qui est ouvert : guillemet, crochet ou accolade.",
  }),
  "yaml.colon-inside": () => ({
    message: "deux-points suivi d’une espace à l’intérieur d’une valeur",
    hint: 'Mettez toute la valeur entre guillemets droits : "Peur : au travail".',
  }),
  "settings.rule-quorum": ({ share }) => ({
    message: "deux deux-points sur la même ligne : la part des participants se met entre accolades",
    hint: `Écrivez rule: {quorum: ${share}}`,
  }),
  "yaml.no-colon": () => ({
    message: "cette ligne n’a pas la forme « clé: valeur »",
    hint: "Mettez deux-points et une espace après la clé.",
  }),
  "yaml.sign-first": ({ sign }) => ({
    message: `une valeur ne peut pas commencer par « ${sign} » sans guillemets`,
    hint: "Mettez toute la valeur entre guillemets droits.",
  }),
  "yaml.after-quote": () => ({
    message: "le texte continue après le guillemet fermant",
    hint: 'Un texte qui contient une apostrophe s’écrit sans guillemets, ou entre guillemets doubles : "l’eau".',
  }),
  "yaml.escape": () => ({
    message: "barre oblique inverse mal employée entre guillemets doubles",
    hint: "Écrivez-la deux fois (\\\\), ou mettez la valeur entre guillemets simples.",
  }),
  "yaml.key-twice": ({ key }) => ({
    message: `la clé « ${key} » est écrite deux fois`,
    hint: "Gardez-en une seule.",
  }),
  "yaml.several-documents": () => ({
    message: "une ligne « --- » coupe le fichier en deux",
    hint: "Retirez cette ligne.",
  }),
  "yaml.too-deep": () => ({
    message: "trop de niveaux emboîtés : ce n’est pas un fichier de réglages",
    hint: "Reprenez une sauvegarde, ou le fichier que fait `retour init`.",
  }),
  "yaml.syntax": ({ reason }) => ({
    message: `le fichier ne se lit pas comme du YAML (${reason})`,
    hint: "Vérifiez les guillemets, les deux-points et le retrait de cette ligne et de la précédente.",
  }),

  "settings.empty": ({ file }) => ({
    message: `${file} est vide`,
    hint: "Écrivez au moins le titre de l’étude : title: …",
  }),
  "settings.not-mapping": ({ found }) => ({
    message: `les réglages doivent être des lignes « clé: valeur » ; ici, c’est ${a(found)}`,
    hint: "La première ligne est par exemple title: Questions de réseau",
  }),
  "settings.unknown-key": ({ key, nearest, known }) => ({
    message: `« ${key} » n’est pas une clé connue${nearest === "" ? "" : ` ; vouliez-vous dire « ${nearest} » ?`}`,
    hint: `Clés possibles ici : ${known}`,
  }),
  "settings.missing-key": ({ key }) => ({
    message: `il manque la clé « ${key} »`,
    hint: `Ajoutez une ligne ${key}: … à ce niveau.`,
  }),
  "settings.wrong-type": ({ key, expected, found }) => ({
    message: `« ${key} » attend ${list(expected)} ; ici, c’est ${a(found)}`,
    hint: typeHint(expected),
  }),
  "settings.wrong-value": ({ key, value, allowed, nearest }) => ({
    message: `« ${key} » ne peut pas valoir « ${value} »${nearest === "" ? "" : ` ; vouliez-vous dire « ${nearest} » ?`}`,
    hint: `Valeurs possibles : ${allowed}`,
  }),
  "settings.out-of-range": ({ key, value }) => ({
    message: `« ${key} » vaut ${String(value)} ; il faut un nombre au-dessus de 0 et jusqu’à 1`,
    hint: "Trois personnes sur quatre s’écrit 0.75.",
  }),
  "settings.not-count": ({ key, value, minimum }) => ({
    message: `« ${key} » vaut ${String(value)} ; il faut un nombre entier, au moins ${String(minimum)}`,
  }),
  "settings.bad-date": ({ value }) => ({
    message: `« ${value} » n’est pas un jour du calendrier`,
    hint: "Écrivez année-mois-jour, par exemple 2026-01-15.",
  }),
  "settings.bad-id": ({ value, example }) => ({
    message: `« ${value} » n’a pas la forme attendue`,
    hint: `Par exemple : ${example}`,
  }),
  "settings.empty-text": ({ key }) => ({
    message: `« ${key} » est vide`,
    hint: "Donnez-lui une valeur, ou retirez la ligne si elle n’est pas nécessaire.",
  }),
  "settings.empty-list": ({ key }) => ({
    message: `« ${key} » ne nomme personne`,
    hint: "Donnez-lui au moins un élément, entre crochets : [P01].",
  }),
  "settings.repeated": ({ key, value }) => ({
    message: `« ${value} » est deux fois dans « ${key} »`,
    hint: "Gardez-le une seule fois.",
  }),
  "settings.id-twice": ({ id, line }) => ({
    message: `l’identifiant ${id} sert déjà à la ligne ${String(line)}`,
    hint: "Donnez-en un autre : chaque identifiant ne sert qu’une fois.",
  }),
  "settings.pseudonym-twice": ({ id, other, line }) => ({
    message: `${id} a le même pseudonyme que ${other}, à la ligne ${String(line)}`,
    hint: "Donnez-en un autre à l’une de ces personnes, différent par plus que la casse ou les accents. Sinon, à l’import, les paroles de l’une iraient à l’autre.",
  }),
  "settings.unknown-group": ({ id, known }) => ({
    message: `aucun groupe ne s’appelle ${id}`,
    hint:
      known === ""
        ? "Déclarez-le sous groups:, ou avec `retour group add`."
        : `Groupes de l’étude : ${known}`,
  }),
  "settings.unknown-participant": ({ id, nearest }) => ({
    message: `personne ne s’appelle ${id} dans cette étude${nearest === "" ? "" : ` ; vouliez-vous dire ${nearest} ?`}`,
    hint: "Corrigez l’identifiant, ou ajoutez la personne avec `retour participant add`.",
  }),
  "settings.no-group": ({ id }) => ({
    message: `${id} n’est d’aucun groupe`,
    hint: "Ajoutez une ligne group: g1, ou role: tiers si c’est le tiers aidant.",
  }),
  "settings.no-description": ({ id }) => ({
    message: `${id} n’a pas de description, alors que les citations sont attribuées par description`,
    hint: "Ajoutez une ligne description: …, ou choisissez attribution: pseudonym.",
  }),
  "settings.not-of-group": ({ id, session, group }) => ({
    message: `${id} était présent·e à ${session}, mais n’est pas du groupe ${group}`,
    hint: `Si c’est voulu, ajoutez ${group} à ses groupes ou donnez-lui role: guest.`,
  }),
  "settings.no-participant-present": ({ session }) => ({
    message: `aucun participant n’est noté présent à ${session}`,
    hint: "Complétez present: avec les membres du groupe qui étaient là.",
  }),
  "settings.pseudonym-by-hand": ({ id }) => ({
    message: `le pseudonyme de ${id} est écrit d’une façon que le programme ne sait pas changer sans risque ; rien n’a été changé`,
    hint: `Changez-le à la main dans retour.yaml, sous ${id}.`,
  }),
  "settings.delegate-not-asked": ({ id, role }) => ({
    message: `${id} ne peut pas décider au nom du groupe : son rôle est « ${role} »`,
    hint: "Nommez des personnes du groupe, dont le rôle est participant.",
  }),
  "settings.delegate-not-of-group": ({ id, section, group }) => ({
    message: `${id} décide de la partie ${section}, mais n’est pas du groupe ${group}`,
    hint: `Nommez des personnes de ce groupe, ou ajoutez ${group} aux groupes de ${id}.`,
  }),
  "settings.section-twice": ({ section, line }) => ({
    message: `la partie ${section} a déjà une règle à la ligne ${String(line)}`,
    hint: "Gardez une seule règle par partie.",
  }),
  "settings.minimum-above-delegates": ({ minimum, count }) => ({
    message: `il faut ${String(minimum)} accords au moins, mais la décision est laissée à ${count === 1 ? "une seule personne" : `${String(count)} personnes`} : rien ne pourra y être validé`,
    hint: "Baissez `minimum`, ou laissez la décision à plus de personnes.",
  }),
  "settings.minimum-too-large": ({ minimum, count, group }) => ({
    message: `il faut ${String(minimum)} accords au moins, mais ${count === 1 ? "une seule personne est consultée" : `${String(count)} personnes sont consultées`} dans le groupe ${group} : rien ne pourra y être validé`,
    hint: "Baissez `minimum`, ou ajoutez les personnes qui manquent.",
  }),
  "settings.never-asked-again": () => ({
    message: "« ask-again-after » n’a pas d’effet : le silence ne fait pas redemander",
    hint: "Écrivez `silence: ask-again` à côté, ou retirez la ligne.",
  }),
  "settings.edit-by-hand": ({ list }) => ({
    message: `« ${list} » est écrit d’une façon que le programme ne sait pas compléter sans risque ; rien n’a été changé`,
    hint: `Ajoutez l’élément à la main dans retour.yaml, sous ${list}: comme les autres.`,
  }),

  "init.exists": ({ folder }) => ({
    message: `${folder} contient déjà une étude`,
    hint: "Choisissez un autre dossier : `retour init mon-etude`.",
  }),
  "init.inside-study": ({ folder, study }) => ({
    message: `${folder} est à l’intérieur d’une autre étude (${study})`,
    hint: "Créez la nouvelle étude à côté, pas dedans.",
  }),
  "init.ledger-left": ({ folder }) => ({
    message: `${folder} contient le registre d’une étude dont retour.yaml a disparu`,
    hint: "Remettez retour.yaml à sa place depuis une sauvegarde, ou choisissez un autre dossier.",
  }),
  "init.not-empty": ({ folder }) => ({
    message: `${folder} n’était pas vide : ce qui s’y trouvait est resté tel quel`,
  }),

  "add.id-taken": ({ id }) => ({
    message: `l’identifiant ${id} est déjà pris`,
    hint: "Choisissez-en un autre, ou n’en donnez pas : le suivant sera pris.",
  }),
  "add.pseudonym-taken": ({ id }) => ({
    message: `c’est déjà le pseudonyme de ${id}, ou il ne s’en distingue que par la casse ou les accents ; rien n’a été changé`,
    hint: "Choisissez-en un autre. Sinon, à l’import, les paroles de l’un iraient à l’autre.",
  }),
  "add.bad-id": ({ id, example }) => ({
    message: `« ${id} » ne peut pas servir d’identifiant`,
    hint: `Par exemple : ${example}`,
  }),
  "add.empty": ({ option }) => ({
    message: `${option} est vide`,
    hint: "Donnez-lui une valeur.",
  }),
  "add.no-group": () => ({
    message: "l’étude n’a pas encore de groupe",
    hint: 'Ajoutez-en un d’abord : `retour group add --title "…"`.',
  }),
  "add.choose-group": ({ known }) => ({
    message: "il y a plusieurs groupes : dites lequel",
    hint: `Ajoutez --group ; groupes de l’étude : ${known}`,
  }),
  "add.unknown-group": ({ id, known }) => ({
    message: `aucun groupe ne s’appelle ${id}`,
    hint: `Groupes de l’étude : ${known}`,
  }),
  "add.unknown-participant": ({ id, known }) => ({
    message: `personne ne s’appelle ${id} dans cette étude`,
    hint: `Personnes de l’étude : ${known}`,
  }),
  "add.bad-date": ({ value }) => ({
    message: `« ${value} » n’est pas un jour du calendrier`,
    hint: "Écrivez année-mois-jour : --date 2026-01-15",
  }),
  "add.no-description": ({ id }) => ({
    message: `il manque la description de ${id} : dans cette étude, elle est le nom montré sous les citations`,
    hint: 'Ajoutez --description "éducatrice de prévention", par exemple.',
  }),

  "consent.unknown-purpose": ({ value, nearest, known }) => ({
    message: `« ${value} » n’est pas un usage connu${nearest === "" ? "" : ` ; vouliez-vous dire « ${nearest} » ?`}`,
    hint: `Les usages : ${known}`,
  }),
  "consent.no-purpose": ({ known }) => ({
    message: "à quoi la personne consent n’est pas dit",
    hint: `Nommez un usage ou plusieurs (${known}), ou tous avec --all.`,
  }),
  "consent.two-answers": () => ({
    message: "--refuse et --withdraw ne vont pas ensemble",
    hint: "--refuse : la personne n’a jamais été d’accord. --withdraw : elle l’était, et ne l’est plus.",
  }),
  "consent.attribution-alone": () => ({
    message: "--attribution dit sous quel nom citer quelqu’un : cela ne va qu’avec l’accord d’être cité",
    hint: "Par exemple : retour consent P03 quotation --attribution pseudonym",
  }),
  "consent.no-description": ({ id }) => ({
    message: `${id} sera cité·e par sa description, mais n’en a pas dans retour.yaml : aucun nom ne sera montré`,
    hint: "Ajoutez-lui une `description`, qui ne nomme ni personne ni lieu.",
  }),
  "consent.superseded": ({ id, purpose, day, standing }) => ({
    message: `${id} a dit non à « ${purpose} » le ${standing} : un accord du ${day}, plus ancien, ne peut pas en prendre la place`,
    hint: "Si la personne a changé d’avis depuis, donnez le jour où elle l’a dit, avec --date.",
  }),
  "consent.elsewhere": () => ({
    message:
      "les consentements de cette étude sont tenus ailleurs (`consent: elsewhere`) : celui-ci est noté ; seul un non noté ici compte",
    hint: "Pour que le programme en tienne compte, écrivez `consent: kept` dans retour.yaml.",
  }),
  "agreement.bad-day": ({ value }) => ({
    message: `« ${value} » n’est pas un jour du calendrier`,
    hint: "Écrivez l’année, le mois et le jour : 2026-01-15.",
  }),
  "agreement.future-day": ({ day }) => ({
    message: `le ${day} n’est pas encore passé`,
    hint: "C’est noté ainsi. Si le jour est faux, recommencez avec le bon, avec --date.",
  }),
  "agreement.nobody": () => ({
    message: "personne n’est nommé",
    hint: "Nommez une personne ou plusieurs : P01, ou P01,P02.",
  }),
  "pact.none": () => ({
    message: "l’étude n’a pas de pacte",
    hint: "Écrivez-le avec le groupe, sous `pact` dans retour.yaml.",
  }),

  "backup.exists": ({ file }) => ({
    message: `${file} existe déjà et n’a pas été remplacé`,
    hint: "Donnez un autre nom à la sauvegarde.",
  }),
  "backup.no-folder": ({ folder }) => ({
    message: `le dossier ${folder} n’existe pas : rien n’a été sauvegardé`,
    hint: "Si c’est une clé ou un disque, branchez-le ; sinon créez le dossier.",
  }),
  "backup.too-large": ({ megabytes, limit, largest }) => ({
    message: `le dossier pèse ${String(megabytes)} Mo ; une sauvegarde en contient au plus ${String(limit)}`,
    hint: `Sortez de l’étude ce qui n’en fait pas partie ; le plus gros fichier est ${largest}.`,
  }),
  "backup.odd-name": ({ file }) => ({
    message: `${file} a un nom qu’un autre ordinateur ne saurait pas écrire : rien n’a été sauvegardé`,
    hint: "Renommez-le sans barre oblique inverse ni saut de ligne, puis recommencez.",
  }),
  "backup.link-skipped": ({ file }) => ({
    message: `${file} est un lien vers un autre endroit : il n’est pas dans la sauvegarde`,
    hint: "Si son contenu fait partie de l’étude, remplacez le lien par le fichier.",
  }),
  "backup.inside-study": ({ file }) => ({
    message: `la sauvegarde est dans le dossier de l’étude (${file})`,
    hint: "Rangez-la ailleurs : une clé, un autre disque. Elle contient tout ce que contient l’étude.",
  }),
  "restore.not-backup": ({ file }) => ({
    message: `${file} n’est pas une sauvegarde faite par retour`,
    hint: "Donnez le fichier qu’a écrit `retour backup`.",
  }),
  "restore.same-name": ({ path }) => ({
    message: `deux fichiers de la sauvegarde ont le même nom sur cet ordinateur (${path}) : rien n’a été gardé`,
    hint: "Restaurez-la sur l’ordinateur où elle a été faite, renommez l’un des deux, et refaites-la.",
  }),
  "restore.not-empty": ({ folder }) => ({
    message: `${folder} n’est pas vide : rien n’a été écrit`,
    hint: "Donnez le nom d’un dossier nouveau : `retour restore FICHIER nouveau-dossier`.",
  }),
  "restore.unsafe-path": ({ path }) => ({
    message: `cette sauvegarde contient un chemin qui sort de son dossier (${path}) : rien n’a été écrit`,
    hint: "Elle n’a pas été faite par retour, ou a été modifiée : demandez-en une autre.",
  }),

  "doctor.node-too-old": ({ found, needed }) => ({
    message: `Node.js ${found} est trop ancien ; il faut ${needed} ou plus récent`,
    hint: "Installez la version actuelle depuis https://nodejs.org.",
  }),
  "doctor.no-database": ({ reason }) => ({
    message: `la base de données ne se charge pas (${reason})`,
    hint: "Réinstallez retour avec le Node.js de cet ordinateur : `npm install --global retour`.",
  }),
  "doctor.no-ledger": ({ file }) => ({
    message: `l’étude n’a pas de registre (${file})`,
    hint: "S’il a existé, restaurez une sauvegarde avec `retour restore` ; sinon la prochaine commande qui écrit le créera.",
  }),
  "doctor.unsound": ({ reason }) => ({
    message: `le registre est abîmé (${reason})`,
    hint: "Copiez le dossier de l’étude tel quel, puis restaurez la dernière sauvegarde avec `retour restore`.",
  }),
  "doctor.file-missing": ({ file }) => ({
    message: `${file} manque, alors que le registre le connaît`,
    hint: "Remettez-le depuis une sauvegarde ou la corbeille ; ce qui y était écrit à la main n’est que là.",
  }),
  "doctor.readable-by-others": ({ file, count }) => ({
    message: `d’autres comptes de cet ordinateur peuvent lire l’étude (${String(count)} fichiers ou dossiers, dont ${file})`,
    hint: "Fermez le dossier : `chmod 700` suivi du chemin de l’étude.",
  }),
  "doctor.leftover": ({ file }) => ({
    message: `${file} est le reste d’un enregistrement interrompu`,
    hint: "Vous pouvez le supprimer : le fichier lui-même est entier.",
  }),
};

/** The kinds of YAML value, with their article. */
const kinds: Readonly<Record<string, string>> = {
  text: "un texte",
  number: "un nombre",
  boolean: "true ou false",
  list: "une liste",
  mapping: "un ensemble de clés",
  nothing: "vide",
};

function a(kind: string): string {
  return kinds[kind] ?? kind;
}

function list(expected: string): string {
  return [...new Set(expected.split(" "))]
    .filter((kind) => kind !== "nothing")
    .map(a)
    .join(" ou ");
}

function typeHint(expected: string): string {
  if (expected.includes("list"))
    return "Une liste s’écrit [P01, P02], ou une ligne par élément, chacune après un tiret.";
  if (expected.includes("mapping"))
    return "Mettez ses clés en dessous, chacune sur sa ligne, avec deux espaces de retrait.";
  if (expected.includes("boolean")) return "Écrivez true (oui) ou false (non), sans guillemets.";
  return "Mettez la valeur entre guillemets droits pour qu’elle soit lue comme un texte.";
}

export const studyTexts: Texts<StudyTexts> = {
  "ask.title": () => "Titre de l’étude :",
  "ask.language": () => "Langue des documents :",
  "ask.kind": () => "Quelle sorte d’étude ?",
  "ask.group": () => "Nom du premier groupe :",
  "ask.rule": () => "Qui doit être d’accord pour qu’une partie soit validée ?",
  "ask.share": () => "Quelle part des participants, entre 0 et 1 ?",
  "ask.silence": () => "Que faire quand quelqu’un ne répond pas ? (ce n’est jamais un accord)",
  "ask.group-title": () => "Nom du groupe :",
  "ask.which-group": () => "Quel groupe ?",
  "ask.pseudonym": () => "Pseudonyme (jamais le vrai nom) :",
  "ask.description": () => "Description, sans nommer personne ni aucun lieu :",
  "ask.date": () => "Jour de la séance (année-mois-jour) :",
  "language.fr": () => "français",
  "language.en": () => "anglais",
  "kind.collective": () => "entretien collectif : un ou plusieurs groupes",
  "kind.individual": () => "récit de vie : une personne",
  "rule.unanimity": () => "chacun (unanimité)",
  "rule.group-session": () => "le groupe, réuni en séance",
  "rule.quorum": () => "une part des participants",
  "rule.expected": () => "unanimity, group-session, ou quorum:0.75 pour trois personnes sur quatre",
  "silence.not-agreement": () => "la partie attend sa réponse",
  "silence.ask-again": () => "lui redemander",
  "role.participant": () => "participant",
  "role.tiers": () => "tiers",
  "role.withdrawn": () => "retiré(e)",
  "role.guest": () => "invité",
  "capture.recording": () => "enregistrement",
  "capture.notes": () => "notes",
  "capture.text": () => "texte écrit",

  "init.done": ({ folder }) => `L’étude est créée dans ${folder}`,
  "init.next": () =>
    "Ensuite : relisez retour.yaml, puis ajoutez les personnes avec `retour participant add`.",
  "init.vault": () =>
    "Avant d’importer : faites le coffre des vrais noms, hors de l’étude, avec `retour vault create`.",
  "group.added": ({ id, title }) => `${id} ajouté : ${title}`,
  "participant.added": ({ id, pseudonym, groups }) =>
    `${id} ajouté : ${pseudonym}${groups === "" ? "" : ` (${groups})`}`,
  "participant.name-kept": () =>
    "Son vrai nom est dans le coffre : cette commande ne l’écrit pas dans l’étude.",
  "session.added": ({ id, date, group }) => `${id} ajoutée : ${date}, ${group}`,
  "session.present": ({ people }) => `Notés présents : ${people}`,
  "session.nobody": () => "Personne n’est noté présent. Complétez `present` dans retour.yaml.",
  "session.correct": () =>
    "Corrigez `present` dans retour.yaml si quelqu’un manquait : en séance, être présent peut valoir accord.",
  "group.none": () => "Aucun groupe. Pour en ajouter un : retour group add",
  "participant.none": () => "Personne pour l’instant. Pour ajouter quelqu’un : retour participant add",
  "session.none": () => "Aucune séance. Pour en ajouter une : retour session add",
  "heading.id": () => "id",
  "heading.title": () => "titre",
  "heading.participants": () => "participants",
  "heading.group": () => "groupe",
  "heading.role": () => "rôle",
  "heading.pseudonym": () => "pseudonyme",
  "heading.description": () => "description",
  "heading.organisation": () => "structure",
  "heading.date": () => "date",
  "heading.capture": () => "captée par",
  "heading.present": () => "présents",
  "heading.guests": () => "invités",

  "backup.done": ({ file, files, size }) =>
    `Sauvegarde écrite : ${file} (${counted(files, "fichier")}, ${size})`,
  "restore.done": ({ folder, files }) =>
    `Étude restaurée dans ${folder} (${counted(files, "fichier")} et le registre)\n` +
    "Ce qui a été retiré, refusé ou décidé depuis cette sauvegarde n’y est pas : refaites-le avant d’en rien sortir.",
  "audit.whole": ({ lines }) =>
    `Le registre dit ce que dit le journal : ${counted(lines, "ligne")}, rien n’a été changé à la main.`,
  "audit.broken": ({ findings, lines }) =>
    `${counted(findings, "écart")} entre le registre et le journal (${counted(lines, "ligne")}).`,
  "doctor.well": () => "Tout va bien.",
  "doctor.look": ({ warnings }) => `Rien de grave : ${counted(warnings, "point")} à regarder.`,
  "doctor.unwell": ({ wrong }) => `${counted(wrong, "problème")} à régler.`,
  "doctor.node": ({ fact }) => `Node.js ${fact}`,
  "doctor.database": ({ fact }) => `base de données SQLite ${fact}`.trimEnd(),
  "doctor.study": ({ fact }) =>
    fact === "" ? "pas d’étude ici : seule la machine a été examinée" : `étude ${fact}`,
  "doctor.settings": () => "réglages (retour.yaml)",
  "doctor.ledger": () => "registre",
  "doctor.files": ({ fact }) => `feuilles et documents (${fact})`,
  "doctor.private": ({ fact }) =>
    fact === "" ? "accès réservé à votre compte" : "accès ouvert à d’autres comptes",
  "doctor.leftovers": ({ fact }) =>
    fact === ""
      ? "aucun reste d’enregistrement interrompu"
      : `restes d’enregistrements interrompus (${fact})`,
};

function counted(count: number, word: string): string {
  return `${count.toLocaleString("fr")} ${word}${count > 1 ? "s" : ""}`;
}
