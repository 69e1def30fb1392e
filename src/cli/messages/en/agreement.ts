// The group's agreement and what leaves, in English.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { Audience } from "../../../study/settings.ts";
import type { Texts } from "../catalogue.ts";
import type { AgreementTexts } from "../agreement.ts";
import type { ValidationMessages } from "../../../validation/messages.ts";
import type { PublicationMessages } from "../../../publication/messages.ts";

export const validationMessages: Catalogue<ValidationMessages> = {
  "validate.who-missing": () => ({
    message: "it does not say who agrees",
    hint: "Name the persons (--by P01,P02), or the session where the group decided (--group --session s04).",
  }),
  "validate.both-ways": () => ({
    message: "--by and --group do not go together",
    hint: "Record what was agreed in session first, then the persons who answered apart.",
  }),
  "validate.session-missing": () => ({
    message: "the session where the group decided is missing",
    hint: "Add --session s04. A decision of the group always has a date and people present.",
  }),
  "validate.unknown-session": ({ session, known }) => ({
    message: `session "${session}" is not in the study`,
    hint: known === "" ? "Add it with `retour session add`." : `Known sessions: ${known}`,
  }),
  "validate.session-of-another-group": ({ session, group, section }) => ({
    message: `session ${session} is one of group ${group}: "${section}" was not decided there`,
    hint: "Name a session of the group whose document it is.",
  }),
  "validate.nobody-present": ({ session }) => ({
    message: `nobody of the group is noted as present at session ${session}`,
    hint: "Complete `present:` in retour.yaml: only those present decide.",
  }),
  "validate.unknown-person": ({ person, known }) => ({
    message: `"${person}" is not a participant of the study`,
    hint: `Known participants: ${known}`,
  }),
  "validate.two-answers": ({ person }) => ({
    message: `${person} cannot say two things at once`,
    hint: "Keep them in only one of --by, --against, --abstain.",
  }),
  "validate.not-present": ({ person, session, present }) => ({
    message: `${person} was not at session ${session}`,
    hint: `Present: ${present}. If ${person} answered apart: retour validate … --by ${person}`,
  }),
  "validate.said-since": ({ people, session, section }) => ({
    message: `of ${section}, ${people} said otherwise since the decision of ${session} was recorded: having been present that day does not make them agree again`,
    hint: "Add --against or --abstain for them. If they agree now, record their answer first (--by).",
  }),
  "validate.not-of-group": ({ person, section, group }) => ({
    message: `${person} is not of group ${group} and is not quoted in "${section}"`,
    hint: "Only the people of the group, and those whose words are quoted in it, are asked to agree.",
  }),
  "validate.not-sent": ({ section }) => ({
    message: `"${section}" has not been sent to anyone yet`,
    hint: "One agrees only to words one has received (`retour send`) or heard in session (--group --session).",
  }),
  "validate.not-in-edition": ({ section, edition }) => ({
    message: `"${section}" is not in the sent edition ${edition}`,
    hint: "Send the next edition (`retour send`), or record a decision made in session (--group --session).",
  }),
  "validate.document-changed": ({ section, edition }) => ({
    message: `"${section}" has changed in the document since ${edition} was sent: the agreement is to the words sent`,
    hint: "Today's words are not validated by it. `retour diff` shows what has changed.",
  }),
  "validate.already": ({ section }) => ({
    message: `"${section}": these answers on these words were already recorded; nothing new`,
  }),
  "validate.audience-missing": () => ({
    message: "--only-audience needs an audience",
    hint: "Add --audience group, institution or public: how far may these words go?",
  }),
  "validate.group-is-words": () => ({
    message: "whether the group reads these words is decided with the words themselves",
    hint: "To oppose the words, leave --audience and --only-audience out; to oppose their leaving the group, say --audience institution.",
  }),
  "validate.session-to-come": ({ session, day }) => ({
    message: `session ${session} is dated ${day}, a day that has not come yet`,
    hint: "If it was held, correct its date in retour.yaml: the agreement bears that date.",
  }),
  "validate.sittings-means": () => ({
    message: "--sittings is for words that were read aloud",
    hint: "Leave --means out, or give --means read-aloud.",
  }),
  "validate.bad-day": ({ value }) => ({
    message: `"${value}" is not a day`,
    hint: "Write days like this, with commas between them: --sittings 2026-05-10,2026-05-17",
  }),
  "validate.day-to-come": ({ value }) => ({
    message: `${value} has not come yet`,
    hint: "A reading aloud is recorded once it has been held.",
  }),
  "validate.days-order": ({ value }) => ({
    message: `${value} does not come after the day before it`,
    hint: "Give each day once, from the first to the last.",
  }),
  "validate.note-needs-group": () => ({
    message: "a note beside a section is decided by the group",
    hint: "Add --group and the session where the group wanted it: --group --session s08.",
  }),
  "validate.note-empty": () => ({
    message: "the note is empty",
    hint: 'Write what the group lets stand beside the section, naming nobody: --note "…"',
  }),
  "validate.note-names": ({ section, people }) => ({
    message: `the note beside "${section}" names ${people}`,
    hint: "It will leave with the section. So that nobody is recognised, record it without ids or pseudonyms.",
  }),
  "validate.note-without-opposition": ({ section }) => ({
    message: `nobody opposes "${section}": the note will stand beside nothing`,
    hint: "Record the opposition it voices with --against P04; a note leaves only beside an opposition.",
  }),
};

