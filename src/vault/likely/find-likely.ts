// Names nobody listed, found by rules: a person says of each, once, whether it is one.
import { foldPhrase } from "../../wording/phrases.ts";
import { findDetails } from "./details.ts";
import type { Known, Likely, Stretch } from "./likely.ts";
import { findNames } from "./names.ts";
import { isQuiet } from "./quiet.ts";

/**
 * What in a French text may be a person's, a place's or an organisation's name, or a detail that
 * tells who someone is (a number, an address, a date of birth), in order, none overlapping another.
 * Time is linear in the text. What `known` holds is not proposed. The rules and their word lists
 * are this program's own; how much they find is measured in test/vault/likely.
 */
export function findLikely(text: string, known: Known): readonly Likely[] {
  const allDetails = findDetails(text);
  const allNames = isQuiet(text, known.forms) ? [] : findNames(text, known);
  // Most texts have nothing: the vault's names are not looked for there.
  if (allDetails.length === 0 && allNames.length === 0) return [];
  const taken = known.taken?.(text) ?? [];
  const details = outside(allDetails, taken);
  // A name inside an address goes with it.
  const names = outside(outside(allNames, taken), details);
  return [...details.filter(({ form }) => !known.forms.has(foldPhrase(form))), ...names].toSorted(
    (a, b) => a.start - b.start,
  );
}

/** Those that overlap none of the others; both in order. */
function outside<S extends Stretch>(found: readonly S[], others: readonly Stretch[]): S[] {
  let at = 0;
  return found.filter(({ start, end }) => {
    while ((others[at]?.end ?? Infinity) <= start) at += 1;
    return (others[at]?.start ?? Infinity) >= end;
  });
}
