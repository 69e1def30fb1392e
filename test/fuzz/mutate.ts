// Files as accidents and malice make them: the fixtures, cut, doubled, spliced and spoilt.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Whole numbers below `limit`, the same again for the same seed (Park and Miller, 1988). */
export type Dice = (limit: number) => number;

export function diceOf(seed: number): Dice {
  let state = (seed % 2_147_483_646) + 1;
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
}

export interface Sample {
  /** `vtt/teams` */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly isWritten: boolean;
}

/** What breaks a reader: signs of each format, edges of each encoding, marks of no language. */
const poison = [
  ...Array.from("<>&\"'{}[]()*#\\/:;,|=-–—\u2028\u0000\u001B\u0085\u00A0\u202E\uFEFF\uFFFD\t\n\r"),
  ...["-->", "00:00:01.000 --> 00:00:02.000", "WEBVTT", "NOTE", "STYLE", "<v Zoé>", "</v>", "&#0;", "&#x1F;"],
  ...[
    "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?xml version='1.0'?>",
    "</p>",
    "<p>",
  ],
  ...[
    '{"segments":[',
    "]}",
    "null",
    "NaN",
    "1e999",
    "\\u0000",
    "\\ud800",
    "{\\rtf1",
    "\\u-10179?",
    "\\bin99",
    "}}",
  ],
  ...[
    "#00:00:01-2#",
    "Zoé : ",
    "[SPEAKER_00]: ",
    ">> ",
    "- ",
    "9".repeat(40),
    "é".normalize("NFD"),
    "👩‍👧",
    "𝕳",
  ],
  ...[
    "<a ".repeat(200),
    "(".repeat(500),
    "{".repeat(300),
    "[".repeat(300),
    "<b>".repeat(300),
    "\n".repeat(300),
  ],
].map((text) => strToU8(text));

/** One of the samples, spoilt. */
export function mutate(samples: readonly Sample[], dice: Dice): Sample {
  const sample = pick(samples, dice);
  const isZip = sample.bytes[0] === 0x50 && sample.bytes[1] === 0x4b;
  // Bytes changed in a ZIP stop at its checksums: most are changed in the parts, and packed again.
  const bytes =
    isZip && dice(4) > 0 ? inParts(sample.bytes, samples, dice) : spoil(sample.bytes, samples, dice);
  return { ...sample, bytes };
}

function inParts(bytes: Uint8Array, samples: readonly Sample[], dice: Dice): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) =>
    /document|content|sheet|shared|comments|rels/i.test(name),
  );
  const name = pick(names, dice);
  const part = parts[name] ?? new Uint8Array();
  return zipSync({
    ...parts,
    [name]: dice(8) === 0 ? strToU8(strFromU8(part).toUpperCase()) : spoil(part, samples, dice),
  });
}

function spoil(bytes: Uint8Array, samples: readonly Sample[], dice: Dice): Uint8Array {
  let spoilt = bytes;
  for (let times = 1 + dice(4); times > 0; times -= 1) {
    const [one, other] = [dice(spoilt.length + 1), dice(spoilt.length + 1)];
    const [from, to] = [Math.min(one, other), Math.max(one, other)];
    switch (dice(9)) {
      case 0:
        spoilt = spoilt.slice(0, one);
        break;
      case 1:
        spoilt = join(spoilt.slice(0, from), spoilt.slice(to));
        break;
      case 2:
        spoilt = join(spoilt.slice(0, to), spoilt.slice(from));
        break;
      case 3: {
        const { bytes: donor } = pick(samples, dice);
        const start = dice(donor.length + 1);
        spoilt = join(spoilt.slice(0, one), donor.slice(start, start + dice(400)), spoilt.slice(one));
        break;
      }
      case 4:
        spoilt = Uint8Array.from(spoilt);
        for (let flips = 1 + dice(6); flips > 0; flips -= 1) spoilt[dice(spoilt.length + 1)] = dice(256);
        break;
      case 5:
        if (spoilt.length < 50_000) spoilt = join(...Array.from({ length: 1 + dice(12) }, () => spoilt));
        break;
      default:
        spoilt = join(spoilt.slice(0, one), pick(poison, dice), spoilt.slice(dice(3) === 0 ? to : one));
    }
  }
  return spoilt;
}

function pick<T>(list: readonly T[], dice: Dice): T {
  const found = list[dice(list.length)];
  if (found === undefined) throw new Error("nothing to pick from");
  return found;
}

const join = (...pieces: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(pieces));
