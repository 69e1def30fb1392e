// What was withdrawn so far, and what had left before and is to be recalled.
import type { ParticipantId } from "../kernel/ids.ts";
import type { Study } from "../study/open.ts";
import { withdrawals } from "../study/withdrawn.ts";
import { exportRows } from "./store.ts";

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
  readonly recall: readonly {
    readonly id: string;
    readonly day: string;
    readonly audience: string;
    readonly path: string;
  }[];
}

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
      recall: exported
        .filter((each) => exports.includes(each.id))
        .map((each) => ({
          id: each.id,
          day: each.at.slice(0, 10),
          audience: each.audience,
          path: each.path,
        })),
    };
  });
}
