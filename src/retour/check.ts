// `check`: every quote against its turns, attributions, references, sections without words.
import type { Diagnostic, Place } from "../kernel/diagnostic.ts";
import { formatTurn, type ParticipantId } from "../kernel/ids.ts";
import { attributionAgreed, consentsThatCount, type Consents } from "../study/consent.ts";
import type { Study } from "../study/open.ts";
import { purgedSessions, turnsByRef } from "../transcript/store.ts";
import { foldTypography } from "../wording/fold.ts";
import { checkQuote } from "./check-quote.ts";
import { readDocuments, type GroupDocument } from "./document.ts";
import { checkIndirect } from "./check-indirect.ts";
import { checkNames, type VaultNames } from "./check-names.ts";
import { locator } from "./locator.ts";
import { diagnose } from "./messages.ts";
import { splitBlocks } from "./outline.ts";
import { findQuotes, readReferences, turnReferences, type Quote } from "./quote.ts";
import { bodyOf, withoutComments } from "./section.ts";

type Turns = ReadonlyMap<string, { readonly participant: ParticipantId | null; readonly words: string }>;

/**
 * Everything wrong in the documents of all groups, names that stand or may stand in the study, and, as
 * information, what may tell who speaks; an empty list when all is well. `vault`: undefined when the
 * study has none that is open.
 */
export async function check(study: Study, vault?: VaultNames): Promise<Diagnostic[]> {
  const findings: Diagnostic[] = [];
  const consents = await consentsThatCount(study.settings, study.ledger.db);
  const purged = await purgedSessions(study.ledger.db);
  const documents = await readDocuments(study);
  for (const document of documents)
    findings.push(...(await checkDocument(study, document, consents, purged)));
  findings.push(...(await checkNames(study, documents, vault)));
  findings.push(...(await checkIndirect(study, documents, vault)));
  return findings;
}

async function checkDocument(
  study: Study,
  document: GroupDocument,
  consents: Consents,
  purged: ReadonlySet<string>,
): Promise<Diagnostic[]> {
  const { text, file } = document;
  const quotes = findQuotes(text);
  const references = [...text.matchAll(turnReferences)].flatMap((match) =>
    readReferences(match[1] ?? "").map((turn) => ({ turn, index: match.index })),
  );
  const refs = [...references.map(({ turn }) => turn), ...quotes.flatMap(({ turns }) => turns)];
  const turns: Turns = await turnsByRef(study.ledger.db, refs);
  const placeOf = locator(text, file);
  const findings = [
    ...quotes.flatMap((quote) => [
      ...checkOne(quote, turns, { study, consents, purged, place: placeOf(quote.start) }),
    ]),
    ...unchecked(quotes, purged, file),
    ...references
      .filter(({ turn }) => !turns.has(formatTurn(turn)))
      .map(({ turn, index }) =>
        diagnose("reference.unknown", "error", { turn: formatTurn(turn) }, placeOf(index)),
      ),
    ...document.sections
      .filter(({ text: words }) => isEmpty(words))
      .map(({ id, line }) => diagnose("section.empty", "warning", { section: id }, { file, line })),
  ];
  return findings.sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0));
}

interface Standing {
  readonly study: Study;
  readonly consents: Consents;
  /** The sessions whose words are gone. */
  readonly purged: ReadonlySet<string>;
  readonly place: Place;
}

const isUncheckable = (quote: Quote, purged: ReadonlySet<string>): boolean =>
  quote.turns.some(({ session }) => purged.has(session));

/** Said once: there is nothing to mend. */
function unchecked(quotes: readonly Quote[], purged: ReadonlySet<string>, file: string): Diagnostic[] {
  const count = quotes.filter((quote) => isUncheckable(quote, purged)).length;
  return count === 0 ? [] : [diagnose("quote.purged", "info", { count }, { file })];
}

function* checkOne(
  quote: Quote,
  turns: Turns,
  { study, consents, purged, place }: Standing,
): Generator<Diagnostic> {
  const turn = quote.turns.map(formatTurn).join(", ");
  if (quote.turns.length === 0)
    yield diagnose("quote.no-turn", "error", { words: quote.words.slice(0, 60) }, place);
  const said = quote.turns.flatMap((each) => turns.get(formatTurn(each)) ?? []);
  if (said.length === 0 || said.length < quote.turns.length) return;
  const result = isUncheckable(quote, purged)
    ? undefined
    : checkQuote(quote.words, said.map(({ words }) => words).join("\n\n"));
  if (result?.isExact === false) {
    const { found, said: words } = result;
    yield diagnose("quote.differs", "error", { turn, found, said: words }, place);
  }
  const names = new Set(said.flatMap(({ participant }) => participant ?? []));
  for (const participant of names) {
    const answer = consents.of(participant, "quotation")?.answer ?? "given";
    if (answer !== "given") yield diagnose("quote.no-consent", "warning", { turn, participant }, place);
  }
  const [speaker] = names;
  if (quote.attribution === undefined || speaker === undefined || names.size > 1) return;
  if (consents.of(speaker, "quotation")?.attribution === "none")
    yield diagnose("quote.attribution-none", "warning", { turn, participant: speaker }, place);
  const expected = attributionAgreed(study.settings, consents, speaker);
  if (expected !== undefined && foldTypography(expected) !== foldTypography(quote.attribution))
    yield diagnose("quote.attribution", "warning", { turn, found: quote.attribution, expected }, place);
}

/** A section whose parts hold nothing but headings. */
function isEmpty(section: string): boolean {
  return splitBlocks(bodyOf(withoutComments(section))).every(({ text }) => /^ {0,3}#/.test(text));
}
