// The answer that a participant's page saves: each gesture becomes what it asks for, in the
// paragraphs that were sent. What finds no place there is a remark, word for word.
import { decodeUtf8 } from "../../kernel/files.ts";
import { asCopyId } from "../../kernel/ids.ts";
import { preface } from "../../copy/formats/markdown.ts";
import { contentFingerprint, pageSections } from "../../copy/formats/page/page-sections.ts";
import { layOut } from "../../copy/layout.ts";
import type { SentCopy } from "../../copy/sent-copy.ts";
import { layBack } from "../lay-back.ts";
import { diagnose, refuse } from "../messages.ts";
import type { OpenedReturn, ReturnReader } from "../return.ts";
import type { ReturnedText } from "../returned-text.ts";
import { readAnswer, type AnswerFile } from "./answer-file.ts";
import { AnsweredText } from "./answered-text.ts";

export const answerReturn: ReturnReader = {
  format: "json",
  open: (bytes, file) => openAnswer(decodeUtf8(bytes, file), file),
};

/** Opens an answer. Refuses a file that is cut short, is no answer, or comes from a later program. */
export function openAnswer(text: string, file: string): OpenedReturn {
  const answer = readAnswer(parsed(text, file));
  if (answer === "no-answer") throw refuse("return.not-answer", { file });
  if (answer === "newer") throw refuse("return.answer-newer", { file });
  return {
    identity: {
      copy: answer.copy === undefined ? undefined : asCopyId(answer.copy),
      study: answer.study,
    },
    read: (sent) => layBack(sent, answeredText(answer, sent, file)),
  };
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refuse("return.answer-broken", { file }, { cause: error });
  }
}

/** An answer as the text that was sent, with what it asks for in its place. */
function answeredText(answer: AnswerFile, sent: SentCopy, file: string): ReturnedText {
  const sections = pageSections(sent);
  const text = new AnsweredText(sent.language, layOut(preface(sent)));
  for (const section of sections)
    text.section(
      section,
      answer.sections.filter(({ id }) => id === section.id),
    );
  const ids = new Set<string>(sections.map(({ id }) => id));
  for (const each of answer.sections) if (!ids.has(each.id)) text.stray(each);
  const isOther = answer.content !== contentFingerprint(sent.content);
  return {
    ...text.whole(),
    loss: answer.remark.trim() === "" ? [] : [{ place: "whole", words: answer.remark.trim() }],
    diagnostics: [
      ...(isOther ? [diagnose("return.answer-other-text", "warning", { file })] : []),
      ...(answer.unread > 0
        ? [diagnose("return.answer-unread", "info", { file, count: answer.unread })]
        : []),
    ],
  };
}
