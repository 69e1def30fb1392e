// Words cut at the end of a line: whether their hyphen is their own, as in `peut-être`.

/** What a French compound starts with, and hardly a syllable does. */
const starts = new Set(
  `peut rendez celui celle ceux celles quelqu quelques là lui elle elles eux moi toi nous vous soi non demi semi
   mi ex vice sous avant après arrière contre au par vis grand grands grande grandes petit petits petite
   petites beau beaux belle belles deux trois quatre cinq six sept huit neuf dix vingt trente quarante
   cinquante soixante cent week porte nouveau nord sud franco socio psycho éco auto`.split(/\s+/),
);

/** What a French compound ends with. */
const ends = new Set(
  `être là ci même mêmes dessus dessous dedans dehors delà deçà devant derrière dire vous uns unes mère mères
   père pères parents fils fille filles frère sœur vis midi heure douze treize quatorze quinze seize onze
   un deux trois quatre cinq six sept huit neuf dix vingt end`.split(/\s+/),
);

/** What stands after a verb turned round, or in an order: `dit-il`, `dis-moi`. */
const pronouns = new Set(
  "je tu il elle on nous vous ils elles ce le la les lui leur moi toi y en".split(" "),
);

const verbs = new Set(
  `est a ai as ont sont suis es sommes êtes était étaient étais avait avaient avais serait aurait dit dis dites
   disait peut peux pouvez va vas vont fait fais faites faut sais sait savez crois croyez voulez veux veut
   voyez voit vois pensez doit dois devez dirais dirait allez allons donne donnez parle parlez prends prenez
   laisse laissez mets mettez regarde regardez tiens tenez puis semble paraît`.split(/\s+/),
);

/** True for a line that ends inside a word. */
export const isCut = (line: string): boolean => /[\p{L}\d][-\u00AD‐]$/u.test(line);

/** How often each word of a text stands in it, hyphens kept inside; halves of cut words left out. */
export function vocabularyOf(lines: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let isAfterCut = false;
  for (const line of lines) {
    const start = isAfterCut ? line.search(/\s|$/) : 0;
    isAfterCut = isCut(line);
    const end = isAfterCut ? line.lastIndexOf(" ") + 1 : line.length;
    const whole = line.slice(start, Math.max(start, end)).toLowerCase();
    for (const [found] of whole.matchAll(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu))
      counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return counts;
}

/**
 * True when the hyphen between the two halves is the word's own: the text has the word with it
 * elsewhere, and not more often without; or French has it; or both halves are words of the text.
 * Else a machine cut the word.
 */
export function keepsHyphen(first: string, second: string, vocabulary: ReadonlyMap<string, number>): boolean {
  if (/^[\p{Lu}\d]/u.test(second)) return true;
  const [a, b] = [first.toLowerCase(), second.toLowerCase()];
  const whole = vocabulary.get(a + b) ?? 0;
  const hyphened = vocabulary.get(`${a}-${b}`) ?? 0;
  if (whole !== hyphened) return hyphened > whole;
  const last = a.slice(a.lastIndexOf("-") + 1);
  if (last !== a && last.length <= 2) return true;
  if (pronouns.has(b) && (verbs.has(last) || vocabulary.has(last))) return true;
  if (starts.has(last) || ends.has(b)) return true;
  return b.length > 2 && vocabulary.has(last) && vocabulary.has(b);
}
