// Copies and corrections in English.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { Texts } from "../catalogue.ts";
import type { CorrectionTexts } from "../correction.ts";
import type { CopyMessages } from "../../../copy/messages.ts";
import type { CorrectionMessages } from "../../../correction/messages.ts";

export const copyMessages: Catalogue<CopyMessages> = {
  "copy.nothing-built": ({ group }) => ({
    message: `group ${group} has no edition to send`,
    hint: "Run `retour build` first, read the document again, then `retour send`.",
  }),
  "copy.changed-since-sent": ({ edition, file }) => ({
    message: `${file} has changed since ${edition} was sent: these copies would not say the same`,
    hint: "Run `retour build` to open the next edition, then `retour send`.",
  }),
  "copy.no-section": ({ file }) => ({
    message: `${file} has no section yet: there is nothing to send`,
    hint: "Code a session (`retour code`), run `retour build`, then try again.",
  }),
  "copy.no-participant": ({ group }) => ({
    message: `group ${group} has no participant to send a copy to`,
    hint: "Add the participants with `retour participant add`.",
  }),
  "copy.unknown-participant": ({ participant, group, known }) => ({
    message: `${participant} is not a participant of group ${group}`,
    hint: `Participants of this group: ${known}`,
  }),
  "copy.bad-day": ({ value }) => ({
    message: `"${value}" is not a day of the calendar`,
    hint: "Write year-month-day: --answer-by 2026-12-05",
  }),
  "copy.other-day": ({ edition, kept }) => ({
    message: `the letter of ${edition} has gone out already${kept === "" ? ", without saying by when" : `: it asks to answer by ${kept}`}`,
    hint: "It no longer changes: run this again without --answer-by, and say the other day in your message.",
  }),
  "copy.leak-name": ({ where, copies, name }) => ({
    message: `the real name of "${name}" would be in ${copies}${where === "" ? "" : ` (${where})`}: no copy was written`,
    hint: "To know each line: retour check. To replace the name in sessions and documents: retour vault apply; in a title of retour.yaml or the template of the letter, correct it yourself. If that word, written so, is no name, tell the vault: retour vault ignore.",
  }),
  "copy.leak-withdrawn": ({ where, copies }) => ({
    message: `withdrawn words would be in ${copies}${where === "" ? "" : ` (${where})`}: no copy was written`,
    hint: "The person took them back. Take them out of the document or of the letter, then start again.",
  }),
  "copy.leak-other-group": ({ where, copies, from }) => ({
    message: `a sentence of another group would be in ${copies}${where === "" ? "" : ` (${where})`}, it comes from ${from}: no copy was written`,
    hint: "Take it out of the template of the letter, then start again.",
  }),
  "copy.unknown-format": ({ format, known }) => ({
    message: `copies cannot be made as “${format}”`,
    hint: `Possible formats: ${known}`,
  }),
};

