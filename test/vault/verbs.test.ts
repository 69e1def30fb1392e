// The vault's verbs as they are typed.
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { openLedger } from "../../src/ledger/ledger.ts";
import { main } from "../../src/main.ts";
import { temporaryFolder, testWorld, type TestWorldOptions } from "../world.ts";
import { giveVault, PASSPHRASE, readVault, vaultFolder, vaultWorld, type VaultFolder } from "./vaults.ts";

const settings = `# Notre étude
title: Questions de réseau
consent: elsewhere
groups:
  - { id: g1, title: Éducateurs }
participants:
  # a choisi son pseudonyme
  - { id: P01, group: g1, pseudonym: Karima, description: éducatrice }
  - { id: P02, group: g1, pseudonym: Yanis, description: éducateur }
sessions:
  - { id: s01, date: 2026-01-15, group: g1, present: [P01, P02] }
`;

function newStudy(text = settings): string {
  const root = temporaryFolder();
  writeFileSync(join(root, "retour.yaml"), text);
  return root;
}

interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

async function retour(
  root: string,
  place: VaultFolder,
  argv: readonly string[],
  options: Partial<TestWorldOptions> = {},
): Promise<Ran> {
  const world = vaultWorld(place, { cwd: root, ...options });
  const exit = await main(argv, world);
  return { exit, out: world.out(), err: world.err() };
}

/** Made once: deriving keys takes time. */
let ready: { readonly root: string; readonly place: VaultFolder };

beforeAll(async () => {
  const root = newStudy();
  const place = vaultFolder();
  expect((await retour(root, place, ["vault", "create"])).exit).toBe(0);
  const added = [
    "vault",
    "add",
    "Sophie Durand",
    "--as",
    "Karima",
    "--participant",
    "P01",
    "--alias",
    "Fifi",
  ];
  expect((await retour(root, place, added)).exit).toBe(0);
  ready = { root, place };
});

/** A study whose vault is made, with Sophie Durand in it. */
function withVault(): { root: string; place: VaultFolder } {
  const root = temporaryFolder();
  const place = vaultFolder();
  cpSync(ready.root, root, { recursive: true });
  cpSync(ready.place.folder, place.folder, { recursive: true });
  return { root, place };
}

/** Every byte of every file of a folder. */
function bytesIn(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString("latin1"))
    .join("\n");
}

async function journalOf(root: string): Promise<string[]> {
  const { now, newId } = testWorld({ cwd: root });
  const ledger = await openLedger({ root, now, newId, forWriting: false, isDryRun: false });
  const lines = await ledger.db.selectFrom("journal").select("kind").orderBy("seq").execute();
  await ledger.close();
  return lines.map(({ kind }) => kind);
}

