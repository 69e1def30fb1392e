// RTF has no tables, only paragraphs that say how deep in tables they are, and ends of cells and rows.
import type { Block } from "./document.ts";

interface Level {
  cell: Block[];
  row: Block[][];
  readonly rows: Block[][][];
}

/** Tables one inside the other, more than any document has: what says it is deeper stays there. */
const DEEPEST = 20;

/** Puts paragraphs in order into the tables they are of. */
export class RtfTables {
  readonly #blocks: Block[] = [];
  /** What is open at each depth, from 1. */
  readonly #levels: Level[] = [];

  /** `depth`: 0 outside of any table. */
  add(block: Block, depth: number): void {
    this.#reach(depth);
    (this.#levels.at(-1)?.cell ?? this.#blocks).push(block);
  }

  endCell(depth: number): void {
    this.#reach(depth);
    const level = this.#levels.at(-1);
    if (!level) return;
    level.row.push(level.cell);
    level.cell = [];
  }

  endRow(depth: number): void {
    this.#reach(depth);
    const level = this.#levels.at(-1);
    if (level) closeRow(level);
  }

  finish(): Block[] {
    this.#reach(0);
    return this.#blocks;
  }

  /** Closes the tables that are deeper, and opens those that are missing. */
  #reach(depth: number): void {
    const wanted = Math.max(0, Math.min(depth, DEEPEST));
    while (this.#levels.length > wanted) {
      const level = this.#levels.pop();
      if (!level) return;
      if (level.cell.length > 0) level.row.push(level.cell);
      closeRow(level);
      if (level.rows.length > 0)
        (this.#levels.at(-1)?.cell ?? this.#blocks).push({ kind: "table", rows: level.rows });
    }
    while (this.#levels.length < wanted) this.#levels.push({ cell: [], row: [], rows: [] });
  }
}

function closeRow(level: Level): void {
  if (level.row.length > 0) level.rows.push(level.row);
  level.row = [];
}
