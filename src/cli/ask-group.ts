// Which group: as given, else asked when there are several.
import type { Role, Settings } from "../study/settings.ts";
import { choice } from "./ask.ts";
import { many, type Context, type Options } from "./run.ts";

/** None when it is not given and there is no need to ask. A tiers or a guest may come to any group. */
export async function askGroups(
  context: Context,
  options: Options,
  { groups }: Settings,
  role: Role = "participant",
): Promise<string[]> {
  const given = many(options, "group");
  const [first, ...others] = groups.map(({ id, title }) => ({ value: id, name: `${id}  ${title}` }));
  if (given.length > 0 || !context.canAsk || first === undefined || others.length === 0) return given;
  if (role !== "participant") return given;
  const message = context.say("ask.which-group", {});
  return [await choice(context, options, "group", { message, choices: [first, ...others] })];
}
