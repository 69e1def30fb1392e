// The old encodings of one byte a sign, and which of them a French text is in.

export const singleBytes = ["windows-1252", "iso-8859-1", "iso-8859-15", "macintosh"] as const;

export type SingleByte = (typeof singleBytes)[number];

// 0x80 to 0x9F in Windows-1252 (WHATWG Encoding Standard). Node 20 reads it as ISO-8859-1, where
// these are controls.
const windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** The text of bytes: every byte has a sign. ISO-8859-1 is read as Windows-1252, as browsers do. */
export function decodeSingleByte(bytes: Uint8Array, encoding: SingleByte): string {
  if (encoding === "iso-8859-15" || encoding === "macintosh") return new TextDecoder(encoding).decode(bytes);
  return new TextDecoder("iso-8859-1")
    .decode(bytes)
    .replace(/[\u0080-\u009F]/g, (sign) => windows.charAt(sign.charCodeAt(0) - 0x80));
}

/** True when bytes are there that only Windows-1252 and MacRoman have a sign for. */
export function hasHighControls(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80 && byte < 0xa0 && byte !== 0x85);
}

/**
 * The encoding in which most signs stand where French puts them: `é` in a word and not `Ž`, `œ` in
 * `cœur` and not `½` or `Ï`. Where ISO-8859-1 and Windows-1252 say the same, it is the first.
 */
export function guessSingleByte(bytes: Uint8Array): SingleByte {
  const places = placesOf(bytes);
  const candidates: readonly SingleByte[] = ["windows-1252", "iso-8859-15", "macintosh"];
  const scored = candidates.map((encoding) => ({ encoding, score: score(places, encoding) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a)).encoding;
  return best === "windows-1252" && !bytes.some((byte) => byte >= 0x80 && byte < 0xa0) ? "iso-8859-1" : best;
}

/** How often each byte above 7F stands between the same two others: a long text has few such places. */
function placesOf(bytes: Uint8Array): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) continue;
    const place = ((bytes[index - 1] ?? 0x20) << 16) | (byte << 8) | (bytes[index + 1] ?? 0x20);
    places.set(place, (places.get(place) ?? 0) + 1);
  }
  return places;
}

/** The bytes from 0 to 255. */
export const everyByte = Uint8Array.from({ length: 256 }, (_, index) => index);

function score(places: ReadonlyMap<number, number>, encoding: SingleByte): number {
  const signs = decodeSingleByte(everyByte, encoding);
  let total = 0;
  for (const [place, count] of places) {
    const [left, sign, right] = [place >> 16, (place >> 8) & 0xff, place & 0xff];
    total += count * plausible(signs.charAt(sign), signs.charAt(left), signs.charAt(right));
  }
  return total;
}

const isLetter = (sign: string): boolean => /\p{L}/u.test(sign);

/** How much a sign looks in place between its neighbours: from -5 (a control) to 2. */
function plausible(sign: string, left: string, right: string): number {
  const isInside = isLetter(left) && isLetter(right);
  const isBeside = isLetter(left) || isLetter(right);
  if ("éèêëàâäçîïôöûùüÿœæ".includes(sign)) return isBeside || sign === "à" || sign === "ô" ? 2 : -1;
  if ("ÉÈÊËÀÂÄÇÎÏÔÖÛÙÜŸŒÆ".includes(sign)) {
    if (/\p{Ll}/u.test(left)) return -2;
    return isBeside ? 2 : sign === "À" ? 1 : -1;
  }
  if (sign === "’") return isInside ? 2 : isBeside ? 1 : 0;
  if ("«“‘".includes(sign)) return isLetter(left) ? -2 : 2;
  if ("»”".includes(sign)) return isLetter(right) ? -2 : 2;
  if (sign === "\u00A0") return /[«»:;!?%€…–—\d]/.test(left + right) ? 2 : 1;
  if (sign === "…") return isInside ? -2 : 1;
  if ("–—•".includes(sign)) return isInside ? -1 : 1;
  if (sign === "·") return isInside ? 1 : 0;
  if (sign === "€") return /[\d\s]/.test(left) ? 2 : -2;
  if ("½¼¾".includes(sign)) return isBeside ? -2 : 0;
  if ("°²³©®".includes(sign)) return 0;
  if ("áíóúñãõåøßÁÍÓÚÑÅØ".includes(sign)) return -1;
  return /\p{Cc}/u.test(sign) ? -5 : -2;
}
