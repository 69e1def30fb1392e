// Whether a section may quote whom it quotes: everyone has agreed to be quoted, for the audience
// wanted, under the name that is shown. A diverging position is its holder's words.
import type { Kysely } from "kysely";
import { namesOf } from "../correction/positions.ts";
import { formatTurn, type ParticipantId } from "../kernel/ids.ts";
import type { Tables } from "../ledger/schema.ts";
import { findQuotes, type Quote } from "../retour/quote.ts";
import { attributionAgreed, type Consents } from "../study/consent.ts";
import type { Audience, Settings } from "../study/settings.ts";
import { turnsByRef } from "../transcript/store.ts";
import { peopleOf, type Reason } from "../validation/reason.ts";
import { foldPhrase } from "../wording/phrases.ts";
import { positionHolders, type Placed } from "./positions.ts";

/** Why the quotes of a section keep it from leaving; empty when they do not. */
export type QuotingRule = (section: Placed) => Reason[];

/** The rule where consents are kept elsewhere. */
export const anyQuote: QuotingRule = () => [];

/** Reads once who spoke the turns that these sections quote, and who holds the positions in them. */
export async function quotingRule(
  db: Kysely<Tables>,
  sections: readonly Placed[],
  { settings, consents, audience }: { settings: Settings; consents: Consents; audience: Audience },
): Promise<QuotingRule> {
  const turns = sections.flatMap(({ content }) => findQuotes(content).flatMap((quote) => quote.turns));
  const spoken = await turnsByRef(db, turns);
  // Notes and texts that nobody spoke are the researcher's own.
  const written = new Set(
    settings.sessions.filter(({ capture }) => capture !== "recording").map(({ id }) => id),
  );
  const holdersIn = await positionHolders(db, settings);
  const purposes = audience === "public" ? (["quotation", "publication"] as const) : (["quotation"] as const);
  const isAgreed = (person: ParticipantId): boolean =>
    purposes.every((purpose) => consents.isGiven(person, purpose));
  return (section) => {
    const quotes = findQuotes(section.content);
    const unknown = new Set<string>();
    const [silent, misnamed] = [new Set<ParticipantId>(), new Set<ParticipantId>()];
    for (const quote of quotes) {
      const speakers = new Set<ParticipantId>();
      for (const turn of quote.turns) {
        const found = spoken.get(formatTurn(turn));
        if (found?.participant != null) speakers.add(found.participant);
        else if (found === undefined || !written.has(turn.session)) unknown.add(formatTurn(turn));
      }
      for (const each of speakers) if (!isAgreed(each)) silent.add(each);
      if (!isNamedAsAgreed(quote, [...speakers], settings, consents))
        for (const each of speakers) misnamed.add(each);
    }
    for (const [holder, labels] of holdersIn(section)) {
      if (!isAgreed(holder)) silent.add(holder);
      if (isMisnamed(labels, holder, settings, consents)) misnamed.add(holder);
    }
    return [
      ...(silent.size > 0
        ? [{ code: "reason.consent" as const, params: { people: peopleOf(silent), audience } }]
        : []),
      ...(unknown.size > 0
        ? [{ code: "reason.unknown-speaker" as const, params: { turns: [...unknown].join(", ") } }]
        : []),
      ...(misnamed.size > 0
        ? [{ code: "reason.attribution" as const, params: { people: peopleOf(misnamed) } }]
        : []),
    ];
  };
}

/** Nothing is under the quote but the names its speakers agreed to, all of them or some. */
function isNamedAsAgreed(
  { attribution }: Quote,
  speakers: readonly ParticipantId[],
  settings: Settings,
  consents: Consents,
): boolean {
  // Where the study shows no name, every name goes before the words leave.
  if (attribution === undefined || speakers.length === 0 || settings.attribution === "none") return true;
  let left = ` ${foldPhrase(attribution)} `;
  for (const speaker of speakers) {
    const name = foldPhrase(attributionAgreed(settings, consents, speaker) ?? "");
    if (name !== "") left = left.replace(` ${name} `, "  ");
  }
  return left.replace(/ (?:et|and) /g, " ").trim() === "";
}

/** A holder is called by another name than the one they agreed to. */
function isMisnamed(
  labels: readonly string[],
  holder: ParticipantId,
  settings: Settings,
  consents: Consents,
): boolean {
  if (settings.attribution === "none") return false;
  const agreed = foldPhrase(attributionAgreed(settings, consents, holder) ?? "");
  const others = settings.participants
    .filter(({ id }) => id === holder)
    .flatMap(namesOf)
    .filter((name) => name !== agreed);
  return labels.some((label) => {
    const left = ` ${label} `.replace(` ${agreed} `, "  ");
    return others.some((name) => left.includes(` ${name} `));
  });
}
