// What the correction room refuses or finds.
import { messages } from "../kernel/diagnostic.ts";

export interface CorrectionMessages {
  "return.purged": { day: string };
  "return.unknown-format": { file: string; known: string };
  "return.no-identity": { file: string };
  "return.other-study": { file: string };
  "return.identity-differs": { file: string; stated: string; given: string };
  "return.unknown-edition": { edition: string; known: string };
  "return.unknown-participant": { participant: string; known: string };
  "return.nothing-sent": { group: string };
  "return.no-section": { file: string; edition: string };
  "return.mark-unclosed": { mark: string };
  "return.pdf": { file: string };
  "return.image": { file: string };
  "return.old-word": { file: string };
  "return.pages": { file: string };
  "return.outlook-message": { file: string };
  "return.page-not-answer": { file: string };
  "return.not-answer": { file: string };
  "return.answer-broken": { file: string };
  "return.answer-newer": { file: string };
  "return.answer-other-text": { file: string };
  "return.answer-unread": { file: string; count: number };
  "return.never-made": { file: string; copy: string };
  "return.same-file-as": { copy: string; other: string };
  "return.further": { copy: string };
  "return.folder-empty": { file: string };
  "email.damaged": { file: string };
  "email.too-much": { file: string; most: number };
  "email.nothing-said": { file: string };
  "return.already-received": { copy: string };
  "return.nothing-differs": { copy: string };
  "return.known-already": { copy: string; count: number };
  "return.loss": { copy: string; count: number };
  "return.no-document": { file: string };
  "return.images": { count: number };
  "return.unreadable": { count: number };
  "return.damaged": { count: number };
  "return.formatting-only": { count: number };
  "return.comments-resolved": { count: number };
  "return.several-authors": { count: number };
  /** A name that the copy had a pseudonym for: nothing asks for it. */
  "receive.name-written-back": { copy: string; section: string };
  "oral.unknown-section": { section: string; edition: string; known: string };
  "oral.several-groups": { participant: string; groups: string };
  "oral.no-words": Record<string, never>;
  "correction.unknown": { correction: string };
  "decision.text-missing": { correction: string };
  "decision.reason-missing": { correction: string };
  "decide.purged": { correction: string; day: string };
  "decide.withdrawal-stands": { correction: string };
  "decide.withdrawal-said": { correction: string };
  "decision.unknown-person": { person: string; known: string };
  "comparison.unknown-edition": { edition: string; known: string };
  "comparison.other-groups": { first: string; second: string };
  "comparison.unknown-section": { section: string; known: string };
  "comparison.no-return": { participant: string; known: string };
  "comparison.nothing-sent": Record<string, never>;
  "comparison.never-validated": Record<string, never>;
  "report.unknown": { name: string; known: string };
  "report.unknown-format": { format: string; known: string };
  "report.nothing-asked": { group: string };
  /** `where`: the part of the file; "" for its text. `name`: what stands instead of the name. */
  "report.leak-name": { where: string; name: string };
  "report.leak-withdrawn": { where: string };
  "report.names-someone": { correction: string; participant: string };
  "review.no-terminal": Record<string, never>;
}

export const { refuse, diagnose } = messages<CorrectionMessages>();
