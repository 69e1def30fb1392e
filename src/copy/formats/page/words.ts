// The words of the page itself, in the study's language: what is not the document.

/** Numbers and names are put in the place of `{…}` by the page's script. */
export interface PageWords {
  /** In the page as it is written. */
  readonly page: Readonly<Record<PageWord, string>>;
  /** Given to the script, and shown when someone answers. */
  readonly script: Readonly<Record<string, string>>;
  /** The boxes of the paper form. */
  readonly boxes: readonly string[];
}

type PageWord =
  | "contents"
  | "letter"
  | "mine"
  | "mineInline"
  | "top"
  | "note"
  | "noScript"
  | "table"
  | "paperOpinion"
  | "paperWithdraw"
  | "paperWhere"
  | "paperEnd"
  | "paperEndHow"
  | "file";

const fr: PageWords = {
  page: {
    contents: "Sommaire",
    letter: "Lettre",
    mine: "Vos paroles",
    mineInline: "vos paroles",
    top: "Retour au sommaire",
    note: "Note",
    table: "Tableau",
    noScript:
      "Ici, cette page ne peut que se lire ou s’imprimer : vous la voyez peut-être dans un aperçu. Pour y répondre, enregistrez le fichier sur votre appareil, puis ouvrez-le dans un navigateur (Firefox, Chrome, Safari ou Edge). Vous pouvez aussi l’imprimer et écrire dessus, ou dire vos remarques à la prochaine séance.",
    paperOpinion: "Votre avis sur cette section.",
    paperWithdraw: "je retire ces paroles",
    paperWhere: "Pour parler d’un passage, indiquez son numéro dans la marge.",
    paperEnd: "Autre chose à dire",
    paperEndHow:
      "Rendez ces feuilles à la personne qui vous les a remises. Ne pas répondre n’est pas être d’accord.",
    file: "reponse",
  },
  boxes: ["je suis d’accord", "je nuance", "je corrige", "je ne suis pas d’accord", "à garder"],
  script: {
    yourAnswer: "Votre réponse",
    answerOn: "Votre avis sur « {title} »",
    choose: "Plusieurs choix sont possibles.",
    agree: "Je suis d’accord",
    nuance: "Je nuance",
    correct: "Je corrige",
    disagree: "Je ne suis pas d’accord",
    keep: "À garder",
    correctOpen: "Vous corrigez le texte",
    correctHow:
      "Écrivez directement dans les paragraphes : ce que vous changez s’affiche dessous. Une ligne vide commence un nouveau paragraphe.",
    correctDone: "J’ai fini de corriger",
    nuanceTitle: "Ce que vous nuancez",
    disagreeTitle: "Ce avec quoi vous n’êtes pas d’accord",
    keepTitle: "Ce qui est à garder",
    nuanceWords: "Votre nuance",
    disagreeWords: "Votre désaccord",
    keepWords: "Pourquoi (facultatif)",
    about: "À propos de",
    whole: "toute la section",
    title: "le titre",
    passage: "§ {number} « {words} »",
    nuanceMore: "Nuancer un autre passage",
    disagreeMore: "Un désaccord sur un autre passage",
    keepMore: "Garder un autre passage",
    remove: "Retirer",
    removed: "C’est retiré.",
    restore: "Rétablir",
    remark: "Une remarque libre (facultatif)",
    withdraw: "Retirer mes paroles",
    withdrawInline: "Retirer mes paroles : « {words} »",
    withdrawn: "Vous demandez que ces paroles soient retirées. Vous n’avez pas à dire pourquoi.",
    editTitle: "Titre de la section",
    editBlock: "Paragraphe {number}",
    editCell: "Paragraphe {number}, case {cell}",
    changed: "Ce que vous changez",
    emptied: "Ce paragraphe serait enlevé.",
    cancel: "Annuler ma correction",
    cancelled: "Votre correction est annulée.",
    add: "+ Ajouter un paragraphe",
    addAfter: "Ajouter un paragraphe après le numéro {number}",
    added: "Paragraphe que vous ajoutez",
    remarkAll: "Autre chose à dire, sur l’ensemble (facultatif)",
    progressNone: "Aucune section répondue sur {total}",
    progressOne: "1 section répondue sur {total}",
    progress: "{count} sections répondues sur {total}",
    toEnd: "Terminer",
    answered: "répondu",
    summary: "Ce que dit votre réponse",
    summaryNone: "Vous n’avez encore rien répondu. Ne pas répondre n’est pas être d’accord.",
    unanswered: "Sans réponse : ",
    colon: " : ",
    silence: "Ne pas répondre n’est pas être d’accord.",
    notYet:
      "Être d’accord ici n’est pas encore valider : ce qui peut devenir public se décide plus tard, avec vous.",
    review: "Revoir",
    saysAgree: "D’accord avec cette section",
    saysNuance: "À nuancer",
    saysDisagree: "Pas d’accord",
    saysKeep: "À garder",
    saysCorrect: "Correction",
    saysAdded: "Paragraphe ajouté",
    saysWithdrawn: "Paroles retirées",
    saysRemark: "Remarque",
    onPassage: "sur « {words} »",
    wasAdded: "ajouté :",
    wasRemoved: "retiré :",
    save: "Enregistrer ma réponse",
    saveHow:
      "Rien ne part tout seul de cette page. Votre réponse sera un petit fichier, {file}, à renvoyer à la personne qui vous a envoyé cette page.",
    saved:
      "Votre réponse est enregistrée dans le fichier {file}, avec vos téléchargements. Renvoyez ce fichier à la personne qui vous a envoyé cette page, par exemple en le joignant à un message. Vous pouvez continuer et enregistrer de nouveau : le dernier fichier compte.",
    savedBefore: "Votre réponse a changé depuis que vous l’avez enregistrée : enregistrez-la de nouveau.",
    print: "Imprimer",
    printHow: "La page imprimée est un formulaire : vous pouvez répondre à la main.",
    resume: "Reprendre une réponse enregistrée",
    resumeAsk: "Ce que vous avez écrit ici sera remplacé par la réponse enregistrée. Continuer ?",
    resumed: "Votre réponse enregistrée est de nouveau là.",
    resumeOther: "Ce fichier n’est pas une réponse à cette page : rien n’a été changé.",
    keptHere:
      "Ce que vous écrivez est gardé sur cet appareil, dans ce navigateur : vous pouvez fermer la page et revenir.",
    notKept:
      "Ce navigateur ne peut pas garder ce que vous écrivez. Avant de fermer la page, enregistrez votre réponse ; vous pourrez la reprendre ensuite avec « Reprendre une réponse enregistrée ».",
    erase: "Effacer ma réponse de cet appareil",
    eraseWhy:
      "Sur un ordinateur partagé, effacez votre réponse quand vous avez fini. Pensez aussi au fichier enregistré, à cette page, et à la corbeille.",
    eraseAsk: "Tout ce que vous avez écrit dans cette page sera effacé de cet appareil. Effacer ?",
    erased: "Votre réponse est effacée de cet appareil.",
    yes: "Oui",
    no: "Non",
  },
};

