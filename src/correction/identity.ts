// Whose return a file is: what the file says, else its name, else what the person says.
import {
  asCopyId,
  asEditionId,
  asParticipantId,
  partsOfCopy,
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

/**
 * Finds who answered which edition. Refuses a copy of another study, and options or a file
 * name that contradict what the file says. What nothing says is undefined.
 */
export function identify(
  file: string,
  stated: StatedIdentity,
  given: GivenIdentity,
  studyId: string,
): FoundIdentity {
  if (stated.study !== undefined && stated.study !== studyId) throw refuse("return.other-study", { file });
  const inside = stated.copy === undefined ? nobody : (partsOfCopy(stated.copy) ?? nobody);
  const named = fromName(file);
  const said: FoundIdentity = {
    edition: inside.edition ?? named.edition,
    participant: inside.participant ?? named.participant,
  };
  const isContradicted =
    differ(said.edition, given.edition) ||
    differ(said.participant, given.from) ||
    // Someone's copy under another's name is asked about, never assumed.
    (given.from === undefined && differ(inside.participant, named.participant));
  if (isContradicted)
    throw refuse("return.identity-differs", {
      file,
      stated: idOf(said),
      given:
        given.from === undefined && given.edition === undefined
          ? idOf(named)
          : [given.edition, given.from].filter(Boolean).join("-"),
    });
  return {
    edition: said.edition ?? (given.edition === undefined ? undefined : asEditionId(given.edition)),
    participant: said.participant ?? (given.from === undefined ? undefined : asParticipantId(given.from)),
  };
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

function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

function idOf({ edition, participant }: FoundIdentity): string {
  return [edition, participant].filter(Boolean).join("-");
}
