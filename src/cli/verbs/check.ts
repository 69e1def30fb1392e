// `retour check`
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { allCorrections } from "../../correction/store.ts";
import { countNamedRows } from "../../removal/count-names.ts";
import { check } from "../../retour/check.ts";
import type { VaultNames } from "../../retour/check-names.ts";
import { diagnose } from "../../retour/messages.ts";
import type { Study } from "../../study/open.ts";
import { makeFinder } from "../../vault/finder/make-finder.ts";
import { gatherLikely } from "../../vault/likely/gather.ts";
import { knownTo } from "../../vault/likely/known.ts";
import { NameReplacer } from "../../vault/replace/name-replacer.ts";
import { pseudonymsApart } from "../../vault/pseudonyms.ts";
import type { Vault } from "../../vault/vault.ts";
import { openVault } from "../open-vault.ts";
import type { Run } from "../run.ts";
import { correctionSources } from "../study-sources.ts";

/** Exit 1 when there is something to mend or to look at; information alone is exit 0. */
export const run: Run = async (context) => {
  const { say, explain } = context;
  const study = await context.open({ forWriting: false });
  const warnings: Diagnostic[] = [];
  const vault = await openVault(context, study, {
    isRequired: false,
    warn: (warning) => void warnings.push(warning),
  });
  const names = vault && { contents: vault.contents, finder: makeFinder(vault.contents) };
  const apart = vault ? pseudonymsApart(study.settings, vault.contents) : [];
  const diagnostics = [
    ...warnings,
    ...apart,
    ...(await check(study, names)),
    ...(await namedInLedger(study, vault)),
    ...(await likelyReturned(study, names)),
  ];
  const count = (severity: Diagnostic["severity"]): number =>
    diagnostics.filter((each) => each.severity === severity).length;
  const [errors, toLookAt] = [count("error"), count("warning")];
  const isClean = errors + toLookAt === 0;
  const isCompared = diagnostics.every(({ code }) => code !== "quote.purged");
  return {
    json: { diagnostics: diagnostics.map(explain) },
    text: isClean
      ? say(isCompared ? "check.clean" : "check.nothing", {})
      : say("check.found", { errors, warnings: toLookAt }),
    diagnostics,
    exit: isClean ? 0 : 1,
  };
};

/** Names in what the ledger keeps and no file shows: counts, never the words. */
async function namedInLedger({ ledger }: Study, vault: Vault | undefined): Promise<Diagnostic[]> {
  if (vault === undefined) return [];
  const counts = await countNamedRows(ledger.db, new NameReplacer(vault, undefined));
  return [...counts].map(([kind, count]) => diagnose("name.in-ledger", "error", { kind, count }));
}

/** What looks like a name in what came back, once for each form in each correction. */
async function likelyReturned(study: Study, names: VaultNames | undefined): Promise<Diagnostic[]> {
  const known = knownTo(study.settings, names);
  const severity = names === undefined ? "info" : "warning";
  return correctionSources(await allCorrections(study.ledger.db)).flatMap((source) =>
    gatherLikely([source], known).map(({ kind }) =>
      diagnose("name.likely-returned", severity, { kind, correction: source.place }),
    ),
  );
}
