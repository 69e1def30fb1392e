// Lists of an OpenDocument text, opened and closed around the blocks that stand in them (ODF 1.3,
// part 3, section 5.3).
import type { LaidBlock, LaidList } from "../../layout.ts";

interface OpenList {
  /** Undefined for one whose item begins with a list of its own. */
  id: number | undefined;
  /** What its item is written as. */
  element: "text:list-item" | "text:list-header";
}

export class Lists {
  readonly #open: OpenList[] = [];
  /** The number of the last item of each list. */
  readonly #last = new Map<number, number>();

  /** What closes and opens before a block. */
  before({ list, kind }: LaidBlock): string {
    // A table has no place in a list: the list goes on after it.
    if (list === undefined || kind === "row") return this.close();
    const known = this.#open[list.depth]?.id;
    let xml = this.close(known === undefined || known === list.id ? list.depth + 1 : list.depth);
    while (this.#open.length < list.depth) xml += this.#begin(list, undefined, true);
    const isNew = kind === "item" || this.#last.get(list.id) !== list.number;
    this.#last.set(list.id, list.number);
    const open = this.#open[list.depth];
    if (open === undefined) return xml + this.#begin(list, list.id, isNew);
    open.id = list.id;
    if (!isNew) return xml;
    const ended = open.element;
    open.element = "text:list-item";
    return `${xml}</${ended}><text:list-item>`;
  }

  /** Closes the lists that are as deep as `depth`, and deeper. */
  close(depth = 0): string {
    return this.#open
      .splice(depth)
      .reverse()
      .map(({ element }) => `</${element}></text:list>`)
      .join("");
  }

  #begin({ isOrdered, number }: LaidList, id: number | undefined, isNew: boolean): string {
    // What goes on with an item after a table has no number of its own.
    const element = isNew ? "text:list-item" : "text:list-header";
    this.#open.push({ id, element });
    const start = isOrdered && isNew && number !== 1 ? ` text:start-value="${String(number)}"` : "";
    return `<text:list text:style-name="${isOrdered ? "Numbering_20_1" : "List_20_1"}"><${element}${start}>`;
  }
}
