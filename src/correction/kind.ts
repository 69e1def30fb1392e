// Which kind of correction this is: said by the person in so many words, or proposed from what
// was said and how much changed, for a person to confirm.
import { countWords, type Change, type Kind } from "./correction.ts";
import { isTypo } from "./typo.ts";

export interface KindOf {
  readonly kind: Kind;
  readonly isProposed: boolean;
  /** The comment without the word that named the kind. */
  readonly comment: string;
}

/** The places of the quotes of the person who answers, in the section's sent text: their words only. */
export type OwnWords = readonly { readonly start: number; readonly end: number }[];

const named: readonly [RegExp, Kind][] = [
  [/^nuances?$/, "nuance"],
  [/^(?:coquilles?|fautes?|orthographe|frappe|typos?)$/, "typo"],
  [/^(?:mineure?|minor)$/, "minor"],
  [/^(?:majeure?|major)$/, "major"],
  [/^(?:désaccord|desaccord|disagreement|pas d['’]accord|disagree)$/, "disagreement"],
  [/^(?:ajout|ajouter|addition|add)$/, "addition"],
  [/^(?:retrait|retirer|withdrawal|withdraw)$/, "withdrawal"],
  [/^(?:à garder|a garder|garder|keep|strength)$/, "strength"],
];

const disagrees =
  /\bpas (?:du tout |vraiment |tout à fait )?d['’]accord\b|\ben désaccord\b|\b(?:I|we) (?:do not|don['’]t) agree\b|\bdisagree/iu;
const keeps =
  /à garder|(?:très|tout à fait) juste|exactement (?:ça|cela)|\bkeep (?:this|it|that)\b|\b(?:very|exactly|quite) (?:right|true)\b/iu;

/** Words that make a statement say the contrary, and words that make it say less. */
const negations =
  /(?<![\p{L}-])(?:pas|jamais|aucune?|rien|sans|non|not|never|no|none|without|\p{L}+n[’']t)(?![\p{L}-])/giu;
const hedges =
  /(?<![\p{L}-])(?:parfois|souvent|peut-être|presque|plutôt|un peu|certaine?s|quelques|la plupart|pas toujours|en général|selon|sometimes|often|maybe|perhaps|almost|rather|some|most|usually)(?![\p{L}-])/giu;

/** A change of more words than that is more than a nuance. */
const LONGEST_NUANCE = 6;

/** The kind of one correction. `own` tells which words of the section are the person's own. */
export function kindOf(change: Change, comment: string, own: OwnWords): KindOf {
  const said = /^\s*([^\s:][^:\n]{0,20}?)[\s\u00A0\u202F]*:[\s\u00A0\u202F]*/u.exec(comment);
  const [prefix, name] = said ?? ["", ""];
  const explicit = named.find(([shape]) => shape.test(name.toLowerCase().normalize("NFC")));
  if (explicit !== undefined) {
    const rest = comment.slice(prefix.length).trim();
    return { kind: explicit[1], isProposed: false, comment: rest === "" ? comment : rest };
  }
  return { kind: proposedKind(change, comment, own), isProposed: true, comment };
}

function proposedKind(change: Change, comment: string, own: OwnWords): Kind {
  if (change.before === change.after) return kindOfRemark(comment);
  if (withdrawsOwnWords(change, own)) return "withdrawal";
  const [removed, added] = [countWords(change.before), countWords(change.after)];
  if (removed === 0 && isSentence(change.after)) return "addition";
  if (isTypo(change)) return "typo";
  const most = Math.max(removed, added);
  if (most <= LONGEST_NUANCE && saysOtherwise(hedges, change)) return "nuance";
  return most <= 3 && !saysOtherwise(negations, change) ? "minor" : "major";
}

/** True when words of a kind were put in or taken out. */
function saysOtherwise(shape: RegExp, { before, after }: Change): boolean {
  const found = (text: string): string => (text.toLowerCase().match(shape) ?? []).join(" ");
  return found(before) !== found(after);
}

/** The kind of something said about words that are left as they are. */
export function kindOfRemark(comment: string): Kind {
  if (disagrees.test(comment)) return "disagreement";
  return keeps.test(comment) ? "strength" : "nuance";
}

/** A whole quote of one's own is taken away, and it is at least half of what goes. */
function withdrawsOwnWords({ start, end, before, after }: Change, own: OwnWords): boolean {
  if (countWords(after.replace(/\[[^\]]*\]/g, "")) > 0) return false;
  const words = own
    .filter((quote) => start <= quote.start && quote.end <= end)
    .map((quote) => countWords(before.slice(quote.start - start, quote.end - start)))
    .reduce((sum, count) => sum + count, 0);
  return words > 0 && words * 2 >= countWords(before);
}

/** A new line, or words that end as a sentence does and are enough to be one. */
function isSentence(text: string): boolean {
  if (text.includes("\n")) return true;
  const words = text.trim();
  return /[.!?…](?:["'»”’)\]*_]|\s)*$/u.test(words) && (countWords(words) > 3 || /^\p{Lu}/u.test(words));
}
