// What is missing on this machine and in this study; mends what a crash left.
import { doctor } from "../../study/doctor.ts";
import { findStudy, studyAround } from "../../study/find.ts";
import { reportDoctor } from "../report/safety.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context) => {
  const { world, studyFolder } = context;
  const root = studyFolder === undefined ? studyAround(world.cwd) : findStudy(world.cwd, studyFolder);
  return reportDoctor(context, await doctor(world, root));
};
