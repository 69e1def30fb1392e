// A comparison in a terminal: what was sent beside each variant when there is room, else one
// under the other. What goes and what comes shows by marks, not by colour alone.
import { shown } from "../../../kernel/shown.ts";
import type { ComparedSection, Stretch } from "../../../correction/comparison.ts";
import { wordsAsked, type Correction } from "../../../correction/correction.ts";
import { isTouched, type Passage } from "../../../correction/passages.ts";
import type { Settings } from "../../../study/settings.ts";
import type { Context } from "../../run.ts";
import { followedText, nameOf, placeIn } from "../correction.ts";
import { around, wrapLines, type Line, type Piece } from "../wrap.ts";
import { listed, peopleIn, type Person } from "./people.ts";
import { folded, pointedAt, shortened, standsOf, variantsOf, type Variant } from "./variants.ts";

/** From this many columns on, what was sent stands on the left. */
const WIDE = 120;

/** Colours of 256 that are read on a light and on a dark ground: at least 4 to 1 on white and on black. */
const codes = [160, 63, 28, 130, 164, 30, 97, 64];

type Style = (text: string) => string;
const plain: Style = (text) => text;

export function comparisonText(
  sections: readonly ComparedSection[],
  settings: Settings,
  context: Context,
): string {
  const { say } = context;
  if (sections.every(({ variants }) => variants.length === 0)) return say("diff.none", {});
  const screen = new Screen(sections, settings, context);
  return [screen.legend(), ...sections.map((section) => screen.section(section))].join("\n\n");
}

class Screen {
  readonly #settings: Settings;
  readonly #context: Context;
  readonly #people: ReadonlyMap<string | null, Person>;
  readonly #columns: number;
  /** Of each of two columns; undefined when they stand one under the other. */
  readonly #half: number | undefined;

  constructor(sections: readonly ComparedSection[], settings: Settings, context: Context) {
    this.#settings = settings;
    this.#context = context;
    this.#people = peopleIn(sections, settings);
    this.#columns = context.world.stdout.columns;
    this.#half = this.#columns >= WIDE ? Math.floor((this.#columns - 3) / 2) : undefined;
  }

