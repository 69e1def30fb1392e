// `integrate`: brings the decided corrections into the documents of their groups.
import type { CorrectionId, EditionId, GroupId, SectionId } from "../kernel/ids.ts";
import { timestamp, type World } from "../kernel/world.ts";
import { readFrozen } from "../copy/frozen.ts";
import { readDocument, type GroupDocument } from "../retour/document.ts";
import { findQuotes } from "../retour/quote.ts";
import { keepContent } from "../retour/store.ts";
import { attributionAgreed, consentsThatCount } from "../study/consent.ts";
import type { Study } from "../study/open.ts";
import { turnsByRef } from "../transcript/store.ts";
import type { Manner } from "./addition.ts";
import { byNumber, type Correction, type DecidedCorrection, type Outcome } from "./correction.ts";
import { movedTogether } from "./moved.ts";
import {
  planSection,
  type PlannedConflict,
  type SectionPlan,
  type SectionToChange,
} from "./plan-integration.ts";
import { editionsSent, type SentEdition } from "./sent-editions.ts";
import { allCorrections, BROUGHT_IN, keepIntegrations, TAKEN_OUT } from "./store.ts";

export interface IntegrationConflict extends PlannedConflict {
  readonly group: GroupId;
  readonly section: SectionId;
}

export interface Integrated {
  readonly applied: readonly CorrectionId[];
  /** Of those applied, the remarks that were found to be taken account of by hand. */
  readonly byHand: readonly CorrectionId[];
  readonly conflicts: readonly IntegrationConflict[];
  /** The documents that were changed, relative to the study. */
  readonly documents: readonly string[];
}

/** Brings in every decided correction that can be; the others stay as they are and are told. */
export async function integrate(study: Study, world: Pick<World, "now">): Promise<Integrated> {
  const all = await allCorrections(study.ledger.db);
  const decided = all.filter(isDecided);
  const waiting = decided.filter((each) => isToFollow(each));
  const moved = movedTogether(all);
  const editions = await editionsSent(study);
  const manner = await mannerOf(study, editions);
  const plans: GroupPlan[] = [];
  for (const { id } of study.settings.groups) {
    const ofGroup = waiting.filter((each) => each.group === id);
    if (ofGroup.length === 0) continue;
    const document = await readDocument(study, id);
    const earlier = decided.flatMap((each) => (each.group === id ? asFollowed(each) : []));
    plans.push(
      planMoves(ofGroup, moved, (corrections) =>
        planGroup(document, { corrections, earlier }, editions, manner),
      ),
    );
  }
  const applied = plans.flatMap((plan) => plan.applied);
  const at = timestamp(world);
  await study.ledger.write(async (change) => {
    const now = decided.filter(({ id }) => applied.includes(id));
    await keepIntegrations(
      change.db,
      now.map(({ id, decision }) => ({ correction: id, decision: decision.id, at })),
    );
    for (const { id, decision } of now)
      change.record(decision.outcome === "declined" ? TAKEN_OUT : BROUGHT_IN, "integration", id);
    for (const { document, text } of plans) {
      if (text === document.text) continue;
      change.writeFile(document.file, text, document.text);
      await keepContent(change.db, document.group, text, at);
    }
  });
  return {
    applied,
    byHand: plans.flatMap((plan) => plan.byHand),
    conflicts: plans.flatMap((plan) => plan.conflicts),
    documents: plans
      .filter(({ document, text }) => text !== document.text)
      .map(({ document }) => document.file),
  };
}

/** Those decided that the document does not follow yet. */
export const waitingForDocument = (all: readonly Correction[]): readonly DecidedCorrection[] =>
  all.filter(isDecided).filter((each) => isToFollow(each));

const isDecided = (each: Correction): each is DecidedCorrection => each.decision !== null;

/** What was declined asks for something only when the document follows another decision on it. */
function isToFollow({ decision, followed, isIntegrated }: DecidedCorrection): boolean {
  if (isIntegrated) return false;
  return decision.outcome !== "declined" || (followed !== null && followed.outcome !== "declined");
}

/** The correction with the decision that the document follows, when it follows one. */
function asFollowed(each: DecidedCorrection): DecidedCorrection[] {
  const { followed } = each;
  return followed === null || followed.outcome === "declined" ? [] : [{ ...each, decision: followed }];
}

