// The names of the bookmarks in a copy, and which section a bookmark names: a heading that was
// reworded, or moved, is known by its bookmark.
import { fingerprint } from "../kernel/fingerprint.ts";
import type { SectionId } from "../kernel/ids.ts";

/** Where the letter and the presentation begin. No section's bookmark is like these. */
export const LETTER_BOOKMARK = "retour__letter";
export const PRESENTATION_BOOKMARK = "retour__presentation";

const PREFIX = "retour_";

/** What Word takes: letters, digits and underscores, a letter first, 40 characters at most. */
const LONGEST = 40;

/**
 * The bookmark on a section's heading: `retour_la_peur` for `la-peur`. An id that is too long, or
 * that underscores could not give back, keeps its beginning and is told from others by eight
 * hexadecimal digits: `retour_a_b__0c1d2e3f`.
 */
export function bookmarkOf(section: SectionId): string {
  const letters = section.replaceAll("-", "_");
  const isReadable = !/_|--/.test(section) && PREFIX.length + letters.length <= LONGEST;
  if (isReadable) return PREFIX + letters;
  const sum = fingerprint("retour-bookmark-1", [section]).slice(0, 8);
  return `${PREFIX}${letters.slice(0, LONGEST - PREFIX.length - sum.length - 2)}__${sum}`;
}

/** The section whose heading a bookmark was put on; undefined for any other bookmark. */
export function sectionOfBookmark(
  name: string,
  sections: readonly { readonly id: SectionId }[],
): SectionId | undefined {
  // Some programs write an accent as a character of its own. LibreOffice names what it pastes
  // `retour_peur Copy 1`, in a Word file `retour_peur_Copy_1`: a section that was moved.
  const composed = name.normalize("NFC").replace(/[ _]Copy[ _]\d+$/, "");
  if (!composed.startsWith(PREFIX)) return undefined;
  return sections.find(({ id }) => bookmarkOf(id) === composed)?.id;
}
