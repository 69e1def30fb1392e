// Adds a person to retour.yaml, under a pseudonym; the real name goes to the vault.
import { addParticipant } from "../../study/add.ts";
import { refusePseudonymTaken } from "../../study/people.ts";
import { settingsFor, text } from "../ask.ts";
import { askGroups } from "../ask-group.ts";
import { reportParticipant } from "../report/study.ts";
import { one, type Run } from "../run.ts";

export const run: Run = async (context, [id], options) => {
  const { say } = context;
  const settings = await settingsFor(context);
  const role = (["tiers", "guest"] as const).find((each) => each === one(options, "role")) ?? "participant";
  const pseudonym = await text(context, options, "pseudonym", { message: say("ask.pseudonym", {}) });
  const isDescribed = context.canAsk && settings.attribution === "description" && role !== "guest";
  const description = isDescribed
    ? await text(context, options, "description", { message: say("ask.description", {}) })
    : one(options, "description");
  const groups = await askGroups(context, options, settings, role);
  const organisation = one(options, "organisation");
  const name = one(options, "name");
  const study = await context.open({ forWriting: true });
  refusePseudonymTaken(study.settings, pseudonym, []);
  const isOpened = name !== undefined || context.world.env["RETOUR_PASSPHRASE_FILE"];
  const room = isOpened ? await import("../keep-name.ts") : undefined;
  const keep = name === undefined ? undefined : await room?.keepName(context, study, name, pseudonym);
  // Nobody types a passphrase for a name that is not kept.
  if (name === undefined) await room?.refuseInVault(context, study, pseudonym);
  const added = await addParticipant(study, { id, groups, role, pseudonym, description, organisation });
  await keep?.(added.added.id);
  return reportParticipant(context, added, keep !== undefined);
};
