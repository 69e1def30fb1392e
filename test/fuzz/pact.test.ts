// A short round of `npm run fuzz -- pact`, the same stories each time; and gates broken on purpose, each of which the
// stories catch.
import { beforeAll, describe, expect, it } from "vitest";
import { exportSections, type Steps } from "../../src/publication/export.ts";
import { passGate } from "../../src/publication/gate.ts";
import { viewExport } from "../../src/publication/view.ts";
import { openStudy } from "../../src/study/open.ts";
import { gatherFacts } from "../../src/validation/gather.ts";
import { select, validatedSections, type ValidatedSection } from "../../src/validation/validated.ts";
import { DiagnosedError } from "../../src/kernel/diagnostic.ts";
import { namesOf } from "../../src/vault/scan/names-of.ts";
import { scanFiles } from "../../src/vault/scan/scan.ts";
import type { Rule } from "./pact-agreed.ts";
import { faultOf, noTally } from "./pact.ts";
import { leaksOfPages, ownDoors, type Doors } from "./pact-pages.ts";
import { makeKeysCheap } from "./pact-study.ts";
import { leaksOf, type Step, type WayOut } from "./pact-story.ts";

beforeAll(makeKeysCheap);

it("in a hundred stories, no name and no sentence leaves that may not", async () => {
  const tally = noTally();
  const faults: string[] = [];
  for (let seed = 0; seed < 100; seed += 1) {
    const fault = await faultOf(seed, tally);
    if (fault !== undefined) faults.push(fault);
  }
  expect(faults).toEqual([]);
  // What never leaves leaks nothing: these did.
  expect(tally.exports).toBeGreaterThan(4);
  expect(tally.copies).toBeGreaterThan(80);
  expect(tally.withdrawals).toBeGreaterThan(1);
  expect(tally.left).toBeGreaterThan(40);
  expect(tally.stopped).toBeGreaterThan(20);
});

/** An export with steps of ours in the place of the product's own. The vault stays closed: the gate is alone here. */
function exportWith(steps: Partial<Steps>): WayOut {
  return async (desk, audience, folder) => {
    const world = desk.world();
    const study = await openStudy(world, { forWriting: true });
    const request = { audience, template: "synthese", formats: [], out: folder, isDryRun: false };
    try {
      await exportSections(study, request, world, { names: undefined, steps });
      return { code: 0, out: "", err: "" };
    } catch (error) {
      if (!(error instanceof DiagnosedError)) throw error;
      return { code: 1, out: "", err: "" };
    } finally {
      await study.close();
    }
  };
}

const silenced = (section: ValidatedSection): ValidatedSection =>
  Object.create(section, { note: { value: undefined } }) as ValidatedSection;

const brokenGates: readonly (readonly [string, Rule, Step, Partial<Steps>, RegExp])[] = [
  [
    "counts silence as agreement",
    "unanimity",
    { kind: "validate", a: 0, b: 2, c: 2 },
    {
      select: async (study, audience) => {
        const facts = (await gatherFacts(study)).sections.map((each) => {
          const participants = each.present.voices.map(({ participant }) => participant);
          // Nor does it know under which rule people spoke.
          const voices = each.present.voices.map((voice) => ({ ...voice, under: undefined }));
          const electorate = { ...each.electorate, participants, quotedMustAgree: false };
          return { ...each, present: { ...each.present, voices }, electorate };
        });
        return { sections: select(facts, audience).sections, heldBack: [] };
      },
    },
    /not agreed to/,
  ],
  [
    "forgets for whom",
    "unanimity",
    { kind: "validate", a: 0, b: 2, c: 0 },
    {
      select: (study) => validatedSections(study, "group"),
      pass: (sections, _, quoting) => passGate(sections, "group", quoting),
    },
    /\((?:institution|public)\) says .* not agreed to/,
  ],
  [
    "asks nobody who is quoted",
    "group-session",
    // P03 is of both groups, and refuses to be quoted.
    { kind: "consent", a: 0, b: 2, c: 2 },
    { pass: (sections, audience) => passGate(sections, audience) },
    /not agreed to/,
  ],
  [
    "hides an opposition",
    "quorum: 0.6",
    { kind: "meet", a: 0, b: 2, c: 0 },
    {
      pass: (sections) => ({ passed: sections, heldBack: [] }),
      view: (settings, passed, audience, now) => viewExport(settings, passed.map(silenced), audience, now),
    },
    /hides an opposition/,
  ],
];

