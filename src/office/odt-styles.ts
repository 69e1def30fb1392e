// What the styles of an OpenDocument text say of it: which are bold, what a person calls them, and
// which rows of tables were inserted or deleted as a whole (ODF 1.3, part 3, section 16.2).
import { localName, valueOf } from "./xml-names.ts";
import { readXml } from "./xml.ts";

interface Style {
  isBold?: boolean;
  isTracked?: boolean;
  /** As a person sees it; undefined for one that a program made for a few words. */
  readonly shown: string | undefined;
  readonly base: string | undefined;
}

/** Asked of a family (`text`, `paragraph`) and a name. */
export interface OdtStyles {
  /** Undefined when neither it nor what it is based on says. */
  readonly isBold: (family: string, name: string | undefined) => boolean | undefined;
  /** The name a person knows it by: its own, or that of the style it varies. */
  readonly shownName: (family: string, name: string | undefined) => string | undefined;
  /**
   * True for a row of a table that was inserted or deleted with its words. LibreOffice says it
   * since 7.2 (`loext:text-changes-only`); no standard does.
   */
  readonly isTracked: (row: string | undefined) => boolean;
}

/** Reads the styles of these parts; those of a later part count before those of an earlier one. */
export function readOdtStyles(sources: readonly string[], file: string): OdtStyles {
  const styles = new Map<string, Style>();
  for (const source of sources) readStyles(source, file, styles);
  const find = <T>(family: string, name: string | undefined, key: (style: Style) => T | undefined) => {
    // Styles may be based on each other in a circle.
    const seen = new Set<string>();
    for (let at = name; at !== undefined && !seen.has(at); at = styles.get(`${family} ${at}`)?.base) {
      seen.add(at);
      const style = styles.get(`${family} ${at}`);
      const found = style && key(style);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return {
    isBold: (family, name) => find(family, name, ({ isBold }) => isBold),
    shownName: (family, name) => find(family, name, ({ shown }) => shown),
    isTracked: (row) => find("table-row", row, ({ isTracked }) => isTracked) ?? false,
  };
}

function readStyles(source: string, file: string, styles: Map<string, Style>): void {
  let style: Style | undefined;
  let isAutomatic = false;
  readXml(source, file, {
    open: (name, attributes) => {
      const local = localName(name);
      if (local === "automatic-styles") isAutomatic = true;
      else if (local === "style") {
        const id = attributes["style:name"] ?? "";
        const shown = isAutomatic ? undefined : (valueOf(attributes, "display-name") ?? id);
        style = { shown, base: valueOf(attributes, "parent-style-name") };
        styles.set(`${valueOf(attributes, "family") ?? ""} ${id}`, style);
      } else if (local === "text-properties" && style) {
        const weight = attributes["fo:font-weight"];
        if (weight !== undefined) style.isBold = weight === "bold" || Number(weight) >= 600;
      } else if (local === "table-row-properties" && style)
        style.isTracked = valueOf(attributes, "text-changes-only") === "false";
    },
    text: () => undefined,
    close: (name) => {
      const local = localName(name);
      if (local === "style") style = undefined;
      else if (local === "automatic-styles") isAutomatic = false;
    },
  });
}
