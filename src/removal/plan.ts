// Everything that a withdrawal touches, found before anything is changed: what is shown is what is done.
import { basename, join } from "node:path";
import { exists } from "../kernel/files.ts";
import {
  formatTurn,
  type GroupId,
  type ParticipantId,
  type SectionId,
  type SessionId,
} from "../kernel/ids.ts";
import { readDocuments } from "../retour/document.ts";
import { findQuotes } from "../retour/quote.ts";
import type { Study } from "../study/open.ts";
import { phrasesWithdrawnBy, withdrawals, withdrawnFinder, type Withdrawal } from "../study/withdrawn.ts";
import { gatherFacts } from "../validation/gather.ts";
import { stateOf, type State } from "../validation/state.ts";
import { isWithdrawn, writeMark } from "../wording/speech-marks.ts";
import type { VaultContents } from "../vault/contents.ts";
import { findFiles, type HeldFile } from "./files.ts";
import { cutLedger, sentencesOfTheirs, type LedgerCuts } from "./ledger-cuts.ts";
import { cutOriginals } from "./originals.ts";
import { findTheirPositions, noPositions } from "./positions.ts";
import { touchedExports, type TouchedExport } from "./recall.ts";
import type { Scope } from "./scope.ts";
import { splice } from "../wording/cut-out.ts";
import { copyRows, correctionRows, returnRows, sourcesOf, validationRows } from "./store.ts";
import { findWords, type WithdrawnTexts, type Words } from "./words.ts";

export interface TouchedSection {
  readonly group: GroupId;
  readonly id: SectionId;
  readonly title: string;
  readonly state: State;
}

export interface TouchedReturn {
  /** `r01-P02` */
  readonly copy: string;
  readonly path: string;
  readonly participant: string;
  readonly isTheirs: boolean;
  readonly corrections: readonly string[];
}

/** What is told of a withdrawal: ids, places and numbers, never a word of what is withdrawn. */
export interface Plan {
  readonly participant: ParticipantId;
  readonly scope: string;
  readonly sessions: readonly { readonly session: SessionId; readonly turns: number }[];
  /** In the groups' documents, with the line of each. */
  readonly quotes: readonly (TouchedSection & { readonly file: string; readonly line: number })[];
  readonly sections: readonly TouchedSection[];
  /** Where a person may have said the words again in their own: nothing can tell. */
  readonly reread: readonly TouchedSection[];
  /** The corrections that lose words: theirs, and those of others that say them. */
  readonly corrections: readonly string[];
  /** The returns whose file goes, and the corrections that it asked for: they stay in the ledger. */
  readonly returns: readonly TouchedReturn[];
  /** The copies that went out with the words: they cannot be reached. */
  readonly copies: readonly {
    readonly id: string;
    readonly formats: readonly string[];
    readonly sent: string;
  }[];
  readonly exports: readonly TouchedExport[];
  readonly files: readonly HeldFile[];
  /** Files too large to be looked into. */
  readonly unread: readonly string[];
  /** Files of the study itself that keep the words, in a form a program cannot take them out of. */
  readonly left: readonly string[];
  /** The turns of which some words are withdrawn and all the vault's original goes: they cannot be told apart in it. */
  readonly lost: readonly string[];
  /** The study is in a history of versions, which holds every word it ever had. */
  readonly isTracked: boolean;
  /** True when there is nothing to take back, or it was done before. */
  readonly isNothing: boolean;
}

/** A plan, and what carrying it out needs. */
export interface Prepared {
  readonly plan: Plan;
  readonly scope: Scope;
  readonly words: Words;
  readonly mark: string;
  readonly cuts: LedgerCuts;
  readonly editions: ReadonlySet<string>;
  readonly validations: readonly string[];
}

/**
 * Reads the study and changes nothing. The sheets are to have been read before. `contents`: the
 * vault's, which hold the words of turns with their names; files that people wrote may say those.
 */
