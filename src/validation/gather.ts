// Gathers, from the documents and the ledger, everything that says where each section stands.
import { allCorrections } from "../correction/store.ts";
import { formatTurn, type GroupId, type ParticipantId, type SectionId } from "../kernel/ids.ts";
import { fingerprintsOf, readDocuments, type GroupDocument } from "../retour/document.ts";
import { outline, readHeading, type OutlinedSection } from "../retour/outline.ts";
import { findQuotes } from "../retour/quote.ts";
import { agreedText } from "../retour/section.ts";
import type { Study } from "../study/open.ts";
import { leftAltogether, renamedSubjects, touchedByWithdrawals } from "../study/store.ts";
import { participantsOf, type Settings } from "../study/settings.ts";
import { turnsByRef } from "../transcript/store.ts";
import type {
  AgreedWords,
  CorrectionFact,
  Electorate,
  RecordedRule,
  SectionFacts,
  Uncounted,
  Voice,
} from "./facts.ts";
import { whyUncounted } from "./presence.ts";
import { readRule } from "./recorded-rule.ts";
import { allNotes, allVoices, contentsOf, latestSent, recordingOrder, type PlacedVoice } from "./store.ts";

export interface SentSection extends OutlinedSection {
  readonly fingerprint: string;
}

export interface SentEdition {
  readonly id: string;
  /** When it was sent, ISO UTC. */
  readonly at: string;
  /** As they were frozen, by id. */
  readonly sections: ReadonlyMap<string, SentSection>;
}

export interface Gathered {
  /** In the order of the documents. */
  readonly sections: readonly SectionFacts[];
  /** The latest sent edition of each group that was sent one. */
  readonly sent: ReadonlyMap<string, SentEdition>;
  readonly voices: readonly PlacedVoice[];
}

type Wording = Omit<AgreedWords, keyof Quoted>;

/** The ledger has the very words that were agreed to. */
const isWhole = ({ isWithdrawn, isRenamed }: Wording): boolean => isWithdrawn !== true && isRenamed !== true;

/** Give `documents` when they have been read already. */
export async function gatherFacts(study: Study, documents?: readonly GroupDocument[]): Promise<Gathered> {
  const placed = (documents ?? (await readDocuments(study))).flatMap(({ group, sections }) =>
    sections.map((section) => ({ group, section })),
  );
  const { sent, fingerprintOf } = await readSent(
    study,
    placed.map(({ section }) => section.text),
  );
  const voices = await allVoices(study.ledger.db);
  const wordings = await wordingsBySection(study, voices);
  const corrections = await correctionsBySection(study);
  const notes = await allNotes(study.ledger.db);
  const drafts = placed.map(({ group, section }) => {
    const place = `${group}/${section.id}`;
    const fingerprint = fingerprintOf(section.text);
    const known = wordings.get(place) ?? [];
    const unheard = { fingerprint, content: agreedText(section.text), voices: [], consulted: [] };
    // Withdrawn words that someone writes again are not agreed to again, nor is a name.
    const present = known.find((words) => words.fingerprint === fingerprint && isWhole(words)) ?? unheard;
    const former = known.filter((words) => words !== present);
    const noted = (words: Wording): Wording => ({
      ...words,
      note: notes.get(`${place}/${words.fingerprint}`),
    });
    return {
      ...{ group, section, present: noted(present), former: former.map(noted) },
      corrections: corrections.get(place) ?? [],
    };
  });
  // Where nobody has spoken no rule can hold, whoever is quoted.
  const spoken = drafts
    .flatMap((draft) => [draft.present, ...draft.former])
    .filter((words) => words.voices.length > 0);
  const quoted = await quotedIn(
    study,
    spoken.map(({ content }) => content),
  );
  const withQuoted = (words: Wording): AgreedWords => ({ ...words, ...quoted(words.content) });
  const sections = drafts.map(
    ({ group, section: { id, title }, present, former, ...draft }): SectionFacts => ({
      ...draft,
      group,
      id,
      title: readHeading(present.content.split("\n", 1)[0] ?? "")?.title ?? title,
      present: withQuoted(present),
      former: former.map(withQuoted),
      sent: sent.get(group)?.sections.get(id)?.fingerprint,
      electorate: electorateOf(study.settings, group, id),
    }),
  );
  return { sections, sent, voices };
}

/** Who is asked about a section, by the rule written for it, or for the study when it has none. */
export function electorateOf(settings: Settings, group: GroupId, section: SectionId): Electorate {
  const { rule, quotedMustAgree, minimum, silence, askAgainAfter, sections } = settings.validation;
  const written = (name: string) => sections.find((each) => each.section === name);
  const own = written(`${group}/${section}`) ?? written(section);
  return {
    participants: participantsOf(settings, group).map(({ id }) => id),
    rule: own?.rule ?? rule,
    quotedMustAgree: own?.quotedMustAgree ?? quotedMustAgree,
    minimum: own?.minimum ?? minimum,
    ...{ silence, askAgainAfter },
  };
}

/**
 * The latest sent editions, and the fingerprints of their sections and of those of the
 * documents, asked for together: most sections stand as they were sent.
 */
async function readSent(
  study: Study,
  sections: readonly string[],
): Promise<{ sent: Map<string, SentEdition>; fingerprintOf: (section: string) => string }> {
  const editions = [...(await latestSent(study.ledger.db))].map(([group, { id, at, content }]) => ({
    ...{ group, id, at },
    frozen: outline(content, "").outline.sections,
  }));
  const texts = [...sections, ...editions.flatMap(({ frozen }) => frozen.map(({ text }) => text))];
  const known = new Map<string, string>();
  for (const [index, fingerprint] of (await fingerprintsOf(study, texts)).entries())
    known.set(texts[index] ?? "", fingerprint);
  const fingerprintOf = (text: string): string => known.get(text) ?? "";
  const sent = new Map<string, SentEdition>();
  for (const { group, id, at, frozen } of editions) {
    const placed = frozen.map((section) => ({ ...section, fingerprint: fingerprintOf(section.text) }));
    sent.set(group, { id, at, sections: new Map(placed.map((section) => [section.id, section])) });
  }
  return { sent, fingerprintOf };
}

