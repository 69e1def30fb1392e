// What a return does not say by itself: who answered, which edition, which section.
import { asEditionId, asParticipantId } from "../kernel/ids.ts";
import { readFrozen } from "../copy/frozen.ts";
import { asKind } from "../correction/correction.ts";
import type { AskIdentity } from "../correction/receive.ts";
import type { SaidWords } from "../correction/receive-words.ts";
import { editionsSent, type SentEdition } from "../correction/sent-editions.ts";
import type { Study } from "../study/open.ts";
import { participantsOf, type Settings } from "../study/settings.ts";
import { text } from "./ask.ts";
import { nameOf } from "./report/correction.ts";
import { one, required, type Context, type Options } from "./run.ts";

/** Asks for what neither the file nor the options say. */
export function identityAsker({ world, say }: Context, { settings }: Study): AskIdentity {
  return async (file, { edition, participant }, editions) => {
    const which =
      edition ??
      (await world.prompter.select({
        message: say("ask.which-edition", { file }),
        choices: editions.map(({ id, group }) => ({ value: String(id), name: `${id}  ${group.title}` })),
      }));
    const message = say("ask.who-answered", { file });
    const who =
      participant ?? (await world.prompter.select({ message, choices: peopleOf(settings, editions, which) }));
    return { edition: asEditionId(which), participant: asParticipantId(who) };
  };
}

/** The words said aloud; without a terminal, the option that is missing is named. */
export async function saidWords(context: Context, study: Study, options: Options): Promise<SaidWords> {
  const { canAsk, world, say } = context;
  const editions = await editionsSent(study);
  const edition = one(options, "edition");
  const choose = async (name: string, message: string, choices: readonly Choice[]): Promise<string> =>
    one(options, name) === undefined && canAsk && choices.length > 0
      ? world.prompter.select({ message, choices })
      : required(options, name);
  const people = peopleOf(study.settings, editions, edition);
  const from = await choose("from", say("ask.who-answered", { file: "--oral" }), people);
  const sections = sectionsFor(study.settings, from, editions, edition);
  const section = await choose("section", say("ask.which-section", {}), sections);
  const words = await text(context, options, "text", { message: say("ask.said-words", {}) });
  return { from, section, text: words, kind: asKind(one(options, "kind") ?? ""), edition };
}

interface Choice {
  readonly value: string;
  readonly name: string;
}

function peopleOf(
  settings: Settings,
  editions: readonly SentEdition[],
  edition: string | undefined,
): Choice[] {
  const groups = editions.filter(({ id }) => edition === undefined || id === edition);
  const people = groups.flatMap(({ group }) => participantsOf(settings, group.id));
  return [...new Set(people)].map(({ id }) => ({ value: String(id), name: nameOf(settings, id) }));
}

/** The sections of the edition meant: the one named, else the last one sent to each of the person's groups. */
function sectionsFor(
  settings: Settings,
  from: string,
  editions: readonly SentEdition[],
  edition: string | undefined,
): Choice[] {
  const groups = settings.participants.find(({ id }) => id === from)?.groups ?? [];
  const latest =
    edition === undefined
      ? groups.flatMap((group) => editions.findLast((each) => each.group.id === group) ?? [])
      : editions.filter(({ id }) => id === edition);
  return latest.flatMap(({ group, content }) =>
    readFrozen(content).sections.map(({ id, title }) => ({ value: `${group.id}/${id}`, name: title })),
  );
}
