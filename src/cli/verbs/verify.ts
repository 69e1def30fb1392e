// `retour verify`
import { resolve } from "node:path";
import { verify } from "../../publication/verify.ts";
import { studyAround } from "../../study/find.ts";
import { openStudy } from "../../study/open.ts";
import { reportVerified } from "../report/publication.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context, [path = "."]) => {
  const { world, studyFolder } = context;
  const folder = resolve(world.cwd, path);
  // The study named, the one the export is in, or the one around the working folder.
  const around = studyFolder ?? studyAround(folder) ?? studyAround(world.cwd);
  const study =
    around === undefined ? undefined : await openStudy(world, { folder: around, forWriting: false });
  try {
    return reportVerified(path, await verify(folder, study), study !== undefined, context);
  } finally {
    await study?.close();
  }
};
