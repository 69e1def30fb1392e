// The drawing itself: for each group a line of bars per person, one bar per session, all at the
// same scale; then how evenly speech is spread, and the themes. Only elements and attributes: no
// style sheet and no script, so that it may also stand inside a page.
import type { Settings } from "../../study/settings.ts";
import type { GroupStatistics, Speaker, SpeechStatistics, Statistics } from "../../theme/statistics.ts";
import type { Say } from "../messages/catalogue.ts";
import { kindOf, largestOf, partsOf, type Kind, type Part } from "./stats-voices.ts";
import {
  GREY,
  INK,
  INNER,
  MARGIN,
  WIDTH,
  escape,
  line,
  paragraph,
  rule,
  short,
  titled,
  unit,
  wrap,
  type Sheet,
} from "./svg-sheet.ts";

export interface Drawing {
  readonly settings: Settings;
  readonly say: Say;
  /** What a participant is called on what the group sees. */
  readonly nameOf: (id: string) => string;
}

/** Bars, or numbers, side by side. */
const ACROSS = 5;
/** Beside a bar, for its number. */
const NUMBER = 56;
const fills: Readonly<Record<Kind, string>> = {
  participant: "#1d5a94",
  tiers: "url(#retour-stats-tiers)",
  guest: "url(#retour-stats-guest)",
  nobody: "#ffffff",
};
const edges: Readonly<Record<Kind, string>> = {
  participant: "#1d5a94",
  tiers: "#8a3b00",
  guest: "#1f6b3a",
  nobody: GREY,
};

const patterns = `<defs>
<pattern id="retour-stats-tiers" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="#ffffff"/><rect width="4" height="8" fill="#8a3b00"/></pattern>
<pattern id="retour-stats-guest" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#ffffff"/><circle cx="3" cy="3" r="2" fill="#1f6b3a"/></pattern>
</defs>`;

