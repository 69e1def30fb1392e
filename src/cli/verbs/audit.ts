// Verifies the ledger's structure, the journal's chain, and that the tables say what the journal says.
import { audit } from "../../ledger/audit.ts";
import { auditShape } from "../../ledger/shape.ts";
import { reportAudit } from "../report/safety.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context) => {
  const study = await context.open({ forWriting: false });
  const { lines, findings } = await audit(study.ledger.db);
  return reportAudit(context, { lines, findings: [...(await auditShape(study.ledger.db)), ...findings] });
};
