// `retour themes merge`
import { mergeInCodebook } from "../../theme/change-codebook.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context, [from = "", into = ""]) => {
  const study = await context.open({ forWriting: true });
  const { codings: count, diagnostics } = await mergeInCodebook(study, from, into, context.world);
  return {
    json: { from, into, codings: count },
    text: context.say("themes.merged", { from, into, count }),
    diagnostics,
  };
};
