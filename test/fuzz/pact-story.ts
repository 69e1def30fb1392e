// Random studies, from the transcript to what leaves, in any order, with names everywhere; after each step, whether
// anything said what it may not. Made again from its seed.
import fc from "fast-check";
import { Agreements, areSameWords, audiences, members, rules, sectionsOf } from "./pact-agreed.ts";
import type { Audience, Rule, Stance } from "./pact-agreed.ts";
import { diceOf, type Dice } from "./mutate.ts";
import {
  drawNames,
  formOf,
  lettersThatName,
  smallWords,
  tableOf,
  wholeName,
  type Named,
} from "./pact-names.ts";
import { lettersOf, markOf, marksIn, namesIn } from "./pact-oracle.ts";
import { Desk, type Answer, type Printed } from "./pact-study.ts";

const stepKinds = [
  ...["edit", "quote", "private", "type", "build", "send", "receive", "say", "decide", "integrate"],
  ...["validate", "meet", "consent", "withdraw", "export", "report", "look"],
] as const;
const weights: Readonly<Record<string, number>> = {
  ...{
    edit: 3,
    quote: 2,
    private: 1,
    type: 1,
    build: 2,
    send: 4,
    receive: 3,
    say: 2,
    decide: 3,
    integrate: 2,
  },
  ...{ validate: 6, meet: 5, consent: 2, withdraw: 1, export: 6, report: 1, look: 1 },
};

export interface Step {
  readonly kind: string;
  /** What it is about, drawn from what there is by then. */
  readonly a: number;
  readonly b: number;
  readonly c: number;
}
export interface Story {
  readonly seed: number;
  readonly rule: Rule;
  readonly steps: readonly Step[];
}

const number = fc.nat({ max: 999 });
const anyStep = fc.oneof(
  ...stepKinds.map((kind) => ({
    weight: weights[kind] ?? 1,
    arbitrary: fc.record<Step>({ kind: fc.constant(kind), a: number, b: number, c: number }),
  })),
);
export const anyStory = fc.record<Story>({
  seed: fc.nat({ max: 2_000_000_000 }),
  rule: fc.constantFrom(...rules),
  steps: fc.array(anyStep, { minLength: 4, maxLength: 12, size: "max" }),
});

/** What leaves through: the command line itself, or a gate that a test has broken. */
export type WayOut = (desk: Desk, audience: Audience, folder: string) => Promise<Printed>;

const ownWay: WayOut = (desk, audience, folder) =>
  desk.run(["export", "--audience", audience, "--only-validated", "--out", folder, "--json"]);

/** How often something of interest happened: a story in which nothing ever leaves shows nothing. */
export interface Tally {
  stories: number;
  exports: number;
  refusals: number;
  copies: number;
  withdrawals: number;
}
export const emptyTally = (): Tally => ({ stories: 0, exports: 0, refusals: 0, copies: 0, withdrawals: 0 });

/** Plays a story and says what leaked, each a line; none when nothing did. */
export async function leaksOf(story: Story, tally: Tally, wayOut = ownWay): Promise<string[]> {
  const played = new Played(story, tally, wayOut);
  try {
    await played.begin();
    for (const step of story.steps) {
      await played.take(step);
      if (played.leaks.length > 0) break;
    }
    if (played.leaks.length === 0) played.end();
    tally.stories += 1;
    return played.leaks;
  } finally {
    played.leave();
  }
}

interface Marked {
  readonly group: string;
  /** Who said or wrote it; undefined for the researcher. */
  readonly by: string | undefined;
  /** `s01.2` */
  readonly turn: string | undefined;
  readonly isPrivate: boolean;
}

