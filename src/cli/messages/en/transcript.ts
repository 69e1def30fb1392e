// The transcript area in English.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { Texts } from "../catalogue.ts";
import type { TranscriptTexts } from "../transcript.ts";
import type { TranscriptMessages } from "../../../transcript/messages.ts";
import type { ThemeMessages } from "../../../theme/messages.ts";

const meant = (nearest: string): string => (nearest === "" ? "" : `; did you mean "${nearest}"?`);
const digits = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
const some = (count: number, one: string, many: string): string =>
  `${digits(count)} ${count === 1 ? one : many}`;

export const transcriptMessages: Catalogue<TranscriptMessages> = {
  "import.purged": ({ day }) => ({
    message: `the transcripts of this study had to go after ${day}, and were removed: nothing is imported`,
    hint: "If they may be kept longer, write the new day in retour.yaml (retention: transcripts).",
  }),
  "import.without-times": ({ session, day }) => ({
    message: `the recordings had to go after ${day}, and were removed: the words of ${session} are kept without their times`,
    hint: "If they may be kept longer, write the new day in retour.yaml (retention: recordings), then import again with --replace.",
  }),
  "import.empty": ({ file }) => ({
    message: `${file} holds no words`,
    hint: "Check that it is the right file and that its export was finished.",
  }),
  "import.encoding": ({ file, encoding }) => ({
    message: `${file} is not in ${encoding}`,
    hint: "Leave --encoding out to have it recognised, or name another.",
  }),
  "import.unknown-encoding": ({ encoding, known }) => ({
    message: `the encoding "${encoding}" is not known`,
    hint: `Encodings: ${known}`,
  }),
  "import.line-too-long": ({ file, line }) => ({
    message: `${file} has a line of over a million characters (line ${String(line)}): it is not a transcript`,
    hint: "Check that it is the right file.",
  }),
  "import.other-format": ({ file, format }) => ({
    message: `${file} is not in the ${format} format`,
    hint: "Leave --format out: the format is told from the content.",
  }),
  "import.encoding-found": ({ encoding }) => ({
    message: `the file is not UTF-8: it was read as ${encoding}`,
    hint: "If accents are wrong, run it again with --replace --encoding and the right one (windows-1252, macintosh, cp850…).",
  }),
  "import.encoding-declared": ({ declared, encoding }) => ({
    message: `the file says it is ${declared}, but its letters are ${encoding}: it was read as such`,
    hint: "If accents are wrong, run it again with --replace --encoding and the right one.",
  }),
  "import.encoding-mixed": ({ lines }) => ({
    message: `the file mixes two encodings: it is UTF-8, and letters of these lines are Windows-1252 (${lines}); they were read as such`,
    hint: "Check the accents of these lines in the sheet: two texts were probably pasted together.",
  }),
  "import.twice-encoded": () => ({
    message: 'accents look damaged from here on ("Ã©" instead of "é"); the words are kept as they are',
    hint: "Open the original again, save it as UTF-8, then import it with --replace (without --encoding).",
  }),
  "import.unwrapped-lines": ({ first, last }) => ({
    message: `lines ${String(first)} to ${String(last)}: cut lines joined into one paragraph`,
  }),
  "import.unwrapped-hyphen": ({ before, after }) => ({
    message:
      before === ""
        ? "a word cut at the end of a line was joined, without its hyphen (it has a capital: it is not shown)"
        : `word cut at the end of a line: "${before}" and what follows make "${after}"`,
  }),
  "import.unwrapped-page": ({ words }) => ({
    message: `running head or page number taken out: "${words}"`,
    hint: "If someone said it, add it to the sheet.",
  }),
  "import.unwrap-nothing": () => ({
    message: "--unwrap changed nothing: no line of this text looks cut by a page",
    hint: "If lines are cut, join them in a text editor, a paragraph on each line, then import the file with --replace.",
  }),
  "import.unwrap-needless": ({ format }) => ({
    message: `--unwrap changes nothing in a file of the ${format} format: its lines are not cut`,
  }),
  "import.looks-wrapped": () => ({
    message: "lines look cut, as in a text taken out of a PDF; they are kept as they are",
    hint: "Run it again with --replace --unwrap to join lines and take out running heads and page numbers: every change will be said.",
  }),
  "import.cut-short": () => ({
    message: "the file stops before its end: it is probably incomplete",
    hint: "Export it again, then import it with --replace.",
  }),
  "import.controls-removed": () => ({
    message: "invisible control characters were taken out; no words were touched",
  }),
  "import.bad-time": () => ({
    message: "this line of times cannot be read; the words below it are kept, without a time",
    hint: "Times are written 00:01:02.500 --> 00:01:04.000",
  }),
  "import.time-backwards": () => ({
    message: "time runs backwards here; the words are kept, in the order of the file",
    hint: "Check that the file does not hold two recordings.",
  }),
  "import.stray-words": () => ({
    message: "these words stand under no line of times; they are kept with what comes before them",
  }),
  "import.damaged": () => ({
    message: "the file is damaged here: what could be read has been, words may be missing",
    hint: "Compare the sheet with the recording, or export the file again and import it with --replace.",
  }),
  "import.unreadable": () => ({
    message: "this part of the file could not be read: its words are missing",
    hint: "Export the file again and import it with --replace; or add the words to the sheet.",
  }),
  "import.damaged-more": ({ count }) => ({
    message: `the file is damaged in ${some(count, "other place", "other places")}: words may be missing`,
    hint: "Export it again from the program, then import it with --replace.",
  }),
  "import.more-like-these": ({ count }) => ({
    message: `${some(count, "other place of the file is", "other places of the file are")} in one of the cases above`,
    hint: "Only the first twenty places of each case are named.",
  }),
  "import.annotations-left": ({ count }) => ({
    message: `${some(count, "annotation that is", "annotations that are")} not speech (translation, gloss, remark…) ${count === 1 ? "is" : "are"} left out`,
    hint: "If speech is missing, put it at the first level in the program, one line per person, and export again.",
  }),
  "import.outside-speech": () => ({
    message: "words from here on are said by nobody: they become turns without a voice",
    hint: "If they are not speech, empty these turns in the sheet.",
  }),
  "import.undeclared-speaker": () => ({
    message: "whoever speaks here is not in the file's list: the voice bears its id",
    hint: "Say who it is with `retour speakers`.",
  }),
  "import.unknown-xml": ({ file }) => ({
    message: `${file} is an XML file of a kind that is not known`,
    hint: "ELAN (.eaf), Transcriber (.trs) and TEI are read. Export to one of them, or to text, from the program.",
  }),
  "import.too-deep": ({ file }) => ({
    message: `${file} nests its data without end: it is not a transcript`,
    hint: "Check that it is the right file.",
  }),
  "import.row-title": () => ({
    message:
      "words of this row of the table are not in the column of words: they make a turn without a voice",
    hint: "If it is a title, empty that turn in the sheet; if someone is speaking, write who in the turn's heading.",
  }),
  "import.passage-time": () => ({
    message: "this passage's start or end cannot be read, or its end is before its start; its words are kept",
    hint: "If this passage's time matters, correct it in the file, then import it with --replace.",
  }),
  "import.two-texts": () => ({
    message: "the file gives these words twice, and not the same: those of the passages are kept",
    hint: "Compare the sheet with the recording: words may be missing, or the voice may change a little earlier or later.",
  }),
  "import.unknown-json": ({ file }) => ({
    message: `${file} is JSON, but of no transcription tool that is known`,
    hint: "Export it again as WebVTT or SRT, which all these tools write, or as text.",
  }),
  "import.no-text-column": ({ file, known }) => ({
    message: `${file} is a table, and none of its columns is the one of the words`,
    hint: `Name it in the first row. Headings understood: ${known}`,
  }),
  "import.columns-left": ({ columns }) => ({
    message: `these columns of the table are not imported: ${columns}`,
    hint: 'If one of them is speech, call it "text", or join it to the column of the words.',
  }),
  "import.sheets-left": ({ count }) => ({
    message: `${some(count, "other sheet of the workbook holds", "other sheets of the workbook hold")} words; only the first that has a column of words is imported`,
    hint: "If the transcript goes on elsewhere, bring it together on one sheet.",
  }),
  "import.before-speakers": () => ({
    message: "these words come before anyone is named: they are a turn without a voice",
    hint: "If it is a title, empty that turn in the sheet; if someone is speaking, write their id in the turn's heading.",
  }),
  "import.about-left": () => ({
    message:
      "what the file says of the recording (title, program, audio file, notes) is not speech: it is not imported",
  }),
  "import.names-replaced": ({ count }) => ({
    message: `${some(count, "name is replaced by its pseudonym", "names are replaced by their pseudonyms")}, as the file asks`,
    hint: "Real names are kept nowhere. Check in the sheet that the pseudonyms are the study’s.",
  }),
  "import.names-left": ({ count }) => ({
    message: `${some(count, "word or group of words that the file gives as a name to replace still stands", "words or groups of words that the file gives as names to replace still stand")} in the speech`,
    hint: "Before any copy, replace these names in the sheet, or finish the anonymisation in Sonal, then import the file with --replace.",
  }),
  "import.interviewer": ({ participant }) => ({
    message: `the file says who asks the questions: that is ${participant}, the session’s only third person`,
    hint: "If it is someone else, say so with `retour speakers`.",
  }),
  "import.label-unread": ({ count }) => ({
    message: `this line may start with a name, as ${some(count - 1, "other line", "other lines")}: they were read as words`,
    hint: 'If someone is speaking, give --speaker "Name=P03"; a real name would otherwise stay among the words.',
  }),
  "import.turn-empty": () => ({
    message: "a name is alone here, and nothing is said before the next: this empty turn is not kept",
    hint: "If words are missing, add them to the file, then import it with --replace.",
  }),
  "import.label-once": () => ({
    message: "this line may start with a name, but it is there only once: it was read as words",
    hint: 'If someone is speaking, give --speaker "Name=P03"; a real name would otherwise stay among the words.',
  }),
  "import.changes-accepted": ({ count }) => ({
    message: some(count, "tracked change is read as accepted", "tracked changes are read as accepted"),
    hint: "If some should be rejected, do so in the file, then import it with --replace.",
  }),
  "import.comments-left": ({ count }) => ({
    message: `${some(count, "comment is not imported", "comments are not imported")}: it is not speech`,
    hint: "Read the file again: what should stay can be added to the sheet.",
  }),
  "import.notes-left": ({ count }) => ({
    message: `${some(count, "footnote is not imported", "footnotes are not imported")}: it is not speech`,
    hint: "Read the file again: what should stay can be added to the sheet.",
  }),
  "import.headers-left": ({ count }) => ({
    message: `${some(count, "page header or footer is not imported", "page headers or footers are not imported")}: it is not speech`,
    hint: "Read the file again: what should stay can be added to the sheet.",
  }),
  "import.numbers-left": ({ count }) => ({
    message: some(
      count,
      "line was numbered: its number is left out",
      "lines were numbered: their numbers are left out",
    ),
  }),
  "import.notices-left": ({ count }) => ({
    message: `${some(count, "line that the tool wrote of itself is not imported", "lines that the tool wrote of itself are not imported")} ("… started transcription")`,
  }),
  "import.repeats-left": ({ count }) => ({
    message: `these captions roll: ${some(count, "line is repeated", "lines are repeated")} from one caption to the next, and read only once`,
  }),
  "import.no-speakers": () => ({
    message: "this file does not say who speaks",
    hint: "Write each person's id in the headings of the sheet: ### 12 · P03",
  }),
  "import.which-session": ({ file, known }) => ({
    message: `which session is ${file} the transcript of?`,
    hint: `Give --session, or name the file after the session (s01.vtt). Sessions of the study: ${known}`,
  }),
  "import.name-it": ({ file, known }) => ({
    message: `the name of ${file} does not say which session it is the transcript of`,
    hint: `Rename it after its session (s01.vtt, s01-group.docx, Session 1.docx) or its date, or import it alone with --session. The study’s sessions: ${known}`,
  }),
  "import.no-session": () => ({
    message: "the study has no session yet",
    hint: "Add it first: `retour session add s01 --date 2026-01-15`.",
  }),
  "import.unknown-session": ({ session, nearest, known }) => ({
    message: `there is no session "${session}" in retour.yaml${meant(nearest)}`,
    hint:
      known === ""
        ? "Add it first: `retour session add s01 --date 2026-01-15`."
        : `Sessions of the study: ${known}. To add one: \`retour session add\`.`,
  }),
  "import.session-twice": ({ session }) => ({
    message: `two of these files would be the transcript of ${session}`,
    hint: "Keep the right one, or put them together in one file.",
  }),
  "import.one-session": () => ({
    message: "--session goes with one file only",
    hint: "Leave --session out: each file goes by its name (s01.vtt, s02.srt…).",
  }),
  "import.voice-of-each": () => ({
    message: "a voice that a machine named (SPEAKER_00, V1…) is someone else in each file",
    hint: "Import first, then say who speaks session by session: `retour speakers s01 SPEAKER_00=P01`.",
  }),
  "import.recording": ({ file }) => ({
    message: `${file} is a recording or an image, not a transcript`,
    hint: "Transcribe it first (noScribe, Whisper…), then import the text you get.",
  }),
  "import.pdf": ({ file }) => ({
    message: `${file} is a PDF: its words cannot be read without a risk of losing some`,
    hint: "Import the Word or text file it comes from; failing that, copy its text into a .txt file and import it with --unwrap.",
  }),
  "import.pdf-beside": ({ session }) => ({
    message: `this PDF is left aside: another file of the folder is the transcript of ${session}`,
  }),
  "import.folder-inside": () => ({
    message: "this folder inside is not read",
    hint: "If it holds transcripts, import it in its turn.",
  }),
  "import.link": () => ({
    message: "this is only a link to another place: it is not followed",
    hint: "Copy the file itself into the folder, or import it by its name.",
  }),
  "import.left-aside": ({ files, count }) => ({
    message: `${count < 2 ? "left aside, not a transcript" : "left aside, not transcripts"}: ${files}`,
  }),
  "import.nothing-in-folder": () => ({
    message: "this folder holds no transcript",
    hint: "Put files there that are named after the sessions: s01.vtt, s02-group.docx…",
  }),
  "import.too-many-themes": ({ file, count, most }) => ({
    message: `${file} names ${digits(count)} themes; the limit is ${digits(most)}`,
    hint: "Check that it is the right file.",
  }),
  "import.themes-added": ({ themes, count }) => ({
    message: `${some(count, "theme of the file is added", "themes of the file are added")} to codebook.yaml: ${themes}`,
    hint: "Read their titles again: none may hold a real name. `retour themes merge` joins them to yours.",
  }),
  "import.already": ({ session, turns }) => ({
    message: `${session} already has a transcript (${some(turns, "turn", "turns")}), made from another file`,
    hint: "To replace it and keep numbers and codings: --replace.",
  }),
  "import.withdrawn": ({ session, count }) => ({
    message: `${session}: ${count > 1 ? `${String(count)} withdrawn turns did` : "a withdrawn turn did"} not come back with this file`,
    hint: "That file still holds the words: delete it.",
  }),
  "import.unchanged": ({ session }) => ({
    message: `this file is already the transcript of ${session}: nothing changed`,
    hint: "To say who speaks: `retour speakers`.",
  }),
  "import.same-elsewhere": ({ session, other }) => ({
    message: `this file, imported for ${session}, is already the transcript of ${other}`,
    hint: "Check that it is the right session.",
  }),
  "import.speaker-form": () => ({
    message: "--speaker takes an equation: the file's voice, then the person",
    hint: 'For instance: --speaker "SPEAKER_00=P01"',
  }),
  "import.unknown-label": ({ known }) => ({
    message: "one of the voices given is not in the file",
    hint: `Voices of the file, names replaced: ${known}`,
  }),
  "import.corrected-words-replaced": ({ turn, before, after }) => ({
    message: `the words of ${turn} corrected in the sheet, "${before}", are replaced by the file’s: "${after}"`,
    hint: "If the file is wrong, correct the sheet again.",
  }),
  "import.corrected-turn-gone": ({ turn, words }) => ({
    message: `${turn}, corrected or added in the sheet, is no longer a turn of the new file: "${words}"`,
    hint: "If these words are missing, add them to the sheet in a new turn: ### + · P02",
  }),
  "import.corrected-words-more": ({ count }) => ({
    message: `${some(count, "other turn", "other turns")} corrected in the sheet now ${count === 1 ? "has" : "have"} the file’s words`,
    hint: "Read the sheet again; `retour backup` before --replace keeps the old one.",
  }),
  "import.added-turns-kept": ({ turns, count }) => ({
    message:
      count === 1
        ? `${turns}, added by hand, is not in the new file: it stayed, after the turn it followed`
        : `${turns}, added by hand, are not in the new file: they stayed, each after the turn it followed`,
    hint: "If they are not wanted, empty their words in the sheet and keep the heading.",
  }),
  "import.speakers-kept": ({ turns, count }) => ({
    message: `${count === 1 ? "this turn keeps" : "these turns keep"} the person you gave ${count === 1 ? "it" : "them"}: ${turns}`,
    hint: "The file says there what it said before; if it is right, correct the heading in the sheet.",
  }),
  "import.speakers-changed": ({ turns, count }) => ({
    message: `${some(count, "turn goes", "turns go")} to another person: ${turns}`,
    hint: "That is what the file says now, or --speaker. If it is wrong, correct the heading in the sheet.",
  }),
  "import.speaker-joined": ({ turn, participant, into }) => ({
    message: `the words of ${turn}, which the sheet gave to ${participant}, are now in ${into}, somebody else’s turn`,
    hint: "If the file is wrong, split that turn again in the sheet, with a ### + heading for what follows.",
  }),
  "coding.lost": ({ turn, theme, words, now }) => ({
    message: `the coding "${theme}" of ${turn} no longer has its words: "${words}"${now === "" ? "" : `; the turn now says: "${now}"`}`,
    hint: "Code the passage again if it is there in other words; the ledger remembers the old one.",
  }),
  "coding.touched": ({ turn, theme, before, after }) => ({
    message: `the coding "${theme}" of ${turn} no longer begins or ends with the same word: "${before}" became "${after}"`,
    hint: "Check its edges in the sheet.",
  }),
  "coding.touched-more": ({ count }) => ({
    message: some(count, "other coding has a corrected edge", "other codings have a corrected edge"),
    hint: "Read the coded passages of the sheet again.",
  }),

  "speakers.which-session": ({ known }) => ({
    message: "say first of which session",
    hint: `For example: \`retour speakers s01 V1=P01\`. Sessions of the study: ${known}`,
  }),
  "speakers.none": ({ session }) => ({
    message: `${session} has no transcript yet`,
    hint: "Import it: `retour import FILE --session …`.",
  }),
  "speakers.unknown-participant": ({ participant, nearest, known }) => ({
    message: `"${participant}" is nobody's id in this study${meant(nearest)}`,
    hint: `People known: ${known}. To add one: \`retour participant add\`.`,
  }),
  "speakers.known-person": ({ session, pseudonym, pair }) => ({
    message: `“${pseudonym}” is someone of the study: that voice is not joined to another`,
    hint: `To say that they are the same person: \`retour speakers ${session} "${pair}"\`. The voice stays, and it can be undone.`,
  }),
  "speakers.turns-moved": ({ session, from, to, count, turns, undo }) => ({
    message: `${some(count, "turn goes", "turns go")} from ${from} to ${to}: ${turns}`,
    hint:
      undo === ""
        ? `If this is not what you want, write ${from} in the headings of these turns in the sheet.`
        : `If this is not what you want: \`retour speakers ${session} "${undo}"\`.`,
  }),
  "speakers.unknown-label": ({ session, known }) => ({
    message: `one of the voices given is not in ${session}`,
    hint: `Voices of the session: ${known}`,
  }),

  "sheet.no-session": () => ({
    message: "the sheet no longer says which session it is of",
    hint: "Put back its first lines ---, session: s01, ---; or delete the sheet to have it written again from the ledger.",
  }),
  "sheet.wrong-session": ({ session }) => ({
    message: `this sheet is that of another session than ${session}`,
    hint: "Put the right sheet back, or delete this one: it will be written again from the ledger.",
  }),
  "sheet.words-outside": () => ({
    message: "these words stand before the first turn",
    hint: "Put them under a turn's heading; for a new turn: ### + · P02",
  }),
  "sheet.bad-heading": () => ({
    message: "this heading of a turn cannot be read",
    hint: "It is written ### 12 · P01 · 0:14:05. If the line is speech, put a backslash before the #: \\#",
  }),
  "sheet.number-twice": ({ number, first }) => ({
    message: `turn ${String(number)} is twice in the sheet (already at line ${String(first)})`,
    hint: "To add a turn or cut one in two, give the new one a + for its number: ### + · P02",
  }),
  "sheet.unknown-turn": ({ number }) => ({
    message: `the session has no turn ${String(number)}`,
    hint: "To add a turn, write + in the place of its number: ### + · P02",
  }),
  "sheet.turns-missing": ({ first, last, count }) => ({
    message:
      count === 1
        ? `turn ${String(first)} is no longer in the sheet`
        : `${some(count, "turn is", "turns are")} no longer in the sheet, from ${String(first)} to ${String(last)}`,
    hint: "Put the heading back, for instance with Undo. To take a turn's words out, keep its heading and delete what follows.",
  }),
  "sheet.mark-open": () => ({
    message: "a mark opened here is not closed",
    hint: "A coded passage is written {==the words==}{>>theme<<}",
  }),
  "sheet.mark-without-theme": () => ({
    message: "this highlighted passage does not say its theme",
    hint: "Add {>>theme<<} right after it, or take {== and ==} out.",
  }),
  "sheet.mark-alone": () => ({
    message: "this mark belongs to no highlighted passage",
    hint: "A coded passage is written {==the words==}{>>theme<<}. If these signs are speech, put a backslash before them.",
  }),
  "sheet.bad-tags": () => ({
    message: "this line starts with # but is not made of themes only",
    hint: "A turn's themes stand alone on their line: #fear #bond. If it is speech, put a backslash before the #.",
  }),
  "sheet.unknown-theme": ({ theme, nearest }) => ({
    message: `the theme "${theme}" is not in codebook.yaml${meant(nearest)}`,
    hint: `Correct it, or add it: \`retour themes add ${theme} --title "…"\`.`,
  }),
  "sheet.unknown-speaker": ({ known }) => ({
    message: "the person named in this heading is not of this study",
    hint: `Write an id: ${known}. Never a real name.`,
  }),
  "sheet.codings-removed": ({ session, count }) => ({
    message: `${some(count, "coding is", "codings are")} no longer in the sheet of ${session}: taken away`,
    hint: "If that was not meant, your editor may have saved an old version of the sheet: code again, then open it anew.",
  }),
  "sheet.rewritten": ({ session }) => ({
    message: `the sheet of ${session} was gone: it was written again from the ledger`,
  }),
};

