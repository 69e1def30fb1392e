// The words around a name: what an answer about one occurrence is kept under.
import { atomsOf, type Atom } from "./atoms.ts";

const AROUND = 3;
// The words are looked for in so many characters each side, not in the whole text.
const REACH = 240;

// `hier avec Mme N'Diaye, elle a` is said in many sessions, and of either.
const FAR_AROUND = 12;
/** How many words a passage is known again by, beyond doubt. */
const TELLING = 8;

/** The folded words around a place, three each side, as an `Answer` keeps them: `vu la · est partie hier`. */
export function contextOf(text: string, range: { readonly start: number; readonly end: number }): string {
  const [before, after] = wordsAround(text, range, AROUND);
  return `${sayKeys(before)}·${sayKeys(after)}`;
}

/**
 * The same with twelve words each side: what says whose a name is that several bear holds for that passage
 * alone. Undefined where too few words stand around to know it again.
 */
export function farContextOf(
  text: string,
  range: { readonly start: number; readonly end: number },
): string | undefined {
  const [before, after] = wordsAround(text, range, FAR_AROUND);
  return before.length + after.length < TELLING ? undefined : `${sayKeys(before)}·${sayKeys(after)}`;
}

function wordsAround(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  count: number,
): [before: readonly Atom[], after: readonly Atom[]] {
  return [
    atomsOf(text.slice(Math.max(0, start - REACH), start)).slice(-count),
    atomsOf(text.slice(end, end + REACH)).slice(0, count),
  ];
}

const sayKeys = (atoms: readonly Atom[]): string => atoms.map(({ key }) => key).join(" ");
