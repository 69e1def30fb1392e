// XML as a tree, to edit and write again: what makes the returned files, apart from the program's reader.

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = Element | string;

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
}

function encoded(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

export const element = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly XmlNode[] = [],
): Element => ({ name, attributes, children });

/** The root element of a document without comments or sections of raw text. */
export function parseTree(xml: string): Element {
  const root: XmlNode[] = [];
  const open: { name: string; attributes: Record<string, string>; children: XmlNode[] }[] = [];
  for (const [token] of xml.matchAll(/<[^>]+>|[^<]+/g)) {
    const into = open.at(-1)?.children ?? root;
    if (/^<[?!]/.test(token)) continue;
    if (token.startsWith("</")) open.pop();
    else if (token.startsWith("<")) {
      const name = /^<([^\s/>]+)/.exec(token)?.[1] ?? "";
      const attributes = Object.fromEntries(
        [...token.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, decoded(value)]),
      );
      const made = { name, attributes, children: [] };
      into.push(made);
      if (!token.endsWith("/>")) open.push(made);
    } else into.push(decoded(token));
  }
  const found = root.find((node) => typeof node === "object");
  if (found === undefined) throw new Error("no element");
  return found;
}

function writeTree(node: XmlNode): string {
  if (typeof node === "string") return encoded(node);
  const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${encoded(value)}"`);
  const start = `<${node.name}${attributes.join("")}`;
  return node.children.length === 0
    ? `${start}/>`
    : `${start}>${node.children.map(writeTree).join("")}</${node.name}>`;
}

export const writeDocument = (root: Element): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${writeTree(root)}`;

export const childrenNamed = (parent: Element, name: string): Element[] =>
  parent.children.filter((node): node is Element => typeof node === "object" && node.name === name);

/** All elements of a name, in order, those in others of the name left out. */
export function allNamed(parent: Element, name: string): Element[] {
  return parent.children.flatMap((node) =>
    typeof node === "string" ? [] : node.name === name ? [node] : allNamed(node, name),
  );
}

export function textIn(node: XmlNode): string {
  return typeof node === "string" ? node : node.children.map(textIn).join("");
}

export const withChildren = (node: Element, children: readonly XmlNode[]): Element => ({ ...node, children });

/** The tree with every element of a name replaced, those inside others of the name with them. */
export function mapNamed(node: Element, name: string, make: (found: Element) => readonly XmlNode[]): Element {
  return withChildren(
    node,
    node.children.flatMap((child): readonly XmlNode[] =>
      typeof child === "string" ? [child] : child.name === name ? make(child) : [mapNamed(child, name, make)],
    ),
  );
}
