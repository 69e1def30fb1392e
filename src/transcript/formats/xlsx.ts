// Workbooks of Excel, LibreOffice or Google Sheets, with a table of speech on one of their sheets.
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { Archive } from "../../office/archive.ts";
import {
  countRemarks,
  isWorkbook,
  readWorkbook,
  type MergedCells,
  type Sheet,
  type SheetRow,
} from "../../office/xlsx.ts";
import { diagnose, refuse } from "../messages.ts";
import type { Hints, PackedFormat, Reading } from "../reading.ts";
import { hasWords, readSpokenTable } from "../shapes/spoken-table.ts";
import { textHeadings } from "../shapes/table-columns.ts";
import { layoutOf, type Table, type TableRow } from "../shapes/table-layout.ts";
import { withoutControls } from "../words.ts";

export const xlsx: PackedFormat = {
  name: "xlsx",
  recognises: isWorkbook,
  readPacked,
  joining: { separator: " ", unlabelled: "until-sentence-ends" },
};

/** Reads the first sheet that has a column of words. */
function readPacked(archive: Archive, hints: Hints): Reading {
  const { file } = hints;
  const sheets = readWorkbook(archive);
  const tables = sheets.map(tableOf);
  const chosen = tables.findIndex((table) => layoutOf(table)?.at.text !== undefined);
  const table = tables[chosen];
  if (!table) throw refuse("import.no-text-column", { file, known: textHeadings });
  const reading = readSpokenTable(table, hints);
  const diagnostics: Diagnostic[] = [];
  if (sheets[chosen]?.isDamaged) diagnostics.push(diagnose("import.damaged", "warning", {}, { file }));
  const count = tables.filter((each, index) => index !== chosen && holdsWords(each)).length;
  if (count > 0) diagnostics.push(diagnose("import.sheets-left", "warning", { count }, { file }));
  const remarks = countRemarks(archive);
  if (remarks > 0)
    diagnostics.push(diagnose("import.comments-left", "warning", { count: remarks }, { file }));
  return { cues: reading.cues, diagnostics: [...diagnostics, ...reading.diagnostics] };
}

const holdsWords = ({ rows }: Table): boolean => rows.some(({ fields }) => fields.some(hasWords));

/** The sheet's table, without the columns that are empty everywhere. */
function tableOf({ rows, merged }: Sheet): Table {
  const used = [...new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))].sort(
    (a, b) => a - b,
  );
  const places = new Map(used.map((column, index) => [column, index]));
  const shared = sharedCells(rows, merged);
  const fieldsOf = (cells: SheetRow["cells"]): string[] => {
    const fields = used.map(() => "");
    for (const { column, text } of cells) fields[places.get(column) ?? -1] = withoutControls(text);
    return fields;
  };
  return {
    delimiter: " ",
    rows: rows.map(({ number, cells }, index): TableRow => {
      const above = shared.get(index);
      return {
        line: number,
        fields: fieldsOf(cells),
        ...(above && {
          merged: new Map(Array.from(above, ([column, text]) => [places.get(column) ?? -1, text])),
        }),
      };
    }),
  };
}

/** By index of row, then column: the text of the merged cell that began above. */
function sharedCells(
  rows: readonly SheetRow[],
  merged: readonly MergedCells[],
): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const shared = new Map<number, Map<number, string>>();
  const next = new Map<number, number>();
  const indexes = new Map(rows.map(({ number }, index) => [number, index]));
  for (const { column, from, to } of [...merged].sort((a, b) => a.from - b.from)) {
    const first = indexes.get(from);
    const text =
      first === undefined ? undefined : rows[first]?.cells.find((cell) => cell.column === column)?.text;
    if (first === undefined || text === undefined) continue;
    // Merged cells do not overlap: each row of a column is looked at once.
    let index = Math.max(first + 1, next.get(column) ?? 0);
    for (; (rows[index]?.number ?? Infinity) <= to; index += 1)
      shared.set(index, (shared.get(index) ?? new Map<number, string>()).set(column, withoutControls(text)));
    next.set(column, index);
  }
  return shared;
}
