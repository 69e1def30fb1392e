// A manifest held against the ledger: was this export made here, of words that were agreed to?
import { relative } from "node:path";
import { DiagnosedError, RetourError, type Diagnostic } from "../kernel/diagnostic.ts";
import type { Fact } from "../ledger/facts.ts";
import { digestOf, lineHash } from "../ledger/journal.ts";
import { sectionFingerprint } from "../retour/section.ts";
import type { Study } from "../study/open.ts";
import { renamedSubjects, touchedByWithdrawals } from "../study/store.ts";
import { audiences, type Audience } from "../study/settings.ts";
import { validatedSections } from "../validation/validated.ts";
import type { ReadManifest } from "./manifest.ts";
import { diagnose } from "./messages.ts";
import { exportOf, lastExportAt, lineAbout, lineWithHash, sectionsOf, validationsOf } from "./store.ts";

type SectionProof = ReadManifest["sections"][number];

/** `sum`: the SHA-256 of the manifest's text; `folder`: where it was found. */
export async function verifyRecords(
  study: Study,
  manifest: ReadManifest,
  { sum, folder }: { readonly sum: string; readonly folder: string },
): Promise<Diagnostic[]> {
  if (manifest.study !== study.ledger.studyId) return [diagnose("verify.other-study", "error", {})];
  const found = [...(await verifyPlace(study, sum, folder)), ...(await verifyExport(study, manifest, sum))];
  const sound: SectionProof[] = [];
  for (const section of manifest.sections) {
    const wrong = await verifySection(study, section);
    if (wrong.length === 0) sound.push(section);
    found.push(...wrong);
  }
  return [...found, ...(await sinceThen(study, sound, sum))];
}

/** In the study, a folder holds the last export made into it: not another that is sound as well. */
async function verifyPlace(study: Study, sum: string, folder: string): Promise<Diagnostic[]> {
  const { db } = study.ledger;
  const made = await exportOf(db, sum);
  const last = await lastExportAt(db, relative(study.root, folder).replaceAll("\\", "/"));
  if (made === undefined || last === undefined || last.id === made.id) return [];
  const { id, at, audience } = made;
  return [
    diagnose("verify.other-export", "error", { made: last.id, export: id, day: at.slice(0, 10), audience }),
  ];
}

async function verifyExport(study: Study, manifest: ReadManifest, sum: string): Promise<Diagnostic[]> {
  const { db } = study.ledger;
  const made = await exportOf(db, sum);
  if (made === undefined) return [diagnose("verify.not-recorded", "error", {})];
  const key = (group: string, section: string, fingerprint: string): string =>
    `${group}/${section} ${fingerprint}`;
  const recorded = new Set(
    (await sectionsOf(db, made.id)).map((row) => key(row.grp, row.section, row.fingerprint)),
  );
  const named = manifest.sections.map(({ group, id, fingerprint }) => key(group, id, fingerprint));
  const differs = recorded.size !== named.length || named.some((each) => !recorded.has(each));
  const isIntact =
    (await isAsRecorded(study, "export", made.id)) &&
    (await isAsRecorded(study, "exported_section", made.id));
  const line = await lineAbout(db, "export", made.id);
  const before = await lineWithHash(db, manifest.journal);
  const hash = before && lineHash(before);
  const isInChain = hash === manifest.journal && line?.previous === hash;
  return [
    ...(differs ? [diagnose("verify.sections-differ", "error", {})] : []),
    ...(isIntact ? [] : [diagnose("verify.not-recorded", "error", {})]),
    ...(isInChain ? [] : [diagnose("verify.journal", "error", {})]),
  ];
}

/** Sections whose agreement does not hold today: what left then is none the worse, but it is said. */
async function sinceThen(
  study: Study,
  sections: readonly SectionProof[],
  sum: string,
): Promise<Diagnostic[]> {
  const made = await exportOf(study.ledger.db, sum);
  const audience = audiences.find((each) => each === made?.audience);
  if (audience === undefined) return [];
  const now = (await validatedNow(study, audience)) ?? sections;
  const isStill = ({ group, id, fingerprint }: SectionProof): boolean =>
    now.some((each) => each.group === group && each.id === id && each.fingerprint === fingerprint);
  const several = study.settings.groups.length > 1;
  return sections
    .filter((each) => !isStill(each))
    .map(({ group, id }) =>
      diagnose("verify.no-longer", "info", { section: several ? `${group}/${id}` : id }),
    );
}

/** Undefined when today's documents cannot be read, which says nothing of an export. */
async function validatedNow(study: Study, audience: Audience): Promise<readonly SectionProof[] | undefined> {
  try {
    return (await validatedSections(study, audience)).sections;
  } catch (error) {
    if (error instanceof RetourError || error instanceof DiagnosedError) return undefined;
    throw error;
  }
}

/** Agreed to, in words and by voices that nobody has touched since. */
async function verifySection(study: Study, section: SectionProof): Promise<Diagnostic[]> {
  const params = { section: section.id };
  const validations = await validationsOf(study.ledger.db, section);
  if (validations.length === 0) return [diagnose("verify.not-agreed", "error", params)];
  const withdrawn = await touchedByWithdrawals(study.ledger.db, "validation");
  const renamed = await renamedSubjects(study.ledger.db, "validation");
  for (const { id, content } of validations) {
    const isSame =
      withdrawn.has(id) || renamed.has(id) || sectionFingerprint(content) === section.fingerprint;
    const isIntact =
      isSame && (await isAsRecorded(study, "validation", id)) && (await isAsRecorded(study, "voice", id));
    if (!isIntact) return [diagnose("verify.ledger-changed", "error", params)];
  }
  const isAny = (touched: ReadonlySet<string>): boolean => validations.some(({ id }) => touched.has(id));
  return [
    ...(isAny(withdrawn) ? [diagnose("verify.withdrawn", "error", params)] : []),
    ...(isAny(renamed) ? [diagnose("verify.named", "error", params)] : []),
  ];
}

/** The rows are those that the journal's last line about them answers for. */
async function isAsRecorded({ ledger }: Study, fact: Fact, subject: string): Promise<boolean> {
  const line = await lineAbout(ledger.db, fact, subject);
  return line?.digest === (await digestOf(ledger.db, fact, subject));
}
