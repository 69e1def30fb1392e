// Who speaks how much and about what: by session, by group, and over the study.
import type { GroupId, ParticipantId, SessionId, ThemeId, TurnRef } from "../kernel/ids.ts";
import type { Study } from "../study/open.ts";
import type { Participant, Role, Session } from "../study/settings.ts";
import { purgeRows } from "../study/store.ts";
import { sessionCalled } from "../transcript/choose-session.ts";
import {
  countSpeech,
  evenness,
  shareOf,
  sumSpeech,
  type Speech,
  type VoiceSpeech,
} from "../transcript/speech-shares.ts";
import { turnsOf } from "../transcript/store.ts";
import { summarise } from "../transcript/summary.ts";
import { isWithdrawn } from "../wording/speech-marks.ts";
import { readCodebook } from "./codebook.ts";
import { refuse } from "./messages.ts";
import { themeUsesBySession } from "./store.ts";

export interface Speaker extends Speech {
  /** Null for a voice that is nobody yet, and for words without a speaker. */
  readonly participant: ParticipantId | null;
  /** The neutral label of a voice that is nobody yet; null over several sessions, where labels start again. */
  readonly label: string | null;
  /** Null for a voice that is nobody yet, and for someone whom retour.yaml no longer names. */
  readonly role: Role | null;
  /** Part of all the words, from 0 to 1. */
  readonly share: number;
  /** How many sessions the person came to, or was heard in. */
  readonly sessions: number;
  readonly longest: { readonly turn: TurnRef; readonly words: number; readonly time: number | null } | null;
}

export interface RoleSpeech extends Speech {
  readonly role: Role | null;
  readonly share: number;
}

export interface ThemeTurns {
  readonly id: ThemeId;
  /** Its id, for a theme that the codebook no longer holds. */
  readonly title: string;
  /** How many turns are coded with it, wholly or in part; its children's aside. */
  readonly turns: number;
}

export interface SpeechStatistics extends Speech {
  /** Among the participants who came, those who said nothing included; see `evenness`. */
  readonly evenness: number | null;
  /** Part of all the words, from 0 to 1; null when there is no word. */
  readonly tiersShare: number | null;
  /** Those who said most first. */
  readonly speakers: readonly Speaker[];
  readonly roles: readonly RoleSpeech[];
  /** In the order of the codebook, then those it no longer holds. */
  readonly themes: readonly ThemeTurns[];
}

export interface SessionStatistics extends SpeechStatistics {
  readonly session: Session;
  /** Milliseconds from the first word to the last; null when the transcript has no times. */
  readonly duration: number | null;
}

export interface GroupStatistics extends SpeechStatistics {
  readonly group: GroupId;
  readonly title: string;
  /** By date. */
  readonly sessions: readonly SessionStatistics[];
}

export interface Statistics {
  readonly sessions: readonly SessionStatistics[];
  readonly groups: readonly GroupStatistics[];
  /** Over all the sessions counted. */
  readonly study: SpeechStatistics;
  /** Sessions that have no transcript yet. */
  readonly untranscribed: readonly SessionId[];
  /** Sessions whose words went because of their day: nothing of them is counted. */
  readonly purged: readonly SessionId[];
}

interface Counted {
  readonly session: Session;
  readonly voices: readonly VoiceSpeech[];
  readonly duration: number | null;
  readonly themes: ReadonlyMap<ThemeId, number>;
}

/** What totals are made with, whatever they are of. */
interface Frame {
  readonly people: readonly Participant[];
  /** In the order of the codebook, then those in use that it no longer holds. */
  readonly themes: readonly Omit<ThemeTurns, "turns">[];
}

/**
 * Counts the sessions named, or all of them, of one group when it is given. Refuses a session
 * that the study has not, or that was named and has no transcript.
 */
export async function speechStatistics(
  study: Study,
  wanted: { sessions: readonly string[]; group: GroupId | undefined },
): Promise<Statistics> {
  const { groups, participants: people, sessions } = study.settings;
  const named = new Set(wanted.sessions.map((id) => sessionCalled(id, sessions).id));
  const chosen = sessions
    .filter(({ id, group }) => (named.size === 0 || named.has(id)) && (wanted.group ?? group) === group)
    .toSorted((a, b) => a.date.localeCompare(b.date));
  const { themesOf, themes: known } = await themesInUse(study);
  const counted: Counted[] = [];
  const untranscribed: SessionId[] = [];
  const purged: SessionId[] = [];
  const hasPurged = (await purgeRows(study.ledger.db)).some(({ what }) => what === "transcripts");
  for (const session of chosen) {
    const turns = await turnsOf(study.ledger.db, session.id);
    const { duration } = summarise(turns);
    const themes = themesOf.get(session.id) ?? new Map<ThemeId, number>();
    const isGone = hasPurged && turns.every(({ words }) => words === "" || isWithdrawn(words));
    if (turns.length > 0 && isGone) purged.push(session.id);
    else if (turns.length > 0) counted.push({ session, voices: countSpeech(turns), duration, themes });
    else if (named.has(session.id)) throw refuse("code.no-transcript", { session: session.id });
    else untranscribed.push(session.id);
  }
  const frame = { people, themes: known };
  const bySession = counted.map((each): SessionStatistics => {
    const { session, duration } = each;
    return { session, duration, ...together([each], frame, ({ label }) => label) };
  });
  return {
    sessions: bySession,
    groups: groups.flatMap(({ id: group, title }) => {
      const own = counted.filter(({ session }) => session.group === group);
      const parts = bySession.filter(({ session }) => session.group === group);
      return own.length === 0 ? [] : [{ group, title, sessions: parts, ...together(own, frame) }];
    }),
    study: together(counted, frame),
    untranscribed,
    purged,
  };
}

