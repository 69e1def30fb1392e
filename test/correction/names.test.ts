// Names in what comes back: none of them reaches anything that the study keeps but the file itself.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { contentFingerprint } from "../../src/copy/formats/page/page-sections.ts";
import { readFrozen } from "../../src/copy/frozen.ts";
import { asParticipantId } from "../../src/kernel/ids.ts";
import { audit } from "../../src/ledger/audit.ts";
import type { Identity } from "../../src/vault/contents.ts";
import { replacedLog } from "../../src/vault/store.ts";
import { pack } from "../office-room/packing.ts";
import { given } from "../transcript/given.ts";
import { filesHolding } from "../vault/bytes.ts";
import { giveVault, readVault, vaultFolder, writeVault, type VaultFolder } from "../vault/vaults.ts";
import { temporaryFolder } from "../world.ts";
import { builtStudy, type Loop } from "./study.ts";

const identities: Identity[] = [
  {
    id: "i001",
    kind: "person",
    names: ["Sophie Kerouédan", "Sosolène"],
    replacement: "Nadia",
    participant: given(asParticipantId("P01")),
  },
  { id: "i002", kind: "person", names: ["Anne-Marie Le Goffennec"], replacement: "Claude" },
  { id: "i003", kind: "person", names: ["Rose Zimmermann"], replacement: "Inès" },
  { id: "i004", kind: "organisation", names: ["Sauvegarde du Trégor"], replacement: "l’association" },
  { id: "i005", kind: "place", names: ["Plougrescant"], replacement: "Kerdual" },
];

const hidden = [
  "sophie",
  "kerouedan",
  "sosolene",
  "anne-marie",
  "goffennec",
  "zimmermann",
  "tregor",
  "plougrescant",
];

interface Vaulted extends Loop {
  readonly place: VaultFolder;
  /** What was printed so far. */
  readonly printed: () => string;
}

/** A study sent to g1, a pseudonym among its words, its vault beside it. */
async function sent(formats = "md"): Promise<Vaulted> {
  const loop = await builtStudy();
  const place = vaultFolder();
  const settings = loop.read("retour.yaml").replace("vault: none", "vault: kept");
  loop.write("retour.yaml", settings);
  const known = identities.filter(({ replacement }) => replacement !== "Inès");
  await giveVault(loop.folder, { identities: known }, place);
  loop.edit("retours/g1.md", "une peur ordinaire", "une peur ordinaire, **Claude** et une rose");
  let printed = "";
  const run: Loop["run"] = async (argv, options = {}) => {
    const said = await loop.run(argv, { ...options, env: { ...place.env, ...options.env } });
    printed += said.out + said.err;
    return said;
  };
  const json: Loop["json"] = async (argv, exit = 0) => {
    const parsed: unknown = JSON.parse((await run([...argv, "--json"], { exit })).out);
    return parsed;
  };
  await run(["send", "--group", "g1", "--format", formats]);
  // Someone whose name is a word of what was sent is known only since: nothing leaves that may be a name.
  await writeVault(place, { identities });
  return { ...loop, run, json, place, printed: () => printed };
}

interface Returned {
  readonly returns: {
    readonly corrections: { section: string; before: string; after: string; comment: string }[];
    readonly loss: { place: string; words: string }[];
  }[];
}

const receive = async (loop: Loop, ...argv: string[]): Promise<Returned["returns"]> =>
  ((await loop.json(["receive", ...argv])) as Returned).returns;

const changes = (returns: Returned["returns"]): string[][] =>
  returns.flatMap(({ corrections }) => corrections.map(({ before, after }) => [before, after]));

function answered(loop: Loop, person: string, ...edits: readonly (readonly [string, string])[]): string {
  return edits.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(from);
      return text.replace(from, () => to);
    },
    loop.read(`copies/r01/${person}.md`),
  );
}

