// Adds a session to retour.yaml.
import { timestamp } from "../../kernel/world.ts";
import { addSession } from "../../study/add.ts";
import { settingsFor, text } from "../ask.ts";
import { askGroups } from "../ask-group.ts";
import { reportSession } from "../report/study.ts";
import { many, one, required, type Run } from "../run.ts";

export const run: Run = async (context, [id], options) => {
  const { say, world, canAsk } = context;
  const settings = await settingsFor(context);
  const today = timestamp(world).slice(0, 10);
  const date = canAsk
    ? await text(context, options, "date", { message: say("ask.date", {}), initial: today })
    : required(options, "date");
  const [group] = await askGroups(context, options, settings);
  const present = one(options, "present") === undefined ? undefined : many(options, "present");
  const usual = settings.kind === "individual" ? "notes" : "recording";
  const capture =
    (["recording", "notes", "text"] as const).find((each) => each === one(options, "capture")) ?? usual;
  const guests = one(options, "guests");
  return reportSession(
    context,
    await addSession(await context.open({ forWriting: true }), { id, date, group, present, capture, guests }),
    settings,
    present === undefined,
  );
};
