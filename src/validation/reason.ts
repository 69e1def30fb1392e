// Why a section is not validated, as codes and values; the words are in the catalogues of the
// front door. `people` are ids, `P03, P05`.
import type { ParticipantId } from "../kernel/ids.ts";
import type { Audience } from "../study/settings.ts";
import type { Verdict } from "./rule.ts";
import type { Electorate } from "./facts.ts";

export interface ReasonTexts {
  "reason.never-sent": Record<string, never>;
  "reason.changed-since-sent": Record<string, never>;
  "reason.pending": { count: number };
  "reason.against": { people: string };
  "reason.abstained": { people: string };
  "reason.corrected": { people: string };
  "reason.quoted": { people: string };
  "reason.unknown-turns": { turns: string };
  "reason.quorum": { agreed: number; needed: number };
  "reason.minimum": { agreed: number; needed: number };
  "reason.no-session": Record<string, never>;
  /** The rule of today holds; the one that people were asked under does not. */
  "reason.rule-changed": { audience: Audience };
  /** Recorded as agreeing by the group in session; they are not in its `present` any more. */
  "reason.not-present": { session: string; people: string };
  "reason.silent": { people: string };
  "reason.ask-again": { people: string };
  /** Words of the agreed text and what stands in their place; either may be empty. */
  "reason.lapsed": { was: string; now: string };
  "reason.lapsed-more": { count: number };
  /** Someone withdrew words of theirs that stood in what was agreed to. */
  "reason.withdrawn-words": Record<string, never>;
  "reason.name-replaced": Record<string, never>;
  "reason.withdrawn": { people: string; corrections: string };
  /** They agree to the words, and have said nothing of how far these may go. */
  "reason.audience-not-decided": { audience: Audience; people: string };
  "reason.audience-against": { audience: Audience; people: string };
  "reason.narrower": { audience: Audience; wanted: Audience };
  /** The words in the ledger are not those that were agreed to. */
  "reason.fingerprint-mismatch": Record<string, never>;
  /** Someone opposes the words, and no note says so beside them. */
  "reason.opposition-hidden": { count: number };
  /** Quoted people who have not agreed to be, for this audience. */
  "reason.consent": { people: string; audience: Audience };
  /** Quoted turns of which nobody can say whose they are, and so who agrees to it. */
  "reason.unknown-speaker": { turns: string };
  /** The name under their words is not the one they agreed to. */
  "reason.attribution": { people: string };
  /** Turn references or private marks are written in a way that could not be taken out. */
  "reason.not-clean": Record<string, never>;
}

export type ReasonCode = keyof ReasonTexts;
export type Reason = { [C in ReasonCode]: { readonly code: C; readonly params: ReasonTexts[C] } }[ReasonCode];

export const peopleOf = (people: Iterable<ParticipantId>): string => [...people].join(", ");

/** What keeps the rule from holding, most weighty first. */
export function unmetReasons(verdict: Verdict, electorate: Electorate): Reason[] {
  const { against, abstained, corrected, quotedMissing, needed, agreeing } = verdict;
  const named = new Set([...against, ...abstained, ...corrected]);
  const quoted = quotedMissing.filter((each) => !named.has(each));
  const silent = verdict.silent.filter((each) => !named.has(each) && !quoted.includes(each));
  const isAskedAtOnce = electorate.silence === "ask-again" && electorate.askAgainAfter === null;
  const isCounted = electorate.rule.kind !== "group-session";
  const about = (
    code:
      | "reason.against"
      | "reason.abstained"
      | "reason.corrected"
      | "reason.quoted"
      | "reason.silent"
      | "reason.ask-again",
    people: readonly ParticipantId[],
  ): Reason[] => (people.length > 0 ? [{ code, params: { people: peopleOf(people) } }] : []);
  return [
    ...ruleChanged(verdict, "group"),
    ...about("reason.against", against),
    ...(isCounted ? about("reason.abstained", abstained) : []),
    ...about("reason.corrected", corrected),
    ...about("reason.quoted", quoted),
    ...(verdict.unknownTurns.length > 0
      ? [{ code: "reason.unknown-turns" as const, params: { turns: verdict.unknownTurns.join(", ") } }]
      : []),
    ...(needed !== undefined && agreeing < needed ? [tooFew(electorate, agreeing, needed)] : []),
    ...(verdict.isSessionMissing ? [{ code: "reason.no-session" as const, params: {} }] : []),
    ...(isCounted ? about(isAskedAtOnce ? "reason.ask-again" : "reason.silent", silent) : []),
  ];
}

/** `audience`: the one that was judged; the group when it is the words. */
export function ruleChanged({ isRuleChanged }: Verdict, audience: Audience): Reason[] {
  return isRuleChanged ? [{ code: "reason.rule-changed", params: { audience } }] : [];
}

function tooFew({ rule }: Electorate, agreed: number, needed: number): Reason {
  const params = { agreed, needed };
  return rule.kind === "quorum" ? { code: "reason.quorum", params } : { code: "reason.minimum", params };
}
