// `retour check`
import { check } from "../../retour/check.ts";
import type { Run } from "../run.ts";

export const run: Run = async ({ open, say, explain }) => {
  const diagnostics = await check(await open({ forWriting: false }));
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const text =
    diagnostics.length === 0
      ? say("check.clean", {})
      : say("check.found", { errors, warnings: diagnostics.length - errors });
  return {
    json: { diagnostics: diagnostics.map(explain) },
    text,
    diagnostics,
    exit: diagnostics.length === 0 ? 0 : 1,
  };
};
