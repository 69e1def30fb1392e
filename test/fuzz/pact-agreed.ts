// Who agreed to what, as a story remembers it by itself: the words as they stood, who spoke, how far.
// What must at least have happened for words to leave; the rules' finer points are in test/validation.
import { lettersOf } from "./pact-oracle.ts";

export const audiences = ["group", "institution", "public"] as const;
export type Audience = (typeof audiences)[number];
export type Stance = "agree" | "against" | "abstain";
export const rules = ["unanimity", "quorum: 0.6", "group-session"] as const;
export type Rule = (typeof rules)[number];

export const members: Readonly<Record<string, readonly string[]>> = {
  g1: ["P01", "P02", "P03"],
  g2: ["P03", "P04"],
};

export interface Voice {
  /** `g1/peur` */
  readonly place: string;
  readonly text: string;
  readonly by: string;
  readonly stance: Stance;
  readonly about: "words" | "audience" | "both";
  readonly audience: Audience;
  readonly inSession: boolean;
}

/** The words alone: neither private notes nor what is echoed in the heading. */
const wordsOf = (section: string): string =>
  lettersOf(section.replace(/<!--[^]*?-->/g, "").replace(/\{[^}\n]*\}/g, ""));

export const areSameWords = (one: string, other: string): boolean => wordsOf(one) === wordsOf(other);

/** The sections of a document, by id. */
export function sectionsOf(document: string): Map<string, string> {
  const pieces = document.split(/^(?=## )/m).slice(1);
  return new Map(pieces.map((text) => [/^## .*\{#([a-z0-9-]+)/.exec(text)?.[1] ?? "", text]));
}

const isAsFarAs = (given: Audience, wanted: Audience): boolean =>
  audiences.indexOf(given) >= audiences.indexOf(wanted);

export class Agreements {
  readonly voices: Voice[] = [];
  /** `P01 quotation` */
  readonly consents = new Map<string, boolean>();
  readonly left = new Set<string>();
  /** What was put beside words that someone opposes. */
  readonly notes: { readonly place: string; readonly text: string; readonly note: string }[] = [];
  readonly rule: Rule;

  constructor(rule: Rule) {
    this.rule = rule;
  }

  /** False when nobody can say how these words of a section could have been let out. */
  mayLeave(
    place: string,
    text: string,
    wanted: Audience,
    speakers: readonly (string | undefined)[],
  ): boolean {
    const people = (members[place.slice(0, 2)] ?? []).filter((each) => !this.left.has(each));
    const said = this.#on(place, text);
    const agrees = (by: string): boolean => {
      const own = said.filter((each) => each.by === by && each.stance === "agree");
      const toWords = own.some(({ about }) => about !== "audience");
      const toAudience = own.some(({ about, audience }) => about !== "words" && isAsFarAs(audience, wanted));
      return toWords && (wanted === "group" || toAudience);
    };
    const agreeing = people.filter(agrees).length;
    const isRuled =
      this.rule === "unanimity"
        ? agreeing === people.length
        : this.rule === "quorum: 0.6"
          ? agreeing >= people.length * 0.6
          : said.some(({ inSession }) => inSession) && agreeing > 0;
    const purposes = wanted === "public" ? ["quotation", "publication"] : ["quotation"];
    const isConsented = speakers.every((by) =>
      purposes.every((purpose) => by !== undefined && this.consents.get(`${by} ${purpose}`) === true),
    );
    return people.length > 0 && isRuled && isConsented;
  }

  /** Those whose last word on these words going so far is no. */
  opposed(place: string, text: string, wanted: Audience): string[] {
    const said = this.#on(place, text);
    const people = (members[place.slice(0, 2)] ?? []).filter((each) => !this.left.has(each));
    return people.filter((by) => {
      const own = said.filter((each) => each.by === by);
      const at = own.findLastIndex(({ about }) => about !== "audience");
      const last = own[at];
      if (last?.stance !== "against" || !isAsFarAs(wanted, last.audience)) return false;
      // "Yes among us, not in public", and later yes in public too: the words were never opposed.
      const before = own.slice(0, at).findLast(({ about }) => about !== "audience");
      const isAmongUs = last.about === "both" && last.audience !== "group" && before?.stance === "agree";
      const since = own.slice(at + 1);
      return !(
        isAmongUs && since.some((each) => each.stance === "agree" && isAsFarAs(each.audience, wanted))
      );
    });
  }

  notesOn(place: string, text: string): string[] {
    return this.notes
      .filter((each) => each.place === place && wordsOf(each.text) === wordsOf(text))
      .map(({ note }) => note);
  }

  #on(place: string, text: string): Voice[] {
    const words = wordsOf(text);
    return this.voices.filter((each) => each.place === place && wordsOf(each.text) === words);
  }
}
