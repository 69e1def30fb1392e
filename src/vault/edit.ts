// What may be changed in a vault: identities added, aliases, another replacement, words that are no names.
import { nextId, numbered, type ParticipantId } from "../kernel/ids.ts";
import { foldPhrase } from "../wording/phrases.ts";
import { findClashes } from "./apart.ts";
import type { Identity, IdentityKind, VaultContents } from "./contents.ts";
import { refuse } from "./messages.ts";

export interface NewIdentity {
  readonly names: readonly string[];
  readonly replacement: string;
  /** A person, when it is not said and nothing is known by that replacement. */
  readonly kind?: IdentityKind | undefined;
  readonly participant?: ParticipantId | undefined;
}

/** A name or a replacement as it is kept: on one line, one space between words. */
export function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim();
}

/** The vault with one more identity, or more names for the one of that replacement; see `startAdding`. */
export function addIdentity(contents: VaultContents, given: NewIdentity): VaultContents {
  const adding = startAdding(contents);
  const added = adding.add(given);
  const next = adding.done();
  refuseClash(next, [added]);
  return next;
}

export interface Adding {
  /**
   * The identity as it then is. Refused: an empty name or replacement, and what replaces somebody
   * else. Whether names and replacements stay apart is for `findClashes` to say, once all are there.
   */
  readonly add: (given: NewIdentity) => Identity;
  readonly done: () => VaultContents;
}

/** Adds any number of identities. Words that were said to be no names, and are now, are so no more. */
export function startAdding(contents: VaultContents): Adding {
  const identities = new Map(contents.identities.map((each) => [each.id, each]));
  const ids = new Map(contents.identities.map(({ id, replacement }) => [foldPhrase(replacement), id]));
  const forms = new Set<string>();
  let next = Number(nextId("i", [...identities.keys()], 3).slice(1));
  const add = (given: NewIdentity): Identity => {
    const replacement = tidy(given.replacement);
    const [first, ...others] = new Set(given.names.map(tidy).filter((name) => foldPhrase(name) !== ""));
    if (first === undefined) throw refuse("vault.empty-name", {});
    if (foldPhrase(replacement) === "") throw refuse("vault.empty-replacement", {});
    const names: Identity["names"] = [first, ...others];
    const known = identities.get(ids.get(foldPhrase(replacement)) ?? "");
    const identity = known
      ? joined(known, given, names)
      : made(numbered("i", next, 3), given, names, replacement);
    if (!known) next += 1;
    identities.set(identity.id, identity);
    ids.set(foldPhrase(replacement), identity.id);
    for (const name of names) forms.add(foldPhrase(name));
    return identity;
  };
  const done = (): VaultContents => ({
    ...contents,
    identities: [...identities.values()],
    answers: contents.answers.filter(
      ({ says, form, context }) => says === "name" || context !== undefined || !forms.has(foldPhrase(form)),
    ),
  });
  return { add, done };
}

function made(
  id: string,
  { kind = "person", participant }: NewIdentity,
  names: Identity["names"],
  replacement: string,
): Identity {
  const identity = { id, kind, names, replacement };
  return participant === undefined ? identity : { ...identity, participant };
}

function joined(known: Identity, { kind, participant }: NewIdentity, names: Identity["names"]): Identity {
  // One word for two people would make one person of them.
  const isOther =
    (kind !== undefined && kind !== known.kind) ||
    (participant !== undefined && known.participant !== undefined && participant !== known.participant);
  if (isOther) throw refuse("vault.replacement-taken", {});
  const all = new Set([...known.names, ...names]);
  for (const name of known.names) all.delete(name);
  const person = known.participant ?? participant;
  return {
    ...known,
    names: [...known.names, ...all],
    ...(person === undefined ? {} : { participant: person }),
  };
}

/** Refuses identities whose names and replacements are not apart from those of all. */
function refuseClash({ identities }: VaultContents, added: readonly Identity[]): void {
  const [clash] = findClashes(identities, added);
  if (clash) throw refuse(clashCodes[clash.side], {});
}

export const clashCodes = {
  name: "vault.name-is-replacement",
  replacement: "vault.replacement-is-name",
} as const;

/** The identities that a word replaces. */
export function replacedBy({ identities }: VaultContents, replacement: string): Identity[] {
  const wanted = foldPhrase(replacement);
  return identities.filter((each) => foldPhrase(each.replacement) === wanted);
}

/** Another word instead of the one that replaces somebody; refused when it replaces somebody else. */
export function renameReplacement(contents: VaultContents, former: string, given: string): VaultContents {
  const replacement = tidy(given);
  if (foldPhrase(replacement) === "") throw refuse("vault.empty-replacement", {});
  const renamed = new Map(replacedBy(contents, former).map((each) => [each.id, { ...each, replacement }]));
  if (renamed.size === 0) throw refuse("vault.unknown-replacement", {});
  if (replacedBy(contents, replacement).some(({ id }) => !renamed.has(id)))
    throw refuse("vault.replacement-taken", {});
  const identities = contents.identities.map((each) => renamed.get(each.id) ?? each);
  const next = { ...contents, identities };
  refuseClash(next, [...renamed.values()]);
  return next;
}

/** Words that are no names wherever they are written exactly so. Refused for a name as the vault has it. */
export function ignoreWords(contents: VaultContents, words: readonly string[]): VaultContents {
  const forms = [...new Set(words.map(tidy))].filter((form) => form !== "");
  const names = contents.identities.flatMap((each) => each.names);
  const listed = new Set(names.flatMap((name) => [name, ...name.split(/[\s-]+/)]));
  if (forms.some((form) => listed.has(form))) throw refuse("vault.is-listed", {});
  const isKnown = (form: string): boolean =>
    contents.answers.some((each) => each.form === form && each.says === "word" && each.context === undefined);
  const added = forms.filter((form) => !isKnown(form)).map((form) => ({ form, says: "word" as const }));
  return added.length === 0 ? contents : { ...contents, answers: [...contents.answers, ...added] };
}
