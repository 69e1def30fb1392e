// A text as runs of letters or of figures, folded, with what stands between them: the ground on which names
// are looked for.

export interface Atom {
  /** Letters without accents or case, ligatures undone, unseen characters left out. */
  readonly key: string;
  /** UTF-16 indices in the text, the end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly shape: "lower" | "capital" | "caps" | "figures";
}

/**
 * What parts two atoms. `none`: nothing (`SophieDurand`, `durand2`). `space`: white space with at most one
 * line end, marks of emphasis among it or not. `dash`: a hyphen between spaces. `fold`: a hyphen at a
 * line's end, or where one was before the lines of a subtitle were put together. `stop`: `. ` or `.-`. `dot`: `.`,
 * or what an address has between its parts.
 * `marks`: marks of emphasis, underscores. `hard`: anything else.
 */
export type Gap =
  "none" | "space" | "hyphen" | "dash" | "fold" | "apostrophe" | "dot" | "stop" | "marks" | "hard";

export const OTHER = 0;
const LOWER = 1;
const UPPER = 2;
const FIGURE = 3;
export const JOINED = 4; // combining marks and unseen characters: they part nothing

// Soft hyphens, zero-width characters, marks of direction, variants of a sign.
const unseenSigns = String.raw`\u034F|\p{Variation_Selector}|[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]`;
const unseen = new RegExp(unseenSigns, "u");
const allUnseen = new RegExp(unseenSigns, "gu");

/** Of one character, as Unicode says. */
export function kindOf(sign: string): number {
  if (unseen.test(sign) || /\p{M}/u.test(sign)) return JOINED;
  if (/\p{Lu}|\p{Lt}/u.test(sign)) return UPPER;
  if (/\p{L}/u.test(sign)) return LOWER;
  return /\p{N}/u.test(sign) ? FIGURE : OTHER;
}

const UNKNOWN = 255;
const kinds = new Uint8Array(0x10000).fill(UNKNOWN);
// What French is written with, without the expressions, that take longer to be made than a transcript to be read.
for (const [kind, ranges] of [
  [OTHER, "\0\u00BF\u00D7\u00D7\u00F7\u00F7\u2010\u2029\u202F\u205F"],
  [LOWER, "azßöøÿœœµµªªºº"],
  [UPPER, "AZÀÖØÞŒŒ"],
  [FIGURE, "09²³¹¹¼¾"],
  [JOINED, "\u00AD\u00AD\u0300\u036F\u200B\u200F\u202A\u202E\u2060\u206F"],
] as const)
  for (let at = 0; at < ranges.length; at += 2)
    kinds.fill(kind, ranges.charCodeAt(at), ranges.charCodeAt(at + 1) + 1);
const rare = new Map<number, number>();
const mostRare = 5_000;

export function kindAt(code: number): number {
  const known = (code < 0x10000 ? kinds[code] : rare.get(code)) ?? UNKNOWN;
  if (known !== UNKNOWN) return known;
  const kind = kindOf(String.fromCodePoint(code));
  if (code < 0x10000) kinds[code] = kind;
  else if (rare.size < mostRare) rare.set(code, kind);
  return kind;
}

/** The runs of letters and of figures of a text, in order. A capital after a small letter begins another. */
export function atomsOf(text: string): Atom[] {
  const atoms: Atom[] = [];
  let start = -1;
  let end = 0;
  let last = OTHER;
  let isPlain = true;
  const close = (): void => {
    if (start === -1) return;
    const raw = text.slice(start, end);
    const key = isPlain ? raw : foldWord(raw);
    if (key !== "") atoms.push({ key, start, end, shape: isPlain ? "lower" : shapeOf(raw, last) });
    start = -1;
  };
  for (let at = 0; at < text.length; at += 1) {
    let code = text.charCodeAt(at);
    const isPair = code >= 0xd800 && code < 0xdc00;
    if (isPair) code = text.codePointAt(at) ?? code;
    const kind = kindAt(code);
    if (kind === JOINED) {
      // An accent is part of its letter; a soft hyphen after the last letter is not.
      if (start !== -1) {
        isPlain = false;
        if (code >= 0x300 && code < 0x370) end = at + 1;
      }
    } else if (kind === OTHER) close();
    else {
      if (start !== -1 && parts(last, kind)) close();
      if (start === -1) {
        start = at;
        isPlain = true;
      }
      if (kind !== LOWER || code > 0x7a) isPlain = false;
      last = kind;
      end = at + (isPair ? 2 : 1);
    }
    if (isPair) at += 1;
  }
  close();
  return atoms;
}

/** True when one kind after another begins another atom. */
export const parts = (last: number, kind: number): boolean =>
  (last === FIGURE) !== (kind === FIGURE) || (last === LOWER && kind === UPPER);

function shapeOf(raw: string, last: number): Atom["shape"] {
  if (last === FIGURE) return "figures";
  const lower = raw.toLowerCase();
  if (raw === lower) return "lower";
  return lower.length > 1 && raw === raw.toUpperCase() ? "caps" : "capital";
}

const letters: Readonly<Record<string, string>> = {
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

// However long they are, texts have few different words.
const folded = new Map<string, string>();
const MOST_FOLDED = 50_000;

/** Letters and figures alone: no case, no accents, no ligatures. */
export function foldWord(word: string): string {
  if (/^[A-Za-z0-9]+$/.test(word)) return word.toLowerCase();
  const known = folded.get(word);
  if (known !== undefined) return known;
  const letters = withoutAccents(word);
  if (folded.size < MOST_FOLDED) folded.set(word, letters);
  return letters;
}

function withoutAccents(word: string): string {
  return word
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[œæßøłđðþı]/g, (sign) => letters[sign] ?? sign)
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** One letter as it is written: `œ` is one. */
export const isOneLetter = ({ key, start, end }: Atom): boolean =>
  key.length === 1 || (key.length === 2 && end - start === 1);

/** What parts two atoms that follow one another. */
export function gapBetween(text: string, before: Atom, after: Atom): Gap {
  if (before.end === after.start) return "none";
  if (after.start - before.end === 1 && text.charCodeAt(before.end) === 32) return "space";
  if (after.start - before.end > longestGap) return "hard";
  const gap = withoutUnseen(text.slice(before.end, after.start));
  if (gap === "") return "none";
  if (/^[*_~`\\]+$/.test(gap)) return "marks";
  if (/^[-‐‑–]$/.test(gap)) return "hyphen";
  if (/^ [-‐‑] $/.test(gap)) return "dash";
  if (/^['’‘ʼ′´][ \u00A0]?[*_~`]*$/.test(gap)) return "apostrophe";
  if (/^[*_~]*[-‐‑]\s+$/.test(gap) && isOneLine(gap)) return "fold";
  if (/^(?:\\?\.|@)$/.test(gap)) return "dot";
  if (/^\\?\.(?:\s+|[-‐‑])$/.test(gap) && isOneLine(gap)) return "stop";
  // A line of a quotation begins with its mark again.
  if (/^[\s*_~`\\]+$/.test(gap.replace("\n> ", "\n")) && isOneLine(gap)) return "space";
  return "hard";
}

const longestGap = 40;

const withoutUnseen = (gap: string): string => gap.replace(allUnseen, "");

const isOneLine = (gap: string): boolean => gap.indexOf("\n") === gap.lastIndexOf("\n");
