// `integrate`: brings the decided corrections into the documents of their groups.
import type { CorrectionId, EditionId, GroupId, SectionId } from "../kernel/ids.ts";
import { timestamp, type World } from "../kernel/world.ts";
import { readFrozen } from "../copy/frozen.ts";
import { readDocument, type GroupDocument } from "../retour/document.ts";
import { findQuotes } from "../retour/quote.ts";
import { keepContent } from "../retour/store.ts";
import type { Study } from "../study/open.ts";
import { attributionOf } from "../study/settings.ts";
import { turnsByRef } from "../transcript/store.ts";
import type { DecidedCorrection, Manner } from "./effect.ts";
import { planSection, type PlannedConflict, type SectionPlan } from "./plan-integration.ts";
import { editionsSent, type SentEdition } from "./sent-editions.ts";
import { allCorrections } from "./store.ts";

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
  const decided = (await allCorrections(study.ledger.db)).filter(
    (each): each is DecidedCorrection => each.decision !== null && each.decision.outcome !== "declined",
  );
  const editions = await editionsSent(study);
  const manner = await mannerOf(study, editions);
  const plans: GroupPlan[] = [];
  for (const { id } of study.settings.groups) {
    const ofGroup = decided.filter((each) => each.group === id);
    if (ofGroup.every(({ isIntegrated }) => isIntegrated)) continue;
    plans.push(planGroup(await readDocument(study, id), ofGroup, editions, manner));
  }
  const applied = plans.flatMap((plan) => plan.applied);
  const at = timestamp(world);
  await study.ledger.write(async (change) => {
    await change.insert(
      "integration",
      decided
        .filter(({ id }) => applied.includes(id))
        .map(({ id, decision }) => ({ correction: id, decision: decision.id, at })),
    );
    for (const correction of applied) change.record("correction.integrated", "integration", correction);
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

async function mannerOf({ settings, ledger }: Study, editions: readonly SentEdition[]): Promise<Manner> {
  const quoted = editions.flatMap(({ content }) => findQuotes(content).flatMap(({ turns }) => turns));
  const speakers = await turnsByRef(ledger.db, quoted);
  return {
    language: settings.language,
    attribution: (person) => attributionOf(settings, person),
    speakerOf: (turn) => speakers.get(turn)?.participant ?? undefined,
  };
}

interface GroupPlan extends Omit<Integrated, "documents"> {
  readonly document: GroupDocument;
  readonly text: string;
}

function planGroup(
  document: GroupDocument,
  corrections: readonly DecidedCorrection[],
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
    const here = corrections.filter((each) => each.section === section);
    const pending = here.filter(({ isIntegrated }) => !isIntegrated);
    if (pending.length === 0) continue;
    const sent = new Map<EditionId, string>();
    for (const [edition, { sections }] of frozen) {
      const text = sections.find(({ id }) => id === section)?.text;
      if (text !== undefined) sent.set(edition, text);
    }
    const current = document.sections.find(({ id }) => id === section)?.text;
    const earlier = here.filter(({ isIntegrated }) => isIntegrated);
    plans.set(section, planSection({ current, sent, corrections: pending, earlier }, manner));
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
