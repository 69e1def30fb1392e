// Where each file of a study is, relative to the study folder, with forward slashes.
import type { EditionId, GroupId, ParticipantId, SessionId } from "../kernel/ids.ts";

export const SETTINGS_FILE = "retour.yaml";
export const CODEBOOK_FILE = "codebook.yaml";

export const sheetPath = (session: SessionId): string => `sessions/${session}/transcript.md`;
export const documentPath = (group: GroupId): string => `retours/${group}.md`;
export const copyPath = (edition: EditionId, participant: ParticipantId, format: string): string =>
  `copies/${edition}/${participant}.${format}`;
/** What became of what a person asked, to be given with an edition. */
export const followUpPath = (edition: EditionId, participant: ParticipantId, format: string): string =>
  `copies/${edition}/${participant}-suites.${format}`;
