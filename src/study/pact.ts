// The pact: the text in retour.yaml, its versions, and who agreed to which. A version is one wording,
// typography aside: what only looks different is not asked for again.
import type { Kysely } from "kysely";
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { fingerprint } from "../kernel/fingerprint.ts";
import { asParticipantId, type ParticipantId } from "../kernel/ids.ts";
import { timestamp, type World } from "../kernel/world.ts";
import type { Tables } from "../ledger/schema.ts";
import { foldTypography } from "../wording/fold.ts";
import { refuse } from "./messages.ts";
import type { Study } from "./open.ts";
import { namedDay, namedPeople } from "./people.ts";
import type { Settings } from "./settings.ts";
import { addPact, addPactAgreements, pactAgreementRows, pactRows } from "./store.ts";

export interface PactAgreement {
  readonly participant: ParticipantId;
  readonly version: number;
  /** `2026-01-15` */
  readonly day: string;
}

export interface Pact {
  /** As retour.yaml holds it, its ends trimmed. */
  readonly text: string;
  readonly fingerprint: string;
  /** The one that this text has, or will have when somebody first agrees to it. */
  readonly version: number;
  /** False while nobody agreed to this text. */
  readonly isAgreedTo: boolean;
  /** Everybody who agreed to this text. */
  readonly agreed: readonly PactAgreement[];
  /** Participants who agreed only to an earlier text, with the latest they agreed to. */
  readonly earlier: readonly PactAgreement[];
  /** Participants who agreed to none. */
  readonly never: readonly ParticipantId[];
  /** The wording of each version that `earlier` names. */
  readonly texts: ReadonlyMap<number, string>;
}

/**
 * Undefined when the study has no pact, or keeps agreement elsewhere, on paper, and has recorded none
 * to its pact here.
 */
export async function readPact(db: Kysely<Tables>, settings: Settings): Promise<Pact | undefined> {
  const text = settings.pact.trim();
  if (text === "") return undefined;
  const [known, agreements] = [await pactRows(db), await agreementsIn(db)];
  if (settings.consent === "elsewhere" && agreements.length === 0) return undefined;
  // Words that are the same to the letter need not be folded, which takes longer than all the rest.
  const print = known.find(({ content }) => content === text)?.fingerprint ?? fingerprintOf(text);
  const current = known.find((each) => each.fingerprint === print);
  const version = current?.version ?? 1 + Math.max(0, ...known.map((each) => each.version));
  const agreed = agreements.filter((each) => each.version === version);
  const others = settings.participants
    .filter(({ role, id }) => role === "participant" && !agreed.some(({ participant }) => participant === id))
    .map(({ id }) => ({ id, last: agreements.findLast(({ participant }) => participant === id) }));
  return {
    ...{ text, version, agreed, fingerprint: print, isAgreedTo: current !== undefined },
    earlier: others.flatMap(({ last }) => last ?? []),
    never: others.filter(({ last }) => last === undefined).map(({ id }) => id),
    texts: new Map(known.map((each) => [each.version, each.content])),
  };
}

export interface AgreedPact {
  readonly version: number;
  readonly recorded: readonly PactAgreement[];
  /** Those who had agreed to this text already. */
  readonly unchanged: readonly PactAgreement[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Records agreement to the text as it is now. `day`, `2026-01-15`, is today when undefined. */
export async function agreeToPact(
  study: Study,
  given: { people: readonly string[]; day: string | undefined },
  world: World,
): Promise<AgreedPact> {
  const { settings, ledger } = study;
  const people = namedPeople(settings, given.people);
  const { day, diagnostics } = namedDay(given.day, world);
  // Whoever records an agreement keeps it here.
  const pact = await readPact(ledger.db, { ...settings, consent: "kept" });
  if (pact === undefined) throw refuse("pact.none", {});
  const { version } = pact;
  const unchanged = pact.agreed.filter(({ participant }) => people.includes(participant));
  const recorded = people
    .filter((id) => !unchanged.some(({ participant }) => participant === id))
    .map((participant) => ({ participant, version, day }));
  const at = timestamp(world);
  if (recorded.length > 0)
    await ledger.write(async (change) => {
      if (!pact.isAgreedTo)
        await addPact(change, { version, fingerprint: pact.fingerprint, content: pact.text, at });
      await addPactAgreements(
        change,
        recorded.map(({ participant }) => ({ pact: version, participant, day, at })),
      );
    });
  return { version, recorded, unchanged, diagnostics };
}

/** In the order of the versions. */
async function agreementsIn(db: Kysely<Tables>): Promise<PactAgreement[]> {
  const rows = await pactAgreementRows(db);
  return rows.flatMap(({ pact: version, day, ...row }) => {
    const participant = asParticipantId(row.participant);
    return participant === undefined ? [] : [{ participant, version, day }];
  });
}

function fingerprintOf(text: string): string {
  return fingerprint("retour-pact-1", [foldTypography(text)]);
}
