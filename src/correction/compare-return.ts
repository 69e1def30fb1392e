// What a return asks for: each stretch of words that differs from what was sent, with what was
// said about it. Nothing that differs goes unreported: what is no correction is in the loss.
import type { SectionId } from "../kernel/ids.ts";
import type { FrozenSection } from "../copy/frozen.ts";
import { preface } from "../copy/formats/markdown.ts";
import type { SentCopy } from "../copy/sent-copy.ts";
import { splitBlocks } from "../retour/outline.ts";
import { agreedText } from "../retour/section.ts";
import { mapExactly } from "../wording/anchor.ts";
import { hunks } from "../wording/compare.ts";
import { foldTypography } from "../wording/fold.ts";
import type { Change, Kind } from "./correction.ts";
import type { TextComment } from "./critic-markup.ts";
import { kindOf, type KindOf } from "./kind.ts";
import { matchSections, type CommentedText } from "./match-sections.ts";
import { ownWordsIn } from "./own-words.ts";
import type { Loss, ReadReturn, Remark } from "./return.ts";
import { afterSpace, beforeSpace } from "./spaces.ts";
import { changesBetween, splice, type PlacedChange } from "./splice.ts";

/** Without a place, words about the section as a whole. */
export interface FoundCorrection extends Pick<Change, "before" | "after"> {
  readonly start: number | null;
  readonly end: number | null;
  readonly section: SectionId;
  readonly kind: Kind;
  readonly isProposed: boolean;
  readonly comment: string;
}

export interface ComparedReturn {
  /** By section in the order sent, then by place; ranges are in the section's sent text. */
  readonly corrections: readonly FoundCorrection[];
  readonly loss: readonly Loss[];
  /** How many of the sections sent came back. */
  readonly found: number;
}

/**
 * Compares a return with what was sent. Every correction applied to the sent text of a section
 * gives the words that came back.
 */
export function compareReturn(sent: SentCopy, read: ReadReturn): ComparedReturn {
  const matched = matchSections(sent.content.sections, read);
  const compared = matched.sections.map(({ sent: section, returned }) =>
    compareSection(section, returned, sent.ownTurns),
  );
  return {
    corrections: compared.flatMap(({ corrections }, index) => {
      const { id } = sent.content.sections[index] ?? {};
      return [
        ...corrections,
        ...(read.remarks ?? []).filter(({ section }) => section === id).flatMap(aboutAll),
      ];
    }),
    found: matched.sections.filter(({ returned }) => returned !== undefined).length,
    loss: [
      ...read.loss,
      ...remarksLeft(sent, read),
      ...prefaceLoss(sent, matched.preface),
      ...matched.moved.map(({ id, title }) => ({ place: `moved/${id}`, words: title })),
      ...compared.flatMap(({ loss }) => loss),
    ],
  };
}

