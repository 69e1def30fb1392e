// What the verbs that bring speech in print and ask.
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { shown } from "../../kernel/shown.ts";
import { sheetPath } from "../../study/folder.ts";
import type { Study } from "../../study/open.ts";
import type { Imports } from "../../transcript/import.ts";
import type { Imported, UnknownVoice } from "../../transcript/incoming.ts";
import type { Speakers, sayWhoSpokeEverywhere } from "../../transcript/speakers.ts";
import type { LongTurn, SpeakerCount } from "../../transcript/summary.ts";
import { formatClock } from "../../transcript/times.ts";
import type { AskVoice } from "../../transcript/who-speaks.ts";
import type { Context, Outcome } from "../run.ts";
import { table } from "./table.ts";

/** Shows, this once, which names of a file its neutral labels stand for. */
export function noteNames({ say, note }: Context, { session, renamed }: Imported): void {
  if (renamed.length > 0) note(say("import.names", { session }));
  for (const each of renamed) note(shown(say("import.name", each)));
}

export function reportImports(context: Context, result: Imports): Outcome {
  const { imports, isFolder } = result;
  const diagnostics = [...result.diagnostics, ...imports.flatMap((each) => each.diagnostics)];
  // A file of which some words could not be read was imported, and a person must know.
  const exit = diagnostics.some(({ severity }) => severity === "error") ? 1 : 0;
  const [only, ...others] = imports;
  if (only && others.length === 0 && !isFolder) {
    const json = importJson(context, { ...only, diagnostics });
    return { json, text: oneImport(context, only), diagnostics, exit };
  }
  return {
    json: {
      imports: imports.map((each) => ({
        file: each.file,
        outcome: each.outcome,
        ...importJson(context, each),
      })),
      refused: result.refused,
      leftAside: result.leftAside,
      diagnostics: result.diagnostics.map(context.explain),
    },
    text: importSummary(context, result),
    // The summary says it in a word.
    diagnostics: diagnostics.filter(({ code }) => code !== "import.unchanged"),
    exit,
  };
}

function importJson({ explain }: Context, imported: Imported): object {
  const { session, format, turns, words, duration, speakers, diagnostics } = imported;
  return { session, format, turns, words, duration, speakers, diagnostics: diagnostics.map(explain) };
}

function oneImport(context: Context, imported: Imported): string {
  const { say } = context;
  const { session, outcome, turns, words, format, duration, speakers, unknown } = imported;
  if (outcome === "unchanged") return say("import.same", { session });
  const key = outcome === "replaced" ? "import.replaced" : "import.done";
  return [
    say(key, { session, turns, words, format, duration: clock(duration) }),
    speakerTable(context, speakers),
    ...saidReplaced(context, [imported]),
    say("import.sheet", { file: sheetPath(session) }),
    ...unsaid(context, session, unknown),
  ].join("\n");
}

/** How many names were replaced, when any was. */
function saidReplaced({ say }: Context, imports: readonly Imported[]): string[] {
  const sum = (of: (replaced: Imported["replaced"]) => number): number =>
    imports.reduce((total, { replaced }) => total + of(replaced), 0);
  const [names, turns] = [sum((each) => each.names), sum((each) => each.turns)];
  return names > 0 ? [say("import.replaced-names", { names, turns })] : [];
}

/** One line a session, and what is left to do. */
function importSummary(context: Context, { imports, refused, leftAside }: Imports): string {
  const { say, paint } = context;
  const rows = [
    ...imports.map((each) => ({ session: each.session, cells: summaryCells(context, each) })),
    ...refused.map((session) => ({
      session,
      cells: [...Array<string>(6).fill("–"), say("imports.refused", {})],
    })),
  ].sort((a, b) => (a.session < b.session ? -1 : 1));
  const headings = [
    say("imports.session", {}),
    say("imports.format", {}),
    say("heading.turns", {}),
    say("heading.words", {}),
    say("imports.duration", {}),
    say("imports.unknown", {}),
    say("imports.problems", {}),
    say("imports.outcome", {}),
  ];
  const count = (outcome: Imported["outcome"]): number =>
    imports.filter((each) => each.outcome === outcome).length;
  return [
    ...(rows.length > 0
      ? [
          table(
            headings,
            rows.map(({ session, cells }) => [session, ...cells]),
            paint,
            { isRight: (column) => column > 1 && column < 7 },
          ),
          "",
        ]
      : []),
    say("imports.counted", {
      imported: count("imported"),
      replaced: count("replaced"),
      unchanged: count("unchanged"),
      refused: refused.length,
      aside: leftAside,
    }),
    ...saidReplaced(context, imports),
    ...(imports.length > 0 ? [say("imports.sheets", {})] : []),
    ...(imports.some(({ unknown }) => unknown.length > 0) ? [say("imports.unsaid", {})] : []),
    ...(refused.length > 0 ? [say("imports.again", {})] : []),
  ].join("\n");
}

