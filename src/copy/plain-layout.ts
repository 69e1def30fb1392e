// The same as layout.ts for the common case, without reading all of it as Markdown: headings,
// paragraphs, block quotes and short lists. A block with marks among its words is read alone; what
// gives its shape to other lines leaves the whole to layout.ts. A test holds the two against
// each other (docs/decisions/0010: reading Markdown takes longer than anything else here).
import type { LaidBlock, LaidList, LaidRun, Look, Place } from "./layout.ts";

/** Tables, notes, definitions of links, fences, HTML, indented lines, rules and underlines of headings. */
const shaping = /[\t\r|]|\[\^|\]:|^(?:`{3}|~{3}|<)|^ +\S|^[-=*_ ]*[-=*_][-=*_ ]*$/m;

/** Lines that are no words of a paragraph. */
const marked = /^(?:>|#{1,6}(?: |$)|[-+*](?: |$)|\d{1,9}[.)](?: |$))/;

/** Among words, what Markdown may read as more than letters. */
const inline = /[\\`*_<~]|!\[|\][([]|&[#\w]|https?:|www\.|@| $/im;

/** Words in bold, in italics or as code, that nothing around them could make otherwise. */
const simple = /(?<![^\s(«“"])(\*\*|\*|`)(?=[^\s*])([^*_`\\<>~[\]&!@\n]+)(?<=\S)\1(?![^\s.,;:!?)»”"…])/g;

const hasMarks = (text: string): boolean => inline.test(/[*`]/.test(text) ? text.replace(simple, "x") : text);

type Read = (source: string) => readonly LaidBlock[];

/** The layout of a text; undefined when only the whole of it can tell. `read`: layout.ts. */
export function plainLayout(text: string, read: Read): LaidBlock[] | undefined {
  if (shaping.test(text)) return undefined;
  const laid: LaidBlock[] = [];
  let [quotes, lists] = [0, 0];
  for (const chunk of chunksOf(text)) {
    const isPlain = !hasMarks(chunk.text) && !chunk.text.includes("\n\n");
    const blocks = isPlain ? layChunk(chunk) : readAlone(chunk, read);
    if (blocks === undefined) return undefined;
    for (const block of blocks)
      laid.push({
        ...block,
        quote: block.quote === 0 ? 0 : block.quote + quotes,
        ...(block.list && { list: { ...block.list, id: block.list.id + lists } }),
      });
    quotes += Math.max(0, ...blocks.map(({ quote }) => quote));
    lists += Math.max(0, ...blocks.map(({ list }) => list?.id ?? 0));
  }
  return laid;
}

interface Chunk {
  readonly kind: "heading" | "paragraph" | "quote" | "list" | "mixed";
  readonly text: string;
  readonly start: number;
}

/** Lines between blank ones; a heading stands alone. */
function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let lines: string[] = [];
  let start = 0;
  let at = 0;
  const close = (): void => {
    if (lines.length === 0) return;
    const kind = kindOf(lines);
    const last = chunks.at(-1);
    // Two lists that a blank line parts may be one.
    if (kind === "list" && last?.kind === "list")
      chunks[chunks.length - 1] = { ...last, text: text.slice(last.start, start) + lines.join("\n") };
    else chunks.push({ kind, text: lines.join("\n"), start });
    lines = [];
  };
  for (const line of text.split("\n")) {
    const isHeading = /^#{1,6} /.test(line);
    if (isHeading || line === "") close();
    if (line !== "") {
      if (lines.length === 0) start = at;
      lines.push(line);
    }
    if (isHeading) close();
    at += line.length + 1;
  }
  close();
  return chunks;
}

function kindOf(lines: readonly string[]): Chunk["kind"] {
  const [first = ""] = lines;
  if (/^#{1,6} /.test(first)) return "heading";
  if (lines.every((line) => line.startsWith(">"))) return "quote";
  const bullet = /^(?:([-+*])|\d{1,9}([.)])) \S/.exec(first);
  const same = bullet && (bullet[1] ?? bullet[2]);
  if (
    same &&
    lines.every((line) => /^(?:[-+*]|\d{1,9}[.)]) \S/.test(line) && line.replace(/^\d+/, "").startsWith(same))
  )
    return "list";
  return lines.some((line) => marked.test(line)) ? "mixed" : "paragraph";
}

/** A chunk with marks among its words. One that is not read as what it looks like tells nothing. */
function readAlone({ kind, text, start }: Chunk, read: Read): LaidBlock[] | undefined {
  if (kind === "mixed") return undefined;
  const blocks = read(text);
  const isAsSeen = blocks.every((block) =>
    kind === "heading"
      ? block.kind === "heading"
      : (kind === "quote") === (block.quote !== 0) && (kind !== "paragraph" || block.kind === "paragraph"),
  );
  if (!isAsSeen) return undefined;
  // The first line of a section has attributes, wherever it is read from.
  if (kind === "heading" && start > 0 && /\{[^{}]*\}[ \t]*$/.test(text)) return undefined;
  return blocks.map((block) => ({
    ...block,
    start: block.start + start,
    end: block.end + start,
    places: block.places.map((place) => ({ start: place.start + start, end: place.end + start })),
  }));
}

function layChunk({ kind, text, start }: Chunk): LaidBlock[] | undefined {
  switch (kind) {
    case "heading":
      return layHeading(text, start);
    case "paragraph":
      return [lay(text, start, { kind: "paragraph", quote: 0 })];
    case "quote":
      return layQuote(text, start);
    case "list":
      return layList(text, start);
    case "mixed":
      return undefined;
  }
}

function layHeading(line: string, start: number): LaidBlock[] | undefined {
  const [opening = "", marks = ""] = /^(#{1,6}) +/.exec(line) ?? [];
  const whole = line.slice(opening.length);
  const title = start === 0 ? whole.replace(/[ \t]*\{[^{}]*\}[ \t]*$/, "") : whole;
  if (whole.endsWith("#") || whole.trim() === "" || whole.endsWith(" ")) return undefined;
  const laid = lay(title, start + opening.length, { kind: "heading", quote: 0 });
  return [{ ...laid, level: marks.length, start, end: start + line.length }];
}

function layQuote(text: string, start: number): LaidBlock[] | undefined {
  const blocks: LaidBlock[] = [];
  let lines: { text: string; start: number }[] = [];
  const close = (): void => {
    const [first] = lines;
    if (first !== undefined) blocks.push(layLines(lines, { kind: "paragraph", quote: 1 }));
    lines = [];
  };
  let at = start;
  for (const line of text.split("\n")) {
    const opening = line.startsWith("> ") ? 2 : 1;
    const words = line.slice(opening);
    if (words === "") close();
    else if (/^\s/.test(words) || marked.test(words)) return undefined;
    else lines.push({ text: words, start: at + opening });
    at += line.length + 1;
  }
  close();
  return blocks;
}

function layList(text: string, start: number): LaidBlock[] | undefined {
  const blocks: LaidBlock[] = [];
  let at = start;
  let first = 1;
  for (const [index, line] of text.split("\n").entries()) {
    const [opening = "", digits] = /^(?:[-+*]|(\d{1,9})[.)]) /.exec(line) ?? [];
    const words = line.slice(opening.length);
    // A task, or another block, in an item.
    if (marked.test(words) || /^(?:\[[ xX]\]|\s)/.test(words)) return undefined;
    if (index === 0 && digits !== undefined) first = Number(digits);
    const list: LaidList = { id: 1, depth: 0, isOrdered: digits !== undefined, number: first + index };
    blocks.push({ ...lay(words, at + opening.length, { kind: "item", quote: 0 }), list });
    at += line.length + 1;
  }
  return blocks;
}

function lay(text: string, start: number, look: Pick<LaidBlock, "kind" | "quote">): LaidBlock {
  let at = start;
  const lines = text.split("\n").map((line) => {
    const placed = { text: line, start: at };
    at += line.length + 1;
    return placed;
  });
  return layLines(lines, look);
}

/** Lines of one block: each goes on after a space, which takes what begins the next one. */
function layLines(
  lines: readonly { readonly text: string; readonly start: number }[],
  look: Pick<LaidBlock, "kind" | "quote">,
): LaidBlock {
  const places: Place[] = [];
  const runs: LaidRun[] = [];
  const put = (words: string, start: number, mark = ""): void => {
    if (words === "") return;
    for (let at = start; at < start + words.length; at += 1) places.push({ start: at, end: at + 1 });
    const last = runs.at(-1);
    const own = lookOf(mark);
    if (last && mark === "" && !last.isBold && !last.isItalic && !last.isCode)
      runs[runs.length - 1] = { ...last, text: last.text + words };
    else runs.push({ ...own, text: words });
  };
  for (const [index, { text, start }] of lines.entries()) {
    let at = 0;
    for (const { index: found, 0: whole, 1: mark = "", 2: words = "" } of text.matchAll(simple)) {
      put(text.slice(at, found), start + at);
      put(words, start + found + mark.length, mark);
      at = found + whole.length;
    }
    put(text.slice(at), start + at);
    const next = lines[index + 1];
    if (!next) continue;
    put(" ", start + text.length);
    places[places.length - 1] = { start: start + text.length, end: next.start };
  }
  const [first, last] = [lines[0], lines.at(-1)];
  return {
    ...look,
    level: 0,
    text: runs.map(({ text }) => text).join(""),
    runs,
    places,
    start: first?.start ?? 0,
    end: (last?.start ?? 0) + (last?.text.length ?? 0),
  };
}

function lookOf(mark: string): Look {
  return { isBold: mark === "**", isItalic: mark === "*", isStruck: false, isCode: mark === "`" };
}
