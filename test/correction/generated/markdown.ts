// Documents and their edits as Markdown: typed over, or marked with CriticMarkup.
import type { Dice } from "./dice.ts";
import type { Made } from "./document.ts";
import type { Edited, EditedBlock, EditedLetter } from "./edited.ts";

type Mark = "" | "++" | "--";

/** The Markdown of a document as it was made. */
export function markdownOf(made: Made): string {
  const blocks = made.blocks.map((block): EditedBlock => {
    const letters = block.letters.map((letter): EditedLetter => ({ ...letter, fate: "same" }));
    return { ...block, from: block, end: "same", letters };
  });
  const order = made.ids.map((_, index) => index);
  return sectionsOf({ made, blocks, order, edits: [], comments: [] }).join("\n\n");
}

/** The file of a copy, its sections edited. `before`: what stands before the first section. */
export function editMarkdown(edited: Edited, before: string, dice: Dice): string {
  return `${before}${sectionsOf(edited, dice).join("\n\n")}\n`;
}

function sectionsOf(edited: Edited, dice?: Dice): string[] {
  const writer = new Writer(edited, dice);
  return edited.order.map((section) => writer.section(section));
}

class Writer {
  readonly #edited: Edited;
  readonly #dice: Dice | undefined;

  constructor(edited: Edited, dice: Dice | undefined) {
    this.#edited = edited;
    this.#dice = dice;
  }

