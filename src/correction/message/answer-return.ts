// A message as a return: the copy itself when it was pasted and changed, else what it answers.
import { asCopyId, type CopyId } from "../../kernel/ids.ts";
import { preface } from "../../copy/formats/markdown.ts";
import type { SentCopy } from "../../copy/sent-copy.ts";
import { layBack } from "../lay-back.ts";
import type { ReadReturn } from "../return.ts";
import { answersIn, asideLoss } from "./answers.ts";
import { isBlank, type Line } from "./lines.ts";
import { asReturnedText, isCopyItself, linesSent } from "./pasted.ts";
import { sentWords } from "./sent-words.ts";
import { setAside, type Sender } from "./set-aside.ts";

export function readAnswer(lines: readonly Line[], sender: Sender, sent: SentCopy): ReadReturn {
  const read = setAside(lines, sender);
  const words = sentWords(sent);
  const own = read.filter(({ aside, depth }) => aside === undefined && depth === 0).map(({ text }) => text);
  if (isCopyItself(own, words)) {
    // The copy greets, too.
    const ofCopy = linesSent(sent);
    const aside = new Set(read.filter((line) => line.aside !== undefined && !ofCopy.has(line.text.trim())));
    const text = read.filter((line) => line.depth === 0 && !aside.has(line)).map((line) => line.text);
    const back = layBack(sent, asReturnedText(text, sent));
    return { ...back, loss: [...back.loss, ...asideLoss([...aside])] };
  }
  const { remarks, loss } = answersIn(read, words);
  return {
    // It says nothing of the words themselves: they are as they were sent.
    preface: preface(sent),
    prefaceComments: [],
    sections: sent.content.sections.map(({ id, title, text }) => ({ id, title, text, comments: [] })),
    remarks,
    loss,
    diagnostics: [],
  };
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
