// `retour themes`
import { countThemes } from "../../theme/counts.ts";
import { reportThemes } from "../report/theme.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context) => {
  const study = await context.open({ forWriting: false });
  return reportThemes(context, await countThemes(study));
};
