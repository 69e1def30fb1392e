// `receive --oral`: what someone said aloud, at a session or on the telephone.
import { sha256 } from "../kernel/fingerprint.ts";
import { asEditionId, asParticipantId, copyId } from "../kernel/ids.ts";
import type { World } from "../kernel/world.ts";
import { readFrozen, type FrozenSection } from "../copy/frozen.ts";
import type { Study } from "../study/open.ts";
import type { NameReplacer } from "../vault/replace/name-replacer.ts";
import { tally } from "../vault/replace/tally.ts";
import type { Kind } from "./correction.ts";
import type { FoundIdentity } from "./identity.ts";
import { kindOf } from "./kind.ts";
import { diagnose, refuse } from "./messages.ts";
import type { ReceivedReturn } from "./receive.ts";
import type { FoundCorrection } from "./compare-return.ts";
import { recordReturns } from "./record-return.ts";
import { checkGiven, checkIdentity, editionsSent, type SentEdition } from "./sent-editions.ts";
import { allCorrections, findReturn } from "./store.ts";

export interface SaidWords {
  readonly from: string;
  /** `peur`, or `g2/peur`. */
  readonly section: string;
  readonly text: string;
  readonly kind: Kind | undefined;
  /** The last one sent to the person's group when none is named. */
  readonly edition: string | undefined;
}

/**
 * Records words said aloud about a section, as it was sent, without names. An addition is words for
 * the end of the section; anything else is a remark on it. The same words said again are the same return.
 */
export async function receiveWords(
  study: Study,
  said: SaidWords,
  names: NameReplacer,
  world: Pick<World, "now" | "newId">,
): Promise<ReceivedReturn> {
  const spoken = said.text.trim();
  if (spoken === "") throw refuse("oral.no-words", {});
  const editions = await editionsSent(study);
  checkGiven(study, said, editions);
  const answer = checkIdentity(study, "", chooseEdition(study, said, editions), editions);
  const { edition, participant } = answer;
  const section = findSection(edition, said.section);
  const copy = copyId(edition.id, participant);
  const [nameless] = await names.replace([{ words: spoken, place: section.id }], copy);
  const text = nameless?.words ?? spoken;
  const replaced = tally((nameless?.edits ?? []).map(({ identity }) => identity));
  const correction = asked(section, text, said.kind);
  const sum = sha256(JSON.stringify([section.id, said.kind ?? "", text]));
  const earlier = await findReturn(study.ledger.db, { edition: edition.id, participant, sha256: sum });
  const told = { copy, participant, format: "oral", loss: [], replaced };
  if (earlier) {
    const all = await allCorrections(study.ledger.db);
    const corrections = all.filter((each) => each.return === earlier.id);
    const diagnostics = [diagnose("return.already-received", "info", { copy })];
    return { ...told, corrections, isRepeated: true, diagnostics };
  }
  await names.save();
  const recorded = await recordReturns(
    study,
    [{ ...answer, ...told, sha256: sum, corrections: [correction], original: undefined }],
    world,
  );
  const corrections = recorded.flatMap((each) => each.corrections);
  return { ...told, corrections, isRepeated: false, diagnostics: [] };
}

function asked({ id }: FrozenSection, text: string, kind: Kind | undefined): FoundCorrection {
  const nothing = { start: 0, end: 0, before: "", after: "" };
  const guessed = kindOf(nothing, text, []);
  const isAddition = (kind ?? guessed.kind) === "addition";
  return {
    section: id,
    start: null,
    end: null,
    before: "",
    after: isAddition ? guessed.comment : "",
    comment: isAddition ? "" : guessed.comment,
    kind: kind ?? guessed.kind,
    isProposed: kind === undefined && guessed.isProposed,
  };
}

/** The edition named, else the last one sent to a group of the person's that has the section. */
function chooseEdition(
  { settings }: Study,
  { from, edition, section }: SaidWords,
  editions: readonly SentEdition[],
): FoundIdentity {
  const participant = asParticipantId(from);
  if (edition !== undefined) return { edition: asEditionId(edition), participant };
  const groups = settings.participants.filter(({ id }) => id === participant).flatMap((each) => each.groups);
  const [named, id] = section.includes("/") ? section.split("/", 2) : [undefined, section];
  const latest = groups
    .filter((group) => named === undefined || group === named)
    .flatMap((group) => editions.findLast((each) => each.group.id === group) ?? []);
  const holding = latest.filter(({ content }) => readFrozen(content).sections.some((each) => each.id === id));
  if (holding.length > 1)
    throw refuse("oral.several-groups", {
      participant: from,
      groups: holding.map(({ group }) => group.id).join(", "),
    });
  const found = holding[0] ?? latest[0];
  if (found === undefined) throw refuse("return.nothing-sent", { group: named ?? groups.join(", ") });
  return { edition: found.id, participant };
}

function findSection({ id, content }: SentEdition, name: string): FrozenSection {
  const { sections } = readFrozen(content);
  const wanted = name.includes("/") ? name.slice(name.indexOf("/") + 1) : name;
  const found = sections.find((section) => section.id === wanted);
  if (found !== undefined) return found;
  const known = sections.map((section) => section.id).join(", ");
  throw refuse("oral.unknown-section", { section: name, edition: id, known });
}
