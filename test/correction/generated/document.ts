// Documents made by chance: what a retour's sections hold, letter by letter, and their Markdown.
import type { Dice } from "./dice.ts";
import type { Speech } from "./speech.ts";

/** `bold`, `italic`, or the address of a link. */
export type Look = "" | "bold" | "italic" | `https://${string}`;

/** One letter, or the call of a note. */
export interface Letter {
  readonly ch: string;
  readonly look: Look;
  /** A space where the line is wrapped. */
  readonly isWrap?: true;
  /** Of a call: its note. */
  readonly note?: string;
}

export type BlockKind = "title" | "part" | "paragraph" | "quote" | "source" | "item" | "cell" | "note";

export interface Block {
  readonly id: number;
  readonly section: number;
  readonly kind: BlockKind;
  readonly letters: readonly Letter[];
  /** Blocks of one list, quote or table have the same. */
  readonly group: number;
  /** Of a cell. */
  readonly row?: number;
  /** Of an item: undefined in a list without numbers. */
  readonly number?: number;
  /** Of a note: its label. */
  readonly label?: string;
}

export interface Made {
  readonly ids: readonly string[];
  /** In the order of the text; notes at the end of their section. */
  readonly blocks: readonly Block[];
}

export const NOTE = "\uFFFC";

class Writer {
  readonly blocks: Block[] = [];
  section = 0;
  #group = 0;
  #row = 0;
  #notes = 0;
  #turn = 0;
  #pending: Block[] = [];
  readonly #dice: Dice;
  readonly #speech: Speech;

  constructor(dice: Dice, speech: Speech) {
    this.#dice = dice;
    this.#speech = speech;
  }

  add(kind: BlockKind, letters: readonly Letter[], more: Partial<Block> = {}): Block {
    const id = this.blocks.length + this.#pending.length;
    const block = { id, section: this.section, kind, letters, group: 0, ...more };
    if (kind === "note") this.#pending.push(block);
    else this.blocks.push(block);
    return block;
  }

  endSection(): void {
    this.blocks.push(...this.#pending.splice(0));
    this.section += 1;
  }

  heading(kind: "title" | "part"): void {
    this.add(
      kind,
      plain(capital(this.#speech.sentence(this.#dice.number(2, 5)).join(" ").replace(/,/g, ""))),
    );
  }

  paragraph(): void {
    this.add("paragraph", this.#text({ notes: true, looks: true }));
  }

  quote(): void {
    const group = (this.#group += 1);
    this.add("quote", this.#text({ cut: true, looks: this.#dice.chance(0.3) }), { group });
    if (this.#dice.chance(0.25)) this.add("quote", this.#text({ cut: true }), { group });
    this.#turn += this.#dice.number(1, 5);
    const turn = String(this.#turn).padStart(2, "0");
    this.add("source", plain(`— ${this.#speech.word()} (s0${String(this.section + 1)}.${turn})`), { group });
  }

  list(): void {
    const [group, isOrdered] = [(this.#group += 1), this.#dice.chance(0.4)];
    for (let number = 1; number <= this.#dice.number(3, 4); number += 1) {
      const words = this.#speech.sentence(this.#dice.number(2, 5));
      this.add("item", this.#sentence(words, this.#dice.chance(0.3), ""), {
        group,
        ...(isOrdered && { number }),
      });
    }
  }

  table(): void {
    const [group, columns] = [(this.#group += 1), this.#dice.number(2, 3)];
    for (let rows = this.#dice.number(3, 4); rows > 0; rows -= 1) {
      const row = (this.#row += 1);
      for (let column = 0; column < columns; column += 1) {
        const words = this.#speech.sentence(this.#dice.number(1, 3)).join(" ").replace(/,/g, "");
        this.add("cell", plain(words), { group, row });
      }
    }
  }

  #text({ notes = false, looks = false, cut = false }): Letter[] {
    const letters: Letter[] = [];
    const sentences = this.#dice.number(1, 4);
    for (let at = 0; at < sentences; at += 1) {
      if (at > 0) letters.push(...plain(cut && this.#dice.chance(0.3) ? " […] " : " "));
      const words = this.#speech.sentence(this.#dice.number(4, 10));
      letters.push(...this.#sentence(words, looks && this.#dice.chance(0.5)));
      if (notes && this.#dice.chance(0.08)) letters.push(this.#note());
    }
    return this.#dice.chance(0.5) ? wrapped(letters, this.#dice.number(40, 80)) : letters;
  }

  #note(): Letter {
    const label = String((this.#notes += 1));
    const words = this.#speech.sentence(this.#dice.number(3, 6));
    this.add("note", this.#sentence(words, false), { label });
    return { ch: NOTE, look: "", note: label };
  }

  /** One look, or one word in guillemets, somewhere inside. */
  #sentence(
    words: readonly string[],
    hasLook: boolean,
    end = this.#dice.pick([".", ".", ".", " !", "…"]),
  ): Letter[] {
    const said = [capital(words[0] ?? ""), ...words.slice(1)];
    const from = this.#dice.number(0, said.length - 1);
    const to = Math.min(said.length, from + this.#dice.number(1, 3));
    const look = this.#dice.pick<Look>([
      "bold",
      "italic",
      `https://exemple.org/${String(this.blocks.length)}`,
    ]);
    const isQuoted = !hasLook && this.#dice.chance(0.2);
    return said
      .flatMap((word, index): Letter[] => {
        const own = isQuoted && index === from ? `« ${word.replace(",", "")} »` : word;
        const isIn = hasLook && index >= from && index < to;
        const space = index === 0 ? [] : plain(" ", isIn && index > from ? look : "");
        // A comma after the last word of a look stands outside of it.
        const bare = isIn && index === to - 1 ? own.replace(/,$/, "") : own;
        return [...space, ...plain(bare, isIn ? look : ""), ...plain(own.slice(bare.length))];
      })
      .concat(plain(end));
  }
}

export function plain(text: string, look: Look = ""): Letter[] {
  return text.split("").map((ch) => ({ ch, look }));
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function wrapped(letters: readonly Letter[], width: number): Letter[] {
  let line = 0;
  return letters.map((letter, index): Letter => {
    line += 1;
    // A line that began with a mark would be one of a list or of a quote.
    const isWord = /[\p{L}«[]/u.test(letters[index + 1]?.ch ?? "");
    if (letter.ch !== " " || line < width || !isWord) return letter;
    line = 0;
    return { ...letter, isWrap: true };
  });
}

/** A document of 3 to 6 sections. */
export function makeDocument(dice: Dice, speech: Speech): Made {
  const writer = new Writer(dice, speech);
  const count = dice.number(3, 6);
  for (let section = 0; section < count; section += 1) {
    writer.heading("title");
    const pieces = [
      ...Array.from({ length: dice.number(2, 4) }, () => "paragraph" as const),
      ...(dice.chance(0.7) ? (["quote"] as const) : []),
      ...(dice.chance(0.5) ? (["list"] as const) : []),
      ...(dice.chance(0.3) ? (["table"] as const) : []),
      ...(dice.chance(0.3) ? (["quote"] as const) : []),
    ];
    let last = "";
    for (const piece of dice.shuffled(pieces)) {
      // Two quotes, lists or tables in a row would be one.
      const isBeside = piece === last && piece !== "paragraph";
      if (dice.chance(0.25)) writer.heading("part");
      else if (isBeside) writer.paragraph();
      writer[piece]();
      last = piece;
    }
    writer.endSection();
  }
  return {
    ids: Array.from({ length: count }, (_, index) => `partie-${String(index + 1)}`),
    blocks: writer.blocks,
  };
}