/** The wordings that voices were given on, by `group/section`, the latest spoken on last. */
async function wordingsBySection(
  study: Study,
  voices: readonly PlacedVoice[],
): Promise<Map<string, Wording[]>> {
  const spoken = new Map<string, { last: PlacedVoice; voices: PlacedVoice[] }>();
  for (const voice of voices) {
    const key = `${voice.grp}/${voice.section}/${voice.fingerprint}`;
    const earlier = spoken.get(key)?.voices ?? [];
    spoken.delete(key);
    earlier.push(voice);
    spoken.set(key, { last: voice, voices: earlier });
  }
  const wordings = [...spoken.values()];
  const contents = await contentsOf(
    study.ledger.db,
    wordings.map(({ last }) => last.validation),
  );
  const withdrawn = await touchedByWithdrawals(study.ledger.db, "validation");
  const renamed = await renamedSubjects(study.ledger.db, "validation");
  const left = await leftAltogether(study.ledger.db);
  const ruleOf = recordedRules(left);
  const present = new Map(study.settings.sessions.map((each) => [String(each.id), new Set(each.present)]));
  const presentIn = (session: string): ReadonlySet<string> => present.get(session) ?? new Set();
  const bySection = new Map<string, Wording[]>();
  for (const { last, voices: own } of wordings) {
    // No content at all is not what was agreed to either: the gate finds that out.
    const content = contents.get(last.validation) ?? "";
    const isWithdrawn = own.some(({ validation }) => withdrawn.has(validation));
    const isRenamed = own.some(({ validation }) => renamed.has(validation));
    const known = { fingerprint: last.fingerprint, content, isWithdrawn, isRenamed };
    const wording = { ...known, ...withoutConsulted(own, ruleOf, whyUncounted(own, presentIn, left)) };
    push(bySection, `${last.grp}/${last.section}`, wording);
  }
  return bySection;
}

/** Those who decide, apart from those who were only consulted. */
function withoutConsulted(
  placed: readonly PlacedVoice[],
  ruleOf: (text: string) => RecordedRule | undefined,
  uncountedBy: (voice: PlacedVoice) => Uncounted | undefined,
): Pick<AgreedWords, "voices" | "consulted"> {
  const consulted = new Set<ParticipantId>();
  const voices: Voice[] = [];
  for (const each of placed) {
    const { stance, electorate, ...voice } = each;
    const under = electorate === null ? undefined : ruleOf(electorate);
    if (stance === "consulted") consulted.add(voice.participant);
    // A rule that cannot be read was not recorded by this program: nor was the voice.
    else if (electorate === null || under)
      voices.push({ ...voice, stance, under, uncounted: uncountedBy(each) });
  }
  return { voices, consulted: [...consulted] };
}

/** Most voices were given under the same rule: each is read once. */
function recordedRules(left: ReadonlySet<string>): (text: string) => RecordedRule | undefined {
  const known = new Map<string, RecordedRule | undefined>();
  return (text) => {
    if (!known.has(text)) known.set(text, readRule(text, left));
    return known.get(text);
  };
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** A correction whose return has no line in the journal counts as the latest of all. */
async function correctionsBySection(study: Study): Promise<Map<string, CorrectionFact[]>> {
  const { db } = study.ledger;
  const bySection = new Map<string, CorrectionFact[]>();
  const all = await allCorrections(db);
  const orders = all.length > 0 ? await recordingOrder(db, "return") : new Map<string, number>();
  for (const { id, participant, kind, before, decision, isIntegrated, ...correction } of all)
    push(bySection, `${correction.group}/${correction.section}`, {
      ...{ id, participant, kind, before, isIntegrated },
      outcome: decision?.outcome,
      order: orders.get(correction.return) ?? Number.MAX_SAFE_INTEGER,
    });
  return bySection;
}

type Quoted = Pick<AgreedWords, "quoted" | "unknownTurns">;

/**
 * Whom each of these texts quotes, guests and the third person aside. A turn that is not in the
 * ledger is nobody's; one of a recording, while it is not known who spoke, too.
 */
export async function quotedIn(study: Study, texts: readonly string[]): Promise<(text: string) => Quoted> {
  const { settings, ledger } = study;
  const turns = new Map(texts.map((text) => [text, findQuotes(text).flatMap((quote) => quote.turns)]));
  const speakers = await turnsByRef(ledger.db, [...turns.values()].flat());
  // Whoever is in retour.yaml no more is still the one who said it.
  const apart = new Set(
    settings.participants.filter(({ role }) => role !== "participant").map(({ id }) => id),
  );
  const recorded = new Set(
    settings.sessions.filter(({ capture }) => capture === "recording").map(({ id }) => id),
  );
  return (text) => {
    const quoted = new Set<ParticipantId>();
    const unknownTurns = new Set<string>();
    for (const turn of turns.get(text) ?? []) {
      const found = speakers.get(formatTurn(turn));
      if (found?.participant != null) {
        if (!apart.has(found.participant)) quoted.add(found.participant);
      } else if (found === undefined || recorded.has(turn.session)) unknownTurns.add(formatTurn(turn));
    }
    return { quoted: [...quoted], unknownTurns: [...unknownTurns] };
  };
}
