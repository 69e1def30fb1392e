// The diverging positions that stand in a text, as `integrate` writes them or a person rewrote them, and who is
// named beside each.
import type { ParticipantId } from "../kernel/ids.ts";
import { splitBlocks } from "../retour/outline.ts";
import type { Participant } from "../study/settings.ts";
import type { Range } from "../wording/cut-out.ts";
import { foldPhrase } from "../wording/phrases.ts";

export interface Position extends Range {
  /** The paragraph as it stands. */
  readonly text: string;
  /** What names its holder, folded; empty where nothing does. */
  readonly label: string;
  /** The position itself. */
  readonly words: string;
}

/**
 * How one begins, whatever marks a person put before it: what names its holder stands between brackets, or goes to the
 * colon; in bold and with neither, nothing names them. The heading over several is none.
 */
const beginning =
  /^[ \t>*_+-]*(?:Positions? divergentes?|Diverg(?:ing|ent) positions?)(?:[*_ \t\u00A0\u202F]*(\([^()\n]*\))[*_ \t\u00A0\u202F]*:?|([^:\n]{0,200}):|(?<!s)(?=[*_]+[^\p{L}\p{N}\n]*[\p{L}\p{N}]))/gimu;

/** The paragraphs of a text that say a diverging position, each to the next one or the end of its block. */
export function findPositions(text: string): Position[] {
  return splitBlocks(text).flatMap((block) => {
    const found = [...block.text.matchAll(beginning)];
    return found.map(({ 0: head, 1: bracketed, 2: written = "", index }, at): Position => {
      let until = found[at + 1]?.index ?? block.text.length;
      while (/[\s>]/.test(block.text[until - 1] ?? "")) until -= 1;
      const own = block.text.slice(index, until);
      const start = block.start + index;
      return {
        ...{ start, end: start + own.length, text: own },
        ...{ label: foldPhrase(bracketed ?? written), words: own.slice(head.length) },
      };
    });
  });
}

/** What a person may be called in the study, folded. */
export function namesOf({ id, pseudonym, description }: Participant): string[] {
  return [id, pseudonym, description].map((name) => foldPhrase(name)).filter((name) => name !== "");
}

/** Who is called so: by the whole of a name beside others, or else by a name that stands in what is written. */
export function namedIn(label: string, people: readonly Participant[]): ParticipantId[] {
  const written = ` ${label} `;
  const found = people.flatMap((person) =>
    namesOf(person)
      .filter((name) => written.includes(` ${name} `))
      .map((name) => ({ id: person.id, name })),
  );
  // "éducatrice" is nobody's name in "éducatrice de prévention".
  const isPartOf = (name: string): boolean => {
    const longer = found.filter((each) => each.name !== name && ` ${each.name} `.includes(` ${name} `));
    const left = longer.reduce((text, each) => text.replaceAll(` ${each.name} `, "  "), written);
    return longer.length > 0 && !left.includes(` ${name} `);
  };
  return [...new Set(found.filter(({ name }) => !isPartOf(name)).map(({ id }) => id))];
}
