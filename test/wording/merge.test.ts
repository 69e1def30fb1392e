// A rebuild keeps what a person wrote, and brings what is new.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeBlocks, type Block } from "../../src/wording/merge.ts";
import { ownTime } from "../own-time.ts";

/** `q1=on a peur` is a quote whose words may change; `une phrase` is its own key. */
function blocks(...texts: string[]): Block[] {
  return texts.map((text) => {
    const [key = "", words] = text.split("=");
    return { key, text: words ?? text };
  });
}

const merged = (base: Block[], mine: Block[], theirs: Block[]): string[] =>
  mergeBlocks(base, mine, theirs).blocks.map(({ text }) => text);

describe("what a person did stands", () => {
  const base = blocks("titre", "q1=un", "q2=deux", "q3=trois");

  test("what they wrote and edited stays where it is", () => {
    const mine = blocks("titre", "q1=un", "une analyse", "q2=deux, revu", "q3=trois");
    const theirs = blocks("titre", "q1=un", "q2=deux", "q3=trois", "q4=quatre");
    expect(merged(base, mine, theirs)).toEqual([
      "titre",
      "un",
      "une analyse",
      "deux, revu",
      "trois",
      "quatre",
    ]);
  });

  test("what they took out stays out, even when it has changed", () => {
    const mine = blocks("titre", "q2=deux");
    const result = mergeBlocks(base, mine, blocks("titre", "q1=un, corrigé", "q2=deux", "q3=trois"));
    expect(result).toEqual({ blocks: mine, conflicts: [], added: [], removed: [] });
  });

  test("what they moved is brought up to date where it is now", () => {
    const mine = blocks("q3=trois", "titre", "q1=un", "q2=deux");
    const theirs = blocks("titre", "q1=un", "q2=deux", "q3=trois, corrigé", "q4=quatre");
    expect(merged(base, mine, theirs)).toEqual(["trois, corrigé", "quatre", "titre", "un", "deux"]);
  });

  test("what they put in first is not put in twice", () => {
    const mine = blocks("q4=quatre", "titre", "q1=un", "q2=deux", "q3=trois");
    const theirs = blocks("titre", "q1=un", "q2=deux", "q3=trois", "q4=quatre");
    expect(mergeBlocks(base, mine, theirs)).toEqual({ blocks: mine, conflicts: [], added: [], removed: [] });
    const conflicting = mergeBlocks(base, mine, blocks("q4=quatre, autrement"));
    expect(conflicting.conflicts).toEqual([{ base: undefined, mine: "quatre", theirs: "quatre, autrement" }]);
    expect(conflicting.blocks).toEqual(blocks("q4=quatre"));
  });

  test("what stays is the very block that was given", () => {
    const mine = blocks("titre", "q1=un", "à moi");
    const result = mergeBlocks(base, mine, blocks("titre", "q1=un"));
    expect(result.blocks.every((block, index) => block === mine[index])).toBe(true);
  });
});

describe("words changed under one key", () => {
  const base = blocks("q1=on a peur la nuit");

  test("by the new generation alone are its words", () => {
    const theirs = blocks("q1=on a très peur la nuit");
    expect(merged(base, base, theirs)).toEqual(["on a très peur la nuit"]);
    expect(merged(base, blocks("q1=on a peur la  nuit"), theirs)).toEqual(["on a très peur la nuit"]);
  });

  test("by the person alone, if only in typography, are the person's", () => {
    expect(merged(base, blocks("q1=on a peur\u00A0la nuit"), blocks("q1=on a  peur la nuit"))).toEqual([
      "on a peur\u00A0la nuit",
    ]);
    expect(merged(base, blocks("q1=on a peur"), blocks("q1=on a  peur la nuit"))).toEqual(["on a peur"]);
  });

  test("by both are the person's, with a conflict unless they agree", () => {
    const mine = blocks("q1=on a froid la nuit");
    expect(mergeBlocks(base, mine, blocks("q1=on a tort la nuit"))).toEqual({
      blocks: mine,
      conflicts: [{ base: "on a peur la nuit", mine: "on a froid la nuit", theirs: "on a tort la nuit" }],
      added: [],
      removed: [],
    });
    expect(mergeBlocks(base, mine, blocks("q1=on a froid  la nuit"))).toMatchObject({
      blocks: mine,
      conflicts: [],
    });
  });

  test("of two quotes of one turn, are those of the quote that is not there word for word", () => {
    const two = blocks("q1=un", "q1=deux");
    expect(merged(two, blocks("q1=deux", "q1=un, revu"), blocks("q1=un", "q1=deux, corrigé"))).toEqual([
      "deux, corrigé",
      "un, revu",
    ]);
  });
});

describe("what the new generation took out", () => {
  const base = blocks("titre", "q1=un", "q2=deux");

  test("goes when the person left it as it was", () => {
    const result = mergeBlocks(base, blocks("titre", "q1=un ", "q2=deux"), blocks("titre", "q2=deux"));
    expect(result.blocks).toEqual(blocks("titre", "q2=deux"));
    expect(result.removed).toEqual(blocks("q1=un "));
  });

  test("stays when the person edited it", () => {
    const mine = blocks("titre", "q1=un, revu", "q2=deux");
    expect(mergeBlocks(base, mine, blocks("titre", "q2=deux"))).toMatchObject({ blocks: mine, removed: [] });
  });
});

