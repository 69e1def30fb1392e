// From what a file or a person calls someone to who it is, without ever keeping a real name.
import type { ParticipantId } from "../kernel/ids.ts";
import type { Participant } from "../study/settings.ts";
import { foldLabel, isDiarised } from "./shapes/labels.ts";
import type { Voice } from "./turn.ts";

/** Who a label names by itself: a participant's id or pseudonym. */
export function personCalled(label: string, people: readonly Participant[]): Participant | undefined {
  const folded = foldLabel(label);
  return people.find(({ id, pseudonym }) => folded === foldLabel(id) || folded === foldLabel(pseudonym));
}

/** What the study calls its people, folded: the labels that name someone by themselves. */
export function namesOf(people: readonly Participant[]): string[] {
  return people.flatMap(({ id, pseudonym }) => [foldLabel(id), foldLabel(pseudonym)]);
}

export interface NamedVoice extends Voice {
  /** As the file has it: may be a real name, never to be kept. */
  readonly raw: string;
  readonly label: string;
  /** True when `label` stands in for a name. */
  readonly isRenamed: boolean;
  /** True when it is the file that says who this is: who asks the questions. */
  readonly isInterviewer?: true;
}

/**
 * What each label of a file stands for, by folded label, in order of first speech. A label
 * that is neither a known person's nor a machine's may be a real name: V1, V2… replace it.
 * `given`: folded labels to participants, as the person said; `isCalled`: whose real name a label
 * is. One that is a person's real name and another's pseudonym says of neither that they spoke.
 */
export function nameVoices(
  labels: Iterable<string>,
  given: ReadonlyMap<string, ParticipantId>,
  people: readonly Participant[],
  isCalled: (label: string) => ParticipantId | undefined = () => undefined,
): Map<string, NamedVoice> {
  const voices = new Map<string, NamedVoice>();
  const firsts = new Map<string, string>();
  for (const raw of labels) if (!firsts.has(foldLabel(raw))) firsts.set(foldLabel(raw), raw);
  const used = new Set([...firsts.values()].filter(isDiarised).map(foldLabel));
  let next = 1;
  for (const [folded, raw] of firsts) {
    const [byPseudonym, byName] = [personCalled(raw, people), isCalled(raw)];
    const isClear = byPseudonym === undefined || byName === undefined || byPseudonym.id === byName;
    const person = isClear ? (byPseudonym ?? people.find(({ id }) => id === byName)) : undefined;
    let label = person?.pseudonym ?? raw;
    const isRenamed = !person && !isDiarised(raw);
    if (isRenamed) {
      while (used.has(`v${String(next)}`)) next += 1;
      label = `V${String(next)}`;
      next += 1;
    }
    const participant = given.get(folded) ?? given.get(foldLabel(label)) ?? person?.id ?? null;
    voices.set(folded, { raw, label, participant, isRenamed });
  }
  return voices;
}
