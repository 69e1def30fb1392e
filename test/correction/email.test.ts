// Answers that come by email.
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOut } from "../../src/copy/layout.ts";
import { compareReturn } from "../../src/correction/compare-return.ts";
import { emailReturn } from "../../src/correction/formats/email.ts";
import { readAnswer } from "../../src/correction/message/answer-return.ts";
import { linesOf } from "../../src/correction/message/lines.ts";
import { nobody } from "../../src/correction/message/set-aside.ts";
import type { ReadReturn } from "../../src/correction/return.ts";
import { sentCopy } from "./sent.ts";
import { temporaryFolder } from "../world.ts";
import { sentStudy, type Loop } from "./study.ts";

const folder = join(import.meta.dirname, "../../fixtures/returns/email");

async function readFixture(name: string): Promise<ReadReturn> {
  return (await emailReturn.open(readFileSync(join(folder, name)), name)).read(sentCopy());
}

/** Where each thing is said, and of which words; of no words in particular: "". */
type Said = [section: string | undefined, passage: string, words: string];

const said = ({ sections, remarks = [] }: ReadReturn): Said[] => [
  ...remarks.map(({ section, words }): Said => [section, "", words]),
  ...sections.flatMap(({ id, text, comments }) =>
    comments.map(({ start, end, words }): Said => [id, text.slice(start, end), words]),
  ),
];

const reply = (body: string): ReadReturn => readAnswer(linesOf(body), nobody, sentCopy());

