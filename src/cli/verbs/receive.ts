// `retour receive`
import { resolve } from "node:path";
import { receiveFiles } from "../../correction/receive.ts";
import { receiveWords } from "../../correction/receive-words.ts";
import { identityAsker, saidWords } from "../ask-return.ts";
import { reportReceived } from "../report/correction.ts";
import { isSet, one, refuse, type Run } from "../run.ts";

export const run: Run = async (context, files, options) => {
  const { world, canAsk } = context;
  const isOral = isSet(options, "oral");
  if (!isOral && files.length === 0) throw refuse("usage.option-missing", { option: "--oral" });
  const study = await context.open({ forWriting: true });
  if (isOral) {
    const received = await receiveWords(study, await saidWords(context, study, options), world);
    return reportReceived([received], study.settings, context);
  }
  const returned = files.map((name) => ({ name, path: resolve(world.cwd, name) }));
  const given = { edition: one(options, "edition"), from: one(options, "from") };
  const ask = canAsk ? identityAsker(context, study) : undefined;
  const received = await receiveFiles(study, returned, given, world, ask);
  return reportReceived(received, study.settings, context);
};
