// What numbers the lists of a Word copy, and announces the person's own words (ECMA-376, part 1,
// 17.9). Written here: the library goes through the whole text once for each list.

/** A list with numbers: its place among lists in lists, and its first number. */
export interface NumberedList {
  readonly depth: number;
  readonly start: number;
}

const [BULLETS, OWN_LABEL, FIRST_LIST] = [1, 2, 3];

/**
 * What a paragraph is numbered by stands in the text as a name until `withNumbers`: a name with a
 * character that no XML holds is never taken for words.
 */
const NAME = "\uFFFE";

export const bulletsName = `${NAME}${String(BULLETS)}`;
export const ownLabelName = `${NAME}${String(OWN_LABEL)}`;

/** Of a numbered list, by its index among them. */
export const listName = (index: number): string => `${NAME}${String(FIRST_LIST + index)}`;

/** A part with numbers for names, as the library writes them. */
export function withNumbers(xml: string): string {
  return xml.replace(new RegExp(`\\{${NAME}(\\d+)-0\\}`, "g"), "$1");
}

/** How far each list in another stands in, in twentieths of a point. */
const STEP = 425;

/** Word has nine levels. */
export const levelOf = (depth: number): number => Math.min(depth, 8);

export const listIndent = (depth: number): number => STEP * (levelOf(depth) + 1);

/** The part that holds them all. `ownLabel`: what stands before the person's own quotes, in `color`. */
export function writeNumbering(
  lists: readonly NumberedList[],
  own: { readonly label: string; readonly color: string; readonly indent: number },
): string {
  const kinds = [
    kind(BULLETS, (at) => `<w:numFmt w:val="bullet"/><w:lvlText w:val="${["•", "–", "◦"][at % 3] ?? ""}"/>`),
    // A label is numbered as a list is, and so is none of the words of the quote.
    `<w:abstractNum w:abstractNumId="${String(OWN_LABEL)}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="none"/><w:suff w:val="space"/><w:lvlText w:val="${own.label}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${String(own.indent)}" w:hanging="0"/></w:pPr><w:rPr><w:b/><w:color w:val="${own.color}"/></w:rPr></w:lvl></w:abstractNum>`,
    kind(FIRST_LIST, (at) => `<w:numFmt w:val="decimal"/><w:lvlText w:val="%${String(at + 1)}."/>`),
  ];
  const numbers = [
    number(BULLETS, BULLETS),
    number(OWN_LABEL, OWN_LABEL),
    ...lists.map(({ depth, start }, index) => number(FIRST_LIST + index, FIRST_LIST, { depth, start })),
  ];
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${kinds.join("")}${numbers.join("")}</w:numbering>`;
}

function kind(id: number, look: (level: number) => string): string {
  const levels = Array.from(
    { length: 9 },
    (_, at) =>
      `<w:lvl w:ilvl="${String(at)}"><w:start w:val="1"/>${look(at)}<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${String(listIndent(at))}" w:hanging="${String(STEP)}"/></w:pPr></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="${String(id)}"><w:multiLevelType w:val="multilevel"/>${levels.join("")}</w:abstractNum>`;
}

function number(id: number, of: number, list?: NumberedList): string {
  const begins = list
    ? `<w:lvlOverride w:ilvl="${String(levelOf(list.depth))}"><w:startOverride w:val="${String(list.start)}"/></w:lvlOverride>`
    : "";
  return `<w:num w:numId="${String(id)}"><w:abstractNumId w:val="${String(of)}"/>${begins}</w:num>`;
}
