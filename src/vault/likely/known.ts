// What a study calls its people, groups and places by, and what its vault answers for: no question is asked of it.
import type { Settings } from "../../study/settings.ts";
import { foldPhrase } from "../../wording/phrases.ts";
import type { VaultContents } from "../contents.ts";
import type { NameFinder } from "../find-names.ts";
import type { Known } from "./likely.ts";

/**
 * Pseudonyms, descriptions, structures, titles and guests as the settings have them; replacements and
 * words that may stay, as the vault has them. Names that the vault replaces are left to `finder`.
 */
export function knownTo(
  settings: Settings,
  vault?: { readonly contents: VaultContents; readonly finder: NameFinder },
): Known {
  const forms = new Set<string>();
  const learn = (words: string | undefined): void => {
    const folded = foldPhrase(words ?? "");
    if (folded === "") return;
    forms.add(folded);
    for (const each of folded.split(" ")) if (each.length > 1) forms.add(each);
  };
  learn(settings.title);
  for (const { title } of settings.groups) learn(title);
  for (const { pseudonym, description, organisation } of settings.participants)
    for (const words of [pseudonym, description, organisation]) learn(words);
  for (const { guests } of settings.sessions) learn(guests);
  if (vault === undefined) return { forms };
  for (const { replacement } of vault.contents.identities) learn(replacement);
  for (const { form, says, context } of vault.contents.answers)
    if (says === "word" && context === undefined) forms.add(foldPhrase(form));
  return { forms, taken: vault.finder.find };
}
