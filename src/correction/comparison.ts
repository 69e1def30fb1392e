// A section's words beside what people make of them: whole, as stretches, and sentence by sentence.
import type { GroupId, SectionId } from "../kernel/ids.ts";
import { changes, hunks } from "../wording/compare.ts";
import { byNumber, type Correction } from "./correction.ts";
import { editsOf, type Edit } from "./edit.ts";
import { passagesOf, type Passage } from "./passages.ts";

export interface Stretch {
  /** `comment`: said about the words before it. */
  readonly op: "same" | "removed" | "added" | "comment";
  readonly text: string;
}

/** What one person, or one version, makes of a section. */
export interface Variant {
  /** A participant or an edition; null for the document as it stands. */
  readonly by: string | null;
  readonly stretches: readonly Stretch[];
}

export interface ComparedSection {
  readonly id: SectionId;
  readonly group: GroupId;
  readonly title: string;
  /** In the order of the people, one for each return. */
  readonly variants: readonly Variant[];
  /** The whole section, sentence by sentence, in order. */
  readonly passages: readonly Passage[];
  /** What is said of the section as a whole, and words for its end. */
  readonly remarks: readonly Correction[];
}

type Place = Pick<ComparedSection, "id" | "group" | "title">;

/** A section that was sent, and what the returns ask of it. */
export function compareAsked(
  place: Place,
  sent: string,
  corrections: readonly Correction[],
): ComparedSection {
  const returns = new Map<string, Correction[]>();
  for (const each of [...corrections].sort(byPerson)) {
    const list = returns.get(each.return);
    if (list) list.push(each);
    else returns.set(each.return, [each]);
  }
  const voices = [...returns].map(([from, asked]) => ({
    by: asked[0]?.participant ?? null,
    from,
    edits: editsOf(asked),
    asked: asked.filter(({ start }) => start !== null),
  }));
  return {
    ...place,
    variants: [...returns.values()].map((asked, index) => ({
      by: voices[index]?.by ?? null,
      stretches: stretchesOf(sent, voices[index]?.edits ?? [], asked),
    })),
    passages: passagesOf(sent, voices),
    remarks: [...returns.values()].flat().filter(({ start }) => start === null),
  };
}

function byPerson(a: Correction, b: Correction): number {
  if (a.participant === b.participant) return byNumber(a, b);
  return a.participant < b.participant ? -1 : 1;
}

/** A section as an earlier version and a later one have it; without variants when nothing differs. */
export function compareVersions(
  place: Place,
  by: string | null,
  before: string,
  after: string,
): ComparedSection {
  const edits = hunks(before, after);
  return {
    ...place,
    variants: edits.length === 0 ? [] : [{ by, stretches: changes(before, after) }],
    passages: passagesOf(before, [{ by, edits, asked: [] }]),
    remarks: [],
  };
}

/**
 * A section as one return makes it: every correction in its place, with what was said. Remarks
 * on the section as a whole come first, words for its end last.
 */
function stretchesOf(sent: string, edits: readonly Edit[], asked: readonly Correction[]): Stretch[] {
  const stretches: Stretch[] = [];
  const push = (op: Stretch["op"], text: string): void => {
    if (text !== "") stretches.push({ op, text });
  };
  const whole = asked.filter(({ start }) => start === null);
  for (const { comment } of whole) push("comment", comment);
  const said = asked
    .flatMap(({ end, comment }) => (end === null || comment === "" ? [] : [{ end, comment }]))
    .sort((a, b) => a.end - b.end);
  let [at, next] = [0, 0];
  const sayUntil = (place: number): void => {
    for (let each = said[next]; each !== undefined && each.end <= place; each = said[(next += 1)]) {
      push("same", sent.slice(at, Math.max(at, each.end)));
      at = Math.max(at, each.end);
      push("comment", each.comment);
    }
  };
  for (const { start, end, after } of edits) {
    sayUntil(start === end ? start - 1 : start);
    push("same", sent.slice(at, start));
    push("removed", sent.slice(start, end));
    push("added", after);
    at = end;
    sayUntil(at);
  }
  sayUntil(sent.length);
  push("same", sent.slice(at));
  for (const { after } of whole) if (after !== "") push("added", `\n\n${after}`);
  return stretches;
}
