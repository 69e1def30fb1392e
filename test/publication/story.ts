// Random stories of groups at work on their documents, and what such a story allows to leave,
// said a second time and differently from src/validation: as what must have happened.
import fc from "fast-check";
import { formatTurn, type ParticipantId } from "../../src/kernel/ids.ts";
import { findQuotes } from "../../src/retour/quote.ts";
import { covers, type Audience, type ValidationRule } from "../../src/study/settings.ts";
import type { Stance } from "../../src/validation/facts.ts";
import { person } from "../validation/circle.ts";

/** P03 belongs to both groups; each turn of s01 was said by the person of its number. */
export const members: Readonly<Record<string, readonly ParticipantId[]>> = {
  g1: ["P01", "P02", "P03"].map(person),
  g2: ["P03", "P04"].map(person),
};
export const places = ["g1/a", "g1/b", "g2/a"] as const;
export type Place = (typeof places)[number];
export const groupOf = (place: Place): string => place.slice(0, 2);
export const idOf = (place: Place): string => place.slice(3);

export interface Rules {
  readonly rule: ValidationRule;
  readonly quotedMustAgree: boolean;
}

export type Event =
  | { readonly kind: "edit"; readonly place: Place; readonly quoted: readonly number[] }
  | { readonly kind: "undo"; readonly place: Place; readonly version: number }
  | { readonly kind: "send"; readonly group: string }
  | {
      readonly kind: "answer";
      readonly place: Place;
      readonly said: readonly Stance[];
      readonly audience: Audience;
    }
  | {
      readonly kind: "session";
      readonly place: Place;
      readonly said: readonly Stance[];
      readonly audience: Audience;
    }
  | { readonly kind: "correct"; readonly place: Place; readonly by: number; readonly praise: boolean }
  | { readonly kind: "withdraw"; readonly place: Place; readonly by: number }
  | { readonly kind: "decide"; readonly correction: number; readonly outcome: string }
  | { readonly kind: "integrate"; readonly correction: number };

const place = fc.constantFrom(...places);
const audience = fc.constantFrom<Audience>("group", "institution", "public");
const stance = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Stance>("agree") },
  { weight: 1, arbitrary: fc.constantFrom<Stance>("against", "abstain") },
);
const said = fc.array(stance, { minLength: 1, maxLength: 3 });
const index = fc.nat({ max: 3 });
const quoted = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 2 });

export const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("edit"), place, quoted }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("undo"), place, version: index }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("send"), group: fc.constantFrom("g1", "g2") }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("answer"), place, said, audience }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("session"), place, said, audience }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("correct"), place, by: index, praise: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("withdraw"), place, by: index }) },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ kind: fc.constant("decide"), correction: index },
      outcome: fc.constantFrom("integrated", "adapted", "declined", "recorded"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("integrate"), correction: index }) },
);

export const anyRules: fc.Arbitrary<Rules> = fc.record({
  rule: fc.oneof(
    fc.constant({ kind: "unanimity" } as const),
    fc.constantFrom(0.5, 0.6, 1).map((share) => ({ kind: "quorum", share }) as const),
    fc.constant({ kind: "group-session" } as const),
  ),
  quotedMustAgree: fc.boolean(),
});

/** One wording of a section: its marker stands in every part of it, and nowhere else. */
function wording(place: Place, version: number, quoted: readonly number[]): string {
  const marker = markerOf(place, version);
  const quotes = quoted.map(
    (by) => `> Moi je dis ${marker} tous les jours.\n>\n> — métier ${String(by)} (s01.${String(by)})`,
  );
  return [
    `## Titre ${marker} {#${idOf(place)}}`,
    `Nous avons dit ${marker} tous ensemble. <!-- note ${marker} -->`,
    ...quotes,
    `On en parle (s01.1), *${marker}*.`,
  ].join("\n\n");
}
const markerOf = (place: Place, version: number): string =>
  `zz${place.replace("/", "x")}v${String(version)}z`;
export const anyMarker = /zzg\dx\wv\d+z/g;

interface Said {
  readonly at: number;
  readonly by: ParticipantId;
  readonly stance: Stance;
  readonly audience: Audience;
  readonly inSession: boolean;
}
interface Asked {
  readonly place: Place;
  readonly at: number;
  readonly by: ParticipantId;
  readonly praise: boolean;
  /** The wording whose words are withdrawn. */
  readonly withdrawn: string | undefined;
  outcome: string | undefined;
  integrated: boolean;
}

/** What has happened so far. */
export class History {
  readonly versions = new Map<Place, string[]>();
  readonly present = new Map<Place, string>();
  readonly sent = new Map<Place, string>();
  readonly said = new Map<string, Said[]>();
  readonly asked: Asked[] = [];
  readonly rules: Rules;
  #now = 0;

  constructor(rules: Rules) {
    this.rules = rules;
    for (const each of places) this.#write(each, wording(each, 0, []));
  }

