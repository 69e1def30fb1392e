// The settings of the study in a folder.
import { join } from "node:path";
import { DiagnosedError, type Diagnostic } from "../kernel/diagnostic.ts";
import { readText } from "../kernel/files.ts";
import { SETTINGS_FILE } from "./folder.ts";
import { parseSettings, type ParsedSettings } from "./parse-settings.ts";
import type { Settings } from "./settings.ts";

/**
 * The settings of the study whose absolute path is `root`. Throws `DiagnosedError` with
 * every mistake when there are some. Warnings are for the verbs that show the settings.
 */
export function readSettings(root: string): Settings {
  return warnedSettings(root).settings;
}

/** See `readSettings`, for a text already read. */
export function settingsIn(text: string): Settings {
  const { settings, diagnostics } = parseSettings(text, SETTINGS_FILE);
  if (settings === undefined) throw new DiagnosedError(diagnostics);
  return settings;
}

/** See `readSettings`; with the warnings. */
export function warnedSettings(root: string): { settings: Settings; diagnostics: readonly Diagnostic[] } {
  const { settings, diagnostics } = inspectSettings(root);
  if (settings === undefined) throw new DiagnosedError(diagnostics);
  return { settings, diagnostics };
}

/** The settings, when there is no mistake in them, and everything there is to say about them. */
export function inspectSettings(root: string): ParsedSettings {
  return parseSettings(readText(join(root, SETTINGS_FILE)), SETTINGS_FILE);
}
