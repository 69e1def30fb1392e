// `check`: what tells who someone is without a name, in a small group: clues that stand together, a
// rare trait, words that are one person's own. Information: only the people concerned can judge.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { formatTurn, type ParticipantId } from "../kernel/ids.ts";
import { participantsOf, type Participant, type Settings } from "../study/settings.ts";
import type { Study } from "../study/open.ts";
import { turnsOf } from "../transcript/store.ts";
import { traitsIn } from "../vault/words/traits.ts";
import { foldPhrase } from "../wording/phrases.ts";
import type { VaultNames } from "./check-names.ts";
import type { GroupDocument } from "./document.ts";
import { diagnose } from "./messages.ts";
import { splitBlocks, type OutlinedSection } from "./outline.ts";
import { findQuotes, type Quote } from "./quote.ts";
import { withoutComments } from "./section.ts";

/** What is known of who says what, to weigh clues by. */
interface Voices {
  readonly settings: Settings;
  readonly people: readonly Participant[];
  /** All that a person said, folded, between spaces. */
  readonly said: ReadonlyMap<ParticipantId, string>;
  /** Who said a turn, by `s01.12`. */
  readonly speakers: ReadonlyMap<string, ParticipantId>;
  /** The one person who uses a word, of those long enough to tell. */
  readonly ownWords: ReadonlyMap<string, ParticipantId>;
  /** What stands instead of places in the study, folded. */
  readonly places: readonly string[];
}

/**
 * At most one of each kind for a section:
 *
 * - `identity.indirect`: in one paragraph at least two kinds of clue stand together, and fewer than
 *   `indistinct` people of the study, but one at least, fit them all. A function (the description of
 *   someone, whole) fits those who have it; an organisation, those who are of it; a place (what the vault
 *   puts instead of one), those who spoke of it; a day (`12 janvier`), those present at a session of that day.
 * - `identity.trait`: a quote holds an expression of words/traits.ts that fewer than `indistinct` people used.
 * - `identity.recognisable`: in a quote stands a word of at least seven letters that one person alone
 *   used, three times or more, among at least forty turns of the study; or a first person with a day.
 *
 * And once a document, `identity.described`: quotes are shown under descriptions that one person of the
 * group alone has. In a group of fewer than `indistinct` people all know who speaks: nothing is said.
 */
export async function checkIndirect(
  study: Study,
  documents: readonly GroupDocument[],
  vault: VaultNames | undefined,
): Promise<Diagnostic[]> {
  const { settings } = study;
  const worth = documents.filter(
    ({ group }) => participantsOf(settings, group).length >= settings.indistinct,
  );
  if (worth.length === 0) return [];
  const voices = await readVoices(study, vault);
  return worth.flatMap((document) => [
    ...describedAlone(document, settings),
    ...document.sections.flatMap((section) => checkSection(section, document.file, voices)),
  ]);
}

function checkSection(section: OutlinedSection, file: string, voices: Voices): Diagnostic[] {
  const { id, line } = section;
  const text = withoutComments(section.text);
  const place = { file, line };
  const indirect = splitBlocks(text).flatMap((block) => indirectIn(block.text, voices));
  const [fewest] = indirect.toSorted((a, b) => a.people - b.people);
  const quotes = findQuotes(text);
  const rare = quotes.map((quote) => rareTraits(quote, voices)).filter(({ length }) => length > 0);
  const own = quotes.filter((quote) => isRecognisable(quote, voices)).length;
  const kinds = [...new Set(rare.flat())].join(" ");
  return [
    ...(fewest ? [diagnose("identity.indirect", "info", { section: id, ...fewest }, place)] : []),
    ...(rare.length > 0
      ? [diagnose("identity.trait", "info", { section: id, count: rare.length, kinds }, place)]
      : []),
    ...(own > 0 ? [diagnose("identity.recognisable", "info", { section: id, count: own }, place)] : []),
  ];
}

function describedAlone({ group, file }: GroupDocument, settings: Settings): Diagnostic[] {
  if (settings.attribution !== "description") return [];
  const counts = new Map<string, number>();
  for (const { description } of participantsOf(settings, group))
    counts.set(foldPhrase(description), (counts.get(foldPhrase(description)) ?? 0) + 1);
  const people = [...counts.values()].filter((count) => count === 1).length;
  return people === 0 ? [] : [diagnose("identity.described", "info", { people }, { file })];
}

