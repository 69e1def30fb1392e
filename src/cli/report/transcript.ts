// What the verbs that bring speech in print and ask.
import { shown } from "../../kernel/shown.ts";
import { sheetPath } from "../../study/folder.ts";
import type { Study } from "../../study/open.ts";
import type { Imported } from "../../transcript/import.ts";
import type { Speakers } from "../../transcript/speakers.ts";
import type { SpeakerCount } from "../../transcript/summary.ts";
import { formatClock } from "../../transcript/times.ts";
import type { AskVoice } from "../../transcript/who-speaks.ts";
import type { Context, Outcome } from "../run.ts";
import { table } from "./table.ts";

export function reportImport(context: Context, imports: readonly Imported[]): Outcome {
  const { say, explain, note } = context;
  for (const { session, renamed } of imports) {
    if (renamed.length > 0) note(say("import.names", { session }));
    for (const each of renamed) note(shown(say("import.name", each)));
  }
  const results = imports.map(({ session, format, turns, words, duration, speakers, diagnostics }) => ({
    session,
    format,
    turns,
    words,
    duration,
    speakers,
    diagnostics: diagnostics.map(explain),
  }));
  return {
    json: results.length === 1 ? { ...results[0] } : { imports: results },
    text: imports.map((each) => oneImport(context, each)).join("\n\n"),
    diagnostics: imports.flatMap(({ diagnostics }) => diagnostics),
  };
}

function oneImport(context: Context, imported: Imported): string {
  const { say } = context;
  const { session, outcome, turns, words, format, duration, speakers, unknown } = imported;
  if (outcome === "unchanged") return say("import.same", { session });
  const key = outcome === "replaced" ? "import.replaced" : "import.done";
  const clock = duration === null ? "" : formatClock(duration);
  return [
    say(key, { session, turns, words, format, duration: clock }),
    speakerTable(context, speakers),
    say("import.sheet", { file: sheetPath(session) }),
    ...unsaid(
      context,
      session,
      unknown.map(({ label, longest }) => ({ label, longest: [longest] })),
    ),
  ].join("\n");
}

/** What voices that are nobody yet say, and the command that says who they are. */
function unsaid(
  { say }: Context,
  session: string,
  voices: readonly { readonly label: string; readonly longest: readonly string[] }[],
): string[] {
  const [first, ...others] = voices;
  if (!first) return [];
  const pair = `${first.label}=P01`;
  const pairs = [/\s/.test(pair) ? `"${pair}"` : pair, ...(others.length > 0 ? ["…"] : [])].join(" ");
  return [
    ...voices.flatMap(({ label, longest }) => [
      "",
      shown(label),
      ...longest.map((words) => shown(say("voice.says", { words: shorten(words) }))),
    ]),
    "",
    shown(say("voices.unsaid", { session, pairs })),
  ];
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
    String(turns),
    String(words),
  ]);
  return table(headings, rows, paint);
}

export function reportSpeakers(context: Context, { session, speakers, diagnostics }: Speakers): Outcome {
  const { say } = context;
  const counts = speakers.map(({ label, participant, turns, words }) => ({
    label,
    participant,
    turns,
    words,
  }));
  const unknown = speakers.flatMap(({ label, participant, longest }) =>
    label !== null && participant === null ? [{ label, longest }] : [],
  );
  const lines = [
    say("voices.heading", { session }),
    speakerTable(context, counts),
    ...unsaid(context, session, unknown),
  ];
  return { json: { session, speakers: counts }, text: lines.join("\n"), diagnostics };
}

/** Asks who a voice is, its longest turns shown; undefined when nobody can be asked. */
export function voiceAsker(context: Context, { settings }: Study): AskVoice | undefined {
  if (!context.canAsk) return undefined;
  const { say, note, world } = context;
  return async ({ session, label, longest }) => {
    for (const words of longest) note(shown(say("voice.says", { words: shorten(words) })));
    const isPresent = (id: (typeof session.present)[number]): boolean => session.present.includes(id);
    const people = [
      ...settings.participants.filter(({ id }) => isPresent(id)),
      ...settings.participants.filter(({ id }) => !isPresent(id)),
    ];
    const answer = await world.prompter.select<string>({
      message: shown(say("voice.which", { label, session: session.id })),
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
  return line.length <= 240 ? line : `${line.slice(0, 240).trimEnd()}…`;
}
