// The only door to a validated section: nothing outside this file can make one.
import type { GroupId, ParticipantId, SectionId } from "../kernel/ids.ts";
import type { Study } from "../study/open.ts";
import { covers, type Audience, type ValidationRule } from "../study/settings.ts";
import { explain } from "./explain.ts";
import type { Means, SectionFacts } from "./facts.ts";
import { gatherFacts } from "./gather.ts";
import { noLongerPresent } from "./presence.ts";
import type { Reason } from "./reason.ts";
import { notReached } from "./reach.ts";
import { judge } from "./rule.ts";
import { standingVoices } from "./stance.ts";
import { stateOf, type SectionState } from "./state.ts";

/** The private field makes the type nominal: no literal and no altered copy has it. */
class Validated {
  readonly #isProven = true;
  readonly group: GroupId;
  readonly id: SectionId;
  readonly title: string;
  /** The agreed words, from the ledger, heading included. */
  readonly content: string;
  readonly fingerprint: string;
  /** The widest audience agreed to. */
  readonly audience: Audience;
  /** How many of the people asked said yes, and no, for the audience wanted. */
  readonly agreed: number;
  readonly against: number;
  /** How many oppose the words, or their going to the audience wanted, asked or not. */
  readonly opposed: number;
  /** What the group lets stand beside the words while someone opposes them, as it was written. */
  readonly note: string | undefined;
  /** The participants whose words are quoted. */
  readonly quoted: readonly ParticipantId[];
  readonly means: readonly Means[];
  readonly sessions: readonly string[];
  /** On how many days the words were read aloud for it. */
  readonly sittings: number;
  readonly rule: ValidationRule;
  /** When the last of the agreements was given. */
  readonly at: string;

  constructor(fields: Pick<Validated, keyof Validated>) {
    this.group = fields.group;
    this.id = fields.id;
    this.title = fields.title;
    this.content = fields.content;
    this.fingerprint = fields.fingerprint;
    this.audience = fields.audience;
    this.agreed = fields.agreed;
    this.against = fields.against;
    this.opposed = fields.opposed;
    this.note = fields.note;
    this.quoted = fields.quoted;
    this.means = fields.means;
    this.sessions = fields.sessions;
    this.sittings = fields.sittings;
    this.rule = fields.rule;
    this.at = fields.at;
    Object.freeze(this);
  }

  static isProven(value: object): value is Validated {
    return #isProven in value;
  }
}

export type ValidatedSection = Validated;

/** True for what this file made, whatever a cast pretends. */
export function isValidated(value: object): value is ValidatedSection {
  return Validated.isProven(value);
}

export interface HeldBack {
  readonly group: GroupId;
  readonly id: SectionId;
  readonly title: string;
  readonly reasons: readonly Reason[];
}

export interface Selection {
  readonly sections: readonly ValidatedSection[];
  readonly heldBack: readonly HeldBack[];
}

/**
 * The sections of all documents that are validated now for an audience, in the order of the
 * documents, and those that are not, each with its reasons.
 */
export async function validatedSections(study: Study, audience: Audience): Promise<Selection> {
  const { sections, states } = select((await gatherFacts(study)).sections, audience);
  const heldBack: HeldBack[] = [];
  for (const state of states) {
    const { group, id, title } = state;
    heldBack.push({ group, id, title, reasons: explain(state) });
  }
  return { sections, heldBack };
}

/** The pure part: the validated sections, and the states of the others. */
export function select(
  facts: readonly SectionFacts[],
  audience: Audience,
): { sections: ValidatedSection[]; states: SectionState[] } {
  const sections: ValidatedSection[] = [];
  const states: SectionState[] = [];
  for (const each of facts) {
    const state = stateOf(each);
    const { audience: given } = state;
    if (state.state !== "validated" || given === null) states.push(state);
    else if (covers(given, audience)) sections.push(prove(each, given, audience));
    else states.push({ ...state, reasons: tooNarrow(each, given, audience) });
  }
  return { sections, states };
}

/** Nothing of who agreed for less: they did agree. */
function tooNarrow(facts: SectionFacts, given: Audience, wanted: Audience): readonly Reason[] {
  const known = [...noLongerPresent(facts.present.voices), ...notReached(facts, wanted)];
  return known.length > 0 ? known : [{ code: "reason.narrower", params: { audience: given, wanted } }];
}

function prove(facts: SectionFacts, given: Audience, wanted: Audience): ValidatedSection {
  const { group, id, title, present, corrections, electorate } = facts;
  const onWords = judge(present, corrections, electorate, "group");
  const verdict = judge(present, corrections, electorate, wanted);
  const agreeing = standingVoices(present.voices, corrections).filter(
    ({ participant, stance, about, audience, uncounted }) =>
      stance === "agree" &&
      uncounted === undefined &&
      ((about !== "audience" && onWords.agreed.includes(participant)) ||
        (about !== "words" && covers(audience, wanted) && verdict.agreed.includes(participant))),
  );
  const opposed = new Set([...onWords.against, ...verdict.against]).size;
  return new Validated({
    group,
    id,
    title,
    content: present.content,
    fingerprint: present.fingerprint,
    audience: given,
    agreed: verdict.agreed.length,
    against: verdict.against.length,
    opposed,
    note: opposed > 0 ? present.note?.content : undefined,
    quoted: present.quoted,
    means: [...new Set(agreeing.map((voice) => voice.means))].sort(),
    sessions: [...new Set(agreeing.flatMap((voice) => voice.session ?? []))].sort(),
    sittings: new Set(agreeing.flatMap((voice) => voice.sittings)).size,
    rule: electorate.rule,
    at:
      agreeing
        .map((voice) => voice.at)
        .sort()
        .at(-1) ?? "",
  });
}
