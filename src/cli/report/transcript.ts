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
    const [first] = renamed;
    if (!first) continue;
    note(say("import.names", { session }));
    for (const each of renamed) note(shown(say("import.name", each)));
    note(say("import.names-next", { session, label: first.label }));
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
  const { session, outcome, turns, words, format, duration, speakers } = imported;
  if (outcome === "unchanged") return say("import.same", { session });
  const key = outcome === "replaced" ? "import.replaced" : "import.done";
  const clock = duration === null ? "" : formatClock(duration);
  return [
    say(key, { session, turns, words, format, duration: clock }),
    speakerTable(context, speakers),
    say("import.sheet", { file: sheetPath(session) }),
  ].join("\n");
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
  const unsaid = speakers.filter(({ label, participant }) => label !== null && participant === null);
  const lines = [say("voices.heading", { session }), speakerTable(context, counts)];
  for (const { label, longest } of unsaid) {
    lines.push("", label ?? "");
    for (const words of longest) lines.push(say("voice.says", { words: shorten(words) }));
  }
  const [first] = unsaid;
  if (first?.label != null) lines.push("", say("voices.unsaid", { session, label: first.label }));
  return { json: { session, speakers: counts }, text: shown(lines.join("\n")), diagnostics };
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