const en: PageWords = {
  page: {
    contents: "Contents",
    letter: "Letter",
    mine: "Your words",
    mineInline: "your words",
    top: "Back to contents",
    note: "Note",
    table: "Table",
    noScript:
      "Here this page can only be read or printed: you may be seeing it in a preview. To answer, save the file on your device, then open it in a browser (Firefox, Chrome, Safari or Edge). You can also print it and write on it, or say your remarks at the next session.",
    paperOpinion: "Your view of this section.",
    paperWithdraw: "I withdraw these words",
    paperWhere: "To speak of a passage, give its number in the margin.",
    paperEnd: "Anything else",
    paperEndHow: "Give these sheets back to the person who gave them to you. Not answering is not agreeing.",
    file: "answer",
  },
  boxes: ["I agree", "I would nuance", "I correct", "I disagree", "keep this"],
  script: {
    yourAnswer: "Your answer",
    answerOn: "Your view of “{title}”",
    choose: "You can choose more than one.",
    agree: "I agree",
    nuance: "I would nuance",
    correct: "I correct",
    disagree: "I disagree",
    keep: "Keep this",
    correctOpen: "You are correcting the text",
    correctHow:
      "Write straight into the paragraphs: what you change is shown below. An empty line begins a new paragraph.",
    correctDone: "I have finished correcting",
    nuanceTitle: "What you would nuance",
    disagreeTitle: "What you disagree with",
    keepTitle: "What is to be kept",
    nuanceWords: "Your nuance",
    disagreeWords: "Your disagreement",
    keepWords: "Why (optional)",
    about: "About",
    whole: "the whole section",
    title: "the title",
    passage: "§ {number} “{words}”",
    nuanceMore: "Nuance another passage",
    disagreeMore: "Disagree with another passage",
    keepMore: "Keep another passage",
    remove: "Remove",
    removed: "Removed.",
    restore: "Put it back",
    remark: "Any remark (optional)",
    withdraw: "Withdraw my words",
    withdrawInline: "Withdraw my words: “{words}”",
    withdrawn: "You ask for these words to be withdrawn. You do not have to say why.",
    editTitle: "Title of the section",
    editBlock: "Paragraph {number}",
    editCell: "Paragraph {number}, cell {cell}",
    changed: "What you change",
    emptied: "This paragraph would be taken out.",
    cancel: "Cancel my correction",
    cancelled: "Your correction is cancelled.",
    add: "+ Add a paragraph",
    addAfter: "Add a paragraph after number {number}",
    added: "A paragraph you add",
    remarkAll: "Anything else, about the whole (optional)",
    progressNone: "No section answered of {total}",
    progressOne: "1 section answered of {total}",
    progress: "{count} sections answered of {total}",
    toEnd: "Finish",
    answered: "answered",
    summary: "What your answer says",
    summaryNone: "You have not answered anything yet. Not answering is not agreeing.",
    unanswered: "Without an answer: ",
    colon: ": ",
    silence: "Not answering is not agreeing.",
    notYet: "Agreeing here is not validating yet: what may become public is decided later, with you.",
    review: "Change",
    saysAgree: "Agrees with this section",
    saysNuance: "To be nuanced",
    saysDisagree: "Disagrees",
    saysKeep: "To be kept",
    saysCorrect: "Correction",
    saysAdded: "Paragraph added",
    saysWithdrawn: "Words withdrawn",
    saysRemark: "Remark",
    onPassage: "about “{words}”",
    wasAdded: "added:",
    wasRemoved: "removed:",
    save: "Save my answer",
    saveHow:
      "Nothing leaves this page by itself. Your answer will be a small file, {file}, to send back to the person who sent you this page.",
    saved:
      "Your answer is saved in the file {file}, with your downloads. Send that file back to the person who sent you this page, for example attached to a message. You can go on and save again: the last file counts.",
    savedBefore: "Your answer has changed since you saved it: save it again.",
    print: "Print",
    printHow: "The printed page is a form: you can answer by hand.",
    resume: "Take up a saved answer",
    resumeAsk: "What you have written here will be replaced by the saved answer. Go on?",
    resumed: "Your saved answer is here again.",
    resumeOther: "This file is not an answer to this page: nothing was changed.",
    keptHere: "What you write is kept on this device, in this browser: you can close the page and come back.",
    notKept:
      "This browser cannot keep what you write. Before you close the page, save your answer; you can then take it up again with “Take up a saved answer”.",
    erase: "Erase my answer from this device",
    eraseWhy:
      "On a shared computer, erase your answer when you have finished. Think of the saved file too, of this page, and of the bin.",
    eraseAsk: "Everything you have written in this page will be erased from this device. Erase it?",
    erased: "Your answer is erased from this device.",
    yes: "Yes",
    no: "No",
  },
};

export const pageWords = { fr, en };
