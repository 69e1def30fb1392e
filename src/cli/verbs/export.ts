// `retour export`
import { exportSections } from "../../publication/export.ts";
import { audiences } from "../../study/settings.ts";
import { exportJson, reportExport } from "../report/publication.ts";
import { isSet, many, one, type Run } from "../run.ts";

export const run: Run = async (context, _args, options) => {
  const audience = audiences.find((each) => each === one(options, "audience")) ?? "public";
  const isAccepted = isSet(options, "onlyValidated");
  const study = await context.open({ forWriting: true });
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
