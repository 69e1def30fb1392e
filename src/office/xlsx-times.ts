// Times in workbooks: fractions of a day that a cell's style shows as hours, minutes and seconds.
import type { Archive } from "./archive.ts";
import { eachElement } from "./workbook-part.ts";

/** How a time shows. */
export type TimeFormat = "with seconds" | "in two parts";

/** Formats of times by the number of the cell's style; `part`: the name of the styles' part. */
export function readTimeFormats(archive: Archive, part: string): ReadonlyMap<string, TimeFormat> {
  const codes = new Map<string, string>();
  const formats = new Map<string, TimeFormat>();
  let isCells = false;
  let style = 0;
  eachElement(archive, part, (name, attributes) => {
    if (name === "numFmt") codes.set(attributes["numFmtId"] ?? "", attributes["formatCode"] ?? "");
    if (name === "cellXfs" || name === "cellStyleXfs" || name === "cellStyles") isCells = name === "cellXfs";
    if (name !== "xf" || !isCells) return;
    const id = attributes["numFmtId"] ?? "";
    const format = timeFormat(codes.get(id) ?? builtIn[id] ?? "");
    if (format) formats.set(String(style), format);
    style += 1;
  });
  return formats;
}

/** Formats of times that every workbook has (section 18.8.30). */
const builtIn: Readonly<Record<string, string>> = {
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mmss.0",
};

function timeFormat(code: string): TimeFormat | undefined {
  const plain = code.slice(0, 200).replace(/"[^"]*"|\\.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, "");
  if (/s/i.test(plain) && !/[yd]/i.test(plain)) return "with seconds";
  return /h/i.test(plain) && !/[yd]/i.test(plain) ? "in two parts" : undefined;
}

const DAY = 86_400_000;

/** A fraction of a day as it shows: `0:01:02.500`, or `12:30` where only two parts show. */
export function asClock(days: number, format: TimeFormat): string {
  const ms = Math.round(days * DAY);
  const two = (count: number): string => String(count).padStart(2, "0");
  const hours = `${String(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}`;
  if (format === "in two parts") return hours;
  const rest = ms % 1000 === 0 ? "" : `.${String(ms % 1000).padStart(3, "0")}`;
  return `${hours}:${two(Math.floor(ms / 1000) % 60)}${rest}`;
}
