// The looks of an OpenDocument copy: named styles that a person can find in their program's list,
// its page and its foot (ODF 1.3, part 3, sections 15 to 20).
import { escapeXml } from "./inline.ts";
import { namespaces } from "./namespaces.ts";

type Language = "fr" | "en";

/** What the styles that are ours are called in the program. */
const names = {
  fr: {
    source: "Source de la citation",
    own: "Citation de vos paroles",
    inside: "Vos paroles dans une phrase",
    struck: "Barré",
  },
  en: {
    source: "Quote source",
    own: "Quote of your words",
    inside: "Your words in a sentence",
    struck: "Struck",
  },
};

const country = { fr: "FR", en: "GB" };

/** At the foot of every page: its number, and how many there are. */
const foot = `<text:p text:style-name="Footer"><text:page-number text:select-page="current">1</text:page-number>/<text:page-count>1</text:page-count></text:p>`;

const ink = "#1f2933";
const accent = "#7a3e0c";

/** The part `styles.xml`. The title stands above the first page. */
export function writeStyles(language: Language, title: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles ${namespaces} office:version="1.3">
<office:font-face-decls>
<style:font-face style:name="Serif" svg:font-family="'Liberation Serif'" style:font-family-generic="roman" style:font-pitch="variable"/>
<style:font-face style:name="Sans" svg:font-family="'Liberation Sans'" style:font-family-generic="swiss" style:font-pitch="variable"/>
<style:font-face style:name="Mono" svg:font-family="'Liberation Mono'" style:font-family-generic="modern" style:font-pitch="fixed"/>
</office:font-face-decls>
<office:styles>
${defaults(language)}
${paragraphs(language)}
${letters(language)}
${lists()}
<text:notes-configuration text:note-class="footnote" text:citation-style-name="Footnote_20_Symbol" text:citation-body-style-name="Footnote_20_anchor" text:default-style-name="Footnote" style:num-format="1" text:start-value="0" text:footnotes-position="page" text:start-numbering-at="document"/>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait" fo:margin-top="2.2cm" fo:margin-bottom="1.6cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"><style:footnote-sep style:width="0.018cm" style:distance-before-sep="0.2cm" style:distance-after-sep="0.15cm" style:adjustment="left" style:rel-width="25%" style:color="${ink}"/></style:page-layout-properties><style:header-style><style:header-footer-properties fo:min-height="0cm" fo:margin-bottom="0.5cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.9cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="Page"><style:header><text:p text:style-name="Header"/></style:header><style:header-first><text:p text:style-name="Title">${escapeXml(title)}</text:p></style:header-first><style:footer>${foot}</style:footer><style:footer-first>${foot}</style:footer-first></style:master-page>
</office:master-styles>
</office:document-styles>
`;
}

function defaults(language: Language): string {
  const locale = `fo:language="${language}" fo:country="${country[language]}"`;
  return `<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2" style:tab-stop-distance="1.25cm" style:writing-mode="page"/><style:text-properties style:font-name="Serif" fo:font-size="11.5pt" fo:color="${ink}" ${locale} fo:hyphenate="false"/></style:default-style>
<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/></style:default-style>`;
}

interface ParagraphStyle {
  readonly shown?: string | undefined;
  readonly parent?: string;
  readonly next?: string;
  /** Of a heading. */
  readonly level?: number;
  readonly paragraph?: string;
  readonly text?: string;
}

function paragraphStyle(
  name: string,
  { shown, parent = "Standard", next, level, paragraph, text }: ParagraphStyle,
): string {
  const attributes = [
    `style:name="${name}"`,
    shown === undefined ? "" : `style:display-name="${escapeXml(shown)}"`,
    `style:family="paragraph"`,
    parent === "" ? "" : `style:parent-style-name="${parent}"`,
    next === undefined ? "" : `style:next-style-name="${next}"`,
    level === undefined ? "" : `style:default-outline-level="${String(level)}"`,
    `style:class="text"`,
  ];
  return `<style:style ${attributes.filter(Boolean).join(" ")}>${
    paragraph === undefined ? "" : `<style:paragraph-properties ${paragraph}/>`
  }${text === undefined ? "" : `<style:text-properties ${text}/>`}</style:style>`;
}

function paragraphs(language: Language): string {
  const { own, source } = names[language];
  const margins = (top: number, bottom: number): string =>
    `fo:margin-top="${String(top)}cm" fo:margin-bottom="${String(bottom)}cm"`;
  const indented = `fo:margin-left="1cm" fo:margin-right="0.5cm" fo:text-indent="0cm"`;
  const styles: Record<string, ParagraphStyle> = {
    Standard: { parent: "", paragraph: `fo:line-height="125%"` },
    Text_20_body: { shown: "Text body", paragraph: margins(0, 0.28) },
    Heading: {
      next: "Text_20_body",
      paragraph: `${margins(0.5, 0.2)} fo:keep-with-next="always" fo:line-height="110%"`,
      text: `style:font-name="Sans" fo:font-weight="bold"`,
    },
    Title: {
      parent: "Heading",
      next: "Text_20_body",
      paragraph: margins(0, 0.5),
      text: `fo:font-size="22pt"`,
    },
    Quotations: { paragraph: `${margins(0.1, 0.1)} ${indented}`, text: `fo:font-style="italic"` },
    Quote_20_source: {
      shown: source,
      parent: "Quotations",
      next: "Text_20_body",
      paragraph: margins(0.05, 0.35),
      text: `fo:font-style="normal" fo:font-size="10pt"`,
    },
    Own_20_words: {
      shown: own,
      parent: "Quotations",
      paragraph: `fo:border="none" fo:border-left="0.16cm solid ${accent}" fo:padding="0.12cm" fo:padding-left="0.3cm" fo:background-color="#f6ebdd"`,
    },
    List_20_Paragraph: { shown: "List Paragraph", paragraph: margins(0, 0.18) },
    Preformatted_20_Text: {
      shown: "Preformatted Text",
      paragraph: `${margins(0.1, 0.3)} fo:padding="0.15cm" fo:border="0.02cm solid #c5ccd3" fo:line-height="110%"`,
      text: `style:font-name="Mono" fo:font-size="10pt"`,
    },
    Horizontal_20_Line: {
      shown: "Horizontal Line",
      next: "Text_20_body",
      paragraph: `${margins(0, 0.4)} fo:padding="0cm" fo:border="none" fo:border-bottom="0.03cm solid #7b8794"`,
      text: `fo:font-size="6pt"`,
    },
    Table_20_Contents: { shown: "Table Contents", paragraph: margins(0.05, 0.05) },
    Table_20_Heading: {
      shown: "Table Heading",
      parent: "Table_20_Contents",
      text: `style:font-name="Sans" fo:font-weight="bold" fo:font-size="10.5pt"`,
    },
    Footnote: {
      paragraph: `fo:margin-left="0.5cm" fo:text-indent="-0.5cm" fo:line-height="110%"`,
      text: `fo:font-size="9.5pt"`,
    },
    Header: { text: `fo:font-size="2pt"` },
    Footer: { paragraph: `fo:text-align="center"`, text: `style:font-name="Sans" fo:font-size="9pt"` },
  };
  const sizes = [19, 16, 13, 11.5, 11, 10.5];
  const headings = sizes.map((size, index) => {
    const number = String(index + 1);
    const style = {
      shown: `Heading ${number}`,
      parent: "Heading",
      next: "Text_20_body",
      level: index + 1,
      paragraph: index < 2 ? margins(0.9, 0.3) : margins(0.5, 0.15),
      text: `fo:font-size="${String(size)}pt"`,
    };
    return paragraphStyle(`Heading_20_${number}`, style);
  });
  return [...Object.entries(styles).map(([name, style]) => paragraphStyle(name, style)), ...headings].join(
    "\n",
  );
}

function letters(language: Language): string {
  const { inside, struck } = names[language];
  const styles = [
    ["Strong_20_Emphasis", "Strong Emphasis", `fo:font-weight="bold"`],
    ["Emphasis", "Emphasis", `fo:font-style="italic"`],
    ["Struck", struck, `style:text-line-through-style="solid" style:text-line-through-type="single"`],
    ["Source_20_Text", "Source Text", `style:font-name="Mono" fo:font-size="90%"`],
    [
      "Own_20_words_20_inside",
      inside,
      `fo:background-color="#f6ebdd" style:text-underline-style="dotted" style:text-underline-width="bold" style:text-underline-color="${accent}"`,
    ],
    [
      "Internet_20_link",
      "Internet link",
      `fo:color="#1a4f8b" style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"`,
    ],
    ["Footnote_20_Symbol", "Footnote Symbol", ""],
    ["Footnote_20_anchor", "Footnote anchor", `style:text-position="super 58%"`],
  ] as const;
  return styles
    .map(
      ([name, shown, text]) =>
        `<style:style style:name="${name}" style:display-name="${escapeXml(shown)}" style:family="text">${
          text === "" ? "" : `<style:text-properties ${text}/>`
        }</style:style>`,
    )
    .join("\n");
}

/** Ten levels, the most a list may have in OpenDocument's programs. */
function lists(): string {
  const levels = Array.from({ length: 10 }, (_, index) => {
    const indent = `${String(0.6 * (index + 1) + 0.3)}cm`;
    const place = `<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="${indent}" fo:text-indent="-0.6cm" fo:margin-left="${indent}"/></style:list-level-properties>`;
    return { level: `text:level="${String(index + 1)}"`, place, bullet: "•–▪".charAt(index % 3) };
  });
  const bullets = levels.map(
    ({ level, place, bullet }) =>
      `<text:list-level-style-bullet ${level} text:bullet-char="${bullet}">${place}</text:list-level-style-bullet>`,
  );
  const numbers = levels.map(
    ({ level, place }) =>
      `<text:list-level-style-number ${level} style:num-suffix="." style:num-format="1">${place}</text:list-level-style-number>`,
  );
  return `<text:list-style style:name="List_20_1" style:display-name="List 1">${bullets.join("")}</text:list-style>
<text:list-style style:name="Numbering_20_1" style:display-name="Numbering 1">${numbers.join("")}</text:list-style>`;
}
