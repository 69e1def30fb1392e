// `validate`: records agreement, opposition or abstention on the exact words of sections.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { numbered, type GroupId, type ParticipantId, type SectionId } from "../kernel/ids.ts";
import { timestamp, type World } from "../kernel/world.ts";
import { findSection, readDocuments, type GroupDocument } from "../retour/document.ts";
import type { OutlinedSection } from "../retour/outline.ts";
import { agreedText, sectionFingerprint } from "../retour/section.ts";
import type { Study } from "../study/open.ts";
import { isOfGroup, readAnswers, type Answers, type ValidateRequest } from "./answers.ts";
import { echoStates } from "./echo.ts";
import { electorateOf, gatherFacts, quotedIn, type Gathered } from "./gather.ts";
import { diagnose, refuse } from "./messages.ts";
import { freshAnswers, saidOtherwiseSince } from "./fresh-answers.ts";
import { checkNote } from "./note.ts";
import { writeRule } from "./recorded-rule.ts";
import { deciders } from "./rule.ts";
import type { SectionState } from "./state.ts";
import { insertNote, insertValidation, lastNumber } from "./store.ts";

export interface ValidatedState extends SectionState {
  /** The fingerprint of the words the answers are about. */
  readonly given: string;
  /** Who was counted for what; empty when nothing was new. */
  readonly recorded: Answers["stances"];
  /** True when a note was put beside its words. */
  readonly isNoted: boolean;
}

export interface ValidateResult {
  /** As they stand after it. */
  readonly sections: readonly ValidatedState[];
  /** Of what was recorded; the session where it was said, if any. */
  readonly answers: Omit<Answers, "stances">;
  readonly diagnostics: readonly Diagnostic[];
}

/** The exact words of a section, and what is new among the answers given on them. */
interface Recording {
  readonly group: GroupId;
  readonly id: SectionId;
  readonly content: string;
  readonly fingerprint: string;
  /** The rule of today, as the ledger keeps it. */
  readonly electorate: string;
  readonly fresh: Answers["stances"];
  /** True when a note was given that does not stand beside these words already. */
  readonly hasNewNote: boolean;
}

/** Records the answers on all sections, or on none when one of them is refused. */
export async function validate(
  study: Study,
  request: ValidateRequest,
  world: Pick<World, "now">,
): Promise<ValidateResult> {
  const at = timestamp(world);
  const today = at.slice(0, 10);
  const answers = readAnswers(study.settings, request, today);
  const { note } = answers;
  const documents = await readDocuments(study);
  const gathered = await gatherFacts(study, documents);
  const found = new Map(
    request.sections.map((name) => {
      const located = locate(name, documents, answers);
      return [`${located.document.group}/${located.section.id}`, located];
    }),
  );
  const diagnostics: Diagnostic[] = [];
  if (answers.session && answers.session.date > today) {
    const { id, date } = answers.session;
    diagnostics.push(diagnose("validate.session-to-come", "warning", { session: id, day: date }));
  }
  const placed = [...found.values()].map(({ document, section }) => {
    const sent = gathered.sent.get(document.group);
    const words = answers.isByGroup ? section : sentWords(section, sent);
    return {
      document,
      section,
      sent,
      content: agreedText(words.text),
      fingerprint: sectionFingerprint(words.text),
    };
  });
  const quotedOf = await quotedIn(
    study,
    placed.map(({ content }) => content),
  );
  const recordings: Recording[] = [];
  for (const { document, section, sent, content, fingerprint } of placed) {
    const { group } = document;
    const { quoted } = quotedOf(content);
    const asked = electorateOf(study.settings, group, section.id);
    checkPeople(study, answers, { group, section: section.id }, [...deciders(asked), ...quoted]);
    if (sent && fingerprint !== sectionFingerprint(section.text)) {
      const place = { file: document.file, line: section.line };
      const params = { section: section.id, edition: sent.id };
      diagnostics.push(diagnose("validate.document-changed", "warning", params, place));
    }
    const place = { group, id: section.id, fingerprint };
    const electorate = writeRule(asked, quoted);
    const since = saidOtherwiseSince(answers, place, gathered);
    if (since.length > 0 && answers.session)
      throw refuse("validate.said-since", {
        ...{ people: since.join(", "), session: answers.session.id, section: section.id },
      });
    const fresh = freshAnswers(answers, place, electorate, gathered);
    const hasNewNote = note !== undefined && note !== noteOf(place, gathered);
    if (fresh.size === 0 && !hasNewNote)
      diagnostics.push(diagnose("validate.already", "info", { section: section.id }));
    if (hasNewNote) diagnostics.push(...checkNote(study.settings, note, place, fresh, gathered));
    recordings.push({ ...place, content, electorate, fresh, hasNewNote });
  }
  await record(study, recordings, answers, at);
  const states = await echoStates(study, world);
  const sections = recordings.flatMap(({ group, id, fingerprint, fresh, hasNewNote }) =>
    states
      .filter((each) => each.group === group && each.id === id)
      .map((state) => ({ ...state, given: fingerprint, recorded: fresh, isNoted: hasNewNote })),
  );
  return { sections, answers, diagnostics };
}

