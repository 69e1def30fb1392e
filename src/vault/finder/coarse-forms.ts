// What of a name must not stand in the bytes that leave, looked for in text squeezed to its letters.
import type { Identity } from "../contents.ts";
import { functionWords } from "../words/function-words.ts";
import { ordinaryWords } from "../words/ordinary-words.ts";
import { formsOf } from "./name-forms.ts";

export interface CoarseForm {
  /** Lower-case letters and figures alone, without accents, as `foldWord` gives them: `sophiedurand`. */
  readonly letters: string;
  /**
   * `anywhere`: long enough to be looked for inside squeezed text (`S o p h i e D u r a n d`, a link's
   * end). `word`: an alarm only as a whole run of letters (`durand`, `sd`), since longer words hold it.
   * `ordinary`: an ordinary word too (`rose`): no alarm by itself; `NameFinder.find` says where it is the name.
   */
  readonly as: "anywhere" | "word" | "ordinary";
}

// A full name has at least as many letters; fewer turn up by chance where words meet.
const LONG = 9;
const SHORT = 3;

/**
 * The letters of an identity's forms: full names both ways, first name, surname, aliases, a place without
 * its article. Initials have none: two letters are in any text. Sorted, each once.
 */
export function coarseForms(identity: Identity): readonly CoarseForm[] {
  const found = new Map<string, CoarseForm>();
  for (const { keys, role } of formsOf(identity)) {
    if (role === "initials" || role === "initialled" || role === "abbreviated" || role === "part") continue;
    const letters = keys.join("");
    if (letters.length < SHORT || found.has(letters)) continue;
    const isOrdinary =
      ordinaryWords.has(letters) || keys.every((key) => ordinaryWords.has(key) || functionWords.has(key));
    const isLong = letters.length >= LONG && keys.length > 1;
    found.set(letters, { letters, as: isOrdinary ? "ordinary" : isLong ? "anywhere" : "word" });
  }
  return [...found.values()].sort((a, b) => (a.letters < b.letters ? -1 : 1));
}
