// `retour themes move`
import { moveInCodebook } from "../../theme/change-codebook.ts";
import { one, type Run } from "../run.ts";

export const run: Run = async (context, [id = ""], options) => {
  const parent = one(options, "parent");
  const study = await context.open({ forWriting: true });
  const theme = await moveInCodebook(study, id, parent);
  const text =
    parent === undefined
      ? context.say("themes.moved-to-root", { id })
      : context.say("themes.moved", { id, parent });
  return { json: { theme, parent: parent ?? null }, text };
};
