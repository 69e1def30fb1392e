// What `consent` and `pact` print, and what `status` says of both and of days that have come.
import { shown } from "../../kernel/shown.ts";
import {
  purposes,
  type Consent,
  type Consents,
  type MissingConsents,
  type PlacedConsent,
  type Purpose,
} from "../../study/consent.ts";
import type { AgreedPact, Pact, PactAgreement } from "../../study/pact.ts";
import type { RecordedConsents } from "../../study/record-consent.ts";
import type { Settings } from "../../study/settings.ts";
import type { Standing } from "../../study/standing.ts";
import { changes, type Change } from "../../wording/compare.ts";
import type { Say } from "../messages/catalogue.ts";
import type { Context, Outcome } from "../run.ts";
import { table } from "./table.ts";
import { around, wrapLines, wrapStretches } from "./wrap.ts";

/** What was recorded, a line per person, and what follows from a no. */
export function reportConsents(
  { recorded, unchanged, diagnostics }: RecordedConsents,
  settings: Settings,
  { say }: Context,
): Outcome {
  const lineOf = (key: "consent.recorded" | "consent.known", list: readonly PlacedConsent[]): string[] =>
    [...alike(list, ({ participant }) => participant)].map(([person, own]) => {
      const [first] = own;
      return say(key, {
        person: named(settings, [person]),
        answer: first ? say(`consent.answer.${first.answer}`, {}) : "",
        what: own.map((each) => purposeSaid(each.purpose, each, say)).join(", "),
        day: first?.day ?? "",
      });
    });
  const lines = [
    ...lineOf("consent.recorded", recorded),
    ...lineOf("consent.known", unchanged),
    ...following(recorded, settings, say),
  ];
  return { json: { consents: recorded, unchanged }, text: lines.join("\n"), diagnostics };
}

/** What a refusal or a withdrawal holds back from now on. */
function following(recorded: readonly PlacedConsent[], settings: Settings, say: Say): string[] {
  const refused = recorded.filter(({ answer }) => answer !== "given");
  if (refused.length === 0 || settings.consent === "elsewhere") return [];
  const about = (purpose: Purpose): boolean => refused.some((each) => each.purpose === purpose);
  const people = [...new Set(refused.map(({ participant }) => participant))].join(" ");
  return [
    ...(about("quotation") ? [say("consent.follows-quotation", {})] : []),
    ...(about("publication") ? [say("consent.follows-publication", {})] : []),
    say("consent.follows-words", { people }),
  ];
}

