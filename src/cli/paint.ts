// Colour, when the person wants it: the one file that loads chalk, which does not honour
// NO_COLOR itself, and which brings Node's terminals with it: only when there is colour.
import type { World } from "../kernel/world.ts";

/** Each gives the text in that colour, or as it is. */
export type Paint = Readonly<
  Record<"bold" | "underline" | "dim" | "red" | "green" | "yellow" | "cyan", (text: string) => string>
>;

const plain = (text: string): string => text;

const noPaint: Paint = {
  bold: plain,
  underline: plain,
  dim: plain,
  red: plain,
  green: plain,
  yellow: plain,
  cyan: plain,
};

/** Colours for a stream: none with --no-color, NO_COLOR or without a terminal, unless FORCE_COLOR. */
export async function paintFor(world: World, isRefused: boolean): Promise<Paint> {
  const { NO_COLOR, FORCE_COLOR, TERM } = world.env;
  if (isRefused || (NO_COLOR !== undefined && NO_COLOR !== "") || FORCE_COLOR === "0") return noPaint;
  const isForced = FORCE_COLOR !== undefined && FORCE_COLOR !== "";
  if (!isForced && (!world.stdout.isTTY || TERM === "dumb")) return noPaint;
  const { Chalk } = await import("chalk");
  return new Chalk({ level: 1 });
}
