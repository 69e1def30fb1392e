// What `vault apply` asks about one line, and about several.
import { expect, it } from "vitest";
import { english } from "../src/cli/messages/en/language.ts";
import { french } from "../src/cli/messages/fr/language.ts";

it("asks of one line, and of several", () => {
  const [file, several] = ["retours/g1.md", "27, 31"];
  expect(french.texts["apply.document"]({ file, lines: "27" })).toContain("(ligne 27)");
  expect(french.texts["apply.document"]({ file, lines: several })).toContain("(lignes 27, 31)");
  expect(english.texts["apply.document"]({ file, lines: "27" })).toContain("(line 27)");
  expect(english.texts["apply.document"]({ file, lines: several })).toContain("(lines 27, 31)");
});
