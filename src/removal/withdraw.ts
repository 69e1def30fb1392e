// `withdraw`: takes someone's words out of the study, once what it touches was shown.
import { formatTurn, type SessionId } from "../kernel/ids.ts";
import { timestamp, type World } from "../kernel/world.ts";
import type { Change } from "../ledger/ledger.ts";
import type { Row } from "../ledger/schema.ts";
import type { Study } from "../study/open.ts";
import { phraseDigest } from "../study/withdrawn.ts";
import { codingsOf, turnsOf } from "../transcript/store.ts";
import { sheetOnDisk, writeSheet } from "../transcript/write-sheet.ts";
import { echoStates } from "../validation/echo.ts";
import type { Answer } from "../vault/contents.ts";
import { contextOf } from "../vault/finder/context.ts";
import type { Vault } from "../vault/vault.ts";
import { leadOf } from "../wording/phrases.ts";
import { letterPath, writeLetter } from "./letter.ts";
import { cutOriginals } from "./originals.ts";
import type { Prepared } from "./plan.ts";
import type { Scope } from "./scope.ts";
import { splice } from "../wording/cut-out.ts";
import {
  codingRows,
  factOf,
  forgetMemo,
  forgetTurn,
  insertWithdrawal,
  nextWithdrawal,
  replaceCodings,
  setCorrection,
  setText,
  setTurn,
  WITHDRAWN,
} from "./store.ts";

export interface Done {
  /** `w001` */
  readonly id: string;
  /** The letter to send, relative to the study. */
  readonly letter: string;
}

/**
 * Carries out what was prepared, in one transaction with its files: killed at any moment, it is as
 * if nothing had been asked, or the next command ends it. The vault's originals go first: of a vault
 * that forgets too early the words are still in the ledger, and the command is to be typed again.
 */
export async function withdraw(
  study: Study,
  prepared: Prepared,
  vault: Vault | undefined,
  world: Pick<World, "now">,
): Promise<Done> {
  const { plan, scope, words, mark, cuts } = prepared;
  if (vault !== undefined) await forgetOriginals(vault, scope, mark);
  const at = timestamp(world);
  const done = await study.ledger.write(async (change) => {
    const id = await nextWithdrawal(change.db);
    for (const each of cuts.texts) await setText(change.db, each, each.now);
    for (const row of cuts.corrections) await setCorrection(change.db, row);
    const sessions = [...new Set(scope.withdrawn.map(({ turn }) => turn.session))];
    for (const session of sessions) await cutSession(change, study, session, prepared);
    await forgetMemo(change.db);
    await insertWithdrawal(
      change,
      { id, participant: plan.participant, scope: plan.scope, at },
      touchedBy(prepared),
      words.phrases.map((phrase) => ({
        lead: leadOf(phrase),
        words: phrase.split(" ").length,
        digest: phraseDigest(study.ledger.studyId, phrase),
      })),
    );
    for (const { path, sum, rewritten } of plan.files)
      if (rewritten) change.writeFile(path, rewritten.now, rewritten.before);
      else change.removeFile(path, sum);
    const letter = letterPath(id, plan.participant);
    change.writeFile(letter, writeLetter(study, { id, at, mark, plan }), undefined);
    for (const { fact, subject } of changedFacts(prepared)) change.record(WITHDRAWN, fact, subject);
    change.forget();
    return { id, letter };
  });
  await echoStates(study, world);
  return done;
}

/**
 * That they went is remembered outside the study (`forgottenTurns`). An answer about one place in
 * them says the words around it: it goes with them.
 */
