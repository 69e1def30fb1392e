// ELAN (.eaf, the EAF format 2.7 to 3.0): tiers of annotations on one line of time.
//
// A tier that hangs on no other is speech. What hangs on it translates or describes it, and is left,
// and counted; but where its annotation is empty, or only numbers a line, the words are in the tier
// below (`ref@A`, then `tx@A`), and are taken from there.
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { elementsOf, rootName, textOf, type XmlElement } from "../../office/xml.ts";
import { diagnose } from "../messages.ts";
import { markOverlaps } from "../overlaps.ts";
import type { Hints, Reading, TextFormat } from "../reading.ts";
import type { Cue } from "../turn.ts";
import { decimal, plainWords, readXmlFile } from "../xml.ts";

export const elan: TextFormat = {
  name: "elan",
  recognises: (text) => rootName(text) === "ANNOTATION_DOCUMENT",
  read,
  joining: { separator: " ", unlabelled: "together" },
  hasLongLines: true,
};

interface Annotation {
  readonly id: string;
  readonly words: string;
  /** The annotation it hangs on, and its neighbour on it, by their ids. */
  readonly ref: string | undefined;
  readonly previous: string | undefined;
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** Where it stands among all, in milliseconds: one without a time, where the one before it does. */
  readonly place: number;
}

interface Tier {
  readonly id: string;
  readonly type: string;
  readonly participant: string;
  readonly parent: string | undefined;
  readonly line: number;
  readonly annotations: readonly Annotation[];
}

type Placed = Cue & { readonly place: number };

function read(text: string, hints: Hints): Reading {
  const { file } = hints;
  const { root, diagnostics } = readXmlFile(text, file);
  if (!root) return { cues: [], diagnostics };
  const { slots, badLine } = readSlots(root);
  if (badLine !== undefined)
    diagnostics.push(diagnose("import.bad-time", "warning", {}, { file, line: badLine }));
  const tiers = elementsOf(root, "TIER").map((element) => readTier(element, slots));
  const { cues, left } = speechOf(tiers);
  const sorted = cues
    .sort((a, b) => a.place - b.place)
    .map(({ label, startMs, endMs, words }): Cue => ({ label, startMs, endMs, words }));
  return { cues: markOverlaps(sorted), diagnostics: [...diagnostics, ...sayLeft(left, file)] };
}

function sayLeft(left: readonly { line: number; count: number }[], file: string): Diagnostic[] {
  const [first] = left;
  if (!first) return [];
  const count = left.reduce((sum, each) => sum + each.count, 0);
  return [diagnose("import.annotations-left", "info", { count }, { file, line: first.line })];
}

/** How long one unit of `TIME_UNITS` lasts, in milliseconds. */
const units: Readonly<Record<string, number>> = { "NTSC-frames": 1001 / 30, "PAL-frames": 40 };

/** The time of each slot; null for those that ELAN places between others. */
function readSlots(root: XmlElement): { slots: Map<string, number | null>; badLine: number | undefined } {
  const unit = units[elementsOf(root, "HEADER")[0]?.attributes["TIME_UNITS"] ?? ""] ?? 1;
  const slots = new Map<string, number | null>();
  let badLine: number | undefined;
  for (const { attributes, line } of elementsOf(root, "TIME_ORDER").flatMap((order) => elementsOf(order))) {
    const { TIME_SLOT_ID: id = "", TIME_VALUE: value } = attributes;
    const ms = Math.round(decimal(value) * unit);
    if (!(ms >= 0) && value !== undefined) badLine ??= line;
    slots.set(id, ms >= 0 ? ms : null);
  }
  return { slots, badLine };
}

