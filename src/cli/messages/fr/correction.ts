// Copies and corrections in French.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { Texts } from "../catalogue.ts";
import type { CorrectionTexts } from "../correction.ts";
import type { CopyMessages } from "../../../copy/messages.ts";
import type { CorrectionMessages } from "../../../correction/messages.ts";

export const copyMessages: Catalogue<CopyMessages> = {
  "copy.nothing-built": ({ group }) => ({
    message: `le groupe ${group} n’a pas d’édition à envoyer`,
    hint: "Lancez d’abord `retour build`, relisez le document, puis `retour send`.",
  }),
  "copy.changed-since-sent": ({ edition, file }) => ({
    message: `${file} a changé depuis l’envoi de ${edition} : ces exemplaires ne diraient pas la même chose`,
    hint: "Lancez `retour build` pour ouvrir l’édition suivante, puis `retour send`.",
  }),
  "copy.no-section": ({ file }) => ({
    message: `${file} n’a encore aucune section : il n’y a rien à envoyer`,
    hint: "Codez une séance (`retour code`), lancez `retour build`, puis recommencez.",
  }),
  "copy.no-participant": ({ group }) => ({
    message: `le groupe ${group} n’a aucun participant à qui envoyer un exemplaire`,
    hint: "Ajoutez les participants avec `retour participant add`.",
  }),
  "copy.unknown-participant": ({ participant, group, known }) => ({
    message: `${participant} n’est pas un participant du groupe ${group}`,
    hint: `Participants de ce groupe : ${known}`,
  }),
  "copy.bad-day": ({ value }) => ({
    message: `« ${value} » n’est pas un jour du calendrier`,
    hint: "Écrivez année-mois-jour : --answer-by 2026-12-05",
  }),
  "copy.other-day": ({ edition, kept }) => ({
    message: `la lettre de ${edition} est déjà partie${kept === "" ? ", sans dire pour quand" : ` : elle demande de répondre d’ici le ${kept}`}`,
    hint: "Elle ne change plus : relancez sans --answer-by, et dites l’autre jour dans votre message.",
  }),
  "copy.leak-name": ({ where, copies, name }) => ({
    message: `le vrai nom de « ${name} » serait dans ${copies}${where === "" ? "" : ` (${where})`} : aucune copie n’a été écrite`,
    hint: "Pour savoir chaque ligne : retour check. Pour remplacer le nom dans les séances et les documents : retour vault apply ; dans un titre de retour.yaml ou le modèle de lettre, corrigez-le vous-même. Si ce mot, écrit ainsi, n’est pas un nom, dites-le au coffre : retour vault ignore.",
  }),
  "copy.leak-withdrawn": ({ where, copies }) => ({
    message: `des paroles retirées seraient dans ${copies}${where === "" ? "" : ` (${where})`} : aucune copie n’a été écrite`,
    hint: "La personne les a retirées. Enlevez-les du document ou de la lettre, puis recommencez.",
  }),
  "copy.leak-other-group": ({ where, copies, from }) => ({
    message: `une phrase d’un autre groupe serait dans ${copies}${where === "" ? "" : ` (${where})`}, elle vient de ${from} : aucune copie n’a été écrite`,
    hint: "Enlevez-la du modèle de lettre, puis recommencez.",
  }),
  "copy.unknown-format": ({ format, known }) => ({
    message: `on ne sait pas faire d’exemplaire au format « ${format} »`,
    hint: `Formats possibles : ${known}`,
  }),
};

