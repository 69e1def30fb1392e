// Who said what of the words of each section: a grid of sections and people where it fits, else
// a list; and what a section has of its own: its rule, who was consulted, whom to ask again.
import { shown } from "../../kernel/shown.ts";
import type { ParticipantId } from "../../kernel/ids.ts";
import type { ValidationRule } from "../../study/settings.ts";
import type { AskAgain } from "../../validation/ask-again.ts";
import type { Electorate } from "../../validation/facts.ts";
import type { SectionStatus, StudyStatus } from "../../validation/status.ts";
import type { Say } from "../messages/catalogue.ts";
import type { Context } from "../run.ts";
import { table, width } from "./table.ts";
import { wrapStretches } from "./wrap.ts";

// Who is silent and was consulted is shown as consulted.
const answers = ["agreed", "against", "abstained", "consulted", "silent"] as const;
type Answer = (typeof answers)[number];

const signs: Readonly<Record<Answer, string>> = {
  agreed: "✓",
  against: "✗",
  abstained: "–",
  silent: "·",
  consulted: "c",
};
const colours = {
  agreed: "green",
  against: "red",
  abstained: "yellow",
  silent: "dim",
  consulted: "cyan",
} as const satisfies Record<Answer, string>;

/** Empty while nobody has said anything. */
export function voices(
  { sections, participants }: StudyStatus,
  nameOf: (section: SectionStatus) => string,
  context: Context,
): string {
  const said = sections.filter((each) =>
    answers.some((answer) => answer !== "silent" && each[answer].length > 0),
  );
  if (said.length === 0) return "";
  const { paint, world } = context;
  const people = participants.filter(({ id }) => said.some((each) => answerOf(each, id) !== undefined));
  const ids = people.map(({ id }) => id);
  const names = said.map((each) => shown(nameOf(each)));
  const found = said.map((each) => ids.map((id) => answerOf(each, id)));
  const room = Math.max(...names.map(width)) + ids.reduce((sum, id) => sum + id.length + 2, 0);
  const isNarrow = room > world.stdout.columns;
  const shownVoices = isNarrow
    ? said.map((each, index) => listed(each, names[index] ?? "", context)).join("\n")
    : grid();
  return `${shownVoices}\n${legend(found.flat(), context)}`;

  function grid(): string {
    const rows = found.map((row, index) => [
      names[index] ?? "",
      ...row.map((answer) => (answer === undefined ? "" : signs[answer])),
    ]);
    return table(["", ...ids], rows, paint, {
      styleOf: (row, column) => {
        const answer = found[row]?.[column - 1];
        return answer === undefined ? (text) => text : paint[colours[answer]];
      },
    });
  }
}

function answerOf(section: SectionStatus, person: ParticipantId): Answer | undefined {
  return answers.find((answer) => section[answer].includes(person));
}

function listed(section: SectionStatus, name: string, { world }: Context): string {
  const lists = answers.flatMap((answer) =>
    section[answer].length === 0
      ? []
      : [indented(`${signs[answer]} ${section[answer].join(", ")}`, world.stdout.columns)],
  );
  return [name, ...lists].join("\n");
}

function legend(found: readonly (Answer | undefined)[], { say, world }: Context): string {
  const used = answers.filter((answer) => found.includes(answer));
  const words = used.map((answer) => `${signs[answer]} ${say(`answer.${answer}`, {})}`);
  return wrapStretches([{ text: words.join(", "), style: (text) => text }], world.stdout.columns, "");
}

/** What is said of a section under its reasons. */
export function sectionLines(section: SectionStatus, { say, world }: Context): string[] {
  const { electorate, hasOwnRule, consulted, hasNote, sittings } = section;
  const lines = [
    ...(hasOwnRule ? [say("status.rule", { rule: ruleWords(electorate, say) })] : []),
    ...(consulted.length > 0 ? [say("status.consulted", { people: consulted.join(", ") })] : []),
    ...(sittings.length > 0 ? [say("status.read-aloud", { days: sittings.join(", ") })] : []),
    ...(hasNote ? [say("status.note", {})] : []),
    ...asking(section.askAgain, say),
  ];
  return lines.map((text) => indented(shown(text), world.stdout.columns));
}

/** One line for those to ask now, and one per day from which to ask others. */
function asking(list: readonly AskAgain[], say: Say): string[] {
  const now = list.flatMap((each) => ("since" in each ? [each.participant] : []));
  const later = new Map<string, ParticipantId[]>();
  for (const each of list)
    if ("from" in each) later.set(each.from, [...(later.get(each.from) ?? []), each.participant]);
  return [
    ...(now.length > 0 ? [say("status.ask-now", { people: now.join(", ") })] : []),
    ...[...later].sort().map(([day, people]) => say("status.ask-from", { people: people.join(", "), day })),
  ];
}

function ruleWords({ rule, minimum, quotedMustAgree }: Electorate, say: Say): string {
  return [
    ruleName(rule, say),
    ...(minimum > 1 ? [say("by-rule.minimum", { minimum })] : []),
    say(quotedMustAgree ? "by-rule.quoted" : "by-rule.not-quoted", {}),
  ].join(", ");
}

function ruleName(rule: ValidationRule, say: Say): string {
  switch (rule.kind) {
    case "quorum":
      return say("by-rule.quorum", { percent: Math.round(rule.share * 100) });
    case "delegates":
      return say("by-rule.delegates", { people: rule.people.join(", ") });
    case "unanimity":
    case "group-session":
      return say(`by-rule.${rule.kind}`, {});
  }
}

/** As retour.yaml writes it. */
export function ruleJson({ rule }: Electorate): string {
  switch (rule.kind) {
    case "quorum":
      return `quorum: ${String(rule.share)}`;
    case "delegates":
      return `delegates: ${rule.people.join(", ")}`;
    case "unanimity":
    case "group-session":
      return rule.kind;
  }
}

function indented(text: string, columns: number): string {
  return wrapStretches([{ text, style: (each) => each }], columns, "    ");
}
