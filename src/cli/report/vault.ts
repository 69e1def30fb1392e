// What the vault's verbs print: the one place where real names are shown, to whoever opened it.
import { shown } from "../../kernel/shown.ts";
import type { Participant, Settings } from "../../study/settings.ts";
import type { Identity } from "../../vault/contents.ts";
import { diagnose, refuse } from "../../vault/messages.ts";
import type { Renamed } from "../../vault/rename.ts";
import type { Revealed } from "../../vault/reveal.ts";
import type { Vault } from "../../vault/vault.ts";
import type { Context, Outcome } from "../run.ts";
import { table } from "./table.ts";

export function reportMade({ say, vaultFile }: Context, study: string, { path, contents }: Vault): Outcome {
  const lines = [
    say("vault.made", { study, path }),
    ...(vaultFile === undefined ? [] : [say("vault.elsewhere", {})]),
  ];
  return { json: { path, id: contents.id }, text: shown(lines.join("\n")) };
}

export function reportOpened({ say }: Context, { path, contents }: Vault, isAdopted: boolean): Outcome {
  const identities = contents.identities.length;
  const sessions = Object.keys(contents.originals).length;
  const lines = [
    say("vault.opened", { path, identities, sessions }),
    ...(isAdopted ? [say("vault.adopted", {})] : []),
  ];
  return { json: { path, id: contents.id, identities, sessions, isAdopted }, text: shown(lines.join("\n")) };
}

export function listIdentities({ say, paint }: Context, identities: readonly Identity[]): Outcome {
  const headings = [
    say("heading.id", {}),
    say("vault.kind", {}),
    say("vault.replacement", {}),
    say("vault.participant", {}),
    say("vault.names", {}),
  ];
  const rows = identities.map(({ id, kind, names, replacement, participant }) => [
    id,
    say(`vault.kind.${kind}`, {}),
    replacement,
    participant ?? "",
    names.join(", "),
  ]);
  const text = rows.length === 0 ? say("vault.empty", {}) : table(headings, rows, paint);
  return { json: { identities: identities.map(identityJson) }, text };
}

export function reportAdded({ say }: Context, identities: readonly Identity[]): Outcome {
  const lines = identities.map(({ id, names, replacement }) =>
    say("vault.added", { id, names: names.join(", "), replacement }),
  );
  return { json: { identities: identities.map(identityJson) }, text: shown(lines.join("\n")) };
}

export function reportRenamed({ say }: Context, renamed: Renamed): Outcome {
  const lines = [
    say("vault.renamed", renamed),
    ...renamed.participants.map((id) => say("vault.renamed-settings", { id })),
  ];
  const sessions = renamed.sessions.join(", ");
  const diagnostics = sessions === "" ? [] : [diagnose("vault.former-replacement", "warning", { sessions })];
  return { json: renamed, text: shown(lines.join("\n")), diagnostics };
}

export function reportImported({ say }: Context, added: number, total: number): Outcome {
  return { json: { added, total }, text: say("vault.imported", { added, total }) };
}

export function reportExported({ say }: Context, file: string, count: number): Outcome {
  return {
    json: { file, count },
    text: shown(say("vault.exported-to", { file, count })),
    diagnostics: [diagnose("vault.exported", "warning", {})],
  };
}

export function reportPassphrase({ say }: Context): Outcome {
  return {
    json: {},
    text: say("vault.passphrase-changed", {}),
    diagnostics: [diagnose("vault.former-passphrase", "warning", {})],
  };
}

export function reportIgnored({ say }: Context, words: readonly string[]): Outcome {
  return { json: { words }, text: shown(say("vault.ignored", { words: words.join(", ") })) };
}

/** In a dry run the journal would say nothing: the words are not shown. */
export function reportRevealed({ say, isDryRun }: Context, revealed: readonly Revealed[]): Outcome {
  const turns = revealed.map(({ turn }) => turn);
  if (isDryRun) return { json: { turns: [] }, text: say("vault.would-reveal", { turns: turns.join(", ") }) };
  const lines = revealed.map(({ turn, words, isReplaced, isGone }) => {
    if (isReplaced) return `${turn}  ${words}`;
    return `${say(isGone ? "vault.no-longer-kept" : "vault.nothing-replaced", { turn })}\n${words}`.trimEnd();
  });
  return { json: { turns: revealed }, text: shown(lines.join("\n\n")) };
}

/** The participant that an option names, if it names one. */
export function participantCalled(
  { participants }: Settings,
  given: string | undefined,
): Participant | undefined {
  if (given === undefined) return undefined;
  const found = participants.find(({ id }) => id === given);
  if (found === undefined) throw refuse("vault.unknown-participant", {});
  return found;
}

function identityJson({ participant, ...identity }: Identity): object {
  return { ...identity, participant: participant ?? null };
}