const sentences = [
  "Le soir on attend avec NOM devant le portail MARQUE.",
  "Moi je pense que NOM nous écoute encore un peu MARQUE.",
  "Depuis cet hiver le bureau chez NOM reste toujours fermé MARQUE.",
  "On en a parlé longtemps à NOM pendant la réunion MARQUE.",
];
const plain = [
  "On a souvent peur de rentrer aussi tard chez soi MARQUE.",
  "Personne ne vient jamais nous demander ce que nous faisons MARQUE.",
  "Il faut bien que le travail continue malgré tout cela MARQUE.",
];

class Played {
  readonly leaks: string[] = [];
  readonly #desk = new Desk();
  readonly #tally: Tally;
  readonly #wayOut: WayOut;
  readonly #dice: Dice;
  readonly #names: readonly Named[];
  readonly #needles: readonly string[];
  readonly #marks = new Map<string, Marked>();
  readonly #agreed: Agreements;
  /** Who said each turn. */
  readonly #speakers = new Map<string, string>();
  /** The document of each group as it was last sent. */
  readonly #sent = new Map<string, { edition: string; document: string; formats: string }>();
  readonly #gone = new Set<string>();
  /** Whose document each is of. */
  readonly #corrections: { readonly id: string; readonly group: string }[] = [];
  #typed: string[] = [];
  /** Someone typed a name into a document: it is on the disk, and in what the ledger keeps of the document. */
  #wasTyped = false;
  #exports = 0;

  constructor({ seed, rule }: Story, tally: Tally, wayOut: WayOut) {
    this.#dice = diceOf(seed);
    this.#names = drawNames(this.#dice);
    this.#needles = lettersThatName(this.#names);
    this.#agreed = new Agreements(rule);
    this.#tally = tally;
    this.#wayOut = wayOut;
  }

  leave(): void {
    this.#desk.leave();
  }