  section(section: number): string {
    const own = this.#edited.blocks.filter(
      (block) => block.section === section && this.#markOfBlock(block) !== "gone",
    );
    let text = "";
    let isJoined = false;
    for (let at = 0; at < own.length; at += 1) {
      const block = own[at];
      if (block === undefined) continue;
      const mark = this.#markOfBlock(block);
      const before = isJoined ? "" : separator(own[at - 1], block);
      // A quote that goes, goes as one.
      const run = mark === "" ? [block] : this.#runFrom(own, at);
      const body = run
        .map(
          (each, index) => (index === 0 ? "" : separator(run[index - 1], each)) + this.#block(each, isJoined),
        )
        .join("");
      at += run.length - 1;
      if (mark === "") text += before + body;
      else
        text +=
          block.kind === "item" ? `{${mark}${before}${body}${mark}}` : `${before}{${mark}${body}${mark}}`;
      isJoined = false;
      if (block.kind === "cell" && own[at + 1]?.row !== block.row)
        text += ` |${this.#headerLine(own, block)}`;
      else if (mark === "" && block.kind !== "cell" && block.end !== "same") {
        text += this.#parting(block);
        isJoined = this.#parting(block) !== "" || block.end === "del";
      }
    }
    return text;
  }

  #headerLine(own: readonly EditedBlock[], { group, row }: EditedBlock): string {
    const table = own.filter((each) => each.kind === "cell" && each.group === group);
    if (table[0]?.row !== row) return "";
    const columns = table.filter((each) => each.row === row).length;
    return `\n| ${Array.from({ length: columns }, () => "---").join(" | ")} |`;
  }

  #isTracked(edit: number | undefined): boolean {
    return edit !== undefined && this.#edited.edits[edit]?.isTracked === true;
  }

  /** The mark around a whole block; rows, and a list's first item, are written and taken out without one. */
  #markOfBlock(block: EditedBlock): Mark | "gone" {
    const { kind, end, edit, from, isMove, letters, isCalledOff } = block;
    if (isCalledOff === true) return this.#isTracked(edit) ? "--" : "gone";
    const isWhole = isMove === true || from === undefined || letters.every(({ fate }) => fate === "del");
    if (!isWhole || end === "same") return "";
    const first = this.#edited.blocks.find(({ group }) => group === block.group);
    const isMarked = this.#isTracked(edit) && kind !== "cell" && !(kind === "item" && first === block);
    if (end === "del") return isMarked ? "--" : "gone";
    return isMarked ? "++" : "";
  }

  #runFrom(own: readonly EditedBlock[], at: number): EditedBlock[] {
    const first = own[at];
    const end = own.findIndex(
      (each, index) =>
        index > at && (each.edit !== first?.edit || each.group !== first?.group || each.group === 0),
    );
    return own.slice(at, end === -1 ? undefined : end);
  }

  #parting({ end, edit, from, isMove }: EditedBlock): string {
    const isSplitOrJoin = from !== undefined && isMove === undefined;
    if (!isSplitOrJoin) return "";
    if (end === "ins") return this.#isTracked(edit) ? "{++\n\n++}" : "\n\n";
    return this.#isTracked(edit) ? "{--\n\n--}" : "";
  }

  #block(block: EditedBlock, isJoined: boolean): string {
    const body = this.#letters(block, this.#markOfBlock(block) !== "");
    if (isJoined) return body;
    const id = this.#edited.made.ids[block.section] ?? "";
    switch (block.kind) {
      case "title":
        return `## ${body} {#${id}}`;
      case "part":
        return `### ${body}`;
      case "quote":
      case "source":
        return `> ${body}`;
      case "item":
        return `${block.number === undefined ? "-" : `${String(block.number)}.`} ${body}`;
      case "cell":
        return body;
      case "note":
        return `[^${block.label ?? ""}]: ${body}`;
      case "paragraph":
        return body;
    }
  }

  /** `isWhole`: the block has a mark around it, and its letters none. */
  #letters(block: EditedBlock, isWhole: boolean): string {
    const kept = block.letters
      .filter(({ fate, edit }) => isWhole || fate !== "del" || this.#isTracked(edit))
      .map((letter) => ({ letter, mark: isWhole ? "" : this.#markOf(letter) }));
    const isQuote = block.kind === "quote" || block.kind === "source";
    let text = "";
    for (const group of grouped(kept, ({ letter }) => letter.look)) {
      const look = group[0]?.letter.look ?? "";
      const [mark = "", other] = new Set(group.map((each) => each.mark));
      const isOne = look !== "" && other === undefined && mark !== "";
      const inner = grouped(group, (each) => each.mark)
        .map((run) => this.#run(run, isOne ? "" : (run[0]?.mark ?? ""), isQuote))
        .join("")
        .replace(/\{--([^{}]*)--\}\{\+\+([^{}]*)\+\+\}/g, (whole, old: string, now: string) =>
          this.#dice?.chance(0.5) === true ? `{~~${old}~>${now}~~}` : whole,
        );
      const [open, close] = looks(look);
      text += isOne ? `{${mark}${open}${inner}${close}${mark}}` : open + inner + close;
    }
    return text;
  }

  #run(run: readonly { letter: EditedLetter }[], mark: Mark, isQuote: boolean): string {
    const text = run
      .map(({ letter }) => {
        const { ch, isWrap, note, opens = [], closes = [] } = letter;
        const own = note !== undefined ? `[^${note}]` : isWrap === true ? (isQuote ? "\n> " : "\n") : ch;
        const [begins, ends] = [opens.filter((id) => this.#isInOneBlock(id)), closes];
        return begins.map(() => "{==").join("") + own + ends.map((id) => this.#comment(id)).join("");
      })
      .join("");
    return mark === "" ? text : `{${mark}${text}${mark}}`;
  }

  #comment(id: string): string {
    const words = this.#edited.comments.find((comment) => comment.id === id)?.words ?? "";
    return `${this.#isInOneBlock(id) ? "==}" : ""}{>>${words}<<}`;
  }

  #isInOneBlock(id: string): boolean {
    return this.#edited.blocks.some(
      ({ letters }) =>
        letters.some(({ opens }) => opens?.includes(id)) &&
        letters.some(({ closes }) => closes?.includes(id)),
    );
  }

  #markOf({ fate, edit }: EditedLetter): Mark {
    if (fate === "same" || !this.#isTracked(edit)) return "";
    return fate === "ins" ? "++" : "--";
  }
}

function looks(look: string): [string, string] {
  if (look === "bold") return ["**", "**"];
  if (look === "italic") return ["*", "*"];
  return look === "" ? ["", ""] : ["[", `](${look})`];
}

export function grouped<T>(list: readonly T[], keyOf: (each: T) => unknown): T[][] {
  const groups: T[][] = [];
  for (const each of list) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && keyOf(last[0]) === keyOf(each)) last.push(each);
    else groups.push([each]);
  }
  return groups;
}

function separator(last: EditedBlock | undefined, block: EditedBlock): string {
  const isSame = last !== undefined && last.group !== 0 && last.group === block.group;
  const row = block.kind === "cell" ? "| " : "";
  if (last === undefined) return row;
  if (block.kind === "cell" && block.row === last.row) return " | ";
  if (isSame && block.kind === "cell") return `\n${row}`;
  if (isSame && block.kind === "item") return "\n";
  return isSame ? "\n>\n" : `\n\n${row}`;
}
