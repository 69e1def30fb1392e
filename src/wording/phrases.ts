// Sentences as a leak is looked for: folded to their letters and figures, so that neither
// typography, case, accents nor line ends hide one.

/** A sentence of fewer words is found in any text, and says nothing of whose words they are. */
export const PHRASE_WORDS = 5;

/** What no reader sees: it parts no word. */
const unseen = /\u00AD|\u061C|\u180E|[\u200B-\u200F\u202A-\u202E\u2060-\u206F]|[\uFE00-\uFE0F]|\uFEFF/g;
const accents = /\p{M}/gu;
const marks = /[\0-/:-@[-`{-\u00BF\u02B0-\u02FF\u1680\u2000-\u206F\u3000-\u303F]+/g;

const ligatures = /[œæßøłđðþı]/g;
/** Letters that no accent is taken off. */
const letters: Readonly<Record<string, string>> = {
  ...{ œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" },
};

/** Words alone, separated by one space: no marks, no case, no accents. */
export function foldPhrase(text: string): string {
  return foldLatin(text) ?? foldAny(text);
}

function foldAny(text: string): string {
  return text
    .normalize("NFKD")
    .replace(unseen, "")
    .replace(accents, "")
    .toLowerCase()
    .replace(ligatures, (sign) => letters[sign] ?? sign)
    .replace(marks, " ")
    .trim();
}

const [UNKNOWN, NOTHING, OTHER, SPACE] = [0, 1, 2, 32];
/** What French is written with: what each sign becomes, or one of the above. */
const becomes = new Uint8Array(0x2070);
let room = Buffer.alloc(1024);

/** The same for what is written with signs that fold one by one, each into at most one; undefined for anything else. */
function foldLatin(text: string): string | undefined {
  if (text.length > room.length) room = Buffer.alloc(text.length * 2);
  let used = 0;
  let isParted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    let sign = becomes[code] ?? OTHER;
    if (sign === UNKNOWN) sign = becomes[code] = learn(String.fromCharCode(code));
    if (sign > SPACE) {
      if (isParted && used > 0) room[used++] = SPACE;
      isParted = false;
      room[used++] = sign;
    } else if (sign === SPACE) isParted = true;
    else if (sign === OTHER) return undefined;
  }
  return room.toString("latin1", 0, used);
}

/** Told from how it is folded between two letters. */
function learn(sign: string): number {
  const [, inner = ""] = /^a(.*)a$/s.exec(foldAny(`a${sign}a`)) ?? [];
  if (/^\p{M}$/u.test(sign)) return OTHER;
  if (inner === "") return NOTHING;
  return /^[a-z0-9 ]$/.test(inner) ? inner.charCodeAt(0) : OTHER;
}

/** The folded sentences of a text that have at least `PHRASE_WORDS` words. */
export function phrasesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…])\s+|\n\s*\n/)
    .map(foldPhrase)
    .filter(isPhrase);
}

function isPhrase(folded: string): boolean {
  let at = -1;
  for (let words = 1; words < PHRASE_WORDS; words += 1)
    if ((at = folded.indexOf(" ", at + 1)) === -1) return false;
  return true;
}

/** A 32-bit number of a sentence's first `PHRASE_WORDS` words (FNV-1a), to find it quickly. */
export function leadOf(phrase: string): number {
  let hash = 0x811c9dc5;
  let words = 1;
  for (let at = 0; at < phrase.length; at += 1) {
    const unit = phrase.charCodeAt(at);
    if (unit === 32 && (words += 1) > PHRASE_WORDS) break;
    hash = Math.imul(hash ^ unit, 0x01000193);
  }
  return hash >>> 0;
}
