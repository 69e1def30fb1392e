// `report suites-données`: one page for each person, with what became of what they asked.
import { exists, readBytes } from "../kernel/files.ts";
import { sha256 } from "../kernel/fingerprint.ts";
import { DiagnosedError, type Diagnostic } from "../kernel/diagnostic.ts";
import { asEditionId, type CorrectionId, type EditionId, type ParticipantId } from "../kernel/ids.ts";
import { readFrozen } from "../copy/frozen.ts";
import { blur } from "../retour/blur.ts";
import { readDocument } from "../retour/document.ts";
import { withoutComments } from "../retour/section.ts";
import { findTemplate, isShipped, renderTemplate } from "../retour/template.ts";
import { editionsOf } from "../retour/store.ts";
import { followUpPath } from "../study/folder.ts";
import type { Study } from "../study/open.ts";
import { participantsOf, type Group, type Settings } from "../study/settings.ts";
import { withdrawnPhrases } from "../study/withdrawn.ts";
import { byFile, type Leak, type Names } from "../vault/scan/leak.ts";
import { scanStudyFiles, type Files } from "../vault/scan/scan.ts";
import type { Correction } from "./correction.ts";
import {
  followedAs,
  namesSomeoneElse,
  requestsOf,
  type Followed,
  type SectionRequests,
} from "./follow-up.ts";
import { diagnose, refuse } from "./messages.ts";
import { editionsSent, type SentEdition } from "./sent-editions.ts";
import { allCorrections, decidedSince, keepWritten, writtenSums } from "./store.ts";

const formats = ["md", "html"] as const;

type Format = (typeof formats)[number];

export interface ReportWanted {
  readonly to: readonly string[];
  /** The edition that was answered; the last one that was when none is named. */
  readonly edition: string | undefined;
  readonly formats: readonly string[];
}

export interface PersonReport {
  readonly participant: ParticipantId;
  /** Relative to the study, one for each format. */
  readonly files: readonly string[];
  readonly corrections: readonly {
    readonly id: CorrectionId;
    readonly outcome: Followed;
    readonly reason: string | null;
  }[];
}

