// Texts of the reports on the document: build and check.

export interface RetourTexts {
  "build.done": { document: string; edition: string };
  "build.nothing": { document: string; edition: string };
  "build.section.new": Record<string, never>;
  "build.section.updated": Record<string, never>;
  "build.section.unchanged": { count: number };
  "build.quotes": { added: number; kept: number; removed: number };
  "build.opened": { edition: string };
  "build.next": { document: string };
  /** `turns`, `blocks`: how many hold the words. */
  "search.count": { turns: number; sessions: number; blocks: number };
  "search.none": Record<string, never>;
  "search.none-here": Record<string, never>;
  "search.others": { count: number };
  "search.document": { group: string };
  "search.more": { count: number };
  /** Quotes that nothing can be compared with any more are not said to be right. */
  "check.nothing": Record<string, never>;
  "check.clean": Record<string, never>;
  "check.found": { errors: number; warnings: number };
}
