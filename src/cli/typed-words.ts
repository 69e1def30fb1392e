// Words typed for the ledger: the vault's names are replaced in them as in what comes in. Its code is
// loaded, and its passphrase asked for, when there are any.
import type { Study } from "../study/open.ts";
import type { NameReplacer } from "../vault/replace/name-replacer.ts";
import type { Context } from "./run.ts";

export interface TypedWords {
  /** Before a person is asked for words: none must be lost to a vault that does not open. Refuses as `openNames`. */
  readonly open: () => Promise<void>;
  /**
   * The words without names; what was answered of them is in the vault already. `place`: what they are
   * for, `c017`. Refuses as `openNames` and `NameReplacer.replace`, unless there are no words.
   */
  readonly nameless: (words: string | undefined, place: string) => Promise<string | undefined>;
}

export function typedWords(context: Context, study: Study): TypedWords {
  let opened: Promise<NameReplacer> | undefined;
  const names = (): Promise<NameReplacer> =>
    (opened ??= import("./ask-name.ts")
      .then(({ openNames }) => openNames(context, study))
      .then((found) => found.names));
  return {
    open: async () => {
      await names();
    },
    nameless: async (words, place) => {
      if (words === undefined || words.trim() === "") return words;
      const replacer = await names();
      const [replaced] = await replacer.replace([{ words, place }], place);
      await replacer.save();
      return replaced?.words;
    },
  };
}
