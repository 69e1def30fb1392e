// The document in English.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { Texts } from "../catalogue.ts";
import type { RetourTexts } from "../retour.ts";
import type { RetourMessages } from "../../../retour/messages.ts";

/** One and several, by kind as in removal/count-names. */
const namedKind: Readonly<Record<string, readonly [string, string]>> = {
  document: ["document as it was read or built", "documents as they were read or built"],
  edition: ["edition that was sent", "editions that were sent"],
  letter: ["covering letter", "covering letters"],
  correction: ["correction", "corrections"],
  decision: ["decision", "decisions"],
  loss: ["passage of an answer that found no place", "passages of answers that found no place"],
  validation: ["agreement", "agreements"],
  note: ["note beside an agreement", "notes beside agreements"],
  pact: ["text of the pact", "texts of the pact"],
  former: ["former or lost words of a turn", "former or lost words of turns"],
};

/** What a likely name or detail is, in a sentence. */
const likelyKind: Readonly<Record<string, string>> = {
  person: "a person’s name",
  place: "the name of a place",
  organisation: "the name of an organisation",
  phone: "a telephone number",
  email: "an email address",
  web: "an account or an address on the Internet",
  address: "a postal address",
  plate: "a number plate",
  "birth-date": "a date of birth",
  "social-number": "a social security number",
  "bank-account": "a bank account",
  "file-number": "a file number",
};

const clue: Readonly<Record<string, string>> = {
  function: "a function",
  organisation: "an organisation",
  place: "a place",
  day: "a date",
};

const trait: Readonly<Record<string, string>> = {
  family: "family",
  health: "health",
  age: "age",
  origin: "origin",
  work: "job",
  only: "“the only one”",
  justice: "a judicial past",
  birth: "pregnancy or birth",
};

