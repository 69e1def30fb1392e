// The letter at the head of each copy, from templates/lettre: what is asked, how to answer.
import type { CopyId, EditionId } from "../kernel/ids.ts";
import { findTemplate, renderTemplate } from "../retour/template.ts";
import type { Study } from "../study/open.ts";
import type { Group } from "../study/settings.ts";

/** The letter of one copy, as Markdown. A study's own `templates/lettre/fr.md` comes first. */
export function writeLetter(
  study: Study,
  copy: { readonly id: CopyId; readonly edition: EditionId; readonly group: Group; readonly format: string },
): string {
  const { title, language } = study.settings;
  const view = {
    study: { title },
    group: { title: copy.group.title },
    edition: copy.edition,
    copy: copy.id,
    format: copy.format,
  };
  return renderTemplate(findTemplate(study.root, "lettre", language), view).trim();
}
