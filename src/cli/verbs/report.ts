// `retour report suites-données`
import { refuse } from "../../correction/messages.ts";
import { groupsThatAsked, report } from "../../correction/report.ts";
import { chooseGroup } from "../../retour/document.ts";
import type { Study } from "../../study/open.ts";
import type { Group } from "../../study/settings.ts";
import { namesOf } from "../../vault/scan/names-of.ts";
import { askGroups } from "../ask-group.ts";
import { reportFollowUps } from "../report/follow-up.ts";
import { many, one, type Context, type Options, type Run } from "../run.ts";
import { vaultForLeaving } from "../vault-for-leaving.ts";

/** One report for now, by the names a person may give it. */
const names = ["suites-données", "follow-up", "suites-donnees", "suites"];

export const run: Run = async (context, [name = "suites-données"], options) => {
  if (!names.includes(name.normalize("NFC")))
    throw refuse("report.unknown", { name, known: names.slice(0, 2).join(", ") });
  const study = await context.open({ forWriting: true });
  const group = await groupOf(context, study, options);
  const wanted = {
    to: many(options, "to"),
    edition: one(options, "edition"),
    formats: many(options, "format"),
  };
  const vault = await vaultForLeaving(context, study);
  const reports = await report(study, group, wanted, vault && namesOf(vault.contents));
  return reportFollowUps(reports, study.settings, context);
};

/** The group named, else the only one that asked for something. */
async function groupOf(context: Context, study: Study, options: Options): Promise<Group> {
  const [only, ...others] = await groupsThatAsked(study, one(options, "edition"));
  const { groups } = study.settings;
  const isPlain = one(options, "group") === undefined && others.length === 0;
  const found = isPlain ? (only ?? groups[0]) : undefined;
  if (found) return found;
  const [given] = await askGroups(context, options, study.settings);
  const id = chooseGroup(study, given);
  return groups.find((each) => each.id === id) ?? { id, title: id };
}
