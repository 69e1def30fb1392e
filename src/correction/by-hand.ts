// Whether a person has taken account, in the document, of a remark that brings no words: what
// the program itself puts in or takes out does not count.
import { formatTurn, type ParticipantId } from "../kernel/ids.ts";
import { splitBlocks } from "../retour/outline.ts";
import { findQuotes, isBlockQuote } from "../retour/quote.ts";
import { agreedText, bodyOf } from "../retour/section.ts";
import { foldTypography } from "../wording/fold.ts";
import type { Correction } from "./correction.ts";

export interface Versions {
  readonly sent: string;
  /** As sent, with what corrections brought in since have made of it. */
  readonly made: string;
  readonly current: string;
}

/** Who speaks in a document, and how the study names them there. */
export interface Voices {
  /** Who spoke a turn (`s01.12`); undefined when nobody is known to have. */
  readonly speakerOf: (turn: string) => ParticipantId | undefined;
  /** The name shown for a person's words, when the study shows one. */
  readonly attribution: (person: ParticipantId) => string | undefined;
}

/**
 * A withdrawal is taken account of when a quote of that person's is gone, or says other words or
 * another name than the study gives; any other remark, and a withdrawal of someone who is not
 * quoted, when the analysis says other words.
 */
export function isWrittenByHand(
  { kind, participant }: Pick<Correction, "kind" | "participant">,
  { sent, made, current }: Versions,
  { speakerOf, attribution }: Voices,
): boolean {
  const said = kind === "withdrawal" ? ownQuotes(sent, participant, speakerOf) : [];
  if (said.length === 0) {
    const now = proseOf(current);
    return now !== proseOf(sent) && now !== proseOf(made);
  }
  const isIn = (text: string): ((quote: OwnQuote) => boolean) => {
    const quotes = ownQuotes(text, participant, speakerOf);
    return (quote) =>
      quotes.some(
        ({ words, name }) => words === quote.words && [quote.name, attribution(participant)].includes(name),
      );
  };
  const standing = said.filter(isIn(current));
  return standing.length === 0 || said.filter(isIn(made)).some((quote) => !standing.includes(quote));
}

interface OwnQuote {
  /** With their turns. */
  readonly words: string;
  readonly name: string | undefined;
}

function ownQuotes(text: string, person: ParticipantId, speakerOf: Voices["speakerOf"]): OwnQuote[] {
  return findQuotes(agreedText(text)).flatMap(({ turns, words, attribution }) => {
    const ids = turns.map(formatTurn);
    if (!ids.some((turn) => speakerOf(turn) === person)) return [];
    return [{ words: `${ids.join(" ")} ${foldTypography(words)}`, name: attribution }];
  });
}

/** The words of a section without its headings and the quotes that stand by themselves. */
function proseOf(text: string): string {
  return splitBlocks(bodyOf(agreedText(text)))
    .filter((block) => !isBlockQuote(block.text) && !/^ {0,3}#{1,6}(?:[ \t]|$)/.test(block.text))
    .map((block) => foldTypography(block.text))
    .join("\n\n");
}
