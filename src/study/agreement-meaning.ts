// What the rules of agreement say that cannot be followed: see meaning.ts.
import { isMap } from "yaml";
import type { YAMLMap } from "yaml";
import type { Diagnostic, Place } from "../kernel/diagnostic.ts";
import { asGroupId, type GroupId } from "../kernel/ids.ts";
import type { LocatedSettings } from "./located.ts";
import { isUndeclared, itemAt, unknownGroup, unknownPerson, valueAt, type Reading } from "./meaning.ts";
import { diagnose } from "./messages.ts";
import { participantsOf, type ValidationRule } from "./settings.ts";

/** Delegates who cannot decide, sections with two rules, a minimum that no group reaches. */
export function checkAgreements(located: LocatedSettings, reading: Reading): Diagnostic[] {
  const { settings, sections, validation: node } = located;
  const { rule, minimum, askAgainAfter, silence } = settings.validation;
  const groups = settings.groups.map(({ id }) => id);
  const isVain = askAgainAfter !== null && silence !== "ask-again";
  return [
    ...checkDelegates(rule, node, located, reading),
    ...checkMinimum(minimum, groups, node, located, reading),
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
      return [
        ...(value.rule
          ? checkDelegates(value.rule, own, located, reading, { group, section: value.section })
          : []),
        ...(value.minimum !== undefined && group !== undefined
          ? checkMinimum(value.minimum, [group], own, located, reading)
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

/** A group that has nobody yet is only beginning. */
function checkMinimum(
  minimum: number,
  groups: readonly GroupId[],
  node: YAMLMap,
  { settings }: LocatedSettings,
  { placeOf, isShapely }: Reading,
): Diagnostic[] {
  if (!isShapely) return [];
  return groups.flatMap((group) => {
    const count = participantsOf(settings, group).length;
    if (count === 0 || minimum <= count) return [];
    const place = placeOf(valueAt(node, "minimum"));
    return [diagnose("settings.minimum-too-large", "warning", { minimum, count, group }, place)];
  });
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
