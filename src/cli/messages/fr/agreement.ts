// The group's agreement and what leaves, in French.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { Audience } from "../../../study/settings.ts";
import type { Texts } from "../catalogue.ts";
import type { AgreementTexts } from "../agreement.ts";
import type { ValidationMessages } from "../../../validation/messages.ts";
import type { PublicationMessages } from "../../../publication/messages.ts";

export const validationMessages: Catalogue<ValidationMessages> = {
  "validate.who-missing": () => ({
    message: "il manque qui est d’accord",
    hint: "Nommez les personnes (--by P01,P02), ou la séance où le groupe a décidé (--group --session s04).",
  }),
  "validate.both-ways": () => ({
    message: "--by et --group ne vont pas ensemble",
    hint: "Enregistrez d’abord l’accord donné en séance, puis celui des personnes qui ont répondu à part.",
  }),
  "validate.session-missing": () => ({
    message: "il manque la séance où le groupe a décidé",
    hint: "Ajoutez --session s04. Une décision du groupe a toujours une date et des présents.",
  }),
  "validate.unknown-session": ({ session, known }) => ({
    message: `la séance « ${session} » n’est pas dans l’étude`,
    hint: known === "" ? "Ajoutez-la avec `retour session add`." : `Séances connues : ${known}`,
  }),
  "validate.session-of-another-group": ({ session, group, section }) => ({
    message: `la séance ${session} est celle du groupe ${group} : on n’y a pas décidé de « ${section} »`,
    hint: "Indiquez une séance du groupe dont c’est le document.",
  }),
  "validate.nobody-present": ({ session }) => ({
    message: `personne du groupe n’est noté présent à la séance ${session}`,
    hint: "Complétez `present:` dans retour.yaml : seuls les présents décident.",
  }),
  "validate.unknown-person": ({ person, known }) => ({
    message: `« ${person} » n’est pas une personne du groupe que l’on consulte`,
    hint: `Personnes connues : ${known}`,
  }),
  "validate.two-answers": ({ person }) => ({
    message: `${person} ne peut pas dire deux choses à la fois`,
    hint: "Gardez-la dans une seule des listes --by, --against, --abstain.",
  }),
  "validate.not-present": ({ person, session, present }) => ({
    message: `${person} n’était pas à la séance ${session}`,
    hint: `Présents : ${present}. Si ${person} a répondu à part : retour validate … --by ${person}`,
  }),
  "validate.said-since": ({ people, session, section }) => ({
    message: `de ${section}, ${people} ont dit autre chose depuis que la décision de ${session} a été enregistrée : être présents ce jour-là ne les remet pas d’accord`,
    hint: "Ajoutez --against ou --abstain pour ces personnes. Si elles sont d’accord maintenant, enregistrez d’abord leur réponse (--by).",
  }),
  "validate.not-of-group": ({ person, section, group }) => ({
    message: `${person} n’est pas du groupe ${group} et n’est pas citée dans « ${section} »`,
    hint: "Seules les personnes du groupe, et celles dont les paroles y sont citées, ont à donner leur accord.",
  }),
  "validate.not-sent": ({ section }) => ({
    message: `« ${section} » n’a encore été envoyée à personne`,
    hint: "On ne donne son accord qu’à des mots que l’on a reçus (`retour send`) ou entendus en séance (--group --session).",
  }),
  "validate.not-in-edition": ({ section, edition }) => ({
    message: `« ${section} » n’est pas dans l’édition envoyée ${edition}`,
    hint: "Envoyez l’édition suivante (`retour send`), ou enregistrez une décision prise en séance (--group --session).",
  }),
  "validate.document-changed": ({ section, edition }) => ({
    message: `« ${section} » a changé dans le document depuis l’envoi de ${edition} : l’accord porte sur les mots envoyés`,
    hint: "Les mots d’aujourd’hui ne sont pas validés pour autant. `retour diff` montre ce qui a changé.",
  }),
  "validate.already": ({ section }) => ({
    message: `« ${section} » : ces accords étaient déjà enregistrés sur ces mots ; rien de nouveau`,
  }),
  "validate.audience-missing": () => ({
    message: "--only-audience demande un public",
    hint: "Ajoutez --audience group, institution ou public : jusqu’où ces mots peuvent-ils aller ?",
  }),
  "validate.group-is-words": () => ({
    message: "que le groupe lise ces mots se décide avec les mots eux-mêmes",
    hint: "Pour s’opposer aux mots, laissez --audience et --only-audience de côté ; pour s’opposer à ce qu’ils sortent du groupe, dites --audience institution.",
  }),
  "validate.session-to-come": ({ session, day }) => ({
    message: `la séance ${session} est datée du ${day}, qui n’est pas encore venu`,
    hint: "Si elle a eu lieu, corrigez sa date dans retour.yaml : l’accord porte cette date.",
  }),
  "validate.sittings-means": () => ({
    message: "--sittings est pour une lecture à voix haute",
    hint: "Laissez --means de côté, ou donnez --means read-aloud.",
  }),
  "validate.bad-day": ({ value }) => ({
    message: `« ${value} » n’est pas un jour`,
    hint: "Écrivez les jours ainsi, séparés par des virgules : --sittings 2026-05-10,2026-05-17",
  }),
  "validate.day-to-come": ({ value }) => ({
    message: `le ${value} n’est pas encore venu`,
    hint: "On n’enregistre une lecture à voix haute qu’une fois qu’elle a eu lieu.",
  }),
  "validate.days-order": ({ value }) => ({
    message: `le ${value} ne vient pas après le jour qui le précède`,
    hint: "Donnez chaque jour une fois, du premier au dernier.",
  }),
  "validate.note-needs-group": () => ({
    message: "une note à côté d’une section se décide en groupe",
    hint: "Ajoutez --group et la séance où le groupe l’a voulue : --group --session s08.",
  }),
  "validate.note-empty": () => ({
    message: "la note est vide",
    hint: 'Écrivez ce que le groupe laisse dire à côté de la section, sans nommer personne : --note "…"',
  }),
  "validate.note-names": ({ section, people }) => ({
    message: `la note à côté de « ${section} » nomme ${people}`,
    hint: "Elle sortira avec la section. Pour que personne n’y soit reconnu, enregistrez-la sans identifiant ni pseudonyme.",
  }),
  "validate.note-without-opposition": ({ section }) => ({
    message: `personne ne s’oppose à « ${section} » : la note n’accompagnera rien`,
    hint: "Enregistrez l’opposition qu’elle exprime avec --against P04 ; la note ne sort qu’à côté d’une opposition.",
  }),
};