async function forgetOriginals(vault: Vault, scope: Scope, mark: string): Promise<void> {
  const { withdrawn } = scope;
  await vault.edit((fresh) => {
    const cuts = cutOriginals(fresh, scope, mark);
    const texts = withdrawn.map(({ turn, words, ranges }) => {
      const cut = cuts.get(formatTurn(turn));
      return { was: cut?.was ?? words, now: cut?.now ?? (ranges ? splice(words, ranges, mark).text : "") };
    });
    return {
      ...fresh,
      answers: fresh.answers.filter(
        (answer) => !texts.some(({ was, now }) => isAbout(answer, was) && !isAbout(answer, now)),
      ),
      withdrawn: [...new Set([...(fresh.withdrawn ?? []), ...withdrawn.map(({ turn }) => formatTurn(turn))])],
      originals: Object.fromEntries(
        Object.entries(fresh.originals).map(([session, turns]) => [
          session,
          Object.fromEntries(
            Object.entries(turns).flatMap(([number, original]) => {
              const cut = cuts.get(`${session}.${number}`);
              const now = cut === undefined ? original : cut.now;
              return now === undefined ? [] : [[number, now]];
            }),
          ),
        ]),
      ),
    };
  });
}

/** True when an answer is about a place in the text, and says words around it. */
function isAbout({ form, context }: Answer, text: string): boolean {
  if (context === undefined || context === "·") return false;
  for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1))
    if (contextOf(text, { start, end: start + form.length }) === context) return true;
  return false;
}

/** The turns stay for their numbers; their codings, what they said before and their sheet follow. */
async function cutSession(
  change: Change,
  study: Study,
  session: SessionId,
  { scope, mark }: Prepared,
): Promise<void> {
  const own = scope.withdrawn.filter(({ turn }) => turn.session === session);
  const before = await codingRows(change.db, session);
  const codings: Row<"coding">[] = [];
  for (const { turn, words, ranges } of own) {
    const spliced = ranges && splice(words, ranges, mark);
    await setTurn(change.db, turn, spliced?.text ?? mark, scope.isAll);
    await forgetTurn(change.db, turn);
    if (spliced === undefined || ranges === undefined) continue;
    for (const row of before.filter((each) => each.turn === turn.number)) {
      const { start, end } = row;
      if (start === null || end === null) codings.push({ ...row, words: spliced.text });
      else if (!ranges.some((range) => start < range.end && range.start < end)) {
        const place = { start: spliced.startOf(start), end: spliced.endOf(end) };
        codings.push({ ...row, ...place, words: spliced.text.slice(place.start, place.end) });
      }
    }
  }
  const numbers = own.map(({ turn }) => turn.number);
  await replaceCodings(change, session, numbers, codings);
  const [turns, kept] = [await turnsOf(change.db, session), await codingsOf(change.db, session)];
  await writeSheet(change, study, session, { turns, codings: kept }, sheetOnDisk(study, session));
  for (const fact of ["turn", "coding", "former_turn", "lost_coding"] as const)
    change.record(WITHDRAWN, fact, session);
}

function touchedBy({ plan, scope, editions, validations }: Prepared): { kind: string; subject: string }[] {
  const of = (kind: string, subjects: Iterable<string>): { kind: string; subject: string }[] =>
    [...new Set(subjects)].map((subject) => ({ kind, subject }));
  const turns = (isWhole: boolean): string[] =>
    scope.withdrawn
      .filter(({ ranges }) => (ranges === undefined) === isWhole)
      .map(({ turn }) => formatTurn(turn));
  return [
    ...of("turn", turns(true)),
    ...of("passage", turns(false)),
    ...of(
      "section",
      plan.sections.map(({ group, id }) => `${group}/${id}`),
    ),
    ...of("correction", plan.corrections),
    ...of("validation", validations),
    ...of("edition", editions),
    ...of(
      "copy",
      plan.copies.map(({ id }) => id),
    ),
    ...of(
      "return",
      plan.returns.map(({ copy }) => copy),
    ),
    ...of(
      "export",
      plan.exports.map(({ id }) => id),
    ),
  ];
}

/** Each subject of the journal whose rows are other than they were, sessions aside. */
function changedFacts({ cuts }: Prepared) {
  const changed = [
    ...cuts.texts.flatMap(({ table, subject }) => {
      const fact = factOf(table);
      return fact === undefined ? [] : [{ fact, subject }];
    }),
    ...cuts.corrections.map((row) => ({ fact: "correction" as const, subject: row.return })),
  ];
  return [...new Map(changed.map((each) => [`${each.fact} ${each.subject}`, each])).values()];
}
