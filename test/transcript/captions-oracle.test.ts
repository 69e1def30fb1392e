// WebVTT and SubRip are read as media-captions reads them: the same captions, times and words.
// Where that library is not right, what each of the two gives is listed with the reason.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeTranscript } from "../../src/transcript/encoding/decode.ts";
import { srt } from "../../src/transcript/formats/srt.ts";
import { vtt } from "../../src/transcript/formats/vtt.ts";
import { oneLine } from "../../src/transcript/words.ts";

type Kind = "vtt" | "srt";

interface TheirCue {
  readonly startTime: number;
  readonly endTime: number;
}

type TheirNode =
  { readonly type: "text"; readonly data: string } | { readonly type: "v"; readonly children: TheirNode[] };

// Its declarations import one another without extensions: TypeScript does not find them.
const { parseText, tokenizeVTTCue } = (await import("media-captions")) as unknown as {
  parseText: (text: string, options: { type: Kind }) => Promise<{ cues: TheirCue[] }>;
  tokenizeVTTCue: (cue: TheirCue) => TheirNode[];
};

/** Start and end in milliseconds, words. */
type Caption = readonly [number | null, number | null, string];

const formats = { vtt, srt };

function ours(kind: Kind, source: string): Caption[] {
  const { cues } = formats[kind].read(source, { file: "f", isKnown: () => false, language: "fr" });
  return gathered(
    cues.map(({ label, startMs, endMs, words }) => {
      const isWritten = label !== null && new RegExp(`^[[(]?${label}`, "m").test(source);
      return [startMs, endMs, isWritten ? `${label} ${words}` : words];
    }),
  );
}

async function theirs(kind: Kind, source: string): Promise<Caption[]> {
  const { cues } = await parseText(source, { type: kind });
  const milliseconds = (seconds: number): number => Math.round(seconds * 1000);
  return gathered(
    cues.map((cue) => [
      milliseconds(cue.startTime),
      milliseconds(cue.endTime),
      oneLine(tokenizeVTTCue(cue).map(textOf).join("")),
    ]),
  );
}

const textOf = (node: TheirNode): string =>
  node.type === "text" ? node.data : node.children.map(textOf).join("");

/** Captions of the same times as one: a caption of two voices is two of ours. None is empty. */
function gathered(captions: readonly Caption[]): Caption[] {
  const all: Caption[] = [];
  for (const [start, end, words] of captions) {
    const last = all.at(-1);
    if (words === "") continue;
    if (last?.[0] === start && last[1] === end) all[all.length - 1] = [start, end, `${last[2]} ${words}`];
    else all.push([start, end, words]);
  }
  return all.map(([start, end, words]) => [start, end, words.replace(/\s+/g, " ").trim()]);
}

const cue = (words: string, times = "00:01.000 --> 00:02.000"): string => `WEBVTT\n\n${times}\n${words}\n`;
const one = (words: string): Caption[] => [[1000, 2000, words]];

interface Difference {
  readonly because: string;
  readonly kind: Kind;
  readonly source: string;
  readonly ours: readonly Caption[];
  readonly theirs: readonly Caption[];
}

