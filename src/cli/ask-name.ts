// Names that come in: the vault they are looked for in, and what only a person can say of a word that
// may be one. What is asked here, and shown, stays at the terminal and in the vault.
import { shown } from "../kernel/shown.ts";
import type { Study } from "../study/open.ts";
import type { Answer } from "../vault/contents.ts";
import {
  NameReplacer,
  type AskName,
  type Doubt,
  type DoubtfulPlace,
} from "../vault/replace/name-replacer.ts";
import { adoptedVault } from "../vault/store.ts";
import type { Vault } from "../vault/vault.ts";
import { openVault } from "./open-vault.ts";
import type { Context } from "./run.ts";

/** How many passages are shown before a form is asked about. */
const SHOWN = 5;

/**
 * What replaces names while something comes in. Refuses when the study keeps its names in a vault and there is
 * none yet, or it cannot be opened.
 */
export async function openNames(
  context: Context,
  study: Study,
): Promise<{ names: NameReplacer; vault: Vault | undefined }> {
  const isAsked =
    study.settings.vault === "kept" ||
    context.vaultFile !== undefined ||
    (await adoptedVault(study.ledger.db)) !== undefined;
  const vault = isAsked ? await openVault(context, study, { isRequired: true }) : undefined;
  return { names: new NameReplacer(vault, context.canAsk ? nameAsker(context) : undefined), vault };
}

export function nameAsker({ world, say, note }: Context): AskName {
  const { prompter } = world;
  const showPlace = ({ place, before, after }: DoubtfulPlace, form: string): void => {
    note(shown(say("name.passage", { place, words: `…${before}[${form}]${after}…`.replace(/\s+/g, " ") })));
  };
  return async ({ form, identities, places }: Doubt): Promise<Answer[]> => {
    const people = identities.map(({ id, names, replacement }) => {
      return { value: id, name: shown(say("name.is", { name: names[0], replacement })) };
    });
    for (const place of places.slice(0, SHOWN)) showPlace(place, form);
    const answer = await prompter.select({
      message: shown(say("name.which", { form, count: places.length })),
      choices: [
        ...people.map(({ value, name }) => ({ value, name: say("name.always", { name }) })),
        { value: NEVER, name: say("name.never", {}) },
        ...(places.length > 1 ? [{ value: EACH, name: say("name.each", {}) }] : []),
      ],
    });
    if (answer !== EACH) return [answerOf(form, answer)];
    const answers: Answer[] = [];
    const contexts = new Set<string>();
    for (const place of places) {
      if (contexts.has(place.context)) continue;
      contexts.add(place.context);
      showPlace(place, form);
      const here = await prompter.select({
        message: shown(say("name.which-here", { form })),
        choices: [...people, { value: NEVER, name: say("name.not-here", {}) }],
      });
      answers.push({ ...answerOf(form, here), context: place.context });
    }
    return answers;
  };
}

/** No identity has such an id. */
const [NEVER, EACH] = ["never", "each"];

function answerOf(form: string, answer: string): Answer {
  return answer === NEVER ? { form, says: "word" } : { form, says: "name", identity: answer };
}