/** `labelOf`: what tells apart two voices that are nobody yet. */
function together(
  parts: readonly Counted[],
  { people, themes }: Frame,
  labelOf: (voice: VoiceSpeech) => string | null = () => null,
): SpeechStatistics {
  const all = sumSpeech(parts.flatMap(({ voices }) => voices));
  const rank = new Map<string | null, number>(people.map(({ id }, index) => [id, index]));
  const rankOf = ({ participant }: Speaker): number => rank.get(participant) ?? people.length;
  const speakers = speakersOf(parts, people, labelOf)
    .map((each): Speaker => ({ ...each, share: shareOf(each.words, all.words) }))
    .sort((a, b) => b.words - a.words || rankOf(a) - rankOf(b));
  const roles = [...new Set(speakers.map(({ role }) => role))].map((role): RoleSpeech => {
    const speech = sumSpeech(speakers.filter((each) => each.role === role));
    return { role, ...speech, share: shareOf(speech.words, all.words) };
  });
  const participants = speakers.filter(({ role }) => role === "participant");
  return {
    ...all,
    evenness: evenness(participants.map(({ words }) => words)),
    tiersShare: all.words === 0 ? null : (roles.find(({ role }) => role === "tiers")?.share ?? 0),
    speakers,
    roles: roles.sort((a, b) => b.words - a.words),
    themes: sumThemes(parts, themes),
  };
}

type Summed = Omit<Speaker, "share">;

/** Everyone who came or was heard; those who came and said nothing have no word. */
function speakersOf(
  parts: readonly Counted[],
  people: readonly Participant[],
  labelOf: (voice: VoiceSpeech) => string | null,
): Summed[] {
  const roleOf = new Map<ParticipantId | null, Role>(people.map(({ id, role }) => [id, role]));
  const speakers = new Map<string, Summed>();
  for (const { session, voices } of parts) {
    const here = new Set<string>();
    for (const voice of [...voices, ...silentIn(session, voices)]) {
      const { participant } = voice;
      const label = participant === null ? labelOf(voice) : null;
      const key = JSON.stringify([participant, label]);
      const before = speakers.get(key);
      speakers.set(key, {
        participant,
        label,
        role: roleOf.get(participant) ?? null,
        ...sumSpeech(before ? [before, voice] : [voice]),
        sessions: (before?.sessions ?? 0) + (here.has(key) ? 0 : 1),
        longest: longer(before?.longest ?? null, session.id, voice),
      });
      here.add(key);
    }
  }
  return [...speakers.values()];
}

function silentIn({ present }: Session, voices: readonly VoiceSpeech[]): VoiceSpeech[] {
  const heard = new Set(voices.map(({ participant }) => participant));
  return present
    .filter((id) => !heard.has(id))
    .map((participant) => ({ participant, label: null, longest: null, ...sumSpeech([]) }));
}

function longer(known: Speaker["longest"], session: SessionId, { longest }: VoiceSpeech): Speaker["longest"] {
  if (longest === null || longest.words <= (known?.words ?? 0)) return known;
  const { number, words, time } = longest;
  return { turn: { session, number }, words, time };
}

function sumThemes(parts: readonly Counted[], known: Frame["themes"]): ThemeTurns[] {
  return known.flatMap((theme) => {
    const turns = parts.reduce((sum, { themes }) => sum + (themes.get(theme.id) ?? 0), 0);
    return turns === 0 ? [] : [{ ...theme, turns }];
  });
}

async function themesInUse(
  study: Study,
): Promise<{ themesOf: Map<SessionId, Map<ThemeId, number>>; themes: Frame["themes"] }> {
  const uses = await themeUsesBySession(study.ledger.db);
  const themesOf = new Map<SessionId, Map<ThemeId, number>>();
  for (const { session, theme, turns } of uses) {
    const themes = themesOf.get(session) ?? new Map<ThemeId, number>();
    themesOf.set(session, themes.set(theme, turns));
  }
  const inCodebook = [...readCodebook(study.root).byId.values()];
  const titles = new Map(inCodebook.map(({ id, title }) => [id, title]));
  const ids = new Set([...titles.keys(), ...uses.map(({ theme }) => theme)]);
  return { themesOf, themes: [...ids].map((id) => ({ id, title: titles.get(id) ?? id })) };
}