  /** A study whose names are in its vault, its transcripts imported and coded, its documents built. */
  async begin(): Promise<void> {
    this.#desk.write("retour.yaml", settingsFor(this.#agreed.rule));
    this.#desk.write("codebook.yaml", "- { id: peur, title: La peur }\n- { id: lien, title: Le lien }\n");
    await this.#run(["vault", "create"], 0);
    await this.#run(["vault", "import", this.#desk.outside("noms.csv", tableOf(this.#names))], 0);
    await this.#run(["vault", "ignore", ...smallWords], 0);
    for (const [session, group] of [
      ["s01", "g1"],
      ["s02", "g2"],
    ] as const)
      await this.#importSession(session, group);
    const willing = Object.values(members)
      .flat()
      .filter(() => this.#dice(12) > 0);
    if (willing.length > 0) {
      await this.#run(["consent", [...new Set(willing)].join(","), "--all"], 0);
      for (const by of willing)
        for (const purpose of ["quotation", "publication"])
          this.#agreed.consents.set(`${by} ${purpose}`, true);
    }
    await this.#run(["build"], 0);
    // Most groups have agreed to something before anything goes wrong.
    if (this.#dice(4) === 0) return;
    const [far, group] = [audiences[this.#dice(3)] ?? "public", this.#dice(3) === 0 ? "g2" : "g1"];
    await this.#send(group, this.#dice(7));
    await this.#validate(this.#agreed.rule === "group-session" ? "meet" : "validate", group, 2, far);
  }

  async #importSession(session: string, group: string): Promise<void> {
    const people = members[group] ?? [];
    const turns = Array.from({ length: 3 }, (_, index) => {
      const by = people[index % people.length] ?? "";
      const turn = `${session}.${String(index + 1)}`;
      this.#speakers.set(turn, by);
      const name = this.#names.find(({ participant }) => participant === by);
      const label = this.#dice(3) === 0 && name ? wholeName(name) : (name?.replacement ?? "");
      const count = 1 + this.#dice(2);
      const words = Array.from({ length: count }, () => this.#sentence({ group, by, turn }, true));
      return `${label} : ${words.join(" ")}\n`;
    });
    const file = this.#desk.outside(`${session}.txt`, turns.join("\n"));
    const argv = ["import", file, "--session", session];
    const { code } = await this.#run(argv);
    if (code !== 0) await this.#run(argv, 0, this.#whoIsIt);
    const sheet = `sessions/${session}/transcript.md`;
    const themed = this.#desk
      .read(sheet)
      .split(/^(?=### \d+)/m)
      .map((part) =>
        part.startsWith("### ") ? `${part.trimEnd()}\n\n#${this.#dice(2) === 0 ? "peur" : "lien"}\n\n` : part,
      );
    this.#desk.write(sheet, themed.join(""));
  }

  /** A capitalised form is the first of those it may be; anything else to be asked is left as it is. */
  readonly #whoIsIt: Answer = (message, choices) => {
    const form = /[«“"]\s*([^»”"]*?)\s*[»”"]/.exec(message)?.[1] ?? "X";
    const isName = /\p{Lu}|\s/u.test(form);
    return (isName ? choices[0] : choices.find((each) => each === "never")) ?? choices[0] ?? "";
  };

  #sentence(of: Partial<Marked> & { group: string }, isNamed: boolean): string {
    const mark = markOf(this.#marks.size);
    this.#marks.set(mark, { by: undefined, turn: undefined, isPrivate: false, ...of });
    const from = isNamed ? sentences : plain;
    const name = this.#names[this.#dice(this.#names.length)];
    return (from[this.#dice(from.length)] ?? "")
      .replace("NOM", () => (name ? formOf(name, this.#dice) : ""))
      .replace("MARQUE", mark);
  }

  async #run(argv: readonly string[], expected?: number, answer?: Answer): Promise<Printed> {
    const printed = await this.#desk.run(argv, answer);
    const { code, out, err } = printed;
    if (code === 70 || (expected !== undefined && code !== expected))
      throw new Error(`${argv.join(" ")}: ${String(code)}\n${out}${err}`);
    // Whoever is asked which name it is sees the name, and the vault shows what it was given.
    if (answer === undefined && (argv[0] !== "vault" || argv[1] === "log"))
      this.#readPrinted(argv[0] ?? "", out + err);
    return printed;
  }

  /** Whoever typed a name into their document may be shown their own words; nothing else is printed. */
  #readPrinted(verb: string, text: string): void {
    const own = lettersOf(this.#typed.map((words) => `${words} ${decodeURIComponent(words)}`).join(" "));
    const needles = this.#needles.filter((needle) => !own.includes(needle));
    this.#readFor(`(what ${verb} prints)`, text, needles);
  }

  /** Names, and withdrawn sentences. */
  #readFor(file: string, content: string | Uint8Array, needles = this.#needles): void {
    for (const needle of namesIn(file, content, needles)) this.leaks.push(`${file} names ${needle}`);
    if (this.#gone.size === 0) return;
    for (const mark of marksIn(file, content))
      if (this.#gone.has(mark)) this.leaks.push(`${file} says ${mark}, withdrawn`);
  }

  #document(group: string): string {
    return `retours/${group}.md`;
  }

  async take({ kind, a, b, c }: Step): Promise<void> {
    const group = a % 3 === 2 ? "g2" : "g1";
    const people = (members[group] ?? []).filter((each) => !this.#agreed.left.has(each));
    const person = people[b % Math.max(1, people.length)] ?? "";
    const audience = audiences[c % 3] ?? "public";
    switch (kind) {
      case "edit":
        this.#writeIn(group, b, this.#sentence({ group }, false));
        return;
      case "quote": {
        const own = [...this.#marks].filter(([, each]) => each.group === group && each.turn !== undefined);
        const [mark, said] = own[c % Math.max(1, own.length)] ?? [];
        const sheet = `sessions/${group === "g1" ? "s01" : "s02"}/transcript.md`;
        const found = mark && new RegExp(`[^.\\n#]*${mark}`).exec(this.#desk.read(sheet))?.[0];
        if (found) this.#writeIn(group, b, `« ${found.trim()} » (${said?.turn ?? ""})`);
        return;
      }
      case "private":
        this.#writeIn(group, b, `<!-- ${this.#sentence({ group, isPrivate: true }, c % 2 === 0)} -->`);
        return;
      case "type":
        this.#typeName(group, b, c);
        return;
      case "build":
        await this.#run(["build"]);
        return;
      case "send":
        return this.#send(group, b);
      case "receive":
        return this.#receive(group, person, c);
      case "say":
        return this.#say(group, person, c);
      case "decide":
        return this.#decide(b, c);
      case "integrate":
        await this.#run(["integrate"]);
        return;
      case "validate":
      case "meet":
        return this.#validate(kind, group, b, audience);
      case "consent":
        return this.#consent(person, c);
      case "withdraw":
        return this.#withdraw(person, c);
      case "export":
        return this.#export(audience);
      case "report":
        return this.#report(group);
      default:
        return this.#look(b);
    }
  }

  /** Under a heading of one of the sections. */
  #writeIn(group: string, which: number, words: string): void {
    const file = this.#document(group);
    if (!this.#desk.has(file)) return;
    const text = this.#desk.read(file);
    const places = [...text.matchAll(/^### .*\n/gm)];
    const place = places[which % Math.max(1, places.length)];
    if (place === undefined) return;
    const at = place.index + place[0].length;
    this.#desk.write(file, `${text.slice(0, at)}\n${words}\n${text.slice(at)}`);
  }

  #typeName(group: string, which: number, how: number): void {
    const name = this.#names[how % this.#names.length];
    if (name === undefined || !this.#desk.has(this.#document(group))) return;
    this.#wasTyped = true;
    const sentence = this.#sentence({ group }, true);
    const address = encodeURIComponent(wholeName(name));
    const words =
      [sentence, sentence, `Voir [la page](https://exemple.org/${address}) qui en parle ici.`][how % 3] ??
      sentence;
    this.#typed.push(words);
    this.#writeIn(group, which, words);
  }

  /** What was refused for the name that it says is said without. */
  #untype(group: string): void {
    const file = this.#document(group);
    let text = this.#desk.read(file);
    for (const words of this.#typed) text = text.replace(`\n${words}\n`, "\n");
    this.#desk.write(file, text);
  }

  async #send(group: string, which: number): Promise<void> {
    const formats = ["md", "md", "md,html", "md,docx", "odt", "md,odt", "html,docx"][which % 7] ?? "md";
    const argv = ["send", "--group", group, "--format", formats, "--json"];
    const before = new Set(this.#desk.files());
    let { code, out } = await this.#run(argv);
    if (code === 1) {
      this.#tally.refusals += 1;
      this.#noNewFiles(before, "copies/");
      this.#untype(group);
      ({ code, out } = await this.#run(argv));
    }
    if (code !== 0) return;
    const edition = /"edition": *"(r\d+)"/.exec(out)?.[1] ?? "";
    const document = this.#desk.read(this.#document(group));
    this.#sent.set(group, { edition, document, formats });
    this.#tally.copies += this.#readNew(before, (file) => file.startsWith(`copies/${edition}/`), group);
  }

  #noNewFiles(before: ReadonlySet<string>, folder: string): void {
    for (const file of this.#desk.files())
      if (!before.has(file) && file.startsWith(folder)) this.leaks.push(`${file} was written all the same`);
  }

  /** What went out to people of one group says nothing of another's, and nothing private. */
  #readNew(before: ReadonlySet<string>, isOut: (file: string) => boolean, group: string): number {
    const fresh = this.#desk.files().filter((file) => isOut(file) && !before.has(file));
    for (const file of fresh) {
      const content = this.#desk.bytes(file);
      this.#readFor(file, content);
      for (const mark of marksIn(file, content)) {
        const from = this.#marks.get(mark);
        if (from?.group !== group || from.isPrivate)
          this.leaks.push(
            `${file} says ${mark}, which is ${from?.isPrivate === true ? "private" : "another group’s"}`,
          );
      }
    }
    return fresh.length;
  }

  async #receive(group: string, person: string, how: number): Promise<void> {
    const sent = this.#sent.get(group);
    const copy = `copies/${sent?.edition ?? ""}/${person}.md`;
    if (!this.#desk.has(copy)) return;
    let text = this.#desk.read(copy);
    const marks = [...text.matchAll(/zq[a-z]{3}qz\./g)];
    const at = marks[how % Math.max(1, marks.length)];
    const added = ` ${this.#sentence({ group, by: person }, how % 2 === 0)}`;
    if (at !== undefined) {
      const end = at.index + at[0].length;
      const said = how % 5 === 0 ? `{>>${added.trim()}<<}` : added;
      text = text.slice(0, end) + said + text.slice(end);
    }
    // Someone puts the real names back.
    for (const name of this.#names)
      if (name.kind === "person" && how % 3 > 0)
        text = text.replace(new RegExp(`(?<=avec |que |chez |à )${name.replacement}`, "g"), wholeName(name));
    const file = this.#desk.outside(`recu/${String(this.#corrections.length)}-${person}.md`, text);
    await this.#take(group, ["receive", file, "--json"]);
  }

  async #say(group: string, person: string, how: number): Promise<void> {
    if (!this.#sent.has(group)) return;
    const section = how % 2 === 0 ? "peur" : "lien";
    const argv = ["receive", "--oral", "--from", person, "--section", `${group}/${section}`, "--json"];
    const kind = how % 3 === 0 ? ["--kind", "addition"] : [];
    await this.#take(group, [...argv, ...kind, "--text", this.#sentence({ group, by: person }, how % 4 > 0)]);
  }

  /** Receives, and asks who is meant when nobody can tell. */
  async #take(group: string, argv: readonly string[]): Promise<void> {
    let printed = await this.#run(argv);
    if (printed.code === 2 && printed.err.includes("vault.doubtful"))
      printed = await this.#run(argv, undefined, this.#whoIsIt);
    for (const [, id = ""] of printed.out.matchAll(/"id": *"(c\d+)"/g)) this.#corrections.push({ id, group });
  }

  async #decide(which: number, how: number): Promise<void> {
    const correction = this.#corrections[which % Math.max(1, this.#corrections.length)];
    if (correction === undefined) return;
    const { id, group } = correction;
    const ways = [
      ["integrated"],
      ["integrated"],
      ["adapted", "--text", this.#sentence({ group }, false)],
      ["declined", "--reason", "Déjà dit plus haut."],
      ["recorded"],
    ];
    await this.#run(["decide", id, ...(ways[how % ways.length] ?? [])]);
  }

  async #validate(kind: "validate" | "meet", group: string, how: number, audience: Audience): Promise<void> {
    const isMeeting = kind === "meet";
    const document = isMeeting ? this.#desk.read(this.#document(group)) : this.#sent.get(group)?.document;
    if (document === undefined) return;
    const sections = [...sectionsOf(document)].filter(() => this.#dice(4) > 0);
    const people = (members[group] ?? []).filter((each) => !this.#agreed.left.has(each));
    const stances = people.map((by): readonly [string, Stance | undefined] => {
      const said = this.#dice(24);
      return [by, said < 2 ? "against" : said < 3 ? "abstain" : said < 6 && !isMeeting ? undefined : "agree"];
    });
    const of = (wanted: Stance): string[] => stances.filter(([, each]) => each === wanted).map(([by]) => by);
    const listed = (option: string, ids: readonly string[]): string[] =>
      ids.length > 0 ? [option, ids.join(",")] : [];
    const about = how % 6 === 0 ? "words" : how % 6 === 1 ? "audience" : "both";
    const note = isMeeting && of("against").length > 0 ? this.#sentence({ group }, false) : undefined;
    const session = group === "g1" ? "s01" : "s02";
    for (const [id, text] of sections) {
      const place = `${group}/${id}`;
      const { code } = await this.#run([
        ...[
          "validate",
          place,
          ...(isMeeting ? ["--group", "--session", session] : listed("--by", of("agree"))),
        ],
        ...[...listed("--against", of("against")), ...listed("--abstain", of("abstain"))],
        ...(about === "words" ? [] : ["--audience", audience]),
        ...(about === "audience" ? ["--only-audience"] : []),
        ...(note === undefined ? [] : ["--note", note]),
      ]);
      if (code !== 0) continue;
      const far = about === "words" ? "group" : audience;
      for (const [by, stance] of stances)
        if (stance)
          this.#agreed.voices.push({ place, text, by, stance, about, audience: far, inSession: isMeeting });
      if (note !== undefined) this.#agreed.notes.push({ place, text, note });
    }
  }

  async #consent(person: string, how: number): Promise<void> {
    if (person === "") return;
    const purpose = how % 2 === 0 ? "quotation" : "publication";
    const said = [[], [], ["--refuse"], ["--withdraw"]][how % 4] ?? [];
    const { code } = await this.#run(["consent", person, purpose, ...said]);
    if (code === 0) this.#agreed.consents.set(`${person} ${purpose}`, said.length === 0);
  }

  async #withdraw(person: string, how: number): Promise<void> {
    if (person === "") return;
    const turns = [...this.#speakers].filter(([, by]) => by === person).map(([turn]) => turn);
    const turn = turns[how % Math.max(1, turns.length)];
    if (turn === undefined) return;
    const [isAll, isSession] = [how % 3 === 0, how % 3 === 1];
    const session = turn.slice(0, 3);
    const scope = isAll ? [] : isSession ? ["--session", session] : ["--turn", turn];
    const before = new Map(
      [...this.#sent.keys()].map((group) => [group, this.#desk.read(this.#document(group))]),
    );
    const { code } = await this.#run(["withdraw", person, ...scope, "--yes", "--json"]);
    if (code !== 0) return;
    this.#tally.withdrawals += 1;
    for (const [group, sent] of this.#sent)
      this.#sent.set(group, this.#cutLike(group, sent, before.get(group)));
    for (const [mark, { by, turn: own }] of this.#marks) {
      const isTurn = own !== undefined && (isSession ? own.startsWith(`${session}.`) : own === turn);
      if (by === person && (isAll || isTurn)) this.#gone.add(mark);
    }
    if (isAll) this.#agreed.left.add(person);
    for (const file of this.#desk.files())
      for (const mark of marksIn(file, this.#desk.bytes(file)))
        if (this.#gone.has(mark)) this.leaks.push(`${file} still says ${mark}, withdrawn by ${person}`);
  }

  /** What was sent loses the words that the document lost, where it said the same. */
  #cutLike<Sent extends { readonly document: string }>(group: string, sent: Sent, before = ""): Sent {
    const [was, is] = [before, this.#desk.read(this.#document(group))].map(sectionsOf);
    let { document } = sent;
    for (const [id, text] of sectionsOf(document)) {
      const [old, now] = [was?.get(id), is?.get(id)];
      if (old !== undefined && now !== undefined && areSameWords(old, text))
        document = document.replace(text, () => now);
    }
    return { ...sent, document };
  }

  async #export(audience: Audience): Promise<void> {
    const folder = `exports/x${String((this.#exports += 1))}`;
    const before = new Set(this.#desk.files());
    const printed = await this.#wayOut(this.#desk, audience, folder);
    this.#readPrinted("export", printed.out + printed.err);
    const fresh = this.#desk.files().filter((file) => !before.has(file) && file.startsWith("exports/"));
    if (fresh.length === 0) {
      if ((printed.out + printed.err).includes("leak-")) this.#tally.refusals += 1;
      return;
    }
    this.#tally.exports += 1;
    const said = new Set(fresh.flatMap((file) => [...marksIn(file, this.#desk.bytes(file))]));
    const allowed = new Set<string>();
    for (const [group] of Object.entries(members)) {
      if (!this.#desk.has(this.#document(group))) continue;
      for (const [id, text] of sectionsOf(this.#desk.read(this.#document(group)))) {
        const place = `${group}/${id}`;
        const quoted = [...text.matchAll(/s\d\d\.\d+/g)].map(([turn]) => this.#speakers.get(turn));
        const own = [...marksIn("", text.replace(/<!--[^]*?-->/g, ""))];
        const held = [...text.matchAll(/^\*\*Position divergente\*\*.*$/gm)].flatMap(([line]) =>
          [...marksIn("", line)].map((mark) => this.#marks.get(mark)?.by),
        );
        if (!this.#agreed.mayLeave(place, text, audience, [...quoted, ...held])) continue;
        const notes = this.#agreed.notesOn(place, text).flatMap((note) => [...marksIn("", note)]);
        for (const mark of [...own, ...notes]) allowed.add(mark);
        const isOpposed = this.#agreed.opposed(place, text, audience).length > 0;
        if (isOpposed && own.some((mark) => said.has(mark)) && !notes.some((mark) => said.has(mark)))
          this.leaks.push(`${folder} hides an opposition to ${place}`);
      }
    }
    for (const file of fresh) this.#readFor(file, this.#desk.bytes(file));
    for (const mark of said)
      if (!allowed.has(mark)) this.leaks.push(`${folder} (${audience}) says ${mark}, not agreed to`);
  }

  async #report(group: string): Promise<void> {
    const before = new Set(this.#desk.files());
    const { code } = await this.#run(["report", "--group", group, "--json"]);
    if (code === 0) this.#readNew(before, (file) => !file.startsWith(".retour"), group);
  }

  async #look(which: number): Promise<void> {
    const ways = [
      ["status"],
      ["check"],
      ["stats"],
      ["corrections"],
      ["search", "peur"],
      ["diff"],
      ["vault", "log"],
    ];
    const way = ways[which % ways.length] ?? [];
    await this.#run(which % 2 === 0 ? [...way, "--json"] : way);
  }

  /** Names in no byte of the study; what came back is kept as it came, and what someone typed is where they typed it. */
  end(): void {
    for (const file of this.#desk.files()) {
      if (file.startsWith("returns/")) continue;
      if (this.#wasTyped && (file.startsWith("retours/") || file.startsWith(".retour/"))) continue;
      // Private notes may name anyone: they are the researcher's own.
      if (file.startsWith("retours/") || file.startsWith(".retour/")) {
        if ([...this.#marks.values()].some(({ isPrivate }) => isPrivate)) continue;
      }
      this.#readFor(file, this.#desk.bytes(file));
    }
  }
}

function settingsFor(rule: Rule): string {
  const people = ["Nadia, éducatrice", "Karim, gardien", "Odile, bibliothécaire", "Basile, postier"];
  const groups = ["g1", "g1", "[g1, g2]", "g2"];
  return `title: Questions de réseau
language: fr
groups:
  - { id: g1, title: Premier groupe }
  - { id: g2, title: Second groupe }
participants:
${people
  .map((each, index) => {
    const [pseudonym = "", description = ""] = each.split(", ");
    return `  - { id: P0${String(index + 1)}, group: ${groups[index] ?? ""}, pseudonym: ${pseudonym}, description: ${description} }`;
  })
  .join("\n")}
sessions:
  - { id: s01, date: 2026-01-15, group: g1, present: [P01, P02, P03], capture: recording }
  - { id: s02, date: 2026-02-15, group: g2, present: [P03, P04], capture: recording }
validation:
  rule: ${rule.includes(":") ? `{ ${rule} }` : rule}
attribution: description
pact: |
  Rien ne sort sans accord.
`;
}