describe("vault create", () => {
  it("makes a private file that the study knows, and says where", async () => {
    const root = newStudy();
    const place = vaultFolder();
    const { exit, out } = await retour(root, place, ["vault", "create"]);
    expect(exit).toBe(0);
    expect(out).toContain(place.file);
    expect(statSync(place.file).mode & 0o777).toBe(0o600);
    expect((await readVault(place)).identities).toEqual([]);
    expect(await journalOf(root)).toContain("vault.adopted");
  });

  it("takes the person’s data folder by default, which it makes private", async () => {
    const root = newStudy();
    const place = vaultFolder();
    const home = temporaryFolder();
    const env = { RETOUR_LANG: "fr", RETOUR_PASSPHRASE_FILE: place.passphraseFile, XDG_DATA_HOME: home };
    const world = testWorld({ cwd: root, env });
    expect(await main(["vault", "create"], world)).toBe(0);
    const [name = ""] = readdirSync(join(home, "retour")).filter((file) => file.endsWith(".age"));
    expect(name).toMatch(/^[0-9a-f]{12}\.age$/);
    expect(statSync(join(home, "retour")).mode & 0o777).toBe(0o700);
  });

  it("proposes a passphrase and has one typed twice", async () => {
    const root = newStudy();
    const place = vaultFolder();
    const env = { RETOUR_PASSPHRASE_FILE: "" };
    const answers = ["court", PASSPHRASE, "autre chose", PASSPHRASE, PASSPHRASE];
    const { exit, err } = await retour(root, place, ["vault", "create"], { env, answers });
    expect(err).toMatch(/tirée au hasard \(5\d bits\)/);
    expect(err).toContain("Trop courte");
    expect(err).toContain("pas pareilles");
    expect(exit).toBe(0);
    expect((await readVault(place)).identities).toEqual([]);
  });

  it("refuses a short passphrase from a file, and to go without one", async () => {
    const root = newStudy();
    const place = vaultFolder();
    writeFileSync(place.passphraseFile, "treize lettre\n");
    expect((await retour(root, place, ["vault", "create"])).err).toContain("vault.passphrase-short");
    const none = await retour(root, place, ["vault", "create"], { env: { RETOUR_PASSPHRASE_FILE: "" } });
    expect(none.exit).toBe(2);
    expect(none.err).toContain("vault.passphrase-missing");
    expect(existsSync(place.file)).toBe(false);
  });

  it("makes one vault, and none in a dry run or where the study wants none", async () => {
    const root = newStudy();
    const place = vaultFolder();
    expect((await retour(root, place, ["vault", "create", "--dry-run"])).exit).toBe(0);
    expect(existsSync(place.file)).toBe(false);
    expect((await retour(root, place, ["vault", "create"])).exit).toBe(0);
    expect((await retour(root, place, ["vault", "create"])).err).toContain("vault.exists");
    const elsewhere = ["vault", "create", "--vault", join(place.folder, "autre.age")];
    expect((await retour(root, place, elsewhere)).err).toContain("vault.already");
    const without = newStudy(`${settings}vault: none\n`);
    expect((await retour(without, vaultFolder(), ["vault", "create"])).err).toContain("vault.not-kept");
  });

  it("is not set aside by a line of the settings: what would leave is refused", async () => {
    const { root, place } = withVault();
    writeFileSync(join(root, "retour.yaml"), `${settings}vault: none\n`);
    for (const verb of [["export"], ["send"], ["vault", "list"]]) {
      const { exit, err } = await retour(root, place, verb);
      expect([exit, err]).toEqual([2, expect.stringContaining("vault.set-aside")]);
    }
    expect((await retour(root, place, ["check"])).err).toContain("vault.set-aside");
  });

  it("refuses a vault in the study, whatever the way to it", async () => {
    const root = newStudy();
    const place = vaultFolder();
    const link = join(place.folder, "link");
    symlinkSync(root, link);
    mkdirSync(join(root, "sub"), { mode: 0o700 });
    for (const file of [join(root, "v.age"), join(root, "sub", "v.age"), join(link, "v.age"), "v.age"]) {
      const { exit, err } = await retour(root, place, ["vault", "create", "--vault", file]);
      expect(exit).toBe(2);
      expect(err).toContain("vault.in-study");
    }
    expect(readdirSync(root).filter((name) => name.endsWith(".age"))).toEqual([]);
  });

  it("refuses a vault that git would publish, and not one that it ignores", async () => {
    const root = newStudy();
    const place = vaultFolder();
    execFileSync("git", ["init", "--quiet", place.folder]);
    expect((await retour(root, place, ["vault", "create"])).err).toContain("vault.in-git");
    writeFileSync(join(place.folder, ".gitignore"), "*.age\n");
    expect((await retour(root, place, ["vault", "create"])).exit).toBe(0);
    // Followed all the same.
    execFileSync("git", ["-C", place.folder, "add", "--force", "vault.age"]);
    expect((await retour(root, place, ["vault", "list"])).err).toContain("vault.in-git");
  });

  it("refuses a folder in which others write", async () => {
    const root = newStudy();
    const place = vaultFolder();
    chmodSync(place.folder, 0o777);
    expect((await retour(root, place, ["vault", "create"])).err).toContain("vault.folder-open");
  });
});

