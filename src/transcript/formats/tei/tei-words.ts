// The words inside an element of TEI: what is said as it is said, what is heard as marks, and what is
// neither left aside and counted.
import { elementsOf, textOf, type XmlElement } from "../../../office/xml.ts";
import { writeMark, writeUncertain } from "../../../wording/speech-marks.ts";
import { inParagraphs } from "../../words.ts";
import { decimal, isUnheard, plainWords, writeHeard } from "../../shapes/xml.ts";

/** `xml:id`, or `id` as it was before TEI P5. */
export const idOf = ({ attributes }: XmlElement): string => attributes["xml:id"] ?? attributes["id"] ?? "";

/** The name without its prefix. */
export const localName = ({ name }: XmlElement): string => name.slice(name.lastIndexOf(":") + 1);

/** The ids that an attribute points to: `#SPK1 #SPK2`. */
export const pointers = (attribute: string | undefined): string[] =>
  (attribute ?? "").split(/\s+/).flatMap((each) => each.slice(each.indexOf("#") + 1) || []);

export type Kind = "header" | "part" | "u" | "sp" | "aside" | "sound" | "other";

const kinds = new Map<string, Kind>(
  (
    [
      ["header", "teiHeader timeline standOff facsimile anchor"],
      ["part", "TEI TEI.2 teiCorpus text group body front back floatingText annotationBlock"],
      ["part", "div div0 div1 div2 div3 div4 div5 div6 div7"],
      ["u", "u"],
      ["sp", "sp"],
      ["aside", "spanGrp span note head noteGrp interpGrp interp fs linkGrp castList argument byline"],
      ["sound", "pause vocal incident kinesic gap shift event"],
    ] as const
  ).flatMap(([kind, names]) => names.split(" ").map((name): [string, Kind] => [name, kind])),
);

export const kindOf = (element: XmlElement): Kind => kinds.get(localName(element)) ?? "other";

/** True when somebody speaks in it. */
export function hasSpeech(element: XmlElement): boolean {
  return elementsOf(element).some((child) => /^(?:u|sp)$/.test(localName(child)) || hasSpeech(child));
}

/** What the anchors inside point to, in order. */
export function anchorsIn(element: XmlElement): string[] {
  return elementsOf(element).flatMap((child) => {
    const { synch } = child.attributes;
    return localName(child) === "anchor" && synch !== undefined ? [synch] : anchorsIn(child);
  });
}

/** Names of elements that stand on a line of their own. */
const blocks = new Set("p ab l lg list item div head table row".split(" "));

/** Elements whose text is what somebody made of the words (TXM's `ana`). */
const notes = new Set("note spanGrp span interp interpGrp fs ana index certainty desc speaker".split(" "));

/** Elements that hold one word, or a few: spaces between them may be left to the reader. */
const words = new Set("w pc seg m num".split(" "));

/** Of two readings, what was said. */
const asSaid = /^(?:orig|sic|abbr)$/;

export class TeiWords {
  /** The lines of what was left aside. */
  readonly left: number[] = [];
  readonly #language: "fr" | "en";

  constructor(language: "fr" | "en") {
    this.#language = language;
  }