/** Whom the clues of a paragraph point at together. */
function indirectIn(block: string, voices: Voices): { people: number; parts: string }[] {
  const { settings, people, said, places } = voices;
  const folded = ` ${foldPhrase(block)} `;
  const has = (words: string | undefined): boolean => {
    const wanted = foldPhrase(words ?? "");
    return wanted !== "" && folded.includes(` ${wanted} `);
  };
  const named = places.filter((each) => has(each));
  const days = daysIn(folded);
  const held = settings.sessions.filter(({ date }) => days.has(date.slice(5)));
  const clues: readonly (readonly [string, readonly Participant[]])[] = [
    ["function", people.filter(({ description }) => has(description))],
    ["organisation", people.filter(({ organisation }) => has(organisation))],
    ["place", people.filter(({ id }) => named.some((each) => said.get(id)?.includes(` ${each} `)))],
    ["day", people.filter(({ id }) => held.some(({ present }) => present.includes(id)))],
  ];
  const standing = clues.filter(([, fitting]) => fitting.length > 0);
  if (standing.length < 2) return [];
  const fitting = people.filter((person) => standing.every(([, each]) => each.includes(person)));
  if (fitting.length === 0 || fitting.length >= settings.indistinct) return [];
  return [{ people: fitting.length, parts: standing.map(([part]) => part).join(" ") }];
}

const months = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split(
  " ",
);
const day = new RegExp(String.raw`(?<= )(\d{1,2}|1er|premier) (${months.join("|")})(?= )`, "g");

/** The days that folded words name, as `01-15`. */
function daysIn(folded: string): Set<string> {
  return new Set(
    [...folded.matchAll(day)].map(([, number = "", month = ""]) => {
      const two = (value: number): string => String(value).padStart(2, "0");
      return `${two(months.indexOf(month) + 1)}-${two(/^\d+$/.test(number) ? Number(number) : 1)}`;
    }),
  );
}

function rareTraits(quote: Quote, { settings, said }: Voices): string[] {
  return [...traitsIn(foldPhrase(quote.words))]
    .filter(([expression]) => {
      const users = [...said.values()].filter((words) => words.includes(` ${expression} `)).length;
      return users < settings.indistinct;
    })
    .map(([, kind]) => kind);
}

function isRecognisable({ words, turns }: Quote, { speakers, ownWords }: Voices): boolean {
  const folded = ` ${foldPhrase(words)} `;
  if (/ (?:je|j|moi|mon|ma|mes) /.test(folded) && daysIn(folded).size > 0) return true;
  const speaker = turns.map((turn) => speakers.get(formatTurn(turn))).find((each) => each !== undefined);
  return speaker !== undefined && folded.split(" ").some((word) => ownWords.get(word) === speaker);
}

/** The shortest word that may be someone's own, how often it must come, and among how many turns. */
const [LETTERS, TIMES, TURNS] = [7, 3, 40];

async function readVoices({ settings, ledger }: Study, vault: VaultNames | undefined): Promise<Voices> {
  const speakers = new Map<string, ParticipantId>();
  const said = new Map<ParticipantId, string>();
  const users = new Map<string, { readonly first: ParticipantId; times: number; isShared: boolean }>();
  for (const { id: session } of settings.sessions)
    for (const { number, participant, words } of await turnsOf(ledger.db, session)) {
      if (participant === null) continue;
      speakers.set(formatTurn({ session, number }), participant);
      const folded = foldPhrase(words);
      said.set(participant, `${said.get(participant) ?? " "}${folded} `);
      for (const word of folded.split(" ")) {
        if (word.length < LETTERS) continue;
        const use = users.get(word) ?? { first: participant, times: 0, isShared: false };
        users.set(word, {
          ...use,
          times: use.times + 1,
          isShared: use.isShared || use.first !== participant,
        });
      }
    }
  const own =
    speakers.size < TURNS ? [] : [...users].filter(([, use]) => !use.isShared && use.times >= TIMES);
  return {
    settings,
    people: settings.participants.filter(({ role }) => role === "participant"),
    said,
    speakers,
    ownWords: new Map(own.map(([word, { first }]) => [word, first])),
    places: (vault?.contents.identities ?? [])
      .filter(({ kind }) => kind === "place" || kind === "site")
      .map(({ replacement }) => foldPhrase(replacement)),
  };
}