describe("opening", () => {
  it("asks at most three times, and says how many are left", async () => {
    const { root, place } = withVault();
    const env = { RETOUR_PASSPHRASE_FILE: "" };
    const third = await retour(root, place, ["vault", "open"], {
      env,
      answers: ["faux", "faux", PASSPHRASE],
    });
    expect(third.exit).toBe(0);
    expect(third.err).toMatch(/Encore 2 essais.*Encore 1 essai\./s);
    expect(third.out).toContain("1 identité,");
    const wrong = await retour(root, place, ["vault", "open"], { env, answers: ["a", "b", "c", PASSPHRASE] });
    expect(wrong.exit).toBe(2);
    expect(wrong.err).toContain("vault.wrong-passphrase");
  });

  it("refuses a passphrase’s file or a vault that others may read", async () => {
    const { root, place } = withVault();
    chmodSync(place.passphraseFile, 0o640);
    expect((await retour(root, place, ["vault", "list"])).err).toContain("vault.passphrase-open");
    chmodSync(place.passphraseFile, 0o600);
    chmodSync(place.file, 0o644);
    expect((await retour(root, place, ["vault", "list"])).err).toContain("vault.readable");
    chmodSync(place.file, 0o600);
    writeFileSync(place.passphraseFile, "\n");
    expect((await retour(root, place, ["vault", "list"])).err).toContain("vault.passphrase-empty");
    writeFileSync(place.passphraseFile, "une autre phrase de passe");
    expect((await retour(root, place, ["vault", "list"])).err).toContain("vault.wrong-passphrase");
  });

  it("reads a pipe, a folder or a device nowhere: it could wait for ever", async () => {
    const { root, place } = withVault();
    const pipe = join(place.folder, "pipe");
    execFileSync("mkfifo", ["-m", "600", pipe]);
    for (const other of [pipe, place.folder, "/dev/zero"]) {
      const tried = [
        await retour(root, place, ["vault", "list"], { env: { RETOUR_PASSPHRASE_FILE: other } }),
        await retour(root, place, ["vault", "list"], { env: { RETOUR_VAULT: other } }),
        await retour(root, place, ["vault", "import", other]),
      ];
      for (const { exit, err } of tried) {
        expect(exit).toBe(2);
        expect(err).toContain("vault.not-a-file");
      }
    }
  });

  it("says what is missing: a vault, the study’s vault, its passphrase", async () => {
    const root = newStudy();
    const place = vaultFolder();
    expect((await retour(root, place, ["vault", "list"])).err).toContain("vault.none");
    const other = await giveVault(newStudy());
    expect((await retour(root, other, ["vault", "list"])).err).toContain("vault.unknown");
    await giveVault(root);
    expect((await retour(root, place, ["vault", "list"])).err).toContain("vault.missing");
    expect(
      (await retour(root, other, ["vault", "list"], { env: { RETOUR_PASSPHRASE_FILE: "" } })).err,
    ).toContain("vault.passphrase-missing");
  });

  it("takes another study’s vault only when a person says so", async () => {
    const { root } = withVault();
    const other = await giveVault(newStudy());
    expect((await retour(root, other, ["vault", "list"])).err).toContain("vault.other-study");
    expect((await retour(root, other, ["vault", "open", "--yes"])).err).toContain("vault.other-study");
    expect((await retour(root, other, ["vault", "open"], { answers: [false] })).exit).toBe(2);
    expect((await retour(root, other, ["vault", "open"], { answers: [true] })).exit).toBe(0);
    expect((await retour(root, other, ["vault", "list"])).exit).toBe(0);
  });

  it("makes a vault that is at hand the study’s first one", async () => {
    const root = newStudy();
    const place = await giveVault(newStudy());
    const { exit, out } = await retour(root, place, ["vault", "open", "--json", "--yes"]);
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ identities: 0, sessions: 0, isAdopted: true });
    expect((await retour(root, place, ["coffre", "list"])).out).toContain("Le coffre est vide");
  });
});

describe("who is who", () => {
  it("is listed for whoever has the passphrase, and stands nowhere else", async () => {
    const { root, place } = withVault();
    const { out } = await retour(root, place, ["vault", "list"]);
    expect(out).toMatch(/i001 +personne +Karima +P01 +Sophie Durand, Fifi/);
    const json = await retour(root, place, ["vault", "list", "--json"]);
    expect(JSON.parse(json.out)).toEqual({
      identities: [
        {
          id: "i001",
          kind: "person",
          names: ["Sophie Durand", "Fifi"],
          replacement: "Karima",
          participant: "P01",
        },
      ],
    });
    for (const name of ["Sophie", "Durand", "Fifi"]) {
      expect(bytesIn(root)).not.toContain(name);
      expect(bytesIn(place.folder)).not.toContain(name);
    }
  });

  it("has more names added to it", async () => {
    const { root, place } = withVault();
    const again = await retour(root, place, ["vault", "add", "Sophie  D.", "--as", "karima"]);
    expect(again.exit).toBe(0);
    expect((await readVault(place)).identities.map(({ names }) => names)).toEqual([
      ["Sophie Durand", "Fifi", "Sophie D."],
    ]);
  });

  it("asks for the name rather than have it in the terminal’s memory", async () => {
    const { root, place } = withVault();
    const answers = ["Malik Benali", ""];
    const { exit } = await retour(root, place, ["vault", "add", "--participant", "P02"], { answers });
    expect(exit).toBe(0);
    expect((await readVault(place)).identities[1]).toEqual({
      id: "i002",
      kind: "person",
      names: ["Malik Benali"],
      replacement: "Yanis",
      participant: "P02",
    });
    expect((await retour(root, place, ["vault", "add", "X"])).err).toContain("--as");
  });

  it("is refused without a name of the vault in what is said", async () => {
    const { root, place } = withVault();
    const refusals: [string[], string][] = [
      [["Malik Benali", "--as", "Mme DURAND"], "vault.replacement-is-name"],
      [["Malik Benali", "--as", "Samira", "--participant", "P09"], "vault.unknown-participant"],
    ];
    for (const [argv, code] of refusals) {
      const { exit, err } = await retour(root, place, ["vault", "add", ...argv]);
      expect(exit).toBe(2);
      expect(err).toContain(code);
      expect(err).not.toMatch(/Durand|Benali|Malik/i);
    }
    expect((await readVault(place)).identities.length).toBe(1);
  });

  it("is not changed by a dry run", async () => {
    const { root, place } = withVault();
    const before = readFileSync(place.file);
    const { exit } = await retour(root, place, ["vault", "add", "Lille", "--as", "une ville", "--dry-run"]);
    expect(exit).toBe(0);
    expect(readFileSync(place.file).equals(before)).toBe(true);
  });
});