  /** Counts what is left aside, when there is anything in it but pointers. */
  leave(element: XmlElement): void {
    if (/[\p{L}\p{N}]/u.test(textOf(element).replace(/#\S+/g, ""))) this.left.push(element.line);
  }

  /** The canonical words of an utterance, or of a paragraph; empty when there are none. */
  of(element: XmlElement): string {
    return inParagraphs(this.#inside(element).split("\n\n").map(plainWords).join("\n\n"));
  }

  /** Who speaks in an `sp`, and the words. */
  ofSpeech(element: XmlElement): { speaker: string; words: string } {
    const speaker = elementsOf(element).find((child) => localName(child) === "speaker");
    const children = element.children.filter((child) => child !== speaker);
    const name = speaker ? plainWords(textOf(speaker)) : "";
    return { speaker: withoutStop(name), words: this.of({ ...element, children }) };
  }

  #inside({ children }: XmlElement): string {
    let written = "";
    // What the text so far ends with: a word, or layout after one; and its sign before that.
    let end: "word" | "layout" | "text" = "text";
    let sign = "";
    for (const child of children) {
      if (typeof child === "string") {
        const isLayout: boolean = end !== "text" && child.includes("\n") && child.trim() === "";
        if (!isLayout) written += (end === "layout" ? " " : "") + child.replace(/\n/g, " ");
        end = isLayout ? "layout" : "text";
        continue;
      }
      const isWord = words.has(localName(child));
      const text = this.#write(child);
      if (text === "" && !isWord) continue;
      if (end !== "text" && isWord) written += between(sign, text);
      else if (end === "layout") written += " ";
      written += text;
      sign = text.at(-1) ?? sign;
      end = isWord ? "word" : "text";
    }
    return end === "layout" ? `${written} ` : written;
  }

  #write(element: XmlElement): string {
    const name = localName(element);
    const { reason = "", dur } = element.attributes;
    if (name === "pause") return ` ${writeMark("pause", this.#language, seconds(dur))} `;
    if (name === "vocal" || name === "incident" || name === "kinesic" || name === "event")
      return ` ${writeHeard(heardIn(element), this.#language)} `;
    if (name === "gap") return ` ${isHidden(reason) ? "[…]" : writeMark("inaudible", this.#language)} `;
    if (name === "unclear") {
      const said = this.#inside(element).replace(/\s+/g, " ");
      return said.trim() === "" ? ` ${writeMark("inaudible", this.#language)} ` : writeUncertain(said);
    }
    if (name === "writing" || name === "stage") return ` ${writeHeard(this.of(element), this.#language)} `;
    if (name === "choice") return this.#choose(element);
    if (notes.has(name)) {
      this.leave(element);
      return "";
    }
    if (/^[lcp]b$/.test(name)) return " ";
    return blocks.has(name) ? `\n\n${this.#inside(element)}\n\n` : this.#inside(element);
  }

  #choose(element: XmlElement): string {
    const readings = elementsOf(element);
    const said = readings.find((each) => asSaid.test(localName(each))) ?? readings[0];
    for (const other of readings) if (other !== said) this.leave(other);
    return said ? this.#inside(said) : textOf(element);
  }
}

/** What stands between two words that are elements: nothing after `l’` or before a full stop. */
function between(before: string, text: string): "" | " " {
  return "'’-".includes(before) || ".,…)]".includes(text.charAt(0)) ? "" : " ";
}

/** `Nadia. —` is Nadia. */
function withoutStop(name: string): string {
  let end = name.length;
  while (end > 0 && " \u00A0\u202F:.–—-".includes(name.charAt(end - 1))) end -= 1;
  return name.slice(0, end);
}

const isHidden = (reason: string): boolean =>
  reason !== "" && !isUnheard(reason) && !/inaud|unint|inint|incomp|unclear|indist|noise|bruit/i.test(reason);

/** How the transcriber described something heard: in a `desc`, an attribute, or inside. */
function heardIn(element: XmlElement): string {
  const { desc, type } = element.attributes;
  return plainWords(textOf(element)) || (desc ?? type ?? "");
}

/** Seconds from `PT1M2.5S` (ISO 8601), `2.5` or `2.5s`. */
function seconds(dur: string | undefined): number | undefined {
  const iso = /^P(?:T(?:(\d{1,4})H)?(?:(\d{1,4})M)?(?:(\d{1,5}(?:[.,]\d+)?)S)?)$/.exec(dur ?? "");
  const found = iso
    ? Number(iso[1] ?? 0) * 3600 + Number(iso[2] ?? 0) * 60 + decimal(iso[3] ?? "0")
    : decimal(dur?.replace(/\s*s(?:ec)?$/, ""));
  return Number.isFinite(found) ? found : undefined;
}
