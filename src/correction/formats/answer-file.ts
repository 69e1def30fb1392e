// The file that the page saves: what a person answered, read from JSON that may say anything.
// Every value is looked at for what it is; what is not understood is counted, never followed.

const opinions = ["agree", "nuance", "disagree", "keep"] as const;

export type Opinion = (typeof opinions)[number];

/** What is said of one passage, or of the section. */
export interface SaidPassage {
  readonly kind: Opinion;
  /** The number of the paragraph; undefined for the whole section. */
  readonly block: number | undefined;
  /** The paragraph's words, as they were shown. */
  readonly passage: string;
  readonly words: string;
}

export interface Edit {
  readonly block: number;
  readonly before: string;
  readonly after: string;
}

export interface Addition {
  /** The number of the paragraph it follows. */
  readonly after: number;
  readonly text: string;
}

export interface Withdrawal {
  readonly block: number;
  readonly turns: readonly string[];
  readonly words: string;
}

export interface AnsweredSection {
  readonly id: string;
  readonly opinions: readonly Opinion[];
  readonly passages: readonly SaidPassage[];
  readonly edits: readonly Edit[];
  readonly added: readonly Addition[];
  readonly withdrawn: readonly Withdrawal[];
  readonly remark: string;
}

export interface AnswerFile {
  readonly study: string | undefined;
  readonly copy: string | undefined;
  /** Fingerprint of what was shown. */
  readonly content: string | undefined;
  readonly sections: readonly AnsweredSection[];
  /** About the whole. */
  readonly remark: string;
  /** How many values are of no known kind. */
  readonly unread: number;
}

/** Of the format that this program writes and reads. */
const VERSION = 1;

/** Reads a parsed answer; says why not, when it is none or one of a later program. */
export function readAnswer(parsed: unknown): AnswerFile | "no-answer" | "newer" {
  const reading = new Reading();
  const head = reading.record(parsed);
  if (head?.get("retour") !== "answer") return "no-answer";
  const version = head.get("version");
  if (typeof version === "number" && version > VERSION) return "newer";
  reading.known(head, ["retour", "version", "study", "copy", "edition", "content", "sections", "remark"]);
  return {
    study: reading.text(head, "study") || undefined,
    copy: reading.text(head, "copy") || undefined,
    content: reading.text(head, "content") || undefined,
    sections: reading.list(head, "sections").map((each) => readSection(reading, each)),
    remark: reading.text(head, "remark"),
    unread: reading.unread,
  };
}

type Values = ReadonlyMap<string, unknown>;

function readSection(reading: Reading, section: Values): AnsweredSection {
  const keys = ["id", "title", "answers", "passages", "edits", "added", "withdrawn", "remark"];
  reading.known(section, keys);
  return {
    id: reading.text(section, "id"),
    opinions: reading.texts(section, "answers").flatMap((each) => reading.opinion(each) ?? []),
    passages: reading.list(section, "passages").flatMap((each) => {
      reading.known(each, ["kind", "block", "passage", "words"]);
      const block = each.get("block") === null ? undefined : reading.number(each, "block");
      const [passage, words] = [reading.text(each, "passage"), reading.text(each, "words")];
      // Words whose kind is not known are a nuance: nothing that someone wrote goes.
      return { kind: reading.opinion(each.get("kind")) ?? "nuance", block, passage, words };
    }),
    edits: reading.list(section, "edits").flatMap((each) => {
      reading.known(each, ["block", "before", "after"]);
      if (typeof each.get("after") !== "string") return reading.leave();
      const [before, after] = [reading.text(each, "before"), reading.text(each, "after")];
      return { block: reading.number(each, "block") ?? -1, before, after };
    }),
    added: reading.list(section, "added").map((each) => {
      reading.known(each, ["after", "text"]);
      return { after: reading.number(each, "after") ?? -1, text: reading.text(each, "text") };
    }),
    withdrawn: reading.list(section, "withdrawn").map((each) => {
      reading.known(each, ["block", "turns", "words"]);
      const block = reading.number(each, "block") ?? -1;
      return { block, turns: reading.texts(each, "turns"), words: reading.text(each, "words") };
    }),
    remark: reading.text(section, "remark"),
  };
}

/** Values of the kinds that are expected; it counts the others. */
class Reading {
  unread = 0;

  leave(): [] {
    this.unread += 1;
    return [];
  }

  /** The own values of an object; a map has no key but those that were written. */
  record(value: unknown): Values | undefined {
    const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
    return isRecord ? new Map(Object.entries(value)) : undefined;
  }

  known(values: Values, keys: readonly string[]): void {
    for (const key of values.keys()) if (!keys.includes(key)) this.unread += 1;
  }

  text(values: Values, key: string): string {
    const value = values.get(key);
    if (typeof value === "string") return value.replace(/\r\n?/g, "\n");
    if (value !== undefined && value !== null) this.unread += 1;
    return "";
  }

  number(values: Values, key: string): number | undefined {
    const value = values.get(key);
    if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
    this.unread += 1;
    return undefined;
  }

  opinion(value: unknown): Opinion | undefined {
    const found = opinions.find((each) => each === value);
    if (found === undefined) this.unread += 1;
    return found;
  }

  list(values: Values, key: string): Values[] {
    return this.#array(values, key).flatMap((each) => this.record(each) ?? this.leave());
  }

  texts(values: Values, key: string): string[] {
    return this.#array(values, key).flatMap((each) => (typeof each === "string" ? each : this.leave()));
  }

  #array(values: Values, key: string): readonly unknown[] {
    const value = values.get(key);
    if (Array.isArray(value)) return value;
    if (value !== undefined && value !== null) this.unread += 1;
    return [];
  }
}
