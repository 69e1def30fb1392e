// Words that look like names, asked about one after the other: what is answered goes into the vault.
import { RetourError } from "../kernel/diagnostic.ts";
import { shown } from "../kernel/shown.ts";
import type { SessionId } from "../kernel/ids.ts";
import type { Study } from "../study/open.ts";
import type { IdentityKind } from "../vault/contents.ts";
import { addIdentity, ignoreWords } from "../vault/edit.ts";
import { makeFinder } from "../vault/finder/make-finder.ts";
import { gatherLikely, type LikelyName, type Source } from "../vault/likely/gather.ts";
import { knownTo } from "../vault/likely/known.ts";
import type { LikelyKind } from "../vault/likely/likely.ts";
import type { Vault } from "../vault/vault.ts";
import type { Context } from "./run.ts";
import { turnSources } from "./study-sources.ts";

export interface Answered {
  /** How many go into the vault as names, may stay, are left for later. */
  readonly replaced: number;
  readonly kept: number;
  readonly left: number;
}

/** The likely names of these texts that the vault says nothing of. */
export function likelyIn({ settings }: Study, { contents }: Vault, sources: Iterable<Source>): LikelyName[] {
  return gatherLikely(sources, knownTo(settings, { contents, finder: makeFinder(contents) }));
}

/**
 * After an import: says how many words of these sessions look like names that the vault says nothing of.
 * They are in the ledger by then: `vault review` asks about them, `vault apply` replaces them.
 */
export async function proposeLikely(
  context: Context,
  study: Study,
  vault: Vault | undefined,
  sessions: readonly SessionId[],
): Promise<void> {
  if (vault === undefined || sessions.length === 0) return;
  sayLikely(context, study, vault, await turnSources(study, sessions));
}

/** The same of other texts that came in. */
export function sayLikely(
  { say, note }: Context,
  study: Study,
  vault: Vault,
  sources: readonly Source[],
): void {
  const { length: count } = likelyIn(study, vault, sources);
  if (count > 0) note(say("likely.found", { count }));
}

/** Shows each with its contexts and asks what it is; each answer is kept as it is given. */
export async function askLikely(
  context: Context,
  vault: Vault,
  likely: readonly LikelyName[],
): Promise<Answered> {
  const { say, note, world } = context;
  const { prompter } = world;
  let [replaced, kept] = [0, 0];
  for (const [index, name] of likely.entries()) {
    const { form, kind, contexts } = name;
    for (const { place, before, form: written, after } of contexts)
      note(shown(say("name.passage", { place, words: `…${before}[${written}]${after}…` })));
    const answer = await prompter.select({
      message: shown(say("likely.what", { form, kind, at: index + 1, of: likely.length })),
      choices: [
        { value: "replace", name: say("likely.replace", {}) },
        { value: "keep", name: say("likely.keep", {}) },
        { value: "later", name: say("likely.later", {}) },
        { value: "stop", name: say("likely.stop", {}) },
      ],
    });
    if (answer === "stop") break;
    if (answer === "keep") {
      await vault.edit((fresh) => ignoreWords(fresh, [form]));
      kept += 1;
    } else if (answer === "replace" && (await askReplacement(context, vault, name))) replaced += 1;
  }
  return { replaced, kept, left: likely.length - replaced - kept };
}

/** What stands instead; asked again when the vault cannot take it. False when nothing was typed. */
async function askReplacement(
  { say, note, world }: Context,
  vault: Vault,
  { form, kind }: LikelyName,
): Promise<boolean> {
  for (;;) {
    const message = say("likely.instead", {});
    const replacement = (
      await world.prompter.input({ message, initial: say("likely.initial", { kind }) })
    ).trim();
    if (replacement === "") return false;
    try {
      await vault.edit((fresh) =>
        addIdentity(fresh, { names: [form], replacement, kind: identityKind(kind) }),
      );
      return true;
    } catch (error) {
      if (!(error instanceof RetourError)) throw error;
      note(say("likely.refused", {}));
    }
  }
}

/** The vault knows four kinds of what bears a name; a number or an address is of someone. */
function identityKind(kind: LikelyKind): IdentityKind {
  if (kind === "place" || kind === "address") return "place";
  return kind === "organisation" ? "organisation" : "person";
}