/** People by purposes, in columns where they fit, else a few lines per person. */
export function listConsents(settings: Settings, consents: Consents, context: Context): Outcome {
  const { say, world } = context;
  const people = settings.participants.filter(
    ({ id, role }) => role === "participant" || purposes.some((purpose) => consents.of(id, purpose)),
  );
  const json = {
    consents: people.flatMap(({ id: participant }) =>
      purposes.map((purpose) => {
        const { answer = null, attribution = null, day = null } = consents.of(participant, purpose) ?? {};
        return { participant, purpose, answer, attribution, day };
      }),
    ),
  };
  if (people.length === 0) return { json, text: say("consent.nobody", {}) };
  const rows = people.map(({ id }) => ({ id, own: purposes.map((purpose) => consents.of(id, purpose)) }));
  const grid = consentTable(rows, context);
  const isWide = shown(grid)
    .split("\n")
    .every((line) => line.replace(/\[\d+m/g, "").length <= world.stdout.columns);
  const list = isWide
    ? grid
    : rows.map(({ id, own }) => consentLines(named(settings, [id]), own, context)).join("\n");
  return { json, text: `${list}\n\n${say("consent.legend", {})}` };
}

interface ConsentRow {
  readonly id: string;
  /** In the order of the purposes. */
  readonly own: readonly (Consent | undefined)[];
}

function consentTable(rows: readonly ConsentRow[], { say, paint }: Context): string {
  const headings = [
    say("heading.person", {}),
    ...purposes.map((purpose) => say(`purpose.${purpose}`, {})),
    say("heading.quoted-as", {}),
  ];
  const cells = rows.map(({ id, own }) => {
    const { attribution = null } = own[purposes.indexOf("quotation")] ?? {};
    return [
      id,
      ...own.map((each) => answerSaid(each, say)),
      attribution === null ? "" : say(`attribution.${attribution}`, {}),
    ];
  });
  const styleOf = (row: number, column: number): ((text: string) => string) => {
    if (column === 0 || column > purposes.length) return (text) => text;
    const consent = rows[row]?.own[column - 1];
    if (consent === undefined) return paint.dim;
    return consent.answer === "given" ? paint.green : paint.red;
  };
  return table(headings, cells, paint, { styleOf });
}

function consentLines(
  person: string,
  own: readonly (Consent | undefined)[],
  { say, world }: Context,
): string {
  const said = (sign: string, isMeant: (consent: Consent | undefined) => boolean): string[] => {
    const list = purposes.filter((_, index) => isMeant(own[index]));
    const words = list.map((purpose) => purposeSaid(purpose, own[purposes.indexOf(purpose)], say));
    return list.length === 0 ? [] : indented(`${sign} ${words.join(", ")}`, world.stdout.columns);
  };
  return [
    person,
    ...said("✓", (consent) => consent?.answer === "given"),
    ...said("✗", (consent) => consent !== undefined && consent.answer !== "given"),
    ...said("·", (consent) => consent === undefined),
  ].join("\n");
}

function answerSaid(consent: Consent | undefined, say: Say): string {
  switch (consent?.answer) {
    case undefined:
      return "·";
    case "given":
      return `✓ ${say("consent.yes", {})}`;
    case "refused":
      return `✗ ${say("consent.no-refused", {})}`;
    case "withdrawn":
      return `✗ ${say("consent.no-withdrawn", {})}`;
  }
}

/** `citation (pseudonyme)` */
function purposeSaid(purpose: Purpose, consent: Consent | undefined, say: Say): string {
  const words = say(`purpose.${purpose}`, {});
  const attribution = consent?.attribution ?? null;
  if (attribution === null) return words;
  return say("consent.quoted-as", { purpose: words, name: say(`attribution.${attribution}`, {}) });
}

/** The text, who agreed to it, who is to be asked, and what changed since what people agreed to. */
export function reportPact(pact: Pact, settings: Settings, context: Context): Outcome {
  const { say, paint, world } = context;
  const since = [...alike(pact.earlier, ({ version }) => version)].map(([version, own]) => ({
    version,
    people: namedOf(settings, own),
    changes: changes(pact.texts.get(version) ?? "", pact.text),
  }));
  const { version, isAgreedTo } = pact;
  const columns = world.stdout.columns;
  const text = wrapStretches([{ text: shown(pact.text), style: (words) => words }], columns, "  ");
  const blocks = [
    [paint.bold(say("pact.heading", { version, isAgreedTo })), "", text].join("\n"),
    ...since.map((each) => [say("pact.changed", each), "", changesShown(each.changes, context)].join("\n")),
    peopleLines(pact, settings, say).join("\n"),
  ];
  const json = {
    pact: {
      version,
      text: pact.text,
      ...pactPeople(pact),
      changes: since.map((each) => ({ since: each.version, changes: each.changes })),
    },
  };
  return { json, text: blocks.filter(Boolean).join("\n\n") };
}

function peopleLines(pact: Pact, settings: Settings, say: Say): string[] {
  const [agreed, earlier] = [namedOf(settings, pact.agreed, true), namedOf(settings, pact.earlier)];
  const never = named(settings, pact.never);
  return [
    ...(agreed === "" ? [] : [say("pact.agreed", { people: agreed })]),
    ...(earlier === "" ? [] : [say("pact.again", { people: earlier })]),
    ...(never === "" ? [] : [say("pact.never", { people: never })]),
  ];
}

function changesShown(list: readonly Change[], { paint, world }: Context): string {
  const marks = { same: ["", ""], removed: ["[-", "-]"], added: ["{+", "+}"] } as const;
  const styles = { same: (text: string) => text, removed: paint.red, added: paint.green };
  const pieces = list.map(({ op, text }) => {
    const [open, close] = marks[op];
    return { text: around(shown(text), open, close), style: styles[op] };
  });
  return wrapStretches(pieces, world.stdout.columns, "  ");
}

export function reportAgreedPact(
  { version, recorded, unchanged, diagnostics }: AgreedPact,
  settings: Settings,
  { say }: Context,
): Outcome {
  const lines = [
    ...(recorded.length === 0
      ? []
      : [say("pact.recorded", { people: namedOf(settings, recorded), version })]),
    ...(unchanged.length === 0 ? [] : [say("pact.known", { people: namedOf(settings, unchanged), version })]),
  ];
  return { json: { version, agreed: recorded, unchanged }, text: lines.join("\n"), diagnostics };
}

/** The lines `status` ends with; none when nothing is to be said. */
export function standingLines(standing: Standing, settings: Settings, context: Context): string[] {
  const { say, world } = context;
  const { pact } = standing;
  const lines = [
    ...consentsMissing(standing.consents, settings, say),
    ...(pact === undefined
      ? []
      : [
          say("status.pact", {
            version: pact.version,
            agreed: idsOf(pact.agreed),
            earlier: idsOf(pact.earlier),
            never: pact.never.join(", "),
          }),
        ]),
    ...standing.due.map(({ what, day }) => say("status.due", { what: say(`retained.${what}`, {}), day })),
    ...standing.soon.map(({ what, day, left }) =>
      say("status.soon", { what: say(`retained.${what}`, {}), day, days: left }),
    ),
  ];
  return lines.flatMap((line) =>
    line.startsWith("  ")
      ? indented(line.trim(), world.stdout.columns)
      : wrapLines([{ text: line, style: (words) => words }], world.stdout.columns).map(({ text }) => text),
  );
}

/** People who miss the same are on one line. */
function consentsMissing(consents: readonly MissingConsents[], settings: Settings, say: Say): string[] {
  const whatOf = ({ missing, refused }: MissingConsents): string =>
    missing.length === purposes.length && refused.length === 0
      ? say("status.all-purposes", {})
      : missing
          .map((each) => {
            const purpose = say(`purpose.${each}`, {});
            return refused.includes(each) ? say("status.refused-purpose", { purpose }) : purpose;
          })
          .join(", ");
  const lines = [...alike(consents, whatOf)].map(([what, own]) => {
    const people = named(
      settings,
      own.map(({ participant }) => participant),
    );
    return `  ${say("status.no-consent", { people, what })}`;
  });
  return lines.length === 0 ? [] : [say("status.consents", {}), ...lines];
}

export function standingJson({ consents, pact, due, soon }: Standing): object {
  return {
    consents,
    pact: pact === undefined ? null : { version: pact.version, ...pactPeople(pact) },
    retention: [...due, ...soon].map(({ what, day, left }) => ({ what, day, left, due: left < 0 })),
  };
}

function pactPeople({ agreed, earlier, never }: Pact): object {
  const ids = (list: readonly PactAgreement[]): string[] => list.map(({ participant }) => participant);
  return { agreed: ids(agreed), earlier: ids(earlier), never };
}

function idsOf(agreements: readonly PactAgreement[]): string {
  return agreements.map(({ participant }) => participant).join(", ");
}

function namedOf(settings: Settings, agreements: readonly PactAgreement[], hasDay = false): string {
  return agreements
    .map(({ participant, day }) => named(settings, [participant]) + (hasDay ? ` (${day})` : ""))
    .join(", ");
}

/** `P01 Nadia, P02 Mehdi` */
function named({ participants }: Settings, ids: readonly string[]): string {
  return ids
    .map((id) => shown(`${id} ${participants.find((each) => each.id === id)?.pseudonym ?? ""}`).trim())
    .join(", ");
}

/** The items by what is the same in them, in the order in which it first comes. */
function alike<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const each of items) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return groups;
}

/** Lines under a person, what goes on further right than what begins. */
function indented(text: string, columns: number): string[] {
  const lines = wrapLines([{ text, style: (words) => words }], Math.max(20, columns - 4));
  return lines.map((line, index) => (index === 0 ? "  " : "    ") + line.text);
}
