// The vault's names brought out of a study: what is shown and asked first, and what is said of it.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { shown } from "../kernel/shown.ts";
import { timestamp } from "../kernel/world.ts";
import { applyNames, prepareNames, type Agreed, type NamesPlan } from "../removal/apply-names.ts";
import { diagnose } from "../removal/messages.ts";
import { diagnose as diagnoseText } from "../retour/messages.ts";
import type { Study } from "../study/open.ts";
import { audiences, type Settings } from "../study/settings.ts";
import { themeIds } from "../theme/read-sheets.ts";
import { NameReplacer } from "../vault/replace/name-replacer.ts";
import type { Vault } from "../vault/vault.ts";
import { nameAsker } from "./ask-name.ts";
import { isWaiting } from "./report/removal.ts";
import { nameOf } from "./report/validation.ts";
import type { Context, Outcome } from "./run.ts";

/** What a person wrote, and what is deleted, wait for their yes: asked at a terminal, else said with --yes. */
export async function takeNamesOut(
  context: Context,
  study: Study,
  vault: Vault,
  isYes: boolean,
): Promise<Outcome> {
  const { canAsk, world } = context;
  const prepared = await prepareNames(study, {
    at: timestamp(world),
    themes: () => themeIds(study),
    names: new NameReplacer(vault, canAsk ? nameAsker(context) : undefined),
    vault,
  });
  const { plan } = prepared;
  const first = exportLines(plan, context);
  if (canAsk && first.length > 0) world.stdout.write(`${first.join("\n")}\n\n`);
  const agreed = await ask(context, plan, isYes);
  await applyNames(study, prepared, agreed, world);
  const { lines, diagnostics } = report(plan, agreed, study.settings, context);
  const all = [...(canAsk ? [] : first), ...lines];
  return {
    json: jsonOf(plan, agreed),
    text: all.length === 0 && diagnostics.length === 0 ? context.say("apply.nothing", {}) : all.join("\n"),
    diagnostics,
    exit: diagnostics.some(({ severity }) => severity !== "info") ? 1 : 0,
  };
}

async function ask({ canAsk, say, world }: Context, plan: NamesPlan, isYes: boolean): Promise<Agreed> {
  const isAgreed = async (message: string): Promise<boolean> =>
    isYes || (canAsk && (await world.prompter.confirm({ message, initial: true })));
  const documents = new Set<string>();
  for (const { file, lines } of plan.documents)
    if (await isAgreed(say("apply.document", { file, lines: lines.join(", ") }))) documents.add(file);
  const { made } = plan.files;
  if (made.length === 0) return { documents, files: false };
  if (canAsk) world.stdout.write(`${made.map((file) => shown(`  ${file.shown}`)).join("\n")}\n`);
  return { documents, files: await isAgreed(say("apply.delete", { count: made.length })) };
}

/** The worst case comes first. */
function exportLines({ exports }: NamesPlan, { say, paint }: Context): string[] {
  const waiting = exports.filter(isWaiting);
  if (waiting.length === 0) return [];
  const lines = waiting.map(({ audience: given, ...each }) => {
    const audience = audiences.find((known) => known === given);
    const said = audience === undefined ? given : say(`audience.${audience}`, {});
    return shown(say("apply.export", { ...each, audience: said }));
  });
  return [paint.red(say("apply.exports", {})), ...lines];
}

function report(
  { exports, copies, sessions, texts, corrections, lapsed, documents, files, settings, isTracked }: NamesPlan,
  agreed: Agreed,
  { groups }: Settings,
  { say }: Context,
): { lines: string[]; diagnostics: Diagnostic[] } {
  const left = exports.filter((each) => each.isNew && isWaiting(each)).map(({ id }) => id);
  const diagnostics: Diagnostic[] = [
    ...(left.length > 0 ? [diagnose("names.exported", "error", { exports: left.join(", ") })] : []),
    ...(copies.length > 0 ? [diagnose("names.sent", "warning", { copies: copies.join(", ") })] : []),
    ...settings,
    ...documents
      .filter(({ file }) => !agreed.documents.has(file))
      .flatMap(({ file, lines }) =>
        lines.map((line) => diagnoseText("name.listed", "error", {}, { file, line })),
      ),
    ...(agreed.files
      ? []
      : files.made.map((file) => diagnose("names.in-made", "error", {}, { file: file.shown }))),
    ...files.left.map(({ path, kind }) => diagnose("names.in-file", "info", { kind }, { file: path })),
    ...files.unread.map((file) => diagnose("names.unread", "info", {}, { file })),
  ];
  const several = groups.length > 1;
  const isChanged = sessions.length + texts + corrections.length > 0;
  const lines = [
    ...sessions.map((each) => say("apply.session", each)),
    ...documents
      .filter(({ file }) => agreed.documents.has(file))
      .map(({ file, lines: own }) => say("apply.changed", { file, count: own.length })),
    ...(texts + corrections.length > 0
      ? [say("apply.ledger", { texts, corrections: corrections.join(", ") })]
      : []),
    ...(agreed.files
      ? [
          say("apply.deleted", { count: files.made.length }),
          ...files.made.map((file) => shown(`  ${file.shown}`)),
        ]
      : []),
    ...(lapsed.length > 0
      ? [say("apply.lapsed", { sections: lapsed.map((each) => nameOf(each, several)).join(", ") })]
      : []),
    ...(isTracked && isChanged ? [say("apply.tracked", {})] : []),
  ];
  return { lines, diagnostics };
}

function jsonOf({ settings, files, documents, ...plan }: NamesPlan, agreed: Agreed): object {
  return {
    ...plan,
    documents: documents.map((each) => ({ ...each, isChanged: agreed.documents.has(each.file) })),
    settings: settings.map(({ place }) => ({ file: place?.file, line: place?.line })),
    deleted: agreed.files ? files.made.map((file) => file.shown) : [],
    kept: agreed.files ? [] : files.made.map((file) => file.shown),
    left: files.left,
    unread: files.unread,
  };
}
