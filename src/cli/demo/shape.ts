// Values read from a YAML file of ours, with the place to name when one is not what it should be.

export interface Plain {
  /** `script.yaml.3.do`: for errors. */
  readonly place: string;
  readonly value: unknown;
  isText(): boolean;
  /** The value as text, from a text, a number or a boolean. */
  text(): string;
  keys(): string[];
}

export function shape(value: unknown, place: string): Plain {
  const isText = (): boolean => typeof value === "string";
  return {
    place,
    value,
    isText,
    text: () => {
      if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
        return String(value);
      throw new Error(`${place}: a text is missing`);
    },
    keys: () => (typeof value === "object" && value !== null ? Object.keys(value) : []),
  };
}

/** The value when there is one: neither missing nor null. */
export function optional(plain: Plain): Plain | undefined {
  return plain.value === undefined || plain.value === null ? undefined : plain;
}

/** The fields of a mapping, by name. */
export function entry({ value, place }: Plain): (name: string) => Plain {
  if (typeof value !== "object" || value === null) throw new Error(`${place}: fields are missing`);
  const fields = new Map<string, unknown>(Object.entries(value));
  return (name) => shape(fields.get(name), `${place}.${name}`);
}

/** The items of a list. */
export function item({ value, place }: Plain): Plain[] {
  if (!Array.isArray(value)) throw new Error(`${place}: a list is missing`);
  return value.map((each, index) => shape(each, `${place}.${String(index + 1)}`));
}
