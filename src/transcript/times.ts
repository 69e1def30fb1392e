// Times in transcripts: `00:01:02.500 --> 00:01:04.000` in files, `0:01:02` in the sheet.

export interface Timing {
  readonly startMs: number;
  readonly endMs: number;
  /** What follows the times on their line: settings, or words. */
  readonly rest: string;
}

const colon = String.raw`[ \t]{0,2}:[ \t]{0,2}`;
const fraction = String.raw`[ \t]{0,2}(?:[.,][ \t]{0,2}(\d{1,9})|:(\d{3})(?!\d))`;
const clock = `(?:(\\d{1,4})${colon})?(\\d{1,3})${colon}(\\d{1,2})(?:${fraction})?(?![\\w:])`;
const arrow = "(?:-{1,3} ?>|[‐‑–—−=]{1,2} ?>|[→⇒])";
const timing = new RegExp(`^\\s*${clock}\\s*${arrow}\\s*${clock}`);

/**
 * The two times of a caption, in milliseconds. Hours may be omitted or exceed 99; the decimal mark
 * is a full stop (WebVTT) or a comma (SubRip), or there is none; people who edit captions by hand
 * also put spaces around it, and write the arrow in many ways.
 */
export function parseTiming(line: string): Timing | undefined {
  const match = timing.exec(line);
  if (!match) return undefined;
  const [whole, ...parts] = match;
  const [startMs, endMs] = [milliseconds(parts.slice(0, 5)), milliseconds(parts.slice(5))];
  if (startMs === undefined || endMs === undefined) return undefined;
  return { startMs, endMs, rest: line.slice(whole.length).trim() };
}

/** Undefined when minutes or seconds are over 59; minutes may be where there are no hours. */
function milliseconds(parts: readonly (string | undefined)[]): number | undefined {
  const [hours, minutes, seconds, decimals, thousandths] = parts;
  if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return undefined;
  const rest = (decimals ?? thousandths ?? "").slice(0, 3).padEnd(3, "0");
  return ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(rest);
}

/** `0:14:05` */
export function formatClock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${String(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Whole seconds, from `0:14:05` or `14:05`. */
export function parseClock(text: string): number | undefined {
  const match = /^(?:(\d{1,4}):)?(\d{1,2}):(\d{2})$/.exec(text);
  if (!match) return undefined;
  return (Number(match[1] ?? 0) * 60 + Number(match[2])) * 60 + Number(match[3]);
}
