// `retour withdraw`
import { recordRecalls } from "../../removal/recall.ts";
import { prepare } from "../../removal/plan.ts";
import { findScope } from "../../removal/scope.ts";
import { withdraw } from "../../removal/withdraw.ts";
import { readSheets } from "../../theme/read-sheets.ts";
import { echoStates } from "../../validation/echo.ts";
import { adoptedVault } from "../../vault/store.ts";
import { openVault } from "../open-vault.ts";
import { isWaiting, removalJson, reportRecalls, reportRemoval } from "../report/removal.ts";
import { many, one, refuse as refuseUsage, type Options, type Run } from "../run.ts";
import { diagnose, refuse } from "../../removal/messages.ts";

export const run: Run = async (context, [person = ""], options) => {
  const { world, say, isDryRun } = context;
  const isGiven = (name: string): boolean => options[name] !== undefined;
  const isRecall = isGiven("recalled");
  if (isRecall ? person !== "" || ["session", "turn", "quote"].some(isGiven) : isGiven("date"))
    throw refuse("removal.two-things", {});
  if (isRecall) {
    const study = await context.open({ forWriting: true });
    const recalled = many(options, "recalled");
    return reportRecalls(await recordRecalls(study, recalled, one(options, "date"), world), context);
  }
  if (person === "") throw refuse("removal.nobody", {});
  const study = await context.open({ forWriting: true });
  // What people wrote in the sheets is what they say today.
  const { diagnostics: read } = await readSheets(study, world);
  const asked = {
    person,
    session: one(options, "session"),
    turns: many(options, "turn"),
    quotes: quotesIn(options),
  };
  const scope = await findScope(study, asked);
  // What was said with its names may stand in files that people wrote.
  const hasVault = scope.withdrawn.length > 0 && (await adoptedVault(study.ledger.db)) !== undefined;
  const vault = hasVault ? await openVault(context, study, { isRequired: !isDryRun }) : undefined;
  const prepared = await prepare(study, scope, vault?.contents);
  const { plan } = prepared;
  const left = plan.left.map((file) => diagnose("removal.said-otherwise", "warning", {}, { file }));
  const lost = plan.lost.map((turn) => diagnose("removal.original-gone", "warning", { turn }));
  const diagnostics = [...read, ...left, ...lost];
  const shown = reportRemoval(plan, study.settings, context);
  const json = removalJson(plan);
  if (plan.isNothing) {
    // A withdrawal that was interrupted once its words were gone ends here.
    await echoStates(study, world);
    return {
      json: { ...json, withdrawal: null, letter: null },
      text: say("removal.nothing", {}),
      diagnostics,
    };
  }
  if (isDryRun) return { json: { ...json, withdrawal: null, letter: null }, text: shown, diagnostics };
  if (context.canAsk) {
    world.stdout.write(`${shown}\n\n`);
    const message = say("removal.confirm", { person: plan.participant });
    if (!(await world.prompter.confirm({ message, initial: false })))
      return {
        json: { ...json, withdrawal: null, letter: null },
        text: say("removal.left", {}),
        diagnostics,
      };
  } else if (options["yes"] !== true) throw refuse("removal.not-confirmed", {});
  const { id, letter } = await withdraw(study, prepared, vault, world);
  const count = plan.exports.filter(isWaiting).length;
  const done = [
    say("removal.done", { id, letter }),
    ...(count > 0 ? [say("removal.recall", { count })] : []),
  ].join("\n");
  return {
    json: { ...json, withdrawal: id, letter },
    text: context.canAsk ? done : `${shown}\n\n${done}`,
    diagnostics,
  };
};

/** Words hold commas. */
function quotesIn(options: Options): readonly string[] {
  const given = options["quote"];
  const quotes =
    typeof given === "string" ? [given] : Array.isArray(given) ? (given as readonly string[]) : [];
  if (quotes.some((quote) => !/[\p{L}\p{N}]/u.test(quote)))
    throw refuseUsage("usage.bad-value", { option: "--quote", value: "", expected: "…" });
  return quotes;
}
