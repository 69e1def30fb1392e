// Who the people of a TEI header are, as whoever imports the file would recognise them.
import { elementsOf, textOf, type XmlElement } from "../../../office/xml.ts";
import { foldLabel } from "../../shapes/labels.ts";
import { idOf, localName } from "./tei-words.ts";
import { plainWords } from "../../shapes/xml.ts";

export interface People {
  /** What to call each, by every id and code the header gives. */
  readonly labels: ReadonlyMap<string, string>;
  /** The header lists nobody. */
  readonly isEmpty: boolean;
}

/** An id that a program numbered: it says nothing to anyone. */
const meaningless =
  /^(?:spk|spkr|speaker|locuteur|loc|pers|person|participant|part|p|s|i|id|u|x|who)?[-_.]?\d*$/i;

/**
 * Of an id, an abbreviation and a name, the one the study knows; else the id, when a person wrote it,
 * for names here may be real ones; else the abbreviation or the name.
 */
export function readPeople(root: XmlElement, isKnown: (label: string) => boolean): People {
  const labels = new Map<string, string>();
  addPeople(root, isKnown, labels);
  return { labels, isEmpty: labels.size === 0 };
}

function addPeople(
  element: XmlElement,
  isKnown: (label: string) => boolean,
  labels: Map<string, string>,
): void {
  for (const child of elementsOf(element)) {
    const name = localName(child);
    if (name === "person" || name === "personGrp") addPerson(child, isKnown, labels);
    else if (name !== "body") addPeople(child, isKnown, labels);
  }
}

function addPerson(
  person: XmlElement,
  isKnown: (label: string) => boolean,
  labels: Map<string, string>,
): void {
  const id = idOf(person);
  const { n = "" } = person.attributes;
  const inside = elementsOf(person);
  const named = inside.find((each) => /^(?:persName|name|forename)$/.test(localName(each)));
  const codes = inside
    .filter((each) => localName(each) === "altGrp")
    .flatMap((each) => elementsOf(each))
    .flatMap(({ attributes }) => attributes["type"] ?? []);
  const said = named ? plainWords(textOf(named)) : "";
  const candidates = [id, n, ...codes, said].map(plainWords).filter(Boolean);
  const label =
    candidates.find((each) => isKnown(foldLabel(each))) ??
    candidates.find((each) => !meaningless.test(each)) ??
    id;
  for (const each of [id, ...codes]) if (each !== "") labels.set(each, label);
}
