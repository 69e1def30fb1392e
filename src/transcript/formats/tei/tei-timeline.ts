// TEI's line of time (Guidelines, 17.4.2): points that are so long after others.
import { elementsOf, type XmlElement } from "../../../office/xml.ts";
import { idOf, localName, pointers } from "./tei-words.ts";
import { decimal, milliseconds } from "../../shapes/xml.ts";

/** Milliseconds of the point that a pointer names; null when it has no time. */
export type Timeline = (pointer: string | undefined) => number | null;

const units: Readonly<Record<string, number>> = { ms: 0.001, s: 1, sec: 1, min: 60, mn: 60, h: 3600 };

interface Point {
  readonly since: string | undefined;
  /** Seconds: since that point, or on its own. */
  readonly seconds: number;
}

/** The timelines of a file as one: ids are the whole file's. */
export function readTimeline(root: XmlElement): Timeline {
  const points = new Map<string, Point>();
  addTimelines(root, points);
  const known = new Map<string, number>();
  return (pointer) => {
    const [id] = pointers(pointer);
    return id === undefined ? null : milliseconds(secondsAt(id, points, known));
  };
}

function addTimelines(element: XmlElement, points: Map<string, Point>): void {
  for (const child of elementsOf(element)) {
    const name = localName(child);
    if (name === "timeline") addPoints(child, points);
    else if (!/^(?:u|annotationBlock|sp|p)$/.test(name)) addTimelines(child, points);
  }
}

function addPoints(timeline: XmlElement, points: Map<string, Point>): void {
  const [origin] = pointers(timeline.attributes["origin"]);
  const whens = elementsOf(timeline);
  // The recording starts at its origin, whatever the clock said then.
  const first = whens.find((when) => idOf(when) === origin);
  const zero = clock(first?.attributes["absolute"] ?? "0") || 0;
  let before: string | undefined;
  for (const when of whens) {
    const { absolute, interval, since, unit } = when.attributes;
    const length = units[unit ?? timeline.attributes["unit"] ?? "s"] ?? 1;
    const start = before === undefined ? 0 : NaN;
    points.set(
      idOf(when),
      interval === undefined
        ? { since: undefined, seconds: absolute === undefined ? start : clock(absolute) - zero }
        : { since: pointers(since)[0] ?? before, seconds: decimal(interval) * length },
    );
    before = idOf(when);
  }
}

/** Seconds from `01:02:03.5` or a number. */
function clock(text: string): number {
  const match = /^\s*(?:[\d-]+T)?(\d{1,4}):(\d{1,2})(?::(\d{1,2}(?:[.,]\d+)?))?/.exec(text);
  if (!match) return decimal(text);
  return (Number(match[1]) * 60 + Number(match[2])) * 60 + decimal(match[3] ?? "0");
}

function secondsAt(id: string, points: ReadonlyMap<string, Point>, known: Map<string, number>): number {
  const path: { id: string; seconds: number }[] = [];
  const seen = new Set<string>();
  let base = NaN;
  for (let at: string | undefined = id; at !== undefined;) {
    const settled = known.get(at);
    const point = points.get(at);
    // What nothing declares is where the recording starts, for those counted from it.
    if (settled !== undefined || !point || seen.has(at)) {
      base = settled ?? (point || path.length === 0 ? NaN : 0);
      break;
    }
    seen.add(at);
    path.push({ id: at, seconds: point.seconds });
    base = 0;
    at = point.since;
  }
  for (const each of path.reverse()) {
    base += each.seconds;
    known.set(each.id, base);
  }
  return base;
}