export interface Reports {
  /** The edition that was answered. */
  readonly edition: EditionId;
  /** The edition that the reports go out with: the next one, when it is there. */
  readonly goesWith: EditionId;
  readonly reports: readonly PersonReport[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Writes the report of each person of the group who asked for something; nothing when one would say a name or
 * withdrawn words. `names`: of the vault; undefined when the study keeps none.
 */
export async function report(
  study: Study,
  group: Group,
  wanted: ReportWanted,
  names?: Names,
): Promise<Reports> {
  const people = recipients(study.settings, group, wanted.to);
  const asFormats = formatsOf(wanted.formats);
  const all = await allCorrections(study.ledger.db);
  const sent = (await editionsSent(study)).filter((each) => each.group.id === group.id);
  const answered = answeredEdition(sent, all, wanted.edition, group);
  const goesWith = await nextAfter(study, group, answered.id);
  const since = await decidedSince(study.ledger.db, answered.id);
  const isCovered = (each: Correction): boolean =>
    each.edition === answered.id || (isBefore(each.edition, answered.id) && isLeftFrom(each, since));
  const sections = new Map(sent.map(({ id, content }) => [id, readFrozen(content).sections]));
  const template = findTemplate(study.root, "suites", study.settings.language);
  const now = withoutComments((await readDocument(study, group.id)).text);
  const made: Made[] = [];
  for (const participant of people) {
    const own = all.filter(
      (each) => each.participant === participant && each.group === group.id && isCovered(each),
    );
    if (own.length === 0) continue;
    const requests = requestsOf(own, all, sections, study.settings, now);
    const person = study.settings.participants.find(({ id }) => id === participant);
    const write = (say: (words: string) => string): string => {
      const text = renderTemplate(template, {
        study: { title: say(study.settings.title), kind: study.settings.kind },
        group: { title: say(group.title) },
        person: say(study.settings.attribution === "pseudonym" ? (person?.pseudonym ?? "") : ""),
        edition: answered.id,
        sections: requests.map((each) => sayRequests(each, say)),
      });
      return `${text.trim()}\n`;
    };
    const text = write((words) => words);
    const isOurs = isShipped(template, "suites", study.settings.language);
    made.push({ participant, own, text, twin: () => (isOurs ? write(blur) : blur(text)) });
  }
  const filesOf = async (textOf: (one: Made) => string): Promise<ReportFile[]> => {
    const files: ReportFile[] = [];
    for (const one of made)
      for (const format of asFormats) {
        const content = format === "md" ? textOf(one) : await asPage(textOf(one), study.settings);
        const { participant } = one;
        files.push({ participant, path: followUpPath(goesWith, participant, format), content });
      }
    return files;
  };
  const files = await filesOf(({ text }) => text);
  await lookThrough(study, files, { names, twins: () => filesOf(({ twin }) => twin()) });
  await writeAll(study, files);
  return {
    edition: answered.id,
    goesWith,
    reports: made.map(({ participant, own }) => ({
      participant,
      files: files.filter((file) => file.participant === participant).map(({ path }) => path),
      corrections: own.map((each) => ({
        id: each.id,
        outcome: followedAs(each),
        reason: each.decision?.reason ?? null,
      })),
    })),
    diagnostics: made.flatMap(({ own, participant }) =>
      namesSomeoneElse(own, study.settings).map((correction) =>
        diagnose("report.names-someone", "warning", { correction, participant }),
      ),
    ),
  };
}

/** The groups that asked for something, of this edition when one is named. */
export async function groupsThatAsked(study: Study, edition: string | undefined): Promise<Group[]> {
  const asked = (await allCorrections(study.ledger.db)).filter(
    (each) => edition === undefined || each.edition === edition,
  );
  return study.settings.groups.filter(({ id }) => asked.some(({ group }) => group === id));
}

function recipients(settings: Settings, group: Group, to: readonly string[]): ParticipantId[] {
  const everyone = participantsOf(settings, group.id).map(({ id }) => id);
  const stranger = to.find((id) => !everyone.some((each) => each === id));
  if (stranger !== undefined)
    throw refuse("return.unknown-participant", { participant: stranger, known: everyone.join(", ") });
  return to.length === 0 ? everyone : everyone.filter((id) => to.includes(id));
}

function formatsOf(wanted: readonly string[]): Format[] {
  const unknown = wanted.find((each) => !formats.some((format) => format === each));
  if (unknown !== undefined)
    throw refuse("report.unknown-format", { format: unknown, known: formats.join(", ") });
  return formats.filter((format) => wanted.length === 0 || wanted.includes(format));
}

/** The edition named, else the last one that someone answered with a correction. */
function answeredEdition(
  sent: readonly SentEdition[],
  all: readonly Correction[],
  wanted: string | undefined,
  group: Group,
): SentEdition {
  const known = sent.map(({ id }) => id).join(", ");
  const found =
    wanted === undefined
      ? sent.findLast(({ id }) => all.some(({ edition }) => edition === id))
      : sent.find(({ id }) => id === wanted);
  if (found) return found;
  if (wanted !== undefined) throw refuse("return.unknown-edition", { edition: wanted, known });
  throw refuse(known === "" ? "return.nothing-sent" : "report.nothing-asked", { group: group.id });
}

async function nextAfter(study: Study, group: Group, answered: EditionId): Promise<EditionId> {
  const ids = (await editionsOf(study.ledger.db, group.id)).flatMap(({ id }) => asEditionId(id) ?? []);
  return ids[ids.indexOf(answered) + 1] ?? answered;
}

const isBefore = (a: EditionId, b: EditionId): boolean => Number(a.slice(1)) < Number(b.slice(1));

/** Of an earlier edition: what was still waiting when the later one went out. */
function isLeftFrom({ decision }: Correction, since: ReadonlySet<number>): boolean {
  return decision === null || since.has(decision.id);
}

interface Made {
  readonly participant: ParticipantId;
  readonly own: readonly Correction[];
  readonly text: string;
  /** The text without a word of the study. */
  readonly twin: () => string;
}

function sayRequests(
  { title, corrections }: SectionRequests,
  say: (words: string) => string,
): SectionRequests {
  return {
    title: say(title),
    corrections: corrections.map((each) => ({
      ...each,
      before: say(each.before),
      asked: say(each.asked),
      comment: say(each.comment),
      words: say(each.words),
      reason: say(each.reason),
    })),
  };
}

interface ReportFile {
  readonly participant: ParticipantId;
  readonly path: string;
  readonly content: string;
}

async function asPage(text: string, { language }: Settings): Promise<string> {
  const { htmlPage, markdownToHtml } = await import("../retour/html.ts");
  const title = /^# (.*)$/m.exec(text)?.[1] ?? "";
  return htmlPage({ title, language, body: markdownToHtml(text) });
}

async function lookThrough(
  { ledger }: Study,
  files: readonly ReportFile[],
  { names, twins }: { names: Names | undefined; twins: () => Promise<ReportFile[]> },
): Promise<void> {
  const withdrawn = { study: ledger.studyId, phrases: await withdrawnPhrases(ledger) };
  const byPath = (all: readonly ReportFile[]): Files =>
    new Map(all.map(({ path, content }) => [path, content]));
  const leaks = await scanStudyFiles(byPath(files), async () => byPath(await twins()), { names, withdrawn });
  if (leaks.length > 0) throw new DiagnosedError(byFile(leaks).map(leakDiagnostic));
}

function leakDiagnostic({ file, inside: where, kind, line, about }: Leak): Diagnostic {
  const place = line === undefined ? { file } : { file, line };
  if (kind === "name") return diagnose("report.leak-name", "error", { where, name: about }, place);
  return diagnose("report.leak-withdrawn", "error", { where }, place);
}

/** Writes what says something new. A report that someone wrote in stays; the new one is put beside it. */
async function writeAll(study: Study, files: readonly ReportFile[]): Promise<void> {
  const known = await writtenSums(study.ledger.db);
  const fresh = files.filter(({ path, content }) => {
    return known.get(path) !== sha256(content) || !exists(study.path(path));
  });
  await study.ledger.write(async (change) => {
    for (const { path, content } of fresh) {
      const onDisk = exists(study.path(path)) ? readBytes(study.path(path)) : undefined;
      const isOurs = onDisk !== undefined && sha256(onDisk) === known.get(path);
      change.writeFile(path, content, isOurs ? onDisk : undefined);
      await keepWritten(change.db, { path, sha256: sha256(content) });
    }
  });
}
