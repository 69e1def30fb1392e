// What the rules of agreement say that cannot be followed: see meaning.ts.
import { isMap } from "yaml";
import type { YAMLMap } from "yaml";
import type { Diagnostic, Place } from "../kernel/diagnostic.ts";
import { asGroupId, type GroupId } from "../kernel/ids.ts";
import type { LocatedSettings } from "./located.ts";
import { isUndeclared, itemAt, unknownGroup, unknownPerson, valueAt, type Reading } from "./meaning.ts";
import { diagnose } from "./messages.ts";
import { participantsOf, type Agreement, type SectionAgreement, type ValidationRule } from "./settings.ts";

/** Delegates who cannot decide, sections with two rules, a minimum that nobody can reach. */
export function checkAgreements(located: LocatedSettings, reading: Reading): Diagnostic[] {
  const { settings, sections, validation: node } = located;
  const { rule, minimum, askAgainAfter, silence } = settings.validation;
  const groups = settings.groups.map(({ id }) => id);
  const isVain = askAgainAfter !== null && silence !== "ask-again";
  return [
    ...checkDelegates(rule, node, located, reading),
    ...checkMinimum({ rule, minimum }, groups, node, located, reading),
    ...(isVain
      ? [
          diagnose(
            "settings.never-asked-again",
            "warning",
            {},
            reading.placeOf(valueAt(node, "ask-again-after")),
          ),
        ]
      : []),
    ...sectionsTwice(located, reading),
    ...sections.entries.flatMap(({ value, node: own }) => {
      const group = groupOf(value.section) ?? (groups.length === 1 ? groups[0] : undefined);
      const place = reading.placeOf(valueAt(own, "id"));
      if (group !== undefined && isUndeclared(group, located.groups, reading.isShapely))
        return [unknownGroup(group, located.groups, place)];
      const asked = { rule: value.rule ?? rule, minimum: value.minimum ?? minimum };
      return [
        ...(value.rule
          ? checkDelegates(value.rule, own, located, reading, { group, section: value.section })
          : []),
        ...(isOwnMinimum(value, rule)
          ? checkMinimum(asked, group ? [group] : "any", own, located, reading)
          : []),
      ];
    }),
  ];
}

/** `g2` of `g2/peur`. */
function groupOf(section: string): GroupId | undefined {
  const [group, id] = section.split("/");
  return id === undefined ? undefined : asGroupId(group ?? "");
}

/** `of`: the section whose rule it is, and its group where that is known. */
function checkDelegates(
  rule: ValidationRule,
  node: YAMLMap,
  { participants }: LocatedSettings,
  { placeOf, isShapely }: Reading,
  of?: { readonly group: GroupId | undefined; readonly section: string },
): Diagnostic[] {
  const written = valueAt(node, "rule");
  if (rule.kind !== "delegates" || !isMap(written)) return [];
  const known = participants.entries.map(({ value }) => value);
  return rule.people.flatMap((id, index) => {
    const place = placeOf(itemAt(written, "delegates", index));
    const person = known.find((each) => each.id === id);
    if (person === undefined)
      return participants.isWhole || isShapely ? [unknownPerson(id, known, place)] : [];
    const { role, groups } = person;
    if (role !== "participant")
      return [diagnose("settings.delegate-not-asked", "error", { id, role }, place)];
    if (of?.group === undefined || groups.includes(of.group)) return [];
    const params = { id, section: of.section, group: of.group };
    return [diagnose("settings.delegate-not-of-group", "warning", params, place)];
  });
}

/** False where what is said of the study says it: the section has the same minimum, among the same people. */
function isOwnMinimum(own: SectionAgreement, rule: ValidationRule): boolean {
  const isDelegated = own.rule?.kind === "delegates" || rule.kind === "delegates";
  return own.minimum !== undefined || (own.rule !== undefined && isDelegated);
}

/**
 * More agreements asked for than there are people whom the rule counts. A group that has nobody yet is only
 * beginning. `any`: of a section that several groups may have, what none of them reaches.
 */
function checkMinimum(
  { rule, minimum }: Pick<Agreement, "rule" | "minimum">,
  of: readonly GroupId[] | "any",
  node: YAMLMap,
  { settings }: LocatedSettings,
  { placeOf, isShapely }: Reading,
): Diagnostic[] {
  if (!isShapely) return [];
  const place = placeOf(valueAt(node, "minimum") ?? valueAt(node, "rule"));
  if (rule.kind === "delegates") {
    const count = rule.people.length;
    if (minimum <= count) return [];
    return [diagnose("settings.minimum-above-delegates", "warning", { minimum, count }, place)];
  }
  const groups = settings.groups
    .filter(({ id }) => of === "any" || of.includes(id))
    .map(({ id: group }) => ({ group, count: participantsOf(settings, group).length }));
  const short = groups.filter(({ count }) => count > 0 && minimum > count);
  if (of === "any" && short.length < groups.length) return [];
  return short.map(({ group, count }) =>
    diagnose("settings.minimum-too-large", "warning", { minimum, count, group }, place),
  );
}

/** `peur` and `g1/peur` are the same in a study of one group. */
function sectionsTwice({ settings, sections }: LocatedSettings, { placeOf }: Reading): Diagnostic[] {
  const [only, other] = settings.groups;
  const first = new Map<string, Place>();
  return sections.entries.flatMap(({ value: { section }, node }) => {
    const isOnly = other === undefined && groupOf(section) === only?.id;
    const name = isOnly ? section.replace(/^.*\//, "") : section;
    const place = placeOf(valueAt(node, "id"));
    const earlier = first.get(name);
    if (earlier)
      return [diagnose("settings.section-twice", "error", { section, line: earlier.line ?? 0 }, place)];
    first.set(name, place);
    return [];
  });
}
