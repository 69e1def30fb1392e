// `decide`: what becomes of a correction, by whom, for what reason.
import { asParticipantId } from "../kernel/ids.ts";
import { timestamp, type World } from "../kernel/world.ts";
import type { Change } from "../ledger/ledger.ts";
import type { Study } from "../study/open.ts";
import type { Settings } from "../study/settings.ts";
import { listCorrections, type ListedCorrection } from "./corrections.ts";
import type { Correction, Kind, Outcome } from "./correction.ts";
import { refuse } from "./messages.ts";
import { insertDecision, setKind } from "./store.ts";

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
 * Records a decision. It can be changed until the correction is brought into the document:
 * the latest one counts, the others stay.
 */
export async function decide(
  study: Study,
  id: string,
  verdict: Verdict,
  world: Pick<World, "now">,
): Promise<ListedCorrection> {
  const { outcome } = verdict;
  const correction = await findCorrection(study, id);
  if (correction.isIntegrated) throw refuse("decision.already-integrated", { correction: id });
  const text = given(verdict.text);
  const reason = given(verdict.reason);
  if (outcome === "adapted" && text === null) throw refuse("decision.text-missing", { correction: id });
  const kind = verdict.kind ?? correction.kind;
  if (outcome === "declined" && kind === "withdrawal")
    throw refuse("decide.withdrawal-stands", { correction: id });
  if (outcome === "declined" && reason === null) throw refuse("decision.reason-missing", { correction: id });
  const by = decider(study.settings, verdict.by);
  await study.ledger.write(async (change) => {
    if (verdict.kind !== undefined) await changeKind(change, correction, verdict.kind);
    const row = { correction: id, outcome, text: outcome === "adapted" ? text : null, reason, by };
    await insertDecision(change.db, { ...row, at: timestamp(world) });
    change.record("correction.decided", "decision", id);
  });
  return findCorrection(study, id);
}

/** Confirms or changes the kind of a correction. */
export async function confirmKind(study: Study, id: string, kind: Kind): Promise<ListedCorrection> {
  const correction = await findCorrection(study, id);
  await study.ledger.write((change) => changeKind(change, correction, kind));
  return findCorrection(study, id);
}

async function changeKind(change: Change, correction: Correction, kind: Kind): Promise<void> {
  if (!correction.isProposed && correction.kind === kind) return;
  await setKind(change.db, correction.id, kind);
  change.record("correction.kind-confirmed", "correction", correction.return);
}

/** Refuses an id that is no correction of the study. */
async function findCorrection(study: Study, id: string): Promise<ListedCorrection> {
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
