// Reads the text of retour.yaml into the study's settings, with every mistake it holds.
import { isMap } from "yaml";
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { checkAgreements } from "./agreement-meaning.ts";
import { locateSettings } from "./located.ts";
import { checkMeaning } from "./meaning.ts";
import { diagnose } from "./messages.ts";
import schema from "./retour.schema.json" with { type: "json" };
import type { Settings } from "./settings.ts";
import { checkShape, kindOf } from "./shape.ts";
import { readYaml } from "./yaml.ts";

export interface ParsedSettings {
  /** Undefined when a diagnostic is an error. */
  readonly settings?: Settings;
  readonly diagnostics: Diagnostic[];
}

/** Never throws. `file` is how diagnostics name the text; lines and columns start at 1. */
export function parseSettings(text: string, file: string): ParsedSettings {
  const yaml = readYaml(text, file);
  const { root, placeOf } = yaml;
  if (yaml.isBroken) return { diagnostics: yaml.diagnostics.map((each) => explainQuorum(each, text)) };
  if (kindOf(root) === "nothing")
    return { diagnostics: [diagnose("settings.empty", "error", { file }, placeOf(0))] };
  if (!isMap(root))
    return {
      diagnostics: [diagnose("settings.not-mapping", "error", { found: kindOf(root) }, placeOf(root))],
    };
  const shape = checkShape(root, schema, placeOf);
  const located = locateSettings(root);
  const reading = { placeOf, isShapely: shape.length === 0 };
  const meaning = [...checkMeaning(located, reading), ...checkAgreements(located, reading)];
  const diagnostics = inOrder([...yaml.diagnostics, ...shape, ...meaning]);
  const isWrong = diagnostics.some(({ severity }) => severity === "error");
  return isWrong ? { diagnostics } : { settings: located.settings, diagnostics };
}

/** `rule: quorum: 0.75` reads as it is said, but is not YAML. */
function explainQuorum(mistake: Diagnostic, text: string): Diagnostic {
  const line = text.split(/\r?\n/)[(mistake.place?.line ?? 0) - 1] ?? "";
  const share = /^\s*rule\s*:\s*quorum\s*:\s*([\d.,]+)\s*(?:#.*)?$/.exec(line)?.[1];
  if (mistake.code !== "yaml.colon-inside" || share === undefined) return mistake;
  return diagnose("settings.rule-quorum", "error", { share: share.replace(",", ".") }, mistake.place);
}

function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const rank = ({ place }: Diagnostic): number => (place?.line ?? 0) * 10_000 + (place?.column ?? 0);
  return diagnostics.toSorted((a, b) => rank(a) - rank(b));
}
