// How a Word copy looks: Word's own styles under their own names, which Word shows in the reader's
// language, and two of ours for the person's own words.
import { AlignmentType, BorderStyle, ShadingType, UnderlineType } from "docx";
import type { IBaseParagraphStyleOptions, IParagraphStylePropertiesOptions, IStylesOptions } from "docx";
import { listIndent, ownLabelName } from "./numbering.ts";

const words = {
  fr: {
    language: "fr-FR",
    ownQuote: "Citation de vos paroles",
    ownQuoteMore: "Citation de vos paroles (suite)",
    ownWords: "Vos paroles dans une phrase",
    ownLabel: "Vos paroles\u202F:",
  },
  en: {
    language: "en-GB",
    ownQuote: "Quote of your words",
    ownQuoteMore: "Quote of your words (continued)",
    ownWords: "Your words in a sentence",
    ownLabel: "Your words:",
  },
} as const;

/** On the four sides of a page, in twentieths of a point. */
export const MARGIN = 1300;

/** A4. */
export const PAGE = { width: 11_906, height: 16_838 };
export const TEXT_WIDTH = PAGE.width - 2 * MARGIN;

const QUOTE_INDENT = 400;

/** Of a quote in a list. */
export const quoteIndent = (depth: number): number => listIndent(depth) + QUOTE_INDENT;

const [INK, GREY, OWN_COLOR, OWN_FILL] = ["1F3864", "595959", "7F3F00", "FCEFDC"];

/** What announces the person's own words. */
export const ownLabel = (language: "fr" | "en"): { label: string; color: string; indent: number } => ({
  label: words[language].ownLabel,
  color: OWN_COLOR,
  indent: QUOTE_INDENT,
});

const FONT = "Calibri";
const MONOSPACED = "Courier New";

const bar = (color: string, size: number): Pick<IParagraphStylePropertiesOptions, "border"> => ({
  border: { left: { style: BorderStyle.SINGLE, color, size, space: 10 } },
});

/** A quote's bar, and that of the quote after it: bars that are the same in all run into each other. */
export const quoteBars = [bar("A6A6A6", 18), bar("A5A5A5", 18)] as const;
export const ownBars = [bar(OWN_COLOR, 36), bar("7F3F01", 36)] as const;

const quoteSides = { indent: { left: QUOTE_INDENT, right: QUOTE_INDENT } };

const heading = (level: number, size: number, before: number): IBaseParagraphStyleOptions => ({
  run: { size, bold: true, color: INK },
  paragraph: {
    spacing: { before, after: 100, line: 264 },
    keepNext: true,
    keepLines: true,
    outlineLevel: level - 1,
  },
  next: "Normal",
  quickFormat: true,
});

export function stylesFor(language: "fr" | "en"): IStylesOptions {
  const text = words[language];
  const shading = { type: ShadingType.CLEAR, color: "auto", fill: OWN_FILL };
  return {
    default: {
      document: {
        run: { font: FONT, size: 22, language: { value: text.language } },
        paragraph: { spacing: { after: 140, line: 276 } },
      },
      title: {
        ...heading(1, 44, 0),
        paragraph: { spacing: { after: 240, line: 264 }, keepNext: true },
      },
      heading1: heading(1, 36, 360),
      heading2: heading(2, 30, 360),
      heading3: heading(3, 25, 260),
      heading4: heading(4, 23, 220),
      heading5: { ...heading(5, 22, 200), run: { size: 22, bold: true, italics: true, color: INK } },
      heading6: { ...heading(6, 22, 200), run: { size: 22, italics: true, color: INK } },
      hyperlink: { run: { color: "0B5394", underline: { type: UnderlineType.SINGLE } } },
      footnoteText: { run: { size: 19 }, paragraph: { spacing: { after: 60, line: 240 } } },
    },
    paragraphStyles: [
      { id: "Normal", name: "Normal", quickFormat: true },
      {
        id: "Quote",
        name: "Quote",
        basedOn: "Normal",
        quickFormat: true,
        paragraph: { ...quoteBars[0], ...quoteSides },
      },
      {
        id: "OwnQuoteMore",
        name: text.ownQuoteMore,
        basedOn: "Quote",
        quickFormat: true,
        paragraph: { ...ownBars[0], ...quoteSides, shading },
      },
      {
        id: "OwnQuote",
        name: text.ownQuote,
        basedOn: "OwnQuoteMore",
        next: "OwnQuoteMore",
        quickFormat: true,
        paragraph: { numbering: { reference: ownLabelName, level: 0 } },
      },
      ...["List Bullet", "List Number", "List Continue"].map((name) => ({
        id: name.replace(" ", ""),
        name,
        basedOn: "Normal",
        quickFormat: true,
        paragraph: { spacing: { after: 80 } },
      })),
      {
        id: "HTMLPreformatted",
        name: "HTML Preformatted",
        basedOn: "Normal",
        quickFormat: true,
        run: { font: MONOSPACED, size: 19 },
        paragraph: {
          shading: { type: ShadingType.CLEAR, color: "auto", fill: "F2F2F2" },
          spacing: { line: 240 },
          alignment: AlignmentType.LEFT,
        },
      },
      {
        id: "TableContents",
        name: "Table Contents",
        basedOn: "Normal",
        paragraph: { spacing: { before: 40, after: 40, line: 252 } },
      },
      {
        id: "TableHeading",
        name: "Table Heading",
        basedOn: "TableContents",
        run: { bold: true },
        paragraph: { keepNext: true },
      },
      { id: "Header", name: "header", basedOn: "Normal" },
      {
        id: "Footer",
        name: "footer",
        basedOn: "Normal",
        run: { color: GREY, size: 18 },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 0 } },
      },
    ],
    characterStyles: [
      { id: "HTMLCode", name: "HTML Code", run: { font: MONOSPACED, size: 20 } },
      {
        id: "OwnWords",
        name: text.ownWords,
        run: { underline: { type: UnderlineType.DOTTEDHEAVY, color: OWN_COLOR }, shading },
      },
    ],
  };
}
