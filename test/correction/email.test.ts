// Answers that come by email.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOut } from "../../src/copy/layout.ts";
import { emailReturn } from "../../src/correction/formats/email.ts";
import { readAnswer } from "../../src/correction/message/answer-return.ts";
import { linesOf } from "../../src/correction/message/lines.ts";
import { nobody } from "../../src/correction/message/set-aside.ts";
import type { ReadReturn } from "../../src/correction/return.ts";
import { tokenize } from "../../src/wording/tokens.ts";
import { sentCopy } from "./sent.ts";
import { sentStudy, type Loop } from "./study.ts";

const folder = join(import.meta.dirname, "../../fixtures/returns/email");

async function readFixture(name: string): Promise<ReadReturn> {
  return (await emailReturn.open(readFileSync(join(folder, name)), name)).read(sentCopy());
}

const said = ({ remarks = [] }: ReadReturn): [string | undefined, string][] =>
  remarks.map(({ section, words }) => [section, words]);

const reply = (body: string): ReadReturn => readAnswer(linesOf(body), nobody, sentCopy());

describe("messages as mail programs write them", () => {
  it.each<[string, [string | undefined, string][]]>([
    [
      "thunderbird-within.eml",
      [
        [
          "peur",
          "Pas la nuit, chez nous. Le soir surtout, quand les petits rentrent et qu'il n'y a plus personne dehors.",
        ],
        ["institution", "Seuls, non. Mal entourés, oui."],
      ],
    ],
    [
      "gmail-above.eml",
      [
        [
          undefined,
          "Merci pour ce texte. Je ne suis pas d'accord sur la peur : chez nous elle n'est pas ordinaire.",
        ],
      ],
    ],
    [
      "outlook-above.eml",
      [
        [undefined, "L’œuvre est juste… à garder telle quelle."],
        ["institution", "Elle ne l’ignore pas, elle s’en accommode."],
      ],
    ],
    [
      "iphone-html.eml",
      [
        [undefined, "C'est juste, à garder."],
        ["lien", "Pas toujours.\n\nCela dépend des années, il coûte 10 €."],
      ],
    ],
    [
      "forwarded.eml",
      [["institution", "Sur « L’institution »\nJe dirais plutôt qu'elle sait et qu'elle laisse faire."]],
    ],
    ["wrong-charset.eml", [["peur", "Une peur très particulière, où l’été compte."]]],
    ["wrong-charset-2.eml", [["peur", "Une peur très particulière, où l’été compte."]]],
  ])("%s", async (name, expected) => {
    expect(said(await readFixture(name))).toEqual(expected);
  });

  it("counts what is set aside, and writes no name or address anywhere", async () => {
    const { loss } = await readFixture("thunderbird-within.eml");
    expect(loss).toEqual([
      { place: "attribution/1", words: "" },
      { place: "greeting/1", words: "" },
      { place: "signature/5", words: "" },
      { place: "quoted/2", words: "" },
    ]);
    for (const name of readdirSync(folder)) {
      const { remarks, loss: lost } = await readFixture(name);
      expect(JSON.stringify([remarks, lost])).not.toMatch(/Benali|Nadia|Morel|Claire|@|06 12/i);
    }
  });

  it("knows the copy by its letter, when one alone is named", async () => {
    const open = async (name: string) => emailReturn.open(readFileSync(join(folder, name)), name);
    expect((await open("thunderbird-within.eml")).identity.copy).toBe("r01-P03");
    expect((await open("gmail-above.eml")).identity.copy).toBeUndefined();
  });
});

