// What `send` tells a person.
import { shown } from "../../kernel/shown.ts";
import type { Sent } from "../../copy/send.ts";
import type { Context, Outcome } from "../run.ts";

export function reportSent({ edition, isNew, copies }: Sent, { say }: Context): Outcome {
  const people = new Set(copies.map(({ participant }) => participant)).size;
  const params = { edition, people, copies: copies.length, folder: `copies/${edition}/` };
  const lines = [
    say(isNew ? "send.done" : "send.again", params),
    ...copies.map(({ path }) => `  ${path}`),
    say("send.next", {}),
  ];
  return { json: { edition, copies }, text: shown(lines.join("\n")) };
}
