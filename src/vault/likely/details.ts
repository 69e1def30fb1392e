// What tells who someone is by its form alone: telephone numbers, addresses, plates, dates of birth.
// Every repetition is bounded: time is linear in the text, whatever it holds.
import { placeHeads } from "../words/places.ts";
import { readWords, type Word } from "./sentence.ts";
import { withoutOverlaps, type Likely, type LikelyKind } from "./likely.ts";

const months =
  "janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre";
const space = String.raw`[\s.\u00A0\u202F-]`;
const way =
  "rue|avenue|av\\.|boulevard|bd|impasse|allée|allées|place|square|chemin|cours|quai|passage|villa|sente";

const forms: readonly (readonly [LikelyKind, string])[] = [
  [
    "social-number",
    String.raw`(?<![\p{L}\d])[12]${space}?\d{2}${space}?(?:0[1-9]|1[0-2]|[2-9]\d)${space}?(?:\d{2}|2[AB])${space}?\d{3}${space}?\d{3}(?:\s{0,2}(?:clé)?\s{0,2}\d{2})?(?!\d)`,
  ],
  [
    "bank-account",
    String.raw`(?<![\p{L}\d])[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,3})?(?![\p{L}\d])`,
  ],
  [
    "phone",
    String.raw`(?<![\p{L}\d.,/])(?:(?:\+|00)\s?33${space}?(?:\(0\))?${space}?|\(0[1-9]\)(?=\s?\d)|0)(?:(?<=\))|[1-9])(?:[\s.,/\u00A0\u202F-]{0,2}\d{2}){4}(?!\d)`,
  ],
  ["phone", String.raw`(?<![\p{L}\d])(?:\+|00)[1-9]\d{0,2}(?:${space}?\d{2,4}){2,5}(?!\d)`],
  ["web", String.raw`(?:https?://|www\.)[^\s<>"«»()]{3,300}`],
  [
    "web",
    String.raw`(?<![\p{L}\d@.-])[a-z0-9][a-z0-9-]{1,62}\.(?:fr|com|org|net|eu|info|io|me)(?:/[^\s<>"«»(),]{0,300})?(?![\p{L}\d])`,
  ],
  ["web", String.raw`(?<![\p{L}\d@._])@[\p{L}\d_][\p{L}\d_.-]{2,40}`],
  ["web", String.raw`(?<![\p{L}\d_])(?=[A-Z\d_]{0,30}\p{Ll})[\p{L}\d]{2,30}_[\p{L}\d_]{1,30}(?![\p{L}\d_])`],
  ["plate", String.raw`(?<![\p{L}\d-])[A-HJ-NP-TV-Z]{2}[- ]?\d{3}[- ]?[A-HJ-NP-TV-Z]{2}(?![\p{L}\d-])`],
  ["plate", String.raw`(?<![\p{L}\d-])[a-hj-np-tv-z]{2}-\d{3}-[a-hj-np-tv-z]{2}(?![\p{L}\d-])`],
  ["plate", String.raw`(?<![\p{L}\d-])\d{2,4}[- ]?[A-HJ-NP-TV-Z]{2,3}[- ]?(?:\d{2}|2[AB])(?![\p{L}\d-])`],
  [
    "birth-date",
    String.raw`(?:[Nn]ée?s?|[Nn]aissance|[Aa]nniversaire)(?:\s(?:est|c['’]est|était))?[\s,:]{1,3}(?:donc\s|alors\s)?(?:le|au|du|en)?\s?(?:\d{1,2}(?:er)?\s(?:${months})(?:\s\d{4}|\s\d{2})?|\d{1,2}[/. -]\d{1,2}[/. -](?:19|20)?\d{2}|(?:(?:${months})\s)?(?:19|20)\d{2})(?!\d)`,
  ],
  [
    "address",
    String.raw`(?<![\p{L}\d])\d{1,4}(?:\s?(?:bis|ter|quater|[A-D]))?,?\s(?:${way})\s(?:(?:du|des|de la|de l['’]|de|d['’]|la|le|les|l['’])\s?)?[\p{L}\d][\p{L}\d’'-]{0,40}(?:\s(?:(?:de|du|des|la|le|et)\s)?\p{Lu}[\p{L}\d’'-]{0,40}){0,4}(?:,?\s\d{5}\s\p{Lu}[\p{L}’'-]{1,40})?`,
  ],
  [
    "address",
    String.raw`(?<![\p{L}\d])(?:0[1-9]|[1-8]\d|9[0-8])\d{3}\s\p{Lu}[\p{L}’'-]{1,40}(?:\s(?:sur|sous|en|lès|le|la)\s\p{Lu}[\p{L}’'-]{1,40})?`,
  ],
  [
    "file-number",
    String.raw`(?:dossier|allocataire|écrou|étranger|matricule|AGDREF|passeport|INE|permis|badge|procédure|PV)(?:\s(?:numéro|n°|nº|no|c['’]est|le|:)){0,3}\s?:?\s?(?:numéro\s|n°\s?)?[A-Z]{0,3}\d[\d\s/-]{2,14}\d[A-Z]?(?![\p{L}\d])`,
  ],
];

let made: readonly (readonly [LikelyKind, RegExp])[] | undefined;

