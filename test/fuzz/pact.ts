// One story of the pact from its seed: three in ten are lived through from end to end on a real study, the others
// are made by the pure parts alone.
import fc from "fast-check";
import { leaksOfPages, type PageTally } from "./pact-pages.ts";
import { anyStory, emptyTally, leaksOf, type Story, type Tally } from "./pact-story.ts";

export interface PactTally extends Tally, PageTally {}
export const noTally = (): PactTally => ({ ...emptyTally(), left: 0, stopped: 0 });

/** The story of a seed, the same each time. */
function storyOf(seed: number): Story {
  const [story] = fc.sample(anyStory, { seed, numRuns: 1 });
  if (story === undefined) throw new Error("no story");
  return story;
}

/** What leaked in the story of this seed, or went wrong; undefined when nothing did. */
export async function faultOf(seed: number, tally: PactTally): Promise<string | undefined> {
  const isWhole = seed % 10 < 3;
  try {
    const leaks = await (isWhole ? leaksOf(storyOf(seed), tally) : leaksOfPages(seed, tally));
    return leaks.length === 0 ? undefined : `seed ${String(seed)}: ${leaks.slice(0, 6).join("; ")}`;
  } catch (error) {
    return `seed ${String(seed)}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}