export const correctionMessages: Catalogue<CorrectionMessages> = {
  "return.purged": ({ day }) => ({
    message: `les retours de cette étude devaient disparaître après le ${day}, et ont été supprimés : rien n’est reçu`,
    hint: "Si le groupe en a décidé autrement, écrivez le nouveau jour dans retour.yaml (retention : returns), puis recommencez.",
  }),
  "return.unknown-format": ({ file, known }) => ({
    message: `${file} n’est pas d’un format que l’on sait lire en retour`,
    hint: `Formats lus : ${known}. Sinon, notez ce qui est demandé avec \`retour receive --oral\`.`,
  }),
  "return.no-identity": ({ file }) => ({
    message: `${file} ne dit pas de qui il vient, ni pour quelle édition`,
    hint: "Précisez-le : retour receive FICHIER --edition r01 --from P03",
  }),
  "return.other-study": ({ file }) => ({
    message: `${file} est un exemplaire d’une autre étude`,
    hint: "Recevez-le depuis le dossier de cette étude-là : rien n’a été changé ici.",
  }),
  "return.identity-differs": ({ file, stated, given }) => ({
    message: `${file} dit être ${stated}, alors que vous annoncez ${given}`,
    hint: `Vérifiez qui a répondu. Si c’est bien ${stated}, dites-le : --from ${stated.split("-").at(-1) ?? ""}`,
  }),
  "return.unknown-edition": ({ edition, known }) => ({
    message: `l’édition ${edition} n’a pas été envoyée`,
    hint: known === "" ? "Rien n’a encore été envoyé : `retour send`." : `Éditions envoyées : ${known}`,
  }),
  "return.unknown-participant": ({ participant, known }) => ({
    message: `${participant} n’est pas un participant à qui cette édition s’adresse`,
    hint: `Participants : ${known}`,
  }),
  "return.nothing-sent": ({ group }) => ({
    message: group === "" ? "rien n’a encore été envoyé" : `rien n’a encore été envoyé au groupe ${group}`,
    hint: "Envoyez d’abord une édition : `retour send`.",
  }),
  "return.no-section": ({ file, edition }) => ({
    message: `${file} ne contient aucune section de ${edition}`,
    hint: "Ce n’est sans doute pas l’exemplaire lui-même. Notez ce qui y est dit : retour receive --oral",
  }),
  "return.mark-unclosed": ({ mark }) => ({
    message: `la marque ${mark} ne se ferme pas : elle est gardée comme des mots ordinaires`,
    hint: "Regardez ce passage dans `retour corrections` ; l’original est dans returns/.",
  }),
  "return.pdf": ({ file }) => ({
    message: `${file} est un PDF : on n’y retrouve pas ce qui a été changé`,
    hint: "Demandez le fichier où la personne a écrit (Word, LibreOffice), à enregistrer au format Word (.docx) ; sinon, notez ce qui est demandé avec `retour receive --oral`.",
  }),
  "return.image": ({ file }) => ({
    message: `${file} est une image : ce qui y est écrit ne se lit pas tout seul`,
    hint: "Si c’est la photo d’un exemplaire corrigé à la main, notez ce qui est demandé : retour receive --oral --from P03 --section peur.",
  }),
  "return.old-word": ({ file }) => ({
    message: `${file} est d’un format de Word qui n’est pas lu`,
    hint: "Ouvrez-le dans Word ou LibreOffice, choisissez « Enregistrer sous », format Word (.docx), puis recevez ce fichier-là.",
  }),
  "return.pages": ({ file }) => ({
    message: `${file} est un document de Pages, qui ne se lit que sur un Mac`,
    hint: "Demandez à la personne de l’enregistrer au format Word : dans Pages, Fichier, Exporter vers, Word (.docx).",
  }),
  "return.outlook-message": ({ file }) => ({
    message: `${file} est un message d’Outlook dans son format propre, qui n’est pas lu`,
    hint: "Enregistrez les pièces jointes et recevez-les ; pour le message lui-même, collez-le dans un fichier .txt, ou enregistrez-le en .eml depuis un autre logiciel.",
  }),
  "return.page-not-answer": ({ file }) => ({
    message: `${file} est la page elle-même, pas la réponse`,
    hint: "Ce qu’une personne écrit dans la page n’est pas dans ce fichier. Demandez-lui d’ouvrir la page, de choisir « Enregistrer ma réponse », tout en bas, et d’envoyer le fichier reponse-….json.",
  }),
  "return.not-answer": ({ file }) => ({
    message: `${file} est un fichier JSON, mais pas la réponse d’un participant`,
    hint: "La réponse est le fichier que la page enregistre : reponse-….json. Demandez celui-là.",
  }),
  "return.answer-broken": ({ file }) => ({
    message: `${file} n’est pas entier : la réponse ne peut pas être lue`,
    hint: "Rien n’a été noté. Demandez à la personne d’ouvrir la page, de choisir de nouveau « Enregistrer ma réponse » et de renvoyer le fichier sans l’ouvrir.",
  }),
  "return.answer-newer": ({ file }) => ({
    message: `${file} vient d’une page faite par une version plus récente de retour`,
    hint: "Rien n’a été noté. Mettez retour à jour sur cette machine, puis recommencez.",
  }),
  "return.answer-other-text": ({ file }) => ({
    message: `${file} répond à un texte qui n’est pas tout à fait celui de cette édition`,
    hint: "Ce qui ne s’y retrouve pas mot pour mot est gardé comme remarque : relisez-le dans `retour corrections`.",
  }),
  "return.answer-unread": ({ file, count }) => ({
    message:
      count === 1
        ? `${file} contient un élément que l’on ne sait pas lire : il est laissé de côté`
        : `${file} contient ${String(count)} éléments que l’on ne sait pas lire : ils sont laissés de côté`,
    hint: "Le fichier est gardé tel quel dans returns/.",
  }),
  "return.never-made": ({ file, copy }) => ({
    message: `${file} dit être l’exemplaire ${copy}, qui n’a jamais été fait`,
    hint: "Vérifiez de qui il vient, puis dites-le : retour receive FICHIER --from P03",
  }),
  "return.same-file-as": ({ copy, other }) => ({
    message: `le retour de ${copy} est, à l’octet près, le fichier reçu de ${other}`,
    hint: "L’un a peut-être transmis le fichier de l’autre : vérifiez à qui sont ces corrections.",
  }),
  "return.further": ({ copy }) => ({
    message: `${copy} avait déjà répondu : ce nouveau fichier s’ajoute au précédent`,
  }),
  "return.folder-empty": ({ file }) => ({
    message: `il n’y a aucun retour à lire dans ${file}`,
    hint: "Mettez-y les fichiers reçus : .docx, .odt, .json, .md, .txt, .eml.",
  }),
  "email.damaged": ({ file }) => ({
    message: `${file} n’est pas un message que l’on puisse lire : il est abîmé, ou fait pour nuire`,
    hint: "Ouvrez-le dans votre messagerie, enregistrez ses pièces jointes et recevez-les une à une.",
  }),
  "email.too-much": ({ file, most }) => ({
    message: `${file} contient plus de ${String(most)} pièces jointes : il n’est pas lu`,
    hint: "Enregistrez les pièces jointes utiles dans un dossier, puis : retour receive DOSSIER",
  }),
  "email.nothing-said": ({ file }) => ({
    message: `${file} ne contient ni réponse, ni pièce jointe à lire`,
    hint: "Si la personne dit seulement qu’elle a bien reçu son exemplaire, ce n’est pas une réponse ; sinon, notez ce qu’elle dit avec `retour receive --oral`.",
  }),
  "return.already-received": ({ copy }) => ({
    message: `le retour de ${copy} avait déjà été reçu, identique : rien n’a été changé`,
  }),
  "return.nothing-differs": ({ copy }) => ({
    message: `${copy} est revenu sans aucun changement : la réponse est notée, ce n’est pas encore un accord`,
  }),
  "return.known-already": ({ copy, count }) => ({
    message:
      count === 1
        ? `une correction de ${copy} était déjà connue par un retour précédent`
        : `${String(count)} corrections de ${copy} étaient déjà connues par un retour précédent`,
  }),
  "return.loss": ({ copy, count }) => ({
    message:
      count === 1
        ? `un passage de ${copy} n’a pas pu être placé dans une section`
        : `${String(count)} passages de ${copy} n’ont pas pu être placés dans une section`,
    hint: "Ils sont listés ci-dessous ; notez ce qui doit l’être avec `retour receive --oral`.",
  }),
  "return.no-document": ({ file }) => ({
    message: `${file} n’est pas un document Word ni LibreOffice, quoi que dise son nom`,
    hint: "Ouvrez-le avec le logiciel qui l’a fait, enregistrez-le au format .docx, puis reprenez.",
  }),
  "return.images": ({ count }) => ({
    message:
      count === 1
        ? "une image est revenue dans le fichier : elle n’est pas reprise"
        : `${String(count)} images sont revenues dans le fichier : elles ne sont pas reprises`,
    hint: "Le fichier est gardé tel quel dans returns/ : ouvrez-le pour les voir, et notez ce qu’elles disent avec `retour receive --oral`.",
  }),
  "return.unreadable": ({ count }) => ({
    message:
      count === 1
        ? "une partie du fichier n’a pas pu être lue : ses mots manquent"
        : `${String(count)} parties du fichier n’ont pas pu être lues : leurs mots manquent`,
    hint: "Ouvrez le fichier, enregistrez-le de nouveau en .docx ou .odt, puis reprenez.",
  }),
  "return.damaged": () => ({
    message: "le fichier est abîmé : ce qui pouvait être lu l’a été, il peut manquer des mots",
    hint: "Ouvrez-le dans Word ou LibreOffice, enregistrez-le de nouveau, puis reprenez ; ou comparez les corrections avec lui.",
  }),
  "return.formatting-only": ({ count }) => ({
    message:
      count === 1
        ? "un changement ne touche que la mise en forme : il n’est pas compté comme une correction"
        : `${String(count)} changements ne touchent que la mise en forme : ils ne sont pas comptés comme des corrections`,
  }),
  "return.comments-resolved": ({ count }) => ({
    message:
      count === 1
        ? "un commentaire avait été marqué comme résolu : il est gardé, puisqu’il a été écrit"
        : `${String(count)} commentaires avaient été marqués comme résolus : ils sont gardés, puisqu’ils ont été écrits`,
  }),
  "return.several-authors": ({ count }) => ({
    message: `${String(count)} personnes ont modifié ce fichier : tout est noté au nom de celle dont c’est l’exemplaire`,
    hint: "Si quelqu’un d’autre a répondu dans le même fichier, demandez-lui ce qui est de sa main.",
  }),
  "receive.name-written-back": ({ section }) => ({
    message: `un vrai nom a été écrit à la place de son pseudonyme dans la section « ${section} » : ce n’est pas un changement, rien n’en est gardé`,
    hint: "Le fichier reçu reste tel quel dans returns/. Si la personne demande à être nommée, c’est à dire au groupe.",
  }),
  "oral.unknown-section": ({ section, edition, known }) => ({
    message: `il n’y a pas de section « ${section} » dans ${edition}`,
    hint: `Sections envoyées : ${known}`,
  }),
  "oral.several-groups": ({ participant, groups }) => ({
    message: `${participant} appartient à plusieurs groupes : ${groups}`,
    hint: "Précisez le groupe devant la section (--section g1/peur), ou l’édition (--edition r02).",
  }),
  "oral.no-words": () => ({
    message: "il manque les mots qui ont été dits",
    hint: 'Donnez-les avec --text "…".',
  }),
  "correction.unknown": ({ correction }) => ({
    message: `il n’y a pas de correction ${correction}`,
    hint: "`retour corrections` en donne la liste.",
  }),
  "decision.text-missing": ({ correction }) => ({
    message: `il manque les mots retenus à la place, pour ${correction}`,
    hint: `retour decide ${correction} adapted --text "…"`,
  }),
  "decision.reason-missing": ({ correction }) => ({
    message: `il manque la raison pour laquelle ${correction} n’est pas suivie`,
    hint: `La personne a droit à une raison : retour decide ${correction} declined --reason "…"`,
  }),
  "decide.purged": ({ correction, day }) => ({
    message: `${correction} est arrivée dans un retour qui devait disparaître après le ${day}, et ses mots ont été supprimés : ce qui en a été décidé reste`,
    hint: "Pour changer ce que dit le document, écrivez-le dans retours/, à la main.",
  }),
  "decide.withdrawal-stands": ({ correction }) => ({
    message: `${correction} retire des paroles : chacun peut retirer les siennes, sans avoir à dire pourquoi`,
    hint: `Intégrez-la : retour decide ${correction} integrated. Si ce n’est pas un retrait de ses propres paroles, dites d’abord sa nature : retour review, ou retour decide ${correction} declined --kind major --reason "…"`,
  }),
  "decide.withdrawal-said": ({ correction }) => ({
    message: `${correction} est un retrait, dit comme tel : il reste un retrait`,
    hint: `Si la personne a changé d’avis, notez-le : retour receive --oral. Si c’est vous qui l’avez confirmé par erreur, revenez sur la décision dans retour review (touche u).`,
  }),
  "decision.unknown-person": ({ person, known }) => ({
    message: `« ${person} » n’est pas une personne de l’étude`,
    hint: `--by attend un identifiant, jamais un nom : ${known}`,
  }),
  "comparison.unknown-edition": ({ edition, known }) => ({
    message: `l’édition ${edition} n’a pas été envoyée`,
    hint: known === "" ? "Rien n’a encore été envoyé : `retour send`." : `Éditions envoyées : ${known}`,
  }),
  "comparison.other-groups": ({ first, second }) => ({
    message: `${first} et ${second} ne sont pas des éditions du même groupe`,
    hint: "Comparez deux éditions d’un même document.",
  }),
  "comparison.unknown-section": ({ section, known }) => ({
    message: `il n’y a pas de section « ${section} » à comparer`,
    hint: `Sections : ${known}`,
  }),
  "comparison.no-return": ({ participant, known }) => ({
    message: `rien n’est revenu de ${participant}`,
    hint: known === "" ? "Aucun retour n’a encore été reçu." : `Retours reçus de : ${known}`,
  }),
  "comparison.nothing-sent": () => ({
    message: "rien n’a encore été envoyé : il n’y a rien à comparer",
    hint: "`retour send`, puis `retour receive` quand les réponses arrivent.",
  }),
  "comparison.never-validated": () => ({
    message: "aucune section de ces documents n’a encore été validée",
    hint: "`retour diff` sans option compare ce qui est revenu avec ce qui a été envoyé.",
  }),
  "report.unknown": ({ name, known }) => ({
    message: `il n’y a pas de rapport « ${name} »`,
    hint: `Rapports possibles : ${known}`,
  }),
  "report.unknown-format": ({ format, known }) => ({
    message: `un rapport ne s’écrit pas au format « ${format} »`,
    hint: `Formats possibles : ${known}`,
  }),
  "report.nothing-asked": ({ group }) => ({
    message: `personne du groupe ${group} n’a encore rien demandé : il n’y a pas de suites à donner`,
    hint: "Recevez d’abord les réponses avec `retour receive`.",
  }),
  "report.leak-name": ({ where, name }) => ({
    message: `le vrai nom de « ${name} » y est${where === "" ? "" : ` (${where})`} : aucun rapport n’a été écrit`,
    hint: "Dans les mots de la personne, tels qu’elle les a écrits : retour vault apply les remplace. Dans la raison d’une décision (retour decide), les mots choisis ou le modèle, corrigez-le vous-même. Si ce mot, écrit ainsi, n’est pas un nom, dites-le au coffre : retour vault ignore.",
  }),
  "report.leak-withdrawn": ({ where }) => ({
    message: `des paroles retirées y sont${where === "" ? "" : ` (${where})`} : aucun rapport n’a été écrit`,
    hint: "La personne les a retirées. Enlevez-les de la raison d’une décision, des mots choisis ou du modèle.",
  }),
  "report.names-someone": ({ correction, participant }) => ({
    message: `la raison donnée pour ${correction} nomme une autre personne : elle n’est pas écrite dans ce que reçoit ${participant}`,
    hint: `Dites-la de vive voix, ou donnez-la sans nommer personne en reprenant la même décision : retour decide ${correction} … --reason "…"`,
  }),
  "review.no-terminal": () => ({
    message: "`review` pose des questions, et personne ne peut répondre ici",
    hint: "Lancez-la dans un terminal, ou décidez sans question : retour decide c001 integrated",
  }),
};

