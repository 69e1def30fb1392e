// The old encodings of one byte a sign, and which of them a French text is in.
import { decodeBytes } from "../../office/rtf-code-pages.ts";

export const singleBytes = [
  "windows-1252",
  "iso-8859-1",
  "iso-8859-15",
  "macintosh",
  "cp850",
  "cp437",
] as const;

export type SingleByte = (typeof singleBytes)[number];

// 0x80 to 0x9F in Windows-1252 (WHATWG Encoding Standard). Node 20 reads it as ISO-8859-1, where
// these are controls.
const windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** The bytes from 0 to 255. */
export const everyByte = Uint8Array.from({ length: 256 }, (_, index) => index);

/** What MS-DOS has for each byte. */
const dos = { cp850: decodeBytes([...everyByte], 850), cp437: decodeBytes([...everyByte], 437) };

/** The text of bytes: every byte has a sign. ISO-8859-1 is read as Windows-1252, as browsers do. */
export function decodeSingleByte(bytes: Uint8Array, encoding: SingleByte): string {
  if (encoding === "iso-8859-15" || encoding === "macintosh") return new TextDecoder(encoding).decode(bytes);
  if (encoding === "cp850" || encoding === "cp437") return decodeDos(bytes, dos[encoding]);
  return new TextDecoder("iso-8859-1")
    .decode(bytes)
    .replace(/[\u0080-\u009F]/g, (sign) => windows.charAt(sign.charCodeAt(0) - 0x80));
}

/** In pieces: a list of all the signs of a long text would take several times its memory. */
function decodeDos(bytes: Uint8Array, signs: string): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    pieces.push(Array.from(bytes.subarray(at, at + 8192), (byte) => signs.charAt(byte)).join(""));
  return pieces.join("");
}

/** True when bytes are there that only Windows-1252 and MacRoman have a sign for. */
export function hasHighControls(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80 && byte < 0xa0 && byte !== 0x85);
}

/**
 * The encoding in which most signs stand where French puts them: `é` in a word and not `Ž`, `œ` in
 * `cœur` and not `½` or `Ï`. Where ISO-8859-1 and Windows-1252 say the same, it is the first. It is
 * not sure when many signs, of several, are out of place in the best one too.
 */
export function guessSingleByte(bytes: Uint8Array): { encoding: SingleByte; isSure: boolean } {
  const places = placesOf(bytes);
  const candidates: readonly SingleByte[] = [
    "windows-1252",
    "iso-8859-15",
    "macintosh",
    ...(hasDosLetters(places) ? (["cp850"] as const) : []),
  ];
  const scored = candidates.map((encoding) => ({ encoding, ...score(places, encoding) }));
  const best = scored.reduce((a, b) => (b.total > a.total ? b : a));
  const isLatin = best.encoding === "windows-1252" && !bytes.some((byte) => byte >= 0x80 && byte < 0xa0);
  return {
    encoding: isLatin ? "iso-8859-1" : best.encoding,
    isSure: best.count < 2 || best.total >= best.count,
  };
}

/** MS-DOS's `é`, the French letter that no text is without, is elsewhere a sign that letters do not touch. */
function hasDosLetters(places: ReadonlyMap<number, number>): boolean {
  return Array.from(places.keys()).some((place) => {
    const [left, sign, right] = [place >> 16, (place >> 8) & 0xff, place & 0xff];
    return sign === 0x82 && /[a-z]/i.test(String.fromCharCode(left, right));
  });
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

/** `count`: how many signs say something of the encoding. */
function score(places: ReadonlyMap<number, number>, encoding: SingleByte): { total: number; count: number } {
  const signs = decodeSingleByte(everyByte, encoding);
  let [total, told] = [0, 0];
  for (const [place, count] of places) {
    const [left, sign, right] = [place >> 16, (place >> 8) & 0xff, place & 0xff];
    const each = plausible(signs.charAt(sign), signs.charAt(left), signs.charAt(right));
    total += count * each;
    if (each !== 0) told += count;
  }
  return { total, count: told };
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
