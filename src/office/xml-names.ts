// Names in XML without their prefixes: producers choose their own.
import type { XmlAttributes } from "./xml.ts";

export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** An attribute's value by its name without prefix. */
export function valueOf(attributes: XmlAttributes, name: string): string | undefined {
  const key = Object.keys(attributes).find((each) => localName(each) === name);
  return key === undefined ? undefined : attributes[key];
}
