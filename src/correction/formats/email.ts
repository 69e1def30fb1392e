// An email file: the returns attached to it, and what is said in the message itself.
import type { OpenedReturn, ReturnReader } from "../return.ts";
import { copyNamedIn, isSilent, readAnswer } from "../message/answer-return.ts";
import { isMessage, readMessage } from "../message/message.ts";
import { textReturn } from "./text.ts";

export const emailReturn: ReturnReader = {
  format: "eml",
  // A message that was copied by hand into a file is a text.
  open: (bytes, file) => (isMessage(bytes) ? openMessage(bytes, file) : textReturn.open(bytes, file)),
};

async function openMessage(bytes: Buffer, file: string): Promise<OpenedReturn> {
  const { lines, sender, attached } = await readMessage(bytes, file);
  return {
    identity: { copy: copyNamedIn(lines), study: undefined },
    read: (sent) => readAnswer(lines, sender, sent),
    attached,
    isSilent: isSilent(lines, sender),
  };
}
