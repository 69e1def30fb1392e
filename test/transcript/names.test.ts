// Names replaced while a transcript comes in: none of them reaches anything that the study keeps.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { replacedLog } from "../../src/vault/store.ts";
import type { Identity } from "../../src/vault/contents.ts";
import { asParticipantId } from "../../src/kernel/ids.ts";
import { filesHolding } from "../vault/bytes.ts";
import { giveVault, readVault, vaultFolder, writeVault, type VaultFolder } from "../vault/vaults.ts";
import { temporaryFolder, type TestWorldOptions } from "../world.ts";
import { given } from "./given.ts";
import { codings, findings, ledger, start, turnRows, type Scene } from "./scene.ts";

const identities: Identity[] = [
  {
    id: "i001",
    kind: "person",
    names: ["Sophie Kerouédan", "Soso"],
    replacement: "Nadia",
    participant: given(asParticipantId("P01")),
  },
  { id: "i002", kind: "person", names: ["Anne-Marie Le Goffic"], replacement: "Claude" },
  { id: "i003", kind: "person", names: ["Rose Zimmermann"], replacement: "Inès" },
  { id: "i004", kind: "organisation", names: ["Sauvegarde du Trégor", "SDTX"], replacement: "l’association" },
  { id: "i005", kind: "place", names: ["Plougrescant"], replacement: "Kerdual" },
];

const forms = ["sophie", "kerouedan", "soso", "anne-marie", "goffic", "zimmermann", "tregor", "sdtx"];
const hidden = [...forms, "plougrescant"];

const transcript = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Sophie Kerouédan>Moi je suis Sophie, et voilà Anne-Marie, de Plougrescant.</v>

00:00:04.000 --> 00:00:07.000
<v Marc>Oui, SOPHIE KEROUEDAN l'a dit à Mme Le</v>

00:00:07.000 --> 00:00:09.000
<v Marc>Goffic, d’Anne-Marie on ne sait rien. Soso non plus.</v>

00:00:09.000 --> 00:00:12.000
<v Anne-Marie Le Goffic>À la Sauvegarde du Trégor, la S D T X, la SDTX.</v>