describe("an answer in line", () => {
  it.each<[string, string, [string | undefined, string][]]>([
    [
      "stands under what it quotes",
      "> Le lien tient, malgré tout.\nPas toujours.",
      [["lien", "Pas toujours."]],
    ],
    [
      "stands above a short quote",
      "Pas toujours :\n> Le lien tient, malgré tout.",
      [["lien", "Pas toujours :"]],
    ],
    [
      "is one for each section",
      "> des quotes\n> Elle dure « toute la journée »\nNon.\n> C’est ce qui fait rester.\nOui.\n> Le groupe décrit une peur ordinaire.\nSi.",
      [
        ["peur", "Non.\n\nSi."],
        ["lien", "Oui."],
      ],
    ],
    ["knows a quoted title", "> La peur au travail\n\nRien à dire.", [["peur", "Rien à dire."]]],
    [
      "knows a title that the person wrote",
      "Le lien avec les jeunes :\nPas toujours.",
      [["lien", "Le lien avec les jeunes :\nPas toujours."]],
    ],
    [
      "knows a passage pasted without marks",
      "Les professionnels se disent seuls.\n\nVraiment ?",
      [["institution", "Les professionnels se disent seuls.\n\nVraiment ?"]],
    ],
    [
      "is found in a quote, where a program marks it too",
      "> Le lien tient, malgré tout.\n> Pas chez nous.\n> C’est ce qui fait rester.",
      [["lien", "Pas chez nous."]],
    ],
    [
      "is a quoted line that was changed",
      "> Le lien tient, malgré tout cela.\n> C’est ce qui fait rester.",
      [["lien", "Le lien tient, malgré tout cela."]],
    ],
    [
      "is not the end of a quoted line that was folded",
      "> Les professionnels se disent seuls. L’encadrement l’ignore\npeut-être.\n\nSûrement.",
      [["institution", "Sûrement."]],
    ],
    ["may be made of signs alone", "> Le lien tient, malgré tout.\n\n???", [["lien", "???"]]],
    ["is not lost after a formula", "Merci\n\nOui pour tout.", [[undefined, "Oui pour tout."]]],
    [
      "is not lost after a signature",
      "Cordialement\nNadia Benali\n\nP.-S. pas la nuit",
      [[undefined, "P.-S. pas la nuit"]],
    ],
    [
      "is below an attribution above which nothing stands",
      "Le 3 mars 2026 à 10:12, Claire Morel a écrit :\n\nJe ne suis pas d’accord.",
      [[undefined, "Je ne suis pas d’accord."]],
    ],
  ])("%s", (_, body, expected) => {
    expect(said(reply(body))).toEqual(expected);
  });

  it("says nothing of the words that were sent", () => {
    const sent = sentCopy();
    const read = reply("> Le lien tient, malgré tout.\nOui.");
    expect(read.sections.map(({ text }) => text)).toEqual(sent.content.sections.map(({ text }) => text));
  });

  it("is never without a word that was written, once, whatever the shape of the message", () => {
    const passages = sentCopy()
      .content.sections.flatMap(({ text }) => layOut(text))
      .map(({ text }) => text)
      .filter((text) => text !== "");
    const word = fc
      .string({ minLength: 3, maxLength: 8, unit: fc.constantFrom(...Array.from("bcdfgkmptvz")) })
      .map((letters) => `${letters}q`);
    const answer = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(" "));
    const quoted = fc
      .tuple(fc.constantFrom(...passages), fc.constantFrom("> ", ">", "> > "), fc.constantFrom(20, 72, 400))
      .map(([text, mark, width]) =>
        folded(text, width)
          .map((line) => mark + line)
          .join("\n"),
      );
    const attribution = fc.constantFrom(
      "Le lun. 3 mars 2026 à 10:12, Claire Morel <c@m.example> a écrit :",
      "-----Message d'origine-----\nDe : Claire\nEnvoyé : lundi\nObjet : r01",
      "Claire Morel <c@m.example> wrote:",
    );
    const part = fc.oneof(
      { weight: 8, arbitrary: answer },
      { weight: 8, arbitrary: quoted },
      { weight: 3, arbitrary: attribution },
      { weight: 1, arbitrary: fc.constant("Cordialement,\n-- ") },
    );
    const gap = fc.constantFrom("\n", "\n\n");
    fc.assert(
      fc.property(fc.array(fc.tuple(part, gap), { minLength: 1, maxLength: 12 }), (parts) => {
        let number = 0;
        const body = parts
          .map(([text, space]) => text + space)
          .join("")
          // No two are alike.
          .replace(/\b[bcdfgkmptvz]{3,8}q\b/g, (each) => `${each.slice(0, -1)}${inLetters((number += 1))}q`);
        const { remarks = [], loss } = reply(body);
        const kept = remarks.flatMap(({ words }) => ownWords(words));
        const aside = loss
          .filter(({ place }) => /^(?:signature|quoted)\//.test(place))
          .reduce((sum, { place }) => sum + Number(place.split("/")[1]), 0);
        const written = ownWords(body);
        expect(kept).toEqual(kept.filter((each) => written.includes(each)));
        expect(tally(kept).every(([each, count]) => count <= countOf(written, each))).toBe(true);
        // What follows `-- ` is a signature (RFC 3676, section 4.3), and what stands above the copy in a
        // quote without marks may be anyone's: these lines are counted, not kept.
        const isLost = (each: string): boolean => countOf(kept, each) < countOf(written, each);
        const lost = body.split("\n").filter((line) => ownWords(line).some(isLost));
        expect(lost.length).toBeLessThanOrEqual(aside);
      }),
      { numRuns: 150 },
    );
  });
});

const ownWords = (text: string): string[] =>
  tokenize(text)
    .map(({ key }) => key)
    .filter((key) => /^[bcdfgkmptvz]{3,}q$/.test(key));

const inLetters = (number: number): string =>
  Array.from(String(number), (digit) => "bcdfgkmptv".charAt(Number(digit))).join("");

