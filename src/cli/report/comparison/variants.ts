// A passage as it is read to a group: each way it would read, with who asks for it and what they
// say of it; and the stretches of a section that nobody touched, folded.
import type { ComparedSection, Stretch } from "../../../correction/comparison.ts";
import { changesWords } from "../../../correction/correction.ts";
import { isTouched, type Asked, type Passage } from "../../../correction/passages.ts";
import type { Say } from "../../messages/catalogue.ts";

/** One way a passage would read, or what someone says of it as it is. */
export interface Variant {
  /** People, an edition, or null for the document as it stands. */
  readonly by: readonly (string | null)[];
  /** None when the words are left as they are. */
  readonly stretches: readonly Stretch[];
  readonly asked: readonly Asked[];
}

/** The variants of a passage: first those of other words. */
export function variantsOf({ wordings, asked }: Passage): Variant[] {
  const left = new Set(asked);
  const variants = wordings.map(({ by, returns, stretches }): Variant => {
    const own = asked.filter(({ correction }) => returns.includes(correction.return));
    for (const each of own) left.delete(each);
    return { by, stretches, asked: own };
  });
  const remarks = new Map<string, Asked[]>();
  for (const each of left) {
    const { participant } = each.correction;
    remarks.set(participant, [...(remarks.get(participant) ?? []), each]);
  }
  return [...variants, ...[...remarks].map(([by, said]) => ({ by: [by], stretches: [], asked: said }))];
}

/** The words that something is said of, when they are left as they are. */
export function pointedAt({ correction }: Asked): string {
  return changesWords(correction) ? "" : correction.before;
}

/** A passage to show, or several that nobody touched. */
export type Shown =
  | { readonly is: "passage"; readonly passage: Passage }
  | { readonly is: "fold"; readonly passages: readonly Passage[] };

/** Fewer unchanged passages than this are shown, not folded. */
const LEAST_FOLD = 3;

/**
 * The passages of a section without its own heading, when nobody changed that; long stretches
 * without a change are folded, but for the passages beside a change.
 */
export function folded({ passages }: Pick<ComparedSection, "passages">): Shown[] {
  const [first] = passages;
  const isOwnHeading = first?.kind === "heading" && first.level === 2 && !isTouched(first);
  const list = isOwnHeading ? passages.slice(1) : passages;
  const touched = list.map(isTouched);
  const shown: Shown[] = [];
  let quiet: Passage[] = [];
  const close = (): void => {
    if (quiet.length >= LEAST_FOLD) shown.push({ is: "fold", passages: quiet });
    else shown.push(...quiet.map((passage) => ({ is: "passage", passage }) as const));
    quiet = [];
  };
  for (const [index, passage] of list.entries()) {
    const isNear = touched[index - 1] === true || touched[index] === true || touched[index + 1] === true;
    if (!isNear) quiet.push(passage);
    else {
      close();
      shown.push({ is: "passage", passage });
    }
  }
  close();
  return shown;
}

/** As many unchanged letters as are shown beside a change, in a passage that is very long. */
const CONTEXT = 160;

/** Stretches whose unchanged words are cut to what is beside a change, when there are very many. */
export function shortened(stretches: readonly Stretch[]): Stretch[] {
  return stretches.map(({ op, text }, index) => {
    const [isFirst, isLast] = [index === 0, index === stretches.length - 1];
    if (op !== "same" || text.length <= (isFirst || isLast ? 2 : 3) * CONTEXT) return { op, text };
    const head = isFirst ? "" : text.slice(0, CONTEXT).replace(/\S+$/, "");
    const tail = isLast ? "" : text.slice(-CONTEXT).replace(/^\S+/, "");
    return { op, text: `${head.trimEnd()} […] ${tail.trimStart()}` };
  });
}

/** Who stands where on a passage, in words. */
export interface Stand {
  readonly sign: "=" | "≠";
  readonly people: readonly string[];
  readonly text: string;
}

/** `named` gives several people by name. */
export function standsOf(
  { agreements, partly, contradictions, kept }: Passage,
  say: Say,
  named: (people: readonly string[]) => string,
): Stand[] {
  const stand = (
    sign: Stand["sign"],
    key: "diff.agree" | "diff.agree-partly" | "diff.contradict",
    people: readonly string[],
  ): Stand => ({ sign, people, text: say(key, { people: named(people) }) });
  return [
    ...agreements.map((people) => stand("=", "diff.agree", people)),
    ...partly.map((people) => stand("=", "diff.agree-partly", people)),
    ...contradictions.map((people) => stand("≠", "diff.contradict", people)),
    ...kept.map(({ by, against }): Stand => {
      const text = say("diff.keep", { people: named(by), others: named(against) });
      return { sign: "≠", people: [...by, ...against], text };
    }),
  ];
}
