// What a vault's names look like to the scan.
import type { VaultContents } from "../contents.ts";
import type { NameFinder } from "../find-names.ts";
import { foldWord } from "../finder/atoms.ts";
import { makeFinder } from "../finder/make-finder.ts";
import { formsOfAll, type NameForm, type Role } from "../finder/name-forms.ts";
import { functionWords } from "../words/function-words.ts";
import { ordinaryWords } from "../words/ordinary-words.ts";
import type { Names } from "./leak.ts";

/** Letters that other words have too: only what stands around them tells. */
const doubtful: ReadonlySet<Role> = new Set<Role>([
  "initials",
  "initialled",
  "abbreviated",
  "part",
  "particle",
  "noble",
]);

export function namesOf(contents: Pick<VaultContents, "identities" | "answers">): Names {
  const answered = new Set(contents.answers.map(({ form }) => foldWord(form)));
  const isOrdinary = ({ keys, role, isAcronym }: NameForm): boolean =>
    isAcronym ||
    doubtful.has(role) ||
    (answered.size > 0 && answered.has(keys.join(""))) ||
    keys.every((key) => ordinaryWords.has(key) || functionWords.has(key));
  // Most of what leaves holds nothing in doubt: the finder is made when something is.
  let finder: NameFinder | undefined;
  const find: NameFinder["find"] = (text) => (finder ??= makeFinder(contents)).find(text);
  return { finder: { find }, forms: formsOfAll(contents.identities), isOrdinary };
}