const differences: readonly Difference[] = [
  {
    because: "hours may have more than two digits (WebVTT, section 4.1, timestamps)",
    kind: "vtt",
    source: cue("cent", "100:00:01.000 --> 100:00:02.000"),
    ours: [[360_001_000, 360_002_000, "cent"]],
    theirs: [],
  },
  {
    because: "a caption that lasts no time has words all the same",
    kind: "vtt",
    source: cue("oui", "00:01.000 --> 00:01.000"),
    ours: [[1000, 1000, "oui"]],
    theirs: [],
  },
  {
    because: "times in the wrong order are said, and the words kept",
    kind: "srt",
    source: "1\n00:00:02,000 --> 00:00:01,000\noui\n",
    ours: [[2000, 1000, "oui"]],
    theirs: [],
  },
  {
    because: "white space may come before the times (section 6.3)",
    kind: "vtt",
    source: cue("oui", "  00:01.000 --> 00:02.000"),
    ours: one("oui"),
    theirs: [],
  },
  {
    because: "no space is needed around the arrow (section 6.3)",
    kind: "vtt",
    source: cue("oui", "00:01.000-->00:02.000"),
    ours: one("oui"),
    theirs: [],
  },
  {
    because: "words under times that cannot be read are kept, and said",
    kind: "vtt",
    source: cue("oui", "00:01.000 --> 00:0x.000"),
    ours: [[null, null, "oui"]],
    theirs: [],
  },
  {
    because: "the header may run into the first caption (section 6.1, step 8)",
    kind: "vtt",
    source: "WEBVTT\n00:01.000 --> 00:02.000\noui\n",
    ours: one("oui"),
    theirs: [],
  },
  {
    because: "a line of times begins a caption though no blank line comes before (section 6.2)",
    kind: "vtt",
    source: cue("oui\n00:03.000 --> 00:04.000\nnon"),
    ours: [
      [1000, 2000, "oui"],
      [3000, 4000, "non"],
    ],
    theirs: one("oui 00:03.000 --> 00:04.000 non"),
  },
  {
    because: "only NOTE and a space, or NOTE alone, begin a note: this is an id (section 4.1, comments)",
    kind: "vtt",
    source: "WEBVTT\n\nNOTES-7\n00:01.000 --> 00:02.000\noui\n",
    ours: one("oui"),
    theirs: [],
  },
  {
    because: "the line above the times is the caption's id, whatever it is (section 6.2)",
    kind: "vtt",
    source: "WEBVTT\n\nNOTE\n00:01.000 --> 00:02.000\noui\n",
    ours: one("oui"),
    theirs: [],
  },
  {
    because: "an id holds no arrow (section 4.1): these are words, kept and said",
    kind: "vtt",
    source: "WEBVTT\n\na --> b\n00:01.000 --> 00:02.000\noui\n",
    ours: [[null, null, "a --> b"], ...one("oui")],
    theirs: [],
  },
  {
    because: "settings stand on the line of the times: below it, these are words",
    kind: "vtt",
    source: cue("position: debout\noui"),
    ours: one("position: debout oui"),
    theirs: one("oui"),
  },
  {
    because: "words that no times come before are kept, and said",
    kind: "srt",
    source: "1\n00:00:01,000 --> 00:00:02,000\noui\n\nmais non\n",
    ours: one("oui mais non"),
    theirs: one("oui"),
  },
  {
    because: "what a person wrote between brackets is no tag",
    kind: "vtt",
    source: cue("<rire> non"),
    ours: one("<rire> non"),
    theirs: one("non"),
  },
  {
    because: "a sign that opens no tag is a sign, and the words after it are words",
    kind: "vtt",
    source: cue("3 < 4 et <3 aussi"),
    ours: one("3 < 4 et <3 aussi"),
    theirs: one("3"),
  },
  {
    because: "entities are HTML's (section 6.4, HTML character references), also without their semicolon",
    kind: "vtt",
    source: cue("l&#x27;&eacute;t&#233; &laquo&nbsp;l&agrave&nbsp;&raquo;"),
    ours: one("l'été « là »"),
    theirs: one("l&#x27;&eacute;t&#233; &laquo l&agrave &raquo;"),
  },
  {
    because: "marks of direction are not written",
    kind: "vtt",
    source: cue("oui&lrm;"),
    ours: one("oui"),
    theirs: one("oui\u200E"),
  },
  {
    because: "a break of a line parts words",
    kind: "srt",
    source: "1\n00:00:01,000 --> 00:00:02,000\nun<br>deux\n",
    ours: one("un deux"),
    theirs: one("undeux"),
  },
  {
    because: "places and looks that some players write into the text are not words",
    kind: "srt",
    source: "1\n00:00:01,000 --> 00:00:02,000\n{\\an8}{y:i}oui\n",
    ours: one("oui"),
    theirs: one("{\\an8}{y:i}oui"),
  },
  {
    because: "people write times in other ways too",
    kind: "srt",
    source: "1\n0:00: 01, 0 -> 0:00: 02, 0\noui\n",
    ours: one("oui"),
    theirs: [],
  },
  {
    because: "an id that no blank line comes before is no word",
    kind: "srt",
    source: "1\n00:00:01,000 --> 00:00:02,000\noui\n2\n00:00:03,000 --> 00:00:04,000\nnon\n",
    ours: [
      [1000, 2000, "oui"],
      [3000, 4000, "non"],
    ],
    theirs: one("oui 2 00:00:03,000 --> 00:00:04,000 non"),
  },
];

describe("where media-captions is not right", () => {
  it.each(differences)("$because", async ({ kind, source, ours: here, theirs: there }) => {
    expect(ours(kind, source)).toEqual(here);
    expect(await theirs(kind, source)).toEqual(there);
  });
});