/** The drawing as one SVG document. */
export function drawStatistics({ groups, study }: Statistics, drawing: Drawing): string {
  const { settings, say } = drawing;
  const title = say("stats.picture", { title: settings.title });
  const sheet: Sheet = { elements: [], y: MARGIN };
  paragraph(sheet, title, { size: 22, isBold: true });
  const all = groups.flatMap((group) => [group, ...group.sessions]);
  const most = largestOf(all.map(({ speakers }) => partsOf(speakers)));
  for (const group of groups) drawGroup(sheet, group, most, drawing);
  const height = Math.ceil(sheet.y + MARGIN);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" style="display:block;width:100%;max-width:960px;height:auto;margin:auto" role="img" aria-labelledby="retour-stats-title" aria-describedby="retour-stats-desc" lang="${settings.language}" font-family="system-ui, 'Segoe UI', 'DejaVu Sans', Arial, sans-serif" font-size="16" fill="${INK}">
<title id="retour-stats-title">${escape(title)}</title>
<desc id="retour-stats-desc">${escape(summary(groups, study, drawing))}</desc>
${patterns}
<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>
${sheet.elements.join("\n")}
</svg>
`;
}

/** The whole, when there are several sessions, and each of them. */
interface Place {
  readonly heading: string;
  readonly date: string;
  readonly statistics: SpeechStatistics;
  readonly said: ReadonlyMap<Speaker["participant"], Part>;
}

/** `most`: the share that the longest bar stands for. */
function drawGroup(sheet: Sheet, group: GroupStatistics, most: number, drawing: Drawing): void {
  const { say } = drawing;
  const { title, sessions, turns, words, time, untimed, speakers } = group;
  const places = placesOf(group, drawing);
  sheet.y += 16;
  paragraph(sheet, title, { size: 20, isBold: true });
  const span = time === null || untimed > 0 ? "" : say("stats.span", { time });
  paragraph(sheet, say("stats.totals", { sessions: sessions.length, turns, words, time: span }));
  paragraph(sheet, say("stats.picture.scale", {}), { size: 15, colour: GREY });
  sheet.y += 4;
  drawLegend(sheet, group, drawing);

  const people = [...speakers].sort(
    (a, b) => Number(kindOf(a) !== "participant") - Number(kindOf(b) !== "participant"),
  );
  const columns = Math.min(ACROSS, places.length);
  for (const block of inBlocks(places)) {
    drawHeadings(sheet, block, (index) => MARGIN + (index * INNER) / columns, "start");
    for (const person of people) drawPerson(sheet, person, block, { columns, most }, drawing);
    drawEvenness(sheet, group, block, columns, drawing);
  }
  if (group.themes.length > 0) drawThemes(sheet, group, places, drawing);
}

function placesOf(group: GroupStatistics, { say }: Drawing): Place[] {
  const sessions = group.sessions.map((statistics) => ({
    heading: statistics.session.id,
    date: say("stats.day", { date: statistics.session.date }),
    statistics,
    said: partsOf(statistics.speakers),
  }));
  const all = { heading: say("stats.all", {}), date: "", statistics: group, said: partsOf(group.speakers) };
  return sessions.length > 1 ? [all, ...sessions] : sessions;
}

function inBlocks(places: readonly Place[]): (readonly Place[])[] {
  const count = Math.ceil(places.length / ACROSS);
  return Array.from({ length: count }, (_, block) => places.slice(block * ACROSS, (block + 1) * ACROSS));
}

function drawLegend(sheet: Sheet, { speakers, sessions }: GroupStatistics, { say }: Drawing): void {
  const kinds = (["participant", "tiers", "guest", "nobody"] as const).filter((kind) =>
    speakers.some((each) => kindOf(each) === kind),
  );
  const isAbsent = speakers.some((each) => each.sessions < sessions.length);
  const keys = [
    ...kinds.map((kind) => ({
      mark: (x: number, y: number) => box(x, y - 13, 28, 16, kind),
      name: kind === "nobody" ? say("stats.nobody", {}) : say(`role.${kind}`, {}),
    })),
    ...(isAbsent
      ? [{ mark: (x: number, y: number) => line(x + 10, y, "–"), name: say("stats.absent", {}) }]
      : []),
  ];
  let x = MARGIN;
  sheet.y += 24;
  for (const { mark, name } of keys) {
    const room = 52 + name.length * 8;
    if (x > MARGIN && x + room > WIDTH - MARGIN) {
      x = MARGIN;
      sheet.y += 24;
    }
    sheet.elements.push(mark(x, sheet.y), line(x + 34, sheet.y, name, { size: 15 }));
    x += room;
  }
  sheet.y += 14;
}

function drawHeadings(
  sheet: Sheet,
  block: readonly Place[],
  xOf: (index: number) => number,
  anchor: "start" | "end",
): void {
  const hasDates = block.some(({ date }) => date !== "");
  sheet.y += 30;
  block.forEach(({ heading, date }, index) => {
    sheet.elements.push(line(xOf(index), sheet.y, heading, { isBold: true, anchor }));
    if (date !== "")
      sheet.elements.push(line(xOf(index), sheet.y + 19, date, { size: 14, colour: GREY, anchor }));
  });
  sheet.y += hasDates ? 27 : 8;
  rule(sheet);
}

function drawPerson(
  sheet: Sheet,
  person: Speaker,
  block: readonly Place[],
  { columns, most }: { columns: number; most: number },
  { say, nameOf }: Drawing,
): void {
  const { participant } = person;
  const kind = kindOf(person);
  const name = participant === null ? say("stats.nobody", {}) : nameOf(participant);
  sheet.y += 24;
  sheet.elements.push(line(MARGIN, sheet.y, short(name, 56), { isBold: kind !== "participant" }));
  sheet.y += 8;
  block.forEach(({ heading, said }, index) => {
    const x = MARGIN + (index * INNER) / columns;
    const own = said.get(participant);
    const place = { person: short(name, 200), place: heading };
    if (own === undefined) {
      const absent = line(x, sheet.y + 14, "–", { colour: GREY });
      sheet.elements.push(titled(say("stats.picture.absent", place), absent));
      return;
    }
    const share = say("stats.percent", { share: own.share });
    const length = Math.max(own.share > 0 ? 2 : 0, (own.share / most) * (INNER / columns - NUMBER));
    const bar = length > 0 ? box(x, sheet.y, length, 16, kind) : "";
    const number = line(x + length + (length > 0 ? 6 : 0), sheet.y + 14, share);
    const meaning = say("stats.picture.bar", { ...place, share, words: own.words });
    sheet.elements.push(titled(meaning, bar + number));
  });
  sheet.y += 18;
}

function drawEvenness(
  sheet: Sheet,
  { speakers }: SpeechStatistics,
  block: readonly Place[],
  columns: number,
  { say }: Drawing,
): void {
  const people = speakers.filter(({ role }) => role === "participant").length;
  if (people < 2) return;
  sheet.y += 14;
  rule(sheet);
  sheet.y += 6;
  paragraph(sheet, say("stats.picture.evenness", {}), { isBold: true });
  sheet.y += 8;
  block.forEach(({ heading, statistics: { evenness } }, index) => {
    const x = MARGIN + (index * INNER) / columns;
    const value = evenness === null ? "–" : say("stats.index", { value: evenness });
    const room = INNER / columns - NUMBER;
    const track = `<rect x="${unit(x)}" y="${unit(sheet.y)}" width="${unit(room)}" height="16" fill="#ffffff" stroke="${GREY}"/>`;
    const level = `<rect x="${unit(x)}" y="${unit(sheet.y)}" width="${unit(room * (evenness ?? 0))}" height="16" fill="${GREY}"/>`;
    const drawn = evenness === null ? "" : track + level;
    const number = line(x + (evenness === null ? 0 : room + 6), sheet.y + 14, value);
    sheet.elements.push(titled(say("stats.picture.evenness-bar", { place: heading, value }), drawn + number));
  });
  sheet.y += 24;
}

function drawThemes(sheet: Sheet, group: GroupStatistics, places: readonly Place[], { say }: Drawing): void {
  const left = 212;
  const column = (INNER - left) / ACROSS;
  const xOf = (index: number): number => MARGIN + left + (index + 1) * column;
  const turnsOf = new Map(
    places.map(({ statistics }) => [
      statistics,
      new Map(statistics.themes.map(({ id, turns }) => [id, turns])),
    ]),
  );
  sheet.y += 22;
  paragraph(sheet, say("stats.themes", {}), { size: 18, isBold: true });
  for (const block of inBlocks(places)) {
    drawHeadings(
      sheet,
      block.map((place) => ({ ...place, date: "" })),
      xOf,
      "end",
    );
    for (const { id, title } of group.themes) {
      sheet.y += 24;
      block.forEach(({ statistics }, index) => {
        const count = turnsOf.get(statistics)?.get(id) ?? 0;
        const colour = count === 0 ? GREY : INK;
        sheet.elements.push(
          line(xOf(index), sheet.y, say("stats.number", { count }), { anchor: "end", colour }),
        );
      });
      const lines = wrap(title, 25).slice(0, 3);
      lines.forEach((text, index) => sheet.elements.push(line(MARGIN, sheet.y + index * 20, text)));
      sheet.y += (lines.length - 1) * 20 + 2;
    }
    sheet.y += 10;
  }
}

/** The picture in words, for those who do not see it. */
function summary(
  groups: readonly GroupStatistics[],
  study: SpeechStatistics,
  { say, nameOf }: Drawing,
): string {
  const percent = (share: number): string => say("stats.percent", { share });
  const sessions = groups.reduce((sum, group) => sum + group.sessions.length, 0);
  const { turns, words } = study;
  const parts = groups.flatMap(({ title, speakers, evenness, tiersShare }) => {
    const people = speakers.filter(({ role }) => role === "participant");
    const sentence = (
      key: "stats.picture.most" | "stats.picture.least",
      who: Speaker | undefined,
    ): string[] =>
      who?.participant == null
        ? []
        : [say(key, { person: short(nameOf(who.participant), 200), share: percent(who.share) })];
    return [
      ...(groups.length > 1 ? [`${title}.`] : []),
      ...sentence("stats.picture.most", people[0]),
      ...(people.length > 1 ? sentence("stats.picture.least", people.at(-1)) : []),
      ...(tiersShare === null ? [] : [say("stats.picture.tiers", { share: percent(tiersShare) })]),
      ...(evenness === null
        ? []
        : [
            `${say("stats.evenness", { value: say("stats.index", { value: evenness }), people: people.length })}.`,
          ]),
    ];
  });
  return [`${say("stats.totals", { sessions, turns, words, time: "" })}.`, ...parts].join(" ");
}

function box(x: number, y: number, width: number, height: number, kind: Kind): string {
  const dashes = kind === "nobody" ? ' stroke-dasharray="3 2"' : "";
  return `<rect x="${unit(x)}" y="${unit(y)}" width="${unit(width)}" height="${height}" fill="${fills[kind]}" stroke="${edges[kind]}"${dashes}/>`;
}
