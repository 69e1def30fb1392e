// Characters that XML and HTML write by a name or a number: `&amp;`, `&eacute;`, `&#8217;`.

const latin1 =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

const others: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  OElig: "Œ",
  oelig: "œ",
  Yuml: "Ÿ",
  euro: "€",
  hellip: "…",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  ndash: "–",
  mdash: "—",
  lsaquo: "‹",
  rsaquo: "›",
  bull: "•",
  trade: "™",
  ensp: "\u2002",
  emsp: "\u2003",
  thinsp: "\u2009",
};

let made: ReadonlyMap<string, string> | undefined;

/** Names of HTML 4 (section 24.2 whole) besides XML's five. */
function named(name: string): string | undefined {
  made ??= new Map([
    ...latin1.split(" ").map((each, index): [string, string] => [each, String.fromCharCode(160 + index)]),
    ...Object.entries(others),
  ]);
  return made.get(name);
}

/**
 * The text with its references made characters. A name that is not known, and an `&` that begins
 * no reference, stay as they are written; references to control characters are taken out.
 */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,9}));/g,
    (whole, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name !== undefined) return named(name) ?? whole;
      const code = decimal === undefined ? parseInt(hexadecimal ?? "", 16) : Number(decimal);
      if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return whole;
      const isControl =
        (code < 0x20 && code !== 9 && code !== 10 && code !== 13) || (code > 0x7e && code < 0xa0);
      return isControl ? "" : String.fromCodePoint(code);
    },
  );
}
