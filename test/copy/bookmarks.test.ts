// Bookmarks' names: what Word takes, and back to the section.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bookmarkOf,
  LETTER_BOOKMARK,
  PRESENTATION_BOOKMARK,
  sectionOfBookmark,
} from "../../src/copy/bookmarks.ts";
import { asSectionId, type SectionId } from "../../src/kernel/ids.ts";

const section = (text: string): SectionId => {
  const id = asSectionId(text);
  if (id === undefined) throw new Error(text);
  return id;
};

const ids = fc
  .stringMatching(/^[a-cé0-1œ](?:[_-]{0,2}[a-cé0-1œ]){0,39}$/)
  .filter((text) => text.length <= 80)
  .map(section);

describe("a section's bookmark", () => {
  it.each([
    ["peur", "retour_peur"],
    ["la-peur-au-travail", "retour_la_peur_au_travail"],
    ["rue-des-préaux", "retour_rue_des_préaux"],
  ])("of %s can be read: %s", (id, name) => {
    expect(bookmarkOf(section(id))).toBe(name);
  });

  it.each(["retour_peur Copy 1", "retour_peur_Copy_12"])("is known once pasted, as %s", (name) => {
    expect(sectionOfBookmark(name, [{ id: section("peur") }])).toBe("peur");
  });

  it("is one that Word takes and gives its section back, among any others", () => {
    fc.assert(
      fc.property(fc.uniqueArray(ids, { minLength: 1, maxLength: 20 }), (all) => {
        const sections = all.map((id) => ({ id }));
        for (const id of all) {
          expect(bookmarkOf(id)).toMatch(/^[a-z][a-zé0-9_œ]{0,39}$/);
          expect(sectionOfBookmark(bookmarkOf(id), sections)).toBe(id);
        }
      }),
    );
  });

  it("tells apart ids that differ by a hyphen, an underscore or their end", () => {
    const long = "a-".repeat(39);
    const all = ["a-b", "a_b", "a--b", "a-_b", "a__b", `${long}a`, `${long}b`].map(section);
    expect(new Set(all.map(bookmarkOf)).size).toBe(all.length);
  });

  it("is found with its accents written apart, and is no other bookmark", () => {
    const sections = [{ id: section("préaux") }, { id: section("letter") }];
    expect(sectionOfBookmark("retour_pre\u0301aux", sections)).toBe("préaux");
    for (const name of [LETTER_BOOKMARK, PRESENTATION_BOOKMARK, "_Toc123", "retour_", "préaux"])
      expect(sectionOfBookmark(name, sections)).toBeUndefined();
  });
});
