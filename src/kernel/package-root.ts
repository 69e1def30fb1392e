// Where the package's own files are (templates, the demo study): the same in a clone, in the
// bundle and in a global install.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { exists } from "./files.ts";

/** The folder that holds package.json and templates/. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!(exists(join(folder, "package.json")) && exists(join(folder, "templates")))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("the package's templates are missing");
    folder = parent;
  }
  return folder;
}
