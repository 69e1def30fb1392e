// Verifies the journal's chain, and that the tables say what the journal says.
import { audit } from "../../ledger/audit.ts";
import { reportAudit } from "../report/safety.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context) => {
  const study = await context.open({ forWriting: false });
  return reportAudit(context, await audit(study.ledger.db));
};
