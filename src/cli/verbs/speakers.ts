// `retour speakers`
import { timestamp } from "../../kernel/world.ts";
import { themeIds } from "../../theme/read-sheets.ts";
import { sayWhoSpoke } from "../../transcript/speakers.ts";
import { readVoices } from "../../transcript/voices-given.ts";
import { reportSpeakers, voiceAsker } from "../report/transcript.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context, [session = "", ...labels]) => {
  const study = await context.open({ forWriting: true });
  const speakers = await sayWhoSpoke(study, {
    session,
    given: readVoices(labels, study.settings.participants),
    at: timestamp(context.world),
    themes: () => themeIds(study),
    askVoice: voiceAsker(context, study),
  });
  return reportSpeakers(context, speakers);
};