function readTier(element: XmlElement, slots: ReadonlyMap<string, number | null>): Tier {
  const { TIER_ID = "", LINGUISTIC_TYPE_REF = "", PARTICIPANT = "", PARENT_REF } = element.attributes;
  const annotations: Annotation[] = [];
  let place = 0;
  for (const { attributes, ...inside } of elementsOf(element, "ANNOTATION").flatMap((each) =>
    elementsOf(each),
  )) {
    const startMs = slots.get(attributes["TIME_SLOT_REF1"] ?? "") ?? null;
    const end = slots.get(attributes["TIME_SLOT_REF2"] ?? "") ?? null;
    place = startMs ?? place;
    annotations.push({
      id: attributes["ANNOTATION_ID"] ?? "",
      words: plainWords(
        elementsOf({ attributes, ...inside }, "ANNOTATION_VALUE")
          .map(textOf)
          .join(" "),
      ),
      ref: attributes["ANNOTATION_REF"],
      previous: attributes["PREVIOUS_ANNOTATION"],
      startMs,
      endMs: end !== null && end >= place ? end : null,
      place,
    });
  }
  return {
    id: plainWords(TIER_ID),
    type: LINGUISTIC_TYPE_REF,
    participant: plainWords(PARTICIPANT),
    parent: PARENT_REF === undefined ? undefined : plainWords(PARENT_REF),
    line: element.line,
    annotations,
  };
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** The speech of all tiers, and the tiers with annotations that are not. */
function speechOf(tiers: readonly Tier[]): { cues: Placed[]; left: { line: number; count: number }[] } {
  const ids = new Set(tiers.map(({ id }) => id));
  const children = groupBy(tiers, ({ parent }) => parent);
  const roots = tiers.filter(({ id, parent }) => parent === undefined || parent === id || !ids.has(parent));
  const shared = groupBy(
    roots.filter(({ participant }) => participant),
    ({ participant }) => participant,
  );
  const taken = new Map<Tier, number>();
  const cues = roots.flatMap((root) => {
    // Two lines of one person are two kinds of things, speech and gestures: they stay apart.
    const isAlone = (shared.get(root.participant)?.length ?? 0) < 2;
    return branch(root, children).flatMap(({ tier, annotations }) => {
      taken.set(tier, annotations.length);
      const label = (isAlone ? tier.participant || root.participant : "") || tier.id || null;
      return annotations.map(({ words, startMs, endMs, place }) => ({ label, startMs, endMs, words, place }));
    });
  });
  const left = tiers.flatMap((tier) => {
    const count = tier.annotations.filter(({ words }) => words).length - (taken.get(tier) ?? 0);
    return count > 0 ? [{ line: tier.line, count }] : [];
  });
  return { cues, left };
}

/** From the tier at the top down: the annotations of each that are speech. */
function branch(
  root: Tier,
  children: ReadonlyMap<string | undefined, readonly Tier[]>,
): { tier: Tier; annotations: Annotation[] }[] {
  const found: { tier: Tier; annotations: Annotation[] }[] = [];
  let tier: Tier | undefined = root;
  let annotations: readonly Annotation[] = root.annotations;
  while (tier) {
    const below: Tier | undefined = wordsBelow((children.get(tier.id) ?? []).filter((each) => each !== tier));
    const isNumbers = below !== undefined && areNumbers(tier) && !areNumbers(below);
    const isSpoken = ({ words }: Annotation): boolean => words !== "" && !isNumbers;
    found.push({ tier, annotations: annotations.filter(isSpoken) });
    annotations = below ? hungOn(annotations, (each) => !isSpoken(each), below) : [];
    tier = annotations.length > 0 ? below : undefined;
  }
  return found;
}

/** Each says another number: `001`, `FILM.002`. */
function areNumbers({ annotations }: Tier): boolean {
  const words = annotations.map((each) => each.words).filter(Boolean);
  return (
    words.length > 1 && new Set(words).size === words.length && words.every((each) => /^\S*\d\S*$/.test(each))
  );
}

const spokenName =
  /^(?:tx|ts|tr|trs|txt|te?xte?|trans(?:cri(?:pt|ption)?)?|orth\w*|parole\w*|mots?|words?|utt\w*|speech|énoncés?)(?![\p{L}\d])/iu;
const otherName =
  /^(?:f[te]|g[el]|glo[sz]\w*|mb|morph\w*|ps|pos|cat\w*|lem\w*|trad\w*|transl\w*|lit\w*|nt|not\w*|com\w*|phon\w*)(?![\p{L}\d])/iu;

/** Of the tiers that hang on one, the tier that holds the words: by its name, else by how many there are. */
function wordsBelow(tiers: readonly Tier[]): Tier | undefined {
  const rank = ({ id, type }: Tier): number =>
    [id, type].some((name) => spokenName.test(name))
      ? 2
      : [id, type].some((name) => otherName.test(name))
        ? 0
        : 1;
  const length = ({ annotations }: Tier): number =>
    annotations.reduce((sum, { words }) => sum + words.length, 0);
  const [first] = tiers
    .map((tier) => ({ tier, rank: rank(tier), length: length(tier) }))
    .filter((each) => each.length > 0)
    .sort((a, b) => b.rank - a.rank || b.length - a.length);
  return first?.tier;
}

/** The annotations of a tier that hang on those that are `open`, with their times. */
function hungOn(
  parents: readonly Annotation[],
  isOpen: (annotation: Annotation) => boolean,
  tier: Tier,
): Annotation[] {
  const byRef = groupBy(tier.annotations, ({ ref }) => ref);
  const aligned = (byRef.get(undefined) ?? []).toSorted((a, b) => a.place - b.place);
  const inOrder = parents.toSorted((a, b) => a.place - b.place);
  let at = 0;
  return inOrder.flatMap((parent, index) => {
    const own = chain(byRef.get(parent.id) ?? []).map((each, position, all) => ({
      ...each,
      startMs: position === 0 ? parent.startMs : null,
      endMs: position === all.length - 1 ? parent.endMs : null,
      place: parent.place,
    }));
    const until = inOrder[index + 1]?.place ?? Infinity;
    const from = at;
    while (at < aligned.length && (aligned[at]?.place ?? 0) < until) at += 1;
    return isOpen(parent) ? [...own, ...aligned.slice(from, at)] : [];
  });
}

/** In the order of their `PREVIOUS_ANNOTATION`; those that follow none in that of the file. */
function chain(annotations: readonly Annotation[]): Annotation[] {
  const followers = groupBy(annotations, ({ previous }) => previous);
  const ids = new Set(annotations.map(({ id }) => id));
  const ordered = new Set<Annotation>();
  const firsts = annotations.filter(({ previous }) => previous === undefined || !ids.has(previous));
  for (const first of [...firsts, ...annotations]) {
    let waiting = [first];
    while (waiting.length > 0) {
      const fresh = waiting.filter((each) => !ordered.has(each));
      for (const each of fresh) ordered.add(each);
      waiting = fresh.flatMap(({ id }) => {
        const next = followers.get(id) ?? [];
        // Ids that are there twice are followed once.
        followers.delete(id);
        return next;
      });
    }
  }
  return [...ordered];
}
