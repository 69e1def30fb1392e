// A corrected transcript: numbers, speakers and codings follow the words.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { asParticipantId } from "../../src/kernel/ids.ts";
import { codedWords, type Coding } from "../../src/transcript/coding.ts";
import { readTranscript } from "../../src/transcript/read-transcript.ts";
import { realign } from "../../src/transcript/realign.ts";
import { joinCues, type Turn } from "../../src/transcript/turn.ts";
import { given, theme } from "./given.ts";

const P01 = given(asParticipantId("P01"));
const P02 = given(asParticipantId("P02"));
const peur = theme("peur");

/** Turns with these words; `number` and speaker when they matter. */
function turns(...drafts: (string | Partial<Turn>)[]): Turn[] {
  return drafts.map((draft, index) => ({
    number: index + 1,
    position: index + 1,
    participant: null,
    label: null,
    startMs: null,
    endMs: null,
    words: "",
    ...(typeof draft === "string" ? { words: draft } : draft),
  }));
}

const numbers = (list: readonly Turn[]): number[] => list.map(({ number }) => number);

const longOne = "des fois la nuit on a peur de rentrer dans le hall et on attend dehors que ça passe";
const other = "moi je ferme les volets même en plein été et je mets la télé sans le son";

describe("a turn", () => {
  it("keeps its number when words are corrected, and new ones get numbers never used", () => {
    const before = turns(longOne, other, "oui");
    const after = turns(longOne.replace("hall", "hall du sept"), "une phrase toute neuve", other, "oui");
    expect(numbers(realign({ before, after, codings: [], highest: 7 }).turns)).toEqual([1, 8, 2, 3]);
  });

  it("that was split keeps its number on its largest part, the first when they are equal", () => {
    const before = turns(longOne, other);
    const [head, tail] = [longOne.slice(0, 24), longOne.slice(25)];
    expect(
      numbers(realign({ before, after: turns(head, tail, other), codings: [], highest: 2 }).turns),
    ).toEqual([3, 1, 2]);
    const halves = turns("un deux trois quatre", "cinq six sept huit");
    expect(
      numbers(
        realign({
          before: turns("un deux trois quatre cinq six sept huit"),
          after: halves,
          codings: [],
          highest: 1,
        }).turns,
      ),
    ).toEqual([1, 2]);
  });

  it("that was joined to another goes by the larger one's number", () => {
    const { turns: after } = realign({
      before: turns("oui", other),
      after: turns(`oui ${other}`),
      codings: [],
      highest: 2,
    });
    expect(numbers(after)).toEqual([2]);
  });

  it("without words says nothing of the new file", () => {
    const { turns: after } = realign({
      before: turns("", other),
      after: turns(other, "…"),
      codings: [],
      highest: 2,
    });
    expect(numbers(after)).toEqual([2, 3]);
  });
});

describe("a turn that only its place tells", () => {
  const asked = (words: string, label = "V1"): Partial<Turn> => ({ words, label });
  const around = (...between: Partial<Turn>[]) =>
    turns({ words: longOne, label: "V2" }, ...between, { words: other, label: "V2" });
  const whole = (turn: number): Coding => ({ turn, theme: peur, start: null, end: null });
  const put = (before: Turn[], after: Turn[], ...codings: Coding[]) =>
    realign({ before, after, codings, highest: before.length });

  it("keeps its number and its codes, which are said", () => {
    const [old, now] = ["On compte quoi ?", "Vous comptez quoi ?"];
    for (const words of [now, "Pardon ?"]) {
      const after = put(around(asked(old)), around(asked(words)), whole(2));
      expect(numbers(after.turns)).toEqual([1, 2, 3]);
      expect(after.codings).toEqual([whole(2)]);
      expect(after.touched).toEqual([{ turn: 2, theme: peur, before: old, after: words }]);
    }
    const ends = put(
      turns(asked("Bon."), longOne, asked("Oui.")),
      turns(asked("Bien."), longOne, asked("Si.")),
    );
    expect(numbers(ends.turns)).toEqual([1, 2, 3]);
  });

  it("keeps a code of its words while most are there, else loses it", () => {
    const before = around(asked("Non mais on compte quoi ?"));
    const on = (start: number, end: number): Coding => ({ turn: 2, theme: peur, start, end });
    const now = put(before, around(asked("Vous comptez donc quoi ?")), on(19, 23), on(0, 8));
    expect(now.codings).toEqual([on(18, 22)]);
    expect(now.lost).toEqual([{ turn: 2, theme: peur, words: "Non mais" }]);
  });

  it("is another one when another voice says it, or nobody knows and no word is the same", () => {
    expect(numbers(put(around(asked("Oui.")), around(asked("Bref !", "V2"))).turns)).toEqual([1, 4, 3]);
    expect(put(around(asked("Oui.")), around(asked("Bref !", "V2")), whole(2)).lost).toHaveLength(1);
    const [then, now] = [turns(longOne, "Oui.", other), turns(longOne, "Bref !", other)];
    expect(numbers(put(then, now).turns)).toEqual([1, 4, 3]);
    expect(
      numbers(
        put(turns(longOne, "On compte quoi ?", other), turns(longOne, "Vous comptez quoi ?", other)).turns,
      ),
    ).toEqual([1, 2, 3]);
  });

  it("is told one by one, and not where one is missing or went into another", () => {
    const [two, three] = [
      [asked("Oui."), asked("Non.", "V3")],
      [asked("Si."), asked("Bof.", "V3")],
    ];
    expect(numbers(put(around(...two), around(...three)).turns)).toEqual([1, 2, 3, 4]);
    expect(numbers(put(around(...two), around(asked("Si."))).turns)).toEqual([1, 5, 4]);
    expect(numbers(put(around(...two), around(...three.toReversed())).turns)).toEqual([1, 5, 6, 4]);
    const joined = put(
      turns(longOne, asked("et puis la nuit", "V2"), other),
      turns(`${longOne} et puis la nuit`, asked("Ah bon ?", "V2"), other),
    );
    expect(numbers(joined.turns)).toEqual([1, 4, 3]);
  });
});

