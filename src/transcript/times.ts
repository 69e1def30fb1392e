// Times in transcripts: `00:01:02.500 --> 00:01:04.000` in files, `0:01:02` in the sheet.

export interface Timing {
  readonly startMs: number;
  readonly endMs: number;
}

const timing =
  /^\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})\s*-->\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})(?!\d)/;

/**
 * The two times of a caption, in milliseconds: hours may be omitted or exceed 99, and the
 * decimal mark is a full stop (WebVTT) or a comma (SubRip). What follows, settings, is left.
 */
export function parseTiming(line: string): Timing | undefined {
  const match = timing.exec(line);
  if (!match) return undefined;
  const [, hours, minutes, seconds, rest, endHours, endMinutes, endSeconds, endRest] = match;
  return {
    startMs: milliseconds(hours, minutes, seconds, rest),
    endMs: milliseconds(endHours, endMinutes, endSeconds, endRest),
  };
}

function milliseconds(hours = "0", minutes = "0", seconds = "0", rest = "0"): number {
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(rest.padEnd(3, "0"));
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
