// What a file that was read changes in its session: turns, codings, what people have to know.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import type { SessionId, ThemeId } from "../kernel/ids.ts";
import type { Change } from "../ledger/ledger.ts";
import type { Study } from "../study/open.ts";
import { removedOn } from "../study/retention.ts";
import { purgeRows } from "../study/store.ts";
import { tally } from "../vault/replace/tally.ts";
import { forgetReplaced, logReplaced } from "../vault/store.ts";
import { isAllByHand, sayByHand, sayKept, sayVoices } from "./by-hand.ts";
import type { Coding } from "./coding.ts";
import { differences } from "./differences.ts";
import { codingsFromFile, withFileCodings } from "./file-codings.ts";
import type { ImportRequest } from "./import.ts";
import { holdBack, type HeldTurns, type HoldBack } from "./hold-back.ts";
import { isToldMore, unknownVoices, type Existing, type Imported, type Incoming } from "./incoming.ts";
import { diagnose } from "./messages.ts";
import { personCalled } from "./people.ts";
import { realign, type Realigned } from "./realign.ts";
import { replaceInTurns } from "./replace-names.ts";
import { sayLost, sayTouched } from "./say-codings.ts";
import {
  codingsOf,
  doneByHand,
  highestNumber,
  rewriteFormer,
  saveTranscript,
  sessionsReadFrom,
} from "./store.ts";
import { summarise } from "./summary.ts";
import type { Turn } from "./turn.ts";
import { askAbout, turnsFrom } from "./who-speaks.ts";
import { isWithdrawn } from "../wording/speech-marks.ts";
import { writeSession, type SessionChange } from "./write-session.ts";
import { sheetOnDisk, writeSheet } from "./write-sheet.ts";

export interface Planned {
  readonly imported: Imported;
  /** Undefined when there is nothing to write. */
  readonly write?: (change: Change) => Promise<void>;
}

/** Decides it all and writes nothing. `themes`: those of the file's segments, by their titles. */
export async function planImport(
  study: Study,
  incoming: Incoming,
  themes: ReadonlyMap<string, ThemeId>,
  request: ImportRequest,
): Promise<Planned> {
  const { file, session, source, existing, transcript } = incoming;
  const names = await request.names;
  const hide = (words: string): string => names.hide(words);
  const { db } = study.ledger;
  const isAsking = request.askVoice !== undefined && existing === undefined;
  const voices = isAsking
    ? await askAbout(transcript, incoming.voices, session, { ask: request.askVoice, hide })
    : incoming.voices;
  const spoken = turnsFrom(transcript, voices, session, study.settings.participants);
  const { turns: said, places, identities, ...replaced } = await replaceInTurns(names, session.id, spoken);
  const held = await holdBack(study, session.id);
  // When each word was said is what is left of a recording.
  const endedOn = removedOn(study.settings, "recordings", await purgeRows(db));
  const { turns: kept, originals } = held.fromFile({ turns: said, originals: replaced.originals });
  const isTimed = kept.some(({ startMs, endMs }) => startMs !== null || endMs !== null);
  const turns =
    endedOn === undefined ? kept : kept.map((turn): Turn => ({ ...turn, startMs: null, endMs: null }));
  const heldIn = (now: readonly Turn[]): Turn[] =>
    now.filter(({ words }, index) => words !== said[index]?.words);
  const isSame = existing?.row.sha256 === source.sha256 && !isToldMore(request);
  const codingsIn = (now: readonly Turn[]): Coding[] => {
    const found = codingsFromFile(transcript.codings ?? [], { places, turns: now }, themes);
    const gone = new Set(heldIn(now).map(({ number }) => number));
    return found.filter(({ turn }) => !gone.has(turn));
  };
  const now = existing
    ? await replaceTranscript(study, session.id, existing, {
        file,
        turns,
        originals,
        codingsIn,
        isSame,
        held,
      })
    : { turns, codings: codingsIn(turns), ...nothingBefore, fromFile: turns, originals, isNew: true };
  const withdrawn = heldIn(now.fromFile.length > 0 ? now.fromFile : turns).length;
  const format = transcript.format.name;
  const isNew = now.isNew || existing?.row.sha256 !== source.sha256 || existing.row.format !== format;
  const elsewhere = (await sessionsReadFrom(db, source.sha256)).filter((each) => each !== session.id);
  const imported: Imported = {
    session: session.id,
    file,
    format,
    outcome: !existing ? "imported" : isNew ? "replaced" : "unchanged",
    ...summarise(now.turns),
    replaced: { names: isNew ? identities.length : 0, turns: isNew ? now.originals.size : 0 },
    renamed: [...voices.values()]
      .filter(({ isRenamed, participant }) => isRenamed && participant === null)
      .map(({ raw, label }) => ({ name: hide(raw), label })),
    unknown: unknownVoices(now.turns),
    diagnostics: [
      ...transcript.diagnostics,
      ...elsewhere.map((other) =>
        diagnose("import.same-elsewhere", "warning", { session: session.id, other }, { file }),
      ),
      ...(withdrawn > 0
        ? [diagnose("import.withdrawn", "info", { session: session.id, count: withdrawn }, { file })]
        : []),
      ...(endedOn !== undefined && isTimed
        ? [diagnose("import.without-times", "info", { session: session.id, day: endedOn }, { file })]
        : []),
      ...sayLost(now.lost, now.turns, { session: session.id, file }),
      ...sayTouched(now.touched, { session: session.id, file }),
      ...now.said,
    ].map((each) => withoutNames(each, hide)),
  };
  if (!isNew) return { imported };
  names.keepOriginals(session.id, originalsNow(now, existing, names.originalsOf(session.id)));
  return {
    imported,
    write: async (change) => {
      const kind = existing ? "transcript.replaced" : "transcript.imported";
      const from = endedOn === undefined ? { ...source, format } : { sha256: "", bytes: 0, format: "" };
      await saveTranscript(change, session.id, { ...from, imported: request.at });
      change.record(kind, "transcript", session.id);
      await writeSession(change, session.id, now, kind, request.at);
      await forgetReplaced(change, session.id);
      await logReplaced(change, session.id, tally(identities));
      // A name that was put into the vault since.
      if (existing) await rewriteFormer(change, session.id, (words) => names.clean(words));
      const before = existing ? sheetOnDisk(study, session.id) : undefined;
      await writeSheet(change, study, session.id, now, before);
    },
  };
}

