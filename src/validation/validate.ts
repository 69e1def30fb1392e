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
import { gatherFacts, quotedIn, type Gathered } from "./gather.ts";
import { diagnose, refuse } from "./messages.ts";
import { standingVoices } from "./rule.ts";
import type { SectionState } from "./state.ts";
import { insertValidation, lastValidationNumber } from "./store.ts";

export interface ValidatedState extends SectionState {
  /** The fingerprint of the words the answers are about. */
  readonly given: string;
  /** Who was counted for what; empty when nothing was new. */
  readonly recorded: Answers["stances"];
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
  readonly fresh: Answers["stances"];
}

/** Records the answers on all sections, or on none when one of them is refused. */
export async function validate(
  study: Study,
  request: ValidateRequest,
  world: Pick<World, "now">,
): Promise<ValidateResult> {
  const answers = readAnswers(study.settings, request);
  const documents = await readDocuments(study);
  const gathered = await gatherFacts(study, documents);
  const found = new Map(
    request.sections.map((name) => {
      const located = locate(name, documents, answers);
      return [`${located.document.group}/${located.section.id}`, located];
    }),
  );
  const diagnostics: Diagnostic[] = [];
  const recordings: Recording[] = [];
  for (const { document, section } of found.values()) {
    const { group } = document;
    const sent = gathered.sent.get(group);
    const words = answers.isByGroup ? section : sentWords(section, sent);
    const fingerprint = sectionFingerprint(words.text);
    await checkPeople(study, answers, group, words);
    if (sent && fingerprint !== sectionFingerprint(section.text)) {
      const place = { file: document.file, line: section.line };
      const params = { section: section.id, edition: sent.id };
      diagnostics.push(diagnose("validate.document-changed", "warning", params, place));
    }
    const fresh = newAnswers(answers, { group, id: section.id, fingerprint }, gathered);
    if (fresh.size === 0) diagnostics.push(diagnose("validate.already", "info", { section: section.id }));
    recordings.push({ group, id: section.id, content: agreedText(words.text), fingerprint, fresh });
  }
  await record(study, recordings, answers, timestamp(world));
  const states = await echoStates(study, world);
  const sections = recordings.flatMap(({ group, id, fingerprint, fresh }) =>
    states
      .filter((each) => each.group === group && each.id === id)
      .map((state) => ({ ...state, given: fingerprint, recorded: fresh })),
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

/** A person has a say on the sections of their group, and on those that quote them. */
async function checkPeople(
  study: Study,
  { stances }: Answers,
  group: GroupId,
  words: OutlinedSection,
): Promise<void> {
  const strangers = [...stances.keys()].filter((person) => !isOfGroup(study.settings, person, group));
  if (strangers.length === 0) return;
  const quoted = await quotedIn(study, [words.text]);
  const person = strangers.find((each) => !quoted(words.text).quoted.includes(each));
  if (person !== undefined) throw refuse("validate.not-of-group", { person, section: words.id, group });
}

/** The answers that are not already the person's last standing ones on these words. */
function newAnswers(
  { stances, audience, means, session, isByGroup }: Answers,
  { group, id, fingerprint }: Pick<Recording, "group" | "id" | "fingerprint">,
  { voices, sections }: Gathered,
): Answers["stances"] {
  const onWords = voices.filter(
    (voice) => voice.grp === group && voice.section === id && voice.fingerprint === fingerprint,
  );
  const corrections = sections.find((each) => each.group === group && each.id === id)?.corrections ?? [];
  const standing = standingVoices(onWords, corrections);
  const isNew = ([person, stance]: [ParticipantId, string]): boolean => {
    const last = standing.findLast((voice) => voice.participant === person);
    return (
      last?.stance !== stance ||
      last.audience !== audience ||
      last.means !== means ||
      last.session !== (session?.id ?? null) ||
      last.isByGroup !== isByGroup
    );
  };
  const fresh = [...stances].filter(isNew);
  // A decision of the group is one act: it is recorded whole, or not again.
  return isByGroup && fresh.length > 0 ? stances : new Map(fresh);
}

async function record(
  study: Study,
  recordings: readonly Recording[],
  { audience, means, session, isByGroup }: Answers,
  at: string,
): Promise<void> {
  const fresh = recordings.filter((each) => each.fresh.size > 0);
  if (fresh.length === 0) return;
  await study.ledger.write(async (change) => {
    let number = await lastValidationNumber(change.db);
    for (const { group: grp, id: section, fingerprint, content, fresh: stances } of fresh) {
      const id = numbered("v", (number += 1), 4);
      await insertValidation(
        change.db,
        {
          ...{ id, grp, section, fingerprint, content, audience, means, at },
          session: session?.id ?? null,
          by_group: isByGroup ? 1 : 0,
          about: null,
        },
        [...stances].map(([participant, stance]) => ({ participant, stance })),
      );
      change.record("validation.recorded", "validation", id);
      change.record("validation.recorded", "voice", id);
    }
  });
}
