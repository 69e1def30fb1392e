// The lines of a message that are no answer: who wrote what was quoted, greetings, signatures.
// They hold real names and addresses. So they are counted in the loss report and never written
// there: the message as it came, kept under returns/, is where to read them.
import { isBlank, type Line } from "./lines.ts";

/** Why lines are set aside. */
export type Aside = "attribution" | "greeting" | "signature";

export interface MessageLine extends Line {
  /** Undefined for words. */
  readonly aside?: Aside;
  /** What follows was written before this message: an attribution, the head of an earlier message. */
  readonly isCut?: true;
}

export interface Sender {
  /** As the message's head calls the sender: whole, and each of its words. */
  readonly names: ReadonlySet<string>;
  /** The message passes on another one, whose words are the answer. */
  readonly isForward: boolean;
}

export const nobody: Sender = { names: new Set(), isForward: false };

/** Says of each line whether it is words, and how deep it is quoted with or without marks. */
export function setAside(lines: readonly Line[], sender: Sender): MessageLine[] {
  return withoutFormulas(withoutHeads(lines, sender.isForward), sender.names);
}

/** As many lines as an attribution is folded into, and as the head of a message takes. */
const LONGEST_ATTRIBUTION = 4;
const LONGEST_HEAD = 20;

/**
 * Marks heads of earlier messages and attributions: without quote marks, what is below one is quoted
 * all the same, unless nothing was said above it: what is passed on, or answered below, is the answer.
 */
function withoutHeads(lines: readonly Line[], isForward: boolean): MessageLine[] {
  const deepest = deepestBelow(lines);
  const result: MessageLine[] = [];
  let shift = 0;
  let hasWords = false;
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    if (line === undefined) break;
    const head = headAt(lines, at);
    const count = head || attributionAt(lines, at);
    if (count === 0) {
      const depth = Math.max(0, line.depth + shift);
      result.push({ text: line.text, depth });
      hasWords ||= depth === 0 && !isFormula(line.text);
      at += 1;
      continue;
    }
    const taken = lines.slice(at, at + count);
    for (const { text, depth } of taken)
      result.push({ text, depth: Math.max(0, depth + shift), aside: "attribution", isCut: true });
    at += count;
    const isPassedOn = head > 0 && (isForward || taken.some(({ text }) => forwarding.test(text)));
    const isMarked = head === 0 && (deepest[at] ?? 0) > line.depth;
    if (isPassedOn || (head > 0 && !hasWords)) shift = -line.depth;
    else if (hasWords && !isMarked) shift += 1;
    isForward &&= !isPassedOn;
  }
  return result;
}

/** For each line, how deep the deepest of it and those below it is quoted. */
function deepestBelow(lines: readonly Line[]): number[] {
  const deepest = lines.map(({ depth }) => depth);
  for (let at = deepest.length - 2; at >= 0; at -= 1)
    deepest[at] = Math.max(deepest[at] ?? 0, deepest[at + 1] ?? 0);
  return deepest;
}

const isFormula = (text: string): boolean =>
  isBlank(text) ||
  greeting(text) ||
  (isShort(text) && (closing.test(text.trim()) || device.test(text.trim())));

/** A longer line is none of these: it is not even looked at, whatever it is made of. */
const isShort = (text: string): boolean => text.length <= 400;

const forwarding =
  /^[\s>*_-]*(?:d[ée]but du )?(?:message (?:transf[ée]r[ée]|r[ée]exp[ée]di[ée])|(?:begin )?forwarded message)/i;