/** Its turns as the file alone numbers them. */
interface Fresh extends HeldTurns {
  readonly file: string;
  /** The file's own codings of its turns, whatever numbers these have. */
  readonly codingsIn: (turns: readonly Turn[]) => Coding[];
  /** True for the file that the session has, read as it is by itself. */
  readonly isSame: boolean;
  readonly held: HoldBack;
}

interface Replaced extends SessionChange {
  readonly touched: Realigned["touched"];
  /** What people have to know of their work in the sheet. */
  readonly said: readonly Diagnostic[];
  /** The turns that are the file's, in its order. */
  readonly fromFile: readonly Turn[];
  /** Of those, by their index. */
  readonly originals: HeldTurns["originals"];
  /** False when turns and codings are what they were. */
  readonly isNew: boolean;
}

const nothingBefore = { former: [], lost: [], touched: [], said: [] };

async function replaceTranscript(
  study: Study,
  session: SessionId,
  { row, turns: before }: Existing,
  { file, codingsIn, isSame, held, ...spoken }: Fresh,
): Promise<Replaced> {
  const { db } = study.ledger;
  const codings = await codingsOf(db, session);
  const byHand = await doneByHand(db, session, row.imported);
  const highest = await highestNumber(db, session);
  const namedBy = (label: string) => personCalled(label, study.settings.participants)?.id;
  const align = (after: readonly Turn[]): Realigned =>
    realign({ ...{ before, after, codings, highest, namedBy }, added: byHand.added });
  const first = align(spoken.turns);
  const numbered = turnsOfFile(first);
  const { turns: after, originals } = held.inPlace(spoken, numbered, before);
  const { stayed, keepers, ...aligned } = after === spoken.turns ? first : align(after);
  const moved = { ...aligned, turns: held.byNumber(aligned.turns) };
  const fromFile = turnsOfFile({ turns: moved.turns, stayed });
  const now = { ...moved, codings: withFileCodings(moved.turns, moved.codings, codingsIn(fromFile)) };
  // What a file says again is no reason to undo what people made of it.
  if (isSame && isAllByHand(byHand, before, now.turns)) return unchanged(before, codings);
  const { former, isAny } = differences({ turns: before, codings }, now);
  const replacement = { session, file, before, after: now.turns };
  const said = [
    ...sayByHand(byHand, replacement),
    ...sayKept(stayed, session, file),
    ...sayVoices(byHand, replacement, { keepers, namedBy }),
  ];
  return { ...now, former, said, fromFile, originals, isNew: isAny };
}

function turnsOfFile({ turns, stayed }: Pick<Realigned, "turns" | "stayed">): Turn[] {
  const staying = new Set(stayed);
  return turns.filter(({ number }) => !staying.has(number));
}

function unchanged(turns: readonly Turn[], codings: readonly Coding[]): Replaced {
  return { turns, codings, ...nothingBefore, fromFile: [], originals: new Map(), isNew: false };
}

/**
 * The original words of the turns as they are now: the file's, else what is kept of a turn that says
 * what it said.
 */
function originalsNow(
  { turns, fromFile, originals }: Pick<Replaced, "turns" | "fromFile" | "originals">,
  existing: Existing | undefined,
  kept: Readonly<Record<string, string>>,
): Map<number, string> {
  const before = new Map(existing?.turns.map(({ number, words }) => [number, words]));
  const same = turns.filter(({ number, words }) => before.get(number) === words);
  const now = new Map(
    same.flatMap(({ number }) => {
      const original = kept[String(number)];
      return original === undefined ? [] : [[number, original] as const];
    }),
  );
  for (const [index, original] of originals) {
    const turn = fromFile[index];
    if (turn && !isWithdrawn(turn.words)) now.set(turn.number, original.was);
  }
  return now;
}

/** The values that hold words of the file or of the sheet. */
const ofWords = ["words", "before", "after", "now", "columns"];

/** What is said of a file, without names. */
function withoutNames(diagnostic: Diagnostic, hide: (words: string) => string): Diagnostic {
  const params = Object.entries(diagnostic.params).map(([key, value]) => {
    return [key, typeof value === "string" && ofWords.includes(key) ? hide(value) : value] as const;
  });
  return { ...diagnostic, params: Object.fromEntries(params) };
}
