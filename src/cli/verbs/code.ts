// `retour code`
import { code, codeInEditor, sessionAlone } from "../../theme/code.ts";
import { reportCode } from "../report/theme.ts";
import { isSet, one, type Run } from "../run.ts";

export const run: Run = async (context, [turns = "", ...themes], options) => {
  const study = await context.open({ forWriting: true });
  const isRemoving = isSet(options, "remove");
  const text = one(options, "text");
  const session = sessionAlone(turns);
  const coded =
    session === undefined
      ? await code(study, { turns, themes, text, isRemoving }, context.world)
      : await codeInEditor(
          study,
          session,
          { ...context.world, canAsk: context.canAsk },
          {
            isBare: themes.length === 0 && text === undefined && !isRemoving,
          },
        );
  return reportCode(context, coded, isRemoving);
};
