// What the styles of a Word document say (ECMA-376, part 1, section 17.7): which are bold, as names
// of speakers often are, which are titles and of what rank, which make a list.
import { localName, valueOf } from "./xml-names.ts";
import { readXml } from "./xml.ts";

/** By style; a style that does not say has what the one it is based on says. */
export interface DocxStyles {
  readonly isBold: (style: string | undefined) => boolean | undefined;
  /** A style of titles: Word's own, or one based on it. */
  readonly isHeading: (style: string | undefined) => boolean;
  /** Its rank as a title, from 0; 9 for text. */
  readonly outlineOf: (style: string | undefined) => number | undefined;
  /** 0 for a list in no other; undefined for what is in no list. */
  readonly listDepthOf: (style: string | undefined) => number | undefined;
  /** Its name, as a person sees it; Word's own styles have theirs in English. */
  readonly nameOf: (style: string | undefined) => string | undefined;
  /** The style of paragraphs that name none. */
  readonly ofParagraphs: string | undefined;
}

interface Style {
  name?: string;
  isBold?: boolean;
  isHeading?: boolean;
  outline?: number;
  /** The rank its name says: in Word of any language, or in a program that names it in its own. */
  namedOutline?: number;
  list?: string;
  listDepth?: number;
  base?: string;
}

/** A property that is there is on, unless it says that it is off. */
export const isOn = (value: string | undefined): boolean =>
  value === undefined || !/^(?:0|false|off)$/.test(value);

/** A number from 0 to 9, of an outline or of a list; undefined when it is none. */
export const levelOf = (value: string | undefined): number | undefined =>
  value !== undefined && /^\d$/.test(value) ? Number(value) : undefined;

/** Reads the part that holds the styles; "" when there is none. */
export function readStyles(source: string, file: string): DocxStyles {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  let ofParagraphs: string | undefined;
  if (source !== "")
    readXml(source, file, {
      open: (name, attributes) => {
        const local = localName(name);
        if (local === "style") {
          style = {};
          const id = valueOf(attributes, "styleId") ?? "";
          styles.set(id, style);
          const isDefault = valueOf(attributes, "default");
          if (isDefault !== undefined && isOn(isDefault) && valueOf(attributes, "type") === "paragraph")
            ofParagraphs = id;
        } else if (style) setProperty(style, local, valueOf(attributes, "val"));
      },
      text: () => undefined,
      close: (name) => {
        if (localName(name) === "style") style = undefined;
      },
    });
  const whole = inherited(styles);
  const find = <K extends keyof Style>(id: string | undefined, key: K): Style[K] | undefined =>
    id === undefined ? undefined : whole.get(id)?.[key];
  return {
    isBold: (id) => find(id, "isBold"),
    isHeading: (id) => find(id, "isHeading") ?? false,
    outlineOf: (id) => find(id, "outline") ?? find(id, "namedOutline"),
    listDepthOf: (id) => {
      const list = find(id, "list");
      return list === undefined || list === "0" ? undefined : (find(id, "listDepth") ?? 0);
    },
    nameOf: (id) => (id === undefined ? undefined : (styles.get(id)?.name ?? id)),
    ofParagraphs,
  };
}

/** Each style with what the ones it is based on say. */
function inherited(styles: ReadonlyMap<string, Style>): Map<string, Style> {
  const whole = new Map<string, Style>();
  for (const id of styles.keys()) {
    // Styles may be based on each other in a circle.
    const chain = new Set<string>();
    let at: string | undefined = id;
    for (; at !== undefined && !whole.has(at) && !chain.has(at); at = styles.get(at)?.base) chain.add(at);
    let base = at === undefined ? undefined : whole.get(at);
    for (const each of [...chain].reverse()) {
      base = { ...base, ...styles.get(each) };
      whole.set(each, base);
    }
  }
  return whole;
}

function setProperty(style: Style, property: string, value: string | undefined): void {
  if (property === "b") style.isBold = isOn(value);
  else if (value === undefined) return;
  else if (property === "basedOn") style.base = value;
  else if (property === "numId") style.list = value;
  else if (property === "outlineLvl" || property === "ilvl") {
    const level = levelOf(value);
    if (level !== undefined) style[property === "ilvl" ? "listDepth" : "outline"] = level;
  } else if (property === "name") {
    style.name = value;
    // It is in English in Word of any language (section 17.7.4.9).
    if (/^(?:heading \d|title|subtitle)$/i.test(value)) style.isHeading = true;
    const rank = /^(?:heading|titre) ?([1-9])$/i.exec(value)?.[1];
    if (rank !== undefined) style.namedOutline = Number(rank) - 1;
  }
}
