// `retour vault review`: the words that look like names, each asked about once.
import { shown } from "../../kernel/shown.ts";
import { askLikely, likelyIn } from "../ask-likely.ts";
import { requireVault } from "../open-vault.ts";
import { table } from "../report/table.ts";
import type { Run } from "../run.ts";
import { studySources } from "../study-sources.ts";

/** Exit 1 when some are left without an answer. */
export const run: Run = async (context) => {
  const { say, canAsk, paint } = context;
  const study = await context.open({ forWriting: true });
  const vault = await requireVault(context, study);
  const likely = likelyIn(study, vault, await studySources(study));
  const places = (contexts: (typeof likely)[number]["contexts"]): string[] =>
    contexts.map(({ place }) => place);
  const json = {
    likely: likely.map(({ form, kind, count, contexts }) => ({
      form,
      kind,
      count,
      places: places(contexts),
    })),
  };
  if (likely.length === 0) return { json, text: say("likely.none", {}) };
  if (canAsk) {
    const answered = await askLikely(context, vault, likely);
    return { json, text: say("likely.done", answered), exit: answered.left === 0 ? 0 : 1 };
  }
  const headings = [
    say("likely.form", {}),
    say("vault.kind", {}),
    say("vault-log.count", {}),
    say("likely.places", {}),
  ];
  const rows = likely.map(({ form, kind, count, contexts }) => {
    return [form, say("likely.kind", { kind }), String(count), places(contexts).join(", ")];
  });
  const text = `${table(headings, rows, paint)}\n\n${say("likely.how", { count: likely.length })}`;
  return { json, text: shown(text), exit: 1 };
};