/** Everything of that kind, in order, none overlapping another. */
export function findDetails(text: string): Likely[] {
  made ??= forms.map(([kind, source]) => [kind, new RegExp(source, "gu")] as const);
  const found: Likely[] = findEmails(text);
  // Most turns hold no figure, nor a sign of an address: nothing that has one is looked for there.
  const hasDigit = /\d/.test(text);
  const hasSign = /[@_]|:\/\/|\.\S/.test(text);
  for (const [kind, shape] of made) {
    if (kind === "web" ? !hasSign : !hasDigit) continue;
    for (const match of text.matchAll(shape))
      found.push(detail(text, kind, match.index, match.index + match[0].length));
  }
  found.push(...findSpoken(text));
  return withoutOverlaps(found.toSorted((a, b) => rank(a) - rank(b)));
}

/** Of two that begin together, the longer wins; what is surest comes first among equals. */
const rank = ({ kind }: Likely): number => forms.findIndex(([each]) => each === kind);

function detail(text: string, kind: LikelyKind, start: number, end: number): Likely {
  let stop = end;
  while (stop > start && /[\s.,;:!?)-]/.test(text.charAt(stop - 1))) stop -= 1;
  return { form: text.slice(start, stop), kind, reason: "form", start, end: stop };
}

const localPart = /[\p{L}\d._%+-]/u;
const domainPart = /[\p{L}\d.-]/u;
const MOST = 64;

/** From each `@` outwards, so that a long word is not read again from each of its letters. */
function findEmails(text: string): Likely[] {
  const found: Likely[] = [];
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    let [start, end] = [at, at + 1];
    while (start > 0 && at - start < MOST && localPart.test(text.charAt(start - 1))) start -= 1;
    while (end < text.length && end - at < 2 * MOST && domainPart.test(text.charAt(end))) end += 1;
    if (start < at && text.slice(at, end).includes(".")) found.push(detail(text, "email", start, end));
  }
  return found;
}

const units =
  "zero un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize";
const tens = "vingt vingts trente quarante cinquante soixante";
const numbers = new Set([...units.split(" "), ...tens.split(" "), "cent", "mille", "et"]);
const monthNames = new Set(months.replace(/[éû]/g, (sign) => (sign === "é" ? "e" : "u")).split("|"));
const networks = new Set([
  "insta",
  "instagram",
  "snap",
  "snapchat",
  "tiktok",
  "twitter",
  "telegram",
  "facebook",
  "pseudo",
]);

const isNumber = (word: Word | undefined): boolean =>
  word !== undefined &&
  (/^\d{1,4}$/.test(word.text) || word.folded.split(" ").every((part) => numbers.has(part)));

/** What was said aloud: `zéro six douze trente-quatre…`, `né le trois mars`, `douze rue des Lilas`. */
function findSpoken(text: string): Likely[] {
  if (!/z[ée]ro|\bn[ée]e?s? |arobase|insta|snap|tiktok|pseudo|\b(?:rue|avenue|impasse|allée)\b/i.test(text))
    return [];
  const words = readWords(text);
  const found: Likely[] = [];
  for (const [index, word] of words.entries()) {
    const add = (kind: LikelyKind, first: number, last: number): void => {
      const [from, to] = [words[first], words[last]];
      if (from && to) found.push(detail(text, kind, from.start, to.end));
    };
    if (word.folded === "zero" && isNumber(words[index + 1])) {
      let last = index;
      while (isNumber(words[last + 1]) && words[last + 1]?.gap !== "break") last += 1;
      if (last - index >= 5) add("phone", index, last);
    } else if (/^nee?s?$/.test(word.folded) && words[index + 1]?.folded === "le") {
      let last = index + 1;
      while (last < index + 4 && (isNumber(words[last + 1]) || words[last + 1]?.folded === "premier"))
        last += 1;
      if (last > index + 1 && monthNames.has(words[last + 1]?.folded ?? "")) {
        last += 1;
        while (isNumber(words[last + 1]) && words[last + 1]?.gap === "space") last += 1;
        add("birth-date", index, last);
      }
    } else if (word.folded === "arobase") {
      let [first, last] = [index - 1, index + 1];
      while (joins(words[first - 1]) && first > 1) first -= 2;
      while (joins(words[last + 1]) && words[last + 2]) last += 2;
      if (first >= 0) add("email", first, last);
    } else if (networks.has(word.folded)) {
      const account = words
        .slice(index + 1, index + 7)
        .findIndex(({ text: own }) => /^[\p{L}]{2,30}\d{2,6}$/u.test(own));
      if (account !== -1) add("web", index + 1 + account, index + 1 + account);
    } else if (isNumber(word) && isSpokenAddress(words, index)) {
      let last = index + 2;
      while (/^(?:de|du|des|la|le|les|l'|d')$/.test(words[last]?.folded ?? "") && last < index + 5) last += 1;
      while (words[last + 1]?.isCapital === true && words[last + 1]?.gap === "space") last += 1;
      add("address", index, last);
    }
  }
  return found;
}

const joins = (word: Word | undefined): boolean =>
  /^(?:point|tiret|underscore|slash)$/.test(word?.folded ?? "");

/** `douze rue des Lilas`, and not `les deux rues`, nor `quatre place du village`. */
function isSpokenAddress(words: readonly Word[], index: number): boolean {
  const [way, ...rest] = words.slice(index + 1, index + 6);
  if (way === undefined || !/^(?:rue|avenue|impasse|allee|boulevard|chemin)$/.test(way.folded)) return false;
  if (!placeHeads().has(way.folded) || way.gap !== "space") return false;
  const name = rest.find(({ folded }) => !/^(?:de|du|des|la|le|les|l'|d')$/.test(folded));
  return name?.isCapital === true && !name.isFirst;
}