export const retourMessages: Catalogue<RetourMessages> = {
  "section.twice": ({ section, first }) => ({
    message: `the section "${section}" is already there at line ${String(first)}`,
    hint: "Give one of the two another id, in braces after its title: ## Title {#other-name}",
  }),
  "section.bad-id": ({ section }) => ({
    message: `"${section}" cannot identify a section`,
    hint: "Give an id after the title, in lower case, digits and hyphens: ## Title {#my-theme}",
  }),
  "section.unknown": ({ section, known }) => ({
    message: `there is no section "${section}"`,
    hint: `Sections of the document: ${known}`,
  }),
  "section.ambiguous": ({ section, groups }) => ({
    message: `several groups have a section "${section}": ${groups}`,
    hint: `Say which group: g1/${section}`,
  }),
  "section.empty": ({ section }) => ({
    message: `the section "${section}" holds nothing but headings yet`,
    hint: "Write it, or take it out of the document.",
  }),
  "document.missing": ({ file }) => ({
    message: `the document ${file} is no longer there`,
    hint: "`retour build` puts it back as a command last read it.",
  }),
  "document.none": ({ group }) => ({
    message: `the group ${group} has no document yet`,
    hint: "Run `retour build`.",
  }),
  "document.not-built": ({ file }) => ({
    message: `the document ${file} does not exist yet`,
    hint: "Run `retour build` once a session is imported and coded.",
  }),
  "document.other-study": ({ file, found, group }) => ({
    message: `${file} says it is the document of group ${found}, not of group ${group}`,
    hint: "It is probably a file of another study: put the right one back, or delete it and run `retour build`.",
  }),
  "document.half-saved": ({ file }) => ({
    message: `${file} is empty or stops in the middle of a sentence: it was only half saved`,
    hint: "If your editor still has the text, save it again. Otherwise delete this file and run `retour build`: the version a command last read comes back.",
  }),
  "document.restored": ({ file }) => ({
    message: `${file} was no longer there: it has been put back as it last was`,
  }),
  "document.section-removed": ({ section }) => ({
    message: `you took out the section "${section}": it stays out`,
  }),
  "document.comment-open": () => ({
    message: "this private note, opened by <!--, is not closed",
    hint: "End it with -->: otherwise all that follows it would be missing from the copies.",
  }),
  "document.comment-altered": () => ({
    message: "this looks like a private note and is not one: everyone would read it in their copy",
    hint: "Write `<!-- note -->`, with two hyphens on each side and no space between the signs: an editor may have changed them. For an arrow, write ← or →.",
  }),
  "document.conflict": ({ section, generated }) => ({
    message: `in "${section}" you had changed a passage that building now gives otherwise: your words are kept`,
    hint: `Building would now give: ${generated}`,
  }),
  "group.unknown": ({ group, known }) => ({
    message: group === "" ? "which group must be said" : `there is no group "${group}"`,
    hint: `${group === "" ? "Add --group with its id. " : ""}Groups of the study: ${known}`,
  }),
  "template.missing": ({ name }) => ({
    message: `there is no template ${name}`,
    hint: "Check the name: the study's own templates are in its templates/ folder.",
  }),
  "template.error": ({ reason }) => ({
    message: `the template has a mistake: ${reason}`,
    hint: "Mend that line of the template; docs/templates.md says what it can use.",
  }),
  "template.output": ({ name }) => ({
    message: `the template ${name} does not write every section`,
    hint: "Each section needs its line: ## {{ section.title }} {#{{ section.id | raw }}}",
  }),
  "quote.no-turn": ({ words }) => ({
    message: `this quote does not say where it comes from: "${words}…"`,
    hint: "End it with a line: > — description (s01.12)",
  }),
  "quote.unknown-turn": ({ turn }) => ({ message: `the turn ${turn} does not exist` }),
  "quote.differs": ({ turn, found, said }) => ({
    message:
      said === ""
        ? `the quote does not say what was said in ${turn}: "${found}" is not there`
        : `the quote does not say what was said in ${turn}: it says "${found}", the transcript "${said}"`,
    hint: "Use the exact words; […] marks a cut, [word] a word you added.",
  }),
  "quote.purged": ({ count }) => ({
    message: `${count > 1 ? `${String(count)} quotes` : "one quote"} can no longer be compared with what was said: the transcripts were removed when their day came`,
    hint: "Nothing to do: the words of the document are still those that the group has read.",
  }),
  "quote.attribution": ({ turn, found, expected }) => ({
    message: `${turn} is attributed to "${found}"; the study shows "${expected}" there`,
    hint: "Mend the line under the quote, or the `attribution` setting in retour.yaml.",
  }),
  "quote.no-consent": ({ turn, participant }) => ({
    message: `${turn} is quoted, though ${participant} does not want to be quoted`,
    hint: "Remove the quote: as long as it is there, this part will not leave the group.",
  }),
  "quote.attribution-none": ({ turn, participant }) => ({
    message: `${turn} bears a name, though ${participant} only agreed to be quoted without one`,
    hint: "Leave only the dash and the number of the turn under the quote.",
  }),
  "name.listed": () => ({
    message: "a name that the vault replaces stands here",
    hint: "`retour vault apply` replaces it in transcripts and sheets, and offers to do so in documents.",
  }),
  "name.in-ledger": ({ kind, count }) => ({
    message: `a name that the vault replaces stands in what the study remembers: ${String(count)} ${namedKind[kind]?.[count < 2 ? 0 : 1] ?? kind}`,
    hint: "`retour vault apply` takes it out, and says what had left with it.",
  }),
  "name.doubtful": () => ({
    message: "this word may be a name of the vault: nobody has said so yet",
    hint: "Answer in a terminal: `retour vault apply`.",
  }),
  "name.likely": ({ kind, count }) => ({
    message: `${likelyKind[kind] ?? "a name"} may stand here${count > 1 ? `, ${String(count)} times in this file` : ""}`,
    hint: "`retour vault review` shows each word and asks whether it must be replaced.",
  }),
  "name.likely-returned": ({ kind, correction }) => ({
    message: `${likelyKind[kind] ?? "a name"} may stand in the correction ${correction}`,
    hint: "`retour vault review` shows each word and asks whether it has to be replaced.",
  }),
  "name.more": ({ count }) => ({ message: `and ${String(count)} more in this file` }),
  "identity.indirect": ({ section, people, parts }) => ({
    message: `in "${section}", ${parts
      .split(" ")
      .map((part) => clue[part] ?? part)
      .join(
        ", ",
      )} together point at ${people === 1 ? "one person" : `${String(people)} people`} of the study`,
    hint: "Take one of them out or make it wider, or ask the person whether it suits them.",
  }),
  "identity.trait": ({ section, count, kinds }) => ({
    message: `in "${section}", ${count < 2 ? "a quote tells a trait that is rare" : `${String(count)} quotes tell a trait that is rare`} in the study: ${kinds
      .split(" ")
      .map((kind) => trait[kind] ?? kind)
      .join(", ")}`,
    hint: "A trait that few people share lets them be recognised: cut it with […], or ask the person.",
  }),
  "identity.described": ({ people }) => ({
    message: `quotes are shown under a description, and ${people < 2 ? "one of them fits" : `${String(people)} of them each fit`} one person of the group alone`,
    hint: "The group will know who speaks: tell people so, or give several the same description.",
  }),
  "identity.recognisable": ({ section, count }) => ({
    message: `in "${section}", the group may recognise who speaks in ${count < 2 ? "one quote" : `${String(count)} quotes`}`,
    hint: "Ask the person whether they accept it before the group.",
  }),
  "reference.unknown": ({ turn }) => ({
    message: `the reference ${turn} leads to no turn`,
    hint: "Check its number in the session's sheet (sessions/…/transcript.md).",
  }),
  "theme.unknown-coding": ({ theme }) => ({
    message: `passages are coded "${theme}", a theme that is no longer in codebook.yaml: they are not in the document`,
    hint: `Put it back (retour themes add ${theme} --title …), then, if you wish, merge it into another (retour themes merge ${theme} OTHER).`,
  }),
  "build.no-transcript": ({ group }) => ({
    message: `no passage is coded for the group ${group}: the document has no section yet`,
    hint: "Import a session (`retour import`), code it (`retour code`), then run this again.",
  }),
  "build.no-consent": ({ participant, count }) => ({
    message: `${participant} does not want to be quoted: ${count === 1 ? "one coded passage is" : `${String(count)} coded passages are`} left out`,
    hint: "What you wrote yourself is not changed: make sure that none of their words is in it.",
  }),
  "build.consent-missing": ({ people }) => ({
    message: `quoted without anyone knowing whether they agree: ${people}`,
    hint: `Ask them, then record their answer: retour consent ${people.replaceAll(", ", ",")} quotation`,
  }),
  "search.no-words": () => ({
    message: "there is no word to search for",
    hint: 'For example: `retour search fear`, `retour search "in the hall"`, `retour search educ*`',
  }),
  "search.sheets-ahead": ({ sessions }) => ({
    message: `a sheet was changed since it was last read (${sessions}): the search is in the words from before`,
    hint: "`retour build` reads the sheets; then search again.",
  }),
};

