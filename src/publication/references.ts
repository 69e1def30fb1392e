// Where turn references stand in a text without markup, with what only serves them: their
// parentheses, "voir", the space before. None of it may leave the group.

const edge = { before: String.raw`(?<![\p{L}\p{N}])`, after: String.raw`(?![\p{L}\p{N}])` };
const turn = `${edge.before}${String.raw`s[0-9]{1,4}\.[0-9]{1,6}(?:[-–][0-9]{1,6})?`}${edge.after}`;
/** Between brackets nothing else looks like it: a line may break, a space may slip in anywhere. */
const looseTurn = `${edge.before}${String.raw`s\s*[0-9]{1,4}\s*\.\s*[0-9]{1,6}(?:\s*[-–]\s*[0-9]{1,6})?`}${edge.after}`;

const bracketed = /[([][^()[\]]*[)\]]/gu;
const serving = new Set(
  (
    "voir cf v aussi et puis ou à de la le les tour tours séance séances " +
    "see also and or to turn turns session sessions"
  ).split(" "),
);

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The ranges to take out, in order and apart; UTF-16 indices, the end exclusive. */
export function referenceRanges(text: string): Range[] {
  if (!/s\s*[0-9]/i.test(text)) return [];
  const found = [...text.matchAll(bracketed)].flatMap(({ 0: whole, index }) => inBrackets(whole, index));
  for (const { 0: name, index } of text.matchAll(new RegExp(turn, "giu")))
    if (!found.some(({ start, end }) => start <= index && index < end))
      found.push({ start: spaceBefore(text, index), end: index + name.length });
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ start: spaceBefore(text, start), end }));
}

/** All of the brackets when they hold nothing but turns; else the turns alone. */
function inBrackets(whole: string, offset: number): Range[] {
  const inside = whole.slice(1, -1);
  const turns = [...inside.matchAll(new RegExp(looseTurn, "giu"))];
  if (turns.length === 0) return [];
  const others = inside.replace(new RegExp(looseTurn, "giu"), " ").match(/[\p{L}\p{N}]+/gu) ?? [];
  if (others.every((word) => serving.has(word.toLowerCase())))
    return [{ start: offset, end: offset + whole.length }];
  return turns.map(({ 0: name, index }) => {
    const start = inside.slice(0, index).replace(/[\s,;:]+$/, "").length;
    const rest = inside.slice(index + name.length);
    const left = start === 0 ? rest.replace(/^[\s,;:]+/, "").length : rest.length;
    return { start: offset + 1 + start, end: offset + 1 + inside.length - left };
  });
}

function spaceBefore(text: string, at: number): number {
  let start = at;
  while (/[ \t\u00A0\u202F]/.test(text.charAt(start - 1))) start -= 1;
  return start;
}
