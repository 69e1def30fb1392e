// Links as they may leave: to the web or to a mailbox, with nothing hidden in them.
import type { Edit } from "./edits.ts";
import { childrenOf, endOf, startOf, walk, type Node, type Root } from "../retour/markdown-tree.ts";
import { referenceRanges } from "./references.ts";

/**
 * A link elsewhere is reduced to its text; one by reference is written in full, since the
 * definitions go; a title, which only shows under the mouse, goes.
 */
export function linkEdits(root: Root, source: string): Edit[] {
  const targets = new Map<string, string>();
  for (const node of walk(root))
    if (node.type === "definition" && !targets.has(node.identifier)) targets.set(node.identifier, node.url);
  return [...walk(root)].flatMap((node) => {
    if (node.type === "linkReference") return rewrite(node, targets.get(node.identifier) ?? "");
    if (node.type !== "link") return [];
    if (source[startOf(node)] === "[")
      return node.title == null && isAllowed(node.url) && node.children.length > 0
        ? []
        : rewrite(node, node.url);
    return isAllowed(node.url) ? [] : bare(node, source);
  });
}

function isAllowed(url: string): boolean {
  return /^(?:https?|mailto):/i.test(url) && referenceRanges(decoded(url)).length === 0;
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

function rewrite(node: Node, url: string): Edit[] {
  const children = childrenOf(node);
  const [first, last] = [children[0], children.at(-1)];
  const [start, end] = [startOf(node), endOf(node)];
  if (!first || !last) return [{ start, end, text: "" }];
  if (isAllowed(url)) return [{ start: endOf(last), end, text: `](${destination(url)})` }];
  return [
    { start, end: startOf(first), text: "" },
    { start: endOf(last), end, text: "" },
  ];
}

/** As Markdown writes an address in parentheses. */
function destination(url: string): string {
  return /[\s()<>\\]/.test(url) ? `<${url.replace(/[\s<>\\]/g, encodeURIComponent)}>` : url;
}

/** `<tel:12>` keeps its words; a bare address that may not leave goes. */
function bare(node: Node, source: string): Edit[] {
  const [start, end] = [startOf(node), endOf(node)];
  if (source[start] !== "<") return [{ start, end, text: "" }];
  return [
    { start, end: start + 1, text: "" },
    { start: end - 1, end, text: "" },
  ];
}
