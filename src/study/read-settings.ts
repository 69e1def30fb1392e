// The settings of the study in a folder.
import { join } from "node:path";
import { DiagnosedError } from "../kernel/diagnostic.ts";
import { readText } from "../kernel/files.ts";
import { SETTINGS_FILE } from "./folder.ts";
import { parseSettings, type ParsedSettings } from "./parse-settings.ts";
import type { Settings } from "./settings.ts";

/**
 * The settings of the study whose absolute path is `root`. Throws `DiagnosedError` with
 * every mistake when there are some; warnings alone are not shown here (see `doctor`).
 */
export function readSettings(root: string): Settings {
  const { settings, diagnostics } = inspectSettings(root);
  if (settings === undefined) throw new DiagnosedError(diagnostics);
  return settings;
}

/** The settings and everything there is to say about them, warnings included. */
export function inspectSettings(root: string): ParsedSettings {
  return parseSettings(readText(join(root, SETTINGS_FILE)), SETTINGS_FILE);
}
