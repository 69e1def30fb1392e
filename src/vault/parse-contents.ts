// What is inside the vault, as text: JSON with one identity, one answer and one turn to a line,
// so that whoever opens the file with the age program can read it.
import { asParticipantId, parseTurns } from "../kernel/ids.ts";
import { identityKinds, type Answer, type Identity, type VaultContents } from "./contents.ts";
import { refuse } from "./messages.ts";

const KNOWN_VERSION = 1;

export function emptyContents(id: string): VaultContents {
  return { version: 1, id, identities: [], answers: [], originals: {} };
}

export function formatContents(contents: VaultContents): string {
  const { version, id, identities, answers, originals, withdrawn = [] } = contents;
  const sessions = Object.entries(originals).map(([session, turns]) => {
    const lines = Object.entries(turns).map(([turn, words]) => `${text(turn)}: ${text(words)}`);
    return `${text(session)}: {${block(lines)}}`;
  });
  return `{
"retour": "vault", "version": ${String(version)}, "id": ${text(id)},
"identities": [${block(identities.map(text))}],
"answers": [${block(answers.map(text))}],${withdrawn.length === 0 ? "" : `\n"withdrawn": ${text(withdrawn)},`}
"originals": {${block(sessions)}}
}
`;
}

const text = (value: unknown): string => JSON.stringify(value);
const block = (lines: readonly string[]): string => (lines.length === 0 ? "" : `\n${lines.join(",\n")}\n`);

/** Refuses what is not a vault of ours and what a newer retour wrote; never says what is in it. */
export function parseContents(source: string): VaultContents {
  const found = asRecord(parseJson(source));
  if (found?.["retour"] !== "vault") throw refuse("vault.foreign", {});
  const { version, id, withdrawn = [] } = found;
  if (typeof version === "number" && version > KNOWN_VERSION)
    throw refuse("vault.newer", { found: version, known: KNOWN_VERSION });
  if (version !== KNOWN_VERSION || typeof id !== "string" || !/^[0-9a-f]{32}$/.test(id))
    throw refuse("vault.foreign", {});
  return {
    version,
    id,
    identities: all(found["identities"], asIdentity),
    answers: all(found["answers"], asAnswer),
    originals: asOriginals(found["originals"]),
    ...(isEmpty(withdrawn) ? {} : { withdrawn: asTurns(withdrawn) }),
  };
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    // The parser's own message quotes what it read.
    throw refuse("vault.foreign", {});
  }
}

type Unknown = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const asRecord = (value: unknown): Unknown | undefined => (isRecord(value) ? value : undefined);

const isText = (value: unknown): value is string => typeof value === "string";

function all<T>(value: unknown, read: (item: Unknown) => T | undefined): T[] {
  if (!Array.isArray(value)) throw refuse("vault.foreign", {});
  return value.map((item: unknown) => {
    const known = isRecord(item) ? read(item) : undefined;
    if (known === undefined) throw refuse("vault.foreign", {});
    return known;
  });
}

function asIdentity({ id, kind, names, replacement, participant }: Unknown): Identity | undefined {
  const known = identityKinds.find((each) => each === kind);
  const [first, ...rest] = asTexts(names);
  if (!isText(id) || known === undefined || !isText(replacement) || first === undefined) return undefined;
  const identity: Identity = { id, kind: known, names: [first, ...rest], replacement };
  if (participant === undefined) return identity;
  const person = isText(participant) ? asParticipantId(participant) : undefined;
  return person === undefined ? undefined : { ...identity, participant: person };
}

/** Empty when it is anything but a list of texts. */
function asTexts(value: unknown): readonly string[] {
  return Array.isArray(value) && value.every(isText) ? value : [];
}

function asAnswer({ form, says, identity, context }: Unknown): Answer | undefined {
  if (!isText(form) || (says !== "word" && says !== "name")) return undefined;
  if (![identity, context].every((each) => each === undefined || isText(each))) return undefined;
  return {
    form,
    says,
    ...(isText(identity) ? { identity } : {}),
    ...(isText(context) ? { context } : {}),
  };
}

function asOriginals(value: unknown): VaultContents["originals"] {
  return mapValues(asRecord(value), (turns) =>
    mapValues(asRecord(turns), (words) => (isText(words) ? words : fail())),
  );
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

function asTurns(value: unknown): readonly string[] {
  const turns = asTexts(value);
  return turns.length > 0 && turns.every((turn) => parseTurns(turn)?.length === 1) ? turns : fail();
}

function mapValues<T>(record: Unknown | undefined, read: (value: unknown) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record ?? fail()).map(([key, value]) => [key, read(value)]));
}

function fail(): never {
  throw refuse("vault.foreign", {});
}