export async function prepare(
  study: Study,
  scope: Scope,
  contents: VaultContents | undefined,
): Promise<Prepared> {
  const { db } = study.ledger;
  const { settings } = study;
  const { participant, isAll } = scope;
  const before = (await withdrawals(study.ledger)).filter((each) => each.participant === participant);
  const mark = writeMark("withdrawn", settings.language);
  const originals = [...(contents ? cutOriginals(contents, scope, mark) : [])];
  const positions = isAll ? await findTheirPositions(study, participant) : noPositions;
  const texts = await textsOf(study, scope);
  const words = findWords({
    ...texts,
    texts: [...texts.texts, ...positions.sentences],
    positions: positions.paragraphs,
    originals: originals.flatMap(([, { passages }]) => passages),
    before: await goneBefore(study, scope, before),
  });
  const cuts = await cutLedger(study, words, mark, isAll ? participant : undefined);
  const touched = (table: string): Set<string> =>
    new Set(cuts.texts.filter((each) => each.table === table).map(({ subject }) => subject));
  const editions = touched("edition");
  const validations = [...touched("validation")];
  const agreed = (await validationRows(db)).filter(({ id }) => validations.includes(id));
  const exports = await touchedExports(study, agreed);
  const returned = await returnRows(db);
  const returnOf = (sum: string) => returned.find(({ sha256 }) => sha256 === sum);
  const rows = await correctionRows(db);
  const lost = new Set([...cuts.losing, ...touched("decision")]);
  const losing = rows.filter(({ id }) => lost.has(id));
  // What became of corrections that lose words was told in the words of then.
  const answered = new Set(losing.map((row) => row.participant));
  // What a return asks for may say them otherwise than the return does.
  const asking = new Set([...losing.map((row) => row.return), ...touched("loss")]);
  const sessions = [...new Set(scope.withdrawn.map(({ turn }) => turn.session))];
  const found = findFiles(study, words, mark, {
    sources: await sourcesOf(db, sessions),
    surely: (path, sum) => {
      const [folder = "", edition = ""] = path.split("/");
      if (folder === "copies") {
        return isFollowUp(path) ? answered.has(basename(path).split("-")[0] ?? "") : editions.has(edition);
      }
      if (folder === "exports") return exports.some((each) => path.startsWith(`${each.path}/`));
      if (folder !== "returns") return false;
      const row = returnOf(sum());
      return row !== undefined && (asking.has(row.id) || (isAll && row.participant === participant));
    },
    // What became of corrections is told beside the words that they are about.
    isAbout: (path, sum) =>
      isFollowUp(path) || (path.startsWith("returns/") && editions.has(returnOf(sum)?.edition ?? "")),
  });
  const asked = new Set(
    rows.flatMap(({ participant: by, grp, section }) =>
      isAll && by === participant ? [`${grp}/${section}`] : [],
    ),
  );
  const { quotes, sections, reread } = await sectionsTouched(study, words, validations, asked);
  const copies = (await copyRows(db)).filter(({ edition }) => editions.has(edition));
  const isDone = !isAll || before.some((each) => each.scope === "all");
  const plan: Plan = {
    participant,
    scope: scope.name,
    sessions: sessions.map((session) => ({
      session,
      turns: scope.withdrawn.filter(({ turn }) => turn.session === session).length,
    })),
    ...{ quotes, sections, reread },
    corrections: cuts.losing,
    returns: found.files.flatMap(({ kind, path, sum }) => {
      const row = kind === "return" ? returnOf(sum) : undefined;
      return row === undefined
        ? []
        : [
            {
              copy: `${row.edition}-${row.participant}`,
              ...{ path, participant: row.participant, isTheirs: row.participant === participant },
              corrections: rows.flatMap((each) => (each.return === row.id ? [each.id] : [])),
            },
          ];
    }),
    copies: [...new Set(copies.map(({ id }) => id))].map((id) => {
      const own = copies.filter((each) => each.id === id);
      return { id, formats: own.map(({ format }) => format), sent: (own[0]?.sent ?? "").slice(0, 10) };
    }),
    exports,
    ...found,
    lost: originals.flatMap(([turn, { isLost }]) => (isLost ? [turn] : [])),
    isTracked: exists(join(study.root, ".git")),
    isNothing:
      isDone &&
      scope.withdrawn.length + cuts.corrections.length + cuts.texts.length === 0 &&
      found.files.every(({ kind }) => kind === "backup"),
  };
  return { plan, scope, words, mark, cuts, editions, validations };
}

