// `retour vault add`
import { identityKinds } from "../../vault/contents.ts";
import { addIdentity, replacedBy } from "../../vault/edit.ts";
import { text } from "../ask.ts";
import { requireVault } from "../open-vault.ts";
import { participantCalled, reportAdded } from "../report/vault.ts";
import { one, type Run } from "../run.ts";
import { sayWaiting } from "../say-waiting.ts";

export const run: Run = async (context, [given], options) => {
  const { say } = context;
  const study = await context.open({ forWriting: true });
  const person = participantCalled(study.settings, one(options, "participant"));
  const vault = await requireVault(context, study);
  const name = await text(context, { name: given }, "name", { message: say("vault.ask-name", {}) });
  const replacement = await text(context, options, "as", {
    message: say("vault.ask-replacement", {}),
    ...(person ? { initial: person.pseudonym } : {}),
  });
  const alias = options["alias"];
  // A name may hold a comma: `many` would cut it.
  const others: readonly string[] = Array.isArray(alias) ? alias : [];
  const added = {
    names: [name, ...others],
    replacement,
    kind: identityKinds.find((each) => each === one(options, "kind")),
    participant: person?.id,
  };
  const contents = await vault.edit((fresh) => addIdentity(fresh, added));
  const identities = replacedBy(contents, replacement);
  return sayWaiting(context, study, contents, identities, reportAdded(context, identities));
};
