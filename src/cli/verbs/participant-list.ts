// Shows the study's participants, as retour.yaml gives them.
import { findStudy } from "../../study/find.ts";
import { warnedSettings } from "../../study/read-settings.ts";
import { listParticipants } from "../report/study.ts";
import type { Run } from "../run.ts";

export const run: Run = (context) => {
  const root = findStudy(context.world.cwd, context.studyFolder);
  const { settings, diagnostics } = warnedSettings(root);
  return Promise.resolve(listParticipants(context, settings, diagnostics));
};
