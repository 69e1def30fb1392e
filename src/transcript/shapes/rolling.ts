// Captions that roll, as YouTube's automatic ones do: each shows the line before above the new one.
import { spoken } from "./cue-text.ts";
import type { TimedBlock } from "./timed-blocks.ts";

/** Fewer captions than these repeat a line by chance. */
const FEWEST = 4;

/**
 * The captions without the lines they repeat from the one before; undefined when they do not roll.
 * They do when nine in ten begin with the last line before, and one in four of these goes on with another:
 * someone who says `oui` five times, or a machine that stutters, repeats whole captions.
 */
export function unrolled(
  blocks: readonly TimedBlock[],
): { blocks: TimedBlock[]; repeated: number } | undefined {
  // A caption that rolls shows two lines at least half of the time: most files are told at once.
  if (blocks.filter(({ lines }) => lines.length > 1).length * 3 < blocks.length) return undefined;
  const texts = blocks.map(({ lines }) => lines.map(plain));
  const isRepeat = texts.map(([first = ""], index) => {
    return first !== "" && first === texts[index - 1]?.findLast((line) => line !== "");
  });
  const repeated = isRepeat.filter(Boolean).length;
  const goingOn = texts.filter(
    ([first, ...lines], index) => isRepeat[index] && lines.some((line) => line !== "" && line !== first),
  ).length;
  // A first line that is blank has nothing to repeat: nothing was said for a while.
  const others = texts.filter(([first = ""], index) => index > 0 && first !== "" && !isRepeat[index]).length;
  if (repeated < FEWEST || others * 9 > repeated || goingOn * 4 < repeated) return undefined;
  const left = blocks.map((block, index) =>
    isRepeat[index] ? { ...block, lines: block.lines.slice(1) } : block,
  );
  return { blocks: left, repeated };
}

const plain = (line: string): string =>
  spoken(line)
    .map(({ text }) => text)
    .join("")
    .trim();
