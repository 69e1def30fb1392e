// `check` looks into what the ledger keeps too: a name listed late stands there long after the files are right.
import { describe, expect, it } from "vitest";
import { NAME, namedLoop } from "./named-loop.ts";

interface Checked {
  readonly diagnostics: readonly { readonly code: string; readonly message: string }[];
}

describe("check, of a ledger that holds a name listed late", { timeout: 120_000 }, () => {
  it("counts it by kind, never says it, and finds nothing once it is taken out", async () => {
    const { run, read, write } = await namedLoop();
    const inLedger = async (exit: number): Promise<string[]> => {
      const { out, err } = await run(["check", "--json"], { exit });
      expect(out + err).not.toContain(NAME);
      const { diagnostics } = JSON.parse(out) as Checked;
      return diagnostics.flatMap(({ code, message }) => (code === "name.in-ledger" ? [message] : []));
    };
    expect(await inLedger(1)).toEqual([]);
    await run(["vault", "add", NAME, "--as", "Moussa"]);
    const said = (await inLedger(1)).map((message) => message.replace(/^.*: /s, ""));
    for (const kind of ["document", "édition", "correction", "décision", "accord"])
      expect(said.filter((each) => each.includes(kind))).toHaveLength(1);
    expect(said.every((each) => /^\d+ /.test(each))).toBe(true);

    // By hand, in the files alone: the ledger holds it still.
    for (const file of ["retours/g1.md", "sessions/s01/transcript.md"])
      write(file, read(file).replaceAll(NAME, "Moussa"));
    await run(["build"]);
    expect((await inLedger(1)).join()).toContain("édition");
    await run(["vault", "apply", "--yes"], { exit: 1 });
    expect(await inLedger(0)).toEqual([]);
  });
});