00:00:12.000 --> 00:00:15.000
<v Marc>Rien à dire de plus.</v>
`;

type Vaulted = Scene & {
  readonly place: VaultFolder;
  readonly source: (text: string, name?: string) => string;
};

/** A study with a vault, and a file to import that is not in it. */
async function vaulted(
  options: Partial<TestWorldOptions> = {},
  known: readonly Identity[] = identities,
): Promise<Vaulted> {
  const place = vaultFolder();
  const scene = start({ ...options, env: { ...place.env, ...options.env } });
  const settings = scene.path("retour.yaml");
  writeFileSync(settings, readFileSync(settings, "utf8").replace("vault: none", "vault: kept"));
  await giveVault(scene.folder, { identities: known }, place);
  const outside = temporaryFolder();
  const source = (text: string, name = "s01.vtt"): string => {
    const file = join(outside, name);
    writeFileSync(file, text);
    return file;
  };
  return { ...scene, place, source };
}

const words = async (scene: Scene): Promise<string[]> =>
  (await turnRows(scene)).map(({ participant, words: said }) => `${participant ?? "?"}: ${said}`);

const log = (scene: Scene) =>
  ledger(scene, async ({ ledger: { db } }) =>
    (await replacedLog(db)).map(
      ({ source, replacement, count }) => `${source} ${replacement} ×${String(count)}`,
    ),
  );

describe("importing where there is a vault", () => {
  it("replaces names in words, over two captions too, and in the labels of speakers", async () => {
    const scene = await vaulted();
    expect(await scene.run("import", scene.source(transcript), "--session", "s01", "--yes")).toBe(0);
    const turns = await words(scene);
    expect(turns[0]).toBe("P01: Moi je suis Nadia, et voilà Claude, de Kerdual.");
    expect(turns.join("\n")).toContain("de Claude on ne sait rien. Nadia non plus.");
    expect(turns.at(-1)).toBe("P02: Rien à dire de plus.");
    expect(scene.world.out()).toMatch(/\d+ noms remplacés dans 3 tours/);
    expect(await findings(scene)).toEqual([]);
  });

  it("leaves no name in any byte of the study, nor in what commands print", async () => {
    const scene = await vaulted();
    const file = scene.source(transcript);
    const printed: string[] = [];
    for (const argv of [
      ["import", file, "--session", "s01", "--yes"],
      ["import", file, "--session", "s01", "--replace", "--yes"],
      ["import", file, "--session", "s01", "--json"],
      ["speakers", "s01"],
      ["search", "association"],
    ]) {
      await scene.run(...argv);
      printed.push(scene.world.out(), scene.world.err());
    }
    expect(filesHolding(scene.folder, hidden)).toEqual([]);
    const folder = temporaryFolder();
    writeFileSync(join(folder, "printed"), printed.join("\n"));
    expect(filesHolding(folder, hidden)).toEqual([]);
    // The search finds what is there.
    writeFileSync(join(folder, "s"), "… chez SOPHIE-");
    expect(filesHolding(folder, hidden)).toEqual(["s"]);
  });

  it("keeps the original words in the vault, of the turns in which something was replaced", async () => {
    const scene = await vaulted();
    await scene.run("import", scene.source(transcript), "--session", "s01", "--yes");
    const { originals } = await readVault(scene.place);
    expect(Object.keys(originals)).toEqual(["s01"]);
    expect(Object.keys(originals["s01"] ?? {})).toEqual(["1", "2", "3"]);
    expect(originals["s01"]?.["1"]).toBe("Moi je suis Sophie, et voilà Anne-Marie, de Plougrescant.");
  });

  it("counts in the log what stands instead, anew when the file is imported again", async () => {
    const scene = await vaulted();
    await scene.run("import", scene.source(transcript), "--session", "s01", "--yes");
    expect(await log(scene)).toContain("s01 Kerdual ×1");
    const again = scene.source(transcript.replace("Plougrescant", "là-bas"));
    expect(await scene.run("import", again, "--session", "s01", "--replace", "--yes")).toBe(0);
    expect((await log(scene)).join()).not.toContain("Kerdual");
    // It takes no passphrase.
    writeFileSync(scene.place.passphraseFile, "autre chose\n");
    expect(await scene.run("vault", "log")).toBe(0);
    expect(scene.world.out()).toMatch(/s01 +Claude +personne +\d/);
    expect(await scene.json("vault", "log")).toMatchObject({
      replaced: [{ source: "s01", replacement: "Claude", kind: "person" }, {}, {}],
    });
    expect(await findings(scene)).toEqual([]);
  });

  it("keeps the original of a turn that the new file says as it stands, without its name", async () => {
    const scene = await vaulted();
    await scene.run("import", scene.source(transcript), "--session", "s01", "--yes");
    const nameless = transcript.replace(
      "Moi je suis Sophie, et voilà Anne-Marie, de Plougrescant.",
      "Moi je suis Nadia, et voilà Claude, de Kerdual.",
    );
    await scene.run(
      ...["import", scene.source(nameless.replace("Rien", "Pas grand-chose"))],
      ...["--session", "s01", "--replace", "--yes"],
    );
    const { originals } = await readVault(scene.place);
    expect(originals["s01"]?.["1"]).toContain("Moi je suis Sophie");
  });

  it("cleans what was imported before a name was known, its former words too", async () => {
    const scene = await vaulted({}, []);
    const file = scene.source(transcript);
    await scene.run("import", file, "--session", "s01", "--yes");
    expect((await words(scene)).join()).toContain("Sophie");
    await writeVault(scene.place, { identities });
    expect(await scene.run("import", file, "--session", "s01", "--replace", "--yes")).toBe(0);
    const former = await ledger(scene, ({ ledger: { db } }) =>
      db.selectFrom("former_turn").select("words").execute(),
    );
    expect(former.length).toBeGreaterThan(0);
    expect(filesHolding(scene.folder, ["sophie", "plougrescant"])).toEqual([]);
    expect(await findings(scene)).toEqual([]);
  });

  it("keeps codings on their words", async () => {
    const scene = await vaulted();
    await scene.run("import", scene.source(transcript), "--session", "s01", "--yes");
    await scene.run("code", "s01.1", "peur", "--text", "de Kerdual");
    await scene.run(
      ...["import", scene.source(transcript.replace("Moi je suis", "Je suis"))],
      ...["--session", "s01", "--replace", "--yes"],
    );
    expect(await codings(scene)).toEqual(["s01.1 peur: de Kerdual"]);
  });

  it("replaces names in a file's own themes, and keeps its codings on their words", async () => {
    const scene = await vaulted();
    const sonal = readFileSync(
      join(import.meta.dirname, "../../fixtures/transcripts/sonal/coded/source.sonal"),
      "utf8",
    );
    const named = sonal.replaceAll("Luc", "Soso").replaceAll("Quartier", "Quartier de Plougrescant");
    expect(named).toContain("Quartier de Plougrescant");
    await scene.run("import", scene.source(named, "s02.sonal"), "--session", "s02", "--yes");
    expect((await codings(scene)).sort()).toContain(
      "s02.2 quartier-de-kerdual: Avec mon frère, Nadia, en quatre-vingt-douze.",
    );
    expect(readFileSync(scene.path("codebook.yaml"), "utf8")).toContain("title: Quartier de Kerdual\n");
    expect(filesHolding(scene.folder, ["soso", "plougrescant"])).toEqual([]);
  });

  it("gives nothing to someone whose pseudonym is another's name", async () => {
    const known: Identity[] = [
      {
        id: "i001",
        kind: "person",
        names: ["Marc Zimmermann"],
        replacement: "Nadia",
        participant: given(asParticipantId("P01")),
      },
    ];
    const scene = await vaulted({}, known);
    await scene.run("import", scene.source(transcript), "--session", "s01", "--yes");
    expect((await turnRows(scene)).some(({ participant }) => participant !== null)).toBe(false);
  });

  it("says without names which columns of a table it left", async () => {
    const scene = await vaulted();
    const table = scene.source("texte;Avis de Plougrescant\nbonjour;là\nencore;ici\n", "s01.csv");
    await scene.run("import", table, "--session", "s01", "--format", "csv", "--yes");
    expect(scene.world.err()).toContain("Avis de Kerdual");
    expect(scene.world.err() + scene.world.out()).not.toContain("Plougrescant");
  });

  it("writes nothing in a dry run, nor to the vault", async () => {
    const scene = await vaulted();
    const before = readFileSync(scene.place.file);
    await scene.run("import", scene.source(transcript), "--session", "s01", "--yes", "--dry-run");
    expect(readFileSync(scene.place.file)).toEqual(before);
    expect(await turnRows(scene)).toEqual([]);
  });

  it("replaces what a person typed into a sheet before it is made anew", async () => {
    const scene = await vaulted();
    const file = scene.source(transcript);
    await scene.run("import", file, "--session", "s01", "--yes");
    await scene.run("code", "s01.4", "peur", "--text", "de plus");
    scene.edit((text) => text.replace("Rien à", "Soso, rien à"));
    await scene.run("import", file, "--session", "s01", "--replace", "--yes");
    expect(filesHolding(scene.folder, ["soso"])).toEqual([]);
    expect(await codings(scene)).toEqual(["s01.4 peur: de plus"]);
  });
});

describe("a vault that is not there, or does not open", () => {
  it("is missed before anything is kept", async () => {
    const scene = start();
    writeFileSync(
      scene.path("retour.yaml"),
      readFileSync(scene.path("retour.yaml"), "utf8").replace("vault: none\n", ""),
    );
    expect(await scene.run("import", "s01.vtt", "--yes")).toBe(2);
    expect(scene.world.err()).toContain("(vault.none)");
    expect(existsSync(scene.path("sessions/s01/transcript.md"))).toBe(false);
  });

  it("is not missed by a study that keeps none", async () => {
    const scene = start();
    expect(await scene.run("import", "s01.vtt", "--yes")).toBe(0);
  });

  it("stops the import before anything is kept", async () => {
    const scene = await vaulted();
    writeFileSync(scene.place.passphraseFile, "autre chose\n");
    expect(await scene.run("import", scene.source(transcript), "--session", "s01", "--yes")).toBe(2);
    expect(scene.world.err()).toContain("vault.wrong-passphrase");
    expect(await turnRows(scene)).toEqual([]);
  });
});

const doubtful = `WEBVTT

