// A group at work on its document: what the other rooms would put in the ledger, put there
// directly, on a real study in a temporary folder.
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { asGroupId, asParticipantId, asSessionId, numbered } from "../../src/kernel/ids.ts";
import type { GroupId, ParticipantId, SessionId } from "../../src/kernel/ids.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { withoutComments } from "../../src/retour/section.ts";
import type { Study } from "../../src/study/open.ts";
import type { Settings } from "../../src/study/settings.ts";
import type { ValidateRequest } from "../../src/validation/answers.ts";
import { statusOf } from "../../src/validation/status.ts";
import { validate, type ValidateResult } from "../../src/validation/validate.ts";
import { temporaryFolder, testWorld } from "../world.ts";
import { unguarded, whole } from "../settings.ts";

/** A document of two sections, one of which quotes someone. */
export const fearAndBond = `## La peur {#peur}

> On a peur de rentrer dans le hall.
>
> — éducatrice (s01.1)

## Le lien {#lien}

On se dit bonjour, et puis plus rien.
`;

export function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("not an id");
  return value;
}
export const group = (id: string): GroupId => known(asGroupId(id));
export const person = (id: string): ParticipantId => known(asParticipantId(id));
export const session = (id: string): SessionId => known(asSessionId(id));

/** Three people, of one group unless `groups` says otherwise, and a session where all were. */
export function settingsOf(changes: Partial<Settings> = {}): Settings {
  const people = ["P01", "P02", "P03"].map((id, index) => ({
    id: person(id),
    groups: [group("g1")],
    role: "participant" as const,
    pseudonym: ["Nadia", "Karim", "Odile"][index] ?? "",
    description: ["éducatrice", "gardien", "mère d’élève"][index] ?? "",
    organisation: undefined,
  }));
  return {
    title: "Questions de réseau",
    language: "fr",
    kind: "collective",
    groups: [{ id: group("g1"), title: "Groupe de professionnels" }],
    participants: people,
    sessions: [
      {
        id: session("s04"),
        date: "2026-05-10",
        group: group("g1"),
        present: people.map(({ id }) => id),
        capture: "recording",
        guests: undefined,
      },
    ],
    validation: { rule: { kind: "unanimity" }, silence: "not-agreement", quotedMustAgree: true, ...whole },
    audience: "public",
    attribution: "description",
    pact: "",
    ...unguarded,
    ...changes,
  };
}

export interface CorrectionGiven {
  readonly by: string;
  readonly section: string;
  readonly kind?: string;
  readonly before?: string;
  readonly group?: string;
}

export interface Circle {
  readonly root: string;
  readonly study: Study;
  readonly world: ReturnType<typeof testWorld>;
  readonly path: (relative: string) => string;
  /** The document, as a person writes it. */
  readonly write: (text: string, group?: string) => void;
  readonly read: (group?: string) => string;
  /** Freezes the document as the next edition, and gives copies to everyone of the group. */
  readonly send: (group?: string) => Promise<string>;
  readonly answer: (by: string, edition: string) => Promise<void>;
  /** Turns of s01: who said them, by number. */
  readonly speak: (turns: Readonly<Record<number, string | null>>) => Promise<void>;
  readonly correct: (given: CorrectionGiven) => Promise<string>;
  readonly decide: (correction: string, outcome: string) => Promise<void>;
  readonly integrate: (correction: string) => Promise<void>;
  readonly validate: (sections: string[], request?: Partial<ValidateRequest>) => Promise<ValidateResult>;
  /** The state of each section, by `group/id`. */
  readonly states: () => Promise<Record<string, string>>;
}

