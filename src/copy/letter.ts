// The letter at the head of each copy, from templates/lettre: what is asked, by when, how to answer.
import type { CopyId, EditionId } from "../kernel/ids.ts";
import { blur } from "../retour/blur.ts";
import { findTemplate, isShipped, renderTemplate, type Template } from "../retour/template.ts";
import type { Study } from "../study/open.ts";
import type { Group } from "../study/settings.ts";

export interface LetteredCopy {
  readonly id: CopyId;
  readonly edition: EditionId;
  readonly group: Group;
  readonly format: string;
  /** The day to answer by, `2026-12-05`; null for none. */
  readonly answerBy: string | null;
}

/** The letter of one copy, as Markdown. A study's own `templates/lettre/fr.md` comes first. */
export function writeLetter(study: Study, copy: LetteredCopy): string {
  return fillLetter(templateOf(study), study, copy, (words) => words);
}

/** The same without a word of the study; undefined when the template is the study's own. */
export function twinLetter(study: Study, copy: LetteredCopy): string | undefined {
  const template = templateOf(study);
  if (!isShipped(template, KIND, study.settings.language)) return undefined;
  return fillLetter(template, study, copy, blur);
}

const KIND = "lettre";

const templateOf = ({ root, settings }: Study): Template => findTemplate(root, KIND, settings.language);

/** The template that the letters are made from, relative to the study when it is its own. */
export const letterFile = (study: Study): string => templateOf(study).file;

/** `say`: what becomes of the words of the study. */
function fillLetter(
  template: Template,
  study: Study,
  copy: LetteredCopy,
  say: (words: string) => string,
): string {
  const { title, kind, language } = study.settings;
  const view = {
    study: { title: say(title), kind },
    group: { title: say(copy.group.title) },
    edition: copy.edition,
    copy: copy.id,
    format: copy.format,
    answer_by: copy.answerBy === null ? "" : dayInWords(copy.answerBy, language),
  };
  return renderTemplate(template, view).trim();
}

// Written out: what Node knows of a language differs from one version to the next.
const names = {
  fr: {
    days: "dimanche lundi mardi mercredi jeudi vendredi samedi",
    months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  },
  en: {
    days: "Sunday Monday Tuesday Wednesday Thursday Friday Saturday",
    months: "January February March April May June July August September October November December",
  },
};

/** `samedi 5 décembre 2026`, `Saturday 5 December 2026`. */
function dayInWords(day: string, language: "fr" | "en"): string {
  const date = new Date(`${day}T00:00:00Z`);
  const weekday = names[language].days.split(" ")[date.getUTCDay()] ?? "";
  const month = names[language].months.split(" ")[date.getUTCMonth()] ?? "";
  const number = String(date.getUTCDate());
  const year = String(date.getUTCFullYear());
  return `${weekday} ${language === "fr" && number === "1" ? "1er" : number} ${month} ${year}`;
}