function summaryCells({ say }: Context, imported: Imported): string[] {
  const { format, turns, words, duration, speakers, unknown, diagnostics, outcome } = imported;
  const isUnsaid = speakers.some(({ label, participant }) => label === null && participant === null);
  const none = isUnsaid ? say("imports.unsaid-voices", {}) : "–";
  const problems = diagnostics.filter(({ severity }) => severity !== "info").length;
  return [
    format,
    say("stats.number", { count: turns }),
    say("stats.number", { count: words }),
    clock(duration) || "–",
    unknown.length === 0 ? none : String(unknown.length),
    problems === 0 ? "–" : String(problems),
    say(`imports.${outcome}`, {}),
  ];
}

const clock = (duration: number | null): string => (duration === null ? "" : formatClock(duration));

/** What voices that are nobody yet say, and the command that says who they are. */
function unsaid(context: Context, session: string, voices: readonly UnknownVoice[]): string[] {
  const { say } = context;
  const [first, ...others] = voices;
  if (!first) return [];
  const pair = `${first.label}=P01`;
  const pairs = [/\s/.test(pair) ? `"${pair}"` : pair, ...(others.length > 0 ? ["…"] : [])].join(" ");
  return [
    ...voices.flatMap(({ label, longest }) => [
      "",
      shown(label),
      ...longest.map((turn) => sayTurn(context, session, turn)),
    ]),
    "",
    shown(say("voices.unsaid", { session, pairs })),
  ];
}

/** Where the words are in the recording and in the sheet, to go and listen. */
function sayTurn({ say }: Context, session: string, { number, startMs, words }: LongTurn): string {
  const turn = number === null ? "" : `${session}.${String(number)}`;
  const at = [turn, clock(startMs)].filter(Boolean).join(" · ");
  return shown(say("voice.says", { at, words: shorten(words) }));
}

function speakerTable({ say, paint }: Context, speakers: readonly SpeakerCount[]): string {
  const headings = [
    say("heading.voice", {}),
    say("heading.speaker", {}),
    say("heading.turns", {}),
    say("heading.words", {}),
  ];
  const rows = speakers.map(({ label, participant, turns, words }) => [
    label ?? say("voice.unlabelled", {}),
    participant ?? say("voice.nobody", {}),
    say("stats.number", { count: turns }),
    say("stats.number", { count: words }),
  ]);
  return table(headings, rows, paint);
}

export function reportSpeakers(
  context: Context,
  { session, speakers, diagnostics }: Speakers & { readonly diagnostics: readonly Diagnostic[] },
): Outcome {
  const counts = speakers.map(({ label, participant, turns, words }) => ({
    label,
    participant,
    turns,
    words,
  }));
  return { json: { session, speakers: counts }, text: voicesOf(context, { session, speakers }), diagnostics };
}

export function reportAllSpeakers(
  context: Context,
  { sessions, diagnostics }: Awaited<ReturnType<typeof sayWhoSpokeEverywhere>>,
): Outcome {
  const text = sessions.map((each) => voicesOf(context, each)).join("\n\n");
  return {
    json: { sessions, diagnostics: diagnostics.map(context.explain) },
    text: text === "" ? context.say("voices.none-left", {}) : text,
    diagnostics,
  };
}

function voicesOf(context: Context, { session, speakers }: Speakers): string {
  const unknown = speakers.flatMap(({ label, participant, longest }) =>
    label !== null && participant === null ? [{ label, longest }] : [],
  );
  return [
    context.say("voices.heading", { session }),
    speakerTable(context, speakers),
    ...unsaid(context, session, unknown),
  ].join("\n");
}

/** Asks who a voice is, its longest turns shown; undefined when nobody can be asked. */
export function voiceAsker(context: Context, { settings }: Study): AskVoice | undefined {
  if (!context.canAsk) return undefined;
  const { say, note, world } = context;
  return async ({ session, label, longest }) => {
    for (const turn of longest) note(sayTurn(context, session.id, turn));
    const isPresent = (id: (typeof session.present)[number]): boolean => session.present.includes(id);
    const people = [
      ...settings.participants.filter(({ id }) => isPresent(id)),
      ...settings.participants.filter(({ id }) => !isPresent(id)),
    ];
    const answer = await world.prompter.select<string>({
      message: shown(say("voice.which", { label, session: session.id, date: session.date })),
      choices: [
        ...people.map(({ id, pseudonym, description }) => ({
          value: id,
          name: [id, pseudonym, description].filter(Boolean).join(" · "),
        })),
        { value: "", name: say("voice.later", {}) },
      ],
    });
    return people.find(({ id }) => id === answer)?.id;
  };
}

function shorten(words: string): string {
  const line = words.replace(/\s+/g, " ");
  return line.length <= 180 ? line : `${line.slice(0, 180).trimEnd()}…`;
}
