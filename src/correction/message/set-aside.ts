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
  /** As the message's head calls the sender and those it was sent to: whole, and each of its words. */
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
    // In a quote, what follows is quoted already.
    else if (hasWords && !isMarked && line.depth === 0) shift += 1;
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
  (isShort(text) && (closing.test(text.trim()) || device.test(text.trim()) || signed.test(text.trim())));

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
    // Some programs put a blank line after each; a list of addresses may take several.
    const isBetween = isBlank(text(index)) || text(index).includes("@");
    if (isHeader) end = index + 1;
    else if (!isBetween || (isBlank(text(index)) && !headerLine.test(text(index + 1)))) break;
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
    if (wrote.test(whole)) return moment.test(whole) ? count : 0;
  }
  return 0;
}

const dated = /^\s*(?:le|am|el|il)\s+(?:\p{L}{3,9}\.?,?\s+)?\d|^\s*on\s.*\d/iu;

/** A year, an hour or an address: without one, these may be the sender's own words. */
const moment = /(?<!\d)(?:19|20)\d\d(?!\d)|\d[:h]\d\d|@/;

const wrote =
  /(?:a[\s\u00A0]écrit|wrote|schrieb|escribió|ha scritto)(?:[\s\u00A0](?:le|on)[\s\u00A0][^\n]{1,60})?[\s\u00A0\u202F]*:$/i;

/** As many lines as a signature has, and as many letters as one of its lines. */
const LONGEST_SIGNATURE = 8;
const LONGEST_SIGNATURE_LINE = 60;

/** Greetings, closing formulas and signatures. When in doubt, lines are words. */
function withoutFormulas(lines: readonly MessageLine[], names: ReadonlySet<string>): MessageLine[] {
  const last = lines.findLastIndex(({ depth, aside, text }) => depth === 0 && !aside && !isBlank(text));
  const result: MessageLine[] = [];
  for (let at = 0; at < lines.length;) {
    const [first] = [lines[at]];
    let end = at + 1;
    if (first?.aside === undefined)
      while (lines[end]?.aside === undefined && lines[end]?.depth === first?.depth && end < lines.length)
        end += 1;
    const run = lines.slice(at, end);
    const isLast = end > last || (first?.depth ?? 0) > 0;
    const asides: (Aside | undefined)[] = first?.aside === undefined ? formulasOf(run, names, isLast) : [];
    for (const [index, line] of run.entries()) {
      const aside = line.aside ?? asides[index];
      result.push(aside === undefined ? line : { ...line, aside });
    }
    at = end;
  }
  return result;
}

/** `closed`: a closing formula was read; `named`: a name after it. */
type State = "words" | "closed" | "named";

/** Why each of these lines is no answer. They are the sender's last ones when they are `isLast`. */
function formulasOf(
  lines: readonly MessageLine[],
  names: ReadonlySet<string>,
  isLast: boolean,
): (Aside | undefined)[] {
  let state: State = "words";
  let count = 0;
  const signed = isLast ? signatureAt(lines) : lines.length;
  const contacts = contactsBelow(lines);
  return lines.map(({ text }, index): Aside | undefined => {
    if (isBlank(text)) return undefined;
    if (index >= signed) return "signature";
    count = state === "words" ? 0 : count + 1;
    if (count > LONGEST_SIGNATURE) state = "words";
    const hasContact = contacts[index] === true && !isBlank(lines[index - 1]?.text ?? "");
    state = next(text, state, names, hasContact);
    if (state !== "words") return "signature";
    return greeting(text) ? "greeting" : undefined;
  });
}

/** Where the lines under `-- ` begin, when they are a signature's (RFC 3676, section 4.3); else after all. */
function signatureAt(lines: readonly MessageLine[]): number {
  const at = lines.findLastIndex(({ text }) => mark.test(text));
  const under = lines.slice(at + 1).filter(({ text }) => !isBlank(text));
  const isSignature =
    at !== -1 && under.length <= LONGEST_SIGNATURE && under.every(({ text }) => !isSentence(text));
  return isSignature ? at : lines.length;
}

const mark = /^--[ \u00A0]?$/;

const isSentence = (text: string): boolean =>
  text.length > LONGEST_SIGNATURE_LINE ||
  (/[.!?…][\s»"”)]*$/.test(text) && /\S\s+\S+\s+\S/.test(text.trim()));

/** For each line: an address or a telephone stands in it, or below it with no blank line between. */
function contactsBelow(lines: readonly MessageLine[]): boolean[] {
  const found: boolean[] = lines.map(({ text }) => isShort(text) && contact.test(text));
  for (let at = found.length - 2; at >= 0; at -= 1)
    found[at] ||= found[at + 1] === true && !isBlank(lines[at]?.text ?? "");
  return found;
}

function next(text: string, state: State, names: ReadonlySet<string>, hasContact: boolean): State {
  if (mark.test(text)) return "closed";
  if (!isShort(text)) return "words";
  const words = text.trim();
  if (device.test(words) || closing.test(words) || signed.test(words)) return "closed";
  if (names.has(nameKey(words))) return "named";
  if (state === "words") return "words";
  if (isOfSignature(words)) return state;
  // A trade or an office stands right below the name, above an address.
  const isTrade = state === "named" && hasContact && !isSentence(words);
  return isTrade && /^\p{Lu}/u.test(words) && words.split(/\s+/).length <= 8 ? "named" : "words";
}

/** What telephones and programs write at the end. */
/** A name that says that it is one: `Signé : Léa`. */
const signed = /^(?:signé|signed)[\s\u00A0\u202F]*:[\s\u00A0\u202F]*\p{Lu}[\p{L}\p{M}'’ .-]{0,40}$/iu;

const device =
  /^(?:[Ee]nvoyée?|[Ss]ent|[Gg]et|[Oo]btenir|[Tt]élécharger)(?: [\p{L}’']+){0,4}[ ’'](?:iPhone|iPad|Android|[Ss]martphone|[Mm]obile|[Tt]éléphone|[Pp]ortable|[Tt]ablette|Samsung|Galaxy|Huawei|Xiaomi|BlackBerry|Yahoo|Gmail|Outlook|Proton|Thunderbird|Courrier|Mail|phone|tablet)(?: (?:pour|for|de|\p{Lu}[\p{L}\p{N}]*|\d[\p{L}\p{N}]*))*\.?$/u;

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
