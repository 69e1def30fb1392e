// Where a section stands, derived each time from facts; docs/states.md is this file as a table.
import type { GroupId, ParticipantId, SectionId } from "../kernel/ids.ts";
import type { Audience } from "../study/settings.ts";
import type { CorrectionFact, Electorate, Means, SectionFacts } from "./facts.ts";
import { noLongerPresent } from "./presence.ts";
import { peopleOf, ruleChanged, unmetReasons, type Reason } from "./reason.ts";
import { hasEverHeld, judge, widestAudience, type Verdict } from "./rule.ts";
import { standingVoices } from "./stance.ts";
import { stillStands } from "./withdrawal.ts";

/** In order of precedence: a section is in the first state whose definition it meets. */
export const states = ["withdrawn", "validated", "refused", "lapsed", "corrected", "sent", "draft"] as const;
export type State = (typeof states)[number];

export interface SectionState {
  readonly group: GroupId;
  readonly id: SectionId;
  readonly title: string;
  readonly state: State;
  /** The widest audience agreed to; null when the section is not validated. */
  readonly audience: Audience | null;
  /** Of the words that stand in the document now. */
  readonly fingerprint: string;
  readonly electorate: Electorate;
  /** Whether the rule holds on the words; who says what, below, is of the words too. */
  readonly words: { readonly holds: boolean };
  readonly agreed: readonly ParticipantId[];
  readonly against: readonly ParticipantId[];
  readonly abstained: readonly ParticipantId[];
  readonly silent: readonly ParticipantId[];
  /** Those who were consulted, or said something where the rule leaves it to others. */
  readonly consulted: readonly ParticipantId[];
  /** True when the group lets something stand beside these words. */
  readonly hasNote: boolean;
  /** How, in which sessions, and read aloud on which days, the words were agreed to. */
  readonly means: readonly Means[];
  readonly sessions: readonly string[];
  readonly sittings: readonly string[];
  /** Corrections that are not decided, or decided and not yet in the document. */
  readonly pending: number;
  /** Empty when the section is validated. */
  readonly reasons: readonly Reason[];
  /** When it is lapsed: the words that had been agreed to, and those that stand now. */
  readonly lapsedFrom:
    | {
        readonly was: string;
        readonly now: string;
        readonly isWithdrawn: boolean;
        readonly isRenamed: boolean;
      }
    | undefined;
}

export function stateOf(facts: SectionFacts): SectionState {
  const { present, corrections, electorate, group, id, title } = facts;
  const widest = widestAudience(present, corrections, electorate);
  const verdict = judge(present, corrections, electorate, "group");
  const agreeing = standingVoices(present.voices, corrections).filter(
    ({ participant, stance, about, uncounted }) =>
      stance === "agree" &&
      uncounted === undefined &&
      about !== "audience" &&
      verdict.agreed.includes(participant),
  );
  const withdrawn = corrections.filter((each) => stillStands(each, present));
  const pending = corrections.filter(isPending).length;
  const agreedOnce = facts.former.findLast((words) => hasEverHeld(words, electorate));
  const meets: Record<State, boolean> = {
    withdrawn: withdrawn.length > 0,
    validated: widest !== undefined,
    refused: verdict.against.length > 0,
    lapsed: agreedOnce !== undefined,
    corrected: pending > 0,
    sent: facts.sent === present.fingerprint,
    draft: true,
  };
  const state = states.find((each) => meets[each]) ?? "draft";
  const absent = noLongerPresent(present.voices);
  const unmet = [...absent, ...unmetReasons(verdict, electorate)];
  const waiting: Reason[] = pending > 0 ? [{ code: "reason.pending", params: { count: pending } }] : [];
  const reasons: Record<State, Reason[]> = {
    withdrawn: [withdrawnReason(withdrawn)],
    validated: [],
    refused: [...unmet, ...waiting],
    lapsed: [...waiting, ...unmet],
    corrected: [...waiting, ...absent, ...ruleChanged(verdict, "group")],
    sent: unmet,
    draft: [
      { code: facts.sent === undefined ? "reason.never-sent" : "reason.changed-since-sent", params: {} },
      ...absent,
      ...ruleChanged(verdict, "group"),
    ],
  };
  return {
    group,
    id,
    title,
    state,
    audience: state === "validated" && widest !== undefined ? widest : null,
    fingerprint: present.fingerprint,
    electorate,
    words: { holds: verdict.holds },
    agreed: verdict.agreed,
    against: verdict.against,
    abstained: verdict.abstained,
    silent: verdict.silent,
    consulted: consultedOnly(facts, verdict),
    hasNote: present.note !== undefined,
    means: [...new Set(agreeing.map((voice) => voice.means))].sort(),
    sessions: [...new Set(agreeing.flatMap((voice) => voice.session ?? []))].sort(),
    sittings: [...new Set(agreeing.flatMap((voice) => voice.sittings))].sort(),
    pending,
    reasons: reasons[state],
    lapsedFrom:
      state === "lapsed" && agreedOnce
        ? {
            was: agreedOnce.content,
            now: present.content,
            isWithdrawn: agreedOnce.isWithdrawn === true,
            isRenamed: agreedOnce.isRenamed === true,
          }
        : undefined,
  };
}

function consultedOnly({ present }: SectionFacts, verdict: Verdict): ParticipantId[] {
  const { agreed, against, abstained, unasked } = verdict;
  const answered = new Set([...agreed, ...against, ...abstained]);
  return [...new Set([...present.consulted, ...unasked])].filter((each) => !answered.has(each));
}

/** Praise asks for nothing; everything else waits until it is declined or is in the document. */
function isPending({ kind, outcome, isIntegrated }: CorrectionFact): boolean {
  return kind !== "strength" && outcome !== "declined" && !isIntegrated;
}

function withdrawnReason(withdrawn: readonly CorrectionFact[]): Reason {
  return {
    code: "reason.withdrawn",
    params: {
      people: peopleOf(new Set(withdrawn.map((each) => each.participant))),
      corrections: withdrawn.map((each) => each.id).join(", "),
    },
  };
}
