// The state echoed in the headings: for the eye only, and nothing else of the document moves.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHeading } from "../../src/retour/outline.ts";
import { sectionFingerprint } from "../../src/retour/section.ts";
import { echoHeading, echoStates } from "../../src/validation/echo.ts";
import { states } from "../../src/validation/state.ts";
import { gather } from "./circle.ts";

describe("a heading", () => {
  it("gets its id and its state", () => {
    expect(echoHeading("## La peur", "la-peur", "draft")).toBe("## La peur {#la-peur .draft}");
    expect(echoHeading("## La peur {#peur}", "peur", "validated")).toBe("## La peur {#peur .validated}");
  });

  it("changes only its state, other attributes and closing marks included", () => {
    expect(echoHeading("## La peur {.cadre #peur .sent}  ", "peur", "lapsed")).toBe(
      "## La peur {.cadre #peur .lapsed}  ",
    );
    expect(echoHeading("  ##  La peur ##", "la-peur", "sent")).toBe("  ##  La peur {#la-peur .sent} ##");
    expect(echoHeading("## La peur {}", "la-peur", "sent")).toBe("## La peur {#la-peur .sent}");
  });

  it("stays to the byte when it says so already", () => {
    const line = "##   La peur   { #peur   .sent }";
    expect(echoHeading(line, "peur", "sent")).toBe(line);
  });

  it("keeps its title, its id and its fingerprint, as often as it is written", () => {
    const title = fc.array(fc.constantFrom("La", "peur", "#", "{x", "à", "l’école", "*"), { minLength: 1 });
    const attributes = fc.constantFrom("", " {#peur}", " {.cadre}", " {#peur .validated .draft}", " ##");
    fc.assert(
      fc.property(title, attributes, fc.constantFrom(...states), (words, given, state) => {
        const line = `## ${words.join(" ")}${given}`;
        const heading = readHeading(line);
        if (heading === undefined || heading.id === "") return;
        const echoed = echoHeading(line, heading.id, state);
        expect(readHeading(echoed)).toEqual(heading);
        expect(sectionFingerprint(`${echoed}\n\nmots`)).toBe(sectionFingerprint(`${line}\n\nmots`));
        expect(echoHeading(echoed, heading.id, state)).toBe(echoed);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("the echo", () => {
  const document =
    "---\r\ngroup: g1\r\n---\r\n\r\n## La peur\r\n\r\nmots\r\n\r\n## Le lien {#lien .validated}\r\n\r\nmots";

  it("is spliced into the person's bytes, and what they wrote by hand there means nothing", async () => {
    const circle = await gather();
    circle.write(document);
    const found = await echoStates(circle.study, circle.world);
    expect(found.map(({ state }) => state)).toEqual(["draft", "draft"]);
    expect(circle.read()).toBe(
      document.replace("## La peur", "## La peur {#la-peur .draft}").replace(".validated", ".draft"),
    );
  });

  it("writes nothing when there is nothing to change", async () => {
    const circle = await gather();
    circle.write(document);
    await echoStates(circle.study, circle.world);
    const before = await circle.study.ledger.db.selectFrom("journal").selectAll().execute();
    await echoStates(circle.study, circle.world);
    expect(await circle.study.ledger.db.selectFrom("journal").selectAll().execute()).toEqual(before);
  });

  it("follows what is validated", async () => {
    const circle = await gather();
    circle.write("## Le lien {#lien}\n\nmots\n");
    await circle.send();
    await circle.validate(["lien"], { by: ["P01", "P02", "P03"] });
    expect(circle.read()).toBe("## Le lien {#lien .validated}\n\nmots\n");
  });
});
