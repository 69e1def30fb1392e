// What a stranger could read in bytes: letters in a row, and the marks by which each sentence of a story
// is known. Written apart from the product: none of its scan, its finder or its readers is used here.
import { unzipSync } from "fflate";

const others: Readonly<Record<string, string>> = { œ: "oe", æ: "ae", ß: "ss", ł: "l", ø: "o", đ: "d" };

/** Letters alone: no case, no accents, nothing between them. */
export function lettersOf(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[œæßłøđ]/g, (sign) => others[sign] ?? sign)
    .replace(/[^a-z]+/g, "");
}

/** Every way in which a file says something: its bytes, what is packed in it, with its tags and without. */
function readAll(name: string, content: string | Uint8Array): string[] {
  const bytes = typeof content === "string" ? Buffer.from(content) : Buffer.from(content);
  if (bytes.subarray(0, 4).toString("latin1") === "PK\u0003\u0004")
    return [
      name,
      ...Object.entries(unzipSync(bytes)).flatMap(([part, own]) => readAll(`${name} ${part}`, own)),
    ];
  const text = bytes.toString("utf8");
  const isMarked = text.includes("<");
  const plain = isMarked ? [text.replace(/<[^>]*>/g, ""), text.replace(/<[^>]*>/g, " ")] : [];
  return [name, text, ...plain, ...(/%[0-9A-F]{2}/i.test(text) ? [unescaped(text)] : [])].map(
    withoutEntities,
  );
}

function unescaped(text: string): string {
  return text.replace(/(?:%[0-9A-F]{2})+/gi, (run) =>
    Buffer.from(run.replaceAll("%", ""), "hex").toString("utf8"),
  );
}

function withoutEntities(text: string): string {
  return text.includes("&#")
    ? text.replace(/&#(x?)([0-9a-f]+);/gi, (_, hexadecimal: string, digits: string) =>
        String.fromCodePoint(parseInt(digits, hexadecimal === "" ? 10 : 16)),
      )
    : text;
}

/** Which of these rows of letters stand in a file. */
export function namesIn(name: string, content: string | Uint8Array, needles: readonly string[]): string[] {
  const letters = readAll(name, content).map(lettersOf);
  return [...new Set(needles.filter((needle) => letters.some((each) => each.includes(needle))))];
}

const LETTERS = "bcdfghjkmnpr";

/** A word that stands in one sentence of a story and nowhere else, made of letters alone. */
export function markOf(number: number): string {
  let [rest, word] = [number, ""];
  for (let place = 0; place < 3; place += 1) {
    word += LETTERS[rest % LETTERS.length] ?? "";
    rest = Math.floor(rest / LETTERS.length);
  }
  return `zq${word}qz`;
}

export function marksIn(name: string, content: string | Uint8Array): Set<string> {
  const letters = readAll(name, content).map(lettersOf);
  return new Set(letters.flatMap((each) => each.match(/zq[bcdfghjkmnpr]{3}qz/g) ?? []));
}