describe("a turn that a person added", () => {
  const note = { words: "un mot que personne n’avait transcrit", label: "V1" };
  const put = (before: Turn[], after: Turn[], ...added: number[]) =>
    realign({ before, after, codings: [], highest: before.length, added: new Set(added) });

  it("stays at the start, or after the nearest turn before it that is still there", () => {
    const first = put(turns(note, longOne), turns(longOne), 1);
    expect(first.stayed).toEqual([1]);
    expect(numbers(first.turns)).toEqual([1, 2]);
    const later = put(turns(longOne, "tout autre chose ici", note, other), turns(longOne, other), 3);
    expect(numbers(later.turns)).toEqual([1, 3, 4]);
    expect(later.turns.map(({ position }) => position)).toEqual([1, 2, 3]);
  });

  it("goes by the label that its voice has in the new file, or none", () => {
    const before = turns({ words: longOne, label: "V1" }, note, other);
    const renamed = put(before, turns({ words: longOne, label: "V2" }, other), 2);
    expect(renamed.turns[1]).toMatchObject({ number: 2, label: "V2" });
    const unnamed = put(before, turns(longOne, other), 2);
    expect(unnamed.turns[1]).toMatchObject({ number: 2, label: null });
  });

  it("does not stay when a person emptied it", () => {
    expect(put(turns(longOne, ""), turns(longOne), 2)).toMatchObject({ stayed: [] });
  });
});

describe("a speaker", () => {
  it("that the new file does not say is the old turn's, and its label's elsewhere", () => {
    const before = turns({ words: longOne, participant: P01 }, { words: other, participant: P02 });
    const after = turns(
      { words: longOne, label: "SPEAKER_00" },
      { words: "une phrase toute neuve", label: "SPEAKER_00" },
      { words: other, label: null },
      { words: "encore autre chose", label: "SPEAKER_07" },
      { words: "et quelqu’un", label: null },
    );
    const { turns: now } = realign({ before, after, codings: [], highest: 2 });
    expect(now.map(({ participant }) => participant)).toEqual([P01, P01, P02, null, null]);
  });

  it("that the new file says is believed", () => {
    const before = turns({ words: longOne, participant: P01 });
    const after = turns({ words: longOne, participant: P02, label: "Marc" });
    expect(realign({ before, after, codings: [], highest: 1 }).turns[0]?.participant).toBe(P02);
  });
});

describe("a speaker that a person corrected", () => {
  const namedBy = (label: string) => (label === "Nadia" ? P01 : undefined);
  const who = (before: Turn[], after: Turn[]) => {
    const now = realign({ before, after, codings: [], highest: before.length, namedBy });
    return { said: now.turns.map(({ participant }) => participant), keepers: now.keepers };
  };
  const P03 = given(asParticipantId("P03"));

  it("stays while the file’s label stands for who it stood for, whether of a name or a machine", () => {
    for (const label of ["Nadia", "V1"]) {
      const fromFile = turns(
        { words: longOne, label, participant: P01 },
        { words: other, label, participant: P01 },
      );
      const corrected = fromFile.map((turn) => (turn.number === 2 ? { ...turn, participant: P03 } : turn));
      expect(who(corrected, fromFile)).toEqual({ said: [P01, P03], keepers: [2] });
      const said = fromFile.map((turn) => ({ ...turn, participant: P02 }));
      expect(who(corrected, said)).toEqual({ said: [P02, P02], keepers: [] });
    }
  });

  it("is that of both halves, and of no turn that shares a word by chance", () => {
    const before = turns(
      { words: longOne, label: "Nadia", participant: P03 },
      { words: other, label: "V1", participant: P02 },
    );
    const after = turns(
      { words: longOne.slice(0, 38), label: "Nadia", participant: P01 },
      { words: longOne.slice(38), label: "Nadia", participant: P01 },
      { words: "mais alors dehors, vous disiez quoi", label: "Nadia", participant: P01 },
      { words: other, label: "V1", participant: P02 },
    );
    expect(who(before, after).said).toEqual([P03, P03, P01, P02]);
  });
});