describe("participant add --name", () => {
  it("puts the name in the vault and the pseudonym in the study", async () => {
    const { root, place } = withVault();
    const argv = [
      "participant",
      "add",
      "--name",
      "Malik Benali",
      "--pseudonym",
      "Rachid",
      "--description",
      "D",
    ];
    const { exit, out, err } = await retour(root, place, argv);
    expect(exit).toBe(0);
    expect(out).toMatch(/^P03 ajouté.*\nSon vrai nom est dans le coffre/);
    expect(out + err).not.toMatch(/Malik|Benali/);
    expect((await readVault(place)).identities[1]).toMatchObject({
      names: ["Malik Benali"],
      replacement: "Rachid",
      participant: "P03",
    });
    expect(readFileSync(join(root, "retour.yaml"), "utf8")).toContain("pseudonym: Rachid");
    for (const name of ["Malik", "Benali"]) expect(bytesIn(root)).not.toContain(name);
  });

  it("adds nobody under a pseudonym that is another’s, in the study or in the vault", async () => {
    const { root, place } = withVault();
    const add = ["participant", "add", "--description", "D", "--pseudonym"];
    expect((await retour(root, place, [...add, "yanis"])).err).toContain("add.pseudonym-taken");
    for (const name of ["Fifi", "Durand"])
      expect((await retour(root, place, [...add, name])).err).toContain("vault.replacement-is-name");
    await retour(root, place, ["vault", "add", "Lucie Zimmer", "--as", "Rose"]);
    const named = await retour(root, place, [...add, "Rose", "--name", "Malik Benali"]);
    expect(named.err).toContain("vault.replacement-taken");
    expect(readFileSync(join(root, "retour.yaml"), "utf8")).toBe(settings);
    // The person of the vault whom nobody had said to be a participant.
    expect((await retour(root, place, [...add, "Rose", "--name", "Lucie Zimmer"])).exit).toBe(0);
    writeFileSync(join(root, "retour.yaml"), settings.replace("pseudonym: Karima", "pseudonym: Gilles"));
    expect((await retour(root, place, [...add, "Karima"])).err).toContain("vault.replacement-taken");
  });

  it("adds nobody when the name cannot be kept", async () => {
    const { root, place } = withVault();
    const argv = ["participant", "add", "--name", "Malik Benali", "--description", "D", "--pseudonym"];
    expect((await retour(root, place, [...argv, "Malik"])).err).toContain("vault.replacement-is-name");
    const none = newStudy();
    expect((await retour(none, vaultFolder(), [...argv, "Rachid"])).err).toContain("vault.none");
    for (const study of [root, none]) expect(readFileSync(join(study, "retour.yaml"), "utf8")).toBe(settings);
  });
});