export async function gather(changes: Partial<Settings> = {}): Promise<Circle> {
  const root = temporaryFolder();
  const world = testWorld({ cwd: root });
  const newId = (): string => randomBytes(16).toString("hex");
  const ledger = await openLedger({ ...world, newId, root, forWriting: true, isDryRun: false });
  const settings = settingsOf(changes);
  const path = (relative: string): string => join(root, relative);
  const study: Study = { root, settings, ledger, path, close: () => ledger.close() };
  const at = (): string => world.now().toISOString();
  let editions = 0;
  let corrections = 0;
  let returns = 0;
  const last = new Map<string, string>();
  const read = (grp = "g1"): string => readFileSync(path(`retours/${grp}.md`), "utf8");

  return {
    ...{ root, study, world, path, read },
    write: (text, grp = "g1") => {
      const file = path(`retours/${grp}.md`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    },
    send: async (grp = "g1") => {
      const id = numbered("r", (editions += 1), 2);
      const people = settings.participants.filter((each) => each.groups.includes(group(grp)));
      await ledger.write(async (change) => {
        const content = withoutComments(read(grp));
        await change.insert("edition", [{ id, grp, opened: at(), sent: at(), content }]);
        await change.insert(
          "copy",
          people.map((each) => ({
            ...{ id: `${id}-${each.id}`, format: "md", edition: id, participant: each.id },
            ...{ sha256: "0", sent: at() },
          })),
        );
        change.record("edition.sent", "edition", id);
        change.record("copy.made", "copy", id);
      });
      last.set(grp, id);
      return id;
    },
    answer: async (by, edition) => {
      const id = `return-${String((returns += 1))}`;
      await ledger.write(async (change) => {
        const row = { id, edition, participant: by, format: "md", sha256: id, received: at() };
        await change.insert("return", [row]);
        change.record("return.received", "return", id);
      });
    },
    speak: async (turns) => {
      await ledger.write(async (change) => {
        const imported = { session: "s01", sha256: "0", format: "vtt", bytes: 1, imported: at() };
        await change.insert("transcript", [imported]);
        await change.insert(
          "turn",
          Object.entries(turns).map(([number, participant], index) => ({
            ...{ session: "s01", number: Number(number), position: index + 1, participant },
            ...{ label: null, start_ms: null, end_ms: null, words: "on a peur" },
          })),
        );
        change.record("transcript.imported", "transcript", "s01");
        change.record("transcript.imported", "turn", "s01");
      });
    },
    correct: async ({ by, section, kind = "minor", before = "", group: grp = "g1" }) => {
      const id = numbered("c", (corrections += 1), 3);
      const from = `return-${String((returns += 1))}`;
      const edition = last.get(grp) ?? "";
      await ledger.write(async (change) => {
        const row = { id: from, edition, participant: by, format: "md", sha256: from, received: at() };
        await change.insert("return", [row]);
        await change.insert("correction", [
          {
            ...{ id, return: from, edition, participant: by, grp, section, kind, proposed: 0 },
            ...{ start: null, end: null, before, after: "autre chose", comment: "", received: at() },
          },
        ]);
        change.record("return.received", "return", from);
        change.record("return.received", "correction", from);
      });
      return id;
    },
    decide: async (correction, outcome) => {
      await ledger.write(async (change) => {
        const text = outcome === "adapted" ? "autres mots" : null;
        const reason = outcome === "declined" ? "déjà dit" : null;
        await change.insert("decision", [{ correction, outcome, text, reason, by: "P01", at: at() }]);
        change.record("correction.decided", "decision", correction);
      });
    },
    integrate: async (correction) => {
      const decisions = await ledger.db
        .selectFrom("decision")
        .select("id")
        .where("correction", "=", correction)
        .orderBy("id", "desc")
        .execute();
      await ledger.write(async (change) => {
        await change.insert("integration", [{ correction, decision: known(decisions[0]).id, at: at() }]);
        change.record("correction.integrated", "integration", correction);
      });
    },
    validate: (sections, request = {}) =>
      validate(
        study,
        {
          ...{ sections, by: [], isByGroup: false, session: undefined, against: [], abstain: [] },
          ...{ consulted: [], sittings: [], audience: undefined, isOnlyAudience: false },
          ...{ means: undefined, note: undefined, ...request },
        },
        world,
      ),
    states: async () => {
      const { sections } = await statusOf(study, world);
      return Object.fromEntries(sections.map(({ id, state }) => [id, state]));
    },
  };
}
