// Who speaks how much, in a terminal: a bar for each person, then the sessions side by side. A
// role shows by its sign and by the pattern of its bar, never by colour alone.
import { shown } from "../../kernel/shown.ts";
import { formatTurn } from "../../kernel/ids.ts";
import type { Settings } from "../../study/settings.ts";
import type { SessionStatistics, Speaker, SpeechStatistics, Statistics } from "../../theme/statistics.ts";
import type { Context } from "../run.ts";
import { nameOf } from "./correction.ts";
import { kindOf, largestOf, partsOf, type Kind } from "./stats-voices.ts";
import { table, width } from "./table.ts";

export function speechText(statistics: Statistics, settings: Settings, context: Context): string {
  const { say } = context;
  const { groups, study, untranscribed, purged } = statistics;
  if (groups.length + purged.length === 0) return say("stats.none", {});
  const parts = groups.map(({ title, sessions, ...total }) => {
    return [
      ...headLines({ title, total, sessions }, settings, context),
      ...(sessions.length > 1 ? ["", sessionTable(total, sessions, settings, context)] : []),
      ...(total.themes.length > 0 ? ["", themeTable(total, sessions, context)] : []),
    ].join("\n");
  });
  if (groups.length > 1) {
    const whole = { title: say("stats.study", {}), total: study, sessions: statistics.sessions };
    parts.push(headLines(whole, settings, context).join("\n"));
  }
  if (untranscribed.length > 0)
    parts.push(say("stats.untranscribed", { sessions: untranscribed.join(", ") }));
  if (purged.length > 0) parts.push(say("stats.purged", { sessions: purged.join(", ") }));
  return parts.join("\n\n");
}

interface Scope {
  readonly title: string;
  readonly total: SpeechStatistics;
  readonly sessions: readonly SessionStatistics[];
}

/** What a group, or the study, comes to. */
function headLines({ title, total, sessions }: Scope, settings: Settings, context: Context): string[] {
  const { say, paint } = context;
  const { turns, words, time } = total;
  const [first, ...others] = sessions;
  const only = others.length === 0 ? first : undefined;
  const { id: session = "", date = "" } = only?.session ?? {};
  const place =
    only === undefined ? "" : ` — ${say("stats.one-session", { session, date: say("stats.day", { date }) })}`;
  const span = time === null || time === 0 ? "" : say("stats.span", { time });
  return [
    paint.bold(paint.underline(shown(title + place))),
    say("stats.totals", { sessions: sessions.length, turns, words, time: span }),
    "",
    // Within one session, the labels of voices that are nobody yet mean something.
    peopleTable(only ?? total, settings, context),
    "",
    ...notes(total, sessions, context),
  ];
}

const signs: Readonly<Record<Kind, string>> = { participant: "", tiers: "◆", guest: "◇", nobody: "?" };
const patterns: Readonly<Record<Kind, string>> = { participant: "█", tiers: "▒", guest: "▓", nobody: "░" };
const eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** A bar of at most `room` columns; something is seen of whoever said something. */
function bar(part: number, room: number, kind: Kind): string {
  if (part === 0) return "";
  if (kind !== "participant") return patterns[kind].repeat(Math.max(1, Math.round(part * room)));
  const steps = Math.max(1, Math.round(part * room * 8));
  return "█".repeat(Math.floor(steps / 8)) + (eighths[steps % 8] ?? "");
}

function peopleTable({ speakers }: SpeechStatistics, settings: Settings, context: Context): string {
  const { say, paint, world } = context;
  const number = (count: number): string => say("stats.number", { count });
  const span = (time: number | null): string => (time === null ? "–" : say("stats.span", { time }));
  const hasTimes = speakers.some(({ time }) => time !== null && time > 0);
  const names = speakers.map((each) => signedName(each, settings, context));
  const rows = speakers.map(({ share, words, turns, time, longest }) => [
    say("stats.percent", { share }),
    number(words),
    ...(hasTimes ? [span(time)] : []),
    number(turns),
    turns === 0 ? "–" : number(Math.round(words / turns)),
    longest === null ? "–" : `${number(longest.words)} (${formatTurn(longest.turn)})`,
  ]);
  const headings = [
    say("stats.heading.share", {}),
    say("heading.words", {}),
    ...(hasTimes ? [say("stats.heading.time", {})] : []),
    say("heading.turns", {}),
    say("stats.heading.average", {}),
    say("stats.heading.longest", {}),
  ];
  const taken = [
    names,
    ...headings.map((heading, column) => [heading, ...rows.map((row) => row[column] ?? "")]),
  ]
    .map((cells) => widest(cells) + 2)
    .reduce((sum, each) => sum + each, 0);
  const room = Math.max(6, Math.min(40, world.stdout.columns - taken));
  const most = Math.max(0, ...speakers.map(({ share }) => share));
  const kinds = speakers.map(kindOf);
  const colours = { participant: paint.cyan, tiers: paint.yellow, guest: paint.green, nobody: paint.dim };
  return table(
    [say("heading.speaker", {}), "", ...headings],
    speakers.map(({ share }, index) => {
      const kind = kinds[index] ?? "participant";
      const drawn = most === 0 ? "" : bar(share / most, room, kind);
      return [names[index] ?? "", drawn, ...(rows[index] ?? [])];
    }),
    paint,
    {
      isRight: (column) => column > 1,
      styleOf: (row, column) => (column !== 1 ? (text) => text : colours[kinds[row] ?? "participant"]),
    },
  );
}

