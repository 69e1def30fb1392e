// `retour themes add`
import { addToCodebook } from "../../theme/change-codebook.ts";
import { one, required, type Run } from "../run.ts";

export const run: Run = async (context, [id = ""], options) => {
  const title = required(options, "title");
  const parent = one(options, "parent");
  const study = await context.open({ forWriting: true });
  const theme = await addToCodebook(study, { id, title, definition: one(options, "definition"), parent });
  return { json: { theme }, text: context.say("themes.added", theme) };
};
