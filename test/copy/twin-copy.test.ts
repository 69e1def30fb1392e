// What is excused in a copy because the program itself says it: nothing that the study says may be among it.
import { expect, it } from "vitest";
import { readFrozen } from "../../src/copy/frozen.ts";
import { twinCopy } from "../../src/copy/twin-copy.ts";
import { writersOf } from "../../src/copy/writers.ts";
import { asCopyId, asEditionId, asParticipantId } from "../../src/kernel/ids.ts";

it("a twin says no word of the study, in any kind of file, nor the group’s id", async () => {
  const [id, edition, participant] = [asCopyId("r01-P01"), asEditionId("r01"), asParticipantId("P01")];
  if (id === undefined || edition === undefined || participant === undefined) throw new Error("not an id");
  const document =
    "# Kerwan\n\nDe Kerwan.\n\n## Kerwan {#kerwan}\n\n> Dit à Kerwan (s01.2).\n>\n> — Kerwan (s01.2)\n\n" +
    'Voir [Kerwan](https://kerwan.example/kerwan "Kerwan"), `kerwan`[^1].\n\n[^1]: Kerwan.\n\n- kerwan\n';
  const copy = {
    ...{ copy: id, edition, participant, language: "fr" as const, letter: "De Kerwan." },
    group: { id: "kerwan", title: "Kerwan" },
    study: { id: "0123456789abcdef0123456789abcdef", title: "Kerwan" },
    content: readFrozen(document),
    ownTurns: new Set(["s01.2"]),
  };
  const twin = twinCopy(copy, undefined);
  expect(JSON.stringify(twin)).not.toMatch(/kerwan/i);
  for (const writer of await writersOf(["md", "html"]))
    expect(String(await writer.write(twin))).not.toMatch(/kerwan/i);
});