export const themeMessages: Catalogue<ThemeMessages> = {
  "codebook.not-themes": () => ({
    message: "codebook.yaml must hold a list of themes",
    hint: 'For instance: themes:, then a line "- id: fear" and a line "title: Fear".',
  }),
  "codebook.id-twice": ({ id, line }) => ({
    message: `the theme "${id}" is already at line ${String(line)}`,
    hint: "Give one of the two another id, or take it out.",
  }),
  "codebook.edit-by-hand": ({ id }) => ({
    message: `the layout of codebook.yaml does not let "${id}" be changed safely; nothing was touched`,
    hint: "Make this change by hand in the file.",
  }),
  "theme.unknown": ({ theme, nearest, known }) => ({
    message: `there is no theme "${theme}" in codebook.yaml${meant(nearest)}`,
    hint:
      known === ""
        ? `Add it first: \`retour themes add ${theme} --title "…"\`.`
        : `Themes: ${known}. To add one: \`retour themes add\`.`,
  }),
  "theme.bad-id": ({ id, example }) => ({
    message: `"${id}" cannot be a theme's id`,
    hint: `Small letters, digits and hyphens, for instance ${example}`,
  }),
  "theme.id-taken": ({ id }) => ({
    message: `the theme "${id}" is there already`,
    hint: "Choose another id; `retour themes` shows those there are.",
  }),
  "theme.empty-title": () => ({ message: "the title is empty", hint: 'Give one: --title "Fear"' }),
  "theme.into-itself": ({ from, into }) => ({
    message: from === into ? `"${from}" cannot go into itself` : `"${into}" is inside "${from}"`,
    hint: `First move "${into}" elsewhere with \`retour themes move\`.`,
  }),
  "code.bad-turns": () => ({
    message: "these turns cannot be read",
    hint: "Write s01.12 for one turn, s01.12-15 for several, s01 to open the sheet.",
  }),
  "code.no-transcript": ({ session }) => ({
    message: `${session} has no transcript yet`,
    hint: "Import it: `retour import FILE --session …`.",
  }),
  "code.unknown-turns": ({ session, turns, last }) => ({
    message: `${turns}: no such turn`,
    hint: `The last number of ${session} is ${String(last)}; the sheet shows them all.`,
  }),
  "code.empty-turn": ({ turn }) => ({
    message: `${turn} has no words left`,
    hint: "Choose another turn.",
  }),
  "code.no-theme": () => ({
    message: "name at least one theme",
    hint: "For instance: `retour code s01.12 fear`. `retour themes` shows the themes.",
  }),
  "code.no-turn": ({ session }) => ({
    message: "say which turns to code",
    hint: `For instance: \`retour code ${session}.12 fear\`. \`retour code ${session}\` alone opens the sheet.`,
  }),
  "code.no-terminal": ({ session, sheet }) => ({
    message: "the sheet can only be opened in a terminal",
    hint: `Open ${sheet} in your editor, or name the turns: \`retour code ${session}.12 fear\`.`,
  }),
  "code.empty-text": () => ({
    message: "--text holds no words",
    hint: 'Give the words to code: --text "we are afraid to go in"',
  }),
  "code.text-not-found": ({ turns }) => ({
    message: `these words are not in ${turns}`,
    hint: "Copy them from the sheet, or check the number of the turn.",
  }),
  "code.text-several": ({ turns }) => ({
    message: `these words are in several places (${turns})`,
    hint: "Give a few words more, or a single turn.",
  }),
};

