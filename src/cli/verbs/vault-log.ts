// `retour vault log`
import { returnedCopies } from "../../correction/store.ts";
import { replacedLog } from "../../vault/store.ts";
import { reportReplaced } from "../report/vault-log.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context) => {
  const { db } = (await context.open({ forWriting: false })).ledger;
  return reportReplaced(context, await replacedLog(db), await returnedCopies(db));
};
