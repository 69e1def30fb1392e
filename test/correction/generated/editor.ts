// Edits of known kinds, made by chance to a document.
import type { Dice } from "./dice.ts";
import { capital, NOTE, plain, type Block, type Letter, type Made } from "./document.ts";
import {
  textOf,
  wordsOf,
  type Comment,
  type Edit,
  type Edited,
  type EditedBlock,
  type EditedLetter,
  type EditKind,
} from "./edited.ts";
import type { Speech } from "./speech.ts";

export interface Wish {
  readonly kinds: readonly EditKind[];
  readonly count: number;
  /** Several edits of one sentence, of paragraphs beside each other; else each stands apart. */
  readonly isTouching: boolean;
  readonly isTracked: () => boolean;
}

/** Makes as many edits as wished, where the document has room for them. */
export function editDocument(made: Made, dice: Dice, speech: Speech, wish: Wish): Edited {
  const editor = new Editor(made, dice, speech, wish);
  for (let tries = 0; tries < 60 && editor.edits.length < wish.count; tries += 1)
    editor.edit(dice.pick(wish.kinds));
  return editor;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

class Editor implements Edited {
  readonly made: Made;
  readonly blocks: EditedBlock[];
  order: number[];
  readonly edits: Edit[] = [];
  readonly comments: Comment[] = [];
  readonly #dice: Dice;
  readonly #speech: Speech;
  readonly #wish: Wish;
  readonly #busy = new Set<EditedBlock>();
  #last: EditedBlock | undefined;
  #now: Edit;
  #notes = 0;

  constructor(made: Made, dice: Dice, speech: Speech, wish: Wish) {
    this.made = made;
    this.blocks = made.blocks.map((block) => ({
      ...block,
      from: block,
      end: "same",
      letters: block.letters.map((letter) => ({ ...letter, fate: "same" })),
    }));
    this.order = made.ids.map((_, index) => index);
    this.#dice = dice;
    this.#speech = speech;
    this.#wish = wish;
    this.#now = this.#begin("format");
  }

  /** Makes one edit; does nothing where there is no room for it. */
  edit(kind: EditKind): void {
    this.#now = this.#begin(kind);
    if (this.#make(kind)) this.edits.push(this.#now);
  }

  #begin(kind: EditKind): Edit {
    return {
      id: this.edits.length,
      kind,
      isTracked: this.#wish.isTracked(),
      removed: new Set(),
      added: new Set(),
      passed: new Set(),
      passedWords: 0,
    };
  }

  #make(kind: EditKind): boolean {
    switch (kind) {
      case "insert-word":
        return this.#onWord(["paragraph"], (block, { to }) => this.#insertWord(block, to));
      case "insert-sentence":
        return this.#onSentence(["paragraph", "quote"], (block, { to }) => {
          this.#insert(block, to, plain(` ${this.#newSentence()}`));
          return true;
        });
      case "delete-word":
        return this.#onWord(["paragraph", "quote"], (block, word) => this.#deleteWord(block, word));
      case "delete-sentence":
        return this.#onSentence(["paragraph"], (block, span) => this.#deleteSentence(block, span));
      case "replace-word":
        return this.#onWord(["paragraph", "item"], (block, word) => this.#replaceWord(block, word));
      case "change-quote":
        return this.#onWord(["quote"], (block, word) => this.#replaceWord(block, word));
      case "change-cell":
        return this.#onWord(["cell"], (block, word) => this.#replaceWord(block, word));
      case "change-note":
        return this.#onWord(["note"], (block, word) => this.#replaceWord(block, word));
      case "rename-heading":
        return this.#onWord(["title", "part"], (block, word) =>
          this.#dice.chance(0.5) ? this.#replaceWord(block, word) : this.#insertWord(block, word.to),
        );
      case "typo":
        return this.#onWord(["paragraph", "quote", "item"], (block, word) => this.#typo(block, word));
      case "rewrite-sentence":
        return this.#onSentence(["paragraph"], (block, span) => this.#rewrite(block, span));
      case "insert-paragraph":
        return this.#insertParagraph();
      case "delete-paragraph":
        return this.#onBlock(["paragraph"], (block) => this.#deleteBlocks([block]));
      case "delete-quote":
        return this.#onBlock(["source"], (block) =>
          this.#deleteBlocks(this.blocks.filter(({ group }) => group === block.group)),
        );
      case "split":
        return this.#onSentence(["paragraph"], (block, { to }) => this.#split(block, to));
      case "join":
        return this.#join();
      case "move-paragraph":
        return this.#onBlock(["paragraph"], (block) => this.#moveParagraph(block));
      case "move-sentence":
        return this.#onSentence(["paragraph"], (block, span) => this.#moveSentence(block, span));
      case "insert-item":
        return this.#onBlock(["item"], (block) => {
          this.#addAfter(block, { kind: "item", group: block.group, letters: this.#newWords(3) });
          return true;
        });
      case "delete-item":
        return this.#onBlock(["item"], (block) => this.#deleteBlocks([block], 3));
      case "insert-row":
        return this.#insertRow();
      case "delete-row":
        return this.#deleteRow();
      case "insert-note":
        return this.#onSentence(["paragraph"], (block, { to }) => this.#insertNote(block, to));
      case "move-section":
        return this.#moveSection();
      case "format":
        return this.#onWord(["paragraph", "item", "quote"], (block, word) => {
          this.#change(block, word, (letter) => ({ ...letter, isRestyled: true }));
          return true;
        });
      case "comment-words":
        return this.#onWord(["paragraph", "item", "quote"], (block, word) =>
          this.#comment(block, word, block, word),
        );
      case "comment-paragraphs":
        return this.#commentParagraphs();
    }
  }

  // Where

  #isFree(block: EditedBlock): boolean {
    return block.end === "same" && block.isMove === undefined && block.isCalledOff === undefined;
  }

  #beside(block: EditedBlock): EditedBlock[] {
    const at = this.blocks.indexOf(block);
    // A row is one with its cells: those beside a cell are those of the rows beside it.
    const reach = block.kind === "cell" ? 4 : 1;
    return this.blocks.slice(Math.max(0, at - reach), at + reach + 1);
  }

  /** Takes a block, with those beside it, for the edit that is being made. */
  #take(block: EditedBlock): void {
    for (const each of this.#beside(block)) this.#busy.add(each);
    this.#last = block;
  }

  #choices(kinds: readonly Block["kind"][]): EditedBlock[] {
    const free = this.blocks.filter((block) => kinds.includes(block.kind) && this.#isFree(block));
    if (!this.#wish.isTouching)
      return this.#dice.shuffled(
        free.filter((block) => this.#beside(block).every((each) => !this.#busy.has(each))),
      );
    const near = this.#last === undefined ? [] : this.#beside(this.#last);
    const [first, rest] = this.#dice.chance(0.75)
      ? [free.filter((block) => near.includes(block)), free]
      : [[], free];
    return [...this.#dice.shuffled(first), ...this.#dice.shuffled(rest)];
  }

  #onBlock(kinds: readonly Block["kind"][], make: (block: EditedBlock) => boolean): boolean {
    for (const block of this.#choices(kinds).slice(0, 8)) {
      if (!make(block)) continue;
      this.#take(block);
      return true;
    }
    return false;
  }

  #onWord(kinds: readonly Block["kind"][], make: (block: EditedBlock, word: Span) => boolean): boolean {
    return this.#onBlock(kinds, (block) => {
      const word = this.#dice.maybe(
        spansOf(block, /\p{L}{3,}/gu).filter(({ from, to }) => !/\p{L}/u.test(around(block, from, to))),
      );
      return word !== undefined && make(block, word);
    });
  }

  #onSentence(kinds: readonly Block["kind"][], make: (block: EditedBlock, span: Span) => boolean): boolean {
    return this.#onBlock(kinds, (block) => {
      const span = this.#dice.maybe(sentencesOf(block));
      return span !== undefined && make(block, span);
    });
  }

  // What is put in and taken out

  #change(block: EditedBlock, { from, to }: Span, make: (letter: EditedLetter) => EditedLetter): void {
    block.letters = block.letters.map((letter, at) => (at >= from && at < to ? make(letter) : letter));
  }

  #delete(block: EditedBlock, span: Span): void {
    for (const word of wordsOf(textOf(block.letters.slice(span.from, span.to)))) this.#now.removed.add(word);
    for (const { note } of block.letters.slice(span.from, span.to))
      if (note !== undefined) this.#callOff(note);
    this.#change(block, span, (letter) => ({ ...letter, fate: "del", edit: this.#now.id }));
  }

  #callOff(label: string): void {
    const note = this.blocks.find((block) => block.label === label);
    if (note === undefined) return;
    note.isCalledOff = true;
    note.edit = this.#now.id;
    for (const word of wordsOf(textOf(note.letters))) this.#now.removed.add(word);
  }

  #insert(block: EditedBlock, at: number, letters: readonly Letter[]): void {
    for (const word of wordsOf(textOf(letters))) this.#now.added.add(word);
    block.letters.splice(at, 0, ...this.#new(letters));
  }

  #new(letters: readonly Letter[]): EditedLetter[] {
    return letters.map((letter) => ({ ...letter, fate: "ins", edit: this.#now.id }));
  }

  #insertWord(block: EditedBlock, at: number): boolean {
    const [before, next] = [block.letters[at - 1], block.letters[at]];
    if (next !== undefined && next.ch !== " ") return false;
    const look = before?.look === next?.look ? (before?.look ?? "") : "";
    if (next === undefined && before?.look !== "") return false;
    this.#insert(block, at, plain(` ${this.#speech.word()}`, look));
    return true;
  }

  #deleteWord(block: EditedBlock, { from, to: end }: Span): boolean {
    const { letters } = block;
    const to = letters[end]?.ch === "," ? end + 1 : end;
    const [before, word, next] = [letters[from - 1], letters[from], letters[to]];
    if (word === undefined || /[»«’]/.test(around(block, from - 1, to + 1))) return false;
    const isFirst = from === 0 || /[.!?…\uFFFC]/.test(letters[from - 2]?.ch ?? "");
    if (isFirst || before?.ch !== " " || before.fate !== "same") return false;
    if (next !== undefined && !/[ .!?…]/.test(next.ch)) return false;
    const takesNext = before.look !== word.look && next?.look === word.look;
    if (takesNext && (next.ch !== " " || next.fate !== "same")) return false;
    this.#delete(block, takesNext ? { from, to: to + 1 } : { from: from - 1, to });
    return true;
  }

  #deleteSentence(block: EditedBlock, { from, to }: Span): boolean {
    const isWhole = sentencesOf(block).length < 2 || block.letters.some(({ fate }) => fate === "del");
    if (isWhole) return false;
    this.#delete(block, { from, to });
    this.#deleteSpaceBeside(block, from, to);
    return true;
  }

  #deleteSpaceBeside(block: EditedBlock, from: number, to: number): void {
    const [before, next] = [block.letters[from - 1], block.letters[to]];
    if (before?.ch === " " && before.fate === "same") this.#delete(block, { from: from - 1, to: from });
    else if (next?.ch === " " && next.fate === "same") this.#delete(block, { from: to, to: to + 1 });
  }

  #replaceWord(block: EditedBlock, word: Span): boolean {
    const old = textOf(block.letters.slice(word.from, word.to));
    const made = this.#speech.word();
    const look = block.letters[word.from]?.look ?? "";
    if (block.letters.slice(word.from, word.to).some((letter) => letter.look !== look)) return false;
    this.#delete(block, word);
    this.#insert(block, word.to, plain(/^\p{Lu}/u.test(old) ? capital(made) : made, look));
    return true;
  }

  #rewrite(block: EditedBlock, { from, to }: Span): boolean {
    const words = spansOf(block, /\p{L}{3,}/gu).filter((word) => word.from >= from && word.to <= to);
    if (words.length < 3) return false;
    for (const word of words.reverse()) if (this.#dice.chance(0.75)) this.#replaceWord(block, word);
    return this.#now.removed.size > 0;
  }

  #typo(block: EditedBlock, { from, to }: Span): boolean {
    const accents: Readonly<Record<string, string>> = { e: "é", é: "e", a: "â", i: "î", u: "ù", c: "ç" };
    const old = textOf(block.letters.slice(from, to));
    const at = from + old.split("").findIndex((ch) => accents[ch] !== undefined);
    const letter = block.letters[at];
    if (at < from || letter === undefined) return false;
    const made = accents[letter.ch] ?? "";
    this.#change(block, { from: at, to: at + 1 }, (each) => ({ ...each, fate: "del", edit: this.#now.id }));
    block.letters.splice(at + 1, 0, ...this.#new(plain(made, letter.look)));
    this.#now.removed.add(old);
    this.#now.added.add(old.slice(0, at - from) + made + old.slice(at - from + 1));
    return true;
  }

  #newSentence(): string {
    return `${capital(this.#speech.sentence(this.#dice.number(4, 8)).join(" "))}.`;
  }

  #newWords(count: number): Letter[] {
    return plain(Array.from({ length: count }, () => this.#speech.word()).join(" "));
  }

  // Whole blocks

  #addAfter(
    block: EditedBlock,
    { letters, ...more }: Partial<Block> & Pick<Block, "kind" | "letters">,
  ): EditedBlock {
    for (const word of wordsOf(textOf(letters))) this.#now.added.add(word);
    const made: EditedBlock = {
      ...{ section: block.section, group: 0, from: undefined, end: "ins", edit: this.#now.id },
      ...more,
      letters: this.#new(letters),
    };
    this.blocks.splice(this.blocks.indexOf(block) + 1, 0, made);
    this.#busy.add(made);
    return made;
  }

  /** Not between the blocks of one quote, list or table. */
  #isEdge(block: EditedBlock): boolean {
    const next = this.blocks[this.blocks.indexOf(block) + 1];
    return block.kind !== "note" && (block.group === 0 || next?.group !== block.group);
  }

  #insertParagraph(): boolean {
    return this.#onBlock(["paragraph", "title", "part", "source"], (block) => {
      if (!this.#isEdge(block)) return false;
      const sentences = Array.from({ length: this.#dice.number(1, 3) }, () => this.#newSentence());
      this.#addAfter(block, { kind: "paragraph", letters: plain(sentences.join(" ")) });
      return true;
    });
  }

  /** `least`: how many of their group there must be. */
  #deleteBlocks(blocks: readonly EditedBlock[], least = 0): boolean {
    const [first] = blocks;
    if (first === undefined || !blocks.every((block) => this.#isWhole(block))) return false;
    const siblings = this.blocks.filter((each) => each.group === first.group && each.end === "same");
    if (siblings.length < least) return false;
    const before = this.blocks[this.blocks.indexOf(first) - 1];
    if (before?.end === "del" && before.section === first.section && !this.#wish.isTouching) return false;
    for (const block of blocks) {
      this.#delete(block, { from: 0, to: block.letters.length });
      block.end = "del";
      block.edit = this.#now.id;
    }
    return true;
  }

  #isWhole(block: EditedBlock): boolean {
    const isOwn = block.letters.every(({ fate, opens, closes }) => fate === "same" && !opens && !closes);
    const before = this.blocks[this.blocks.indexOf(block) - 1];
    // What was joined to it would be joined to what follows.
    const isJoined = before?.end === "del" && before.letters.some(({ fate }) => fate !== "del");
    const isAlone = this.blocks.filter(({ from }) => from === block.from).length === 1;
    return isOwn && this.#isFree(block) && isAlone && !isJoined;
  }

  #split(block: EditedBlock, at: number): boolean {
    const space = block.letters[at];
    if (space?.ch !== " " || space.fate !== "same") return false;
    const first: EditedBlock = {
      ...block,
      letters: block.letters.slice(0, at),
      end: "ins",
      edit: this.#now.id,
    };
    block.letters = block.letters.slice(at);
    this.#delete(block, { from: 0, to: 1 });
    this.blocks.splice(this.blocks.indexOf(block), 0, first);
    this.#busy.add(first);
    return true;
  }

  #join(): boolean {
    return this.#onBlock(["paragraph"], (block) => {
      const next = this.blocks[this.blocks.indexOf(block) + 1];
      if (next?.kind !== "paragraph" || next.section !== block.section || !this.#isFree(next)) return false;
      if (next.from === undefined || block.from === undefined || this.#busy.has(next)) return false;
      if (block.letters.at(-1)?.fate === "del" || next.letters[0]?.fate !== "same") return false;
      block.end = "del";
      block.edit = this.#now.id;
      this.#insert(block, block.letters.length, plain(" "));
      this.#take(next);
      return true;
    });
  }

  #moveParagraph(block: EditedBlock): boolean {
    if (!this.#isWhole(block) || block.letters.some(({ note }) => note !== undefined)) return false;
    const own = this.blocks.filter(({ section, kind }) => section === block.section && kind !== "note");
    const at = own.indexOf(block);
    const targets = own.filter((each, index) => {
      const passed = index > at ? own.slice(at + 1, index + 1) : own.slice(index + 1, at);
      const size = passed.reduce((sum, { letters }) => sum + wordsOf(textOf(letters)).length, 0);
      const isPlain =
        each.end === "same" && this.#isFree(each) && (this.#wish.isTouching || !this.#busy.has(each));
      return (
        index !== at && this.#isEdge(each) && isPlain && size >= 2 * wordsOf(textOf(block.letters)).length
      );
    });
    const target = this.#dice.maybe(targets);
    if (target === undefined) return false;
    const to = own.indexOf(target);
    for (const { letters } of to > at ? own.slice(at + 1, to + 1) : own.slice(to + 1, at))
      this.#pass(wordsOf(textOf(letters)));
    const copy = this.#addAfter(target, { kind: "paragraph", letters: block.letters });
    copy.isMove = true;
    // What it looked like goes with it.
    Object.assign(copy, { from: block.from });
    this.#delete(block, { from: 0, to: block.letters.length });
    Object.assign(block, { end: "del", edit: this.#now.id, isMove: true });
    this.#take(target);
    return true;
  }

  #pass(words: readonly string[]): void {
    for (const word of words) this.#now.passed.add(word);
    this.#now.passedWords += words.length;
  }

  #moveSentence(block: EditedBlock, { from, to }: Span): boolean {
    const sentences = sentencesOf(block);
    const moved = block.letters.slice(from, to);
    if (
      sentences.length < 3 ||
      moved.some(({ look, note, fate }) => look !== "" || note !== undefined || fate !== "same")
    )
      return false;
    if (block.letters.some(({ fate }) => fate !== "same")) return false;
    const index = sentences.findIndex((each) => each.from === from);
    const isForward = index === 0;
    const target = isForward ? sentences.at(-1) : sentences[0];
    if (target === undefined || (index !== 0 && index !== sentences.length - 1)) return false;
    const passed = wordsOf(textOf(block.letters)).filter((word) => !wordsOf(textOf(moved)).includes(word));
    if (passed.length < 2 * wordsOf(textOf(moved)).length) return false;
    this.#pass(passed);
    const plainMoved = moved.map(({ ch }): Letter => ({ ch, look: "" }));
    if (isForward) this.#insert(block, target.to, [...plain(" "), ...plainMoved]);
    this.#delete(block, { from, to });
    this.#deleteSpaceBeside(block, from, to);
    if (!isForward) this.#insert(block, 0, [...plainMoved, ...plain(" ")]);
    return true;
  }

  // Rows, notes, sections, comments

  #rowOf(block: EditedBlock): EditedBlock[] {
    return this.blocks.filter(({ row }) => row === block.row);
  }

  #insertRow(): boolean {
    return this.#onBlock(["cell"], (block) => {
      const cells = this.#rowOf(block);
      const last = cells.at(-1);
      if (last === undefined || cells.some((cell) => cell.end !== "same")) return false;
      const row = 1000 + this.#now.id;
      let after = last;
      for (const { group } of cells) {
        const letters = this.#newWords(this.#dice.number(1, 2));
        after = this.#addAfter(after, { kind: "cell", group, row, letters });
      }
      return true;
    });
  }

  #deleteRow(): boolean {
    return this.#onBlock(["cell"], (block) => {
      const table = this.blocks.filter(({ group, kind }) => kind === "cell" && group === block.group);
      if (table[0]?.row === block.row) return false;
      const cells = this.#rowOf(block);
      const rows = new Set(table.filter(({ end }) => end === "same").map(({ row }) => row));
      return rows.size > 2 && this.#deleteBlocks(cells);
    });
  }

  #insertNote(block: EditedBlock, at: number): boolean {
    if (block.letters[at]?.note !== undefined || block.letters[at - 1]?.note !== undefined) return false;
    this.#notes += 1;
    const label = String(90 + this.#notes);
    block.letters.splice(at, 0, ...this.#new([{ ch: NOTE, look: "", note: label }]));
    const last = this.blocks.findLast(({ section }) => section === block.section);
    this.#addAfter(last ?? block, { kind: "note", label, letters: plain(this.#newSentence()) });
    return true;
  }

  #moveSection(): boolean {
    if (this.edits.some(({ kind }) => kind === "move-section")) return false;
    const [moved, ...rest] = this.#dice.shuffled(this.order);
    if (moved === undefined || rest.length < 2) return false;
    const others = this.order.filter((each) => each !== moved);
    others.splice(this.#dice.number(0, others.length), 0, moved);
    if (others.join() === this.order.join()) return false;
    this.order = others;
    return true;
  }

  #comment(first: EditedBlock, { from }: Span, last: EditedBlock, { to }: Span): boolean {
    const id = `c${String(this.comments.length + 1)}`;
    const [a, b] = [this.blocks.indexOf(first), this.blocks.indexOf(last)];
    const over = this.blocks.slice(a, b + 1).filter(({ kind }) => kind !== "note");
    if (over.some((block) => !this.#isFree(block))) return false;
    const text = over
      .map((block) =>
        textOf(block.letters.slice(block === first ? from : 0, block === last ? to : undefined)),
      )
      .join(" ");
    this.#change(first, { from, to: from + 1 }, (letter) => ({
      ...letter,
      opens: [...(letter.opens ?? []), id],
    }));
    this.#change(last, { from: to - 1, to }, (letter) => ({
      ...letter,
      closes: [...(letter.closes ?? []), id],
    }));
    const words = `Remarque ${id} sur ce passage`;
    this.comments.push({ id, edit: this.#now.id, words, section: first.section, on: wordsOf(text) });
    return true;
  }

  #commentParagraphs(): boolean {
    return this.#onBlock(["paragraph"], (block) => {
      const next = this.blocks[this.blocks.indexOf(block) + 1];
      if (next?.section !== block.section || !["paragraph", "item", "quote"].includes(next.kind))
        return false;
      if (!this.#isFree(next) || (!this.#wish.isTouching && this.#busy.has(next))) return false;
      const [from, to] = [spansOf(block, /\p{L}{3,}/gu), spansOf(next, /\p{L}{3,}/gu)];
      const [first, last] = [this.#dice.maybe(from), this.#dice.maybe(to)];
      if (first === undefined || last === undefined || !this.#comment(block, first, next, last)) return false;
      this.#take(next);
      return true;
    });
  }
}

/** Where a shape is found in a block, in letters that nobody touched. */
function spansOf(block: EditedBlock, shape: RegExp): Span[] {
  return [...textOf(block.letters).matchAll(shape)]
    .map(({ 0: found, index }) => ({ from: index, to: index + found.length }))
    .filter(({ from, to }) =>
      block.letters
        .slice(from, to)
        .every(({ fate, isRestyled, opens, closes }) => fate === "same" && !isRestyled && !opens && !closes),
    );
}

/** Sentences with the marks that end them, and the call of a note after those. */
function sentencesOf(block: EditedBlock): Span[] {
  return spansOf(block, /[^ .!?…\uFFFC][^.!?…\uFFFC]*[.!?…]+\uFFFC?(?= |$)/gu).filter(
    ({ from, to }) => !/[[\]]/.test(textOf(block.letters.slice(from, to))),
  );
}

/** The letters before and after a span. */
function around({ letters }: EditedBlock, from: number, to: number): string {
  return (letters[from - 1]?.ch ?? "") + (letters[to]?.ch ?? "");
}
