// `retour speakers`
import { timestamp } from "../../kernel/world.ts";
import { themeIds } from "../../theme/read-sheets.ts";
import { sayWhoSpoke, sayWhoSpokeEverywhere } from "../../transcript/speakers.ts";
import { readPairs } from "../../transcript/voices-given.ts";
import { reportAllSpeakers, reportSpeakers, voiceAsker } from "../report/transcript.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context, [session, ...labels]) => {
  const study = await context.open({ forWriting: true });
  const request = {
    at: timestamp(context.world),
    themes: () => themeIds(study),
    askVoice: voiceAsker(context, study),
  };
  return session === undefined
    ? reportAllSpeakers(context, await sayWhoSpokeEverywhere(study, request))
    : reportSpeakers(context, await sayWhoSpoke(study, session, readPairs(labels), request));
};
