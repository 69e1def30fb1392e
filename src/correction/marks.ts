// Where CriticMarkup marks and HTML comments begin and end in a text, and which of them are only
// words that were there before.

export interface Mark {
  readonly open: string;
  readonly close: string;
}

const marks: readonly Mark[] = [
  { open: "{++", close: "++}" },
  { open: "{--", close: "--}" },
  { open: "{~~", close: "~~}" },
  { open: "{>>", close: "<<}" },
  { open: "{==", close: "==}" },
  { open: "<!--", close: "-->" },
];

const opener = /\{(?:\+\+|--|~~|>>|==)|<!--/g;

export function nextOpener(
  source: string,
  from: number,
  to: number,
): { offset: number; mark: Mark } | undefined {
  opener.lastIndex = from;
  for (let found = opener.exec(source); found && found.index < to; found = opener.exec(source)) {
    const [token] = found;
    const mark = marks.find(({ open }) => open === token);
    if (mark && !isEscaped(source, found.index)) return { offset: found.index, mark };
  }
  return undefined;
}

function isEscaped(source: string, offset: number): boolean {
  let slashes = 0;
  while (source[offset - 1 - slashes] === "\\") slashes += 1;
  return slashes % 2 === 1;
}

/**
 * Where the mark closes: never beyond another mark of its own kind, nor a substitution without
 * its arrow. Looks no further than that, so that a file of nothing but open marks is read at once.
 */
export function closeOf(
  source: string,
  inside: number,
  to: number,
  { open, close }: Mark,
): number | undefined {
  const again = source.indexOf(open, inside);
  const words = source.slice(inside, again === -1 ? to : Math.min(again, to));
  const at = words.indexOf(close);
  if (at === -1 || (open === "{~~" && !words.slice(0, at).includes("~>"))) return undefined;
  return inside + at;
}

interface FoundMark {
  readonly start: number;
  readonly end: number;
  readonly whole: string;
}

function* findMarks(source: string): Generator<FoundMark> {
  let at = 0;
  for (;;) {
    const open = nextOpener(source, at, source.length);
    if (open === undefined) return;
    const inside = open.offset + open.mark.open.length;
    const close = closeOf(source, inside, source.length, open.mark);
    const end = close === undefined ? inside : close + open.mark.close.length;
    yield { start: open.offset, end, whole: source.slice(open.offset, end) };
    at = end;
  }
}

/** The marks of `source` that `sent` already held, by their start, with their end. */
export function literalMarks(source: string, sent: string): Map<number, number> {
  const literal = new Map<number, number>();
  const candidates = [...findMarks(source)];
  for (const { whole, start, end } of findMarks(sent)) {
    const best = candidates
      .filter((each) => each.whole === whole && !literal.has(each.start))
      .map((each) => ({ each, likeness: likeness(source, each, sent, { start, end }) }))
      .reduce<{ each: FoundMark; likeness: number } | undefined>(
        (chosen, next) => (chosen === undefined || next.likeness > chosen.likeness ? next : chosen),
        undefined,
      );
    if (best) literal.set(best.each.start, best.each.end);
  }
  return literal;
}

/** How many letters around two marks are the same, up to 60. */
function likeness(
  a: string,
  inA: { start: number; end: number },
  b: string,
  inB: { start: number; end: number },
): number {
  let count = 0;
  while (count < 30 && inA.start > count && a[inA.start - 1 - count] === b[inB.start - 1 - count]) count += 1;
  let after = 0;
  while (after < 30 && inA.end + after < a.length && a[inA.end + after] === b[inB.end + after]) after += 1;
  return count + after;
}
