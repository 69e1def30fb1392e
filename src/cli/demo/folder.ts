// Where the demo plays: the folder that is named, or the first free retour-demo; and beside it, never
// inside nor in the person's home, where the demo's vault is.
import { join, resolve } from "node:path";
import { namesIn } from "../../study/list-files.ts";
import { refuse } from "../messages/demo.ts";

export interface Folders {
  /** The study to be. */
  readonly folder: string;
  /** What is kept apart from it: the vault, and the file of its passphrase. */
  readonly apart: string;
}

/** Absolute paths to folders that are empty or not there yet. Refuses a named one that is not. */
export function chooseFolders(cwd: string, given: string | undefined): Folders {
  if (given !== undefined) {
    const folders = foldersAt(resolve(cwd, given));
    if (namesIn(folders.folder).length > 0) throw refuse("demo.folder-taken", { folder: given });
    if (namesIn(folders.apart).length > 0) throw refuse("demo.folder-taken", { folder: folders.apart });
    return folders;
  }
  for (let number = 1; ; number += 1) {
    const folders = foldersAt(join(cwd, number === 1 ? "retour-demo" : `retour-demo-${String(number)}`));
    if ([folders.folder, folders.apart].every((folder) => namesIn(folder).length === 0)) return folders;
  }
}

const foldersAt = (folder: string): Folders => ({ folder, apart: `${folder}-coffre` });

/** What tells a command where the demo's vault is, and the file that holds its passphrase. */
export function vaultVariables(apart: string): { RETOUR_VAULT: string; RETOUR_PASSPHRASE_FILE: string } {
  return {
    RETOUR_VAULT: join(apart, "coffre.age"),
    RETOUR_PASSPHRASE_FILE: join(apart, "phrase-de-passe.txt"),
  };
}