describe("a coding", () => {
  const whole = (turn: number): Coding => ({ turn, theme: peur, start: null, end: null });
  const on = (turn: number, text: string, words: string): Coding => ({
    turn,
    theme: peur,
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  });

  function move(before: Turn[], after: Turn[], codings: Coding[]) {
    const now = realign({ before, after, codings, highest: before.length });
    const byNumber = new Map(now.turns.map((turn) => [turn.number, turn.words]));
    return {
      lost: now.lost,
      codings: now.codings.map((coding) => ({
        turn: coding.turn,
        isWhole: coding.start === null,
        words: codedWords(byNumber.get(coding.turn) ?? "", coding),
      })),
    };
  }

  it("of words follows them, over what was corrected inside", () => {
    const before = turns(other, longOne);
    const after = turns(other, longOne.replace("peur de rentrer", "très peur de rentrer"));
    expect(move(before, after, [on(2, longOne, "on a peur de rentrer dans")])).toEqual({
      lost: [],
      codings: [{ turn: 2, isWhole: false, words: "on a très peur de rentrer dans" }],
    });
  });

  it("of words that were split over two turns is in both, and not in what was put between", () => {
    const before = turns(longOne, other);
    const cut = longOne.indexOf("dans le hall");
    const after = turns(longOne.slice(0, cut).trim(), "hum hum", longOne.slice(cut), other);
    expect(move(before, after, [on(1, longOne, "peur de rentrer dans le hall et")])).toEqual({
      lost: [],
      codings: [
        { turn: 3, isWhole: false, words: "peur de rentrer" },
        { turn: 1, isWhole: false, words: "dans le hall et" },
      ],
    });
  });

  it("of a whole turn that was split is of both wholes", () => {
    const cut = longOne.indexOf("dans le hall");
    const after = turns(longOne.slice(0, cut).trim(), longOne.slice(cut), other);
    expect(move(turns(longOne, other), after, [whole(1)])).toEqual({
      lost: [],
      codings: [
        { turn: 3, isWhole: true, words: longOne.slice(0, cut).trim() },
        { turn: 1, isWhole: true, words: longOne.slice(cut) },
      ],
    });
  });

  it("of a whole turn that was joined to another covers its own words", () => {
    expect(move(turns(longOne, other), turns(`${longOne}. ${other}`), [whole(1)])).toMatchObject({
      lost: [],
      codings: [{ isWhole: false, words: longOne }],
    });
  });

  it("whose words are gone is lost, with its old words", () => {
    const before = turns(longOne, other);
    const after = turns("tout autre chose ici, sans rapport aucun", other);
    expect(move(before, after, [on(1, longOne, "on a peur"), whole(1), whole(2)])).toEqual({
      lost: [
        { turn: 1, theme: "peur", words: "on a peur" },
        { turn: 1, theme: "peur", words: longOne },
      ],
      codings: [{ turn: 2, isWhole: true, words: other }],
    });
  });

  it("of a turn that is not there is lost, not dropped", () => {
    expect(move(turns(other), turns(other), [whole(9)]).lost).toEqual([
      { turn: 9, theme: "peur", words: "" },
    ]);
  });
});

const demo = join(import.meta.dirname, "../../fixtures/demo/transcripts");
const corpus = ["s01.vtt", "s02.srt", "s03.txt", "s04.vtt"].map((file) => {
  const setting = { file, isWritten: false, isKnown: () => false, language: "fr" as const };
  const transcript = readTranscript(readFileSync(join(demo, file)), setting, {
    format: undefined,
    encoding: undefined,
  });
  return joinCues(transcript.cues, (label) => ({ label, participant: null }), transcript.format.joining);
});

describe("over the demo's transcripts", () => {
  it("the same file again changes nothing", () => {
    for (const before of corpus) {
      const now = realign({ before, after: before, codings: [], highest: before.length });
      expect(now.turns).toEqual(before);
    }
  });
});
