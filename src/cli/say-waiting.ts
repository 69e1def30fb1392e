// What is said once names are listed that the study has already: that they wait to be replaced.
import { countNamed } from "../removal/count-names.ts";
import type { Study } from "../study/open.ts";
import type { Identity, VaultContents } from "../vault/contents.ts";
import type { Context, Outcome } from "./run.ts";

/** The outcome, with how many texts of the study hold names of these identities when some do. */
export async function sayWaiting(
  { say }: Context,
  study: Study,
  contents: VaultContents,
  listed: readonly Identity[],
  outcome: Outcome,
): Promise<Outcome> {
  const waiting = await countNamed(study.ledger.db, contents, new Set(listed.map(({ id }) => id)));
  const text = waiting === 0 ? outcome.text : `${outcome.text}\n${say("apply.waiting", { count: waiting })}`;
  return { ...outcome, json: { ...outcome.json, waiting }, text };
}
