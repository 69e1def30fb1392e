// A message as a return: the copy itself when it was pasted and changed, else what it answers.
import type { FrozenSection } from "../../copy/frozen.ts";
import { asCopyId, type CopyId, type SectionId } from "../../kernel/ids.ts";
import { preface } from "../../copy/formats/markdown.ts";
import type { SentCopy } from "../../copy/sent-copy.ts";
import type { TextComment } from "../critic-markup.ts";
import { layBack } from "../lay-back.ts";
import type { Loss, ReadReturn, Remark, ReturnedSection } from "../return.ts";
import { answersIn, asideLoss, counted, type Answers, type Stretch } from "./answers.ts";
import { isBlank, type Line } from "./lines.ts";
import { SectionWords, type Passage } from "./passage.ts";
import { asReturnedText, isCopyItself, linesSent } from "./pasted.ts";
import { isChangedText, quotedText } from "./quoted-sections.ts";
import { sentWords, type SentWords } from "./sent-words.ts";
import { setAside, type MessageLine, type Sender } from "./set-aside.ts";

export function readAnswer(lines: readonly Line[], sender: Sender, sent: SentCopy): ReadReturn {
  const ofCopy = linesSent(sent);
  const all = setAside(lines, sender);
  const words = sentWords(sent);
  const own = all.filter(({ aside, depth }) => aside === undefined && depth === 0).map(({ text }) => text);
  if (isCopyItself(own, words)) {
    const read = all.map((line) => asCopy(line, ofCopy));
    const text = read.filter(({ aside, depth }) => aside === undefined && depth === 0);
    const seen = text.map((line) => line.text);
    const back = layBack(sent, asReturnedText(seen, sent));
    return { ...back, loss: [...back.loss, ...asideLoss(read)] };
  }
  const read = all.map((line) => (line.depth > 0 ? asCopy(line, ofCopy) : line));
  const answers = answersIn(read, words);
  const answered = sent.content.sections.map((section) => answeredSection(section, answers, words, sent));
  return {
    // It says nothing of the letter: it is as it was sent.
    preface: preface(sent),
    prefaceComments: [],
    sections: answered.map(({ section }) => section),
    remarks: remarksOf(answers, answered),
    loss: [
      ...answered.flatMap(({ loss }) => loss),
      ...asideLoss(read),
      ...counted("quoted", answers.leftQuoted),
    ],
    diagnostics: [],
  };
}

/** The copy greets, too. */
function asCopy(line: MessageLine, ofCopy: ReadonlySet<string>): MessageLine {
  const isFormula = line.aside === "greeting" || line.aside === "signature";
  if (!isFormula || !ofCopy.has(line.text.trim())) return line;
  return { text: line.text, depth: line.depth };
}

interface AnsweredSection {
  readonly section: ReturnedSection;
  /** What is said of its words, and what is among them now. */
  readonly placed: ReadonlySet<Stretch>;
  readonly loss: readonly Loss[];
}

/** A section with what is said of its words: it says the same, unless it was quoted nearly whole. */
function answeredSection(
  section: FrozenSection,
  { stretches, quoted }: Answers,
  words: SentWords,
  sent: SentCopy,
): AnsweredSection {
  const own = stretches.filter((each) => each.section === section.id);
  const lines = quoted.get(section.id) ?? [];
  if (lines.length === 0)
    return {
      section: { id: section.id, title: section.title, text: section.text, comments: [] },
      placed: new Set(),
      loss: [],
    };
  const asSent = new SectionWords(section.text);
  const isChanged = isChangedText(section, lines, words, asSent);
  const { text, loss } = isChanged
    ? quotedText(section, lines, words, sent)
    : { text: section.text, loss: [] };
  const now = isChanged ? new SectionWords(text) : asSent;
  const comments = new Map<Stretch, TextComment>();
  const inText = own.filter(({ isInQuote }) => isChanged && isInQuote);
  for (const stretch of own) {
    if (isChanged && stretch.isInQuote) continue;
    const passage = passageOf(stretch, now);
    if (passage) comments.set(stretch, { ...passage, words: stretch.words });
  }
  const { id, title } = section;
  return {
    section: { id, title, text, comments: [...comments.values()] },
    placed: new Set([...inText, ...comments.keys()]),
    loss,
  };
}

/** What a stretch answers: all that is quoted before it when it stands in one place, else its last paragraph. */
function passageOf({ quote }: Stretch, section: SectionWords): Passage | undefined {
  const end = quote.findLastIndex(({ text }) => !isBlank(text));
  const blank = quote.findLastIndex(({ text }, index) => index < end && isBlank(text));
  const find = (from: number): Passage | undefined =>
    section.find(quote.slice(from, end + 1).map(({ words }) => words));
  return find(0) ?? find(blank + 1);
}

/** What is said of no words of the text: one remark for each section, in the order of the message. */
function remarksOf({ stretches }: Answers, answered: readonly AnsweredSection[]): Remark[] {
  const bySection = new Map<SectionId | undefined, string[]>();
  const isPlaced = (stretch: Stretch): boolean => answered.some(({ placed }) => placed.has(stretch));
  for (const stretch of stretches) {
    if (isPlaced(stretch)) continue;
    const parts = bySection.get(stretch.section) ?? [];
    bySection.set(stretch.section, parts);
    parts.push(stretch.words);
  }
  return [...bySection].map(([section, parts]) => ({ section, words: parts.join("\n\n") }));
}

/** True when the sender wrote nothing but greetings and a signature, and quotes nothing. */
export function isSilent(lines: readonly Line[], sender: Sender): boolean {
  return setAside(lines, sender).every(({ text, aside }) => aside !== undefined || isBlank(text));
}

/** The copy that a text names, as its letter does; undefined when it names none, or several. */
export function copyNamedIn(lines: readonly Line[]): CopyId | undefined {
  const found = new Set<string>();
  for (const { text } of lines)
    for (const [, copy = ""] of text.matchAll(/(?<![a-zA-Z0-9])(r\d{2,4}-[A-Z]{1,3}\d{1,4})(?![a-zA-Z0-9])/g))
      found.add(copy);
  const [only] = found;
  return found.size === 1 && only !== undefined ? asCopyId(only) : undefined;
}
