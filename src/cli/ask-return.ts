// What a return does not say by itself: who answered, which edition, which section.
import { asEditionId, asParticipantId } from "../kernel/ids.ts";
import { shown } from "../kernel/shown.ts";
import { readFrozen } from "../copy/frozen.ts";
import { asKind } from "../correction/correction.ts";
import type { Doubt, FoundIdentity } from "../correction/identity.ts";
import type { Asking } from "../correction/read-returned.ts";
import type { SaidWords } from "../correction/receive-words.ts";
import { editionsSent, type SentEdition } from "../correction/sent-editions.ts";
import type { Study } from "../study/open.ts";
import { participantsOf, type Settings } from "../study/settings.ts";
import { text } from "./ask.ts";
import { nameOf } from "./report/correction.ts";
import { one, required, type Context, type Options } from "./run.ts";

/** Asks what a return does not say by itself, or what it contradicts. */
export function returnAsker(context: Context, { settings }: Study): Asking {
  const { world, say } = context;
  const { prompter } = world;
  const nameFor = (id: string): string => nameOf(settings, id);
  return {
    identity: async (file, found, doubt, editions) => {
      const name = shown(file);
      const edition = await whichEdition(name, found, doubt, editions, context);
      const people = peopleOf(settings, editions, edition);
      const { message, choices, isSettled } = whoseFile(name, found, doubt, people, { say, nameFor });
      const who = isSettled ?? (await prompter.select({ message, choices }));
      return { edition: asEditionId(edition), participant: asParticipantId(who) };
    },
    isAlsoFrom: (file, { participant }, other) =>
      prompter.confirm({
        message: say("ask.same-file", {
          file: shown(file),
          person: nameFor(participant),
          other: nameFor(other),
        }),
        initial: false,
      }),
    section: async (words, { content }) => {
      const sections = content.sections.map(({ id, title }) => ({ value: String(id), name: shown(title) }));
      const chosen = await prompter.select({
        message: say("ask.remark-section", { words: shown(words) }),
        choices: [
          ...sections,
          { value: WHOLE, name: say("ask.whole-text", {}) },
          { value: "", name: say("ask.place-later", {}) },
        ],
      });
      return chosen === WHOLE ? "whole" : content.sections.find(({ id }) => id === chosen)?.id;
    },
  };
}

/** No section has such an id. */
const WHOLE = "*";

async function whichEdition(
  file: string,
  { edition }: FoundIdentity,
  doubt: Doubt | undefined,
  editions: readonly SentEdition[],
  { world, say }: Context,
): Promise<string> {
  const choices = editions.map(({ id, group }) => ({ value: String(id), name: `${id}  ${group.title}` }));
  if (doubt?.why === "differs") {
    const [stated, given] = [doubt.stated.edition, doubt.given.edition];
    if (stated !== undefined && given !== undefined && stated !== given) {
      const message = say("ask.whose-edition", { file, stated, given });
      const both = choices.filter(({ value }) => value === stated || value === given);
      return world.prompter.select({ message, choices: both });
    }
  }
  if (edition !== undefined) return edition;
  return world.prompter.select({ message: say("ask.which-edition", { file }), choices });
}

interface WhoseQuestion {
  readonly message: string;
  readonly choices: readonly Choice[];
  /** Nothing is to be asked. */
  readonly isSettled?: string;
}

/** The question about the person: between the two that are named, or among all. */
function whoseFile(
  file: string,
  { participant }: FoundIdentity,
  doubt: Doubt | undefined,
  people: readonly Choice[],
  { say, nameFor }: Pick<Context, "say"> & { nameFor: (id: string) => string },
): WhoseQuestion {
  if (doubt?.why === "never-made")
    return { message: say("ask.never-made", { file, copy: doubt.copy }), choices: people };
  const stated = doubt?.stated.participant;
  const given = doubt?.given.participant;
  if (stated !== undefined && given !== undefined && stated !== given)
    return {
      message: say("ask.whose-file", { file, stated, given }),
      choices: [stated, given].map((id) => ({ value: String(id), name: nameFor(id) })),
    };
  const question = { message: say("ask.who-answered", { file }), choices: people };
  return participant === undefined ? question : { ...question, isSettled: participant };
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
