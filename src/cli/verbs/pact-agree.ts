// `retour pact agree P01,P02`
import { agreeToPact } from "../../study/pact.ts";
import { reportAgreedPact } from "../report/consent.ts";
import { listed, one, type Run } from "../run.ts";

export const run: Run = async (context, people, options) => {
  const study = await context.open({ forWriting: true });
  const given = { people: listed(people), day: one(options, "date") };
  return reportAgreedPact(await agreeToPact(study, given, context.world), study.settings, context);
};
