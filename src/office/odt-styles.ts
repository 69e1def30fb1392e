// Which styles of an OpenDocument text are bold (ODF 1.3, part 3, sections 16.2 and 20.189).
import { localName, valueOf } from "./xml-names.ts";
import { readXml } from "./xml.ts";

interface Style {
  isBold?: boolean;
  readonly base: string | undefined;
}

/** Of a family and a name: bold, or not; undefined when neither it nor what it is based on says. */
export type OdtStyles = (family: string, name: string | undefined) => boolean | undefined;

/** Reads the styles of these parts; those of a later part count before those of an earlier one. */
export function readBoldOdtStyles(sources: readonly string[], file: string): OdtStyles {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  for (const source of sources)
    readXml(source, file, {
      open: (name, attributes) => {
        const local = localName(name);
        if (local === "style") {
          style = { base: valueOf(attributes, "parent-style-name") };
          const key = `${valueOf(attributes, "family") ?? ""} ${attributes["style:name"] ?? ""}`;
          styles.set(key, style);
        } else if (local === "text-properties" && style) {
          const weight = attributes["fo:font-weight"];
          if (weight !== undefined) style.isBold = weight === "bold" || Number(weight) >= 600;
        }
      },
      text: () => undefined,
      close: (name) => {
        if (localName(name) === "style") style = undefined;
      },
    });
  return (family, name) => {
    // Styles may be based on each other in a circle.
    const seen = new Set<string>();
    for (let at = name; at !== undefined && !seen.has(at); at = styles.get(`${family} ${at}`)?.base) {
      seen.add(at);
      const found = styles.get(`${family} ${at}`)?.isBold;
      if (found !== undefined) return found;
    }
    return undefined;
  };
}