export const transcriptTexts: Texts<TranscriptTexts> = {
  "import.done": ({ session, turns, words, format, duration }) =>
    `${session}: ${some(turns, "turn", "turns")}, ${some(words, "word", "words")}${duration === "" ? "" : `, ${duration}`} (${format})`,
  "import.replaced": ({ session, turns, words, format, duration }) =>
    `${session} replaced: ${some(turns, "turn", "turns")}, ${some(words, "word", "words")}${duration === "" ? "" : `, ${duration}`} (${format})`,
  "import.same": ({ session }) => `${session}: nothing changed`,
  "import.replaced-names": ({ names, turns }) =>
    `${some(names, "name", "names")} replaced in ${some(turns, "turn", "turns")}`,
  "import.sheet": ({ file }) => `The sheet to correct and code: ${file}`,
  "imports.counted": ({ imported, replaced, unchanged, refused, aside }) =>
    [
      imported > 0 ? some(imported, "session imported", "sessions imported") : "",
      replaced > 0 ? some(replaced, "session replaced", "sessions replaced") : "",
      unchanged > 0 ? some(unchanged, "session unchanged", "sessions unchanged") : "",
      refused > 0 ? some(refused, "session not imported", "sessions not imported") : "",
      imported + replaced + unchanged + refused === 0 ? "Nothing was imported" : "",
      aside > 0 ? some(aside, "file left aside", "files left aside") : "",
    ]
      .filter(Boolean)
      .join(", "),
  "imports.sheets": () => "The sheets to correct and code: sessions/",
  "imports.unsaid": () => "To say who speaks, session by session: retour speakers",
  "imports.again": () =>
    "What was not imported is said above. Correct it, then run the same command again: what is already there is not done anew.",
  "imports.session": () => "Session",
  "imports.format": () => "Format",
  "imports.duration": () => "Duration",
  "imports.unknown": () => "Voices to say",
  "imports.unsaid-voices": () => "not said",
  "imports.problems": () => "To check",
  "imports.outcome": () => "Outcome",
  "imports.imported": () => "imported",
  "imports.replaced": () => "replaced",
  "imports.unchanged": () => "unchanged",
  "imports.refused": () => "not imported",
  "imports.progress": ({ session }) => `Importing ${session}`,
  "import.names": ({ session }) =>
    `${session}: these names of the file are replaced, and kept nowhere. Note who is who:`,
  "import.name": ({ name, label }) => `  ${label}  ${name}`,
  "voice.which": ({ label, session, date }) => `Who is "${label}" in ${session} (${date})?`,
  "voice.says": ({ at, words }) => `  ${at === "" ? "" : `${at}  `}"${words}"`,
  "voice.later": () => "I do not know yet",
  "voices.heading": ({ session }) => `Voices of ${session}`,
  "voices.unsaid": ({ session, pairs }) => `To say who speaks: retour speakers ${session} ${pairs}`,
  "voices.none-left": () => "No voice is left to say.",
  "heading.voice": () => "Voice",
  "heading.speaker": () => "Person",
  "heading.turns": () => "Turns",
  "heading.words": () => "Words",
  "voice.nobody": () => "?",
  "voice.unlabelled": () => "(no voice)",
  "code.done": ({ session, count }) => `${session}: ${some(count, "coding changed", "codings changed")}`,
  "code.removed": ({ session, count }) => `${session}: ${some(count, "coding removed", "codings removed")}`,
  "code.nothing": ({ session }) => `${session}: nothing changed`,
  "themes.none": () => 'The codebook is empty. To add a theme: retour themes add fear --title "Fear"',
  "themes.count": ({ turns, sessions }) =>
    turns === 0 ? "–" : `${some(turns, "turn", "turns")}, ${some(sessions, "session", "sessions")}`,
  "themes.added": ({ id, title }) => `Theme added: ${id} (${title})`,
  "themes.renamed": ({ id, title }) => `${id} is now called "${title}"`,
  "themes.moved": ({ id, parent }) => `${id} is now under ${parent}`,
  "themes.moved-to-root": ({ id }) => `${id} is now at the root`,
  "themes.merged": ({ from, into, count }) =>
    `${from} is merged into ${into}: ${some(count, "coding moved", "codings moved")}`,
};
