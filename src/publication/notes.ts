// Footnotes as they may leave: those that the text calls, under neutral labels.
import { applyEdits, type Edit } from "./edits.ts";
import {
  childrenOf,
  endOf,
  parseMarkdown,
  startOf,
  walk,
  type Node,
  type Root,
} from "../retour/markdown-tree.ts";

/** The definitions that the text calls, directly or from another such note. */
export function usedNotes(root: Root): Set<Node> {
  const definitions = new Map<string, Node>();
  for (const node of walk(root))
    if (node.type === "footnoteDefinition" && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
  const used = new Set<Node>();
  const follow = (node: Node): void => {
    const definition = node.type === "footnoteReference" ? definitions.get(node.identifier) : undefined;
    if (definition && !used.has(definition)) {
      used.add(definition);
      for (const child of childrenOf(definition)) follow(child);
    }
    for (const child of childrenOf(node)) if (child.type !== "footnoteDefinition") follow(child);
  };
  follow(root);
  return used;
}

/** Labels are words too: each becomes a number after the section's own mark. */
export function numberNotes(source: string, mark: string): string {
  const numbers = new Map<string, string>();
  const edits: Edit[] = [];
  for (const node of walk(parseMarkdown(source))) {
    if (node.type !== "footnoteReference" && node.type !== "footnoteDefinition") continue;
    const label = numbers.get(node.identifier) ?? `${mark}-${String(numbers.size + 1)}`;
    numbers.set(node.identifier, label);
    const start = startOf(node);
    const end =
      node.type === "footnoteReference"
        ? endOf(node)
        : start + (/^\[\^(?:\\.|[^\]\\])+\]/.exec(source.slice(start, endOf(node)))?.[0].length ?? 0);
    edits.push({ start, end, text: `[^${label}]` });
  }
  return applyEdits(source, edits);
}
