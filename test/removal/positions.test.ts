// A diverging position of someone who withdraws everything goes whole, however it was reworded; nobody else's does.
import { describe, expect, it } from "vitest";
import { filesThatSay } from "./byte-search.ts";
import { wholeLoop, type Loop } from "./loop.ts";

const [marcs, helenes] = [
  "Moi on ne m’appelle que pour les portes. Ce n’est pas de la peur.",
  "À l’école la peur se dit autrement, on parle de fatigue.",
];

/** Marc and Hélène each hold one beside the section, as the document then says them. */
async function withPositions(loop: Loop): Promise<void> {
  for (const [person, text] of [
    ["P02", marcs],
    ["P03", helenes],
  ] as const) {
    const said = ["receive", "--oral", "--edition", "r02", "--from", person, "--section", "peur"];
    await loop.run([...said, "--kind", "disagreement", "--text", text]);
  }
  const { corrections } = await loop.json<{ corrections: { id: string; kind: string }[] }>(["corrections"]);
  for (const { id } of corrections.filter(({ kind }) => kind === "disagreement").slice(-2))
    await loop.run(["decide", id, "recorded"]);
  await loop.run(["integrate"]).catch(() => loop.run(["integrate"], { exit: 1 }));
  expect(loop.read("retours/g1.md")).toContain(marcs);
  expect(loop.read("retours/g1.md")).toContain(helenes);
}

const reworded = "Des portes, oui. De la peur, il n’en voit pas dans son immeuble.";

interface Removed {
  readonly reread: readonly { id: string }[];
  readonly files: readonly { path: string; becomes: string }[];
  readonly corrections: readonly string[];
  readonly returns: readonly { copy: string; isTheirs: boolean; corrections: readonly string[] }[];
}

const withdraw = (loop: Loop): Promise<Removed> => loop.json<Removed>(["withdraw", "P02", "--yes"]);

describe("withdrawing everything", () => {
  it("takes a position that was shortened by hand out of every file, and leaves another's", async () => {
    const loop = await wholeLoop();
    await withPositions(loop);
    loop.edit("retours/g1.md", marcs, reworded);
    await loop.run(["build"]);
    await loop.run(["send", "--format", "md,docx,html"]);
    await loop.run(["validate", "peur", "--group", "--session", "s02", "--audience", "public"]);
    await loop.run(["export", "--only-validated"]);
    loop.write(
      "notes/relecture.md",
      `Avant.\n\n**Position divergente** (gardien d’immeuble) : ${reworded}\n`,
    );
    expect(filesThatSay(loop.folder, ["Des portes, oui"]).length).toBeGreaterThan(5);

    const { reread } = await withdraw(loop);

    expect(filesThatSay(loop.folder, ["Des portes, oui", "dans son immeuble", marcs])).toEqual([]);
    const document = loop.read("retours/g1.md");
    expect(document).not.toContain("(gardien d’immeuble)");
    expect(document).toContain(`**Position divergente** (enseignante)\u202F: ${helenes}`);
    expect(loop.read("notes/relecture.md")).toBe("Avant.\n\n(paroles retirées)\n");
    expect(reread.map(({ id }) => id)).toContain("peur");
    expect((await loop.run(["audit"])).out).toContain("rien n’a été changé à la main");
    await loop.run(["integrate"]).catch(() => loop.run(["integrate"], { exit: 1 }));
    expect(loop.read("retours/g1.md")).toContain(helenes);
    expect(loop.read("retours/g1.md")).not.toContain("gardien d’immeuble)");
  });

  it("takes what another asked of its words too, and their return", async () => {
    const loop = await wholeLoop();
    await withPositions(loop);
    loop.edit("retours/g1.md", marcs, reworded);
    await loop.run(["build"]);
    await loop.run(["send", "--format", "md"]);
    const copy = loop.read("copies/r03/P03.md");
    expect(copy).toContain("Des portes, oui.");
    loop.write("recu/r03-P03.md", copy.replace("Des portes, oui.", "Des portes, sans doute."));
    await loop.run(["receive", "recu/r03-P03.md"]);
    const { returns, corrections } = await loop.json<Removed>(["withdraw", "P02", "--yes"]);
    const theirs = returns.find(({ copy: name }) => name === "r03-P03");
    expect(theirs).toMatchObject({ isTheirs: false, corrections: [expect.any(String)] });
    expect(corrections).toContain(theirs?.corrections[0]);
    // What they put in the folder themselves loses what is known.
    const kept = filesThatSay(loop.folder, ["Des portes, oui", "sans doute", "dans son immeuble"]);
    expect(kept).toEqual(["recu/r03-P03.md"]);
    expect(filesThatSay(loop.folder, ["dans son immeuble"])).toEqual([]);
  });

  it("tells two people of one description apart by what each asked, and takes what is of neither", async () => {
    const loop = await wholeLoop();
    loop.edit("retour.yaml", "description: enseignante", "description: gardien d’immeuble");
    await withPositions(loop);
    await withdraw(loop);
    expect(loop.read("retours/g1.md")).toContain(`(gardien d’immeuble)\u202F: ${helenes}`);
    expect(filesThatSay(loop.folder, ["que pour les portes"])).toEqual([]);

    const other = await wholeLoop();
    other.edit("retour.yaml", "description: enseignante", "description: gardien d’immeuble");
    await withPositions(other);
    other.edit("retours/g1.md", marcs, reworded);
    await withdraw(other);
    expect(filesThatSay(other.folder, ["Des portes, oui"])).toEqual([]);
    expect(other.read("retours/g1.md")).toContain(helenes);
  });

  it("finds one that was left by a version that did not know it", async () => {
    const loop = await wholeLoop();
    await withPositions(loop);
    await withdraw(loop);
    loop.write(
      "retours/g1.md",
      loop
        .read("retours/g1.md")
        .replace(helenes, `${helenes}\n\n**Position divergente** (gardien d’immeuble) : Non.`),
    );
    await loop.run(["status"]);
    const { files } = await withdraw(loop);
    expect(files.map(({ path }) => path)).toContain("retours/g1.md");
    expect(loop.read("retours/g1.md")).not.toContain(": Non.");
    expect(loop.read("retours/g1.md")).toContain(helenes);
  });
});