export const publicationMessages: Catalogue<PublicationMessages> = {
  "export.later-format": ({ format }) => ({
    message: `export to ${format} does not exist yet`,
    hint: "Export to md or html; Word and LibreOffice open the html page.",
  }),
  "export.unknown-format": ({ format, known }) => ({
    message: `format "${format}" is not known`,
    hint: `Possible formats: ${known}`,
  }),
  "export.folder-taken": ({ folder }) => ({
    message: `${folder} exists already and is not an empty folder`,
    hint: "Give --out the name of a new folder: an export never covers anything.",
  }),
  "export.folder-forbidden": ({ folder }) => ({
    message: `an export does not go into ${folder}, which holds what must not leave the study`,
    hint: "Choose another folder, or leave --out aside: the export will be in exports/.",
  }),
  "export.finished": ({ folder }) => ({
    message: `an export had been interrupted at the last moment: ${folder} is now in place`,
  }),
  "export.altered": () => ({
    message:
      "the ledger was changed by hand: it no longer proves what the group said, and nothing was written",
    hint: "Compare it with a backup, and go back to that one with `retour restore`. `retour audit` says what changed.",
  }),
  "export.leak-name": ({ where, name }) => ({
    message: `the real name of "${name}" is in it${where === "" ? "" : ` (${where})`}: nothing was written`,
    hint: "Replace the name in the document, and have these words validated again, or in the template. If that word, written so, is no name, tell the vault: retour vault ignore.",
  }),
  "export.leak-withdrawn": ({ where }) => ({
    message: `withdrawn words are in it${where === "" ? "" : ` (${where})`}: nothing was written`,
    hint: "The person took them back. Take them out of the document or of the template, then start again.",
  }),
  "export.leak-unvalidated": ({ where, from }) => ({
    message: `a sentence that nobody validated is in it${where === "" ? "" : ` (${where})`}, it comes from ${from}: nothing was written`,
    hint: "If it is in a title of retour.yaml or in a template of the study (templates/), take it out. Otherwise, have the section it is in validated.",
  }),
  "verify.manifest-changed": ({ path }) => ({
    message: `${path} is not as it was exported`,
    hint: "What it says of the export proves nothing any more. Take its original back.",
  }),
  "verify.no-manifest": ({ folder }) => ({
    message: `${folder} has no manifest.json`,
    hint: "Without its manifest nothing can be proved of this export. Is it the right folder?",
  }),
  "verify.bad-manifest": ({ folder }) => ({
    message: `the manifest of ${folder} cannot be read`,
    hint: "It was damaged, or comes from another version of retour. Take the original export again.",
  }),
  "verify.path-refused": ({ path }) => ({
    message: `the manifest names a file outside the export: ${path}`,
    hint: "This manifest was not made by retour. Do not pass this folder on.",
  }),
  "verify.link": ({ path }) => ({
    message: `${path} is a link to something else, not a file of the export`,
    hint: "Take it out: an export holds only its own files.",
  }),
  "verify.not-folder": ({ file }) => ({
    message: `${file} is a file, not an export`,
    hint: "Give the folder of the export, the one that holds manifest.json.",
  }),
  "verify.folder-link": ({ folder }) => ({
    message: `${folder} is a link to another folder`,
    hint: "What it leads to may change after this check. Check the folder itself, and pass that one on.",
  }),
  "verify.other-export": ({ made, export: found, day, audience }) => ({
    message: `this folder is that of the export ${made}, and holds another one: ${found}, of ${day} (${audience})`,
    hint: "Each may be sound, but not in the other's place. Put each export back in its own folder, or make it anew with `retour export`.",
  }),
  "verify.file-missing": ({ path }) => ({
    message: `${path} is missing`,
    hint: "Take the original export again, or make it anew with `retour export`.",
  }),
  "verify.file-changed": ({ path }) => ({
    message: `${path} is no longer as it was exported`,
    hint: "Its words are not those that were validated. Take the original export again.",
  }),
  "verify.file-added": ({ path }) => ({
    message: `${path} was not in the export`,
    hint: "Take it out before passing the folder on.",
  }),
  "verify.other-study": () => ({
    message: "this export comes from another study",
    hint: "Verify it from its study's folder (--study), or outside any study for its files alone.",
  }),
  "verify.not-recorded": () => ({
    message: "the ledger does not know this export, or no longer says the same of it",
    hint: "The manifest or the ledger was changed. `retour audit` says what was in the ledger.",
  }),
  "verify.sections-differ": () => ({
    message: "the manifest and the ledger do not name the same sections",
    hint: "One of them was changed. `retour audit` says what was in the ledger.",
  }),
  "verify.not-agreed": ({ section }) => ({
    message: `no agreement is recorded on the exported words of "${section}"`,
    hint: "Recall this export: this section should not have left.",
  }),
  "verify.ledger-changed": ({ section }) => ({
    message: `the agreement on "${section}" was changed in the ledger after it was given`,
    hint: "`retour audit` says what was changed; compare with a backup.",
  }),
  "verify.withdrawn": ({ section }) => ({
    message: `${section}: words that stood in it were withdrawn since`,
    hint: "Recall this export from those who received it. Nobody tampered with it: its files were taken out of the study.",
  }),
  "verify.named": ({ section }) => ({
    message: `${section}: a real name left in it, replaced in the study since`,
    hint: "Recall this export from those who received it, today. Nobody tampered with it: its files were taken out of the study.",
  }),
  "verify.no-longer": ({ section }) => ({
    message: `since then, the section "${section}" is no longer validated in these words`,
    hint: "The export is what it was; `retour status` says where the section stands. Speak of it with the group before passing it on again.",
  }),
  "verify.journal": () => ({
    message: "the export no longer hangs on the journal's chain",
    hint: "The journal or the manifest was changed. `retour audit` says where the chain is broken.",
  }),
};

