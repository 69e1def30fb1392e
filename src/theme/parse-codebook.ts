// Reads codebook.yaml's text into the tree of themes, with every mistake it holds.
import { isMap, isScalar, isSeq, type YAMLMap } from "yaml";
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { asThemeId } from "../kernel/ids.ts";
import { CODEBOOK_FILE } from "../study/folder.ts";
import { checkShape } from "../study/shape.ts";
import { readYaml } from "../study/yaml.ts";
import schema from "./codebook.schema.json" with { type: "json" };
import type { Codebook, Theme } from "./codebook.ts";
import { diagnose } from "./messages.ts";

/** Never throws. The list of themes may stand under `themes:` or alone. */
export function parseCodebook(text: string): { codebook: Codebook; diagnostics: Diagnostic[] } {
  const yaml = readYaml(text, CODEBOOK_FILE);
  const { root, placeOf } = yaml;
  const byId = new Map<string, Theme>();
  const isNothing = root === undefined || (isScalar(root) && root.value === null);
  if (yaml.isBroken || isNothing) return { codebook: { roots: [], byId }, diagnostics: yaml.diagnostics };
  if (!isMap(root) && !isSeq(root))
    return {
      codebook: { roots: [], byId },
      diagnostics: [diagnose("codebook.not-themes", "error", {}, placeOf(root))],
    };
  const rule = isSeq(root) ? { ...schema.properties.themes, $defs: schema.$defs } : schema;
  const shape = checkShape(root, rule, placeOf);
  const twice: Diagnostic[] = [];
  const lines = new Map<string, number>();
  const roots = readThemes(isMap(root) ? root.get("themes") : root, (id, node) => {
    const place = placeOf(node);
    const line = lines.get(id);
    if (line !== undefined) twice.push(diagnose("codebook.id-twice", "error", { id, line }, place));
    else lines.set(id, place.line ?? 1);
  });
  for (const theme of flatten(roots)) byId.set(theme.id, theme);
  return { codebook: { roots, byId }, diagnostics: [...yaml.diagnostics, ...shape, ...twice] };
}

/** What does not have a theme's shape is left out: checkShape has said so. */
function readThemes(list: unknown, meet: (id: string, node: YAMLMap) => void): Theme[] {
  if (!isSeq(list)) return [];
  return list.items.flatMap((node) => {
    const id = isMap(node) ? asThemeId(textOf(node, "id") ?? "") : undefined;
    if (!isMap(node) || id === undefined) return [];
    meet(id, node);
    const children = readThemes(node.get("children"), meet);
    return [{ id, title: textOf(node, "title") ?? id, definition: textOf(node, "definition"), children }];
  });
}

function textOf(map: YAMLMap, key: string): string | undefined {
  const value = map.get(key);
  return typeof value === "string" ? value.trim() : undefined;
}

function flatten(themes: readonly Theme[]): Theme[] {
  return themes.flatMap((theme) => [theme, ...flatten(theme.children)]);
}
