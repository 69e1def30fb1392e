// Words typed in a command or at a prompt: none of the vault's names reaches the ledger with them, and no
// passphrase is asked for where no word was typed.
import { writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { audit } from "../../src/ledger/audit.ts";
import type { Identity } from "../../src/vault/contents.ts";
import { filesHolding } from "../vault/bytes.ts";
import { giveVault, PASSPHRASE, readVault, vaultFolder, type VaultFolder } from "../vault/vaults.ts";
import { sentStudy, type Loop } from "./study.ts";

const identities: Identity[] = [
  { id: "i001", kind: "person", names: ["Sophie Kerouédan", "Sosolène"], replacement: "Nadia" },
  { id: "i002", kind: "person", names: ["Rose Zimmermann"], replacement: "Inès" },
];

const hidden = ["sophie", "kerouedan", "sosolene", "zimmermann"];

let loop: Loop;
let place: VaultFolder;
/** The vault's place, but no passphrase. */
let closed: Record<string, string>;

/** r01 sent, c001 and c002 asked for, a vault beside the study. */
beforeAll(async () => {
  loop = await sentStudy();
  place = vaultFolder();
  loop.write("retour.yaml", loop.read("retour.yaml").replace("vault: none", "vault: kept"));
  await giveVault(loop.folder, { identities }, place);
  closed = { RETOUR_LANG: "fr", RETOUR_VAULT: place.file };
  for (const words of ["c’est plus que de la peur", "pas tout le monde", "jamais le matin"])
    await loop.run(["receive", "--oral", "--from", "P02", "--section", "peur", "--text", words], {
      env: place.env,
    });
});

const decisions = async () =>
  loop.look(({ ledger: { db } }) =>
    db.selectFrom("decision").select(["correction", "text", "reason"]).orderBy("id").execute(),
  );

describe("a decision", () => {
  it("asks for no vault without words of its own", async () => {
    await loop.run(["decide", "c001", "integrated"], { env: closed });
    expect(await decisions()).toEqual([{ correction: "c001", text: null, reason: null }]);
  });

  it.each([
    ["adapted", "--text", "Une peur sans nom."],
    ["declined", "--reason", "déjà dit"],
    ["integrated", "--reason", "déjà dit"],
  ])("%s %s is refused when the vault cannot be opened", async (outcome, option, words) => {
    const before = await decisions();
    const { err } = await loop.run(["decide", "c002", outcome, option, words], {
      ...{ env: closed, exit: 2, canAsk: false },
    });
    expect(err).toContain("vault.passphrase-missing");
    expect(await decisions()).toEqual(before);
  });

  it("has what stands instead of names in its words and its reason", async () => {
    await loop.run(
      [
        ...["decide", "c001", "adapted", "--text", "La peur dont parle Sosolène."],
        ...["--reason", "demandé par Sophie Kerouédan"],
      ],
      { env: place.env },
    );
    expect((await decisions()).at(-1)).toEqual({
      ...{ correction: "c001", text: "La peur dont parle Nadia.", reason: "demandé par Nadia" },
    });
  });

  it("is refused where a word may be a name and nobody can be asked, and says so without the word", async () => {
    const before = await decisions();
    const { err } = await loop.run(["decide", "c002", "declined", "--reason", "à la rose", "--yes"], {
      ...{ env: place.env, exit: 2 },
    });
    expect(err).toContain("vault.doubtful");
    expect(err).not.toMatch(/rose|ce fichier|vault add/);
    expect(await decisions()).toEqual(before);
  });

  it("asks for the passphrase before the words, and of a word that may be a name", async () => {
    await loop.run(["decide", "c002", "declined"], {
      ...{ env: closed, answers: [PASSPHRASE, "Sosolène et la rose", "never"], canAsk: true },
    });
    expect((await decisions()).at(-1)).toMatchObject({ reason: "Nadia et la rose" });
    expect((await readVault(place)).answers).toEqual([{ form: "rose", says: "word" }]);
  });
});

describe("a review", () => {
  it("asks for no vault before there are words to write", async () => {
    const edit = (path: string): void => {
      writeFileSync(path, "Jamais le matin, dit Sophie Kerouédan.\n");
    };
    await loop.run(["review"], { env: closed, answers: ["adapted", PASSPHRASE], edit, canAsk: true });
    expect((await decisions()).at(-1)).toEqual({
      ...{ correction: "c003", text: "Jamais le matin, dit Nadia.", reason: null },
    });
    await loop.run(["receive", "--oral", "--from", "P03", "--section", "lien", "--text", "le lien casse"], {
      env: place.env,
    });
    await loop.run(["review"], { env: closed, answers: ["integrated"], canAsk: true });
    expect((await decisions()).at(-1)).toMatchObject({ correction: "c004", text: null });
  });

  it("writes nothing when the vault cannot be opened", async () => {
    await loop.run(["receive", "--oral", "--from", "P03", "--section", "lien", "--text", "il tient"], {
      env: place.env,
    });
    const before = await decisions();
    const answers = ["declined", "une autre phrase", "encore une", "la dernière"];
    const { err } = await loop.run(["review"], { env: closed, answers, canAsk: true, exit: 2 });
    expect(err).toContain("vault.wrong-passphrase");
    expect(await decisions()).toEqual(before);
  });
});

describe("a note beside words", () => {
  const note = ["validate", "peur", "--group", "--session", "s01", "--against", "P02", "--note"];

  it("is refused when the vault cannot be opened; an agreement alone needs none", async () => {
    const words = [...note, "P02 n’y croit pas, ni Sosolène."];
    const { err } = await loop.run(words, { env: closed, exit: 2, canAsk: false });
    expect(err).toContain("vault.passphrase-missing");
    expect(err).not.toContain("Sosolène");
    await loop.run(["validate", "lien", "--by", "P01"], { env: closed, canAsk: false });
  });

  it("stands without names", async () => {
    await loop.run([...note, "P02 n’y croit pas, ni Sosolène."], { env: place.env });
    const notes = await loop.look(({ ledger: { db } }) =>
      db.selectFrom("minority_note").select("content").execute(),
    );
    expect(notes).toEqual([{ content: "P02 n’y croit pas, ni Nadia." }]);
  });
});

describe("after all of it", () => {
  it("no byte of the study holds a name, and its journal is right", async () => {
    expect(filesHolding(loop.folder, hidden)).toEqual([]);
    expect(await loop.look(({ ledger: { db } }) => audit(db))).toMatchObject({ findings: [] });
  });
});
