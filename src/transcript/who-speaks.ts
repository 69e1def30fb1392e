// A file's cues become turns, once it is decided who each voice is.
import type { ParticipantId } from "../kernel/ids.ts";
import type { Participant, Session } from "../study/settings.ts";
import { foldLabel } from "./shapes/labels.ts";
import { nameVoices, type NamedVoice } from "./people.ts";
import type { Transcript } from "./read-transcript.ts";
import { longTurns, type LongTurn } from "./summary.ts";
import { joinCues, placeCues, type CuePlace, type Turn, type Voice } from "./turn.ts";

/** Asks the person who a voice is; undefined when it is left for later. */
export type AskVoice = (question: {
  readonly session: Session;
  /** As the file has it: for the person's eyes alone. */
  readonly label: string;
  readonly longest: readonly LongTurn[];
}) => Promise<ParticipantId | undefined>;

/**
 * The voices of a transcript by folded label, in order of first speech. Whoever the file says asks the
 * questions is the session's third person, when there is one and only one, and no other voice is theirs.
 */
export function voicesOf(
  { cues, interviewers = [] }: Transcript,
  given: ReadonlyMap<string, ParticipantId>,
  session: Session,
  people: readonly Participant[],
  isCalled?: (label: string) => ParticipantId | undefined,
): Map<string, NamedVoice> {
  const voices = nameVoices(new Set(cues.flatMap(({ label }) => label ?? [])), given, people, isCalled);
  const participant = soleTiers(session, people);
  const [label = "", ...others] = new Set(interviewers.map(foldLabel));
  const voice = others.length === 0 ? voices.get(label) : undefined;
  const isFree =
    voice?.participant === null && ![...voices.values()].some((each) => each.participant === participant);
  if (voice && participant !== undefined && isFree)
    voices.set(label, { ...voice, participant, isInterviewer: true });
  return voices;
}

/** The third person of a session; the study's, when the session does not say who was present. */
function soleTiers({ present }: Session, people: readonly Participant[]): ParticipantId | undefined {
  const [tiers, ...others] = people.filter(
    ({ id, role }) => role === "tiers" && (present.length === 0 || present.includes(id)),
  );
  return others.length === 0 ? tiers?.id : undefined;
}

/**
 * The same voices, the person having been asked about each that is still nobody. `hide`: what is
 * shown of their words.
 */
export async function askAbout(
  { cues, format }: Transcript,
  voices: ReadonlyMap<string, NamedVoice>,
  session: Session,
  { ask, hide }: { readonly ask: AskVoice; readonly hide: (words: string) => string },
): Promise<Map<string, NamedVoice>> {
  const turns = joinCues(cues, (label) => ({ participant: null, label: foldLabel(label) }), format.joining);
  const answered = new Map(voices);
  for (const [folded, voice] of voices) {
    if (voice.participant !== null) continue;
    // These turns are of the file's voices: turns of one person will be joined and numbered.
    const longest = longTurns(turns.filter(({ label }) => label === folded));
    const participant = await ask({
      session,
      label: voice.raw,
      longest: longest.map((turn) => ({ ...turn, number: null, words: hide(turn.words) })),
    });
    if (participant !== undefined) answered.set(folded, { ...voice, participant });
  }
  return answered;
}

/** The turns of a transcript, its voices being who they are, and where each of its cues is. */
export function turnsFrom(
  transcript: Transcript,
  voices: ReadonlyMap<string, NamedVoice>,
  session: Session,
  people: readonly Participant[],
): { turns: Turn[]; places: CuePlace[] } {
  const author = soleAuthor(session, people, transcript);
  const byLabel = new Map<string, Voice>();
  const voiceOf = (said: string): Voice => {
    const { participant = null, label = null } = byLabel.get(said) ?? voices.get(foldLabel(said)) ?? {};
    const voice = { participant, label };
    byLabel.set(said, voice);
    return voice;
  };
  const { turns, places } = placeCues(transcript.cues, voiceOf, transcript.format.joining);
  return { turns: turns.map((turn) => ({ ...turn, participant: turn.participant ?? author })), places };
}

/** Notes and texts that name nobody, of a session where one participant was present, are that person's words. */
function soleAuthor(
  { capture, present }: Session,
  people: readonly Participant[],
  { cues }: Transcript,
): ParticipantId | null {
  if (capture === "recording" || cues.some(({ label }) => label !== null)) return null;
  const [author, ...others] = people.filter(({ id, role }) => role === "participant" && present.includes(id));
  return others.length === 0 ? (author?.id ?? null) : null;
}