/**
 * Plans so that no passage that was moved is doubled or lost: when one half of a move cannot be
 * followed, or is not to be, the other waits and is told.
 */
function planMoves(
  corrections: readonly DecidedCorrection[],
  moved: ReadonlyMap<Correction, Correction>,
  plan: (corrections: readonly DecidedCorrection[]) => GroupPlan,
): GroupPlan {
  const held = new Map<DecidedCorrection, Correction>();
  for (;;) {
    const made = plan(corrections.filter((each) => !held.has(each)));
    const outcomeOf = ({ id, decision, followed }: Correction): Outcome | undefined =>
      (made.applied.includes(id) ? decision : followed)?.outcome;
    const before = held.size;
    for (const each of corrections) {
      const other = moved.get(each);
      if (other === undefined || !made.applied.includes(each.id)) continue;
      const outcomes = [outcomeOf(each), outcomeOf(other)];
      if (outcomes.includes("integrated") && outcomes.some((one) => !isCarriedOut(one)))
        held.set(each, other);
    }
    if (held.size === before) return { ...made, conflicts: [...made.conflicts, ...heldBack(held, made)] };
  }
}

/** The words of the person, or those chosen in their place, are where they are to be. */
const isCarriedOut = (outcome: Outcome | undefined): boolean =>
  outcome === "integrated" || outcome === "adapted";

function heldBack(
  held: ReadonlyMap<DecidedCorrection, Correction>,
  { document }: GroupPlan,
): IntegrationConflict[] {
  return [...held]
    .filter(([each, other]) => !(held.has(other as DecidedCorrection) && byNumber(other, each) < 0))
    .map(([each, other]) => ({
      ids: [each, other].sort(byNumber).map(({ id }) => id),
      reason: "moved-alone",
      group: document.group,
      section: each.section,
    }));
}

async function mannerOf({ settings, ledger }: Study, editions: readonly SentEdition[]): Promise<Manner> {
  const quoted = editions.flatMap(({ content }) => findQuotes(content).flatMap(({ turns }) => turns));
  const speakers = await turnsByRef(ledger.db, quoted);
  const consents = await consentsThatCount(settings, ledger.db);
  return {
    language: settings.language,
    attribution: (person) => attributionAgreed(settings, consents, person),
    speakerOf: (turn) => speakers.get(turn)?.participant ?? undefined,
  };
}

interface GroupPlan extends Omit<Integrated, "documents"> {
  readonly document: GroupDocument;
  readonly text: string;
}

function planGroup(
  document: GroupDocument,
  { corrections, earlier }: Pick<SectionToChange, "corrections" | "earlier">,
  editions: readonly SentEdition[],
  manner: Manner,
): GroupPlan {
  const frozen = new Map(
    editions
      .filter(({ group }) => group.id === document.group)
      .map(({ id, content }) => [id, readFrozen(content)]),
  );
  const plans = new Map<SectionId, SectionPlan>();
  for (const section of new Set(corrections.map((each) => each.section))) {
    const isHere = (each: DecidedCorrection): boolean => each.section === section;
    const sent = new Map<EditionId, string>();
    for (const [edition, { sections }] of frozen) {
      const text = sections.find(({ id }) => id === section)?.text;
      if (text !== undefined) sent.set(edition, text);
    }
    const current = document.sections.find(({ id }) => id === section)?.text;
    const asked = { corrections: corrections.filter(isHere), earlier: earlier.filter(isHere) };
    plans.set(section, planSection({ current, sent, ...asked }, manner));
  }
  return {
    document,
    text: withSections(document, plans),
    applied: [...plans.values()].flatMap((plan) => plan.applied),
    byHand: [...plans.values()].flatMap((plan) => plan.byHand),
    conflicts: [...plans].flatMap(([section, plan]) =>
      plan.conflicts.map((conflict) => ({ ...conflict, group: document.group, section })),
    ),
  };
}

/** The document with its changed sections, every other byte as it was. */
function withSections({ text, sections }: GroupDocument, plans: ReadonlyMap<SectionId, SectionPlan>): string {
  let result = "";
  let at = 0;
  for (const { id, start, end } of sections) {
    result += text.slice(at, start) + (plans.get(id)?.text ?? text.slice(start, end));
    at = end;
  }
  return result + text.slice(at);
}
