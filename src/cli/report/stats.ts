// Who speaks how much, as --json gives it and as a terminal shows it.
import { shown } from "../../kernel/shown.ts";
import { formatTurn } from "../../kernel/ids.ts";
import type { Settings } from "../../study/settings.ts";
import type { RoleSpeech, Speaker, SpeechStatistics, Statistics } from "../../theme/statistics.ts";
import type { Speech } from "../../transcript/speech-shares.ts";
import type { Context, Outcome } from "../run.ts";
import { speechText } from "./stats-table.ts";

/** `picture`: the file that was drawn, as it was typed. */
export function reportStatistics(
  statistics: Statistics,
  settings: Settings,
  picture: string | undefined,
  context: Context,
): Outcome {
  const { sessions, groups, study, untranscribed, purged } = statistics;
  const drawn = picture === undefined ? [] : ["", shown(context.say("stats.drawn", { file: picture }))];
  return {
    json: {
      sessions: sessions.map(({ session, duration, ...rest }) => {
        const { id, date, group } = session;
        return { ...{ session: id, date, group, duration }, ...statisticsJson(rest) };
      }),
      groups: groups.map(({ group, title, sessions: own, ...rest }) => {
        return { group, title, sessions: own.map(({ session }) => session.id), ...statisticsJson(rest) };
      }),
      study: statisticsJson(study),
      untranscribed,
      purged,
      svg: picture ?? null,
    },
    text: [speechText(statistics, settings, context), ...drawn].join("\n"),
  };
}

function statisticsJson({
  evenness,
  tiersShare,
  roles,
  speakers,
  themes,
  ...speech
}: SpeechStatistics): object {
  return {
    ...speechJson(speech),
    timed: speech.untimed === 0,
    evenness,
    tiersShare,
    roles: roles.map(({ role, share, ...own }: RoleSpeech) => ({ role, ...speechJson(own), share })),
    speakers: speakers.map(({ participant, label, role, share, sessions, longest, ...own }: Speaker) => ({
      ...{ participant, label, role, sessions, ...speechJson(own), share },
      average: own.turns === 0 ? null : own.words / own.turns,
      longest: longest && { ...longest, turn: formatTurn(longest.turn) },
    })),
    themes,
  };
}

/** `time` is in milliseconds. */
function speechJson({ turns, words, time, untimed }: Speech): object {
  return { turns, words, time, untimed };
}
