// The vault's names brought into a study's words, and what is said of it.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { timestamp } from "../kernel/world.ts";
import { applyVault, type Applied } from "../retour/apply-vault.ts";
import { diagnose } from "../retour/messages.ts";
import type { Study } from "../study/open.ts";
import { themeIds } from "../theme/read-sheets.ts";
import { NameReplacer } from "../vault/replace/name-replacer.ts";
import type { Vault } from "../vault/vault.ts";
import { nameAsker } from "./ask-name.ts";
import type { Context, Outcome } from "./run.ts";

/** Documents are changed when the person says so: asked at a terminal, said beforehand with --yes. */
export function applyNames(context: Context, study: Study, vault: Vault, isYes: boolean): Promise<Applied> {
  const { canAsk, world, say } = context;
  return applyVault(study, {
    at: timestamp(world),
    themes: () => themeIds(study),
    names: new NameReplacer(vault, canAsk ? nameAsker(context) : undefined),
    changeDocument: async (file, lines) =>
      isYes ||
      (canAsk &&
        (await world.prompter.confirm({
          message: say("apply.document", { file, lines: lines.join(", ") }),
          initial: true,
        }))),
  });
}

export function reportApplied({ say }: Context, applied: Applied): Outcome {
  const { sessions, documents, editions } = applied;
  const left = documents.filter(({ isChanged }) => !isChanged);
  const diagnostics: Diagnostic[] = [
    ...left.flatMap(({ file, lines }) =>
      lines.map((line) => diagnose("name.listed", "error", {}, { file, line })),
    ),
    ...(editions.length > 0
      ? [diagnose("name.in-editions", "warning", { editions: editions.join(", ") })]
      : []),
  ];
  const lines = [
    ...sessions.map((each) => say("apply.session", each)),
    ...documents
      .filter(({ isChanged }) => isChanged)
      .map(({ file, lines: own }) => say("apply.changed", { file, count: own.length })),
  ];
  return {
    json: applied,
    text: lines.length === 0 && left.length === 0 ? say("apply.nothing", {}) : lines.join("\n"),
    diagnostics,
    exit: diagnostics.length === 0 ? 0 : 1,
  };
}
