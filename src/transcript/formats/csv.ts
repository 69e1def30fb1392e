// Tables as text, CSV and TSV: of spreadsheets, of Whisper, of editing programs.
import { readDelimited } from "../shapes/delimited.ts";
import { Problems } from "../shapes/problems.ts";
import type { Hints, Reading, TextFormat } from "../reading.ts";
import { readSpokenTable } from "../shapes/spoken-table.ts";
import { isSure, layoutOf, type Layout, type Table } from "../shapes/table-layout.ts";

export const csv: TextFormat = {
  name: "csv",
  recognises,
  read,
  joining: { separator: " ", unlabelled: "until-sentence-ends" },
};

/** How many characters are looked at to tell a table. */
const START = 20_000;

/** What Excel writes first when its fields are not parted as elsewhere. */
const announced = /^\uFEFF?"?sep=(.)"?\n/i;

interface Cut {
  readonly delimiter: string;
  readonly table: Pick<Table, "rows">;
  readonly layout: Layout;
}

/** The start of a table with what parts its fields; undefined when the text is no table of speech. */
function cutStart(text: string): Cut | undefined {
  const start = text.slice(0, START).replace(announced, "");
  const found = [";", "\t", ",", "|"].flatMap((delimiter): Cut[] => {
    const table = readDelimited(start, delimiter);
    const layout = layoutOf(table);
    return layout ? [{ delimiter, table, layout }] : [];
  });
  return found.reduce<Cut | undefined>(
    (best, each) => (best && best.layout.count >= each.layout.count ? best : each),
    undefined,
  );
}

function recognises(text: string): boolean {
  const cut = cutStart(text);
  return cut !== undefined && isSure(cut.table, cut.layout);
}

function read(text: string, hints: Hints): Reading {
  const told = announced.exec(text)?.[1];
  const delimiter = told ?? cutStart(text)?.delimiter ?? ",";
  // The line goes, not its end: lines keep their numbers.
  const { rows, problems } = readDelimited(text.replace(announced, "\n"), delimiter);
  const reading = readSpokenTable({ rows, delimiter }, hints);
  const damaged = new Problems();
  for (const line of problems) damaged.say("import.damaged", "warning", () => ({ file: hints.file, line }));
  return { cues: reading.cues, diagnostics: [...damaged.diagnostics, ...reading.diagnostics] };
}
