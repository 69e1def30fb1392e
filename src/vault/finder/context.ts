// The words around a name: what an answer about one occurrence is kept under.
import { atomsOf, type Atom } from "./atoms.ts";

const AROUND = 3;
// Three words are looked for in so many characters each side, not in the whole text.
const REACH = 240;

/** The folded words around a place, three each side, as an `Answer` keeps them: `vu la · est partie hier`. */
export function contextOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  const before = atomsOf(text.slice(Math.max(0, start - REACH), start)).slice(-AROUND);
  const after = atomsOf(text.slice(end, end + REACH)).slice(0, AROUND);
  return `${sayKeys(before)}·${sayKeys(after)}`;
}

const sayKeys = (atoms: readonly Atom[]): string => atoms.map(({ key }) => key).join(" ");
