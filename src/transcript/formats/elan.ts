// ELAN (.eaf, the EAF format 2.7 to 3.0): tiers of annotations on one line of time.
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { elementsOf, rootName, textOf, type XmlElement } from "../../office/xml.ts";
import { diagnose } from "../messages.ts";
import { markOverlaps } from "../shapes/overlaps.ts";
import { Problems } from "../shapes/problems.ts";
import type { Hints, Reading, TextFormat } from "../reading.ts";
import { speechOf, type Annotation, type Tier } from "./elan/elan-speech.ts";
import type { Cue } from "../turn.ts";
import { decimal, plainWords, readXmlFile } from "../shapes/xml.ts";

export const elan: TextFormat = {
  name: "elan",
  recognises: (text) => rootName(text) === "ANNOTATION_DOCUMENT",
  read,
  joining: { separator: " ", unlabelled: "together" },
  hasLongLines: true,
};

function read(text: string, hints: Hints): Reading {
  const { file } = hints;
  const { root, diagnostics } = readXmlFile(text, file);
  if (!root) return { cues: [], diagnostics };
  const { slots, badLine } = readSlots(root);
  if (badLine !== undefined)
    diagnostics.push(diagnose("import.bad-time", "warning", {}, { file, line: badLine }));
  const tiers = elementsOf(root, "TIER").map((element) => readTier(element, slots));
  const { cues, left, lost } = speechOf(tiers);
  const problems = new Problems();
  for (const line of lost) problems.say("import.unreadable", "error", () => ({ file, line }));
  const sorted = cues
    .sort((a, b) => a.place - b.place)
    .map(({ label, startMs, endMs, words }): Cue => ({ label, startMs, endMs, words }));
  return {
    cues: markOverlaps(sorted),
    diagnostics: [...diagnostics, ...problems.diagnostics, ...sayLeft(left, file)],
  };
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
      line: inside.line,
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