/** Fixtures that differ, with what of the above, or of their own, they hold. */
const apart: Readonly<Record<string, string>> = {
  "vtt/specification": "hours over 99, a tag a person wrote, a caption without a blank line before",
  "vtt/noscribe": "pauses and overlaps are put in the vocabulary of marks",
  "vtt/youtube": "lines that roll from a caption to the next are read once",
  "vtt/stream": "an id without a blank line before it",
  "srt/by-hand": "looks in the text, a caption without a blank line before",
  "srt/labelled": "words after a blank line, times that cannot be read",
  "srt/edited": "times in other ways, ids without a blank line before",
  "srt/chevrons": "the signs that the voice changes are not words",
  "srt/subtitles": "looks in the text, dashes and brackets that say who speaks",
};

const root = join(import.meta.dirname, "../../fixtures/transcripts");
const fixtures = (["vtt", "srt"] as const).flatMap((kind) =>
  readdirSync(join(root, kind)).map((name) => {
    const bytes = readFileSync(join(root, kind, name, `source.${kind}`));
    return { name: `${kind}/${name}`, kind, text: decodeTranscript(bytes, "f").text };
  }),
);

/** Who speaks may be said by a colon or brackets, which are not words. */
const bare = (captions: readonly Caption[]): Caption[] =>
  captions.map(([start, end, words]) => [start, end, oneLine(words.replace(/[\s:[\]]+/g, " "))]);

describe("both read the fixtures alike", () => {
  it.each(fixtures.filter(({ name }) => !(name in apart)))("$name", async ({ kind, text }) => {
    expect(bare(ours(kind, text))).toEqual(bare(await theirs(kind, text)));
  });

  it.each(fixtures.filter(({ name }) => name in apart))("$name, which differs", async ({ kind, text }) => {
    expect(bare(ours(kind, text))).not.toEqual(bare(await theirs(kind, text)));
  });
});

const word = fc.oneof(
  fc.stringMatching(/^[a-zéàçœ’'-]{1,9}$/).filter((each) => !each.startsWith("-")),
  fc.constantFrom("&amp;", "&lt;", "&gt;", "&quot;", "&nbsp;!", "<i>oui</i>", "<b>n</b>on", "a --> b", "12"),
  fc.constantFrom(
    "<c.jaune>y</c>",
    "<lang fr>voilà</lang>",
    "<ruby>a<rt>b</rt></ruby>",
    "…",
    "42,5",
    "5 > 4",
  ),
);
const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => `et ${words.join(" ")}`);
const caption = fc.record({
  gap: fc.nat(4000),
  length: fc.integer({ min: 1, max: 90_000 }),
  hasHours: fc.boolean(),
  id: fc.option(fc.constantFrom("1", "id 7", "3f2a9c10-0b1e-4e6f-9d57-7c2c1a5b8e01/7-0", "ouverture")),
  settings: fc.constantFrom("", " align:start position:0%", " line:0", " vertical:rl size:50%"),
  voice: fc.option(fc.constantFrom("Zoé", "D&apos;Almeida", "LE GOFF Marie-Claude")),
  isClosed: fc.boolean(),
  lines: fc.array(line, { minLength: 1, maxLength: 3 }),
});
type Generated = typeof caption extends fc.Arbitrary<infer Each> ? Each : never;

function clock(ms: number, hasHours: boolean, mark: string): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const hours = Math.floor(ms / 3_600_000);
  const rest = `${two(Math.floor(ms / 60_000) % 60)}:${two(Math.floor(ms / 1000) % 60)}${mark}${String(ms % 1000).padStart(3, "0")}`;
  return hasHours || hours > 0 ? `${two(hours)}:${rest}` : rest;
}

/** The files that the specification allows, or that SubRip writes. */
function written(kind: Kind, list: readonly Generated[]): string {
  const mark = kind === "vtt" ? "." : ",";
  let at = 0;
  const blocks = list.map(({ gap, length, hasHours, id, settings, voice, isClosed, lines }, index) => {
    const start = (at += gap);
    const times = [start, start + length]
      .map((ms) => clock(ms, hasHours || kind === "srt", mark))
      .join(" --> ");
    const open = voice === null ? "" : `<v ${voice}>`;
    const close = voice !== null && isClosed ? "</v>" : "";
    return kind === "vtt"
      ? `${id === null ? "" : `${id}\n`}${times}${settings}\n${open}${lines.join("\n")}${close}`
      : `${String(index + 1)}\n${times}\n${lines.join("\n")}`;
  });
  const head = "WEBVTT séance\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE rien\nà dire\n\n";
  return `${kind === "vtt" ? head : ""}${blocks.join("\n\n")}\n`;
}

