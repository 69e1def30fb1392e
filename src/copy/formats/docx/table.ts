// A table of a Word copy: borders, and its header again at the top of each page.
import { BorderStyle, ShadingType, Table, TableCell, TableRow, WidthType, type Paragraph } from "docx";
import { TEXT_WIDTH } from "./styles.ts";

export interface Row {
  readonly cells: readonly Paragraph[];
  readonly isHeader: boolean;
}

const line = { style: BorderStyle.SINGLE, size: 4, color: "8C8C8C" };
const borders = {
  ...{ top: line, bottom: line, left: line, right: line },
  ...{ insideHorizontal: line, insideVertical: line },
};

export function writeTable(rows: readonly Row[]): Table {
  const columns = rows.reduce((most, { cells }) => Math.max(most, cells.length), 1);
  const width = Math.floor(TEXT_WIDTH / columns);
  return new Table({
    columnWidths: Array.from({ length: columns }, () => width),
    width: { size: width * columns, type: WidthType.DXA },
    borders,
    rows: rows.map((row) => writeRow(row, columns, width)),
  });
}

function writeRow({ cells, isHeader }: Row, columns: number, width: number): TableRow {
  return new TableRow({
    cantSplit: true,
    ...(isHeader && { tableHeader: true }),
    children: cells.map((paragraph, index) => {
      // A row that has fewer cells than others is as wide: an empty cell would be one that nobody wrote.
      const span = index === cells.length - 1 ? columns - index : 1;
      return new TableCell({
        width: { size: width * span, type: WidthType.DXA },
        ...(span > 1 && { columnSpan: span }),
        margins: { top: 40, bottom: 40, left: 100, right: 100 },
        ...(isHeader && { shading: { type: ShadingType.CLEAR, color: "auto", fill: "EDEDED" } }),
        children: [paragraph],
      });
    }),
  });
}
