// Which paths a backup may hold: those that stay inside the folder they are put back into.

/** Names that the program or git makes, and would obey. */
const reserved = new Set(["", ".", "..", ".retour", ".git"]);

/** True for a relative path of plain names between forward slashes. On Windows a colon is not plain. */
export function isSafePath(path: string, isWindows: boolean): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what it refuses
  const odd = isWindows ? /[\\:\u0000-\u001F]/ : /[\\\u0000-\u001F]/;
  return path.split("/").every((name) => !odd.test(name) && !reserved.has(name.toLowerCase()));
}