export const correctionMessages: Catalogue<CorrectionMessages> = {
  "return.purged": ({ day }) => ({
    message: `the returns of this study had to go after ${day}, and were removed: nothing is received`,
    hint: "If the group has decided otherwise, write the new day in retour.yaml (retention: returns), then try again.",
  }),
  "return.unknown-format": ({ file, known }) => ({
    message: `${file} is not in a format that can be read back`,
    hint: `Formats read: ${known}. Otherwise note what is asked with \`retour receive --oral\`.`,
  }),
  "return.no-identity": ({ file }) => ({
    message: `${file} does not say who it comes from, nor for which edition`,
    hint: "Say it: retour receive FILE --edition r01 --from P03",
  }),
  "return.other-study": ({ file }) => ({
    message: `${file} is a copy of another study`,
    hint: "Receive it from that study's folder: nothing was changed here.",
  }),
  "return.identity-differs": ({ file, stated, given }) => ({
    message: `${file} says it is ${stated}, but you announce ${given}`,
    hint: `Check who answered. If it is ${stated}, say so: --from ${stated.split("-").at(-1) ?? ""}`,
  }),
  "return.unknown-edition": ({ edition, known }) => ({
    message: `edition ${edition} was not sent`,
    hint: known === "" ? "Nothing was sent yet: `retour send`." : `Editions sent: ${known}`,
  }),
  "return.unknown-participant": ({ participant, known }) => ({
    message: `${participant} is not a participant this edition is for`,
    hint: `Participants: ${known}`,
  }),
  "return.nothing-sent": ({ group }) => ({
    message: group === "" ? "nothing was sent yet" : `nothing was sent to group ${group} yet`,
    hint: "Send an edition first: `retour send`.",
  }),
  "return.no-section": ({ file, edition }) => ({
    message: `${file} holds no section of ${edition}`,
    hint: "It is probably not the copy itself. Note what it says: retour receive --oral",
  }),
  "return.mark-unclosed": ({ mark }) => ({
    message: `the mark ${mark} does not close: it is kept as plain words`,
    hint: "Look at this passage in `retour corrections`; the original is in returns/.",
  }),
  "return.pdf": ({ file }) => ({
    message: `${file} is a PDF: what was changed cannot be found in it`,
    hint: "Ask for the file the person wrote in (Word, LibreOffice), saved as Word (.docx); else note what is asked with `retour receive --oral`.",
  }),
  "return.image": ({ file }) => ({
    message: `${file} is a picture: what is written in it cannot be read by itself`,
    hint: "If it is a photo of a copy corrected by hand, note what is asked: retour receive --oral --from P03 --section peur.",
  }),
  "return.old-word": ({ file }) => ({
    message: `${file} is in a Word format that is not read`,
    hint: "Open it in Word or LibreOffice, choose “Save as”, Word format (.docx), then receive that file.",
  }),
  "return.pages": ({ file }) => ({
    message: `${file} is a Pages document, which only a Mac reads`,
    hint: "Ask the person to save it as Word: in Pages, File, Export To, Word (.docx).",
  }),
  "return.outlook-message": ({ file }) => ({
    message: `${file} is an Outlook message in its own format, which is not read`,
    hint: "Save the attachments and receive them; paste the message itself into a .txt file, or save it as .eml from another program.",
  }),
  "return.page-not-answer": ({ file }) => ({
    message: `${file} is the page itself, not the answer`,
    hint: "What a person writes in the page is not in this file. Ask them to open the page, choose “Save my answer” at its very end, and send the file answer-….json.",
  }),
  "return.not-answer": ({ file }) => ({
    message: `${file} is a JSON file, but not a participant's answer`,
    hint: "The answer is the file that the page saves: answer-….json. Ask for that one.",
  }),
  "return.answer-broken": ({ file }) => ({
    message: `${file} is not whole: the answer cannot be read`,
    hint: "Nothing was recorded. Ask the person to open the page, choose “Save my answer” again, and send the file without opening it.",
  }),
  "return.answer-newer": ({ file }) => ({
    message: `${file} comes from a page made by a later version of retour`,
    hint: "Nothing was recorded. Update retour on this machine, then try again.",
  }),
  "return.answer-other-text": ({ file }) => ({
    message: `${file} answers a text that is not quite the one of this edition`,
    hint: "What is not found there word for word is kept as a remark: read it in `retour corrections`.",
  }),
  "return.answer-unread": ({ file, count }) => ({
    message:
      count === 1
        ? `${file} holds one thing that cannot be read: it is left aside`
        : `${file} holds ${String(count)} things that cannot be read: they are left aside`,
    hint: "The file is kept as it is in returns/.",
  }),
  "return.never-made": ({ file, copy }) => ({
    message: `${file} says that it is the copy ${copy}, which was never made`,
    hint: "Check whom it comes from, then say so: retour receive FILE --from P03",
  }),
  "return.same-file-as": ({ copy, other }) => ({
    message: `the return of ${copy} is, byte for byte, the file received from ${other}`,
    hint: "One may have passed on the other’s file: check whose corrections these are.",
  }),
  "return.further": ({ copy }) => ({
    message: `${copy} had answered already: this new file adds to the earlier one`,
  }),
  "return.folder-empty": ({ file }) => ({
    message: `there is no return to read in ${file}`,
    hint: "Put the files received there: .docx, .odt, .json, .md, .txt, .eml.",
  }),
  "email.damaged": ({ file }) => ({
    message: `${file} is not a message that can be read: it is damaged, or made to harm`,
    hint: "Open it in your mail program, save its attachments and receive them one by one.",
  }),
  "email.too-much": ({ file, most }) => ({
    message: `${file} holds more than ${String(most)} attachments: it is not read`,
    hint: "Save the attachments that matter in a folder, then: retour receive FOLDER",
  }),
  "email.nothing-said": ({ file }) => ({
    message: `${file} holds neither an answer nor an attachment to read`,
    hint: "If the person only says that the copy arrived, that is no answer; else note what is said with `retour receive --oral`.",
  }),
  "return.already-received": ({ copy }) => ({
    message: `the return of ${copy} had been received before, the very same: nothing was changed`,
  }),
  "return.nothing-differs": ({ copy }) => ({
    message: `${copy} came back without any change: the answer is noted, it is not an agreement yet`,
  }),
  "return.known-already": ({ copy, count }) => ({
    message:
      count === 1
        ? `one correction of ${copy} was known already from an earlier return`
        : `${String(count)} corrections of ${copy} were known already from an earlier return`,
  }),
  "return.loss": ({ copy, count }) => ({
    message:
      count === 1
        ? `one passage of ${copy} could not be placed in a section`
        : `${String(count)} passages of ${copy} could not be placed in a section`,
    hint: "They are listed below; note what should be with `retour receive --oral`.",
  }),
  "return.no-document": ({ file }) => ({
    message: `${file} is no Word or LibreOffice document, whatever its name says`,
    hint: "Open it with the program that made it, save it as .docx, then try again.",
  }),
  "return.images": ({ count }) => ({
    message:
      count === 1
        ? "one image came back in the file: it is not taken over"
        : `${String(count)} images came back in the file: they are not taken over`,
    hint: "The file is kept as it is in returns/: open it to see them, and note what they say with `retour receive --oral`.",
  }),
  "return.unreadable": ({ count }) => ({
    message:
      count === 1
        ? "one part of the file could not be read: its words are missing"
        : `${String(count)} parts of the file could not be read: their words are missing`,
    hint: "Open the file, save it again as .docx or .odt, then try again.",
  }),
  "return.damaged": () => ({
    message: "the file is damaged: what could be read was, words may be missing",
    hint: "Open it in Word or LibreOffice, save it again, then try again; or compare the corrections with it.",
  }),
  "return.formatting-only": ({ count }) => ({
    message:
      count === 1
        ? "one change is of layout only: it is not counted as a correction"
        : `${String(count)} changes are of layout only: they are not counted as corrections`,
  }),
  "return.comments-resolved": ({ count }) => ({
    message:
      count === 1
        ? "one comment had been marked as resolved: it is kept, since it was written"
        : `${String(count)} comments had been marked as resolved: they are kept, since they were written`,
  }),
  "return.several-authors": ({ count }) => ({
    message: `${String(count)} people changed this file: all of it is noted under the one whose copy it is`,
    hint: "If someone else answered in the same file, ask them what is theirs.",
  }),
  "receive.name-written-back": ({ section }) => ({
    message: `a real name was written in place of its pseudonym in section “${section}”: it is no change, nothing of it is kept`,
    hint: "The file received stays as it is in returns/. If the person asks to be named, that is for the group.",
  }),
  "oral.unknown-section": ({ section, edition, known }) => ({
    message: `there is no section “${section}” in ${edition}`,
    hint: `Sections sent: ${known}`,
  }),
  "oral.several-groups": ({ participant, groups }) => ({
    message: `${participant} belongs to several groups: ${groups}`,
    hint: "Name the group before the section (--section g1/fear), or the edition (--edition r02).",
  }),
  "oral.no-words": () => ({
    message: "the words that were said are missing",
    hint: 'Give them with --text "…".',
  }),
  "correction.unknown": ({ correction }) => ({
    message: `there is no correction ${correction}`,
    hint: "`retour corrections` lists them.",
  }),
  "decision.text-missing": ({ correction }) => ({
    message: `the words chosen instead are missing, for ${correction}`,
    hint: `retour decide ${correction} adapted --text "…"`,
  }),
  "decision.reason-missing": ({ correction }) => ({
    message: `the reason why ${correction} is not followed is missing`,
    hint: `The person is owed a reason: retour decide ${correction} declined --reason "…"`,
  }),
  "decide.purged": ({ correction, day }) => ({
    message: `${correction} came in a return that had to go after ${day}, and its words were removed: what was decided of it stays`,
    hint: "To change what the document says, write it in retours/ by hand.",
  }),
  "decide.withdrawal-stands": ({ correction }) => ({
    message: `${correction} takes words out: anybody may take out their own, without saying why`,
    hint: `Integrate it: retour decide ${correction} integrated. If it does not take out their own words, say first what kind it is: retour review, or retour decide ${correction} declined --kind major --reason "…"`,
  }),
  "decide.withdrawal-said": ({ correction }) => ({
    message: `${correction} is a withdrawal, said to be one: it stays a withdrawal`,
    hint: `If the person has changed their mind, record it: retour receive --oral. If you confirmed it by mistake, undo the decision in retour review (key u).`,
  }),
  "decision.unknown-person": ({ person, known }) => ({
    message: `“${person}” is not a person of the study`,
    hint: `--by takes an id, never a name: ${known}`,
  }),
  "comparison.unknown-edition": ({ edition, known }) => ({
    message: `edition ${edition} was not sent`,
    hint: known === "" ? "Nothing was sent yet: `retour send`." : `Editions sent: ${known}`,
  }),
  "comparison.other-groups": ({ first, second }) => ({
    message: `${first} and ${second} are not editions of the same group`,
    hint: "Compare two editions of one document.",
  }),
  "comparison.unknown-section": ({ section, known }) => ({
    message: `there is no section “${section}” to compare`,
    hint: `Sections: ${known}`,
  }),
  "comparison.no-return": ({ participant, known }) => ({
    message: `nothing came back from ${participant}`,
    hint: known === "" ? "No return was received yet." : `Returns received from: ${known}`,
  }),
  "comparison.nothing-sent": () => ({
    message: "nothing was sent yet: there is nothing to compare",
    hint: "`retour send`, then `retour receive` when answers come.",
  }),
  "comparison.never-validated": () => ({
    message: "no section of these documents was validated yet",
    hint: "`retour diff` without an option compares what came back with what was sent.",
  }),
  "report.unknown": ({ name, known }) => ({
    message: `there is no report "${name}"`,
    hint: `Reports: ${known}`,
  }),
  "report.unknown-format": ({ format, known }) => ({
    message: `a report is not written in the format "${format}"`,
    hint: `Formats: ${known}`,
  }),
  "report.nothing-asked": ({ group }) => ({
    message: `nobody of the group ${group} has asked for anything yet: there is nothing to answer`,
    hint: "Receive the answers first with `retour receive`.",
  }),
  "report.leak-name": ({ where, name }) => ({
    message: `the real name of "${name}" is in it${where === "" ? "" : ` (${where})`}: no report was written`,
    hint: "In the person's words, as they wrote them: retour vault apply replaces it. In the reason of a decision (retour decide), the words chosen or the template, correct it yourself. If that word, written so, is no name, tell the vault: retour vault ignore.",
  }),
  "report.leak-withdrawn": ({ where }) => ({
    message: `withdrawn words are in it${where === "" ? "" : ` (${where})`}: no report was written`,
    hint: "The person took them back. Take them out of the reason of a decision, of the words chosen or of the template.",
  }),
  "report.names-someone": ({ correction, participant }) => ({
    message: `the reason given for ${correction} names someone else: it is not written in what ${participant} receives`,
    hint: `Say it in person, or give it without naming anybody, with the same decision: retour decide ${correction} … --reason "…"`,
  }),
  "review.no-terminal": () => ({
    message: "`review` asks questions, and nobody can answer here",
    hint: "Run it in a terminal, or decide without questions: retour decide c001 integrated",
  }),
};

