// `search`: words in what was said and in the documents, each with the words around.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import type { GroupId, SectionId, SessionId, TurnRef } from "../kernel/ids.ts";
import { findTerms, type Match } from "../ledger/full-text.ts";
import type { Study } from "../study/open.ts";
import { themeCalled } from "../theme/change-codebook.ts";
import { readCodebook, withDescendants } from "../theme/codebook.ts";
import { passages } from "../theme/passages.ts";
import { sessionCalled } from "../transcript/choose-session.ts";
import { purgedSessions, turnsOf } from "../transcript/store.ts";
import { changedSheets } from "../transcript/sync-sheets.ts";
import type { Turn } from "../transcript/turn.ts";
import { participantCalled } from "../transcript/voices-given.ts";
import { readDocuments } from "./document.ts";
import { diagnose, refuse } from "./messages.ts";
import { splitBlocks } from "./outline.ts";
import { findQuotes, isBlockQuote, unescapeMarkdown } from "./quote.ts";
import { withoutComments } from "./section.ts";
import { readTerms } from "./search-words.ts";

export interface SearchRequest {
  /** As typed: all words, `"in a row"`, `beginnings*`. */
  readonly words: string;
  /** Only in what is coded with this theme or one under it. */
  readonly theme: string | undefined;
  readonly session: string | undefined;
  readonly participant: string | undefined;
}

type Places = Match["places"];

export interface FoundTurn extends Pick<Turn, "participant" | "label" | "startMs" | "words"> {
  readonly turn: TurnRef;
  /** Where the words are in the turn's words. */
  readonly places: Places;
}

export interface FoundBlock {
  readonly group: GroupId;
  readonly section: SectionId;
  readonly title: string;
  readonly words: string;
  readonly places: Places;
}

export interface Search {
  /** By date of session and order of speech. */
  readonly turns: readonly FoundTurn[];
  /** Of the documents; none when the search is narrowed to a theme, a session or a person. */
  readonly blocks: readonly FoundBlock[];
  /** True when not everything was searched. */
  readonly isNarrow: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds words in the transcripts as the ledger has them, and in the documents as they are on the disk. */
export async function search(study: Study, request: SearchRequest): Promise<Search> {
  const terms = readTerms(request.words);
  if (terms.length === 0) throw refuse("search.no-words", {});
  const said = await saidIn(study, request);
  const turns: FoundTurn[] = [];
  for (const { text, places } of findTerms(
    said.map((each) => each.text),
    terms,
  )) {
    const found = said[text];
    if (!found) continue;
    const inTurn = places.map(({ start, end }) => ({ start: start + found.offset, end: end + found.offset }));
    const last = turns.at(-1);
    // Two passages of one turn.
    if (last?.turn === found.turn.turn)
      turns[turns.length - 1] = { ...last, places: [...last.places, ...inTurn] };
    else turns.push({ ...found.turn, places: inTurn });
  }
  const isNarrow = (request.theme ?? request.session ?? request.participant) !== undefined;
  const blocks = isNarrow ? [] : await blocksOf(study);
  const ahead = await changedSheets(study);
  return {
    turns,
    isNarrow,
    blocks: findTerms(
      blocks.map(({ words }) => words),
      terms,
    ).flatMap(({ text, places }) => {
      const block = blocks[text];
      return block ? [{ ...block, places }] : [];
    }),
    diagnostics:
      ahead.length === 0 ? [] : [diagnose("search.sheets-ahead", "warning", { sessions: ahead.join(", ") })],
  };
}

interface Said {
  readonly turn: Omit<FoundTurn, "places">;
  /** What is searched: all the turn's words, or those coded. */
  readonly text: string;
  /** Where it starts in the turn's words. */
  readonly offset: number;
}

async function saidIn(study: Study, { theme, session, participant }: SearchRequest): Promise<Said[]> {
  const { settings, ledger } = study;
  const person =
    participant === undefined ? undefined : participantCalled(participant, settings.participants);
  const only = session === undefined ? undefined : sessionCalled(session, settings.sessions).id;
  const coded = theme === undefined ? undefined : await codedWith(study, theme);
  const sessions = settings.sessions
    .filter(({ id }) => only === undefined || id === only)
    .toSorted((a, b) => a.date.localeCompare(b.date));
  const said: Said[] = [];
  for (const { id } of sessions)
    for (const { number, startMs, label, words, ...turn } of await turnsOf(ledger.db, id)) {
      if (person !== undefined && turn.participant !== person) continue;
      const found = { turn: { session: id, number }, participant: turn.participant, label, startMs, words };
      for (const { start, end } of coded ? rangesIn(coded, id, number) : [{ start: 0, end: words.length }])
        said.push({ turn: found, text: words.slice(start, end ?? words.length), offset: start });
    }
  return said;
}

type Ranges = ReadonlyMap<string, readonly { start: number; end: number | null }[]>;

const rangesIn = (coded: Ranges, session: SessionId, number: number) =>
  coded.get(`${session}.${String(number)}`) ?? [];

/** The ranges coded with a theme or one under it, by turn; where they overlap, the first. */
async function codedWith(study: Study, theme: string): Promise<Ranges> {
  const codebook = readCodebook(study.root);
  const themes = new Set([...withDescendants(themeCalled(codebook, theme))].map(({ id }) => id));
  const ranges = new Map<string, { start: number; end: number | null }[]>();
  for (const { id } of study.settings.groups)
    for (const passage of await passages(study, id)) {
      if (!themes.has(passage.theme)) continue;
      const turn = `${passage.turn.session}.${String(passage.turn.number)}`;
      const [start, end] = [passage.start ?? 0, passage.end];
      const known = ranges.get(turn) ?? [];
      const isIn = known.some(
        (range) => range.start <= start && (range.end ?? Infinity) >= (end ?? Infinity),
      );
      if (!isIn) ranges.set(turn, [...known, { start, end }]);
    }
  return ranges;
}

/**
 * The paragraphs of the documents that people wrote: quotes are found where they were said, and those of a
 * session that was purged here alone.
 */
async function blocksOf(study: Study): Promise<Omit<FoundBlock, "places">[]> {
  const purged = await purgedSessions(study.ledger.db);
  const isLeft = (block: string): boolean =>
    findQuotes(block).some(({ turns }) => turns.some(({ session }) => purged.has(session)));
  return (await readDocuments(study)).flatMap(({ group, sections }) =>
    sections.flatMap(({ id, title, text }) =>
      splitBlocks(withoutComments(text))
        .filter(({ text: block }) => !isBlockQuote(block) || (purged.size > 0 && isLeft(block)))
        .map((block) => ({ group, section: id, title, words: plainWords(block.text) })),
    ),
  );
}

/** A paragraph as it reads: of a heading, its title. */
function plainWords(block: string): string {
  return unescapeMarkdown(
    block
      .replace(/^ {0,3}>[ \t]?/gm, "")
      .replace(/^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]*\{[^{}]*\})?[ \t]*$/m, "$1"),
  ).trim();
}
