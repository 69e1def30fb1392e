// `retour consent list`
import { readConsents } from "../../study/consent.ts";
import { listConsents } from "../report/consent.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context) => {
  const { settings, ledger } = await context.open({ forWriting: false });
  return listConsents(settings, await readConsents(ledger.db), context);
};
