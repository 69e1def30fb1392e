// What a person answers in the page, section by section, and how it is written in the file that they
// send back. A file or a draft that is taken up again is looked at piece by piece.

const data = JSON.parse(document.getElementById("Data").textContent);
const { words } = data;
const KEY = ["retour", data.study, data.copy, data.content].join("/");
const OPINIONS = ["agree", "nuance", "disagree", "keep"];
const LONGEST = 200000;

const sections = data.sections.map((sent) => ({
  ...sent,
  root: document.getElementById(sent.id),
  ...nothing(),
}));
let remark = "";
let lastSaved = "";

function nothing() {
  return {
    opinions: new Set(),
    /** What is said of a passage: {kind, block: a number or null, words}. */
    passages: [],
    /** Of a paragraph that is corrected, its words now. */
    edits: new Map(),
    /** Paragraphs put in: {after, text}. */
    added: [],
    /** Which of the person's own quotes are withdrawn. */
    withdrawn: new Set(),
    remark: "",
    isOpen: false,
  };
}

/** The answer as it is saved; a draft also keeps what was begun and put aside. */
function answer(isDraft) {
  const head = { retour: "answer", version: 1, study: data.study, copy: data.copy, edition: data.edition };
  const answered = sections.filter((section) => isDraft || isAnswered(section));
  return {
    ...head,
    content: data.content,
    sections: answered.map((section) => answerOn(section, isDraft)),
    remark: remark.trim(),
  };
}

function answerOn(section, isDraft) {
  const { blocks, own } = section;
  const passages = isDraft ? section.passages : saidPassages(section);
  return {
    id: section.id,
    title: section.title,
    answers: OPINIONS.filter((each) => section.opinions.has(each)),
    passages: passages.map(({ kind, block, words: said }) => ({
      kind,
      block,
      passage: block === null ? null : blocks[block].text,
      words: isDraft ? said : said.trim(),
    })),
    edits: [...section.edits]
      .sort(([a], [b]) => a - b)
      .map(([block, after]) => ({ block, before: blocks[block].text, after })),
    added: section.added.filter(({ text }) => isDraft || text.trim() !== ""),
    withdrawn: [...section.withdrawn]
      .sort((a, b) => a - b)
      .map((index) => ({ block: own[index].block, turns: own[index].turns, words: own[index].words })),
    remark: isDraft ? section.remark : section.remark.trim(),
  };
}

/** What is said of passages, under the opinions that are ticked. */
function saidPassages({ passages, opinions }) {
  return passages.filter(
    ({ kind, block, words: said }) => opinions.has(kind) && (said.trim() !== "" || block !== null),
  );
}

function isAnswered({ opinions, edits, added, withdrawn, remark: said }) {
  return (
    opinions.size + edits.size + withdrawn.size > 0 ||
    said.trim() !== "" ||
    added.some(({ text }) => text.trim() !== "")
  );
}

const isEmpty = () => remark.trim() === "" && !sections.some(isAnswered);

/** Takes an answer up again. What it holds is looked at piece by piece: a file can say anything. */
function takeUp(read) {
  forget();
  remark = textOf(read.remark);
  for (const each of listOf(read.sections)) {
    const section = sections.find(({ id }) => id === each.id);
    if (section === undefined) continue;
    const isBlock = (block) => Number.isInteger(block) && block >= 0 && block < section.blocks.length;
    for (const opinion of OPINIONS)
      if (Array.isArray(each.answers) && each.answers.includes(opinion)) section.opinions.add(opinion);
    for (const { kind, block, words: said } of listOf(each.passages))
      if (OPINIONS.includes(kind))
        section.passages.push({ kind, block: isBlock(block) ? block : null, words: textOf(said) });
    for (const { block, after } of listOf(each.edits))
      if (isBlock(block) && section.blocks[block].text !== "" && typeof after === "string")
        setEdit(section, block, textOf(after));
    for (const { after, text } of listOf(each.added))
      if (isBlock(after)) section.added.push({ after, text: textOf(text) });
    for (const { block, words: said } of listOf(each.withdrawn)) {
      const index = section.own.findIndex((quote) => quote.block === block && quote.words === said);
      if (index !== -1) section.withdrawn.add(index);
    }
    section.remark = textOf(each.remark);
  }
}

const textOf = (value) => (typeof value === "string" ? value.slice(0, LONGEST) : "");
const listOf = (value) =>
  Array.isArray(value) ? value.filter((each) => typeof each === "object" && each !== null) : [];

function forget() {
  remark = "";
  for (const section of sections) Object.assign(section, nothing());
}

function setEdit({ edits, blocks }, block, after) {
  if (after === blocks[block].text) edits.delete(block);
  else edits.set(block, after);
}