const separator =
  /^[\s*]*-{2,}\s*(?:message d['’]origine|message original|message initial|original message|message transf[ée]r[ée]|forwarded message)\s*-{2,}[\s*]*$/i;

const from = /^[\s*]*(?:de|from|exp[ée]diteur)[\s*\u00A0\u202F]*:/i;

const headerLine =
  /^[\s*]*(?:de|from|exp[ée]diteur|envoy[ée](?: le)?|sent|date|à|a|to|pour|cc|cci|bcc|objet|subject|sujet|r[ée]pondre à|reply-to|importance|pi[èe]ces? jointes?|attachments?)[\s*\u00A0\u202F]*:/i;

/** How many lines of the head of an earlier message stand here; 0 when none does. */
function headAt(lines: readonly Line[], at: number): number {
  let next = at;
  const text = (index: number): string => lines[index]?.text.slice(0, 400) ?? "";
  const isMarked = separator.test(text(at)) || forwarding.test(text(at)) || /^\s*_{10,}\s*$/.test(text(at));
  if (isMarked) {
    next += 1;
    while (next < at + LONGEST_HEAD && next < lines.length && isBlank(text(next))) next += 1;
  }
  if (!from.test(text(next))) return separator.test(text(at)) ? 1 : 0;
  let headers = 0;
  let end = next;
  for (let index = next; index < Math.min(lines.length, next + LONGEST_HEAD); index += 1) {
    const isHeader = headerLine.test(text(index));
    if (isHeader) headers += 1;
    if (isBlank(text(index))) {
      // Some programs put a blank line after each.
      if (!headerLine.test(text(index + 1))) break;
    } else if (isHeader) end = index + 1;
  }
  return headers >= 3 || (isMarked && headers >= 1) ? end - at : 0;
}

/** `Le lun. 3 mars 2026 à 10:12, X <x@y> a écrit :`, folded or not; 0 when it is none. */
function attributionAt(lines: readonly Line[], at: number): number {
  const first = lines[at]?.text.slice(0, 400) ?? "";
  if (!dated.test(first) && !first.includes("@")) return 0;
  let whole = "";
  for (let count = 1; count <= LONGEST_ATTRIBUTION; count += 1) {
    const text = lines[at + count - 1]?.text ?? "";
    if (isBlank(text) || whole.length + text.length > 400) return 0;
    whole += ` ${text.trim()}`;
    if (wrote.test(whole)) return count;
  }
  return 0;
}

const dated = /^\s*(?:le|am|el|il)\s+(?:\p{L}{3,9}\.?,?\s+)?\d|^\s*on\s.*\d/iu;

const wrote =
  /(?:a[\s\u00A0]écrit|wrote|schrieb|escribió|ha scritto)(?:[\s\u00A0](?:le|on)[\s\u00A0][^\n]{1,60})?[\s\u00A0\u202F]*:$/i;

/** Greetings, closing formulas and signatures of what the sender wrote. */
function withoutFormulas(lines: readonly MessageLine[], names: ReadonlySet<string>): MessageLine[] {
  let state: State = "words";
  return lines.map((line, index): MessageLine => {
    if (line.aside !== undefined || line.depth > 0) {
      state = "words";
      return line;
    }
    state = next(line.text, state, names, lines[index - 1]?.text);
    if (isBlank(line.text)) return line;
    if (state === "words") return greeting(line.text) ? { ...line, aside: "greeting" } : line;
    return { ...line, aside: "signature" };
  });
}

/** `closed`: a closing formula was read; `named`: a name after it; `signed`: all is signature. */
type State = "words" | "closed" | "named" | "signed";

function next(text: string, state: State, names: ReadonlySet<string>, before = ""): State {
  if (state === "signed" || /^--[ \u00A0]?$/.test(text)) return "signed";
  if (isBlank(text)) return state;
  if (!isShort(text)) return "words";
  const words = text.trim();
  if (device.test(words) || closing.test(words)) return "closed";
  if (names.has(nameKey(words))) return "named";
  if (state === "words") return "words";
  if (isOfSignature(words)) return state;
  // A trade or an office stands right below the name.
  const isBelowName = state === "named" && !isBlank(before);
  if (isBelowName && words.split(/\s+/).length <= 8 && !/[.!?…]$/.test(words)) return "named";
  return "words";
}

const device =
  /^(?:envoyée? (?:de|depuis|à partir de|avec|via)|sent (?:from|with|via)|(?:télécharger|obtenir|get) outlook)\b.{0,80}$/i;

const closing =
  /^(?:(?:bien |très )?cordialement|(?:bien |très )?amicalement|bien à (?:vous|toi)|(?:mes |avec mes |sincères |meilleures )*salutations(?: distinguées| les meilleures| cordiales)?|bonne (?:journée|soirée|réception|semaine|continuation)(?: à (?:vous|toi|tous|toutes))?|merci(?: beaucoup| bien| d['’]avance| à (?:vous|toi))?|à (?:bientôt|très bientôt)|bises|respectueusement|(?:best |kind |warm )?regards|best wishes|(?:many )?thanks|thank you)[\s,.!]*$/i;

const greetingWord =
  /^(?:re-?)?(?:bonjour|bonsoir|salut|coucou|hello|hi|dear|chère?s?|madame|monsieur|mesdames)(?![\p{L}'’-])/iu;

const small = new Set(
  "à a et tous toutes tout monde le la les collègues équipe madame monsieur messieurs chère chères cher chers mes all everyone".split(
    " ",
  ),
);

/** A whole line that says hello, to somebody or to all. */
function greeting(text: string): boolean {
  if (!isShort(text)) return false;
  const words = text.trim().replace(/[\s,.!…:]+$/, "");
  const start = greetingWord.exec(words)?.[0];
  if (start === undefined) return false;
  const others = words
    .slice(start.length)
    .split(/[\s,]+/)
    .filter(Boolean);
  return (
    others.length <= 6 &&
    others.every((word) => small.has(word.toLowerCase()) || /^\p{Lu}[\p{L}.'’-]*$/u.test(word))
  );
}

const contact = /@|https?:|www\.|(?:\d[\s.-]?){8,}/i;

const particle = /^(?:d['’])?\p{Lu}|^(?:de|du|des|la|le|les|et|d['’]|\p{P}+|\p{N}.*)$/u;

/** A name, an address, a telephone: never a sentence. */
function isOfSignature(text: string): boolean {
  if (/^p\.?\s?-?s\b/i.test(text)) return false;
  const words = text.split(/\s+/);
  if (contact.test(text)) return words.length <= 12;
  if (words.length === 1 && answers.test(text)) return false;
  return (
    words.length <= 8 &&
    !/[!?…]$/.test(text) &&
    words.every((word) => particle.test(word)) &&
    /\p{L}{2}/u.test(text)
  );
}

const answers = /^(?:oui|non|si|ok|d['’]accord|peut-être|voilà|exact|juste|faux|yes|no)\P{L}*$/iu;

/** Two spellings of a name are one: `BENALI Nadia`, `Nadia Benali`. */
export const nameKey = (name: string): string =>
  name
    .normalize("NFC")
    .toLowerCase()
    .split(/[\s\u00A0,.]+/)
    .filter(Boolean)
    .sort()
    .join(" ");
