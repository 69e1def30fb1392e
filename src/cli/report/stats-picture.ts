// Who speaks how much, as a picture for the group: one SVG file that loads nothing, runs nothing,
// reads without colour, and says in words all that it draws. In the study's language.
import { resolve } from "node:path";
import { exists, writeDurably } from "../../kernel/files.ts";
import { attributionOf, type Settings } from "../../study/settings.ts";
import type { Statistics } from "../../theme/statistics.ts";
import { loadLanguage } from "../language.ts";
import { refuse } from "../messages/stats.ts";
import type { Context } from "../run.ts";
import { drawStatistics } from "./stats-svg.ts";

/** Writes the picture to a file that must not be there yet; nothing in a dry run. */
export async function writePicture(
  statistics: Statistics,
  settings: Settings,
  file: string,
  { world, isDryRun }: Context,
): Promise<void> {
  const target = resolve(world.cwd, file);
  if (exists(target)) throw refuse("stats.file-taken", { file });
  if (statistics.study.words === 0) throw refuse("stats.nothing", {});
  const { texts } = await loadLanguage(settings.language);
  const svg = drawStatistics(statistics, {
    settings,
    say: (key, params) => texts[key](params),
    nameOf: namesShown(settings),
  });
  if (!isDryRun) writeDurably(target, svg);
}

/** People as the study shows them under a quote, their id added when two would be the same. */
function namesShown(settings: Settings): (id: string) => string {
  const named = settings.participants.map(({ id }) => ({ id, name: attributionOf(settings, id) ?? id }));
  const times = new Map<string, number>();
  for (const { name } of named) times.set(name, (times.get(name) ?? 0) + 1);
  const names = new Map<string, string>(
    named.map(({ id, name }) => [id, times.get(name) === 1 ? name : `${name} (${id})`]),
  );
  return (id) => names.get(id) ?? id;
}
