// What `send` tells a person.
import { shown } from "../../kernel/shown.ts";
import type { Sent } from "../../copy/send.ts";
import type { Settings } from "../../study/settings.ts";
import type { Context, Outcome } from "../run.ts";
import { nameOf } from "./correction.ts";

export function reportSent(
  { edition, isNew, answerBy, copies }: Sent,
  settings: Settings,
  { say }: Context,
): Outcome {
  const people = [...new Set(copies.map(({ participant }) => participant))];
  const params = { edition, people: people.length, copies: copies.length, folder: `copies/${edition}/` };
  const lines = people.map((id) => {
    const formats = copies.filter(({ participant }) => participant === id).map(({ format }) => format);
    return `  ${say("send.person", { person: nameOf(settings, id), formats: formats.join(", ") })}`;
  });
  return {
    json: { edition, answerBy, copies },
    text: [
      say(isNew ? "send.done" : "send.again", params),
      ...lines.map(shown),
      ...(answerBy === null ? [] : [say("send.answer-by", { day: answerBy })]),
      say("send.next", {}),
    ].join("\n"),
  };
}