const many = (count: number, one: string, several: string): string =>
  `${String(count)} ${count === 1 ? one : several}`;

export const correctionTexts: Texts<CorrectionTexts> = {
  "send.done": ({ edition, people, copies, folder }) =>
    `Edition ${edition} frozen. ${many(copies, "copy", "copies")} for ${many(people, "person", "people")}, in ${folder}`,
  "send.again": ({ edition, people, copies, folder }) =>
    `Edition ${edition}, sent before: ${many(copies, "copy", "copies")} for ${many(people, "person", "people")}, in ${folder}`,
  "send.person": ({ person, formats }) => `${person}: ${formats}`,
  "send.answer-by": ({ day }) => `The letter asks to answer by ${day}.`,
  "send.next": () =>
    "Give each person theirs; when an answer comes: retour receive FILE. Not answering is not agreeing.",
  "receive.return": ({ copy, person, count }) =>
    `${copy} (${person}): ${count === 0 ? "no correction" : many(count, "correction", "corrections")}`,
  "receive.replaced-names": ({ names }) =>
    names === 1 ? "one name replaced" : `${String(names)} names replaced`,
  "receive.next": () => "Next: retour diff, retour review",
  "receive.who": () => "Who",
  "receive.files": () => "Return",
  "receive.corrections": () => "Corrections",
  "receive.unplaced": () => "Not placed",
  "receive.repeated": () => "received before",
  "receive.no-corrections": () => "none",
  "receive.progress": ({ file }) => `reading ${file}`,
  "receive.silent": ({ edition, people }) =>
    `Have not answered ${edition} yet: ${people}. Not answering is not agreeing.`,
  "receive.all-answered": ({ edition }) => `Everyone has answered ${edition}.`,
  "receive.refused": ({ count, files }) =>
    `${count > 1 ? `${String(count)} files were not received` : "One file was not received"} (the reason is above): ${files}`,
  "receive.left-aside": ({ count, files }) =>
    `${count > 1 ? `${String(count)} files left aside` : "One file left aside"}: ${files}`,
  "return-format.docx": () => "Word",
  "return-format.odt": () => "LibreOffice",
  "return-format.json": () => "page",
  "return-format.md": () => "Markdown",
  "return-format.txt": () => "text",
  "return-format.eml": () => "email",
  "return-format.oral": () => "aloud",
  "loss.title": () => "Could not be placed:",
  "loss.whole": () => "Said of the text as a whole, kept as it is with this return (it is no correction):",
  "loss.aside": ({ lines, file }) =>
    `Set aside and only counted: ${lines}. To read them: ${file === "" ? "the original, in returns/" : file}`,
  "loss.place.attribution": ({ lines }) => `${many(lines, "line", "lines")} of a head or “On …, … wrote”`,
  "loss.place.greeting": ({ lines }) => `${many(lines, "line", "lines")} of greeting`,
  "loss.place.signature": ({ lines }) => `${many(lines, "line", "lines")} of closing or signature`,
  "loss.place.quoted": ({ lines }) =>
    `${many(lines, "quoted line that is", "quoted lines that are")} not from the copy`,
  "loss.place.attachment": ({ kind }) => `an attachment that is not read (${kind === "" ? "?" : kind})`,
  "loss.place.remark": () => "a remark without a section",
  "loss.place.letter": () => "in the letter",
  "loss.place.presentation": () => "before the first section",
  "loss.place.front-matter": () => "in the lines at the very top",
  "loss.place.moved": ({ section }) => `section moved (${section})`,
  "loss.place.layout": ({ section }) => `paragraphs split or joined (${section})`,
  "corrections.none": () => "No correction.",
  "corrections.count": ({ count, pending }) =>
    `${many(count, "correction", "corrections")}, ${pending === 0 ? "none pending" : `${String(pending)} pending`}`,
  "correction.kind-proposed": ({ kind }) => `${kind}, to be confirmed`,
  "correction.pending": () => "pending",
  "correction.decided": ({ outcome, by, reason }) =>
    `${outcome}, by ${by}${reason === "" ? "" : `: ${reason}`}`,
  "correction.brought-in": () => "brought into the document",
  "correction.by-hand": () => "counted as written by hand in the document, to be read again",
  "correction.conflicts": ({ ids }) => `asks for something else than ${ids}`,
  "correction.agrees": ({ ids }) => `asks for the same as ${ids}`,
  "decide.done": ({ id, outcome }) => `${id}: ${outcome}`,
  "decide.to-take-out": ({ id, outcome }) =>
    `${id}: ${outcome} (the document still follows it: retour integrate takes it out)`,
  "decide.to-integrate": ({ id, outcome }) => `${id}: ${outcome} (to bring in: retour integrate)`,
  "integrate.applied": ({ ids, documents }) => `Brought into ${documents}: ${ids}`,
  "integrate.nothing": () => "No decided correction is waiting to be brought into the document.",
  "integrate.already": ({ ids }) => `Nothing to change for ${ids}: the document says so already`,
  "integrate.by-hand": ({ ids }) =>
    `Without words to take up, counted as written by hand since their section has changed: ${ids}`,
  "integrate.conflict": ({ ids, section, reason }) => `Not brought in (${section}): ${ids} — ${reason}`,
  "diff.none": () => "No difference.",
  "diff.title": () => "Comparison",
  "diff.now": () => "the document today",
  "diff.people": () => "People",
  "diff.unchanged": ({ count }) =>
    count > 1 ? `${String(count)} sentences unchanged` : "one sentence unchanged",
  "diff.agree": ({ people }) => `${people} ask for the same thing`,
  "diff.agree-partly": ({ people }) => `${people} ask in part for the same thing`,
  "diff.contradict": ({ people }) => `${people} ask for different things of the same words`,
  "diff.keep": ({ people, others }) => `to be kept for ${people}, to be changed for ${others}`,
  "diff.nothing-here": () => "(nothing here)",
  "diff.whole-section": () => "On the section as a whole",
  "diff.adapted": ({ words }) => `words chosen: ${words}`,
  "diff.goes-on": () => "continued",
  "diff.page.names": ({ attribution }) =>
    attribution === "none"
      ? "On this page people have only their number in the study: that is what the study allows."
      : `On this page people have their number and their ${attribution}, as the study allows; no real name. It is for the group, in session.`,
  "diff.page.marks": ({ removed, added }) => `${removed}: to take out. ${added}: to put in.`,
  "diff.page.removed": () => "struck out",
  "diff.page.added": () => "underlined",
  "diff.page.filters": () => "Choose what is shown",
  "diff.page.sections": () => "Sections",
  "diff.page.kinds": () => "Kind",
  "diff.page.all": () => "Tick all",
  "diff.page.none": () => "Untick all",
  "diff.page.shown": ({ shown, total }) => `Passages shown: ${shown} of ${total}`,
  "diff.page.unfold": () => "Show the unchanged sentences too",
  "review.position": ({ number, count }) => `${String(number)}/${String(count)}`,
  "review.choose": () => "What becomes of this correction?",
  "review.integrate": () => "integrate it as it is",
  "review.adapt": () => "adapt it, in other words",
  "review.decline": () => "not follow it, and say why",
  "review.record": () => "keep it as a disagreement, in the section",
  "review.kind": () => "change its kind",
  "review.skip": () => "come back to it later",
  "review.stop": () => "stop here",
  "correction.moved": ({ first, second }) => `moved: ${first} and ${second} go together`,
  "review.section": ({ section, inSection, ofSection }) =>
    `${section}, ${String(inSection)}/${String(ofSection)} in this section`,
  "review.undo": () => "undo the last one",
  "review.undone": ({ ids }) => `Undone: ${ids}. To be decided again.`,
  "review.nothing-to-undo": () =>
    "Nothing to undo in this review. To change an older decision: retour decide",
  "review.same": ({ people, count }) =>
    `${people} ask for the same thing: decide for ${count > 2 ? "all of them" : "both"}?`,
  "review.moved": ({ first, second }) =>
    `${first} and ${second} are one passage that was moved: decide for both?`,
  "review.cancelled": () => "No words were left in the file: nothing was decided.",
  "review.no-editor": () => "The editor did not open (variable EDITOR). Type the words here.",
  "review.edit": ({ id, before }) =>
    `The words chosen for ${id}${before === "" ? "" : `, in the place of “${before}”`}. Write them under these lines, then save and close. Without any word, nothing is decided. These lines are not kept.`,
  "history.received": ({ at }) => `${at}  received`,
  "history.decided": ({ at, by, outcome, words }) =>
    `${at}  ${outcome}, by ${by}${words === "" ? "" : `: ${words}`}`,
  "history.undone": ({ at }) => `${at}  decision undone`,
  "history.brought-in": ({ at }) => `${at}  brought into the document`,
  "history.by-hand": ({ at }) => `${at}  counted as written by hand in the document, to be read again`,
  "history.taken-out": ({ at }) => `${at}  taken out of the document`,
  "review.and": () => "and",
  "report.done": ({ count, edition, folder }) =>
    `What became of the answers to ${edition}: ${many(count, "person", "people")}, in ${folder}`,
  "report.person": ({ person, asked, awaited }) =>
    `${person}: ${many(asked, "request", "requests")}${awaited === 0 ? "" : `, ${String(awaited)} still waiting`}`,
  "report.next": () => "Read them over, then give each person their own, with the next edition.",
  "review.none": () => "No correction is waiting for a decision.",
  "review.done": ({ decided, left }) =>
    `${decided === 0 ? "No decision" : many(decided, "decision noted", "decisions noted")}, ${left === 0 ? "nothing left pending" : `${String(left)} pending`}.`,
  "ask.answer-by": () => "Answer by which day? (year-month-day; nothing: none)",
  "ask.adapted-text": () => "The words chosen:",
  "ask.declined-reason": () => "The reason, which the person will read:",
  "ask.yes": () => "yes",
  "ask.no": () => "no",
  "ask.which-kind": () => "What kind is it?",
  "ask.who-answered": ({ file }) => `Who does ${file} come from?`,
  "ask.which-edition": ({ file }) => `Which edition does ${file} answer?`,
  "ask.whose-file": ({ file, stated, given }) =>
    `${file} holds ${stated}’s copy, but its name, or --from, says ${given}. Who answered?`,
  "ask.whose-edition": ({ file, stated, given }) =>
    `${file} is a copy of ${stated}, but --edition says ${given}. Which edition does it answer?`,
  "ask.never-made": ({ file, copy }) =>
    `${file} says that it is the copy ${copy}, which was never made. Whom does it come from?`,
  "ask.same-file": ({ file, person, other }) =>
    `${file} is the very file received from ${other}. Is it ${person}’s answer too?`,
  "ask.remark-section": ({ words }) => `“${words}”\nAbout which section?`,
  "ask.whole-text": () => "about the text as a whole (kept with the return; it becomes no correction)",
  "ask.place-later": () => "not to be placed now (kept among what was not placed)",
  "ask.which-section": () => "About which section?",
  "ask.said-words": () => "What was said?",
  "kind.nuance": () => "nuance",
  "kind.typo": () => "typo",
  "kind.minor": () => "minor",
  "kind.major": () => "major",
  "kind.disagreement": () => "disagreement",
  "kind.addition": () => "addition",
  "kind.withdrawal": () => "withdrawal of one’s words",
  "kind.strength": () => "to keep",
  "outcome.integrated": () => "integrated",
  "outcome.adapted": () => "adapted",
  "outcome.declined": () => "declined",
  "outcome.recorded": () => "kept as a disagreement",
  "conflict.overlap": () => "they ask for different things of the same words: keep one, or adapt",
  "conflict.words-changed": () =>
    "these words have changed in the document since it was sent: take them up by hand, or adapt",
  "conflict.section-gone": () => "this section is no longer in the document",
  "conflict.to-write-by-hand": () =>
    "the remark proposes no words: write them in the document, or adapt, then run this again",
  "conflict.moved-alone": () =>
    "this passage was moved, taken out here and put in there: decide alike for both, so that it is neither doubled nor lost",
};
