// The letters of RTF's bytes, `\'e9`: in the document's code page or its font's (RTF 1.9.1, "Character Set").

// 0x80 to 0x9F in Windows-1252 (WHATWG Encoding Standard). Node 20 reads it as ISO-8859-1, where
// these are controls.
const windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** 0x80 to 0xFF where no decoder of JavaScript knows the page: MS-DOS, in the United States and in Europe. */
const upper: Readonly<Record<number, string>> = {
  437:
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐" +
    "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0",
  850:
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐" +
    "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0",
};

const names: Readonly<Record<number, string>> = {
  866: "ibm866",
  874: "windows-874",
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  10000: "macintosh",
  10007: "x-mac-cyrillic",
  65001: "utf-8",
};

/** Of `\fcharset`; 0 is the document's own. */
const charsets: Readonly<Record<number, number>> = {
  77: 10000,
  78: 932,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
};

/** The code page of a font; undefined for the document's. */
export function codePageOf(charset: number): number | undefined {
  return charsets[charset];
}

/** Bytes as letters; those of a page that nobody knows are read as Windows-1252. */
export function decodeBytes(bytes: readonly number[], codePage: number): string {
  const table = upper[codePage];
  if (table !== undefined)
    return bytes
      .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : table.charAt(byte - 0x80)))
      .join("");
  const name = names[codePage] ?? (codePage >= 1250 && codePage <= 1258 ? `windows-${String(codePage)}` : "");
  if (name === "" || name === "windows-1252")
    return bytes
      .map((byte) => (byte >= 0x80 && byte < 0xa0 ? windows.charAt(byte - 0x80) : String.fromCharCode(byte)))
      .join("");
  return new TextDecoder(name).decode(Uint8Array.from(bytes));
}
