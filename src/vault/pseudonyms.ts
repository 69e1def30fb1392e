// What retour.yaml calls people, and what the vault puts in the place of their names: one word, the same.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { SETTINGS_FILE } from "../study/folder.ts";
import type { Settings } from "../study/settings.ts";
import { foldPhrase } from "../wording/phrases.ts";
import { findClashes } from "./apart.ts";
import type { VaultContents } from "./contents.ts";
import { replacedBy, tidy } from "./edit.ts";
import { diagnose, refuse } from "./messages.ts";

/** `vault.pseudonym-differs`, of each participant whose name is replaced by another word than their pseudonym. */
export function pseudonymsApart({ participants }: Settings, { identities }: VaultContents): Diagnostic[] {
  return participants.flatMap(({ id, pseudonym }) => {
    const own = identities.filter(({ participant }) => participant === id);
    const [first] = own;
    if (first === undefined || own.some(({ replacement }) => replacement === tidy(pseudonym))) return [];
    const { replacement } = first;
    return [
      diagnose("vault.pseudonym-differs", "warning", { id, pseudonym, replacement }, { file: SETTINGS_FILE }),
    ];
  });
}

/**
 * Refuses a new participant's pseudonym that replaces another person of the vault, or is a name of it.
 * `name`: their real one, when it is given.
 */
export function refuseReplacing(
  contents: VaultContents,
  { participants }: Settings,
  pseudonym: string,
  name?: string,
): void {
  const ids = new Set(participants.map(({ id }) => id));
  const isOther = ({ participant, kind, names }: VaultContents["identities"][number]): boolean =>
    kind !== "person" ||
    (participant !== undefined && ids.has(participant)) ||
    (name !== undefined && !names.some((each) => foldPhrase(each) === foldPhrase(name)));
  if (replacedBy(contents, pseudonym).some(isOther)) throw refuse("vault.replacement-taken", {});
  const asked = { id: "", kind: "person", names: [""], replacement: pseudonym } as const;
  if (findClashes(contents.identities, [asked]).length > 0) throw refuse("vault.replacement-is-name", {});
}
