// An edition as it was frozen: what every copy was made from, what every return is compared with.
import type { SectionId } from "../kernel/ids.ts";
import { outline } from "../retour/outline.ts";
import { agreedText, sectionFingerprint } from "../retour/section.ts";
import { foldTypography } from "../wording/fold.ts";

export interface FrozenSection {
  readonly id: SectionId;
  readonly title: string;
  /** Heading with its bare id, then the words; LF line ends. Corrections' ranges are in it. */
  readonly text: string;
}

export interface FrozenEdition {
  /** What stands before the first section: title, presentation. */
  readonly presentation: string;
  readonly sections: readonly FrozenSection[];
}

/** Reads the frozen content that the ledger keeps. */
export function readFrozen(content: string): FrozenEdition {
  const { presentation, sections } = outline(content, "").outline;
  return {
    presentation: presentation.replaceAll("\r\n", "\n").trim(),
    sections: sections.map(({ id, title, text }) => ({ id, title, text: agreedText(text) })),
  };
}

/** True when both say the same: same words, marks and turns, in the same sections and order. */
export function isSameContent(a: FrozenEdition, b: FrozenEdition): boolean {
  return (
    foldTypography(a.presentation) === foldTypography(b.presentation) &&
    a.sections.length === b.sections.length &&
    a.sections.every(({ id, text }, index) => {
      const other = b.sections[index];
      return other?.id === id && sectionFingerprint(text) === sectionFingerprint(other.text);
    })
  );
}
