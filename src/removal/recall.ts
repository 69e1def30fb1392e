// What had left before its words were withdrawn or a name in it was found: what is to be recalled, and
// what was. An export is recalled whole, so that nobody has it any more: a later withdrawal, or another
// name, asks for nothing again.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { exists } from "../kernel/files.ts";
import type { ParticipantId } from "../kernel/ids.ts";
import { timestamp, type World } from "../kernel/world.ts";
import type { Row } from "../ledger/schema.ts";
import type { Study } from "../study/open.ts";
import { namedDay } from "../study/people.ts";
import { renamedSubjects } from "../study/store.ts";
import { withdrawals } from "../study/withdrawn.ts";
import { refuse } from "./messages.ts";
import { exportRows, insertRecalls, noteRows, validationRows, type KnownExport } from "./store.ts";

/** What left, and is to be recalled unless it was. */
export interface LeftExport {
  readonly id: string;
  /** The day it was made, `2026-05-12`. */
  readonly day: string;
  readonly audience: string;
  /** Relative to the study; of an export made elsewhere, its folder's name alone. */
  readonly path: string;
  /** The day on which it was recalled; null when it was not. */
  readonly recalled: string | null;
}

export interface TouchedExport extends LeftExport {
  /** Those that held the words. */
  readonly sections: readonly string[];
  /** True when its files are in the study, and go. */
  readonly isHere: boolean;
  /** True when it was found before to have left with a name. */
  readonly isNamed: boolean;
}

export interface Removal {
  /** `w001` */
  readonly id: string;
  readonly participant: ParticipantId;
  /** `all`, `s01`, `s01.12` or `quote`. */
  readonly scope: string;
  /** ISO UTC. */
  readonly at: string;
  /** The copies that went out with the words. */
  readonly copies: readonly string[];
  readonly recall: readonly LeftExport[];
}

/** What was withdrawn so far, with the exports that left before. */
export async function removalsOf({ ledger }: Study): Promise<Removal[]> {
  const all = await withdrawals(ledger);
  if (all.length === 0) return [];
  const exported = await exportRows(ledger.db);
  return all.map(({ id, participant, scope, at, touched }) => {
    const of = (kind: string): string[] =>
      touched.filter((each) => each.kind === kind).map(({ subject }) => subject);
    const exports = of("export");
    return {
      ...{ id, participant, scope, at },
      copies: of("copy"),
      recall: exported.filter((each) => exports.includes(each.id)).map(leftExport),
    };
  });
}

/** The exports that left with a name that was replaced since. */
export async function namedExports(study: Study): Promise<TouchedExport[]> {
  const { db } = study.ledger;
  const ids = [...(await renamedSubjects(db, "validation")), ...(await renamedSubjects(db, "minority_note"))];
  return touchedExports(study, await wordingsOf(study, new Set(ids)), ({ isNamed }) => isNamed);
}

/** The wordings that agreements, or notes beside them, are about. */
export async function wordingsOf({ ledger: { db } }: Study, ids: ReadonlySet<string>) {
  if (ids.size === 0) return [];
  return [...(await validationRows(db)), ...(await noteRows(db))].filter(({ id }) => ids.has(id));
}

/** The exports that held one of these wordings, which are other than they were, and those that are `also` touched. */
export async function touchedExports(
  study: Study,
  wordings: readonly Pick<Row<"exported_section">, "grp" | "section" | "fingerprint">[],
  also: (each: KnownExport) => boolean = () => false,
): Promise<TouchedExport[]> {
  const several = study.settings.groups.length > 1;
  return (await exportRows(study.ledger.db)).flatMap((each) => {
    const held = each.sections.filter(({ grp, section, fingerprint }) =>
      wordings.some(
        (wording) =>
          wording.grp === grp && wording.section === section && wording.fingerprint === fingerprint,
      ),
    );
    if (held.length === 0 && !also(each)) return [];
    const sections = held.map(({ grp, section }) => (several ? `${grp}/${section}` : section));
    const isHere = exists(study.path(each.path));
    return [{ ...leftExport(each), sections, isHere, isNamed: each.isNamed }];
  });
}

export interface Recalled {
  readonly recorded: readonly LeftExport[];
  /** What was already known, with its day. */
  readonly unchanged: readonly LeftExport[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Records that exports were recalled, all or none. `day`: undefined is today; of one that was recalled
 * before, another day takes the place of the first. Refused: an export that was never made, one that
 * nothing asks to recall, and a day before it was made.
 */
export async function recordRecalls(
  study: Study,
  asked: readonly string[],
  given: string | undefined,
  world: Pick<World, "now">,
): Promise<Recalled> {
  if (asked.length === 0) throw refuse("recall.none", {});
  const { day, diagnostics } = namedDay(given, world);
  const known = (await exportRows(study.ledger.db)).map(leftExport);
  const left = [...(await removalsOf(study)).flatMap(({ recall }) => recall), ...(await namedExports(study))];
  const exports = [...new Set(asked)].map((id) => {
    const found = known.find((each) => each.id === id);
    const ids = known.map((each) => each.id).join(", ");
    if (found === undefined) throw refuse("recall.unknown-export", { export: id, known: ids });
    if (!left.some((each) => each.id === id)) throw refuse("recall.no-reason", { export: id });
    if (day < found.day) throw refuse("recall.before", { export: id, made: found.day, day });
    return found;
  });
  const isKnown = ({ recalled }: LeftExport): boolean =>
    recalled !== null && (given === undefined || recalled === day);
  const recorded = exports.filter((each) => !isKnown(each));
  const row = { what: "done", day, at: timestamp(world) };
  if (recorded.length > 0)
    await study.ledger.write((change) =>
      insertRecalls(
        change,
        recorded.map(({ id }) => ({ export: id, ...row })),
      ),
    );
  return {
    recorded: recorded.map((each) => ({ ...each, recalled: day })),
    unchanged: exports.filter(isKnown),
    diagnostics,
  };
}

const leftExport = ({ id, at, audience, path, recalled }: KnownExport): LeftExport => ({
  ...{ id, day: at.slice(0, 10), audience, path, recalled },
});
