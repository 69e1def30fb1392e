// How far long work is: one line on the terminal, written over itself and wiped at the end.
import type { World } from "../kernel/world.ts";

export interface Progress {
  /** `done` of `of`, before what is being done now. */
  readonly show: (state: { readonly done: number; readonly of: number; readonly now: string }) => void;
  /** Wipes the line, before anything else is written. */
  readonly clear: () => void;
}

const BAR = 24;

/** Shown on stderr when it is a terminal that can write over a line; else nothing is. */
export function progressOn(world: Pick<World, "stderr" | "env">, isWanted: boolean): Progress {
  const { stderr, env } = world;
  if (!isWanted || !stderr.isTTY || env["TERM"] === "dumb")
    return { show: () => undefined, clear: () => undefined };
  const [full, empty] = isUnicode(env) ? ["█", "░"] : ["#", "-"];
  let length = 0;
  const clear = (): void => {
    if (length > 0) stderr.write(`\r${" ".repeat(length)}\r`);
    length = 0;
  };
  const show: Progress["show"] = ({ done, of, now }) => {
    const count = `${String(done).padStart(String(of).length)}/${String(of)}`;
    // The last column is left free: some terminals go to the next line once it is written.
    const room = stderr.columns - 1;
    const share = Math.round((BAR * done) / Math.max(of, 1));
    const bar = full.repeat(share) + empty.repeat(BAR - share);
    const line = [`${bar}  ${count}  ${now}`, `${count}  ${now}`, count].find((each) => each.length <= room);
    clear();
    stderr.write(line ?? "");
    length = line?.length ?? 0;
  };
  return { show, clear };
}

/** The locale says so (POSIX), or the terminal does (Windows). */
function isUnicode({ LC_ALL, LC_CTYPE, LANG, WT_SESSION }: World["env"]): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG || "";
  return locale === "" ? WT_SESSION !== undefined : /utf-?8/i.test(locale);
}
