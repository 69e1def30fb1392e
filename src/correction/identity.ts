// Whose return a file is: what the file says, else its name, else what the person says.
import {
  asCopyId,
  asEditionId,
  asParticipantId,
  partsOfCopy,
  type CopyId,
  type EditionId,
  type ParticipantId,
} from "../kernel/ids.ts";
import { refuse } from "./messages.ts";
import type { StatedIdentity } from "./return.ts";

export interface FoundIdentity {
  readonly edition: EditionId | undefined;
  readonly participant: ParticipantId | undefined;
}

/** What the options say. */
export interface GivenIdentity {
  readonly edition?: string | undefined;
  readonly from?: string | undefined;
}

/** Why whose return it is has to be asked: it is never assumed. */
export type Doubt =
  | { readonly why: "differs"; readonly stated: FoundIdentity; readonly given: FoundIdentity }
  | { readonly why: "never-made"; readonly copy: CopyId };

export interface Identified extends FoundIdentity {
  /** The copy that the file itself says it is. */
  readonly inside: FoundIdentity;
  /** What the file says is not what its name, or the options, say. */
  readonly doubt?: Doubt;
}

/**
 * Finds who answered which edition. What nothing says is undefined. Refuses a copy of another study.
 */
export function identify(
  file: string,
  stated: StatedIdentity,
  given: GivenIdentity,
  studyId: string,
): Identified {
  if (stated.study !== undefined && stated.study !== studyId) throw refuse("return.other-study", { file });
  const inside = stated.copy === undefined ? nobody : (partsOfCopy(stated.copy) ?? nobody);
  const besides = stated.besides === undefined ? nobody : (partsOfCopy(stated.besides) ?? nobody);
  const names = [fromName(file), besides];
  const options = {
    edition: given.edition === undefined ? undefined : asEditionId(given.edition),
    participant: given.from === undefined ? undefined : asParticipantId(given.from),
  };
  const said = names.reduce(orElse, inside);
  const found = { ...orElse(said, options), inside };
  if (differ(said, options)) return { ...found, doubt: { why: "differs", stated: said, given: options } };
  // Someone's copy under another's name.
  const other = names.find(({ participant }) => isOther(participant, inside.participant));
  if (other !== undefined && options.participant === undefined)
    return { ...found, doubt: { why: "differs", stated: inside, given: other } };
  return found;
}

/** The refusal that says why, where nobody can be asked. */
export function refusalOf(file: string, doubt: Doubt): Error {
  return doubt.why === "never-made"
    ? refuse("return.never-made", { file, copy: doubt.copy })
    : refuse("return.identity-differs", { file, stated: idOf(doubt.stated), given: idOf(doubt.given) });
}

const nobody: FoundIdentity = { edition: undefined, participant: undefined };

/** `r02-P03.md`, `P03.md`, `2026-05-12-r02-P03 (1).md`. */
function fromName(file: string): FoundIdentity {
  const name = file.split(/[/\\]/).at(-1) ?? "";
  const copy = /(?:^|[^a-zA-Z0-9])(r\d{2,4}-[A-Z]{1,3}\d{1,4})(?![a-zA-Z0-9])/.exec(name)?.[1];
  const id = copy === undefined ? undefined : asCopyId(copy);
  if (id !== undefined) return partsOfCopy(id) ?? nobody;
  const person = /^([A-Z]{1,3}\d{1,4})(?![a-zA-Z0-9])/.exec(name)?.[1];
  return { edition: undefined, participant: person === undefined ? undefined : asParticipantId(person) };
}

function orElse(first: FoundIdentity, second: FoundIdentity): FoundIdentity {
  return {
    edition: first.edition ?? second.edition,
    participant: first.participant ?? second.participant,
  };
}

function isOther(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

function differ(a: FoundIdentity, b: FoundIdentity): boolean {
  return isOther(a.edition, b.edition) || isOther(a.participant, b.participant);
}

/** `r02-P03`, or what is known of it. */
function idOf({ edition, participant }: FoundIdentity): string {
  return [edition, participant].filter(Boolean).join("-");
}
