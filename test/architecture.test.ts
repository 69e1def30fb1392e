// The house as house.js plans it: the same plan that ESLint reads, held against every import.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { ESLint } from "eslint";
import { refusal, rooms } from "../house.js";

const root = join(import.meta.dirname, "..");
const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => `src/${file.replaceAll("\\", "/")}`);

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, target = ""]) =>
    target.startsWith(".") ? relative(root, join(root, dirname(file), target)).replaceAll("\\", "/") : target,
  );
}

describe("the house", () => {
  it("has no import that goes against the order of the rooms", () => {
    const wrong = files.flatMap((file) =>
      importsOf(file).flatMap((target) => {
        const reason = refusal(file, target);
        return reason === undefined ? [] : [`${file} -> ${target}: ${reason}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it("has no room that the plan does not know", () => {
    const found = new Set(files.flatMap((file) => /^src\/([^/]+)\//.exec(file)?.[1] ?? []));
    expect([...found].filter((room) => !(room in rooms))).toEqual([]);
  });

  it("refuses planted wrong imports, in the test and in the linter alike", async () => {
    expect(refusal("src/retour/build.ts", "src/validation/state.ts")).toBe(
      "retour may not import validation",
    );
    expect(refusal("src/ledger/ledger.ts", "src/study/settings.ts")).toBe("ledger may not import study");
    expect(refusal("src/wording/fold.ts", "node:fs")).toBe("wording knows nothing of the machine");
    expect(refusal("src/cli/run.ts", "src/main.ts")).toBe("nothing imports main");
    expect(refusal("src/validation/state.ts", "src/retour/quote.ts")).toBeUndefined();

    const planted = 'import { build } from "../cli/run.ts";\nexport const wrong: unknown = build;\n';
    const linter = new ESLint({ cwd: root });
    const [result] = await linter.lintText(planted, { filePath: join(root, "src/wording/fold.ts") });
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain("house/order");
  });

  it("writes SQL in one file of each room", () => {
    const spread = files.filter(
      (file) =>
        /^src\/(?!ledger|cli)/.test(file) &&
        !file.endsWith("/store.ts") &&
        /\.(selectFrom|updateTable|deleteFrom)\(/.test(readFileSync(join(root, file), "utf8")),
    );
    expect(spread).toEqual([]);
  });
});