function compareSection(
  { id, text }: FrozenSection,
  returned: CommentedText | undefined,
  ownTurns: ReadonlySet<string>,
): { corrections: FoundCorrection[]; loss: Loss[] } {
  const back = returned?.text.trimEnd() ?? "";
  const changes =
    returned === undefined
      ? [{ start: 0, end: text.length, before: text, after: "", afterStart: 0, afterEnd: 0 }]
      : changesBetween(text, back);
  const said = new Map<PlacedChange, TextComment[]>();
  const remarks: (Change & { comments: TextComment[] })[] = [];
  const place = placer(text, back);
  for (const comment of returned?.comments ?? []) {
    const change = changeOf(comment, changes, back);
    const others = change && said.get(change);
    if (others) others.push(comment);
    else if (change) said.set(change, [comment]);
    else remarks.push({ ...place(comment), comments: [comment] });
  }
  const own = ownWordsIn(text, ownTurns);
  const all = [
    ...changes.map((change) => ({ ...change, comments: said.get(change) ?? [] })),
    ...remarks,
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  return {
    corrections: all.map(({ start, end, before, after, comments }) => {
      const change = { start, end, before, after };
      const comment = comments.map(({ words }) => words).join("\n");
      return {
        section: id,
        ...change,
        ...saidOr(comments.find(({ kind }) => kind)?.kind, comment, kindOf(change, comment, own)),
      };
    }),
    loss: returned === undefined ? [] : remainder(id, splice(text, changes), back),
  };
}

/** What the person said that it is counts before what is proposed. */
function saidOr(kind: Kind | undefined, comment: string, proposed: KindOf): KindOf {
  return kind === undefined ? proposed : { kind, isProposed: false, comment };
}

/** Words about a section as a whole; those to add are words for its end. */
function aboutAll({ section, words, kind }: Remark): FoundCorrection[] {
  if (section === undefined) return [];
  const found = saidOr(kind, words, kindOf({ start: 0, end: 0, before: "", after: "" }, words, []));
  const isAddition = found.kind === "addition";
  const said = { after: isAddition ? found.comment : "", comment: isAddition ? "" : found.comment };
  return [{ section, start: null, end: null, before: "", ...found, ...said }];
}

/** Remarks about no section that was sent. */
function remarksLeft(sent: SentCopy, { remarks = [] }: ReadReturn): Loss[] {
  const ids = new Set<string | undefined>(sent.content.sections.map(({ id }) => id));
  return remarks.filter(({ section }) => !ids.has(section)).map(({ words }) => ({ place: "remark", words }));
}

/** The change a remark belongs to; one made after a mark stays with what changed in it. */
function changeOf(
  comment: TextComment,
  changes: readonly PlacedChange[],
  back: string,
): PlacedChange | undefined {
  const { end, words, isOnChange } = comment;
  const found = changes.find((each) => touches(comment, each, back));
  if (found || isOnChange !== true) return found;
  return changes.find((each) => touches({ start: end, end, words }, each, back));
}

/** A remark at a point belongs to the change around or beside it; one on words, to a change of them. */
function touches({ start, end }: TextComment, change: PlacedChange, back: string): boolean {
  const { afterStart, afterEnd } = change;
  if (start < end) return start < afterEnd && afterStart < end;
  return beforeSpace(back, afterStart) <= start && start <= afterSpace(back, afterEnd);
}

/** Finds a remark's words in the sent text: they stand there, since no change touches them. */
function placer(text: string, back: string): (comment: TextComment) => Change {
  let exactly: ReturnType<typeof mapExactly> | undefined;
  return ({ start, end }) => {
    exactly ??= mapExactly(back, text);
    const range = exactly(start, end) ?? { start: 0, end: 0 };
    const words = text.slice(range.start, range.end);
    return { ...range, before: words, after: words };
  };
}

/**
 * What the corrections do not say: paragraphs split or joined. Words would be here too, if any
 * were left.
 */
export function remainder(section: SectionId, applied: string, back: string): Loss[] {
  const onOneLine = (text: string): string => text.trim().replace(/[^\S\n]+/g, " ");
  if (onOneLine(applied) === onOneLine(back)) return [];
  const [made, wanted] = [blocksOf(applied), blocksOf(back)];
  if (made.join("\n\n") === wanted.join("\n\n")) return [];
  const words = wanted.filter((block) => !made.includes(block));
  return [{ place: `layout/${section}`, words: (words.length > 0 ? words : wanted).join("\n\n") }];
}

/** Blocks as they are laid out: a paragraph's lines may be wrapped anew, those of a list may not. */
function blocksOf(text: string): string[] {
  return splitBlocks(agreedText(text)).map((block) =>
    block.text
      .split(/\n(?=\s*(?:[-+*>|]|\d+[.)]|`{3}|~{3}))/)
      .map(foldTypography)
      .join("\n"),
  );
}

/** Changes before the first section, as CriticMarkup: nobody is asked to correct the letter. */
function prefaceLoss(sent: SentCopy, { text, comments }: CommentedText): Loss[] {
  const rule = text.search(/^\* \* \*\s*$/m);
  const placeOf = (at: number): string => (at < rule ? "letter" : "presentation");
  return [
    ...hunks(preface(sent), text).map(({ before, after, afterStart }) => ({
      place: placeOf(afterStart),
      words: asMarks(before.trim(), after.trim()),
    })),
    ...comments.map(({ start, words }) => ({ place: placeOf(start), words: `{>>${words}<<}` })),
  ];
}

function asMarks(before: string, after: string): string {
  if (before === "") return `{++${after}++}`;
  return after === "" ? `{--${before}--}` : `{~~${before}~>${after}~~}`;
}
