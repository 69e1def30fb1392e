// `retour purge`
import { timestamp } from "../../kernel/world.ts";
import { refuse } from "../../removal/messages.ts";
import { preparePurge } from "../../removal/purge-plan.ts";
import { purge } from "../../removal/purge.ts";
import { readSheets } from "../../theme/read-sheets.ts";
import { adoptedVault } from "../../vault/store.ts";
import { openVault } from "../open-vault.ts";
import { purgeJson, reportNothing, reportPurge } from "../report/purge.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context, asked, options) => {
  const { world, say, isDryRun, canAsk } = context;
  const study = await context.open({ forWriting: true });
  // What people wrote in the sheets is what goes.
  const { diagnostics } = await readSheets(study, world);
  const today = timestamp(world).slice(0, 10);
  const prepared = await preparePurge(study, asked, today);
  const { plan } = prepared;
  if (plan.isNothing) {
    const text =
      plan.items.length > 0 ? say("purge.already", {}) : reportNothing(study.settings, today, context);
    return { json: purgeJson(plan, false), text, diagnostics };
  }
  const shown = reportPurge(plan, context);
  if (isDryRun) return { json: purgeJson(plan, false), text: shown, diagnostics };
  if (canAsk) {
    world.stdout.write(`${shown}\n\n`);
    if (!(await world.prompter.confirm({ message: say("purge.confirm", {}), initial: false })))
      return { json: purgeJson(plan, false), text: say("purge.unchanged", {}), diagnostics };
  } else if (options["yes"] !== true) throw refuse("purge.not-confirmed", {});
  const hasVault = plan.sessions.length > 0 && (await adoptedVault(study.ledger.db)) !== undefined;
  const vault = hasVault ? await openVault(context, study, { isRequired: true }) : undefined;
  await purge(study, prepared, vault, world);
  const done = say("purge.done", { what: plan.items.map(({ what }) => what).join(", ") });
  return {
    json: purgeJson(plan, true),
    text: canAsk ? done : `${shown}\n\n${done}`,
    diagnostics,
  };
};
