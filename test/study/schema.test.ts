// The JSON Schema that editors read is the one that the program obeys: Ajv is the judge.
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import schema from "../../src/study/retour.schema.json" with { type: "json" };
import { checkShape } from "../../src/study/shape.ts";
import { readYaml } from "../../src/study/yaml.ts";

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
ajv.addFormat("date", {
  type: "string",
  validate: (day: string) => {
    const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
    const days = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30];
    const length = [...days, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
    return /^\d{4}-\d\d-\d\d$/.test(day) && date >= 1 && date <= length;
  },
});
const accepts = ajv.compile(schema);

const oddities = fc.oneof(
  fc.constantFrom(null, true, 0, 1, 0.5, 75, "", "x", "g1", "P01", "s01", "quorum: 0.5", "quorum: 0", "G1"),
  fc.constantFrom([], {}, ["g1"], ["g1", "g1"], [1], { quorum: 0.5 }, { quorum: 2 }, { quorum: 1, x: 1 }),
);

/** Mostly `good`, sometimes anything. */
const mostly = <T>(good: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof<fc.WeightedArbitrary<unknown>[]>(
    { weight: 80, arbitrary: good },
    { weight: 1, arbitrary: oddities },
  );

/** Mostly all these keys, sometimes without some of them or with one more. */
const keyed = (model: Record<string, fc.Arbitrary<unknown>>, required: string[]): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      fc.record(model, { requiredKeys: required }),
      fc.oneof(
        { weight: 30, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.constantFrom(...required, "titre") },
      ),
    )
    .map(([value, slip]) => {
      if (slip === null) return value;
      const { [slip]: removed, ...rest } = value as Record<string, unknown>;
      return removed === undefined ? { ...value, [slip]: "x" } : rest;
    });

const text = mostly(fc.constantFrom("Groupe", "l’équipe : suite", "12", "true", "- a"));
const groupId = mostly(fc.constantFrom("g1", "g2", "parents"));
const personId = mostly(fc.constantFrom("P01", "P02", "T1", "ABC0001"));
const list = (item: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => mostly(fc.array(item, { maxLength: 3 }));
const rule = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom("unanimity", "group-session", "quorum: 0.75", "quorum: 1,0") },
  { weight: 9, arbitrary: keyed({ quorum: mostly(fc.constantFrom(0.1, 1)) }, ["quorum"]) },
  {
    weight: 9,
    arbitrary: keyed({ delegates: mostly(fc.uniqueArray(personId, { maxLength: 3 })) }, ["delegates"]),
  },
  { weight: 1, arbitrary: fc.constantFrom("quorum: 1.5", "quorum: 0.0", "quorum", "majority") },
);
const date = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom("2026-01-15", "2024-02-29", "2000-02-29", "2026-12-31") },
  { weight: 1, arbitrary: fc.constantFrom("2025-02-29", "2026-13-01", "2026-1-5", "15/01/2026") },
  { weight: 1, arbitrary: fc.constantFrom("1900-02-29", "2026-04-31", "2026-00-10", "2026-01-00") },
);
const count = mostly(fc.constantFrom(1, 2, 30));

const settings = keyed(
  {
    title: text,
    language: mostly(fc.constantFrom("fr", "en")),
    kind: mostly(fc.constantFrom("collective", "individual")),
    groups: list(keyed({ id: groupId, title: text }, ["id", "title"])),
    participants: list(
      keyed(
        {
          id: personId,
          group: fc.oneof(groupId, list(groupId)),
          role: mostly(fc.constantFrom("participant", "tiers", "guest")),
          pseudonym: text,
          description: text,
          organisation: text,
        },
        ["id", "pseudonym"],
      ),
    ),
    sessions: list(
      keyed(
        {
          id: mostly(fc.constantFrom("s01", "s2")),
          date: mostly(date),
          group: groupId,
          present: list(personId),
          capture: mostly(fc.constantFrom("recording", "notes", "text")),
          guests: text,
        },
        ["id", "date", "group"],
      ),
    ),
    validation: mostly(
      keyed(
        {
          rule: mostly(rule),
          silence: mostly(fc.constantFrom("not-agreement", "ask-again")),
          "quoted-must-agree": mostly(fc.boolean()),
          minimum: count,
          "ask-again-after": count,
          sections: list(
            keyed(
              {
                id: mostly(fc.constantFrom("peur", "g2/peur", "la_peur-2", "g2/", "La peur")),
                rule: mostly(rule),
                minimum: count,
                "quoted-must-agree": mostly(fc.boolean()),
              },
              ["id"],
            ),
          ),
        },
        [],
      ),
    ),
    audience: mostly(fc.constantFrom("group", "institution", "public")),
    attribution: mostly(fc.constantFrom("pseudonym", "description", "none")),
    pact: text,
    vault: mostly(fc.constantFrom("kept", "none")),
    consent: mostly(fc.constantFrom("kept", "elsewhere")),
    retention: mostly(
      keyed({ recordings: mostly(date), transcripts: mostly(date), returns: mostly(date) }, []),
    ),
    indistinct: mostly(fc.constantFrom(2, 3, 5)),
  },
  ["title"],
);

describe("our reading of the schema", () => {
  it("accepts and refuses what Ajv accepts and refuses", () => {
    const verdicts = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(settings, (value) => {
        const { root, placeOf, isBroken } = readYaml(stringify(value, { aliasDuplicateObjects: false }), "f");
        expect(isBroken).toBe(false);
        const isAccepted = checkShape(root, schema, placeOf).length === 0;
        expect(isAccepted).toBe(accepts(value));
        verdicts[isAccepted ? "accepted" : "refused"] += 1;
      }),
      { numRuns: 4000 },
    );
    expect(Math.min(verdicts.accepted, verdicts.refused)).toBeGreaterThan(500);
  });

  it("knows every keyword that the schema uses", () => {
    const known = new Set(
      "$schema $defs $ref title description default type enum anyOf properties required additionalProperties items minItems uniqueItems minLength pattern format minimum exclusiveMinimum maximum examples".split(
        " ",
      ),
    );
    const look = (value: unknown, isNames: boolean): void => {
      if (typeof value !== "object" || value === null) return;
      for (const [key, inside] of Object.entries(value)) {
        if (!isNames && !Array.isArray(value)) expect(known).toContain(key);
        look(inside, !isNames && (key === "properties" || key === "$defs"));
      }
    };
    look(schema, false);
  });

  it("says in French what each key is for", () => {
    const look = (value: unknown, place: string): void => {
      if (typeof value !== "object" || value === null) return;
      for (const [name, inside] of Object.entries(value) as [string, unknown][]) {
        const path = `${place}/${name}`;
        if (place.endsWith("/properties") && !JSON.stringify(inside).startsWith('{"$ref"'))
          expect(inside, path).toHaveProperty("description");
        look(inside, path);
      }
    };
    look(schema, "");
  });
});