/** In a session, a name is looked for in the document of the session's group. */
function locate(
  name: string,
  documents: readonly GroupDocument[],
  { session }: Answers,
): { document: GroupDocument; section: OutlinedSection } {
  if (session === undefined) return findSection(documents, name);
  const { id, group } = session;
  if (name.includes("/") && !name.startsWith(`${group}/`))
    throw refuse("validate.session-of-another-group", { session: id, group, section: name });
  const own = documents.filter((document) => document.group === group);
  return findSection(own, name);
}

/** What persons agree to one by one is what they were sent, not what the document has become. */
function sentWords(section: OutlinedSection, sent: ReturnType<Gathered["sent"]["get"]>): OutlinedSection {
  if (sent === undefined) throw refuse("validate.not-sent", { section: section.id });
  const words = sent.sections.get(section.id);
  if (words === undefined) throw refuse("validate.not-in-edition", { section: section.id, edition: sent.id });
  return words;
}

/** A person has a say on the sections of their group, that are left to them, or that quote them. */
function checkPeople(
  { settings }: Study,
  { stances }: Answers,
  place: { readonly group: GroupId; readonly section: SectionId },
  concerned: readonly ParticipantId[],
): void {
  for (const [person, stance] of stances)
    if (stance !== "consulted" && !isOfGroup(settings, person, place.group) && !concerned.includes(person))
      throw refuse("validate.not-of-group", { person, ...place });
}

/** The note that stands beside these words; only those of the document have one. */
function noteOf(
  { group, id, fingerprint }: Pick<Recording, "group" | "id" | "fingerprint">,
  { sections }: Gathered,
): string | undefined {
  return sections.find(
    (each) => each.group === group && each.id === id && each.present.fingerprint === fingerprint,
  )?.present.note?.content;
}

async function record(
  study: Study,
  recordings: readonly Recording[],
  { about, audience, means, session, isByGroup, sittings, note = "" }: Answers,
  at: string,
): Promise<void> {
  const spoken = recordings.filter((each) => each.fresh.size > 0);
  const noted = recordings.filter((each) => each.hasNewNote);
  if (spoken.length + noted.length === 0) return;
  await study.ledger.write(async (change) => {
    let number = await lastNumber(change.db, "validation");
    for (const { group: grp, id: section, fresh: stances, ...words } of spoken) {
      const { fingerprint, content, electorate } = words;
      const id = numbered("v", (number += 1), 4);
      await insertValidation(
        change.db,
        {
          ...{ id, grp, section, fingerprint, content, audience, means, at, electorate },
          session: session?.id ?? null,
          by_group: isByGroup ? 1 : 0,
          about: about === "both" ? null : about,
        },
        [...stances].map(([participant, stance]) => ({ participant, stance })),
        sittings,
      );
      change.record("validation.recorded", "validation", id);
      change.record("validation.recorded", "voice", id);
      if (sittings.length > 0) change.record("validation.recorded", "sitting", id);
    }
    let notes = await lastNumber(change.db, "minority_note");
    for (const { group: grp, id: section, fingerprint } of noted) {
      const id = numbered("n", (notes += 1), 3);
      await insertNote(change.db, {
        ...{ id, grp, section, fingerprint, content: note, at },
        session: session?.id ?? null,
      });
      change.record("note.recorded", "minority_note", id);
    }
  });
}
