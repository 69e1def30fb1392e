// What may be a name, or may tell who someone is, in words where nobody said so.

export const likelyKinds = [
  "person",
  "place",
  "organisation",
  "phone",
  "email",
  "web",
  "address",
  "plate",
  "birth-date",
  "social-number",
  "bank-account",
  "file-number",
] as const;
export type LikelyKind = (typeof likelyKinds)[number];

/** What made it likely. */
export type LikelyReason =
  "capital" | "first-name" | "title" | "kinship" | "called" | "speech" | "place" | "form";

export interface Likely {
  /** As it is written there. */
  readonly form: string;
  readonly kind: LikelyKind;
  readonly reason: LikelyReason;
  /** UTF-16 indices in the text, the end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** What needs no question: each by its `foldPhrase`. */
export interface Known {
  readonly forms: ReadonlySet<string>;
  /** What of a text is answered for already: names of the vault, which are replaced. */
  readonly taken?: (text: string) => readonly { readonly start: number; readonly end: number }[];
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The first of those that overlap, the longer of two that begin together; in order. */
export function withoutOverlaps<S extends Stretch>(found: readonly S[]): S[] {
  const kept: S[] = [];
  for (const each of found.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each);
  return kept;
}
