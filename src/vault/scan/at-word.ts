// What stands at a word of a folded text: a name's form, its letters, one letter alone, a hyphen after it.
import type { NameForm } from "../finder/name-forms.ts";
import { wordsFrom, type FoldedText } from "./folded.ts";

/** How far a line may be indented after a hyphen. */
const LONGEST_GAP = 300;

/** Which of its words a form is looked for by: the longest. */
export function anchorOf({ keys }: NameForm): number {
  let anchor = 0;
  for (let at = 1; at < keys.length; at += 1)
    if ((keys[at]?.length ?? 0) > (keys[anchor]?.length ?? 0)) anchor = at;
  return anchor;
}

export function lengthOf({ keys }: NameForm): number {
  let length = 0;
  for (const key of keys) length += key.length;
  return length;
}

export const lettersOf = (folded: FoldedText, word: number): string => wordsFrom(folded, word, word + 1);

/** True when the form's words stand with its longest here; `isPlural`: with a letter more. */
export function stands(folded: FoldedText, word: number, form: NameForm, isPlural = false): boolean {
  const { units, starts } = folded;
  const { keys } = form;
  const first = word - anchorOf(form);
  if (first < 0 || first + keys.length > folded.count) return false;
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? "";
    const begin = starts[first + at] ?? 0;
    const more = isPlural && at === keys.length - 1 ? 2 : 1;
    if ((starts[first + at + 1] ?? 0) - begin !== key.length + more) return false;
    for (let unit = 0; unit < key.length; unit += 1)
      if (units[begin + unit] !== key.charCodeAt(unit)) return false;
  }
  return true;
}

/** `les Durands` */
export const standsInPlural = (folded: FoldedText, word: number, form: NameForm): boolean =>
  anchorOf(form) === form.keys.length - 1 && stands(folded, word, form, true);

/** True when a word is the form's letters run together, with so many letters more. */
export function areLetters(
  { units, starts }: FoldedText,
  word: number,
  { keys }: NameForm,
  more: 0 | 1,
): boolean {
  let at = starts[word] ?? 0;
  for (const key of keys)
    for (let unit = 0; unit < key.length; unit += 1, at += 1)
      if (units[at] !== key.charCodeAt(unit)) return false;
  return (starts[word + 1] ?? 0) - at === 1 + more;
}

export const [SMALL_S, SMALL_X] = [0x73, 0x78];

export const lastUnit = ({ units, starts }: FoldedText, word: number): number =>
  units[(starts[word + 1] ?? 2) - 2] ?? 0;

/** True when nothing but a hyphen, and perhaps the end of a line, parts this word from the next. */
export function isHyphened({ text, count, from, to }: FoldedText, word: number): boolean {
  if (word < 0 || word + 1 >= count) return false;
  const end = to[word] ?? 0;
  const mark = text.charCodeAt(end);
  if (mark !== 0x2d && mark !== 0x2010 && mark !== 0x2011) return false;
  const next = from[word + 1] ?? 0;
  return (
    next - end === 1 || (next - end < LONGEST_GAP && /^.[ \t]*\r?\n?[ \t>]*$/.test(text.slice(end, next)))
  );
}

export function isLetter({ count, starts, units }: FoldedText, word: number): boolean {
  if (word < 0 || word >= count) return false;
  const begin = starts[word] ?? 0;
  // Figures are no letters.
  return (starts[word + 1] ?? 0) - begin === 2 && (units[begin] ?? 0) > 0x39;
}

/** How many of a word's letters are no figures. */
export function countLetters({ units, starts }: FoldedText, word: number): number {
  const end = (starts[word + 1] ?? 1) - 1;
  let count = 0;
  for (let at = starts[word] ?? 0; at < end; at += 1) if ((units[at] ?? 0) > 0x39) count += 1;
  return count;
}

/** False of `l’a`: each letter has its dot, or others beside it spell something out. */
export function mayBeInitials(folded: FoldedText, first: number, last: number): boolean {
  if (isLetter(folded, first - 1) || isLetter(folded, last + 1)) return true;
  for (let word = first; word <= last; word += 1) {
    const sign = folded.text.charAt(folded.to[word] ?? 0);
    if (sign !== "." && sign !== "\\") return false;
  }
  return true;
}