describe("vault rename", () => {
  const transcript = "Karima: On a peur la nuit.\nYanis: Karima l’a bien dit.\n";

  it("changes the vault and retour.yaml, and says where the former one stays", async () => {
    const { root, place } = withVault();
    writeFileSync(join(root, "s01.txt"), transcript);
    expect((await retour(root, place, ["import", "s01.txt", "--session", "s01"])).exit).toBe(0);
    const { exit, out, err } = await retour(root, place, ["vault", "rename", "Karima", "Samia"]);
    expect(exit).toBe(0);
    expect(out).toContain("P01");
    expect(err).toContain("vault.former-replacement");
    expect(err).toContain("s01");
    expect((await readVault(place)).identities[0]?.replacement).toBe("Samia");
    expect(readFileSync(join(root, "retour.yaml"), "utf8")).toBe(
      settings.replace("pseudonym: Karima", "pseudonym: Samia"),
    );
    expect(readFileSync(join(root, "sessions", "s01", "transcript.md"), "utf8")).toContain(
      "Karima l’a bien dit",
    );
  });

  it("leaves retour.yaml as it was when it is refused", async () => {
    const { root, place } = withVault();
    // Yanis is not in the vault.
    expect((await retour(root, place, ["vault", "rename", "Karima", "YANIS"])).err).toContain(
      "add.pseudonym-taken",
    );
    expect((await readVault(place)).identities[0]?.replacement).toBe("Karima");
    expect((await retour(root, place, ["vault", "rename", "Karima", "Fifi"])).err).toContain(
      "vault.replacement-is-name",
    );
    expect(readFileSync(join(root, "retour.yaml"), "utf8")).toBe(settings);
  });

  it("is asked for when a pseudonym was changed by hand in retour.yaml", async () => {
    const { root, place } = withVault();
    writeFileSync(join(root, "retour.yaml"), settings.replace("pseudonym: Karima", "pseudonym: Samia"));
    const { exit, err } = await retour(root, place, ["check"]);
    expect(exit).toBe(1);
    expect(err).toContain("vault.pseudonym-differs");
    expect(err).toContain('retour vault rename "Karima" "Samia"');
    writeFileSync(join(root, "s01.txt"), transcript);
    const imported = await retour(root, place, ["import", "s01.txt", "--session", "s01", "--yes"]);
    expect(imported.err).toContain("vault.pseudonym-differs");
    const closed = { env: { RETOUR_PASSPHRASE_FILE: "" } };
    expect((await retour(root, place, ["check"], closed)).err).not.toContain("vault.pseudonym-differs");
    expect((await retour(root, place, ["vault", "rename", "Karima", "Samia"])).exit).toBe(0);
    expect((await retour(root, place, ["check"])).err).not.toContain("vault.pseudonym-differs");
  });
});

describe("vault import and export", () => {
  it("reads a table and writes it back", async () => {
    const { root, place } = withVault();
    const table = join(place.folder, "noms.csv");
    writeFileSync(
      table,
      '\uFEFFNom;Remplacement;Type;Participant;Alias\r\nMalik Benali;Yanis;personne;P02;"Mal; M. B."\r\nLille;une ville;lieu;;\r\n',
    );
    const { exit, out } = await retour(root, place, ["vault", "import", table]);
    expect(exit).toBe(0);
    expect(out).toContain("2 identités ajoutées");
    const { identities } = await readVault(place);
    expect(identities.slice(1)).toEqual([
      {
        id: "i002",
        kind: "person",
        names: ["Malik Benali", "Mal", "M. B."],
        replacement: "Yanis",
        participant: "P02",
      },
      { id: "i003", kind: "place", names: ["Lille"], replacement: "une ville" },
    ]);
    const written = join(place.folder, "sortie.csv");
    const exported = await retour(root, place, ["vault", "export", written]);
    expect(exported.exit).toBe(0);
    expect(exported.err).toContain("vault.exported");
    expect(statSync(written).mode & 0o777).toBe(0o600);
    const again = await retour(root, place, ["vault", "import", written]);
    expect(again.out).toContain("0 identité ajoutée");
    expect((await readVault(place)).identities).toEqual(identities);
  });

  it("says every bad line of a table, and takes nothing of it", async () => {
    const { root, place } = withVault();
    const table = join(place.folder, "noms.csv");
    const lines = [
      "name,replacement,kind,participant",
      "Malik,,person,",
      ",Rita,,",
      "Lille,une ville,planète,",
    ];
    writeFileSync(table, [...lines, "Jo,Ana,,P77", "Zoé,Sophie,,", "Bon,Tito,,"].join("\n"));
    const { exit, err } = await retour(root, place, ["vault", "import", table]);
    expect(exit).toBe(1);
    expect(
      [...err.matchAll(/csv:(\d+) +(vault\.[a-z-]+)/g)].map(
        ([, line, code]) => `${line ?? ""} ${code ?? ""}`,
      ),
    ).toEqual([
      "2 vault.empty-replacement",
      "3 vault.empty-name",
      "4 vault.unknown-kind",
      "5 vault.unknown-participant",
      "6 vault.replacement-is-name",
    ]);
    expect(err).not.toMatch(/Malik|Zoé|Sophie/);
    expect((await readVault(place)).identities.length).toBe(1);
  });

  it("exports neither into the study nor over a file", async () => {
    const { root, place } = withVault();
    expect((await retour(root, place, ["vault", "export", "noms.csv"])).err).toContain("vault.in-study");
    expect((await retour(root, place, ["vault", "export", place.file])).err).toContain("vault.export-taken");
    const dry = await retour(root, place, ["vault", "export", join(place.folder, "n.csv"), "--dry-run"]);
    expect(dry.exit).toBe(0);
    expect(existsSync(join(place.folder, "n.csv"))).toBe(false);
  });
});