const countOf = (list: readonly string[], each: string): number =>
  list.filter((other) => other === each).length;

const tally = (list: readonly string[]): [string, number][] =>
  [...new Set(list)].map((each) => [each, countOf(list, each)]);

function folded(text: string, width: number): string[] {
  const lines = [""];
  for (const each of text.split(/\s+/)) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && last.length + each.length >= width) lines.push(each);
    else lines[lines.length - 1] = last === "" ? each : `${last} ${each}`;
  }
  return lines;
}

interface Part {
  readonly type?: string;
  readonly name?: string;
  readonly content: Buffer | string;
}

/** A message with what is attached to it. */
function message(body: string, parts: readonly Part[] = [], headers = "Subject: retour"): string {
  const attached = parts.map(
    ({ type = "application/octet-stream", name = "", content }) =>
      `--B\r\nContent-Type: ${type}\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString("base64")}\r\n`,
  );
  return [
    `From: Nadia Benali <nadia@courriel.example>\r\n${headers}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n`,
    `--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n`,
    ...attached,
    "--B--\r\n",
  ].join("");
}

interface ReceivedJson {
  returns: {
    copy: string;
    corrections: { section: string; after: string; comment: string }[];
    loss: { place: string; words: string }[];
  }[];
}

const receive = async (loop: Loop, ...argv: string[]): Promise<ReceivedJson["returns"]> =>
  ((await loop.json(["receive", ...argv])) as ReceivedJson).returns;

const edited = (loop: Loop, person = "P01", to = "banale"): string =>
  loop.read(`copies/r01/${person}.md`).replace("ordinaire", to);

