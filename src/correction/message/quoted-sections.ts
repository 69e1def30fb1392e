// Sections that are quoted nearly whole: what the person changed among the quoted lines, or took
// out of them, is changed in the section. Of a shorter quote nothing is taken to be gone.
import type { FrozenSection } from "../../copy/frozen.ts";
import { layOut } from "../../copy/layout.ts";
import type { SentCopy } from "../../copy/sent-copy.ts";
import { layBack } from "../lay-back.ts";
import type { Loss } from "../return.ts";
import type { QuotedLine } from "./answers.ts";
import type { SectionWords } from "./passage.ts";
import { asReturnedText } from "./pasted.ts";
import type { SentWords } from "./sent-words.ts";

/** From this share of its words on, a quote is the section itself; above the other, it is quoted twice. */
const [NEARLY_ALL, TWICE] = [0.7, 1.1];

/** What people write where they cut a quote. */
const cutMark = /^\W*(?:\[[.…]+\]|\([.…]+\)|[.…]{3,}|…)\W*$/;

/** True when the quoted lines are the text of the section, and say something else. */
export function isChangedText(
  { id }: FrozenSection,
  lines: readonly QuotedLine[],
  sent: SentWords,
  own: SectionWords,
): boolean {
  if (lines.some(({ text }) => cutMark.test(text))) return false;
  const known = sent
    .read(
      lines.map(({ words }) => words),
      id,
    )
    .reduce((sum, each) => sum + each.known, 0);
  const share = known / Math.max(1, sent.countOf(id));
  return (
    share >= NEARLY_ALL && share < TWICE && !own.isAll(withoutTitle(lines, sent).map(({ words }) => words))
  );
}

/** The Markdown of a section whose lines came back quoted, and what of them finds no place. */
export function quotedText(
  section: FrozenSection,
  lines: readonly QuotedLine[],
  words: SentWords,
  sent: SentCopy,
): { readonly text: string; readonly loss: readonly Loss[] } {
  const alone = { ...sent, letter: "", content: { presentation: "", sections: [section] } };
  const own = withoutTitle(lines, words).map(({ text }) => text.replace(/^#{1,6}[ \t]+/, ""));
  const returned = asReturnedText(own, alone);
  const heading = {
    text: layOut(section.title)[0]?.text ?? section.title,
    kind: "heading" as const,
    level: 2,
    section: section.id,
  };
  const { sections, loss } = layBack(alone, { ...returned, blocks: [heading, ...returned.blocks] });
  return {
    text: sections[0]?.text ?? section.text,
    loss: loss.filter(({ place }) => place !== "letter"),
  };
}

function withoutTitle(lines: readonly QuotedLine[], sent: SentWords): QuotedLine[] {
  return lines.filter(({ text }) => sent.titled(text) === undefined);
}