const asked: readonly Step[] = [0, 1, 2].map((c) => ({ kind: "export", a: 0, b: 0, c }));

describe("a gate that is broken is caught: one that", () => {
  it.each(brokenGates)("%s", async (_, rule, first, steps, leak) => {
    const wayOut = exportWith(steps);
    const caught = async (): Promise<boolean> => {
      for (let seed = 0; seed < 40; seed += 1) {
        const leaks = await leaksOf({ seed, rule, steps: [first, ...asked] }, noTally(), wayOut);
        if (leaks.some((each) => leak.test(each))) return true;
      }
      return false;
    };
    expect(await caught()).toBe(true);
  });
});

type Scan = Doors["scan"];

const isPackage = (content: string | Uint8Array): boolean => typeof content !== "string";
const scanOnly =
  (keep: (content: string | Uint8Array, path: string) => string | Uint8Array | undefined): Scan =>
  (files, against) => {
    const kept = [...files].flatMap(([path, content]) => {
      const own = keep(content, path);
      return own === undefined ? [] : [[path, own] as const];
    });
    return scanFiles(new Map(kept), against);
  };
const unaccented = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC");

const brokenDoors: readonly (readonly [string, Partial<Doors>])[] = [
  ["looks into no package", { scan: scanOnly((content) => (isPackage(content) ? undefined : content)) }],
  [
    "looks into no attribute and no address",
    {
      scan: scanOnly((content) =>
        typeof content === "string" ? content.replace(/<[^>]*>|\]\([^)]*\)/g, " ") : content,
      ),
    },
  ],
  [
    "looks at no file name",
    {
      scan: (files, against) =>
        scanFiles(new Map([...files.values()].map((content, index) => [String(index), content])), against),
    },
  ],
  [
    "forgets what was withdrawn",
    { scan: (files, against) => scanFiles(files, { ...against, withdrawn: undefined }) },
  ],
  [
    "forgets the words of other groups",
    { scan: (files, against) => scanFiles(files, { ...against, phrases: undefined }) },
  ],
  ["looks for no name", { scan: (files, against) => scanFiles(files, { ...against, names: undefined }) }],
  [
    "knows each name with its accents alone",
    {
      names: (contents) => {
        const plain = contents.identities.filter(({ names: [name] }) => unaccented(name) === name);
        return namesOf({ ...contents, identities: plain });
      },
    },
  ],
  [
    "leaves names in capitals",
    {
      replace: async (names, texts) => {
        const replaced = await ownDoors.replace(names, texts);
        return replaced.map((words, index) =>
          /\p{Lu}{4}/u.test(texts[index] ?? "") ? (texts[index] ?? "") : words,
        );
      },
    },
  ],
  [
    "leaves a name that a line end cuts",
    {
      replace: async (names, texts) => {
        const replaced = await ownDoors.replace(names, texts);
        return replaced.map((words, index) =>
          (texts[index] ?? "").includes("\n") ? (texts[index] ?? "") : words,
        );
      },
    },
  ],
];

describe("a door that is broken is caught: one that", () => {
  it.each(brokenDoors)("%s", async (_, broken) => {
    const doors = { ...ownDoors, ...broken };
    const caught = async (): Promise<boolean> => {
      for (let seed = 0; seed < 400; seed += 1)
        if ((await leaksOfPages(seed, noTally(), doors)).length > 0) return true;
      return false;
    };
    expect(await caught()).toBe(true);
  });
});
