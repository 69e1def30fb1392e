// `retour search`
import { search } from "../../retour/search.ts";
import { reportSearch } from "../report/search.ts";
import { one, type Run } from "../run.ts";

export const run: Run = async (context, words, options) => {
  const study = await context.open({ forWriting: false });
  const found = await search(study, {
    // A word of the command line that has spaces was quoted in the shell: it is words in a row.
    words: words.map((word) => (/\s/.test(word) && !/["«“]/.test(word) ? `"${word}"` : word)).join(" "),
    theme: one(options, "theme"),
    session: one(options, "session"),
    participant: one(options, "participant"),
  });
  return reportSearch(context, found, study.settings.participants);
};
