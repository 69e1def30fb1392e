// Colour, when the person wants it: the one file that imports chalk, which does not
// honour NO_COLOR itself.
import { Chalk, type ChalkInstance } from "chalk";
import type { World } from "../kernel/world.ts";

export type Paint = ChalkInstance;

/** Colours for a stream: none with --no-color, NO_COLOR or without a terminal, unless FORCE_COLOR. */
export function paintFor(world: World, isRefused: boolean): Paint {
  const { NO_COLOR, FORCE_COLOR, TERM } = world.env;
  const isForced = FORCE_COLOR !== undefined && FORCE_COLOR !== "" && FORCE_COLOR !== "0";
  const isOff = isRefused || (NO_COLOR !== undefined && NO_COLOR !== "") || FORCE_COLOR === "0";
  const level = isOff ? 0 : isForced ? 1 : world.stdout.isTTY && TERM !== "dumb" ? 1 : 0;
  return new Chalk({ level });
}
