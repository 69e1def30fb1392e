// What `validate` and `status` show: each section with its state in words and in a mark, who
// said what in small counts, and under it the reasons.
import { shown } from "../../kernel/shown.ts";
import type { Reason, ReasonCode } from "../../validation/reason.ts";
import type { SectionState, State } from "../../validation/state.ts";
import type { Settings } from "../../study/settings.ts";
import type { Expression } from "../../validation/facts.ts";
import type { ValidatedState, ValidateResult } from "../../validation/validate.ts";
import type { SectionStatus, StudyStatus } from "../../validation/status.ts";
import type { AllTexts, Say } from "../messages/catalogue.ts";
import type { Context } from "../run.ts";
import { ruleJson, sectionLines, voices } from "./agreement.ts";
import { table } from "./table.ts";

const marks: Readonly<Record<State, string>> = {
  draft: "·",
  sent: "→",
  corrected: "✎",
  validated: "✓",
  lapsed: "≠",
  refused: "✗",
  withdrawn: "⊘",
};

const colours = {
  draft: "dim",
  sent: "cyan",
  corrected: "yellow",
  validated: "green",
  lapsed: "yellow",
  refused: "red",
  withdrawn: "red",
} as const satisfies Record<State, string>;

/** The columns that all but the section's name may take, and those from which titles are shown. */
const BESIDE_NAME = 64;
const WIDE = 96;

/** `several`: the study has several groups. A section takes two lines where a row has no room. */
export function reportStatus(status: StudyStatus, several: boolean, context: Context): string {
  const { say } = context;
  if (status.sections.length === 0) return say("status.no-document", {});
  const longest = Math.max(...status.sections.map((each) => nameOf(each, several).length));
  const isNarrow = context.world.stdout.columns < BESIDE_NAME + longest;
  const sections = (isNarrow ? stacked : rows)(status.sections, several, context);
  const grid = voices(status, (each) => nameOf(each, several), context);
  const said = grid === "" ? "" : `\n\n${grid}`;
  return `${editionLines(status, several, context)}${sections}${said}\n\n${people(status, context)}`;
}

function editionLines({ edition, editions }: StudyStatus, several: boolean, { say }: Context): string {
  if (edition === null) return "";
  const list = editions.map((each) => `${each.group} ${each.edition}`).join(", ");
  return `${several ? say("status.editions", { editions: list }) : say("status.edition", { edition })}\n\n`;
}

function rows(sections: readonly SectionStatus[], several: boolean, context: Context): string {
  const { say, world } = context;
  const isWide = world.stdout.columns >= WIDE;
  const names = (["audience", "agreed", "against", "abstained", "silent", "pending"] as const).map((name) =>
    say(`heading.${name}`, {}),
  );
  const headings = [say("heading.state", {}), say("heading.section", {}), ...names];
  const cells = sections.map((each) => [
    stateWords(each.state, say),
    isWide
      ? clip(`${nameOf(each, several)} — ${each.title}`, world.stdout.columns - BESIDE_NAME)
      : nameOf(each, several),
    each.audience === null ? "" : say(`audience.${each.audience}`, {}),
    ...[each.agreed, each.against, each.abstained, each.silent].map(({ length }) => count(length)),
    count(each.pending),
  ]);
  const [head = "", ...lines] = table(headings, cells, context.paint).split("\n");
  const under = sections.map((each, index) => {
    const words = stateWords(each.state, say);
    const rest = (lines[index] ?? "").slice(words.length);
    const line = painted(each.state, words, context) + rest;
    return [line, ...reasonLines(each.reasons, context), ...sectionLines(each, context)].join("\n");
  });
  return [head, ...under].join("\n");
}

function stacked(sections: readonly SectionStatus[], several: boolean, context: Context): string {
  const { say } = context;
  return sections
    .map((each) => {
      const state = painted(each.state, stateWords(each.state, say), context);
      const counts = say("status.counts", {
        agreed: each.agreed.length,
        against: each.against.length,
        abstained: each.abstained.length,
        silent: each.silent.length,
        pending: each.pending,
      });
      const audience = each.audience === null ? "" : `${say(`audience.${each.audience}`, {})} · `;
      const lines = [
        `${state}  ${nameOf(each, several)}`,
        ...wrap(`${audience}${counts}`, context.world.stdout.columns - 4),
      ];
      return [...lines, ...reasonLines(each.reasons, context), ...sectionLines(each, context)].join("\n");
    })
    .join("\n");
}