const isFollowUp = (path: string): boolean => /^copies\/.*-suites\.\w+$/.test(path);

async function textsOf(study: Study, { participant, isAll, withdrawn, turns }: Scope) {
  const byTurn = new Map(withdrawn.map((each) => [formatTurn(each.turn), each]));
  const said = withdrawn.flatMap(({ words, ranges }) =>
    ranges === undefined ? [words] : ranges.map(({ start, end }) => words.slice(start, end)),
  );
  const others = turns.flatMap(({ turn, words }) => {
    const found = byTurn.get(formatTurn(turn));
    if (found === undefined) return [words];
    return found.ranges === undefined ? [] : [splice(words, found.ranges, "\n\n").text];
  });
  return {
    turns: new Map(
      withdrawn.flatMap(({ turn, words, ranges }) =>
        ranges === undefined ? [[formatTurn(turn), words] as const] : [],
      ),
    ),
    passages: new Map(
      withdrawn.flatMap(({ turn, words, ranges }) =>
        ranges === undefined
          ? []
          : [[formatTurn(turn), ranges.map(({ start, end }) => words.slice(start, end))] as const],
      ),
    ),
    texts: [...said, ...(isAll ? await sentencesOfTheirs(study, participant) : [])],
    others,
  };
}

/** A turn that has words again, of whoever they are, is as it is asked now. */
async function goneBefore(
  { ledger }: Study,
  { participant, turns }: Scope,
  before: readonly Withdrawal[],
): Promise<WithdrawnTexts["before"]> {
  if (before.length === 0) return undefined;
  const empty = new Set(turns.filter(({ words }) => isWithdrawn(words)).map(({ turn }) => formatTurn(turn)));
  const whole = before.flatMap(({ touched }) =>
    touched.filter(({ kind, subject }) => kind === "turn" && empty.has(subject)),
  );
  return {
    turns: new Set(whole.map(({ subject }) => subject)),
    find: withdrawnFinder(await phrasesWithdrawnBy(ledger, participant), ledger.studyId),
  };
}

/** Where the words stand in the documents today, and the sections that stood on them. */
async function sectionsTouched(
  study: Study,
  words: Words,
  validations: readonly string[],
  asked: ReadonlySet<string>,
): Promise<Pick<Plan, "quotes" | "sections" | "reread">> {
  const states = (await gatherFacts(study)).sections.map(stateOf);
  const agreed = (await validationRows(study.ledger.db)).filter(({ id }) => validations.includes(id));
  const quotes: Plan["quotes"][number][] = [];
  const sections = new Map<string, TouchedSection>();
  const reread: TouchedSection[] = [];
  for (const { group, file, text, sections: outlined } of await readDocuments(study))
    for (const section of outlined) {
      const cuts = words.cutsIn(section.text);
      const wasAgreed = agreed.some(({ grp, section: id }) => grp === group && id === section.id);
      const state = states.find((each) => each.group === group && each.id === section.id)?.state ?? "draft";
      const title = words.cutsIn(section.title).length > 0 ? "" : section.title;
      const touched = { group, id: section.id, title, state };
      const name = `${group}/${section.id}`;
      if (cuts.length > 0 || wasAgreed) sections.set(name, touched);
      if (sections.has(name) || asked.has(name)) reread.push(touched);
      const named = findQuotes(section.text);
      for (const cut of cuts) {
        const start =
          named.find((quote) => quote.start <= cut.start && cut.end <= quote.end)?.start ?? cut.start;
        const line = text.slice(0, section.start + start).split("\n").length;
        quotes.push({ ...touched, file, line });
      }
    }
  return { quotes, sections: [...sections.values()], reread };
}
