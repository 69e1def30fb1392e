// The text of a caption: voices, formatting tags and entities (WebVTT, section 6.4).
import { withoutControls } from "../words.ts";

export interface Spoken {
  /** The name in `<v Name>`; null outside of any. */
  readonly voice: string | null;
  readonly text: string;
}

/** Tags that only say how text looks. Any other, `<rire>`, is something a person wrote: it is kept. */
const looks = new Set(
  "c i b u ruby rt lang font s em strong br p span div small big tt a li ul ol h1 h2 h3".split(" "),
);

/** Entities of HTML that French texts have; those it reads without their semicolon too come first. */
const [bare, closed] = [
  `amp=& lt=< gt=> quot=" laquo=« raquo=» deg=° middot=· frac12=½ sup2=² sect=§ acute=´ cedil=¸ times=×
   Agrave=À Acirc=Â Ccedil=Ç Egrave=È Eacute=É Ecirc=Ê Euml=Ë Icirc=Î Iuml=Ï Ocirc=Ô Ouml=Ö Ugrave=Ù Ucirc=Û
   Uuml=Ü Ntilde=Ñ agrave=à aacute=á acirc=â atilde=ã auml=ä ccedil=ç egrave=è eacute=é ecirc=ê euml=ë
   igrave=ì iacute=í icirc=î iuml=ï ntilde=ñ ograve=ò oacute=ó ocirc=ô otilde=õ ouml=ö ugrave=ù uacute=ú
   ucirc=û uuml=ü yuml=ÿ szlig=ß aelig=æ AElig=Æ nbsp=\u00A0`,
  `apos=' hellip=… rsquo=’ lsquo=‘ ldquo=“ rdquo=” ndash=– mdash=— bull=• euro=€ oelig=œ OElig=Œ
   thinsp=\u2009 lrm= rlm=`,
].map(
  (list) =>
    new Map(
      list.split(/[ \n]+/).map((each) => {
        const at = each.indexOf("=");
        return [each.slice(0, at), each.slice(at + 1)];
      }),
    ),
);

const tag = /^<(?:(\/?)([A-Za-z][A-Za-z0-9]*)(?:[.\s/][^<>]*)?|\d+:[\d:.,]+)>/;

/** Longest tag looked for: a `<` with no `>` near it is a character like another. */
const LONGEST_TAG = 500;

/** The text cut where the voice changes, without tags, entities replaced. */
export function spoken(text: string): Spoken[] {
  if (!text.includes("<")) return [{ voice: null, text: entities(text) }];
  const parts: Spoken[] = [];
  let voice: string | null = null;
  let plain = "";
  let from = 0;
  const close = (next: string | null): void => {
    parts.push({ voice, text: entities(plain) });
    plain = "";
    voice = next;
  };
  for (let at = text.indexOf("<"); at !== -1; at = text.indexOf("<", from)) {
    plain += text.slice(from, at);
    const candidate = text.slice(at, at + LONGEST_TAG);
    const match = tag.exec(candidate);
    const [whole = "<", slash = "", name = ""] = match ?? [];
    if (!match) plain += "<";
    else if (name === "v" || name === "V") close(slash === "" ? voiceName(whole) : null);
    else if (name === "" || looks.has(name.toLowerCase()))
      plain += /^<(?:br|p|div)\b/i.test(whole) ? "\n" : "";
    else plain += whole;
    from = at + whole.length;
  }
  plain += text.slice(from);
  close(null);
  return parts.filter((part) => part.text.trim() !== "");
}

/** `<v.loud.first Marie-Claude D.>` names Marie-Claude D. */
function voiceName(whole: string): string | null {
  const name = entities(whole.slice(2, -1).replace(/^[^\s]*/, ""))
    .replace(/\s+/g, " ")
    .trim();
  return name === "" ? null : name;
}

function entities(text: string): string {
  if (!text.includes("&")) return text;
  const decoded = text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,7}))(;|(?![a-zA-Z0-9=]))/g,
    (whole, ...found) => {
      const [decimal, hexadecimal, name, end] = found as (string | undefined)[];
      if (name !== undefined)
        return bare?.get(name) ?? (end === ";" ? closed?.get(name) : undefined) ?? whole;
      const code = decimal === undefined ? parseInt(hexadecimal ?? "", 16) : Number(decimal);
      return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? whole : String.fromCodePoint(code);
    },
  );
  return withoutControls(decoded);
}
