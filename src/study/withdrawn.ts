// What people withdrew, as the study remembers it: who, which turns, which documents were touched,
// and the sentences, of which only a digest is left.
import { sha256 } from "../kernel/fingerprint.ts";
import type { ParticipantId } from "../kernel/ids.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { leadOf, PHRASE_WORDS } from "../wording/phrases.ts";
import { placeTokens } from "../wording/placed-tokens.ts";
import type { Participant } from "./settings.ts";
import { leftAltogether, phraseRowsOf, withdrawalRows, withdrawnPhraseRows } from "./store.ts";

export interface Withdrawal {
  /** `w001` */
  readonly id: string;
  readonly participant: ParticipantId;
  /** `all`, `s01`, `s01.12, s01.14`, or `quote`. */
  readonly scope: string;
  readonly at: string;
  /** `turn`: a turn whole, `s01.12`; `passage`: words of one; then what held the words, by its id. */
  readonly touched: readonly { readonly kind: string; readonly subject: string }[];
}

export interface WithdrawnPhrase {
  readonly lead: number;
  /** How many words it has. */
  readonly words: number;
  readonly digest: string;
}

/** The digest of a folded sentence (wording/phrases.ts): the study's id keeps two studies apart. */
export const phraseDigest = (studyId: string, phrase: string): string => sha256(studyId + phrase);

/** The digests of withdrawn sentences, without their words. */
export function withdrawnPhrases({ db }: Pick<Ledger, "db">): Promise<WithdrawnPhrase[]> {
  return withdrawnPhraseRows(db);
}

/** The digests of what one person withdrew. */
export function phrasesWithdrawnBy(
  { db }: Pick<Ledger, "db">,
  participant: ParticipantId,
): Promise<WithdrawnPhrase[]> {
  return phraseRowsOf(db, participant);
}

/** Every withdrawal, in the order they were made. */
export async function withdrawals({ db }: Pick<Ledger, "db">): Promise<Withdrawal[]> {
  return withdrawalRows(db);
}

/**
 * The people of the study, those who withdrew everything being of it no more: they are not asked,
 * not counted, and nothing is sent to them. retour.yaml still names them.
 */
export async function asTheyAreNow(
  people: readonly Participant[],
  { db }: Pick<Ledger, "db">,
): Promise<readonly Participant[]> {
  const left = await leftAltogether(db);
  if (left.size === 0) return people;
  return people.map((person) => (left.has(person.id) ? { ...person, role: "withdrawn" } : person));
}

/** Finds withdrawn sentences in texts, wherever they stand, from their digests. */
export function withdrawnFinder(
  phrases: readonly WithdrawnPhrase[],
  studyId: string,
): (text: string) => { readonly start: number; readonly end: number }[] {
  const byLead = new Map<number, WithdrawnPhrase[]>();
  for (const phrase of phrases) byLead.set(phrase.lead, [...(byLead.get(phrase.lead) ?? []), phrase]);
  return (text) => {
    const found: { start: number; end: number }[] = [];
    if (byLead.size === 0) return found;
    const tokens = placeTokens(text);
    const wordsFrom = (at: number, count: number): string =>
      tokens
        .slice(at, at + count)
        .map(({ key }) => key)
        .join(" ");
    for (let at = 0; at + PHRASE_WORDS <= tokens.length; at += 1) {
      const known = byLead.get(leadOf(wordsFrom(at, PHRASE_WORDS)));
      const first = tokens[at];
      for (const { words, digest } of known ?? []) {
        const last = tokens[at + words - 1];
        if (first && last && phraseDigest(studyId, wordsFrom(at, words)) === digest)
          found.push({ start: first.start, end: last.end });
      }
    }
    return found;
  };
}
