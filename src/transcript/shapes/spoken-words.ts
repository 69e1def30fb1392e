// A passage of speech recognition whose words each say who speaks: cut where the voice changes.

/** A word as the file lists it, with what it says of it. */
export interface SpokenWord {
  readonly text: string;
  readonly label: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
}

export interface Piece {
  readonly label: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** As the passage has them: not yet canonical. */
  readonly words: string;
}

export interface Passage extends Omit<Piece, "words"> {
  readonly text: string;
}

/**
 * The passage's text in pieces, one for each voice: all of it, whatever its list of words says,
 * since that only tells where the voice changes. A word that does not say who speaks is of the
 * voice before it. `isSame` is false when the list has words that the text has not, or a change of
 * voice had to be placed by a list that does not agree with it.
 */
export function cutByVoice(
  passage: Passage,
  words: readonly SpokenWord[],
): { pieces: Piece[]; isSame: boolean } {
  const { text, label, startMs, endMs } = passage;
  const first = words.find((word) => word.label !== null)?.label ?? label;
  const groups: { label: string | null; words: SpokenWord[] }[] = [];
  for (const word of words.filter((each) => each.text.trim() !== "")) {
    const last = groups.at(-1);
    const voice = word.label ?? last?.label ?? first;
    if (last?.label === voice) last.words.push(word);
    else groups.push({ label: voice, words: [word] });
  }
  if (groups.length < 2) {
    const isSame = lettersOf(text).includes(lettersOf(words.map((word) => word.text).join("")));
    return { pieces: [{ label: first, startMs, endMs, words: text }], isSame };
  }
  const { starts, isSame } = findStarts(
    text,
    groups.map((group) => group.words),
  );
  const pieces = groups.map((group, index) => ({
    label: group.label,
    startMs: index === 0 ? startMs : (group.words.find((word) => word.startMs !== null)?.startMs ?? null),
    endMs:
      index === groups.length - 1
        ? endMs
        : (group.words.findLast((word) => word.endMs !== null)?.endMs ?? null),
    words: text.slice(index === 0 ? 0 : starts[index], starts[index + 1]),
  }));
  return { pieces, isSame };
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** How far ahead a word is looked for when the text has something else in its place. */
const AHEAD = 200;

/** Letters that make a word worth looking for. */
const LONG_ENOUGH = 4;

/** Where each group of words starts in the text; a group none of whose words is found is empty. */
function findStarts(
  text: string,
  groups: readonly (readonly SpokenWord[])[],
): { starts: number[]; isSame: boolean } {
  let at = 0;
  let misplaced = 0;
  const starts = groups.map((words) => {
    let start: number | undefined;
    for (const { text: written } of words) {
      const word = written.trim();
      const before = text.slice(at, at + AHEAD + word.length);
      const found = before.indexOf(word);
      const isNext = found !== -1 && !/[\p{L}\p{N}]/u.test(before.slice(0, found));
      if (!isNext) misplaced += 1;
      if (found === -1 || (!isNext && word.length < LONG_ENOUGH)) continue;
      start ??= openingBefore(text, at, at + found);
      at += found + word.length;
    }
    return start ?? at;
  });
  return {
    starts,
    isSame: misplaced === 0 && !/[\p{L}\p{N}]/u.test(text.slice(at)),
  };
}

/** Where the signs that open a word start, not before `from`: a dash, guillemets, a parenthesis. */
function openingBefore(text: string, from: number, start: number): number {
  let at = start;
  while (at > from && /[-–—«“"(¿¡[\s]/u.test(text.charAt(at - 1))) at -= 1;
  return at;
}

/** The text that a list of words makes: their own spaces when they have some, else one between. */
export function joinWords(words: readonly SpokenWord[]): string {
  const hasSpaces = words.slice(1).some(({ text }) => /^\s|\s$/.test(text));
  return words.map(({ text }) => text).join(hasSpaces ? "" : " ");
}
