// Builds or refreshes a group's document, keeping every word and every deletion a person made.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { exists, readTextIfAny } from "../kernel/files.ts";
import { fingerprint } from "../kernel/fingerprint.ts";
import { asEditionId, type EditionId, type GroupId, type SectionId } from "../kernel/ids.ts";
import { timestamp, type World } from "../kernel/world.ts";
import { consentsThatCount, type Consents } from "../study/consent.ts";
import { CODEBOOK_FILE, documentPath } from "../study/folder.ts";
import type { Study } from "../study/open.ts";
import type { Group, Settings } from "../study/settings.ts";
import { readCodebook } from "../theme/codebook.ts";
import { passages, type Passage } from "../theme/passages.ts";
import { purgedSessions } from "../transcript/store.ts";
import { parseDocument, readDocument } from "./document.ts";
import { mergeDocument, unmerged, type MergedDocument } from "./merge-document.ts";
import { diagnose, refuse } from "./messages.ts";
import { documentRow, editionsOf, keepDocument, latestDigests, nextEdition } from "./store.ts";
import { findTemplate, renderTemplate, type Template } from "./template.ts";
import { viewDocument } from "./view.ts";
import { namesTurnOf, withoutBlocks } from "./without-blocks.ts";

export interface Built {
  readonly group: GroupId;
  /** Relative to the study. */
  readonly document: string;
  readonly edition: EditionId;
  /** True when the edition was opened by this build. */
  readonly isOpened: boolean;
  /** True when the file was written. */
  readonly isWritten: boolean;
  readonly sections: readonly { readonly id: SectionId; readonly change: "new" | "updated" | "unchanged" }[];
  readonly quotes: { readonly added: number; readonly kept: number; readonly removed: number };
  readonly conflicts: readonly { readonly section: SectionId; readonly generated: string }[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Builds one group's document. Opens the next edition when the last one was sent. A document
 * that was deleted comes back as it was last known; one cut short is refused.
 */
export async function build(study: Study, group: Group, world: World): Promise<Built> {
  const file = documentPath(group.id);
  const known = await documentRow(study.ledger.db, group.id);
  const isDeleted = known !== undefined && !exists(study.path(file));
  const onDisk = exists(study.path(file)) ? (await readDocument(study, group.id)).text : undefined;
  const mine = onDisk ?? known?.content ?? "";
  const open = await openEdition(study, group.id);
  const template = findTemplate(study.root, "retour", study.settings.language);
  const consents = await consentsThatCount(study.settings, study.ledger.db);
  const inputs = await inputsOf(study, group.id, open.id, template, consents);
  const notes = isDeleted ? [diagnose("document.restored", "warning", { file })] : [];

  const isSame = known?.inputs === inputs;
  const { generated, diagnostics } = isSame
    ? { generated: known.generated, diagnostics: [] }
    : await generate(study, group, open.id, template, consents);
  const merged = isSame ? unmerged(mine) : mergeDocument(known?.generated ?? "", mine, generated);
  if (!isSame) parseDocument(merged.text, group.id, file);

  const at = timestamp(world);
  await study.ledger.write(async (change) => {
    if (open.isNew) {
      await change.db
        .insertInto("edition")
        .values({ id: open.id, grp: group.id, opened: at, sent: null, content: null })
        .execute();
      change.record("edition.opened", "edition", open.id);
    }
    const content = merged.text;
    if (!isSame || known.content !== content)
      await keepDocument(change.db, { grp: group.id, edition: open.id, generated, inputs, content, at });
    if (onDisk !== content) change.writeFile(file, content, onDisk);
  });
  return {
    group: group.id,
    document: file,
    edition: open.id,
    isOpened: open.isNew,
    isWritten: onDisk !== merged.text,
    sections: merged.sections,
    quotes: merged.quotes,
    conflicts: merged.conflicts,
    diagnostics: [...notes, ...diagnostics, ...remarks(merged, file)],
  };
}

async function openEdition(study: Study, group: GroupId): Promise<{ id: EditionId; isNew: boolean }> {
  const last = (await editionsOf(study.ledger.db, group)).at(-1);
  const id = last?.sent === null ? asEditionId(last.id) : undefined;
  if (id !== undefined) return { id, isNew: false };
  return { id: await nextEdition(study.ledger.db), isNew: true };
}

/** Everything a generated document depends on, without reading the transcripts again. */
async function inputsOf(
  study: Study,
  group: GroupId,
  edition: EditionId,
  template: Template,
  consents: Consents,
): Promise<string> {
  const { settings, ledger } = study;
  const sessions = settings.sessions.filter((session) => session.group === group);
  const people = settings.participants.map(({ id, pseudonym, description }) => [id, pseudonym, description]);
  const quotable = settings.participants.map(({ id }) => {
    const consent = consents.of(id, "quotation");
    return [consent?.answer, consent?.attribution];
  });
  return fingerprint("retour-inputs-2", [
    template.text,
    readTextIfAny(study.path(CODEBOOK_FILE)) ?? "",
    JSON.stringify([
      settings.title,
      settings.kind,
      settings.attribution,
      settings.groups,
      people,
      sessions,
      quotable,
    ]),
    edition,
    ...(await latestDigests(
      ledger.db,
      ["turn", "coding"],
      sessions.map(({ id }) => id),
    )),
  ]);
}

async function generate(
  study: Study,
  group: Group,
  edition: EditionId,
  template: Template,
  consents: Consents,
): Promise<{ generated: string; diagnostics: Diagnostic[] }> {
  const codebook = readCodebook(study.root);
  const coded = await passages(study, group.id);
  const quoted = coded.filter((passage) => !isRefused(passage, consents));
  const view = viewDocument(study.settings, group, edition, codebook, quoted, consents);
  const generated = renderTemplate(template, view);
  // A template that loses the group or a section would make every later step lose it too.
  const { sections } = parseDocument(generated, group.id, template.file);
  const found = new Set<string>(sections.map(({ id }) => id));
  if (view.sections.some(({ id }) => !found.has(id)))
    throw refuse("template.output", { name: template.file });
  const uncoded =
    view.sections.length > 0 || quoted.length < coded.length
      ? []
      : [diagnose("build.no-transcript", "warning", { group: group.id })];
  // A quote whose turn has lost its words to the day they had to go by: the document's stands.
  const purged = await purgedSessions(study.ledger.db);
  const unknown = new Set(coded.map(({ theme }) => theme).filter((theme) => !codebook.byId.has(theme)));
  return {
    generated:
      purged.size === 0 ? generated : withoutBlocks(generated, (block) => namesTurnOf(block, purged)),
    diagnostics: [
      ...uncoded,
      ...remarksOnConsent(study.settings, coded, consents),
      ...[...unknown].map((theme) =>
        diagnose("theme.unknown-coding", "warning", { theme }, { file: CODEBOOK_FILE }),
      ),
    ],
  };
}

/** Whose words these are has said that they must not be quoted. */
function isRefused({ participant }: Passage, consents: Consents): boolean {
  const answer = participant === null ? undefined : consents.of(participant, "quotation")?.answer;
  return answer !== undefined && answer !== "given";
}

/** Passages left out, counted by person; and, once, the people quoted who were never asked. */
function remarksOnConsent(settings: Settings, coded: readonly Passage[], consents: Consents): Diagnostic[] {
  const own = settings.participants.map(({ id }) => {
    const words = coded.filter(({ participant }) => participant === id);
    const isUnasked = !consents.isGiven(id, "quotation") && consents.of(id, "quotation") === undefined;
    return {
      id,
      count: words.length,
      leftOut: words.filter((each) => isRefused(each, consents)).length,
      isUnasked,
    };
  });
  const unasked = own.filter(({ count, isUnasked }) => count > 0 && isUnasked).map(({ id }) => id);
  return [
    ...own
      .filter(({ leftOut }) => leftOut > 0)
      .map(({ id, leftOut }) => diagnose("build.no-consent", "info", { participant: id, count: leftOut })),
    ...(unasked.length > 0
      ? [diagnose("build.consent-missing", "warning", { people: unasked.join(", ") })]
      : []),
  ];
}

function remarks(merged: MergedDocument, file: string): Diagnostic[] {
  return [
    ...merged.removedByHand.map((section) =>
      diagnose("document.section-removed", "info", { section }, { file }),
    ),
    ...merged.conflicts.map(({ section, generated }) =>
      diagnose(
        "document.conflict",
        "warning",
        { section, generated: generated.split("\n")[0] ?? "" },
        { file },
      ),
    ),
  ];
}
