// `retour pact`
import { readPact } from "../../study/pact.ts";
import { refuse } from "../../study/messages.ts";
import { reportPact } from "../report/consent.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context) => {
  const { settings, ledger } = await context.open({ forWriting: false });
  // It is shown whether or not agreement to it is kept here.
  const pact = await readPact(ledger.db, { ...settings, consent: "kept" });
  if (pact === undefined) throw refuse("pact.none", {});
  return reportPact(pact, settings, context);
};