export const publicationMessages: Catalogue<PublicationMessages> = {
  "export.later-format": ({ format }) => ({
    message: `l’export en ${format} n’existe pas encore`,
    hint: "Exportez en md ou en html ; Word et LibreOffice ouvrent la page html.",
  }),
  "export.unknown-format": ({ format, known }) => ({
    message: `le format « ${format} » n’est pas connu`,
    hint: `Formats possibles : ${known}`,
  }),
  "export.folder-taken": ({ folder }) => ({
    message: `${folder} existe déjà et n’est pas un dossier vide`,
    hint: "Donnez à --out le nom d’un dossier nouveau : un export ne recouvre jamais rien.",
  }),
  "export.folder-forbidden": ({ folder }) => ({
    message: `un export ne va pas dans ${folder}, qui tient ce qui ne doit pas sortir de l’étude`,
    hint: "Choisissez un autre dossier, ou laissez --out de côté : l’export ira dans exports/.",
  }),
  "export.finished": ({ folder }) => ({
    message: `un export avait été interrompu au dernier moment : ${folder} est maintenant en place`,
  }),
  "export.altered": () => ({
    message:
      "le registre a été modifié à la main : il ne prouve plus ce que le groupe a dit, et rien n’a été écrit",
    hint: "Comparez avec une sauvegarde, et reprenez-la avec `retour restore`. `retour audit` dit ce qui a changé.",
  }),
  "export.leak-name": ({ where, name }) => ({
    message: `le vrai nom de « ${name} » y est${where === "" ? "" : ` (${where})`} : rien n’a été écrit`,
    hint: "Remplacez ce nom dans le document, et faites valider ces mots à nouveau, ou dans le modèle. Si ce mot, écrit ainsi, n’est pas un nom, dites-le au coffre : retour vault ignore.",
  }),
  "export.leak-withdrawn": ({ where }) => ({
    message: `des paroles retirées y sont${where === "" ? "" : ` (${where})`} : rien n’a été écrit`,
    hint: "La personne les a retirées. Enlevez-les du document ou du modèle, puis recommencez.",
  }),
  "export.leak-unvalidated": ({ where, from }) => ({
    message: `une phrase que personne n’a validée y est${where === "" ? "" : ` (${where})`}, elle vient de ${from} : rien n’a été écrit`,
    hint: "Si elle est dans un titre de retour.yaml ou dans un modèle de l’étude (templates/), enlevez-la. Sinon, faites valider la section où elle est.",
  }),
  "verify.manifest-changed": ({ path }) => ({
    message: `${path} : ce fichier n’est plus tel qu’il a été exporté`,
    hint: "Ce qu’il dit de l’export ne prouve plus rien. Reprenez-en l’original.",
  }),
  "verify.no-manifest": ({ folder }) => ({
    message: `${folder} n’a pas de manifeste (manifest.json)`,
    hint: "Sans son manifeste, on ne peut rien prouver de cet export. Est-ce le bon dossier ?",
  }),
  "verify.bad-manifest": ({ folder }) => ({
    message: `le manifeste de ${folder} n’est pas lisible`,
    hint: "Il a été abîmé, ou vient d’une autre version de retour. Reprenez l’export d’origine.",
  }),
  "verify.path-refused": ({ path }) => ({
    message: `le manifeste nomme un fichier hors de l’export : ${path}`,
    hint: "Ce manifeste n’a pas été fait par retour. Ne diffusez pas ce dossier.",
  }),
  "verify.link": ({ path }) => ({
    message: `${path} est un lien vers autre chose, pas un fichier de l’export`,
    hint: "Retirez-le : un export ne contient que ses propres fichiers.",
  }),
  "verify.not-folder": ({ file }) => ({
    message: `${file} est un fichier, pas un export`,
    hint: "Donnez le dossier de l’export, celui qui contient manifest.json.",
  }),
  "verify.folder-link": ({ folder }) => ({
    message: `${folder} est un lien vers un autre dossier`,
    hint: "Ce vers quoi il mène peut changer après cette vérification. Vérifiez le dossier lui-même, et diffusez celui-là.",
  }),
  "verify.other-export": ({ made, export: found, day, audience }) => ({
    message: `ce dossier est celui de l’export ${made}, et contient un autre export : ${found}, du ${day} (${audience})`,
    hint: "Chacun peut être juste ; pas à la place de l’autre. Remettez chaque export dans son dossier, ou refaites-le avec `retour export`.",
  }),
  "verify.file-missing": ({ path }) => ({
    message: `${path} manque`,
    hint: "Reprenez l’export d’origine, ou refaites-le avec `retour export`.",
  }),
  "verify.file-changed": ({ path }) => ({
    message: `${path} n’est plus tel qu’il a été exporté`,
    hint: "Ses mots ne sont plus ceux qui ont été validés. Reprenez l’export d’origine.",
  }),
  "verify.file-added": ({ path }) => ({
    message: `${path} n’était pas dans l’export`,
    hint: "Retirez-le avant de diffuser le dossier.",
  }),
  "verify.other-study": () => ({
    message: "cet export vient d’une autre étude",
    hint: "Vérifiez-le depuis le dossier de son étude (--study), ou hors de toute étude pour ses seuls fichiers.",
  }),
  "verify.not-recorded": () => ({
    message: "le registre ne connaît pas cet export, ou n’en dit plus la même chose",
    hint: "Le manifeste ou le registre a été modifié. `retour audit` dit ce qui l’a été dans le registre.",
  }),
  "verify.sections-differ": () => ({
    message: "le manifeste et le registre ne nomment pas les mêmes sections",
    hint: "L’un des deux a été modifié. `retour audit` dit ce qui l’a été dans le registre.",
  }),
  "verify.not-agreed": ({ section }) => ({
    message: `aucun accord n’est enregistré sur les mots exportés de « ${section} »`,
    hint: "Rappelez cet export : cette section n’aurait pas dû sortir.",
  }),
  "verify.ledger-changed": ({ section }) => ({
    message: `l’accord sur « ${section} » a été modifié dans le registre depuis qu’il a été donné`,
    hint: "`retour audit` dit ce qui a été modifié ; comparez avec une sauvegarde.",
  }),
  "verify.withdrawn": ({ section }) => ({
    message: `${section} : des paroles qui y étaient ont été retirées depuis`,
    hint: "Rappelez cet export auprès de ceux qui l’ont reçu. Ses fichiers n’ont pas été falsifiés : ils ont été ôtés de l’étude.",
  }),
  "verify.named": ({ section }) => ({
    message: `${section} : un vrai nom y est sorti, remplacé depuis dans l’étude`,
    hint: "Rappelez cet export auprès de ceux qui l’ont reçu, aujourd’hui. Rien n’a été falsifié : ses fichiers ont été ôtés de l’étude.",
  }),
  "verify.no-longer": ({ section }) => ({
    message: `depuis, la section « ${section} » n’est plus validée dans ces mots`,
    hint: "L’export reste ce qu’il était ; `retour status` dit où en est la section. Parlez-en au groupe avant de le diffuser encore.",
  }),
  "verify.journal": () => ({
    message: "l’export ne se rattache plus à la chaîne du journal",
    hint: "Le journal ou le manifeste a été modifié. `retour audit` dit où la chaîne est rompue.",
  }),
};

