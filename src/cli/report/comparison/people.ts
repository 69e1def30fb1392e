// Who is who in a comparison: a sign and a colour for each person, the same wherever they are shown.
import type { ComparedSection } from "../../../correction/comparison.ts";
import { attributionOf, type Settings } from "../../../study/settings.ts";
import type { Say } from "../../messages/catalogue.ts";

export interface Person {
  /** A participant, an edition, or null for the document as it stands. */
  readonly id: string | null;
  /** Empty for a version: it is alone. */
  readonly sign: string;
  /** Of a colour, from 0 to COLOURS - 1. */
  readonly colour: number;
}

const COLOURS = 8;

const signs = ["●", "▲", "■", "◆", "✚", "★", "▼", "○"];

/** The people whose asks are shown, in order of their ids. */
export function peopleIn(
  sections: readonly ComparedSection[],
  settings: Settings,
): Map<string | null, Person> {
  const ids = new Set(sections.flatMap(({ variants }) => variants.map(({ by }) => by)));
  const known = settings.participants.map(({ id }): string => id);
  const people = [...ids].filter((id) => id !== null).sort();
  return new Map(
    (ids.has(null) ? [null, ...people] : people).map((id) => {
      // Of the study's people, so that the same person keeps the same sign from one run to the next.
      const index = id === null ? -1 : known.indexOf(id);
      // Past eight, the same colours come back with other signs.
      const sign = index === -1 ? "" : (signs[(index + Math.floor(index / COLOURS)) % signs.length] ?? "");
      return [id, { id, sign, colour: Math.max(index, 0) % COLOURS }];
    }),
  );
}

/** On a page that is shown to the group, people are named as the study allows. */
export function nameOnPage(id: string | null, settings: Settings, say: Say): string {
  if (id === null) return say("diff.now", {});
  const person = settings.participants.find((each) => each.id === id);
  const name = person === undefined ? undefined : attributionOf(settings, person.id);
  return name === undefined ? id : `${id} · ${name}`;
}

/** `P01, P02 et P03` */
export function listed(names: readonly string[], language: "fr" | "en"): string {
  const last = names.at(-1) ?? "";
  if (names.length < 2) return last;
  return `${names.slice(0, -1).join(", ")} ${language === "fr" ? "et" : "and"} ${last}`;
}
