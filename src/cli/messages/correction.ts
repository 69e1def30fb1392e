// Texts of the reports and questions about copies and corrections.
import type { Kind, Outcome } from "../../correction/correction.ts";
import type { ConflictReason } from "../../correction/plan-integration.ts";

type None = Record<string, never>;

export type CorrectionTexts = {
  "send.done": { edition: string; people: number; copies: number; folder: string };
  "send.again": { edition: string; people: number; copies: number; folder: string };
  "send.person": { person: string; formats: string };
  "send.next": None;
  "receive.return": { copy: string; person: string; count: number };
  "receive.next": None;
  "loss.title": None;
  "loss.place.letter": None;
  "loss.place.presentation": None;
  "loss.place.front-matter": None;
  "loss.place.moved": { section: string };
  "loss.place.layout": { section: string };
  "corrections.none": None;
  "corrections.count": { count: number; pending: number };
  "correction.kind-proposed": { kind: string };
  "correction.pending": None;
  "correction.decided": { outcome: string; by: string; reason: string };
  "correction.brought-in": None;
  "correction.conflicts": { ids: string };
  "correction.agrees": { ids: string };
  "decide.done": { id: string; outcome: string };
  "decide.to-integrate": { id: string; outcome: string };
  "integrate.applied": { ids: string; documents: string };
  "integrate.nothing": None;
  "integrate.by-hand": { ids: string };
  "integrate.conflict": { ids: string; section: string; reason: string };
  "diff.none": None;
  "diff.title": None;
  "diff.now": None;
  "review.position": { number: number; count: number };
  "review.choose": None;
  "review.integrate": None;
  "review.adapt": None;
  "review.decline": None;
  "review.record": None;
  "review.kind": None;
  "review.skip": None;
  "review.stop": None;
  "review.none": None;
  "review.done": { decided: number; left: number };
  "ask.adapted-text": None;
  "ask.declined-reason": None;
  "ask.which-kind": None;
  "ask.who-answered": { file: string };
  "ask.which-edition": { file: string };
  "ask.which-section": None;
  "ask.said-words": None;
} & Record<`kind.${Kind}`, None> &
  Record<`outcome.${Outcome}`, None> &
  Record<`conflict.${ConflictReason}`, None>;
