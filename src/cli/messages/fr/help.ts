// Help of every verb in French.
import type { Help } from "../catalogue.ts";

export const help: Help = {
  program:
    "Entretien répété avec retour : des transcriptions au document validé par le groupe.\nRien ne sort que le groupe n’ait validé.",
  usage: { program: "<commande> [options]", verb: "[options]" },
  headings: {
    usage: "Utilisation :",
    options: "Options :",
    commands: "Commandes :",
    arguments: "Arguments :",
    examples: "Exemples :",
  },
  nouns: {
    participant: "les personnes du groupe",
    group: "les groupes de l’étude",
    session: "les séances",
    vault: "le coffre : qui est qui, hors de l’étude",
  },
  global: {
    study: "dossier de l’étude (par défaut : le plus proche qui contient retour.yaml)",
    vault: "coffre des vrais noms (par défaut : celui de votre compte, ou RETOUR_VAULT)",
    json: "le résultat en JSON sur la sortie standard",
    lang: "langue des messages",
    yes: "ne rien demander : prendre les valeurs par défaut, refuser s’il n’y en a pas de sûre",
    "dry-run": "dire ce qui changerait, ne rien changer",
    debug: "montrer le détail technique des erreurs",
    "no-color": "sans couleurs",
    quiet: "ne dire que l’essentiel",
  },
  help: "afficher cette aide",
  version: "afficher la version",
  verbs: {
    init: {
      summary: "crée le dossier d’une étude",
      options: {
        dir: "dossier à créer (par défaut : le dossier courant)",
        title: "titre de l’étude",
        language: "langue de l’étude",
        kind: "entretien collectif ou récit de vie individuel",
        group: "titre du premier groupe",
        rule: "qui doit être d’accord : unanimity, group-session ou quorum:0.75",
        silence: "ce que veut dire le silence (jamais un accord)",
        names: "kept : les vrais noms sont gardés dans un coffre ; none : il n’y en a pas",
        consent: "kept : les consentements sont notés dans l’étude ; elsewhere : ailleurs",
        audience: "jusqu’où l’étude compte aller : proposé, jamais un accord",
      },
      examples: [
        'retour init mon-etude --title "Questions de réseau"',
        'retour init recit --title "Un parcours" --kind individual --yes',
      ],
    },
    "participant add": {
      summary: "ajoute une personne au groupe",
      options: {
        name: "vrai nom, qui va au coffre et jamais dans l’étude",
        id: "identifiant, P03 (par défaut : le suivant)",
        pseudonym: "pseudonyme, choisi par la personne si elle le souhaite",
        description: "description montrée sous ses propos, « éducatrice de prévention »",
        organisation: "structure",
        role: "participant, tiers aidant ou invité",
        group: "groupe, répétable",
      },
      examples: [
        'retour participant add --pseudonym Nadia --description "éducatrice de prévention"',
        'retour participant add T01 --pseudonym Claire --description "tiers aidant" --role tiers',
      ],
    },
    "participant withdraw": {
      summary: "retire les paroles d’une personne, après avoir montré tout ce que cela touche",
      options: {
        participant: "personne qui retire ses paroles",
        session: "seulement ce qu’elle a dit dans cette séance",
        turn: "seulement cette prise de parole (répétable)",
        quote: "seulement ces paroles (répétable)",
      },
      examples: ["retour participant withdraw P03", "retour participant withdraw P03 --session s01"],
    },
    "participant list": {
      summary: "montre les personnes de l’étude",
      options: {},
      examples: ["retour participant list", "retour participant list --json"],
    },
    "group add": {
      summary: "ajoute un groupe",
      options: { id: "identifiant, g2 (par défaut : le suivant)", title: "titre du groupe" },
      examples: [
        'retour group add --title "Groupe de parents"',
        'retour group add g3 --title "Multi-acteurs"',
      ],
    },
    "group list": {
      summary: "montre les groupes",
      options: {},
      examples: ["retour group list", "retour group list --json"],
    },
    "session add": {
      summary: "ajoute une séance",
      options: {
        id: "identifiant, s02 (par défaut : la suivante)",
        date: "jour de la séance, 2026-02-12",
        group: "groupe réuni",
        present: "personnes présentes, P01,P02 (par défaut : tout le groupe)",
        capture: "enregistrement, notes ou texte écrit",
        guests: "invités, en toutes lettres",
      },
      examples: [
        "retour session add --date 2026-01-15",
        "retour session add s02 --date 2026-02-12 --present P01,P02,P04 --capture notes",
      ],
    },
    "session list": {
      summary: "montre les séances",
      options: {},
      examples: ["retour session list", "retour session list --json"],
    },
    "vault create": {
      summary: "crée le coffre des vrais noms, hors de l’étude",
      options: {},
      examples: ["retour vault create", "retour vault create --vault /media/cle/noms.age"],
    },
    "vault open": {
      summary:
        "essaie la phrase de passe, dit ce que le coffre contient ; le donne à l’étude s’il n’est pas encore le sien",
      options: {},
      examples: ["retour vault open", "retour vault open --vault /media/cle/noms.age"],
    },
    "vault list": {
      summary: "montre qui est qui",
      options: {},
      examples: ["retour vault list", "retour vault list --json"],
    },
    "vault add": {
      summary: "ajoute un vrai nom et ce qui le remplace, ou un autre nom de la même personne",
      options: {
        name: "vrai nom (par défaut : demandé, ce que le terminal ne garde pas en mémoire)",
        as: "ce qui le remplace : un pseudonyme, « une ville »",
        kind: "personne (par défaut), lieu, organisation, terrain",
        participant: "participant dont c’est le nom ; son pseudonyme est alors proposé",
        alias: "autre nom : prénom d’usage, surnom, initiales ; répétable",
      },
      examples: [
        'retour vault add "Sophie Durand" --as Karima --participant P01 --alias Fifi',
        'retour vault add "Collège Jean-Moulin" --as "le collège" --kind organisation',
      ],
    },
    "vault rename": {
      summary: "donne un autre pseudonyme à quelqu’un, ou un autre mot à un lieu",
      options: { replacement: "ce qui remplace le nom maintenant", new: "ce qui le remplacera" },
      examples: ["retour vault rename Karima Samia", 'retour vault rename "une ville" "la ville voisine"'],
    },
    "vault import": {
      summary: "ajoute les noms d’un tableau CSV : nom, remplacement, type, participant, alias",
      options: { file: "tableau, avec des virgules ou des points-virgules" },
      examples: ["retour vault import /media/cle/noms.csv", "retour vault import noms.csv --dry-run"],
    },
    "vault export": {
      summary: "écrit les noms en clair dans un tableau, pour qui doit les garder autrement",
      options: { file: "tableau à écrire, hors de l’étude" },
      examples: ["retour vault export /media/cle/noms.csv", "retour vault export noms.csv --dry-run"],
    },
    "vault change-passphrase": {
      summary: "change la phrase de passe du coffre",
      options: {},
      examples: [
        "retour vault change-passphrase",
        "RETOUR_NEW_PASSPHRASE_FILE=nouvelle.txt retour vault change-passphrase",
      ],
    },
    "vault review": {
      summary: "montre chaque mot qui ressemble à un nom et demande s’il faut le remplacer",
      options: {},
      examples: ["retour vault review", "retour vault review --json"],
    },
    "vault apply": {
      summary: "remplace les noms ajoutés au coffre depuis, dans ce qui est déjà là",
      options: {},
      examples: ["retour vault apply", "retour vault apply --dry-run"],
    },
    "vault ignore": {
      summary: "dit que des mots, écrits ainsi, ne sont pas des noms",
      options: { words: "mots, tels qu’ils sont écrits" },
      examples: ["retour vault ignore rose", "retour vault ignore Molière Marianne"],
    },
    "vault log": {
      summary: "dit ce qui a été mis à la place des noms, où et combien de fois, sans les noms",
      options: {},
      examples: ["retour vault log", "retour vault log --json"],
    },
    "vault reveal": {
      summary: "montre les mots d’origine d’un tour de parole ; le journal le note",
      options: { turns: "tour, s01.12, ou suite de tours, s01.12-15" },
      examples: ["retour vault reveal s01.12", "retour vault reveal s01.12-15"],
    },
    demo: {
      summary: "joue toute la boucle sur une étude inventée",
      options: { dir: "dossier à créer (par défaut : retour-demo)" },
      examples: ["retour demo", "retour demo /tmp/essai --lang fr"],
    },
    import: {
      summary: "lit une transcription et écrit sa feuille lisible",
      options: {
        files: "fichiers, ou dossiers de fichiers nommés par séance",
        session: "séance, s01 (par défaut : d’après le nom du fichier)",
        format: "format, reconnu d’après le contenu si on ne le dit pas",
        speaker: 'qui parle : "SPEAKER_00=P01", répétable',
        encoding: "encodage du fichier : utf-8, windows-1252…",
        unwrap: "recoud un texte sorti d’un PDF : lignes coupées, titres courants, numéros de page",
        replace: "remplace la transcription ; les codes suivent leurs mots",
      },
      examples: [
        'retour import seance2.srt --session s02 --speaker "SPEAKER_00=T01"',
        "retour import ../transcriptions",
      ],
    },
    speakers: {
      summary: "dit qui a parlé",
      options: {
        session: "séance, s01 (par défaut : toutes celles où une voix n’est encore personne)",
        labels: "V1=P03, ou V2=V1 quand deux voix n’en sont qu’une, répétable",
      },
      examples: ["retour speakers", "retour speakers s02 SPEAKER_03=P04 V2=V1"],
    },
    code: {
      summary: "relie des tours de parole, ou des mots, à des thèmes",
      options: {
        turns: "s01.12, s01.12-15, ou s01 pour ouvrir la feuille",
        themes: "thèmes du codebook",
        text: "les mots à coder, à l’intérieur du tour",
        remove: "retire ces codes",
      },
      examples: ["retour code s01.12-15 peur", 'retour code s01.12 peur-nuit --text "on a peur de rentrer"'],
    },
    themes: {
      summary: "montre l’arbre des thèmes",
      options: {},
      examples: ["retour themes", "retour themes --json"],
    },
    "themes add": {
      summary: "ajoute un thème",
      options: {
        id: "identifiant, peur-nuit",
        title: "titre",
        parent: "thème auquel le rattacher",
        definition: "ce que recouvre le thème",
      },
      examples: [
        'retour themes add peur --title "La peur"',
        'retour themes add peur-nuit --title "La nuit" --parent peur',
      ],
    },
    "themes rename": {
      summary: "change le titre d’un thème",
      options: { id: "thème", title: "nouveau titre" },
      examples: [
        'retour themes rename peur --title "La peur au travail"',
        'retour themes rename lien --title "Le lien" --dry-run',
      ],
    },
    "themes merge": {
      summary: "fond un thème dans un autre, avec ses codes",
      options: { from: "thème qui disparaît", into: "thème qui reçoit ses codes" },
      examples: ["retour themes merge crainte peur", "retour themes merge crainte peur --dry-run"],
    },
    "themes move": {
      summary: "rattache un thème à un autre",
      options: { id: "thème", parent: "nouveau parent ; sans cette option, à la racine" },
      examples: ["retour themes move peur-nuit --parent peur", "retour themes move honte"],
    },
    stats: {
      summary: "compte qui parle, combien, et de quels thèmes, d’une séance à l’autre",
      options: {
        session: "seulement cette séance, s01, répétable",
        group: "seulement ce groupe",
        svg: "dessin à créer, à projeter ou à imprimer",
      },
      examples: ["retour stats --session s03", "retour stats --svg paroles.svg"],
    },
    build: {
      summary: "écrit ou met à jour le document, en gardant chaque mot que vous y avez écrit",
      options: { group: "groupe (par défaut : tous)" },
      examples: ["retour build", "retour build --group g1 --dry-run"],
    },
    search: {
      summary: "cherche des mots dans les séances et les documents, accents et majuscules confondus",
      options: {
        words: 'mots, tous à trouver ; "à la suite" ; début*',
        theme: "dans ce qui est codé de ce thème ou d’un thème qu’il contient",
        session: "dans une séance",
        participant: "dans les paroles d’une personne, P03",
      },
      examples: ['retour search "dans le hall"', "retour search éduc* --theme peur"],
    },
    check: {
      summary: "vérifie les citations mot à mot, les noms oubliés, ce qui désigne quelqu’un, les renvois",
      options: {},
      examples: ["retour check", "retour check --json"],
    },
    send: {
      summary: "fige l’édition et écrit un exemplaire par personne",
      options: {
        to: "seulement ces personnes, P03,P05",
        format: "docx, html, md, odt (par défaut : docx, html, md)",
        "answer-by": "jour d’ici lequel la lettre demande de répondre, 2026-12-05",
        group: "groupe",
      },
      examples: ["retour send --answer-by 2026-12-05", "retour send --to P03 --format odt"],
    },
    receive: {
      summary: "lit ce que les participants ont renvoyé, ou dit de vive voix",
      options: {
        files: "fichiers reçus, ou dossiers qui en contiennent",
        edition: "édition, si le fichier ne la dit pas",
        from: "personne, si le fichier ne la dit pas",
        oral: "propos dits de vive voix",
        section: "section concernée",
        kind: "nature de la correction",
        text: "les mots dits",
      },
      examples: [
        "retour receive retours-de-mai/",
        'retour receive --oral --from P03 --section peur --kind nuance --text "la nuit, pas toujours"',
      ],
    },
    corrections: {
      summary: "liste les corrections",
      options: {
        correction: "une correction, c017 : avec tout ce qui en est advenu",
        pending: "seulement celles qui attendent",
        section: "section",
        from: "personne",
        edition: "édition",
        kind: "nature",
      },
      examples: ["retour corrections --pending", "retour corrections c017"],
    },
    diff: {
      summary: "compare mot à mot ce qui a été envoyé et ce qui est revenu",
      options: {
        section: "section (par défaut : toutes)",
        from: "personnes, P03,P05",
        between: "deux éditions, r01 r02",
        "since-validated": "depuis que la section a été validée",
        format: "terminal, md ou html",
      },
      examples: ["retour diff peur", "retour diff --between r01 r02 --format html > comparaison.html"],
    },
    review: {
      summary: "passe en revue les corrections, une à une",
      options: {},
      examples: ["retour review", "retour review --lang fr"],
    },
    decide: {
      summary: "dit ce que devient une correction",
      options: {
        correction: "correction, c017",
        outcome: "integrated, adapted, declined ou recorded",
        text: "les mots retenus (adapted)",
        reason: "la raison (obligatoire pour declined)",
        kind: "sa nature, quand celle qui est notée n’est pas la bonne",
        by: "qui en répond",
      },
      examples: [
        "retour decide c017 integrated",
        'retour decide c018 declined --reason "déjà dit plus haut"',
      ],
    },
    integrate: {
      summary: "porte dans le document les corrections décidées",
      options: {},
      examples: ["retour integrate", "retour integrate --dry-run"],
    },
    report: {
      summary: "écrit pour chacun ce que sont devenues ses demandes",
      options: {
        name: "suites-données (par défaut)",
        to: "seulement ces personnes, P03,P05",
        edition: "l’édition à laquelle on a répondu (par défaut : la dernière)",
        format: "md, html (par défaut : les deux)",
        group: "groupe",
      },
      examples: ["retour report suites-données", "retour report suites-données --to P03 --edition r01"],
    },
    validate: {
      summary: "enregistre un accord sur les mots exacts d’une section",
      options: {
        sections: "sections",
        by: "personnes qui sont d’accord, P01,P02",
        group: "accord donné par le groupe en séance",
        session: "la séance où il a été donné",
        against: "présents qui s’y opposent",
        abstain: "présents qui s’abstiennent",
        consulted: "personnes dont on a pris l’avis, sans qu’elles décident",
        audience: "jusqu’où la section peut aller ; sans cela, l’accord porte sur les mots seuls",
        "only-audience": "ne décider que du public, pas des mots",
        means: "comment l’accord a été donné",
        sittings: "jours de la lecture à voix haute, 2026-05-10,2026-05-17",
        note: "ce que le groupe laisse dire à côté, de ceux qui s’opposent",
      },
      examples: [
        "retour validate peur --by P01,P02 --audience public",
        "retour validate peur lien --group --session s04 --audience public --against P04",
      ],
    },
    consent: {
      summary: "note ce à quoi une personne consent, usage par usage",
      options: {
        people: "personnes, P03 ou P01,P02",
        purposes:
          "recording (enregistrement), transcription, analysis (analyse), quotation (citation), publication, archiving (archivage)",
        all: "tous les usages",
        refuse: "la personne refuse",
        withdraw: "la personne retire l’accord qu’elle avait donné",
        attribution: "le nom montré sous ses paroles citées",
        date: "jour où elle l’a dit, 2026-01-15 (par défaut : aujourd’hui)",
      },
      examples: [
        "retour consent P01,P02 --all --date 2026-01-15",
        "retour consent P03 quotation --attribution pseudonym",
      ],
    },
    "consent list": {
      summary: "montre qui consent à quoi",
      options: {},
      examples: ["retour consent list", "retour consent list --json"],
    },
    pact: {
      summary: "montre le pacte, qui l’a accepté, à qui le redemander et ce qui a changé",
      options: {},
      examples: ["retour pact", "retour pact --json"],
    },
    "pact agree": {
      summary: "note qui accepte le pacte tel qu’il est écrit aujourd’hui",
      options: {
        people: "personnes, P01,P02",
        date: "jour où elles l’ont dit, 2026-01-15 (par défaut : aujourd’hui)",
      },
      examples: ["retour pact agree P01,P02,P03", "retour pact agree P04 --date 2026-02-12"],
    },
    status: {
      summary: "où en est chaque section, chaque personne",
      options: {},
      examples: ["retour status", "retour status --json"],
    },
    export: {
      summary: "n’écrit que ce qui est validé pour ce public, avec sa preuve",
      options: {
        audience: "public de l’export",
        template: "modèle (par défaut : synthese)",
        format: "md, html (par défaut : les deux)",
        out: "dossier à créer",
        "only-validated": "accepter que des sections soient retenues",
      },
      examples: ["retour export --only-validated", "retour export --audience institution --format md"],
    },
    verify: {
      summary: "vérifie un export contre son manifeste et contre le registre",
      options: { path: "dossier de l’export" },
      examples: [
        "retour verify exports/2026-05-12-synthese",
        "retour verify exports/2026-05-12-synthese --json",
      ],
    },
    withdraw: {
      summary: "retire les paroles d’une personne, après avoir montré tout ce que cela touche",
      options: {
        participant: "personne qui retire ses paroles",
        session: "seulement ce qu’elle a dit dans cette séance",
        turn: "seulement cette prise de parole (répétable)",
        quote: "seulement ces paroles (répétable)",
        recalled:
          "ne retire rien : dit que ces exports, x001,x002, ont été rappelés auprès de tous ceux qui les avaient",
        date: "jour du rappel, 2026-06-01 (par défaut : aujourd’hui)",
      },
      examples: ["retour withdraw P03 --turn s01.12 --dry-run", "retour withdraw --recalled x001"],
    },
    purge: {
      summary: "supprime ce dont le jour est passé (retention de retour.yaml), après l’avoir montré",
      options: { what: "recordings, transcripts ou returns (par défaut : tout ce qui est à supprimer)" },
      examples: ["retour purge --dry-run", "retour purge transcripts"],
    },
    audit: {
      summary: "vérifie que personne n’a modifié le registre à la main",
      options: {},
      examples: ["retour audit", "retour audit --json"],
    },
    backup: {
      summary: "sauvegarde toute l’étude, sans le coffre, en un fichier",
      options: { file: "fichier à créer" },
      examples: ["retour backup etude.retour-backup", "retour backup /media/cle/etude-mai.retour-backup"],
    },
    restore: {
      summary: "remet en place une sauvegarde",
      options: { file: "sauvegarde", dir: "dossier à créer" },
      examples: ["retour restore etude.retour-backup", "retour restore etude.retour-backup etude-retrouvee"],
    },
    doctor: {
      summary: "examine la machine et l’étude, répare après un arrêt brutal",
      options: {},
      examples: ["retour doctor", "retour doctor --json"],
    },
    completion: {
      summary: "complétion des commandes pour votre terminal",
      options: { shell: "bash, zsh ou fish" },
      examples: [
        "retour completion bash >> ~/.bashrc",
        "retour completion fish > ~/.config/fish/completions/retour.fish",
      ],
    },
  },
};