/** The name, at most a third of the terminal wide, and the sign of the role. */
function signedName(speaker: Speaker, settings: Settings, context: Context): string {
  const letters = Array.from(speakerName(speaker, settings, context));
  const room = Math.max(12, Math.floor(context.world.stdout.columns / 3));
  const name = letters.length <= room ? letters : [...letters.slice(0, room - 1), "…"];
  return `${name.join("")} ${signs[kindOf(speaker)]}`.trimEnd();
}

function speakerName({ participant, label, role }: Speaker, settings: Settings, { say }: Context): string {
  if (participant === null) return shown(label ?? say("stats.nobody", {}));
  const name = nameOf(settings, participant).replace(/\s+/g, " ");
  return role === null ? `${name} (${say("stats.gone", {})})` : name;
}

/** What the table does not say by itself. */
function notes(total: SpeechStatistics, sessions: readonly SessionStatistics[], { say }: Context): string[] {
  const { speakers, roles, evenness, untimed, turns } = total;
  const kinds = new Set(speakers.map(kindOf));
  const legend = (["tiers", "guest", "nobody"] as const)
    .filter((kind) => kinds.has(kind))
    .map((kind) => {
      const share = speakers.reduce((sum, each) => sum + (kindOf(each) === kind ? each.share : 0), 0);
      const name = kind === "nobody" ? say("stats.nobody", {}) : say(`role.${kind}`, {});
      return `${signs[kind]} ${patterns[kind]} ${name} ${say("stats.percent", { share })}`;
    });
  const people = speakers.filter(({ role }) => role === "participant").length;
  const value = evenness === null ? undefined : say("stats.index", { value: evenness });
  const unsaid = roles.find(({ role }) => role === null)?.share ?? 0;
  const where = sessions.filter((each) => each.untimed > 0).map(({ session }) => session.id);
  // Where a voice has a name to say it by; words without any are only told in the sheet.
  const isToSay = ({ participant, label }: Speaker): boolean => participant === null && label !== null;
  const session = sessions.find((each) => each.speakers.some(isToSay))?.session.id ?? "";
  return [
    ...(legend.length > 0 ? [legend.join("   ")] : []),
    ...(value === undefined ? [] : [say("stats.evenness", { value, people })]),
    ...(unsaid > 0 ? [say("stats.unsaid", { share: say("stats.percent", { share: unsaid }), session })] : []),
    ...(untimed === 0
      ? []
      : [
          untimed === turns
            ? say("stats.no-times", {})
            : say("stats.untimed", { turns: untimed, sessions: where.join(", ") }),
        ]),
  ];
}

const levels = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/** Each person's share of each session, with the evenness and the words under it. */
function sessionTable(
  total: SpeechStatistics,
  sessions: readonly SessionStatistics[],
  settings: Settings,
  context: Context,
): string {
  const { say, paint } = context;
  const said = sessions.map(({ speakers }) => partsOf(speakers));
  const most = largestOf(said);
  const cell = (share: number | undefined): string => {
    if (share === undefined) return "–";
    const level = share === 0 ? "" : (levels[Math.max(0, Math.round((share / most) * 8) - 1)] ?? "");
    return `${level} ${say("stats.percent", { share }).padStart(4, "\u00A0")}`;
  };
  const people = total.speakers.map((each) => ({
    name: signedName(each, settings, context),
    cells: said.map((own) => cell(own.get(each.participant)?.share)),
  }));
  const evenness = sessions.map((each) =>
    each.evenness === null ? "–" : say("stats.index", { value: each.evenness }),
  );
  const rows = [
    ...people,
    { name: say("stats.evenness-row", {}), cells: evenness },
    {
      name: say("heading.words", {}),
      cells: sessions.map(({ words }) => say("stats.number", { count: words })),
    },
  ];
  const isAbsent = people.some(({ cells }) => cells.includes("–"));
  const title = say("stats.by-session", {}) + (isAbsent ? ` (– : ${say("stats.absent", {})})` : "");
  return [paint.bold(title), ...blocks(say("heading.speaker", {}), rows, sessions, context)].join("\n");
}

function themeTable(
  total: SpeechStatistics,
  sessions: readonly SessionStatistics[],
  context: Context,
): string {
  const { say, paint } = context;
  const turnsOf = sessions.map(({ themes }) => new Map(themes.map(({ id, turns }) => [id, turns])));
  const rows = total.themes.map(({ id }) => ({
    name: id,
    cells: turnsOf.map((turns) => say("stats.number", { count: turns.get(id) ?? 0 })),
  }));
  return [
    paint.bold(say("stats.themes", {})),
    ...blocks(say("stats.theme", {}), rows, sessions, context),
  ].join("\n");
}

interface Line {
  readonly name: string;
  /** One for each session. */
  readonly cells: readonly string[];
}

/** The sessions side by side, as many as the terminal is wide for, then the next ones. */
function blocks(
  heading: string,
  lines: readonly Line[],
  sessions: readonly SessionStatistics[],
  { paint, world }: Context,
): string[] {
  const ids = sessions.map(({ session }) => session.id);
  const names = widest([heading, ...lines.map(({ name }) => name)]);
  const column = widest([...ids, ...lines.flatMap(({ cells }) => cells)]) + 2;
  const across = Math.max(1, Math.floor((world.stdout.columns - names) / column));
  const starts = Array.from({ length: Math.ceil(ids.length / across) }, (_, block) => block * across);
  return starts.map((from, block) => {
    const headings = [heading, ...ids.slice(from, from + across)];
    const rows = lines.map(({ name, cells }) => [name, ...cells.slice(from, from + across)]);
    const text = table(headings, rows, paint, { isRight: (column) => column > 0 });
    return block === 0 ? text : `\n${text}`;
  });
}

const widest = (cells: readonly string[]): number =>
  cells.reduce((most, cell) => Math.max(most, width(cell)), 0);
