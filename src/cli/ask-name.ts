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
import { pseudonymsApart } from "../vault/pseudonyms.ts";
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
  if (vault) study.ledger.notices.push(...pseudonymsApart(study.settings, vault.contents));
  return { names: new NameReplacer(vault, context.canAsk ? nameAsker(context) : undefined), vault };
}

export function nameAsker({ world, say, note }: Context): AskName {
  const { prompter } = world;
  const showPlace = ({ place, before, after }: DoubtfulPlace, form: string): void => {
    note(shown(say("name.passage", { place, words: `…${before}[${form}]${after}…`.replace(/\s+/g, " ") })));
  };
  return async ({ form, identities, canBeWord, places }: Doubt): Promise<Answer[]> => {
    const people = identities.map(({ id, names, replacement }) => {
      return { value: id, name: shown(say("name.is", { name: names[0], replacement })) };
    });
    const thisTime = people.map(({ value, name }) => ({ value, name: say("name.this-time", { name }) }));
    const never = { value: NEVER, name: say("name.never", {}) };
    const notHere = { value: NOT_HERE, name: say("name.not-here", {}) };
    const [[place, ...others], [only]] = [places, identities];
    if (place === undefined || only === undefined) return [];
    if (people.length > 1) {
      showPlace(place, form);
      const answer = await prompter.select({
        message: shown(say("name.whose", { form })),
        choices: [
          ...thisTime,
          { value: NOT_HERE, name: say("name.neither", { count: people.length }) },
          ...(canBeWord ? [never] : []),
        ],
      });
      return [answerOf(form, answer, answer === NEVER ? undefined : place.context)];
    }
    for (const each of places.slice(0, SHOWN)) showPlace(each, form);
    const answer = await prompter.select({
      message: shown(say("name.which", { form, count: places.length })),
      choices: [
        ...people.map(({ value, name }) => ({ value, name: say("name.always", { name }) })),
        never,
        ...(others.length > 0
          ? [{ value: EACH, name: say("name.each", {}) }]
          : [...thisTime.map(({ name }) => ({ value: HERE, name })), notHere]),
      ],
    });
    if (answer === HERE) return [answerOf(form, only.id, place.context)];
    if (answer !== EACH) return [answerOf(form, answer, answer === NOT_HERE ? place.context : undefined)];
    const answers: Answer[] = [];
    const contexts = new Set<string>();
    for (const each of places) {
      if (contexts.has(each.context)) continue;
      contexts.add(each.context);
      showPlace(each, form);
      const here = await prompter.select({
        message: shown(say("name.which-here", { form })),
        choices: [...people, notHere],
      });
      answers.push(answerOf(form, here, each.context));
    }
    return answers;
  };
}

/** No identity has such an id. */
const [NEVER, NOT_HERE, EACH, HERE] = ["never", "not-here", "each", "here"];

function answerOf(form: string, answer: string, context?: string): Answer {
  const where = context === undefined ? {} : { context };
  if (answer === NEVER || answer === NOT_HERE) return { form, says: "word", ...where };
  return { form, says: "name", identity: answer, ...where };
}
