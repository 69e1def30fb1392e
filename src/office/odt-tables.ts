// The tables of an OpenDocument text while they are read, and rows that were inserted or deleted.
import type { Block, Change, Paragraph, Table } from "./document.ts";
import type { OdtStyles } from "./odt-styles.ts";

/** What LibreOffice puts in a row without words whose insertion or deletion it tracks. */
const NO_WORD = "\u200D";

export class OdtTables {
  readonly #styles: OdtStyles;
  /** The tables that are open, one in the other. */
  readonly #open: { readonly rows: Block[][][]; isTracked: boolean }[] = [];

  constructor(styles: OdtStyles) {
    this.#styles = styles;
  }

  open(): void {
    this.#open.push({ rows: [], isTracked: false });
  }

  openRow(style: string | undefined): void {
    const table = this.#open.at(-1);
    if (!table) return;
    table.rows.push([]);
    table.isTracked = this.#styles.isTracked(style);
  }

  addCell(blocks: Block[]): void {
    this.#open.at(-1)?.rows.at(-1)?.push(blocks);
  }

  closeRow(): void {
    const table = this.#open.at(-1);
    const row = table?.isTracked === true ? table.rows.pop() : undefined;
    if (row) table?.rows.push(asOneChange(row));
  }

  close(): Table {
    return { kind: "table", rows: this.#open.pop()?.rows ?? [] };
  }
}

/** The paragraphs of blocks, in order, those of tables too. */
export function paragraphsOf(blocks: readonly Block[]): Paragraph[] {
  return blocks.flatMap((block) =>
    block.kind === "table" ? block.rows.flat().flatMap((cell) => paragraphsOf(cell)) : [block],
  );
}

/** Where all the words of a row are deleted, or all inserted, the row is: the ends of its paragraphs too. */
function asOneChange(row: readonly Block[][]): Block[][] {
  const changes = paragraphsOf(row.flat()).flatMap(({ runs }) => runs.map(({ change }) => change));
  const [endChange] = changes;
  if (!endChange || changes.some((change) => change?.kind !== endChange.kind)) return [...row];
  return row.map((cell) => changed(cell, endChange));
}

function changed(blocks: readonly Block[], endChange: Change): Block[] {
  return blocks.map((block) =>
    block.kind === "table"
      ? { ...block, rows: block.rows.map((cells) => cells.map((cell) => changed(cell, endChange))) }
      : { ...block, runs: block.runs.filter(({ text }) => text !== NO_WORD), endChange },
  );
}