describe("messages as mail programs write them", () => {
  it.each<[string, Said[]]>([
    [
      "thunderbird-within.eml",
      [
        [
          "peur",
          "Le groupe décrit une peur ordinaire. Elle dure « toute la journée » (s01.14), parfois la nuit.",
          "Pas la nuit, chez nous. Le soir surtout, quand les petits rentrent et qu'il n'y a plus personne dehors.",
        ],
        ["institution", "Les professionnels se disent seuls.", "Seuls, non. Mal entourés, oui."],
      ],
    ],
    [
      "gmail-above.eml",
      [
        [
          undefined,
          "",
          "Merci pour ce texte. Je ne suis pas d'accord sur la peur : chez nous elle n'est pas ordinaire.",
        ],
      ],
    ],
    ["outlook-above.eml", [[undefined, "", "L’œuvre est juste… à garder telle quelle."]]],
    [
      "iphone-html.eml",
      [
        [undefined, "", "C'est juste, à garder."],
        ["lien", "Le lien tient, malgré tout.", "Pas toujours.\n\nCela dépend des années, il coûte 10 €."],
      ],
    ],
    [
      "forwarded.eml",
      [["institution", "", "Sur « L’institution »\nJe dirais plutôt qu'elle sait et qu'elle laisse faire."]],
    ],
    [
      "wrong-charset.eml",
      [["peur", "Le groupe décrit une peur ordinaire.", "Une peur très particulière, où l’été compte."]],
    ],
    [
      "wrong-charset-2.eml",
      [["peur", "Le groupe décrit une peur ordinaire.", "Une peur très particulière, où l’été compte."]],
    ],
  ])("%s", async (name, expected) => {
    expect(said(await readFixture(name))).toEqual(expected);
  });

  it("sets a name aside that says that it is one", () => {
    const read = reply("> Le lien tient, malgré tout.\n\nPas toujours.\n\nSigné : Léa\n");
    expect(JSON.stringify([said(read), read.loss])).not.toContain("Léa");
    expect(said(read)).toEqual([["lien", "Le lien tient, malgré tout.", "Pas toujours."]]);
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
  it.each<[string, string, Said[]]>([
    [
      "stands under what it quotes",
      "> Le lien tient, malgré tout.\nPas toujours.",
      [["lien", "Le lien tient, malgré tout.", "Pas toujours."]],
    ],
    [
      "stands above a short quote",
      "Pas toujours :\n> Le lien tient, malgré tout.",
      [["lien", "Le lien tient, malgré tout.", "Pas toujours :"]],
    ],
    [
      "is one for each section",
      "> des quotes\n> Elle dure « toute la journée »\nNon.\n> C’est ce qui fait rester.\nOui.\n> Le groupe décrit une peur ordinaire.\nSi.",
      [
        ["peur", "Elle dure « toute la journée »", "Non."],
        ["peur", "Le groupe décrit une peur ordinaire.", "Si."],
        ["lien", "C’est ce qui fait rester.", "Oui."],
      ],
    ],
    ["knows a quoted title", "> La peur au travail\n\nRien à dire.", [["peur", "", "Rien à dire."]]],
    [
      "knows a title that the person wrote",
      "Le lien avec les jeunes :\nPas toujours.",
      [["lien", "", "Le lien avec les jeunes :\nPas toujours."]],
    ],
    [
      "knows a passage pasted without marks",
      "Les professionnels se disent seuls.\n\nVraiment ?",
      [["institution", "", "Les professionnels se disent seuls.\n\nVraiment ?"]],
    ],
    [
      "is found in a quote, where a program marks it too",
      "> Le lien tient, malgré tout.\n> Pas chez nous.\n> C’est ce qui fait rester.",
      [["lien", "Le lien tient, malgré tout.", "Pas chez nous."]],
    ],
    [
      "is a quoted line that was changed",
      "> Le lien tient, malgré tout cela.\n> C’est ce qui fait rester.",
      [["lien", "", "Le lien tient, malgré tout cela."]],
    ],
    [
      "is not the end of a quoted line that was folded",
      "> Les professionnels se disent seuls. L’encadrement l’ignore\npeut-être.\n\nSûrement.",
      [["institution", "Les professionnels se disent seuls. L’encadrement l’ignore peut-être.", "Sûrement."]],
    ],
    [
      "may be made of signs alone",
      "> Le lien tient, malgré tout.\n\n???",
      [["lien", "Le lien tient, malgré tout.", "???"]],
    ],
    ["is not lost after a formula", "Merci\n\nOui pour tout.", [[undefined, "", "Oui pour tout."]]],
    [
      "is not lost after a signature",
      "Cordialement\nNadia Benali\n\nP.-S. pas la nuit",
      [[undefined, "", "P.-S. pas la nuit"]],
    ],
    [
      "is below an attribution above which nothing stands",
      "Le 3 mars 2026 à 10:12, Claire Morel a écrit :\n\nJe ne suis pas d’accord.",
      [[undefined, "", "Je ne suis pas d’accord."]],
    ],
  ])("%s", (_, body, expected) => {
    expect(said(reply(body))).toEqual(expected);
  });

  it.each([
    ["a sentence under a name", "Merci,\nNadia Benali\nPas la nuit chez nous", "Pas la nuit chez nous"],
    [
      "a sentence under two dashes",
      "-- \nLe soir, les petits rentrent et nous avec.",
      "Le soir, les petits rentrent et nous avec.",
    ],
    ["what is not at the end", "-- \npas la nuit\n> Le lien tient, malgré tout.\nSi.", "pas la nuit"],
    ["many lines under two dashes", `-- \n${"oui\n".repeat(9)}`, "oui\n".repeat(9).trim()],
    [
      "words like a telephone's",
      "Envoyé de chez ma mère, je ne peux pas plus",
      "Envoyé de chez ma mère, je ne peux pas plus",
    ],
    [
      "words like an attribution",
      "Le 3, on a eu peur.\nLa nuit\nma mère a écrit :",
      "Le 3, on a eu peur.\nLa nuit\nma mère a écrit :",
    ],
  ])("keeps %s", (_, body, words) => {
    const { remarks = [], sections } = reply(body);
    const all = [...remarks, ...sections.flatMap(({ comments }) => comments)].map((each) => each.words);
    expect(all).toContain(words);
  });

  it("finds what was changed, added and taken out in a section that is quoted nearly whole", () => {
    const quote = (text: string): string => text.replace(/^/gm, "> ");
    const found = (body: string) => {
      const { corrections, loss } = compareReturn(sentCopy(), reply(body));
      return [
        corrections.map(({ section, before, after, comment }) => [
          section,
          before.trim(),
          after.trim(),
          comment,
        ]),
        loss,
      ];
    };
    const whole = "L’institution\n\nLes professionnels se disent seuls. L’encadrement l’ignore peut-être.";
    expect(found(quote(whole))).toEqual([[], []]);
    expect(found(quote(whole.replace(" peut-être", "").replace("seuls", "isolés")))).toEqual([
      [
        ["institution", "seuls", "isolés", ""],
        ["institution", "peut-être", "", ""],
      ],
      [],
    ]);
    expect(found(`${quote(whole.replace(" peut-être", ""))}\nOui.`)[0]).toEqual([
      ["institution", "peut-être", "", "Oui."],
    ]);
    expect(found(quote(whole.replace(" peut-être.", "\n[…]")))[0]).not.toContainEqual([
      "institution",
      "peut-être",
      "",
      "",
    ]);
    expect(found(quote("Les professionnels se disent seuls."))).toEqual([[], []]);
  });

  it("says nothing of the words that were sent", () => {
    const sent = sentCopy();
    const read = reply("> Le lien tient, malgré tout.\nOui.");
    expect(read.sections.map(({ text }) => text)).toEqual(sent.content.sections.map(({ text }) => text));
  });

  it("holds each word that the person wrote, once, and none of anyone else's", () => {
    const passages = sentCopy()
      .content.sections.flatMap(({ text }) => layOut(text))
      .map(({ text }) => text)
      .filter((text) => text.split(" ").length > 3);
    const words = (end: string) =>
      fc
        .array(
          fc.string({ minLength: 3, maxLength: 8, unit: fc.constantFrom(...Array.from("bcdfgkmptv")) }),
          {
            minLength: 1,
            maxLength: 30,
          },
        )
        .map((list) => list.map((each) => each + end).join(" "));
    const answer = fc.array(words("q"), { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n\n"));
    const quoted = (mark: string) =>
      fc.tuple(fc.constantFrom(...passages), fc.constantFrom(20, 72, 400)).map(([text, width]) =>
        folded(text, width)
          .map((line) => mark + line)
          .join("\n"),
      );
    const within = (mark: string) =>
      fc.array(fc.tuple(fc.array(quoted(mark), { minLength: 1, maxLength: 3 }), answer), { maxLength: 6 });
    const inLine = (mark: string) =>
      within(mark).map((parts) => parts.map(([quotes, said]) => [...quotes, said].join("\n\n")).join("\n\n"));
    const letter = words("z");
    const above = fc.option(answer, { nil: "" });
    const signature = fc.constantFrom(
      "",
      "Cordialement,\nNadia Benali",
      "-- \nNadia Benali\nÉducatrice\n06 12 34 56 78",
      "Envoyé de mon iPhone",
      "Bien à vous,\nNadia\nAssociation Le Relais\nnadia@courriel.example",
    );
    const gmail = fc
      .tuple(above, letter, inLine("> "), signature)
      .map(([said, theirs, body, end]) =>
        [
          said,
          "Le lun. 2 mars 2026 à 18:40, Claire Morel <claire.morel@courriel.example>\na écrit :",
          `> ${theirs}`,
          body,
          end,
        ].join("\n\n"),
      );
    const thunderbird = fc
      .tuple(letter, inLine("> "), signature)
      .map(([theirs, body, end]) =>
        ["Le 02/03/2026 à 18:40, Claire Morel a écrit :", `> Bonjour,\n> ${theirs}`, body, end].join("\n"),
      );
    const outlook = fc
      .tuple(answer, signature, letter, inLine(""))
      .map(([said, end, theirs, body]) =>
        [
          said,
          end,
          "-----Message d'origine-----\nDe : Claire Morel <claire.morel@courriel.example>\nEnvoyé : lundi 2 mars 2026 18:40\nÀ : Nadia Benali\nObjet : Retour r01",
          theirs,
          body,
        ].join("\n\n"),
      );
    fc.assert(
      fc.property(fc.oneof(gmail, thunderbird, outlook), (message) => {
        let number = 0;
        // No two are alike.
        const body = message.replace(
          /[bcdfgkmptv]{3,8}([qz])(?![a-z])/g,
          (each, end: string) => `${each.slice(0, -1)}${inLetters((number += 1))}${end}`,
        );
        const sender = { names: new Set(["nadia", "benali", "benali nadia"]), isForward: false };
        const { sections, remarks = [], loss } = readAnswer(linesOf(body), sender, sentCopy());
        const kept = [
          ...remarks.map((each) => each.words),
          ...sections.flatMap(({ text, comments }) => [text, ...comments.map((each) => each.words)]),
        ].join("\n");
        expect(madeUp(kept, "q").sort()).toEqual(madeUp(body, "q").sort());
        expect(madeUp(kept, "z")).toEqual([]);
        expect(kept).not.toMatch(/Nadia|Benali|Relais|Morel/);
        expect(loss.filter(({ words: lost }) => /[qz]/.test(lost) && lost !== "")).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

/** The words of no language that end so. */
const madeUp = (text: string, end: string): string[] =>
  text.match(new RegExp(`(?<![\\p{L}])[bcdfgkmptv]{3,}${end}(?![\\p{L}])`, "gu")) ?? [];

const inLetters = (number: number): string =>
  Array.from(String(number), (digit) => "bcdfgkmptv".charAt(Number(digit))).join("");

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

  it.each(["../dehors.md", "../../dehors.md", "ABSOLUTE/dehors.md", "dehors.md", "a\u0000b.md"])(
    "writes nothing under the name of what is attached: %s",
    async (written) => {
      const loop = await sentStudy();
      const elsewhere = temporaryFolder();
      const name = written.replace("ABSOLUTE", elsewhere);
      const listed = (): string[] =>
        readdirSync(loop.folder, { recursive: true, encoding: "utf8" }).filter(
          (file) => !file.includes("ledger"),
        );
      loop.write("m.eml", message("", [{ name, content: edited(loop) }]));
      const before = listed();
      await loop.run(["receive", "m.eml"]);
      const made = listed().filter((file) => !before.includes(file));
      expect(made.filter((file) => file !== "returns")).toEqual([join("returns", "2026-05-12-r01-P01.eml")]);
      expect(readdirSync(elsewhere)).toEqual([]);
      for (const up of ["..", "../.."]) expect(existsSync(join(loop.folder, up, "dehors.md"))).toBe(false);
    },
  );

  it("takes what it can of what is attached, and says why the others are refused", async () => {
    const loop = await sentStudy();
    const broken = { name: "Retour Nadia Benali.docx", content: "PK\u0003\u0004abîmé" };
    const parts = [broken, { name: "a.md", content: edited(loop) }];
    loop.write("m.eml", message("Pas la nuit.", parts));
    const { out, err } = await loop.run(["receive", "m.eml"], { exit: 1 });
    expect(out).toContain("r01-P01 (P01 · Nadia)\u202F: 1 correction");
    expect(out).toContain("Pas la nuit.");
    expect(out).toContain("m.eml (1.docx)");
    expect(err).toContain("m.eml (1.docx)");
    expect(out + err).not.toContain("Benali");
    // Again, it is known, and the other is still refused.
    expect((await loop.run(["receive", "m.eml"], { exit: 1 })).err).toContain("return.already-received");
    loop.write("n.eml", message("Bonjour,", [broken]));
    expect((await loop.run(["receive", "n.eml"], { exit: 2 })).err).toContain("n.eml (1.docx)");
    mkdirSync(join(loop.folder, "reçus"));
    loop.write("reçus/m.eml", message("", [...parts, { name: "b.md", content: edited(loop, "P02") }]));
    const folder = await loop.run(["receive", "reçus"], { exit: 1 });
    expect(folder.out).toContain("P02 · Marc (r01)");
    expect(folder.err).toContain("reçus/m.eml (1.docx)");
  });

  it("takes what is attached twice as one", async () => {
    const loop = await sentStudy();
    const twice = { name: "r01-P01.md", content: edited(loop) };
    loop.write("m.eml", message("", [twice, twice]));
    expect(await receive(loop, "m.eml")).toMatchObject([{ copy: "r01-P01", corrections: [{}] }]);
  });

  it("assumes nobody, when what is attached is under another's name or with another's words", async () => {
    const loop = await sentStudy();
    loop.write("m.eml", message("Pas la nuit.", [{ name: "r01-P02.md", content: edited(loop) }]));
    expect((await loop.run(["receive", "m.eml"], { exit: 2 })).err).toContain("return.identity-differs");
    loop.write("n.eml", message("Voici r01-P02. Pas la nuit.", [{ name: "a.md", content: edited(loop) }]));
    const { out, err } = await loop.run(["receive", "n.eml"], { exit: 1 });
    expect(err).toContain("return.identity-differs");
    expect(out).toContain("r01-P01 (P01 · Nadia)\u202F: 1 correction");
    expect(out).not.toContain("Marc (r01)");
  });

  it("says why what is attached is refused, even when nothing says whose it is", async () => {
    const loop = await sentStudy();
    const broken = { name: "a.docx", content: "PK\u0003\u0004abîmé" };
    loop.write("m.eml", message("Pas la nuit.", [broken]));
    expect((await loop.run(["receive", "m.eml"], { exit: 2 })).err).toContain("m.eml (1.docx)");
  });

  it("says where the lines can be read that it set aside", async () => {
    const loop = await sentStudy();
    loop.write(
      "r01-P01.eml",
      message("Bonjour Claire,\n\n> Le groupe décrit une peur ordinaire.\n\nNon.\n\n-- \nNadia Benali"),
    );
    const { out, err } = await loop.run(["receive", "r01-P01.eml"]);
    expect(out).toMatch(
      /1 ligne de salutation, 2 lignes de formule ou de signature\. Pour le lire\u202F: returns\/2026-05-12-r01-P01\.eml$/m,
    );
    expect(err).not.toContain("return.loss");
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