describe("vault ignore", () => {
  it("remembers words that are no names, until they are", async () => {
    const { root, place } = withVault();
    expect((await retour(root, place, ["vault", "ignore", "rose", "Molière", "rose"])).exit).toBe(0);
    expect((await readVault(place)).answers).toEqual([
      { form: "rose", says: "word" },
      { form: "Molière", says: "word" },
    ]);
    expect((await retour(root, place, ["vault", "add", "Rose", "--as", "Lila"])).exit).toBe(0);
    expect((await readVault(place)).answers).toEqual([{ form: "Molière", says: "word" }]);
    expect((await retour(root, place, ["vault", "ignore", "Rose"])).err).toContain("vault.is-listed");
    expect((await retour(root, place, ["vault", "ignore", "Sophie"])).err).toContain("vault.is-listed");
  });
});

describe("vault reveal", () => {
  it("shows the original words of a turn, and the journal says so", async () => {
    const { root, place } = withVault();
    writeFileSync(join(root, "s01.txt"), "Karima: On a peur la nuit.\nYanis: Le hall fait peur.\n");
    expect((await retour(root, place, ["import", "s01.txt", "--session", "s01"])).exit).toBe(0);
    const { identities } = await readVault(place);
    const original = "On a peur, Sophie et moi.";
    await giveVault(newStudy(), { originals: { s01: { "1": original } }, identities }, place);
    const dry = await retour(root, place, ["vault", "reveal", "s01.1", "--dry-run"]);
    expect(dry.out).not.toContain("Sophie");
    expect(await journalOf(root)).not.toContain("words.revealed");
    const { exit, out } = await retour(root, place, ["vault", "reveal", "s01.1-2"]);
    expect(exit).toBe(0);
    expect(out).toContain(`s01.1  ${original}`);
    expect(out).toContain("s01.2\u202F: rien n’y a été remplacé");
    expect(out).toContain("Le hall fait peur.");
    expect((await journalOf(root)).filter((kind) => kind === "words.revealed").length).toBeGreaterThan(0);
    expect((await retour(root, place, ["withdraw", "P02", "--turn", "s01.2", "--yes"])).exit).toBe(0);
    const gone = await retour(root, place, ["vault", "reveal", "s01.2"]);
    expect(gone.out).toContain("s01.2\u202F: les mots d’origine ne sont plus gardés");
    expect((await retour(root, place, ["vault", "reveal", "s01.9"])).err).toContain("vault.no-turn");
    expect((await retour(root, place, ["vault", "reveal", "Sophie"])).exit).toBe(2);
    expect((await retour(root, place, ["audit"])).exit).toBe(0);
  });
});

describe("vault change-passphrase", () => {
  it("takes the new one from a file, or typed twice", async () => {
    const { root, place } = withVault();
    const next = join(place.folder, "nouvelle");
    writeFileSync(next, "une tout autre phrase de passe\n", { mode: 0o600 });
    const changed = await retour(root, place, ["vault", "change-passphrase"], {
      env: { RETOUR_NEW_PASSPHRASE_FILE: next },
    });
    expect(changed.exit).toBe(0);
    expect(changed.err).toContain("vault.former-passphrase");
    expect((await retour(root, place, ["vault", "list"])).err).toContain("vault.wrong-passphrase");
    const env = { RETOUR_PASSPHRASE_FILE: next };
    expect((await retour(root, place, ["vault", "list"], { env })).out).toContain("Sophie Durand");
    const typed = await retour(root, place, ["vault", "change-passphrase"], {
      env,
      answers: [PASSPHRASE, PASSPHRASE],
    });
    expect(typed.exit).toBe(0);
    expect((await readVault(place)).identities.length).toBe(1);
  });
});
