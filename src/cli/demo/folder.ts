// Where the demo plays: the folder that is named, or the first free retour-demo.
import { join, resolve } from "node:path";
import { namesIn } from "../../study/list-files.ts";
import { refuse } from "../messages/demo.ts";

/** An absolute path to a folder that is empty or not there yet. Refuses a named one that is not. */
export function chooseFolder(cwd: string, given: string | undefined): string {
  if (given !== undefined) {
    const folder = resolve(cwd, given);
    if (namesIn(folder).length > 0) throw refuse("demo.folder-taken", { folder: given });
    return folder;
  }
  for (let number = 1; ; number += 1) {
    const folder = join(cwd, number === 1 ? "retour-demo" : `retour-demo-${String(number)}`);
    if (namesIn(folder).length === 0) return folder;
  }
}