const audienceWords: Readonly<Record<Audience, string>> = {
  group: "the group",
  institution: "the institutions",
  public: "the public",
};

const sections = (count: number): string => (count === 1 ? "1 section" : `${String(count)} sections`);

export const agreementTexts: Texts<AgreementTexts> = {
  "reason.never-sent": () => "not sent to the group yet",
  "reason.changed-since-sent": () => "has changed since it was last sent: nobody has received these words",
  "reason.pending": ({ count }) =>
    count === 1 ? "1 correction is waiting" : `${String(count)} corrections are waiting`,
  "reason.against": ({ people }) => `opposed by ${people}`,
  "reason.abstained": ({ people }) => `abstention of ${people}`,
  "reason.corrected": ({ people }) => `had answered, then asked for a correction: ${people}`,
  "reason.quoted": ({ people }) => `are quoted and have not agreed: ${people}`,
  "reason.unknown-turns": ({ turns }) =>
    `quotes words of which it is not known whose they are: ${turns} (retour speakers)`,
  "reason.quorum": ({ agreed, needed }) => `${String(agreed)} agree, ${String(needed)} are needed`,
  "reason.minimum": ({ agreed, needed }) =>
    `${String(agreed)} in agreement, at least ${String(needed)} needed`,
  "reason.audience-not-decided": ({ audience, people }) =>
    `agree to the words, have not said whether these may go to ${audienceWords[audience]}: ${people}`,
  "reason.audience-against": ({ audience, people }) =>
    `do not want these words to go to ${audienceWords[audience]}: ${people}`,
  "reason.no-session": () => "the group has not decided it in session",
  "reason.rule-changed": ({ audience }) =>
    `the rule was changed in retour.yaml since people spoke${audience === "group" ? "" : ` of their going to ${audienceWords[audience]}`}, and the one of that time does not hold: ask the group again, then record its answer with retour validate${audience === "group" ? "" : ` --audience ${audience}`}`,
  "reason.not-present": ({ session, people }) =>
    `counted as agreeing in ${session}, are no longer in its \`present\` (retour.yaml), and their yes counts no more: record the decision again (retour validate … --group --session ${session}), or ask them themselves: ${people}`,
  "reason.silent": ({ people }) => `have said nothing (silence is not agreement): ${people}`,
  "reason.ask-again": ({ people }) => `have said nothing, to be asked again: ${people}`,
  "reason.lapsed": ({ was, now }) =>
    was === "" && now === ""
      ? "was validated in another layout"
      : was === ""
        ? `added since it was agreed: "${now}"`
        : now === ""
          ? `taken out since it was agreed: "${was}"`
          : `what was agreed said "${was}", the document says "${now}"`,
  "reason.name-replaced": () =>
    "a real name was replaced in it since it was agreed to: the group is to be asked again",
  "reason.withdrawn-words": () => "someone withdrew words that it quoted: the group is to be asked again",
  "reason.lapsed-more": ({ count }) =>
    `and ${String(count)} other ${count === 1 ? "change" : "changes"}: retour diff --since-validated`,
  "reason.withdrawn": ({ people, corrections }) =>
    `${people} withdrew words that still stand in it (${corrections})`,
  "reason.narrower": ({ audience, wanted }) =>
    `validated for ${audienceWords[audience]}, not for ${audienceWords[wanted]}`,
  "reason.fingerprint-mismatch": () =>
    "the ledger no longer holds the words that were validated: run retour audit",
  "reason.opposition-hidden": ({ count }) =>
    `${count === 1 ? "someone opposes it" : `${String(count)} people oppose it`}, and nothing says so beside it: let the group leave a note (retour validate, --note), or talk about it again`,
  "reason.consent": ({ people, audience }) =>
    `quotes people who have not consented to be quoted${audience === "public" ? " in what is published" : ""}: ${people}`,
  "reason.unknown-speaker": ({ turns }) =>
    `quotes words that nobody can say who spoke, nor so who consents to it: ${turns}`,
  "reason.attribution": ({ people }) =>
    `the name under the quote is not the one the person agreed to: ${people}`,
  "reason.not-clean": () =>
    "a turn reference or a private mark could not be taken out of it: write it more plainly",
  "state.draft": () => "draft",
  "state.sent": () => "sent",
  "state.corrected": () => "corrected",
  "state.validated": () => "validated",
  "state.lapsed": () => "lapsed",
  "state.refused": () => "refused",
  "state.withdrawn": () => "withdrawn",
  "audience.group": () => "group",
  "audience.institution": () => "institutions",
  "audience.public": () => "public",
  "heading.state": () => "state",
  "heading.section": () => "section",
  "heading.audience": () => "audience",
  "heading.agreed": () => "yes",
  "heading.against": () => "no",
  "heading.abstained": () => "abst.",
  "heading.silent": () => "silent",
  "heading.pending": () => "pending",
  "status.edition": ({ edition }) => `Edition ${edition}`,
  "status.editions": ({ editions }) => `Editions: ${editions}`,
  "status.no-document": () => "No document yet. Import and code a session, then run `retour build`.",
  "status.counts": ({ agreed, against, abstained, silent, pending }) =>
    `${String(agreed)} yes, ${String(against)} no, ${abstained > 0 ? `${String(abstained)} abst., ` : ""}${String(silent)} silent, ${String(pending)} pending`,
  "status.answered": ({ people }) => `Have answered: ${people}`,
  "status.not-answered": ({ people }) => `Have not answered: ${people}`,
  "status.nothing-sent": () => "Nothing has been sent yet.",
  "answer.agreed": () => "agrees",
  "answer.against": () => "against",
  "answer.abstained": () => "abstains",
  "answer.silent": () => "has said nothing",
  "answer.consulted": () => "consulted, does not decide",
  "status.rule": ({ rule }) => `rule of this part: ${rule}`,
  "status.consulted": ({ people }) => `consulted, do not decide: ${people}`,
  "status.read-aloud": ({ days }) => `read aloud: ${days}`,
  "status.note": () => "a note stands beside the opposition",
  "status.ask-now": ({ people }) => `to be asked again now: ${people}`,
  "status.ask-from": ({ people, day }) => `to be asked again from ${day}: ${people}`,
  "by-rule.unanimity": () => "everyone of the group",
  "by-rule.quorum": ({ percent }) => `${String(percent)}% of the group`,
  "by-rule.group-session": () => "decision in session",
  "by-rule.delegates": ({ people }) => `decision left to ${people}`,
  "by-rule.minimum": ({ minimum }) => `at least ${String(minimum)} people in agreement`,
  "by-rule.quoted": () => "whoever is quoted must agree",
  "by-rule.not-quoted": () => "even without the agreement of whoever is quoted",
  "validate.section": ({ section, state, audience }) =>
    audience === "" ? `${section}: ${state}` : `${section}: ${state} (${audience})`,
  "validate.recorded": ({ agree, against, abstain, consulted, session, about, audience }) => {
    const said = [
      ["in agreement", agree],
      ["against", against],
      ["abstaining", abstain],
    ] as const;
    const lists = said.flatMap(([what, who]) => (who !== "" ? [`${what}: ${who}`] : []));
    if (session !== "" && lists.length > 0) lists[0] = `${lists[0] ?? ""} (present in ${session})`;
    const reach = {
      words: "on the words alone",
      audience: `audience: ${audience}, nothing said of the words`,
      both: `audience: ${audience}`,
    };
    const heard = consulted === "" ? [] : [`consulted: ${consulted}`];
    const text = [...lists, ...heard, ...(lists.length > 0 ? [reach[about]] : [])].join("; ");
    return text.charAt(0).toUpperCase() + text.slice(1);
  },
  "validate.noted": () => "The note will stand beside the opposition.",
  "validate.how-far": ({ audience }) =>
    `Have these people also said that these words may go to ${audienceWords[audience]}?`,
  "validate.present": () => "Present according to retour.yaml; correct `present` if someone was missing.",
  "export.done": ({ count, folder, audience }) =>
    `${sections(count)} for ${audienceWords[audience]}, in ${folder}`,
  "export.would": ({ count, folder, audience }) =>
    `${sections(count)} for ${audienceWords[audience]} would go to ${folder}`,
  "export.nothing": ({ audience }) =>
    `Nothing is validated for ${audienceWords[audience]}: nothing was written.`,
  "export.held-back": ({ count }) =>
    count === 1 ? "1 section is held back:" : `${String(count)} sections are held back:`,
  "export.accept": () =>
    "The export is complete for what is validated; the command only points out what is missing. With --only-validated it accepts that.",
  "export.next": ({ folder }) => `To verify this export, today or in a year: retour verify ${folder}`,
  "verify.ok": ({ folder }) =>
    `${folder} is as it was exported, and each section was validated in these words.`,
  "verify.ok-files": ({ folder }) =>
    `The files of ${folder} are as they were exported. Outside the study the agreements cannot be verified.`,
  "verify.found": ({ count }) => (count === 1 ? "One thing is wrong." : `${String(count)} things are wrong.`),
};
