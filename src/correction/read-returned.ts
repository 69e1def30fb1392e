// A returned file before anything is recorded: opened, known as someone's answer to an edition, and
// compared with what was sent. A message may hold several returns.
import { RetourError, type Diagnostic } from "../kernel/diagnostic.ts";
import { readBytes } from "../kernel/files.ts";
import { sha256 } from "../kernel/fingerprint.ts";
import { asEditionId, asParticipantId, copyId, type CopyId, type SectionId } from "../kernel/ids.ts";
import { copyAsSent } from "../copy/make-copy.ts";
import type { SentCopy } from "../copy/sent-copy.ts";
import { copiesOf } from "../copy/store.ts";
import type { Study } from "../study/open.ts";
import type { NameReplacer } from "../vault/replace/name-replacer.ts";
import { compareReturn } from "./compare-return.ts";
import { identify, refusalOf, type Doubt, type FoundIdentity, type GivenIdentity } from "./identity.ts";
import { diagnose, refuse } from "./messages.ts";
import { extensionOf, isReadable, readerOf, unreadable } from "./readers.ts";
import type { ReturnToRecord } from "./record-return.ts";
import { replaceInReturn } from "./replace-names.ts";
import type { AttachedFile, Loss, OpenedReturn, ReadReturn, Remark, StatedIdentity } from "./return.ts";
import { checkIdentity, type Answer, type SentEdition } from "./sent-editions.ts";
import type { Row } from "../ledger/schema.ts";
import { findReturn, returnsLike, returnsTo } from "./store.ts";

export interface ReturnedFile {
  /** Absolute. */
  readonly path: string;
  /** As the person named it. */
  readonly name: string;
}

/** What only a person can say of a return. */
export interface Asking {
  /** Who answered which edition, when neither the file nor the options say it, or they disagree. */
  readonly identity: (
    file: string,
    found: FoundIdentity,
    doubt: Doubt | undefined,
    editions: readonly SentEdition[],
  ) => Promise<FoundIdentity>;
  /** Whether a file that came from one person, byte for byte, comes from another one too. */
  readonly isAlsoFrom: (file: string, answer: Answer, other: string) => Promise<boolean>;
  /** Which section some words are about; `whole` for the text as a whole; undefined to leave them. */
  readonly section: (words: string, sent: SentCopy) => Promise<SectionId | "whole" | undefined>;
}

/** What reading files needs, and remembers from one to the next. */
export interface Desk {
  readonly study: Study;
  readonly given: GivenIdentity;
  readonly editions: readonly SentEdition[];
  readonly asking: Asking | undefined;
  readonly names: NameReplacer;
  /** Whose the files read before are, by the fingerprint of their bytes. */
  readonly answers: Map<string, Answer>;
  /** The returns read before and not recorded yet. */
  readonly unrecorded: Pick<Row<"return">, "edition" | "participant" | "sha256" | "format">[];
}

/** A file, or one in it, that is not received, and why. */
export interface RefusedFile {
  /** As the person named it. */
  readonly file: string;
  readonly reason: RetourError;
}

export interface ReadFiles {
  readonly read: readonly ReadFile[];
  /** What came in the same message and cannot be taken. */
  readonly refused: readonly RefusedFile[];
}