  /** Who is who, and what the marks mean. */
  legend(): string {
    const { say, paint } = this.#context;
    const people = [...this.#people.values()].flatMap(({ id, sign }): Piece[] =>
      id === null || sign === ""
        ? []
        : [
            {
              text: `${sign}\u00A0${nameOf(this.#settings, id).replaceAll(" ", "\u00A0")}  `,
              style: this.#style(id),
            },
          ],
    );
    const marks = say("diff.page.marks", { removed: "[-…-]", added: "{+…+}" });
    const lines = [
      ...wrapLines(people, this.#columns),
      ...wrapLines([{ text: marks, style: paint.dim }], this.#columns),
    ];
    return lines.map(({ text }) => text.trimEnd()).join("\n");
  }

  section({ id, group, title, variants, passages, remarks }: ComparedSection): string {
    const { say, paint } = this.#context;
    const name = shown(`${title} (${placeIn(this.#settings, { group, section: id })})`);
    const heading = wrapLines(
      [{ text: name, style: (text) => paint.bold(paint.underline(text)) }],
      this.#columns,
    );
    const blocks = [heading.map(({ text }) => text).join("\n")];
    if (variants.length === 0) blocks.push(`  ${say("diff.none", {})}`);
    else {
      if (remarks.length > 0) blocks.push(this.#whole(remarks));
      for (const each of folded({ passages }))
        blocks.push(each.is === "fold" ? this.#fold(each.passages) : this.#passage(each.passage));
    }
    return blocks.join("\n\n");
  }

  #fold(passages: readonly Passage[]): string {
    const { say, paint } = this.#context;
    const text = `… ${say("diff.unchanged", { count: passages.length })} …`;
    return wrapLines([{ text, style: paint.dim }], this.#columns - 2)
      .map((line) => `  ${line.text}`)
      .join("\n");
  }

  /** What is said of the section, and words for its end. */
  #whole(remarks: readonly Correction[]): string {
    const { say, paint } = this.#context;
    const width = this.#columns - 4;
    const lines = remarks.flatMap((correction) => [
      ...wrapLines([this.#kinds(correction.participant, [correction])], width),
      ...indented(
        wrapLines(
          [{ text: mark("added", wordsAsked(correction)), style: this.#style(correction.participant) }],
          width - 2,
        ),
      ),
      ...indented(this.#said(correction, width - 2)),
    ]);
    return [`  ${paint.bold(say("diff.whole-section", {}))}`, ...lines.map(({ text }) => `    ${text}`)].join(
      "\n",
    );
  }

  #passage(passage: Passage): string {
    if (this.#half === undefined) {
      const sent = this.#sent(passage, this.#columns - 2);
      const asked = this.#asked(passage, this.#columns - 4);
      return [...sent.map(({ text }) => `  ${text}`), ...asked.map(({ text }) => `    ${text}`)].join("\n");
    }
    const [left, right] = [this.#sent(passage, this.#half - 2), this.#asked(passage, this.#half)];
    return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
      const { text, width } = left[index] ?? { text: "", width: 0 };
      const other = right[index]?.text ?? "";
      const room = " ".repeat((this.#half ?? 0) - 2 - width);
      return right.length === 0 ? `  ${text}` : `  ${text}${room} │ ${other}`.trimEnd();
    }).join("\n");
  }

  #sent(passage: Passage, width: number): Line[] {
    const { say, paint } = this.#context;
    if (passage.kind === "between")
      return wrapLines([{ text: say("diff.nothing-here", {}), style: paint.dim }], width);
    const style = passage.kind === "heading" ? paint.bold : isTouched(passage) ? plain : paint.dim;
    return wrapLines([{ text: shown(passage.text), style }], width);
  }

  /** Everything that is asked of a passage, and who stands where. */
  #asked(passage: Passage, width: number): Line[] {
    const { say, paint } = this.#context;
    const stands = standsOf(passage, say, (people) => this.#list(people));
    return [
      ...variantsOf(passage).flatMap((variant) => this.#variant(variant, width)),
      ...wrapLines(
        stands.map(({ sign, text }) => ({ text: `${sign} ${text}\n`, style: paint.bold })),
        width,
      ),
    ];
  }

  #variant({ by, stretches, asked }: Variant, width: number): Line[] {
    const heads = by.map((id) =>
      this.#kinds(
        id,
        asked.map(({ correction }) => correction).filter(({ participant }) => participant === id),
      ),
    );
    const words = shortened(stretches).map(({ op, text }) => ({
      text: op === "same" ? shown(text) : mark(op, text),
      style: op === "same" ? plain : this.#style(by[0] ?? null, op),
    }));
    const about = asked.flatMap((each) => [
      ...wrapLines(
        [{ text: mark("about", pointedAt(each)), style: this.#context.paint.underline }],
        width - 2,
      ),
      ...(each.isFirst ? this.#said(each.correction, width - 2) : []),
    ]);
    return [
      ...wrapLines(
        heads.map((each) => ({ ...each, text: `${each.text}\n` })),
        width,
      ),
      ...indented(wrapLines(words, width - 2)),
      ...indented(about),
    ];
  }

  /** `● P03  c017 mineure, à confirmer ; c018 nuance` */
  #kinds(id: string | null, corrections: readonly Correction[]): Piece {
    const { say } = this.#context;
    const kinds = corrections.map(({ id: number, kind, isProposed }) => {
      const text = say(`kind.${kind}`, {});
      return `${number} ${isProposed ? say("correction.kind-proposed", { kind: text }) : text}`;
    });
    const name = id === null ? say("diff.now", {}) : shown(this.#named(id));
    return {
      text: [name, ...(kinds.length === 0 ? [] : [kinds.join(" · ")])].join("  "),
      style: this.#style(id),
    };
  }

  /** What someone says of their correction, and what became of it. */
  #said(correction: Correction, width: number): Line[] {
    const { id, participant, comment, decision, isIntegrated } = correction;
    const { say, paint } = this.#context;
    const pieces: Piece[] = [];
    const { sign = "" } = this.#people.get(participant) ?? {};
    if (comment !== "")
      pieces.push({ text: `${sign}\u00A0${mark("comment", comment)}\n`, style: this.#style(participant) });
    if (decision !== null) {
      const { by, reason, text } = decision;
      const outcome = say(`outcome.${decision.outcome}`, {});
      const became = say("correction.decided", { outcome, by, reason: shown(reason ?? "") });
      pieces.push({ text: `→ ${id} ${became}\n`, style: paint.bold });
      if (text !== null)
        pieces.push({ text: `→ ${say("diff.adapted", { words: shown(text) })}\n`, style: paint.bold });
      if (isIntegrated) pieces.push({ text: `→ ${followedText(correction, say)}\n`, style: paint.bold });
    }
    return wrapLines(pieces, width);
  }

  #list(people: readonly string[]): string {
    return listed(
      people.map((id) => this.#named(id)),
      this.#context.language,
    );
  }

  #named(id: string): string {
    const { sign = "" } = this.#people.get(id) ?? {};
    return sign === "" ? id : `${sign}\u00A0${id}`;
  }

  /** The colour of a person, bold for the words they put in. */
  #style(id: string | null, op?: Stretch["op"]): Style {
    const { paint } = this.#context;
    // Chalk knows sixteen colours here: too few that are read on every ground.
    if (paint.bold("x") === "x") return plain;
    const { sign = "", colour = 0 } = this.#people.get(id) ?? {};
    const weight = op === "added" ? paint.bold : plain;
    if (sign === "") return op === "removed" ? paint.red : op === "added" ? paint.green : paint.bold;
    return (text) => weight(`\u001B[38;5;${codes[colour] ?? 0}m${text}\u001B[39m`);
  }
}

/** Words between the marks that say what they are; nothing when there are none. */
function mark(op: Exclude<Stretch["op"], "same"> | "about", words: string): string {
  const marks = {
    removed: ["[-", "-]"],
    added: ["{+", "+}"],
    comment: ["{>>", "<<}"],
    about: ["{==", "==}"],
  } as const;
  const text = op === "comment" || op === "about" ? shown(words).replace(/\s+/g, " ").trim() : shown(words);
  const [open, close] = marks[op];
  return text.trim() === "" ? text : around(text, open, close);
}

function indented(lines: readonly Line[]): Line[] {
  return lines.map(({ text, width }) => ({ text: `  ${text}`, width: width + 2 }));
}