export const retourTexts: Texts<RetourTexts> = {
  "search.count": ({ turns, sessions, blocks }) => {
    const some = (count: number, one: string, many: string): string =>
      `${String(count)} ${count === 1 ? one : many}`;
    const said = `${some(turns, "turn", "turns")} in ${some(sessions, "session", "sessions")}`;
    return blocks === 0 ? said : `${said}, ${some(blocks, "paragraph", "paragraphs")} of the documents`;
  },
  "search.none": () => "These words are nowhere.",
  "search.none-here": () => "These words are nowhere in what was searched.",
  "search.others": ({ count }) =>
    `and ${String(count)} more ${count === 1 ? "place" : "places"}: give one more word, or --json`,
  "search.document": ({ group }) => `document of ${group}`,
  "search.more": ({ count }) => `and ${String(count)} times more`,
  "build.done": ({ document, edition }) => `Document written: ${document} (edition ${edition})`,
  "build.nothing": ({ document, edition }) => `Nothing new: ${document} is up to date (edition ${edition})`,
  "build.section.new": () => "new",
  "build.section.updated": () => "updated",
  "build.section.unchanged": ({ count }) =>
    count === 1 ? "1 section unchanged" : `${String(count)} sections unchanged`,
  "build.quotes": ({ added, kept, removed }) =>
    `Quotes: ${String(added)} added, ${String(kept)} kept, ${String(removed)} removed`,
  "build.opened": ({ edition }) => `Edition ${edition} is open: the next sending will freeze it.`,
  "build.next": ({ document }) => `Now write your analysis in ${document}, then: retour check, retour send`,
  "check.nothing": () => "Nothing to mend.",
  "check.clean": () => "All is right: every quote says what was said.",
  "check.found": ({ errors, warnings }) => `To mend: ${String(errors)}, to look at: ${String(warnings)}`,
};
