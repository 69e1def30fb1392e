// `retour themes rename`
import { renameInCodebook } from "../../theme/change-codebook.ts";
import { required, type Run } from "../run.ts";

export const run: Run = async (context, [id = ""], options) => {
  const title = required(options, "title");
  const study = await context.open({ forWriting: true });
  const theme = await renameInCodebook(study, id, title);
  return { json: { theme }, text: context.say("themes.renamed", theme) };
};