const files = fc.array(caption, { minLength: 1, maxLength: 8 });
const kinds = ["vtt", "srt"] as const;

describe("both read alike", () => {
  it.each(kinds)("any well-formed file: %s", async (kind) => {
    await fc.assert(
      fc.asyncProperty(files, async (list) => {
        const source = written(kind, list);
        const read = ours(kind, source);
        expect(read.length).toBeGreaterThan(0);
        expect(read).toEqual(await theirs(kind, source));
      }),
      { numRuns: 1000 },
    );
  });

  it.each(kinds)("any file that was damaged in no way listed above: %s", async (kind) => {
    let alike = 0;
    await fc.assert(
      fc.asyncProperty(
        files,
        fc.array(fc.tuple(fc.nat(5), fc.nat(), fc.nat()), { maxLength: 2 }),
        async (list, harm) => {
          const source = harm.reduce(damaged, written(kind, list).split("\n")).join("\n");
          const read = ours(kind, source);
          if (isListed(kind, source)) return;
          alike += harm.length > 0 ? 1 : 0;
          expect(read).toEqual(await theirs(kind, source));
        },
      ),
      { numRuns: 3000 },
    );
    expect(alike).toBeGreaterThan(500);
  });
});

/** A line lost, doubled, moved, parted or cut; or the end of the file. */
function damaged(lines: string[], [way, at, within]: [number, number, number]): string[] {
  const index = at % Math.max(1, lines.length);
  const text = lines[index] ?? "";
  const cut = within % Math.max(1, text.length);
  const before = lines.slice(0, index);
  const after = lines.slice(index + 1);
  if (way === 0) return [...before, ...after];
  if (way === 1) return [...before, text, text, ...after];
  if (way === 2) return [...before, ...after.slice(0, 1), text, ...after.slice(1)];
  if (way === 3) return [...before, text, "", ...after];
  if (way === 4) return [...before, text.slice(0, cut) + text.slice(cut + 1), ...after];
  return [...before, text.slice(0, cut)];
}

const clocks = String.raw`(?:\d{1,2}:)?[0-5]\d:[0-5]\d(?:\.\d{1,3})?`;
const theirTimes = new RegExp(
  `^${clocks}[ \\t]*-->[ \\t]+${clocks}(?:[ \\t]+(?:align|position|line|vertical|size):\\S*)*$`,
);

/** True for a file that holds one of the differences above. */
function isListed(kind: Kind, source: string): boolean {
  const blocks = source.split(/\n{2,}/).map((block) => block.split("\n").filter(Boolean));
  const [header = []] = blocks;
  if (kind === "vtt" && (!/^WEBVTT(?:[ \t]|$)/.test(source) || header.some((each) => each.includes("-->"))))
    return true;
  const isTimes = (each: string): boolean =>
    /^\s*\d?\d?\d?:?\d*:?\d*[.,:\d ]*--?>?/.test(each) && /-|>/.test(each);
  return blocks.slice(kind === "vtt" ? 1 : 0).some((block) => {
    const places = block.flatMap((each, index) => (isTimes(each) ? [index] : []));
    const [place] = places;
    if (place === undefined) return block.length > 0 && !/^(?:NOTE(?: |$)|STYLE$)/.test(block[0] ?? "");
    const times = (block[place] ?? "").replaceAll(",", kind === "srt" ? "." : ",");
    const isRead = theirTimes.test(times) && isForward(times);
    const isId = kind === "vtt" ? !/^(?:NOTE|REGION)|-->/.test(block[0] ?? "") : /^\d+$/.test(block[0] ?? "");
    const isFirst = place === 0 || (place === 1 && isId);
    const words = block.slice(place + 1).join("\n");
    const plain = words.replace(/<\/?(?:i|b|c|v|u|lang|ruby|rt)(?:[.\s][^<>]*)?>/g, "");
    const isPlain = !plain.includes("<") && !/&(?!(?:amp|lt|gt|quot|nbsp);)/.test(plain);
    return places.length > 1 || !isRead || !isFirst || !isPlain;
  });
}

function isForward(times: string): boolean {
  const [start = 0, end = 0] = times.split("-->").map((each) => {
    const [seconds = 0, minutes = 0, hours = 0] = (each.trim().split(/\s/)[0] ?? "")
      .split(":")
      .map(Number)
      .reverse();
    return seconds + minutes * 60 + hours * 3600;
  });
  return start < end;
}