export interface ReadFile extends ReturnToRecord {
  /** As the person named the file that brought it. */
  readonly file: string;
  /** The return that held the same bytes: this one is it again. */
  readonly earlier: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** One return of a file: the file itself, or one that is attached to it. */
interface Member {
  readonly format: string;
  readonly sha256: string;
  readonly opened: OpenedReturn;
  readonly stated: StatedIdentity;
}

/** Messages in messages, deeper than anyone passes them on. */
const DEEPEST = 3;

/**
 * Reads a file. Refuses one that cannot be read, and one whose person or edition is in doubt; of a
 * message, what is attached and cannot be taken stops nothing else that it brings.
 */
export async function readReturned(desk: Desk, file: ReturnedFile): Promise<ReadFiles> {
  const bytes = readBytes(file.path, undefined, file.name);
  const reader = await readerOf(file.name);
  const opened = await reader.open(bytes, file.name);
  const itself = { format: reader.format, sha256: sha256(bytes), opened, stated: opened.identity };
  const refused: RefusedFile[] = [];
  const around = { around: undefined, depth: 0 };
  const read = unlike(await readWithAttached(desk, file.name, itself, refused, around));
  const fresh = read.findIndex(({ earlier }) => earlier === undefined);
  const original = { bytes, extension: extensionOf(file.name) };
  // The file is kept once, with the first return that it brings.
  return { read: read.map((each, index) => (index === fresh ? { ...each, original } : each)), refused };
}

/** The same return twice in one message is one. */
function unlike(read: readonly ReadFile[]): ReadFile[] {
  const known = new Set<string>();
  return read.filter(({ sha256: sum, participant, edition }) => {
    const key = `${sum} ${copyId(edition.id, participant)}`;
    return !known.has(key) && known.add(key);
  });
}

interface Around {
  /** The copy that the message around it names. */
  readonly around: CopyId | undefined;
  /** How many messages it is in. */
  readonly depth: number;
}

/** What a message brings: the returns attached to it, and what it says itself beyond a greeting. */
async function readWithAttached(
  desk: Desk,
  file: string,
  itself: Member,
  refused: RefusedFile[],
  { around, depth }: Around,
): Promise<ReadFile[]> {
  const { attached } = itself.opened;
  if (attached === undefined) return [await readMember(desk, file, itself, around)];
  const { returns, letters, unread } = await openAttached(attached, file, refused);
  const copy = sharedCopy([...returns, itself]) ?? around;
  const read: ReadFile[] = [];
  // Once someone has said whose the first is, the others in the message are that person's too.
  const shared = (): CopyId | undefined => copy ?? copyOf(read[0]);
  for (const { name, ...member } of returns)
    await orRefused(name, refused, async () => {
      read.push(await readMember(desk, file, member, shared()));
    });
  const passedOn = (): boolean => read.length === 0 && letters.length > 0 && depth < DEEPEST;
  const saysNothing = read.length === 0 && refused.length === 0 && !passedOn() && unread.length === 0;
  const stated = { ...itself.stated, besides: sharedCopy(returns) };
  if (itself.opened.isSilent !== true || saysNothing)
    await orRefused(file, refused, async () => {
      const own = await readMember(desk, file, { ...itself, stated }, shared());
      if (saysMore(own)) read.push(own);
    });
  if (passedOn()) {
    const inside = { around: shared(), depth: depth + 1 };
    for (const { name, ...letter } of letters)
      await orRefused(name, refused, async () => {
        read.push(...(await readWithAttached(desk, file, letter, refused, inside)));
      });
  } else unread.push(...letters.map(() => "eml"));
  const [first, ...others] = read;
  // When nothing at all can be taken, the file is refused.
  if (first === undefined) throw refused[0]?.reason ?? nothingSaid(file, unread);
  const loss = unread.map((extension): Loss => {
    return { place: `attachment/${desk.names.clean(extension)}`, words: "" };
  });
  return [{ ...first, loss: [...first.loss, ...loss] }, ...others];
}

/** Does it, or keeps the reason why it is refused. */
async function orRefused(file: string, refused: RefusedFile[], read: () => Promise<void>): Promise<void> {
  try {
    await read();
  } catch (reason) {
    if (!(reason instanceof RetourError)) throw reason;
    refused.push({ file, reason });
  }
}

const copyOf = (read: ReadFile | undefined): CopyId | undefined =>
  read && copyId(read.edition.id, read.participant);

const saysMore = ({ corrections, loss }: ReadFile): boolean =>
  corrections.length > 0 || loss.some(({ words }) => words !== "");

interface AttachedMember extends Member {
  /** What it is called in messages. */
  readonly name: string;
}

/** Opens what is attached: returns, other messages, and the kinds of what is neither. */
async function openAttached(
  attached: readonly AttachedFile[],
  file: string,
  refused: RefusedFile[],
): Promise<{ returns: AttachedMember[]; letters: AttachedMember[]; unread: string[] }> {
  const returns: AttachedMember[] = [];
  const letters: AttachedMember[] = [];
  const unread: string[] = [];
  for (const [index, { extension, copy, bytes }] of attached.entries()) {
    if (!isReadable(extension)) {
      unread.push(extension);
      continue;
    }
    // Its own name may be someone's: its number among what is attached is said instead.
    const name = `${file} (${String(index + 1)}.${extension})`;
    await orRefused(name, refused, async () => {
      const reader = await readerOf(`.${extension}`);
      const opened = await reader.open(bytes, name);
      const stated = { ...opened.identity, copy: opened.identity.copy ?? copy, besides: copy };
      const member = { name, format: reader.format, sha256: sha256(bytes), opened, stated };
      (opened.attached === undefined ? returns : letters).push(member);
    });
  }
  return { returns, letters, unread };
}

/** The copy that those which name one agree on: what comes in one message comes from one person. */
function sharedCopy(members: readonly Member[]): CopyId | undefined {
  const copies = new Set(members.flatMap(({ stated }) => [stated.copy ?? [], stated.besides ?? []].flat()));
  const [only] = copies;
  return copies.size === 1 ? only : undefined;
}

function nothingSaid(file: string, [first]: readonly string[]): Error {
  return first === undefined ? refuse("email.nothing-said", { file }) : unreadable(file, first);
}

async function readMember(
  desk: Desk,
  file: string,
  { format, sha256: sum, opened, stated }: Member,
  around: CopyId | undefined,
): Promise<ReadFile> {
  const { study, asking } = desk;
  const identity = { ...stated, copy: stated.copy ?? around };
  const { answer, inside } = await whoAnswered(desk, file, identity, sum);
  const { edition, participant } = answer;
  const notes = await compareWithOthers(desk, file, answer, sum);
  const { sent, whole } = await readAsSent(study, opened, answer, inside, format);
  const earlier = await findReturn(study.ledger.db, { edition: edition.id, participant, sha256: sum });
  // Nothing more is recorded of one that came before: nobody is asked about it.
  const isNew = earlier === undefined;
  const { read: nameless, replaced } = isNew
    ? await replaceInReturn(desk.names, sent, whole, file)
    : { read: whole, replaced: [] };
  const read = asking && isNew ? await placed(nameless, sent, asking) : nameless;
  const { corrections, loss, found } = compareReturn(sent, read);
  // A message written beside the copy: everything would seem to have been taken out.
  if (found === 0) throw refuse("return.no-section", { file, edition: edition.id });
  return {
    ...answer,
    file,
    ...{ format, sha256: sum, corrections, loss, replaced },
    original: undefined,
    earlier: earlier?.id,
    diagnostics: [...read.diagnostics, ...(isNew ? notes : [])],
  };
}

/** Who answered which edition: told, else asked, else refused with the reason. */
async function whoAnswered(
  desk: Desk,
  file: string,
  stated: StatedIdentity,
  sum: string,
): Promise<{ answer: Answer; inside: FoundIdentity }> {
  const { study, given, editions, asking, answers } = desk;
  const { doubt: disagreement, inside, ...found } = identify(file, stated, given, study.ledger.studyId);
  const doubt = disagreement ?? (await neverMade(study, stated.copy, inside, given));
  const isWhole = found.edition !== undefined && found.participant !== undefined;
  // The same bytes, under a name that says nothing either, are the same person's.
  const known = isWhole ? undefined : (answers.get(sum) ?? (await receivedAs(desk, file, found, sum)));
  if (known) return { answer: known, inside };
  if (doubt && !asking) throw refusalOf(file, doubt);
  const isAsked = asking !== undefined && (doubt !== undefined || !isWhole);
  const identity = isAsked ? await asking.identity(file, found, doubt, editions) : found;
  const answer = checkIdentity(study, file, identity, editions);
  answers.set(sum, answer);
  return { answer, inside };
}

/** Whose these bytes were when they were received before, unless they came from several people. */
async function receivedAs(
  { study, editions }: Desk,
  file: string,
  found: FoundIdentity,
  sum: string,
): Promise<Answer | undefined> {
  const [only, ...others] = (await returnsLike(study.ledger.db, sum)).filter(
    ({ edition, participant }) =>
      edition === (found.edition ?? edition) && participant === (found.participant ?? participant),
  );
  if (only === undefined || others.length > 0) return undefined;
  const [edition, participant] = [asEditionId(only.edition), asParticipantId(only.participant)];
  return checkIdentity(study, file, { edition, participant }, editions);
}

/** A file may say that it is a copy which nobody ever made: its person has to be confirmed. */
async function neverMade(
  { ledger }: Study,
  copy: CopyId | undefined,
  { edition, participant }: FoundIdentity,
  { from }: GivenIdentity,
): Promise<Doubt | undefined> {
  if (copy === undefined || edition === undefined || from !== undefined) return undefined;
  const made = await copiesOf(ledger.db, edition);
  const isMade = made.length === 0 || made.some((each) => each.participant === participant);
  return isMade ? undefined : { why: "never-made", copy };
}

/** What there is to know of a return beside those that came before it. */
async function compareWithOthers(
  { study, asking, unrecorded }: Desk,
  file: string,
  answer: Answer,
  sum: string,
): Promise<Diagnostic[]> {
  const { edition, participant } = answer;
  const copy = copyId(edition.id, participant);
  const recorded = await returnsTo(study.ledger.db, edition.id);
  const others = [...recorded, ...unrecorded.filter((each) => each.edition === edition.id)];
  const twin = others.find((each) => each.sha256 === sum && each.participant !== participant);
  const isAgain = others.some((each) => each.sha256 === sum && each.participant === participant);
  if (twin && !isAgain) {
    const params = { copy, other: twin.participant };
    const isMeant = asking === undefined || (await asking.isAlsoFrom(file, answer, twin.participant));
    if (!isMeant) throw refuse("return.same-file-as", params);
    return [diagnose("return.same-file-as", "warning", params, { file })];
  }
  const isFurther = others.some(
    (each) => each.participant === participant && each.sha256 !== sum && each.format !== "oral",
  );
  return isFurther ? [diagnose("return.further", "info", { copy }, { file })] : [];
}

/** What a file of a kind may have been saved from: a copy of another kind, whose letter is another. */
const savedFrom: Readonly<Record<string, readonly string[]>> = {
  txt: ["docx", "odt"],
  eml: ["docx", "odt"],
  docx: ["odt"],
  odt: ["docx"],
};

/** Reads a return against the copy whose letter it holds. */
async function readAsSent(
  study: Study,
  opened: OpenedReturn,
  answer: Answer,
  inside: FoundIdentity,
  format: string,
): Promise<{ sent: SentCopy; whole: ReadReturn }> {
  const sent = await sentTo(study, answer, inside, format);
  const whole = opened.read(sent);
  const isOfLetter = ({ place }: Loss): boolean => place === "letter";
  const made = await copiesOf(study.ledger.db, answer.edition.id);
  const kind = savedFrom[format]?.find((each) => made.some((copy) => copy.format === each));
  if (kind === undefined) return { sent, whole };
  const other = await sentTo(study, answer, inside, kind);
  if (other.letter === sent.letter || !compareReturn(sent, whole).loss.some(isOfLetter))
    return { sent, whole };
  const again = opened.read(other);
  const isCloser = !compareReturn(other, again).loss.some(isOfLetter);
  return isCloser ? { sent: other, whole: again } : { sent, whole };
}

/** The copy as it was sent. That of one person, which another answered, is as it was made for the first. */
async function sentTo(
  study: Study,
  { edition, participant }: Answer,
  inside: FoundIdentity,
  format: string,
): Promise<SentCopy> {
  const { id, group, content } = edition;
  const sent = await copyAsSent(study, group, id, content, participant, format);
  if (inside.participant === undefined || inside.participant === participant) return sent;
  const other = await copyAsSent(study, group, id, content, inside.participant, format);
  return { ...other, ownTurns: sent.ownTurns };
}

/** Asks about which section each remark is that no section was found for. */
async function placed(read: ReadReturn, sent: SentCopy, asking: Asking): Promise<ReadReturn> {
  const remarks: Remark[] = [];
  const loss = [...read.loss];
  for (const remark of read.remarks ?? []) {
    const place = remark.section ?? (await asking.section(remark.words, sent));
    if (place === "whole") loss.push({ place, words: remark.words });
    else remarks.push({ ...remark, section: place });
  }
  return { ...read, remarks, loss };
}
