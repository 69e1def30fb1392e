// The anonymisation log as it is shown: what stands in place of names, where and how often. It takes
// no passphrase: no name is in it.
import type { CopyId } from "../../kernel/ids.ts";
import type { Row } from "../../ledger/schema.ts";
import { identityKinds } from "../../vault/contents.ts";
import type { Context, Outcome } from "../run.ts";
import { table } from "./table.ts";

/** `copies`: of returns, by their ids. */
export function reportReplaced(
  { say, paint }: Context,
  rows: readonly Row<"replaced">[],
  copies: ReadonlyMap<string, CopyId>,
): Outcome {
  const replaced = rows
    .map(({ source, ...row }) => ({ source: copies.get(source) ?? source, ...row }))
    // Of sessions first, and of what came back in the order of the copies.
    .sort((a, b) => Number(a.source.startsWith("r")) - Number(b.source.startsWith("r")) || order(a, b));
  const headings = [
    say("vault-log.source", {}),
    say("vault.replacement", {}),
    say("vault.kind", {}),
    say("vault-log.count", {}),
  ];
  const cells = replaced.map(({ source, replacement, kind, count }) => {
    const known = identityKinds.find((each) => each === kind);
    const what = known === undefined ? kind : say(`vault.kind.${known}`, {});
    return [source, replacement, what, say("stats.number", { count })];
  });
  const isRight = (column: number): boolean => column === 3;
  const text = cells.length === 0 ? say("vault-log.none", {}) : table(headings, cells, paint, { isRight });
  return { json: { replaced }, text };
}

function order(a: Row<"replaced">, b: Row<"replaced">): number {
  const [one, other] = [a, b].map(({ source, replacement }) => `${source}\n${replacement}`);
  return one === other || one === undefined || other === undefined ? 0 : one < other ? -1 : 1;
}