function people({ participants }: StudyStatus, { say }: Context): string {
  const asked = participants.filter(({ copies }) => copies > 0);
  if (asked.length === 0) return say("status.nothing-sent", {});
  const list = (isAnswered: boolean): string =>
    asked
      .filter(({ answered }) => answered === isAnswered)
      .map(({ id, pseudonym }) => `${id} ${pseudonym}`.trim())
      .join(", ");
  const [answered, missing] = [list(true), list(false)];
  return shown(
    [
      ...(answered === "" ? [] : [say("status.answered", { people: answered })]),
      ...(missing === "" ? [] : [say("status.not-answered", { people: missing })]),
    ].join("\n"),
  );
}

export function statusJson(status: StudyStatus, { say }: Context): object {
  return {
    edition: status.edition,
    sections: status.sections.map((each) => {
      const { id, group, title, state, audience, fingerprint, pending } = each;
      const { agreed, against, abstained, silent, consulted, words, means, sessions, sittings } = each;
      const reasons = each.reasons.map((reason) => reasonJson(reason, say));
      return {
        id,
        group,
        title,
        state,
        audience,
        fingerprint,
        rule: ruleJson(each.electorate),
        words,
        agreed,
        against,
        abstained,
        silent,
        consulted,
        note: each.hasNote,
        ...{ means, sessions, sittings },
        askAgain: each.askAgain,
        pending,
        reasons,
      };
    }),
    participants: status.participants.map(({ id, copies, answered }) => ({ id, copies, answered })),
  };
}

/** Per section its new state, the audience it may go to, and who was counted for what. */
export function reportValidated(
  { sections, answers }: ValidateResult,
  settings: Settings,
  context: Context,
): string {
  const { say, world } = context;
  const lines = sections.flatMap((each) => {
    const audience = each.audience === null ? "" : say(`audience.${each.audience}`, {});
    const line = say("validate.section", {
      section: nameOf(each, settings.groups.length > 1),
      state: say(`state.${each.state}`, {}),
      audience,
    });
    return [
      painted(each.state, `${marks[each.state]} ${shown(line)}`, context),
      ...wrap(recorded(each, answers, settings, say), world.stdout.columns - 4),
      ...(each.isNoted ? wrap(say("validate.noted", {}), world.stdout.columns - 4) : []),
      ...reasonLines(each.reasons, context),
    ];
  });
  const isCounted = answers.isByGroup && sections.some((each) => each.recorded.size > 0);
  return [...lines, ...(isCounted ? ["", say("validate.present", {})] : [])].join("\n");
}

/** Empty when nothing was recorded. */
function recorded(
  { recorded: stances }: ValidatedState,
  { isByGroup, session, about, audience }: ValidateResult["answers"],
  { participants }: Settings,
  say: Say,
): string {
  if (stances.size === 0) return "";
  const who = (stance: Expression): string =>
    participants
      .filter(({ id }) => stances.get(id) === stance)
      .map(({ id, pseudonym }) => `${id} ${pseudonym}`.trim())
      .join(", ");
  return shown(
    say("validate.recorded", {
      ...{ agree: who("agree"), against: who("against"), abstain: who("abstain") },
      ...{ consulted: who("consulted"), session: isByGroup && session ? session.id : "", about },
      audience: say(`audience.${audience}`, {}),
    }),
  );
}

/** `fingerprint` is of the words the answers were given on. */
export function validatedJson(sections: ValidateResult["sections"]): object {
  return {
    sections: sections.map(({ id, group, state, given, audience }) => ({
      ...{ id, group, state, audience },
      fingerprint: given,
    })),
  };
}

export function reasonLines(reasons: readonly Reason[], { say, world }: Context): string[] {
  return reasons.flatMap((reason) => wrap(shown(sayReason(reason, say)), world.stdout.columns - 4));
}

export function reasonJson(reason: Reason, say: Say): object {
  return { code: reason.code, message: sayReason(reason, say), ...reason.params };
}

function sayReason<C extends ReasonCode>(
  { code, params }: { code: C; params: AllTexts[C] },
  say: Say,
): string {
  return say(code, params);
}

const stateWords = (state: State, say: Say): string => `${marks[state]} ${say(`state.${state}`, {})}`;

const painted = (state: State, text: string, { paint }: Context): string => paint[colours[state]](text);

const count = (number: number): string => (number === 0 ? "·" : String(number));

/** `peur`, or `g2/peur` in a study of several groups. */
export function nameOf({ group, id }: Pick<SectionState, "group" | "id">, several: boolean): string {
  return several ? `${group}/${id}` : id;
}

function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

function wrap(text: string, columns: number): string[] {
  if (text === "") return [];
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => `    ${each}`);
}
