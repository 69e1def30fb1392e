// The texts of a study in which a name may stand, as they are on the disk: sheets and documents.
import { decodeUtf8 } from "../kernel/files.ts";
import { sha256 } from "../kernel/fingerprint.ts";
import type { SessionId } from "../kernel/ids.ts";
import { sheetPath } from "../study/folder.ts";
import type { Study } from "../study/open.ts";
import { sheets, turnsOf } from "../transcript/store.ts";
import { sheetOnDisk } from "../transcript/write-sheet.ts";
import type { GroupDocument } from "./document.ts";

export interface StudyText {
  /** Relative to the study. */
  readonly file: string;
  readonly text: string;
  /** The same, what the program writes left blank: speakers, times, front matter. Places are the same. */
  readonly speech: string;
}

/** Documents, then the sheets of sessions. The words of a session whose sheet is not there come from the ledger. */
export async function studyTexts(study: Study, documents: readonly GroupDocument[]): Promise<StudyText[]> {
  const texts = documents.map(({ file, text, frontMatter }) => {
    return { file, text, speech: blank(frontMatter) + text.slice(frontMatter.length) };
  });
  for (const { session, sha256: written } of await sheets(study.ledger.db)) {
    const id = study.settings.sessions.find((each) => each.id === session)?.id;
    if (id !== undefined) texts.push(...(await sessionTexts(study, id, written)));
  }
  return texts;
}

/** A sheet that a person changed says what will be; the ledger says what is until it is read. */
async function sessionTexts(study: Study, session: SessionId, written: string): Promise<StudyText[]> {
  const file = sheetPath(session);
  const bytes = sheetOnDisk(study, session);
  const sheet = bytes && decodeUtf8(bytes, file);
  const found = sheet === undefined ? [] : [{ file, text: sheet, speech: speechOf(sheet) }];
  if (bytes && sha256(bytes) === written) return found;
  const words = (await turnsOf(study.ledger.db, session)).map((turn) => turn.words).join("\n\n");
  return [...found, { file: `${session} (ledger)`, text: words, speech: words }];
}

/** A sheet with its front matter, headings and themes left blank. */
function speechOf(sheet: string): string {
  const front = /^---\n(?:.*\n)*?---\n/.exec(sheet)?.[0] ?? "";
  return (
    blank(front) +
    sheet
      .slice(front.length)
      .replace(/^#.*$/gm, blank)
      .replace(/==|\{#[\w, #-]*\}/g, blank)
  );
}

const blank = (text: string): string => text.replace(/[^\n]/g, " ");