const many = (count: number, one: string, several: string): string =>
  `${String(count)} ${count > 1 ? several : one}`;

export const correctionTexts: Texts<CorrectionTexts> = {
  "send.done": ({ edition, people, copies, folder }) =>
    `Édition ${edition} figée. ${many(copies, "exemplaire", "exemplaires")} pour ${many(people, "personne", "personnes")}, dans ${folder}`,
  "send.again": ({ edition, people, copies, folder }) =>
    `Édition ${edition}, déjà envoyée : ${many(copies, "exemplaire", "exemplaires")} pour ${many(people, "personne", "personnes")}, dans ${folder}`,
  "send.person": ({ person, formats }) => `${person} : ${formats}`,
  "send.answer-by": ({ day }) => `La lettre demande de répondre d’ici le ${day}.`,
  "send.next": () =>
    "Remettez à chacun le sien ; quand une réponse arrive : retour receive FICHIER. Ne pas répondre n’est pas être d’accord.",
  "receive.return": ({ copy, person, count }) =>
    `${copy} (${person}) : ${count === 0 ? "aucune correction" : many(count, "correction", "corrections")}`,
  "receive.replaced-names": ({ names }) =>
    names === 1 ? "un nom remplacé" : `${String(names)} noms remplacés`,
  "receive.next": () => "Ensuite : retour diff, retour review",
  "receive.who": () => "Qui",
  "receive.files": () => "Retour",
  "receive.corrections": () => "Corrections",
  "receive.unplaced": () => "Non placé",
  "receive.repeated": () => "déjà reçu",
  "receive.no-corrections": () => "aucune",
  "receive.progress": ({ file }) => `lecture de ${file}`,
  "receive.silent": ({ edition, people }) =>
    `N’ont pas encore répondu à ${edition} : ${people}. Ne pas répondre n’est pas être d’accord.`,
  "receive.all-answered": ({ edition }) => `Tout le monde a répondu à ${edition}.`,
  "receive.refused": ({ count, files }) =>
    `${count > 1 ? `${String(count)} fichiers n’ont pas été reçus` : "Un fichier n’a pas été reçu"} (la raison est dite plus haut) : ${files}`,
  "receive.left-aside": ({ count, files }) =>
    `${count > 1 ? `${String(count)} fichiers laissés de côté` : "Un fichier laissé de côté"} : ${files}`,
  "return-format.docx": () => "Word",
  "return-format.odt": () => "LibreOffice",
  "return-format.json": () => "page",
  "return-format.md": () => "Markdown",
  "return-format.txt": () => "texte",
  "return-format.eml": () => "courriel",
  "return-format.oral": () => "de vive voix",
  "loss.title": () => "N’a pas pu être placé :",
  "loss.whole": () =>
    "Dit sur l’ensemble du texte, gardé tel quel avec ce retour (sans devenir une correction) :",
  "loss.aside": ({ lines, file }) =>
    `Laissé de côté et compté seulement : ${lines}. Pour le lire : ${file === "" ? "l’original, dans returns/" : file}`,
  "loss.place.attribution": ({ lines }) =>
    `${many(lines, "ligne", "lignes")} d’en-tête ou « Le …, … a écrit »`,
  "loss.place.greeting": ({ lines }) => `${many(lines, "ligne", "lignes")} de salutation`,
  "loss.place.signature": ({ lines }) => `${many(lines, "ligne", "lignes")} de formule ou de signature`,
  "loss.place.quoted": ({ lines }) =>
    `${many(lines, "ligne citée qui n’est", "lignes citées qui ne sont")} pas de l’exemplaire`,
  "loss.place.attachment": ({ kind }) => `pièce jointe que l’on ne lit pas (${kind === "" ? "?" : kind})`,
  "loss.place.remark": () => "remarque sans section",
  "loss.place.letter": () => "dans la lettre",
  "loss.place.presentation": () => "avant la première section",
  "loss.place.front-matter": () => "dans les lignes du tout début",
  "loss.place.moved": ({ section }) => `section déplacée (${section})`,
  "loss.place.layout": ({ section }) => `paragraphes coupés ou réunis (${section})`,
  "corrections.none": () => "Aucune correction.",
  "corrections.count": ({ count, pending }) =>
    `${many(count, "correction", "corrections")}, ${pending === 0 ? "aucune en attente" : `${String(pending)} en attente`}`,
  "correction.kind-proposed": ({ kind }) => `${kind}, à confirmer`,
  "correction.pending": () => "en attente",
  "correction.decided": ({ outcome, by, reason }) =>
    `${outcome}, par ${by}${reason === "" ? "" : ` : ${reason}`}`,
  "correction.brought-in": () => "portée dans le document",
  "correction.by-hand": () => "comptée comme écrite à la main dans le document, à relire",
  "correction.conflicts": ({ ids }) => `demande autre chose que ${ids}`,
  "correction.agrees": ({ ids }) => `demande la même chose que ${ids}`,
  "decide.done": ({ id, outcome }) => `${id} : ${outcome}`,
  "decide.to-take-out": ({ id, outcome }) =>
    `${id} : ${outcome} (le document la suit encore : retour integrate l’en retire)`,
  "decide.to-integrate": ({ id, outcome }) => `${id} : ${outcome} (à porter : retour integrate)`,
  "integrate.applied": ({ ids, documents }) => `Portées dans ${documents} : ${ids}`,
  "integrate.nothing": () => "Aucune correction décidée n’attend d’être portée dans le document.",
  "integrate.already": ({ ids }) => `Rien à changer pour ${ids} : le document le dit déjà`,
  "integrate.by-hand": ({ ids }) =>
    `Sans mots à reprendre, comptées comme écrites à la main puisque leur section a changé : ${ids}`,
  "integrate.conflict": ({ ids, section, reason }) => `Pas portées (${section}) : ${ids} — ${reason}`,
  "diff.none": () => "Aucune différence.",
  "diff.title": () => "Comparaison",
  "diff.now": () => "le document aujourd’hui",
  "diff.people": () => "Personnes",
  "diff.unchanged": ({ count }) =>
    count > 1 ? `${String(count)} phrases sans changement` : "une phrase sans changement",
  "diff.agree": ({ people }) => `${people} demandent la même chose`,
  "diff.agree-partly": ({ people }) => `${people} demandent en partie la même chose`,
  "diff.contradict": ({ people }) => `${people} demandent des choses différentes des mêmes mots`,
  "diff.keep": ({ people, others }) => `à garder pour ${people}, à changer pour ${others}`,
  "diff.nothing-here": () => "(rien à cet endroit)",
  "diff.whole-section": () => "Sur la section entière",
  "diff.adapted": ({ words }) => `mots retenus : ${words}`,
  "diff.goes-on": () => "suite",
  "diff.page.names": ({ attribution }) =>
    attribution === "none"
      ? "Sur cette page, chacun n’a que son numéro dans l’étude : c’est ce que l’étude permet."
      : `Sur cette page, chacun a son numéro et ${attribution === "pseudonym" ? "son pseudonyme" : "sa description"}, comme l’étude le permet ; aucun vrai nom. Elle est pour le groupe, en séance.`,
  "diff.page.marks": ({ removed, added }) => `${removed} : à enlever. ${added} : à mettre.`,
  "diff.page.removed": () => "barré",
  "diff.page.added": () => "souligné",
  "diff.page.filters": () => "Choisir ce qui est montré",
  "diff.page.sections": () => "Sections",
  "diff.page.kinds": () => "Nature",
  "diff.page.all": () => "Tout cocher",
  "diff.page.none": () => "Tout décocher",
  "diff.page.shown": ({ shown, total }) => `Passages montrés : ${shown} sur ${total}`,
  "diff.page.unfold": () => "Montrer aussi les phrases sans changement",
  "review.position": ({ number, count }) => `${String(number)}/${String(count)}`,
  "review.choose": () => "Que devient cette correction ?",
  "review.integrate": () => "l’intégrer telle quelle",
  "review.adapt": () => "l’adapter, avec d’autres mots",
  "review.decline": () => "ne pas la suivre, et dire pourquoi",
  "review.record": () => "la garder comme désaccord, dans la section",
  "review.kind": () => "changer sa nature",
  "review.skip": () => "y revenir plus tard",
  "review.stop": () => "s’arrêter là",
  "correction.moved": ({ first, second }) => `déplacé : ${first} et ${second} vont ensemble`,
  "review.section": ({ section, inSection, ofSection }) =>
    `${section}, ${String(inSection)}/${String(ofSection)} dans cette section`,
  "review.undo": () => "revenir sur la dernière",
  "review.undone": ({ ids }) => `Défait : ${ids}. À décider de nouveau.`,
  "review.nothing-to-undo": () =>
    "Rien à défaire dans cette revue. Pour changer une décision plus ancienne : retour decide",
  "review.same": ({ people, count }) =>
    `${people} demandent la même chose : décider pour ${count > 2 ? "tous" : "les deux"} ?`,
  "review.moved": ({ first, second }) =>
    `${first} et ${second} sont un même passage déplacé : décider pour les deux ?`,
  "review.cancelled": () => "Aucun mot n’est resté dans le fichier : rien n’a été décidé.",
  "review.no-editor": () => "L’éditeur ne s’est pas ouvert (variable EDITOR). Tapez les mots ici.",
  "review.edit": ({ id, before }) =>
    `Les mots retenus pour ${id}${before === "" ? "" : `, à la place de « ${before} »`}. Écrivez-les sous ces lignes, puis enregistrez et fermez. Sans aucun mot, rien n’est décidé. Ces lignes-ci ne sont pas gardées.`,
  "history.received": ({ at }) => `${at}  reçue`,
  "history.decided": ({ at, by, outcome, words }) =>
    `${at}  ${outcome}, par ${by}${words === "" ? "" : ` : ${words}`}`,
  "history.undone": ({ at }) => `${at}  décision défaite`,
  "history.brought-in": ({ at }) => `${at}  portée dans le document`,
  "history.by-hand": ({ at }) => `${at}  comptée comme écrite à la main dans le document, à relire`,
  "history.taken-out": ({ at }) => `${at}  retirée du document`,
  "review.and": () => "et",
  "report.done": ({ count, edition, folder }) =>
    `Suites données aux réponses à ${edition} : ${many(count, "personne", "personnes")}, dans ${folder}`,
  "report.person": ({ person, asked, awaited }) =>
    `${person} : ${many(asked, "demande", "demandes")}${awaited === 0 ? "" : `, dont ${String(awaited)} en attente`}`,
  "report.next": () => "Relisez-les, puis remettez à chacun le sien, avec l’édition suivante.",
  "review.none": () => "Aucune correction n’attend de décision.",
  "review.done": ({ decided, left }) =>
    `${decided === 0 ? "Aucune décision" : many(decided, "décision notée", "décisions notées")}, ${left === 0 ? "plus rien en attente" : `${String(left)} en attente`}.`,
  "ask.answer-by": () => "Répondre d’ici quel jour ? (année-mois-jour ; rien : aucun)",
  "ask.adapted-text": () => "Les mots retenus :",
  "ask.declined-reason": () => "La raison, que la personne lira :",
  "ask.yes": () => "oui",
  "ask.no": () => "non",
  "ask.which-kind": () => "Quelle est sa nature ?",
  "ask.who-answered": ({ file }) => `De qui vient ${file} ?`,
  "ask.which-edition": ({ file }) => `À quelle édition répond ${file} ?`,
  "ask.whose-file": ({ file, stated, given }) =>
    `${file} contient l’exemplaire de ${stated}, alors que son nom, ou --from, dit ${given}. Qui a répondu ?`,
  "ask.whose-edition": ({ file, stated, given }) =>
    `${file} est un exemplaire de ${stated}, alors que --edition dit ${given}. À quelle édition répond-il ?`,
  "ask.never-made": ({ file, copy }) =>
    `${file} dit être l’exemplaire ${copy}, qui n’a jamais été fait. De qui vient-il ?`,
  "ask.same-file": ({ file, person, other }) =>
    `${file} est exactement le fichier déjà reçu de ${other}. Est-ce aussi la réponse de ${person} ?`,
  "ask.remark-section": ({ words }) => `« ${words} »\nSur quelle section ?`,
  "ask.whole-text": () => "sur l’ensemble du texte (gardé avec le retour, sans devenir une correction)",
  "ask.place-later": () => "ne pas placer maintenant (gardé parmi ce qui n’a pas été placé)",
  "ask.which-section": () => "Sur quelle section ?",
  "ask.said-words": () => "Qu’est-ce qui a été dit ?",
  "kind.nuance": () => "nuance",
  "kind.typo": () => "coquille",
  "kind.minor": () => "mineure",
  "kind.major": () => "majeure",
  "kind.disagreement": () => "désaccord",
  "kind.addition": () => "ajout",
  "kind.withdrawal": () => "retrait de ses paroles",
  "kind.strength": () => "à garder",
  "outcome.integrated": () => "intégrée",
  "outcome.adapted": () => "adaptée",
  "outcome.declined": () => "non suivie",
  "outcome.recorded": () => "gardée comme désaccord",
  "conflict.overlap": () =>
    "elles demandent des choses différentes des mêmes mots : n’en gardez qu’une, ou adaptez",
  "conflict.words-changed": () =>
    "ces mots ont changé dans le document depuis l’envoi : reprenez-les à la main, ou adaptez",
  "conflict.section-gone": () => "cette section n’est plus dans le document",
  "conflict.to-write-by-hand": () =>
    "la remarque ne propose pas de mots : écrivez-les dans le document, ou adaptez, puis relancez",
  "conflict.moved-alone": () =>
    "c’est un passage déplacé, retiré ici et remis là : décidez de même pour les deux, pour qu’il ne soit ni doublé ni perdu",
};
