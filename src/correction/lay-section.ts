// One section, laid back: its heading first, whatever its words have become, then what is under it.
import type { FrozenSection } from "../copy/frozen.ts";
import { layOut } from "../copy/layout.ts";
import { readHeading } from "../retour/outline.ts";
import { layWithNotes } from "./lay-notes.ts";
import { layText, type LaidText } from "./lay-text.ts";
import { commonShare } from "./match-sections.ts";
import { sameWords } from "../wording/fold.ts";
import type { BlockPlace, ReturnedBlock } from "./returned-text.ts";

/** Lays the blocks of a section, and the notes called in them, onto what was sent. */
export function laySection(
  { id, title, text }: Pick<FrozenSection, "id" | "title" | "text">,
  blocks: readonly ReturnedBlock[],
  notes: readonly (readonly ReturnedBlock[])[],
): LaidText {
  const end = `${text}\n`.indexOf("\n");
  const [headingLine, rest] = [text.slice(0, end), text.slice(end)];
  const joined = parted(blocks, layOut(headingLine)[0]?.text ?? "", rest);
  if (joined !== undefined) {
    const laid = laySection({ id, title, text }, joined.blocks, notes);
    const at: LaidText["at"] = (place, edge) => laid.at(joined.placeOf(place), edge);
    return { text: laid.text, unsaid: [...(laid.unsaid ?? []), joined.words], at };
  }
  const [first, ...others] = blocks;
  const hasHeading = first !== undefined && isHeading(first, title);
  const heading = layText(headingLine, layOut(headingLine), hasHeading ? [first] : []);
  // One that was taken out leaves its place, without words.
  const line = hasHeading ? heading.text : `##  {#${id}}`;
  const own = hasHeading ? others : blocks;
  const body = layWithNotes(rest, layOut(rest), own, notes);
  const gap = body.text !== "" && !/^\s/.test(body.text) ? "\n\n" : "";
  const before = line.length + gap.length;
  return {
    text: line + gap + body.text,
    ...(body.unsaid && { unsaid: body.unsaid }),
    at: ({ block, at }, edge) =>
      hasHeading && block === 0
        ? heading.at({ block, at }, edge)
        : before + body.at({ block: hasHeading ? block - 1 : block, at }, edge),
  };
}

interface Parted {
  readonly blocks: readonly ReturnedBlock[];
  /** What was one paragraph, to be said. */
  readonly words: string;
  placeOf(place: BlockPlace): BlockPlace;
}

/** A title to which someone joined what follows it: the title is one again. */
function parted(blocks: readonly ReturnedBlock[], title: string, rest: string): Parted | undefined {
  const [first, ...others] = blocks;
  const words = first?.text ?? "";
  const following = words.slice(title.length).trimStart();
  if (first === undefined || title === "" || !words.startsWith(title) || following === "") return undefined;
  const next = layOut(rest).find(({ text }) => text.trim() !== "");
  if (next === undefined || !sameWords(next.text.slice(0, following.length), following)) return undefined;
  const cut = words.length - following.length;
  return {
    blocks: [{ ...first, text: title }, { text: following }, ...others],
    words,
    placeOf: ({ block, at }) => {
      if (block > 0) return { block: block + 1, at };
      return at < cut ? { block, at } : { block: 1, at: at - cut };
    },
  };
}

/** What a file does not call a heading may be one whose look someone changed. */
function isHeading({ kind, text }: ReturnedBlock, title: string): boolean {
  return kind === "heading" || kind === undefined || commonShare(text, title) >= 0.5;
}

export function titleOf(text: string): string {
  return readHeading(text.split("\n", 1)[0] ?? "")?.title ?? "";
}