describe("receiving an email", () => {
  it("takes what is attached as the return, and the message's own words as a remark", async () => {
    const loop = await sentStudy();
    loop.write(
      "m.eml",
      message("Bonjour Claire,\n\nLe reste me va.\n\nNadia", [
        { name: "Retour Nadia Benali.md", content: edited(loop) },
      ]),
    );
    const returns = await receive(loop, "m.eml");
    expect(returns).toMatchObject([
      { copy: "r01-P01", corrections: [{ section: "peur", after: "banale" }], loss: [] },
      {
        copy: "r01-P01",
        corrections: [],
        loss: [{ place: "greeting/1" }, { place: "signature/1" }, { words: "Le reste me va." }],
      },
    ]);
    expect(readdirSync(join(loop.folder, "returns"))).toEqual(["2026-05-12-r01-P01.eml"]);
    const { out, err } = await loop.run(["receive", "m.eml"]);
    expect(err).toContain("return.already-received");
    expect(out).toContain("Le reste me va.");
    expect(out + err).not.toMatch(/Benali|@/);
    await loop.look(async ({ ledger }) => {
      const rows = [
        ...(await ledger.db.selectFrom("return").selectAll().execute()),
        ...(await ledger.db.selectFrom("loss").selectAll().execute()),
        ...(await ledger.db.selectFrom("journal").selectAll().execute()),
      ];
      expect(JSON.stringify(rows)).not.toMatch(/Benali|courriel/);
    });
  });

  it("is not a second return when it only carries one", async () => {
    const loop = await sentStudy();
    loop.write(
      "m.eml",
      message("Bonjour,\n\nCordialement,\nNadia", [{ name: "a.md", content: edited(loop) }]),
    );
    expect(await receive(loop, "m.eml")).toHaveLength(1);
    loop.write("a.md", edited(loop));
    expect((await loop.run(["receive", "a.md"])).err).toContain("return.already-received");
  });

  it("takes several returns of one message, and says what it could not read", async () => {
    const loop = await sentStudy();
    const bare = edited(loop, "P01", "étrange").replace(/^---[\s\S]*?---\n/, "");
    loop.write(
      "m.eml",
      message("Voilà.", [
        { name: "un.md", content: edited(loop) },
        { name: "deux.md", content: bare },
        { name: "../../../etc/scan\u0007.jpg", type: "image/jpeg", content: "x" },
      ]),
    );
    const returns = await receive(loop, "m.eml");
    expect(returns.map(({ copy }) => copy)).toEqual(["r01-P01", "r01-P01", "r01-P01"]);
    expect(returns[0]?.loss).toEqual([{ place: "attachment/jpg", words: "" }]);
    expect(returns[2]?.loss).toEqual([{ place: "remark", words: "Voilà." }]);
  });

  it("asks where a remark belongs, and leaves it in the loss report where nobody can be asked", async () => {
    const loop = await sentStudy();
    loop.write("r01-P01.eml", message("Je ne suis pas d’accord.\n\nPas du tout."));
    expect(await receive(loop, "r01-P01.eml", "--dry-run")).toMatchObject([
      { corrections: [], loss: [{ place: "remark", words: "Je ne suis pas d’accord.\n\nPas du tout." }] },
    ]);
    const { out, err } = await loop.run(["receive", "r01-P01.eml", "--dry-run"], { canAsk: false });
    expect(out).toContain("remarque sans section");
    expect(err).toContain("--oral");
    const whole = await loop.run(["receive", "r01-P01.eml", "--dry-run"], { answers: ["*"] });
    expect(whole.out).toContain("sur l’ensemble");
    const later = await loop.run(["receive", "r01-P01.eml", "--dry-run"], { answers: [""] });
    expect(later.out).toContain("remarque sans section");
    const { out: placed } = await loop.run(["receive", "r01-P01.eml"], { answers: ["lien"] });
    expect(placed).toContain("c001  g1/lien");
  });

  it("reads a message that is passed on, attached to another", async () => {
    const loop = await sentStudy();
    const inner = message("> Le groupe décrit une peur ordinaire.\n\nNon.", [
      { name: "r01-P01.md", content: edited(loop) },
    ]);
    loop.write("m.eml", message("", [{ name: "autre.eml", type: "message/rfc822", content: inner }]));
    const returns = await receive(loop, "m.eml");
    expect(
      returns.map(({ corrections }) => corrections.map(({ comment, after }) => comment || after)),
    ).toEqual([["banale"], ["Non."]]);
    // Beside an answer, a message that is attached may be the one it answers.
    loop.write(
      "n.eml",
      message("D’accord, r01-P02.", [{ name: "autre.eml", type: "message/rfc822", content: inner }]),
    );
    expect(await receive(loop, "n.eml")).toMatchObject([
      { copy: "r01-P02", loss: [{ place: "remark" }, { place: "attachment/eml" }] },
    ]);
  });

  it.each([
    ["email.nothing-said", () => message("Bonjour,\n\nMerci !\n\nNadia Benali")],
    ["return.image", () => message("Bonjour,", [{ name: "IMG_0001.HEIC", content: "x" }])],
    ["return.pdf", () => message("", [{ name: "retour.pdf", type: "application/pdf", content: "%PDF-" }])],
    ["email.damaged", () => nested(1000)],
    [
      "email.damaged",
      () => message("oui", [], `X: ${"a".repeat(80)}\r\n`.repeat(20_000) + "Subject: retour"),
    ],
    [
      "email.too-much",
      () =>
        message(
          "oui",
          Array.from({ length: 1000 }, () => ({ name: "a.xyz", content: "x" })),
        ),
    ],
    ["file.binary", () => "PK\u0003\u0004" + "\0\u0001".repeat(5000)],
  ])("is refused with %s", async (code, make) => {
    const loop = await sentStudy();
    loop.write("r01-P01.eml", make());
    expect((await loop.run(["receive", "r01-P01.eml"], { exit: 2 })).err).toContain(code);
  });

  it("reads any number of small parts, any bytes, in the end", async () => {
    const loop = await sentStudy();
    const parts = "--B\r\nContent-Type: x/y\r\n\r\nz\r\n".repeat(100_000);
    loop.write(
      "r01-P01.eml",
      `From: n@x.example\r\nSubject: r\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n${parts}--B--`,
    );
    expect((await loop.run(["receive", "r01-P01.eml"], { exit: 2 })).err).toContain("email.damaged");
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, isHtml) => {
        const head = `Subject: x\r\nContent-Type: text/${isHtml ? "html" : "plain"}; format=flowed; charset=utf-8\r\n\r\n`;
        const opened = await emailReturn.open(Buffer.concat([Buffer.from(head), bytes]), "x.eml");
        expect(opened.read(sentCopy()).sections).toHaveLength(3);
      }),
    );
  });

  it("writes nothing under the name of what is attached", async () => {
    const loop = await sentStudy();
    const before = readdirSync(join(loop.folder, "..")).length;
    for (const name of ["../../dehors.md", "/tmp/dehors.md", "C:\\\\dehors.md", "a\u0000b.md"])
      writeFileSync(join(loop.folder, "m.eml"), message("", [{ name, content: edited(loop) }]));
    await loop.run(["receive", "m.eml"]);
    expect(readdirSync(join(loop.folder, "returns"))).toEqual(["2026-05-12-r01-P01.eml"]);
    expect(readdirSync(join(loop.folder, "..")).length).toBeGreaterThanOrEqual(before);
  });
});

/** Parts in parts, so many deep. */
function nested(depth: number): string {
  const head = Array.from(
    { length: depth },
    (_, at) => `Content-Type: multipart/mixed; boundary=B${String(at)}\r\n\r\n--B${String(at)}\r\n`,
  );
  return `Subject: x\r\nMIME-Version: 1.0\r\n${head.join("")}Content-Type: text/plain\r\n\r\noui\r\n`;
}