describe("where new blocks go", () => {
  const base = blocks("a", "b", "c");

  test("after the nearest one before it that is still there", () => {
    expect(merged(base, blocks("a", "c"), blocks("a", "b", "n", "c"))).toEqual(["a", "n", "c"]);
    expect(merged(base, blocks("a", "b", "c"), blocks("a", "b", "n", "m", "c"))).toEqual([
      "a",
      "b",
      "n",
      "m",
      "c",
    ]);
  });

  test("after what the person wrote at that place", () => {
    expect(merged(base, blocks("a", "à moi", "c"), blocks("a", "n", "b", "c"))).toEqual([
      "a",
      "à moi",
      "n",
      "c",
    ]);
    const quotes = blocks("q1=un", "q2=deux");
    expect(merged(quotes, blocks("q1=un", "q2=revu", "fin"), blocks("q1=un", "n"))).toEqual([
      "un",
      "revu",
      "fin",
      "n",
    ]);
  });

  test("failing one before it, before the nearest one after it", () => {
    expect(merged(base, blocks("à moi", "b", "c"), blocks("a", "n", "b", "c"))).toEqual([
      "à moi",
      "n",
      "b",
      "c",
    ]);
  });

  test("at the end when none is there", () => {
    expect(merged(base, blocks("à moi"), blocks("n", "m"))).toEqual(["à moi", "n", "m"]);
    expect(merged([], [], blocks("n", "m"))).toEqual(["n", "m"]);
  });

  test("a new order is followed, but for what the person moved", () => {
    expect(merged(base, blocks("a", "b", "à moi", "c"), blocks("b", "c", "a"))).toEqual([
      "b",
      "à moi",
      "c",
      "a",
    ]);
    expect(merged(base, blocks("c", "a", "b"), blocks("b", "a", "c"))).toEqual(["c", "b", "a"]);
  });
});

const list = fc
  .array(
    fc.tuple(
      fc.constantFrom("q1", "q2", "q3", "q4", "q5", "q6"),
      fc.constantFrom("", "", "", " revu", " corrigé"),
    ),
    {
      maxLength: 8,
    },
  )
  .map((pairs) => pairs.map(([key, change]): Block => ({ key, text: `mots de ${key}${change}` })));
const own = fc.constantFrom("mon analyse", "autre chose").map((text): Block => ({ key: text, text }));

/** A list, and what a person made of it: deletions, moves, edits, paragraphs of their own. */
const edited = fc
  .tuple(list, fc.array(fc.tuple(fc.nat(), fc.nat(), own), { maxLength: 5 }))
  .map(([base, edits]): readonly [Block[], Block[]] => {
    const mine = [...base];
    for (const [at, kind, block] of edits) {
      const place = at % (mine.length + 1);
      const there = mine[place];
      if (kind % 4 === 0) mine.splice(place, 0, block);
      else if (kind % 4 === 1) mine.splice(place, 1);
      else if (kind % 4 === 2) mine.push(...mine.splice(place, 1));
      else if (there) mine[place] = { ...there, text: `${there.text} à ma façon` };
    }
    return [base, mine];
  });

describe("laws", () => {
  const runs = { numRuns: 5000 };

  test("nothing new changes nothing", () => {
    fc.assert(
      fc.property(edited, ([base, mine]) => {
        expect(mergeBlocks(base, mine, base).blocks).toEqual(mine);
      }),
      runs,
    );
  });

  test("a text that nobody touched becomes what is generated", () => {
    fc.assert(
      fc.property(list, list, (base, theirs) => {
        expect(mergeBlocks(base, base, theirs).blocks).toEqual(theirs);
      }),
      runs,
    );
  });

  test("the same changes on both sides change nothing", () => {
    fc.assert(
      fc.property(edited, ([base, mine]) => {
        expect(mergeBlocks(base, mine, mine)).toEqual({
          blocks: mine,
          conflicts: [],
          added: [],
          removed: [],
        });
      }),
      runs,
    );
  });

  test("no words of the person are lost", () => {
    fc.assert(
      fc.property(edited, list, ([base, mine], theirs) => {
        const known = new Set(base.map(({ text }) => text));
        const texts = mergeBlocks(base, mine, theirs).blocks.map(({ text }) => text);
        for (const { text } of mine) if (!known.has(text)) expect(texts).toContain(text);
      }),
      runs,
    );
  });

  test("what the person wrote keeps its order", () => {
    fc.assert(
      fc.property(edited, list, ([base, mine], theirs) => {
        const written = (blocks: readonly Block[]): string[] =>
          blocks.map(({ text }) => text).filter((text) => text.startsWith("mon") || text.startsWith("autre"));
        expect(written(mergeBlocks(base, mine, theirs).blocks)).toEqual(written(mine));
      }),
      runs,
    );
  });

  test("done twice is done once", () => {
    fc.assert(
      fc.property(edited, list, ([base, mine], theirs) => {
        const once = mergeBlocks(base, mine, theirs).blocks;
        expect(mergeBlocks(theirs, once, theirs)).toEqual({
          blocks: once,
          conflicts: [],
          added: [],
          removed: [],
        });
      }),
      runs,
    );
  });

  test("every new block is put in once, and counted", () => {
    fc.assert(
      fc.property(edited, list, ([base, mine], theirs) => {
        const { blocks: result, added, removed } = mergeBlocks(base, mine, theirs);
        expect(result).toHaveLength(mine.length + added.length - removed.length);
      }),
      runs,
    );
  });
});

test("5,000 blocks merge in little time", () => {
  const base = Array.from({ length: 5000 }, (_, index) => ({
    key: `q${String(index)}`,
    text: `paroles ${String(index)}`,
  }));
  const mine = base.flatMap((block, index) =>
    index % 7 === 0
      ? []
      : [
          { ...block, text: `${block.text} à moi` },
          { key: "x", text: "x" },
        ],
  );
  const theirs = base.map((block) => ({ ...block, text: `${block.text} corrigées` })).reverse();
  const took = ownTime();
  mergeBlocks(base, mine, theirs);
  expect(took()).toBeLessThan(1500);
});