const audienceWords: Readonly<Record<Audience, string>> = {
  group: "le groupe",
  institution: "les institutions",
  public: "le public",
};

const sections = (count: number): string => (count > 1 ? `${String(count)} sections` : "1 section");

export const agreementTexts: Texts<AgreementTexts> = {
  "reason.never-sent": () => "pas encore envoyée au groupe",
  "reason.changed-since-sent": () =>
    "a changé depuis le dernier envoi : ces mots-là, personne ne les a reçus",
  "reason.pending": ({ count }) =>
    count > 1 ? `${String(count)} rectificatifs en attente` : "1 rectificatif en attente",
  "reason.against": ({ people }) => `opposition de ${people}`,
  "reason.abstained": ({ people }) => `abstention de ${people}`,
  "reason.corrected": ({ people }) => `avaient répondu, puis ont demandé un rectificatif : ${people}`,
  "reason.quoted": ({ people }) => `sont cités et n’ont pas donné leur accord : ${people}`,
  "reason.unknown-turns": ({ turns }) =>
    `cite des paroles dont on ne sait pas de qui elles sont : ${turns} (retour speakers)`,
  "reason.quorum": ({ agreed, needed }) => `${String(agreed)} d’accord, il en faut ${String(needed)}`,
  "reason.minimum": ({ agreed, needed }) =>
    `${String(agreed)} d’accord, il en faut au moins ${String(needed)}`,
  "reason.audience-not-decided": ({ audience, people }) =>
    `d’accord sur les mots, n’ont pas dit s’ils peuvent aller vers ${audienceWords[audience]} : ${people}`,
  "reason.audience-against": ({ audience, people }) =>
    `ne veulent pas que ces mots aillent vers ${audienceWords[audience]} : ${people}`,
  "reason.no-session": () => "le groupe n’en a pas décidé en séance",
  "reason.rule-changed": ({ audience }) =>
    `la règle a été changée dans retour.yaml depuis que chacun s’est exprimé${audience === "group" ? "" : ` sur leur envoi vers ${audienceWords[audience]}`}, et celle d’alors n’est pas remplie : redemandez au groupe, puis enregistrez sa réponse avec retour validate${audience === "group" ? "" : ` --audience ${audience}`}`,
  "reason.not-present": ({ session, people }) =>
    `comptés d’accord en ${session}, ne sont plus dans son \`present\` (retour.yaml), et leur oui ne compte plus : enregistrez de nouveau la décision (retour validate … --group --session ${session}), ou demandez-leur à eux-mêmes : ${people}`,
  "reason.silent": ({ people }) => `n’ont rien dit (se taire n’est pas être d’accord) : ${people}`,
  "reason.ask-again": ({ people }) => `n’ont rien dit, à redemander : ${people}`,
  "reason.lapsed": ({ was, now }) =>
    was === "" && now === ""
      ? "a été validée dans une autre mise en forme"
      : was === ""
        ? `ajouté depuis l’accord : « ${now} »`
        : now === ""
          ? `retiré depuis l’accord : « ${was} »`
          : `l’accord portait sur « ${was} », le document dit « ${now} »`,
  "reason.name-replaced": () => "un vrai nom y a été remplacé depuis l’accord : l’accord est à redemander",
  "reason.withdrawn-words": () =>
    "quelqu’un a retiré des paroles qui y étaient citées : l’accord est à redemander",
  "reason.lapsed-more": ({ count }) =>
    `et ${String(count)} autre${count > 1 ? "s" : ""} changement${count > 1 ? "s" : ""} : retour diff --since-validated`,
  "reason.withdrawn": ({ people, corrections }) =>
    `${people} a retiré des paroles qui y sont encore (${corrections})`,
  "reason.narrower": ({ audience, wanted }) =>
    `validée pour ${audienceWords[audience]}, pas pour ${audienceWords[wanted]}`,
  "reason.fingerprint-mismatch": () =>
    "le registre ne tient plus les mots qui ont été validés : lancez retour audit",
  "reason.opposition-hidden": ({ count }) =>
    `${count === 1 ? "quelqu’un s’y oppose" : `${String(count)} personnes s’y opposent`}, et rien ne le dit à côté : que le groupe laisse une note (retour validate, --note), ou en reparle`,
  "reason.consent": ({ people, audience }) =>
    `cite des personnes qui n’ont pas consenti à ${audience === "public" ? "être citées dans ce qui est publié" : "être citées"} : ${people}`,
  "reason.unknown-speaker": ({ turns }) =>
    `cite des paroles dont on ne sait pas qui les a dites, ni donc qui y consent : ${turns}`,
  "reason.attribution": ({ people }) =>
    `le nom sous la citation n’est pas celui que la personne a accepté : ${people}`,
  "reason.not-clean": () =>
    "une référence de tour ou une marque privée n’a pas pu en être retirée : simplifiez sa mise en forme",
  "state.draft": () => "brouillon",
  "state.sent": () => "envoyée",
  "state.corrected": () => "à rectifier",
  "state.validated": () => "validée",
  "state.lapsed": () => "caduque",
  "state.refused": () => "refusée",
  "state.withdrawn": () => "retirée",
  "audience.group": () => "groupe",
  "audience.institution": () => "institutions",
  "audience.public": () => "public",
  "heading.state": () => "état",
  "heading.section": () => "section",
  "heading.audience": () => "jusqu’où",
  "heading.agreed": () => "oui",
  "heading.against": () => "non",
  "heading.abstained": () => "abst.",
  "heading.silent": () => "silence",
  "heading.pending": () => "attente",
  "status.edition": ({ edition }) => `Édition ${edition}`,
  "status.editions": ({ editions }) => `Éditions : ${editions}`,
  "status.no-document": () =>
    "Pas encore de document. Importez et codez une séance, puis lancez `retour build`.",
  "status.counts": ({ agreed, against, abstained, silent, pending }) =>
    `${String(agreed)} oui, ${String(against)} non, ${abstained > 0 ? `${String(abstained)} abst., ` : ""}${String(silent)} en silence, ${String(pending)} en attente`,
  "status.answered": ({ people }) => `Ont répondu : ${people}`,
  "status.not-answered": ({ people }) => `N’ont pas répondu : ${people}`,
  "status.nothing-sent": () => "Rien n’a encore été envoyé.",
  "answer.agreed": () => "d’accord",
  "answer.against": () => "contre",
  "answer.abstained": () => "s’abstient",
  "answer.silent": () => "n’a rien dit",
  "answer.consulted": () => "consulté, ne décide pas",
  "status.rule": ({ rule }) => `règle de cette partie : ${rule}`,
  "status.consulted": ({ people }) => `consultés, ne décident pas : ${people}`,
  "status.read-aloud": ({ days }) => `lue à voix haute : ${days}`,
  "status.note": () => "une note accompagne l’opposition",
  "status.ask-now": ({ people }) => `à qui redemander maintenant : ${people}`,
  "status.ask-from": ({ people, day }) => `à qui redemander à partir du ${day} : ${people}`,
  "by-rule.unanimity": () => "toutes les personnes du groupe",
  "by-rule.quorum": ({ percent }) => `${String(percent)} % du groupe`,
  "by-rule.group-session": () => "décision en séance",
  "by-rule.delegates": ({ people }) => `décision laissée à ${people}`,
  "by-rule.minimum": ({ minimum }) => `au moins ${String(minimum)} personnes d’accord`,
  "by-rule.quoted": () => "qui est cité doit être d’accord",
  "by-rule.not-quoted": () => "même sans l’accord de qui est cité",
  "validate.section": ({ section, state, audience }) =>
    audience === "" ? `${section} : ${state}` : `${section} : ${state} (${audience})`,
  "validate.recorded": ({ agree, against, abstain, consulted, session, about, audience }) => {
    const said = [
      ["d’accord", agree],
      ["contre", against],
      [abstain.includes(", ") ? "s’abstiennent" : "s’abstient", abstain],
    ] as const;
    const lists = said.flatMap(([what, who]) => (who !== "" ? [`${what} : ${who}`] : []));
    if (session !== "" && lists.length > 0) lists[0] = `${lists[0] ?? ""} (présents en ${session})`;
    const reach = {
      words: "sur les mots seuls",
      audience: `jusqu’où : ${audience}, sans rien dire des mots`,
      both: `jusqu’où : ${audience}`,
    };
    const heard = consulted === "" ? [] : [`consultés : ${consulted}`];
    const text = [...lists, ...heard, ...(lists.length > 0 ? [reach[about]] : [])].join(" ; ");
    return text.charAt(0).toUpperCase() + text.slice(1);
  },
  "validate.noted": () => "La note accompagnera l’opposition.",
  "validate.how-far": ({ audience }) =>
    `Ces personnes ont-elles aussi dit que ces mots peuvent aller vers ${audienceWords[audience]} ?`,
  "validate.present": () => "Présents selon retour.yaml ; corrigez `present` si quelqu’un manquait.",
  "export.done": ({ count, folder, audience }) =>
    `${sections(count)} pour ${audienceWords[audience]}, dans ${folder}`,
  "export.would": ({ count, folder, audience }) =>
    `${sections(count)} pour ${audienceWords[audience]} irai${count > 1 ? "en" : ""}t dans ${folder}`,
  "export.nothing": ({ audience }) =>
    `Rien n’est validé pour ${audienceWords[audience]} : rien n’a été écrit.`,
  "export.held-back": ({ count }) =>
    count > 1 ? `${String(count)} sections sont retenues :` : "1 section est retenue :",
  "export.accept": () =>
    "L’export est complet pour ce qui est validé ; la commande signale seulement ce qui manque. Avec --only-validated, elle l’accepte.",
  "export.next": ({ folder }) =>
    `Pour vérifier cet export, aujourd’hui ou dans un an : retour verify ${folder}`,
  "verify.ok": ({ folder }) =>
    `${folder} est tel qu’il a été exporté, et chaque section a été validée dans ces mots.`,
  "verify.ok-files": ({ folder }) =>
    `Les fichiers de ${folder} sont tels qu’ils ont été exportés. Hors de l’étude, les accords ne peuvent pas être vérifiés.`,
  "verify.found": ({ count }) =>
    count > 1 ? `${String(count)} choses ne vont pas.` : "Une chose ne va pas.",
};
