// The original words of turns, as the vault holds them with their names, without what is withdrawn.
import { formatTurn } from "../kernel/ids.ts";
import type { VaultContents } from "../vault/contents.ts";
import { makeFinder } from "../vault/finder/make-finder.ts";
import { cutOriginal, type Original } from "../vault/replace/cut-original.ts";
import { applyEdits, type Edit } from "../vault/replace/edits.ts";
import { mapExactly } from "../wording/anchor.ts";
import { splice, type Range } from "../wording/cut-out.ts";
import type { Scope, WithdrawnTurn } from "./scope.ts";
import { placesOf } from "./words.ts";

export interface CutOriginal {
  readonly was: string;
  /** Undefined when it goes: nothing of it stays, or nothing that the ledger's words do not say. */
  readonly now: string | undefined;
  /** The withdrawn words, with their names. */
  readonly passages: readonly string[];
  /** True when it goes whole because the place of the words in it is not certain. */
  readonly isLost: boolean;
}

/** The originals that change, by turn, `s01.12`. `mark` stands where words were. */
export function cutOriginals(
  contents: Pick<VaultContents, "identities" | "answers" | "originals">,
  { participant, withdrawn, turns }: Scope,
  mark: string,
): Map<string, CutOriginal> {
  const finder = makeFinder(contents);
  const gone = new Map(withdrawn.map((each) => [formatTurn(each.turn), each]));
  const said = withdrawn.flatMap(passagesOf);
  const found = new Map<string, CutOriginal>();
  for (const each of turns) {
    const was = contents.originals[each.turn.session]?.[String(each.turn.number)];
    const name = formatTurn(each.turn);
    const asked = gone.get(name);
    if (was === undefined || (asked === undefined && each.participant !== participant)) continue;
    if (asked !== undefined && asked.ranges === undefined) {
      found.set(name, { was, now: undefined, passages: [was], isLost: false });
      continue;
    }
    const edits = finder
      .find(was)
      .filter(({ isCertain }) => isCertain)
      .map(({ start, end, replacement }): Edit => ({ start, end, words: replacement }));
    const original = { was, edits, nameless: applyEdits(was, edits) };
    const cut = asked ? cutAsked(original, asked, mark) : cutUnasked(original, each.words, said, mark);
    if (cut) found.set(name, cut);
  }
  return found;
}

interface Nameless extends Original {
  /** Its names replaced: the ledger's words, but for what people changed in the sheet. */
  readonly nameless: string;
}

const passagesOf = ({ words, ranges }: Pick<WithdrawnTurn, "words" | "ranges">): string[] =>
  ranges === undefined ? [words] : ranges.map(({ start, end }) => words.slice(start, end));

function cutAsked(
  original: Nameless,
  { words, ranges = [] }: WithdrawnTurn,
  mark: string,
): CutOriginal | undefined {
  const { was, nameless } = original;
  const kept = splice(words, ranges, mark).text;
  // A withdrawal that was killed when the vault had forgotten already.
  if (nameless === kept) return undefined;
  const map =
    nameless === words ? (start: number, end: number) => ({ start, end }) : mapExactly(words, nameless);
  const places = ranges.flatMap(({ start, end }) => map(start, end) ?? []);
  const rest = splice(nameless, places, mark).text;
  const isCertain =
    places.length === ranges.length &&
    passagesOf({ words, ranges }).every((passage) => placesOf(passage, rest).length === 0);
  if (!isCertain) return { was, now: undefined, passages: [], isLost: true };
  const cut = cutFrom(original, places, mark);
  return cut.now === kept ? { ...cut, now: undefined } : cut;
}

/** A person may have taken the words out of the sheet, and not of what was said first. */
function cutUnasked(
  original: Nameless,
  words: string,
  said: readonly string[],
  mark: string,
): CutOriginal | undefined {
  const places = said.flatMap((passage) =>
    placesOf(passage, words).length > 0 ? [] : placesOf(passage, original.nameless),
  );
  return places.length === 0 ? undefined : cutFrom(original, places, mark);
}

/** `places`: in the text without names. */
function cutFrom(original: Original, places: readonly Range[], mark: string): CutOriginal {
  const { left, passages } = cutOriginal(original, places, mark);
  return { was: original.was, now: left.was, passages, isLost: false };
}
