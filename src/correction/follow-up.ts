// What became of what one person asked: only their own words, the decisions and their reasons,
// and the titles of the sections. It leaves the team.
import type { CorrectionId, EditionId, SectionId } from "../kernel/ids.ts";
import type { FrozenSection } from "../copy/frozen.ts";
import { findQuotes, unescapeMarkdown } from "../retour/quote.ts";
import type { Settings } from "../study/settings.ts";
import { foldTypography } from "../wording/fold.ts";
import { meet, wordsIn } from "./conflict.ts";
import { isCarriedOutByHand, wordsAsked, type Correction, type Kind, type Outcome } from "./correction.ts";
import { passageFinder, passagesOf } from "./withdrawn-words.ts";

/** `kept`: words that are to stay as they are; `awaited`: nothing is decided yet. */
export type Followed = Outcome | "kept" | "awaited";

/** One request, as text: what a template shows of it (docs/templates.md). */
export interface RequestView {
  readonly kind: Kind;
  readonly outcome: Followed;
  /** The words concerned; empty when they are a quote, or were withdrawn by someone. */
  readonly before: string;
  /** The words asked for in their place; empty when none are. */
  readonly asked: string;
  readonly takesOut: boolean;
  readonly comment: string;
  /** The words chosen, when it was adapted. */
  readonly words: string;
  readonly reason: string;
  /** True when the reason names someone else: it is not written. */
  readonly hasReasonAloud: boolean;
  /** True when the document follows the decision, and the program has seen that it does. */
  readonly done: boolean;
  /** True when the team says that it changed the document for it, and that was not seen. */
  readonly toReread: boolean;
}

export interface SectionRequests {
  readonly title: string;
  readonly corrections: readonly RequestView[];
}

/** As many letters of the text as are needed to know which passage is meant. */
const LONGEST_PASSAGE = 160;

export function followedAs({ kind, decision }: Pick<Correction, "kind" | "decision">): Followed {
  return decision?.outcome ?? (kind === "strength" ? "kept" : "awaited");
}

/** What one person asked of each section, in the order of the sections of the last edition. `now`: the document as it is. */
export function requestsOf(
  own: readonly Correction[],
  all: readonly Correction[],
  editions: ReadonlyMap<EditionId, readonly FrozenSection[]>,
  settings: Settings,
  now: string,
): SectionRequests[] {
  const stands = passageFinder(now);
  const textOf = ({ edition, section }: Correction): string =>
    editions.get(edition)?.find(({ id }) => id === section)?.text ?? "";
  const titles = new Map<SectionId, string>();
  for (const sections of [...editions.values()].reverse())
    for (const { id, title } of sections) if (!titles.has(id)) titles.set(id, title);
  return [...titles].flatMap(([section, title]) => {
    const here = own
      .filter((each) => each.section === section)
      .sort((a, b) => (a.start ?? Infinity) - (b.start ?? Infinity));
    if (here.length === 0) return [];
    const corrections = here.map((each) => ({
      ...viewOf(each, textOf(each), all, settings),
      ...carriedOut(each, stands),
    }));
    return [{ title, corrections }];
  });
}

/** The corrections whose reason names another person: it is not to be written for this one. */
export function namesSomeoneElse(own: readonly Correction[], settings: Settings): CorrectionId[] {
  return own.filter((each) => namesAnother(each, settings)).map(({ id }) => id);
}

function viewOf(
  correction: Correction,
  text: string,
  all: readonly Correction[],
  settings: Settings,
): Omit<RequestView, "done" | "toReread"> {
  const { kind, decision, before, comment } = correction;
  const asked = wordsAsked(correction);
  const changes = before !== asked;
  const isHidden = touchesQuote(correction, text) || touchesWithdrawal(correction, all);
  const hasReasonAloud = namesAnother(correction, settings);
  return {
    kind,
    outcome: followedAs(correction),
    before: isHidden ? "" : passage(before),
    // What was sent back of a hidden passage would say it again; a comma alone says nothing.
    asked: !changes || (isHidden && before.trim() !== "") ? "" : said(plain(asked)),
    takesOut: changes && asked.trim() === "",
    comment: plain(comment),
    words: plain(decision?.text ?? ""),
    reason: hasReasonAloud ? "" : plain(decision?.reason ?? ""),
    hasReasonAloud,
  };
}

/** A page says that words are gone only when it is known which, and none of them can be read any more. */
function carriedOut(
  correction: Correction,
  stands: (passage: string) => boolean,
): Pick<RequestView, "done" | "toReread"> {
  const { kind, decision, before, isIntegrated } = correction;
  const passages = passagesOf(before);
  const isSeen =
    kind === "withdrawal" && decision?.outcome === "integrated"
      ? passages.length > 0 && !passages.some(stands)
      : !isCarriedOutByHand(correction);
  return { done: isIntegrated && isSeen, toReread: isIntegrated && !isSeen };
}

/** A quote is someone's words: they are not said again here, even to the one who spoke them. */
function touchesQuote(correction: Correction, text: string): boolean {
  const { start, before, after } = correction;
  if (start === null) return false;
  const words = wordsIn({ start, before });
  return findQuotes(text).some((quote) => meet(words, quote)) || findQuotes(after).length > 0;
}

function touchesWithdrawal(correction: Correction, all: readonly Correction[]): boolean {
  return all.some(
    (other) =>
      other.kind === "withdrawal" &&
      other.start !== null &&
      correction.start !== null &&
      other.id !== correction.id &&
      other.edition === correction.edition &&
      other.section === correction.section &&
      meet(wordsIn(correction), wordsIn(other)),
  );
}

function namesAnother({ participant, decision }: Correction, { participants }: Settings): boolean {
  const said = ` ${wordsOf(decision?.reason ?? "")} `;
  return participants
    .filter(({ id, role }) => id !== participant && role !== "tiers")
    .some(({ id, pseudonym, description }) =>
      [id, pseudonym, description].some((name) => name !== "" && said.includes(` ${wordsOf(name)} `)),
    );
}

const wordsOf = (text: string): string =>
  foldTypography(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** On one line, marks undone. */
function plain(text: string): string {
  const lines = text.replace(/^[ \t]*(?:(?:>|(?:#{1,6}|[-+*])(?=\s|$))[ \t]*)*/gm, "");
  return unescapeMarkdown(lines.replace(/\s+/g, " ").trim());
}

const said = (words: string): string => (/[\p{L}\p{N}]/u.test(words) ? words : "");

function passage(text: string): string {
  const words = said(plain(text));
  if (words.length <= LONGEST_PASSAGE) return words;
  return `${words.slice(0, LONGEST_PASSAGE).replace(/\s*\S*$/, "")} […]`;
}
