// Identities as a table that spreadsheets write and read.
import Papa from "papaparse";
import { DiagnosedError, RetourError, type Diagnostic } from "../kernel/diagnostic.ts";
import { asParticipantId, type ParticipantId } from "../kernel/ids.ts";
import { foldPhrase } from "../wording/phrases.ts";
import { findClashes } from "./apart.ts";
import { identityKinds, type IdentityKind, type VaultContents } from "./contents.ts";
import { clashCodes, startAdding, tidy, type NewIdentity } from "./edit.ts";
import { diagnose, refuse } from "./messages.ts";

const columns = ["name", "replacement", "kind", "participant", "alias"] as const;
type Column = (typeof columns)[number];

/** What each column may be called, folded. */
const titles: Readonly<Record<Column, readonly string[]>> = {
  name: ["nom", "name", "vrai nom", "real name"],
  replacement: ["remplacement", "replacement", "pseudonyme", "pseudonym", "remplace par"],
  kind: ["type", "kind", "nature", "genre"],
  participant: ["participant", "participante", "id"],
  alias: ["alias", "aliases", "autres noms", "other names"],
};

const kinds: Readonly<Record<string, IdentityKind>> = {
  ...Object.fromEntries(identityKinds.map((kind) => [kind, kind])),
  personne: "person",
  lieu: "place",
  ville: "place",
  organisation: "organisation",
  organization: "organisation",
  institution: "organisation",
  structure: "organisation",
  terrain: "site",
};

/** The text of a table: UTF-8 with or without its mark, UTF-16 with it, else Windows-1252. */
export function decodeTable(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/**
 * The vault with the identities of a table, all of them or none: `DiagnosedError` says what is wrong
 * with each line. `file`: as the person called it. `isPerson`: whether the study has a participant.
 */
export function addTable(
  contents: VaultContents,
  { text, file, isPerson }: { text: string; file: string; isPerson: (id: ParticipantId) => boolean },
): VaultContents {
  const adding = startAdding(contents);
  const problems: Diagnostic[] = [];
  const lines = new Map<string, number>();
  for (const { line, cells } of rowsOf(text, file)) {
    try {
      lines.set(adding.add(asIdentity(cells, isPerson)).id, line);
    } catch (error) {
      if (!(error instanceof RetourError)) throw error;
      problems.push({ code: error.code, severity: "error", params: error.params, place: { file, line } });
    }
  }
  const next = adding.done();
  const added = next.identities.filter(({ id }) => lines.has(id));
  for (const { identity, side } of findClashes(next.identities, added))
    problems.push(diagnose(clashCodes[side], "error", {}, { file, line: lines.get(identity.id) ?? 1 }));
  if (problems.length > 0)
    throw new DiagnosedError(problems.sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0)));
  return next;
}

type Cells = Readonly<Partial<Record<Column, string>>>;

function asIdentity(cells: Cells, isPerson: (id: ParticipantId) => boolean): NewIdentity {
  const { name = "", replacement = "", alias = "" } = cells;
  const kind = cells.kind ? kinds[foldPhrase(cells.kind)] : undefined;
  if (cells.kind && kind === undefined) throw refuse("vault.unknown-kind", {});
  const participant = cells.participant ? asParticipantId(cells.participant.toUpperCase()) : undefined;
  if (cells.participant && (participant === undefined || !isPerson(participant)))
    throw refuse("vault.unknown-participant", {});
  if (name === "") throw refuse("vault.empty-name", {});
  return { names: [name, ...alias.split(";")], replacement, kind, participant };
}

/** The rows that are not blank, with the line on which each begins. */
function rowsOf(text: string, file: string): { line: number; cells: Cells }[] {
  const source = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  // Spreadsheets that write French write semicolons; a name may hold a comma.
  const [first = ""] = source.split("\n", 1);
  const delimiter = first.includes(";") ? ";" : first.includes("\t") ? "\t" : ",";
  const { data, errors } = Papa.parse<string[]>(source, { delimiter });
  if (errors.some(({ type }) => type === "Quotes"))
    throw refuse("vault.broken-table", {}, { place: { file } });
  const [header = [], ...rows] = data;
  const called = header.map(columnCalled);
  for (const needed of ["name", "replacement"] as const)
    if (!called.includes(needed)) throw refuse("vault.no-column", {}, { place: { file, line: 1 } });
  let line = 1 + linesIn(header);
  return rows.flatMap((row) => {
    const at = line;
    line += linesIn(row);
    const cells: Partial<Record<Column, string>> = {};
    for (const [index, cell] of row.entries()) {
      const column = called[index];
      if (column !== undefined) cells[column] = tidy(withoutGuard(cell));
    }
    return Object.values(cells).every((cell) => cell === "") ? [] : [{ line: at, cells }];
  });
}

/** How many lines a row takes: cells between quotes may hold some. */
const linesIn = (row: readonly string[]): number =>
  row.reduce((count, cell) => count + cell.split("\n").length - 1, 1);

function columnCalled(title: string): Column | undefined {
  const wanted = foldPhrase(title);
  return columns.find((each) => titles[each].includes(wanted));
}

/** What a table is written with: what `addTable` reads, in each language. */
const said = {
  fr: {
    header: ["nom", "remplacement", "type", "participant", "alias"],
    kinds: { person: "personne", place: "lieu", organisation: "organisation", site: "terrain" },
  },
  en: {
    header: ["name", "replacement", "kind", "participant", "aliases"],
    kinds: { person: "person", place: "place", organisation: "organisation", site: "site" },
  },
} as const satisfies Record<string, { header: readonly string[]; kinds: Record<IdentityKind, string> }>;

/**
 * The identities as a table, in the study's language: semicolons, a byte-order mark, as spreadsheets in French read it.
 * A cell that a spreadsheet would take for a formula begins with an apostrophe, which `addTable`
 * takes off again.
 */
export function formatTable({ identities }: VaultContents, language: "fr" | "en"): string {
  const { header, kinds: kindsSaid } = said[language];
  const rows = identities.flatMap(({ names, replacement, kind, participant }) =>
    inRows(names).map(([name = "", ...aliases]) =>
      [name, replacement, kindsSaid[kind], participant ?? "", aliases.join("; ")].map(withGuard),
    ),
  );
  return `\uFEFF${Papa.unparse([header, ...rows], { delimiter: ";", newline: "\r\n" })}\r\n`;
}

/**
 * The names of an identity, in their order, by the rows that say them: an alias that holds a semicolon would be
 * two in a cell of aliases, so it is the name of a further row, of which the replacement says whose it is.
 */
function inRows(names: readonly string[]): string[][] {
  const rows: string[][] = [];
  for (const name of names) {
    const row = rows.at(-1);
    if (row === undefined || name.includes(";")) rows.push([name]);
    else row.push(name);
  }
  return rows;
}

// https://owasp.org/www-community/attacks/CSV_Injection
const withGuard = (cell: string): string => (/^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
const withoutGuard = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
