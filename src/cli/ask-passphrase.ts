// A new passphrase: from a file, or typed twice, with one that chance has drawn to choose from.
import { refuse } from "../vault/messages.ts";
import { PROPOSED_BITS, proposePassphrase, SHORTEST_PASSPHRASE } from "../vault/passphrase.ts";
import { passphraseFrom } from "./open-vault.ts";
import type { Context } from "./run.ts";

/** `variable`: the environment variable that names the file. Refuses one that is too short. */
export async function newPassphrase(context: Context, variable: string): Promise<string> {
  const least = SHORTEST_PASSPHRASE;
  const given = passphraseFrom(context, variable);
  if (given !== undefined) {
    if (given.length < least) throw refuse("vault.passphrase-short", { least });
    return given;
  }
  const { canAsk, say, note, world } = context;
  if (!canAsk) throw refuse("vault.passphrase-missing", { variable });
  // Not a note: with --quiet too one has to see it.
  world.stderr.write(`${say("vault.proposal", { phrase: proposePassphrase(), bits: PROPOSED_BITS })}\n`);
  for (;;) {
    const typed = await world.prompter.password({ message: say("vault.new-passphrase", {}) });
    const passphrase = typed.normalize("NFC");
    if (passphrase.length < least) note(say("vault.too-short", { least }));
    else if ((await world.prompter.password({ message: say("vault.same-passphrase", {}) })) === typed)
      return passphrase;
    else note(say("vault.not-the-same", {}));
  }
}
