// What every transcript in XML shares: damage is said, words are made canonical, sounds become marks.
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { parseXml, type XmlElement } from "../../office/xml.ts";
import { settleMarks, writeMark } from "../../wording/speech-marks.ts";
import { diagnose } from "../messages.ts";
import { Problems } from "./problems.ts";
import { oneLine, withoutControls } from "../words.ts";

/** The root element of a transcript, and what is wrong with its XML. Refuses as `parseXml` does. */
export function readXmlFile(
  text: string,
  file: string,
): { root: XmlElement | undefined; diagnostics: Diagnostic[] } {
  const { root, problems, isCut } = parseXml(text, file);
  const damaged = new Problems();
  for (const line of problems) damaged.say("import.damaged", "warning", () => ({ file, line }));
  const { diagnostics } = damaged;
  if (isCut) diagnostics.push(diagnose("import.cut-short", "warning", {}, { file }));
  return { root, diagnostics };
}

/** Words as they stand in an element or an attribute, references to characters included. */
export const plainWords = (text: string): string => oneLine(withoutControls(text));

/** Labels, or several people's when they speak as one: `Nadia + Karim`. */
export const labelOf = (names: readonly string[]): string | null =>
  names.map(plainWords).filter(Boolean).join(" + ") || null;

/** Whole milliseconds; null for what is no time. */
export function milliseconds(seconds: number): number | null {
  return Number.isFinite(seconds) && seconds >= 0 ? Math.round(seconds * 1000) : null;
}

/** Seconds as a decimal number; NaN when they are not. */
export const decimal = (text: string | undefined): number =>
  text !== undefined && /^\s*-?\d+(?:[.,]\d+)?\s*$/.test(text) ? Number(text.replace(",", ".")) : NaN;

// Transcriber's own codes (its configuration, and the ESTER guide).
const sounds = new Set(
  "b r i e n pf bb bg tx sif ch conv pap shh mic jingle top noise bruits respiration".split(" "),
);
const unheard = new Set("pi pif ? ?? ??? unintelligible inintelligible".split(" "));

/** A passage that the transcriber could not make out, or not surely. */
export const isUnheard = (description: string): boolean => unheard.has(description.trim().toLowerCase());

/**
 * Something heard that is no word, from how the transcriber described it: a mark when the
 * description is a known one, else the description between square brackets.
 */
export function writeHeard(description: string, language: "fr" | "en"): string {
  const said = plainWords(description.replace(/[[\]]/g, " "));
  const code = said.toLowerCase();
  if (said === "" || sounds.has(code)) return writeMark("sound", language);
  if (isUnheard(code)) return writeMark("inaudible", language);
  return settleMarks(`[${said.replace(/^\((.*)\)$/, "$1")}]`, language);
}
