// What a block stands in, in Markdown, and how its first line begins.
import type { ReturnedBlock } from "./returned-text.ts";

/** What a block stands in, and how its first line begins. */
export interface Setting {
  readonly opening: string;
  readonly quote: number;
  readonly list: number;
  readonly table: number;
  readonly isItem: boolean;
}

export const none: Setting = { opening: "", quote: 0, list: 0, table: 0, isItem: false };

/** What a new block stands in: what the file says of it, then what stands around it. */
export function newSetting(block: ReturnedBlock | undefined, before: Setting, after: Setting): Setting {
  const kind = block?.kind;
  const isBetween = (what: "list" | "quote"): boolean => before[what] !== 0 && before[what] === after[what];
  if (kind === "heading")
    return { ...none, opening: `${"#".repeat(Math.min(6, Math.max(3, block?.level ?? 3)))} ` };
  if (kind === "row") return { ...none, opening: "| ", table: before.table || after.table || -1 };
  if (kind === "item" || (kind === undefined && isBetween("list"))) {
    const item = before.isItem ? before : after.isItem ? after : undefined;
    return { ...none, opening: nextItem(item?.opening ?? "- "), list: item?.list ?? -1, isItem: true };
  }
  if (kind === "quote" || (kind === undefined && isBetween("quote")))
    return { ...none, opening: "> ", quote: before.quote || after.quote || -1 };
  return none;
}

export function separator(before: Setting, next: Setting): string {
  if (before.table !== 0 && before.table === next.table) return "\n";
  if (before.list !== 0 && before.list === next.list && next.isItem) return "\n";
  if (before.quote !== 0 && before.quote === next.quote) return `\n${next.opening.replace(/[^>]+$/, "")}\n`;
  return "\n\n";
}

/** `- ` again; `3. ` after `2. `. */
function nextItem(opening: string): string {
  return opening.replace(/(\d+)(?=[.)] *$)/, (number) => String(Number(number) + 1));
}
