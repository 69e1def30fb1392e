// Gives a person another pseudonym in retour.yaml, which keeps its comments and layout.
import { isDeepStrictEqual } from "node:util";
import { DiagnosedError } from "../kernel/diagnostic.ts";
import { decodeUtf8, readBytes } from "../kernel/files.ts";
import type { ParticipantId } from "../kernel/ids.ts";
import type { Change } from "../ledger/ledger.ts";
import { changePseudonym } from "./edit-settings.ts";
import { SETTINGS_FILE } from "./folder.ts";
import { refuse } from "./messages.ts";
import type { Study } from "./open.ts";
import { parseSettings } from "./parse-settings.ts";

/**
 * Has retour.yaml written with the new pseudonym, in the caller's transaction; nothing is written when
 * it is the same. Refused when nobody has this id, when the pseudonym is empty, or when the text would
 * then not say just that.
 */
export function renameParticipant(study: Study, change: Change, id: ParticipantId, pseudonym: string): void {
  const bytes = readBytes(study.path(SETTINGS_FILE));
  const text = decodeUtf8(bytes, SETTINGS_FILE);
  const { settings, diagnostics } = parseSettings(text, SETTINGS_FILE);
  if (settings === undefined) throw new DiagnosedError(diagnostics);
  const { participants } = settings;
  const person = participants.find((each) => each.id === id);
  if (person === undefined)
    throw refuse("add.unknown-participant", { id, known: participants.map((each) => each.id).join(", ") });
  if (pseudonym === "") throw refuse("add.empty", { option: "--pseudonym" });
  if (person.pseudonym === pseudonym) return;
  const edited = changePseudonym(text, id, pseudonym);
  const renamed = participants.map((each) => (each.id === id ? { ...each, pseudonym } : each));
  if (
    !isDeepStrictEqual(parseSettings(edited, SETTINGS_FILE).settings, { ...settings, participants: renamed })
  )
    throw refuse("settings.pseudonym-by-hand", { id });
  const mark = bytes[0] === 0xef ? "\uFEFF" : "";
  change.writeFile(SETTINGS_FILE, mark + edited, bytes);
}
