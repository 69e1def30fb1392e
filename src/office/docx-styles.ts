// Which styles of a Word document are bold (ECMA-376, part 1, section 17.7): names of speakers often are.
import { localName, valueOf } from "./xml-names.ts";
import { readXml } from "./xml.ts";

/** By style: bold, or not; a style that does not say has that of the one it is based on. */
export interface BoldStyles {
  readonly isBold: (style: string | undefined) => boolean | undefined;
  /** A style of titles: Word's own, or one based on it. */
  readonly isHeading: (style: string | undefined) => boolean;
  /** The style of paragraphs that name none. */
  readonly ofParagraphs: string | undefined;
}

interface Style {
  isBold?: boolean;
  isHeading?: boolean;
  base?: string;
}

/** A property that is there is on, unless it says that it is off. */
export const isOn = (value: string | undefined): boolean =>
  value === undefined || !/^(?:0|false|off)$/.test(value);

/** Reads the part that holds the styles; "" when there is none. */
export function readBoldStyles(source: string, file: string): BoldStyles {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  let ofParagraphs: string | undefined;
  if (source !== "")
    readXml(source, file, {
      open: (name, attributes) => {
        const local = localName(name);
        const value = valueOf(attributes, "val");
        if (local === "style") {
          style = {};
          const id = valueOf(attributes, "styleId") ?? "";
          styles.set(id, style);
          const isDefault = valueOf(attributes, "default");
          if (isDefault !== undefined && isOn(isDefault) && valueOf(attributes, "type") === "paragraph")
            ofParagraphs = id;
        } else if (style && local === "b") style.isBold = isOn(value);
        // Its name is in English in Word of any language (section 17.7.4.9).
        else if (style && local === "name" && /^(?:heading \d|title|subtitle)$/i.test(value ?? ""))
          style.isHeading = true;
        else if (style && local === "basedOn" && value !== undefined) style.base = value;
      },
      text: () => undefined,
      close: (name) => {
        if (localName(name) === "style") style = undefined;
      },
    });
  const find = (id: string | undefined, key: "isBold" | "isHeading"): boolean | undefined => {
    // Styles may be based on each other in a circle.
    const seen = new Set<string>();
    for (let at = id; at !== undefined && !seen.has(at); at = styles.get(at)?.base) {
      seen.add(at);
      const found = styles.get(at)?.[key];
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return {
    isBold: (id) => find(id, "isBold"),
    isHeading: (id) => find(id, "isHeading") ?? false,
    ofParagraphs,
  };
}