00:14:05.000 --> 00:14:09.000
<v Marc>Il y avait une rose sur la table.</v>

00:15:00.000 --> 00:15:04.000
<v Nadia>Rose est venue le soir.</v>
`;

describe("words that may be names", () => {
  it("are refused where nobody can be asked, by their place and not by their letters", async () => {
    const scene = await vaulted();
    expect(await scene.run("import", scene.source(doubtful), "--session", "s01", "--yes")).toBe(2);
    expect(scene.world.err()).toContain("vault.doubtful");
    expect(scene.world.err()).toContain("s01");
    expect(scene.world.err()).toMatch(/0:1[45]:0[05]/);
    expect(scene.world.err().toLowerCase()).not.toContain("rose");
    expect(await turnRows(scene)).toEqual([]);
  });

  it("stop no other file of a folder", async () => {
    const scene = await vaulted();
    const file = scene.source(doubtful, "s01.vtt");
    scene.source(transcript, "s02.vtt");
    expect(await scene.run("import", join(file, ".."), "--yes")).toBe(1);
    expect(scene.world.err()).toContain("vault.doubtful");
    expect(new Set((await turnRows(scene)).map(({ session }) => session))).toEqual(new Set(["s02"]));
    expect(Object.keys((await readVault(scene.place)).originals)).toEqual(["s02"]);
  });

  it("are asked about at a terminal with what is around, and the answer is remembered", async () => {
    const scene = await vaulted({ answers: ["never", "i003"] });
    const file = scene.source(doubtful);
    expect(await scene.run("import", file, "--session", "s01")).toBe(0);
    expect(await words(scene)).toEqual([
      "P02: Il y avait une rose sur la table.",
      "P01: Inès est venue le soir.",
    ]);
    expect(scene.world.err()).toContain("0:14:05  …Il y avait une [rose] sur la table.…");
    expect((await readVault(scene.place)).answers).toEqual([
      { form: "rose", says: "word" },
      { form: "Rose", says: "name", identity: "i003" },
    ]);
    expect((await readVault(scene.place)).originals).toEqual({ s01: { 2: "Rose est venue le soir." } });
    // Nobody is asked again.
    const more = scene.source(doubtful.replace("sur la table", "sur la table basse"));
    expect(await scene.run("import", more, "--session", "s01", "--replace", "--yes")).toBe(0);
    expect(await words(scene)).toEqual([
      "P02: Il y avait une rose sur la table basse.",
      "P01: Inès est venue le soir.",
    ]);
  });

  const two: Identity[] = [
    ...identities,
    { id: "i006", kind: "person", names: ["Rose Kermarrec"], replacement: "Lise" },
  ];
  const said = (session: string, ...lines: string[]): [text: string, name: string] => [
    `WEBVTT\n\n${lines.map((line, at) => `00:0${String(at + 1)}.000 --> 00:0${String(at + 2)}.000\n<v Marc>${line}</v>\n`).join("\n")}`,
    `${session}.vtt`,
  ];

  it("are asked about at each place when several bear them, in the next session too", async () => {
    const always: Identity[] = [
      { id: "i001", kind: "person", names: ["Awa N'Diaye"], replacement: "Nadia" },
      { id: "i002", kind: "person", names: ["Fatou N'Diaye"], replacement: "Aïssatou" },
    ];
    const answers = ["i001", "i002", "not-here", "i002", "i001", "i001"];
    const scene = await vaulted({ answers }, always);
    // As an earlier version kept it.
    await writeVault(scene.place, { answers: [{ form: "N'Diaye", says: "name", identity: "i001" }] });
    const first = scene.source(...said("s01", "Madame N'Diaye.", "Madame N’Diaye.", "Madame N'Diaye."));
    expect(await scene.run("import", first, "--session", "s01")).toBe(0);
    expect(await words(scene)).toEqual(["P02: Madame Nadia. Madame Aïssatou. Madame N'Diaye."]);
    const next = scene.source(...said("s02", "Madame N'Diaye."));
    expect(await scene.run("import", next, "--session", "s02")).toBe(0);
    expect((await words(scene)).at(-1)).toBe("P02: Madame Aïssatou.");
    const other = "Hier encore, Madame N'Diaye a dit devant tout le monde que le hall était trop froid.";
    const long = scene.source(...said("s02", other));
    expect(await scene.run("import", long, "--session", "s02", "--replace")).toBe(0);
    expect((await words(scene)).at(-1)).toContain("Madame Nadia a dit");
    // The same words again, of the same passage: known.
    const again = scene.source(...said("s02", `${other} Mais bon.`));
    expect(await scene.run("import", again, "--session", "s02", "--replace", "--yes")).toBe(0);
    expect((await words(scene)).at(-1)).toContain("Madame Nadia a dit");
    const alone = scene.source(...said("s02", "Madame N'Diaye, oui."));
    expect(await scene.run("import", alone, "--session", "s02", "--replace")).toBe(0);
    expect((await words(scene)).at(-1)).toBe("P02: Madame Nadia, oui.");
  });

  it("are refused without a terminal when several bear them, whatever was always said", async () => {
    const scene = await vaulted({}, two);
    await writeVault(scene.place, { answers: [{ form: "Rose", says: "name", identity: "i003" }] });
    const file = scene.source(...said("s01", "Hier on a vu Rose au marché."));
    expect(await scene.run("import", file, "--session", "s01", "--yes")).toBe(2);
    expect(scene.world.err()).toContain("vault.doubtful");
  });

  it("may be one this time only, in a single passage", async () => {
    const scene = await vaulted({ answers: ["here", "not-here"] });
    const file = scene.source(doubtful);
    expect(await scene.run("import", file, "--session", "s01")).toBe(0);
    expect(await words(scene)).toEqual([
      "P02: Il y avait une Inès sur la table.",
      "P01: Rose est venue le soir.",
    ]);
    const { answers } = await readVault(scene.place);
    expect(answers.map(({ says, context }) => [says, context])).toEqual([
      ["name", "y avait une·sur la table"],
      ["word", "·est venue le"],
    ]);
  });

  it("are asked about one place after another when it depends, and whose they are when several bear them", async () => {
    const scene = await vaulted({ answers: ["i006", "i003"] }, two);
    const file = scene.source(
      "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Marc>Demain on verra Rose à la gare.</v>\n\n" +
        "00:02.000 --> 00:03.000\n<v Nadia>Hier on a vu Rose au marché.</v>\n",
    );
    expect(await scene.run("import", file, "--session", "s01")).toBe(0);
    expect(await words(scene)).toEqual([
      "P02: Demain on verra Lise à la gare.",
      "P01: Hier on a vu Inès au marché.",
    ]);
  });

  it("change nothing, and are kept nowhere, when the person leaves the question", async () => {
    const scene = await vaulted({ answers: [] });
    const before = readFileSync(scene.place.file);
    expect(await scene.run("import", scene.source(doubtful), "--session", "s01")).toBe(130);
    expect(await turnRows(scene)).toEqual([]);
    expect(readFileSync(scene.place.file)).toEqual(before);
  });
});
