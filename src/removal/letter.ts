// The letter that says what was taken out, what had left before and must be recalled, and what
// nobody can undo, from templates/retrait. It holds no word of what was withdrawn.
import type { ParticipantId } from "../kernel/ids.ts";
import { findTemplate, renderTemplate } from "../retour/template.ts";
import type { Study } from "../study/open.ts";
import type { Plan } from "./plan.ts";

export const letterPath = (id: string, participant: ParticipantId): string =>
  `reports/retrait-${id}-${participant}.md`;

interface Lettered {
  readonly id: string;
  /** ISO UTC. */
  readonly at: string;
  /** What stands where the words were. */
  readonly mark: string;
  readonly plan: Plan;
}

/** A study's own `templates/retrait/fr.md` comes first. */
export function writeLetter(study: Study, { id, at, mark, plan }: Lettered): string {
  const { title, kind, language, attribution, participants } = study.settings;
  const person = participants.find((each) => each.id === plan.participant);
  const turns = plan.sessions.reduce((sum, each) => sum + each.turns, 0);
  const text = renderTemplate(findTemplate(study.root, "retrait", language), {
    study: { title, kind },
    person: attribution === "pseudonym" ? (person?.pseudonym ?? "") : "",
    withdrawal: id,
    day: at.slice(0, 10),
    scope: plan.scope,
    mark,
    turns,
    sessions: plan.sessions.map(({ session }) => session),
    sections: plan.sections.map((each) => each.title || each.id),
    copies: plan.copies.map(({ id: copy, sent }) => ({ id: copy, sent })),
    exports: plan.exports.map(({ day, audience, path, sections, isHere, recalled }) => {
      return { day, audience, path, sections, here: isHere, recalled: recalled ?? "" };
    }),
    deleted: plan.files.filter(({ rewritten }) => rewritten === undefined).length,
  });
  return `${text.trim()}\n`;
}