describe("a return that holds names", () => {
  let loop: Vaulted;
  beforeAll(async () => {
    loop = await sent();
  });

  it("asks for the same words with what stands instead, its comments on their words", async () => {
    loop.write(
      "back/a.md",
      answered(
        loop,
        "P01",
        ["une peur ordinaire", "une peur d’Anne-Marie Le Goffennec"],
        ["Chacun fait", "Sosolène disait{>>demandez à Sophie Kerouédan<<} : chacun fait"],
      ),
    );
    const returns = await receive(loop, "back/a.md");
    const asked = returns.flatMap(({ corrections }) => corrections);
    expect(asked.map(({ after }) => after).join(" ")).toContain("de Claude");
    expect(asked.map(({ after }) => after).join(" ")).toContain("Nadia disait");
    expect(asked.map(({ comment }) => comment).join("")).toBe("demandez à Nadia");
    expect(JSON.stringify(asked)).not.toMatch(/Sophie|Soso|Goffennec/);
    const log = await loop.look(({ ledger: { db } }) => replacedLog(db));
    expect(log.map(({ replacement, count }) => [replacement, count])).toEqual([
      ["Claude", 1],
      ["Nadia", 2],
    ]);
    expect(await loop.look(({ ledger: { db } }) => audit(db))).toMatchObject({ findings: [] });
  });

  it("asks for nothing where it only writes a name back, and says in which section", async () => {
    loop.write("back/b.md", answered(loop, "P02", ["**Claude**", "**Anne-Marie**"]));
    const returns = await receive(loop, "back/b.md");
    expect(changes(returns)).toEqual([]);
    expect(loop.printed()).toContain("receive.name-written-back");
    expect(loop.printed()).toMatch(/receive\.name-written-back.*peur/);
  });

  it("is kept as it came, under a name of the study's", () => {
    expect(readdirSync(join(loop.folder, "returns")).sort()).toEqual([
      "2026-05-12-r01-P01.md",
      "2026-05-12-r01-P02.md",
    ]);
    expect(loop.read("returns/2026-05-12-r01-P01.md")).toBe(loop.read("back/a.md"));
  });

  it("does not ask about words that were sent, whatever they may be", async () => {
    loop.write("back/c.md", answered(loop, "P03", ["personne ne se plaint", "personne ne dit rien"]));
    const returns = await receive(loop, "back/c.md");
    expect(changes(returns)).toEqual([["se plaint", "dit rien"]]);
  });

  it("is refused where a word may be a name and nobody can be asked, and nothing is recorded", async () => {
    loop.write("back/d.md", answered(loop, "P01", ["personne ne se plaint", "chacun garde sa rose"]));
    const { err } = await loop.run(["receive", "back/d.md", "--yes"], { exit: 2 });
    expect(err).toContain("vault.doubtful");
    expect(err).toContain("r01-P01");
    expect(err).not.toContain("rose");
    const answers = ["never"];
    await loop.run(["receive", "back/d.md"], { answers, canAsk: true });
    expect((await readVault(loop.place)).answers).toEqual([{ form: "rose", says: "word" }]);
    const all = JSON.stringify(await loop.json(["corrections"]));
    expect(all).toContain("chacun garde sa rose");
  });

  it("may be said aloud", async () => {
    await loop.run([
      ...["receive", "--oral", "--from", "P02", "--section", "peur", "--kind", "nuance"],
      ...["--text", "À Plougrescant c’est pareil, dit Sosolène."],
    ]);
    expect(JSON.stringify(await loop.json(["corrections"]))).toContain("À Kerdual c’est pareil, dit Nadia.");
  });

  it("is looked through for names and numbers that nobody listed", async () => {
    const before = await loop.run(["check"]);
    expect(before.err).not.toContain("name.likely-returned");
    const { err } = await loop.run([
      ...["receive", "--oral", "--from", "P02", "--section", "peur", "--kind", "nuance"],
      ...["--text", "C’est Tremblet, Sylvie Tremblet, qui le disait : 07 98 76 00 00."],
    ]);
    expect(err).toContain("retour vault review");
    const checked = await loop.run(["check"], { exit: 1 });
    expect(checked.err).toMatch(/name\.likely-returned.*c00\d/);
    expect(checked.out + checked.err).not.toContain("Tremblet");
    const review = await loop.run(["vault", "review", "--json"], { exit: 1 });
    expect(review.out).toMatch(/Sylvie Tremblet/);
    expect(review.out).toMatch(/07 98 76 00 00/);
    await loop.run(["vault", "add", "Sylvie Tremblet", "--as", "Lise"]);
    await loop.run(["vault", "ignore", "07 98 76 00 00"]);
    await loop.run(["vault", "apply", "--yes"]);
    expect(JSON.stringify(await loop.json(["corrections"]))).not.toContain("Tremblet");
    await loop.run(["check"]);
  });

  it("is counted in the log under its copy", async () => {
    const { replaced } = (await loop.json(["vault", "log"])) as { replaced: { source: string }[] };
    expect(new Set(replaced.map(({ source }) => source))).toEqual(new Set(["r01-P01", "r01-P02"]));
  });

  it("leaves no name in any byte of the study but the files that came, nor in what is printed", () => {
    expect(filesHolding(loop.folder, hidden, ["returns", "back"])).toEqual([]);
    const folder = temporaryFolder();
    writeFileSync(join(folder, "printed"), loop.printed());
    expect(filesHolding(folder, hidden)).toEqual([]);
    expect(filesHolding(loop.folder, hidden)).not.toEqual([]);
  });
});

