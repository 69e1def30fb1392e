// Random sections of a retour, with everything that Markdown offers, and random returns of them.
import fc from "fast-check";
import { layOut } from "../../src/copy/layout.ts";
import type { ReturnedBlock } from "../../src/correction/returned-text.ts";

const words =
  "le la peur on dit groupe nuit travail jamais toujours équipe hall c’est l’autre veut 3 où garder ensemble mais pas voix porte lundi".split(
    " ",
  );

const word = fc.constantFrom(...words);
const bare = fc.array(word, { minLength: 1, maxLength: 7 }).map((list) => list.join(" "));
const inline = fc.oneof(
  { weight: 6, arbitrary: bare },
  { weight: 1, arbitrary: bare.map((text) => `**${text}**`) },
  { weight: 1, arbitrary: bare.map((text) => `*${text}*`) },
  { weight: 1, arbitrary: bare.map((text) => `_${text}_`) },
  { weight: 1, arbitrary: bare.map((text) => `« ${text} » (s01.12)`) },
  { weight: 1, arbitrary: bare.map((text) => `[${text}](https://exemple.fr)`) },
  { weight: 1, arbitrary: bare.map((text) => `\`${text}\``) },
  { weight: 1, arbitrary: bare.map((text) => `${text} \\* 5 &amp; \\[x\\]`) },
  { weight: 1, arbitrary: bare.map((text) => `***${text}* et ${text}**`) },
);
const line = fc.array(inline, { minLength: 1, maxLength: 5 }).chain((parts) =>
  fc
    .array(fc.constantFrom(" ", " ", " ", "\n", ", ", ". "), {
      minLength: parts.length,
      maxLength: parts.length,
    })
    .map(
      (gaps) =>
        parts.map((part, index) => part + (index < parts.length - 1 ? (gaps[index] ?? " ") : "")).join("") +
        ".",
    ),
);
const oneLine = line.map((text) => text.replaceAll("\n", " "));
const prefixed = (prefix: string, text: string): string => text.replace(/^/gm, prefix);

const block = fc.oneof(
  { weight: 4, arbitrary: line },
  { weight: 2, arbitrary: bare.map((text) => `### ${text}`) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.array(line, { minLength: 1, maxLength: 2 }), bare)
      .map(
        ([lines, who]) =>
          `${lines.map((each) => prefixed("> ", each)).join("\n>\n")}\n>\n> — ${who} (s01.12)`,
      ),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(oneLine, { minLength: 1, maxLength: 4 })
      .map((items) => items.map((item) => `- ${item}`).join("\n")),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(oneLine, { minLength: 1, maxLength: 3 })
      .map((items) => items.map((item, index) => `${String(index + 1)}. ${item}`).join("\n")),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.tuple(bare, bare), { minLength: 2, maxLength: 4 })
      .map(([first, ...rows]) =>
        [`| ${first?.join(" | ") ?? ""} |`, "|---|---|", ...rows.map((row) => `| ${row.join(" | ")} |`)].join(
          "\n",
        ),
      ),
  },
  { weight: 1, arbitrary: fc.constant("* * *") },
  { weight: 1, arbitrary: bare.map((text) => `\`\`\`\n${text}\n\n${text}\n\`\`\``) },
);

/** A section with its heading; some have a footnote. */
export const section: fc.Arbitrary<string> = fc
  .tuple(bare, fc.array(block, { minLength: 1, maxLength: 7 }), fc.option(bare))
  .map(([title, blocks, note]) => {
    const called =
      note === null ? blocks : [...blocks, `Une note[^1] ${note}.`, `[^1]: Dit *ainsi* ${note}.`];
    return `## ${title} {#peur}\n\n${called.join("\n\n")}`;
  });

/** What a reader sees of it, as a return that changed nothing would say it. */
export function asReturned(source: string): ReturnedBlock[] {
  return layOut(source)
    .filter(({ note, text }) => note === undefined && text.trim() !== "")
    .map(({ kind, text, quote, level }) => {
      if (quote !== 0 && kind === "paragraph") return { text, kind: "quote" };
      if (kind === "heading") return { text, kind, level };
      return { text, kind: kind === "item" || kind === "row" ? kind : "paragraph" };
    });
}

export type Edit =
  | {
      readonly what: "replace" | "delete" | "insert";
      readonly block: number;
      readonly word: number;
      readonly words: string;
    }
  | {
      readonly what: "drop" | "add" | "split" | "join" | "move";
      readonly block: number;
      readonly word: number;
      readonly words: string;
    };

const someWords = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: word },
      fc.constantFrom("NEUF", "dit-il", "qu’elle", "*", "[ajout]", "# 4", "a_b_c", "<i>", "1.", "->"),
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((list) => list.join(" "));

export const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({
    what: fc.constantFrom("replace", "delete", "insert", "drop", "add", "split", "join", "move"),
    block: fc.nat(30),
    word: fc.nat(40),
    words: someWords,
  }),
  { minLength: 1, maxLength: 6 },
);

/** Makes the edits a person would make, one after the other. The heading of the section stays one. */
export function edited(blocks: readonly ReturnedBlock[], list: readonly Edit[]): ReturnedBlock[] {
  const now = [...blocks];
  for (const { what, block, word: at, words: text } of list) {
    const index = block % now.length;
    const own = now[index];
    if (own === undefined) continue;
    // Nobody parts the lines of a program.
    const isText =
      !own.text.includes("\n") && (own.kind === "paragraph" || own.kind === "quote" || own.kind === "item");
    const places = [...own.text.matchAll(/[^\s\t]+/g)];
    const place = places[at % Math.max(1, places.length)];
    const [start, stop] = [place?.index ?? 0, (place?.index ?? 0) + (place?.[0].length ?? 0)];
    const before = own.text.slice(0, start);
    const after = own.text.slice(stop);
    if (what === "replace") now[index] = { ...own, text: before + text + after };
    else if (what === "delete" && places.length > 1)
      now[index] = { ...own, text: (before.replace(/ $/, "") + after).replace(/^ /, "") };
    else if (what === "insert") now[index] = { ...own, text: `${before}${text} ${own.text.slice(start)}` };
    else if (what === "drop" && index > 0 && (own.kind !== "row" || now[index - 1]?.kind === "row"))
      now.splice(index, 1);
    else if (what === "add" && own.kind !== "row") now.splice(index + 1, 0, { text, kind: "paragraph" });
    else if (what === "split" && isText && start > 0)
      now.splice(index, 1, { ...own, text: before.trim() }, { ...own, text: own.text.slice(start) });
    else if (what === "join" && isText && index > 0) {
      const next = now[index + 1];
      if (next?.kind === own.kind) now.splice(index, 2, { ...own, text: `${own.text} ${next.text}` });
    } else if (what === "move" && index > 0 && own.kind !== "row") {
      now.splice(index, 1);
      const to = 1 + (at % now.length);
      if (now[to - 1]?.kind === "row") now.push(own);
      else now.splice(to, 0, own);
    }
  }
  return now;
}
