// What a template of the document is given: the study, the group, its sessions, and under each
// theme the passages coded with it. Documented with an example in docs/templates.
import type { ThemeId } from "../kernel/ids.ts";
import { formatTurn } from "../kernel/ids.ts";
import { attributionAgreed, noConsents, type Consents } from "../study/consent.ts";
import type { Group, Settings } from "../study/settings.ts";
import { withDescendants, type Codebook, type Theme } from "../theme/codebook.ts";
import type { Passage } from "../theme/passages.ts";
import { withoutMarks } from "../wording/speech-marks.ts";
import { escapeMarkdown } from "./quote.ts";

export interface QuoteView {
  /** The words, as text. */
  readonly text: string;
  readonly turn: string;
  readonly attribution: string;
  /** The whole block quote with its attribution and turn, as Markdown (`| raw`). */
  readonly block: string;
  /** Both again, without pauses, laughter and other marks that are not words. */
  readonly text_without_marks: string;
  readonly block_without_marks: string;
}

interface ThemeView {
  readonly id: ThemeId;
  readonly title: string;
  readonly definition: string;
  readonly quotes: readonly QuoteView[];
}

export interface SectionView extends ThemeView {
  /** The themes under this one that have passages, in the codebook's order. */
  readonly themes: readonly ThemeView[];
}

export interface DocumentView {
  readonly study: { readonly title: string; readonly language: string; readonly kind: string };
  readonly group: { readonly id: string; readonly title: string };
  readonly edition: string;
  readonly sessions: readonly { readonly id: string; readonly date: string }[];
  readonly sections: readonly SectionView[];
}

/**
 * The view of a group's document. A root theme with passages, its own or of a theme under it,
 * is a section. The same passage coded with a theme and with one under it is shown once, under
 * the more precise one. Names are shown as each person agreed.
 */
export function viewDocument(
  settings: Settings,
  group: Group,
  edition: string,
  codebook: Codebook,
  passages: readonly Passage[],
  consents = noConsents,
): DocumentView {
  const quote = (passage: Passage): QuoteView => viewQuote(passage, settings, consents);
  const byTheme = new Map<string, Passage[]>();
  for (const passage of passages) {
    const list = byTheme.get(passage.theme);
    if (list) list.push(passage);
    else byTheme.set(passage.theme, [passage]);
  }
  return {
    study: { title: settings.title, language: settings.language, kind: settings.kind },
    group: { id: group.id, title: group.title },
    edition,
    sessions: settings.sessions
      .filter((session) => session.group === group.id)
      .map(({ id, date }) => ({ id, date })),
    sections: codebook.roots.flatMap((theme) => viewSection(theme, byTheme, quote)),
  };
}

function viewSection(
  root: Theme,
  byTheme: ReadonlyMap<string, Passage[]>,
  quote: (passage: Passage) => QuoteView,
): SectionView[] {
  const shown = new Set<string>();
  // The deepest themes choose first, so that a passage stands where it is most precise.
  const quotesOf = new Map<ThemeId, QuoteView[]>();
  for (const theme of [...withDescendants(root)].reverse()) {
    const fresh = (byTheme.get(theme.id) ?? []).filter((passage) => {
      const place = `${formatTurn(passage.turn)} ${String(passage.start)} ${String(passage.end)}`;
      if (shown.has(place)) return false;
      shown.add(place);
      return true;
    });
    quotesOf.set(theme.id, fresh.map(quote));
  }
  if (shown.size === 0) return [];
  const view = ({ id, title, definition }: Theme): ThemeView => ({
    id,
    title,
    definition: definition ?? "",
    quotes: quotesOf.get(id) ?? [],
  });
  const below = [...withDescendants(root)].slice(1).map(view);
  return [{ ...view(root), themes: below.filter((theme) => theme.quotes.length > 0) }];
}

function viewQuote({ turn, participant, words }: Passage, settings: Settings, consents: Consents): QuoteView {
  const attribution = participant === null ? "" : (attributionAgreed(settings, consents, participant) ?? "");
  const name = attribution === "" ? "" : `${escapeMarkdown(attribution)} `;
  const blockOf = (text: string): string =>
    [...escapeMarkdown(text.trim()).split(/\r?\n/), "", `— ${name}(${formatTurn(turn)})`]
      .map((line) => `> ${line}`.trimEnd())
      .join("\n");
  return {
    text: words,
    turn: formatTurn(turn),
    attribution,
    block: blockOf(words),
    // Few templates ask for these: made when they do.
    get text_without_marks() {
      return withoutMarks(words);
    },
    get block_without_marks() {
      return blockOf(withoutMarks(words));
    },
  };
}