/** An office copy in which words were replaced, in all its parts. */
function editOffice(bytes: Uint8Array, from: string, to: string): Buffer {
  let count = 0;
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]): [string, Uint8Array | string] => {
    if (!/(?:word\/document|content)\.xml$/.test(name)) return [name, part];
    const text = strFromU8(part);
    count += text.split(from).length - 1;
    return [name, text.replace(from, () => to)];
  });
  if (count === 0) throw new Error(from);
  return Buffer.from(pack(Object.fromEntries(parts)));
}

describe("names in each kind of return", () => {
  const said = "Sophie Kerouédan, de Plougrescant, et personne";

  it.each(["docx", "odt"])("%s", async (format) => {
    const loop = await sent(format);
    const copy = readFileSync(join(loop.folder, `copies/r01/P01.${format}`));
    const returned = editOffice(editOffice(copy, "et personne", said), "Claude", "Anne-Marie Le Goffennec");
    writeFileSync(join(loop.folder, `Réponse de Sosolène.${format}`), returned);
    const returns = await receive(loop, `Réponse de Sosolène.${format}`);
    const [[before, after] = []] = changes(returns);
    expect(changes(returns)).toHaveLength(1);
    expect(`${before ?? ""}→${after ?? ""}`).toContain("Nadia, de Kerdual,");
    expect(readdirSync(join(loop.folder, "returns"))).toEqual([`2026-05-12-r01-P01.${format}`]);
    expect(filesHolding(loop.folder, hidden, ["returns", `Réponse de Sosolène.${format}`])).toEqual([]);
  });

  it("the page’s answer", async () => {
    const loop = await sent("html");
    const { id, content } = await loop.look(async ({ ledger: { db, studyId } }) => {
      const row = await db.selectFrom("edition").select("content").executeTakeFirstOrThrow();
      return { id: studyId, content: readFrozen(row.content ?? "") };
    });
    loop.write(
      "reponse.json",
      JSON.stringify({
        ...{ retour: "answer", version: 1, study: id, copy: "r01-P01", edition: "r01" },
        content: contentFingerprint(content),
        sections: [{ id: "peur", opinions: ["nuance"], remark: `${said} n’a peur.` }],
        remark: "Merci, Sosolène.",
      }),
    );
    const returns = await receive(loop, "reponse.json");
    expect(JSON.stringify(returns)).toContain("Nadia, de Kerdual, et personne n’a peur.");
    expect(returns.flatMap(({ loss }) => loss)).toContainEqual({ place: "whole", words: "Merci, Nadia." });
    expect(filesHolding(loop.folder, hidden, ["returns", "reponse.json"])).toEqual([]);
  });

  it("a message, its attachment and its signature", async () => {
    const loop = await sent();
    const attached = Buffer.from(answered(loop, "P01", ["et personne", said])).toString("base64");
    loop.write(
      "m.eml",
      [
        "From: Sophie Kerouedan <sosolene@courriel.example>\r\nSubject: Sophie Kerouedan, retour\r\nMIME-Version: 1.0\r\n",
        "Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n",
        "Bonjour,\r\n\r\nLe reste me va, et à Anne-Marie aussi.\r\n\r\nSophie Kerouédan\r\n",
        `--B\r\nContent-Disposition: attachment; filename="Retour Sosolène.md"\r\nContent-Transfer-Encoding: base64\r\n\r\n${attached}\r\n--B--\r\n`,
      ].join(""),
    );
    const returns = await receive(loop, "m.eml");
    expect(changes(returns)).toEqual([["", "Nadia, de Kerdual,"]]);
    expect(JSON.stringify(returns)).toContain("Le reste me va, et à Claude aussi.");
    expect(filesHolding(loop.folder, hidden, ["returns", "m.eml"])).toEqual([]);
  });
});
