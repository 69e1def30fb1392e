// What a template of an export is given: documented with an example in docs/templates.
import type { GroupId } from "../kernel/ids.ts";
import type { Audience, Settings } from "../study/settings.ts";
import type { HeldBack, ValidatedSection } from "../validation/validated.ts";
import { holdBack } from "./gate.ts";
import { publicText, type PublicTextOptions } from "./public-text.ts";

export interface SectionView {
  readonly group: string;
  readonly id: string;
  /** Text. */
  readonly title: string;
  /** Markdown (`| raw`), headings of level 3 and below; the note of a minority at its end. */
  readonly body: string;
}

/** Nothing of what is held back is in it: neither title, nor number, nor group. */
export interface ExportView {
  readonly study: { readonly title: string; readonly language: string; readonly kind: Settings["kind"] };
  readonly audience: Audience;
  /** As a person writes it: « 12 mai 2026 ». */
  readonly date: string;
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly sections: readonly SectionView[];
  }[];
  /** All of them, in the order of the groups. */
  readonly sections: readonly SectionView[];
}

/** `leaving`: the sections that are in the view. */
export function viewExport(
  settings: Settings,
  passed: readonly ValidatedSection[],
  audience: Audience,
  now: Date,
): { view: ExportView; leaving: ValidatedSection[]; heldBack: HeldBack[] } {
  const leaving: ValidatedSection[] = [];
  const heldBack: HeldBack[] = [];
  const sections: (SectionView & { group: GroupId })[] = [];
  const hasAttribution = settings.attribution !== "none";
  for (const section of passed) {
    const number = String(leaving.length + 1);
    const text = publicText(section.content, { hasAttribution, notes: number });
    const note = noteText(section, settings.language, { hasAttribution, notes: `${number}n` });
    if (text === undefined || note === undefined)
      heldBack.push(holdBack(section, [{ code: "reason.not-clean", params: {} }]));
    else {
      leaving.push(section);
      sections.push({ group: section.group, id: section.id, title: text.title, body: text.body + note });
    }
  }
  const groups = settings.groups.flatMap(({ id, title }) => {
    const own = sections.filter(({ group }) => group === id);
    return own.length > 0 ? [{ id, title, sections: own }] : [];
  });
  const view: ExportView = {
    study: { title: settings.title, language: settings.language, kind: settings.kind },
    audience,
    date: dayInWords(now, settings.language),
    groups,
    sections,
  };
  return { view, leaving, heldBack };
}

const minority = { fr: "Position minoritaire", en: "Minority position" };

/** What stands under a section that someone opposes; "" when nobody does, undefined when it may not leave. */
function noteText(
  { note = "" }: ValidatedSection,
  language: Settings["language"],
  options: PublicTextOptions,
): string | undefined {
  if (note.trim() === "") return "";
  const text = publicText(`## ${minority[language]}\n\n${note}`, options);
  // A block quote holds together whatever the note holds.
  const lines = text?.body.split("\n").map((line) => (line === "" ? ">" : `> ${line}`));
  return lines && ["\n\n> **" + minority[language] + "**", ">", ...lines].join("\n");
}

const months = {
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  en: "January February March April May June July August September October November December",
};

/** The day where the person is; loading a locale for this one date would take longer than all the rest. */
function dayInWords(now: Date, language: "fr" | "en"): string {
  const month = months[language].split(" ")[now.getMonth()] ?? "";
  const [day, year] = [String(now.getDate()), String(now.getFullYear())];
  if (language === "en") return `${month} ${day}, ${year}`;
  return `${day === "1" ? "1er" : day} ${month} ${year}`;
}
