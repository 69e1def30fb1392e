// Why words that are agreed to go no further: who has not said how far, and who opposes it.
import type { Audience } from "../study/settings.ts";
import type { SectionFacts } from "./facts.ts";
import { peopleOf, ruleChanged, type Reason } from "./reason.ts";
import { judge } from "./rule.ts";
import { decidedHowFar, standingVoices } from "./stance.ts";

type Facts = Pick<SectionFacts, "present" | "corrections" | "electorate">;

/** What keeps words that are agreed to from that audience, when nobody opposes it. */
export function notReached(facts: Facts, audience: Audience): Reason[] {
  const { present, corrections, electorate } = facts;
  return [
    ...ruleChanged(judge(present, corrections, electorate, audience), audience),
    ...notDecided(facts, audience),
  ];
}

/** Empty when all who agree to the words have said how far they may go. */
function notDecided({ present, corrections, electorate }: Facts, audience: Audience): Reason[] {
  const decided = decidedHowFar(standingVoices(present.voices, corrections));
  const { agreed } = judge(present, corrections, electorate, "group");
  const people = agreed.filter((each) => !decided.has(each));
  if (people.length === 0) return [];
  return [{ code: "reason.audience-not-decided", params: { audience, people: peopleOf(people) } }];
}

export function opposedAudience({ present, corrections, electorate }: Facts, audience: Audience): Reason[] {
  const { against } = judge(present, corrections, electorate, audience);
  if (against.length === 0) return [];
  return [{ code: "reason.audience-against", params: { audience, people: peopleOf(against) } }];
}
