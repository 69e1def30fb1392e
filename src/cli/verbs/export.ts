// `retour export`
import { exportSections } from "../../publication/export.ts";
import { audiences } from "../../study/settings.ts";
import { namesOf } from "../../vault/scan/names-of.ts";
import { exportJson, reportExport } from "../report/publication.ts";
import { isSet, many, one, type Run } from "../run.ts";
import { vaultForLeaving } from "../vault-for-leaving.ts";

export const run: Run = async (context, _args, options) => {
  const audience = audiences.find((each) => each === one(options, "audience")) ?? "public";
  const isAccepted = isSet(options, "onlyValidated");
  const study = await context.open({ forWriting: true });
  const vault = await vaultForLeaving(context, study, audience !== "group");
  const exported = await exportSections(
    study,
    {
      audience,
      template: one(options, "template") ?? "synthese",
      formats: many(options, "format"),
      out: one(options, "out"),
      isDryRun: context.isDryRun,
    },
    context.world,
    { names: vault && { count: vault.contents.identities.length, search: namesOf(vault.contents) } },
  );
  const isWhole = exported.folder !== undefined && (isAccepted || exported.heldBack.length === 0);
  if (exported.folder !== undefined && !isWhole) context.note(context.say("export.accept", {}));
  return {
    json: exportJson(exported, context),
    text: reportExport(exported, audience, study.settings.groups.length > 1, context),
    diagnostics: exported.diagnostics,
    exit: isWhole ? 0 : 1,
  };
};
