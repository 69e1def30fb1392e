// The ids of the method: who, which meeting, which turn, which section, which edition.

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type GroupId = Branded<"group">;
export type ParticipantId = Branded<"participant">;
export type SessionId = Branded<"session">;
export type ThemeId = Branded<"theme">;
export type SectionId = Branded<"section">;
export type EditionId = Branded<"edition">;
export type CopyId = Branded<"copy">;
export type CorrectionId = Branded<"correction">;

/** A turn of speech, `s01.12`: turn 12 of session s01. */
export interface TurnRef {
  readonly session: SessionId;
  readonly number: number;
}

// Plain ranges: a class of all the world's letters, repeated, takes Node 10 ms to read.
const shapes = {
  group: /^[a-z][a-z0-9-]{0,30}$/,
  participant: /^[A-Z]{1,3}[0-9]{1,4}$/,
  session: /^s[0-9]{1,4}$/,
  slug: /^(?=.{1,80}$)[a-z0-9ß-öø-ÿœ]+(?:[_-]+[a-z0-9ß-öø-ÿœ]+)*$/,
  edition: /^r[0-9]{2,4}$/,
  correction: /^c[0-9]{3,6}$/,
  copy: /^(r[0-9]{2,4})-([A-Z]{1,3}[0-9]{1,4})$/,
};

type Accept<Id extends string> = (text: string) => Id | undefined;

function accept(shape: RegExp): Accept<never> {
  return (text) => (shape.test(text) ? (text as never) : undefined);
}

export const asGroupId: Accept<GroupId> = accept(shapes.group);
export const asParticipantId: Accept<ParticipantId> = accept(shapes.participant);
export const asSessionId: Accept<SessionId> = accept(shapes.session);
export const asThemeId: Accept<ThemeId> = accept(shapes.slug);
export const asSectionId: Accept<SectionId> = accept(shapes.slug);
export const asEditionId: Accept<EditionId> = accept(shapes.edition);
export const asCopyId: Accept<CopyId> = accept(shapes.copy);
export const asCorrectionId: Accept<CorrectionId> = accept(shapes.correction);

/** `copyId("r02", "P03")` is `r02-P03`. */
export function copyId(edition: EditionId, participant: ParticipantId): CopyId {
  return `${edition}-${participant}` as CopyId;
}

/** The edition and the participant a copy id names. */
export function partsOfCopy(copy: CopyId): { edition: EditionId; participant: ParticipantId } | undefined {
  const match = shapes.copy.exec(copy);
  if (!match) return undefined;
  return { edition: match[1] as EditionId, participant: match[2] as ParticipantId };
}

/** `numbered("r", 2, 2)` is `r02`; `numbered("c", 17, 3)` is `c017`. */
export function numbered(letter: string, number: number, digits: number): string {
  return letter + String(number).padStart(digits, "0");
}

/** The next free id of a numbered series: `nextId("s", ["s01", "s03"], 2)` is `s04`. */
export function nextId(letter: string, existing: readonly string[], digits: number): string {
  const numbers = existing
    .filter((id) => id.startsWith(letter))
    .map((id) => Number(id.slice(letter.length)))
    .filter(Number.isInteger);
  return numbered(letter, Math.max(0, ...numbers) + 1, digits);
}

/** `s01.12` for a turn. */
export function formatTurn(turn: TurnRef): string {
  return `${turn.session}.${String(turn.number)}`;
}

const turnRange = /^(s[0-9]{1,4})\.([0-9]{1,6})(?:[-–]([0-9]{1,6}))?$/;

/**
 * Reads `s01.12` or the range `s01.12-15` into its turns, in order.
 * Returns undefined when the text is neither, or when the range runs backwards or
 * holds more than 10,000 turns.
 */
export function parseTurns(text: string): TurnRef[] | undefined {
  const match = turnRange.exec(text.trim());
  if (!match) return undefined;
  const session = match[1] as SessionId;
  const first = Number(match[2]);
  const last = match[3] === undefined ? first : Number(match[3]);
  if (last < first || last - first >= 10_000) return undefined;
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    session,
    number: first + index,
  }));
}

/**
 * Makes a stable id from a title: `slug("La peur, la nuit")` is `la-peur-la-nuit`.
 * Accents are dropped; the result is at most 60 characters and may be empty.
 */
export function slug(title: string): string {
  return title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
}
