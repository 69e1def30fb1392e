// `decide`: what becomes of a correction, by whom, for what reason; and taking a decision back.
import { asParticipantId, type CorrectionId } from "../kernel/ids.ts";
import { timestamp, type World } from "../kernel/world.ts";
import type { Change } from "../ledger/ledger.ts";
import type { Study } from "../study/open.ts";
import type { Settings } from "../study/settings.ts";
import { purgeRows } from "../study/store.ts";
import { listCorrections, type ListedCorrection } from "./corrections.ts";
import type { Correction, Kind, Outcome } from "./correction.ts";
import { refuse } from "./messages.ts";
import { DECIDED, insertDecision, setKind, UNDONE, undoDecision } from "./store.ts";

export interface Verdict {
  readonly outcome: Outcome;
  /** What kind of correction it is, when a person says so: the one it has is confirmed or changed. */
  readonly kind?: Kind | undefined;
  /** The words to put instead: needed when it is adapted. */
  readonly text?: string | undefined;
  /** Needed when it is declined. */
  readonly reason?: string | undefined;
  /** A person of the study; the third person when none is named. */
  readonly by?: string | undefined;
}

/**
 * Records a decision. It can always be changed: the latest one counts, the others stay. When the
 * document follows an earlier one already, the next `integrate` takes that one out again.
 */
export async function decide(
  study: Study,
  id: string,
  verdict: Verdict,
  world: Pick<World, "now">,
): Promise<ListedCorrection> {
  const correction = await findCorrection(study, id);
  await decideAll(study, [{ ...correction, kind: verdict.kind ?? correction.kind }], verdict, world, {
    confirmsKinds: verdict.kind !== undefined,
  });
  return findCorrection(study, id);
}

/** The same decision on several corrections, all or none, none of which has lost its words; `kind` of each is what it is found to be. */
export async function decideAll(
  study: Study,
  corrections: readonly Pick<Correction, "id" | "kind">[],
  verdict: Omit<Verdict, "kind">,
  world: Pick<World, "now">,
  { confirmsKinds }: { readonly confirmsKinds: boolean },
): Promise<void> {
  const { outcome } = verdict;
  const [text, reason] = [given(verdict.text), given(verdict.reason)];
  for (const { id, kind } of corrections) {
    if (outcome === "adapted" && text === null) throw refuse("decision.text-missing", { correction: id });
    if (kind === "withdrawal" && (outcome === "declined" || outcome === "recorded"))
      throw refuse("decide.withdrawal-stands", { correction: id });
    if (outcome === "declined" && reason === null)
      throw refuse("decision.reason-missing", { correction: id });
  }
  const by = decider(study.settings, verdict.by);
  const at = timestamp(world);
  const found = await findCorrections(study, corrections);
  for (const { id, kind } of corrections) checkKind(found, id, kind);
  await study.ledger.write(async (change) => {
    for (const { id, kind } of corrections) {
      if (confirmsKinds) await changeKind(change, found, { id, kind, isProposed: false });
      const row = { correction: id, outcome, text: outcome === "adapted" ? text : null, reason, by };
      await insertDecision(change.db, { ...row, at });
      change.record(DECIDED, "decision", id);
    }
  });
}

/** Confirms or changes the kind of a correction. */
export async function confirmKind(study: Study, id: CorrectionId, kind: Kind): Promise<void> {
  const found = await findCorrections(study, [{ id }]);
  checkKind(found, id, kind);
  await study.ledger.write((change) => changeKind(change, found, { id, kind, isProposed: false }));
}

/** A withdrawal that was said to be one is not made into anything else: it stands in the way of the export. */
function checkKind(found: ReadonlyMap<CorrectionId, Correction>, id: CorrectionId, kind: Kind): void {
  const now = found.get(id);
  if (now?.kind === "withdrawal" && !now.isProposed && kind !== "withdrawal")
    throw refuse("decide.withdrawal-said", { correction: id });
}

/**
 * Puts corrections back as they were before they were decided: what was decided since is kept
 * as undone, and the decision before it counts again.
 */
export async function undo(
  study: Study,
  before: readonly Correction[],
  world: Pick<World, "now">,
): Promise<void> {
  const found = await findCorrections(study, before);
  const [by, at] = [decider(study.settings, undefined), timestamp(world)];
  await study.ledger.write(async (change) => {
    for (const correction of before) {
      const decision = found.get(correction.id)?.decision ?? null;
      if (decision !== null && decision.id !== correction.decision?.id) {
        await undoDecision(change.db, { decision: decision.id, correction: correction.id, by, at });
        change.record(UNDONE, "undone_decision", correction.id);
      }
      await changeKind(change, found, correction);
    }
  });
}

type Kinded = Pick<Correction, "id" | "kind" | "isProposed">;

async function changeKind(
  change: Change,
  found: ReadonlyMap<CorrectionId, Correction>,
  { id, kind, isProposed }: Kinded,
): Promise<void> {
  const now = found.get(id);
  if (now === undefined || (now.isProposed === isProposed && now.kind === kind)) return;
  await setKind(change.db, { id, kind, isProposed });
  change.record("correction.kind-confirmed", "correction", now.return);
}

async function findCorrections(
  study: Study,
  wanted: readonly Pick<Correction, "id">[],
): Promise<Map<CorrectionId, ListedCorrection>> {
  const ids = new Set(wanted.map(({ id }) => id));
  const found = (await listCorrections(study)).filter(({ id }) => ids.has(id));
  await refusePurged(study, found);
  return new Map(found.map((each) => [each.id, each]));
}

/** Of words that went with the returns, `integrate` could take nothing out of the document any more. */
async function refusePurged({ ledger }: Study, corrections: readonly Correction[]): Promise<void> {
  const purges = (await purgeRows(ledger.db)).filter(({ what }) => what === "returns");
  for (const { id, received, before, after, comment } of corrections) {
    const purge = purges.find(({ at }) => received <= at);
    if (purge !== undefined && before + after + comment === "")
      throw refuse("decide.purged", { correction: id, day: purge.day });
  }
}

/** Refuses an id that is no correction of the study. */
export async function findCorrection(study: Study, id: string): Promise<ListedCorrection> {
  const found = (await listCorrections(study)).find((each) => each.id === id);
  if (found === undefined) throw refuse("correction.unknown", { correction: id });
  return found;
}

function given(text: string | undefined): string | null {
  return text === undefined || text.trim() === "" ? null : text.trim();
}

/** An id, never a name: the person given, else the third person, else the team as a whole. */
function decider({ participants, language }: Settings, by: string | undefined): string {
  const team = language === "fr" ? "équipe" : "team";
  if (by === undefined) return participants.find(({ role }) => role === "tiers")?.id ?? team;
  const id = asParticipantId(by);
  if (by === team || participants.some((person) => person.id === id)) return by;
  throw refuse("decision.unknown-person", {
    person: by,
    known: [...participants.map((person) => person.id), team].join(", "),
  });
}
