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
  "check.clean": Record<string, never>;
  "check.found": { errors: number; warnings: number };
}