  /** True when the event could happen and did. */
  take(event: Event): boolean {
    this.#now += 1;
    const versions = "place" in event ? (this.versions.get(event.place) ?? []) : [];
    switch (event.kind) {
      case "edit":
        return this.#write(event.place, wording(event.place, versions.length, event.quoted));
      case "undo": {
        const back = versions[event.version % versions.length];
        if (back !== undefined) this.present.set(event.place, back);
        return back !== undefined;
      }
      case "send":
        for (const [each, words] of this.present)
          if (groupOf(each) === event.group) this.sent.set(each, words);
        return true;
      case "answer":
        return this.#speak(event.place, this.sent.get(event.place), event, false);
      case "session":
        return this.#speak(event.place, this.present.get(event.place), event, true);
      case "correct":
      case "withdraw":
        return this.#ask(event);
      case "decide":
      case "integrate":
        return this.#settle(event);
    }
  }

  #write(place: Place, words: string): boolean {
    this.versions.set(place, [...(this.versions.get(place) ?? []), words]);
    this.present.set(place, words);
    return true;
  }

  #speak(
    place: Place,
    words: string | undefined,
    { said, audience }: { said: readonly Stance[]; audience: Audience },
    inSession: boolean,
  ): boolean {
    if (words === undefined) return false;
    const key = `${place} ${words}`;
    const people = members[groupOf(place)] ?? [];
    const new_ = people.flatMap((by, at): Said[] => {
      const stance = inSession ? (said[at] ?? "agree") : said[at];
      return stance === undefined ? [] : [{ at: this.#now, by, stance, audience, inSession }];
    });
    this.said.set(key, [...(this.said.get(key) ?? []), ...new_]);
    return true;
  }

  #ask(event: Extract<Event, { kind: "correct" | "withdraw" }>): boolean {
    const sent = this.sent.get(event.place);
    const people = members[groupOf(event.place)] ?? [];
    const by = people[event.by % people.length];
    if (sent === undefined || by === undefined) return false;
    this.asked.push({
      ...{ place: event.place, at: this.#now, by, outcome: undefined, integrated: false },
      praise: event.kind === "correct" && event.praise,
      withdrawn: event.kind === "withdraw" ? sent : undefined,
    });
    return true;
  }

  #settle(event: Extract<Event, { kind: "decide" | "integrate" }>): boolean {
    const asked = this.asked[event.correction];
    if (asked === undefined || asked.integrated) return false;
    if (event.kind === "decide") asked.outcome = event.outcome;
    else if (asked.outcome === undefined || asked.outcome === "declined") return false;
    else asked.integrated = true;
    return true;
  }

  /** What must have happened for the present words of a section to go to an audience. */
  mayLeave(place: Place, audience: Audience): boolean {
    const words = this.present.get(place) ?? "";
    const said = this.said.get(`${place} ${words}`) ?? [];
    const people = members[groupOf(place)] ?? [];
    const agrees = (by: ParticipantId): boolean => this.#agrees(place, said, by, audience);
    const agreeing = people.filter(agrees);
    const quoted = findQuotes(words).flatMap(({ turns }) => turns.map(formatTurn));
    const quotedAgree = quoted.every((turn) => agrees(person(`P0${turn.slice(-1)}`)));
    if (this.asked.some((each) => this.#isWithdrawn(each, place, words, said))) return false;
    if (this.rules.quotedMustAgree && !quotedAgree) return false;
    const { rule } = this.rules;
    if (rule.kind === "unanimity") return agreeing.length === people.length;
    if (rule.kind === "quorum") return agreeing.length / people.length >= rule.share;
    const isDecided = said.some((each) => each.inSession && covers(each.audience, audience));
    const isOpposed = people.some((by) => {
      const last = said.findLast((each) => each.by === by);
      return (
        last?.stance === "against" && covers(audience, last.audience) && !this.#hasCorrected(place, last)
      );
    });
    return isDecided && agreeing.length > 0 && !isOpposed;
  }

  /** They said yes, for that audience or a wider one, and nothing they said since takes it back. */
  #agrees(place: Place, said: readonly Said[], by: ParticipantId, audience: Audience): boolean {
    const own = said.filter((each) => each.by === by);
    return own.some(
      (yes, index) =>
        yes.stance === "agree" &&
        covers(yes.audience, audience) &&
        !this.#hasCorrected(place, yes) &&
        own.slice(index + 1).every((later) => {
          if (later.stance === "agree") return covers(later.audience, audience);
          return !covers(audience, later.audience) && !covers(yes.audience, later.audience);
        }),
    );
  }

  #hasCorrected(place: Place, { by, at }: Said): boolean {
    return this.asked.some((each) => each.place === place && each.by === by && !each.praise && each.at >= at);
  }

  #isWithdrawn(asked: Asked, place: Place, words: string, said: readonly Said[]): boolean {
    if (asked.place !== place || asked.withdrawn !== words || asked.outcome === "declined") return false;
    const agreesSince = said.some(
      ({ by, at, stance }) => by === asked.by && at > asked.at && stance === "agree",
    );
    return !asked.integrated || !agreesSince;
  }
}
