// A message's text as lines, each with how deep it is quoted (RFC 3676, sections 4 and 5).

export interface Line {
  /** Without its quote marks. */
  readonly text: string;
  /** How many times it is quoted; 0 for what the sender wrote. */
  readonly depth: number;
}

/** How the lines of a plain text are folded: `format=flowed`, and `delsp=yes` with it. */
export interface Flow {
  readonly isFlowed: boolean;
  readonly deletesSpace: boolean;
}

const asWritten: Flow = { isFlowed: false, deletesSpace: false };

/** Reads `> ` marks; lines of one quote that were folded by the sender's program are one again. */
export function linesOf(text: string, flow: Flow = asWritten): Line[] {
  const lines = text.replace(/\r\n?/g, "\n").split("\n").map(readMarks);
  return flow.isFlowed ? unfolded(lines, flow.deletesSpace) : lines;
}

/** One line without its quote marks. */
export function readMarks(line: string): Line {
  let depth = 0;
  let at = 0;
  for (;;) {
    const next = /[ \t]/.test(line.charAt(at)) ? at + 1 : at;
    if (line[next] !== ">") break;
    depth += 1;
    at = next + 1;
  }
  if (depth === 0) return { text: line, depth };
  return { text: line.slice(line[at] === " " ? at + 1 : at), depth };
}

/** A line that ends with a space goes on in the next one of the same depth, but for `-- `. */
function unfolded(lines: readonly Line[], deletesSpace: boolean): Line[] {
  const whole: Line[] = [];
  let parts: string[] = [];
  let open: number | undefined;
  const close = (): void => {
    if (open !== undefined) whole.push({ text: parts.join(""), depth: open });
    open = undefined;
  };
  for (const { text, depth } of lines) {
    // A quoted line lost its first space with its marks.
    const words = depth === 0 && text.startsWith(" ") ? text.slice(1) : text;
    if (open !== depth || words === "-- ") close();
    if (open === undefined) [open, parts] = [depth, []];
    const isSoft = words.endsWith(" ") && words !== "-- ";
    parts.push(isSoft && deletesSpace ? words.slice(0, -1) : words);
    if (!isSoft) close();
  }
  close();
  return whole;
}

export const isBlank = (text: string): boolean => text.trim() === "";
