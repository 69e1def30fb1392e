// Five thousand names, speech in which one word in fifty is one, and an export as large as they come: for the measurements.

const vocabulary = (
  "on a peur la nuit dans le hall euh ben je sais pas moi tu vois les jeunes ils disent bonjour et puis " +
  "plus rien alors voilà c'est comme ça qu'on fait avec le travail quoi enfin personne nous demande rien " +
  "la porte l'immeuble mon fils sa mère collège couloir lumière voiture parking bailleur réunion rapport"
).split(" ");

/** The same numbers each time (mulberry32, whose cycle is 2^32 long). */
export function randomFrom(seed) {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const syllables = "ba bé cho du far gué jo ké lan mi nor pé quin ro sal té vau xi zé bri cla dro".split(" ");
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

/** A word of its own for each number: no two are alike, none is French. */
function coin(number, least, end) {
  let word = "";
  for (let left = number, count = 0; left > 0 || count < least; count += 1) {
    word += syllables[left % syllables.length];
    left = Math.floor(left / syllables.length);
  }
  return capital(word + end);
}

/** `count` people with a surname each, three hundred first names among them, as `vault import` reads them. */
export function namesOf(count) {
  return Array.from({ length: count }, (_, at) => ({
    given: coin(at % 300, 2, "nne"),
    surname: coin(at, 3, "dec"),
    replacement: coin(at, 3, "wyn"),
  }));
}

export const tableOf = (names) =>
  [
    "nom;remplacement",
    ...names.map(({ given, surname, replacement }) => `${given} ${surname};${replacement}`),
  ].join("\n");

/** `words` words of speech; one in fifty is a name, half of them with the first name, when there are `names`. */
export function speechOf(random, words, names = []) {
  return Array.from({ length: words }, () => {
    if (names.length === 0 || random(50) > 0) return vocabulary[random(vocabulary.length)];
    const { given, surname } = names[random(names.length)];
    return random(2) === 0 ? surname : `${given} ${surname}`;
  }).join(" ");
}

const sentence = (random) => `${capital(speechOf(random, 12))}.`;

/**
 * A page and a document of `megabytes` together, and what `scan-export.ts` looks for in them: these names and
 * `sentences` sentences, none of which is there.
 */
export function exportOf(megabytes, names, sentences) {
  const random = randomFrom(17);
  const each = (megabytes * 1024 * 1024) / 2;
  const [page, text] = [['<!doctype html>\n<html lang="fr"><body>\n'], []];
  for (let length = 0; length < each; length += page.at(-1).length)
    page.push(`<p id="p${String(page.length)}"><q>${sentence(random)}</q> ${sentence(random)}</p>\n`);
  for (let length = 0; length < each; length += text.at(-1).length)
    text.push(`> — « ${sentence(random)} »\n\n${sentence(random)} **${sentence(random)}**\n\n`);
  return {
    identities: names.map(({ given, surname, replacement }, at) => {
      return { id: `i${String(at)}`, kind: "person", names: [`${given} ${surname}`], replacement };
    }),
    files: [
      ["index.html", page.join("")],
      ["index.md", text.join("")],
    ],
    phrases: Array.from({ length: sentences }, (_, at) => {
      const folded = speechOf(random, 12).normalize("NFD").replace(/\p{M}/gu, "").replaceAll("'", " ");
      return [folded, `s01.${String(at + 1)}`];
    }),
  };
}
